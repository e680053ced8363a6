#include "chart_areas.h"

#include "../../engine/base/text.h"
#include "parts.h"

enum { NAMES_FONT = 7, AXIS_FONT = 9 };

static const char *reference(const oca_sheet *sheet, const char *range) {
    return oca_format_text(sheet->book->mem, "=%s", range);
}

void oca_put_web(oca_sheet *sheet, const oca_chart_place *place, const char *names, const char *values) {
    lxw_chart *chart = oca_chart_new(sheet, LXW_CHART_RADAR_WITH_MARKERS, place);
    if (!chart)
        return;
    lxw_chart_series *series = chart_add_series(chart, reference(sheet, names), reference(sheet, values));
    if (!series) {
        oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
        return;
    }
    lxw_chart_line line = {.color = OCA_CHART_NOW, .width = 2.25};
    lxw_chart_fill fill = {.color = OCA_CHART_NOW};
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_fill(series, &fill);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_axis_set_min(chart->y_axis, 0);
    chart_axis_set_max(chart->y_axis, 100);
    chart_axis_set_major_unit(chart->y_axis, 25);
    lxw_chart_font small = {.size = NAMES_FONT};
    lxw_chart_line grid = {.color = OCA_CHART_GRID};
    chart_axis_set_num_font(chart->x_axis, &small);
    chart_axis_set_num_font(chart->y_axis, &small);
    chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
    oca_chart_insert(sheet, place, chart);
}

static void set_axis(lxw_chart_axis *axis, const char *title) {
    chart_axis_set_min(axis, 0);
    chart_axis_set_max(axis, 100);
    chart_axis_set_major_unit(axis, 20);
    chart_axis_set_name(axis, title);
    lxw_chart_line grid = {.color = OCA_CHART_GRID, .width = 0.5};
    lxw_chart_font font = {.size = AXIS_FONT};
    chart_axis_major_gridlines_set_line(axis, &grid);
    chart_axis_set_num_font(axis, &font);
    chart_axis_set_name_font(axis, &font);
}

/* Lines over the whole chart: axes that cross there draw them. */
static void part(lxw_chart *chart, double x_part, double y_part) {
    lxw_chart_line line = {.color = OCA_CHART_SOFT, .width = 1.5, .dash_type = LXW_CHART_LINE_DASH_DASH};
    chart_axis_set_crossing(chart->x_axis, x_part);
    chart_axis_set_crossing(chart->y_axis, y_part);
    chart_axis_set_line(chart->x_axis, &line);
    chart_axis_set_line(chart->y_axis, &line);
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_axis_set_label_position(chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

/* Points may lie on one spot: the marks of neighbours stand on different sides. */
static void label(oca_sheet *sheet, lxw_chart_series *series, size_t number, const char *mark) {
    static const uint8_t sides[] = {LXW_CHART_LABEL_POSITION_RIGHT, LXW_CHART_LABEL_POSITION_ABOVE,
                                    LXW_CHART_LABEL_POSITION_LEFT, LXW_CHART_LABEL_POSITION_BELOW};
    lxw_chart_data_label own = {.value = oca_writable(sheet->book->mem, mark)}, *labels[] = {&own, NULL};
    chart_series_set_labels(series);
    chart_series_set_labels_position(series, sides[number % OCA_COUNT(sides)]);
    oca_sheet_check(sheet, chart_series_set_labels_custom(series, labels), "a chart's labels");
}

void oca_put_grid(oca_sheet *sheet, const oca_chart_place *place, const oca_chart_points *points, const char *x_title,
                  const char *y_title, double x_part, double y_part) {
    static const uint8_t marks[] = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND,
                                    LXW_CHART_MARKER_TRIANGLE};
    lxw_chart *chart = oca_chart_new(sheet, LXW_CHART_SCATTER, place);
    lxw_chart_fill fill = {.color = OCA_CHART_NOW};
    for (size_t i = 0; chart && i < points->n; i++) {
        lxw_chart_series *series =
            chart_add_series(chart, reference(sheet, points->at[i].x), reference(sheet, points->at[i].y));
        if (!series) {
            oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
            return;
        }
        chart_series_set_name(series, reference(sheet, points->at[i].name));
        chart_series_set_marker_type(series, marks[i % OCA_COUNT(marks)]);
        chart_series_set_marker_size(series, 7);
        chart_series_set_marker_fill(series, &fill);
        label(sheet, series, i, points->at[i].mark);
    }
    if (!chart || !points->n)
        return;
    set_axis(chart->x_axis, x_title);
    set_axis(chart->y_axis, y_title);
    part(chart, x_part, y_part);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    oca_chart_insert(sheet, place, chart);
}
