/* The sheets "Results" (the whole, the areas, two charts) and "Statements": what the formulas make of the answers.
 */
#include "../xlsx/chart_areas.h"
#include "calc.h"

enum { ID, TITLE, LEVEL, POINTS, ANSWERED, STAGE, AGREEMENT, DIVIDED, QUADRANT, LAST = QUADRANT };

static const char *indented(const oca_scoring_book *b, size_t node) {
    size_t depth = b->frame->nodes[node].depth;
    oca_buffer out = {.mem = b->mem};
    for (size_t i = 1; i < depth; i++)
        oca_buffer_print(&out, "    ");
    oca_buffer_print(&out, "%s", oca_node_title(b->frame, node, b->lang));
    return out.at;
}

static void put_node(const oca_scoring_book *b, size_t node, int row) {
    oca_sheet *sheet = b->results;
    const oca_node_score *score = &b->scores->nodes[node];
    bool outer = b->frame->nodes[node].depth < 2;
    oca_style text = outer ? OCA_STYLE_AREA : OCA_STYLE_TEXT, points = outer ? OCA_STYLE_AREA_POINTS : OCA_STYLE_POINTS;
    oca_put_text(sheet, row, ID, OCA_STYLE_ID, node ? b->frame->nodes[node].area->id : "overall");
    oca_put_text(sheet, row, TITLE, text, indented(b, node));
    oca_calc_show_number(b, sheet, row, LEVEL, outer ? OCA_STYLE_AREA_SCORE : OCA_STYLE_SCORE,
                         oca_calc_area_cell(b, node, "level"), score->level);
    oca_calc_show_number(b, sheet, row, POINTS, points, oca_calc_area_cell(b, node, "percent"), score->percent);
    oca_calc_show_text(b, sheet, row, ANSWERED, text, oca_calc_area_cell(b, node, "answered"),
                       oca_answered_shown(b->mem, score));
    oca_calc_show_text(b, sheet, row, STAGE, text, oca_calc_area_cell(b, node, "stage_shown"),
                       oca_stage_shown(b->mem, b->scores, node, b->lang));
    oca_calc_show_number(b, sheet, row, AGREEMENT, points, oca_calc_area_cell(b, node, "consensus"), score->consensus);
    oca_calc_show_number(b, sheet, row, DIVIDED, OCA_STYLE_WHOLE, oca_calc_area_cell(b, node, "divided"),
                         oca_given((double)score->divided));
    oca_calc_show_text(b, sheet, row, QUADRANT, text, oca_calc_area_cell(b, node, "quadrant"),
                       oca_quadrant_shown(score->quadrant));
    oca_fit_row(sheet, row, 30);
}

enum { CHART_NAME = LAST + 2, CHART_POINTS };

/* "1 Governance", cut where it is long: what the charts call an area. */
static const char *chart_name(const oca_scoring_book *b, size_t number) {
    enum { LONGEST = 24 };
    const char *title = oca_node_title(b->frame, b->areas[number].node, b->lang);
    size_t bytes = 0, characters = 0;
    for (; title[bytes] && characters <= LONGEST; bytes++)
        characters += ((unsigned char)title[bytes] & 0xC0) != 0x80;
    return oca_format_text(b->mem, "%zu %.*s%s", number + 1, (int)(bytes - (title[bytes] ? 1 : 0)), title,
                           title[bytes] ? "…" : "");
}

/* The outermost areas alone, for the charts: beside the table, in small. */
static void put_chart_cells(const oca_scoring_book *b, int first) {
    oca_sheet *sheet = b->results;
    oca_put_text(sheet, first - 1, CHART_NAME, OCA_STYLE_KEY, _("for the charts"));
    for (size_t i = 0; i < b->n_areas; i++) {
        const oca_node_score *score = &b->scores->nodes[b->areas[i].node];
        const char *cell = oca_calc_area_cell(b, b->areas[i].node, "percent");
        const char *formula = oca_format_text(b->mem, "=IF(ISNUMBER(%s),%s,NA())", cell, cell);
        oca_put_text(sheet, first + (int)i, CHART_NAME, OCA_STYLE_KEY, chart_name(b, i));
        if (score->percent.given)
            oca_put_formula(sheet, first + (int)i, CHART_POINTS, OCA_STYLE_KEY, formula, score->percent.value);
        else
            oca_put_formula_text(sheet, first + (int)i, CHART_POINTS, OCA_STYLE_KEY, formula, "#N/A");
    }
}

