#include "reschedule.h"

#include "../base/words.h"
#include "journal.h"
#include "values.h"
#include "waiting.h"

#include <math.h>
#include <string.h>

enum { DAYS = 7, MOST_WEEKS = 2000 /* some 38 years: what finds no room before stays where it is */ };

/* Weeks count from 0 at the review's date. */
typedef struct {
    const char *lead;
    long capacity;
    int running[MOST_WEEKS];
} role;

typedef struct {
    oca_arena *mem;
    oca_plan *plan;
    oca_progress progress;
    const oca_waiting *waiting;
    const oca_actions *library;
    const char *by;
    bool only_new; /* only added actions without dates get some */
    OCA_LIST(role *) roles;
    bool *taken; /* by action */
    long *end;   /* by action: the week after its last */
} timetable;

static oca_plan_action *action_at(const timetable *t, size_t number) {
    return oca_plan_find_action(t->plan, t->progress.actions.at[number].action->id);
}

static const char *title_of(const oca_plan_action *action) {
    return action->titles.n && *action->titles.at[0].text ? action->titles.at[0].text : action->id;
}

/* How the reason of a move that was made here begins: so a date that somebody moved since is told apart. */
static const char *mark(oca_arena *mem, oca_date start, oca_date due) {
    return oca_format_text(mem, _("Re-scheduled to %s – %s: "), oca_day_text(mem, start.day),
                           oca_day_text(mem, due.day));
}

static bool moved_here(oca_arena *mem, const oca_plan_action *action) {
    if (!action->revised_start.given || !action->revised_due.given || !action->reason)
        return false;
    const char *begins = mark(mem, action->revised_start, action->revised_due);
    return strncmp(action->reason, begins, strlen(begins)) == 0;
}

static bool is_undated(const oca_plan_action *action) {
    return action->state == OCA_ADDED && !oca_current_start(action).given && !oca_current_due(action).given;
}

static bool may_move(const timetable *t, const oca_progress_action *at) {
    const oca_plan_action *action = at->action;
    bool short_enough = at->weeks >= 1 && at->weeks < MOST_WEEKS;
    if (t->only_new)
        return is_undated(action) && short_enough;
    bool begun = action->started.given || !(action->status == OCA_STATUS_ABSENT || action->status == OCA_NOT_STARTED);
    bool by_hand = (action->revised_start.given || action->revised_due.given) && !moved_here(t->mem, action);
    return action->state == OCA_SCHEDULED && !begun && !by_hand && short_enough;
}

static role *role_of(timetable *t, const char *lead) {
    for (size_t i = 0; i < t->roles.n; i++)
        if (oca_equal(t->roles.at[i]->lead, lead))
            return t->roles.at[i];
    role *made = oca_alloc(t->mem, sizeof *made);
    const oca_role *declared = oca_find_role(t->library, lead);
    *made = (role){.lead = lead, .capacity = declared ? (long)oca_or(declared->capacity, 1) : 1};
    *(role **)OCA_ADD(t->mem, &t->roles) = made;
    return made;
}

static void occupy(timetable *t, const char *lead, long from, long end) {
    role *busy = lead ? role_of(t, lead) : NULL;
    for (long week = from < 0 ? 0 : from; busy && week < end && week < MOST_WEEKS; week++)
        busy->running[week]++;
}

static long weeks_until(oca_day from, oca_day day) {
    return (long)ceil((double)(day - from) / DAYS);
}

/* What is under way, or was agreed by hand, keeps its dates; one that is late is taken to need the rest of its weeks
 * from the review on. */
static void take_fixed(timetable *t, size_t number) {
    const oca_progress_action *at = &t->progress.actions.at[number];
    t->taken[number] = true;
    if (!at->counts || !oca_is_open(at->action))
        return;
    oca_day today = t->progress.date;
    bool late = !at->due.given || at->due.day < today;
    double rest = ceil(at->weeks * (100 - at->done) / 100);
    t->end[number] = late ? (long)fmin(fmax(rest, 1), MOST_WEEKS) : weeks_until(today, at->due.day + 1);
    long from = !late && at->start.given && at->start.day > today ? (at->start.day - today) / DAYS : 0;
    occupy(t, at->action->lead, from, t->end[number]);
}

