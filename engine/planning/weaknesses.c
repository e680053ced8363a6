#include "order.h"

#include <stdlib.h>

bool oca_is_chosen(const oca_answers *answers, size_t item) {
    const oca_priority *priority = answers->priorities[item];
    if (!priority)
        return false;
    if (priority->chosen)
        return priority->chosen == OCA_YES;
    return oca_or(priority->votes, 0) >= answers->frame->min_votes;
}

static double greater(double a, double b) {
    return oca_compare(a, b) >= 0 ? a : b;
}

static double need_of(const oca_frame_item *item, oca_number agreed) {
    double need = agreed.given ? agreed.value : oca_or(item->item->target, item->adequate);
    return item->gate ? greater(need, item->gate->at_least.value) : need;
}

double oca_target_from(const oca_frame *frame, const oca_frame_item *item, oca_number agreed, double standing) {
    double need = need_of(item, agreed);
    oca_number next = oca_next_level(item, standing);
    if (oca_compare(standing, need) >= 0)
        return oca_or(next, item->max);
    if (agreed.given || item->item->target.given || frame->climb_adequate)
        return need;
    double reached = oca_or(next, need);
    if (oca_compare(reached, need) > 0)
        reached = need;
    return item->gate ? greater(reached, item->gate->at_least.value) : reached;
}

static oca_number agreed_target(const oca_answers *answers, size_t item) {
    const oca_target *target = answers->targets[item];
    return target ? target->value : (oca_number){0};
}

double oca_need(const oca_answers *answers, size_t item) {
    return need_of(&answers->frame->items[item], agreed_target(answers, item));
}

/* What decides the order, beside the weakness itself. */
typedef struct {
    oca_weakness weakness;
    oca_number area_percent; /* of the item's own area */
} entry;

/* Tier, votes in tier 2, index: those equal in these share a rank. */
static int by_rank(const oca_weakness *a, const oca_weakness *b) {
    if (a->tier != b->tier)
        return a->tier - b->tier;
    if (a->tier == 2 && oca_compare(a->votes, b->votes) != 0)
        return oca_compare(b->votes, a->votes);
    return oca_compare(b->index, a->index);
}

static int by_order(const void *left, const void *right) {
    const entry *a = left, *b = right;
    int order = by_rank(&a->weakness, &b->weakness);
    if (order)
        return order;
    if (a->area_percent.given != b->area_percent.given)
        return a->area_percent.given ? -1 : 1;
    if (a->area_percent.given && oca_compare(a->area_percent.value, b->area_percent.value) != 0)
        return oca_compare(a->area_percent.value, b->area_percent.value);
    return a->weakness.item < b->weakness.item ? -1 : a->weakness.item > b->weakness.item;
}

/* False if the item is neither a weakness nor an ambition. */
static bool weigh(oca_weakness *out, const oca_scores *scores, size_t number) {
    const oca_answers *answers = scores->answers;
    const oca_frame_item *item = &answers->frame->items[number];
    const oca_item_score *score = &scores->items[number];
    if (score->state != OCA_SCORED || item->product <= 0)
        return false;
    bool chosen = oca_is_chosen(answers, number);
    double need = oca_need(answers, number);
    *out = (oca_weakness){.item = number, .need = need, .standing = score->standing};
    if (answers->priorities[number])
        out->votes = oca_or(answers->priorities[number]->votes, 0);
    if (oca_compare(score->standing, need) < 0) {
        out->state = OCA_LATER; /* until a place in the plan is found */
        out->index =
            100 * (need - score->standing) / (item->max - item->min) * item->product / answers->frame->max_product;
    } else if (chosen && oca_compare(score->standing, item->max) < 0) {
        out->state = OCA_AMBITION;
    } else {
        return false;
    }
    out->tier = score->gate == OCA_GATE_FAILED ? 1 : chosen ? 2 : 3;
    out->target = oca_target_from(answers->frame, item, agreed_target(answers, number), score->standing);
    return true;
}

