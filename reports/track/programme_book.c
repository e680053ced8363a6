#include "programme_book.h"

#include "../../engine/base/words.h"
#include "../xlsx/chart.h"
#include "../xlsx/record_sheet.h"
#include "../xlsx/table_sheet.h"
#include "programme.h"

enum { LABEL, VALUE, LAST, ROW_PIXELS = 20, MOST_CHARTED = 22 /* a chart of a page */ };

typedef struct {
    oca_arena *mem;
    const oca_programme *programme;
    oca_sheet *summary, *plans;
    const oca_table *table; /* on the sheet of the plans */
    int first;              /* row of its first cells */
    const char *dated;
} writer;

static void fact(const writer *w, int *row, const char *label, size_t n) {
    oca_put_text(w->summary, *row, LABEL, OCA_STYLE_LABEL, label);
    oca_put_text(w->summary, (*row)++, VALUE, OCA_STYLE_FACT, oca_format_text(w->mem, "%zu", n));
}

static int column_of(const writer *w, const char *field) {
    int column = 0;
    while (!oca_equal(w->table->columns.at[column].field, field))
        column++;
    return column;
}

/* A chart of two columns of the first plans; returns how many rows it covers. */
static int put_chart(const writer *w, int row, const char *title, const oca_chart_series series[2], double most) {
    enum { WIDTH = 650 };
    size_t n = w->programme->lines.n < MOST_CHARTED ? w->programme->lines.n : MOST_CHARTED;
    double high = oca_bars_height(n, 2);
    oca_put_bars(w->summary,
                 &(oca_chart_place){.row = row,
                                    .column = LABEL,
                                    .width = WIDTH,
                                    .height = high,
                                    .title = title,
                                    .description = _("Bars; the sheet of the plans has their figures")},
                 &(oca_chart_cells){w->plans, w->first, w->first + (int)n - 1, column_of(w, "name")}, series, 2, most);
    return (int)(high / ROW_PIXELS) + 2;
}

static void put_charts(const writer *w, int *row, int *page_end) {
    enum { FULL = 100, ROWS_OF_A_PAGE = 54 };
    const oca_chart_series progress[] = {{_("planned by now, %"), column_of(w, "planned_completion")},
                                         {_("done, as agreed, %"), column_of(w, "completion_agreed")}};
    const oca_chart_series stuck[] = {{_("overdue"), column_of(w, "overdue")}, {_("blocked"), column_of(w, "blocked")}};
    int rows = put_chart(w, *row, oca_finding_behind(w->mem, w->programme), progress, FULL);
    *row += rows;
    if (*row + rows > ROWS_OF_A_PAGE)
        *page_end = *row;
    *row += put_chart(w, *row, oca_finding_stuck(w->mem, w->programme), stuck, 0);
}

static void put_summary(const writer *w) {
    const oca_programme *programme = w->programme;
    int row = 0, breaks[2] = {0};
    oca_set_width(w->summary, LABEL, LABEL, 42);
    oca_set_width(w->summary, VALUE, VALUE, 26);
    oca_set_width(w->summary, LAST, LAST, 24);
    oca_put_text(w->summary, row, LABEL, OCA_STYLE_TITLE, oca_format_text(w->mem, _("Plans on %s"), w->dated));
    oca_fit_row(w->summary, row++, 0);
    row++;
    fact(w, &row, _("Plans"), programme->lines.n);
    fact(w, &row, _("Actions overdue"), programme->overdue);
    fact(w, &row, _("Actions blocked"), programme->blocked);
    fact(w, &row, _("Older copies left out"), programme->superseded);
    fact(w, &row, _("Could not be read"), programme->faulty.n);
    if (programme->lines.n > MOST_CHARTED)
        oca_put_text(
            w->summary, row++, LABEL, OCA_STYLE_HINT,
            oca_format_text(w->mem, _("The charts draw the first %d rows of the sheet of the plans."), MOST_CHARTED));
    row++;
    if (programme->lines.n)
        put_charts(w, &row, breaks);
    oca_set_paper(w->summary, &(oca_paper){.portrait = true,
                                           .last_repeated = -1,
                                           .last_row = row,
                                           .last_column = LAST,
                                           .left = _("Plans of a programme"),
                                           .right = w->dated,
                                           .footer = _("Summary")});
    oca_break_pages(w->summary, breaks, 90);
    oca_show_first(w->summary);
}

/* Of the newest plan: a file's date comes from what it is made of. */
static oca_day newest(const oca_programme *programme) {
    oca_day day = programme->lines.n ? programme->lines.at[0].newest : programme->date;
    for (size_t i = 1; i < programme->lines.n; i++)
        day = programme->lines.at[i].newest > day ? programme->lines.at[i].newest : day;
    return day;
}

oca_status oca_programme_write(const char *path, oca_arena *mem, const oca_programme_workbook *workbook,
                               oca_faults *faults) {
    const oca_programme *programme = workbook->programme;
    const oca_named_table plans = oca_programme_plans(mem, programme), faulty = oca_programme_faulty(mem, programme);
    const char *called = _("Plans of a programme");
    oca_book *book = oca_book_open(mem, path, called, newest(programme));
    writer w = {.mem = mem,
                .programme = programme,
                .summary = oca_book_sheet(book, _("Summary")),
                .plans = oca_book_sheet(book, plans.sheet),
                .table = &plans.table,
                .dated = oca_day_text(mem, programme->date)};
    w.first = oca_put_table_sheet(w.plans, &plans, called, w.dated);
    put_summary(&w);
    if (oca_table_rows(&faulty.table))
        (void)oca_put_table_sheet(oca_book_sheet(book, faulty.sheet), &faulty, called, w.dated);
    oca_book_record(book, &workbook->record);
    return oca_book_close(book, faults);
}
