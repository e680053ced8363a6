#include "parts.h"

#include "../../engine/base/text.h"
#include "../words.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

char *oca_writable(oca_arena *mem, const char *text) {
    size_t n = strlen(text) + 1;
    return memcpy(oca_alloc(mem, n), text, n);
}

/* Keeps the first failure. */
static void fail_because(oca_book *book, const char *where, const char *why) {
    size_t n = strlen(why);
    while (n && (why[n - 1] == '.' || why[n - 1] == '\n'))
        n--;
    if (!book->failure)
        book->failure =
            oca_format_text(book->mem, oca_message("the workbook cannot be written, %s: %.*s"), where, (int)n, why);
}

static void fail(oca_book *book, const char *where, lxw_error error) {
    fail_because(book, where, lxw_strerror(error));
}

bool oca_sheet_works(const oca_sheet *sheet) {
    return !sheet->book->failure;
}

void oca_sheet_check(oca_sheet *sheet, lxw_error error, const char *what) {
    if (error != LXW_NO_ERROR)
        fail(sheet->book, oca_format_text(sheet->book->mem, "%s of sheet %s", what, sheet->name), error);
}

static const char *folder_of(oca_arena *mem, const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return oca_copy(mem, path, slash == path ? 1 : (size_t)(slash - path));
}

/* A column's width is counted in digits of the workbook's normal font, its first format. The library's is Calibri,
 * which LibreOffice replaces by a wider one where it is not installed; Arial has a twin of the same widths there. */
static void make_normal(lxw_workbook *workbook) {
    lxw_format *normal = STAILQ_FIRST(workbook->formats);
    format_set_font_name(normal, "Arial");
    format_set_font_size(normal, OCA_TEXT_SIZE);
    format_set_font_scheme(normal, "");
}

oca_book *oca_book_open(oca_arena *mem, const char *path, const char *title, oca_day created) {
    oca_book *book = oca_alloc(mem, sizeof *book);
    *book = (oca_book){.mem = mem, .path = path};
    /* In the target's folder: libxlsxwriter does not notice that another one is full. */
    lxw_workbook_options options = {.tmpdir = oca_writable(mem, folder_of(mem, path))};
    book->workbook = workbook_new_opt(path, &options);
    if (!book->workbook) {
        fail(book, "at its start", LXW_ERROR_MEMORY_MALLOC_FAILED);
        return book;
    }
    make_normal(book->workbook);
    /* Noon, since 0 seconds would stand for the clock. */
    lxw_doc_properties properties = {.title = oca_writable(mem, title), .created = (time_t)created * 86400 + 43200};
    lxw_error error = workbook_set_properties(book->workbook, &properties);
    if (error != LXW_NO_ERROR)
        fail(book, "its properties", error);
    return book;
}

oca_status oca_book_close(oca_book *book, oca_faults *faults) {
    if (book->workbook && book->failure)
        lxw_workbook_free(book->workbook);
    else if (book->workbook) {
        lxw_error error = workbook_close(book->workbook); /* frees it in any case */
        if (error != LXW_NO_ERROR)
            fail(book, "at its end", error);
    }
    book->workbook = NULL;
    if (!book->failure)
        return OCA_OK;
    oca_report(faults, OCA_FAILURE, book->path, 0, "%s", book->failure);
    return OCA_SYSTEM;
}

oca_sheet *oca_book_sheet(oca_book *book, const char *name) {
    enum { USUAL_WIDTH = 9 };
    oca_sheet *sheet = oca_alloc(book->mem, sizeof *sheet);
    *sheet = (oca_sheet){.book = book, .name = name, .fitted_row = -1};
    for (size_t i = 0; i < OCA_COLUMNS_KNOWN; i++)
        sheet->widths[i] = USUAL_WIDTH;
    if (book->failure)
        return sheet;
    sheet->worksheet = workbook_add_worksheet(book->workbook, name);
    if (!sheet->worksheet)
        fail(book, oca_format_text(book->mem, "sheet %s", name), LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
    return sheet;
}

oca_arena *oca_sheet_memory(const oca_sheet *sheet) {
    return sheet->book->mem;
}

/* Formats. */

static void frame(lxw_format *format, oca_frame_line line) {
    enum { LINE_COLOUR = 0x9AA5B1 };
    if (line == OCA_FRAME_NONE)
        return;
    if (line == OCA_FRAME_BELOW) {
        format_set_bottom(format, LXW_BORDER_THIN);
        return;
    }
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, LINE_COLOUR);
}

static void align(lxw_format *format, const oca_look *look) {
    static const uint8_t across[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    format_set_align(format, across[look->align]);
    format_set_align(format, look->upright ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->shrink)
        format_set_shrink(format);
    if (look->upright)
        format_set_rotation(format, 90);
}

static bool is_rule(oca_style style) {
    return style >= OCA_STYLE_RULE_BUSY;
}

static lxw_format *new_format(oca_book *book, oca_style style) {
    oca_look look = oca_look_of(style);
    lxw_format *format = workbook_add_format(book->workbook);
    if (!format)
        return NULL;
    if (look.bold)
        format_set_bold(format);
    if (look.italic)
        format_set_italic(format);
    if (look.struck)
        format_set_font_strikeout(format);
    if (look.colour)
        format_set_font_color(format, (lxw_color_t)look.colour);
    if (look.fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, (lxw_color_t)look.fill);
    }
    if (is_rule(style)) /* a conditional format changes these and leaves the rest as it was */
        return format;
    format_set_font_name(format, "Arial");
    format_set_font_size(format, look.size);
    frame(format, look.frame);
    align(format, &look);
    if (look.numbers)
        format_set_num_format(format, look.numbers);
    if (look.unlocked)
        format_set_unlocked(format);
    return format;
}

