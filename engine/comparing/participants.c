/* The participants' view: how opinion in the two rooms differs (scoring document, "Two rounds": participants' view). */
#include "../document/people.h"
#include "../scoring/rollup.h"
#include "parts.h"

/* In each round, of those who scored at least half of the common weight. */
enum { LEAST_PARTICIPANTS = 5 };

/* One numeric score on a common item, by a participant. */
typedef struct {
    size_t item; /* of the reassessment's frame */
    double x;
} mark;

typedef OCA_LIST(mark) marks;

/* By participant, in the order of the document: the single, numeric scores on common items, standardized. */
static const marks *collect(oca_arena *mem, const oca_comparison *c, const oca_answers *answers, bool reassessment) {
    size_t n = answers->assessment->participants.n;
    oca_people people = oca_people_of(mem, answers->assessment);
    marks *out = oca_alloc(mem, n * sizeof *out);
    for (size_t i = 0; n && i < c->matching->reassessment->n_items; i++) {
        if (c->items[i].listing != OCA_COMMON)
            continue;
        const oca_frame_item *item = &c->matching->reassessment->items[i];
        const oca_answer *answer = answers->answers[reassessment ? i : (size_t)c->matching->baseline_item[i]];
        for (size_t k = 0; answer && k < answer->scores.n; k++) {
            const oca_score *score = &answer->scores.at[k];
            long by = score->value.given ? oca_people_find(&people, score->by) : OCA_NOBODY;
            if (by != OCA_NOBODY)
                *(mark *)OCA_ADD(mem, &out[by]) = (mark){i, (score->value.value - item->min) / (item->max - item->min)};
        }
    }
    return out;
}

/* Item weights below each node, of the items that `marks` are on. */
static void weigh(const oca_frame *frame, const marks *list, double *weights) {
    for (size_t n = 0; n < frame->n_nodes; n++)
        weights[n] = 0;
    for (size_t i = 0; i < list->n; i++) {
        const oca_frame_item *item = &frame->items[list->at[i].item];
        for (size_t n = item->area; n != 0; n = frame->nodes[n].parent)
            weights[n] += item->weight;
        weights[0] += item->weight;
    }
}

typedef OCA_LIST(double) percents;

/* By node: the percents of those participants who scored at least half of its common weight. */
static const percents *percents_of_round(oca_arena *mem, const oca_comparison *c, const double *common,
                                         bool reassessment) {
    const oca_frame *frame = c->matching->reassessment;
    const oca_answers *answers = (reassessment ? c->reassessment : c->baseline)->answers;
    const marks *people = collect(mem, c, answers, reassessment);
    percents *out = oca_alloc(mem, frame->n_nodes * sizeof *out);
    oca_number *items = oca_alloc(mem, frame->n_items * sizeof *items);
    oca_number *nodes = oca_alloc(mem, frame->n_nodes * sizeof *nodes);
    double *weights = oca_alloc(mem, frame->n_nodes * sizeof *weights);
    for (size_t p = 0; p < answers->assessment->participants.n; p++) {
        for (size_t i = 0; i < people[p].n; i++)
            items[people[p].at[i].item] = oca_given(people[p].at[i].x);
        oca_roll_up_all(frame, items, nodes);
        weigh(frame, &people[p], weights);
        for (size_t n = 0; n < frame->n_nodes; n++)
            if (nodes[n].given && oca_compare(2 * weights[n], common[n]) >= 0)
                *(double *)OCA_ADD(mem, &out[n]) = 100 * nodes[n].value;
        for (size_t i = 0; i < people[p].n; i++)
            items[people[p].at[i].item] = (oca_number){0};
    }
    return out;
}

/* Their percents are sorted first, so that the order of people in a file changes no bit of a mean. */
static oca_participants_view view_of(const percents *before, const percents *now) {
    if (before->n < LEAST_PARTICIPANTS || now->n < LEAST_PARTICIPANTS)
        return (oca_participants_view){0};
    double baseline = oca_summarize(before->at, before->n).mean.value;
    double reassessment = oca_summarize(now->at, now->n).mean.value;
    return (oca_participants_view){
        .given = true,
        .baseline = baseline,
        .reassessment = reassessment,
        .delta = reassessment - baseline,
        .interval = oca_welch_interval(before->at, before->n, now->at, now->n),
        .n_baseline = before->n,
        .n_reassessment = now->n,
    };
}

void oca_compare_participants(oca_arena *mem, oca_comparison *comparison) {
    const oca_frame *frame = comparison->matching->reassessment;
    double *common = oca_alloc(mem, frame->n_nodes * sizeof *common);
    marks all = {0};
    for (size_t i = 0; i < frame->n_items; i++)
        if (comparison->items[i].listing == OCA_COMMON)
            *(mark *)OCA_ADD(mem, &all) = (mark){.item = i};
    weigh(frame, &all, common);
    const percents *before = percents_of_round(mem, comparison, common, false);
    const percents *now = percents_of_round(mem, comparison, common, true);
    for (size_t n = 0; n < frame->n_nodes; n++)
        if (comparison->nodes[n].verdict != OCA_NOT_COMPARABLE)
            comparison->nodes[n].participants = view_of(&before[n], &now[n]);
}
