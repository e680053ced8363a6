/* Actions along the calendar; declared in figures.h. */
#include "findings.h"

#include "../../engine/base/words.h"

#include "../../engine/base/date.h"

enum { WIDTH = 900, LABELS = 300, RIGHT = 12, TOP = 34, ROW = 30, LETTERS = 11, BAR = 9, BELOW = 10 };

typedef struct {
    oca_drawing *drawing;
    oca_day start, end;
    double bottom;
} chart;

static double x_of(const chart *c, double day) {
    double days = c->end - c->start + 1;
    return LABELS + (WIDTH - LABELS - RIGHT) * (day - c->start) / days;
}

/* A line at each month's first day, its number above; the year where one begins. Long plans show every second, third …
 * month's number. */
static void draw_months(const chart *c) {
    enum { NARROWEST = 26 };
    oca_arena *mem = c->drawing->mem;
    int year, month, day;
    oca_day_parts(c->start, &year, &month, &day);
    oca_day first = oca_day_add_months(c->start - (day - 1), day > 1);
    double wide = x_of(c, c->start + 30.4) - x_of(c, c->start);
    int every = 1;
    while (every < 12 && every * wide < NARROWEST)
        every++;
    for (int i = 0; i <= 1200 && first <= c->end; i++, first = oca_day_add_months(first, 1)) {
        double x = x_of(c, first);
        oca_draw_line(c->drawing, "grid", x, TOP - 4, x, c->bottom);
        oca_day_parts(first, &year, &month, &day);
        bool named = i % every == 0 && x + NARROWEST / 2.0 < WIDTH;
        if (named)
            oca_draw_text(c->drawing, "scale", x + 2, TOP - 8, LETTERS, OCA_ANCHOR_START,
                          oca_format_text(mem, "%02d", month));
        if (i == 0 || month == 1)
            oca_draw_text(c->drawing, "scale", x + 2, TOP - 21, LETTERS, OCA_ANCHOR_START,
                          oca_format_text(mem, "%d", year));
    }
}

static void draw_bar(const chart *c, const char *role, oca_gantt_span span, double y, const char *says) {
    if (!span.given)
        return;
    oca_day from = span.from < c->start ? c->start : span.from, to = span.to > c->end ? c->end : span.to;
    if (from > c->end || to < c->start)
        return;
    oca_draw_box(c->drawing, role, x_of(c, from), y, x_of(c, to + 1.0) - x_of(c, from), BAR, says);
}

static const char *described(oca_arena *mem, const oca_gantt_row *row) {
    oca_buffer text = {.mem = mem};
    oca_buffer_print(&text, "%s: ", row->label);
    if (row->planned.given)
        oca_buffer_print(&text, _("%s to %s"), oca_day_text(mem, row->planned.from),
                         oca_day_text(mem, row->planned.to));
    else
        oca_buffer_print(&text, _("no dates"));
    if (row->actual.given)
        oca_buffer_print(&text, _("; %s %s to %s"), row->actual_word, oca_day_text(mem, row->actual.from),
                         oca_day_text(mem, row->actual.to));
    return text.at;
}

oca_drawing oca_figure_gantt(oca_arena *mem, const oca_gantt_row *rows, size_t n, oca_day start, oca_day end,
                             const oca_day *reviews, size_t n_reviews) {
    oca_drawing drawing = {.mem = mem, .width = WIDTH, .title = oca_finding_gantt(mem, rows, n)};
    chart c = {&drawing, start, end, TOP + ROW * (double)n};
    drawing.height = c.bottom + BELOW;
    oca_buffer text = {.mem = mem};
    draw_months(&c);
    for (size_t i = 0; i < n; i++) {
        double y = TOP + ROW * (double)i;
        const char *says = described(mem, &rows[i]);
        oca_draw_line(&drawing, "grid", 0, y, WIDTH - RIGHT, y);
        oca_draw_wrapped(&drawing, "label", 0, y + LETTERS + 1, LETTERS, OCA_ANCHOR_START, LABELS - 8, 2, false,
                         rows[i].label);
        draw_bar(&c, "bar first", rows[i].planned, y + (rows[i].actual.given ? 5 : 10), says);
        draw_bar(&c, "bar second", rows[i].actual, y + 6 + BAR, says);
        oca_buffer_print(&text, "%s%s", i ? ". " : "", says);
    }
    for (size_t i = 0; i < n_reviews; i++)
        if (reviews[i] >= start && reviews[i] <= end + 1)
            oca_draw_line(&drawing, "review", x_of(&c, reviews[i]), TOP - 4, x_of(&c, reviews[i]), c.bottom);
    drawing.description = text.at ? text.at : _("No action has dates");
    return drawing;
}
