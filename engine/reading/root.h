/* Which kind of document a root element begins, and what is said of one that is not wanted. */
#ifndef OCA_READING_ROOT_H
#define OCA_READING_ROOT_H

#include "../document/shape.h"

/* The format among `accepted`, ended by NULL, whose root is the element `name` of the namespace `uri` (NULL for none);
 * or NULL, and *why says what was found and what is needed here. */
const oca_format *oca_root_format(const char **why, oca_arena *mem, const char *name, const char *uri,
                                  const oca_format *const *accepted);

/* The namespace of the root element, without looking further; "" if it has none, NULL if there is no such element to be
 * read. */
const char *oca_root_namespace(oca_arena *mem, const char *bytes, size_t n);

/* "a rubric or a plan is needed here". */
const char *oca_root_needed(oca_arena *mem, const oca_format *const *accepted);

/* Why the bytes are not even given to the parser: an empty file, a workbook, zero bytes, a flood of attributes; as a
 * message, or NULL if they may be XML. */
const char *oca_root_refused(const char *bytes, size_t n);

#endif
