/* Which value of an assessment stands in which table and column: what making a form and taking in edits share. */
#ifndef OCA_DOCUMENT_ASSESSMENT_TABLES_H
#define OCA_DOCUMENT_ASSESSMENT_TABLES_H

#include "assessment_form.h"
#include "tree.h"

/* A column, and where its value lives: in the attribute `value`, or in the first child element of that name, or (NULL)
 * in the text, of the element itself or of its first `child`. An answer lives in two attributes, value and answer. */
typedef struct {
    oca_form_column column;
    const char *list; /* of the root's children; NULL: that of the table */
    const char *child;
    const char *value;
} oca_binding;

/* A table with a row for each of the root's children of one name. */
typedef struct {
    const char *name, *list;
    const char *key; /* the attribute that is the row's id; NULL: rows are numbered from 1 */
    bool grows, named;
    const oca_binding *bindings; /* ended by a NULL key */
} oca_bound_table;

/* facilitators, sessions, consent, participants, answers, measures; ended by a NULL name. */
extern const oca_bound_table oca_bound_tables[];

/* `evidence` is no bound table: its rows are children of answers. These are its columns after `item`. */
extern const oca_binding oca_evidence_bindings[];

/* item by text, of the table `notes`; item, of `evidence`; agreed verified, of `criteria`; and what a cell of `scores`
 * or `tallies` holds. */
extern const oca_form_column oca_note_columns[3], oca_item_column, oca_criterion_columns[2], oca_score_column,
    oca_tally_column;

/* The rows of `about`; ended by a NULL key. Those the root has not are the organization's. */
extern const oca_form_column oca_about_rows[];

/* The value, as the form has it; NULL: empty. */
const char *oca_bound_value(oca_arena *mem, const oca_binding *binding, const oca_shape *shape, const void *element);

/* What somebody or a tally answered: "2", "na", "dk"; NULL: nothing. */
const char *oca_answer_text(oca_arena *mem, oca_number value, oca_answer_word answer);

/* The root's child of that name. */
const oca_child *oca_assessment_child(const char *name);

#endif
