/* The sheet "Distribution" of the portfolio's workbook; declared in workbook_parts.h. */
#include "../phrases.h"
#include "../xlsx/chart.h"
#include "workbook_parts.h"

enum { NAME, BASELINE, LATEST, CHART = 4 };
enum { TITLE_ROW, HINT_ROW, FIRST_BLOCK = 3, BINS = 10 };

typedef struct {
    oca_arena *mem;
    const oca_portfolio_report *report;
    oca_sheet *sheet;
    const oca_portfolio_round *baseline, *latest; /* of one rubric; NULL without one */
    int row;
} writer;

/* One line of a block: a name, and a figure for each round. */
typedef struct {
    const char *name;
    oca_number figures[2];
} line;

typedef OCA_LIST(line) lines;

/* A small table with its chart beside it. */
static void put_block(writer *w, const char *title, const char *heading, const lines *all, oca_style style) {
    enum { ROWS_OF_A_CHART = 19 };
    static const oca_chart_series series[] = {{"baseline", BASELINE}, {"latest", LATEST}};
    int first = w->row + 1;
    if (all->n == 0)
        return;
    oca_put_text(w->sheet, w->row, NAME, OCA_STYLE_HEADING, heading);
    oca_put_text(w->sheet, w->row, BASELINE, OCA_STYLE_HEADING, "baseline");
    oca_put_text(w->sheet, w->row, LATEST, OCA_STYLE_HEADING, "latest");
    for (size_t i = 0; i < all->n; i++) {
        oca_put_text(w->sheet, first + (int)i, NAME, OCA_STYLE_TEXT, all->at[i].name);
        oca_put_maybe(w->sheet, first + (int)i, BASELINE, style, all->at[i].figures[0]);
        oca_put_maybe(w->sheet, first + (int)i, LATEST, style, all->at[i].figures[1]);
        oca_fit_row(w->sheet, first + (int)i, 0);
    }
    oca_put_bars(
        w->sheet,
        &(oca_chart_place){.row = w->row,
                           .column = CHART,
                           .width = 640,
                           .height = 320,
                           .title = title,
                           .description = oca_format_text(w->mem, "%s, at baseline and in the latest round", title)},
        &(oca_chart_cells){w->sheet, first, first + (int)all->n - 1, NAME}, series, OCA_COUNT(series), false);
    w->row += all->n + 2 > ROWS_OF_A_CHART ? (int)all->n + 2 : ROWS_OF_A_CHART;
}

static const oca_portfolio_round *round_of(const oca_figures *figures, bool latest, const char *rubric) {
    for (size_t i = 0; i < figures->rounds.n; i++)
        if (figures->rounds.at[i].latest == latest && oca_equal(figures->rounds.at[i].rubric, rubric))
            return &figures->rounds.at[i];
    return NULL;
}

/* The rubric that most organizations have in a round. */
static const char *most_used(const oca_figures *figures) {
    const oca_portfolio_round *most = NULL;
    for (size_t i = 0; i < figures->rounds.n; i++)
        if (!most || figures->rounds.at[i].n > most->n)
            most = &figures->rounds.at[i];
    return most ? most->rubric : NULL;
}

/* Which tenth of 0 to 100 a percent lies in; 100 in the last. */
static size_t bin_of(double percent) {
    size_t bin = 0;
    while (bin + 1 < BINS && oca_compare(percent, 100.0 * (double)(bin + 1) / BINS) >= 0)
        bin++;
    return bin;
}

static void count(line *bins, const oca_kept_round *round, const char *rubric, size_t which) {
    if (!round || !round->nodes[0].scored || !oca_equal(round->frame->rubric->id, rubric))
        return;
    oca_number *figure = &bins[bin_of(round->nodes[0].percent)].figures[which];
    *figure = oca_given(figure->value + 1);
}

