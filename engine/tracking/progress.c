#include "progress.h"

enum { SOON_DAYS = 30 };

static double percent_done(const oca_plan_action *action) {
    if (action->status == OCA_DONE)
        return 100;
    return action->status == OCA_STATUS_ABSENT || action->status == OCA_NOT_STARTED ? 0 : oca_or(action->percent, 0);
}

static double percent_planned(const oca_plan_action *action, oca_day date) {
    if (!action->start.given || !action->due.given || date < action->start.day)
        return 0;
    if (date >= action->due.day)
        return 100;
    return 100.0 * (date - action->start.day + 1) / (action->due.day - action->start.day + 1);
}

static oca_progress_action look_at(const oca_plan_weakness *weakness, const oca_plan_action *action, oca_day date) {
    oca_progress_action out = {.weakness = weakness,
                               .action = action,
                               .counts = action->state == OCA_SCHEDULED || action->state == OCA_ADDED,
                               .weeks = oca_or(oca_weeks_of(action), 0),
                               .done = percent_done(action),
                               .planned = percent_planned(action, date),
                               .start = oca_current_start(action),
                               .due = oca_current_due(action)};
    bool awaited = out.counts && out.due.given && oca_is_open(action);
    out.overdue = awaited && out.due.day < date;
    out.due_soon = awaited && date <= out.due.day && out.due.day <= date + SOON_DAYS;
    return out;
}

static void count(oca_progress *out, const oca_progress_action *at) {
    size_t *const counters[] = {&out->not_started, &out->not_started, &out->ongoing,
                                &out->blocked,     &out->done,        &out->dropped};
    if (!at->counts)
        return;
    (*counters[at->action->status])++;
    out->added += at->action->state == OCA_ADDED;
    out->overdue += at->overdue;
    out->due_soon += at->due_soon;
}

/* Sums of weeks, and of weeks times percent. */
typedef struct {
    double weeks, done, agreed_weeks, agreed_done, planned_done;
} sums;

static void add_to(sums *s, const oca_progress_action *at) {
    bool dropped = at->action->status == OCA_DROPPED;
    if (at->counts && !dropped) {
        s->weeks += at->weeks;
        s->done += at->weeks * at->done;
    }
    if (at->action->state == OCA_SCHEDULED) {
        s->agreed_weeks += at->weeks;
        s->agreed_done += dropped ? 0 : at->weeks * at->done;
        s->planned_done += at->weeks * at->planned;
    }
}

static oca_number share(double done, double weeks) {
    return weeks > 0 ? oca_given(done / weeks) : (oca_number){0};
}

static oca_completion completion_of(const sums *s) {
    return (oca_completion){share(s->done, s->weeks), share(s->agreed_done, s->agreed_weeks),
                            share(s->planned_done, s->agreed_weeks), s->weeks, s->agreed_weeks};
}

typedef const char *key_of_action(const oca_progress_action *at);

static const char *area_of(const oca_progress_action *at) {
    return at->weakness->area;
}

static const char *lead_of(const oca_progress_action *at) {
    return at->action->lead;
}

/* Adds the group of that id, if some action that counts is of it. */
static void add_group(oca_arena *mem, oca_progress *out, oca_progress_groups *groups, key_of_action *key,
                      const char *id) {
    sums s = {0};
    oca_progress_group group = {.id = id};
    for (size_t i = 0; i < groups->n; i++)
        if (oca_equal(groups->at[i].id, id))
            return;
    for (size_t i = 0; i < out->actions.n; i++) {
        const oca_progress_action *at = &out->actions.at[i];
        if (!at->counts || !oca_equal(key(at), id))
            continue;
        add_to(&s, at);
        group.actions++;
        group.overdue += at->overdue;
    }
    group.completion = completion_of(&s);
    if (group.actions)
        *(oca_progress_group *)OCA_ADD(mem, groups) = group;
}

static void find_groups(oca_arena *mem, oca_progress *out, const oca_frame *frame) {
    for (size_t i = 1; frame && i < frame->n_nodes; i++)
        add_group(mem, out, &out->areas, area_of, frame->nodes[i].area->id);
    for (size_t i = 0; i < out->actions.n; i++) {
        const oca_progress_action *at = &out->actions.at[i];
        if (at->counts && at->weakness->area)
            add_group(mem, out, &out->areas, area_of, at->weakness->area);
        if (at->counts)
            add_group(mem, out, &out->leads, lead_of, at->action->lead);
    }
}

oca_progress oca_progress_at(oca_arena *mem, const oca_plan *plan, oca_day date, const oca_frame *frame) {
    oca_progress out = {.plan = plan, .date = date};
    sums s = {0};
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        for (size_t k = 0; k < plan->weaknesses.at[i].actions.n; k++) {
            oca_progress_action *at = OCA_ADD(mem, &out.actions);
            *at = look_at(&plan->weaknesses.at[i], &plan->weaknesses.at[i].actions.at[k], date);
            count(&out, at);
            add_to(&s, at);
        }
    out.completion = completion_of(&s);
    find_groups(mem, &out, frame);
    return out;
}
