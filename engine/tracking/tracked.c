#include "tracked.h"

#include "journal.h"

#include <stdlib.h>

enum { MOST_POINTS = 120 };

oca_tracked oca_track(oca_arena *mem, const oca_plan *plan, oca_day date, const oca_frame *frame,
                      const oca_actions *library, const char *lang) {
    static const oca_conflicts none = {0};
    oca_tracked out = {.plan = plan, .frame = frame, .library = library, .lang = lang, .conflicts = &none};
    out.progress = oca_progress_at(mem, plan, date, frame);
    out.waiting = oca_waiting_find(mem, &out.progress, library);
    out.unblock = oca_unblock_find(mem, &out.progress, out.waiting);
    out.slips = oca_slips_find(mem, plan);
    return out;
}

/* History. */

typedef OCA_LIST(oca_day) days;

static void add_day(oca_arena *mem, days *list, oca_date date) {
    if (date.given)
        *(oca_day *)OCA_ADD(mem, list) = date.day;
}

static int by_day(const void *left, const void *right) {
    const oca_day *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

static days days_of(oca_arena *mem, const oca_progress *progress) {
    const oca_plan *plan = progress->plan;
    days all = {0};
    add_day(mem, &all, plan->start);
    add_day(mem, &all, (oca_date){true, progress->date});
    add_day(mem, &all, plan->end);
    for (size_t i = 0; i < plan->reviews.n; i++)
        add_day(mem, &all, plan->reviews.at[i].date);
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++)
        add_day(mem, &all, plan->journal->changes.at[i].date);
    qsort(all.at, all.n, sizeof *all.at, by_day);
    return all;
}

static double part(oca_number percent, double weeks) {
    return oca_or(percent, 0) * weeks / 100;
}

static oca_history_point point_at(oca_arena *mem, const oca_progress *now, oca_day day) {
    oca_history_point point = {.date = day, .known = day <= now->date};
    oca_plan then = point.known ? oca_plan_on_day(mem, now->plan, day) : *now->plan;
    oca_progress progress = oca_progress_at(mem, &then, day, NULL);
    const oca_completion *at = &progress.completion;
    point.as_it_stands = part(at->as_it_stands, at->weeks);
    point.agreed = part(at->agreed, at->agreed_weeks);
    point.planned = part(at->planned, at->agreed_weeks);
    point.size = at->weeks;
    point.size_agreed = at->agreed_weeks;
    return point;
}

oca_history oca_history_of(oca_arena *mem, const oca_progress *progress) {
    oca_history out = {0};
    days all = days_of(mem, progress);
    size_t distinct = 0;
    for (size_t i = 0; i < all.n; i++)
        if (i == 0 || all.at[i] != all.at[i - 1])
            all.at[distinct++] = all.at[i];
    size_t every = 1 + distinct / MOST_POINTS; /* a chart shows no more, and each point undoes the journal */
    for (size_t i = 0; i < distinct; i++)
        if (i % every == 0 || i + 1 == distinct || all.at[i] == progress->date)
            *(oca_history_point *)OCA_ADD(mem, &out) = point_at(mem, progress, all.at[i]);
    return out;
}
