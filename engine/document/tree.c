#include "tree.h"

#include "fields.h"

#include <string.h>

/* The lists of different structs share this layout (oca_list_add). */
typedef OCA_LIST(unsigned char) any_list;

static void *member(void *element, size_t at) {
    return (unsigned char *)element + at;
}

static const void *const_member(const void *element, size_t at) {
    return (const unsigned char *)element + at;
}

static any_list list_of(const oca_child *child, const void *element) {
    any_list list;
    memcpy(&list, const_member(element, child->at), sizeof list);
    return list;
}

static void *only_child(const oca_child *child, const void *element) {
    void *only;
    memcpy(&only, const_member(element, child->at), sizeof only);
    return only;
}

const oca_child *oca_child_find(const oca_shape *shape, const char *name) {
    for (const oca_child *child = shape->children; child && child->name; child++)
        if (oca_equal(child->name, name))
            return child;
    return NULL;
}

size_t oca_child_count(const oca_child *child, const void *element) {
    if (child->multiplicity == OCA_ONE)
        return only_child(child, element) != NULL;
    return list_of(child, element).n;
}

void *oca_child_at(const oca_child *child, const void *element, size_t i) {
    if (i >= oca_child_count(child, element))
        return NULL;
    if (child->multiplicity == OCA_ONE)
        return only_child(child, element);
    return list_of(child, element).at + i * child->shape->size;
}

void *oca_child_add(oca_arena *mem, const oca_child *child, void *element) {
    if (child->multiplicity != OCA_ONE)
        return oca_list_add(mem, member(element, child->at), child->shape->size);
    void *only = only_child(child, element);
    if (!only) {
        only = oca_alloc(mem, child->shape->size);
        memcpy(member(element, child->at), &only, sizeof only);
    }
    return only;
}

void oca_child_remove(const oca_child *child, void *element, size_t i) {
    if (i >= oca_child_count(child, element))
        return;
    if (child->multiplicity == OCA_ONE) {
        memset(member(element, child->at), 0, sizeof(void *));
        return;
    }
    any_list list = list_of(child, element);
    size_t size = child->shape->size;
    memmove(list.at + i * size, list.at + (i + 1) * size, (list.n - i - 1) * size);
    memset(list.at + (list.n - 1) * size, 0, size); /* what is appended begins zeroed */
    list.n--;
    memcpy(member(element, child->at), &list, sizeof list);
}

const char *oca_element_text(const oca_shape *shape, const void *element) {
    const char *text;
    if (shape->content == OCA_CONTENT_NONE)
        return NULL;
    memcpy(&text, const_member(element, shape->text_at), sizeof text);
    return text && *text ? text : NULL;
}

bool oca_element_is_bare(const oca_shape *shape, const void *element, const char *key) {
    oca_arena mem = {0};
    bool bare = !oca_element_text(shape, element);
    for (const oca_field *field = shape->fields; bare && field && field->name; field++)
        bare = oca_equal(field->name, key) || !oca_field_text(&mem, element, field);
    for (const oca_child *child = shape->children; bare && child && child->name; child++)
        bare = oca_child_count(child, element) == 0;
    oca_arena_free(&mem);
    return bare;
}

void oca_field_clear(void *element, const oca_field *field) {
    size_t size = sizeof(const char *);
    switch (field->kind) {
    case OCA_FIELD_TEXT:
    case OCA_FIELD_ID:
    case OCA_FIELD_KEY:
    case OCA_FIELD_TIME:
        break;
    case OCA_FIELD_IDS:
    case OCA_FIELD_TOKENS:
        size = sizeof(oca_strings);
        break;
    case OCA_FIELD_NUMBER:
    case OCA_FIELD_WHOLE:
        size = sizeof(oca_number);
        break;
    case OCA_FIELD_DATE:
        size = sizeof(oca_date);
        break;
    case OCA_FIELD_CHOICE:
        size = sizeof(int);
        break;
    }
    memset(member(element, field->at), 0, size);
}

/* Makes the children of `element`, which is a copy itself, copies too. */
static void copy_children(oca_arena *mem, const oca_shape *shape, void *element) {
    for (const oca_child *child = shape->children; child && child->name; child++) {
        size_t n = oca_child_count(child, element), size = child->shape->size;
        unsigned char *copies = n ? oca_alloc(mem, n * size) : NULL;
        for (size_t i = 0; i < n; i++) {
            memcpy(copies + i * size, oca_child_at(child, element, i), size);
            copy_children(mem, child->shape, copies + i * size);
        }
        any_list list = {copies, n, n};
        if (child->multiplicity == OCA_ONE)
            memcpy(member(element, child->at), &copies, sizeof copies);
        else
            memcpy(member(element, child->at), &list, sizeof list);
    }
}

void *oca_element_copy(oca_arena *mem, const oca_shape *shape, const void *element) {
    void *copy = oca_alloc(mem, shape->size);
    memcpy(copy, element, shape->size);
    copy_children(mem, shape, copy);
    return copy;
}

static void say(oca_buffer *out, const oca_shape *shape, const void *element) {
    for (const oca_field *field = shape->fields; field && field->name; field++) {
        const char *text = oca_field_text(out->mem, element, field);
        if (text)
            oca_buffer_print(out, "%s\x1f%s\x1e", field->name, text);
    }
    if (shape->content != OCA_CONTENT_NONE) {
        const char *text = oca_element_text(shape, element);
        oca_buffer_print(out, "%s\x1e", text ? text : "");
    }
    for (const oca_child *child = shape->children; child && child->name; child++) {
        for (size_t i = 0; i < oca_child_count(child, element); i++) {
            oca_buffer_print(out, "%s\x1f", child->name);
            say(out, child->shape, oca_child_at(child, element, i));
            oca_buffer_print(out, "\x1d");
        }
    }
}

const char *oca_element_said(oca_arena *mem, const oca_shape *shape, const void *element) {
    oca_buffer out = {.mem = mem};
    say(&out, shape, element);
    return out.at ? out.at : "";
}
