#include "take_in.h"

#include "../base/words.h"
#include "journal.h"
#include "reschedule.h"
#include "values.h"

enum { PLACEHOLDER_WEEKS = 4 };

static void add(oca_arena *mem, oca_plan *plan, oca_plan_weakness *weakness, oca_plan_action action, oca_day date,
                const char *by) {
    action.state = OCA_ADDED;
    *(oca_plan_action *)OCA_ADD(mem, &weakness->actions) = action;
    oca_journal_add(
        mem, plan,
        (oca_change){.date = {true, date}, .by = by, .action = action.id, .field = "action", .new_value = action.id});
}

/* One text, in the plan's own language. */
static oca_words own(oca_arena *mem, const oca_plan *plan, const oca_actions *library, const oca_words *words) {
    oca_words one = {0};
    const char *text = oca_words_in(words, plan->lang, library->lang);
    if (*text)
        *(oca_text *)OCA_ADD(mem, &one) = (oca_text){.text = text};
    return one;
}

static oca_plan_action of_library(oca_arena *mem, const oca_plan *plan, const oca_actions *library,
                                  const oca_library_action *from) {
    oca_plan_action action = {.id = from->id,
                              .lead = from->lead,
                              .training = from->training,
                              .support = from->support,
                              .weeks = from->weeks,
                              .prerequisites = from->prerequisites,
                              .titles = own(mem, plan, library, &from->titles),
                              .indicators = own(mem, plan, library, &from->indicators),
                              .verifications = own(mem, plan, library, &from->verifications),
                              .resources = own(mem, plan, library, &from->resources)};
    for (size_t i = 0; i < from->costs.n; i++) {
        oca_cost *cost = OCA_ADD(mem, &action.costs);
        *cost = from->costs.at[i];
        cost->element = (oca_element){0};
    }
    return action;
}

static void fill(oca_arena *mem, oca_plan *plan, oca_plan_weakness *weakness, oca_day date, const oca_actions *library,
                 const char *by) {
    double standing = oca_or(weakness->standing, 0), target = oca_or(weakness->target, 0);
    for (double reached = standing;;) { /* by the level that they lead to, equal ones in the library's order */
        double next = target + 1;
        for (size_t i = 0; library && i < library->actions.n; i++) {
            const oca_library_action *from = &library->actions.at[i];
            double to = from->to.value;
            if (oca_equal(from->item, weakness->item) && oca_compare(to, reached) > 0 && oca_compare(to, target) <= 0 &&
                to < next)
                next = to;
        }
        if (oca_compare(next, target) > 0)
            break;
        for (size_t i = 0; library && i < library->actions.n; i++) {
            const oca_library_action *from = &library->actions.at[i];
            if (oca_equal(from->item, weakness->item) && oca_compare(from->to.value, next) == 0 &&
                !oca_plan_find_action(plan, from->id))
                add(mem, plan, weakness, of_library(mem, plan, library, from), date, by);
        }
        reached = next;
    }
    if (weakness->actions.n)
        return;
    oca_plan_action placeholder = {.id = oca_format_text(mem, "agree_%s", weakness->item),
                                   .weeks = oca_given(PLACEHOLDER_WEEKS)};
    const char *title = oca_words_in(&weakness->titles, plan->lang, plan->lang);
    *(oca_text *)OCA_ADD(mem, &placeholder.titles) =
        (oca_text){.text = oca_format_text(mem, _("Agree on an action: %s"), *title ? title : weakness->item)};
    add(mem, plan, weakness, placeholder, date, by);
}

void oca_plan_take_in(oca_arena *mem, oca_plan *plan, size_t from, oca_day date, const oca_actions *library,
                      const char *by) {
    size_t end = oca_journal_length(plan);
    for (size_t i = from; i < end; i++) {
        const oca_change *change = &plan->journal->changes.at[i];
        oca_plan_weakness *weakness =
            change->item && oca_equal(change->field, "state") ? oca_plan_find_weakness(plan, change->item) : NULL;
        if (weakness && weakness->state == OCA_PLANNED && weakness->actions.n == 0)
            fill(mem, plan, weakness, date, library, by);
    }
    if (oca_journal_length(plan) > end)
        oca_plan_schedule_new(mem, plan, date, library);
}
