/* The plans of a programme as a workbook. */
#ifndef OCA_REPORTS_TRACK_PROGRAMME_BOOK_H
#define OCA_REPORTS_TRACK_PROGRAMME_BOOK_H

#include "../../engine/base/fault.h"
#include "../../engine/tracking/programme.h"
#include "../../engine/writing/record.h"

typedef struct {
    const oca_programme *programme;
    oca_record_documents record;
} oca_programme_workbook;

/* Writes the workbook to `path`: a summary with charts, the plans a row each, and the files that could not be read. To
 * be called in a child process. */
oca_status oca_programme_write(const char *path, oca_arena *mem, const oca_programme_workbook *workbook,
                               oca_faults *faults) __attribute__((warn_unused_result));

#endif