static void put_points(writer *w, const char *rubric) {
    const oca_portfolio *portfolio = w->report->portfolio;
    lines all = {0};
    for (int bin = 0; bin < BINS; bin++)
        *(line *)OCA_ADD(w->mem, &all) = (line){
            oca_format_text(w->mem, bin + 1 < BINS ? "%d to under %d" : "%d to %d", 10 * bin, 10 * bin + 10),
            {{w->baseline != NULL, 0}, {w->latest != NULL, 0}},
        };
    for (size_t i = 0; i < portfolio->n_lines; i++) {
        count(all.at, portfolio->lines[i].baseline, rubric, 0);
        count(all.at, portfolio->lines[i].latest, rubric, 1);
    }
    put_block(w, "Organizations by points of 100", "Points of 100", &all, OCA_STYLE_WHOLE);
}

static void add_stage(writer *w, lines *all, const char *name, size_t which, size_t n) {
    size_t i = 0;
    while (i < all->n && !oca_equal(all->at[i].name, name))
        i++;
    if (i == all->n)
        *(line *)OCA_ADD(w->mem, all) = (line){.name = name};
    all->at[i].figures[which] = oca_given((double)n);
}

static void put_stages(writer *w) {
    const oca_portfolio_round *const rounds[] = {w->baseline, w->latest};
    lines all = {0};
    for (size_t r = 0; r < OCA_COUNT(rounds); r++)
        for (size_t i = 0; rounds[r] && i < rounds[r]->stages.n; i++) {
            const oca_stage *stage = rounds[r]->stages.at[i].stage;
            const char *label = oca_words_in(&stage->labels, w->report->lang, NULL);
            add_stage(w, &all, *label ? label : stage->id, r, rounds[r]->stages.at[i].n);
        }
    for (size_t r = 0; r < OCA_COUNT(rounds); r++)
        if (rounds[r])
            add_stage(w, &all, "provisional", r, rounds[r]->provisional);
    put_block(w, "Organizations by stage", "Stage", &all, OCA_STYLE_WHOLE);
}

/* The mean of the area of that id; not given where the round has none. */
static oca_number mean_of(const oca_portfolio_round *round, const char *id) {
    for (size_t i = 0; round && i < round->areas.n; i++)
        if (oca_equal(round->areas.at[i].id, id))
            return round->areas.at[i].percents.mean;
    return (oca_number){0};
}

static void put_areas(writer *w) {
    const oca_portfolio_round *newest = w->latest ? w->latest : w->baseline;
    lines all = {0};
    for (size_t i = 0; i < newest->areas.n; i++) {
        const oca_portfolio_area *area = &newest->areas.at[i];
        if (newest->frame->nodes[area->node].depth == 1)
            *(line *)OCA_ADD(w->mem, &all) = (line){oca_node_title(newest->frame, area->node, w->report->lang),
                                                    {mean_of(w->baseline, area->id), mean_of(w->latest, area->id)}};
    }
    put_block(w, "Areas: mean points of 100", "Area", &all, OCA_STYLE_POINTS);
}

void oca_portfolio_distribution(oca_arena *mem, const oca_portfolio_report *report, oca_sheet *sheet) {
    const oca_figures *figures = &report->portfolio->figures;
    const char *rubric = most_used(figures);
    writer made = {.mem = mem, .report = report, .sheet = sheet, .row = FIRST_BLOCK}, *w = &made;
    oca_set_width(sheet, NAME, NAME, 30);
    oca_set_width(sheet, BASELINE, LATEST, 12);
    oca_put_text(sheet, TITLE_ROW, NAME, OCA_STYLE_SHEET_TITLE, "Distribution");
    if (!rubric)
        return;
    w->baseline = round_of(figures, false, rubric);
    w->latest = round_of(figures, true, rubric);
    oca_put_text(
        sheet, HINT_ROW, NAME, OCA_STYLE_HINT,
        oca_format_text(mem, "With the rubric that most have, %s: n = %zu at baseline, %zu in the latest round.",
                        rubric, w->baseline ? w->baseline->percents.n : 0, w->latest ? w->latest->percents.n : 0));
    put_points(w, rubric);
    put_stages(w);
    put_areas(w);
    oca_set_paper(sheet, &(oca_paper){.portrait = true,
                                      .last_repeated = -1,
                                      .one_page = true,
                                      .left = "Portfolio",
                                      .right = oca_day_text(mem, report->dated),
                                      .footer = "Distribution"});
}
