/* One sheet of a workbook: its cells and which of them are merged. */
#include "../base/date.h"
#include "../base/words.h"
#include "workbook_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_REFERENCE = 64 };

typedef struct {
    oca_zip *zip;
    oca_worksheet *sheet;
    oca_arena *mem;
    oca_cell_context *context;
    int row, column; /* of the cell that is open or was last; row -1 before the first */
    size_t rows;
    bool in_cell, in_value, in_inline, formula;
    int phonetic;
    char type[12];   /* of the open cell: "s" … */
    size_t format;   /* its number */
    oca_buffer text; /* of its value */
    bool unsorted;
} reader;

const char *oca_cell_parse(const char *s, int *row, int *column) {
    int r = 0, c = 0;
    s += *s == '$';
    const char *letters = s;
    for (; (*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z'); s++) {
        c = c * 26 + ((*s | 32) - 'a' + 1);
        if (c > OCA_LAST_COLUMN + 1)
            return NULL;
    }
    if (s == letters)
        return NULL;
    s += *s == '$';
    const char *digits = s;
    for (; *s >= '0' && *s <= '9'; s++) {
        r = r * 10 + (*s - '0');
        if (r > OCA_LAST_ROW + 1)
            return NULL;
    }
    if (s == digits || r == 0)
        return NULL;
    *row = r - 1;
    *column = c - 1;
    return s;
}

static void wrong(reader *r, const char *what) {
    oca_zip_fault(r->zip, "the workbook is damaged, or not what it seems: in the sheet \"%s\" %s", r->sheet->name,
                  oca_message(what));
}

static void start_row(reader *r, const oca_part_attributes *attributes) {
    char number[16];
    if (++r->rows > OCA_MOST_ROWS) {
        oca_zip_fault(r->zip,
                      "the workbook is too large: the sheet \"%s\" has more than 1,000,000 rows; delete the empty "
                      "ones below its tables",
                      r->sheet->name);
        return;
    }
    if (oca_part_attribute(attributes, "r", number, sizeof number)) {
        char *end;
        long row = strtol(number, &end, 10);
        if (*end || row < 1 || row > OCA_LAST_ROW + 1)
            wrong(r, N_("a row has an impossible number"));
        else
            r->row = (int)row - 1;
    } else if (++r->row > OCA_LAST_ROW) {
        wrong(r, N_("there are too many rows"));
    }
    r->column = -1;
}

static void start_cell(reader *r, const oca_part_attributes *attributes) {
    char reference[LONGEST_REFERENCE], format[16];
    if (oca_part_attribute(attributes, "r", reference, sizeof reference)) {
        const char *end = oca_cell_parse(reference, &r->row, &r->column);
        if (!end || *end)
            wrong(r, N_("a cell has an impossible place"));
    } else if (++r->column > OCA_LAST_COLUMN) {
        wrong(r, N_("a row has too many cells"));
    }
    if (r->row < 0)
        r->row = 0;
    r->in_cell = true;
    r->formula = false;
    r->text.n = 0;
    oca_part_attribute(attributes, "t", r->type, sizeof r->type);
    r->format = oca_part_attribute(attributes, "s", format, sizeof format) ? (size_t)strtoul(format, NULL, 10) : 0;
}

static void add_merged(reader *r, const oca_part_attributes *attributes) {
    char reference[LONGEST_REFERENCE];
    oca_merged area = {0};
    oca_part_attribute(attributes, "ref", reference, sizeof reference);
    const char *end = oca_cell_parse(reference, &area.row, &area.column);
    end = end && *end == ':' ? oca_cell_parse(end + 1, &area.last_row, &area.last_column) : NULL;
    if (!end || *end || area.last_row < area.row || area.last_column < area.column)
        wrong(r, N_("cells are merged in an impossible way"));
    else if (r->sheet->merged.n >= OCA_MOST_MERGED)
        wrong(r, N_("more than 100,000 cells are merged"));
    else
        *(oca_merged *)OCA_ADD(r->mem, &r->sheet->merged) = area;
}

static void on_start(void *payload, const char *name, const oca_part_attributes *attributes) {
    reader *r = payload;
    if (strcmp(name, "c") == 0) /* the most frequent first */
        start_cell(r, attributes);
    else if (strcmp(name, "row") == 0)
        start_row(r, attributes);
    else if (strcmp(name, "mergeCell") == 0)
        add_merged(r, attributes);
    else if (!r->in_cell)
        return;
    else if (strcmp(name, "v") == 0)
        r->in_value = true, r->text.n = 0;
    else if (strcmp(name, "f") == 0)
        r->formula = true;
    else if (strcmp(name, "rPh") == 0)
        r->phonetic++;
    else if (strcmp(name, "t") == 0)
        r->in_inline = strcmp(r->type, "inlineStr") == 0 && !r->phonetic;
}

static bool parse_number(double *out, const char *s, size_t n) {
    char *end;
    if (n == 0 || strspn(s, "0123456789+-.eE") != n) /* strtod would take inf, nan and hexadecimal, too */
        return false;
    *out = strtod(s, &end);
    return *end == '\0' && isfinite(*out);
}

/* "2025-03-14T00:00:00" of Strict workbooks as a serial. */
static bool parse_iso(double *out, const char *s, size_t n) {
    oca_day day;
    if (n < 10 || !oca_day_parse(&day, s, 10) || (s[10] && s[10] != 'T'))
        return false;
    *out = day - OCA_SERIAL_EPOCH;
    return true;
}

/* The number of a cell by the 1900 calendar, if it is a day. */
static void set_number(reader *r, oca_workbook_cell *cell, double number) {
    cell->kind = OCA_VALUE_NUMBER;
    oca_shown_as shown = r->format < r->context->n_formats ? r->context->formats[r->format] : OCA_SHOWN_PLAIN;
    cell->day = shown == OCA_SHOWN_AS_DAY;
    cell->percent = shown == OCA_SHOWN_AS_PERCENT;
    cell->number = cell->day && r->context->date1904 ? number + OCA_DAYS_TO_1904 : number;
}

/* The value by the cell's type; false if the cell is empty. */
static bool set_value(reader *r, oca_workbook_cell *cell) {
    const char *s = r->text.n ? r->text.at : "", *type = r->type;
    size_t n = r->text.n;
    double number = 0;
    cell->kind = OCA_VALUE_TEXT;
    cell->text = "";
    if (strcmp(type, "s") == 0 && n) {
        if (!parse_number(&number, s, n) || number < 0 || number >= (double)r->context->shared.n)
            wrong(r, N_("a cell refers to a text that is not there"));
        else
            cell->text = r->context->shared.at[(size_t)number];
    } else if (strcmp(type, "str") == 0 || strcmp(type, "inlineStr") == 0) {
        cell->text = n ? oca_text_decoded(r->mem, s, n) : "";
    } else if (strcmp(type, "e") == 0) {
        cell->kind = OCA_VALUE_ERROR;
        cell->text = n ? oca_copy(r->mem, s, n) : "#VALUE!";
        return true;
    } else if (n == 0) {
        return false;
    } else if (strcmp(type, "d") == 0 && parse_iso(&number, s, n)) {
        cell->kind = OCA_VALUE_NUMBER;
        cell->day = true;
        cell->number = number;
    } else if (!parse_number(&number, s, n)) {
        wrong(r, N_("a cell holds a number that is none"));
    } else if (strcmp(type, "b") == 0) {
        cell->kind = OCA_VALUE_BOOLEAN;
        cell->number = number != 0;
    } else {
        set_number(r, cell, number);
    }
    return cell->kind != OCA_VALUE_TEXT || *cell->text;
}

static void end_cell(reader *r) {
    oca_workbook_cell cell = {.row = r->row, .column = r->column, .formula = r->formula};
    oca_workbook_cells *cells = &r->sheet->cells;
    r->in_cell = false;
    if (!set_value(r, &cell) && !cell.formula)
        return;
    if (++r->context->cells > OCA_MOST_CELLS) {
        oca_zip_fault(r->zip, "the workbook is too large: its sheets hold more than 1,000,000 cells");
        return;
    }
    const oca_workbook_cell *last = cells->n ? &cells->at[cells->n - 1] : NULL;
    r->unsorted |= last && (last->row > cell.row || (last->row == cell.row && last->column >= cell.column));
    *(oca_workbook_cell *)OCA_ADD(r->mem, cells) = cell;
}

static void on_end(void *payload, const char *name) {
    reader *r = payload;
    if (!r->in_cell)
        return;
    if (strcmp(name, "c") == 0)
        end_cell(r);
    else if (strcmp(name, "v") == 0)
        r->in_value = false;
    else if (strcmp(name, "rPh") == 0)
        r->phonetic--;
    else if (strcmp(name, "t") == 0)
        r->in_inline = false;
}

static void on_text(void *payload, const char *s, size_t n) {
    reader *r = payload;
    if (r->in_value || r->in_inline)
        oca_text_piece(r->zip, &r->text, s, n);
}

int oca_cell_order(const void *left, const void *right) {
    const oca_workbook_cell *a = left, *b = right;
    return a->row != b->row ? (a->row < b->row ? -1 : 1) : a->column < b->column ? -1 : a->column > b->column;
}

static void sort(reader *r) {
    oca_workbook_cells *cells = &r->sheet->cells;
    qsort(cells->at, cells->n, sizeof *cells->at, oca_cell_order);
    for (size_t i = 1; i < cells->n; i++)
        if (oca_cell_order(&cells->at[i - 1], &cells->at[i]) == 0)
            wrong(r, N_("a cell stands there twice"));
}

bool oca_cells_read(oca_worksheet *sheet, oca_arena *mem, oca_arena *scratch, oca_zip *zip, const char *part,
                    oca_cell_context *context) {
    static const oca_part_handler handler = {on_start, on_end, on_text};
    reader r = {.zip = zip, .sheet = sheet, .mem = mem, .context = context, .row = -1, .text = {.mem = scratch}};
    if (!oca_part_read(zip, part, &handler, &r))
        return false;
    if (r.unsorted)
        sort(&r);
    return !oca_zip_is_broken(zip);
}
