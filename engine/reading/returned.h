/* A document as somebody hands it back: XML, or a workbook, which is the embedded record and what was typed. */
#ifndef OCA_READING_RETURNED_H
#define OCA_READING_RETURNED_H

#include "../document/form.h"
#include "library.h"

typedef struct {
    const char *file;
    oca_document document; /* what the XML says; of a workbook, its record as it was embedded */
    bool workbook;
    oca_form form, filled; /* of a workbook: of its record, and of its tables */
    oca_edits edits;       /* in which they differ */
} oca_returned;

/* Reads the file, told apart by its content. Of a workbook's documents the first whose format is `accepted` is taken;
 * if that is not what the workbook was made to be filled in for (the assessment in a plan's workbook), its tables are
 * not read. *out is untouched if the file
 * cannot be read at all. Faults as in library.h; what is not carried is a warning. */
oca_status oca_returned_read(oca_returned *out, oca_arena *mem, const char *path, const oca_format *const *accepted,
                             oca_faults *faults) __attribute__((warn_unused_result));

/* The same of bytes that are already there. */
oca_status oca_returned_parse(oca_returned *out, oca_arena *mem, const char *path, const char *bytes, size_t n,
                              const oca_format *const *accepted, oca_faults *faults)
    __attribute__((warn_unused_result));

/* The bytes of the file's XML, of a workbook those of its record: what a digest is of. */
oca_status oca_returned_xml(const char **out, size_t *n, oca_arena *mem, const char *path, const oca_format *format,
                            oca_faults *faults) __attribute__((warn_unused_result));

/* The document with `edits` taken in; `document` itself where there are none. NULL root if its kind has no form. */
oca_document oca_document_edited(oca_arena *mem, oca_document document, const oca_edits *edits, oca_faults *faults);

/* The document's form, laid out without its rubric; empty if its kind has none. */
oca_form oca_document_form(oca_arena *mem, oca_document document);

#endif
