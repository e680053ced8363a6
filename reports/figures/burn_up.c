/* Weeks of work done and planned, over the reviews; declared in figures.h. */
#include "../../engine/base/date.h"
#include "../../engine/base/words.h"
#include "../letters.h"
#include "findings.h"

#include <math.h>

enum { WIDTH = 700, HEIGHT = 320, LEFT = 46, RIGHT = 160, TOP = 16, BELOW = 40, LETTERS = 12 };

typedef struct {
    oca_drawing *drawing;
    const oca_burn_up_point *points;
    size_t n;
    double most, step; /* weeks at the top, and between two lines */
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
    for (double weeks = 0; oca_compare(weeks, c->most) <= 0; weeks += c->step) {
        double y = y_of(c, weeks);
        oca_draw_line(c->drawing, "grid", LEFT, y, WIDTH - RIGHT, y);
        oca_draw_text(c->drawing, "scale", LEFT - 6, y + 4, LETTERS, OCA_ANCHOR_END, oca_number_shown(mem, weeks, 0));
    }
    const size_t ends[] = {0, c->n - 1};
    for (size_t i = 0; i < OCA_COUNT(ends); i++)
        oca_draw_text(c->drawing, "scale", x_of(c, c->points[ends[i]].date), HEIGHT - BELOW + 18, LETTERS,
                      i ? OCA_ANCHOR_END : OCA_ANCHOR_START, oca_day_text(mem, c->points[ends[i]].date));
}

void oca_burn_up_axis(double *most, double *step, const oca_burn_up_point *points, size_t n) {
    enum { FEW = 6 };
    static const int steps[] = {1, 2, 5};
    double greatest = 1;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < OCA_BURN_UP_SERIES; k++)
            if (oca_or(points[i].weeks[k], 0) > greatest)
                greatest = points[i].weeks[k].value;
    *step = 1;
    for (double ten = 1; *step * FEW < greatest; ten *= 10)
        for (size_t i = 0; i < OCA_COUNT(steps) && *step * FEW < greatest; i++)
            *step = ten * steps[i];
    *most = *step;
    while (*most < greatest)
        *most += *step;
}

typedef struct {
    const char *role, *name;
    double end; /* where its line ends, from above */
} series;

/* Draws one line, as far as it is known; false if there is nothing of it. */
static bool draw_line(const chart *c, oca_burn_up_kind kind, series *own) {
    oca_points line = {0};
    for (size_t i = 0; i < c->n; i++) {
        oca_number weeks = c->points[i].weeks[kind];
        if (weeks.given)
            *(oca_point *)OCA_ADD(c->drawing->mem, &line) =
                (oca_point){x_of(c, c->points[i].date), y_of(c, weeks.value)};
    }
    if (line.n == 0)
        return false;
    own->end = line.at[line.n - 1].y;
    oca_draw_points(c->drawing, OCA_DRAWN_LINE, own->role, line);
    return true;
}

/* The names at the right, in the order of the lines' ends, each with a piece of its line. */
static void draw_names(const chart *c, series *all, size_t n) {
    enum { HIGH = LETTERS + 3, PIECE = 24, GAP = 6 };
    const double x = WIDTH - RIGHT + 8;
    oca_drawn_span spans[OCA_BURN_UP_SERIES];
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && all[k].end < all[k - 1].end; k--) {
            series moved = all[k];
            all[k] = all[k - 1];
            all[k - 1] = moved;
        }
    for (size_t i = 0; i < n; i++)
        spans[i] = (oca_drawn_span){all[i].end - HIGH / 2.0, HIGH};
    oca_drawn_apart(spans, n, 0, HEIGHT - BELOW + HIGH / 2.0);
    for (size_t i = 0; i < n; i++) {
        double y = spans[i].top + HIGH / 2.0;
        oca_points piece = {0};
        *(oca_point *)OCA_ADD(c->drawing->mem, &piece) = (oca_point){x, y};
        *(oca_point *)OCA_ADD(c->drawing->mem, &piece) = (oca_point){x + PIECE, y};
        oca_draw_points(c->drawing, OCA_DRAWN_LINE, all[i].role, piece);
        const char *name = _(all[i].name);
        oca_draw_text(c->drawing, "label", x + PIECE + GAP, y + LETTERS / 3.0, LETTERS, OCA_ANCHOR_START, name);
        /* longer in some languages than the room that is kept for it */
        c->drawing->width =
            fmax(c->drawing->width, ceil(x + PIECE + GAP + oca_letters_width(name, LETTERS, false) + GAP));
    }
}

oca_drawing oca_figure_burn_up(oca_arena *mem, const oca_burn_up_point *points, size_t n) {
    static const series kinds[OCA_BURN_UP_SERIES] = {[OCA_BURN_UP_SIZE] = {"threshold", N_("size of the plan"), 0},
                                                     [OCA_BURN_UP_PLANNED] = {"second", N_("planned"), 0},
                                                     [OCA_BURN_UP_STANDS] = {"target", N_("done, as it stands"), 0},
                                                     [OCA_BURN_UP_AGREED] = {"first", N_("done, as agreed"), 0}};
    oca_drawing drawing = {.mem = mem,
                           .width = WIDTH,
                           .height = HEIGHT,
                           .title = oca_finding_burn_up(mem, points, n),
                           .description = _("The same figures stand in the table below.")};
    chart c = {.drawing = &drawing, .points = points, .n = n};
    oca_burn_up_axis(&c.most, &c.step, points, n);
    draw_frame(&c);
    series drawn[OCA_BURN_UP_SERIES];
    size_t shown = 0;
    for (size_t k = 0; k < OCA_BURN_UP_SERIES; k++) {
        drawn[shown] = kinds[k];
        shown += draw_line(&c, (oca_burn_up_kind)k, &drawn[shown]);
    }
    draw_names(&c, drawn, shown);
    return drawing;
}
