#include "comparing.h"

#include "parts.h"

/* Both headline percents stand side by side only from here on. */
#define HEADLINES_FROM 0.8

oca_comparison oca_compare_rounds(oca_arena *mem, const oca_matching *matching, const oca_scores *baseline,
                                  const oca_scores *reassessment) {
    const oca_frame *frame = matching->reassessment;
    oca_item_change *items = oca_alloc(mem, frame->n_items * sizeof *items);
    oca_comparison out = {.matching = matching, .baseline = baseline, .reassessment = reassessment, .items = items};
    out.people_baseline = baseline->answers->assessment->participants.n;
    out.people_reassessment = reassessment->answers->assessment->participants.n;
    out.nodes = oca_alloc(mem, frame->n_nodes * sizeof *out.nodes);
    oca_compare_items(mem, &out, items);
    oca_compare_nodes(mem, &out);
    oca_compare_find_reasons(mem, &out);
    return out;
}

bool oca_headlines_compare(const oca_node_change *node) {
    return node->kept.given && oca_compare(node->kept.value, HEADLINES_FROM) >= 0 && node->covered.given &&
           oca_compare(node->covered.value, HEADLINES_FROM) >= 0;
}

bool oca_judged_more_strictly(const oca_item_change *item) {
    return item->outcome == OCA_REGRESSED && item->then.given && oca_compare(item->then.value, item->baseline) < 0;
}

const char *oca_verdict_word(oca_verdict verdict) {
    static const char *const words[] = {"not-comparable", "partly", "comparable"};
    return words[verdict];
}

const char *oca_outcome_word(oca_outcome outcome) {
    static const char *const words[] = {NULL, "improved", "same", "regressed"};
    return words[outcome];
}

const char *oca_gate_change_word(oca_gate_change gate) {
    static const char *const words[] = {NULL, "cleared", "newly-failed", "unresolved"};
    return words[gate];
}

const char *oca_listing_word(oca_listing listing) {
    static const char *const words[] = {NULL,      "common",        "changed",           "new",
                                        "dropped", "only_baseline", "only_reassessment", "other_basis"};
    return words[listing];
}
