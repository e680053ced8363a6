#include "workbook.h"

#include "../../engine/base/words.h"
#include "../phrases.h"
#include "../xlsx/record_sheet.h"
#include "phrases.h"
#include "tables.h"
#include "workbook_parts.h"

#include <string.h>

enum { TITLE_ROW, HINT_ROW, HEADING_ROW, FIRST_ROW };
enum { MOST_ROWS = 1000000 }; /* Excel has 1,048,576 */

typedef struct {
    oca_arena *mem;
    const oca_portfolio_report *report;
    oca_book *book;
    bool recorded; /* the result is in the workbook */
} writer;

static oca_style style_of(const oca_cell *cell) {
    if (cell->kind == OCA_CELL_DATE)
        return OCA_STYLE_DAY;
    if (cell->kind == OCA_CELL_NUMBER)
        return cell->decimals == 0 ? OCA_STYLE_WHOLE : cell->decimals == 1 ? OCA_STYLE_POINTS : OCA_STYLE_SCORE;
    return cell->kind == OCA_CELL_TEXT ? OCA_STYLE_TEXT : OCA_STYLE_TEXT_CENTRED;
}

static void put_cell(oca_sheet *sheet, int row, int column, const oca_cell *cell) {
    oca_style style = style_of(cell);
    switch (cell->kind) {
    case OCA_CELL_TEXT:
        oca_put_text(sheet, row, column, style, cell->text);
        break;
    case OCA_CELL_NUMBER:
        oca_put_number(sheet, row, column, style, cell->value);
        break;
    case OCA_CELL_DATE:
        oca_put_date(sheet, row, column, style, (oca_date){true, cell->day});
        break;
    case OCA_CELL_UNDEFINED:
        oca_put_text(sheet, row, column, style, OCA_UNDEFINED_SHOWN);
        break;
    }
}

static size_t letters(const char *text) {
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

/* Wide enough for numbers and dates; of texts for most, the others wrap. */
static double width_of(const oca_table *table, size_t column) {
    enum { LEAST = 9, MOST = 42, LOOKED_AT = 2000 };
    size_t widest = LEAST, n = table->columns.n;
    for (const char *word = table->columns.at[column].heading; *word; word += strspn(word, " ")) {
        size_t length = strcspn(word, " ");
        widest =
            length + 3 > widest ? length + 3 : widest; /* a heading's words stay whole, beside the filter's button */
        word += length;
    }
    for (size_t i = column; i < table->cells.n && i < LOOKED_AT * n; i += n) {
        const oca_cell *cell = &table->cells.at[i];
        size_t own = cell->kind == OCA_CELL_TEXT && cell->text ? letters(cell->text) + 1 : LEAST;
        widest = own > widest ? own : widest;
    }
    return widest > MOST ? MOST : (double)widest;
}

/* Below the table: why a "–" stands there, each reason once. */
static int put_reasons(oca_sheet *sheet, int row, const oca_table *table) {
    enum { MOST_REASONS = 12 };
    oca_strings told = {0};
    for (size_t i = 0; i < table->cells.n && told.n < MOST_REASONS; i++) {
        const oca_cell *cell = &table->cells.at[i];
        if (cell->kind != OCA_CELL_UNDEFINED || !cell->text || !*cell->text || oca_holds(&told, cell->text))
            continue;
        *(const char **)OCA_ADD(oca_sheet_memory(sheet), &told) = cell->text;
        oca_put_text(sheet, row++, 0, OCA_STYLE_HINT,
                     oca_format_text(oca_sheet_memory(sheet), _("– in %s: %s"),
                                     table->columns.at[i % table->columns.n].heading, cell->text));
    }
    return row;
}

static void put_table(const writer *w, oca_sheet *sheet, const oca_portfolio_table *made) {
    const oca_table *table = &made->table;
    size_t n = table->columns.n, rows = oca_table_rows(table), shown = rows < MOST_ROWS ? rows : MOST_ROWS;
    for (size_t c = 0; c < n; c++)
        oca_set_width(sheet, (int)c, (int)c, width_of(table, c));
    oca_put_text(sheet, TITLE_ROW, 0, OCA_STYLE_SHEET_TITLE, made->sheet);
    oca_put_text(sheet, HINT_ROW, 0, OCA_STYLE_HINT, made->hint);
    for (size_t c = 0; c < n; c++)
        oca_put_text(sheet, HEADING_ROW, (int)c, OCA_STYLE_HEADING, table->columns.at[c].heading);
    oca_fit_row(sheet, HEADING_ROW, 30);
    for (size_t row = 0; row < shown; row++)
        for (size_t c = 0; c < n; c++)
            put_cell(sheet, FIRST_ROW + (int)row, (int)c, &table->cells.at[row * n + c]);
    int last = FIRST_ROW + (int)shown;
    oca_set_filter(sheet, HEADING_ROW, 0, last - 1, (int)n - 1);
    if (shown < rows)
        oca_put_text(sheet, last++, 0, OCA_STYLE_HINT, _("More rows than a sheet holds: the rest is in the JSON."));
    last = put_reasons(sheet, last, table);
    oca_freeze(sheet, FIRST_ROW, n > 6 ? 2 : 1);
    oca_set_paper(sheet, &(oca_paper){.first_repeated = HEADING_ROW,
                                      .last_repeated = HEADING_ROW,
                                      .last_row = last - 1,
                                      .last_column = (int)n - 1,
                                      .left = _("Portfolio"),
                                      .right = oca_day_text(w->mem, w->report->dated),
                                      .footer = made->sheet});
}

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
                   _("These figures describe capacity, not performance. Organizations are the unit: how many people "
                     "answered in each says nothing about how sure a figure of several is."));
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
    oca_put_across(
        sheet, ++row, 0, 3, OCA_STYLE_FACT,
        oca_format_text(
            w->mem, "%s %s", kept,
            _("A share that improved is capacity: it is not by itself a performance indicator such as CBLD-9.")));
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
        put_table(&w, oca_book_sheet(w.book, tables.at[i].sheet), &tables.at[i]);
    if (w.recorded)
        oca_book_record(w.book, &workbook->record);
    return oca_book_close(w.book, faults);
}
