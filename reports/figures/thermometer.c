/* Where the whole stands among the stages; declared in figures.h. */
#include "figures.h"

#include "../../engine/base/words.h"
#include "../letters.h"

#include <math.h>

enum { WIDTH = 640, LEFT = 12, TOP = 34, BAR = 22, HEIGHT = 76, HELD_LINES = 3, LETTERS = 12, FULL = 100 };

static double x_of(double percent) {
    return LEFT + (WIDTH - 2.0 * LEFT) * percent / FULL;
}

static void draw_stages(oca_drawing *drawing, const oca_thermometer_stage *stages, size_t n, long stage) {
    const double gap = 4, end = x_of(FULL) - oca_letters_width("100", LETTERS - 1, false) - gap;
    double taken = 0; /* of the line of numbers */
    for (size_t i = 0; i < n; i++) {
        double from = x_of(stages[i].from), to = x_of(i + 1 < n ? stages[i + 1].from : FULL);
        const char *number = oca_number_text(drawing->mem, stages[i].from);
        double half = oca_letters_width(number, LETTERS - 1, false) / 2;
        oca_draw_box(drawing, (long)i == stage ? "stage here" : "stage", from, TOP, to - from, BAR, stages[i].name);
        if (i == 0 || (from - half > taken && from + half < end)) {
            oca_draw_text(drawing, "scale", from, TOP + BAR + 14, LETTERS - 1, i ? OCA_ANCHOR_MIDDLE : OCA_ANCHOR_START,
                          number);
            taken = from + (i ? half : 2 * half) + gap;
        }
        /* A stage too narrow for its name has it in what is said when it is pointed at, and in the description. */
        if (oca_letters_width(stages[i].name, LETTERS, true) < to - from - gap)
            oca_draw_text(drawing, (long)i == stage ? "label here" : "label", (from + to) / 2, TOP + BAR / 2.0 + 4,
                          LETTERS, OCA_ANCHOR_MIDDLE, stages[i].name);
    }
    oca_draw_text(drawing, "scale", x_of(FULL), TOP + BAR + 14, LETTERS - 1, OCA_ANCHOR_END, "100");
}

static void draw_mark(oca_drawing *drawing, double percent) {
    double x = x_of(percent);
    const char *points =
        oca_format_text(drawing->mem, _("%s points of 100"), oca_number_shown(drawing->mem, percent, 1));
    oca_points arrow = {0};
    *(oca_point *)OCA_ADD(drawing->mem, &arrow) = (oca_point){x - 6, TOP - 10};
    *(oca_point *)OCA_ADD(drawing->mem, &arrow) = (oca_point){x + 6, TOP - 10};
    *(oca_point *)OCA_ADD(drawing->mem, &arrow) = (oca_point){x, TOP - 1};
    oca_draw_points(drawing, OCA_DRAWN_AREA, "pointer", arrow);
    double half = oca_letters_width(points, LETTERS, true) / 2;
    oca_draw_text(drawing, "value", fmin(fmax(x, half), WIDTH - half), TOP - 16, LETTERS, OCA_ANCHOR_MIDDLE, points);
}

/* The stage and the points, and what comes next. */
static const char *finding(oca_arena *mem, const oca_thermometer_stage *stages, size_t n,
                           const oca_thermometer_place *place) {
    if (!place->percent.given || place->stage < 0)
        return _("No stage yet: there are no points");
    size_t stage = (size_t)place->stage;
    const char *points = oca_number_shown(mem, place->percent.value, 1);
    const char *stands = oca_format_text(
        mem, place->provisional ? _("%s, provisional, at %s points of 100") : _("%s, at %s points of 100"),
        stages[stage].name, points);
    if (place->held)
        return oca_format_text(mem, _("%s: a must-have holds it there"), stands);
    return stage + 1 < n ? oca_format_text(mem, _("%s; %s begins at %s"), stands, stages[stage + 1].name,
                                           oca_number_text(mem, stages[stage + 1].from))
                         : stands;
}

static const char *described(oca_arena *mem, const oca_thermometer_stage *stages, size_t n, const char *held) {
    oca_buffer text = {.mem = mem};
    oca_buffer_print(&text, _("Stages:"));
    for (size_t i = 0; i < n; i++)
        oca_buffer_print(&text, _("%s %s from %s"), i ? "," : "", stages[i].name, oca_number_text(mem, stages[i].from));
    if (held)
        oca_buffer_print(&text, ". %s", held);
    return text.at;
}

oca_drawing oca_figure_thermometer(oca_arena *mem, const oca_thermometer_stage *stages, size_t n,
                                   const oca_thermometer_place *place) {
    oca_drawing drawing = {.mem = mem,
                           .width = WIDTH,
                           .height = HEIGHT,
                           .title = finding(mem, stages, n, place),
                           .description = described(mem, stages, n, place->held)};
    draw_stages(&drawing, stages, n, place->stage);
    if (place->percent.given)
        draw_mark(&drawing, place->percent.value);
    if (place->held) {
        double below = TOP + BAR + 34;
        int lines = oca_draw_wrapped(&drawing, "held", LEFT, below, LETTERS, OCA_ANCHOR_START, WIDTH - 2 * LEFT,
                                     HELD_LINES, false, place->held);
        drawing.height = below + oca_leading(LETTERS) * (lines - 1) + LETTERS / 2.0;
    }
    return drawing;
}
