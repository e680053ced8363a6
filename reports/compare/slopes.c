#include "slopes.h"

#include "phrases.h"

size_t oca_compare_legs(const oca_compared_list *pairs) {
    return pairs->n > 1 ? pairs->n - 1 : 1;
}

const char *oca_round_and_day(oca_arena *mem, const oca_scores *scores) {
    const oca_assessment *assessment = scores->answers->assessment;
    return oca_format_text(mem, "%s, %s", oca_round_word(assessment->round), oca_day_text(mem, assessment->date.day));
}

/* The node's figures on each leg, a node being known by its area's id; the root has none. */
static const oca_slope_leg *legs_of(oca_arena *mem, const oca_compared_list *pairs, size_t n, const char *area) {
    oca_slope_leg *legs = oca_alloc(mem, n * sizeof *legs);
    for (size_t i = 0; i < n; i++) {
        const oca_comparison *c = pairs->at[i].comparison;
        long node = area ? oca_frame_find_node(c->matching->reassessment, area) : 0;
        legs[i] = (oca_slope_leg){0};
        if (node != OCA_NOWHERE)
            legs[i] = (oca_slope_leg){c->nodes[node].common_baseline, c->nodes[node].common_reassessment};
    }
    return legs;
}

oca_slopes oca_compare_slopes(oca_arena *mem, const oca_compared_list *pairs, const char *lang) {
    size_t legs = oca_compare_legs(pairs), n = 0;
    const oca_frame *frame = pairs->at[legs - 1].comparison->matching->reassessment;
    const char **rounds = oca_alloc(mem, (legs + 1) * sizeof *rounds);
    oca_slope *rows = oca_alloc(mem, frame->n_nodes * sizeof *rows);
    rounds[0] = oca_round_and_day(mem, pairs->at[0].comparison->baseline);
    for (size_t i = 0; i < legs; i++)
        rounds[i + 1] = oca_round_and_day(mem, pairs->at[i].comparison->reassessment);
    rows[n++] = (oca_slope){oca_node_title(frame, 0, lang), legs_of(mem, pairs, legs, NULL)};
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end)
        rows[n++] =
            (oca_slope){oca_node_title(frame, node, lang), legs_of(mem, pairs, legs, frame->nodes[node].area->id)};
    return (oca_slopes){rounds, legs + 1, rows, n};
}
