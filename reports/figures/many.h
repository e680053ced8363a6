/* Pictures of many organizations: rows of bars, of boxes, of cells. As figures.h: pure, percents are 0–100, what is
 * undefined is drawn as such. Their titles are the caller's, who knows what the rows are. */
#ifndef OCA_REPORTS_FIGURES_MANY_H
#define OCA_REPORTS_FIGURES_MANY_H

#include "../../engine/base/number.h"
#include "drawing.h"

enum { OCA_SERIES = 2 };

typedef struct {
    const char *name;
    oca_number values[OCA_SERIES]; /* not given: "–" stands there */
    const char *shown[OCA_SERIES]; /* what is written at the end of a bar */
} oca_bar_row;

/* What several rows of bars or boxes are called: `series` in their order; an absent one is NULL, and not drawn. */
typedef struct {
    const char *title, *description;
    const char *series[OCA_SERIES];
} oca_rows_words;

/* A row for each name with a bar for each series, from 0 to `most`, which is above 0. */
oca_drawing oca_figure_bars(oca_arena *mem, const oca_bar_row *rows, size_t n, double most,
                            const oca_rows_words *words);

/* How values are distributed: a line from the least to the greatest, a box around the middle half, a bar at the median,
 * a diamond at the mean. Of fewer than OCA_FEWEST_FOR_A_BOX there is no box; of none nothing. */
typedef struct {
    size_t n;
    double least, q1, median, mean, q3, greatest;
} oca_box;

enum { OCA_FEWEST_FOR_A_BOX = 4 };

typedef struct {
    const char *name;
    oca_box boxes[OCA_SERIES];
} oca_box_row;

/* A row for each name, from 0 to 100 points, with n at the right. */
oca_drawing oca_figure_boxes(oca_arena *mem, const oca_box_row *rows, size_t n, const oca_rows_words *words);

/* A cell says what it holds; darker is more. */
typedef struct {
    const char *shown; /* NULL: undefined, hatched, "–" */
    int shade;         /* 0 to OCA_SHADES - 1 */
    bool framed;
} oca_figure_cell;

enum { OCA_SHADES = 5 };

typedef struct {
    const char *name;
    const oca_figure_cell *cells; /* by column */
} oca_cell_row;

typedef struct {
    const char *title, *description;
    const char *const *columns;
    size_t n_columns, apart;   /* the first `apart` columns stand apart from the others */
    const char *const *shades; /* what each shade means; NULL: no legend */
} oca_cells_words;

/* A heat map: rows below each other, names of columns above them, upright where they are too long. */
oca_drawing oca_figure_cells(oca_arena *mem, const oca_cell_row *rows, size_t n, const oca_cells_words *words);

/* How many rows of cells fill a printed page. */
enum { OCA_CELL_ROWS_OF_A_PAGE = 40 };

#endif
