/* Bars, row by row; declared in many.h. */
#include "rows.h"

#include "../../engine/base/words.h"
#include "../letters.h"

enum { RIGHT = 90, BAR = 12, BETWEEN = 3, PAD = 12, END = 6 };

static void draw_bar(oca_drawing *drawing, const oca_bar_row *row, int series, double y, double most,
                     const oca_rows_words *words) {
    const double room = OCA_ROWS_WIDTH - OCA_ROWS_LEFT - RIGHT;
    oca_number value = row->values[series];
    double length = value.given ? room * value.value / most : 0;
    if (length > 0)
        oca_draw_box(
            drawing, oca_format_text(drawing->mem, "bar %s", oca_series_roles[series]), OCA_ROWS_LEFT, y, length, BAR,
            oca_format_text(drawing->mem, _("%s, %s: %s"), row->name, words->series[series], row->shown[series]));
    oca_draw_text(drawing, "amount", OCA_ROWS_LEFT + length + END, y + BAR - 2, OCA_ROWS_LETTERS - 1, OCA_ANCHOR_START,
                  value.given ? row->shown[series] : "–");
}

oca_drawing oca_figure_bars(oca_arena *mem, const oca_bar_row *rows, size_t n, double most,
                            const oca_rows_words *words) {
    int series = oca_rows_series(words), drawn = series == OCA_SERIES ? OCA_ROWS_LEGEND : 0;
    const double high = series * BAR + (series - 1) * BETWEEN, each = (high > 2 * BAR ? high : 2 * BAR) + PAD;
    oca_drawing drawing = {.mem = mem,
                           .width = OCA_ROWS_WIDTH,
                           .height = drawn + each * (double)n,
                           .title = words->title,
                           .description = words->description};
    oca_rows_legend(&drawing, "bar", words);
    oca_draw_line(&drawing, "column", OCA_ROWS_LEFT, drawn, OCA_ROWS_LEFT, drawing.height);
    for (size_t i = 0; i < n; i++) {
        double middle = drawn + each * ((double)i + 0.5), y = middle - high / 2;
        oca_rows_name(&drawing, rows[i].name, middle);
        for (int k = 0; k < OCA_SERIES; k++) {
            if (!words->series[k])
                continue;
            draw_bar(&drawing, &rows[i], k, y, most, words);
            y += BAR + BETWEEN;
        }
    }
    return drawing;
}
