/* A document as the tables that people fill in, and their edits as differences between two such forms.
 *
 * A form holds every value that a workbook lets people type, as text in the form the XML has it ("2", "na",
 * "2025-03-14"), by table, row and column. Workbooks are written from a form and read back into one; an edited copy is
 * held against the form of the record that it grew from, and what differs are its edits. So round trips, merging and
 * the journal are comparisons of texts, and what no cell shows stays as the record has it.
 *
 * In a workbook each table begins with a key row, small and grey: "oca:" and the table's name in the column of the row
 * ids, each column's key above its heading, "-" above a column that only shows. The headings for people follow, then
 * the rows, until the next key row in the same column or the sheet's end. So sheets may be renamed, sorted, filtered
 * and extended, and columns moved. A sheet of the program's that only shows bears the marker "oca:-" in its first cell,
 * so that it is told from one that people have added. */
#ifndef OCA_DOCUMENT_FORM_H
#define OCA_DOCUMENT_FORM_H

#include "../base/text.h"

/* What a column holds, and so how what is typed there becomes the XML's text. */
typedef enum {
    OCA_COLUMN_TEXT,   /* as it was typed, its ends trimmed; of a number its shortest decimal, of a day YYYY-MM-DD */
    OCA_COLUMN_NUMBER, /* "2.5": of a number, or of a text such as "2,5" */
    OCA_COLUMN_WHOLE,  /* "12": the same, of a count */
    OCA_COLUMN_DAY,    /* "2025-03-14": of a day, or of a text that can be read in one way only */
    OCA_COLUMN_TIME,   /* "09:30": of a time of day, or of such a text */
    OCA_COLUMN_CHOICE, /* one of `words`, the canonical word of what is shown for it */
    OCA_COLUMN_ANSWER, /* a number, or one of `words`: "2", "na", "dk" */
    OCA_COLUMN_TOKENS, /* "women gold": words with spaces, commas or semicolons between, canonical where `words` are */
} oca_column_kind;

typedef struct {
    const char *key; /* the word of the XML: "agreed", "revised-due"; or an id, "p01" */
    oca_column_kind kind;
    const char *words; /* of which words may stand there, as the list of words calls them: "answer"; or NULL */
} oca_form_column;

typedef struct {
    const char *id;      /* of an item, an action …; NULL of a row that is new and has none */
    const char **cells;  /* by column; NULL: empty */
    const char **places; /* by column, where it stands, "Plan!C5"; NULL of a form made from a document */
} oca_form_row;

typedef struct {
    const char *name; /* "answers" */
    OCA_LIST(oca_form_column) columns;
    OCA_LIST(oca_form_row) rows;
    /* People may add rows, and a row that a copy lacks was taken out. Of other tables a lacking row is no edit. */
    bool grows;
    /* People type the ids of the rows themselves, such as participants' codes. */
    bool named;
    /* What any column is whose key is not among `columns`; NULL: there may be no such column. */
    const oca_form_column *rest;
    /* Where the row and not the column says what is typed (the facts about an organization): by row id. */
    const oca_form_column *by_row;
    size_t n_by_row;
} oca_form_table;

typedef OCA_LIST(oca_form_table) oca_form;

/* One value that a copy has otherwise than its record. */
typedef struct {
    const char *table;
    const char *row;    /* "+1", "+2" … of the rows without id that are new in this table of this copy */
    const char *column; /* NULL: the row itself, added (no old value) or taken out (no new one) */
    const char *old_value, *new_value; /* NULL: empty */
    const char *place;                 /* where it was typed; NULL if the copy is XML */
} oca_edit;

typedef OCA_LIST(oca_edit) oca_edits;

/* NULL if there is none. */
const oca_form_table *oca_form_find(const oca_form *form, const char *table);
const char *oca_form_value(const oca_form *form, const char *table, const char *row, const char *column);

/* The same of a row that is at hand; NULL of none. */
const char *oca_form_value_in(const oca_form_table *table, const oca_form_row *row, const char *column);

/* What is typed in a cell, by its row and column; NULL if the table has no such column. */
const oca_form_column *oca_form_column_at(const oca_form_table *table, const char *row, const char *column);

/* Every value that `copy` has otherwise than `record`, table by table and row by row of the copy, so that the edits of
 * a row are neighbours; rows taken out come last in their table. Only what the copy shows is compared: tables, columns
 * and, unless the table grows, rows that it lacks were not edited. Texts are those of the two forms. */
oca_edits oca_form_edits(oca_arena *mem, const oca_form *record, const oca_form *copy);

#endif
