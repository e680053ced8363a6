/* What the sheets of the portfolio's workbook share; for reports/portfolio/workbook*.c only. */
#ifndef OCA_REPORTS_PORTFOLIO_WORKBOOK_PARTS_H
#define OCA_REPORTS_PORTFOLIO_WORKBOOK_PARTS_H

#include "../xlsx/page.h"
#include "findings.h"

/* Fills the sheet of one rubric: where the organizations stand, their stages and their areas, at baseline and in the
 * latest round, each with a chart. */
void oca_portfolio_distribution(oca_arena *mem, const oca_portfolio_report *report, const oca_portfolio_rubric *rubric,
                                oca_sheet *sheet);

#endif
