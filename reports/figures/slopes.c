/* Lines from round to round; declared in figures.h. */
#include "findings.h"

#include "../../engine/base/words.h"
#include "../letters.h"

#include <stdlib.h>

enum {
    WIDTH = 680,
    LEFT = 40,
    RIGHT = 300,
    TOP = 40,
    LEAST = 300,
    ROW = 16,
    BELOW = 12,
    LETTERS = 12,
    STEP = 25,
    FULL = 100
};

typedef struct {
    oca_drawing *drawing;
    size_t columns;
    double high; /* from 0 to 100 */
} chart;

static double x_of(const chart *c, size_t column) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (double)column / (double)(c->columns - 1);
}

static double y_of(const chart *c, double percent) {
    return TOP + c->high * (1 - percent / FULL);
}

static void draw_frame(const chart *c, const char *const *rounds) {
    const double room = (double)(WIDTH - LEFT - RIGHT) / (double)(c->columns - 1) - 8;
    for (int percent = 0; percent <= FULL; percent += STEP) {
        double y = y_of(c, percent);
        oca_draw_line(c->drawing, "grid", LEFT, y, WIDTH - RIGHT, y);
        oca_draw_text(c->drawing, "scale", LEFT - 8, y + 4, LETTERS - 1, OCA_ANCHOR_END,
                      oca_format_text(c->drawing->mem, "%d", percent));
    }
    for (size_t i = 0; i < c->columns; i++) {
        oca_anchor anchor = i == 0 ? OCA_ANCHOR_START : i + 1 < c->columns ? OCA_ANCHOR_MIDDLE : OCA_ANCHOR_END;
        bool edge = anchor != OCA_ANCHOR_MIDDLE; /* which has half the room, but may reach beyond the frame */
        oca_draw_line(c->drawing, "column", x_of(c, i), TOP, x_of(c, i), TOP + c->high);
        oca_draw_wrapped(c->drawing, "label", x_of(c, i), TOP - 10, LETTERS, anchor, edge ? room / 2 : room, 2, true,
                         rounds[i]);
    }
}

static const char *role_of(const oca_slope_leg *leg, bool whole) {
    int order = oca_compare(leg->to.value, leg->from.value);
    return whole ? "slope whole" : order > 0 ? "slope rose" : order < 0 ? "slope fell" : "slope level";
}

static void draw_row(const chart *c, const oca_slope *row, bool whole) {
    for (size_t i = 0; i + 1 < c->columns; i++) {
        const oca_slope_leg *leg = &row->legs[i];
        if (!leg->from.given || !leg->to.given)
            continue;
        double x1 = x_of(c, i), y1 = y_of(c, leg->from.value), x2 = x_of(c, i + 1), y2 = y_of(c, leg->to.value);
        const char *says = oca_format_text(c->drawing->mem, _("%s: %s to %s points of 100"), row->name,
                                           oca_number_shown(c->drawing->mem, leg->from.value, 1),
                                           oca_number_shown(c->drawing->mem, leg->to.value, 1));
        oca_draw_line(c->drawing, role_of(leg, whole), x1, y1, x2, y2);
        oca_draw_circle(c->drawing, "spot", x1, y1, 3, says);
        oca_draw_circle(c->drawing, "spot", x2, y2, 3, says);
    }
}

static int from_above(const void *left, const void *right) {
    const oca_slope_end *a = left, *b = right;
    int order = oca_compare(b->percent, a->percent);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

oca_slope_ends oca_slope_ends_of(oca_arena *mem, const oca_slope *rows, size_t n, size_t legs) {
    oca_slope_ends out = {0};
    for (size_t i = 0; i < n; i++) {
        const oca_slope_leg *last = &rows[i].legs[legs - 1];
        if (last->from.given && last->to.given)
            *(oca_slope_end *)OCA_ADD(mem, &out) = (oca_slope_end){i, last->to.value};
    }
    if (out.n)
        qsort(out.at, out.n, sizeof *out.at, from_above);
    return out;
}

/* The names of the rows at the end of their last legs. */
static void draw_names(const chart *c, const oca_slope *rows, size_t n) {
    enum { LEADER = 18, GAP = 6 };
    oca_arena *mem = c->drawing->mem;
    const oca_slope_ends all = oca_slope_ends_of(mem, rows, n, c->columns - 1);
    const oca_slope_end *ends = all.at;
    oca_drawn_span *spans = oca_alloc(mem, (all.n + 1) * sizeof *spans);
    const double x = WIDTH - RIGHT + LEADER + GAP;
    for (size_t i = 0; i < all.n; i++)
        spans[i] = (oca_drawn_span){y_of(c, ends[i].percent) - ROW / 2.0, ROW - 1};
    oca_drawn_apart(spans, all.n, TOP - ROW / 2.0, c->drawing->height);
    for (size_t i = 0; i < all.n; i++) {
        double y = spans[i].top + ROW / 2.0;
        const char *points = oca_number_shown(mem, ends[i].percent, 1);
        double room = WIDTH - x - oca_letters_width(points, LETTERS, true) - GAP;
        const char *role = ends[i].row ? "label" : "label value";
        if (!ends[i].row) /* bold letters are wider than those that lines are measured by */
            room *= oca_letters_width("n", LETTERS, false) / oca_letters_width("n", LETTERS, true);
        oca_draw_line(c->drawing, "leader", WIDTH - RIGHT + 4, y_of(c, ends[i].percent), x - GAP / 2.0, y);
        oca_draw_wrapped(c->drawing, role, x, y + 4, LETTERS, OCA_ANCHOR_START, room, 1, false, rows[ends[i].row].name);
        oca_draw_text(c->drawing, role, WIDTH, y + 4, LETTERS, OCA_ANCHOR_END, points);
    }
}

static const char *described(oca_arena *mem, const oca_slope *rows, size_t n, size_t legs) {
    oca_buffer text = {.mem = mem};
    for (size_t i = 0; i < n; i++) {
        oca_buffer_print(&text, "%s%s:", i ? "; " : "", rows[i].name);
        for (size_t k = 0; k < legs; k++) {
            const oca_slope_leg *leg = &rows[i].legs[k];
            bool compared = leg->from.given && leg->to.given;
            oca_buffer_print(&text, "%s %s to %s", k ? ", then" : "",
                             compared ? oca_number_shown(mem, leg->from.value, 1) : "–",
                             compared ? oca_number_shown(mem, leg->to.value, 1) : "–");
        }
    }
    return text.at ? text.at : "";
}

oca_drawing oca_figure_slopes(oca_arena *mem, const char *const *rounds, size_t n_rounds, const oca_slope *rows,
                              size_t n) {
    double high = ROW * (double)n > LEAST ? ROW * (double)n : LEAST;
    oca_drawing drawing = {.mem = mem,
                           .width = WIDTH,
                           .height = TOP + high + BELOW,
                           .title = oca_finding_slopes(mem, rows, n, n_rounds - 1),
                           .description = described(mem, rows, n, n_rounds - 1)};
    chart c = {&drawing, n_rounds, high};
    draw_frame(&c, rounds);
    for (size_t i = n; i-- > 0;) /* the whole last, over the others */
        draw_row(&c, &rows[i], i == 0);
    draw_names(&c, rows, n);
    return drawing;
}
