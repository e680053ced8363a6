/* What may be wrong with the columns and rows of filled tables, once they are read. */
#include "../base/words.h"
#include "filled_parts.h"

#include <stdlib.h>
#include <string.h>

size_t oca_column_of(const oca_form_table *of, const char *key) {
    size_t i = 0;
    while (i < of->columns.n && !oca_equal(of->columns.at[i].key, key))
        i++;
    return i;
}

void oca_check_keys(oca_filling_table *t, const oca_keyed_table *found) {
    oca_filling *r = t->r;
    for (size_t k = 0; k < found->keys.n; k++) {
        const char *key = found->keys.at[k].key;
        oca_where where = oca_keyed_where(r->mem, found, found->row, found->keys.at[k].column);
        if (!*key || oca_equal(key, "-"))
            continue;
        if (oca_column_of(t->out, key) == t->out->columns.n)
            WARN(where, "the column \"%s\" is not part of the form; it is not carried", key);
        for (size_t i = 0; i < k; i++)
            if (oca_equal(found->keys.at[i].key, key)) {
                FAULT(where, "the column \"%s\" stands twice; first %s; delete one of them", key,
                      oca_where_text(r->mem, oca_keyed_where(r->mem, found, found->row, found->keys.at[i].column)));
                break;
            }
    }
}

static bool was_read(const oca_filling_table *t, const char *id) {
    for (size_t i = 0; i < t->ids.n; i++)
        if (oca_equal(t->ids.at[i].id, id))
            return true;
    return false;
}

const char *oca_missing_ids(const oca_filling_table *t) {
    oca_buffer text = {.mem = t->r->mem};
    size_t n = 0;
    for (size_t i = 0; i < t->record->rows.n && i < OCA_MOST_COMPARED && n < 3; i++) {
        const char *id = t->record->rows.at[i].id;
        if (id && !was_read(t, id))
            oca_buffer_print(&text, "%s%s", n++ ? ", " : "", id);
    }
    return n ? oca_format_text(t->r->mem, oca_message("; missing is %s"), text.at) : "";
}

static int by_id(const void *left, const void *right) {
    const oca_noted *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : a->place < b->place ? -1 : a->place > b->place;
}

static void check_twice(oca_filling_table *t) {
    oca_filling *r = t->r;
    if (t->ids.n)
        qsort(t->ids.at, t->ids.n, sizeof *t->ids.at, by_id);
    for (size_t i = 1; i < t->ids.n; i++)
        if (oca_equal(t->ids.at[i].id, t->ids.at[i - 1].id))
            FAULT(t->ids.at[i].where, "the id \"%s\" stands twice; first %s", t->ids.at[i].id,
                  oca_where_text(r->mem, t->ids.at[i - 1].where));
}

/* True if most of what the record's row says stands in the new one. */
static bool resembles(const oca_filling_table *t, const oca_form_row *made, const oca_form_row *lost) {
    size_t said = 0, same = 0;
    for (size_t i = 0; i < t->record->columns.n; i++) {
        size_t at = oca_column_of(t->out, t->record->columns.at[i].key);
        if (!lost->cells[i] || at == t->out->columns.n)
            continue;
        said++;
        same += oca_equal(lost->cells[i], made->cells[at]);
    }
    return said && 2 * same > said;
}

/* A new row that says what a row of the record said, which is gone: its id was erased. */
static void check_erased(oca_filling_table *t) {
    oca_filling *r = t->r;
    for (size_t i = 0; i < t->record->rows.n && i < OCA_MOST_COMPARED && t->new_rows.n; i++) {
        const oca_form_row *lost = &t->record->rows.at[i];
        bool read = !lost->id || was_read(t, lost->id);
        for (size_t k = 0; !read && k < t->new_rows.n && k < OCA_MOST_COMPARED; k++)
            if (resembles(t, &t->out->rows.at[t->new_rows.at[k].place], lost)) {
                FAULT(t->new_rows.at[k].where, "the id of this row was erased; it seems to be \"%s\": write it back",
                      lost->id);
                break;
            }
    }
}

/* What the record says and no sheet shows any more. */
static void tell_what_stays(oca_filling_table *t) {
    oca_filling *r = t->r;
    for (size_t c = 0; c < t->record->columns.n; c++) {
        bool said = oca_column_of(t->out, t->record->columns.at[c].key) < t->out->columns.n;
        for (size_t i = 0; !said && i < t->record->rows.n; i++)
            if (t->record->rows.at[i].cells[c]) {
                WARN((oca_where){0}, "the column \"%s\" of the table \"%s\" is gone; what the record says there stays",
                     t->record->columns.at[c].key, t->record->name);
                break;
            }
    }
}

void oca_check_rows(oca_filling_table *t) {
    check_twice(t);
    check_erased(t);
    tell_what_stays(t);
}
