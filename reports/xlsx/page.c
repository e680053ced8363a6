#include "page.h"

#include "../../engine/base/words.h"

#include "../../engine/base/text.h"
#include "parts.h"
#include "text.h"

#include <string.h>

void oca_set_width(oca_sheet *sheet, int first_column, int last_column, double width) {
    if (!oca_sheet_works(sheet))
        return;
    for (int i = first_column; i <= last_column && i < OCA_COLUMNS_KNOWN; i++)
        sheet->widths[i] = width;
    lxw_error error = worksheet_set_column(sheet->worksheet, (lxw_col_t)first_column, (lxw_col_t)last_column, width,
                                           oca_book_style(sheet->book, OCA_STYLE_PLAIN));
    oca_sheet_check(sheet, error, "the columns");
}

void oca_sheet_measure(oca_sheet *sheet, int row, int first_column, int last_column, oca_style style,
                       const char *text) {
    oca_look look = oca_look_of(style);
    if (look.upright || !text)
        return;
    if (row != sheet->fitted_row) {
        sheet->fitted_row = row;
        sheet->fitted_height = 0;
    }
    double room = 0;
    for (int i = first_column; i <= last_column && i < OCA_COLUMNS_KNOWN; i++)
        room += oca_column_room(sheet->widths[i]);
    int lines = look.wrap ? oca_wrapped_lines(text, room, look.size, look.bold) : 1;
    double height = oca_lines_height(lines, look.size);
    if (height > sheet->fitted_height)
        sheet->fitted_height = height;
}

void oca_fit_row(oca_sheet *sheet, int row, double least) {
    enum { MOST = 409 }; /* points: no spreadsheet has higher rows */
    if (!oca_sheet_works(sheet))
        return;
    double height = row == sheet->fitted_row ? sheet->fitted_height : 0;
    if (height < least)
        height = least;
    if (height > 0)
        oca_sheet_check(sheet, worksheet_set_row(sheet->worksheet, row, height < MOST ? height : MOST, NULL), "a row");
}

void oca_put_hint(oca_sheet *sheet, int row, int first_column, int last_column, const char *hint) {
    oca_look look = oca_look_of(OCA_STYLE_NOTE);
    double room = 0;
    for (int i = first_column; i <= last_column && i < OCA_COLUMNS_KNOWN; i++)
        room += oca_column_room(sheet->widths[i]);
    if (last_column == first_column || !hint || oca_wrapped_lines(hint, room, look.size, look.bold) == 1) {
        oca_put_text(sheet, row, first_column, OCA_STYLE_HINT, hint);
        return;
    }
    oca_put_across(sheet, row, first_column, last_column, OCA_STYLE_NOTE, hint);
    oca_fit_row(sheet, row, 0);
}

/* For a header: "&" begins a code there, and all of it holds 255 characters. A text that begins with a digit must
 * not be read as part of the code for the font's size, hence the space. */
static const char *header_text(oca_arena *mem, const char *text) {
    enum { MOST = 75 }; /* bytes; two of them and their codes fit well */
    oca_buffer out = {.mem = mem};
    text = oca_cell_text(mem, text);
    size_t n = strlen(text);
    for (size_t i = 0; i < n; i++) {
        bool starts = ((unsigned char)text[i] & 0xC0) != 0x80;
        if (starts && out.n > MOST) {
            oca_buffer_print(&out, "…");
            break;
        }
        oca_buffer_add(&out, text[i] == '&' ? "&&" : &text[i], text[i] == '&' ? 2 : 1);
    }
    return out.at ? out.at : "";
}

static void print_what(oca_sheet *sheet, const oca_paper *paper) {
    lxw_worksheet *worksheet = sheet->worksheet;
    if (paper->last_repeated >= paper->first_repeated)
        oca_sheet_check(sheet, worksheet_repeat_rows(worksheet, paper->first_repeated, paper->last_repeated),
                        "the repeated rows");
    if (paper->last_column)
        oca_sheet_check(sheet,
                        worksheet_print_area(worksheet, 0, (lxw_col_t)paper->first_column, paper->last_row,
                                             (lxw_col_t)paper->last_column),
                        "the print area");
}

void oca_set_paper(oca_sheet *sheet, const oca_paper *paper) {
    enum { A4 = 9 };
    if (!oca_sheet_works(sheet))
        return;
    const double side = 0.4, top = 0.7, bottom = 0.6; /* inches */
    lxw_worksheet *worksheet = sheet->worksheet;
    oca_arena *mem = sheet->book->mem;
    worksheet_set_paper(worksheet, A4);
    if (paper->portrait)
        worksheet_set_portrait(worksheet);
    else
        worksheet_set_landscape(worksheet);
    worksheet_set_margins(worksheet, side, side, top, bottom);
    if (paper->one_page) /* which may be narrower than the paper */
        worksheet_center_horizontally(worksheet);
    int across = paper->pages_across > 1 ? paper->pages_across : 1;
    worksheet_fit_to_pages(worksheet, (uint16_t)across, paper->one_page ? 1 : 0);
    if (across > 1)
        oca_sheet_check(sheet, worksheet_repeat_columns(worksheet, 0, (lxw_col_t)paper->last_column_repeated),
                        "the columns that repeat");
    worksheet_gridlines(worksheet, LXW_HIDE_ALL_GRIDLINES);
    print_what(sheet, paper);
    const char *header =
        oca_format_text(mem, "&L&9 %s&R&9 %s", header_text(mem, paper->left), header_text(mem, paper->right));
    const char *footer = oca_format_text(mem, "&L&9 %s&R&9 %s", header_text(mem, paper->footer),
                                         oca_format_text(mem, _("Page %s of %s"), "&P", "&N"));
    lxw_header_footer_options margin = {.margin = 0.3};
    oca_sheet_check(sheet, worksheet_set_header_opt(worksheet, header, &margin), "the header");
    oca_sheet_check(sheet, worksheet_set_footer_opt(worksheet, footer, &margin), "the footer");
}

