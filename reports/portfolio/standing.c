#include "standing.h"

/* Adds `more`, the percent of so many weeks, to a sum. */
static void add(double *sum, oca_number more, double weeks) {
    *sum += oca_or(more, 0) * weeks;
}

static oca_number share(double sum, double weeks) {
    return weeks > 0 ? oca_given(sum / weeks) : (oca_number){0};
}

oca_standings oca_standings_at(oca_arena *mem, const oca_portfolio *portfolio, oca_day date) {
    oca_standings out = {.late = 0};
    double as_it_stands = 0, agreed = 0, planned = 0;
    for (size_t i = 0; i < portfolio->n_lines; i++) {
        const oca_line *line = &portfolio->lines[i];
        if (!line->plan)
            continue;
        oca_progress progress = oca_progress_at(mem, line->plan, date, NULL);
        oca_completion own = progress.completion;
        *(oca_standing_line *)OCA_ADD(mem, &out.lines) =
            (oca_standing_line){line->id, own, progress.overdue, progress.due_soon};
        add(&as_it_stands, own.as_it_stands, own.weeks);
        add(&agreed, own.agreed, own.agreed_weeks);
        add(&planned, own.planned, own.agreed_weeks);
        out.completion.weeks += own.weeks;
        out.completion.agreed_weeks += own.agreed_weeks;
        out.overdue += progress.overdue;
        out.due_soon += progress.due_soon;
        out.late += progress.overdue > 0;
    }
    out.completion.as_it_stands = share(as_it_stands, out.completion.weeks);
    out.completion.agreed = share(agreed, out.completion.agreed_weeks);
    out.completion.planned = share(planned, out.completion.agreed_weeks);
    return out;
}
