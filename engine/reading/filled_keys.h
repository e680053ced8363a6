/* The key rows of a workbook; for engine/reading/filled*.c only. */
#ifndef OCA_READING_FILLED_KEYS_H
#define OCA_READING_FILLED_KEYS_H

#include "../document/form.h"
#include "workbook.h"

/* A column under a key. */
typedef struct {
    int column;
    const char *key;
    size_t at; /* the form's column; set once that is known */
} oca_keyed;

/* One table on one sheet: where it is, and what its columns hold. */
typedef struct {
    const oca_worksheet *sheet;
    const char *sheet_called;
    const char *name;         /* after "oca:"; "-" where a sheet only shows */
    int row, id_column;       /* of the marker */
    int from, to;             /* columns that belong to it; from 0 and to the last unless tables stand side by side */
    int last_row;             /* before the next key row of the sheet */
    size_t first_cell;        /* of the sheet's cells, the first below the key row */
    OCA_LIST(oca_keyed) keys; /* by column; "-" above what only shows */
} oca_keyed_table;

typedef OCA_LIST(oca_keyed_table) oca_keyed_tables;

enum { OCA_MOST_KEYS = 1000 }; /* columns of one table */

/* All tables of the workbook, sheet by sheet. False after a fault: there are too many. */
bool oca_keys_find(oca_keyed_tables *out, oca_arena *mem, const oca_workbook *workbook, oca_faults *faults)
    __attribute__((warn_unused_result));

/* The key above a column, or NULL. */
const oca_keyed *oca_key_at(const oca_keyed_table *table, int column);

/* Warns of all that is not part of the form and so is not carried: sheets, columns, comments. */
void oca_filled_tell_extras(oca_arena *mem, const oca_workbook *workbook, const oca_keyed_tables *tables,
                            const oca_form *record, oca_faults *faults);

/* "Plan!C5". */
oca_where oca_keyed_where(oca_arena *mem, const oca_keyed_table *table, int row, int column);

#endif
