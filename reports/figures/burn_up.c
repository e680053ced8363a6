/* Weeks of work done and planned, over the reviews; declared in figures.h. */
#include "figures.h"

#include "../../engine/base/date.h"

enum { WIDTH = 700, HEIGHT = 320, LEFT = 46, RIGHT = 150, TOP = 16, BELOW = 40, LETTERS = 12, STEPS = 4 };

typedef struct {
    oca_drawing *drawing;
    const oca_burn_up_point *points;
    size_t n;
    double most; /* weeks at the top */
} chart;

static double x_of(const chart *c, oca_day day) {
    oca_day first = c->points[0].date, last = c->points[c->n - 1].date;
    return LEFT + (WIDTH - LEFT - RIGHT) * (last > first ? (double)(day - first) / (last - first) : 0);
}

static double y_of(const chart *c, double weeks) {
    return HEIGHT - BELOW - (HEIGHT - BELOW - TOP) * weeks / c->most;
}

static void draw_frame(const chart *c) {
    oca_arena *mem = c->drawing->mem;
    for (int i = 0; i <= STEPS; i++) {
        double weeks = c->most * i / STEPS, y = y_of(c, weeks);
        oca_draw_line(c->drawing, "grid", LEFT, y, WIDTH - RIGHT, y);
        oca_draw_text(c->drawing, "scale", LEFT - 6, y + 4, LETTERS, OCA_ANCHOR_END, oca_number_shown(mem, weeks, 0));
    }
    const size_t ends[] = {0, c->n - 1};
    for (size_t i = 0; i < OCA_COUNT(ends); i++)
        oca_draw_text(c->drawing, "scale", x_of(c, c->points[ends[i]].date), HEIGHT - BELOW + 18, LETTERS,
                      i ? OCA_ANCHOR_END : OCA_ANCHOR_START, oca_day_text(mem, c->points[ends[i]].date));
}

/* One line, as far as it is known, with its name at its end, moved off the names that are there already. */
static void draw_series(const chart *c, size_t series, const char *role, const char *name, double *taken, size_t *n) {
    oca_points line = {0};
    for (size_t i = 0; i < c->n; i++) {
        oca_number weeks = c->points[i].weeks[series];
        if (weeks.given)
            *(oca_point *)OCA_ADD(c->drawing->mem, &line) =
                (oca_point){x_of(c, c->points[i].date), y_of(c, weeks.value)};
    }
    if (line.n == 0)
        return;
    oca_point end = line.at[line.n - 1];
    oca_draw_points(c->drawing, OCA_DRAWN_LINE, role, line);
    double y = end.y + 4;
    for (size_t i = 0; i < *n; i++)
        if (y - taken[i] < LETTERS + 3 && taken[i] - y < LETTERS + 3) {
            y = taken[i] + LETTERS + 3;
            i = (size_t)-1; /* against all of them again */
        }
    taken[(*n)++] = y;
    oca_draw_text(c->drawing, "label", WIDTH - RIGHT + 8, y, LETTERS, OCA_ANCHOR_START, name);
}

oca_drawing oca_figure_burn_up(oca_arena *mem, const oca_burn_up_point *points, size_t n) {
    static const struct {
        const char *role, *name;
    } series[OCA_BURN_UP_SERIES] = {[OCA_BURN_UP_SIZE] = {"threshold", "size of the plan"},
                                    [OCA_BURN_UP_PLANNED] = {"second", "planned"},
                                    [OCA_BURN_UP_STANDS] = {"target", "done, as it stands"},
                                    [OCA_BURN_UP_AGREED] = {"first", "done, as agreed"}};
    oca_drawing drawing = {.mem = mem,
                           .width = WIDTH,
                           .height = HEIGHT,
                           .title = "Weeks of work done, and planned",
                           .description = "The same figures stand in the table below."};
    chart c = {.drawing = &drawing, .points = points, .n = n, .most = 1};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < OCA_BURN_UP_SERIES; k++)
            if (oca_or(points[i].weeks[k], 0) > c.most)
                c.most = points[i].weeks[k].value;
    draw_frame(&c);
    double taken[OCA_BURN_UP_SERIES];
    size_t names = 0;
    for (size_t k = 0; k < OCA_BURN_UP_SERIES; k++)
        draw_series(&c, k, series[k].role, series[k].name, taken, &names);
    return drawing;
}
