/* The sheets "Members' notes", "Evidence", "Criteria" and "Measures". */
#include "sheets.h"

#include <string.h>

static void put_sheet(const oca_scoring_book *b, oca_sheet *sheet, const char *table, const oca_scoring_column *columns,
                      size_t n) {
    oca_set_width(sheet, 0, 0, 12);
    for (size_t i = 0; i < n; i++)
        oca_set_width(sheet, (int)i + 1, (int)i + 1, columns[i].width);
    int row = oca_scoring_table(b, sheet, OCA_SCORING_KEY_ROW, table, "id", columns, n);
    oca_freeze(sheet, OCA_SCORING_FIRST_ROW, 0);
    oca_scoring_set_paper(b, sheet, false, row - 1, 1, (int)n, OCA_SCORING_HEADING_ROW);
}

static void put_notes(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {
        {"item", "Statement (id)", 24, "The small grey id beside the statement"},
        {"by", "Who (code)", 12, NULL},
        {"text", "In the member's own words", 90, NULL},
    };
    oca_scoring_titles(b->notes, false, "Members' notes", "What members wrote beside their private scores.");
    put_sheet(b, b->notes, "notes", columns, OCA_COUNT(columns));
}

static void put_evidence(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {
        {"item", "Statement (id)", 24, "The small grey id beside the statement"},
        {"kind", "Kind", 11, NULL},
        {"evidence", "What was shown or told", 60, NULL},
        {"href", "File", 24, NULL},
        {"date", "Of", 11, NULL},
        {"by", "From", 18, NULL},
    };
    oca_scoring_titles(b->evidence, false, "Further evidence",
                       "The first piece stands beside its statement; all others go here.");
    put_sheet(b, b->evidence, "evidence", columns, OCA_COUNT(columns));
}

/* Criteria: with their texts beside. */
static void put_criteria(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {
        {NULL, "Statement", 30, NULL},         {NULL, "Level", 14, NULL},
        {NULL, "Criterion", 70, NULL},         {"agreed", "Met: agreed", 9, NULL},
        {"verified", "Met: checked", 9, NULL},
    };
    oca_sheet *sheet = b->criteria;
    oca_scoring_titles(sheet, false, "Criteria",
                       "Choose \"yes\" where a criterion is met. The level reached is the highest whose criteria, and "
                       "those of all levels below, are met.");
    put_sheet(b, sheet, "criteria", columns, OCA_COUNT(columns));
    int row = OCA_SCORING_FIRST_ROW;
    for (size_t i = 0; i < b->frame->n_items; i++) {
        const oca_frame_item *item = &b->frame->items[i];
        for (size_t k = 0; k < item->n_rungs; k++)
            for (size_t j = 0; j < item->rungs[k].criteria.n; j++, row++) {
                oca_put_text(sheet, row, 1, OCA_STYLE_TEXT, oca_item_title(b->frame, i, b->lang));
                oca_put_text(sheet, row, 2, OCA_STYLE_TEXT, oca_scoring_level(b, i, item->rungs[k].value));
                oca_put_text(sheet, row, 3, OCA_STYLE_TEXT,
                             oca_criterion_in(item, item->rungs[k].criteria.at[j], b->lang, b->frame->rubric->lang));
                oca_fit_row(sheet, row, 0);
            }
    }
}

static void put_measures(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {
        {NULL, "Measure", 50, NULL},
        {NULL, "Unit", 30, NULL},
        {"value", "Value", 14, NULL},
        {"note", "Note", 40, NULL},
    };
    oca_scoring_titles(b->measures, false, "Measures", "Counted beside the scores, never scored.");
    put_sheet(b, b->measures, "measures", columns, OCA_COUNT(columns));
    const oca_rubric *rubric = b->frame->rubric;
    for (size_t i = 0; i < rubric->measures.n; i++) {
        int row = OCA_SCORING_FIRST_ROW + (int)i;
        oca_put_text(b->measures, row, 1, OCA_STYLE_TEXT,
                     oca_words_in(&rubric->measures.at[i].titles, b->lang, rubric->lang));
        oca_put_text(b->measures, row, 2, OCA_STYLE_TEXT, rubric->measures.at[i].unit);
        oca_fit_row(b->measures, row, 0);
    }
}

void oca_scoring_more(const oca_scoring_book *b) {
    put_notes(b);
    put_evidence(b);
    if (b->criteria)
        put_criteria(b);
    if (b->measures)
        put_measures(b);
}
