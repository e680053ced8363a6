#include "workbook.h"

#include "../../engine/base/words.h"
#include "../phrases.h"
#include "../xlsx/record_sheet.h"
#include "../xlsx/table_sheet.h"
#include "phrases.h"
#include "tables.h"
#include "workbook_parts.h"

#include <string.h>

typedef struct {
    oca_arena *mem;
    const oca_portfolio_report *report;
    oca_book *book;
    bool recorded; /* the result is in the workbook */
} writer;

/* Label and fact, one below the other. */
static void fact(oca_sheet *sheet, int *row, const char *label, const char *value) {
    oca_put_text(sheet, *row, 0, OCA_STYLE_LABEL, label);
    oca_put_across(sheet, *row, 1, 3, OCA_STYLE_FACT, value);
    oca_fit_row(sheet, *row, 0);
    (*row)++;
}

static void number_fact(const writer *w, oca_sheet *sheet, int *row, const char *label, size_t n) {
    fact(sheet, row, label, oca_format_text(w->mem, "%zu", n));
}

static void change_facts(const writer *w, oca_sheet *sheet, int *row) {
    const oca_figures *figures = &w->report->portfolio->figures;
    number_fact(w, sheet, row, _("Pairs compared"), figures->pairs);
    number_fact(w, sheet, row, _("Improved"), figures->improved.n);
    number_fact(w, sheet, row, _("Same"), figures->same.n);
    number_fact(w, sheet, row, _("Lower than before"), figures->regressed.n);
    number_fact(w, sheet, row, _("Not comparable"), figures->not_comparable.n);
    number_fact(w, sheet, row, _("Baseline only"), figures->baseline_only.n);
    number_fact(w, sheet, row, _("Without baseline"), figures->without_baseline.n);
    oca_strings lines = {0};
    oca_portfolio_change_lines(w->mem, figures, &lines);
    for (size_t i = 0; i < lines.n; i++)
        fact(sheet, row, i == 0 ? _("Change, like for like") : "", lines.at[i]);
}

static void put_summary(const writer *w, oca_sheet *sheet) {
    const oca_portfolio_report *report = w->report;
    int row = 0;
    oca_set_width(sheet, 0, 0, 26);
    oca_set_width(sheet, 1, 3, 28);
    oca_put_text(sheet, row, 0, OCA_STYLE_TITLE, _("Portfolio"));
    oca_fit_row(sheet, row++, 0);
    oca_put_across(sheet, row, 0, 3, OCA_STYLE_FACT,
                   oca_format_text(w->mem, "%s %s", oca_portfolio_subject_shown(w->mem, &report->portfolio->figures),
                                   _(oca_note_unit)));
    oca_fit_row(sheet, row++, 0);
    row++;
    number_fact(w, sheet, &row, _("Organizations"), report->portfolio->figures.organizations);
    number_fact(w, sheet, &row, _("Files read"), report->files);
    number_fact(w, sheet, &row, _("Of them something else"), report->passed_over);
    number_fact(w, sheet, &row, _("Faulty, left out"), report->faulty->n);
    number_fact(w, sheet, &row, _("Not shared by consent"), report->portfolio->not_shared);
    fact(sheet, &row, _("Newest document"), oca_day_text(w->mem, report->dated));
    change_facts(w, sheet, &row);
    const char *kept =
        w->recorded ? _("What is kept in this workbook is the result; the assessments and plans that it was made "
                        "from are not in it.")
                    : _("The assessments and plans that this workbook was made from are not in it.");
    oca_put_across(sheet, ++row, 0, 3, OCA_STYLE_FACT, oca_format_text(w->mem, "%s %s", kept, _(oca_note_indicator)));
    oca_fit_row(sheet, row, 0);
    oca_set_paper(sheet, &(oca_paper){.portrait = true,
                                      .last_repeated = -1,
                                      .last_row = row,
                                      .last_column = 3,
                                      .left = _("Portfolio"),
                                      .right = oca_day_text(w->mem, report->dated),
                                      .footer = _("Portfolio")});
    oca_show_first(sheet);
}

oca_status oca_portfolio_write(const char *path, oca_arena *mem, const oca_portfolio_workbook *workbook,
                               oca_faults *faults) {
    writer w = {.mem = mem, .report = workbook->report, .recorded = workbook->record.n > 0};
    oca_portfolio_tables tables = oca_portfolio_make_tables(mem, workbook->report);
    w.book = oca_book_open(mem, path, _("Portfolio"), workbook->report->dated);
    put_summary(&w, oca_book_sheet(w.book, _("Summary")));
    oca_portfolio_rubrics rubrics = oca_portfolio_rubrics_of(mem, &workbook->report->portfolio->figures);
    for (size_t i = 0; i < rubrics.n; i++)
        oca_portfolio_distribution(mem, workbook->report, &rubrics.at[i],
                                   oca_book_sheet(w.book, oca_portfolio_sheet(mem, _("Distribution"), &rubrics, i)));
    for (size_t i = 0; i < tables.n; i++)
        oca_put_table_sheet(oca_book_sheet(w.book, tables.at[i].sheet), &tables.at[i], _("Portfolio"),
                            oca_day_text(mem, workbook->report->dated));
    if (w.recorded)
        oca_book_record(w.book, &workbook->record);
    return oca_book_close(w.book, faults);
}