lxw_format *oca_book_style(oca_book *book, oca_style style) {
    if (!book->formats[style])
        book->formats[style] = new_format(book, style);
    if (!book->formats[style])
        fail(book, "a format", LXW_ERROR_MEMORY_MALLOC_FAILED);
    return book->formats[style];
}

/* Cells. */

const char *oca_cell_name(const oca_sheet *sheet, const char *fixed, int row, int column) {
    char letters[8] = "";
    size_t at = sizeof letters - 1;
    for (int rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    return oca_format_text(sheet->book->mem, "%s%s%s%d", strchr(fixed, 'c') ? "$" : "", letters + at,
                           strchr(fixed, 'r') ? "$" : "", row + 1);
}

const char *oca_range_of(const oca_sheet *sheet, int first_row, int first_column, int last_row, int last_column) {
    return oca_format_text(sheet->book->mem, "'%s'!%s:%s", sheet->name,
                           oca_cell_name(sheet, "rc", first_row, first_column),
                           oca_cell_name(sheet, "rc", last_row, last_column));
}

void oca_book_name(oca_sheet *sheet, const char *name, int first_row, int first_column, int last_row, int last_column) {
    if (!oca_sheet_works(sheet))
        return;
    const char *range = oca_range_of(sheet, first_row, first_column, last_row, last_column);
    const char *formula = oca_format_text(sheet->book->mem, "=%s", range);
    oca_sheet_check(sheet, workbook_define_name(sheet->book->workbook, name, formula), name);
}

static void check_cell(oca_sheet *sheet, lxw_error error, int row, int column) {
    if (error != LXW_NO_ERROR)
        oca_sheet_check(sheet, error,
                        oca_format_text(sheet->book->mem, "cell %s", oca_cell_name(sheet, "", row, column)));
}

void oca_put_text(oca_sheet *sheet, int row, int column, oca_style style, const char *text) {
    if (!oca_sheet_works(sheet))
        return;
    lxw_format *format = oca_book_style(sheet->book, style);
    if (!text || !*text) {
        check_cell(sheet, worksheet_write_blank(sheet->worksheet, row, (lxw_col_t)column, format), row, column);
        return;
    }
    const char *shown = oca_cell_text(sheet->book->mem, text);
    check_cell(sheet, worksheet_write_string(sheet->worksheet, row, (lxw_col_t)column, shown, format), row, column);
    oca_sheet_measure(sheet, row, column, column, style, text);
}

void oca_put_number(oca_sheet *sheet, int row, int column, oca_style style, double value) {
    if (!oca_sheet_works(sheet))
        return;
    lxw_format *format = oca_book_style(sheet->book, style);
    check_cell(sheet, worksheet_write_number(sheet->worksheet, row, (lxw_col_t)column, value, format), row, column);
}

double oca_serial(oca_day day) {
    return (double)day - OCA_SERIAL_EPOCH;
}

static void put_day(oca_sheet *sheet, int row, int column, oca_style style, oca_day day) {
    oca_put_number(sheet, row, column, style, oca_serial(day));
}

void oca_put_date(oca_sheet *sheet, int row, int column, oca_style style, oca_date date) {
    if (date.given)
        put_day(sheet, row, column, style, date.day);
    else
        oca_put_text(sheet, row, column, style, NULL);
}

void oca_put_maybe(oca_sheet *sheet, int row, int column, oca_style style, oca_number value) {
    if (value.given)
        oca_put_number(sheet, row, column, style, value.value);
    else
        oca_put_text(sheet, row, column, style, OCA_UNDEFINED_SHOWN);
}

/* False, after a failure, if Excel would refuse to open the workbook for it. */
static bool formula_fits(oca_sheet *sheet, int row, int column, const char *formula) {
    enum { MOST = 8192 };
    if (strlen(formula) <= MOST)
        return true;
    fail_because(
        sheet->book,
        oca_format_text(sheet->book->mem, "cell %s of sheet %s", oca_cell_name(sheet, "", row, column), sheet->name),
        "its formula is longer than 8,192 characters");
    return false;
}

void oca_put_formula(oca_sheet *sheet, int row, int column, oca_style style, const char *formula, double value) {
    if (!oca_sheet_works(sheet) || !formula_fits(sheet, row, column, formula))
        return;
    lxw_format *format = oca_book_style(sheet->book, style);
    lxw_error error = worksheet_write_formula_num(sheet->worksheet, row, (lxw_col_t)column, formula, format, value);
    check_cell(sheet, error, row, column);
}

void oca_put_formula_text(oca_sheet *sheet, int row, int column, oca_style style, const char *formula,
                          const char *value) {
    if (!oca_sheet_works(sheet) || !formula_fits(sheet, row, column, formula))
        return;
    lxw_format *format = oca_book_style(sheet->book, style);
    const char *shown = oca_cell_text(sheet->book->mem, value);
    lxw_error error = worksheet_write_formula_str(sheet->worksheet, row, (lxw_col_t)column, formula, format, shown);
    check_cell(sheet, error, row, column);
    oca_sheet_measure(sheet, row, column, column, style, value);
}

void oca_put_across(oca_sheet *sheet, int row, int first_column, int last_column, oca_style style, const char *text) {
    if (last_column <= first_column) {
        oca_put_text(sheet, row, first_column, style, text);
        return;
    }
    if (!oca_sheet_works(sheet))
        return;
    lxw_format *format = oca_book_style(sheet->book, style);
    const char *shown = oca_cell_text(sheet->book->mem, text);
    lxw_error error = worksheet_merge_range(sheet->worksheet, row, (lxw_col_t)first_column, row, (lxw_col_t)last_column,
                                            shown, format);
    check_cell(sheet, error, row, first_column);
    oca_sheet_measure(sheet, row, first_column, last_column, style, text);
}
