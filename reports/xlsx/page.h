/* How a sheet is laid out on the screen and on paper, and what may be entered in it. */
#ifndef OCA_REPORTS_XLSX_PAGE_H
#define OCA_REPORTS_XLSX_PAGE_H

#include "book.h"

/* Width of columns in characters, at most 255. Set before the texts that are to fit, see oca_fit_row. */
void oca_set_width(oca_sheet *sheet, int first_column, int last_column, double width);

/* Gives the row the height that its texts so far take, each wrapped in the width of its column or columns, and at
 * least `least` points; spreadsheets do not do this for merged cells, nor LibreOffice before a row is edited. */
void oca_fit_row(oca_sheet *sheet, int row, double least);

/* A hint over these columns of a row: on one line where it fits, otherwise on several; what went beyond the last column
 * would not be printed. Not among rows that are to be sorted. */
void oca_put_hint(oca_sheet *sheet, int row, int first_column, int last_column, const char *hint);

/* A4, one page wide, with the organization and the date on every page. */
typedef struct {
    bool portrait, one_page;                 /* one_page: one page high, too */
    int first_repeated, last_repeated;       /* rows that stand on every page; last < first: none */
    int last_row, first_column, last_column; /* what is printed, from row 0; last_column 0: all */
    int pages_across, last_column_repeated;  /* 0: one; else the columns to this one stand on each of them */
    const char *left, *right;                /* of the header */
    const char *footer;
} oca_paper;

void oca_set_paper(oca_sheet *sheet, const oca_paper *paper);

/* Pages that end before these rows, ended by 0, printed at `scale` percent instead of one page wide: a spreadsheet has
 * either. After oca_set_paper. */
void oca_break_pages(oca_sheet *sheet, const int *rows, double scale);

/* Keeps the rows above and the columns left of this cell in view. */
void oca_freeze(oca_sheet *sheet, int row, int column);

/* Filter buttons in the heading row of a table. */
void oca_set_filter(oca_sheet *sheet, int heading_row, int first_column, int last_row, int last_column);

/* Nothing can be changed but unlocked cells; there is no password. Columns and rows may still be resized. */
void oca_protect(oca_sheet *sheet);

void oca_hide(oca_sheet *sheet);

/* The sheet that shows when the workbook is opened. */
void oca_show_first(oca_sheet *sheet);

/* A range of cells. */
typedef struct {
    int first_row, first_column, last_row, last_column;
} oca_block_of_cells;

/* A drop-down list of the cells that the defined name stands for. If not `strict`, other words are let pass after a
 * question. `message` (may be NULL) is shown when a cell is chosen. */
void oca_offer(oca_sheet *sheet, oca_block_of_cells cells, const char *name, bool strict, const char *message);

/* Only numbers from `least` to `most`, or days. */
void oca_limit_numbers(oca_sheet *sheet, oca_block_of_cells cells, double least, double most, const char *message);
void oca_limit_days(oca_sheet *sheet, oca_block_of_cells cells, const char *message);

/* Cells look like `style` where `formula`, written for the first cell, is true. */
void oca_when(oca_sheet *sheet, oca_block_of_cells cells, const char *formula, oca_style style);

#endif
