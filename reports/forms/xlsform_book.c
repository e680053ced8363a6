/* The rows of an XLSForm into a workbook; declared in xlsform.h. */
#include "../xlsx/page.h"
#include "xlsform.h"

#include <string.h>

/* Wide enough for what people read and translate; names and rules are short. */
static double width_of(const oca_column *column) {
    enum { NARROW = 14, MIDDLE = 26, WIDE = 50 };
    const char *heading = column->heading;
    if (strncmp(heading, "label", 5) == 0 || strncmp(heading, "hint", 4) == 0)
        return WIDE;
    return oca_equal(heading, "style") || oca_equal(heading, "required") ? NARROW : MIDDLE;
}

/* Every cell a text: a level written as a number would come back as 1.0. Empty cells are not written at all. */
static void add_sheet(oca_book *book, const char *name, const oca_table *table, const char *title) {
    oca_sheet *sheet = oca_book_sheet(book, name);
    size_t n = table->columns.n;
    for (size_t c = 0; c < n; c++) {
        oca_set_width(sheet, (int)c, (int)c, width_of(&table->columns.at[c]));
        oca_put_text(sheet, 0, (int)c, OCA_STYLE_HEADING, table->columns.at[c].heading);
    }
    for (size_t row = 0; row < oca_table_rows(table); row++) {
        for (size_t c = 0; c < n; c++) {
            const char *text = table->cells.at[row * n + c].text;
            if (text && *text)
                oca_put_text(sheet, (int)row + 1, (int)c, OCA_STYLE_TEXT, text);
        }
        oca_fit_row(sheet, (int)row + 1, 0);
    }
    oca_freeze(sheet, 1, n > 2 ? 2 : 0);
    oca_set_paper(sheet, &(oca_paper){.last_row = (int)oca_table_rows(table),
                                      .last_column = (int)n - 1,
                                      .left = title,
                                      .right = name,
                                      .footer = ""});
}

oca_status oca_xlsform_write(const char *path, oca_arena *mem, const oca_xlsform *form, const char *title,
                             oca_day dated, oca_faults *faults) {
    oca_book *book = oca_book_open(mem, path, title, dated);
    add_sheet(book, "survey", &form->survey, title);
    add_sheet(book, "choices", &form->choices, title);
    add_sheet(book, "settings", &form->settings, title);
    return oca_book_close(book, faults);
}
