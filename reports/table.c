#include "table.h"

#include "words.h"

#include <string.h>

enum {
    GAP = 2,       /* spaces between columns */
    NARROWEST = 8, /* room that a paragraph keeps, whatever its indent */
    HEADING = 9,   /* a longer heading may be wrapped at a space: "Agreement of 100" */
    WORD = 24,     /* a longer word may be cut */
    LETTERS = 26,  /* reasons that have a letter of their own */
};

void oca_table_column(oca_arena *mem, oca_table *table, const char *heading, const char *field, oca_align align) {
    oca_column *column = OCA_ADD(mem, &table->columns);
    *column = (oca_column){heading, field, align};
}

static void add(oca_arena *mem, oca_table *table, oca_cell cell) {
    oca_cell *place = OCA_ADD(mem, &table->cells);
    *place = cell;
}

void oca_table_text(oca_arena *mem, oca_table *table, const char *text) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_TEXT, .text = text});
}

void oca_table_number(oca_arena *mem, oca_table *table, double value, int decimals) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_NUMBER, .value = value, .decimals = decimals});
}

void oca_table_date(oca_arena *mem, oca_table *table, oca_day day) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_DATE, .day = day});
}

void oca_table_undefined(oca_arena *mem, oca_table *table, const char *reason) {
    add(mem, table, (oca_cell){.kind = OCA_CELL_UNDEFINED, .text = reason});
}

void oca_table_maybe(oca_arena *mem, oca_table *table, oca_number value, int decimals, const char *reason) {
    if (value.given)
        oca_table_number(mem, table, value.value, decimals);
    else
        oca_table_undefined(mem, table, reason);
}

size_t oca_table_rows(const oca_table *table) {
    return table->columns.n ? table->cells.n / table->columns.n : 0;
}

/* The cell as people read it: an undefined one is "–" alone. */
static const char *cell_shown(oca_arena *mem, const oca_cell *cell) {
    switch (cell->kind) {
    case OCA_CELL_TEXT:
        return cell->text ? cell->text : "";
    case OCA_CELL_NUMBER:
        return oca_number_shown(mem, cell->value, cell->decimals);
    case OCA_CELL_DATE:
        return oca_day_text(mem, cell->day);
    case OCA_CELL_UNDEFINED:
        return OCA_UNDEFINED_SHOWN;
    }
    return "";
}

