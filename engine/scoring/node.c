#include "node.h"

#include "rollup.h"

/* The input, with the node that is scored. */
typedef struct {
    const oca_answers *answers;
    const oca_frame *frame;
    const oca_item_score *items;
    const oca_node_score *nodes;
    const oca_number *x_items, *x_nodes;
    size_t node;
} view;

static bool takes_part(const view *v, size_t item) {
    return v->answers->item_applies[item] && oca_takes_part(v->frame, item, v->node);
}

/* Counts, coverage, agreement: over the items that take part. */
static void count_items(oca_node_score *out, const view *v) {
    const oca_frame_node *at = &v->frame->nodes[v->node];
    double weight_scored = 0, weight_applicable = 0, weight_consensus = 0, sum_consensus = 0;
    for (size_t i = at->first_item; i < at->end_item; i++) {
        if (!takes_part(v, i))
            continue;
        const oca_item_score *item = &v->items[i];
        double weight = v->frame->items[i].weight;
        if (item->consensus.given) {
            weight_consensus += weight;
            sum_consensus += weight * item->consensus.value;
            out->divided += oca_compare(item->consensus.value, v->frame->grid_consensus) < 0;
        }
        if (item->state == OCA_STATE_NA) {
            out->na++;
            continue;
        }
        out->applicable++;
        weight_applicable += weight;
        if (item->state == OCA_SCORED) {
            out->scored++;
            weight_scored += weight;
        }
    }
    if (out->applicable)
        out->coverage = oca_given(weight_scored / weight_applicable);
    if (weight_consensus > 0)
        out->consensus = oca_given(sum_consensus / weight_consensus);
}

static void roll_up(oca_node_score *out, const view *v) {
    oca_rolled rolled = oca_roll_up(v->frame, v->node, v->x_items, v->x_nodes);
    if (rolled.denominator == 0) {
        out->state = OCA_NODE_INSUFFICIENT;
        return;
    }
    out->state = OCA_NODE_SCORED;
    out->numerator = rolled.numerator;
    out->denominator = rolled.denominator;
    out->percent = oca_given(100 * (rolled.numerator / rolled.denominator));
}

/* Given when all items of the subtree with weights above 0, applying or not, name the same scale. */
static oca_number level_of(const view *v, double percent) {
    const oca_frame_node *at = &v->frame->nodes[v->node];
    const oca_frame_item *first = NULL;
    for (size_t i = at->first_item; i < at->end_item; i++) {
        const oca_frame_item *item = &v->frame->items[i];
        if (!oca_takes_part(v->frame, i, v->node))
            continue;
        if (first && item->scale != first->scale)
            return (oca_number){0};
        first = item;
    }
    return first ? oca_given(first->min + percent / 100 * (first->max - first->min)) : (oca_number){0};
}

static void find_stage(oca_node_score *out, const view *v) {
    const oca_frame_node *at = &v->frame->nodes[v->node];
    for (size_t s = 0; s < v->frame->n_stages; s++)
        if (oca_compare(v->frame->stages[s].from.value, out->percent.value) <= 0)
            out->stage_uncapped = (long)s;
    out->stage = out->stage_uncapped;
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (takes_part(v, i) && v->items[i].gate == OCA_GATE_FAILED && (long)v->frame->items[i].ceiling < out->stage)
            out->stage = (long)v->frame->items[i].ceiling;
}

static void find_what_is_provisional(oca_arena *mem, oca_node_score *out, const view *v) {
    const oca_frame_node *at = &v->frame->nodes[v->node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (takes_part(v, i) && (v->items[i].gate == OCA_GATE_OPEN || v->items[i].gate == OCA_GATE_WAIVED))
            *(const char **)OCA_ADD(mem, &out->provisional) = v->frame->items[i].item->id;
    for (size_t n = v->node + 1; n < at->end; n++)
        if (oca_area_counts(v->frame, n, v->node) && v->nodes[n].state == OCA_NODE_INSUFFICIENT)
            *(const char **)OCA_ADD(mem, &out->provisional) = v->frame->nodes[n].area->id;
}

static oca_quadrant quadrant_of(const oca_node_score *score, const oca_frame *frame) {
    if (!score->percent.given || !score->consensus.given)
        return OCA_QUADRANT_NONE;
    bool capacity = oca_compare(score->percent.value, frame->grid_capacity) >= 0;
    bool consensus = oca_compare(score->consensus.value, frame->grid_consensus) >= 0;
    return capacity ? (consensus ? OCA_BUILD_ON : OCA_SHARE) : consensus ? OCA_STRENGTHEN : OCA_DISCUSS;
}

oca_node_score oca_score_node(oca_arena *mem, const oca_node_input *in, size_t node) {
    view v = {in->answers, in->answers->frame, in->items, in->nodes, in->x_items, in->x_nodes, node};
    oca_node_score out = {.stage = OCA_NOWHERE, .stage_uncapped = OCA_NOWHERE};
    count_items(&out, &v);
    if (out.applicable == 0) {
        /* Nothing is asked here: neither coverage nor agreement mean anything. */
        long na = out.na;
        out = (oca_node_score){.state = OCA_NODE_NOT_APPLICABLE, .stage = OCA_NOWHERE, .stage_uncapped = OCA_NOWHERE};
        out.na = na;
        return out;
    }
    out.state = OCA_NODE_INSUFFICIENT;
    if (out.scored > 0 && oca_compare(out.coverage.value, v.frame->min_coverage) >= 0)
        roll_up(&out, &v);
    if (out.state != OCA_NODE_SCORED)
        return out;
    out.level = level_of(&v, out.percent.value);
    find_stage(&out, &v);
    find_what_is_provisional(mem, &out, &v);
    out.quadrant = quadrant_of(&out, v.frame);
    return out;
}
