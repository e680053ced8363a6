/* What people added to a workbook outside its form: named, so that nobody believes it was carried. */
#include "../base/words.h"
#include "filled_keys.h"
#include "typed.h"
#include "workbook_record.h"

#include <string.h>

typedef struct {
    oca_arena *mem;
    const oca_workbook *workbook;
    const oca_keyed_tables *tables;
    const oca_form *record;
    oca_faults *faults;
} teller;

enum { MOST_TOLD = 100 }; /* columns of one table */

#define WARN(where, ...) oca_report_at(t->faults, OCA_WARNING, t->workbook->file, (where), __VA_ARGS__)

static bool is_blank(teller *t, const oca_workbook_cell *cell) {
    return cell->kind == OCA_VALUE_TEXT && !*oca_typed_text(t->mem, cell->text);
}

/* The heading of a column for people: the first text below the key row. */
static const char *heading_of(teller *t, const oca_keyed_table *table, int column) {
    const oca_workbook_cells *cells = &table->sheet->cells;
    size_t first = table->first_cell;
    for (size_t i = first; i < cells->n && cells->at[i].row == cells->at[first].row; i++)
        if (cells->at[i].column == column && cells->at[i].kind == OCA_VALUE_TEXT)
            return oca_format_text(t->mem, " \"%s\"", oca_typed_text(t->mem, cells->at[i].text));
    return "";
}

/* Columns beside the table's own that hold something below the headings. */
static void tell_columns(teller *t, const oca_keyed_table *table) {
    const oca_workbook_cells *cells = &table->sheet->cells;
    OCA_LIST(int) told = {0};
    size_t first = table->first_cell;
    for (size_t i = first; i < cells->n && cells->at[i].row <= table->last_row && told.n < MOST_TOLD; i++) {
        const oca_workbook_cell *cell = &cells->at[i];
        bool extra = cell->column >= table->from && cell->column <= table->to && cell->column != table->id_column &&
                     cell->row > cells->at[first].row && !oca_key_at(table, cell->column) && !is_blank(t, cell);
        for (size_t k = 0; extra && k < told.n; k++)
            extra = told.at[k] != cell->column;
        if (!extra)
            continue;
        *(int *)OCA_ADD(t->mem, &told) = cell->column;
        WARN(oca_keyed_where(t->mem, table, cell->row, cell->column),
             "the column%s is not part of the form; it is not carried", heading_of(t, table, cell->column));
    }
}

static void tell_tables(teller *t) {
    for (size_t i = 0; i < t->tables->n; i++) {
        const oca_keyed_table *table = &t->tables->at[i];
        if (oca_form_find(t->record, table->name))
            tell_columns(t, table);
        else if (!oca_equal(table->name, "-") && !oca_equal(table->name, "words"))
            WARN(oca_keyed_where(t->mem, table, table->row, table->id_column),
                 "the table \"%s\" is not one of this form; it is not carried", table->name);
    }
}

/* True if the program made the sheet: it has a key row, or the record. */
static bool is_ours(const teller *t, const oca_worksheet *sheet) {
    for (size_t i = 0; i < t->tables->n; i++)
        if (t->tables->at[i].sheet == sheet)
            return true;
    return oca_is_record_sheet(sheet);
}

void oca_filled_tell_extras(oca_arena *mem, const oca_workbook *workbook, const oca_keyed_tables *tables,
                            const oca_form *record, oca_faults *faults) {
    teller told = {mem, workbook, tables, record, faults}, *t = &told;
    tell_tables(t);
    for (size_t i = 0; i < workbook->sheets.n; i++) {
        const oca_worksheet *sheet = &workbook->sheets.at[i];
        const oca_workbook_cell *first = sheet->cells.n ? &sheet->cells.at[0] : NULL;
        oca_where where = {.cell = oca_cell_place(mem, sheet, first ? first->row : 0, first ? first->column : 0)};
        if (first && !is_ours(t, sheet))
            WARN(where, "this sheet is not part of the form; it is not carried");
        if (sheet->comments)
            WARN(where,
                 oca_counted("%zu comment on this sheet is not carried", "%zu comments on this sheet are not carried",
                             sheet->comments),
                 sheet->comments);
    }
}
