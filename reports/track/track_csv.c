/* One line an action. */
#include "../csv.h"
#include "words.h"

static void text(oca_arena *mem, oca_table *table, const char *value) {
    if (value)
        oca_table_text(mem, table, value);
    else
        oca_table_undefined(mem, table, "");
}

static void day(oca_arena *mem, oca_table *table, oca_date date) {
    if (date.given)
        oca_table_date(mem, table, date.day);
    else
        oca_table_undefined(mem, table, "");
}

static void row(oca_arena *mem, oca_table *table, const oca_tracked *tracked, size_t number) {
    const oca_progress_action *at = &tracked->progress.actions.at[number];
    const oca_plan_action *action = at->action;
    oca_action_status status = action->status ? action->status : OCA_NOT_STARTED;
    text(mem, table, action->id);
    text(mem, table, at->weakness->item);
    text(mem, table, at->weakness->area);
    text(mem, table, oca_track_action_title(tracked, action));
    text(mem, table, action->state ? oca_action_state_words[action->state - 1] : NULL);
    text(mem, table, oca_action_status_words[status - 1]);
    oca_table_number(mem, table, oca_or(action->percent, 0), OCA_DECIMALS_POINTS);
    oca_table_number(mem, table, at->weeks, 0);
    text(mem, table, action->lead);
    text(mem, table, action->person);
    day(mem, table, action->start);
    day(mem, table, action->due);
    day(mem, table, action->revised_start);
    day(mem, table, action->revised_due);
    day(mem, table, action->started);
    day(mem, table, action->finished);
    text(mem, table, at->overdue ? "yes" : "no");
    text(mem, table, action->reason);
}

const char *oca_track_csv(oca_arena *mem, const oca_tracked *tracked) {
    static const char *const fields[] = {
        "id",     "item",  "area", "title",         "state",       "status",  "percent",  "weeks",   "lead",
        "person", "start", "due",  "revised_start", "revised_due", "started", "finished", "overdue", "reason"};
    oca_table table = {0};
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < OCA_COUNT(fields); i++)
        oca_table_column(mem, &table, fields[i], fields[i], OCA_LEFT);
    for (size_t i = 0; i < tracked->progress.actions.n; i++)
        row(mem, &table, tracked, i);
    oca_table_csv(&out, &table);
    return out.at;
}
