/* Documents of any kind, walked and changed by their shapes: for those who know an element by its name alone. */
#ifndef OCA_DOCUMENT_TREE_H
#define OCA_DOCUMENT_TREE_H

#include "shape.h"

/* The kind of child element of that name, or NULL if the shape has none. */
const oca_child *oca_child_find(const oca_shape *shape, const char *name);

/* How many such children the element has, and the one with number `i`, from 0; NULL if there are not as many. */
size_t oca_child_count(const oca_child *child, const void *element);
void *oca_child_at(const oca_child *child, const void *element, size_t i);

/* Appends one, zeroed, and returns it; of a child that stands at most once, the one that is there. It stays where it
 * is until the next one is appended. */
void *oca_child_add(oca_arena *mem, const oca_child *child, void *element) __attribute__((returns_nonnull));

void oca_child_remove(const oca_child *child, void *element, size_t i);

/* The element's text; NULL if it has none, or is one that holds no text. */
const char *oca_element_text(const oca_shape *shape, const void *element);

/* True if the element says nothing, its attribute `key` aside (NULL: none): no attribute, no text, no child. */
bool oca_element_is_bare(const oca_shape *shape, const void *element, const char *key);

/* The attribute becomes absent. */
void oca_field_clear(void *element, const oca_field *field);

/* A copy with all that is below it, to be changed without changing the original; strings are shared. */
void *oca_element_copy(oca_arena *mem, const oca_shape *shape, const void *element) __attribute__((returns_nonnull));

/* All that the element says, in one text: attributes and children by the table, what is absent left out. Two elements
 * of one shape are the same if their texts are. */
const char *oca_element_said(oca_arena *mem, const oca_shape *shape, const void *element);

#endif
