/* The plans of a programme as result XML; declared in result.h. */
#include "../track/programme.h"
#include "../figures/many.h"
#include "../phrases.h"
#include "head.h"
#include "result.h"
#include "table.h"

#include <math.h>

typedef struct {
    oca_arena *mem;
    oca_stream *out;
    const oca_programme *programme;
    size_t drawn; /* plans, the first ones */
} writer;

enum { ROWS_OF_A_PAGE = 22, MOST_PAGES = 5 };

/* The rows as bars, so many a picture that each prints on one page. */
static void put_bars(const writer *w, const char *id, const oca_bar_row *rows, size_t n, double most,
                     oca_rows_words words) {
    const char *finding = words.title;
    size_t pages = (n + ROWS_OF_A_PAGE - 1) / ROWS_OF_A_PAGE;
    for (size_t page = 0; page < pages; page++) {
        size_t first = page * ROWS_OF_A_PAGE, left = n - first;
        if (pages > 1)
            words.title =
                oca_format_text(w->mem, _("%s (%zu of %zu: %s and on)"), finding, page + 1, pages, rows[first].name);
        oca_drawing bars =
            oca_figure_bars(w->mem, rows + first, left < ROWS_OF_A_PAGE ? left : ROWS_OF_A_PAGE, most, &words);
        oca_drawing_write(w->out, &bars, oca_format_text(w->mem, "%s-%zu", id, page + 1));
    }
}

static void put_progress(const writer *w) {
    enum { FULL = 100 };
    oca_bar_row *rows = oca_alloc(w->mem, (w->drawn + 1) * sizeof *rows);
    for (size_t i = 0; i < w->drawn; i++) {
        const oca_completion *done = &w->programme->lines.at[i].completion;
        rows[i] = (oca_bar_row){oca_programme_called(w->mem, w->programme, i), {done->planned, done->agreed}, {0}};
        for (int k = 0; k < OCA_SERIES; k++)
            rows[i].shown[k] = oca_format_text(w->mem, "%s %%",
                                               oca_number_shown(w->mem, rows[i].values[k].value, OCA_DECIMALS_POINTS));
    }
    put_bars(w, "progress", rows, w->drawn, FULL,
             (oca_rows_words){oca_finding_behind(w->mem, w->programme),
                              _("The figures stand in the table Plans."),
                              {_("planned by now"), _("done, as agreed")}});
}

static void put_stuck(const writer *w) {
    oca_bar_row *rows = oca_alloc(w->mem, (w->drawn + 1) * sizeof *rows);
    size_t n = 0;
    double most = 1;
    for (size_t i = 0; i < w->drawn; i++) {
        const oca_programme_line *line = &w->programme->lines.at[i];
        if (line->overdue + line->blocked == 0)
            continue;
        oca_bar_row *row = &rows[n++];
        *row = (oca_bar_row){
            oca_programme_called(w->mem, w->programme, i),
            {oca_given((double)line->overdue), oca_given((double)line->blocked)},
            {oca_format_text(w->mem, "%zu", line->overdue), oca_format_text(w->mem, "%zu", line->blocked)}};
        most = fmax(most, fmax((double)line->overdue, (double)line->blocked));
    }
    put_bars(w, "stuck", rows, n, most,
             (oca_rows_words){oca_finding_stuck(w->mem, w->programme),
                              _("The figures stand in the table Plans."),
                              {_("overdue"), _("blocked")}});
}

static void put_head(const writer *w) {
    const oca_programme *programme = w->programme;
    oca_stream_begin(w->out, "programme");
    oca_stream_day(w->out, "date", (oca_date){true, programme->date});
    oca_stream_count(w->out, "plans", programme->lines.n);
    oca_stream_count(w->out, "overdue", programme->overdue);
    oca_stream_count(w->out, "blocked", programme->blocked);
    oca_stream_count(w->out, "superseded", programme->superseded);
    oca_stream_count(w->out, "faulty", programme->faulty.n);
    oca_stream_end(w->out);
}

oca_status oca_programme_result(const char **out, size_t *n, oca_arena *mem, const oca_programme *programme,
                                const char *lang) {
    const size_t most = MOST_PAGES * ROWS_OF_A_PAGE, plans = programme->lines.n;
    const char *running = oca_format_text(mem, _("Plans on %s"), oca_day_text(mem, programme->date));
    const writer writing = {.mem = mem,
                            .out = oca_result_open(mem, "programme", lang, running),
                            .programme = programme,
                            .drawn = plans < most ? plans : most},
                 *w = &writing;
    put_head(w);
    oca_stream_begin(w->out, "pictures");
    if (plans > w->drawn) {
        oca_stream_count(w->out, "drawn", w->drawn);
        oca_stream_count(w->out, "left-out", plans - w->drawn);
    }
    put_progress(w);
    put_stuck(w);
    oca_stream_end(w->out);
    const oca_named_table tables[] = {oca_programme_plans(mem, programme), oca_programme_faulty(mem, programme)};
    for (size_t i = 0; i < OCA_COUNT(tables); i++)
        if (oca_table_rows(&tables[i].table))
            oca_result_table(w->out, mem, &tables[i]);
    return oca_stream_close(out, n, w->out);
}
