/* The pictures of a portfolio, rubric by rubric; declared in pictures.h. */
#include "../../engine/base/words.h"
#include "pictures.h"

#include "../figures/many.h"
#include "../phrases.h"
#include "../portfolio/findings.h"

#include <math.h>

typedef struct {
    oca_arena *mem;
    oca_stream *out;
    const oca_portfolio_report *report;
    const oca_portfolio_rubric *rubric;
    size_t number; /* of the rubric, from 1 */
} writer;

/* Organizations of a heat map: as many as a page's tables show. */
enum { MOST_DRAWN = 5 * OCA_CELL_ROWS_OF_A_PAGE };

static const char *const round_names[OCA_ROUNDS] = {N_("baseline"), N_("latest round")};

static void put(const writer *w, const oca_drawing *drawing, const char *kind) {
    oca_drawing_write(w->out, drawing, oca_format_text(w->mem, "%s-%zu", kind, w->number));
}

/* The rounds that somebody has. */
static oca_rows_words words_of(const writer *w, const char *title, const char *description) {
    oca_rows_words words = {.title = title, .description = description};
    for (size_t r = 0; r < OCA_ROUNDS; r++)
        words.series[r] = w->rubric->rounds[r] ? _(round_names[r]) : NULL;
    return words;
}

/* Rows of counts as bars; `of` of how many in each round. */
static oca_drawing count_bars(const writer *w, const oca_distribution_lines *lines, const oca_rows_words *words) {
    oca_bar_row *rows = oca_alloc(w->mem, (lines->n + 1) * sizeof *rows);
    double most = 1;
    for (size_t i = 0; i < lines->n; i++) {
        rows[i] = (oca_bar_row){.name = lines->at[i].name};
        for (size_t r = 0; r < OCA_ROUNDS; r++) {
            rows[i].values[r] = lines->at[i].figures[r];
            rows[i].shown[r] = oca_number_shown(w->mem, rows[i].values[r].value, 0);
            most = fmax(most, oca_or(rows[i].values[r], 0));
        }
    }
    return oca_figure_bars(w->mem, rows, lines->n, most, words);
}

static const char *counts_described(const writer *w, const oca_distribution_lines *lines) {
    oca_buffer text = {.mem = w->mem};
    for (size_t i = 0; i < lines->n; i++) {
        oca_buffer_print(&text, "%s%s:", i ? "; " : "", lines->at[i].name);
        for (size_t r = 0; r < OCA_ROUNDS; r++)
            if (lines->at[i].figures[r].given)
                oca_buffer_print(&text, " %s %s", _(round_names[r]),
                                 oca_number_shown(w->mem, lines->at[i].figures[r].value, 0));
    }
    return text.at ? text.at : "";
}

static void put_points(const writer *w) {
    oca_distribution_lines lines = oca_portfolio_by_points(w->mem, w->report->portfolio, w->rubric);
    oca_rows_words words = words_of(w, oca_finding_points(w->mem, w->rubric), counts_described(w, &lines));
    oca_drawing drawing = count_bars(w, &lines, &words);
    put(w, &drawing, "points");
}

static void put_stages(const writer *w) {
    oca_distribution_lines lines = oca_portfolio_by_stage(w->mem, w->rubric, w->report->lang);
    oca_rows_words words = words_of(w, oca_finding_stages(w->mem, w->rubric, &lines), counts_described(w, &lines));
    oca_drawing drawing = count_bars(w, &lines, &words);
    put(w, &drawing, "stages");
}

static const char *stage_name(const writer *w, const oca_stage *stage) {
    const char *label = oca_words_in(&stage->labels, w->report->lang, NULL);
    return *label ? label : stage->id;
}

