/* The comparison as a workbook; declared in compare.h. */
#include "../../engine/base/words.h"
#include "../xlsx/record_sheet.h"
#include "workbook_parts.h"

enum { TITLE_ROW, HINT_ROW, HEADING_ROW };

void oca_compare_top(const oca_compare_book *b, oca_sheet *sheet, const char *title, const char *hint,
                     const oca_compare_column *columns, size_t n, int frozen) {
    enum { LEAST = 40 }; /* three lines: in a heading, the button of a filter takes the room of some letters */
    for (size_t i = 0; i < n; i++)
        oca_set_width(sheet, (int)i, (int)i, columns[i].width);
    oca_put_text(sheet, TITLE_ROW, 1, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(b->mem, "%s: %s", title, b->c->reassessment->answers->assessment->organization->name));
    oca_put_text(sheet, HINT_ROW, 1, OCA_STYLE_HINT, hint);
    for (size_t i = 0; i < n; i++)
        oca_put_text(sheet, HEADING_ROW, (int)i, columns[i].style, _(columns[i].heading));
    oca_fit_row(sheet, HEADING_ROW, LEAST);
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
                                      .footer = _("Two rounds compared")});
}

void oca_compare_difference(oca_sheet *sheet, int row, int column, int before, int now, oca_style style,
                            oca_number value) {
    const char *a = oca_cell_name(sheet, "c", row, before), *z = oca_cell_name(sheet, "c", row, now);
    const char *formula = oca_format_text(oca_sheet_memory(sheet), "=IF(COUNT(%s,%s)=2,%s-%s,\"–\")", a, z, z, a);
    if (value.given)
        oca_put_formula(sheet, row, column, style, formula, value.value);
    else
        oca_put_formula_text(sheet, row, column, style, formula, OCA_UNDEFINED_SHOWN);
}

oca_status oca_compare_write(const char *path, oca_arena *mem, const oca_compare_workbook *workbook,
                             oca_faults *faults) {
    const oca_comparison *c = workbook->pair->comparison;
    oca_compare_book b = {
        .mem = mem, .pair = workbook->pair, .c = c, .frame = c->matching->reassessment, .lang = workbook->lang};
    oca_book *book = oca_book_open(mem, path, _("Two rounds compared"), c->reassessment->answers->assessment->date.day);
    b.summary = oca_book_sheet(book, _("Summary"));
    b.charts = oca_book_sheet(book, _("Charts"));
    b.areas = oca_book_sheet(book, _("Areas"));
    b.statements = oca_book_sheet(book, _("Statements"));
    b.members = oca_book_sheet(book, _("Members"));
    b.plan = workbook->pair->effect ? oca_book_sheet(book, _("Plan")) : NULL;
    oca_compare_statements(&b);
    oca_compare_summary(&b);
    oca_compare_charts(&b);
    oca_compare_areas(&b);
    oca_compare_members(&b);
    if (b.plan)
        oca_compare_plan(&b);
    oca_book_record(book, &workbook->record);
    return oca_book_close(book, faults);
}
