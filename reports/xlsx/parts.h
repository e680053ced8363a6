/* What book.c and page.c share; for nobody else. */
#ifndef OCA_REPORTS_XLSX_PARTS_H
#define OCA_REPORTS_XLSX_PARTS_H

#include "chart.h"

#include <xlsxwriter.h>

enum { OCA_COLUMNS_KNOWN = 256 }; /* columns whose width is remembered for wrapping */

struct oca_book {
    oca_arena *mem;
    const char *path;
    lxw_workbook *workbook;          /* NULL if it could not be opened */
    lxw_format *formats[OCA_STYLES]; /* made when first used */
    const char *failure;             /* one line; NULL while all went well */
};

struct oca_sheet {
    oca_book *book;
    const char *name;
    lxw_worksheet *worksheet; /* NULL if it could not be added; the book has failed then */
    double widths[OCA_COLUMNS_KNOWN];
    int fitted_row;       /* the row that texts are being put in, -1: none */
    double fitted_height; /* points that they take so far */
};

/* False once the book has failed: then nothing more is done. */
bool oca_sheet_works(const oca_sheet *sheet);

/* Keeps the first failure; `what` says of what, "cell C5". */
void oca_sheet_check(oca_sheet *sheet, lxw_error error, const char *what);

/* libxlsxwriter's format of the style. */
lxw_format *oca_book_style(oca_book *book, oca_style style);

/* Remembers the height that a text takes over these columns of the row. */
void oca_sheet_measure(oca_sheet *sheet, int row, int first_column, int last_column, oca_style style, const char *text);

/* A chart with its title, NULL after a failure; and put in its place when it is done. */
lxw_chart *oca_chart_new(oca_sheet *sheet, uint8_t type, const oca_chart_place *place);
void oca_chart_insert(oca_sheet *sheet, const oca_chart_place *place, lxw_chart *chart);

/* Adds nothing but texts at points, one that is NULL being left out: since LibreOffice shows no names that are taken
 * from cells, and so that one that begins as a formula does becomes none. False if memory fails. */
bool oca_chart_texts(oca_arena *mem, lxw_chart *chart, const char *x, const char *y, const char *const *texts, size_t n,
                     uint8_t position, double size);

/* A copy in the arena: libxlsxwriter's structs want char *, although it does not write there. */
char *oca_writable(oca_arena *mem, const char *text);

#endif
