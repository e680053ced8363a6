/* What pictures made of rows share: names at the left, two series told apart; for reports/figures only. */
#ifndef OCA_REPORTS_FIGURES_ROWS_H
#define OCA_REPORTS_FIGURES_ROWS_H

#include "many.h"

enum {
    OCA_ROWS_WIDTH = 680, /* of a printed page */
    OCA_ROWS_LEFT = 210,
    OCA_ROWS_LETTERS = 12,
    OCA_ROWS_LEGEND = 24 /* height of the line that names the series */
};

extern const char *const oca_series_roles[OCA_SERIES];

/* The name in at most two lines, its middle at `y`. */
void oca_rows_name(oca_drawing *drawing, const char *name, double y);

/* A key, looking as a `kind` ("bar", "box"), and a name for each series, in the uppermost line, if there are two. */
void oca_rows_legend(oca_drawing *drawing, const char *kind, const oca_rows_words *words);

/* How many series there are. */
int oca_rows_series(const oca_rows_words *words);

#endif
