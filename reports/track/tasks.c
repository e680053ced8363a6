/* This month's tasks by person, short enough to be sent by phone. */
#include "words.h"

#include "../../engine/base/clean.h"

static const char *month_shown(oca_arena *mem, oca_day day) {
    static const char *const names[] = {N_("January"),   N_("February"), N_("March"),    N_("April"),
                                        N_("May"),       N_("June"),     N_("July"),     N_("August"),
                                        N_("September"), N_("October"),  N_("November"), N_("December")};
    int year, month, day_of_month;
    oca_day_parts(day, &year, &month, &day_of_month);
    return oca_format_text(mem, "%s %d", _(names[month - 1]), year);
}

static oca_day last_of_month(oca_day day) {
    int year, month, day_of_month;
    oca_day_parts(day, &year, &month, &day_of_month);
    return oca_day_add_months(day - (day_of_month - 1), 1) - 1;
}

/* To be worked on this month: it is open, and begins before the month ends. */
static bool is_task(const oca_progress_action *at, oca_day last) {
    bool begins = !at->start.given || at->start.day <= last;
    return at->counts && oca_is_open(at->action) && (begins || (at->due.given && at->due.day <= last));
}

static const char *person_of(const oca_tracked *tracked, const oca_progress_action *at) {
    return at->action->person ? at->action->person : oca_track_role(tracked, at->action->lead);
}

/* "Open the box: due 2025-06-30". */
static const char *task(oca_arena *mem, const oca_tracked *tracked, const oca_progress_action *at, oca_day last) {
    const char *title = oca_track_action_title(tracked, at->action);
    if (!at->due.given)
        return title;
    const char *due = oca_day_text(mem, at->due.day);
    if (at->overdue)
        return oca_format_text(mem, _("%s: was due %s"), title, due);
    return oca_format_text(mem, at->due.day <= last ? _("%s: due %s") : _("%s: goes on until %s"), title, due);
}

const char *oca_track_tasks(oca_arena *mem, const oca_tracked *tracked) {
    const oca_progress *progress = &tracked->progress;
    oca_day last = last_of_month(progress->date);
    oca_buffer out = {.mem = mem};
    oca_strings people = {0};
    for (size_t i = 0; i < progress->actions.n; i++)
        if (is_task(&progress->actions.at[i], last) &&
            !oca_holds(&people, person_of(tracked, &progress->actions.at[i])))
            *(const char **)OCA_ADD(mem, &people) = person_of(tracked, &progress->actions.at[i]);
    oca_buffer_print(
        &out, "%s\n",
        oca_format_text(mem, _("%s: tasks of %s"), oca_track_organization(tracked), month_shown(mem, progress->date)));
    for (size_t k = 0; k < people.n; k++) {
        oca_buffer_print(&out, "\n%s\n", people.at[k]);
        for (size_t i = 0; i < progress->actions.n; i++) {
            const oca_progress_action *at = &progress->actions.at[i];
            if (!is_task(at, last) || !oca_equal(person_of(tracked, at), people.at[k]))
                continue;
            const char *line = task(mem, tracked, at, last);
            oca_buffer_print(&out, "- %s\n",
                             at->action->status == OCA_BLOCKED ? oca_format_text(mem, _("%s (blocked)"), line) : line);
        }
    }
    if (people.n == 0)
        oca_buffer_print(&out, "\n%s\n", _("Nothing is to be done this month."));
    return oca_clean(mem, out.at);
}
