#include "joining.h"

#include <stdlib.h>
#include <string.h>

/* An edit, and what it is sorted by. */
typedef struct {
    const oca_edit *edit;
    size_t copy, number; /* of the copy, and its place among the copy's edits */
    const char *row;     /* its id; of a row that is new, all that it says */
    size_t first;        /* the least `number` among edits of the same row, then cell, in any copy */
} entry;

typedef struct {
    oca_arena *mem;
    entry *at;
    size_t n, base;
    size_t new_rows; /* of the table so far */
    oca_joined *out;
} joiner;

static int text_order(const char *a, const char *b) {
    return a && b ? strcmp(a, b) : !b - !a;
}

static int same_row_order(const entry *a, const entry *b) {
    int order = strcmp(a->edit->table, b->edit->table);
    return order ? order : strcmp(a->row, b->row);
}

/* Rows together, in each the cells together: the row itself first. */
static int by_cell(const void *left, const void *right) {
    const entry *a = left, *b = right;
    int order = same_row_order(a, b);
    if (!order)
        order = text_order(a->edit->column ? a->edit->column : "", b->edit->column ? b->edit->column : "");
    if (!order && a->copy != b->copy)
        order = a->copy < b->copy ? -1 : 1;
    return order ? order : a->number < b->number ? -1 : a->number > b->number;
}

/* Rows by where they stand first in any copy. */
static int by_appearance(const void *left, const void *right) {
    const entry *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return by_cell(left, right);
}

static bool is_new(const oca_edit *edit) {
    return edit->row[0] == '+';
}

/* What a new row says, so that the same one is known in another copy; the second of its like in one copy is another. */
static const char *content_of(oca_arena *mem, const oca_edits *edits, size_t first, size_t end,
                              const oca_strings *seen) {
    oca_buffer text = {.mem = mem};
    for (size_t i = first; i < end; i++)
        oca_buffer_print(&text, "+%s=%s\n", edits->at[i].column ? edits->at[i].column : "",
                         edits->at[i].new_value ? edits->at[i].new_value : "");
    while (oca_holds(seen, text.at))
        oca_buffer_print(&text, "again");
    return text.at;
}

static void add_copy(joiner *j, const oca_edits *edits, size_t copy) {
    oca_strings seen = {0};
    for (size_t i = 0; i < edits->n;) {
        const oca_edit *edit = &edits->at[i];
        size_t end = i + 1;
        const char *row = edit->row;
        if (is_new(edit)) {
            while (end < edits->n && oca_equal(edits->at[end].row, row) && oca_equal(edits->at[end].table, edit->table))
                end++;
            row = content_of(j->mem, edits, i, end, &seen);
            *(const char **)OCA_ADD(j->mem, &seen) = row;
        }
        for (; i < end; i++)
            j->at[j->n++] = (entry){&edits->at[i], copy, i, row, 0};
    }
}

/* The end of the entries of one row, or of one cell of it. */
static size_t end_of(const joiner *j, size_t first, bool cell) {
    size_t end = first + 1;
    while (end < j->n && same_row_order(&j->at[first], &j->at[end]) == 0 &&
           (!cell || oca_equal(j->at[first].edit->column, j->at[end].edit->column)))
        end++;
    return end;
}

/* A row has one place in all copies, so that its entries stay together. */
static void find_first(joiner *j) {
    if (j->n == 0)
        return;
    qsort(j->at, j->n, sizeof *j->at, by_cell);
    for (size_t i = 0, end; i < j->n; i = end) {
        size_t first = j->at[i].number;
        end = end_of(j, i, false);
        for (size_t k = i; k < end; k++)
            first = j->at[k].number < first ? j->at[k].number : first;
        for (size_t k = i; k < end; k++)
            j->at[k].first = first;
    }
    qsort(j->at, j->n, sizeof *j->at, by_appearance);
}

