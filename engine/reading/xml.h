/* XML into documents: one reader for all of them, driven by the tables of engine/document.
 *
 * It knows the form of a document, not its meaning: whether an id is declared or a value is on its scale is the
 * business of engine/document. Hostile input is refused: a DOCTYPE (so there are no entities), more than 64 levels,
 * more than 64 MiB. Nothing is fetched, nothing is printed. */
#ifndef OCA_READING_XML_H
#define OCA_READING_XML_H

#include "../base/fault.h"
#include "../document/shape.h"

enum { OCA_XML_MOST_BYTES = 64 * 1024 * 1024, OCA_XML_MOST_LEVELS = 64 };

/* To be called before several threads read at once. */
void oca_xml_begin(void);

/* Reads the `n` bytes at `bytes` as a document of one of the `accepted` formats, a list ended by NULL.
 *
 * Everything the document says is copied to `mem`; `bytes` may go. `file` appears in messages only and must outlive
 * `faults`. All faults of the file are added (oca_faults_sort brings them into order); then the status is OCA_FAULTY,
 * or OCA_SYSTEM for want of memory. *out is set if the file was read to its end, even if it is faulty, so that its
 * content can be checked in the same run: required texts that are missing are "", all else is as if absent. */
oca_status oca_xml_read(oca_document *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                        const oca_format *const *accepted, oca_faults *faults) __attribute__((warn_unused_result));

#endif