static void rank(oca_planned *out) {
    for (size_t i = 0; i < out->weaknesses.n; i++) {
        oca_weakness *own = &out->weaknesses.at[i];
        own->rank = i && by_rank(&out->weaknesses.at[i - 1], own) == 0 ? out->weaknesses.at[i - 1].rank : (int)i + 1;
    }
}

/* Tiers 1 and 2 are planned, then tier 3 in order until the plan is full; or only what was asked for. */
static void choose(oca_planned *out, const bool *only) {
    double planned = 0;
    for (size_t i = 0; i < out->weaknesses.n; i++) {
        oca_weakness *own = &out->weaknesses.at[i];
        bool ambition = own->state == OCA_AMBITION;
        bool in = only ? only[own->item] : own->tier < 3 || planned < out->scores->answers->frame->priorities;
        own->state = !in ? OCA_LATER : ambition ? OCA_AMBITION : OCA_PLANNED;
        planned += in;
    }
}

static int by_strength(const oca_scores *scores, size_t a, size_t b) {
    const oca_item_score *left = &scores->items[a], *right = &scores->items[b];
    int order = oca_compare(100 * right->x, 100 * left->x);
    if (order)
        return order;
    if (left->consensus.given != right->consensus.given)
        return left->consensus.given ? -1 : 1;
    return left->consensus.given ? oca_compare(right->consensus.value, left->consensus.value) : 0;
}

static void find_strengths(oca_arena *mem, oca_planned *out) {
    const oca_scores *scores = out->scores;
    const oca_frame *frame = scores->answers->frame;
    for (size_t i = 0; i < frame->n_items; i++) {
        const oca_item_score *score = &scores->items[i];
        if (score->state != OCA_SCORED || frame->items[i].product <= 0 || score->gate == OCA_GATE_FAILED ||
            oca_compare(score->standing, oca_need(scores->answers, i)) < 0 ||
            (score->consensus.given && oca_compare(score->consensus.value, frame->grid_consensus) < 0))
            continue;
        *(size_t *)OCA_ADD(mem, &out->strengths) = i;
        /* Inserted before all that are weaker; equals stay in rubric order. */
        size_t *at = out->strengths.at;
        for (size_t k = out->strengths.n - 1; k > 0 && by_strength(scores, at[k - 1], at[k]) > 0; k--) {
            size_t moved = at[k - 1];
            at[k - 1] = at[k];
            at[k] = moved;
        }
    }
}

/* First the chosen, then those with an open must-have, then the rest. */
static void find_unknowns(oca_arena *mem, oca_planned *out) {
    const oca_scores *scores = out->scores;
    const oca_frame *frame = scores->answers->frame;
    for (int group = 0; group < 3; group++)
        for (size_t i = 0; i < frame->n_items; i++) {
            const oca_item_score *score = &scores->items[i];
            bool open = score->gate == OCA_GATE_OPEN;
            oca_why why = score->state == OCA_STATE_DK      ? OCA_WHY_DK
                          : score->state == OCA_STATE_BLANK ? OCA_WHY_BLANK
                          : open                            ? OCA_WHY_GATE
                                                            : OCA_WHY_ABSENT;
            int own = oca_is_chosen(scores->answers, i) ? 0 : open ? 1 : 2;
            if (why && own == group && frame->items[i].product > 0)
                *(oca_unknown *)OCA_ADD(mem, &out->find_out) = (oca_unknown){i, why};
        }
}

void oca_weaknesses_find(oca_arena *mem, oca_planned *out, const bool *only) {
    const oca_scores *scores = out->scores;
    const oca_frame *frame = scores->answers->frame;
    entry *entries = oca_alloc(mem, frame->n_items * sizeof *entries);
    size_t n = 0;
    for (size_t i = 0; i < frame->n_items; i++)
        if (weigh(&entries[n].weakness, scores, i))
            entries[n++].area_percent = scores->nodes[frame->items[i].area].percent;
    if (n)
        qsort(entries, n, sizeof *entries, by_order);
    for (size_t i = 0; i < n; i++)
        *(oca_weakness *)OCA_ADD(mem, &out->weaknesses) = entries[i].weakness;
    rank(out);
    choose(out, only);
    find_strengths(mem, out);
    find_unknowns(mem, out);
}
