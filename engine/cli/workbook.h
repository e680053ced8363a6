/* Documents as their workbooks: for the verbs that write one. */
#ifndef OCA_CLI_WORKBOOK_H
#define OCA_CLI_WORKBOOK_H

#include "../../reports/scoring/scoring.h"
#include "load.h"
#include "output.h"

/* Writes what was loaded without a fault; `previous` may be NULL. The draft plan takes its actions from the library
 * that is found; there need not be one. */
oca_status oca_write_scoring(const oca_output *output, oca_run *run, const oca_loaded *loaded,
                             const oca_previous *previous, const char *lang) __attribute__((warn_unused_result));

/* Writes a plan that was read as its workbook, with what its rubric and library add where they are found. */
oca_status oca_write_plan_book(const oca_output *output, oca_run *run, oca_plan *plan, const char *lang)
    __attribute__((warn_unused_result));

#endif
