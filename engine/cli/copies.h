/* Copies of an assessment made ready for joining: each as edits of the record that all grew from. Prints nothing. */
#ifndef OCA_CLI_COPIES_H
#define OCA_CLI_COPIES_H

#include "../document/joining.h"
#include "../reading/returned.h"
#include "verbs.h"

typedef struct {
    OCA_LIST(oca_returned) at;
    oca_edits *edits;      /* by copy */
    oca_document document; /* that what is joined is taken into */
    size_t base; /* the copy whose edits it has already; as many as there are copies: none, it is the record */
} oca_copies;

/* Reads the files and finds their record: that of the workbooks, which must be the same in all; XML is held against
 * it. Where all are XML there is none: what each says are its edits, and the document is one of them, the same in
 * whatever order they come. Every fault of every file is added; what of an XML copy no table shows, and is otherwise
 * than in that document, is a warning. */
oca_status oca_copies_read(oca_copies *out, oca_arena *mem, const oca_strings *paths, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
