#include "slips.h"

#include "../base/text.h"
#include "progress.h"

#include <string.h>

static oca_date day_of(const char *text) {
    oca_date date = {0};
    date.given = text && oca_day_parse(&date.day, text, strlen(text));
    return date;
}

static void find_moves(oca_arena *mem, oca_slip_history *history, const oca_plan *plan) {
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++) {
        const oca_change *change = &plan->journal->changes.at[i];
        if (!oca_equal(change->action, history->action->id) || !oca_equal(change->field, "revised-due"))
            continue;
        *(oca_slip *)OCA_ADD(mem, &history->moves) =
            (oca_slip){change->date, day_of(change->old_value), day_of(change->new_value), change->reason, change->by};
    }
}

static oca_slip_history history_of(oca_arena *mem, const oca_plan *plan, const oca_plan_action *action) {
    oca_slip_history history = {.action = action};
    oca_date now = oca_current_due(action);
    find_moves(mem, &history, plan);
    if (history.moves.n == 0 && action->revised_due.given)
        *(oca_slip *)OCA_ADD(mem, &history.moves) =
            (oca_slip){.from = action->due, .to = action->revised_due, .reason = action->reason};
    if (now.given && action->due.given)
        history.days = now.day - action->due.day;
    return history;
}

oca_slips oca_slips_find(oca_arena *mem, const oca_plan *plan) {
    oca_slips out = {0};
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        for (size_t k = 0; k < plan->weaknesses.at[i].actions.n; k++) {
            const oca_plan_action *action = &plan->weaknesses.at[i].actions.at[k];
            oca_slip_history history = history_of(mem, plan, action);
            if (history.moves.n && action->state != OCA_DEFERRED)
                *(oca_slip_history *)OCA_ADD(mem, &out) = history;
        }
    return out;
}