/* Characters that the text takes on screen: code points; combining marks and double-wide signs count as one. */
static size_t text_width(const char *text) {
    size_t width = 0;
    for (; *text; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80; /* bytes 10xxxxxx continue a character */
    return width;
}

static void spaces(oca_buffer *out, size_t n) {
    while (n--)
        oca_buffer_add(out, " ", 1);
}

/* The bytes of `text` that fit into `width` characters, cut at a space where there is one; *next is where the
 * following line begins. A line feed ends a line too. */
static size_t line_length(const char *text, size_t width, const char **next) {
    size_t i = 0, shown = 0, space = 0;
    for (; text[i] && text[i] != '\n'; i++) {
        bool begins = ((unsigned char)text[i] & 0xC0) != 0x80;
        if (text[i] == ' ' && i && text[i - 1] != ' ')
            space = i;
        if (begins && shown++ == width)
            break;
    }
    size_t length = text[i] == '\0' || text[i] == '\n' || !space ? i : space;
    *next = text + length;
    while (**next == ' ')
        (*next)++;
    if (**next == '\n' && *next == text + length)
        (*next)++;
    return length;
}

void oca_text_wrap(oca_buffer *out, const char *text, size_t indent, size_t hanging, size_t width) {
    for (size_t left = indent; *text || left == indent; left = hanging) {
        const char *next;
        size_t room = width > left + NARROWEST ? width - left : NARROWEST;
        size_t length = line_length(text, room, &next);
        spaces(out, length ? left : 0);
        oca_buffer_add(out, text, length);
        oca_buffer_add(out, "\n", 1);
        text = next;
        if (!*text)
            return;
    }
}

void oca_text_heading(oca_buffer *out, const char *text) {
    oca_buffer_print(out, "\n%s\n", text);
    for (size_t i = text_width(text); i; i--)
        oca_buffer_add(out, "-", 1);
    oca_buffer_add(out, "\n", 1);
}

/* The cells as they are written: an undefined one with the letter of its reason, which is added to `reasons`. */
static const char **texts(oca_arena *mem, const oca_table *table, oca_strings *reasons) {
    const char **shown = oca_alloc(mem, (table->cells.n + 1) * sizeof *shown);
    for (size_t i = 0; i < table->cells.n; i++) {
        const oca_cell *cell = &table->cells.at[i];
        shown[i] = cell_shown(mem, cell);
        if (cell->kind != OCA_CELL_UNDEFINED || !cell->text || !*cell->text)
            continue;
        size_t reason = 0;
        while (reason < reasons->n && !oca_equal(reasons->at[reason], cell->text))
            reason++;
        if (reason == LETTERS) { /* out of letters: the reason itself */
            shown[i] = oca_format_text(mem, "%s %s", OCA_UNDEFINED_SHOWN, cell->text);
            continue;
        }
        if (reason == reasons->n) {
            const char **place = OCA_ADD(mem, reasons);
            *place = cell->text;
        }
        shown[i] = oca_format_text(mem, "%s %c", OCA_UNDEFINED_SHOWN, (int)('a' + reason));
    }
    return shown;
}

/* A column that holds nothing but text may be wrapped; numbers are never cut. */
static bool is_text(const oca_table *table, size_t column) {
    for (size_t i = column; i < table->cells.n; i += table->columns.n)
        if (table->cells.at[i].kind == OCA_CELL_NUMBER || table->cells.at[i].kind == OCA_CELL_DATE)
            return false;
    return true;
}

/* The narrowest at which no word of the text is cut, its indent included. */
static size_t longest_word(const char *text) {
    size_t indent = strspn(text, " "), word = 0, longest = 0;
    for (const char *s = text; *s; s++) {
        word = *s == ' ' || *s == '\n' ? 0 : word + (((unsigned char)*s & 0xC0) != 0x80);
        longest = word > longest ? word : longest;
    }
    return indent + (longest < WORD ? longest : WORD);
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static size_t heading_width(const char *heading) {
    size_t whole = text_width(heading);
    return whole <= HEADING ? whole : larger(HEADING, longest_word(heading));
}

/* As wide as each column's widest line; then the widest columns of text give way until the table fits. */
static size_t *widths(oca_arena *mem, const oca_table *table, const char **shown, size_t width) {
    size_t n = table->columns.n, total = GAP * (n - 1);
    size_t *wide = oca_alloc(mem, n * sizeof *wide), *least = oca_alloc(mem, n * sizeof *least);
    for (size_t c = 0; c < n; c++) {
        wide[c] = least[c] = heading_width(table->columns.at[c].heading);
        bool text = is_text(table, c);
        for (size_t i = c; i < table->cells.n; i += n) {
            wide[c] = larger(wide[c], text_width(shown[i]));
            least[c] = larger(least[c], text ? longest_word(shown[i]) : text_width(shown[i]));
        }
        total += wide[c];
    }
    while (total > width) {
        size_t widest = n;
        for (size_t c = 0; c < n; c++)
            if (wide[c] > least[c] && (widest == n || wide[c] >= wide[widest]))
                widest = c;
        if (widest == n)
            break; /* wider than the page rather than words in pieces */
        wide[widest]--;
        total--;
    }
    return wide;
}

/* One row, on as many lines as its longest cell needs. A cell that begins with spaces keeps them on every line. */
static void write_row(oca_buffer *out, const oca_table *table, const char *const *cells, const size_t *wide) {
    size_t n = table->columns.n;
    const char **rest = oca_alloc(out->mem, n * sizeof *rest);
    size_t *indent = oca_alloc(out->mem, n * sizeof *indent);
    for (size_t c = 0; c < n; c++) {
        indent[c] = strspn(cells[c], " ");
        indent[c] = indent[c] < wide[c] / 2 ? indent[c] : wide[c] / 2;
        rest[c] = cells[c] + strspn(cells[c], " ");
    }
    for (bool first = true, more = true; first || more; first = false) {
        size_t owed = 0; /* spaces before the next word: none are left at the end of a line */
        more = false;
        for (size_t c = 0; c < n; c++) {
            const char *next;
            size_t length = line_length(rest[c], wide[c] - indent[c], &next);
            size_t left = wide[c] - indent[c] - text_width(oca_copy(out->mem, rest[c], length));
            bool right = table->columns.at[c].align == OCA_RIGHT;
            owed += indent[c] + (right ? left : 0);
            if (length) {
                spaces(out, owed);
                oca_buffer_add(out, rest[c], length);
                owed = 0;
            }
            owed += (right ? 0 : left) + GAP;
            rest[c] = next;
            more = more || *next;
        }
        oca_buffer_add(out, "\n", 1);
    }
}

void oca_table_write(oca_buffer *out, const oca_table *table, size_t width) {
    size_t n = table->columns.n;
    if (n == 0)
        return;
    oca_strings reasons = {0};
    const char **shown = texts(out->mem, table, &reasons);
    const size_t *wide = widths(out->mem, table, shown, width);
    const char **headings = oca_alloc(out->mem, n * sizeof *headings);
    for (size_t c = 0; c < n; c++)
        headings[c] = table->columns.at[c].heading;
    write_row(out, table, headings, wide);
    for (size_t row = 0; row < oca_table_rows(table); row++)
        write_row(out, table, shown + row * n, wide);
    for (size_t i = 0; i < reasons.n; i++)
        oca_text_wrap(out, oca_format_text(out->mem, "%s %c: %s", OCA_UNDEFINED_SHOWN, (int)('a' + i), reasons.at[i]),
                      0, 5, width);
}
