/* The XML inside a workbook: one part of it, streamed out of the zip through libxml2's SAX2 parser.
 *
 * Only elements of SpreadsheetML and of the package's relationships are told, by their names without prefix, be they
 * Strict or transitional; an element of another namespace is passed over with all that it holds. No DOCTYPE, so no
 * entities; nothing is fetched; depth, attributes, namespaces and elements are bounded, because libxml2 compares each
 * attribute and each namespace with each. */
#ifndef OCA_READING_WORKBOOK_XML_H
#define OCA_READING_WORKBOOK_XML_H

#include "workbook_zip.h"

/* The attributes of an element while it starts. */
typedef struct {
    const unsigned char **at; /* libxml2's: five pointers each */
    int n;
} oca_part_attributes;

/* What is told of a part; `name` of an element without prefix. Each may end the reading by oca_zip_fault. */
typedef struct {
    void (*start)(void *payload, const char *name, const oca_part_attributes *attributes);
    void (*end)(void *payload, const char *name);
    void (*text)(void *payload, const char *s, size_t n); /* in pieces; NULL: no text is wanted */
} oca_part_handler;

/* Reads the member `name` of the zip; false after a fault. */
bool oca_part_read(oca_zip *zip, const char *name, const oca_part_handler *handler, void *payload)
    __attribute__((warn_unused_result));

/* The value of an attribute without prefix, ended by NUL, in `room` bytes at `value`; false, with an empty value, if
 * it is absent or does not fit. */
bool oca_part_attribute(const oca_part_attributes *attributes, const char *name, char *value, size_t room);

/* The same for r:id, the attribute that names a relationship. */
bool oca_part_relationship(const oca_part_attributes *attributes, char *value, size_t room);

/* True if the attribute is there and says yes: "1" or "true". */
bool oca_part_says_yes(const oca_part_attributes *attributes, const char *name);

#endif
