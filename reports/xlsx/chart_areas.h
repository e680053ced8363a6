/* Charts of one round: the areas as a web, and each as a point of capacity and agreement. Ranges are as oca_range_of
 * gives them; a cell with an error has no point. */
#ifndef OCA_REPORTS_XLSX_CHART_AREAS_H
#define OCA_REPORTS_XLSX_CHART_AREAS_H

#include "chart.h"

/* Points of 100 by name, around a middle. */
void oca_put_web(oca_sheet *sheet, const oca_chart_place *place, const char *names, const char *values);

/* One point: two cells, and the cell of its name; and a short mark that stands beside it. */
typedef struct {
    const char *name, *x, *y, *mark;
} oca_chart_point;
typedef OCA_LIST(oca_chart_point) oca_chart_points;

/* Points from 0 to 100 on both axes; lines part them at `x_part` and `y_part`. */
void oca_put_grid(oca_sheet *sheet, const oca_chart_place *place, const oca_chart_points *points, const char *x_title,
                  const char *y_title, double x_part, double y_part);

#endif
