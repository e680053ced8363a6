#include "table.h"

#include "words.h"

void oca_table_column(oca_arena *mem, oca_table *table, const char *heading, const char *field, oca_align align) {
    oca_column *column = OCA_ADD(mem, &table->columns);
    *column = (oca_column){heading, field, align};
}

void oca_table_reserve(oca_arena *mem, oca_table *table, size_t rows) {
    oca_list_reserve(mem, &table->cells, sizeof *table->cells.at, rows * table->columns.n);
}

static void add(oca_arena *mem, oca_table *table, oca_cell cell) {
    oca_cell *place = OCA_ADD(mem, &table->cells);
    *place = cell;
}

void oca_table_text(oca_arena *mem, oca_table *table, const char *text) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_TEXT, .text = text});
}

void oca_table_number(oca_arena *mem, oca_table *table, double value, int decimals) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_NUMBER, .value = value, .decimals = decimals});
}

void oca_table_date(oca_arena *mem, oca_table *table, oca_day day) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_DATE, .day = day});
}

void oca_table_undefined(oca_arena *mem, oca_table *table, const char *reason) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_UNDEFINED, .text = reason, .tone = OCA_TONE_FAINT});
}

void oca_table_maybe(oca_arena *mem, oca_table *table, oca_number value, int decimals, const char *reason) {
    if (value.given)
        oca_table_number(mem, table, value.value, decimals);
    else
        oca_table_undefined(mem, table, reason);
}

void oca_table_points(oca_arena *mem, oca_table *table, oca_number points, int decimals, const char *reason) {
    oca_table_maybe(mem, table, points, decimals, reason);
    table->cells.at[table->cells.n - 1].bar = points;
}

void oca_table_bar(oca_table *table, double share) {
    table->cells.at[table->cells.n - 1].bar = oca_given(share);
}

void oca_table_tone(oca_table *table, oca_tone tone) {
    table->cells.at[table->cells.n - 1].tone = tone;
}

size_t oca_table_rows(const oca_table *table) {
    return table->columns.n ? table->cells.n / table->columns.n : 0;
}

const char *oca_cell_shown(oca_arena *mem, const oca_cell *cell) {
    switch (cell->kind) {
    case OCA_CELL_TEXT:
        return cell->text ? cell->text : "";
    case OCA_CELL_NUMBER:
        return oca_number_shown(mem, cell->value, cell->decimals);
    case OCA_CELL_DATE:
        return oca_day_text(mem, cell->day);
    case OCA_CELL_UNDEFINED:
        return OCA_UNDEFINED_SHOWN;
    }
    return "";
}
