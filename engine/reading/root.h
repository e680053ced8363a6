/* Which kind of document a root element begins, and what is said of one that is not wanted. */
#ifndef OCA_READING_ROOT_H
#define OCA_READING_ROOT_H

#include "../document/shape.h"

/* The format among `accepted`, ended by NULL, whose root is the element `name` of the namespace `uri` (NULL for none);
 * or NULL, and *why says what was found and what is needed here. */
const oca_format *oca_root_format(const char **why, oca_arena *mem, const char *name, const char *uri,
                                  const oca_format *const *accepted);

/* What the bytes are if they cannot be XML, as a message: an empty file, a workbook, something else; or NULL. */
const char *oca_root_not_xml(const char *bytes, size_t n);

#endif