/* The conflict of a cell, or of a row (`column` NULL), with a claim for each entry. */
static void add_conflict(joiner *j, size_t first, size_t end, const char *column) {
    oca_cell_conflict *conflict = OCA_ADD(j->mem, &j->out->conflicts);
    const oca_edit *edit = j->at[first].edit;
    *conflict = (oca_cell_conflict){.table = edit->table, .row = edit->row, .column = column};
    conflict->before = column ? edit->old_value : NULL;
    for (size_t i = first; i < end; i++) {
        const oca_edit *own = j->at[i].edit;
        bool told = false; /* of a row, each copy speaks once */
        for (size_t k = 0; k < conflict->claims.n; k++)
            told |= !column && conflict->claims.at[k].copy == j->at[i].copy;
        if (!told)
            *(oca_cell_claim *)OCA_ADD(j->mem, &conflict->claims) =
                (oca_cell_claim){j->at[i].copy, own->new_value, own->place};
    }
}

static void join_cell(joiner *j, size_t first, size_t end, const char *row) {
    bool has_base = false;
    for (size_t i = first; i < end; i++) {
        has_base |= j->at[i].copy == j->base;
        if (!oca_equal(j->at[i].edit->new_value, j->at[first].edit->new_value)) {
            add_conflict(j, first, end, j->at[first].edit->column);
            return;
        }
    }
    if (has_base)
        return;
    oca_edit *edit = OCA_ADD(j->mem, &j->out->edits);
    *edit = *j->at[first].edit;
    edit->row = row;
}

static void join_row(joiner *j, size_t first, size_t end) {
    const char *row = j->at[first].edit->row;
    size_t taken_out = 0;
    for (size_t i = first; i < end; i++)
        taken_out += !j->at[i].edit->column && !j->at[i].edit->new_value;
    if (taken_out && taken_out < end - first) {
        add_conflict(j, first, end, NULL);
        return;
    }
    if (is_new(j->at[first].edit))
        row = oca_format_text(j->mem, "+%zu", ++j->new_rows);
    for (size_t i = first, next; i < end; i = next) {
        next = end_of(j, i, true);
        join_cell(j, i, next, row);
    }
}

oca_joined oca_edits_join(oca_arena *mem, const oca_edits *copies, size_t n, size_t base) {
    oca_joined joined = {.edits = {0}};
    joiner joining = {.mem = mem, .base = base, .out = &joined}, *j = &joining;
    size_t all = 0;
    for (size_t i = 0; i < n; i++)
        all += copies[i].n;
    if (!all)
        return joined;
    j->at = oca_alloc(mem, all * sizeof *j->at);
    for (size_t i = 0; i < n; i++)
        add_copy(j, &copies[i], i);
    find_first(j);
    for (size_t i = 0, end; i < j->n; i = end) {
        end = end_of(j, i, false);
        join_row(j, i, end);
    }
    return joined;
}

static bool says_the_same(const oca_form_table *a, const oca_form_row *x, const oca_form_table *b,
                          const oca_form_row *y) {
    for (size_t i = 0; i < a->columns.n && i < b->columns.n; i++)
        if (!oca_equal(x->cells[i], y->cells[i]))
            return false;
    return a->columns.n == b->columns.n;
}

/* Gives rows of the copy the ids of the record's rows that are not taken yet: of those that say the same, or of those
 * in the same place. */
static void give_ids(const oca_form_table *record, oca_form_table *copy, const char *const *ids, bool *taken,
                     bool by_place) {
    for (size_t i = 0; i < copy->rows.n; i++)
        for (size_t k = 0; !copy->rows.at[i].id && k < record->rows.n; k++) {
            bool fits = by_place ? oca_equal(ids[i], record->rows.at[k].id)
                                 : says_the_same(record, &record->rows.at[k], copy, &copy->rows.at[i]);
            if (!fits || taken[k])
                continue;
            copy->rows.at[i].id = record->rows.at[k].id;
            taken[k] = true;
        }
}

void oca_form_align(oca_arena *mem, const oca_form *record, oca_form *copy) {
    for (size_t i = 0; i < copy->n; i++) {
        oca_form_table *table = &copy->at[i];
        const oca_form_table *before = record ? oca_form_find(record, table->name) : NULL;
        if (!table->grows || table->named)
            continue;
        const char **ids = oca_alloc(mem, table->rows.n * sizeof *ids);
        for (size_t k = 0; k < table->rows.n; k++) {
            ids[k] = table->rows.at[k].id;
            table->rows.at[k].id = NULL;
        }
        if (!before)
            continue;
        bool *taken = oca_alloc(mem, before->rows.n * sizeof *taken);
        give_ids(before, table, ids, taken, false);
        give_ids(before, table, ids, taken, true);
    }
}
