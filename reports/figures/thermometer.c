/* Where the whole stands among the stages; declared in figures.h. */
#include "figures.h"

#include "../letters.h"

#include <math.h>

enum { WIDTH = 640, LEFT = 12, TOP = 34, BAR = 22, HEIGHT = 76, HELD = 20, LETTERS = 12, FULL = 100 };

static double x_of(double percent) {
    return LEFT + (WIDTH - 2.0 * LEFT) * percent / FULL;
}

static void draw_stages(oca_drawing *drawing, const oca_thermometer_stage *stages, size_t n, long stage) {
    for (size_t i = 0; i < n; i++) {
        double from = x_of(stages[i].from), to = x_of(i + 1 < n ? stages[i + 1].from : FULL);
        oca_draw_box(drawing, (long)i == stage ? "stage here" : "stage", from, TOP, to - from, BAR, stages[i].name);
        oca_draw_text(drawing, "scale", from, TOP + BAR + 14, LETTERS - 1, i ? OCA_ANCHOR_MIDDLE : OCA_ANCHOR_START,
                      oca_number_text(drawing->mem, stages[i].from));
        /* A stage too narrow for its name has it in what is said when it is pointed at, and in the description. */
        if (oca_letters_width(stages[i].name, LETTERS, false) < to - from - 4)
            oca_draw_text(drawing, (long)i == stage ? "label here" : "label", (from + to) / 2, TOP + BAR / 2.0 + 4,
                          LETTERS, OCA_ANCHOR_MIDDLE, stages[i].name);
    }
    oca_draw_text(drawing, "scale", x_of(FULL), TOP + BAR + 14, LETTERS - 1, OCA_ANCHOR_END, "100");
}

static void draw_mark(oca_drawing *drawing, double percent) {
    double x = x_of(percent);
    const char *points = oca_format_text(drawing->mem, "%s points of 100", oca_number_shown(drawing->mem, percent, 1));
    oca_points arrow = {0};
    *(oca_point *)OCA_ADD(drawing->mem, &arrow) = (oca_point){x - 6, TOP - 10};
    *(oca_point *)OCA_ADD(drawing->mem, &arrow) = (oca_point){x + 6, TOP - 10};
    *(oca_point *)OCA_ADD(drawing->mem, &arrow) = (oca_point){x, TOP - 1};
    oca_draw_points(drawing, OCA_DRAWN_AREA, "pointer", arrow);
    double half = oca_letters_width(points, LETTERS, true) / 2;
    oca_draw_text(drawing, "value", fmin(fmax(x, half), WIDTH - half), TOP - 16, LETTERS, OCA_ANCHOR_MIDDLE, points);
}

oca_drawing oca_figure_thermometer(oca_arena *mem, const oca_thermometer_stage *stages, size_t n, oca_number percent,
                                   long stage, const char *held) {
    oca_drawing drawing = {.mem = mem, .width = WIDTH, .height = HEIGHT, .title = "Stage, and what holds it"};
    oca_buffer text = {.mem = mem};
    draw_stages(&drawing, stages, n, stage);
    if (percent.given) {
        draw_mark(&drawing, percent.value);
        oca_buffer_print(&text, "%s points of 100", oca_number_shown(mem, percent.value, 1));
    } else {
        oca_buffer_print(&text, "No points yet");
    }
    if (stage >= 0)
        oca_buffer_print(&text, ": %s", stages[stage].name);
    oca_buffer_print(&text, ". Stages:");
    for (size_t i = 0; i < n; i++)
        oca_buffer_print(&text, "%s %s from %s", i ? "," : "", stages[i].name, oca_number_text(mem, stages[i].from));
    if (held && *held) {
        drawing.height += HELD;
        oca_draw_wrapped(&drawing, "held", LEFT, TOP + BAR + 34, LETTERS, OCA_ANCHOR_START, WIDTH - 2 * LEFT, 1, false,
                         held);
        oca_buffer_print(&text, ". %s", held);
    }
    drawing.description = text.at;
    return drawing;
}
