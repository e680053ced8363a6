/* A table of typed cells, and plain text made from it. What other writers need (csv, html, xlsx) is in the types. */
#ifndef OCA_REPORTS_TABLE_H
#define OCA_REPORTS_TABLE_H

#include "../engine/base/date.h"
#include "../engine/base/number.h"
#include "../engine/base/text.h"

enum { OCA_TEXT_WIDTH = 100 }; /* columns of a readable summary */

typedef enum { OCA_CELL_TEXT, OCA_CELL_NUMBER, OCA_CELL_DATE, OCA_CELL_UNDEFINED } oca_cell_kind;
typedef enum { OCA_LEFT, OCA_RIGHT } oca_align;

typedef struct {
    oca_cell_kind kind;
    const char *text; /* of a text; of an undefined value its reason, "" if it needs none */
    double value;     /* of a number, not rounded */
    int decimals;     /* that are shown */
    oca_day day;
} oca_cell;

typedef struct {
    const char *heading; /* what people read */
    const char *field;   /* the result's field that it shows, as JSON calls it; NULL if it is put together */
    oca_align align;
} oca_column;

/* Zero-initialize; columns first, then cells row by row. */
typedef struct {
    OCA_LIST(oca_column) columns;
    OCA_LIST(oca_cell) cells; /* a multiple of the columns */
} oca_table;

void oca_table_column(oca_arena *mem, oca_table *table, const char *heading, const char *field, oca_align align);

/* One more cell. Texts must outlive the table. */
void oca_table_text(oca_arena *mem, oca_table *table, const char *text);
void oca_table_number(oca_arena *mem, oca_table *table, double value, int decimals);
void oca_table_date(oca_arena *mem, oca_table *table, oca_day day);
void oca_table_undefined(oca_arena *mem, oca_table *table, const char *reason);
/* A number, or undefined for that reason. */
void oca_table_maybe(oca_arena *mem, oca_table *table, oca_number value, int decimals, const char *reason);

size_t oca_table_rows(const oca_table *table);

/* Adds the table, columns aligned, with its headings and each line ended by a line feed. Where it is wider than
 * `width`, the widest text columns are wrapped. Undefined cells carry a letter, "– a", explained below the table. */
void oca_table_write(oca_buffer *out, const oca_table *table, size_t width);

/* Adds a paragraph wrapped at `width`: the first line after `indent` spaces, the others after `hanging`. */
void oca_text_wrap(oca_buffer *out, const char *text, size_t indent, size_t hanging, size_t width);

/* Adds a heading, underlined, after an empty line. */
void oca_text_heading(oca_buffer *out, const char *text);

#endif
