/* A whole table as a sheet: its title, a line about it, headings with filters, and why a "–" stands where it does. */
#ifndef OCA_REPORTS_XLSX_TABLE_SHEET_H
#define OCA_REPORTS_XLSX_TABLE_SHEET_H

#include "../table.h"
#include "page.h"

/* The sheet may be sorted and filtered. `left` and `right` head the printed pages. */
void oca_put_table_sheet(oca_sheet *sheet, const oca_named_table *table, const char *left, const char *right);

#endif
