/* Line charts over cells of the workbook, told apart without colour: by the kind and weight of their lines. */
#ifndef OCA_REPORTS_XLSX_LINE_CHART_H
#define OCA_REPORTS_XLSX_LINE_CHART_H

#include "page.h"

typedef enum { OCA_LINE_BOLD, OCA_LINE_THIN, OCA_LINE_DASHED, OCA_LINE_DOTTED } oca_line_kind;

typedef struct {
    const char *name;
    const char *days, *values; /* ranges, as oca_range_of tells them */
    oca_line_kind line;
} oca_line_series;

typedef struct {
    const char *title, *vertical; /* vertical: what the numbers are */
    const oca_line_series *series;
    size_t n;
    oca_day first, last; /* of the horizontal axis */
    double most, step;   /* where the vertical one ends, and from line to line */
    int width, height;   /* pixels */
} oca_line_chart;

/* Puts the chart with its upper left corner on that cell. */
void oca_put_line_chart(oca_sheet *sheet, int row, int column, const oca_line_chart *wanted);

#endif
