/* The comparison as a workbook; declared in compare.h. */
#include "../../engine/base/words.h"
#include "../xlsx/record_sheet.h"
#include "../xlsx/text.h"
#include "workbook_parts.h"

#include <math.h>

enum { TITLE_ROW, HINT_ROW, HEADING_ROW };
enum { LEAST = 40 }; /* three lines: in a heading, the button of a filter takes the room of some letters */

const char *oca_compare_named(const oca_compare_book *b, const char *title) {
    return b->mark ? oca_format_text(b->mem, "%s %s", title, b->mark) : title;
}

void oca_compare_heading(oca_sheet *sheet, int column, double width, oca_style style, const char *heading) {
    oca_look look = oca_look_of(style);
    oca_set_width(sheet, column, column, fmax(width, oca_width_for_words(heading, look.size, look.bold)));
    oca_put_text(sheet, HEADING_ROW, column, style, heading);
    oca_fit_row(sheet, HEADING_ROW, LEAST);
}

void oca_compare_top(const oca_compare_book *b, oca_sheet *sheet, const char *title, const char *hint,
                     const oca_compare_column *columns, size_t n, int frozen) {
    oca_put_text(sheet, TITLE_ROW, 1, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(b->mem, _("%s: %s"), oca_compare_named(b, title),
                                 b->c->reassessment->answers->assessment->organization->name));
    for (size_t i = 0; i < n; i++)
        oca_compare_heading(sheet, (int)i, columns[i].width, columns[i].style, _(columns[i].heading));
    oca_put_hint(sheet, HINT_ROW, 1, (int)n - 1, hint);
    oca_freeze(sheet, HEADING_ROW + 1, frozen);
}

void oca_compare_paper(const oca_compare_book *b, oca_sheet *sheet, int last_row, int last_column) {
    const oca_assessment *now = b->c->reassessment->answers->assessment;
    oca_set_paper(sheet, &(oca_paper){.first_repeated = HEADING_ROW,
                                      .last_repeated = HEADING_ROW,
                                      .last_row = last_row,
                                      .first_column = 1,
                                      .last_column = last_column,
                                      .left = now->organization->name,
                                      .right = oca_day_text(b->mem, now->date.day),
                                      .footer = b->footer});
}

void oca_compare_page_of_one(const oca_compare_book *b, oca_sheet *sheet) {
    const oca_assessment *now = b->c->reassessment->answers->assessment;
    oca_set_paper(sheet, &(oca_paper){.portrait = true,
                                      .one_page = true,
                                      .last_repeated = -1,
                                      .left = now->organization->name,
                                      .right = oca_day_text(b->mem, now->date.day),
                                      .footer = b->footer});
    oca_protect(sheet);
}

void oca_compare_section(oca_sheet *sheet, int row, int last, const char *title) {
    for (int i = 0; i <= last; i++)
        oca_put_text(sheet, row, i, OCA_STYLE_SECTION, i ? NULL : title);
    oca_fit_row(sheet, row, 0);
}

void oca_compare_formula(oca_sheet *sheet, int row, int column, oca_style style, const char *formula,
                         oca_number value) {
    if (value.given)
        oca_put_formula(sheet, row, column, style, formula, value.value);
    else
        oca_put_formula_text(sheet, row, column, style, formula, OCA_UNDEFINED_SHOWN);
}

void oca_compare_difference(oca_sheet *sheet, int row, int column, int before, int now, oca_style style,
                            oca_number value) {
    const char *a = oca_cell_name(sheet, "c", row, before), *z = oca_cell_name(sheet, "c", row, now);
    oca_compare_formula(sheet, row, column, style,
                        oca_format_text(oca_sheet_memory(sheet), "=IF(COUNT(%s,%s)=2,%s-%s,\"–\")", a, z, z, a), value);
}

static void add_sheets(oca_book *book, oca_compare_book *b) {
    b->summary = oca_book_sheet(book, oca_compare_named(b, _("Summary")));
    b->charts = oca_book_sheet(book, oca_compare_named(b, _("Charts")));
    b->areas = oca_book_sheet(book, oca_compare_named(b, _("Areas")));
    b->statements = oca_book_sheet(book, oca_compare_named(b, _("Statements")));
    b->members = oca_book_sheet(book, oca_compare_named(b, _("Members")));
    b->plan = b->pair->effect ? oca_book_sheet(book, oca_compare_named(b, _("Plan"))) : NULL;
}

static void fill_sheets(oca_compare_book *b) {
    oca_compare_statements(b);
    oca_compare_summary(b);
    oca_compare_charts(b);
    oca_compare_areas(b);
    oca_compare_members(b);
    if (b->plan)
        oca_compare_plan(b);
}

/* The rounds of the i-th pair, by number: each with the next, the last pair the first with the last. */
static const char *mark_of(oca_arena *mem, const oca_compared_list *pairs, size_t i) {
    return i + 1 < pairs->n ? oca_format_text(mem, "%zu→%zu", i + 1, i + 2) : oca_format_text(mem, "1→%zu", pairs->n);
}

static void add_front(oca_book *book, oca_series_book *front) {
    front->series = oca_book_sheet(book, _("Series"));
    front->course = oca_book_sheet(book, _("Course"));
    front->areas = oca_book_sheet(book, _("Areas"));
    front->statements = oca_book_sheet(book, _("Statements"));
}

static void fill_front(const oca_series_book *front) {
    oca_series_summary(front);
    oca_series_course(front);
    oca_series_areas(front);
    oca_series_statements(front);
}

oca_status oca_compare_write(const char *path, oca_arena *mem, const oca_compare_workbook *workbook,
                             oca_faults *faults) {
    const oca_compared_list *pairs = workbook->pairs;
    oca_compare_book *books = oca_alloc(mem, pairs->n * sizeof *books);
    for (size_t i = 0; i < pairs->n; i++) {
        const oca_comparison *c = pairs->at[i].comparison;
        books[i] = (oca_compare_book){.mem = mem,
                                      .pair = &pairs->at[i],
                                      .c = c,
                                      .frame = c->matching->reassessment,
                                      .lang = workbook->lang,
                                      .mark = pairs->n > 1 ? mark_of(mem, pairs, i) : NULL};
        books[i].footer = oca_compare_named(&books[i], _("Two rounds compared"));
    }
    oca_series_book front = {.newest = books[pairs->n - 1], .compared = pairs, .pairs = books};
    front.newest.mark = NULL;
    front.newest.footer = _("Rounds compared");
    oca_book *book = oca_book_open(mem, path, pairs->n > 1 ? front.newest.footer : books[0].footer,
                                   front.newest.c->reassessment->answers->assessment->date.day);
    if (pairs->n > 1)
        add_front(book, &front);
    for (size_t i = 0; i < pairs->n; i++)
        add_sheets(book, &books[i]);
    if (pairs->n > 1)
        fill_front(&front);
    for (size_t i = 0; i < pairs->n; i++)
        fill_sheets(&books[i]);
    oca_book_record(book, &workbook->record);
    return oca_book_close(book, faults);
}
