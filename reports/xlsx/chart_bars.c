/* Bars; declared in chart.h. */
#include "chart.h"

#include "../../engine/base/text.h"
#include "parts.h"

enum { FONT = 9, LABEL_FONT = 8 };

double oca_bars_height(size_t rows, size_t series) {
    enum { AROUND = 110, BAR = 13, BETWEEN = 9, MOST = 700 }; /* around: title, scale, legend; most: of a page */
    double high = AROUND + (double)rows * (double)(BAR * series + BETWEEN);
    return high < MOST ? high : MOST;
}

static const char *cells_of(const oca_chart_cells *cells, int column) {
    return oca_format_text(cells->sheet->book->mem, "=%s",
                           oca_range_of(cells->sheet, cells->first_row, column, cells->last_row, column));
}

static bool add_series(lxw_chart *chart, const oca_chart_cells *cells, const oca_chart_series *wanted, bool now) {
    lxw_chart_series *series = chart_add_series(chart, cells_of(cells, cells->names), cells_of(cells, wanted->column));
    if (!series)
        return false;
    lxw_chart_fill fill = {.color = now ? OCA_CHART_NOW : OCA_CHART_PALE};
    lxw_chart_line edge = {.color = OCA_CHART_INK, .width = 0.75};
    lxw_chart_font small = {.size = LABEL_FONT};
    chart_series_set_name(series, wanted->name);
    chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &edge);
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &small);
    chart_series_set_labels_num_format(series, "0");
    return true;
}

static void set_axes(lxw_chart *chart, double most) {
    enum { QUARTERS = 4 };
    lxw_chart_font small = {.size = FONT};
    lxw_chart_line grid = {.color = OCA_CHART_GRID, .width = 0.5};
    lxw_chart_axis *names = chart->y_axis, *scale = chart->x_axis; /* as they are seen, not as columns have them */
    chart_axis_set_reverse(names);
    chart_axis_set_num_font(names, &small);
    chart_axis_set_num_font(scale, &small);
    chart_axis_set_num_format(scale, "0");
    chart_axis_set_min(scale, 0);
    if (most > 0) {
        chart_axis_set_max(scale, most);
        chart_axis_set_major_unit(scale, most / QUARTERS);
    }
    chart_axis_set_label_position(scale, LXW_CHART_AXIS_LABEL_POSITION_HIGH); /* below, since names are reversed */
    chart_axis_major_gridlines_set_visible(scale, LXW_TRUE);
    chart_axis_major_gridlines_set_line(scale, &grid);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
}

void oca_put_bars(oca_sheet *sheet, const oca_chart_place *place, const oca_chart_cells *cells,
                  const oca_chart_series *series, size_t n, double most) {
    enum { GAP = 45 }; /* percent of a bar */
    lxw_chart *chart = oca_chart_new(sheet, LXW_CHART_BAR, place);
    if (!chart)
        return;
    for (size_t i = 0; i < n; i++)
        if (!add_series(chart, cells, &series[i], i + 1 == n)) {
            oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
            return;
        }
    if (n < 2)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_set_series_gap(chart, GAP);
    set_axes(chart, most);
    oca_chart_insert(sheet, place, chart);
}
