/* The sheet "Charts": two rings, and a dumbbell for each area; the figures that they draw stand below. */
#include "../../engine/base/words.h"
#include "../figures/findings.h"
#include "../xlsx/chart.h"
#include "workbook_parts.h"

enum { NAME = 1, BEFORE, NOW, STEP, STEP_AGAIN, ZERO };
enum { PICTURE_ROW = 2, RADAR_ROWS = 28, ROW_PIXELS = 20, WIDTH = 720 };
enum { LEFT_OF_0 = -3 /* where names end: clear of a mark at 0 */ };

/* Each area is a series of the dumbbells: Excel takes 255 of them, eyes fewer. */
enum { MOST_AREAS = 60 };

/* The outer areas that are compared. */
typedef struct {
    size_t all, n; /* n of them are drawn */
    oca_dumbbell *rows;
    const char **names;
    oca_number *now;
} chart_areas;

static chart_areas areas_of(const oca_compare_book *b) {
    size_t rooms = b->frame->n_nodes;
    chart_areas areas = {.rows = oca_alloc(b->mem, rooms * sizeof *areas.rows),
                         .names = oca_alloc(b->mem, rooms * sizeof *areas.names),
                         .now = oca_alloc(b->mem, rooms * sizeof *areas.now)};
    for (size_t node = 1; node < b->frame->n_nodes; node = b->frame->nodes[node].end) {
        const oca_node_change *area = &b->c->nodes[node];
        if (!area->delta.given || areas.all++ >= MOST_AREAS)
            continue;
        const char *name = oca_node_title(b->frame, node, b->lang);
        areas.names[areas.n] = name;
        areas.now[areas.n] = area->common_reassessment;
        areas.rows[areas.n++] = (oca_dumbbell){name, area->common_baseline, area->common_reassessment,
                                               oca_change_shown(b->mem, area->delta.value, OCA_DECIMALS_POINTS)};
    }
    return areas;
}

/* The figures that the charts draw, the first area highest. */
static void put_figures(const oca_compare_book *b, int row, const chart_areas *areas) {
    static const char *const headings[] = {[NAME] = N_("What the charts draw"), [BEFORE] = N_("Baseline, points"),
                                           [NOW] = N_("Now, points"),           [STEP] = N_("height"),
                                           [STEP_AGAIN] = N_("height"),         [ZERO] = N_("names at")};
    for (int i = NAME; i <= ZERO; i++)
        oca_put_text(b->charts, row, i, i < STEP ? OCA_STYLE_HEADING : OCA_STYLE_HEADING_ID, _(headings[i]));
    oca_fit_row(b->charts, row++, 0);
    for (size_t i = 0; i < areas->n; i++) {
        oca_put_text(b->charts, row, NAME, OCA_STYLE_TEXT, areas->rows[i].name);
        oca_put_number(b->charts, row, BEFORE, OCA_STYLE_POINTS, areas->rows[i].before.value);
        oca_put_number(b->charts, row, NOW, OCA_STYLE_POINTS, areas->rows[i].now.value);
        for (int k = STEP; k <= STEP_AGAIN; k++)
            oca_put_number(b->charts, row, k, OCA_STYLE_ID, (double)(areas->n - i));
        oca_put_number(b->charts, row, ZERO, OCA_STYLE_ID, LEFT_OF_0);
        oca_fit_row(b->charts, row++, 0);
    }
}

/* The areas without a dumbbell, with their reason. */
static int put_left_out(const oca_compare_book *b, int row) {
    for (size_t node = 1; node < b->frame->n_nodes; node = b->frame->nodes[node].end)
        if (!b->c->nodes[node].delta.given)
            oca_put_text(b->charts, row++, NAME, OCA_STYLE_HINT,
                         oca_format_text(b->mem, _("%s: – (%s)"), oca_node_title(b->frame, node, b->lang),
                                         oca_why_not_compared(b->mem, &b->c->nodes[node])));
    return row;
}

void oca_compare_charts(const oca_compare_book *b) {
    const chart_areas areas = areas_of(b);
    size_t n = areas.n;
    int row = PICTURE_ROW, bars = (int)n * 30 + 130;
    oca_sheet *sheet = b->charts;
    oca_set_width(sheet, 0, 0, 2);
    oca_set_width(sheet, NAME, NAME, 50);
    oca_set_width(sheet, BEFORE, NOW, 12);
    oca_set_width(sheet, STEP, ZERO, 6);
    oca_put_text(sheet, 0, NAME, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(b->mem, _("%s: %s"), oca_compare_named(b, _("Charts")),
                                 b->c->reassessment->answers->assessment->organization->name));
    oca_put_text(sheet, 1, NAME, OCA_STYLE_HINT, _("Points of 100, over what both rounds asked and scored alike."));
    bool radar = n >= OCA_FEWEST_FOR_A_RADAR && n <= OCA_MOST_FOR_A_RADAR;
    int radar_row = row;
    row += radar ? RADAR_ROWS : 0;
    int bars_row = row;
    row += n ? bars / ROW_PIXELS + 2 : 0;
    if (n < areas.all)
        oca_put_text(sheet, row++, NAME, OCA_STYLE_HINT,
                     oca_format_text(b->mem, _("The first %zu of %zu areas are drawn; all are on the sheet Areas."), n,
                                     areas.all));
    row = put_left_out(b, row);
    int first = row + 1;
    oca_two_rounds cells = {
        .sheet = sheet,
        .first_row = first,
        .last_row = first + (int)n - 1,
        .names = NAME,
        .before = BEFORE,
        .now = NOW,
        .names_shown = areas.names,
        .before_called = oca_format_text(b->mem, _("baseline, %s"),
                                         oca_day_text(b->mem, b->c->baseline->answers->assessment->date.day)),
        .now_called = oca_format_text(b->mem, _("now, %s"),
                                      oca_day_text(b->mem, b->c->reassessment->answers->assessment->date.day))};
    if (n)
        put_figures(b, row, &areas);
    if (radar)
        oca_put_radar(
            sheet,
            &(oca_chart_place){radar_row, NAME, WIDTH, (RADAR_ROWS - 1) * ROW_PIXELS,
                               oca_finding_areas_now(b->mem, areas.names, areas.now, n),
                               _("A radar: each area's points of 100 at baseline and now; the figures stand below")},
            &cells);
    if (n)
        oca_put_dumbbells(sheet,
                          &(oca_chart_place){bars_row, NAME, WIDTH, bars, oca_finding_change(b->mem, areas.rows, n),
                                             _("For each area a line from its points at baseline to those now")},
                          &cells, STEP, ZERO);
    oca_compare_page_of_one(b, sheet);
}
