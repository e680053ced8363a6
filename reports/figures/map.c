/* The map of capacity and agreement; declared in figures.h. */
#include "findings.h"

#include "../../engine/base/words.h"

#include <math.h>

enum { LEFT = 40, TOP = 40, SIDE = 330, BELOW = 62, LETTERS = 12, RADIUS = 10, GAP = 2, ROUNDS = 200, FULL = 100 };

static double x_of(double percent) {
    return LEFT + SIDE * percent / FULL;
}

static double y_of(double percent) {
    return TOP + SIDE * (1 - percent / FULL);
}

/* Discs that would cover each other are moved apart, a little at a time and always in the same way; what is moved gets
 * a line to where it belongs. */
static void move_apart(oca_point *discs, size_t n) {
    const double apart = 2 * RADIUS + GAP;
    bool moved = true;
    for (int round = 0; round < ROUNDS && moved; round++) {
        moved = false;
        for (size_t i = 0; i < n; i++)
            for (size_t k = i + 1; k < n; k++) {
                double dx = discs[k].x - discs[i].x, dy = discs[k].y - discs[i].y, distance = hypot(dx, dy);
                if (distance >= apart)
                    continue;
                if (distance < 1) { /* on one spot: each pair leaves it in a direction of its own */
                    dx = cos((double)(i + k)), dy = sin((double)(i + k));
                    distance = 1;
                }
                double step = (apart - distance) / 2 + 0.1;
                discs[i].x -= step * dx / distance, discs[i].y -= step * dy / distance;
                discs[k].x += step * dx / distance, discs[k].y += step * dy / distance;
                moved = true;
            }
        for (size_t i = 0; i < n; i++) { /* all stay on the map */
            discs[i].x = fmin(fmax(discs[i].x, LEFT + RADIUS), LEFT + SIDE - RADIUS);
            discs[i].y = fmin(fmax(discs[i].y, TOP + RADIUS), TOP + SIDE - RADIUS);
        }
    }
}

static void ground(oca_drawing *drawing, double capacity, double agreement, const char *const readings[4]) {
    const double right = LEFT + SIDE, bottom = TOP + SIDE, above = TOP - 8, below = bottom + 34;
    oca_draw_box(drawing, "ground", LEFT, TOP, SIDE, SIDE, NULL);
    oca_draw_line(drawing, "threshold", x_of(capacity), TOP, x_of(capacity), bottom);
    oca_draw_line(drawing, "threshold", LEFT, y_of(agreement), right, y_of(agreement));
    for (int percent = 0; percent <= FULL; percent += 20) {
        const char *text = oca_format_text(drawing->mem, "%d", percent);
        oca_draw_text(drawing, "scale", x_of(percent), bottom + 16, LETTERS - 1, OCA_ANCHOR_MIDDLE, text);
        oca_draw_text(drawing, "scale", LEFT - 6, y_of(percent) + 4, LETTERS - 1, OCA_ANCHOR_END, text);
    }
    oca_draw_text(drawing, "reading", right, above, LETTERS, OCA_ANCHOR_END, readings[0]);
    oca_draw_text(drawing, "reading", right, below, LETTERS, OCA_ANCHOR_END, readings[1]);
    oca_draw_text(drawing, "reading", LEFT, above, LETTERS, OCA_ANCHOR_START, readings[2]);
    oca_draw_text(drawing, "reading", LEFT, below, LETTERS, OCA_ANCHOR_START, readings[3]);
    oca_draw_text(drawing, "axis", LEFT + SIDE / 2.0, bottom + 54, LETTERS, OCA_ANCHOR_MIDDLE, _("Points of 100 →"));
    oca_draw_text(drawing, "axis", 0, LETTERS, LETTERS, OCA_ANCHOR_START, _("↑ Agreement in the room, of 100"));
}

oca_drawing oca_figure_map(oca_arena *mem, const oca_map_place *places, size_t n, double capacity, double agreement,
                           const char *const readings[4]) {
    enum { RIGHT = 16 };
    oca_drawing drawing = {.mem = mem,
                           .width = LEFT + SIDE + RIGHT,
                           .height = TOP + SIDE + BELOW,
                           .title = oca_finding_map(mem, places, n, capacity, agreement, readings)};
    oca_point *discs = oca_alloc(mem, n * sizeof *discs);
    size_t *numbers = oca_alloc(mem, n * sizeof *numbers), shown = 0;
    oca_buffer text = {.mem = mem};
    ground(&drawing, capacity, agreement, readings);
    for (size_t i = 0; i < n; i++) {
        bool defined = places[i].capacity.given && places[i].agreement.given;
        oca_buffer_print(&text, "%s%zu %s: ", i ? "; " : "", i + 1, places[i].name);
        if (!defined) {
            oca_buffer_print(&text, _("not on the map, since a figure is undefined"));
            continue;
        }
        oca_buffer_print(&text, _("points of 100: %s, agreement: %s"),
                         oca_number_shown(mem, places[i].capacity.value, 1),
                         oca_number_shown(mem, places[i].agreement.value, 1));
        numbers[shown] = i;
        discs[shown++] = (oca_point){x_of(places[i].capacity.value), y_of(places[i].agreement.value)};
    }
    drawing.description = text.at ? text.at : "";
    move_apart(discs, shown);
    for (size_t i = 0; i < shown; i++) {
        const oca_map_place *place = &places[numbers[i]];
        double x = x_of(place->capacity.value), y = y_of(place->agreement.value);
        if (hypot(discs[i].x - x, discs[i].y - y) > 1) {
            oca_draw_line(&drawing, "leader", x, y, discs[i].x, discs[i].y);
            oca_draw_circle(&drawing, "spot", x, y, 2, NULL);
        }
    }
    for (size_t i = 0; i < shown; i++) {
        oca_draw_circle(&drawing, "disc", discs[i].x, discs[i].y, RADIUS, places[numbers[i]].name);
        oca_draw_text(&drawing, "number", discs[i].x, discs[i].y + 4, LETTERS - 1, OCA_ANCHOR_MIDDLE,
                      oca_format_text(mem, "%zu", numbers[i] + 1));
    }
    return drawing;
}
