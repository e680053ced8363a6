#include "waiting.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *id;
    size_t action;
} named;

/* What is asked of every pair of actions, found out once for each. */
typedef struct {
    const oca_progress *progress;
    const oca_library_action **from_library; /* by action; NULL if the library does not have it */
    named *by_id;
    size_t *required_by; /* by action: the last of those looked at that requires it, + 1 */
} finder;

static int by_id(const void *left, const void *right) {
    const named *a = left, *b = right;
    return strcmp(a->id, b->id);
}

static finder finder_of(oca_arena *mem, const oca_progress *progress, const oca_actions *library) {
    size_t n = progress->actions.n;
    finder f = {.progress = progress,
                .from_library = oca_alloc(mem, (n + 1) * sizeof *f.from_library),
                .by_id = oca_alloc(mem, (n + 1) * sizeof *f.by_id),
                .required_by = oca_alloc(mem, (n + 1) * sizeof *f.required_by)};
    for (size_t i = 0; i < n; i++) {
        const char *id = progress->actions.at[i].action->id;
        f.from_library[i] = oca_find_action(library, id);
        f.by_id[i] = (named){id, i};
    }
    qsort(f.by_id, n, sizeof *f.by_id, by_id);
    return f;
}

static void mark_required(const finder *f, size_t action) {
    const oca_strings *required = &f->progress->actions.at[action].action->prerequisites;
    for (size_t i = 0; i < required->n; i++) {
        named wanted = {.id = required->at[i]};
        const named *found = bsearch(&wanted, f->by_id, f->progress->actions.n, sizeof wanted, by_id);
        if (found)
            f->required_by[found->action] = action + 1;
    }
}

/* Of one item: true if `a` is to be over before `b` begins. */
static bool leads_to(const finder *f, size_t a, size_t b) {
    if (f->from_library[a] && f->from_library[b])
        return oca_compare(f->from_library[a]->to.value, f->from_library[b]->to.value) < 0;
    const oca_plan_action *first = f->progress->actions.at[a].action, *second = f->progress->actions.at[b].action;
    return first->state == OCA_SCHEDULED && second->state == OCA_SCHEDULED && a < b && first->due.given &&
           second->start.given && first->due.day < second->start.day;
}

/* `b` is the action whose required ones are marked. */
static bool precedes(const finder *f, size_t a, size_t b) {
    const oca_progress_action *before = &f->progress->actions.at[a], *after = &f->progress->actions.at[b];
    if (a == b || !before->counts || !after->counts)
        return false;
    return f->required_by[a] == b + 1 || (before->weakness == after->weakness && leads_to(f, a, b));
}

/* Counts, from each open action, the open ones that wait for it over others too. */
static void count_held_up(oca_arena *mem, const oca_progress *progress, oca_waiting *all) {
    size_t n = progress->actions.n;
    size_t *seen = oca_alloc(mem, (n + 1) * sizeof *seen), *stack = oca_alloc(mem, (n + 1) * sizeof *stack);
    for (size_t i = 0; i < n; i++) {
        if (!progress->actions.at[i].counts || !oca_is_open(progress->actions.at[i].action))
            continue;
        size_t top = 0;
        seen[i] = i + 1;
        stack[top++] = i;
        while (top) {
            const oca_waiting *at = &all[stack[--top]];
            for (size_t k = 0; k < at->waiting.n; k++) {
                size_t before = at->waiting.at[k];
                if (seen[before] == i + 1)
                    continue;
                seen[before] = i + 1;
                all[before].held_up++;
                stack[top++] = before;
            }
        }
    }
}

const oca_waiting *oca_waiting_find(oca_arena *mem, const oca_progress *progress, const oca_actions *library) {
    size_t n = progress->actions.n;
    oca_waiting *all = oca_alloc(mem, (n + 1) * sizeof *all);
    finder f = finder_of(mem, progress, library);
    for (size_t b = 0; b < n; b++) {
        mark_required(&f, b);
        for (size_t a = 0; a < n; a++) {
            if (!precedes(&f, a, b))
                continue;
            *(size_t *)OCA_ADD(mem, &all[b].before) = a;
            if (oca_is_open(progress->actions.at[a].action))
                *(size_t *)OCA_ADD(mem, &all[b].waiting) = a;
        }
    }
    count_held_up(mem, progress, all);
    return all;
}

static bool has_begun(const oca_plan_action *action) {
    return action->started.given || !(action->status == OCA_STATUS_ABSENT || action->status == OCA_NOT_STARTED);
}

bool oca_is_ready(const oca_progress *progress, const oca_waiting *waiting, size_t action) {
    const oca_progress_action *at = &progress->actions.at[action];
    return at->counts && !has_begun(at->action) && waiting[action].before.n && !waiting[action].waiting.n;
}

oca_date oca_review_after(const oca_plan *plan, oca_day day) {
    oca_date next = {0};
    for (size_t i = 0; i < plan->reviews.n; i++) {
        oca_date date = plan->reviews.at[i].date;
        if (date.given && date.day > day && (!next.given || date.day < next.day))
            next = date;
    }
    return next;
}

oca_date oca_next_review(const oca_progress *progress) {
    return oca_review_after(progress->plan, progress->date);
}

/* The last day that the next visit has to look ahead to: that of the visit after it, or the plan's end. */
static oca_day horizon(const oca_progress *progress) {
    oca_date next = oca_next_review(progress);
    oca_date after = next.given ? oca_review_after(progress->plan, next.day) : next;
    if (after.given)
        return after.day;
    return progress->plan->end.given && progress->plan->end.day > progress->date ? progress->plan->end.day
                                                                                 : progress->date;
}

static unsigned why(const oca_progress_action *at, oca_day until) {
    const oca_plan_action *action = at->action;
    if (!at->counts || !oca_is_open(action))
        return 0;
    bool soon = at->start.given && at->start.day <= until, began = has_begun(action);
    return (action->status == OCA_BLOCKED ? OCA_UNBLOCK_BLOCKED : 0U) | (at->overdue ? OCA_UNBLOCK_LATE : 0U) |
           (!began && soon && action->unmet.n ? OCA_UNBLOCK_UNMET : 0U) |
           (!began && soon && !action->lead && !action->person ? OCA_UNBLOCK_NOBODY : 0U);
}

typedef struct {
    oca_unblock unblock;
    size_t held_up;
} candidate;

static int by_what_it_holds_up(const void *left, const void *right) {
    const candidate *a = left, *b = right;
    if (a->held_up != b->held_up)
        return a->held_up > b->held_up ? -1 : 1;
    return a->unblock.action < b->unblock.action ? -1 : a->unblock.action > b->unblock.action;
}

oca_unblocks oca_unblock_find(oca_arena *mem, const oca_progress *progress, const oca_waiting *waiting) {
    OCA_LIST(candidate) found = {0};
    oca_unblocks out = {0};
    oca_day until = horizon(progress);
    for (size_t i = 0; i < progress->actions.n; i++) {
        unsigned reasons = why(&progress->actions.at[i], until);
        if (reasons)
            *(candidate *)OCA_ADD(mem, &found) = (candidate){{i, reasons}, waiting[i].held_up};
    }
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, by_what_it_holds_up);
    for (size_t i = 0; i < found.n; i++)
        *(oca_unblock *)OCA_ADD(mem, &out) = found.at[i].unblock;
    return out;
}
