/* The sheets "Private scores" and "Tally": what each member answered, or how many gave each answer. */
#include "../../engine/base/words.h"
#include "sheets.h"

enum { ID, STATEMENT, FIRST };

static int last_row(const oca_scoring_book *b) {
    return OCA_SCORING_FIRST_ROW + (int)b->frame->n_items - 1;
}

static void put_statements(const oca_scoring_book *b, oca_sheet *sheet, const char *table) {
    oca_put_text(sheet, OCA_SCORING_KEY_ROW, ID, OCA_STYLE_KEY, oca_format_text(b->mem, "oca:%s", table));
    oca_put_text(sheet, OCA_SCORING_KEY_ROW, STATEMENT, OCA_STYLE_KEY, "-");
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, ID, OCA_STYLE_HEADING_ID, "id");
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, STATEMENT, OCA_STYLE_HEADING, _("Statement"));
    oca_set_width(sheet, ID, ID, 9);
    oca_set_width(sheet, STATEMENT, STATEMENT, 40);
    for (size_t i = 0; i < b->frame->n_items; i++) {
        int row = OCA_SCORING_FIRST_ROW + (int)i;
        oca_put_text(sheet, row, ID, OCA_STYLE_ID, b->frame->items[i].item->id);
        oca_put_text(sheet, row, STATEMENT, OCA_STYLE_TEXT,
                     oca_format_text(b->mem, _("%s: %s"), oca_node_title(b->frame, b->frame->items[i].area, b->lang),
                                     oca_item_title(b->frame, i, b->lang)));
    }
}

/* Calls `each` for the rows of neighbours on one scale. */
static void each_scale(const oca_scoring_book *b, void (*each)(const oca_scoring_book *b, size_t first, size_t end)) {
    for (size_t first = 0, end; first < b->frame->n_items; first = end) {
        for (end = first + 1; end < b->frame->n_items && b->frame->items[end].scale == b->frame->items[first].scale;)
            end++;
        each(b, first, end);
    }
}

static void limit_private(const oca_scoring_book *b, size_t first, size_t end) {
    size_t scale = oca_scoring_scale_of(b, first);
    oca_block_of_cells cells = {OCA_SCORING_FIRST_ROW + (int)first, FIRST, OCA_SCORING_FIRST_ROW + (int)end - 1,
                                FIRST + (int)b->people.n - 1};
    const char *cell = oca_cell_name(b->scores_sheet, "", cells.first_row, FIRST);
    oca_offer(b->scores_sheet, cells, oca_format_text(b->mem, "oca_s%zu_offer", scale), true, NULL);
    oca_when(b->scores_sheet, cells,
             oca_format_text(b->mem, "=AND(%s<>\"\",ISNA(MATCH(%s,oca_s%zu_offer,0)),ISNA(MATCH(%s,oca_s%zu_text,0)))",
                             cell, cell, scale, cell, scale),
             OCA_STYLE_RULE_WRONG);
}

void oca_scoring_private(const oca_scoring_book *b) {
    oca_sheet *sheet = b->scores_sheet;
    const oca_form_table *scores = oca_form_find(&b->form, "scores");
    oca_scoring_titles(
        sheet, false, _("Private scores"),
        _("One column a participant, by the small code above it, which may be changed. Keep this file with the "
          "association: it tells who answered what."));
    if (b->has_criteria)
        oca_put_text(
            sheet, OCA_SCORING_KEY_ROW - 1, 1, OCA_STYLE_HINT,
            _("Where a paper has criteria, enter the level that its ticks reach: the highest whose criteria, and "
              "those of all levels below, are ticked. Keep this file with the association: it tells who "
              "answered what."));
    oca_set_width(sheet, FIRST, FIRST + (int)b->people.n, 6);
    put_statements(b, sheet, "scores");
    for (size_t k = 0; k < b->people.n; k++) {
        oca_put_text(sheet, OCA_SCORING_KEY_ROW, FIRST + (int)k, OCA_STYLE_KEY, b->people.at[k]);
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, FIRST + (int)k, OCA_STYLE_HEADING_CENTRED, b->people.at[k]);
    }
    for (size_t i = 0; i < b->frame->n_items; i++) {
        const char *id = b->frame->items[i].item->id;
        for (size_t k = 0; k < b->people.n; k++)
            oca_scoring_cell(b, sheet, OCA_SCORING_FIRST_ROW + (int)i, FIRST + (int)k,
                             oca_form_column_at(scores, id, b->people.at[k]),
                             oca_form_value(&b->form, "scores", id, b->people.at[k]));
        oca_fit_row(sheet, OCA_SCORING_FIRST_ROW + (int)i, 27);
    }
    oca_put_text(sheet, OCA_SCORING_KEY_ROW, FIRST + (int)b->people.n, OCA_STYLE_KEY, "-");
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, FIRST + (int)b->people.n, OCA_STYLE_HINT,
                 _("More columns go before this."));
    each_scale(b, limit_private);
    oca_freeze(sheet, OCA_SCORING_FIRST_ROW, FIRST);
    oca_scoring_set_paper(b, sheet, false, last_row(b), STATEMENT, FIRST + (int)b->people.n - 1,
                          OCA_SCORING_HEADING_ROW);
}

