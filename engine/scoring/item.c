#include "item.h"

/* The k-th lowest score, from 0. */
static double ranked(const oca_counts *counts, long k) {
    size_t i = 0;
    while (k >= counts->values.at[i].count)
        k -= counts->values.at[i++].count;
    return counts->values.at[i].value;
}

double oca_aggregated(const oca_counts *counts, oca_aggregate aggregate) {
    if (aggregate == OCA_AGGREGATE_MEDIAN)
        return (ranked(counts, (counts->n - 1) / 2) + ranked(counts, counts->n / 2)) / 2;
    double sum = 0;
    for (size_t i = 0; i < counts->values.n; i++)
        sum += counts->values.at[i].value * (double)counts->values.at[i].count;
    return sum / (double)counts->n;
}

/* What one layer says: it settles the state, or passes on, having had an answer or not. */
typedef struct {
    bool settled, had_answer;
    oca_item_state state;
    double score;
} verdict;

static verdict judge(const oca_frame_item *item, const oca_judgement *judgement, bool dk_settles) {
    oca_number value = oca_judged(item, judgement);
    if (value.given)
        return (verdict){true, true, OCA_SCORED, value.value};
    oca_answer_word answer = judgement ? judgement->answer : OCA_ANSWER_ABSENT;
    if (answer == OCA_ANSWER_NA)
        return (verdict){true, true, OCA_STATE_NA, 0};
    if (answer == OCA_ANSWER_DK)
        return (verdict){dk_settles, true, OCA_STATE_DK, 0};
    return (verdict){0};
}

/* n >= quorum, and at least half of all answers are numeric (scoring document, Item 2). */
static oca_number participants_score(const oca_frame *rules, const oca_counts *counts) {
    long all = counts->n + counts->na + counts->dk;
    bool enough = counts->n > 0 && (double)counts->n >= rules->quorum && 2 * counts->n >= all;
    return enough ? oca_given(oca_aggregated(counts, rules->aggregate)) : (oca_number){0};
}

static verdict ask_participants(const oca_frame *frame, const oca_counts *counts) {
    oca_number score = participants_score(frame, counts);
    if (!score.given)
        return (verdict){.had_answer = counts->n + counts->na + counts->dk > 0};
    return (verdict){true, true, OCA_SCORED, score.value};
}

oca_number oca_layer_score(const oca_scores *scores, size_t item, oca_layer layer, const oca_frame *rules) {
    const oca_answers *answers = scores->answers;
    const oca_answer *answer = answers->answers[item];
    if (!answer)
        return (oca_number){0};
    if (layer == OCA_LAYER_PARTICIPANTS)
        return participants_score(rules, &scores->items[item].counts);
    return oca_judged(&answers->frame->items[item], layer == OCA_LAYER_AGREED ? answer->agreed : answer->verified);
}

/* Goes through the rubric's layers in their order; sets state, basis and the score before any cap. For an item that
 * is N/A, `*by` tells which layer decided so. */
static void answer_item(oca_item_score *out, oca_layer *by, const oca_frame *frame, const oca_frame_item *item,
                        const oca_answer *answer) {
    bool had_answer = false;
    for (size_t i = 0; i < frame->n_layers; i++) {
        oca_layer layer = frame->layers[i];
        verdict said = layer == OCA_LAYER_AGREED     ? judge(item, answer ? answer->agreed : NULL, true)
                       : layer == OCA_LAYER_VERIFIED ? judge(item, answer ? answer->verified : NULL, false)
                                                     : ask_participants(frame, &out->counts);
        had_answer |= said.had_answer;
        if (!said.settled)
            continue;
        out->state = said.state;
        out->score_uncapped = said.score;
        out->basis = said.state == OCA_SCORED ? layer : OCA_LAYER_NONE;
        *by = layer;
        return;
    }
    out->state = had_answer ? OCA_STATE_DK : OCA_STATE_BLANK;
}

static bool has_evidence(const oca_answer *answer) {
    for (size_t i = 0; answer && i < answer->evidence.n; i++)
        if (oca_evidence_counts(&answer->evidence.at[i]))
            return true;
    return false;
}

/* Scoring document, Item 3. */
static void cap_for_evidence(oca_item_score *out, const oca_frame_item *item, const oca_answer *answer) {
    const oca_item *rule = item->item;
    out->score = out->score_uncapped;
    if (rule->evidence != OCA_EVIDENCE_REQUIRED || has_evidence(answer) ||
        oca_compare(out->score, oca_or(rule->evidence_from, item->min)) < 0)
        return;
    out->evidence_missing = true;
    if (rule->evidence_cap.given && oca_compare(rule->evidence_cap.value, out->score) < 0) {
        out->score = rule->evidence_cap.value;
        out->capped = true;
    }
}

/* Scoring document, Item 6. `by` is the layer that settled the item. */
static oca_gate_state gate_of(const oca_frame_item *item, const oca_item_score *score, oca_layer by) {
    if (!item->gate || score->state == OCA_ITEM_NOT_APPLICABLE)
        return OCA_GATE_NONE;
    if (score->state == OCA_STATE_NA)
        return by == OCA_LAYER_AGREED ? OCA_GATE_WAIVED : OCA_GATE_NONE;
    if (score->state != OCA_SCORED || score->basis == OCA_LAYER_PARTICIPANTS)
        return OCA_GATE_OPEN;
    return oca_compare(score->score, item->gate->at_least.value) >= 0 ? OCA_GATE_MET : OCA_GATE_FAILED;
}

/* 100 (1 - var / var_max) with the population variance: r*wg against maximum dissensus
 * (scoring document, "Agreement"). */
static oca_number consensus_of(const oca_frame_item *item, const oca_counts *counts) {
    if (counts->n < 2)
        return (oca_number){0};
    double mean = oca_aggregated(counts, OCA_AGGREGATE_MEAN), squares = 0, half = (item->max - item->min) / 2;
    for (size_t i = 0; i < counts->values.n; i++) {
        double off = counts->values.at[i].value - mean;
        squares += off * off * (double)counts->values.at[i].count;
    }
    return oca_given(100 * (1 - squares / (double)counts->n / (half * half)));
}

oca_item_score oca_score_item(const oca_answers *answers, size_t number) {
    const oca_frame_item *item = &answers->frame->items[number];
    const oca_answer *answer = answers->answers[number];
    oca_item_score out = {.counts = answers->counts[number]};
    long all = out.counts.n + out.counts.na + out.counts.dk;
    if (all)
        out.dk_share = oca_given((double)out.counts.dk / (double)all);
    if (!answers->item_applies[number]) {
        out.state = OCA_ITEM_NOT_APPLICABLE;
        return out;
    }
    oca_layer by = OCA_LAYER_NONE;
    answer_item(&out, &by, answers->frame, item, answer);
    if (out.state == OCA_SCORED) {
        cap_for_evidence(&out, item, answer);
        out.x = (out.score - item->min) / (item->max - item->min);
        out.standing = oca_standing(item, out.score);
    }
    if (out.state != OCA_STATE_NA)
        out.consensus = consensus_of(item, &out.counts);
    out.gate = gate_of(item, &out, by);
    return out;
}
