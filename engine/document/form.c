#include "form.h"

const oca_form_table *oca_form_find(const oca_form *form, const char *table) {
    for (size_t i = 0; i < form->n; i++)
        if (oca_equal(form->at[i].name, table))
            return &form->at[i];
    return NULL;
}

/* `near` is where it is likely to stand. */
static const oca_form_row *find_row(const oca_form_table *table, const char *id, size_t near) {
    if (table && id && near < table->rows.n && oca_equal(table->rows.at[near].id, id))
        return &table->rows.at[near];
    for (size_t i = 0; table && id && i < table->rows.n; i++)
        if (oca_equal(table->rows.at[i].id, id))
            return &table->rows.at[i];
    return NULL;
}

const char *oca_form_value_in(const oca_form_table *table, const oca_form_row *row, const char *column) {
    for (size_t i = 0; row && i < table->columns.n; i++)
        if (oca_equal(table->columns.at[i].key, column))
            return row->cells[i];
    return NULL;
}

const char *oca_form_value(const oca_form *form, const char *table, const char *row, const char *column) {
    const oca_form_table *found = oca_form_find(form, table);
    return oca_form_value_in(found, find_row(found, row, 0), column);
}

const oca_form_column *oca_form_column_at(const oca_form_table *table, const char *row, const char *column) {
    const oca_form_column *found = table->rest;
    for (size_t i = 0; i < table->columns.n; i++)
        if (oca_equal(table->columns.at[i].key, column))
            found = &table->columns.at[i];
    for (size_t i = 0; found && i < table->n_by_row; i++)
        if (oca_equal(table->by_row[i].key, row))
            found = &table->by_row[i];
    return found;
}

/* Comparing one table of a copy with that of its record. */
typedef struct {
    oca_arena *mem;
    const oca_form_table *record; /* NULL: it has no such table */
    const oca_form_table *copy;
    size_t new_rows;
    oca_edits *edits;
} comparison;

static oca_edit *add(comparison *c, const char *row, const char *column, const char *place) {
    oca_edit *edit = OCA_ADD(c->mem, c->edits);
    *edit = (oca_edit){.table = c->copy->name, .row = row, .column = column, .place = place};
    return edit;
}

static const char *place_of(const oca_form_row *row, size_t column) {
    return row->places ? row->places[column] : NULL;
}

static bool is_empty(const oca_form_table *table, const oca_form_row *row) {
    for (size_t i = 0; i < table->columns.n; i++)
        if (row->cells[i])
            return false;
    return true;
}

static void compare_row(comparison *c, size_t number) {
    const oca_form_row *row = &c->copy->rows.at[number], *before = find_row(c->record, row->id, number);
    const char *id = row->id;
    if (!id) {
        if (is_empty(c->copy, row)) /* prepared, and not filled in */
            return;
        id = oca_format_text(c->mem, "+%zu", ++c->new_rows);
    }
    if (c->copy->grows && row->id && !before)
        add(c, id, NULL, c->copy->columns.n ? place_of(row, 0) : NULL)->new_value = id;
    for (size_t i = 0; i < c->copy->columns.n; i++) {
        const char *column = c->copy->columns.at[i].key;
        bool in_place = before && i < c->record->columns.n && oca_equal(c->record->columns.at[i].key, column);
        const char *old_value = in_place ? before->cells[i] : oca_form_value_in(c->record, before, column);
        if (oca_equal(old_value, row->cells[i]))
            continue;
        oca_edit *edit = add(c, id, column, place_of(row, i));
        edit->old_value = old_value;
        edit->new_value = row->cells[i];
    }
}

static void find_taken_out(comparison *c) {
    for (size_t i = 0; c->record && i < c->record->rows.n; i++) {
        const char *id = c->record->rows.at[i].id;
        if (id && !find_row(c->copy, id, i))
            add(c, id, NULL, NULL)->old_value = id;
    }
}

oca_edits oca_form_edits(oca_arena *mem, const oca_form *record, const oca_form *copy) {
    oca_edits edits = {0};
    for (size_t i = 0; i < copy->n; i++) {
        comparison c = {.mem = mem, .copy = &copy->at[i], .edits = &edits};
        c.record = oca_form_find(record, c.copy->name);
        for (size_t k = 0; k < c.copy->rows.n; k++)
            compare_row(&c, k);
        if (c.copy->grows)
            find_taken_out(&c);
    }
    return edits;
}
