#include "merge.h"

#include "../document/plan_check.h"
#include "../document/tree.h"
#include "journal.h"
#include "merge_parts.h"
#include "progress.h"
#include "values.h"

#include <stdlib.h>
#include <string.h>

static const oca_plan_action *twin_of(const oca_plan *plan, const char *id) {
    return oca_plan_find_action(plan, id);
}

/* Fields of one value. */

/* The value with which the record's action was added, before any review changed it. */
static const char *first_value(oca_merger *m, const oca_plan_action *action, const char *name) {
    const oca_plan *record = m->record;
    for (size_t i = 0; i < oca_journal_length(record); i++) {
        const oca_change *change = &record->journal->changes.at[i];
        if (!oca_equal(change->action, action->id) || !oca_equal(change->field, name))
            continue;
        const char *old = change->old_value ? change->old_value : "";
        bool first_planned =
            (oca_equal(name, "revised-start") && oca_equal(old, oca_action_value(m->mem, action, "start"))) ||
            (oca_equal(name, "revised-due") && oca_equal(old, oca_action_value(m->mem, action, "due")));
        return first_planned ? "" : old;
    }
    return oca_action_value(m->mem, action, name);
}

/* A reason alone, where nobody knows what it was: the copy changed none of the fields that it explains. */
static bool is_old_reason(oca_merger *m, const oca_merge_copy *copy, const oca_plan_action *twin,
                          const oca_plan_action *was, const char *name) {
    static const char *const explained[] = {"revised-start", "revised-due", "status"};
    if (!oca_equal(name, "reason") || (was && !copy->rewound))
        return false;
    for (size_t i = 0; was && i < OCA_COUNT(explained); i++)
        if (!oca_equal(oca_action_value(m->mem, twin, explained[i]), oca_action_value(m->mem, was, explained[i])))
            return false;
    return true;
}

static void merge_action_field(oca_merger *m, oca_plan_action *action, const char *name) {
    oca_merge_field field = {.action = action->id, .field = name, .before = oca_action_value(m->mem, action, name)};
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_merge_copy *copy = &m->copies.at[i];
        const oca_plan_action *twin = twin_of(&copy->plan, action->id), *was = twin_of(copy->base, action->id);
        if (twin && !is_old_reason(m, copy, twin, was, name))
            oca_merge_claim(m, &field, copy, oca_action_value(m->mem, twin, name),
                            was ? oca_action_value(m->mem, was, name) : first_value(m, action, name),
                            oca_merge_where(copy, action->id, name, &twin->element), twin);
    }
    const char *value = oca_merge_settle(m, &field);
    if (value && oca_equal(name, "cost")) {
        const oca_plan_action *copied = oca_element_copy(m->mem, &oca_plan_action_shape, field.from);
        action->costs = copied->costs;
    } else if (value)
        oca_action_put(m->mem, action, name, value);
}

/* "for a first revised date old the date first planned; reason stands on those it explains". */
static void enter_action_field(oca_merger *m, const oca_plan_action *was, const oca_plan_action *now,
                               const char *name) {
    const char *old = oca_action_value(m->mem, was, name), *new = oca_action_value(m->mem, now, name);
    if (oca_equal(old, new) || oca_equal(name, "reason"))
        return;
    bool start = oca_equal(name, "revised-start"), due = oca_equal(name, "revised-due");
    bool dropped = oca_equal(name, "status") && now->status == OCA_DROPPED;
    if (!*old && (start || due))
        old = oca_action_value(m->mem, now, start ? "start" : "due");
    oca_merge_enter(m, (oca_change){.action = now->id,
                                    .field = name,
                                    .old_value = old,
                                    .new_value = new,
                                    .reason = start || due || dropped ? now->reason : NULL});
}