/* From stage to stage: rows are where pairs came from, columns where they went. */
static void put_moves(const writer *w) {
    const oca_figures *figures = &w->report->portfolio->figures;
    size_t n = 0, up = 0, down = 0, all = 0, most = 0;
    for (size_t i = 0; i < figures->moves.n; i++) {
        const oca_stage_move *move = &figures->moves.at[i];
        if (!oca_equal(move->rubric, w->rubric->id))
            continue;
        size_t last = move->from_place > move->to_place ? move->from_place : move->to_place;
        n = last + 1 > n ? last + 1 : n;
        all += move->n;
        up += move->to_place > move->from_place ? move->n : 0;
        down += move->to_place < move->from_place ? move->n : 0;
        most = move->n > most ? move->n : most;
    }
    if (all == 0)
        return;
    const char **names = oca_alloc(w->mem, n * sizeof *names);
    oca_figure_cell *cells = oca_alloc(w->mem, n * n * sizeof *cells);
    oca_cell_row *rows = oca_alloc(w->mem, n * sizeof *rows);
    oca_buffer text = {.mem = w->mem};
    for (size_t i = 0; i < n; i++) {
        names[i] = i < w->rubric->frame->n_stages ? oca_stage_title(w->rubric->frame, (long)i, w->report->lang) : "";
        for (size_t k = 0; k < n; k++)
            cells[i * n + k] = (oca_figure_cell){.shown = "0", .framed = i == k};
    }
    for (size_t i = 0; i < figures->moves.n; i++) {
        const oca_stage_move *move = &figures->moves.at[i];
        if (!oca_equal(move->rubric, w->rubric->id))
            continue;
        oca_figure_cell *cell = &cells[move->from_place * n + move->to_place];
        cell->shown = oca_format_text(w->mem, "%zu", move->n);
        cell->shade = (int)((OCA_SHADES - 1) * move->n / most);
        names[move->from_place] = stage_name(w, move->from);
        names[move->to_place] = stage_name(w, move->to);
        oca_buffer_print(
            &text, "%s%s", text.n ? "; " : "",
            oca_format_text(w->mem, _("%s to %s: %zu"), stage_name(w, move->from), stage_name(w, move->to), move->n));
    }
    for (size_t i = 0; i < n; i++)
        rows[i] = (oca_cell_row){names[i], &cells[i * n]};
    const oca_cells_words words = {
        .title = oca_format_text(w->mem,
                                 oca_counted("%zu of %zu pair reached a higher stage, %zu a lower one",
                                             "%zu of %zu pairs reached a higher stage, %zu a lower one", all),
                                 up, all, down),
        .description = text.at,
        .columns = names,
        .n_columns = n};
    oca_drawing drawing = oca_figure_cells(w->mem, rows, n, &words);
    put(w, &drawing, "moves");
}

static oca_box box_of(const oca_summary *of) {
    return (oca_box){of->n,          of->least.value, of->q1.value,      of->median.value,
                     of->mean.value, of->q3.value,    of->greatest.value};
}

static void put_boxes(const writer *w) {
    const oca_frame *frame = w->rubric->frame;
    oca_box_row *rows = oca_alloc(w->mem, frame->n_nodes * sizeof *rows);
    oca_distribution_lines areas = oca_portfolio_by_area(w->mem, w->rubric, w->report->lang);
    size_t n = 0;
    for (size_t node = 0; node < frame->n_nodes; node = node ? frame->nodes[node].end : 1, n++) {
        rows[n] = (oca_box_row){.name = oca_node_title(frame, node, w->report->lang)};
        for (size_t r = 0; r < OCA_ROUNDS; r++) {
            const oca_portfolio_round *round = w->rubric->rounds[r];
            oca_summary own = {0};
            if (round)
                own = node ? oca_portfolio_area_summary(round, frame->nodes[node].area->id) : round->percents;
            rows[n].boxes[r] = box_of(&own);
        }
    }
    oca_rows_words words = words_of(w, oca_finding_medians(w->mem, w->rubric, &areas),
                                    _("The figures stand in the tables Rounds and Areas."));
    oca_drawing drawing = oca_figure_boxes(w->mem, rows, n, &words);
    put(w, &drawing, "boxes");
}

/* The fifth of 0 to 100 that the points lie in as they are shown, whole. */
static int shade_of(double percent) {
    int shade = (int)(floor(percent + 0.5) / (100.0 / OCA_SHADES));
    return shade < OCA_SHADES ? shade : OCA_SHADES - 1;
}

typedef struct {
    const char **columns; /* the whole, then the outermost areas */
    size_t n_columns;
    oca_cell_row *rows;
    size_t n;
    size_t *lowest; /* by column: of how many organizations it is the lowest area */
} heat;

/* The organization's cells; counts its lowest areas, unless all are alike. */
static oca_cell_row heat_row(const writer *w, heat *h, const oca_line *line) {
    const oca_frame *frame = w->rubric->frame;
    oca_figure_cell *cells = oca_alloc(w->mem, h->n_columns * sizeof *cells);
    oca_number *points = oca_alloc(w->mem, h->n_columns * sizeof *points);
    oca_number least = {0}, most = {0};
    size_t k = 0;
    for (size_t node = 0; node < frame->n_nodes; node = node ? frame->nodes[node].end : 1, k++) {
        points[k] = oca_portfolio_points(oca_line_now(line), frame, node, NULL);
        cells[k] = (oca_figure_cell){0};
        if (!points[k].given)
            continue;
        cells[k] = (oca_figure_cell){.shown = oca_number_shown(w->mem, points[k].value, 0),
                                     .shade = shade_of(points[k].value)};
        if (k == 0)
            continue;
        least = oca_given(fmin(oca_or(least, points[k].value), points[k].value));
        most = oca_given(fmax(oca_or(most, points[k].value), points[k].value));
    }
    for (k = 1; k < h->n_columns; k++)
        h->lowest[k] += points[k].given && oca_compare(least.value, most.value) < 0 &&
                        oca_compare(points[k].value, least.value) == 0;
    return (oca_cell_row){line->id, cells};
}

