/* What the plans ask for: trainings, support, what is asked of government, what would stop without a donor
 * (scoring document, "Portfolio"). */
#include "portfolio_parts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool oca_action_counts(const oca_plan_action *action) {
    return (action->state == OCA_SCHEDULED || action->state == OCA_ADDED) && action->status != OCA_DROPPED;
}

static void keep_earliest(oca_date *earliest, oca_date date) {
    if (date.given && (!earliest->given || date.day < earliest->day))
        *earliest = date;
}

/* Calls `visit` for every action of every organization's newest plan. */
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

/* Where a training is named: by an action that needs it, or in a register. */
typedef struct {
    const char *training, *rubric, *item; /* rubric and item: of the action; NULL in a register */
    const oca_line *line;
    const oca_plan_action *action;
    const oca_trained *entry;
} mention;

typedef OCA_LIST(mention) mentions;

static int pointer_order(const void *a, const void *b) {
    return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

/* By training, then by organization (lines lie in one list), then as they stand in the plan or its register. */
static int by_training(const void *left, const void *right) {
    const mention *a = left, *b = right;
    int order = strcmp(a->training, b->training);
    if (!order)
        order = pointer_order(a->line, b->line);
    if (!order)
        order = pointer_order(a->action, b->action);
    return order ? order : pointer_order(a->entry, b->entry);
}

/* Still to be done: scheduled, after this plan, or added. */
static bool needs_training(const oca_plan_action *action) {
    return action->training && oca_is_open(action);
}

static void find_mentions(mentions *out, oca_arena *mem, const oca_line *line) {
    for (size_t w = 0; line->plan && w < line->plan->weaknesses.n; w++) {
        const oca_plan_weakness *weakness = &line->plan->weaknesses.at[w];
        for (size_t k = 0; k < weakness->actions.n; k++) {
            const oca_plan_action *action = &weakness->actions.at[k];
            if (needs_training(action))
                *(mention *)OCA_ADD(mem, out) = (mention){.training = action->training,
                                                          .rubric = line->plan->origin->rubric,
                                                          .item = weakness->item,
                                                          .line = line,
                                                          .action = action};
        }
    }
    for (size_t k = 0; k < line->plans.n; k++)
        for (size_t i = 0; i < line->plans.at[k]->trained.n; i++) {
            const oca_trained *entry = &line->plans.at[k]->trained.at[i];
            if (entry->training)
                *(mention *)OCA_ADD(mem, out) = (mention){.training = entry->training, .line = line, .entry = entry};
        }
}

static void note_need(oca_training_line *training, oca_arena *mem, const mention *one) {
    if (training->needs.n == 0 || !oca_equal(training->needs.at[training->needs.n - 1].organization, one->line->id))
        *(oca_training_need *)OCA_ADD(mem, &training->needs) = (oca_training_need){.organization = one->line->id};
    if (one->action->state == OCA_DEFERRED)
        return; /* it has no dates */
    keep_earliest(&training->needs.at[training->needs.n - 1].start, oca_current_start(one->action));
    keep_earliest(&training->start, oca_current_start(one->action));
}

static void note_held(oca_training_line *training, oca_arena *mem, const mention *one) {
    *(oca_training_held *)OCA_ADD(mem, &training->held) = (oca_training_held){one->line->id, one->entry};
    training->women += oca_or(one->entry->women, 0);
    training->men += oca_or(one->entry->men, 0);
    training->youth += oca_or(one->entry->youth, 0);
    training->passed_on += oca_or(one->entry->passed_on, 0);
}

/* At or above `adequate` on all items of its rubric that the actions belong to, and there is at least one. */
static bool could_train(const oca_kept_round *round, const mention *all, size_t n) {
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        if (!all[i].item || !oca_equal(all[i].rubric, round->frame->rubric->id))
            continue;
        long item = oca_frame_find_item(round->frame, all[i].item);
        if (item == OCA_NOWHERE || !oca_kept_able(round, (size_t)item))
            return false;
        any = true;
    }
    return any;
}

static int by_item(const void *left, const void *right) {
    const mention *a = left, *b = right;
    int order = oca_text_order(a->rubric, b->rubric);
    return order ? order : oca_text_order(a->item, b->item);
}

/* Sorts the mentions by item and keeps one of each; returns how many. */
static size_t distinct_items(mention *all, size_t n) {
    size_t kept = 0;
    qsort(all, n, sizeof *all, by_item);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || by_item(&all[kept - 1], &all[i]) != 0)
            all[kept++] = all[i];
    return kept;
}