static void merge_weakness_field(oca_merger *m, oca_plan_weakness *weakness, const char *name) {
    oca_plan *plan = &m->out->plan;
    oca_merge_field field = {
        .item = weakness->item, .field = name, .before = oca_weakness_value(m->mem, plan, weakness, name)};
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_merge_copy *copy = &m->copies.at[i];
        const oca_plan_weakness *twin = oca_plan_find_weakness(&copy->plan, weakness->item);
        const oca_plan_weakness *was = oca_plan_find_weakness(copy->base, weakness->item);
        if (twin)
            oca_merge_claim(m, &field, copy, oca_weakness_value(m->mem, &copy->plan, twin, name),
                            was ? oca_weakness_value(m->mem, copy->base, was, name) : field.before,
                            oca_merge_where(copy, weakness->item, name, &twin->element), twin);
    }
    const char *value = oca_merge_settle(m, &field);
    if (!value)
        return;
    oca_weakness_put(m->mem, plan, weakness, name, value);
    oca_merge_enter(m,
                    (oca_change){.item = weakness->item, .field = name, .old_value = field.before, .new_value = value});
}

static void merge_unknown_field(oca_merger *m, oca_find_out *unknown, const char *name) {
    oca_merge_field field = {.item = unknown->item, .field = name, .before = oca_find_out_value(m->mem, unknown, name)};
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_merge_copy *copy = &m->copies.at[i];
        const oca_find_out *twin = oca_plan_find_unknown(&copy->plan, unknown->item);
        const oca_find_out *was = oca_plan_find_unknown(copy->base, unknown->item);
        if (twin)
            oca_merge_claim(m, &field, copy, oca_find_out_value(m->mem, twin, name),
                            was ? oca_find_out_value(m->mem, was, name) : field.before,
                            oca_merge_where(copy, unknown->item, name, &twin->element), twin);
    }
    const char *value = oca_merge_settle(m, &field);
    if (!value)
        return;
    oca_find_out_put(m->mem, unknown, name, value);
    oca_merge_enter(m,
                    (oca_change){.item = unknown->item, .field = name, .old_value = field.before, .new_value = value});
}

/* What is only ever added. */

/* The lists of all copies that have the action, at `at` in its struct. */
static size_t join_of_action(oca_merger *m, oca_plan_action *action, size_t at, const oca_shape *shape) {
    OCA_LIST(const void *) others = {0};
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_plan_action *twin = twin_of(&m->copies.at[i].plan, action->id);
        if (twin)
            *(const void **)OCA_ADD(m->mem, &others) = (const unsigned char *)twin + at;
    }
    return oca_merge_join(m, (unsigned char *)action + at, shape, others.at, others.n);
}

static void join_notes(oca_merger *m, oca_plan_action *action) {
    size_t notes = join_of_action(m, action, offsetof(oca_plan_action, notes), &oca_typed_shape);
    size_t evidence = join_of_action(m, action, offsetof(oca_plan_action, evidence), &oca_evidence_shape);
    for (size_t i = action->notes.n - notes; i < action->notes.n; i++)
        oca_merge_enter(m, (oca_change){.action = action->id, .field = "note", .new_value = action->notes.at[i].text});
    for (size_t i = action->evidence.n - evidence; i < action->evidence.n; i++)
        oca_merge_enter(m, (oca_change){.action = action->id,
                                        .field = "evidence",
                                        .new_value = oca_evidence_text(&action->evidence.at[i])});
}

static void join_of_plan(oca_merger *m, size_t at, const oca_shape *shape) {
    const void **others = oca_alloc(m->mem, (m->copies.n + 1) * sizeof *others);
    for (size_t i = 0; i < m->copies.n; i++)
        others[i] = (const unsigned char *)&m->copies.at[i].plan + at;
    m->out->joined += oca_merge_join(m, (unsigned char *)&m->out->plan + at, shape, others, m->copies.n);
}

/* Deferred actions that were given dates; another copy's may stand in the record already. */

static void claim_date(oca_merger *m, oca_merge_field *field, const oca_plan_action *action, const char *name) {
    *field = (oca_merge_field){.action = action->id, .field = name, .before = oca_action_value(m->mem, action, name)};
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_merge_copy *copy = &m->copies.at[i];
        const oca_plan_action *twin = twin_of(&copy->plan, action->id), *was = twin_of(copy->base, action->id);
        if (twin && was && was->state == OCA_DEFERRED && twin->state == OCA_ADDED)
            oca_merge_claim(m, field, copy, oca_action_value(m->mem, twin, name), "",
                            oca_merge_where(copy, action->id, name, &twin->element), twin);
    }
}

