#include "order.h"

enum { PLACEHOLDER_WEEKS = 4, DAYS = 7 };

/* The actions between where the item stands and its target, by `to`, then library order; or a placeholder. */
static void choose_for(oca_arena *mem, oca_planned *out, size_t number) {
    oca_weakness *weakness = &out->weaknesses.at[number];
    const oca_item *item = out->scores->answers->frame->items[weakness->item].item;
    weakness->first_action = out->actions.n;
    for (size_t i = 0; out->library && i < out->library->actions.n; i++) {
        const oca_library_action *action = &out->library->actions.at[i];
        if (!oca_equal(action->item, item->id) || oca_compare(action->to.value, weakness->standing) <= 0 ||
            oca_compare(action->to.value, weakness->target) > 0)
            continue;
        (void)(oca_planned_action *)OCA_ADD(mem, &out->actions);
        size_t k = out->actions.n - 1;
        for (; k > weakness->first_action && oca_compare(out->actions.at[k - 1].action->to.value, action->to.value) > 0;
             k--)
            out->actions.at[k] = out->actions.at[k - 1];
        out->actions.at[k] = (oca_planned_action){.action = action,
                                                  .id = action->id,
                                                  .weakness = number,
                                                  .weeks = (int)action->weeks.value,
                                                  .lead = action->lead};
    }
    if (out->actions.n == weakness->first_action)
        *(oca_planned_action *)OCA_ADD(mem, &out->actions) = (oca_planned_action){
            .id = oca_format_text(mem, "agree_%s", item->id), .weakness = number, .weeks = PLACEHOLDER_WEEKS};
    weakness->end_action = out->actions.n;
}

static bool is_in_plan(const oca_planned *out, const char *id) {
    for (size_t i = 0; i < out->actions.n; i++)
        if (oca_equal(out->actions.at[i].id, id))
            return true;
    return false;
}

/* True if the item of a required action that is not in the plan does not yet stand where that action leads. */
static bool is_unmet(const oca_planned *out, const oca_library_action *required) {
    const oca_answers *answers = out->scores->answers;
    long item = oca_frame_find_item(answers->frame, required->item);
    if (item == OCA_NOWHERE || answers->frame->items[item].product <= 0)
        return false;
    const oca_item_score *score = &out->scores->items[item];
    if (score->state == OCA_ITEM_NOT_APPLICABLE || score->state == OCA_STATE_NA)
        return false;
    return score->state != OCA_SCORED || oca_compare(score->standing, required->to.value) < 0;
}

static void find_unmet(oca_arena *mem, oca_planned *out, oca_planned_action *own) {
    for (size_t i = 0; own->action && i < own->action->prerequisites.n; i++) {
        const char *id = own->action->prerequisites.at[i];
        const oca_library_action *required = oca_find_action(out->library, id);
        if (required && !is_in_plan(out, id) && is_unmet(out, required))
            *(const char **)OCA_ADD(mem, &own->unmet) = id;
    }
}

void oca_actions_choose(oca_arena *mem, oca_planned *out) {
    for (size_t i = 0; i < out->weaknesses.n; i++)
        if (out->weaknesses.at[i].state != OCA_LATER)
            choose_for(mem, out, i);
        else
            out->weaknesses.at[i].first_action = out->weaknesses.at[i].end_action = out->actions.n;
    for (size_t i = 0; i < out->actions.n; i++)
        find_unmet(mem, out, &out->actions.at[i]);
}

/* The schedule while it is made; weeks count from 0 at the plan's start. */
typedef struct {
    oca_planned *out;
    long horizon;      /* whole weeks in the plan */
    long **running;    /* by role of the library: how many of its actions run in each week; NULL: none yet */
    bool *taken;       /* by action */
    size_t *waits_for; /* by action: how many of its predecessors are not taken */
    long *end;         /* by action: the week after its last, if scheduled */
} timetable;

static bool precedes(const oca_planned *out, size_t a, size_t b) {
    const oca_planned_action *first = &out->actions.at[a], *second = &out->actions.at[b];
    if (!second->action || !first->action)
        return false;
    return oca_holds(&second->action->prerequisites, first->id) ||
           (first->weakness == second->weakness && oca_compare(first->action->to.value, second->action->to.value) < 0);
}

/* The earliest week from `from` on in which the lead is free for `weeks` weeks; past the horizon if there is none. */
static long earliest(const timetable *t, const oca_planned_action *action, const oca_role *role, long from) {
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): there is a row for each role */
    const long *running = role ? t->running[role - t->out->library->roles.at] : NULL;
    if (!running)
        return from;
    long capacity = (long)oca_or(role->capacity, 1), start = from;
    for (long week = from; week < start + action->weeks && week < t->horizon; week++)
        if (running[week] >= capacity)
            start = week + 1;
    return start;
}

/* Notes that the role is busy in weeks [start, end). */
static void occupy(oca_arena *mem, timetable *t, const oca_role *role, long start, long end) {
    if (!role)
        return;
    long **running = &t->running[role - t->out->library->roles.at];
    if (!*running)
        *running = oca_alloc(mem, (size_t)t->horizon * sizeof **running);
    for (long week = start; week < end; week++)
        (*running)[week]++;
}

static void take(oca_arena *mem, timetable *t, size_t number) {
    oca_planned *out = t->out;
    oca_planned_action *action = &out->actions.at[number];
    const oca_role *role = oca_find_role(out->library, action->lead);
    long from = 0;
    action->state = OCA_SCHEDULED;
    t->taken[number] = true;
    for (size_t b = 0; b < out->actions.n; b++)
        t->waits_for[b] -= precedes(out, number, b);
    for (size_t a = 0; a < out->actions.n; a++)
        if (precedes(out, a, number)) {
            if (out->actions.at[a].state == OCA_DEFERRED)
                action->state = OCA_DEFERRED;
            else if (t->end[a] > from)
                from = t->end[a];
        }
    long start = action->state == OCA_SCHEDULED ? earliest(t, action, role, from) : 0;
    if (action->state == OCA_DEFERRED || start > t->horizon - action->weeks) {
        action->state = OCA_DEFERRED;
        return;
    }
    t->end[number] = start + action->weeks;
    action->start = out->start + (oca_day)(DAYS * start);
    action->due = action->start + DAYS * action->weeks - 1;
    occupy(mem, t, role, start, t->end[number]);
}

void oca_actions_schedule(oca_arena *mem, oca_planned *out) {
    size_t n = out->actions.n, roles = out->library ? out->library->roles.n : 0;
    timetable t = {.out = out, .horizon = (out->end - out->start + 1) / DAYS};
    t.taken = oca_alloc(mem, n);
    t.end = oca_alloc(mem, n * sizeof *t.end);
    t.running = oca_alloc(mem, roles * sizeof *t.running);
    t.waits_for = oca_alloc(mem, n * sizeof *t.waits_for);
    for (size_t b = 0; b < n; b++)
        for (size_t a = 0; a < n; a++)
            t.waits_for[b] += precedes(out, a, b);
    /* The library has no cycle, so there is always a first that waits for nobody. */
    for (size_t done = 0; done < n; done++)
        for (size_t i = 0; i < n; i++)
            if (!t.taken[i] && t.waits_for[i] == 0) {
                take(mem, &t, i);
                break;
            }
}
