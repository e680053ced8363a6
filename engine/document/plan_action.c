/* What an action of a plan says of itself; declared in plan.h. */
#include "plan.h"

enum { DAYS_A_WEEK = 7 };

oca_date oca_current_start(const oca_plan_action *action) {
    return action->revised_start.given ? action->revised_start : action->start;
}

oca_date oca_current_due(const oca_plan_action *action) {
    return action->revised_due.given ? action->revised_due : action->due;
}

bool oca_is_open(const oca_plan_action *action) {
    return action->status != OCA_DONE && action->status != OCA_DROPPED;
}

oca_number oca_weeks_of(const oca_plan_action *action) {
    oca_date start = action->start.given ? action->start : action->revised_start;
    oca_date due = action->due.given ? action->due : action->revised_due;
    if (action->weeks.given || !start.given || !due.given)
        return action->weeks;
    oca_day weeks = (due.day - start.day + 1 + DAYS_A_WEEK - 1) / DAYS_A_WEEK;
    return oca_given(weeks);
}
