/* Tables in results; for the files of this folder. */
#ifndef OCA_REPORTS_RESULT_TABLE_H
#define OCA_REPORTS_RESULT_TABLE_H

#include "../../engine/writing/stream.h"
#include "../table.h"

/* The table as an element: its columns, then an element for each row with an attribute for each cell; numbers as in all
 * results NAME, NAME-shown, NAME-why. The names of columns are those of the table's fields with '-' for '_'. */
void oca_result_table(oca_stream *out, oca_arena *mem, const oca_named_table *made);

#endif
