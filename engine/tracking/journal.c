#include "journal.h"

#include "../document/tree.h"
#include "values.h"

#include <string.h>

size_t oca_journal_length(const oca_plan *plan) {
    return plan->journal ? plan->journal->changes.n : 0;
}

void oca_journal_add(oca_arena *mem, oca_plan *plan, oca_change change) {
    if (!plan->journal)
        plan->journal = oca_alloc(mem, sizeof *plan->journal);
    *(oca_change *)OCA_ADD(mem, &plan->journal->changes) = change;
}

static const char *or_empty(const char *text) {
    return text ? text : "";
}

static bool same_change(const oca_change *a, const oca_change *b) {
    return a->date.day == b->date.day && oca_equal(a->action, b->action) && oca_equal(a->item, b->item) &&
           oca_equal(a->field, b->field) && oca_equal(or_empty(a->old_value), or_empty(b->old_value)) &&
           oca_equal(or_empty(a->new_value), or_empty(b->new_value)) && oca_equal(a->by, b->by);
}

size_t oca_journal_common(const oca_plan *a, const oca_plan *b) {
    size_t n = 0, most = oca_journal_length(a) < oca_journal_length(b) ? oca_journal_length(a) : oca_journal_length(b);
    while (n < most && same_change(&a->journal->changes.at[n], &b->journal->changes.at[n]))
        n++;
    return n;
}

/* Undoing. */

static void remove_note(oca_plan_action *action, const char *text) {
    for (size_t i = action->notes.n; i-- > 0;)
        if (oca_equal(action->notes.at[i].text, text)) {
            memmove(&action->notes.at[i], &action->notes.at[i + 1],
                    (action->notes.n - i - 1) * sizeof *action->notes.at);
            action->notes.n--;
            return;
        }
}

static void remove_evidence(oca_plan_action *action, const char *text) {
    for (size_t i = action->evidence.n; i-- > 0;)
        if (oca_equal(oca_evidence_text(&action->evidence.at[i]), text)) {
            memmove(&action->evidence.at[i], &action->evidence.at[i + 1],
                    (action->evidence.n - i - 1) * sizeof *action->evidence.at);
            action->evidence.n--;
            return;
        }
}

static void undo_added(oca_plan_action *action) {
    action->state = OCA_DEFERRED;
    action->start = action->due = action->revised_start = action->revised_due = (oca_date){0};
}

/* The reason that stood before the change at `number`: that of the last one before it which has any. */
static const char *reason_before(const oca_plan *plan, size_t number) {
    const oca_change *changes = plan->journal->changes.at;
    for (size_t i = number; i-- > 0;)
        if (changes[i].reason && oca_equal(changes[i].action, changes[number].action))
            return changes[i].reason;
    return NULL;
}

static void undo_of_action(oca_arena *mem, oca_plan *plan, size_t number) {
    const oca_change *change = &plan->journal->changes.at[number];
    oca_plan_action *action = oca_plan_find_action(plan, change->action);
    const char *old = or_empty(change->old_value), *now = or_empty(change->new_value), *field = change->field;
    if (!action)
        return;
    if (oca_equal(field, "action"))
        undo_added(action);
    else if (oca_equal(field, "note"))
        remove_note(action, now);
    else if (oca_equal(field, "evidence"))
        remove_evidence(action, now);
    else {
        /* The first move of a date tells the date first planned as the old one. */
        const char *first = oca_equal(field, "revised-start") ? "start"
                            : oca_equal(field, "revised-due") ? "due"
                                                              : NULL;
        bool unmoved = first && oca_equal(oca_action_value(mem, action, first), old);
        oca_action_put(mem, action, field, unmoved ? "" : old);
        if (change->reason)
            action->reason = reason_before(plan, number);
    }
}

static void undo_of_item(oca_arena *mem, oca_plan *plan, const oca_change *change) {
    oca_plan_weakness *weakness = oca_plan_find_weakness(plan, change->item);
    oca_find_out *unknown = oca_plan_find_unknown(plan, change->item);
    const char *field = change->field, *old = or_empty(change->old_value);
    for (const char *const *name = oca_find_out_values; unknown && *name; name++)
        if (oca_equal(*name, field))
            oca_find_out_put(mem, unknown, field, old);
    for (const char *const *name = oca_weakness_values; weakness && *name; name++)
        if (oca_equal(*name, field))
            oca_weakness_put(mem, plan, weakness, field, old);
    if (weakness && (oca_equal(field, "state") || oca_equal(field, "weakness")))
        weakness->state = OCA_LATER;
}

static void undo(oca_arena *mem, oca_plan *plan, size_t number) {
    const oca_change *change = &plan->journal->changes.at[number];
    if (change->action)
        undo_of_action(mem, plan, number);
    else
        undo_of_item(mem, plan, change);
}

static oca_plan copy_of(oca_arena *mem, const oca_plan *plan) {
    oca_plan *copy = oca_element_copy(mem, oca_plan_format.shape, plan);
    return *copy;
}

oca_plan oca_plan_rewound(oca_arena *mem, const oca_plan *plan, size_t length) {
    oca_plan out = copy_of(mem, plan);
    for (size_t i = oca_journal_length(&out); i-- > length;)
        undo(mem, &out, i);
    if (out.journal && out.journal->changes.n > length)
        out.journal->changes.n = length;
    return out;
}

oca_plan oca_plan_on_day(oca_arena *mem, const oca_plan *plan, oca_day day) {
    oca_plan out = copy_of(mem, plan);
    for (size_t i = oca_journal_length(&out); i-- > 0;)
        if (out.journal->changes.at[i].date.day > day)
            undo(mem, &out, i);
    return out;
}

oca_day oca_journal_newest_day(const oca_plan *plan) {
    oca_day newest = plan->origin ? plan->origin->date.day : 0;
    for (size_t i = 0; i < oca_journal_length(plan); i++)
        if (plan->journal->changes.at[i].date.day > newest)
            newest = plan->journal->changes.at[i].date.day;
    return newest;
}
