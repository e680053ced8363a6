#include "programme.h"

#include "waiting.h"

#include <stdlib.h>
#include <string.h>

static const char *kept(oca_arena *mem, const char *text) {
    return text ? oca_copy(mem, text, strlen(text)) : NULL;
}

static oca_date last_visit(const oca_plan *plan, oca_day date) {
    oca_date last = {0};
    for (size_t i = 0; i < plan->visits.n; i++) {
        oca_date day = plan->visits.at[i].date;
        if (day.given && day.day <= date && (!last.given || day.day > last.day))
            last = day;
    }
    return last;
}

static oca_day newest(const oca_plan *plan) {
    oca_day day = plan->start.day;
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++)
        if (plan->journal->changes.at[i].date.day > day)
            day = plan->journal->changes.at[i].date.day;
    for (size_t i = 0; i < plan->visits.n; i++)
        if (plan->visits.at[i].date.given && plan->visits.at[i].date.day > day)
            day = plan->visits.at[i].date.day;
    return day;
}

static oca_programme_line *same_plan(oca_programme *programme, const oca_plan *plan) {
    for (size_t i = 0; i < programme->lines.n; i++)
        if (programme->lines.at[i].start == plan->start.day &&
            oca_equal(programme->lines.at[i].organization, plan->origin->organization))
            return &programme->lines.at[i];
    return NULL;
}

void oca_programme_add(oca_arena *mem, oca_programme *programme, const oca_plan *plan, const char *file) {
    oca_arena scratch = {0};
    oca_progress at = oca_progress_at(&scratch, plan, programme->date, NULL);
    oca_programme_line *line = same_plan(programme, plan);
    programme->superseded += line != NULL;
    if (!programme->lines.n)
        programme->lang = kept(mem, plan->lang);
    else if (!oca_equal(programme->lang, plan->lang))
        programme->lang = NULL;
    if (!line || newest(plan) >= line->newest) {
        if (!line)
            line = OCA_ADD(mem, &programme->lines);
        *line = (oca_programme_line){.file = kept(mem, file),
                                     .organization = kept(mem, plan->origin->organization),
                                     .name = kept(mem, plan->origin->name),
                                     .start = plan->start.day,
                                     .newest = newest(plan),
                                     .completion = at.completion,
                                     .actions = at.done + at.ongoing + at.blocked + at.not_started + at.dropped,
                                     .done = at.done,
                                     .blocked = at.blocked,
                                     .overdue = at.overdue,
                                     .due_soon = at.due_soon,
                                     .dropped = at.dropped,
                                     .added = at.added,
                                     .last_visit = last_visit(plan, programme->date),
                                     .next_review = oca_next_review(&at)};
    }
    oca_arena_free(&scratch);
}

/* How far it lies behind what was planned by now. */
static double behind(const oca_programme_line *line) {
    return oca_or(line->completion.planned, 0) - oca_or(line->completion.agreed, 0);
}

static int by_need(const void *left, const void *right) {
    const oca_programme_line *a = left, *b = right;
    size_t stuck = a->overdue + a->blocked, other_stuck = b->overdue + b->blocked;
    if (stuck != other_stuck)
        return stuck > other_stuck ? -1 : 1;
    int order = oca_compare(behind(b), behind(a));
    if (order)
        return order;
    if (a->last_visit.given != b->last_visit.given)
        return a->last_visit.given ? 1 : -1;
    if (a->last_visit.given && a->last_visit.day != b->last_visit.day)
        return a->last_visit.day < b->last_visit.day ? -1 : 1;
    order = strcmp(a->organization, b->organization);
    return order ? order : a->start < b->start ? -1 : a->start > b->start;
}

void oca_programme_order(oca_programme *programme) {
    if (programme->lines.n)
        qsort(programme->lines.at, programme->lines.n, sizeof *programme->lines.at, by_need);
    for (size_t i = 0; i < programme->lines.n; i++) {
        programme->overdue += programme->lines.at[i].overdue;
        programme->blocked += programme->lines.at[i].blocked;
    }
}
