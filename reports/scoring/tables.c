/* The form's tables as cells to fill in; declared in sheets.h. */
#include "calc.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void oca_scoring_titles(oca_sheet *sheet, bool shows_only, const char *title, const char *hint) {
    oca_put_text(sheet, 0, 0, OCA_STYLE_KEY, shows_only ? "oca:-" : NULL);
    oca_put_text(sheet, 0, 1, OCA_STYLE_SHEET_TITLE, title);
    oca_fit_row(sheet, 0, 0);
    oca_put_text(sheet, 1, 1, OCA_STYLE_HINT, hint);
}

void oca_scoring_live_title(const oca_scoring_book *b, oca_sheet *sheet, const char *what, const char *hint) {
    /* TRANSLATORS: the title of a sheet, and the name of the organization */
    const char *title = _("%s: %s"), *const parts[] = {oca_quoted(b->mem, what), "oca_organization"};
    oca_scoring_titles(sheet, true, NULL, hint);
    oca_put_formula_text(sheet, 0, 1, OCA_STYLE_SHEET_TITLE,
                         oca_format_text(b->mem, "=%s", oca_said(b->mem, title, parts, OCA_COUNT(parts))),
                         oca_format_text(b->mem, _("%s: %s"), what, b->assessment->organization->name));
    oca_fit_row(sheet, 0, 20);
}

void oca_scoring_heads(oca_sheet *sheet, int row, const char *table, const oca_scoring_column *columns, size_t n) {
    oca_put_text(sheet, row, 0, OCA_STYLE_KEY, oca_format_text(oca_sheet_memory(sheet), "oca:%s", table));
    for (size_t i = 0; i < n; i++) {
        oca_style style = columns[i].key ? OCA_STYLE_HEADING_INPUT : OCA_STYLE_HEADING;
        oca_put_text(sheet, row, (int)i + 1, OCA_STYLE_KEY, columns[i].key ? columns[i].key : "-");
        oca_put_text(sheet, row + 1, (int)i + 1, style, _(columns[i].heading));
    }
    oca_fit_row(sheet, row + 1, 28);
}

/* The words of a cell as people read them. */
static const char *shown_tokens(const oca_scoring_book *b, const char *list, const char *value) {
    oca_strings words = {0};
    for (const char *at = value; *at;) {
        size_t n = strcspn(at, " \t\r\n");
        if (n)
            *(const char **)OCA_ADD(b->mem, &words) = oca_scoring_shown(list, oca_copy(b->mem, at, n));
        at += n + (at[n] != '\0');
    }
    return oca_join(b->mem, &words, " ");
}

static bool put_number(oca_sheet *sheet, int row, int column, oca_style style, const char *value) {
    double number;
    if (!oca_number_parse(&number, value, strlen(value)))
        return false;
    oca_put_number(sheet, row, column, style, number);
    return true;
}

void oca_scoring_cell(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, const oca_form_column *kind,
                      const char *value) {
    oca_style style = OCA_STYLE_INPUT_CENTRED;
    oca_date date = {0};
    switch (kind->kind) {
    case OCA_COLUMN_TEXT:
        style = OCA_STYLE_INPUT;
        break;
    case OCA_COLUMN_TOKENS:
        style = OCA_STYLE_INPUT;
        value = value ? shown_tokens(b, kind->words, value) : NULL;
        break;
    case OCA_COLUMN_NUMBER:
    case OCA_COLUMN_WHOLE:
    case OCA_COLUMN_ANSWER:
        if (value && put_number(sheet, row, column, style, value))
            return;
        value = value ? oca_scoring_shown(kind->words, value) : NULL;
        break;
    case OCA_COLUMN_DAY:
        date.given = value && oca_day_parse(&date.day, value, strlen(value));
        oca_put_date(sheet, row, column, OCA_STYLE_INPUT_DAY, date);
        return;
    case OCA_COLUMN_TIME:
        break;
    case OCA_COLUMN_CHOICE:
        value = value ? oca_scoring_shown(kind->words, value) : NULL;
        break;
    }
    oca_put_text(sheet, row, column, style, value);
}

