/* Calc: what members answered, singly or as tallies, and how they agree (scoring document, "Item" and "Agreement"). */
#include "../../engine/scoring/item.h"
#include "calc.h"

enum { FIRST_ANSWER = 2 }; /* column, on both sheets of answers */

static int last_seen(const oca_scoring_book *b) {
    return OCA_SCORING_FIRST_ROW + (int)b->frame->n_items + OCA_SCORING_SEEN_BELOW;
}

/* The item's row among the private scores. */
static const char *singles(const oca_calc *c) {
    const oca_scoring_book *b = c->b;
    return oca_calc_expand(c, "INDEX(%s,{private_row},0)",
                           oca_range_of(b->scores_sheet, OCA_SCORING_FIRST_ROW, FIRST_ANSWER, last_seen(b),
                                        FIRST_ANSWER + (int)b->people.n));
}

/* How many gave answer number `k` of the tally. */
static const char *tallied(const oca_calc *c, size_t k) {
    int column = FIRST_ANSWER + (int)k;
    return oca_calc_expand(c, "IF({tally_row}=0,0,N(INDEX(%s,{tally_row})))",
                           oca_range_of(c->b->tally, OCA_SCORING_FIRST_ROW, column, last_seen(c->b), column));
}

static void put_rows(const oca_calc *c, size_t item) {
    const oca_scoring_book *b = c->b;
    oca_calc_put(c, "private_row", oca_computed_number((double)item + 1), "IFERROR(MATCH({id},%s,0),0)",
                 oca_range_of(b->scores_sheet, OCA_SCORING_FIRST_ROW, 0, last_seen(b), 0));
    oca_calc_put(c, "tally_row", oca_computed_number((double)item + 1), "IFERROR(MATCH({id},%s,0),0)",
                 oca_range_of(b->tally, OCA_SCORING_FIRST_ROW, 0, last_seen(b), 0));
}

/* Counts of each value of the tally, and the same added up, which the median needs. */
static void put_tally(const oca_calc *c, size_t item) {
    const oca_scoring_book *b = c->b;
    const oca_answer *answer = b->scores->answers->answers[item];
    double so_far = 0;
    for (size_t k = 0; k < b->tallied.n; k++) {
        int count = oca_calc_count_column(b, k), sum = oca_calc_sum_column(b, k);
        double own = 0;
        for (size_t i = 0; answer && i < answer->tallies.n; i++)
            if (answer->tallies.at[i].value.given &&
                oca_compare(answer->tallies.at[i].value.value, b->tallied.at[k]) == 0)
                own += oca_or(answer->tallies.at[i].n, 0);
        so_far += own;
        oca_put_formula(c->sheet, c->row, count, OCA_STYLE_PLAIN, oca_format_text(b->mem, "=%s", tallied(c, k)), own);
        const char *before = k ? oca_format_text(b->mem, "%s+", oca_cell_name(c->sheet, "c", c->row, sum - 1)) : "";
        oca_put_formula(c->sheet, c->row, sum, OCA_STYLE_PLAIN,
                        oca_format_text(b->mem, "=%s%s", before, oca_cell_name(c->sheet, "c", c->row, count)), so_far);
    }
}

/* "$BA$2:$BD$2", the tally's values; or the row's counts, or their running sums. */
static const char *across(const oca_calc *c, int row, int (*column)(const oca_scoring_book *b, size_t k)) {
    const oca_scoring_book *b = c->b;
    return oca_format_text(b->mem, "%s:%s", oca_cell_name(c->sheet, row == 1 ? "rc" : "c", row, column(b, 0)),
                           oca_cell_name(c->sheet, row == 1 ? "rc" : "c", row, column(b, b->tallied.n - 1)));
}

/* Single answers, as words: "IF(row=0,0,COUNTIF(…,"N/A")+COUNTIF(…,"na"))" and the tally's own. */
static void put_word(const oca_calc *c, const char *name, long value, const char *shown, const char *word, size_t k) {
    const char *row = singles(c);
    oca_calc_put(c, name, oca_computed_number((double)value), "IF({private_row}=0,0,%s)+%s",
                 oca_count_word(c->b->mem, row, shown, word), tallied(c, k));
}

static void put_room(const oca_calc *c, const oca_item_score *score) {
    const oca_frame *frame = c->b->frame;
    const oca_counts *counts = &score->counts;
    const char *values = across(c, 1, oca_calc_count_column), *sums = across(c, c->row, oca_calc_sum_column);
    long all = counts->n + counts->na + counts->dk;
    bool enough = counts->n > 0 && (double)counts->n >= frame->quorum && 2 * counts->n >= all;
    const char *mean = "{sum}/{n}";
    if (frame->aggregate == OCA_AGGREGATE_MEDIAN)
        mean = oca_format_text(c->b->mem,
                               "IF({singles}>0,MEDIAN(%s),(INDEX(%s,1+COUNTIF(%s,\"<\"&INT(({n}+1)/2)))+INDEX(%s,1+"
                               "COUNTIF(%s,\"<\"&(INT({n}/2)+1))))/2)",
                               singles(c), values, sums, values, sums);
    oca_calc_put(
        c, "room", oca_computed_maybe(enough ? oca_given(oca_aggregated(counts, frame->aggregate)) : (oca_number){0}),
        "IF(AND({n}>0,{n}>=%s,2*{n}>={n}+{na}+{dk}),%s,\"\")", oca_number_text(c->b->mem, frame->quorum), mean);
}

void oca_calc_answers(const oca_calc *c, size_t item) {
    const oca_item_score *score = &c->b->scores->items[item];
    const oca_answer *answer = c->b->scores->answers->answers[item];
    const oca_counts *counts = &score->counts;
    put_rows(c, item);
    put_tally(c, item);
    const char *row = singles(c), *values = across(c, 1, oca_calc_count_column);
    const char *numbers = across(c, c->row, oca_calc_count_column);
    double n_singles = 0, sum = 0, squares = 0, mean = 0;
    for (size_t i = 0; answer && i < answer->scores.n; i++)
        n_singles += answer->scores.at[i].value.given;
    if (counts->n)
        mean = oca_aggregated(counts, OCA_AGGREGATE_MEAN);
    for (size_t i = 0; i < counts->values.n; i++) {
        double times = (double)counts->values.at[i].count, off = counts->values.at[i].value - mean;
        sum += counts->values.at[i].value * times;
        squares += off * off * times;
    }
    oca_calc_put(c, "singles", oca_computed_number(n_singles), "IF({private_row}=0,0,COUNT(%s))", row);
    oca_calc_put(c, "n", oca_computed_number((double)counts->n), "{singles}+SUM(%s)", numbers);
    put_word(c, "na", counts->na, OCA_WORD_NA, "na", c->b->tallied.n);
    put_word(c, "dk", counts->dk, OCA_WORD_DK, "dk", c->b->tallied.n + 1);
    oca_calc_put(c, "sum", oca_computed_number(sum), "IF({singles}>0,SUM(%s),0)+SUMPRODUCT(%s,%s)", row, values,
                 numbers);
    oca_calc_put(c, "mean", oca_computed_maybe((oca_number){counts->n > 0, mean}), "IF({n}>0,{sum}/{n},\"\")");
    oca_calc_put(c, "squares", oca_computed_number(squares),
                 "IF({singles}>0,DEVSQ(%s),0)+IF({n}>{singles},SUMPRODUCT((%s-{mean})^2,%s),0)", row, values, numbers);
    put_room(c, score);
}