static void take_in(oca_merger *m, oca_plan_action *action) {
    oca_merge_field start, due;
    claim_date(m, &start, action, "start");
    claim_date(m, &due, action, "due");
    const char *first = oca_merge_settle(m, &start), *last = oca_merge_settle(m, &due);
    bool agreed = start.conflict.values.n < 2 && due.conflict.values.n < 2 && (first || last);
    if (!agreed || action->state != OCA_DEFERRED)
        return;
    oca_action_put(m->mem, action, "start", first ? first : "");
    oca_action_put(m->mem, action, "due", last ? last : "");
    action->state = OCA_ADDED;
    action->weeks = oca_weeks_of(action);
    oca_merge_enter(m, (oca_change){.action = action->id, .field = "action", .new_value = action->id});
}

static void merge_action(oca_merger *m, oca_plan_action *action) {
    oca_plan_action was = *action;
    take_in(m, action);
    for (const char *const *name = oca_action_values; *name; name++)
        merge_action_field(m, action, *name);
    for (const char *const *name = oca_action_values; *name; name++)
        enter_action_field(m, &was, action, *name);
    join_notes(m, action);
}

/* New actions, by their ids so that the order of the copies makes no difference. */

static int by_id(const void *left, const void *right) {
    const oca_plan_action *a = left, *b = right;
    return strcmp(a->id, b->id);
}

/* Where copies have different actions of one id, the one that says what comes first by its bytes. */
static void add_action(oca_merger *m, oca_plan_weakness *weakness, const char *id) {
    const oca_plan_action *found = NULL;
    const char *said = NULL;
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_plan_action *twin = twin_of(&m->copies.at[i].plan, id);
        const char *says = twin ? oca_element_said(m->mem, &oca_plan_action_shape, twin) : NULL;
        if (twin && (!said || strcmp(says, said) < 0)) {
            found = twin;
            said = says;
        }
    }
    if (!found)
        return;
    oca_plan_action *action = OCA_ADD(m->mem, &weakness->actions);
    *action = *(oca_plan_action *)oca_element_copy(m->mem, &oca_plan_action_shape, found);
    action->element = (oca_element){0};
    action->state = OCA_ADDED;
    action->weeks = oca_weeks_of(action);
}

/* What an action says, in few words, for a conflict about it. */
static const char *told(oca_arena *mem, const oca_plan_action *action) {
    return oca_format_text(mem, "%s (%s, %s)", action->titles.n ? action->titles.at[0].text : action->id,
                           oca_action_value(mem, action, "start"), oca_action_value(mem, action, "due"));
}

/* The same id, with something else under it, in two copies. */
static void claim_twice(oca_merger *m, const oca_plan_action *first) {
    oca_merge_field field = {.action = first->id, .field = "action", .before = ""};
    const char *said = NULL;
    bool differ = false;
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_plan_action *twin = twin_of(&m->copies.at[i].plan, first->id);
        if (!twin)
            continue;
        const char *says = oca_element_said(m->mem, &oca_plan_action_shape, twin);
        differ |= said && !oca_equal(said, says);
        said = says;
        oca_merge_claim(m, &field, &m->copies.at[i], told(m->mem, twin), "", oca_element_where(&twin->element), twin);
    }
    if (differ) {
        field.moved_on = true; /* be it only in what the few words do not tell */
        oca_merge_settle(m, &field);
    }
}

static void add_new_actions(oca_merger *m, oca_plan_weakness *weakness) {
    size_t before = weakness->actions.n;
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_plan_weakness *twin = oca_plan_find_weakness(&m->copies.at[i].plan, weakness->item);
        for (size_t k = 0; twin && k < twin->actions.n; k++)
            if (!oca_plan_find_action(&m->out->plan, twin->actions.at[k].id))
                add_action(m, weakness, twin->actions.at[k].id);
    }
    size_t added = weakness->actions.n - before;
    if (added == 0)
        return;
    if (weakness->state == OCA_LATER)
        weakness->state = OCA_PLANNED;
    qsort(weakness->actions.at + before, added, sizeof *weakness->actions.at, by_id);
    for (size_t i = before; i < weakness->actions.n; i++) {
        const char *id = weakness->actions.at[i].id;
        oca_merge_enter(m, (oca_change){.action = id, .field = "action", .new_value = id});
        oca_merge_enter_life(m, id);
        claim_twice(m, &weakness->actions.at[i]);
    }
}

