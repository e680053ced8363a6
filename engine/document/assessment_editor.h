/* What taking edits into an assessment is made of: finding or making elements, and setting what they hold. */
#ifndef OCA_DOCUMENT_ASSESSMENT_EDITOR_H
#define OCA_DOCUMENT_ASSESSMENT_EDITOR_H

#include "assessment_tables.h"

/* A row without id that is new, and the number of the element made for it. */
typedef struct {
    const char *table, *row;
    size_t number;
} oca_new_row;

typedef struct {
    oca_arena *mem;
    oca_assessment *copy; /* that is being changed */
    const oca_edits *edits;
    oca_faults *faults;
    OCA_LIST(oca_new_row) new_rows;
    oca_strings touched; /* items whose answers were edited */
} oca_editor;

/* A fault in the cell of the edit. */
void oca_edit_fault(oca_editor *e, const oca_edit *edit, const char *message);

/* Notes that the answer to the item was edited. */
void oca_edit_touch(oca_editor *e, const char *item);

/* Says that the element was typed in the edit's cell. */
void oca_edit_set_cell(void *element, const oca_edit *edit);

/* Sets an attribute, or clears it (NULL); a fault if the text cannot be read. */
void oca_edit_set_field(oca_editor *e, const oca_edit *edit, const oca_shape *shape, void *element, const char *name,
                        const char *text);

/* Sets what somebody answered, in the attributes value and answer. */
void oca_edit_set_answer(oca_editor *e, const oca_edit *edit, const oca_shape *shape, void *element, const char *text);

/* Sets the value of a column to that of the edit. */
void oca_edit_set_bound(oca_editor *e, const oca_edit *edit, const oca_binding *binding, const oca_shape *shape,
                        void *element);

/* The binding of a column, or NULL. */
const oca_binding *oca_edit_binding_of(const oca_binding *bindings, const char *column);

/* The child of `element` whose attribute `key` is `id`; made if there is none and `make`, else NULL. */
void *oca_edit_keyed(oca_editor *e, const oca_edit *edit, const oca_child *child, void *element, const char *key,
                     const char *id, bool make);

/* The answer to an item; NULL if there is none and `make` is false. */
oca_answer *oca_edit_answer_to(oca_editor *e, const oca_edit *edit, const char *item, bool make);

/* The number of the element of a numbered row, from 0; one is made for a new row. */
size_t oca_edit_number_of(oca_editor *e, const oca_edit *edit, const oca_child *child, void *element);

/* The parts of a row's id "ITEM/…/2": before its first slash, and the number after its last; 0 if there is none. */
const char *oca_edit_item_of(oca_editor *e, const char *row);
size_t oca_edit_row_number(const char *row);

/* Take in an edit of the table `scores`, `tallies`, `criteria`, `evidence` or `notes`. */
void oca_edit_score(oca_editor *e, const oca_edit *edit);
void oca_edit_tally(oca_editor *e, const oca_edit *edit);
void oca_edit_criterion(oca_editor *e, const oca_edit *edit);
void oca_edit_evidence(oca_editor *e, const oca_edit *edit);
void oca_edit_note(oca_editor *e, const oca_edit *edit);

#endif
