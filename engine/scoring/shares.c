#include "shares.h"

/* A direct child of a node, or with `pooled` an item anywhere below it. */
typedef struct {
    bool is_item;
    size_t number;
    double weight, x;
} part;

typedef struct {
    const oca_scores *scores;
    const oca_frame *frame;
    double *shares;
} view;

/* The next part of the node that has a value, from `*item` and `*area` on; false at the end. */
static bool next_part(const view *v, size_t node, bool pooled, size_t *item, size_t *area, part *out) {
    const oca_frame_node *at = &v->frame->nodes[node];
    while (*item < at->end_item) {
        size_t i = (*item)++;
        const oca_item_score *score = &v->scores->items[i];
        bool belongs = pooled ? oca_takes_part(v->frame, i, node)
                              : v->frame->items[i].area == node && v->frame->items[i].weight > 0;
        if (belongs && score->state == OCA_SCORED) {
            *out = (part){true, i, v->frame->items[i].weight, score->x};
            return true;
        }
    }
    while (!pooled && *area < at->end) {
        size_t n = *area;
        *area = v->frame->nodes[n].end;
        if (v->frame->nodes[n].weight > 0 && v->scores->nodes[n].percent.given) {
            *out = (part){false, n, v->frame->nodes[n].weight, v->scores->nodes[n].percent.value};
            return true;
        }
    }
    return false;
}

/* Depth is bounded by the documents' 64 levels. */
static void spread(const view *v, size_t node, double share) {
    oca_rollup rollup = v->frame->nodes[node].rollup;
    bool pooled = rollup == OCA_ROLLUP_POOLED;
    size_t first_item = v->frame->nodes[node].first_item, item = first_item, area = node + 1;
    double sum = 0;
    part one, least = {0};
    bool any = false;
    while (next_part(v, node, pooled, &item, &area, &one)) {
        double x = one.is_item ? 100 * one.x : one.x;
        sum += one.weight;
        if (!any || x < (least.is_item ? 100 * least.x : least.x))
            least = one;
        any = true;
    }
    item = first_item, area = node + 1;
    while (next_part(v, node, pooled, &item, &area, &one)) {
        bool counts = rollup != OCA_ROLLUP_MINIMUM || (one.is_item == least.is_item && one.number == least.number);
        double own = rollup == OCA_ROLLUP_MINIMUM ? share : share * one.weight / sum;
        if (counts && one.is_item)
            v->shares[one.number] += own;
        else if (counts)
            spread(v, one.number, own);
    }
}

void oca_shares(const oca_scores *scores, size_t node, double *shares) {
    view v = {scores, scores->answers->frame, shares};
    for (size_t i = 0; i < v.frame->n_items; i++)
        shares[i] = 0;
    if (scores->nodes[node].percent.given)
        spread(&v, node, 1);
}
