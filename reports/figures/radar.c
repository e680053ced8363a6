/* The radar of areas; declared in figures.h. */
#include "figures.h"

#include <math.h>

enum { WIDTH = 530, HEIGHT = 380, RADIUS = 132, LETTERS = 12, LABEL_GAP = 14, LABEL_WIDTH = 112, LABEL_LINES = 3 };
enum { STEP = 25, FULL = 100 };

static const double middle_x = WIDTH / 2.0, middle_y = HEIGHT / 2.0;

/* The first axis points up, the others follow clockwise. */
static double angle_of(size_t axis, size_t n) {
    const double turn = 2 * 3.14159265358979323846;
    return turn * (double)axis / (double)n;
}

static oca_point at(size_t axis, size_t n, double radius) {
    double angle = angle_of(axis, n);
    return (oca_point){middle_x + radius * sin(angle), middle_y - radius * cos(angle)};
}

static void ring(oca_drawing *drawing, const char *role, size_t n, double percent) {
    oca_points points = {0};
    for (size_t i = 0; i < n; i++)
        *(oca_point *)OCA_ADD(drawing->mem, &points) = at(i, n, RADIUS * percent / FULL);
    oca_draw_points(drawing, OCA_DRAWN_AREA, role, points);
}

static void grid(oca_drawing *drawing, size_t n) {
    for (int percent = STEP; percent <= FULL; percent += STEP) {
        ring(drawing, "grid", n, percent);
        oca_draw_text(drawing, "scale", middle_x + 4, middle_y - RADIUS * percent / FULL + LETTERS, LETTERS - 2,
                      OCA_ANCHOR_START, oca_format_text(drawing->mem, "%d", percent));
    }
    for (size_t i = 0; i < n; i++) {
        oca_point end = at(i, n, RADIUS);
        oca_draw_line(drawing, "grid", middle_x, middle_y, end.x, end.y);
    }
}

/* Beside the end of its axis: above it in the upper half, below in the lower, away from the middle. */
static void label(oca_drawing *drawing, const char *text, size_t axis, size_t n) {
    const double nearly = 0.15; /* of the radius: an axis so close to upright has its label centred */
    oca_point end = at(axis, n, RADIUS + LABEL_GAP);
    double side = sin(angle_of(axis, n)), height = cos(angle_of(axis, n));
    oca_anchor anchor = fabs(side) < nearly ? OCA_ANCHOR_MIDDLE : side > 0 ? OCA_ANCHOR_START : OCA_ANCHOR_END;
    bool upwards = height > nearly;
    double y = end.y + (height < -nearly ? LETTERS * 0.8 : upwards ? 0 : LETTERS / 3.0);
    oca_draw_wrapped(drawing, "label", end.x, y, LETTERS, anchor, LABEL_WIDTH, LABEL_LINES, upwards, text);
}

/* The ring's line breaks at an area without a percent, which has no mark. */
static void draw_round(oca_drawing *drawing, const oca_radar_ring *round, const char *const *areas, size_t n) {
    size_t defined = 0;
    for (size_t i = 0; i < n; i++)
        defined += round->percents[i].given;
    oca_points run = {0};
    /* Once around and back to the first, so that the last line closes the ring. */
    for (size_t i = 0; i <= n; i++) {
        oca_number percent = round->percents[i % n];
        if (percent.given)
            *(oca_point *)OCA_ADD(drawing->mem, &run) = at(i % n, n, RADIUS * percent.value / FULL);
        if ((!percent.given || i == n) && run.n > 1)
            oca_draw_points(drawing, defined == n ? OCA_DRAWN_AREA : OCA_DRAWN_LINE, round->role, run);
        if (!percent.given)
            run = (oca_points){0};
    }
    for (size_t i = 0; i < n; i++)
        if (round->percents[i].given) {
            oca_point point = at(i, n, RADIUS * round->percents[i].value / FULL);
            oca_draw_circle(drawing, oca_format_text(drawing->mem, "mark %s", round->role), point.x, point.y, 4,
                            oca_format_text(drawing->mem, "%s, %s: %s points of 100", areas[i], round->name,
                                            oca_number_shown(drawing->mem, round->percents[i].value, 1)));
        }
}

static const char *described(oca_arena *mem, const char *const *areas, size_t n, const oca_radar_ring *rings,
                             size_t n_rings) {
    oca_buffer text = {.mem = mem};
    for (size_t r = 0; r < n_rings; r++) {
        oca_buffer_print(&text, "%s%s: ", r ? " " : "", rings[r].name);
        for (size_t i = 0; i < n; i++) {
            oca_number percent = rings[r].percents[i];
            oca_buffer_print(&text, "%s%s %s", i ? "; " : "", areas[i],
                             percent.given ? oca_number_shown(mem, percent.value, 1) : "–");
        }
        oca_buffer_print(&text, ".");
    }
    return text.at ? text.at : "";
}

oca_drawing oca_figure_radar(oca_arena *mem, const char *const *areas, size_t n, const oca_radar_ring *rings,
                             size_t n_rings, oca_number target) {
    oca_drawing drawing = {.mem = mem,
                           .width = WIDTH,
                           .height = HEIGHT,
                           .title = "Points of 100, area by area",
                           .description = described(mem, areas, n, rings, n_rings)};
    if (n == 0)
        return drawing;
    grid(&drawing, n);
    if (target.given)
        ring(&drawing, "target", n, target.value);
    for (size_t i = 0; i < n_rings; i++)
        draw_round(&drawing, &rings[i], areas, n);
    for (size_t i = 0; i < n; i++)
        label(&drawing, areas[i], i, n);
    return drawing;
}
