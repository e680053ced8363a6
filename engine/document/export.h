/* Answers that came from phones, as a table of texts: what KoboToolbox or ODK exported, or one phone's own file.
 *
 * Knows nothing of what the columns mean: that is the business of engine/collecting. */
#ifndef OCA_DOCUMENT_EXPORT_H
#define OCA_DOCUMENT_EXPORT_H

#include "../base/fault.h"

typedef struct {
    oca_where where;         /* of the row */
    const char **cells;      /* by column; "" where empty, never NULL */
    const oca_where *wheres; /* by column, of each cell; NULL: all stand where the row does */
} oca_export_row;

typedef struct {
    const char *file; /* for messages */
    bool instance;    /* one phone's own file: one row, columns are the paths of its elements */
    oca_strings headings;
    oca_where heading_where; /* of the row of headings */
    OCA_LIST(oca_export_row) rows;
} oca_export;

typedef OCA_LIST(oca_export) oca_exports;

static inline oca_where oca_export_where(const oca_export_row *row, size_t column) {
    return row->wheres ? row->wheres[column] : row->where;
}

#endif
