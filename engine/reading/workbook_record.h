/* The documents embedded in a workbook's hidden sheet (writing/record.h), read back. */
#ifndef OCA_READING_WORKBOOK_RECORD_H
#define OCA_READING_WORKBOOK_RECORD_H

#include "../writing/record.h"
#include "workbook.h"

/* True if the sheet holds a record: it is told by its headings, since its tab may be renamed. */
bool oca_is_record_sheet(const oca_worksheet *sheet);

/* The documents of the record, in the order of the sheet. A workbook without a record, or with one that is not whole,
 * is faulty. */
oca_status oca_workbook_record(oca_record_documents *out, oca_arena *mem, const oca_workbook *workbook,
                               oca_faults *faults) __attribute__((warn_unused_result));

#endif
