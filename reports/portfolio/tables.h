/* What the portfolio's workbook and result XML are made of: tables of typed cells, each with its name. */
#ifndef OCA_REPORTS_PORTFOLIO_TABLES_H
#define OCA_REPORTS_PORTFOLIO_TABLES_H

#include "../table.h"
#include "portfolio.h"

typedef OCA_LIST(oca_named_table) oca_portfolio_tables;

/* All that have rows, in the order in which they are shown. They live in `mem`; plans' progress is as it stands, which
 * needs no date; what does is there where the report has one. */
oca_portfolio_tables oca_portfolio_make_tables(oca_arena *mem, const oca_portfolio_report *report);

/* The tables that are about plans and who could learn from whom, added to `tables`. */
void oca_portfolio_add_plan_tables(oca_portfolio_tables *tables, oca_arena *mem, const oca_portfolio_report *report);

/* An empty table at the end of `tables`; taken away again by oca_portfolio_end_table if it got no rows. */
oca_table *oca_portfolio_begin_table(oca_portfolio_tables *tables, oca_arena *mem, const char *name, const char *row,
                                     const char *sheet, const char *hint);
void oca_portfolio_end_table(oca_portfolio_tables *tables);

#endif
