/* An export as a workbook: its first sheet; further ones, of repeated questions, are not ours. */
#include "../base/number.h"
#include "../base/text.h"
#include "export_parts.h"
#include "workbook.h"

static const char *text_of(oca_arena *mem, const oca_workbook_cell *cell) {
    switch (cell->kind) {
    case OCA_VALUE_TEXT:
    case OCA_VALUE_ERROR:
        return cell->text;
    case OCA_VALUE_NUMBER:
        return oca_number_text(mem, cell->number);
    case OCA_VALUE_BOOLEAN:
        return cell->number != 0 ? "1" : "0";
    }
    return "";
}

static const oca_worksheet *answers_of(const oca_workbook *workbook, oca_faults *faults) {
    const oca_worksheet *found = NULL;
    for (size_t i = 0; i < workbook->sheets.n; i++) {
        const oca_worksheet *sheet = &workbook->sheets.at[i];
        if (sheet->hidden || !sheet->cells.n)
            continue;
        if (found)
            oca_report(faults, OCA_WARNING, workbook->file, 0,
                       "the sheet \"%s\" is not carried: answers stand in \"%s\"", sheet->name, found->name);
        else
            found = sheet;
    }
    return found;
}

/* Headings stand in the first row that holds anything; a column without one is called "". */
static size_t add_headings(oca_export *out, oca_arena *mem, const oca_worksheet *sheet) {
    size_t i = 0;
    int row = sheet->cells.at[0].row;
    out->heading_where.cell = oca_cell_place(mem, sheet, row, sheet->cells.at[0].column);
    for (; i < sheet->cells.n && sheet->cells.at[i].row == row; i++) {
        while (out->headings.n < (size_t)sheet->cells.at[i].column)
            *(const char **)OCA_ADD(mem, &out->headings) = "";
        *(const char **)OCA_ADD(mem, &out->headings) = text_of(mem, &sheet->cells.at[i]);
    }
    return i;
}

static void add_row(oca_export *out, oca_arena *mem, const oca_worksheet *sheet, size_t from, size_t end,
                    oca_faults *faults) {
    int number = sheet->cells.at[from].row;
    oca_where *wheres = oca_alloc(mem, out->headings.n * sizeof *wheres);
    oca_where first = {.cell = oca_cell_place(mem, sheet, number, 0)};
    oca_export_row *row = oca_export_add_row(out, mem, first);
    for (size_t c = 0; c < out->headings.n; c++)
        wheres[c] = first;
    for (size_t i = from; i < end; i++) {
        const oca_workbook_cell *cell = &sheet->cells.at[i];
        oca_where where = {.cell = oca_cell_place(mem, sheet, number, cell->column)};
        const char *text = text_of(mem, cell);
        if ((size_t)cell->column >= out->headings.n) {
            if (*text)
                oca_report_at(faults, OCA_FAULT, out->file, where, "this cell has no heading");
            continue;
        }
        row->cells[cell->column] = text;
        wheres[cell->column] = where;
    }
    row->wheres = wheres;
}

oca_status oca_export_read_workbook(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                                    oca_faults *faults) {
    oca_export made = {.file = file};
    oca_workbook workbook;
    size_t before = faults->faulty;
    oca_status status = oca_workbook_read(&workbook, mem, file, bytes, n, faults);
    if (status != OCA_OK)
        return status;
    const oca_worksheet *sheet = answers_of(&workbook, faults);
    if (!sheet) {
        oca_report(faults, OCA_FAULT, file, 0, "the workbook is empty");
        return OCA_FAULTY;
    }
    size_t i = add_headings(&made, mem, sheet), rows = 0;
    if (made.headings.n > OCA_EXPORT_COLUMNS) {
        oca_report(faults, OCA_FAULT, file, 0, "there are more than 5,000 columns");
        return OCA_FAULTY;
    }
    for (size_t end; i < sheet->cells.n; i = end) {
        for (end = i; end < sheet->cells.n && sheet->cells.at[end].row == sheet->cells.at[i].row;)
            end++;
        if (++rows * made.headings.n > OCA_EXPORT_CELLS) {
            oca_report(faults, OCA_FAULT, file, 0, "there are more than 2,000,000 cells");
            return OCA_FAULTY;
        }
        add_row(&made, mem, sheet, i, end, faults);
    }
    *out = made;
    return faults->faulty > before ? OCA_FAULTY : OCA_OK;
}
