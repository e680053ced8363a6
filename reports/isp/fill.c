/* Cells to fill in, and what they are found by; declared in sheets.h. */
#include "sheets.h"

#include <string.h>

void oca_isp_keys(oca_sheet *sheet, int row, const char *table, const oca_isp_column *columns, size_t n) {
    oca_put_text(sheet, row, 0, OCA_STYLE_KEY, oca_format_text(oca_sheet_memory(sheet), "oca:%s", table));
    for (size_t i = 1; i < n; i++)
        oca_put_text(sheet, row, (int)i, OCA_STYLE_KEY, columns[i].key ? columns[i].key : "-");
    oca_fit_row(sheet, row, 0);
}

void oca_isp_shows_only(oca_sheet *sheet) {
    oca_put_text(sheet, 0, 0, OCA_STYLE_KEY, "oca:-");
}

oca_isp_cells oca_isp_cells_of(const oca_isp_book *b, const char *table, const char *row_id) {
    oca_isp_cells cells = {.table = oca_form_find(&b->form, table)};
    for (size_t i = 0; row_id && i < cells.table->rows.n && !cells.row; i++)
        if (oca_equal(cells.table->rows.at[i].id, row_id))
            cells.row = &cells.table->rows.at[i];
    return cells;
}

const char *oca_isp_shown(const oca_isp_book *b, const char *list, const char *word) {
    if (!list || !word)
        return word;
    if (oca_equal(list, "role"))
        return oca_isp_role_label(b, word);
    if (oca_equal(list, "training"))
        return oca_isp_training_title(b, word);
    if (oca_equal(list, "support"))
        return oca_isp_funder(word);
    for (int i = 0; oca_equal(list, "status") && oca_action_status_words[i]; i++)
        if (oca_equal(oca_action_status_words[i], word))
            return oca_status_shown((oca_action_status)(i + OCA_NOT_STARTED));
    return oca_equal(list, "yes-no") ? _(word) : word;
}

static bool is_money(const char *key) {
    return strncmp(key, "cost", 4) == 0;
}

static oca_style style_of(const oca_form_column *column, bool shown) {
    switch (column->kind) {
    case OCA_COLUMN_DAY:
        return shown ? OCA_STYLE_DAY : OCA_STYLE_INPUT_DAY;
    case OCA_COLUMN_NUMBER:
        if (is_money(column->key))
            return shown ? OCA_STYLE_MONEY : OCA_STYLE_INPUT_MONEY;
        return shown ? OCA_STYLE_LEVEL : OCA_STYLE_INPUT_CENTRED;
    case OCA_COLUMN_WHOLE:
        return shown ? OCA_STYLE_WHOLE : OCA_STYLE_INPUT_WHOLE;
    case OCA_COLUMN_CHOICE:
        if (oca_equal(column->words, "role") || oca_equal(column->words, "training"))
            break;
        return shown ? OCA_STYLE_TEXT_CENTRED : OCA_STYLE_INPUT_CENTRED;
    default:
        break;
    }
    return shown ? OCA_STYLE_TEXT : OCA_STYLE_INPUT;
}

void oca_isp_put(const oca_isp_book *b, oca_sheet *sheet, int row, int column, const oca_isp_cells *cells,
                 const char *key, bool shown) {
    size_t at = 0;
    while (at < cells->table->columns.n && !oca_equal(cells->table->columns.at[at].key, key))
        at++;
    if (at == cells->table->columns.n)
        return;
    const oca_form_column *of = &cells->table->columns.at[at];
    const char *value = cells->row ? cells->row->cells[at] : NULL;
    oca_style style = style_of(of, shown);
    oca_date date = {0};
    double number;
    if (of->kind == OCA_COLUMN_DAY) {
        date.given = value && oca_day_parse(&date.day, value, strlen(value));
        oca_put_date(sheet, row, column, style, date);
    } else if (value && (of->kind == OCA_COLUMN_NUMBER || of->kind == OCA_COLUMN_WHOLE) &&
               oca_number_parse(&number, value, strlen(value)))
        oca_put_number(sheet, row, column, style, number);
    else
        oca_put_text(sheet, row, column, style, oca_isp_shown(b, of->words, value));
}
