#include "plan_effect.h"

enum { LEAST_ITEMS = 5 };

static bool stands_before(const oca_effect_row *row, oca_number from, oca_effect_group group) {
    if (row->from.given != from.given)
        return row->from.given;
    int order = from.given ? oca_compare(row->from.value, from.value) : 0;
    return order < 0 || (order == 0 && row->group < group);
}

static oca_effect_row *find_row(oca_arena *mem, oca_plan_effect *effect, oca_number from, oca_effect_group group) {
    size_t i = 0;
    while (i < effect->n && stands_before(&effect->at[i], from, group))
        i++;
    if (i < effect->n && effect->at[i].group == group &&
        (!from.given || oca_compare(effect->at[i].from.value, from.value) == 0))
        return &effect->at[i];
    (void)(oca_effect_row *)OCA_ADD(mem, effect);
    for (size_t k = effect->n - 1; k > i; k--)
        effect->at[k] = effect->at[k - 1];
    effect->at[i] = (oca_effect_row){.from = from, .group = group};
    return &effect->at[i];
}

/* Deferred actions count, dropped ones do not. */
static oca_effect_group group_of(const oca_plan_weakness *weakness) {
    size_t left = 0, done = 0;
    for (size_t i = 0; i < weakness->actions.n; i++) {
        left += weakness->actions.at[i].status != OCA_DROPPED;
        done += weakness->actions.at[i].status == OCA_DONE;
    }
    if (weakness->state == OCA_LATER || left == 0)
        return OCA_NOT_PLANNED;
    return done == left ? OCA_ALL_DONE : done ? OCA_SOME_DONE : OCA_NONE_DONE;
}

/* By item of the baseline: the weakness that the plan has of it, or NULL; ambitions are none. */
static const oca_plan_weakness **weaknesses_by_item(oca_arena *mem, const oca_frame *frame, const oca_plan *plan) {
    const oca_plan_weakness **out = oca_alloc(mem, frame->n_items * sizeof *out);
    for (size_t i = 0; i < plan->weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &plan->weaknesses.at[i];
        long item = oca_frame_find_item(frame, weakness->item);
        if (item != OCA_NOWHERE && weakness->state != OCA_AMBITION)
            out[item] = weakness;
    }
    return out;
}

void oca_plan_effect_add(oca_arena *mem, oca_plan_effect *effect, const oca_comparison *comparison,
                         const oca_plan *plan) {
    const oca_matching *matching = comparison->matching;
    const oca_plan_weakness **weaknesses = weaknesses_by_item(mem, matching->baseline, plan);
    for (size_t i = 0; i < matching->reassessment->n_items; i++) {
        const oca_item_change *item = &comparison->items[i];
        if (item->listing != OCA_COMMON)
            continue;
        size_t before = (size_t)matching->baseline_item[i];
        const oca_frame_item *scale = &matching->baseline->items[before];
        const oca_plan_weakness *weakness = weaknesses[before];
        oca_effect_group group = OCA_NOT_A_WEAKNESS;
        oca_number from = {0};
        if (weakness) {
            double standing = oca_or(weakness->standing, comparison->baseline->items[before].standing);
            from = oca_given(100 * (standing - scale->min) / (scale->max - scale->min));
            group = group_of(weakness);
        }
        oca_effect_row *row = find_row(mem, effect, from, group);
        row->n++;
        row->sum += 100 * (item->x_reassessment - item->x_baseline);
    }
}

oca_number oca_effect_mean(const oca_effect_row *row) {
    return row->n >= LEAST_ITEMS ? oca_given(row->sum / (double)row->n) : (oca_number){0};
}

bool oca_plan_is_of(const oca_plan *plan, const oca_assessment *assessment) {
    const oca_plan_origin *origin = plan->origin;
    return origin && assessment->organization && oca_equal(origin->organization, assessment->organization->id) &&
           oca_equal(origin->round, assessment->round) && origin->date.given == assessment->date.given &&
           origin->date.day == assessment->date.day;
}

const char *oca_effect_group_word(oca_effect_group group) {
    static const char *const words[] = {"all-done", "some-done", "none-done", "not-planned", "not-a-weakness"};
    return words[group];
}
