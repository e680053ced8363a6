#include "chart.h"

#include "../../engine/base/text.h"
#include "parts.h"
#include "text.h"

enum { FONT = 9, RADAR_FONT = 8 };

static const char *range(const oca_two_rounds *cells, int row, int last_row, int column, int last_column) {
    return oca_format_text(cells->sheet->book->mem, "=%s",
                           oca_range_of(cells->sheet, row, column, last_row, last_column));
}

static const char *column_of(const oca_two_rounds *cells, int column) {
    return range(cells, cells->first_row, cells->last_row, column, column);
}

lxw_chart *oca_chart_new(oca_sheet *sheet, uint8_t type, const oca_chart_place *place) {
    if (!oca_sheet_works(sheet))
        return NULL;
    lxw_chart *chart = workbook_add_chart(sheet->book->workbook, type);
    if (!chart) {
        oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
        return NULL;
    }
    lxw_chart_font font = {.size = FONT + 2, .bold = LXW_TRUE};
    chart_title_set_name(chart, oca_chart_text(sheet->book->mem, place->title));
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    return chart;
}

void oca_chart_insert(oca_sheet *sheet, const oca_chart_place *place, lxw_chart *chart) {
    enum { USUAL_WIDTH = 480, USUAL_HEIGHT = 288 }; /* pixels of an unscaled chart */
    lxw_chart_options options = {.x_scale = place->width / USUAL_WIDTH,
                                 .y_scale = place->height / USUAL_HEIGHT,
                                 .description = oca_writable(sheet->book->mem, place->description)};
    oca_sheet_check(sheet,
                    worksheet_insert_chart_opt(sheet->worksheet, place->row, (lxw_col_t)place->column, chart, &options),
                    "a chart");
}

/* The first round: light, dashed, round; the second: dark, whole, pointed. */
static void dress(lxw_chart_series *series, bool now, bool joined) {
    lxw_chart_line line = {.color = now ? OCA_CHART_NOW : OCA_CHART_THEN,
                           .width = 2,
                           .dash_type = now ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH,
                           .none = joined ? LXW_FALSE : LXW_TRUE};
    lxw_chart_line edge = {.color = now ? OCA_CHART_NOW : OCA_CHART_THEN, .width = 1.5};
    lxw_chart_fill fill = {.color = now ? OCA_CHART_NOW : OCA_CHART_THEN};
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, now ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, now ? 8 : 7);
    chart_series_set_marker_line(series, &edge);
    chart_series_set_marker_fill(series, &fill);
}

void oca_put_radar(oca_sheet *sheet, const oca_chart_place *place, const oca_two_rounds *cells) {
    lxw_chart *chart = oca_chart_new(sheet, LXW_CHART_RADAR_WITH_MARKERS, place);
    if (!chart)
        return;
    if (cells->before < 0)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    for (int now = cells->before < 0; now < 2; now++) {
        lxw_chart_series *series =
            chart_add_series(chart, column_of(cells, cells->names), column_of(cells, now ? cells->now : cells->before));
        if (!series) {
            oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
            return;
        }
        chart_series_set_name(series, oca_chart_text(sheet->book->mem, now ? cells->now_called : cells->before_called));
        dress(series, now, true);
    }
    lxw_chart_font small = {.size = RADAR_FONT};
    lxw_chart_line grid = {.color = OCA_CHART_GRID};
    chart_axis_set_num_font(chart->x_axis, &small);
    chart_axis_set_num_font(chart->y_axis, &small);
    chart_axis_set_min(chart->y_axis, 0);
    chart_axis_set_max(chart->y_axis, 100);
    chart_axis_set_major_unit(chart->y_axis, 25);
    chart_axis_set_num_format(chart->y_axis, "0");
    chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
    oca_chart_insert(sheet, place, chart);
}

/* The line from one round to the other. */
static lxw_chart_series *add_bar(lxw_chart *chart, const oca_two_rounds *cells, int row, int steps) {
    lxw_chart_series *series = chart_add_series(chart, range(cells, row, row, cells->before, cells->now),
                                                range(cells, row, row, steps, steps + 1));
    if (!series)
        return NULL;
    lxw_chart_line line = {.color = OCA_CHART_SOFT, .width = 1.5};
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    return series;
}

