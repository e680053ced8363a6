/* The radar of areas; declared in figures.h. */
#include "findings.h"

#include "../../engine/base/words.h"

#include <math.h>

enum { WIDTH = 530, HEIGHT = 400, RADIUS = 132, LETTERS = 12, LABEL_GAP = 14, LABEL_WIDTH = 112, LABEL_LINES = 3 };
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
        oca_draw_text(drawing, "scale", middle_x + 4, middle_y - (double)RADIUS * percent / FULL + LETTERS, LETTERS - 2,
                      OCA_ANCHOR_START, oca_format_text(drawing->mem, "%d", percent));
    }
    for (size_t i = 0; i < n; i++) {
        oca_point end = at(i, n, RADIUS);
        oca_draw_line(drawing, "grid", middle_x, middle_y, end.x, end.y);
    }
}

/* A label beside the end of its axis. */
typedef struct {
    oca_strings lines;
    oca_drawn_span span;
    oca_anchor anchor;
} axis_label;

/* Above the axis in the upper half, below it in the lower, away from the middle. */
static axis_label label_of(oca_arena *mem, const char *text, size_t axis, size_t n) {
    const double nearly = 0.15; /* of the radius: an axis so close to upright has its label centred */
    double side = sin(angle_of(axis, n)), height = cos(angle_of(axis, n)), y = at(axis, n, RADIUS + LABEL_GAP).y;
    axis_label own = {.lines = oca_drawn_lines(mem, LETTERS, LABEL_WIDTH, LABEL_LINES, text)};
    double high = own.span.height = oca_leading(LETTERS) * (double)own.lines.n;
    own.anchor = fabs(side) < nearly ? OCA_ANCHOR_MIDDLE : side > 0 ? OCA_ANCHOR_START : OCA_ANCHOR_END;
    own.span.top = y - (height > nearly ? high - LETTERS / 2.0 : height < -nearly ? LETTERS / 2.0 : high / 2);
    return own;
}

/* Where a label that stands there begins, so that it keeps its distance from the ring. */
static double beside(const axis_label *own) {
    if (own->anchor == OCA_ANCHOR_MIDDLE)
        return middle_x;
    const double reach = RADIUS + LABEL_GAP;
    double above = own->span.top - middle_y, below = above + own->span.height;
    double nearest = above > 0 ? above : below < 0 ? below : 0;
    double x = fabs(nearest) < reach ? sqrt(reach * reach - nearest * nearest) : 0;
    return own->anchor == OCA_ANCHOR_START ? middle_x + x : middle_x - x;
}

/* The labels of one side, from above to below. */
static void put_side(oca_drawing *drawing, axis_label *labels, size_t n) {
    oca_drawn_span *spans = oca_alloc(drawing->mem, (n + 1) * sizeof *spans);
    for (size_t i = 0; i < n; i++)
        spans[i] = labels[i].span;
    oca_drawn_apart(spans, n, 0, HEIGHT);
    for (size_t i = 0; i < n; i++) {
        labels[i].span = spans[i];
        for (size_t k = 0; k < labels[i].lines.n; k++)
            oca_draw_text(drawing, "label", beside(&labels[i]),
                          spans[i].top + oca_leading(LETTERS) * (double)k + LETTERS, LETTERS, labels[i].anchor,
                          labels[i].lines.at[k]);
    }
}

/* Axes go around: those of the right side from above to below, those of the left from below to above. */
static void put_labels(oca_drawing *drawing, const char *const *areas, size_t n) {
    axis_label *right = oca_alloc(drawing->mem, n * sizeof *right), *left = oca_alloc(drawing->mem, n * sizeof *left);
    size_t n_right = 0, n_left = 0;
    for (size_t i = 0; i < n; i++)
        if (sin(angle_of(i, n)) >= 0)
            right[n_right++] = label_of(drawing->mem, areas[i], i, n);
    for (size_t i = n; i-- > n_right;)
        left[n_left++] = label_of(drawing->mem, areas[i], i, n);
    put_side(drawing, right, n_right);
    put_side(drawing, left, n_left);
}

/* The ring's line breaks at an area without a percent, which has no mark; a later round has marks of its own. */
static void draw_round(oca_drawing *drawing, const oca_radar_ring *round, const char *const *areas, size_t n,
                       bool later) {
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
            const char *role = oca_format_text(drawing->mem, "mark %s", round->role);
            const char *says = oca_format_text(drawing->mem, _("%s, %s: %s points of 100"), areas[i], round->name,
                                               oca_number_shown(drawing->mem, round->percents[i].value, 1));
            if (later)
                oca_draw_diamond(drawing, role, point.x, point.y, 5.5, says);
            else
                oca_draw_circle(drawing, role, point.x, point.y, 4, says);
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
    oca_drawing drawing = {
        .mem = mem, .width = WIDTH, .height = HEIGHT, .description = described(mem, areas, n, rings, n_rings)};
    if (n == 0 || n_rings == 0)
        return drawing;
    drawing.title = n_rings > 1 ? oca_finding_areas_now(mem, areas, rings[n_rings - 1].percents, n)
                                : oca_finding_areas(mem, areas, rings[0].percents, n, target);
    grid(&drawing, n);
    if (target.given)
        ring(&drawing, "target", n, target.value);
    for (size_t i = 0; i < n_rings; i++)
        draw_round(&drawing, &rings[i], areas, n, i > 0);
    put_labels(&drawing, areas, n);
    return drawing;
}
