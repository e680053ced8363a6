/* What the reading of filled tables is made of; for engine/reading/filled*.c only. */
#ifndef OCA_READING_FILLED_PARTS_H
#define OCA_READING_FILLED_PARTS_H

#include "filled_keys.h"
#include "typed.h"

/* Rows that are held against each other, at most: nobody loses more ids by mistake. */
enum { OCA_MOST_COMPARED = 1000 };

/* A row that was read, and what cannot be told of it before all are read. */
typedef struct {
    const char *id;
    oca_where where; /* of its id */
    size_t place;    /* among the rows of its table */
} oca_noted;

typedef struct {
    oca_arena *mem;
    oca_arena scratch;
    const oca_workbook *workbook;
    const oca_form *record;
    oca_faults *faults;
    oca_keyed_tables found;
    oca_shown_words words;
    oca_buffer wrong;
    size_t rows, values, bytes; /* so far; values are places where one may stand */
} oca_filling;

/* One table, all its sheets together. */
typedef struct {
    oca_filling *r;
    const oca_form_table *record;
    oca_form_table *out;
    OCA_LIST(oca_noted) ids, new_rows;
    size_t *from;                /* by column, its number in the record; as many as it has: none */
    const oca_form_row **sorted; /* of the record, by id */
    size_t n_sorted;
    size_t told_missing; /* rows without id that were told which ids are missing: to look them up takes long */
} oca_filling_table;

/* Reports in a cell, where `r` is the oca_filling. */
#define FAULT(where, ...) oca_report_at(r->faults, OCA_FAULT, r->workbook->file, (where), __VA_ARGS__)
#define WARN(where, ...) oca_report_at(r->faults, OCA_WARNING, r->workbook->file, (where), __VA_ARGS__)

/* The number of the column with this key; that of columns if there is none. */
size_t oca_column_of(const oca_form_table *of, const char *key);

/* The ids of the record that were not read so far, a few of them, for a message. */
const char *oca_missing_ids(const oca_filling_table *table);

/* Keys of one sheet that stand twice, or that nobody knows. */
void oca_check_keys(oca_filling_table *table, const oca_keyed_table *found);

/* What can be told once all rows are read: ids that stand twice or were erased, columns that are gone. */
void oca_check_rows(oca_filling_table *table);

#endif
