#include "csv.h"

#include <csv.h> /* NOLINT(readability-duplicate-include): another file of that name */
#include <string.h>

static void put_quoted(oca_buffer *out, const char *text) {
    size_t n = strlen(text), room = 2 * n + 2; /* every sign a quotation mark, and one at each end */
    char *quoted = oca_alloc(out->mem, room);
    oca_buffer_add(out, quoted, csv_write(quoted, room, text, n));
}

static bool looks_like_a_formula(const char *text) {
    return *text && strchr("=+-@\t\r", *text);
}

/* Quoted only where it must be, so that people can read it. */
static void put_text(oca_buffer *out, const char *text) {
    if (looks_like_a_formula(text))
        text = oca_format_text(out->mem, "'%s", text);
    if (strpbrk(text, ",\"\r\n"))
        put_quoted(out, text);
    else
        oca_buffer_print(out, "%s", text);
}

static void put_cell(oca_buffer *out, const oca_cell *cell) {
    switch (cell->kind) {
    case OCA_CELL_TEXT:
        put_text(out, cell->text ? cell->text : "");
        break;
    case OCA_CELL_NUMBER:
        oca_buffer_print(out, "%s", oca_number_text(out->mem, cell->value));
        break;
    case OCA_CELL_DATE:
        oca_buffer_print(out, "%s", oca_day_text(out->mem, cell->day));
        break;
    case OCA_CELL_UNDEFINED:
        break;
    }
}

void oca_table_csv(oca_buffer *out, const oca_table *table) {
    size_t n = table->columns.n;
    for (size_t c = 0; c < n; c++) {
        const oca_column *column = &table->columns.at[c];
        put_text(out, column->field ? column->field : column->heading);
        oca_buffer_print(out, c + 1 < n ? "," : "\n");
    }
    for (size_t i = 0, c = 0; i < table->cells.n; i++) {
        put_cell(out, &table->cells.at[i]);
        c = c + 1 < n ? c + 1 : 0;
        oca_buffer_print(out, c ? "," : "\n");
    }
}
