/* Node by node: what was kept, the verdict, and both rounds over the common items alone. */
#include "../scoring/rollup.h"
#include "parts.h"

/* Shares of what was scored, from which on two rounds compare. */
#define COMPARABLE_FROM 0.8
#define PARTLY_FROM 0.5

/* Item weights below one node while they are summed, each by its own rubric. */
typedef struct {
    double common_then, all_then, common_now, all_now;
    const oca_scale *scale; /* of the common items, */
    bool mixed;             /* unless they name several */
    size_t common;
} tally;

static void count_baseline(tally *tallies, const oca_comparison *c) {
    const oca_matching *matching = c->matching;
    const oca_frame_node *nodes = matching->reassessment->nodes;
    for (size_t i = 0; i < matching->baseline->n_items; i++) {
        if (c->baseline->items[i].state != OCA_SCORED || !oca_takes_part(matching->baseline, i, 0))
            continue;
        double weight = matching->baseline->items[i].weight;
        long now = matching->reassessment_item[i];
        bool common = now != OCA_NOWHERE && c->items[now].listing == OCA_COMMON;
        for (size_t n = matching->place[i];; n = nodes[n].parent) {
            tallies[n].all_then += weight;
            tallies[n].common_then += common ? weight : 0;
            if (n == 0)
                break;
        }
    }
}

static void count_reassessment(tally *tallies, const oca_comparison *c) {
    const oca_frame *frame = c->matching->reassessment;
    for (size_t i = 0; i < frame->n_items; i++) {
        const oca_frame_item *item = &frame->items[i];
        if (c->reassessment->items[i].state != OCA_SCORED || !oca_takes_part(frame, i, 0))
            continue;
        bool common = c->items[i].listing == OCA_COMMON;
        for (size_t n = item->area;; n = frame->nodes[n].parent) {
            tally *t = &tallies[n];
            t->all_now += item->weight;
            if (common) {
                t->common_now += item->weight;
                t->common++;
                t->mixed |= t->scale && t->scale != item->scale;
                t->scale = item->scale;
            }
            if (n == 0)
                break;
        }
    }
}

static oca_number share(double part, double whole) {
    return whole > 0 ? oca_given(part / whole) : (oca_number){0};
}

static oca_verdict verdict_of(oca_number kept, oca_rollup rollup) {
    if (!kept.given || oca_compare(kept.value, PARTLY_FROM) < 0)
        return OCA_NOT_COMPARABLE;
    /* One item that was left out may have been the smallest. */
    double from = rollup == OCA_ROLLUP_MINIMUM ? 1 : COMPARABLE_FROM;
    return oca_compare(kept.value, from) >= 0 ? OCA_COMPARABLE : OCA_PARTLY;
}

/* What each round says of the node by itself. */
static void headline(oca_node_change *out, const oca_comparison *c, size_t node) {
    const oca_node_score *now = &c->reassessment->nodes[node];
    long before = c->matching->baseline_node[node];
    out->reassessment = now->percent;
    out->stage_reassessment = now->stage;
    out->stage_baseline = OCA_NOWHERE;
    if (before == OCA_NOWHERE)
        return;
    out->baseline = c->baseline->nodes[before].percent;
    out->stage_baseline = c->baseline->nodes[before].stage;
}

static oca_outcome outcome_of(double delta, double change) {
    if (oca_compare(delta, 0) == 0) /* with change="0" too */
        return OCA_OUTCOME_SAME;
    return oca_compare(delta, change) >= 0    ? OCA_IMPROVED
           : oca_compare(delta, -change) <= 0 ? OCA_REGRESSED
                                              : OCA_OUTCOME_SAME;
}

static void like_for_like(oca_node_change *out, const tally *t, double change) {
    double x_baseline = out->x_baseline.value, x_reassessment = out->x_reassessment.value;
    out->common_baseline = oca_given(100 * x_baseline);
    out->common_reassessment = oca_given(100 * x_reassessment);
    out->delta = oca_given(out->common_reassessment.value - out->common_baseline.value);
    out->outcome = outcome_of(out->delta.value, change);
    if (t->mixed)
        return;
    double min = t->scale->levels.at[0].value.value, max = t->scale->levels.at[t->scale->levels.n - 1].value.value;
    double before = min + x_baseline * (max - min), now = min + x_reassessment * (max - min);
    out->level_baseline = oca_given(before);
    out->level_reassessment = oca_given(now);
    if (oca_compare(before, 0) > 0)
        out->relative = oca_given(100 * (now - before) / before);
}

/* x by node in one round, over the common items. */
static const oca_number *roll_up_round(oca_arena *mem, const oca_comparison *c, bool reassessment) {
    const oca_frame *frame = c->matching->reassessment;
    oca_number *items = oca_alloc(mem, frame->n_items * sizeof *items);
    oca_number *nodes = oca_alloc(mem, frame->n_nodes * sizeof *nodes);
    for (size_t i = 0; i < frame->n_items; i++)
        if (c->items[i].listing == OCA_COMMON)
            items[i] = oca_given(reassessment ? c->items[i].x_reassessment : c->items[i].x_baseline);
    oca_roll_up_all(frame, items, nodes);
    return nodes;
}

void oca_compare_nodes(oca_arena *mem, oca_comparison *out) {
    const oca_frame *frame = out->matching->reassessment;
    tally *tallies = oca_alloc(mem, frame->n_nodes * sizeof *tallies);
    count_baseline(tallies, out);
    count_reassessment(tallies, out);
    const oca_number *before = roll_up_round(mem, out, false), *now = roll_up_round(mem, out, true);
    for (size_t n = 0; n < frame->n_nodes; n++) {
        oca_node_change *node = &out->nodes[n];
        const tally *t = &tallies[n];
        node->kept = share(t->common_then, t->all_then);
        node->covered = share(t->common_now, t->all_now);
        node->verdict = verdict_of(node->kept, frame->nodes[n].rollup);
        node->common = t->common;
        node->x_baseline = before[n];
        node->x_reassessment = now[n];
        headline(node, out, n);
        if (node->verdict != OCA_NOT_COMPARABLE)
            like_for_like(node, t, frame->change);
    }
}
