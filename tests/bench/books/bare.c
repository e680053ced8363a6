/* The limit for writing a workbook: a libxlsxwriter program that does nothing but write the cells that it is given,
 * one a line of standard input: sheet, row, column, kind (n, s, f), style, value or, of a formula, value and formula,
 * with tabs between. `bare OUT.xlsx < CELLS`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { MOST_SHEETS = 64, MOST_STYLES = 256, LONGEST = 70000 };

static lxw_format *style_of(lxw_workbook *book, lxw_format **styles, int number) {
    if (!styles[number]) {
        styles[number] = workbook_add_format(book);
        format_set_text_wrap(styles[number]);
        format_set_border(styles[number], LXW_BORDER_THIN);
        format_set_font_size(styles[number], 8 + number); /* so that each is one of its own */
    }
    return styles[number];
}

/* The next field, ended in place. */
static char *field(char **line) {
    char *start = *line, *tab = strchr(start, '\t');
    if (tab)
        *tab = '\0';
    *line = tab ? tab + 1 : start + strlen(start);
    return start;
}

int main(int argc, char **argv) {
    static char line[LONGEST];
    lxw_worksheet *sheets[MOST_SHEETS] = {0};
    lxw_format *styles[MOST_STYLES] = {0};
    lxw_workbook *book = argc == 2 ? workbook_new(argv[1]) : NULL;
    while (book && fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        char *at = line;
        int sheet = atoi(field(&at)) % MOST_SHEETS, row = atoi(field(&at)), column = atoi(field(&at));
        char kind = *field(&at);
        lxw_format *style = style_of(book, styles, atoi(field(&at)) % MOST_STYLES);
        char *value = field(&at);
        if (!sheets[sheet])
            sheets[sheet] = workbook_add_worksheet(book, NULL);
        lxw_error error = LXW_NO_ERROR;
        if (kind == 'n')
            error = worksheet_write_number(sheets[sheet], row, (lxw_col_t)column, atof(value), style);
        else if (kind == 'f')
            error = worksheet_write_formula_str(sheets[sheet], row, (lxw_col_t)column, at, style, value);
        else
            error = worksheet_write_string(sheets[sheet], row, (lxw_col_t)column, value, style);
        if (error != LXW_NO_ERROR)
            return 1;
    }
    return book && workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
