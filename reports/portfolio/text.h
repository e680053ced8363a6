/* What the parts of the portfolio's summary share; included by reports/portfolio/text*.c only. */
#ifndef OCA_REPORTS_PORTFOLIO_TEXT_H
#define OCA_REPORTS_PORTFOLIO_TEXT_H

#include "../table.h"
#include "portfolio.h"

typedef struct {
    oca_lines out;
    oca_arena *mem;
    const oca_portfolio_report *report;
} oca_portfolio_page;

/* A paragraph, formatted as printf does. */
void oca_portfolio_say(oca_portfolio_page *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A stage's label, its id without one. */
const char *oca_portfolio_stage(const oca_portfolio_page *p, const oca_stage *stage);

/* Plan effect, peers, trainings, support, asks, what would stop. */
void oca_portfolio_say_plans(oca_portfolio_page *p);

#endif
