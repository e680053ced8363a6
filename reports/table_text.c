/* A table as readable text: how wide each column is, and what stands below it when the screen is narrow. */
#include "table.h"

#include "../engine/base/clean.h"
#include "words.h"

#include <string.h>

enum {
    GAP = 2,                /* spaces between columns */
    HEADING = 9,            /* a longer heading may be wrapped at a space: "Agreement of 100" */
    WORD = 24,              /* a longer word may be cut */
    COMFORT = 24,           /* columns of text are not made narrower to get one more in beside them */
    COMFORT_WITH_BARS = 32, /* nor for the sake of bars */
    LETTERS = 26,           /* reasons that have a letter of their own */
    BAR = 8,                /* characters of a bar */
    BAR_ROOM = BAR + 2,     /* with the space before it and its end mark */
};

typedef struct {
    size_t natural; /* as wide as its widest line */
    size_t least;   /* no word, or no number, in pieces */
    size_t comfort, comfort_with_bars;
    bool has_bar;
} column;

typedef struct {
    oca_lines *out;
    oca_arena *mem;
    const oca_table *table;
    const char **headings, **shown; /* clean; shown: all cells */
    column *columns;
    size_t n;     /* columns beside each other; the others are told below */
    size_t *wide; /* of each of them, bars apart */
    bool bars;
} layout;

