/* From one round to the next, row by row; declared in figures.h. */
#include "../letters.h"
#include "findings.h"

#include "../../engine/base/words.h"

enum { WIDTH = 620, LEFT = 210, RIGHT = 70, TOP = 26, ROW = 34, BOTTOM = 8, LETTERS = 12, LABEL_LINES = 2 };
enum { STEP = 25, FULL = 100, MARK = 5, GAP = 10 };

static double across(double percent) {
    return LEFT + (WIDTH - LEFT - RIGHT) * percent / FULL;
}

/* The scale stands above, where a long chart begins to be read. */
static void grid(oca_drawing *drawing) {
    for (int percent = 0; percent <= FULL; percent += STEP) {
        double x = across(percent);
        oca_draw_line(drawing, "grid", x, TOP, x, drawing->height - BOTTOM);
        oca_draw_text(drawing, "scale", x, TOP - 8, LETTERS - 2, OCA_ANCHOR_MIDDLE,
                      oca_format_text(drawing->mem, "%d", percent));
    }
}

static void draw_row(oca_drawing *drawing, const oca_dumbbell *row, double y) {
    oca_arena *mem = drawing->mem;
    const double room = LEFT - 2 * GAP;
    bool wrapped = oca_letters_width(row->name, LETTERS, false) > room;
    double first = y + LETTERS / 3.0 - (wrapped ? oca_leading(LETTERS) / 2 : 0);
    oca_draw_wrapped(drawing, "label", 0, first, LETTERS, OCA_ANCHOR_START, room, LABEL_LINES, false, row->name);
    if (!row->before.given || !row->now.given) {
        oca_draw_text(drawing, "value", WIDTH, y + LETTERS / 3.0, LETTERS, OCA_ANCHOR_END, "–");
        return;
    }
    double from = across(row->before.value), to = across(row->now.value);
    oca_draw_line(drawing, "leader", from, y, to, y);
    /* Below the disc, which is smaller: at one place, both are seen. */
    oca_draw_diamond(
        drawing, "mark first", to, y, MARK + 1.5,
        oca_format_text(mem, _("%s, now: %s points of 100"), row->name, oca_number_shown(mem, row->now.value, 1)));
    oca_draw_circle(
        drawing, "mark then", from, y, MARK,
        oca_format_text(mem, _("%s, then: %s points of 100"), row->name, oca_number_shown(mem, row->before.value, 1)));
    oca_draw_text(drawing, "value", WIDTH, y + LETTERS / 3.0, LETTERS, OCA_ANCHOR_END, row->change);
}

oca_drawing oca_figure_dumbbells(oca_arena *mem, const oca_dumbbell *rows, size_t n) {
    oca_buffer text = {.mem = mem};
    for (size_t i = 0; i < n; i++)
        oca_buffer_print(&text, "%s%s: %s to %s", i ? "; " : "", rows[i].name,
                         rows[i].before.given ? oca_number_shown(mem, rows[i].before.value, 1) : "–",
                         rows[i].now.given ? oca_number_shown(mem, rows[i].now.value, 1) : "–");
    oca_drawing drawing = {.mem = mem,
                           .width = WIDTH,
                           .height = TOP + ROW * (double)n + BOTTOM,
                           .title = oca_finding_change(mem, rows, n),
                           .description = text.at ? text.at : ""};
    grid(&drawing);
    for (size_t i = 0; i < n; i++)
        draw_row(&drawing, &rows[i], TOP + ROW * ((double)i + 0.5));
    return drawing;
}
