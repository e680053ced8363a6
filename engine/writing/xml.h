/* Documents into XML: the mirror of engine/reading/xml.h, driven by the same tables. */
#ifndef OCA_WRITING_XML_H
#define OCA_WRITING_XML_H

#include "../base/fault.h"
#include "../document/shape.h"

/* Writes the document as UTF-8 with an XML declaration, two spaces a level and a line feed at the end: `*n` bytes at
 * `*out`, which live in `mem` and end with a NUL that is not counted. The same document gives the same bytes, and
 * what was read reads back the same.
 *
 * Children stand in the order of their `place`; one of place 0, which the program made, follows the one before it in
 * its list, or where it is the first there, all children that the table names earlier. So whoever reorders a list
 * sets the places of its elements to 0. Characters that XML cannot hold are written as U+FFFD.
 * OCA_SYSTEM, with *out untouched, if memory fails. */
oca_status oca_xml_write(const char **out, size_t *n, oca_arena *mem, const oca_document *document)
    __attribute__((warn_unused_result));

#endif
