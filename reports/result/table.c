#include "table.h"

/* "part_of" and "training-centre" as the name of an attribute. */
static const char *attribute(oca_arena *mem, const char *field) {
    char *name = oca_alloc(mem, strlen(field) + 1);
    for (size_t i = 0; field[i]; i++)
        name[i] = field[i] == '_' ? '-' : field[i];
    return name;
}

static void put_cell(oca_stream *out, const char *name, const oca_cell *cell) {
    switch (cell->kind) {
    case OCA_CELL_TEXT:
        oca_stream_attribute(out, name, cell->text);
        break;
    case OCA_CELL_NUMBER:
        oca_stream_figure(out, name, oca_given(cell->value), cell->decimals, NULL);
        break;
    case OCA_CELL_DATE:
        oca_stream_day(out, name, (oca_date){true, cell->day});
        break;
    case OCA_CELL_UNDEFINED:
        oca_stream_figure(out, name, (oca_number){0}, 0, cell->text);
        break;
    }
}

void oca_result_table(oca_stream *out, oca_arena *mem, const oca_named_table *made) {
    const oca_table *table = &made->table;
    size_t n = table->columns.n;
    const char **names = oca_alloc(mem, n * sizeof *names);
    oca_stream_begin(out, made->name);
    oca_stream_attribute(out, "title", made->title ? made->title : made->sheet);
    oca_stream_attribute(out, "hint", made->hint);
    for (size_t c = 0; c < n; c++) {
        names[c] = attribute(mem, table->columns.at[c].field);
        oca_stream_begin(out, "column");
        oca_stream_attribute(out, "name", names[c]);
        oca_stream_attribute(out, "heading", table->columns.at[c].heading);
        oca_stream_end(out);
    }
    for (size_t row = 0; row < oca_table_rows(table); row++) {
        oca_stream_begin(out, made->row);
        for (size_t c = 0; c < n; c++)
            put_cell(out, names[c], &table->cells.at[row * n + c]);
        oca_stream_end(out);
    }
    oca_stream_end(out);
}
