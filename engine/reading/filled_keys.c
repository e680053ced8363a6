#include "filled_keys.h"

#include "../base/number.h"
#include "../base/words.h"
#include "typed.h"
#include "workbook_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_TABLES = 500 };

static bool is_open(const oca_keyed_table *table);

/* "oca:" and the name of a table, and nothing else: people, too, begin a text with "oca: ". */
static bool looks_like_marker(const oca_workbook_cell *cell) {
    if (cell->kind != OCA_VALUE_TEXT || cell->formula || strncmp(cell->text, "oca:", 4) != 0)
        return false;
    const char *name = cell->text + 4;
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz-");
    return n && !name[n + strspn(name + n, " ")];
}

/* True if the cell lies below a key of a table that has not ended yet: a value. Markers stand above ids. */
static bool is_value(const oca_keyed_tables *tables, size_t first, const oca_workbook_cell *cell) {
    for (size_t i = first; i < tables->n; i++) {
        const oca_keyed_table *table = &tables->at[i];
        bool within = is_open(table) && table->row < cell->row && cell->column >= table->from &&
                      cell->column <= table->to && cell->column != table->id_column;
        const oca_keyed *key = within ? oca_key_at(table, cell->column) : NULL;
        if (key && *key->key)
            return true;
    }
    return false;
}

static bool is_marker(const oca_keyed_tables *tables, size_t first, const oca_workbook_cell *cell) {
    return looks_like_marker(cell) && !is_value(tables, first, cell);
}

/* What the cell of a key row says: a word, or a number, which some programs make of a key such as "1". */
static const char *key_of(oca_arena *mem, const oca_workbook_cell *cell) {
    if (cell->kind == OCA_VALUE_NUMBER)
        return oca_number_text(mem, cell->number);
    return cell->kind == OCA_VALUE_TEXT ? oca_typed_text(mem, cell->text) : "";
}

/* Tables of the sheet that have not ended yet, from out->at[first] on, are those whose last row is not set. */
static bool is_open(const oca_keyed_table *table) {
    return table->last_row == OCA_LAST_ROW;
}

/* A marker in a row of keys: it ends the table above it, and takes the columns up to its neighbours. */
static void start_table(oca_keyed_tables *out, oca_arena *mem, const oca_worksheet *sheet, size_t first,
                        const oca_workbook_cell *marker) {
    int from = 0, to = OCA_LAST_COLUMN;
    for (size_t i = first; i < out->n; i++) {
        oca_keyed_table *other = &out->at[i];
        if (!is_open(other))
            continue;
        if (other->row < marker->row && marker->column >= other->from && marker->column <= other->to) {
            other->last_row = marker->row - 1;
        } else if (other->row == marker->row) { /* to the left, in the same row of keys */
            other->to = marker->column - 1;
            from = marker->column;
        } else if (other->to < marker->column && other->to >= from) {
            from = other->to + 1;
        } else if (other->from > marker->column && other->from <= to) {
            to = other->from - 1;
        }
    }
    oca_keyed_table *table = OCA_ADD(mem, out);
    *table = (oca_keyed_table){.sheet = sheet,
                               .sheet_called = oca_sheet_called(mem, sheet),
                               .name = oca_typed_text(mem, marker->text + 4),
                               .row = marker->row,
                               .id_column = marker->column,
                               .from = from,
                               .to = to,
                               .last_row = OCA_LAST_ROW};
}

/* Takes the markers and keys of the row whose first cell is cells[begin], and returns the first cell below it. */
static size_t take_row(oca_keyed_tables *out, oca_arena *mem, const oca_worksheet *sheet, size_t first, size_t begin) {
    const oca_workbook_cells *cells = &sheet->cells;
    size_t end = begin, made = out->n;
    for (; end < cells->n && cells->at[end].row == cells->at[begin].row; end++)
        if (is_marker(out, first, &cells->at[end]) && out->n < MOST_TABLES)
            start_table(out, mem, sheet, first, &cells->at[end]);
    for (size_t t = made; t < out->n; t++)
        out->at[t].first_cell = end;
    for (size_t i = begin; i < end; i++) {
        const oca_workbook_cell *cell = &cells->at[i];
        size_t t = made;
        while (t < out->n && (cell->column < out->at[t].from || cell->column > out->at[t].to))
            t++;
        if (t == out->n || looks_like_marker(cell) || cell->formula || out->at[t].keys.n >= OCA_MOST_KEYS)
            continue;
        oca_keyed *key = OCA_ADD(mem, &out->at[t].keys);
        *key = (oca_keyed){.column = cell->column, .key = key_of(mem, cell)};
    }
    return end;
}

bool oca_keys_find(oca_keyed_tables *out, oca_arena *mem, const oca_workbook *workbook, oca_faults *faults) {
    for (size_t s = 0; s < workbook->sheets.n; s++) {
        const oca_worksheet *sheet = &workbook->sheets.at[s];
        size_t first = out->n;
        for (size_t i = 0, row = 0; i < sheet->cells.n; i++) {
            if (i == 0 || sheet->cells.at[i].row != sheet->cells.at[i - 1].row)
                row = i;
            if (is_marker(out, first, &sheet->cells.at[i]) && out->n < MOST_TABLES)
                i = take_row(out, mem, sheet, first, row) - 1;
        }
    }
    bool wide = false;
    for (size_t i = 0; i < out->n; i++)
        wide |= out->at[i].keys.n >= OCA_MOST_KEYS;
    if (out->n < MOST_TABLES && !wide)
        return true;
    oca_report(faults, OCA_FAULT, workbook->file, 0, "the workbook is not what it seems: it has %d %s or more",
               wide ? (int)OCA_MOST_KEYS : (int)MOST_TABLES,
               wide ? oca_message("columns in a table") : oca_message("tables"));
    return false;
}

static int by_column(const void *left, const void *right) {
    return ((const oca_keyed *)left)->column - ((const oca_keyed *)right)->column;
}

const oca_keyed *oca_key_at(const oca_keyed_table *table, int column) {
    oca_keyed wanted = {.column = column};
    return table->keys.n ? bsearch(&wanted, table->keys.at, table->keys.n, sizeof wanted, by_column) : NULL;
}

oca_where oca_keyed_where(oca_arena *mem, const oca_keyed_table *table, int row, int column) {
    /* By hand: each cell that is read has such a place, and printf would take most of the time. */
    enum { LONGEST_CELL = 12 }; /* "!XFD1048576" */
    size_t n = strlen(table->sheet_called), at = n + LONGEST_CELL;
    char *cell = oca_alloc(mem, at + 1);
    memcpy(cell, table->sheet_called, n);
    for (int r = row + 1; r > 0; r /= 10)
        cell[--at] = (char)('0' + r % 10);
    for (int c = column + 1; c > 0; c = (c - 1) / 26)
        cell[--at] = (char)('A' + (c - 1) % 26);
    cell[n] = '!';
    memmove(cell + n + 1, cell + at, n + LONGEST_CELL - at + 1);
    return (oca_where){.cell = cell};
}