bool oca_chart_texts(oca_arena *mem, lxw_chart *chart, const char *x, const char *y, const char *const *texts, size_t n,
                     uint8_t position, double size) {
    lxw_chart_series *series = chart_add_series(chart, x, y);
    if (!series)
        return false;
    lxw_chart_data_label *labels = oca_alloc(mem, n * sizeof *labels);
    lxw_chart_data_label **list = oca_alloc(mem, (n + 1) * sizeof(lxw_chart_data_label *));
    for (size_t i = 0; i < n; i++) {
        if (texts[i])
            labels[i].value = oca_writable(mem, oca_chart_text(mem, texts[i]));
        else
            labels[i].hide = LXW_TRUE;
        list[i] = &labels[i];
    }
    lxw_chart_line none = {.none = LXW_TRUE};
    lxw_chart_font font = {.size = size};
    chart_series_set_line(series, &none);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    chart_series_set_labels(series);
    chart_series_set_labels_position(series, position);
    chart_series_set_labels_font(series, &font);
    return chart_series_set_labels_custom(series, list) == LXW_NO_ERROR;
}

/* The rows' names, at the left of 0. */
static bool add_names(lxw_chart *chart, const oca_two_rounds *cells, int steps, int zero) {
    size_t n = (size_t)cells->last_row - (size_t)cells->first_row + 1;
    return oca_chart_texts(cells->sheet->book->mem, chart, column_of(cells, zero), column_of(cells, steps),
                           cells->names_shown, n, LXW_CHART_LABEL_POSITION_LEFT, FONT - 1);
}

static void set_axes(lxw_chart *chart, int rows) {
    enum { ROOM_FOR_NAMES = -75 };
    lxw_chart_font small = {.size = FONT};
    lxw_chart_line none = {.none = LXW_TRUE};
    chart_axis_set_min(chart->x_axis, ROOM_FOR_NAMES);
    chart_axis_set_max(chart->x_axis, 100);
    chart_axis_set_major_unit(chart->x_axis, 25);
    chart_axis_set_num_format(chart->x_axis, "0;;0"); /* nothing below 0 */
    chart_axis_set_num_font(chart->x_axis, &small);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_axis_set_min(chart->y_axis, 0);
    chart_axis_set_max(chart->y_axis, rows + 1);
    chart_axis_set_major_unit(chart->y_axis, 1);
    chart_axis_set_label_position(chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
    chart_axis_set_line(chart->y_axis, &none);
    chart_axis_set_major_tick_mark(chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_FALSE); /* they would strike the names out */
}

void oca_put_dumbbells(oca_sheet *sheet, const oca_chart_place *place, const oca_two_rounds *cells, int steps,
                       int zero) {
    lxw_chart *chart = oca_chart_new(sheet, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS, place);
    if (!chart)
        return;
    int rows = cells->last_row - cells->first_row + 1;
    bool made = true;
    for (int i = 0; i < rows && made; i++)
        made = add_bar(chart, cells, cells->first_row + i, steps) != NULL;
    made = made && add_names(chart, cells, steps, zero);
    for (int now = 0; now < 2 && made; now++) {
        lxw_chart_series *series =
            chart_add_series(chart, column_of(cells, now ? cells->now : cells->before), column_of(cells, steps));
        made = series != NULL;
        if (made) {
            chart_series_set_name(series,
                                  oca_chart_text(sheet->book->mem, now ? cells->now_called : cells->before_called));
            dress(series, now, false);
        }
    }
    if (!made) {
        oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
        return;
    }
    /* Only the two rounds are named in the legend, not the lines and the names. */
    int16_t *unnamed = oca_alloc(sheet->book->mem, (size_t)(rows + 2) * sizeof *unnamed);
    for (int i = 0; i <= rows; i++)
        unnamed[i] = (int16_t)i;
    unnamed[rows + 1] = -1;
    oca_sheet_check(sheet, chart_legend_delete_series(chart, unnamed), "a chart's legend");
    set_axes(chart, rows);
    oca_chart_insert(sheet, place, chart);
}