static void move(timetable *t, size_t number, long week, const char *why) {
    oca_plan_action *action = action_at(t, number);
    oca_plan_action was = *action;
    long weeks = (long)t->progress.actions.at[number].weeks;
    oca_date start = {true, t->progress.date + (oca_day)(DAYS * week)};
    oca_date due = {true, start.day + (oca_day)(DAYS * weeks) - 1};
    if (t->only_new) {
        action->start = start;
        action->due = due;
        return;
    }
    if (start.day == oca_current_start(action).day && due.day == oca_current_due(action).day)
        return;
    action->revised_start = start;
    action->revised_due = due;
    action->reason = oca_format_text(t->mem, "%s%s", mark(t->mem, start, due), why);
    static const char *const fields[] = {"revised-start", "revised-due"}, *const planned[] = {"start", "due"};
    for (size_t i = 0; i < OCA_COUNT(fields); i++) {
        const char *old = oca_action_value(t->mem, &was, fields[i]), *new = oca_action_value(t->mem, action, fields[i]);
        oca_change change = {.date = {true, t->progress.date},
                             .by = t->by,
                             .action = action->id,
                             .field = fields[i],
                             .old_value = *old ? old : oca_action_value(t->mem, &was, planned[i]),
                             .new_value = new,
                             .reason = action->reason};
        if (!oca_equal(old, new))
            oca_journal_add(t->mem, t->plan, change);
    }
}

/* Takes an action all of whose predecessors are taken. */
static void take(timetable *t, size_t number) {
    const oca_progress_action *at = &t->progress.actions.at[number];
    const oca_numbers *before = &t->waiting[number].before;
    long from = 0, weeks = (long)at->weeks;
    const char *why = _("the earliest date after the review");
    for (size_t i = 0; i < before->n; i++)
        if (t->end[before->at[i]] > from) {
            from = t->end[before->at[i]];
            why =
                oca_format_text(t->mem, _("it follows \"%s\""), title_of(t->progress.actions.at[before->at[i]].action));
        }
    long start = from;
    role *busy = at->action->lead ? role_of(t, at->action->lead) : NULL;
    for (long week = from; busy && week < start + weeks && week < MOST_WEEKS; week++)
        if (busy->running[week] >= busy->capacity) {
            start = week + 1;
            why = _("whoever leads it has other actions until then");
        }
    t->taken[number] = true;
    t->end[number] = start + weeks;
    if (t->end[number] > MOST_WEEKS)
        return;
    occupy(t, at->action->lead, start, t->end[number]);
    move(t, number, start, why);
}

static bool can_be_taken(const timetable *t, size_t number) {
    const oca_numbers *before = &t->waiting[number].before;
    for (size_t i = 0; i < before->n; i++)
        if (!t->taken[before->at[i]])
            return false;
    return !t->taken[number];
}

/* As the plan was made: again and again the first that waits for nobody. A circle of hand-written prerequisites is left
 * where it is. */
static void schedule(timetable *t, oca_day date) {
    t->progress = oca_progress_at(t->mem, t->plan, date, NULL);
    t->waiting = oca_waiting_find(t->mem, &t->progress, t->library);
    size_t n = t->progress.actions.n;
    t->taken = oca_alloc(t->mem, n + 1);
    t->end = oca_alloc(t->mem, (n + 1) * sizeof *t->end);
    for (size_t i = 0; i < n; i++)
        if (!may_move(t, &t->progress.actions.at[i]))
            take_fixed(t, i);
    for (bool any = true; any;) {
        any = false;
        for (size_t i = 0; i < n && !any; i++)
            if (can_be_taken(t, i)) {
                take(t, i);
                any = true;
            }
    }
}

size_t oca_plan_reschedule(oca_arena *mem, oca_plan *plan, oca_day date, const oca_actions *library, const char *by) {
    timetable made = {.mem = mem, .plan = plan, .library = library, .by = by};
    size_t before = oca_journal_length(plan), moved = 0;
    schedule(&made, date);
    const char *last = NULL;
    for (size_t i = before; i < oca_journal_length(plan); i++) {
        moved += !oca_equal(last, plan->journal->changes.at[i].action);
        last = plan->journal->changes.at[i].action;
    }
    return moved;
}

void oca_plan_schedule_new(oca_arena *mem, oca_plan *plan, oca_day date, const oca_actions *library) {
    timetable made = {.mem = mem, .plan = plan, .library = library, .only_new = true};
    schedule(&made, date);
}