/* A weakness for later that a copy takes in without actions of its own. */
static void take_in_weakness(oca_merger *m, oca_plan_weakness *weakness) {
    for (size_t i = 0; weakness->state == OCA_LATER && i < m->copies.n; i++) {
        const oca_plan_weakness *twin = oca_plan_find_weakness(&m->copies.at[i].plan, weakness->item);
        if (!twin || twin->state != OCA_PLANNED || twin->actions.n)
            continue;
        weakness->state = OCA_PLANNED;
        oca_merge_enter(
            m, (oca_change){.item = weakness->item, .field = "state", .old_value = "later", .new_value = "planned"});
    }
}

/* Weaknesses that no record has: an action was typed for a statement that is not in the plan. */
static void add_new_weaknesses(oca_merger *m) {
    oca_plan *plan = &m->out->plan;
    for (size_t i = 0; i < m->copies.n; i++)
        for (size_t k = 0; k < m->copies.at[i].plan.weaknesses.n; k++) {
            const oca_plan_weakness *found = &m->copies.at[i].plan.weaknesses.at[k];
            if (oca_plan_find_weakness(plan, found->item))
                continue;
            oca_plan_weakness *weakness = OCA_ADD(m->mem, &plan->weaknesses);
            *weakness = *(oca_plan_weakness *)oca_element_copy(m->mem, &oca_plan_weakness_shape, found);
            weakness->element = (oca_element){0};
            weakness->state = OCA_PLANNED;
            weakness->actions.n = 0;
            oca_merge_enter(m, (oca_change){.item = weakness->item, .field = "weakness", .new_value = weakness->item});
        }
}

static void merge_weakness(oca_merger *m, oca_plan_weakness *weakness) {
    for (const char *const *name = oca_weakness_values; *name; name++)
        merge_weakness_field(m, weakness, *name);
    for (size_t k = 0; k < weakness->actions.n; k++)
        merge_action(m, &weakness->actions.at[k]);
    take_in_weakness(m, weakness);
    add_new_actions(m, weakness);
    OCA_LIST(const void *) notes = {0};
    for (size_t i = 0; i < m->copies.n; i++) {
        const oca_plan_weakness *twin = oca_plan_find_weakness(&m->copies.at[i].plan, weakness->item);
        if (twin)
            *(const void **)OCA_ADD(m->mem, &notes) = &twin->notes;
    }
    m->out->joined += oca_merge_join(m, &weakness->notes, &oca_typed_shape, notes.at, notes.n);
}

oca_status oca_plan_merge(oca_merged *out, oca_arena *mem, const oca_plan *record, const oca_plan_copies *copies,
                          oca_day date, const char *by, oca_faults *faults) {
    oca_merger merging = {.mem = mem, .record = record, .date = date, .by = by, .out = out}, *m = &merging;
    *out = (oca_merged){.changes = 0};
    for (size_t i = 0; i < copies->n; i++)
        oca_merge_prepare(m, &copies->at[i], faults);
    if (oca_faults_status(faults) != OCA_OK)
        return oca_faults_status(faults);
    out->plan = *(oca_plan *)oca_element_copy(mem, oca_plan_format.shape, record);
    add_new_weaknesses(m);
    for (size_t i = 0; i < out->plan.weaknesses.n; i++)
        merge_weakness(m, &out->plan.weaknesses.at[i]);
    for (size_t i = 0; i < out->plan.find_out.n; i++)
        for (const char *const *name = oca_find_out_values; *name; name++)
            merge_unknown_field(m, &out->plan.find_out.at[i], *name);
    join_of_plan(m, offsetof(oca_plan, visits), &oca_visit_shape);
    join_of_plan(m, offsetof(oca_plan, trained), &oca_trained_shape);
    join_of_plan(m, offsetof(oca_plan, signatures), &oca_signed_shape);
    join_of_plan(m, offsetof(oca_plan, notes), &oca_typed_shape);
    oca_merge_sort_entered(m);
    oca_plan_check(mem, &out->plan, faults);
    return oca_faults_status(faults);
}
