#include "table_sheet.h"

#include "../words.h"

#include <string.h>

enum { TITLE_ROW, HINT_ROW, HEADING_ROW, FIRST_ROW };
enum { MOST_ROWS = 1000000 }; /* Excel has 1,048,576 */

static oca_style style_of(const oca_cell *cell) {
    if (cell->kind == OCA_CELL_DATE)
        return OCA_STYLE_DAY;
    if (cell->kind == OCA_CELL_NUMBER)
        return cell->decimals == 0 ? OCA_STYLE_WHOLE : cell->decimals == 1 ? OCA_STYLE_POINTS : OCA_STYLE_SCORE;
    return cell->kind == OCA_CELL_TEXT ? OCA_STYLE_TEXT : OCA_STYLE_TEXT_CENTRED;
}

static void put_cell(oca_sheet *sheet, int row, int column, const oca_cell *cell) {
    oca_style style = style_of(cell);
    switch (cell->kind) {
    case OCA_CELL_TEXT:
        oca_put_text(sheet, row, column, style, cell->text);
        break;
    case OCA_CELL_NUMBER:
        oca_put_number(sheet, row, column, style, cell->value);
        break;
    case OCA_CELL_DATE:
        oca_put_date(sheet, row, column, style, (oca_date){true, cell->day});
        break;
    case OCA_CELL_UNDEFINED:
        oca_put_text(sheet, row, column, style, OCA_UNDEFINED_SHOWN);
        break;
    }
}

static size_t letters(const char *text) {
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

/* Wide enough for numbers and dates; of texts for most, the others wrap. */
static double width_of(const oca_table *table, size_t column) {
    enum { LEAST = 9, MOST = 42, LOOKED_AT = 2000 };
    size_t widest = LEAST, n = table->columns.n;
    for (const char *word = table->columns.at[column].heading; *word; word += strspn(word, " ")) {
        size_t length = strcspn(word, " ");
        widest =
            length + 3 > widest ? length + 3 : widest; /* a heading's words stay whole, beside the filter's button */
        word += length;
    }
    for (size_t i = column; i < table->cells.n && i < LOOKED_AT * n; i += n) {
        const oca_cell *cell = &table->cells.at[i];
        size_t own = cell->kind == OCA_CELL_TEXT && cell->text ? letters(cell->text) + 1 : LEAST;
        widest = own > widest ? own : widest;
    }
    return widest > MOST ? MOST : (double)widest;
}

/* Below the table: why a "–" stands there, each reason once. */
static int put_reasons(oca_sheet *sheet, int row, const oca_table *table) {
    enum { MOST_REASONS = 12 };
    oca_strings told = {0};
    for (size_t i = 0; i < table->cells.n && told.n < MOST_REASONS; i++) {
        const oca_cell *cell = &table->cells.at[i];
        if (cell->kind != OCA_CELL_UNDEFINED || !cell->text || !*cell->text || oca_holds(&told, cell->text))
            continue;
        *(const char **)OCA_ADD(oca_sheet_memory(sheet), &told) = cell->text;
        /* NOLINTNEXTLINE(clang-analyzer-core.DivideZero): where there are cells there are columns */
        const char *heading = table->columns.at[i % table->columns.n].heading;
        oca_put_text(sheet, row++, 0, OCA_STYLE_HINT,
                     oca_format_text(oca_sheet_memory(sheet), _("– in %s: %s"), heading, cell->text));
    }
    return row;
}

/* So many, for these widths, that letters stay large enough to read; the fixed columns stand on each page. */
static int pages_across(const double *widths, size_t n, size_t fixed) {
    const double readable = 190; /* characters, on A4 across */
    double all = 0, repeated = 0;
    for (size_t c = 0; c < n; c++) {
        all += widths[c];
        repeated += c < fixed ? widths[c] : 0;
    }
    int pages = 1;
    while (all + repeated * (pages - 1) > readable * pages && repeated < readable / 2)
        pages++;
    return pages;
}

int oca_put_table_sheet(oca_sheet *sheet, const oca_named_table *made, const char *left, const char *right) {
    const oca_table *table = &made->table;
    size_t n = table->columns.n, rows = oca_table_rows(table), shown = rows < MOST_ROWS ? rows : MOST_ROWS;
    size_t fixed = n > 6 ? 2 : 1;
    double *widths = oca_alloc(oca_sheet_memory(sheet), n * sizeof *widths);
    for (size_t c = 0; c < n; c++) {
        widths[c] = width_of(table, c);
        oca_set_width(sheet, (int)c, (int)c, widths[c]);
    }
    int pages = pages_across(widths, n, fixed);
    oca_put_text(sheet, TITLE_ROW, 0, OCA_STYLE_SHEET_TITLE, made->sheet);
    oca_put_hint(sheet, HINT_ROW, 0, (int)(pages > 1 ? fixed : n) - 1, made->hint); /* whole on each page */
    for (size_t c = 0; c < n; c++)
        oca_put_text(sheet, HEADING_ROW, (int)c, OCA_STYLE_HEADING, table->columns.at[c].heading);
    oca_fit_row(sheet, HEADING_ROW, 30);
    for (size_t row = 0; row < shown; row++) {
        for (size_t c = 0; c < n; c++)
            put_cell(sheet, FIRST_ROW + (int)row, (int)c, &table->cells.at[row * n + c]);
        oca_fit_row(sheet, FIRST_ROW + (int)row, 0);
    }
    int last = FIRST_ROW + (int)shown;
    oca_set_filter(sheet, HEADING_ROW, 0, last - 1, (int)n - 1);
    if (shown < rows)
        oca_put_text(sheet, last++, 0, OCA_STYLE_HINT, _("More rows than a sheet holds: the rest is in the JSON."));
    last = put_reasons(sheet, last, table);
    oca_freeze(sheet, FIRST_ROW, (int)fixed);
    oca_set_paper(sheet, &(oca_paper){.first_repeated = HEADING_ROW,
                                      .last_repeated = HEADING_ROW,
                                      .last_row = last - 1,
                                      .last_column = (int)n - 1,
                                      .pages_across = pages,
                                      .last_column_repeated = (int)fixed - 1,
                                      .left = left,
                                      .right = right,
                                      .footer = made->sheet});
    return FIRST_ROW;
}
