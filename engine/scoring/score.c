#include "score.h"

#include "alpha.h"
#include "item.h"
#include "node.h"

static void note(oca_arena *mem, oca_to_completes *list, const char *item, const char *what, const oca_element *at) {
    *(oca_to_complete *)OCA_ADD(mem, list) = (oca_to_complete){item, what, at ? oca_element_where(at) : (oca_where){0}};
}

static bool asks_for_a_profile(const oca_frame *frame) {
    for (size_t i = 1; i < frame->n_nodes; i++)
        if (frame->nodes[i].area->applies_to.n || frame->nodes[i].area->except.n)
            return true;
    for (size_t i = 0; i < frame->n_items; i++)
        if (frame->items[i].item->applies_to.n || frame->items[i].item->except.n)
            return true;
    return false;
}

static bool has_tallies(const oca_assessment *assessment) {
    for (size_t i = 0; i < assessment->answers.n; i++)
        if (assessment->answers.at[i].tallies.n)
            return true;
    return false;
}

static bool has_facilitator(const oca_assessment *assessment) {
    for (size_t i = 0; i < assessment->facilitators.n; i++)
        if (*assessment->facilitators.at[i].name)
            return true;
    return false;
}

/* What is only unfinished (formats document, "Faults and drafts"): first the whole, then item by item. */
static oca_to_completes find_to_complete(oca_arena *mem, const oca_answers *answers, const oca_item_score *items) {
    const oca_assessment *assessment = answers->assessment;
    const oca_organization *organization = assessment->organization;
    oca_to_completes list = {0};
    if (organization && organization->profile.n == 0 && asks_for_a_profile(answers->frame))
        note(mem, &list, NULL, "profile", &organization->element);
    if (!has_facilitator(assessment))
        note(mem, &list, NULL, "facilitator", &assessment->element);
    if (assessment->participants.n == 0 && !has_tallies(assessment))
        note(mem, &list, NULL, "participants", &assessment->element);
    for (size_t i = 0; i < answers->frame->n_items; i++) {
        const char *id = answers->frame->items[i].item->id;
        const oca_answer *answer = answers->answers[i];
        const oca_element *at = answer ? &answer->element : NULL;
        if (items[i].state == OCA_STATE_BLANK)
            note(mem, &list, id, "answer", at);
        if (items[i].state == OCA_ITEM_NOT_APPLICABLE || !answer)
            continue;
        bool agreed = answer->agreed && answer->agreed->answer == OCA_ANSWER_NA && !answer->agreed->reason;
        bool verified = answer->verified && answer->verified->answer == OCA_ANSWER_NA && !answer->verified->reason;
        if (agreed || verified)
            note(mem, &list, id, "reason", agreed ? &answer->agreed->element : &answer->verified->element);
        if (items[i].state == OCA_SCORED && items[i].evidence_missing)
            note(mem, &list, id, "evidence", at);
    }
    return list;
}

oca_scores oca_score_figures(oca_arena *mem, const oca_answers *answers) {
    const oca_frame *frame = answers->frame;
    oca_item_score *items = oca_alloc(mem, frame->n_items * sizeof *items);
    oca_node_score *nodes = oca_alloc(mem, frame->n_nodes * sizeof *nodes);
    oca_number *x_items = oca_alloc(mem, frame->n_items * sizeof *x_items);
    oca_number *x_nodes = oca_alloc(mem, frame->n_nodes * sizeof *x_nodes);
    oca_node_input in = {answers, items, nodes, x_items, x_nodes};
    for (size_t i = 0; i < frame->n_items; i++) {
        items[i] = oca_score_item(answers, i);
        x_items[i] = (oca_number){items[i].state == OCA_SCORED, items[i].x};
    }
    for (size_t n = frame->n_nodes; n-- > 0;) { /* a node's areas have greater numbers than itself */
        nodes[n] = oca_score_node(mem, &in, n);
        x_nodes[n] = (oca_number){nodes[n].percent.given, nodes[n].percent.value / 100};
    }
    return (oca_scores){.answers = answers, .items = items, .nodes = nodes};
}

oca_scores oca_score_all(oca_arena *mem, const oca_answers *answers) {
    oca_scores scores = oca_score_figures(mem, answers);
    scores.alpha = oca_alpha(mem, answers, scores.items, NULL);
    scores.to_complete = find_to_complete(mem, answers, scores.items);
    return scores;
}

const char *oca_item_state_word(oca_item_state state) {
    static const char *const words[] = {"scored", "na", "dk", "blank", "not-applicable"};
    return words[state];
}

const char *oca_node_state_word(oca_node_state state) {
    static const char *const words[] = {"scored", "insufficient", "not-applicable"};
    return words[state];
}

const char *oca_gate_word(oca_gate_state gate) {
    static const char *const words[] = {NULL, "met", "failed", "open", "waived"};
    return words[gate];
}

const char *oca_layer_word(oca_layer layer) {
    return layer == OCA_LAYER_NONE ? NULL : oca_layer_words[layer - 1];
}

const char *oca_quadrant_word(oca_quadrant quadrant) {
    static const char *const words[] = {NULL, "build-on", "share", "strengthen", "discuss"};
    return words[quadrant];
}
