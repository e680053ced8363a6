/* Copies of a document that grew from one record, joined cell by cell: what each typed, as edits of forms (form.h).
 *
 * What one copy changed is taken, and what several changed alike, once; what was changed differently is a conflict, and
 * nothing is chosen. New rows of tables that grow are all taken, the same one once. The order of the copies makes no
 * difference but to the order of a conflict's claims. */
#ifndef OCA_DOCUMENT_JOINING_H
#define OCA_DOCUMENT_JOINING_H

#include "form.h"

/* What one copy says where copies disagree. */
typedef struct {
    size_t copy;       /* its number */
    const char *value; /* NULL: empty, or the row was taken out */
    const char *place; /* its cell; NULL of XML */
} oca_cell_claim;

typedef struct {
    const char *table, *row;
    const char *column; /* NULL: some took the row out, others changed it */
    const char *before; /* what the record has; NULL: nothing */
    OCA_LIST(oca_cell_claim) claims;
} oca_cell_conflict;

typedef struct {
    oca_edits edits;
    OCA_LIST(oca_cell_conflict) conflicts;
} oca_joined;

/* Joins the edits of `n` copies of one record. `base` is the number of a copy whose edits the document that they will
 * be taken into has already: they are left out; `n` if there is none. */
oca_joined oca_edits_join(oca_arena *mem, const oca_edits *copies, size_t n, size_t base);

/* Numbered rows are told by their place, which shifts where one was put in before them: gives each row of `copy` in a
 * table that grows the id of the record's row that says the same, then of that at its own place if that is free; the
 * others are new and lose theirs. Without a record (NULL) all are new. */
void oca_form_align(oca_arena *mem, const oca_form *record, oca_form *copy);

#endif
