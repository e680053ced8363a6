/* The sheet "Distribution" of the portfolio's workbook; declared in workbook_parts.h. */
#include "../../engine/base/words.h"
#include "../phrases.h"
#include "../xlsx/chart.h"
#include "workbook_parts.h"

enum { NAME, BASELINE, LATEST, SPARE, BLOCKS = 3 };
enum { TITLE_ROW, HINT_ROW, FIRST_BLOCK = 3 };

typedef struct {
    oca_arena *mem;
    oca_sheet *sheet;
    int row;
    int breaks[BLOCKS], n_breaks; /* where pages end; the last is 0 */
} writer;

/* A small table with its chart below it, on a page of its own. */
static void put_block(writer *w, const char *title, const char *heading, const oca_distribution_lines *all,
                      double most) {
    enum { ROW_PIXELS = 20, WIDTH = 650 };
    const oca_chart_series series[] = {{_("baseline"), BASELINE}, {_("latest round"), LATEST}};
    oca_style style = most > 0 ? OCA_STYLE_POINTS : OCA_STYLE_WHOLE;
    double high = oca_bars_height(all->n, OCA_ROUNDS);
    int first = w->row + 1, chart = first + (int)all->n + 1;
    if (all->n == 0)
        return;
    if (w->row > FIRST_BLOCK)
        w->breaks[w->n_breaks++] = w->row;
    oca_put_text(w->sheet, w->row, NAME, OCA_STYLE_HEADING, heading);
    for (size_t k = 0; k < OCA_COUNT(series); k++)
        oca_put_text(w->sheet, w->row, series[k].column, OCA_STYLE_HEADING_CENTRED, series[k].name);
    for (size_t i = 0; i < all->n; i++) {
        oca_put_text(w->sheet, first + (int)i, NAME, OCA_STYLE_TEXT, all->at[i].name);
        for (size_t k = 0; k < OCA_COUNT(series); k++)
            oca_put_maybe(w->sheet, first + (int)i, series[k].column, style, all->at[i].figures[k]);
        oca_fit_row(w->sheet, first + (int)i, 0);
    }
    oca_put_bars(w->sheet,
                 &(oca_chart_place){.row = chart,
                                    .column = NAME,
                                    .width = WIDTH,
                                    .height = high,
                                    .title = title,
                                    .description = _("Bars; the table above them has their figures")},
                 &(oca_chart_cells){w->sheet, first, first + (int)all->n - 1, NAME}, series, OCA_COUNT(series), most);
    w->row = chart + (int)(high / ROW_PIXELS) + 2;
}

void oca_portfolio_distribution(oca_arena *mem, const oca_portfolio_report *report, const oca_portfolio_rubric *rubric,
                                oca_sheet *sheet) {
    const oca_portfolio_round *baseline = rubric->rounds[OCA_AT_BASELINE], *latest = rubric->rounds[OCA_AT_LATEST];
    writer made = {.mem = mem, .sheet = sheet, .row = FIRST_BLOCK}, *w = &made;
    oca_distribution_lines points = oca_portfolio_by_points(mem, report->portfolio, rubric),
                           stages = oca_portfolio_by_stage(mem, rubric, report->lang),
                           areas = oca_portfolio_by_area(mem, rubric, report->lang);
    oca_set_width(sheet, NAME, NAME, 42);
    oca_set_width(sheet, BASELINE, LATEST, 13);
    oca_set_width(sheet, SPARE, SPARE, 24);
    oca_put_text(sheet, TITLE_ROW, NAME, OCA_STYLE_SHEET_TITLE, _("Distribution"));
    oca_put_text(sheet, HINT_ROW, NAME, OCA_STYLE_HINT,
                 oca_format_text(mem, _("With the rubric %s: n = %zu at baseline, %zu in the latest round."),
                                 rubric->id, baseline ? baseline->percents.n : 0, latest ? latest->percents.n : 0));
    put_block(w, oca_finding_points(mem, rubric), _("Points of 100"), &points, 0);
    put_block(w, oca_finding_stages(mem, rubric, &stages), _("Stage"), &stages, 0);
    put_block(w, oca_finding_medians(mem, rubric, &areas), _("Area: median"), &areas, 100);
    oca_set_paper(sheet, &(oca_paper){.portrait = true,
                                      .last_repeated = -1,
                                      .last_row = w->row,
                                      .last_column = SPARE,
                                      .left = _("Portfolio"),
                                      .right = oca_day_text(mem, report->dated),
                                      .footer = _("Distribution")});
    oca_break_pages(sheet, w->breaks, 90);
}
