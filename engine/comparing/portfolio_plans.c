/* What the plans ask for: trainings, support, what is asked of government, what would stop without a donor
 * (scoring document, "Portfolio"). */
#include "portfolio_parts.h"

#include <stdlib.h>
#include <string.h>

bool oca_action_counts(const oca_plan_action *action) {
    return (action->state == OCA_SCHEDULED || action->state == OCA_ADDED) && action->status != OCA_DROPPED;
}

static int by_training(const void *left, const void *right) {
    return strcmp(((const oca_training_line *)left)->id, ((const oca_training_line *)right)->id);
}

static oca_training_line *find_training(oca_portfolio *p, oca_arena *mem, const char *id) {
    for (size_t i = 0; i < p->trainings.n; i++)
        if (oca_equal(p->trainings.at[i].id, id))
            return &p->trainings.at[i];
    oca_training_line *made = OCA_ADD(mem, &p->trainings);
    made->id = id;
    return made;
}

static void keep_earliest(oca_date *earliest, oca_date date) {
    if (date.given && (!earliest->given || date.day < earliest->day))
        *earliest = date;
}

/* Still to be done: scheduled, after this plan, or added. */
static bool needs_training(const oca_plan_action *action) {
    return action->training && oca_is_open(action);
}

static void note_need(oca_portfolio *p, oca_arena *mem, const oca_line *line, const oca_plan_action *action) {
    oca_training_line *training = find_training(p, mem, action->training);
    if (training->needs.n == 0 || !oca_equal(training->needs.at[training->needs.n - 1].organization, line->id))
        *(oca_training_need *)OCA_ADD(mem, &training->needs) = (oca_training_need){.organization = line->id};
    if (action->state == OCA_DEFERRED)
        return; /* it has no dates */
    keep_earliest(&training->needs.at[training->needs.n - 1].start, oca_current_start(action));
    keep_earliest(&training->start, oca_current_start(action));
}

/* Calls `visit` for every action of the plan. */
typedef void visitor(oca_portfolio *p, oca_arena *mem, const oca_line *line, const oca_plan_weakness *weakness,
                     const oca_plan_action *action);

static void for_all_actions(oca_portfolio *p, oca_arena *mem, visitor *visit) {
    for (size_t i = 0; i < p->n_lines; i++) {
        const oca_plan *plan = p->lines[i].plan;
        for (size_t w = 0; plan && w < plan->weaknesses.n; w++)
            for (size_t k = 0; k < plan->weaknesses.at[w].actions.n; k++)
                visit(p, mem, &p->lines[i], &plan->weaknesses.at[w], &plan->weaknesses.at[w].actions.at[k]);
    }
}

static void visit_need(oca_portfolio *p, oca_arena *mem, const oca_line *line, const oca_plan_weakness *weakness,
                       const oca_plan_action *action) {
    (void)weakness;
    if (needs_training(action))
        note_need(p, mem, line, action);
}

/* An item of a rubric that an action which names a training belongs to. */
typedef struct {
    const char *training, *rubric, *item;
} taught;

typedef OCA_LIST(taught) taught_items;

static void find_taught(const oca_portfolio *p, oca_arena *mem, taught_items *out) {
    for (size_t i = 0; i < p->n_lines; i++) {
        const oca_plan *plan = p->lines[i].plan;
        for (size_t w = 0; plan && w < plan->weaknesses.n; w++) {
            const oca_plan_weakness *weakness = &plan->weaknesses.at[w];
            for (size_t k = 0; k < weakness->actions.n; k++) {
                if (!needs_training(&weakness->actions.at[k]))
                    continue;
                taught one = {weakness->actions.at[k].training, plan->origin->rubric, weakness->item};
                size_t j = 0;
                while (j < out->n &&
                       !(oca_equal(out->at[j].training, one.training) && oca_equal(out->at[j].rubric, one.rubric) &&
                         oca_equal(out->at[j].item, one.item)))
                    j++;
                if (j == out->n)
                    *(taught *)OCA_ADD(mem, out) = one;
            }
        }
    }
}

/* At or above `adequate` on all items of its rubric that the training is for, and there is at least one. */
static bool could_train(const oca_kept_round *round, const taught_items *items, const char *training) {
    bool any = false;
    for (size_t i = 0; i < items->n; i++) {
        const taught *one = &items->at[i];
        if (!oca_equal(one->training, training) || !oca_equal(one->rubric, round->frame->rubric->id))
            continue;
        long item = oca_frame_find_item(round->frame, one->item);
        if (item == OCA_NOWHERE || !oca_kept_able(round, (size_t)item))
            return false;
        any = true;
    }
    return any;
}

static void note_held(oca_portfolio *p, oca_arena *mem, const oca_line *line, const oca_plan *plan) {
    for (size_t i = 0; i < plan->trained.n; i++) {
        const oca_trained *entry = &plan->trained.at[i];
        if (!entry->training)
            continue;
        oca_training_line *training = find_training(p, mem, entry->training);
        *(oca_training_held *)OCA_ADD(mem, &training->held) = (oca_training_held){line->id, entry};
        training->women += oca_or(entry->women, 0);
        training->men += oca_or(entry->men, 0);
        training->youth += oca_or(entry->youth, 0);
        training->passed_on += oca_or(entry->passed_on, 0);
    }
}

