/* Calc criteria: which criteria are ticked. */
#include "calc.h"

int oca_scoring_criteria_of(const oca_scoring_book *b, size_t item, int *first) {
    int n = 0;
    *first = OCA_CALC_FIRST_ROW;
    for (size_t i = 0; i <= item; i++) {
        *first += n;
        n = 0;
        for (size_t k = 0; k < b->frame->items[i].n_rungs; k++)
            n += (int)b->frame->items[i].rungs[k].criteria.n;
    }
    return n;
}

static void put_tick(const oca_scoring_book *b, int row, int column, int from, int last, const char *value) {
    const char *ids = oca_range_of(b->criteria, 0, 0, last, 0), *ticks = oca_range_of(b->criteria, 0, from, last, from);
    const char *tick = oca_format_text(b->mem, "INDEX(%s,MATCH($A%d,%s,0))", ticks, row + 1, ids);
    oca_put_formula(b->calc_criteria, row, column, OCA_STYLE_PLAIN,
                    oca_format_text(b->mem, "=IFERROR(IF(%s,1,0),0)", oca_scoring_is_ticked(b, tick)), value ? 1 : 0);
}

void oca_scoring_calc_criteria(const oca_scoring_book *b) {
    enum { TICKED_AGREED = 4, TICKED_VERIFIED };
    const oca_form_table *criteria = oca_form_find(&b->form, "criteria");
    int last = OCA_SCORING_FIRST_ROW + (int)criteria->rows.n + OCA_SCORING_SEEN_BELOW;
    oca_put_text(b->calc_criteria, 0, 0, OCA_STYLE_KEY, "oca:-");
    for (size_t i = 0; i < criteria->rows.n; i++) {
        const oca_form_row *own = &criteria->rows.at[i];
        int row = OCA_CALC_FIRST_ROW + (int)i;
        oca_put_text(b->calc_criteria, row, OCA_CRITERIA_ID, OCA_STYLE_PLAIN, own->id);
        put_tick(b, row, OCA_CRITERIA_AGREED, TICKED_AGREED, last, own->cells[0]);
        put_tick(b, row, OCA_CRITERIA_VERIFIED, TICKED_VERIFIED, last, own->cells[1]);
    }
    oca_hide(b->calc_criteria);
}