void oca_scoring_limit(oca_sheet *sheet, oca_block_of_cells cells, const oca_form_column *kind, const char *hint) {
    enum { MOST_COUNTED = 100000000 };
    switch (kind->kind) {
    case OCA_COLUMN_DAY:
        oca_limit_days(sheet, cells, hint);
        break;
    case OCA_COLUMN_WHOLE:
        oca_limit_numbers(sheet, cells, 0, MOST_COUNTED, hint);
        break;
    case OCA_COLUMN_CHOICE:
        oca_offer(sheet, cells, oca_scoring_list_name(oca_sheet_memory(sheet), kind->words), true, hint);
        break;
    case OCA_COLUMN_TEXT:
    case OCA_COLUMN_NUMBER:
    case OCA_COLUMN_TIME:
    case OCA_COLUMN_ANSWER: /* offered scale by scale */
    case OCA_COLUMN_TOKENS:
        break;
    }
}

int oca_scoring_table(const oca_scoring_book *b, oca_sheet *sheet, int row, const char *table, const char *id_heading,
                      const oca_scoring_column *columns, size_t n) {
    const oca_form_table *filled = oca_form_find(&b->form, table);
    int first = row + 2, rows = (int)filled->rows.n + (filled->grows ? OCA_SCORING_SPARE_ROWS : 0);
    oca_scoring_heads(sheet, row, table, columns, n);
    oca_put_text(sheet, row + 1, 0, OCA_STYLE_HEADING_ID, _(id_heading));
    for (int i = 0; i < rows; i++) {
        const oca_form_row *own = (size_t)i < filled->rows.n ? &filled->rows.at[i] : NULL;
        oca_style id_style = filled->named   ? OCA_STYLE_INPUT_CENTRED
                             : filled->grows ? OCA_STYLE_INPUT_ID
                                             : OCA_STYLE_ID;
        oca_put_text(sheet, first + i, 0, id_style, own ? own->id : NULL);
        for (size_t k = 0; k < n; k++) {
            const oca_form_column *kind =
                columns[k].key ? oca_form_column_at(filled, own ? own->id : NULL, columns[k].key) : NULL;
            if (kind)
                oca_scoring_cell(b, sheet, first + i, (int)k + 1, kind, oca_form_value_in(filled, own, columns[k].key));
        }
        oca_fit_row(sheet, first + i, 16);
    }
    for (size_t k = 0; k < n && rows; k++)
        if (columns[k].key && !filled->n_by_row)
            oca_scoring_limit(sheet, (oca_block_of_cells){first, (int)k + 1, first + rows - 1, (int)k + 1},
                              oca_form_column_at(filled, NULL, columns[k].key), _(columns[k].hint));
    return first + rows;
}

size_t oca_scoring_scale_of(const oca_scoring_book *b, size_t item) {
    size_t number = 1;
    while (b->scales[number - 1].scale != b->frame->items[item].scale)
        number++;
    return number;
}

static oca_paper paper_of(const oca_scoring_book *b, bool portrait, int last_row, int first_column, int last_column,
                          int repeated) {
    const oca_rubric *rubric = b->frame->rubric;
    return (oca_paper){.portrait = portrait,
                       .first_repeated = repeated,
                       .last_repeated = repeated < 0 ? -2 : repeated,
                       .last_row = last_row,
                       .first_column = first_column,
                       .last_column = last_column,
                       .left = b->assessment->organization->name,
                       .right = oca_format_text(b->mem, "%s, %s", oca_round_word(b->assessment->round),
                                                oca_day_text(b->mem, b->assessment->date.day)),
                       .footer = oca_words_in(&rubric->titles, b->lang, rubric->lang)};
}

void oca_scoring_set_paper(const oca_scoring_book *b, oca_sheet *sheet, bool portrait, int last_row, int first_column,
                           int last_column, int repeated) {
    oca_paper paper = paper_of(b, portrait, last_row, first_column, last_column, repeated);
    oca_set_paper(sheet, &paper);
}

void oca_scoring_set_one_page(const oca_scoring_book *b, oca_sheet *sheet, int last_row, int first_column,
                              int last_column) {
    oca_paper paper = paper_of(b, true, last_row, first_column, last_column, -1);
    paper.one_page = true;
    oca_set_paper(sheet, &paper);
}