void oca_portfolio_find_trainings(oca_portfolio *p, oca_arena *mem) {
    oca_arena scratch = {0};
    taught_items items = {0};
    for_all_actions(p, mem, visit_need);
    find_taught(p, &scratch, &items);
    for (size_t i = 0; i < p->n_lines; i++)
        for (size_t k = 0; k < p->lines[i].plans.n; k++)
            note_held(p, mem, &p->lines[i], p->lines[i].plans.at[k]);
    if (p->trainings.n)
        qsort(p->trainings.at, p->trainings.n, sizeof *p->trainings.at, by_training);
    for (size_t t = 0; t < p->trainings.n; t++)
        for (size_t i = 0; i < p->n_lines; i++) {
            const oca_kept_round *round = oca_line_now(&p->lines[i]);
            if (round && could_train(round, &items, p->trainings.at[t].id))
                *(const char **)OCA_ADD(mem, &p->trainings.at[t].trainers) = p->lines[i].id;
        }
    oca_arena_free(&scratch);
}

static void visit_support(oca_portfolio *p, oca_arena *mem, const oca_line *line, const oca_plan_weakness *weakness,
                          const oca_plan_action *action) {
    if (!oca_action_counts(action))
        return;
    if (p->supports.n == 0 || !oca_equal(p->supports.at[p->supports.n - 1].organization, line->id))
        *(oca_support_line *)OCA_ADD(mem, &p->supports) = (oca_support_line){.organization = line->id};
    oca_support_line *const both[] = {&p->support, &p->supports.at[p->supports.n - 1]};
    for (size_t i = 0; i < OCA_COUNT(both); i++) {
        both[i]->weeks[action->support] += oca_or(oca_weeks_of(action), 0);
        both[i]->total += oca_or(oca_weeks_of(action), 0);
        both[i]->n++;
    }
    (void)weakness;
}

static void visit_ask(oca_portfolio *p, oca_arena *mem, const oca_line *line, const oca_plan_weakness *weakness,
                      const oca_plan_action *action) {
    if (action->support == OCA_SUPPORT_GOVERNMENT && action->status != OCA_DROPPED)
        *(oca_action_of *)OCA_ADD(mem, &p->asks) = (oca_action_of){line->id, weakness, action};
}

/* By organization, in the order of its plan: its weaknesses lie in one list, and so do the actions of each. */
static int by_place(const void *left, const void *right) {
    const oca_action_of *a = left, *b = right;
    int order = strcmp(a->organization, b->organization);
    if (!order)
        order = (a->weakness > b->weakness) - (a->weakness < b->weakness);
    return order ? order : (a->action > b->action) - (a->action < b->action);
}

/* Those without an office last. */
static int by_office(const void *left, const void *right) {
    const oca_action_of *a = left, *b = right;
    const char *one = a->action->supporter, *other = b->action->supporter;
    if (!one != !other)
        return one ? -1 : 1;
    int order = oca_text_order(one, other);
    return order ? order : by_place(left, right);
}

/* Leans on the donor, or waits, through its predecessors, for an action that does. */
typedef struct {
    const oca_plan *plan;
    oca_strings stopped; /* ids of actions */
    oca_day leaves;
} donorless;

static bool is_stopped(const donorless *d, const oca_plan_action *action) {
    oca_date due = oca_current_due(action);
    if (!oca_is_open(action) || !due.given || due.day < d->leaves)
        return false;
    if (action->support == OCA_SUPPORT_DONOR)
        return true;
    return oca_share_word(&action->prerequisites, &d->stopped);
}

static void find_stops(oca_portfolio *p, oca_arena *mem, const oca_line *line, oca_day leaves) {
    donorless d = {.plan = line->plan, .leaves = leaves};
    for (bool more = true; more;) { /* until nothing is added: what stops, stops what waits for it */
        more = false;
        for (size_t w = 0; w < d.plan->weaknesses.n; w++) {
            const oca_plan_weakness *weakness = &d.plan->weaknesses.at[w];
            for (size_t k = 0; k < weakness->actions.n; k++) {
                const oca_plan_action *action = &weakness->actions.at[k];
                if (oca_holds(&d.stopped, action->id) || !is_stopped(&d, action))
                    continue;
                *(const char **)OCA_ADD(mem, &d.stopped) = action->id;
                *(oca_action_of *)OCA_ADD(mem, &p->stops) = (oca_action_of){line->id, weakness, action};
                more = true;
            }
        }
    }
}

void oca_portfolio_find_support(oca_portfolio *p, oca_arena *mem, oca_date donor_leaves) {
    for_all_actions(p, mem, visit_support);
    for_all_actions(p, mem, visit_ask);
    if (p->asks.n)
        qsort(p->asks.at, p->asks.n, sizeof *p->asks.at, by_office);
    for (size_t i = 0; donor_leaves.given && i < p->n_lines; i++)
        if (p->lines[i].plan)
            find_stops(p, mem, &p->lines[i], donor_leaves.day);
    if (p->stops.n)
        qsort(p->stops.at, p->stops.n, sizeof *p->stops.at, by_place);
}