/* The cells as they are written: an undefined one with the letter of its reason, which is added to `reasons`. */
static const char **texts(oca_arena *mem, const oca_table *table, oca_strings *reasons) {
    const char **shown = oca_alloc(mem, (table->cells.n + 1) * sizeof *shown);
    for (size_t i = 0; i < table->cells.n; i++) {
        const oca_cell *cell = &table->cells.at[i];
        shown[i] = oca_clean(mem, oca_cell_shown(mem, cell));
        if (cell->kind != OCA_CELL_UNDEFINED || !cell->text || !*cell->text)
            continue;
        size_t reason = 0;
        while (reason < reasons->n && !oca_equal(reasons->at[reason], cell->text))
            reason++;
        if (reason == LETTERS) { /* out of letters: the reason itself */
            shown[i] = oca_clean(mem, oca_format_text(mem, "%s %s", OCA_UNDEFINED_SHOWN, cell->text));
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

/* Texts may be wrapped; numbers, and what else stands to the right, are never cut. */
static bool may_wrap(const oca_table *table, size_t c) {
    if (table->columns.at[c].align == OCA_RIGHT)
        return false;
    for (size_t i = c; i < table->cells.n; i += table->columns.n)
        if (table->cells.at[i].kind == OCA_CELL_NUMBER || table->cells.at[i].kind == OCA_CELL_DATE)
            return false;
    return true;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Columns of the text's widest line. */
static size_t widest_line(const char *text) {
    size_t widest = 0;
    for (; *text; text += *text == '\n') {
        size_t n = strcspn(text, "\n");
        widest = larger(widest, oca_lines_width(text, n));
        text += n;
    }
    return widest;
}

/* The narrowest at which no word of the text is cut, its indent included. */
static size_t longest_word(const char *text) {
    size_t indent = strspn(text, " "), longest = 0;
    for (text += indent; *text; text += strspn(text, " \n")) {
        size_t n = strcspn(text, " \n");
        longest = larger(longest, oca_lines_width(text, n));
        text += n;
    }
    return indent + smaller(longest, WORD);
}

static void measure(layout *l) {
    size_t n = l->table->columns.n;
    l->columns = oca_alloc(l->mem, n * sizeof *l->columns);
    for (size_t c = 0; c < n; c++) {
        size_t heading = widest_line(l->headings[c]), word = longest_word(l->headings[c]);
        column at = {.natural = smaller(heading, larger(HEADING, word)), .least = word};
        bool text = may_wrap(l->table, c);
        for (size_t i = c; i < l->table->cells.n; i += n) {
            size_t width = widest_line(l->shown[i]);
            at.natural = larger(at.natural, width);
            at.least = larger(at.least, text ? longest_word(l->shown[i]) : width);
            at.has_bar = at.has_bar || l->table->cells.at[i].bar.given;
        }
        at.comfort = larger(at.least, smaller(at.natural, COMFORT));
        at.comfort_with_bars = larger(at.least, smaller(at.natural, COMFORT_WITH_BARS));
        l->columns[c] = at;
    }
}

static size_t total(const layout *l, size_t n, bool comfortably) {
    size_t sum = GAP * (n - 1);
    for (size_t c = 0; c < n; c++)
        sum += comfortably ? l->columns[c].comfort : l->columns[c].least;
    return sum;
}

static size_t total_with_bars(const layout *l) {
    size_t sum = GAP * (l->n - 1);
    for (size_t c = 0; c < l->n; c++)
        sum += l->columns[c].comfort_with_bars + (l->columns[c].has_bar ? BAR_ROOM : 0);
    return sum;
}

/* All columns beside each other if no word is cut by it, else as many as have room; bars where they cost no comfort. */
static void choose(layout *l) {
    size_t width = l->out->screen->width;
    l->n = l->table->columns.n;
    if (total(l, l->n, false) > width)
        while (l->n > 1 && total(l, l->n, true) > width)
            l->n--;
    l->bars = l->out->screen->bars != OCA_BARS_NONE && total_with_bars(l) <= width;
}

/* As wide as the columns' widest lines; then the widest columns of text give way until the table fits. */
static void share_out(layout *l) {
    size_t width = l->out->screen->width, sum = GAP * (l->n - 1);
    l->wide = oca_alloc(l->mem, l->n * sizeof *l->wide);
    for (size_t c = 0; c < l->n; c++) {
        l->wide[c] = smaller(l->columns[c].natural, width);
        sum += l->wide[c] + (l->bars && l->columns[c].has_bar ? BAR_ROOM : 0);
    }
    while (sum > width) {
        size_t widest = l->n;
        for (size_t c = 0; c < l->n; c++)
            if (l->wide[c] > l->columns[c].least && (widest == l->n || l->wide[c] >= l->wide[widest]))
                widest = c;
        if (widest == l->n)
            break;
        l->wide[widest]--;
        sum--;
    }
    if (sum > width && l->n == 1) /* a word in pieces rather than a line that the terminal breaks */
        l->wide[0] = width;
}

/* The columns' part of a row, on as many lines as its longest cell needs. A cell that begins with spaces keeps them on
 * every line. `cells`: the typed ones, NULL for headings. */
static void write_columns(layout *l, const char *const *texts_of_row, const oca_cell *cells) {
    oca_rest *rest = oca_alloc(l->mem, l->n * sizeof *rest);
    size_t *indent = oca_alloc(l->mem, l->n * sizeof *indent);
    for (size_t c = 0; c < l->n; c++) {
        indent[c] = smaller(strspn(texts_of_row[c], " "), l->wide[c] / 2);
        rest[c] = oca_rest_of(texts_of_row[c] + strspn(texts_of_row[c], " "));
    }
    for (bool first = true, more = true; first || more; first = false) {
        size_t owed = 0; /* spaces before the next word: none are left at the end of a line */
        more = false;
        for (size_t c = 0; c < l->n; c++) {
            size_t length, room = l->wide[c] - indent[c];
            const char *line = oca_lines_take(l->mem, &rest[c], room, &length);
            size_t shown = oca_lines_width(line, length);
            size_t left = room > shown ? room - shown : 0;
            bool right = l->table->columns.at[c].align == OCA_RIGHT;
            owed += indent[c] + (right ? left : 0);
            if (length) {
                oca_lines_spaces(l->out, owed);
                oca_lines_add(l->out, cells ? cells[c].tone : OCA_TONE_STRONG, line, length);
                owed = 0;
            }
            owed += right ? 0 : left;
            if (l->bars && l->columns[c].has_bar && cells && cells[c].bar.given && first) {
                oca_lines_spaces(l->out, owed + 1);
                oca_lines_bar(l->out, cells[c].bar.value, BAR);
                owed = 0;
            } else if (l->bars && l->columns[c].has_bar) {
                owed += BAR_ROOM;
            }
            owed += GAP;
            more = more || *rest[c].at;
        }
        oca_lines_gap(l->out);
    }
}

/* What found no room beside the others: "Stage: Emerging; Agreement of 100: 81.2", each on one line if it fits. */
static void write_below(layout *l, const char *const *texts_of_row) {
    size_t indent = 2 + strspn(texts_of_row[0], " "), taken = 0;
    oca_buffer told = {.mem = l->mem};
    for (size_t c = l->n; c < l->table->columns.n; c++) {
        if (!*texts_of_row[c])
            continue;
        const char *one = oca_format_text(l->mem, _("%s: %s"), l->headings[c], texts_of_row[c]);
        size_t width = oca_lines_width(one, strlen(one));
        bool fits = indent + taken + width + 3 <= oca_lines_prose(l->out); /* with what stands between two */
        if (told.n)
            oca_buffer_print(&told, fits ? "; " : ";\n");
        oca_buffer_print(&told, "%s", one);
        taken = fits ? taken + width + 2 : width;
    }
    if (told.n)
        oca_lines_wrap(l->out, told.at, indent, indent);
}

void oca_table_write(oca_lines *out, const oca_table *table) {
    size_t n = table->columns.n;
    layout l = {.out = out, .mem = out->written.mem, .table = table};
    oca_strings reasons = {0};
    if (n == 0)
        return;
    l.shown = texts(l.mem, table, &reasons);
    l.headings = oca_alloc(l.mem, n * sizeof *l.headings);
    for (size_t c = 0; c < n; c++)
        l.headings[c] = oca_clean(l.mem, table->columns.at[c].heading);
    measure(&l);
    choose(&l);
    share_out(&l);
    write_columns(&l, l.headings, NULL);
    for (size_t row = 0; row < oca_table_rows(table); row++) {
        write_columns(&l, l.shown + row * n, table->cells.at + row * n);
        write_below(&l, l.shown + row * n);
    }
    for (size_t i = 0; i < reasons.n; i++)
        oca_lines_wrap(out, oca_format_text(l.mem, "%s %c: %s", OCA_UNDEFINED_SHOWN, (int)('a' + i), reasons.at[i]), 0,
                       5);
}
