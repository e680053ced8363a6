#include "alpha.h"

/* All pairable scores: each value that occurs, lowest first, and how often. */
typedef struct {
    double *values, *totals;
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

/* The ordinal metric: how many scores lie between c and k, each end counted half, squared. */
static double distance(const marginals *m, size_t c, size_t k) {
    if (c == k)
        return 0;
    double between = -(m->totals[c] + m->totals[k]) / 2;
    for (size_t g = c < k ? c : k; g <= (c < k ? k : c); g++)
        between += m->totals[g];
    return between * between;
}

static double observed(const marginals *m, const oca_counts *counts) {
    double sum = 0;
    for (size_t a = 0; a < counts->values.n; a++)
        for (size_t b = 0; b < counts->values.n; b++) {
            const oca_count *left = &counts->values.at[a], *right = &counts->values.at[b];
            sum += (double)left->count * (double)right->count *
                   distance(m, position(m, left->value), position(m, right->value));
        }
    return sum / (double)(counts->n - 1);
}

static double expected(const marginals *m) {
    double sum = 0;
    for (size_t c = 0; c < m->n; c++)
        for (size_t k = 0; k < m->n; k++)
            sum += m->totals[c] * m->totals[k] * distance(m, c, k);
    return sum / (m->sum - 1);
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
    marginals m = {.values = oca_alloc(mem, most * sizeof(double)), .totals = oca_alloc(mem, most * sizeof(double))};
    for (size_t i = 0; i < frame->n_items; i++)
        for (size_t k = 0; is_unit(answers, items, i) && k < items[i].counts.values.n; k++)
            add(&m, items[i].counts.values.at[k].value, (double)items[i].counts.values.at[k].count);
    double disagreement = 0, by_chance = expected(&m);
    *reason = OCA_ALPHA_ALL_ALIKE;
    if (by_chance == 0)
        return (oca_number){0};
    for (size_t i = 0; i < frame->n_items; i++)
        if (is_unit(answers, items, i))
            disagreement += observed(&m, &items[i].counts);
    *reason = OCA_ALPHA_DEFINED;
    return oca_given(1 - disagreement / by_chance);
}
