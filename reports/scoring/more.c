/* The sheets "Members' notes", "Evidence", "Criteria" and "Measures". */
#include "../../engine/base/words.h"
#include "calc.h"

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
        {"item", N_("Statement (id)"), 24, N_("The small grey id beside the statement")},
        {"by", N_("Who (code)"), 12, NULL},
        {"text", N_("In the member's own words"), 90, NULL},
    };
    oca_scoring_titles(b->notes, false, _("Members' notes"), _("What members wrote beside their private scores."));
    put_sheet(b, b->notes, "notes", columns, OCA_COUNT(columns));
}

static void put_evidence(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {
        {"item", N_("Statement (id)"), 24, N_("The small grey id beside the statement")},
        {"kind", N_("Kind"), 11, NULL},
        {"evidence", N_("What was shown or told"), 60, NULL},
        {"href", N_("File"), 24, NULL},
        {"date", N_("Evidence of"), 11, NULL},
        {"by", N_("Evidence from"), 18, NULL},
    };
    oca_scoring_titles(b->evidence, false, _("Further evidence"),
                       _("The first piece stands beside its statement; all others go here."));
    put_sheet(b, b->evidence, "evidence", columns, OCA_COUNT(columns));
}

/* Criteria: with their texts beside, and what follows from the ticks. */

enum { STATEMENT = 1, LEVEL, CRITERION, AGREED, VERIFIED, ALONE, REACHED_AGREED, REACHED_VERIFIED };

/* Who ticked it alone, where both layers have an answer; and the levels of its item. The row bears "ITEM/CRITERION". */
static void put_reached(const oca_scoring_book *b, size_t item, const char *criterion, int row) {
    oca_sheet *sheet = b->criteria;
    const oca_answer *answer = b->scores->answers->answers[item];
    const oca_judgement *agreed = answer ? answer->agreed : NULL, *verified = answer ? answer->verified : NULL;
    oca_number levels[] = {oca_judged(&b->frame->items[item], agreed), oca_judged(&b->frame->items[item], verified)};
    const char *own = oca_cell_name(sheet, "c", row, 0);
    const char *id = oca_format_text(b->mem, "LEFT(%s,FIND(\"/\",%s)-1)", own, own);
    const char *ticked[] = {oca_scoring_is_ticked(b, oca_cell_name(sheet, "c", row, AGREED)),
                            oca_scoring_is_ticked(b, oca_cell_name(sheet, "c", row, VERIFIED))};
    const char *alone[] = {_("agreed alone"), _("checked alone")};
    bool met[] = {oca_judgement_meets(agreed, criterion), oca_judgement_meets(verified, criterion)};
    const char *shown = !levels[0].given || !levels[1].given || met[0] == met[1] ? "" : met[0] ? alone[0] : alone[1];
    oca_put_formula_text(
        sheet, row, ALONE, OCA_STYLE_TEXT,
        oca_format_text(b->mem, "=IFERROR(IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(%s=%s,\"\",IF(%s,%s,%s)),\"\"),\"\")",
                        oca_scoring_lookup(b, id, "agreed"), oca_scoring_lookup(b, id, "checked"), ticked[0], ticked[1],
                        ticked[0], oca_quoted(b->mem, alone[0]), oca_quoted(b->mem, alone[1])),
        shown);
    oca_scoring_find(b, sheet, row, REACHED_AGREED, OCA_STYLE_LEVEL, id, "agreed", levels[0]);
    oca_scoring_find(b, sheet, row, REACHED_VERIFIED, OCA_STYLE_LEVEL, id, "checked", levels[1]);
}

static void put_criteria(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {
        {NULL, N_("Statement"), 22, NULL},
        {NULL, N_("Level"), 14, NULL},
        {NULL, N_("Criterion"), 60, NULL},
        {"agreed", N_("Met: agreed"), 9, NULL},
        {"verified", N_("Met: checked"), 9, NULL},
        {NULL, N_("Ticked by"), 13, NULL},
        {NULL, N_("Level reached: agreed"), 9, NULL},
        {NULL, N_("Level reached: checked"), 9, NULL},
    };
    oca_sheet *sheet = b->criteria;
    oca_scoring_titles(
        sheet, false, _("Criteria"),
        _("Choose \"yes\" where a criterion is met. The level reached is the highest whose criteria, and "
          "those of all levels below, are met."));
    put_sheet(b, sheet, "criteria", columns, OCA_COUNT(columns));
    int row = OCA_SCORING_FIRST_ROW;
    for (size_t i = 0; i < b->frame->n_items; i++) {
        const oca_frame_item *item = &b->frame->items[i];
        for (size_t k = 0; k < item->n_rungs; k++)
            for (size_t j = 0; j < item->rungs[k].criteria.n; j++, row++) {
                const char *id = item->rungs[k].criteria.at[j];
                oca_put_text(sheet, row, STATEMENT, OCA_STYLE_TEXT, oca_item_title(b->frame, i, b->lang));
                oca_put_text(sheet, row, LEVEL, OCA_STYLE_TEXT, oca_scoring_level(b, i, item->rungs[k].value));
                oca_put_text(sheet, row, CRITERION, OCA_STYLE_TEXT,
                             oca_criterion_in(item, id, b->lang, b->frame->rubric->lang));
                put_reached(b, i, id, row);
                oca_fit_row(sheet, row, 0);
            }
    }
    oca_when(sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, ALONE, row - 1, ALONE},
             oca_format_text(b->mem, "=%s<>\"\"", oca_cell_name(sheet, "c", OCA_SCORING_FIRST_ROW, ALONE)),
             OCA_STYLE_RULE_ATTENTION);
}

static void put_measures(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {
        {NULL, N_("Measure"), 50, NULL},
        {NULL, N_("Unit"), 30, NULL},
        {"value", N_("Value"), 14, NULL},
        {"note", N_("Note"), 40, NULL},
    };
    oca_scoring_titles(b->measures, false, _("Measures"), _("Counted beside the scores, never scored."));
    put_sheet(b, b->measures, "measures", columns, OCA_COUNT(columns));
    const oca_rubric *rubric = b->frame->rubric;
    for (size_t i = 0; i < rubric->measures.n; i++) {
        int row = OCA_SCORING_FIRST_ROW + (int)i;
        oca_put_text(b->measures, row, 1, OCA_STYLE_TEXT,
                     oca_words_in(&rubric->measures.at[i].titles, b->lang, rubric->lang));
        oca_put_text(b->measures, row, 2, OCA_STYLE_TEXT, oca_measure_unit(&rubric->measures.at[i], b->lang));
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
