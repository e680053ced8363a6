/* Edits taken into an assessment; declared in assessment_form.h.
 *
 * Everything that only changes or adds is done first, so that numbers of rows stay right; what was taken out, and what
 * an edit left bare, goes last. */
#include "../base/words.h"
#include "assessment_editor.h"
#include "fields.h"

#include <string.h>

static void edit_about(oca_editor *e, const oca_edit *edit) {
    const oca_shape *root = oca_assessment_format.shape;
    for (const oca_form_column *fact = oca_about_rows; fact->key; fact++) {
        if (!oca_equal(fact->key, edit->row))
            continue;
        const oca_child *organization = oca_assessment_child("organization");
        bool roots = oca_field_find(root, fact->key) != NULL;
        void *element = roots ? (void *)e->copy : oca_child_add(e->mem, organization, e->copy);
        const oca_shape *shape = roots ? root : organization->shape;
        const oca_field *field = oca_field_find(shape, fact->key);
        if (!edit->new_value && field->required)
            oca_edit_fault(e, edit, oca_format_text(e->mem, oca_message("%s may not be empty"), fact->key));
        else
            oca_edit_set_field(e, edit, shape, element, fact->key, edit->new_value);
        oca_edit_set_cell(element, edit);
        return;
    }
    oca_edit_fault(e, edit, oca_format_text(e->mem, oca_message("there is no such fact as \"%s\""), edit->row));
}

static void edit_bound(oca_editor *e, const oca_edit *edit, const oca_bound_table *bound) {
    const oca_binding *binding = edit->column ? oca_edit_binding_of(bound->bindings, edit->column) : NULL;
    if (edit->column && !binding)
        return;
    const oca_child *child = oca_assessment_child(binding && binding->list ? binding->list : bound->list);
    void *element;
    if (bound->key)
        element = oca_edit_keyed(e, edit, child, e->copy, bound->key, edit->row, edit->new_value != NULL);
    else
        element = oca_child_at(child, e->copy, oca_edit_number_of(e, edit, child, e->copy));
    if (element && binding)
        oca_edit_set_bound(e, edit, binding, child->shape, element);
    if (oca_equal(bound->name, "answers"))
        oca_edit_touch(e, edit->row);
}

/* An edit that takes nothing out. */
static void apply(oca_editor *e, const oca_edit *edit) {
    static const struct {
        const char *table;
        void (*apply)(oca_editor *e, const oca_edit *edit);
    } others[] = {{"about", edit_about},    {"scores", oca_edit_score},       {"tallies", oca_edit_tally},
                  {"notes", oca_edit_note}, {"criteria", oca_edit_criterion}, {"evidence", oca_edit_evidence}};
    for (const oca_bound_table *bound = oca_bound_tables; bound->name; bound++)
        if (oca_equal(bound->name, edit->table))
            edit_bound(e, edit, bound);
    for (size_t i = 0; i < OCA_COUNT(others); i++)
        if (edit->column && oca_equal(others[i].table, edit->table))
            others[i].apply(e, edit);
}

/* What was taken out goes from the last to the first, so that the numbers of the others stay right. */
static void take_out(oca_editor *e, const oca_edit *edit) {
    size_t number = oca_edit_row_number(edit->row);
    for (const oca_bound_table *bound = oca_bound_tables; bound->name; bound++) {
        if (!oca_equal(bound->name, edit->table))
            continue;
        const oca_child *child = oca_assessment_child(bound->list);
        const oca_field *key = bound->key ? oca_field_find(child->shape, bound->key) : NULL;
        for (size_t i = oca_child_count(child, e->copy); i-- > 0;)
            if (oca_equal(key ? oca_field_text(e->mem, oca_child_at(child, e->copy, i), key)
                              : oca_format_text(e->mem, "%zu", i + 1),
                          edit->row))
                oca_child_remove(child, e->copy, i);
        return;
    }
    oca_answer *answer = number ? oca_edit_answer_to(e, edit, oca_edit_item_of(e, edit->row), false) : NULL;
    if (!answer)
        return;
    if (oca_equal(edit->table, "evidence") && number <= answer->evidence.n)
        answer->evidence.at[number - 1] = (oca_evidence){0};
    for (size_t i = 0; oca_equal(edit->table, "notes") && i < answer->scores.n; i++) {
        oca_score *score = &answer->scores.at[i];
        if (oca_equal(score->by, oca_edit_item_of(e, strchr(edit->row, '/') + 1)) && number <= score->notes.n)
            score->notes.at[number - 1] = (oca_text){0};
    }
}

/* Takes the bare children of that name out of an element; `key` does not count. */
static void sweep(const oca_shape *shape, void *element, const char *name, const char *key) {
    const oca_child *child = oca_child_find(shape, name);
    for (size_t i = oca_child_count(child, element); i-- > 0;)
        if (oca_element_is_bare(child->shape, oca_child_at(child, element, i), key))
            oca_child_remove(child, element, i);
}

static void sweep_answer(oca_answer *answer) {
    const oca_shape *shape = oca_assessment_child("answer")->shape;
    const oca_child *scores = oca_child_find(shape, "score");
    for (size_t i = 0; i < answer->scores.n; i++)
        sweep(scores->shape, &answer->scores.at[i], "note", NULL);
    static const char *const parts[] = {"score", "tally", "agreed", "verified", "then", "evidence", "note"};
    for (size_t i = 0; i < OCA_COUNT(parts); i++)
        sweep(shape, answer, parts[i], i == 0 ? "by" : NULL);
}

static bool was_edited(const oca_editor *e, const char *table) {
    for (size_t i = 0; i < e->edits->n; i++)
        if (oca_equal(e->edits->at[i].table, table))
            return true;
    return false;
}

static void sweep_all(oca_editor *e) {
    const oca_child *child = oca_assessment_child("answer");
    for (size_t i = e->copy->answers.n; i-- > 0;) {
        oca_answer *answer = &e->copy->answers.at[i];
        if (!oca_holds(&e->touched, answer->item))
            continue;
        sweep_answer(answer);
        if (oca_element_is_bare(child->shape, answer, "item"))
            oca_child_remove(child, e->copy, i);
    }
    static const struct {
        const char *table, *list, *key;
    } lists[] = {{"answers", "target", "item"},         {"answers", "priority", "item"}, {"measures", "measure", "id"},
                 {"facilitators", "facilitator", NULL}, {"sessions", "session", NULL},   {"consent", "consent", NULL}};
    for (size_t i = 0; i < OCA_COUNT(lists); i++)
        if (was_edited(e, lists[i].table))
            sweep(oca_assessment_format.shape, e->copy, lists[i].list, lists[i].key);
}

const oca_assessment *oca_assessment_edited(oca_arena *mem, const oca_assessment *record, const oca_edits *edits,
                                            oca_faults *faults) {
    if (!edits->n)
        return record;
    oca_editor e = {.mem = mem, .edits = edits, .faults = faults};
    e.copy = oca_element_copy(mem, oca_assessment_format.shape, record);
    for (size_t i = 0; i < edits->n; i++)
        if (edits->at[i].column || edits->at[i].new_value)
            apply(&e, &edits->at[i]);
    for (size_t i = edits->n; i-- > 0;)
        if (!edits->at[i].column && !edits->at[i].new_value)
            take_out(&e, &edits->at[i]);
    sweep_all(&e);
    return e.copy;
}
