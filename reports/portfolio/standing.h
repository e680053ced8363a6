/* Where the plans of a portfolio stand on a day (scoring document, "Progress at a date"). */
#ifndef OCA_REPORTS_PORTFOLIO_STANDING_H
#define OCA_REPORTS_PORTFOLIO_STANDING_H

#include "../../engine/comparing/portfolio.h"
#include "../../engine/tracking/progress.h"

typedef struct {
    const char *organization;
    oca_completion completion;
    size_t overdue, due_soon; /* actions; due_soon: within 30 days */
} oca_standing_line;

typedef struct {
    OCA_LIST(oca_standing_line) lines; /* the newest plan of each organization that has one, by id */
    oca_completion completion;         /* of all, by their weeks */
    size_t overdue, due_soon;
    size_t late; /* plans with an action overdue */
} oca_standings;

oca_standings oca_standings_at(oca_arena *mem, const oca_portfolio *portfolio, oca_day date);

#endif
