/* A filled-in workbook as a form (document/form.h): its tables, found by their key rows, whatever was done to the
 * sheets around them. Knows how tables are found and cells are read, not what the document means. */
#ifndef OCA_READING_FILLED_H
#define OCA_READING_FILLED_H

#include "../document/form.h"
#include "workbook.h"

/* Reads the tables that `record`, the form of the embedded document, has. Cells that mean what the record says are
 * given as the record says it, so that what differs was typed; a row keeps the record's values in columns that its
 * sheet does not show. The kinds of columns are the record's.
 *
 * Every fault names its cell: formulas and errors where something is typed, values that cannot be read, ids that are
 * missing or stand twice, merged cells that hide a value. What is not part of the form, sheets, columns and comments,
 * is named in warnings, since it is not carried. */
oca_status oca_filled_read(oca_form *out, oca_arena *mem, const oca_workbook *workbook, const oca_form *record,
                           oca_faults *faults) __attribute__((warn_unused_result));

/* True if the workbook has any key row: tables to be read back. */
bool oca_filled_has_tables(const oca_workbook *workbook);

#endif