static const char *answer_called(const oca_scoring_book *b, size_t k) {
    return k < b->tallied.n ? oca_number_text(b->mem, b->tallied.at[k]) : k == b->tallied.n ? "na" : "dk";
}

/* How many answers the row holds; and whether there are single scores too, which the tally must not stand beside. */
static void put_total(const oca_scoring_book *b, size_t item, int row, int column) {
    const oca_answer *answer = b->scores->answers->answers[item];
    double all = 0;
    for (size_t i = 0; answer && i < answer->tallies.n; i++)
        all += oca_or(answer->tallies.at[i].n, 0);
    oca_put_formula(b->tally, row, column, OCA_STYLE_WHOLE,
                    oca_format_text(b->mem, "=SUM(%s:%s)", oca_cell_name(b->tally, "c", row, FIRST),
                                    oca_cell_name(b->tally, "c", row, column - 1)),
                    all);
}

static void warn_of_both(const oca_scoring_book *b, int last) {
    oca_sheet *sheet = b->tally;
    const char *singles = oca_scoring_named(b, oca_cell_name(sheet, "c", OCA_SCORING_FIRST_ROW, ID), "singles");
    oca_when(
        sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, FIRST, last_row(b), last},
        oca_format_text(b->mem, "=AND(%s<>\"\",%s>0)", oca_cell_name(sheet, "", OCA_SCORING_FIRST_ROW, FIRST), singles),
        OCA_STYLE_RULE_WRONG);
}

void oca_scoring_tally(const oca_scoring_book *b) {
    oca_sheet *sheet = b->tally;
    const oca_form_table *tallies = oca_form_find(&b->form, "tallies");
    size_t n = b->tallied.n + 2;
    int total = FIRST + (int)n;
    oca_scoring_titles(sheet, false, _("Tally"),
                       _("For cards, pebbles and raised hands: how many gave each answer. A statement has a tally or "
                         "private scores, not both."));
    oca_set_width(sheet, FIRST, total, 9);
    put_statements(b, sheet, "tallies");
    for (size_t k = 0; k < n; k++) {
        const char *key = answer_called(b, k);
        oca_put_text(sheet, OCA_SCORING_KEY_ROW, FIRST + (int)k, OCA_STYLE_KEY, key);
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, FIRST + (int)k, OCA_STYLE_HEADING_CENTRED,
                     oca_scoring_shown("answer", key));
    }
    oca_put_text(sheet, OCA_SCORING_KEY_ROW, total, OCA_STYLE_KEY, "-");
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, total, OCA_STYLE_HEADING_CENTRED, _("All"));
    oca_fit_row(sheet, OCA_SCORING_HEADING_ROW, 28);
    for (size_t i = 0; i < b->frame->n_items; i++) {
        const char *id = b->frame->items[i].item->id;
        int row = OCA_SCORING_FIRST_ROW + (int)i;
        for (size_t k = 0; k < n; k++) {
            const char *value = oca_form_value(&b->form, "tallies", id, answer_called(b, k));
            bool permitted = k >= b->tallied.n || oca_scale_permits(b->frame->items[i].scale, b->tallied.at[k]);
            if (permitted || value)
                oca_scoring_cell(b, sheet, row, FIRST + (int)k, &tallies->columns.at[k], value);
            else
                oca_put_text(sheet, row, FIRST + (int)k, OCA_STYLE_HEADING_CENTRED, NULL);
        }
        put_total(b, i, row, total);
        oca_fit_row(sheet, row, 27);
    }
    oca_scoring_limit(sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, FIRST, last_row(b), total - 1},
                      &tallies->columns.at[0], NULL);
    warn_of_both(b, total - 1);
    oca_freeze(sheet, OCA_SCORING_FIRST_ROW, FIRST);
    oca_scoring_set_paper(b, sheet, true, last_row(b), STATEMENT, total, OCA_SCORING_HEADING_ROW);
}
