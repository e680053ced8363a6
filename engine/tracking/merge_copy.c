/* A copy made ready for the merge; declared in merge_parts.h. */
#include "../base/words.h"
#include "../document/plan_check.h"
#include "../document/tree.h"
#include "journal.h"
#include "merge_parts.h"
#include "values.h"

#include <string.h>

static bool has_both_dates(const oca_plan_action *action) {
    return (action->start.given || action->revised_start.given) && (action->due.given || action->revised_due.given);
}

/* Of what was never planned, the date that was meant to be revised is the first. */
static void plan_first(oca_date *planned, oca_date *revised) {
    if (planned->given)
        return;
    *planned = *revised;
    *revised = (oca_date){0};
}

/* A deferred action that was given dates, and one that is new, is an added one; a weakness that was to come later, or
 * of which nothing is said, and that has actions is planned. */
static void settle_states(oca_plan *plan, const oca_plan *base) {
    for (size_t i = 0; i < plan->weaknesses.n; i++) {
        oca_plan_weakness *weakness = &plan->weaknesses.at[i];
        if ((weakness->state == OCA_LATER || weakness->state == OCA_WEAKNESS_ABSENT) && weakness->actions.n)
            weakness->state = OCA_PLANNED;
        for (size_t k = 0; k < weakness->actions.n; k++) {
            oca_plan_action *action = &weakness->actions.at[k];
            bool is_new = !oca_plan_find_action(base, action->id);
            bool dated = action->state == OCA_DEFERRED && has_both_dates(action);
            if (dated) {
                plan_first(&action->start, &action->revised_start);
                plan_first(&action->due, &action->revised_due);
            }
            if (is_new || dated)
                action->state = OCA_ADDED;
        }
    }
}

static bool same_day(oca_date a, oca_date b) {
    return a.given == b.given && (!a.given || a.day == b.day);
}

static const char *shown(oca_arena *mem, oca_date date) {
    return date.given ? oca_day_text(mem, date.day) : oca_message("no date");
}

static void check_date(oca_merger *m, const oca_merge_copy *copy, const oca_plan_action *action, const char *field,
                       oca_date now, oca_date was, oca_faults *faults) {
    if (!same_day(now, was))
        oca_report_at(faults, OCA_FAULT, copy->of->file, oca_merge_where(copy, action->id, field, &action->element),
                      "action \"%s\": the %s date first planned, %s, stays as it is; a new date goes into revised-%s, "
                      "with a reason",
                      action->id, field, shown(m->mem, was), field);
}

static void check_action(oca_merger *m, const oca_merge_copy *copy, const oca_plan_action *action, oca_faults *faults) {
    const oca_plan_action *was = oca_plan_find_action(copy->base, action->id);
    if (!was || (was->state != OCA_SCHEDULED && was->state != OCA_ADDED))
        return;
    check_date(m, copy, action, "start", action->start, was->start, faults);
    check_date(m, copy, action, "due", action->due, was->due, faults);
    if (action->state != was->state)
        oca_report_at(faults, OCA_FAULT, copy->of->file, oca_merge_where(copy, action->id, "state", &action->element),
                      "action \"%s\": its state, %s, may not change; one that is given up is dropped, with a reason",
                      action->id, oca_action_state_words[was->state - 1]);
}

static bool has_dated_action(const oca_plan_weakness *weakness) {
    for (size_t i = 0; i < weakness->actions.n; i++)
        if (weakness->actions.at[i].state != OCA_DEFERRED)
            return true;
    return false;
}

/* A copy that still has for later what the record has taken in since is only older. */
static void check_weakness(const oca_merge_copy *copy, const oca_plan_weakness *weakness, oca_faults *faults) {
    const oca_plan_weakness *was = oca_plan_find_weakness(copy->base, weakness->item);
    bool taken_in = was && was->state == OCA_LATER && weakness->state == OCA_PLANNED;
    bool older = was && weakness->state == OCA_LATER && !has_dated_action(was);
    if (was && weakness->state != was->state && !taken_in && !older)
        oca_report_at(faults, OCA_FAULT, copy->of->file, oca_element_where(&weakness->element),
                      "the weakness of item \"%s\": its state may not change; one that comes later may be taken in",
                      weakness->item);
}

void oca_merge_prepare(oca_merger *m, const oca_plan_copy *given, oca_faults *faults) {
    oca_merge_copy *copy = OCA_ADD(m->mem, &m->copies);
    *copy = (oca_merge_copy){.of = given, .base = given->base};
    copy->plan = *(oca_plan *)oca_element_copy(m->mem, oca_plan_format.shape, given->plan);
    const oca_plan *source = given->base ? given->base : given->plan;
    copy->common = oca_journal_common(source, m->record);
    bool went_on = oca_journal_length(source) > copy->common; /* reviews that the record does not know */
    if (!given->base || went_on) {
        oca_plan *base = oca_alloc(m->mem, sizeof *base);
        copy->rewound = copy->common < oca_journal_length(m->record);
        *base = copy->rewound ? oca_plan_rewound(m->mem, m->record, copy->common) : *m->record;
        copy->base = base;
    }
    settle_states(&copy->plan, copy->base);
    for (size_t i = 0; i < copy->plan.weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &copy->plan.weaknesses.at[i];
        check_weakness(copy, weakness, faults);
        for (size_t k = 0; k < weakness->actions.n; k++)
            check_action(m, copy, &weakness->actions.at[k], faults);
    }
    oca_plan_check(m->mem, &copy->plan, faults);
}
