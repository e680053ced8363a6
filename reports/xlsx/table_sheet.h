/* A whole table as a sheet: its title, a line about it, headings with filters, and why a "–" stands where it does. */
#ifndef OCA_REPORTS_XLSX_TABLE_SHEET_H
#define OCA_REPORTS_XLSX_TABLE_SHEET_H

#include "../table.h"
#include "page.h"

/* The sheet may be sorted and filtered. `left` and `right` head the printed pages. Returns the first row of cells; the
 * table's columns are the sheet's. */
int oca_put_table_sheet(oca_sheet *sheet, const oca_named_table *made, const char *left, const char *right);

#endif
