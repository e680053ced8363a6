/* A document as the tables that people fill in, and their edits as differences between two such forms.
 *
 * A form holds every value that a workbook lets people type, as text in the form the XML has it ("2", "na",
 * "2025-03-14"), by table, row and column. Workbooks are written from a form and read back into one; an edited copy is
 * held against the form of the record that it grew from, and what differs are its edits. So round trips, merging and
 * the journal are comparisons of texts, and what no cell shows stays as the record has it.
 *
 * In a workbook each table begins with a key row, small and grey: "oca:" and the table's name in the column of the row
 * ids, each column's key above its heading, "-" above a column that only shows. The headings for people follow, then
 * the rows. So sheets may be renamed, sorted, filtered and extended, and columns moved. */
#ifndef OCA_DOCUMENT_FORM_H
#define OCA_DOCUMENT_FORM_H

#include "../base/text.h"

typedef struct {
    const char *id;      /* of an item, an action …; NULL of a row that is new or has none */
    const char **cells;  /* by column; NULL: empty */
    const char **places; /* by column, where it stands, "Plan!C5"; NULL of a form made from a document */
} oca_form_row;

typedef struct {
    const char *name;    /* "answers" */
    oca_strings columns; /* keys: the words of the XML, "agreed", "revised-due" */
    OCA_LIST(oca_form_row) rows;
    bool grows; /* people may add rows */
} oca_form_table;

typedef OCA_LIST(oca_form_table) oca_form;

/* One value that a copy has otherwise than its record. */
typedef struct {
    const char *table, *row, *column;
    const char *old_value, *new_value; /* NULL: empty */
    const char *place;                 /* where it was typed; NULL if the copy is XML */
} oca_edit;

typedef OCA_LIST(oca_edit) oca_edits;

/* NULL if there is none. */
const oca_form_table *oca_form_find(const oca_form *form, const char *table);
const char *oca_form_value(const oca_form *form, const char *table, const char *row, const char *column);

#endif
