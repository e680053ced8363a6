/* The sheet "Distribution" of the portfolio's workbook; declared in workbook_parts.h. */
#include "../../engine/base/words.h"
#include "../phrases.h"
#include "../xlsx/chart.h"
#include "workbook_parts.h"

enum { NAME, BASELINE, LATEST, CHART = 4 };
enum { TITLE_ROW, HINT_ROW, FIRST_BLOCK = 3 };

typedef struct {
    oca_arena *mem;
    oca_sheet *sheet;
    int row;
} writer;

/* A small table with its chart beside it. */
static void put_block(writer *w, const char *title, const char *heading, const oca_distribution_lines *all,
                      oca_style style) {
    enum { ROWS_OF_A_CHART = 19 };
    const oca_chart_series series[] = {{_("baseline"), BASELINE}, {_("latest"), LATEST}};
    int first = w->row + 1;
    if (all->n == 0)
        return;
    oca_put_text(w->sheet, w->row, NAME, OCA_STYLE_HEADING, heading);
    oca_put_text(w->sheet, w->row, BASELINE, OCA_STYLE_HEADING, _("baseline"));
    oca_put_text(w->sheet, w->row, LATEST, OCA_STYLE_HEADING, _("latest"));
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
                           .description = oca_format_text(w->mem, _("%s, at baseline and in the latest round"), title)},
        &(oca_chart_cells){w->sheet, first, first + (int)all->n - 1, NAME}, series, OCA_COUNT(series), false);
    w->row += all->n + 2 > ROWS_OF_A_CHART ? (int)all->n + 2 : ROWS_OF_A_CHART;
}

void oca_portfolio_distribution(oca_arena *mem, const oca_portfolio_report *report, const oca_portfolio_rubric *rubric,
                                oca_sheet *sheet) {
    const oca_portfolio_round *baseline = rubric->rounds[OCA_AT_BASELINE], *latest = rubric->rounds[OCA_AT_LATEST];
    writer made = {.mem = mem, .sheet = sheet, .row = FIRST_BLOCK}, *w = &made;
    oca_distribution_lines points = oca_portfolio_by_points(mem, report->portfolio, rubric),
                           stages = oca_portfolio_by_stage(mem, rubric, report->lang),
                           areas = oca_portfolio_by_area(mem, rubric, report->lang);
    oca_set_width(sheet, NAME, NAME, 30);
    oca_set_width(sheet, BASELINE, LATEST, 12);
    oca_put_text(sheet, TITLE_ROW, NAME, OCA_STYLE_SHEET_TITLE, _("Distribution"));
    oca_put_text(sheet, HINT_ROW, NAME, OCA_STYLE_HINT,
                 oca_format_text(mem, _("With the rubric %s: n = %zu at baseline, %zu in the latest round."),
                                 rubric->id, baseline ? baseline->percents.n : 0, latest ? latest->percents.n : 0));
    put_block(w, _("Organizations by points of 100"), _("Points of 100"), &points, OCA_STYLE_WHOLE);
    put_block(w, _("Organizations by stage"), _("Stage"), &stages, OCA_STYLE_WHOLE);
    put_block(w, _("Areas: mean points of 100"), _("Area"), &areas, OCA_STYLE_POINTS);
    oca_set_paper(sheet, &(oca_paper){.portrait = true,
                                      .last_repeated = -1,
                                      .one_page = true,
                                      .left = _("Portfolio"),
                                      .right = oca_day_text(mem, report->dated),
                                      .footer = _("Distribution")});
}
