/* A chart of several rounds: a line for each row from round to round. */
#ifndef OCA_REPORTS_XLSX_SLOPE_CHART_H
#define OCA_REPORTS_XLSX_SLOPE_CHART_H

#include "chart.h"

typedef enum { OCA_SLOPE_WHOLE, OCA_SLOPE_ROSE, OCA_SLOPE_FELL, OCA_SLOPE_LEVEL } oca_slope_kind;

/* A row of cells, `first_row` below all others: its name with the last figure, where it has an end that bears them. */
typedef struct {
    oca_slope_kind kind;
    const char *ends_as; /* NULL: no name stands at its end */
} oca_slope_line;

/* Where the cells stand. A leg, from one round to the next, is two neighbouring columns, and between legs one column is
 * empty, so that no line is drawn from the end of one to the begin of the next; a leg that cannot be compared is empty,
 * too. What is two columns counts from the first of them. */
typedef struct {
    const oca_sheet *sheet;
    int rounds_row;                /* over each of a leg's columns where its round stands: oca_slopes_round */
    int first_row;                 /* of the rows */
    int first_column, last_column; /* of the legs */
    int leader_x;                  /* two columns: the round that a row ends at, and where its name begins */
    int leader_y;  /* two columns: the points that a row ends with, and at which height its name stands */
    int names_row; /* in the legs' columns 0: there the rounds' names stand, below */
} oca_slope_cells;

/* Points of 100 from round to round; lines told apart by weight and dashes. */
void oca_put_slopes(oca_sheet *sheet, const oca_chart_place *place, const oca_slope_cells *cells,
                    const oca_slope_line *lines, size_t n, const char *const *rounds, size_t n_rounds);

/* Where a round stands, from 1, as the begin of a leg or as its end: a little apart, so that a leg that begins
 * elsewhere than the one before ended is seen to. (LibreOffice would also lose a leg that begins where the one before
 * ended.) */
double oca_slopes_round(size_t round, bool ends);

/* Where names begin. */
double oca_slopes_names_at(size_t n_rounds);

/* How high a chart of so many names is to be, in pixels, and how many points of 100 each of them takes. */
double oca_slopes_height(size_t n);
double oca_slopes_name(size_t n);

/* Points of paper that a name may take: spreadsheets wrap one that is wider than a fifth of the chart. */
double oca_slopes_room(double chart_width);

/* The size of its letters. */
enum { OCA_SLOPES_LETTERS = 8 };

#endif
