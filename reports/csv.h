/* A table as comma-separated values (RFC 4180), for programs and spreadsheets. */
#ifndef OCA_REPORTS_CSV_H
#define OCA_REPORTS_CSV_H

#include "table.h"

/* Adds the table: a line of field names (of a column without one, its heading), then the rows, each ended by a line
 * feed. Numbers as they read back, undefined as nothing. A text that a spreadsheet would take for a formula (it
 * begins with = + - @, tab or carriage return) gets an apostrophe in front, so that it stays text. */
void oca_table_csv(oca_buffer *out, const oca_table *table);

#endif
