#include "alpha.h"

/* All pairable scores: each value that occurs, lowest first, and how often. */
typedef struct {
    double *values, *totals, *ranks;
    size_t n;
    double sum; /* of the totals */
} marginals;

static bool is_unit(const oca_answers *answers, const oca_item_score *items, size_t i) {
    return answers->item_applies[i] && oca_takes_part(answers->frame, i, 0) && items[i].state != OCA_STATE_NA &&
           items[i].counts.n >= 2;
}

static size_t position(const marginals *m, double value) {
    size_t i = 0;
    while (i < m->n && oca_compare(m->values[i], value) < 0)
        i++;
    return i;
}

static void add(marginals *m, double value, double times) {
    size_t i = position(m, value);
    if (i == m->n || oca_compare(m->values[i], value) != 0) {
        for (size_t k = m->n++; k > i; k--) {
            m->values[k] = m->values[k - 1];
            m->totals[k] = m->totals[k - 1];
        }
        m->values[i] = value;
        m->totals[i] = 0;
    }
    m->totals[i] += times;
    m->sum += times;
}

/* Turns each total into a mid-rank: how many scores lie below the value, and half of those at it, counted from the
 * middle of all. The ordinal metric, how many scores lie between c and k with each end counted half, squared, is the
 * square of the difference of their mid-ranks. */
static void rank(marginals *m) {
    double below = 0;
    for (size_t i = 0; i < m->n; i++) {
        m->ranks[i] = below + m->totals[i] / 2 - m->sum / 2;
        below += m->totals[i];
    }
}

/* The sum over all pairs of n scores of the squared difference of their ranks, each pair counted twice:
 * 2 (n sum(r^2) - sum(r)^2), over n - 1. */
static double disagreement(double n, double ranks, double squares) {
    return 2 * (n * squares - ranks * ranks) / (n - 1);
}

static double observed(const marginals *m, const oca_counts *counts) {
    double ranks = 0, squares = 0;
    size_t c = 0;
    for (size_t i = 0; i < counts->values.n; i++) {
        const oca_count *at = &counts->values.at[i];
        while (oca_compare(m->values[c], at->value) != 0) /* both lists rise, and m holds every value */
            c++;
        ranks += (double)at->count * m->ranks[c];
        squares += (double)at->count * m->ranks[c] * m->ranks[c];
    }
    return disagreement((double)counts->n, ranks, squares);
}

static double expected(const marginals *m) {
    double ranks = 0, squares = 0;
    for (size_t c = 0; c < m->n; c++) {
        ranks += m->totals[c] * m->ranks[c];
        squares += m->totals[c] * m->ranks[c] * m->ranks[c];
    }
    return disagreement(m->sum, ranks, squares);
}

oca_number oca_alpha(oca_arena *mem, const oca_answers *answers, const oca_item_score *items,
                     oca_alpha_reason *reason) {
    const oca_frame *frame = answers->frame;
    oca_alpha_reason ignored;
    if (!reason)
        reason = &ignored;
    size_t units = 0, most = 0;
    const oca_frame_item *first = NULL;
    *reason = OCA_ALPHA_OTHER_BOUNDS;
    for (size_t i = 0; i < frame->n_items; i++) {
        if (!is_unit(answers, items, i))
            continue;
        const oca_frame_item *item = &frame->items[i];
        if (first && (oca_compare(first->min, item->min) != 0 || oca_compare(first->max, item->max) != 0))
            return (oca_number){0};
        first = item;
        units++;
        most += items[i].counts.values.n;
    }
    *reason = OCA_ALPHA_FEW_UNITS;
    if (units < 2)
        return (oca_number){0};
    size_t size = most * sizeof(double);
    marginals m = {.values = oca_alloc(mem, size), .totals = oca_alloc(mem, size), .ranks = oca_alloc(mem, size)};
    for (size_t i = 0; i < frame->n_items; i++)
        for (size_t k = 0; is_unit(answers, items, i) && k < items[i].counts.values.n; k++)
            add(&m, items[i].counts.values.at[k].value, (double)items[i].counts.values.at[k].count);
    *reason = OCA_ALPHA_ALL_ALIKE;
    if (m.n < 2)
        return (oca_number){0};
    rank(&m);
    double within = 0;
    for (size_t i = 0; i < frame->n_items; i++)
        if (is_unit(answers, items, i))
            within += observed(&m, &items[i].counts);
    *reason = OCA_ALPHA_DEFINED;
    return oca_given(1 - within / expected(&m));
}
