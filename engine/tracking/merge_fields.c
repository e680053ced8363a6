/* What the copies claim of one field, and the joining of what is only ever added; declared in merge_parts.h. */
#include "../document/tree.h"
#include "journal.h"
#include "merge_parts.h"

#include <stdlib.h>
#include <string.h>

oca_where oca_merge_where(const oca_merge_copy *copy, const char *id, const char *field, const oca_element *element) {
    const oca_edits *edits = copy->of->edits;
    for (size_t i = 0; edits && i < edits->n; i++) {
        const oca_edit *edit = &edits->at[i];
        if (edit->place && oca_equal(edit->row, id) && (oca_equal(edit->column, field)))
            return (oca_where){.cell = edit->place};
    }
    return element ? oca_element_where(element) : (oca_where){0};
}

bool oca_merge_overtaken(const oca_merger *m, const oca_merge_copy *copy, const char *id, const char *field,
                         const char *value) {
    size_t from = oca_journal_length(copy->base), end = oca_journal_length(m->record);
    for (size_t i = from; i < end; i++) {
        const oca_change *change = &m->record->journal->changes.at[i];
        const char *now = oca_equal(field, "reason") ? change->reason : change->new_value;
        bool same_field = oca_equal(field, "reason") || oca_equal(change->field, field);
        if (same_field && (oca_equal(change->action, id) || oca_equal(change->item, id)) &&
            oca_equal(now ? now : "", value))
            return true;
    }
    return false;
}

void oca_merge_claim(oca_merger *m, oca_merge_field *field, const oca_merge_copy *copy, const char *value,
                     const char *base_value, oca_where where, const void *from) {
    const char *id = field->action ? field->action : field->item;
    if (oca_equal(value, base_value) || oca_equal(value, field->before) ||
        oca_merge_overtaken(m, copy, id, field->field, value))
        return;
    *(oca_claim *)OCA_ADD(m->mem, &field->conflict.claims) = (oca_claim){copy->of, value, where};
    field->moved_on |= !oca_equal(base_value, field->before);
    field->from = from;
    if (!oca_holds(&field->conflict.values, value))
        *(const char **)OCA_ADD(m->mem, &field->conflict.values) = value;
}

const char *oca_merge_settle(oca_merger *m, oca_merge_field *field) {
    oca_strings *values = &field->conflict.values;
    if (values->n == 0)
        return NULL;
    if (values->n == 1 && !field->moved_on)
        return values->at[0];
    oca_sort_strings(values);
    field->conflict.action = field->action;
    field->conflict.item = field->item;
    field->conflict.field = field->field;
    field->conflict.record = field->before;
    *(oca_conflict *)OCA_ADD(m->mem, &m->out->conflicts) = field->conflict;
    return NULL;
}

/* Joining. */

typedef OCA_LIST(void) any_list;

/* An element with all that it says. */
typedef struct {
    const char *said;
    const void *element;
} told;

static int by_what_is_said(const void *left, const void *right) {
    const told *a = left, *b = right;
    return strcmp(a->said, b->said);
}

size_t oca_merge_join(oca_merger *m, void *list, const oca_shape *shape, const void *const *others, size_t n) {
    OCA_LIST(told) known = {0}, found = {0};
    any_list own;
    memcpy(&own, list, sizeof own);
    for (size_t i = 0; i < own.n; i++) {
        const void *element = (const unsigned char *)own.at + i * shape->size;
        *(told *)OCA_ADD(m->mem, &known) = (told){oca_element_said(m->mem, shape, element), element};
    }
    if (known.n)
        qsort(known.at, known.n, sizeof *known.at, by_what_is_said);
    for (size_t k = 0; k < n; k++) {
        any_list other;
        memcpy(&other, others[k], sizeof other);
        for (size_t i = 0; i < other.n; i++) {
            const void *element = (const unsigned char *)other.at + i * shape->size;
            told one = {oca_element_said(m->mem, shape, element), element};
            if (!known.n || !bsearch(&one, known.at, known.n, sizeof one, by_what_is_said))
                *(told *)OCA_ADD(m->mem, &found) = one;
        }
    }
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, by_what_is_said);
    size_t added = 0;
    for (size_t i = 0; i < found.n; i++) {
        if (i && strcmp(found.at[i].said, found.at[i - 1].said) == 0)
            continue;
        void *place = oca_list_add(m->mem, list, shape->size);
        memcpy(place, oca_element_copy(m->mem, shape, found.at[i].element), shape->size);
        memset(place, 0, sizeof(oca_element)); /* it stands nowhere yet */
        added++;
    }
    return added;
}