static void put_charts(const oca_scoring_book *b, int row, int first) {
    oca_sheet *sheet = b->results;
    int last = first + (int)b->n_areas - 1;
    oca_chart_points areas = {0};
    for (size_t i = 0; i < b->n_areas; i++) {
        int own = first + (int)i;
        *(oca_chart_point *)OCA_ADD(b->mem, &areas) = (oca_chart_point){
            oca_range_of(sheet, own, CHART_NAME, own, CHART_NAME),
            oca_range_of(sheet, own, CHART_POINTS, own, CHART_POINTS),
            oca_calc_area_cell(b, b->areas[i].node, "chart_agreement"), oca_format_text(b->mem, "%zu", i + 1)};
    }
    const oca_chart_place web = {
        row, TITLE, 470, 420, _("The further out, the more an area can do"), _("The areas' points of 100 as a web")};
    const oca_chart_place grid = {row,
                                  STAGE,
                                  520,
                                  420,
                                  _("To the right: the area can do more; up: the room agrees"),
                                  _("Each area's points against the agreement in the room")};
    oca_put_web(sheet, &web, oca_range_of(sheet, first, CHART_NAME, last, CHART_NAME),
                oca_range_of(sheet, first, CHART_POINTS, last, CHART_POINTS));
    oca_put_grid(sheet, &grid, &areas, _("Points of 100"), _("Agreement in the room"), b->frame->grid_capacity,
                 b->frame->grid_consensus);
}

void oca_scoring_results(const oca_scoring_book *b) {
    static const struct {
        const char *heading;
        double width;
    } columns[] = {{"id", 9},
                   {N_("Area"), 34},
                   {N_("Level"), 8},
                   {N_("Points of 100"), 9},
                   {N_("Answered"), 16},
                   {N_("Stage"), 34},
                   {N_("Agreement in the room"), 11},
                   {N_("Statements that divide"), 11},
                   {N_("What to do"), 18},
                   {"", 2},
                   {"", 4},
                   {"", 4}};
    enum { CHART_ROWS = 22, ONE_PAGE = 24 /* the charts are not cut then */ };
    oca_sheet *sheet = b->results;
    int row = OCA_SCORING_FIRST_ROW;
    const char *computed = oca_format_text(
        b->mem, _("Computed while you type. %s A provisional stage is not firm: something was not answered."),
        oca_subject_shown(b->frame));
    oca_scoring_live_title(b, sheet, _("Results"),
                           oca_format_text(b->mem, "%s %s", computed, _("“–”: too little was answered.")));
    for (int i = 0; i < (int)OCA_COUNT(columns); i++) {
        oca_set_width(sheet, i, i, columns[i].width);
        if (i <= LAST)
            oca_put_text(sheet, OCA_SCORING_HEADING_ROW, i, i ? OCA_STYLE_HEADING : OCA_STYLE_HEADING_ID,
                         _(columns[i].heading));
    }
    oca_fit_row(sheet, OCA_SCORING_HEADING_ROW, 28);
    for (size_t n = 0; n < b->frame->n_nodes; n++)
        put_node(b, n, row++);
    int first = OCA_SCORING_FIRST_ROW;
    put_chart_cells(b, first);
    oca_when(
        sheet, (oca_block_of_cells){first, DIVIDED, row - 1, DIVIDED},
        oca_format_text(b->mem, "=AND(ISNUMBER($%c%d),$%c%d>0)", 'A' + DIVIDED, first + 1, 'A' + DIVIDED, first + 1),
        OCA_STYLE_RULE_ATTENTION);
    put_charts(b, row + 1, first);
    oca_freeze(sheet, OCA_SCORING_FIRST_ROW, 2);
    if (b->frame->n_nodes <= ONE_PAGE)
        oca_scoring_set_one_page(b, sheet, row + CHART_ROWS, TITLE, LAST);
    else
        oca_scoring_set_paper(b, sheet, false, row + CHART_ROWS, TITLE, LAST, OCA_SCORING_HEADING_ROW);
    oca_protect(sheet);
}
