/* Distributions, row by row; declared in many.h. */
#include "rows.h"

#include "../../engine/base/words.h"

enum { RIGHT = 48, BOX = 13, BETWEEN = 4, PAD = 14, SCALE = 22, STEP = 25, FULL = 100 };

static double x_of(double percent) {
    return OCA_ROWS_LEFT + (OCA_ROWS_WIDTH - OCA_ROWS_LEFT - RIGHT) * percent / FULL;
}

static void draw_box(oca_drawing *drawing, const oca_box_row *row, int series, double y, const char *called) {
    const oca_box *box = &row->boxes[series];
    oca_arena *mem = drawing->mem;
    const double middle = y + BOX / 2.0, reach = 3.5, edge = 3;
    oca_draw_text(drawing, "amount", OCA_ROWS_WIDTH, middle + 4, OCA_ROWS_LETTERS - 1, OCA_ANCHOR_END,
                  oca_format_text(mem, "%zu", box->n));
    if (box->n == 0)
        return;
    oca_draw_line(drawing, "whisker", x_of(box->least), middle, x_of(box->greatest), middle);
    oca_draw_line(drawing, "whisker", x_of(box->least), y + edge, x_of(box->least), y + BOX - edge);
    oca_draw_line(drawing, "whisker", x_of(box->greatest), y + edge, x_of(box->greatest), y + BOX - edge);
    if (box->n >= OCA_FEWEST_FOR_A_BOX)
        oca_draw_box(drawing, oca_format_text(mem, "box %s", oca_series_roles[series]), x_of(box->q1), y,
                     x_of(box->q3) - x_of(box->q1), BOX,
                     oca_format_text(mem, _("%s, %s: lowest %s, quarters %s, %s, %s, highest %s, mean %s; n = %zu"),
                                     row->name, called, oca_number_shown(mem, box->least, 1),
                                     oca_number_shown(mem, box->q1, 1), oca_number_shown(mem, box->median, 1),
                                     oca_number_shown(mem, box->q3, 1), oca_number_shown(mem, box->greatest, 1),
                                     oca_number_shown(mem, box->mean, 1), box->n));
    oca_draw_line(drawing, "median", x_of(box->median), y - 1, x_of(box->median), y + BOX + 1);
    oca_draw_diamond(drawing, "mean", x_of(box->mean), middle, reach, NULL);
}

static void draw_scale(oca_drawing *drawing, double top) {
    for (int percent = 0; percent <= FULL; percent += STEP) {
        oca_draw_line(drawing, "grid", x_of(percent), top, x_of(percent), drawing->height);
        oca_draw_text(drawing, "scale", x_of(percent), top - 6, OCA_ROWS_LETTERS - 1, OCA_ANCHOR_MIDDLE,
                      oca_format_text(drawing->mem, "%d", percent));
    }
    oca_draw_text(drawing, "scale", OCA_ROWS_WIDTH, top - 6, OCA_ROWS_LETTERS - 1, OCA_ANCHOR_END, "n");
}

oca_drawing oca_figure_boxes(oca_arena *mem, const oca_box_row *rows, size_t n, const oca_rows_words *words) {
    int series = oca_rows_series(words);
    const double top = SCALE + (series == OCA_SERIES ? OCA_ROWS_LEGEND : 0),
                 high = series * BOX + (series - 1) * BETWEEN, each = (high > 2 * BOX ? high : 2 * BOX) + PAD;
    oca_drawing drawing = {.mem = mem,
                           .width = OCA_ROWS_WIDTH,
                           .height = top + each * (double)n,
                           .title = words->title,
                           .description = words->description};
    oca_rows_legend(&drawing, "box", words);
    draw_scale(&drawing, top);
    for (size_t i = 0; i < n; i++) {
        double middle = top + each * ((double)i + 0.5), y = middle - high / 2;
        oca_rows_name(&drawing, rows[i].name, middle);
        for (int k = 0; k < OCA_SERIES; k++) {
            if (!words->series[k])
                continue;
            draw_box(&drawing, &rows[i], k, y, words->series[k]);
            y += BOX + BETWEEN;
        }
    }
    return drawing;
}
