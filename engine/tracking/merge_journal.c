/* What a merge enters in the journal; declared in merge_parts.h. */
#include "../base/text.h"
#include "journal.h"
#include "merge_parts.h"

#include <stdlib.h>

static bool is_of(const oca_change *a, const oca_change *b) {
    return oca_equal(a->action, b->action) && oca_equal(a->item, b->item) && oca_equal(a->field, b->field);
}

/* A copy that was tracked elsewhere tells itself how it came to that value: its entries are taken over. */
static bool enter_own(oca_merger *m, const oca_merge_copy *copy, const oca_change *change) {
    bool once = oca_equal(change->field, "note") || oca_equal(change->field, "evidence"); /* each has its own entry */
    const char *last = NULL;
    for (size_t i = copy->common; i < oca_journal_length(&copy->plan); i++) {
        const oca_change *own = &copy->plan.journal->changes.at[i];
        const char *value = own->new_value ? own->new_value : "";
        if (is_of(own, change) && (!once || oca_equal(value, change->new_value)))
            last = value;
    }
    if (!oca_equal(last, change->new_value))
        return false;
    for (size_t i = copy->common; i < oca_journal_length(&copy->plan); i++) {
        oca_change own = copy->plan.journal->changes.at[i];
        if (!is_of(&own, change) || (once && !oca_equal(own.new_value, change->new_value)))
            continue;
        own.element = (oca_element){0};
        oca_journal_add(m->mem, &m->out->plan, own);
        m->out->changes++;
    }
    return true;
}

void oca_merge_enter_life(oca_merger *m, const char *id) {
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_merge_copy *copy = &m->copies.at[i];
        bool any = false;
        for (size_t k = copy->common; k < oca_journal_length(&copy->plan); k++) {
            oca_change own = copy->plan.journal->changes.at[k];
            if (!oca_equal(own.action, id) || oca_equal(own.field, "action"))
                continue;
            own.element = (oca_element){0};
            oca_journal_add(m->mem, &m->out->plan, own);
            m->out->changes++;
            any = true;
        }
        if (any) /* the others tell the same, or are in conflict */
            return;
    }
}

void oca_merge_enter(oca_merger *m, oca_change change) {
    for (size_t i = 0; i < m->copies.n; i++)
        if (enter_own(m, &m->copies.at[i], &change))
            return;
    change.date = (oca_date){true, m->date};
    change.by = m->by;
    oca_journal_add(m->mem, &m->out->plan, change);
    m->out->changes++;
}

/* A change with its place among those that were entered. */
typedef struct {
    oca_change change;
    size_t place;
} entered;

static int by_date(const void *left, const void *right) {
    const entered *a = left, *b = right;
    if (a->change.date.day != b->change.date.day)
        return a->change.date.day < b->change.date.day ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

void oca_merge_sort_entered(oca_merger *m) {
    size_t n = m->out->changes, first = oca_journal_length(&m->out->plan) - n;
    if (n < 2)
        return;
    oca_change *changes = m->out->plan.journal->changes.at + first;
    entered *all = oca_alloc(m->mem, n * sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = (entered){changes[i], i};
    qsort(all, n, sizeof *all, by_date);
    for (size_t i = 0; i < n; i++)
        changes[i] = all[i].change;
}
