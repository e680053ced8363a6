/* Pair by pair: one basis, outcome, must-have, and where each item is listed. */
#include "../scoring/item.h"
#include "parts.h"

/* From half a level on (scoring document, "Two rounds": outcome). */
#define ITEM_CHANGE 0.5

static bool scored_in_root(const oca_scores *scores, size_t item) {
    return scores->items[item].state == OCA_SCORED && oca_takes_part(scores->answers->frame, item, 0);
}

/* The first layer of the reassessment's that gives a number in both rounds. */
static void find_basis(oca_item_change *out, const oca_comparison *c, size_t before, size_t now) {
    const oca_frame *rules = c->matching->reassessment;
    if (c->baseline->items[before].state != OCA_SCORED || c->reassessment->items[now].state != OCA_SCORED)
        return;
    for (size_t i = 0; i < rules->n_layers && !out->basis; i++) {
        oca_number baseline = oca_layer_score(c->baseline, before, rules->layers[i], rules);
        oca_number reassessment = oca_layer_score(c->reassessment, now, rules->layers[i], rules);
        if (!baseline.given || !reassessment.given)
            continue;
        out->basis = rules->layers[i];
        out->baseline = baseline.value;
        out->reassessment = reassessment.value;
    }
}

static void measure(oca_item_change *out, const oca_frame_item *item) {
    double range = item->max - item->min;
    out->delta = out->reassessment - out->baseline;
    out->x_baseline = (out->baseline - item->min) / range;
    out->x_reassessment = (out->reassessment - item->min) / range;
    out->outcome = oca_compare(out->delta, ITEM_CHANGE) >= 0    ? OCA_IMPROVED
                   : oca_compare(out->delta, -ITEM_CHANGE) <= 0 ? OCA_REGRESSED
                                                                : OCA_OUTCOME_SAME;
}

static oca_gate_change change_of_gate(oca_gate_state before, oca_gate_state now) {
    bool unsettled = now == OCA_GATE_OPEN || now == OCA_GATE_WAIVED;
    if (before == OCA_GATE_FAILED)
        return now == OCA_GATE_MET ? OCA_CLEARED : unsettled ? OCA_UNRESOLVED : OCA_GATE_UNCHANGED;
    return before != OCA_GATE_NONE && now == OCA_GATE_FAILED ? OCA_NEWLY_FAILED : OCA_GATE_UNCHANGED;
}

static oca_listing listing_of(const oca_comparison *c, const oca_item_change *item, long before, size_t now) {
    bool at_baseline = before != OCA_NOWHERE && scored_in_root(c->baseline, (size_t)before);
    bool at_reassessment = scored_in_root(c->reassessment, now);
    if (!at_baseline && !at_reassessment)
        return OCA_ASIDE;
    if (before == OCA_NOWHERE)
        return OCA_NEW;
    if (!c->matching->same[now])
        return OCA_CHANGED;
    if (!at_reassessment)
        return OCA_ONLY_BASELINE;
    if (!at_baseline)
        return OCA_ONLY_REASSESSMENT;
    return item->basis ? OCA_COMMON : OCA_OTHER_BASIS;
}

static oca_item_change compare_item(const oca_comparison *c, size_t now) {
    const oca_matching *matching = c->matching;
    const oca_answer *answer = c->reassessment->answers->answers[now];
    long before = matching->baseline_item[now];
    oca_item_change out = {0};
    if (answer && answer->then)
        out.then = answer->then->value;
    if (matching->same[now]) {
        find_basis(&out, c, (size_t)before, now);
        out.gate = change_of_gate(c->baseline->items[before].gate, c->reassessment->items[now].gate);
    }
    if (out.basis)
        measure(&out, &matching->reassessment->items[now]);
    out.listing = listing_of(c, &out, before, now);
    return out;
}

static void list(oca_arena *mem, oca_comparison *out, oca_listing listing, const oca_frame *frame, size_t item) {
    if (listing != OCA_ASIDE)
        *(const char **)OCA_ADD(mem, &out->listed[listing]) = frame->items[item].item->id;
}

void oca_compare_items(oca_arena *mem, oca_comparison *out, oca_item_change *items) {
    const oca_matching *matching = out->matching;
    for (size_t i = 0; i < matching->reassessment->n_items; i++) {
        items[i] = compare_item(out, i);
        list(mem, out, items[i].listing, matching->reassessment, i);
    }
    for (size_t i = 0; i < matching->baseline->n_items; i++)
        if (matching->reassessment_item[i] == OCA_NOWHERE && scored_in_root(out->baseline, i))
            list(mem, out, OCA_DROPPED_ITEM, matching->baseline, i);
}