static void find_trainers(oca_training_line *training, oca_arena *mem, const oca_portfolio *p, mention *all, size_t n) {
    n = distinct_items(all, n);
    for (size_t i = 0; i < p->n_lines; i++) {
        const oca_kept_round *round = oca_line_now(&p->lines[i]);
        if (round && could_train(round, all, n))
            *(const char **)OCA_ADD(mem, &training->trainers) = p->lines[i].id;
    }
}

void oca_portfolio_find_trainings(oca_portfolio *p, oca_arena *mem) {
    oca_arena scratch = {0};
    mentions all = {0};
    for (size_t i = 0; i < p->n_lines; i++)
        find_mentions(&all, &scratch, &p->lines[i]);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_training);
    for (size_t i = 0, end; i < all.n; i = end) {
        oca_training_line *training = OCA_ADD(mem, &p->trainings);
        training->id = all.at[i].training;
        for (end = i; end < all.n && oca_equal(all.at[end].training, training->id); end++)
            if (all.at[end].action)
                note_need(training, mem, &all.at[end]);
            else
                note_held(training, mem, &all.at[end]);
        find_trainers(training, mem, p, all.at + i, end - i);
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

/* An action waits for another of the plan. */
typedef struct {
    const char *before; /* id */
    size_t after;
} wait;

static int by_before(const void *left, const void *right) {
    const wait *a = left, *b = right;
    int order = strcmp(a->before, b->before);
    return order ? order : (a->after > b->after) - (a->after < b->after);
}

/* The plan's actions while those are found that would stop. */
typedef struct {
    oca_actions_of all;
    OCA_LIST(wait) waits; /* by `before` */
    OCA_LIST(size_t) queue;
    bool *stopped;
} stopping;

/* Open, and not over by then. */
static bool goes_on(const oca_plan_action *action, oca_day leaves) {
    oca_date due = oca_current_due(action);
    return oca_is_open(action) && due.given && due.day >= leaves;
}

static void stop(stopping *s, oca_arena *mem, size_t i, oca_day leaves) {
    if (s->stopped[i] || !goes_on(s->all.at[i].action, leaves))
        return;
    s->stopped[i] = true;
    *(size_t *)OCA_ADD(mem, &s->queue) = i;
}

/* The first that waits for the action of that id. */
static size_t first_wait(const stopping *s, const char *id) {
    size_t low = 0, high = s->waits.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(s->waits.at[middle].before, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void find_waits(stopping *s, oca_arena *mem, const oca_line *line) {
    for (size_t w = 0; w < line->plan->weaknesses.n; w++)
        for (size_t k = 0; k < line->plan->weaknesses.at[w].actions.n; k++) {
            const oca_plan_action *action = &line->plan->weaknesses.at[w].actions.at[k];
            for (size_t i = 0; i < action->prerequisites.n; i++)
                *(wait *)OCA_ADD(mem, &s->waits) = (wait){action->prerequisites.at[i], s->all.n};
            *(oca_action_of *)OCA_ADD(mem, &s->all) = (oca_action_of){line->id, &line->plan->weaknesses.at[w], action};
        }
    if (s->waits.n)
        qsort(s->waits.at, s->waits.n, sizeof *s->waits.at, by_before);
}

/* Actions that lean on the donor, and all that waits for them, in the order of the plan. */
static void find_stops(oca_portfolio *p, oca_arena *mem, const oca_line *line, oca_day leaves) {
    oca_arena scratch = {0};
    stopping s = {0};
    find_waits(&s, &scratch, line);
    s.stopped = oca_alloc(&scratch, s.all.n * sizeof *s.stopped);
    for (size_t i = 0; i < s.all.n; i++)
        if (s.all.at[i].action->support == OCA_SUPPORT_DONOR)
            stop(&s, &scratch, i, leaves);
    for (size_t next = 0; next < s.queue.n; next++) {
        const char *id = s.all.at[s.queue.at[next]].action->id;
        for (size_t k = first_wait(&s, id); k < s.waits.n && strcmp(s.waits.at[k].before, id) == 0; k++)
            stop(&s, &scratch, s.waits.at[k].after, leaves);
    }
    for (size_t i = 0; i < s.all.n; i++)
        if (s.stopped[i])
            *(oca_action_of *)OCA_ADD(mem, &p->stops) = s.all.at[i];
    oca_arena_free(&scratch);
}

void oca_portfolio_find_support(oca_portfolio *p, oca_arena *mem, oca_date donor_leaves) {
    for_all_actions(p, mem, visit_support);
    for_all_actions(p, mem, visit_ask);
    if (p->asks.n)
        qsort(p->asks.at, p->asks.n, sizeof *p->asks.at, by_office);
    for (size_t i = 0; donor_leaves.given && i < p->n_lines; i++)
        if (p->lines[i].plan)
            find_stops(p, mem, &p->lines[i], donor_leaves.day);
}
