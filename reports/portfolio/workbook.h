/* The portfolio as a workbook. */
#ifndef OCA_REPORTS_PORTFOLIO_WORKBOOK_H
#define OCA_REPORTS_PORTFOLIO_WORKBOOK_H

#include "../../engine/writing/record.h"
#include "portfolio.h"

typedef struct {
    const oca_portfolio_report *report;
    oca_record_documents record;
} oca_portfolio_workbook;

/* Writes the workbook to `path`: a summary with charts, an organization a row, and a sheet for each table that has
 * rows. To be called in a child process. */
oca_status oca_portfolio_write(const char *path, oca_arena *mem, const oca_portfolio_workbook *workbook,
                               oca_faults *faults) __attribute__((warn_unused_result));

#endif
