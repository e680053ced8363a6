/* The sheet "Charts": two rings, and a dumbbell for each area; the figures that they draw stand below. */
#include "../xlsx/chart.h"
#include "workbook_parts.h"

enum { NAME = 1, BEFORE, NOW, STEP, STEP_AGAIN, ZERO };
enum { PICTURE_ROW = 2, RADAR_ROWS = 28, FEWEST_FOR_A_RADAR = 3, MOST_FOR_A_RADAR = 20, ROW_PIXELS = 20, WIDTH = 720 };

/* Each area is a series of the dumbbells: Excel takes 255 of them, eyes fewer. */
enum { MOST_AREAS = 60 };

/* The outer areas that are compared. */
static size_t count_areas(const oca_compare_book *b) {
    size_t n = 0;
    for (size_t node = 1; node < b->frame->n_nodes; node = b->frame->nodes[node].end)
        n += b->c->nodes[node].delta.given;
    return n;
}

/* The first `n` outer areas that are compared, the first one highest; returns their names. */
static const char **put_figures(const oca_compare_book *b, int row, size_t n) {
    static const char *const headings[] = {[NAME] = "What the charts draw", [BEFORE] = "Baseline, points",
                                           [NOW] = "Now, points",           [STEP] = "height",
                                           [STEP_AGAIN] = "height",         [ZERO] = "zero"};
    for (int i = NAME; i <= ZERO; i++)
        oca_put_text(b->charts, row, i, i < STEP ? OCA_STYLE_HEADING : OCA_STYLE_HEADING_ID, headings[i]);
    oca_fit_row(b->charts, row++, 0);
    const char **names = oca_alloc(b->mem, (n + 1) * sizeof *names), **name = names;
    for (size_t node = 1; n > 0 && node < b->frame->n_nodes; node = b->frame->nodes[node].end) {
        const oca_node_change *area = &b->c->nodes[node];
        if (!area->delta.given)
            continue;
        *name++ = oca_node_title(b->frame, node, b->lang);
        oca_put_text(b->charts, row, NAME, OCA_STYLE_TEXT, oca_node_title(b->frame, node, b->lang));
        oca_put_number(b->charts, row, BEFORE, OCA_STYLE_POINTS, area->common_baseline.value);
        oca_put_number(b->charts, row, NOW, OCA_STYLE_POINTS, area->common_reassessment.value);
        oca_put_number(b->charts, row, STEP, OCA_STYLE_ID, (double)n);
        oca_put_number(b->charts, row, STEP_AGAIN, OCA_STYLE_ID, (double)n--);
        oca_put_number(b->charts, row, ZERO, OCA_STYLE_ID, 0);
        oca_fit_row(b->charts, row++, 0);
    }
    return names;
}

/* The areas without a dumbbell, with their reason. */
static int put_left_out(const oca_compare_book *b, int row) {
    for (size_t node = 1; node < b->frame->n_nodes; node = b->frame->nodes[node].end)
        if (!b->c->nodes[node].delta.given)
            oca_put_text(b->charts, row++, NAME, OCA_STYLE_HINT,
                         oca_format_text(b->mem, "%s: " OCA_UNDEFINED_SHOWN " (%s)",
                                         oca_node_title(b->frame, node, b->lang),
                                         oca_why_not_compared(b->mem, &b->c->nodes[node])));
    return row;
}

void oca_compare_charts(const oca_compare_book *b) {
    size_t all = count_areas(b), n = all < MOST_AREAS ? all : MOST_AREAS;
    int row = PICTURE_ROW, bars = (int)n * 30 + 130;
    oca_sheet *sheet = b->charts;
    oca_set_width(sheet, 0, 0, 2);
    oca_set_width(sheet, NAME, NAME, 50);
    oca_set_width(sheet, BEFORE, NOW, 12);
    oca_set_width(sheet, STEP, ZERO, 6);
    oca_put_text(sheet, 0, NAME, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(b->mem, "Charts: %s", b->c->reassessment->answers->assessment->organization->name));
    oca_put_text(sheet, 1, NAME, OCA_STYLE_HINT, "Points of 100, over what both rounds asked and scored alike.");
    bool radar = n >= FEWEST_FOR_A_RADAR && n <= MOST_FOR_A_RADAR;
    int radar_row = row;
    row += radar ? RADAR_ROWS : 0;
    int bars_row = row;
    row += n ? bars / ROW_PIXELS + 2 : 0;
    if (n < all)
        oca_put_text(
            sheet, row++, NAME, OCA_STYLE_HINT,
            oca_format_text(b->mem, "The first %zu of %zu areas are drawn; all are on the sheet Areas.", n, all));
    row = put_left_out(b, row);
    int first = row + 1;
    oca_two_rounds cells = {
        .sheet = sheet,
        .first_row = first,
        .last_row = first + (int)n - 1,
        .names = NAME,
        .before = BEFORE,
        .now = NOW,
        .before_called = oca_format_text(b->mem, "baseline, %s",
                                         oca_day_text(b->mem, b->c->baseline->answers->assessment->date.day)),
        .now_called = oca_format_text(b->mem, "now, %s",
                                      oca_day_text(b->mem, b->c->reassessment->answers->assessment->date.day))};
    if (n)
        cells.names_shown = put_figures(b, row, n);
    if (radar)
        oca_put_radar(
            sheet,
            &(oca_chart_place){radar_row, NAME, WIDTH, (RADAR_ROWS - 1) * ROW_PIXELS, "Areas, two rounds",
                               "A radar: each area's points of 100 at baseline and now; the figures stand below"},
            &cells);
    if (n)
        oca_put_dumbbells(sheet,
                          &(oca_chart_place){bars_row, NAME, WIDTH, bars, "From baseline to now, points of 100",
                                             "For each area a line from its points at baseline to those now"},
                          &cells, STEP, ZERO);
    const oca_assessment *now = b->c->reassessment->answers->assessment;
    oca_set_paper(sheet, &(oca_paper){.portrait = true,
                                      .one_page = true,
                                      .last_repeated = -1,
                                      .left = now->organization->name,
                                      .right = oca_day_text(b->mem, now->date.day),
                                      .footer = "Two rounds compared"});
    oca_protect(sheet);
}
