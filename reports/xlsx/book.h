/* A workbook being written: a thin layer over libxlsxwriter that looks at every return code.
 *
 * Text is always text, never a formula; a formula always comes with the value that the engine computed for it. The
 * first failure is kept, what follows it is skipped, and oca_book_close tells it: so sheets are written without a
 * check at every cell. Rows and columns count from 0. Texts are copied. Same input, same bytes.
 *
 * libxlsxwriter itself prints to standard error and does not survive running out of memory. */
#ifndef OCA_REPORTS_XLSX_BOOK_H
#define OCA_REPORTS_XLSX_BOOK_H

#include "../../engine/base/date.h"
#include "../../engine/base/fault.h"
#include "../../engine/base/number.h"
#include "style.h"

typedef struct oca_book oca_book;
typedef struct oca_sheet oca_sheet;

/* Opens a workbook that will be written to exactly `path`; temporary files stand in the same folder. `created` is the
 * creation date that it bears. Books and sheets live in `mem`; never NULL. */
oca_book *oca_book_open(oca_arena *mem, const char *path, const char *title, oca_day created);

/* Writes and frees the workbook; `book` and its sheets are not to be used afterwards. OCA_SYSTEM, with one line in
 * `faults` named after the path, if this or anything before it failed. */
oca_status oca_book_close(oca_book *book, oca_faults *faults) __attribute__((warn_unused_result));

/* Appends a sheet; at most 31 characters, none of []:*?/\. Never NULL. */
oca_sheet *oca_book_sheet(oca_book *book, const char *name);

/* Defines a name, which begins with `oca_`, for a range of the sheet. */
void oca_book_name(oca_sheet *sheet, const char *name, int first_row, int first_column, int last_row, int last_column);

/* The book's arena, for texts that are put together for it. */
oca_arena *oca_sheet_memory(const oca_sheet *sheet);

/* Cells. A text that is NULL or empty gives an empty cell of that style. */
void oca_put_text(oca_sheet *sheet, int row, int column, oca_style style, const char *text);
void oca_put_number(oca_sheet *sheet, int row, int column, oca_style style, double value);
/* Empty where not given. */
void oca_put_date(oca_sheet *sheet, int row, int column, oca_style style, oca_date date);
/* "–" where not given: undefined is never 0. */
void oca_put_maybe(oca_sheet *sheet, int row, int column, oca_style style, oca_number value);
/* `formula` in English with commas, "=" first, at most 8,192 characters (Excel's limit; a longer one is a failure);
 * `value` is what it computes. */
void oca_put_formula(oca_sheet *sheet, int row, int column, oca_style style, const char *formula, double value);
void oca_put_formula_text(oca_sheet *sheet, int row, int column, oca_style style, const char *formula,
                          const char *value);
/* One text over several columns of a row. */
void oca_put_across(oca_sheet *sheet, int row, int first_column, int last_column, oca_style style, const char *text);

/* A day as spreadsheets count it. */
double oca_serial(oca_day day);

/* A cell for a formula: "C5"; `fixed` names what stays when the formula moves: "r" gives "C$5", "c" "$C5", "rc" both.
 */
const char *oca_cell_name(const oca_sheet *sheet, const char *fixed, int row, int column);

/* "'Plan'!$C$5:$C$40". */
const char *oca_range_of(const oca_sheet *sheet, int first_row, int first_column, int last_row, int last_column);

#endif
