#include "filled.h"

#include "../base/words.h"
#include "filled_parts.h"

#include <stdlib.h>
#include <string.h>

/* Of all tables together; no workbook that people fill in comes near. */
enum { MOST_ROWS = 20000, MOST_VALUES = 1000000, MOST_BYTES = 64 << 20, MOST_MERGED = 1000, MOST_WORDS = 10000 };

/* One row of one sheet. */
typedef struct {
    int row;
    const oca_workbook_cell *cells; /* its cells, in order */
    size_t n;
} line;

bool oca_filled_has_tables(const oca_workbook *workbook) {
    for (size_t s = 0; s < workbook->sheets.n; s++)
        for (size_t i = 0; i < workbook->sheets.at[s].cells.n; i++) {
            const oca_workbook_cell *cell = &workbook->sheets.at[s].cells.at[i];
            if (cell->kind == OCA_VALUE_TEXT && strncmp(cell->text, "oca:", 4) == 0 && !cell->formula)
                return true;
        }
    return false;
}

static const oca_workbook_cell *cell_in(const line *l, int column) {
    size_t low = 0, high = l->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (l->cells[middle].column < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < l->n && l->cells[low].column == column ? &l->cells[low] : NULL;
}

/* The next row that has cells of the table, from cells[*at] on; false below its last. */
static bool next_line(const oca_keyed_table *found, size_t *at, line *out) {
    const oca_workbook_cells *cells = &found->sheet->cells;
    if (*at >= cells->n || cells->at[*at].row > found->last_row)
        return false;
    *out = (line){.row = cells->at[*at].row, .cells = &cells->at[*at]};
    while (*at < cells->n && cells->at[*at].row == out->row)
        ++*at, out->n++;
    return true;
}

/* What is typed in the id column, "" for nothing. */
static const char *id_of(oca_filling *r, const oca_keyed_table *found, const line *l) {
    static const oca_form_column text = {.key = "id", .kind = OCA_COLUMN_TEXT};
    const oca_workbook_cell *cell = cell_in(l, found->id_column);
    const char *id = NULL;
    if (!oca_typed_read(&id, r->mem, cell, &text, &r->words, false, &r->wrong))
        FAULT(oca_keyed_where(r->mem, found, l->row, found->id_column), "here belongs the id of the row: %s",
              r->wrong.at);
    return id ? id : "";
}

static int by_row_id(const void *left, const void *right) {
    const oca_form_row *const *a = left, *const *b = right;
    return strcmp((*a)->id, (*b)->id);
}

/* The rows of the record that have an id, to be found by it. */
static void sort_record(oca_filling_table *t) {
    const oca_form_table *record = t->record;
    t->sorted = oca_alloc(t->r->mem, record->rows.n * sizeof *t->sorted);
    for (size_t i = 0; i < record->rows.n; i++)
        if (record->rows.at[i].id)
            t->sorted[t->n_sorted++] = &record->rows.at[i];
    if (t->n_sorted)
        qsort(t->sorted, t->n_sorted, sizeof *t->sorted, by_row_id);
}

static const oca_form_row *record_row(const oca_filling_table *t, const char *id) {
    const oca_form_row wanted = {.id = id}, *key = &wanted;
    const oca_form_row **found =
        id && t->n_sorted ? bsearch(&key, t->sorted, t->n_sorted, sizeof key, by_row_id) : NULL;
    return found ? *found : NULL;
}

static const char *value_of(const oca_form_table *record, const oca_form_row *row, const char *key) {
    size_t i = row ? oca_column_of(record, key) : record->columns.n;
    return i < record->columns.n ? row->cells[i] : NULL;
}

/* The list of words for people, "oca:words": its column `shown`. */
static void read_words(oca_filling *r) {
    for (size_t i = 0; i < r->found.n; i++) {
        const oca_keyed_table *found = &r->found.at[i];
        size_t at = found->first_cell, k = 0;
        line l;
        if (!oca_equal(found->name, "words"))
            continue;
        while (k < found->keys.n && !oca_equal(found->keys.at[k].key, "shown"))
            k++;
        while (k < found->keys.n && next_line(found, &at, &l)) {
            const oca_workbook_cell *id = cell_in(&l, found->id_column), *shown = cell_in(&l, found->keys.at[k].column);
            if (id && shown && id->kind == OCA_VALUE_TEXT && shown->kind == OCA_VALUE_TEXT && r->words.n < MOST_WORDS)
                oca_shown_word_add(&r->words, r->mem, oca_typed_text(r->mem, id->text),
                                   oca_typed_text(r->mem, shown->text));
        }
    }
}

/* The columns of the form: those of the record that some sheet shows, in its order, then what `rest` permits. */
static void find_columns(oca_filling_table *t) {
    oca_filling *r = t->r;
    for (size_t c = 0; c <= t->record->columns.n; c++)
        for (size_t i = 0; i < r->found.n; i++) {
            const oca_keyed_table *found = &r->found.at[i];
            for (size_t k = 0; oca_equal(found->name, t->record->name) && k < found->keys.n; k++) {
                const char *key = found->keys.at[k].key;
                size_t known = oca_column_of(t->record, key);
                bool wanted =
                    known == c && (known < t->record->columns.n || (t->record->rest && *key && !oca_equal(key, "-")));
                if (!wanted || t->out->columns.n >= OCA_MOST_KEYS || oca_column_of(t->out, key) < t->out->columns.n)
                    continue; /* what there is no room for is told as not carried */
                oca_form_column *column = OCA_ADD(r->mem, &t->out->columns);
                *column = known < t->record->columns.n ? t->record->columns.at[known] : *t->record->rest;
                column->key = key;
            }
        }
}

/* True if the row holds anything in a column that is read back; a formula there is a fault, which read_cell tells. */
static bool says_anything(const oca_filling_table *t, const oca_keyed_table *found, const line *l) {
    for (size_t i = 0; i < l->n; i++) {
        const oca_workbook_cell *cell = &l->cells[i];
        const oca_keyed *key = oca_key_at(found, cell->column);
        if (key && key->at < t->out->columns.n &&
            (cell->formula || cell->kind != OCA_VALUE_TEXT || *oca_typed_text(&t->r->scratch, cell->text)))
            return true;
    }
    return false;
}

/* The merged area, more than its first cell, in which the cell lies; NULL if none. */
static const oca_merged *covering(const oca_worksheet *sheet, int row, int column) {
    for (size_t i = 0; i < sheet->merged.n && i < MOST_MERGED; i++) {
        const oca_merged *area = &sheet->merged.at[i];
        if (row >= area->row && row <= area->last_row && column >= area->column && column <= area->last_column &&
            !(row == area->row && column == area->column))
            return area;
    }
    return NULL;
}

/* A cell that a merged area swallowed has no value of its own: whether it was emptied, or shares the value of the
 * rows above, nobody can tell. */
static void check_merged(oca_filling_table *t, const oca_keyed_table *found, int row, int column, const char *before) {
    oca_filling *r = t->r;
    const oca_merged *area = found->sheet->merged.n ? covering(found->sheet, row, column) : NULL;
    if (area && (before || area->last_row > area->row))
        FAULT(oca_keyed_where(r->mem, found, row, column),
              "this cell is merged with %s; split them, so that each has "
              "a value of its own",
              oca_cell_called(r->mem, area->row, area->column));
}

/* True if the workbook could show no more than the beginning of the text. */
static bool is_longer_than_a_cell(const char *text) {
    enum { MOST = 32767 }; /* UTF-16 units, as Excel counts */
    if (!text || strlen(text) <= MOST)
        return false;
    size_t units = 0;
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        units += ((*c & 0xC0) != 0x80) + (*c >= 0xF0);
    return units > MOST;
}

/* Reads the value under a key into the row, which holds what the record says there. */
static void read_cell(oca_filling_table *t, const oca_keyed_table *found, const line *l, oca_form_row *row,
                      const oca_keyed *key) {
    oca_filling *r = t->r;
    size_t at = key->at;
    if (at == t->out->columns.n)
        return;
    const oca_form_column *kind = &t->out->columns.at[at];
    if (t->record->n_by_row)
        kind = oca_form_column_at(t->record, row->id ? row->id : "", key->key);
    const char *before = row->cells[at], *typed = NULL;
    const oca_workbook_cell *cell = cell_in(l, key->column);
    oca_where where = oca_keyed_where(r->mem, found, l->row, key->column);
    row->places[at] = where.cell;
    if (!oca_typed_read(&typed, r->mem, cell, kind, &r->words, r->workbook->date1904, &r->wrong)) {
        FAULT(where, "%s", r->wrong.at);
        typed = before;
    }
    if (!cell)
        check_merged(t, found, l->row, key->column, before);
    bool same = oca_typed_same(&r->scratch, before, typed);
    if (!same && is_longer_than_a_cell(before))
        WARN(where, "the record has more here than a cell can hold; what is typed takes the place of all of it");
    row->cells[at] = same ? before : typed;
    r->bytes += row->cells[at] ? strlen(row->cells[at]) : 0;
}

static void add_row(oca_filling_table *t, const oca_keyed_table *found, const line *l, const char *id) {
    oca_filling *r = t->r;
    size_t n = t->out->columns.n;
    oca_form_row *row = OCA_ADD(r->mem, &t->out->rows);
    row->id = *id ? id : NULL;
    row->cells = oca_alloc(r->mem, n * sizeof *row->cells);
    row->places = oca_alloc(r->mem, n * sizeof *row->places);
    oca_noted *note = *id ? OCA_ADD(r->mem, &t->ids) : OCA_ADD(r->mem, &t->new_rows);
    *note = (oca_noted){row->id, oca_keyed_where(r->mem, found, l->row, found->id_column), t->out->rows.n - 1};
    const oca_form_row *before = record_row(t, row->id);
    for (size_t i = 0; i < n; i++) { /* what this sheet does not show stays */
        row->cells[i] = before && t->from[i] < t->record->columns.n ? before->cells[t->from[i]] : NULL;
        row->places[i] = note->where.cell;
    }
    for (size_t k = 0; k < found->keys.n; k++)
        read_cell(t, found, l, row, &found->keys.at[k]);
    oca_arena_free(&r->scratch);
}

static void read_row(oca_filling_table *t, const oca_keyed_table *found, const line *l) {
    oca_filling *r = t->r;
    const char *id = id_of(r, found, l);
    if (oca_equal(id, "-") || (!*id && !says_anything(t, found, l)))
        return;
    oca_where where = oca_keyed_where(r->mem, found, l->row, found->id_column);
    if (!*id && t->record->named)
        FAULT(where, "this row needs its id here, such as p07");
    else if (!*id && !t->record->grows)
        FAULT(where,
              "this row has no id here, so that nobody knows what it is about%s; write it back, or move what "
              "stands here to a sheet of its own",
              t->told_missing++ < 3 ? oca_missing_ids(t) : "");
    else
        add_row(t, found, l, id);
}

/* True, with a fault, once the tables hold more than any that people filled in. */
static bool is_too_large(oca_filling *r) {
    const char *what = r->rows > MOST_ROWS       ? N_("the tables of the workbook have more than 20,000 rows")
                       : r->values > MOST_VALUES ? N_("the tables of the workbook have more than 1,000,000 cells")
                       : r->bytes > MOST_BYTES   ? N_("what is typed in the workbook is more than 64 MiB")
                                                 : NULL;
    if (what)
        oca_report(r->faults, OCA_FAULT, r->workbook->file, 0, "%s", oca_message(what));
    return what;
}

/* True if the row below the keys is one of the record and not the headings for people, which somebody deleted: it has
 * an id of the record, and shows at least one of its values. */
static bool has_no_headings(oca_filling_table *t, const oca_keyed_table *found, const line *l) {
    oca_filling *r = t->r;
    const oca_form_row *before = record_row(t, id_of(r, found, l));
    bool shows = false;
    for (size_t k = 0; before && !shows && k < found->keys.n; k++) {
        const oca_workbook_cell *cell = cell_in(l, found->keys.at[k].column);
        const char *key = found->keys.at[k].key, *was = value_of(t->record, before, key), *typed = NULL;
        const oca_form_column *kind = oca_form_column_at(t->record, before->id, key);
        if (was && kind && cell && oca_typed_read(&typed, r->mem, cell, kind, &r->words, false, &r->wrong))
            shows = oca_typed_same(&r->scratch, was, typed);
    }
    return shows;
}

/* Rows of one sheet. */
static bool read_rows(oca_filling_table *t, const oca_keyed_table *found) {
    oca_filling *r = t->r;
    size_t at = found->first_cell;
    line l;
    if (next_line(found, &at, &l) && has_no_headings(t, found, &l))
        at = found->first_cell;
    while (next_line(found, &at, &l)) {
        r->rows++;
        r->values += t->out->columns.n + 1;
        if (is_too_large(r))
            return false;
        read_row(t, found, &l);
    }
    return true;
}

static bool read_table(oca_filling *r, oca_form *out, const oca_form_table *record) {
    oca_filling_table t = {.r = r, .record = record};
    bool there = false;
    for (size_t i = 0; i < r->found.n; i++)
        there |= oca_equal(r->found.at[i].name, record->name);
    if (!there)
        return true;
    t.out = OCA_ADD(r->mem, out);
    *t.out = *record;
    t.out->columns.at = NULL, t.out->columns.n = t.out->columns.room = 0;
    t.out->rows.at = NULL, t.out->rows.n = t.out->rows.room = 0;
    sort_record(&t);
    find_columns(&t);
    t.from = oca_alloc(r->mem, t.out->columns.n * sizeof *t.from);
    for (size_t i = 0; i < t.out->columns.n; i++)
        t.from[i] = oca_column_of(record, t.out->columns.at[i].key);
    for (size_t i = 0; i < r->found.n; i++) {
        if (!oca_equal(r->found.at[i].name, record->name))
            continue;
        for (size_t k = 0; k < r->found.at[i].keys.n; k++) /* looked up once, not in every row */
            r->found.at[i].keys.at[k].at = oca_column_of(t.out, r->found.at[i].keys.at[k].key);
        oca_check_keys(&t, &r->found.at[i]);
        if (!read_rows(&t, &r->found.at[i]))
            return false;
    }
    oca_check_rows(&t);
    return true;
}

oca_status oca_filled_read(oca_form *out, oca_arena *mem, const oca_workbook *workbook, const oca_form *record,
                           oca_faults *faults) {
    size_t before = faults->faulty;
    oca_filling r = {.mem = mem, .workbook = workbook, .record = record, .faults = faults, .wrong = {.mem = mem}};
    oca_form form = {0};
    bool read = oca_keys_find(&r.found, mem, workbook, faults);
    if (read)
        read_words(&r);
    for (size_t i = 0; read && i < record->n; i++)
        read = read_table(&r, &form, &record->at[i]);
    if (read)
        oca_filled_tell_extras(mem, workbook, &r.found, record, faults);
    oca_arena_free(&r.scratch);
    *out = read ? form : (oca_form){0};
    return faults->faulty > before ? OCA_FAULTY : OCA_OK;
}
