/* The sheet "Burn-up": the weeks of work that were done, as agreed and as it stands, beside those planned, over the
 * reviews; and the size of the plan, so that dropping and adding are seen for what they are. */
#include "../track/burn_up.h"
#include "../figures/findings.h"
#include "../xlsx/line_chart.h"
#include "sheets.h"

enum { NOTHING, DATE, AGREED, STANDS, PLANNED, SIZE_AGREED, SIZE, COLUMNS };
enum { HEADING_ROW = 3, FIRST_ROW };

static oca_history history_of(const oca_isp_book *b) {
    return oca_history_of(b->mem, &b->tracked->progress);
}

void oca_isp_burn_up_chart(const oca_isp_book *b, oca_sheet *sheet, int row, int column, int width, int height) {
    oca_history history = history_of(b);
    int last = FIRST_ROW + (int)history.n - 1, known = FIRST_ROW;
    for (size_t i = 0; i < history.n; i++)
        if (history.at[i].known)
            known = FIRST_ROW + (int)i;
    static const struct {
        const char *name;
        int column;
        oca_line_kind line;
        bool past;
    } wanted[] = {{N_("Done, as agreed"), AGREED, OCA_LINE_BOLD, true},
                  {N_("Done, as it stands"), STANDS, OCA_LINE_THIN, true},
                  {N_("Planned"), PLANNED, OCA_LINE_DASHED, false},
                  {N_("Size of the plan"), SIZE, OCA_LINE_DOTTED, true}};
    oca_line_series series[OCA_COUNT(wanted)];
    for (size_t i = 0; i < OCA_COUNT(wanted); i++) {
        int end = wanted[i].past ? known : last;
        series[i] = (oca_line_series){_(wanted[i].name), oca_range_of(b->burn_up, FIRST_ROW, DATE, end, DATE),
                                      oca_range_of(b->burn_up, FIRST_ROW, wanted[i].column, end, wanted[i].column),
                                      wanted[i].line};
    }
    const oca_burn_up_point *points = oca_burn_up_points(b->mem, &history);
    double most, step;
    oca_burn_up_axis(&most, &step, points, history.n);
    oca_put_line_chart(sheet, row, column,
                       &(oca_line_chart){.title = oca_finding_burn_up(b->mem, points, history.n),
                                         .vertical = _("weeks of work"),
                                         .series = series,
                                         .n = OCA_COUNT(series),
                                         .first = history.at[0].date,
                                         .last = history.at[history.n - 1].date,
                                         .most = most,
                                         .step = step,
                                         .width = width,
                                         .height = height});
}

void oca_isp_burn_up(const oca_isp_book *b) {
    static const oca_isp_column columns[COLUMNS] = {
        [NOTHING] = {"", 2, OCA_STYLE_PLAIN, NULL},
        [DATE] = {N_("Day"), 12, OCA_STYLE_HEADING, NULL},
        [AGREED] = {N_("Done, as agreed"), 13, OCA_STYLE_HEADING, NULL},
        [STANDS] = {N_("Done, as it stands"), 13, OCA_STYLE_HEADING, NULL},
        [PLANNED] = {N_("Planned"), 13, OCA_STYLE_HEADING, NULL},
        [SIZE_AGREED] = {N_("Size, as first planned"), 13, OCA_STYLE_HEADING, NULL},
        [SIZE] = {N_("Size, as it stood"), 13, OCA_STYLE_HEADING, NULL},
    };
    oca_sheet *sheet = b->burn_up;
    oca_history history = history_of(b);
    oca_isp_widths(sheet, columns, COLUMNS);
    oca_isp_shows_only(sheet);
    oca_put_text(sheet, 0, DATE, OCA_STYLE_SHEET_TITLE, _("Burn-up: weeks of work"));
    oca_fit_row(sheet, 0, 0);
    oca_put_text(
        sheet, 1, DATE, OCA_STYLE_HINT,
        _("What was dropped counts as not done in \"as agreed\"; what was added counts in \"as it stands\" alone."));
    oca_isp_headings(sheet, HEADING_ROW, columns, COLUMNS);
    int row = FIRST_ROW;
    for (size_t i = 0; i < history.n; i++, row++) {
        const oca_history_point *point = &history.at[i];
        const oca_number figures[] = {[AGREED] = {point->known, point->agreed},
                                      [STANDS] = {point->known, point->as_it_stands},
                                      [PLANNED] = {true, point->planned},
                                      [SIZE_AGREED] = {true, point->size_agreed},
                                      [SIZE] = {point->known, point->size}};
        oca_put_date(sheet, row, DATE, OCA_STYLE_DAY, (oca_date){true, point->date});
        for (int k = AGREED; k <= SIZE; k++)
            oca_put_maybe(sheet, row, k, OCA_STYLE_POINTS, figures[k]);
    }
    oca_isp_burn_up_chart(b, sheet, row + 1, DATE, 700, 380);
    oca_freeze(sheet, FIRST_ROW, AGREED);
    oca_isp_paper(b, sheet, HEADING_ROW, HEADING_ROW, row + 22, DATE, SIZE + 3);
    oca_protect(sheet);
}
