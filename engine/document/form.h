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

/* What a column holds, and so how what is typed there becomes the XML's text. */
typedef enum {
    OCA_COLUMN_TEXT,   /* as it was typed, its ends trimmed */
    OCA_COLUMN_NUMBER, /* "2.5": of a number, or of a text such as "2,5" */
    OCA_COLUMN_DAY,    /* "2025-03-14": of a day, or of a text that can be read in one way only */
    OCA_COLUMN_TIME,   /* "09:30" */
} oca_column_kind;

typedef struct {
    const char *key; /* the word of the XML: "agreed", "revised-due" */
    oca_column_kind kind;
    const char *words; /* of which words may stand there too, as the list of words calls them: "answer"; or NULL */
} oca_form_column;

typedef struct {
    const char *id;      /* of an item, an action …; NULL of a row that is new or has none */
    const char **cells;  /* by column; NULL: empty */
    const char **places; /* by column, where it stands, "Plan!C5"; NULL of a form made from a document */
} oca_form_row;

typedef struct {
    const char *name; /* "answers" */
    OCA_LIST(oca_form_column) columns;
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
