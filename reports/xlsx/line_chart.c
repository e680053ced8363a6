#include "line_chart.h"

#include "../../engine/base/text.h"
#include "parts.h"

static lxw_chart_line line_of(oca_line_kind kind) {
    switch (kind) {
    case OCA_LINE_BOLD:
        return (lxw_chart_line){.color = OCA_CHART_NOW, .width = 2.75F, .dash_type = LXW_CHART_LINE_DASH_SOLID};
    case OCA_LINE_THIN:
        return (lxw_chart_line){.color = OCA_CHART_SOFT, .width = 1.25F, .dash_type = LXW_CHART_LINE_DASH_SOLID};
    case OCA_LINE_DASHED:
        return (lxw_chart_line){.color = OCA_CHART_PLANNED, .width = 2.0F, .dash_type = LXW_CHART_LINE_DASH_DASH};
    case OCA_LINE_DOTTED:
        break;
    }
    return (lxw_chart_line){.color = OCA_CHART_INK, .width = 1.5F, .dash_type = LXW_CHART_LINE_DASH_ROUND_DOT};
}

static void add_series(oca_sheet *sheet, lxw_chart *chart, const oca_line_series *wanted) {
    oca_arena *mem = sheet->book->mem;
    lxw_chart_series *series =
        chart_add_series(chart, oca_format_text(mem, "=%s", wanted->days), oca_format_text(mem, "=%s", wanted->values));
    if (!series) {
        oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
        return;
    }
    lxw_chart_line line = line_of(wanted->line);
    chart_series_set_name(series, wanted->name);
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, wanted->line == OCA_LINE_BOLD   ? LXW_CHART_MARKER_CIRCLE
                                         : wanted->line == OCA_LINE_THIN ? LXW_CHART_MARKER_SQUARE
                                                                         : LXW_CHART_MARKER_NONE);
    chart_series_set_marker_size(series, 5);
}

void oca_put_line_chart(oca_sheet *sheet, int row, int column, const oca_line_chart *wanted) {
    if (!oca_sheet_works(sheet))
        return;
    lxw_chart *chart = workbook_add_chart(sheet->book->workbook, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
    if (!chart) {
        oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
        return;
    }
    for (size_t i = 0; i < wanted->n; i++)
        add_series(sheet, chart, &wanted->series[i]);
    chart_title_set_name(chart, wanted->title);
    lxw_chart_font font = {.size = 11, .bold = LXW_TRUE};
    chart_title_set_name_font(chart, &font);
    chart_axis_set_name(chart->y_axis, wanted->vertical);
    chart_axis_set_min(chart->y_axis, 0);
    chart_axis_set_max(chart->y_axis, wanted->most);
    chart_axis_set_major_unit(chart->y_axis, wanted->step);
    chart_axis_set_min(chart->x_axis, oca_serial(wanted->first));
    chart_axis_set_max(chart->x_axis, oca_serial(wanted->last));
    chart_axis_set_num_format(chart->x_axis, "mmm yy");
    chart_axis_set_major_unit(chart->x_axis, wanted->last - wanted->first > 400 ? 122 : 61);
    lxw_chart_line grid = {.color = OCA_CHART_GRID, .width = 0.5F};
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options options = {.x_scale = wanted->width / 480.0, .y_scale = wanted->height / 288.0};
    oca_sheet_check(sheet,
                    worksheet_insert_chart_opt(sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column, chart, &options),
                    "a chart");
}
