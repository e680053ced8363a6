/* The spread of one item's answers; declared in figures.h. */
#include "figures.h"

#include "../../engine/base/words.h"

#include <math.h>

enum { WIDTH = 204, HEIGHT = 34, LEFT = 28, LETTERS = 10, LARGEST = 12, SMALLEST = 6 };

/* "12 participants gave 1 to 4: Books". */
static const char *finding(oca_arena *mem, const oca_strip_answer *answers, size_t n, const char *item) {
    long all = 0;
    for (size_t i = 0; i < n; i++)
        all += answers[i].count;
    const char *least = n ? oca_number_text(mem, answers[0].value) : "";
    if (n < 2)
        return oca_format_text(mem, _("All %ld participants gave %s: %s"), all, least, item);
    return oca_format_text(mem, _("%ld participants gave %s to %s: %s"), all, least,
                           oca_number_text(mem, answers[n - 1].value), item);
}

oca_drawing oca_figure_strip(oca_arena *mem, double min, double max, const oca_strip_answer *answers, size_t n,
                             oca_number agreed, const char *item) {
    oca_drawing drawing = {.mem = mem, .width = WIDTH, .height = HEIGHT, .title = finding(mem, answers, n, item)};
    const double room = WIDTH - 2 * LEFT, y = HEIGHT / 2.0;
    oca_buffer text = {.mem = mem};
    long most = 0;
    for (size_t i = 0; i < n; i++)
        most = answers[i].count > most ? answers[i].count : most;
    oca_draw_line(&drawing, "grid", LEFT, y, LEFT + room, y);
    oca_draw_line(&drawing, "grid", LEFT, y - 4, LEFT, y + 4);
    oca_draw_line(&drawing, "grid", LEFT + room, y - 4, LEFT + room, y + 4);
    oca_draw_text(&drawing, "scale", 0, y + 3.5, LETTERS, OCA_ANCHOR_START, oca_number_text(mem, min));
    oca_draw_text(&drawing, "scale", WIDTH, y + 3.5, LETTERS, OCA_ANCHOR_END, oca_number_text(mem, max));
    for (size_t i = 0; i < n; i++) {
        double x = LEFT + room * (answers[i].value - min) / (max - min);
        /* The disc's area says how many they are; the smallest still has room for its number. */
        double radius = fmax(SMALLEST, LARGEST * sqrt((double)answers[i].count / (double)most));
        const char *count = oca_format_text(mem, "%ld", answers[i].count);
        oca_draw_circle(&drawing, "disc", x, y, radius, NULL);
        oca_draw_text(&drawing, "number", x, y + 3.5, LETTERS, OCA_ANCHOR_MIDDLE, count);
        oca_buffer_print(&text, _("%s%s gave %s"), i ? ", " : "", count, oca_number_text(mem, answers[i].value));
    }
    if (agreed.given) {
        double x = LEFT + room * (agreed.value - min) / (max - min);
        oca_points mark = {0};
        *(oca_point *)OCA_ADD(mem, &mark) = (oca_point){x - 5, HEIGHT};
        *(oca_point *)OCA_ADD(mem, &mark) = (oca_point){x + 5, HEIGHT};
        *(oca_point *)OCA_ADD(mem, &mark) = (oca_point){x, HEIGHT - 6};
        oca_draw_points(&drawing, OCA_DRAWN_AREA, "agreed", mark);
        oca_buffer_print(&text, _("%sagreed %s"), text.n ? "; " : "", oca_number_text(mem, agreed.value));
    }
    drawing.description = text.at ? text.at : "";
    return drawing;
}
