/* A table of typed cells, and plain text made from it. What other writers need (csv, html, xlsx) is in the types. */
#ifndef OCA_REPORTS_TABLE_H
#define OCA_REPORTS_TABLE_H

#include "../engine/base/date.h"
#include "../engine/base/number.h"
#include "lines.h"

typedef enum { OCA_CELL_TEXT, OCA_CELL_NUMBER, OCA_CELL_DATE, OCA_CELL_UNDEFINED } oca_cell_kind;
typedef enum { OCA_LEFT, OCA_RIGHT } oca_align;

typedef struct {
    oca_cell_kind kind;
    const char *text; /* of a text; of an undefined value its reason, "" if it needs none */
    double value;     /* of a number, not rounded */
    int decimals;     /* that are shown */
    oca_day day;
    oca_tone tone;  /* where the screen has styles */
    oca_number bar; /* of 100, drawn beside the text where the screen has bars and room */
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

/* A table among several, as results in XML and workbooks have them: <plans title="…" hint="…"><plan …/></plans>. */
typedef struct {
    const char *name, *row; /* of the element, and of the one for each row */
    const char *sheet;      /* its tab in the workbook */
    const char *title;      /* where there is room for more than a tab holds; NULL: as the tab */
    const char *hint;       /* one line above it */
    oca_table table;
} oca_named_table;

void oca_table_column(oca_arena *mem, oca_table *table, const char *heading, const char *field, oca_align align);

/* Makes room for that many rows, of the columns that there are: where there may be thousands. */
void oca_table_reserve(oca_arena *mem, oca_table *table, size_t rows);

/* One more cell. Texts must outlive the table. */
void oca_table_text(oca_arena *mem, oca_table *table, const char *text);
void oca_table_number(oca_arena *mem, oca_table *table, double value, int decimals);
void oca_table_date(oca_arena *mem, oca_table *table, oca_day day);
void oca_table_undefined(oca_arena *mem, oca_table *table, const char *reason);
/* A number, or undefined for that reason. */
void oca_table_maybe(oca_arena *mem, oca_table *table, oca_number value, int decimals, const char *reason);

/* The same for points of 100: with a bar beside them where there is room. */
void oca_table_points(oca_arena *mem, oca_table *table, oca_number points, int decimals, const char *reason);

/* How the cell added last stands out; a bar beside it, of so many of 100. */
void oca_table_tone(oca_table *table, oca_tone tone);
void oca_table_bar(oca_table *table, double share);

size_t oca_table_rows(const oca_table *table);

/* The cell as people read it: an undefined one is "–" alone. */
const char *oca_cell_shown(oca_arena *mem, const oca_cell *cell);

/* Adds the table, columns aligned, with its headings. Where it is wider than the screen, the widest columns of text are
 * wrapped; where that does not do, the columns that find no room are told below each row, "Reading: ready to act", so
 * that nothing is cut. Undefined cells carry a letter, "– a", explained below the table. */
void oca_table_write(oca_lines *out, const oca_table *table);

#endif
