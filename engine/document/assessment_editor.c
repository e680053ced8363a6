#include "assessment_editor.h"

#include "../base/words.h"
#include "fields.h"

#include <stdlib.h>
#include <string.h>

void oca_edit_fault(oca_editor *e, const oca_edit *edit, const char *message) {
    oca_report_at(e->faults, OCA_FAULT, e->copy->file, (oca_where){0, edit->place}, "%s", message);
}

void oca_edit_touch(oca_editor *e, const char *item) {
    if (!oca_holds(&e->touched, item))
        *(const char **)OCA_ADD(e->mem, &e->touched) = item;
}

/* Says where the element was typed. */
void oca_edit_set_cell(void *element, const oca_edit *edit) {
    oca_element common;
    memcpy(&common, element, sizeof common);
    common.cell = edit->place;
    memcpy(element, &common, sizeof common);
}

/* Sets an attribute, or clears it (NULL); a fault if it cannot be read. */
void oca_edit_set_field(oca_editor *e, const oca_edit *edit, const oca_shape *shape, void *element, const char *name,
                        const char *text) {
    const oca_field *field = oca_field_find(shape, name);
    oca_buffer wrong = {.mem = e->mem};
    bool given;
    oca_field_clear(element, field);
    if (text && !oca_field_read(element, field, text, strlen(text), &given, e->mem, &wrong))
        oca_edit_fault(e, edit, wrong.at);
}

static bool is_answer_word(const char *text) {
    return oca_equal(text, "na") || oca_equal(text, "dk");
}

/* Sets what somebody answered: a value, na or dk. */
void oca_edit_set_answer(oca_editor *e, const oca_edit *edit, const oca_shape *shape, void *element, const char *text) {
    double value;
    const oca_field *word = oca_field_find(shape, "answer");
    oca_field_clear(element, oca_field_find(shape, "value"));
    oca_field_clear(element, word);
    if (is_answer_word(text))
        oca_edit_set_field(e, edit, shape, element, "answer", text);
    else if (!text || oca_number_parse(&value, text, strlen(text)))
        oca_edit_set_field(e, edit, shape, element, "value", text);
    else
        oca_edit_fault(
            e, edit,
            oca_format_text(e->mem, oca_message("\"%s\" is no answer; write a level of the scale, N/A or don't know"),
                            oca_excerpt_of(text, strlen(text)).at));
}

static void set_text(const oca_shape *shape, void *element, const char *text) {
    memcpy((unsigned char *)element + shape->text_at, &text, sizeof text);
}

/* Sets the text of the first `child` of the element; without text that child goes. */
static void set_child_text(oca_editor *e, const oca_edit *edit, const oca_child *child, void *element,
                           const char *text) {
    if (!text) {
        oca_child_remove(child, element, 0);
        return;
    }
    void *first = oca_child_at(child, element, 0);
    if (!first)
        first = oca_child_add(e->mem, child, element);
    set_text(child->shape, first, text);
    oca_edit_set_cell(first, edit);
}

void oca_edit_set_bound(oca_editor *e, const oca_edit *edit, const oca_binding *binding, const oca_shape *shape,
                        void *element) {
    const char *text = edit->new_value;
    oca_edit_set_cell(element, edit);
    if (binding->child) {
        const oca_child *child = oca_child_find(shape, binding->child);
        void *first = oca_child_at(child, element, 0);
        if (!first && !text)
            return;
        element = first ? first : oca_child_add(e->mem, child, element);
        shape = child->shape;
        oca_edit_set_cell(element, edit);
    }
    if (!binding->value)
        set_text(shape, element, text);
    else if (binding->column.kind == OCA_COLUMN_ANSWER)
        oca_edit_set_answer(e, edit, shape, element, text);
    else if (oca_field_find(shape, binding->value))
        oca_edit_set_field(e, edit, shape, element, binding->value, text);
    else
        set_child_text(e, edit, oca_child_find(shape, binding->value), element, text);
}

/* The child of `element` whose attribute `key` is `id`; made if there is none and `make`, else NULL. */
void *oca_edit_keyed(oca_editor *e, const oca_edit *edit, const oca_child *child, void *element, const char *key,
                     const char *id, bool make) {
    const oca_field *field = oca_field_find(child->shape, key);
    void *at;
    for (size_t i = 0; (at = oca_child_at(child, element, i)) != NULL; i++)
        if (oca_equal(oca_field_text(e->mem, at, field), id))
            return at;
    if (!make)
        return NULL;
    at = oca_child_add(e->mem, child, element);
    oca_edit_set_field(e, edit, child->shape, at, key, id);
    oca_edit_set_cell(at, edit);
    return at;
}

/* The answer to an item; NULL if there is none and `make` is false. */
oca_answer *oca_edit_answer_to(oca_editor *e, const oca_edit *edit, const char *item, bool make) {
    oca_answer *answer = oca_edit_keyed(e, edit, oca_assessment_child("answer"), e->copy, "item", item, make);
    if (answer) {
        oca_edit_touch(e, item);
        answer->element.cell = edit->place;
    }
    return answer;
}

/* The number of the element of a numbered row, from 0; a new one is made for a new row. */
size_t oca_edit_number_of(oca_editor *e, const oca_edit *edit, const oca_child *child, void *element) {
    char *end;
    unsigned long number = strtoul(edit->row, &end, 10);
    size_t n = oca_child_count(child, element);
    if (*edit->row != '+' && *end == '\0' && number > 0 && number <= n)
        return number - 1;
    for (size_t i = e->new_rows.n; i-- > 0;)
        if (oca_equal(e->new_rows.at[i].row, edit->row) && oca_equal(e->new_rows.at[i].table, edit->table))
            return e->new_rows.at[i].number;
    (void)oca_child_add(e->mem, child, element);
    *(oca_new_row *)OCA_ADD(e->mem, &e->new_rows) = (oca_new_row){edit->table, edit->row, n};
    return n;
}

const oca_binding *oca_edit_binding_of(const oca_binding *bindings, const char *column) {
    for (; bindings->column.key; bindings++)
        if (oca_equal(bindings->column.key, column))
            return bindings;
    return NULL;
}

/* The part of a row's id before its first slash. */
const char *oca_edit_item_of(oca_editor *e, const char *row) {
    return oca_copy(e->mem, row, strcspn(row, "/"));
}

/* The number after the last slash of a row's id, from 1; 0 if there is none. */
size_t oca_edit_row_number(const char *row) {
    const char *slash = strrchr(row, '/');
    return slash ? strtoul(slash + 1, NULL, 10) : 0;
}
