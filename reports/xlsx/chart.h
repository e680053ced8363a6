/* Charts of cells that stand in the same workbook: told apart by shape and line, not by colour alone. */
#ifndef OCA_REPORTS_XLSX_CHART_H
#define OCA_REPORTS_XLSX_CHART_H

#include "page.h"

/* Where a chart stands, in pixels, and what a screen reader says of it. */
typedef struct {
    int row, column; /* of its upper left corner */
    double width, height;
    const char *title, *description;
} oca_chart_place;

/* Rows [first_row, last_row] of a sheet: names in one column, two rounds' points of 100 in two others. */
typedef struct {
    const oca_sheet *sheet;
    int first_row, last_row;
    int names, before, now;                 /* before -1: there is one round only */
    const char *const *names_shown;         /* the names again, by row */
    const char *before_called, *now_called; /* in the legend */
} oca_two_rounds;

/* A radar with a ring for each round, from 0 to 100. At least three rows look like one. Of a single round no legend is
 * needed. */
void oca_put_radar(oca_sheet *sheet, const oca_chart_place *place, const oca_two_rounds *cells);

/* A dumbbell for each row, from its first round to its second, names at the left. `now` must be the column after
 * `before`; `steps` the first of two neighbouring columns that both hold how high each row's dumbbell stands, from 1;
 * `zero` one that holds in each row where its name ends, at 0 or a little below. */
void oca_put_dumbbells(oca_sheet *sheet, const oca_chart_place *place, const oca_two_rounds *cells, int steps,
                       int zero);

/* Colours of the pages (templates/page.xsl). Series are told apart by lightness, line and mark besides. */
enum {
    OCA_CHART_INK = 0x1B1B1B,
    OCA_CHART_SOFT = 0x555555,
    OCA_CHART_GRID = 0xD9D9D9,
    OCA_CHART_THEN = 0x7F8B96, /* lines and marks of the first round */
    OCA_CHART_NOW = 0x005F95,
    OCA_CHART_PLANNED = 0xA64600,
    OCA_CHART_PALE = 0xCFD6DC, /* bars of the first series */
};

/* Rows [first_row, last_row] of a sheet with names in a column. */
typedef struct {
    const oca_sheet *sheet;
    int first_row, last_row, names;
} oca_chart_cells;

typedef struct {
    const char *name;
    int column;
} oca_chart_series;

/* Lying bars, the first row uppermost, for each row one of each of at most two series, with its figure, whole, at the
 * end. `most` is where the scale ends; 0: counts, which end where they end. */
void oca_put_bars(oca_sheet *sheet, const oca_chart_place *place, const oca_chart_cells *cells,
                  const oca_chart_series *series, size_t n, double most);

/* How high a chart of so many rows of bars is to be, in pixels. */
double oca_bars_height(size_t rows, size_t series);

#endif