static heat heat_of(const writer *w) {
    const oca_portfolio *portfolio = w->report->portfolio;
    const oca_frame *frame = w->rubric->frame;
    heat h = {.columns = oca_alloc(w->mem, frame->n_nodes * sizeof(const char *)),
              .rows = oca_alloc(w->mem, (portfolio->n_lines + 1) * sizeof *h.rows)};
    for (size_t node = 0; node < frame->n_nodes; node = node ? frame->nodes[node].end : 1)
        h.columns[h.n_columns++] = oca_node_title(frame, node, w->report->lang);
    h.lowest = oca_alloc(w->mem, h.n_columns * sizeof *h.lowest);
    for (size_t k = 0; k < h.n_columns; k++)
        h.lowest[k] = 0;
    for (size_t i = 0; i < portfolio->n_lines; i++)
        if (oca_portfolio_stands_in(&portfolio->lines[i], w->rubric))
            h.rows[h.n++] = heat_row(w, &h, &portfolio->lines[i]);
    return h;
}

static const char *heat_finding(const writer *w, const heat *h) {
    size_t most = 0;
    for (size_t k = 1; k < h->n_columns; k++)
        if (h->lowest[k] > h->lowest[most])
            most = k;
    if (!most)
        return _("No area is lower than the others");
    return oca_format_text(w->mem,
                           oca_counted("Lowest most often: %s, in %zu of %zu organization",
                                       "Lowest most often: %s, in %zu of %zu organizations", h->n),
                           h->columns[most], h->lowest[most], h->n);
}

/* Organizations by id, as in the table: nobody is ranked. */
static void put_heat(const writer *w, const heat *h) {
    static const char *const shades[OCA_SHADES] = {"0–19", "20–39", "40–59", "60–79", "80–100"};
    size_t drawn = h->n < MOST_DRAWN ? h->n : MOST_DRAWN;
    size_t pages = (drawn + OCA_CELL_ROWS_OF_A_PAGE - 1) / OCA_CELL_ROWS_OF_A_PAGE;
    oca_cells_words words = {.description = _("The figures stand in the table Organizations by area."),
                             .columns = h->columns,
                             .n_columns = h->n_columns,
                             .apart = 1,
                             .shades = shades};
    for (size_t page = 0; page < pages; page++) {
        size_t first = page * OCA_CELL_ROWS_OF_A_PAGE, left = drawn - first;
        words.title = heat_finding(w, h);
        if (pages > 1)
            words.title = oca_format_text(w->mem, _("%s (%zu of %zu: %s and on)"), words.title, page + 1, pages,
                                          h->rows[first].name);
        oca_drawing drawing = oca_figure_cells(w->mem, h->rows + first,
                                               left < OCA_CELL_ROWS_OF_A_PAGE ? left : OCA_CELL_ROWS_OF_A_PAGE, &words);
        put(w, &drawing, oca_format_text(w->mem, "heat-%zu", page + 1));
    }
}

static void put_rubric(const writer *w) {
    enum { FEWEST_FOR_POINTS = 5 }; /* of fewer, boxes show as much */
    const oca_portfolio_round *const *rounds = w->rubric->rounds;
    size_t n_baseline = rounds[OCA_AT_BASELINE] ? rounds[OCA_AT_BASELINE]->percents.n : 0;
    size_t n_latest = rounds[OCA_AT_LATEST] ? rounds[OCA_AT_LATEST]->percents.n : 0;
    heat h = heat_of(w);
    oca_stream_begin(w->out, "pictures");
    oca_stream_attribute(w->out, "rubric", w->rubric->id);
    oca_stream_attribute(w->out, "title", oca_portfolio_rubric_shown(w->mem, w->rubric, w->report->lang));
    oca_stream_count(w->out, "n-baseline", n_baseline);
    oca_stream_count(w->out, "n-latest", n_latest);
    if (h.n > MOST_DRAWN) {
        oca_stream_count(w->out, "drawn", MOST_DRAWN);
        oca_stream_count(w->out, "left-out", h.n - MOST_DRAWN);
    }
    if (n_baseline >= FEWEST_FOR_POINTS || n_latest >= FEWEST_FOR_POINTS)
        put_points(w);
    put_stages(w);
    put_moves(w);
    put_boxes(w);
    put_heat(w, &h);
    oca_stream_end(w->out);
}

void oca_portfolio_pictures(oca_stream *out, oca_arena *mem, const oca_portfolio_report *report) {
    oca_portfolio_rubrics rubrics = oca_portfolio_rubrics_of(mem, &report->portfolio->figures);
    for (size_t i = 0; i < rubrics.n; i++) {
        const writer w = {mem, out, report, &rubrics.at[i], i + 1};
        put_rubric(&w);
    }
}
