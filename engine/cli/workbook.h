/* Documents as their workbooks: for the verbs that write one. */
#ifndef OCA_CLI_WORKBOOK_H
#define OCA_CLI_WORKBOOK_H

#include "../../reports/scoring/scoring.h"
#include "load.h"
#include "output.h"

/* Writes what was loaded without a fault; `previous` may be NULL. The draft plan takes its actions from the library
 * that is found; there need not be one. */
oca_status oca_write_scoring(const oca_output *output, oca_run *run, const oca_loaded *loaded,
                             const oca_previous *previous) __attribute__((warn_unused_result));

/* Writes a document as `output` wants it: as XML, or, an assessment or a plan, as its workbook: the scoring workbook,
 * or the one that an association lives with. What rubric and library add to a plan is added where they are found; an
 * assessment is held against its rubric. */
oca_status oca_write_document(const oca_output *output, oca_run *run, const oca_document *document)
    __attribute__((warn_unused_result));

#endif