void oca_break_pages(oca_sheet *sheet, const int *rows, double scale) {
    enum { MOST = 1023 }; /* Excel's limit */
    lxw_row_t breaks[MOST + 1] = {0};
    if (!oca_sheet_works(sheet))
        return;
    for (size_t i = 0; i < MOST && rows[i]; i++)
        breaks[i] = (lxw_row_t)rows[i];
    worksheet_set_print_scale(sheet->worksheet, (uint16_t)scale); /* fitting pages would pass over the breaks */
    if (breaks[0])
        oca_sheet_check(sheet, worksheet_set_h_pagebreaks(sheet->worksheet, breaks), "the page breaks");
}

void oca_freeze(oca_sheet *sheet, int row, int column) {
    if (oca_sheet_works(sheet))
        worksheet_freeze_panes(sheet->worksheet, row, (lxw_col_t)column);
}

void oca_set_filter(oca_sheet *sheet, int heading_row, int first_column, int last_row, int last_column) {
    if (oca_sheet_works(sheet))
        oca_sheet_check(sheet,
                        worksheet_autofilter(sheet->worksheet, heading_row, (lxw_col_t)first_column, last_row,
                                             (lxw_col_t)last_column),
                        "the filter");
}

void oca_protect(oca_sheet *sheet) {
    if (!oca_sheet_works(sheet))
        return;
    lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    worksheet_protect(sheet->worksheet, NULL, &allowed);
}

void oca_hide(oca_sheet *sheet) {
    if (oca_sheet_works(sheet))
        worksheet_hide(sheet->worksheet);
}

void oca_show_first(oca_sheet *sheet) {
    if (oca_sheet_works(sheet))
        worksheet_activate(sheet->worksheet);
}

static void validate(oca_sheet *sheet, oca_block_of_cells cells, lxw_data_validation *rule, const char *message) {
    enum { MOST = 255 };
    oca_arena *mem = sheet->book->mem;
    rule->ignore_blank = LXW_VALIDATION_ON;
    if (message && strlen(message) < MOST)
        rule->input_message = oca_writable(mem, message);
    lxw_error error = worksheet_data_validation_range(sheet->worksheet, cells.first_row, (lxw_col_t)cells.first_column,
                                                      cells.last_row, (lxw_col_t)cells.last_column, rule);
    oca_sheet_check(sheet, error, "a drop-down list or limit");
}

void oca_offer(oca_sheet *sheet, oca_block_of_cells cells, const char *name, bool strict, const char *message) {
    if (!oca_sheet_works(sheet))
        return;
    oca_arena *mem = sheet->book->mem;
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
        .value_formula = oca_writable(mem, oca_format_text(mem, "=%s", name)),
        .error_type = strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING,
        .error_title = oca_writable(mem, _("Not in the list")),
        .error_message =
            oca_writable(mem, strict ? _("Please choose from the list.") : _("This is not in the list. Keep it?")),
    };
    validate(sheet, cells, &rule, message);
}

void oca_limit_numbers(oca_sheet *sheet, oca_block_of_cells cells, double least, double most, const char *message) {
    if (!oca_sheet_works(sheet))
        return;
    oca_arena *mem = sheet->book->mem;
    const char *why = oca_format_text(mem, _("Please enter a number from %s to %s."), oca_number_text(mem, least),
                                      oca_number_text(mem, most));
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_DECIMAL,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_number = least,
        .maximum_number = most,
        .error_title = oca_writable(mem, _("Not such a number")),
        .error_message = oca_writable(mem, why),
    };
    validate(sheet, cells, &rule, message);
}

void oca_limit_days(oca_sheet *sheet, oca_block_of_cells cells, const char *message) {
    if (!oca_sheet_works(sheet))
        return;
    oca_arena *mem = sheet->book->mem;
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_DATE,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_datetime = {.year = 1990, .month = 1, .day = 1},
        .maximum_datetime = {.year = 2199, .month = 12, .day = 31},
        .error_title = oca_writable(mem, _("Not a date")),
        .error_message = oca_writable(mem, _("Please enter a date, such as 2025-06-30.")),
    };
    validate(sheet, cells, &rule, message);
}

void oca_when(oca_sheet *sheet, oca_block_of_cells cells, const char *formula, oca_style style) {
    if (!oca_sheet_works(sheet))
        return;
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = oca_writable(sheet->book->mem, formula),
        .format = oca_book_style(sheet->book, style),
    };
    lxw_error error =
        worksheet_conditional_format_range(sheet->worksheet, cells.first_row, (lxw_col_t)cells.first_column,
                                           cells.last_row, (lxw_col_t)cells.last_column, &rule);
    oca_sheet_check(sheet, error, "a conditional format");
}
