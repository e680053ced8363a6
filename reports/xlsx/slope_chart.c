#include "slope_chart.h"

#include "../../engine/base/text.h"
#include "parts.h"
#include "text.h"

enum { FONT = OCA_SLOPES_LETTERS, NAME_PIXELS = 15, PLOT_LEAST = 400, AROUND = 130 /* title, names of the rounds */ };

static double plot_height(size_t n) {
    double wanted = (double)n * NAME_PIXELS;
    return wanted > PLOT_LEAST ? wanted : PLOT_LEAST;
}

double oca_slopes_height(size_t n) {
    return plot_height(n) + AROUND;
}

double oca_slopes_name(size_t n) {
    return 100 * NAME_PIXELS / plot_height(n);
}

double oca_slopes_names_at(size_t n_rounds) {
    return (double)n_rounds * 1.04;
}

double oca_slopes_round(size_t round, bool ends) {
    const double apart = 0.02;
    return (double)round + (ends ? -apart : apart);
}

double oca_slopes_room(double chart_width) {
    const double safe = 0.9; /* letters of another font may be wider */
    return chart_width / 5 * 72 / 96 * safe;
}

/* What is put together for a chart. */
typedef struct {
    oca_arena *mem;
    lxw_chart *chart;
    const oca_slope_cells *cells;
} slope_chart;

static const char *row_of(const slope_chart *c, int row, int first_column, int last_column) {
    return oca_format_text(c->mem, "=%s", oca_range_of(c->cells->sheet, row, first_column, row, last_column));
}

static const char *column_of(const slope_chart *c, size_t rows, int column) {
    int first = c->cells->first_row;
    return oca_format_text(c->mem, "=%s", oca_range_of(c->cells->sheet, first, column, first + (int)rows - 1, column));
}

static lxw_chart_line look_of(oca_slope_kind kind) {
    switch (kind) {
    case OCA_SLOPE_WHOLE:
        return (lxw_chart_line){.color = OCA_CHART_NOW, .width = 3.0F};
    case OCA_SLOPE_FELL:
        return (lxw_chart_line){.color = OCA_CHART_PLANNED, .width = 1.5F, .dash_type = LXW_CHART_LINE_DASH_DASH};
    case OCA_SLOPE_LEVEL:
        return (lxw_chart_line){.color = OCA_CHART_THEN, .width = 1.25F, .dash_type = LXW_CHART_LINE_DASH_ROUND_DOT};
    case OCA_SLOPE_ROSE:
        break;
    }
    return (lxw_chart_line){.color = OCA_CHART_SOFT, .width = 1.25F};
}

static bool add_line(const slope_chart *c, int row, oca_slope_kind kind) {
    const oca_slope_cells *cells = c->cells;
    lxw_chart_series *series =
        chart_add_series(c->chart, row_of(c, cells->rounds_row, cells->first_column, cells->last_column),
                         row_of(c, row, cells->first_column, cells->last_column));
    if (!series)
        return false;
    lxw_chart_line line = look_of(kind), edge = {.color = line.color};
    lxw_chart_fill fill = {.color = line.color};
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, kind == OCA_SLOPE_WHOLE ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, kind == OCA_SLOPE_WHOLE ? 8 : 4);
    chart_series_set_marker_line(series, &edge);
    chart_series_set_marker_fill(series, &fill);
    return true;
}

/* From where a row ends to its name. */
static bool add_leader(const slope_chart *c, int row) {
    lxw_chart_series *series = chart_add_series(c->chart, row_of(c, row, c->cells->leader_x, c->cells->leader_x + 1),
                                                row_of(c, row, c->cells->leader_y, c->cells->leader_y + 1));
    if (!series)
        return false;
    lxw_chart_line line = {.color = OCA_CHART_GRID, .width = 0.75F};
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    return true;
}

static bool add_names(const slope_chart *c, const oca_slope_line *lines, size_t n) {
    const char **texts = oca_alloc(c->mem, n * sizeof *texts);
    for (size_t i = 0; i < n; i++)
        texts[i] = lines[i].ends_as;
    return oca_chart_texts(c->mem, c->chart, column_of(c, n, c->cells->leader_x + 1),
                           column_of(c, n, c->cells->leader_y + 1), texts, n, LXW_CHART_LABEL_POSITION_RIGHT, FONT);
}

/* A round ends one leg and begins the next: it is named once, where it ends one. */
static bool add_rounds(const slope_chart *c, const char *const *rounds, size_t n_rounds) {
    const oca_slope_cells *cells = c->cells;
    size_t n = (size_t)(cells->last_column - cells->first_column) + 1;
    const char **texts = oca_alloc(c->mem, n * sizeof *texts);
    texts[0] = rounds[0];
    for (size_t i = 1; i < n_rounds; i++)
        texts[3 * i - 2] = rounds[i];
    return oca_chart_texts(c->mem, c->chart, row_of(c, cells->rounds_row, cells->first_column, cells->last_column),
                           row_of(c, cells->names_row, cells->first_column, cells->last_column), texts, n,
                           LXW_CHART_LABEL_POSITION_BELOW, FONT);
}

static void set_axes(lxw_chart *chart, size_t n_rounds) {
    const double room_for_names = 0.8; /* of the rounds' own */
    lxw_chart_font small = {.size = FONT};
    lxw_chart_line none = {.none = LXW_TRUE}, grid = {.color = OCA_CHART_GRID, .width = 0.5F};
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_axis_set_min(chart->x_axis, 0.5);
    chart_axis_set_max(chart->x_axis, (double)n_rounds * (1 + room_for_names));
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
    chart_axis_set_major_tick_mark(chart->x_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_axis_set_line(chart->x_axis, &none);
    chart_axis_set_min(chart->y_axis, -10); /* room for the names of the rounds */
    chart_axis_set_max(chart->y_axis, 100);
    chart_axis_set_major_unit(chart->y_axis, 10);
    chart_axis_set_num_format(chart->y_axis, "0;;0"); /* nothing below 0 */
    chart_axis_set_num_font(chart->y_axis, &small);
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
}

void oca_put_slopes(oca_sheet *sheet, const oca_chart_place *place, const oca_slope_cells *cells,
                    const oca_slope_line *lines, size_t n, const char *const *rounds, size_t n_rounds) {
    lxw_chart *chart = oca_chart_new(sheet, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS, place);
    if (!chart)
        return;
    const slope_chart made = {sheet->book->mem, chart, cells}, *c = &made;
    bool whole = true;
    for (size_t i = 0; i < n && whole; i++)
        whole = !lines[i].ends_as || add_leader(c, cells->first_row + (int)i);
    for (size_t i = n; i-- > 0 && whole;) /* the first, the whole, above all */
        whole = add_line(c, cells->first_row + (int)i, lines[i].kind);
    whole = whole && add_names(c, lines, n) && add_rounds(c, rounds, n_rounds);
    if (!whole) {
        oca_sheet_check(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED, "a chart");
        return;
    }
    set_axes(chart, n_rounds);
    oca_chart_insert(sheet, place, chart);
}
