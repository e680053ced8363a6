#include "typed.h"

#include "../base/number.h"
#include "../base/words.h"
#include "../document/fields.h"
#include "typed_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Serial numbers that are taken for days although their cell does not show one: the years 1954 to 2119. Others are
 * more likely a year, or a slip. */
enum { FIRST_BARE_SERIAL = 20000, LAST_BARE_SERIAL = 80000, FIRST_SERIAL = 61, LAST_SERIAL = 2958465 };

/* One cell being read. */
typedef struct {
    oca_arena *mem;
    const oca_workbook_cell *cell;
    const oca_form_column *column;
    const oca_shown_words *words;
    bool date1904;
    const char *text; /* of a text: tidy, not "" */
    oca_buffer *wrong;
} typed;

void oca_shown_word_add(oca_shown_words *words, oca_arena *mem, const char *id, const char *shown) {
    const char *colon = strchr(id, ':');
    if (!colon)
        return;
    oca_shown_word *word = OCA_ADD(mem, words);
    *word = (oca_shown_word){oca_copy(mem, id, (size_t)(colon - id)), colon + 1, shown, oca_folded(mem, shown)};
}

/* The canonical word for what was typed, by what is shown for it or as it is; NULL if it is none of the column's. */
static const char *find_word(const typed *t, const char *text) {
    const char *sought = oca_folded(t->mem, text);
    for (size_t i = 0; t->column->words && i < t->words->n; i++) {
        const oca_shown_word *word = &t->words->at[i];
        if (oca_equal(word->kind, t->column->words) &&
            (oca_equal(word->folded, sought) || oca_equal(word->canonical, sought)))
            return word->canonical;
    }
    return NULL;
}

/* Always false, so that readers can `return wrong(…)`. */
static bool __attribute__((format(printf, 2, 3))) wrong(const typed *t, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    oca_buffer_print(t->wrong, "%s", oca_format_list(t->mem, oca_message(format), arguments));
    va_end(arguments);
    return false;
}

static const char *excerpt(const typed *t, const char *text) {
    return oca_format_text(t->mem, "%s", oca_excerpt_of(text, strlen(text)).at);
}

/* Says that the text is none of the words that may stand here; `also` is what else may, "a number". */
static bool wrong_word(const typed *t, const char *text, const char *also) {
    wrong(t, "\"%s\" is not allowed here; it may be %s", excerpt(t, text), also ? also : "");
    const oca_shown_word *last = NULL;
    const char *between = also ? ", " : "";
    for (size_t i = 0; i < t->words->n; i++) {
        if (!oca_equal(t->words->at[i].kind, t->column->words))
            continue;
        if (last)
            oca_buffer_print(t->wrong, "%s%s", between, last->shown), between = ", ";
        last = &t->words->at[i];
    }
    if (last)
        oca_buffer_print(t->wrong, "%s%s", *between ? oca_message(" or ") : "", last->shown);
    return false;
}

static bool has_words(const typed *t) {
    for (size_t i = 0; t->column->words && i < t->words->n; i++)
        if (oca_equal(t->words->at[i].kind, t->column->words))
            return true;
    return false;
}

/* A number in 15 digits: what every spreadsheet shows of it, and what LibreOffice saves. */
static const char *number_text(const typed *t, double number) {
    char text[40];
    if (number >= 0 && number < 1e9 && number == floor(number)) { /* most are; in a tenth of the time */
        char *at = text + sizeof text - 1;
        *at = '\0';
        for (long rest = (long)number; rest || !*at; rest /= 10)
            *--at = (char)('0' + rest % 10);
        return oca_copy(t->mem, at, strlen(at));
    }
    snprintf(text, sizeof text, "%.15g", number);
    return oca_number_text(t->mem, strtod(text, NULL) + 0.0);
}

/* A number that was typed as text. */
static bool read_number_text(const typed *t, const char **out, const char *text) {
    bool whole = t->column->kind == OCA_COLUMN_WHOLE;
    char *digits = oca_number_tidied(t->mem, text);
    double number = 0;
    if (!oca_number_settled(digits, whole))
        return wrong(t, "\"%s\" can be read in two ways; type it as a number", excerpt(t, text));
    bool number_here = oca_number_parse(&number, digits, strlen(digits));
    if (!number_here && t->column->words && !has_words(t)) { /* the list of words is gone: whoever takes it will see */
        *out = text;
        return true;
    }
    if (!number_here)
        return has_words(t)
                   ? wrong_word(t, text, oca_message("a number"))
                   : wrong(t, "\"%s\" is not a number; type it like %s", excerpt(t, text), whole ? "3" : "2.5");
    *out = number_text(t, number);
    return true;
}

static bool read_day_text(const typed *t, const char **out, const char *text) {
    oca_day day = 0;
    oca_typed_day how = oca_day_typed(&day, text);
    if (how == OCA_DAY_READ)
        *out = oca_day_text(t->mem, day);
    else if (how == OCA_DAY_IN_TWO_WAYS)
        wrong(t, "\"%s\" can be read as two days; type it like %s", excerpt(t, text), oca_day_text(t->mem, day));
    else
        wrong(t, "\"%s\" is not a day that can be read; type it like 2025-03-14", excerpt(t, text));
    return how == OCA_DAY_READ;
}

static bool read_serial(const typed *t, const char **out) {
    double serial = floor(t->cell->number);
    if (!t->cell->day && t->date1904)
        serial += OCA_DAYS_TO_1904;
    double first = t->cell->day ? FIRST_SERIAL : FIRST_BARE_SERIAL,
           last = t->cell->day ? LAST_SERIAL : LAST_BARE_SERIAL;
    if (serial < first || serial > last)
        return wrong(t, "%s is not a day; type it like 2025-03-14", number_text(t, t->cell->number));
    *out = oca_day_text(t->mem, (oca_day)serial + OCA_SERIAL_EPOCH);
    return true;
}

static bool read_time(const typed *t, const char **out) {
    int hours = -1, minutes = -1;
    if (t->cell->kind == OCA_VALUE_NUMBER) {
        double day = t->cell->number - floor(t->cell->number), all = round(day * 24 * 60);
        if (t->cell->number >= 0 && (t->cell->number < 1 || t->cell->day) && all < 24 * 60)
            hours = (int)all / 60, minutes = (int)all % 60;
    } else if (t->text) {
        int h, m;
        size_t n = oca_digits_taken(t->text, 2, &h);
        bool parted = n && strchr(":.hH", t->text[n]) && t->text[n];
        if (parted && oca_digits_taken(t->text + n + 1, 2, &m) == 2 &&
            (!t->text[n + 3] || strcmp(t->text + n + 3, ":00") == 0))
            hours = h, minutes = m;
    }
    if (hours < 0 || hours > 23 || minutes > 59)
        return wrong(t, "this is not a time of day; type it like 09:30");
    *out = oca_format_text(t->mem, "%02d:%02d", hours, minutes);
    return true;
}

/* Words with spaces, commas or semicolons between; one that is shown with spaces in it stands between the others. */
static bool read_tokens(const typed *t, const char **out, const char *text) {
    oca_buffer words = {.mem = t->mem};
    while (*text) {
        size_t n = strcspn(text, ",;\n");
        const char *piece = oca_typed_text(t->mem, oca_copy(t->mem, text, n)), *word = find_word(t, piece);
        text += n + (text[n] != '\0');
        if (word) {
            oca_buffer_print(&words, "%s%s", words.n ? " " : "", word);
            continue;
        }
        while (*piece) {
            size_t length = 0;
            while (piece[length] && !oca_blank_at(piece + length))
                length++;
            const char *one = oca_copy(t->mem, piece, length);
            word = find_word(t, one);
            if (!word && has_words(t))
                return wrong_word(t, one, NULL);
            oca_buffer_print(&words, "%s%s", words.n ? " " : "", word ? word : one);
            for (piece += length; oca_blank_at(piece);)
                piece += oca_blank_at(piece);
        }
    }
    *out = words.at;
    return true;
}

static bool read_choice(const typed *t, const char **out, const char *text) {
    const char *word = find_word(t, text);
    if (!word && has_words(t))
        return wrong_word(t, text, NULL);
    *out = word ? word : text;
    return true;
}

static bool read_text(const typed *t, const char **out) {
    const char *word = find_word(t, t->text);
    switch (t->column->kind) {
    case OCA_COLUMN_NUMBER:
    case OCA_COLUMN_WHOLE:
    case OCA_COLUMN_ANSWER:
        if (!word)
            return read_number_text(t, out, t->text);
        *out = word;
        return true;
    case OCA_COLUMN_DAY:
        return read_day_text(t, out, t->text);
    case OCA_COLUMN_TIME:
        return read_time(t, out);
    case OCA_COLUMN_TOKENS:
        return read_tokens(t, out, t->text);
    case OCA_COLUMN_CHOICE:
        return read_choice(t, out, t->text);
    case OCA_COLUMN_TEXT:
        break;
    }
    *out = word ? word : t->text;
    return true;
}

static bool read_number(const typed *t, const char **out) {
    const oca_workbook_cell *cell = t->cell;
    switch (t->column->kind) {
    case OCA_COLUMN_DAY:
        return read_serial(t, out);
    case OCA_COLUMN_TIME:
        return read_time(t, out);
    case OCA_COLUMN_NUMBER:
    case OCA_COLUMN_WHOLE:
    case OCA_COLUMN_ANSWER:
        if (cell->day)
            return wrong(t, "this is a day, where a number belongs; set the cell's format to number and type it again");
        *out = number_text(t, cell->percent ? 100 * cell->number : cell->number);
        return true;
    case OCA_COLUMN_CHOICE:
        return read_choice(t, out, number_text(t, cell->number));
    case OCA_COLUMN_TOKENS:
        return read_tokens(t, out, number_text(t, cell->number));
    case OCA_COLUMN_TEXT:
        break;
    }
    if (cell->day && cell->number >= FIRST_SERIAL && cell->number <= LAST_SERIAL)
        return read_serial(t, out);
    *out = number_text(t, cell->number);
    return true;
}

/* TRUE and FALSE are what programs make of the words; they say yes and no where that is asked. */
static bool read_boolean(const typed *t, const char **out) {
    const char *shown = t->cell->number != 0 ? "TRUE" : "FALSE";
    const char *word = find_word(t, t->cell->number != 0 ? "yes" : "no");
    if (!word)
        word = find_word(t, shown);
    if (!word && t->column->kind != OCA_COLUMN_TEXT)
        return has_words(t) ? wrong_word(t, shown, NULL) : wrong(t, "%s is not allowed here", shown);
    *out = word ? word : shown;
    return true;
}

bool oca_typed_read(const char **out, oca_arena *mem, const oca_workbook_cell *cell, const oca_form_column *column,
                    const oca_shown_words *words, bool date1904, oca_buffer *wrong_here) {
    typed t = {mem, cell, column, words, date1904, NULL, wrong_here};
    wrong_here->n = 0;
    *out = NULL;
    if (!cell)
        return true;
    if (cell->formula)
        return wrong(&t, "a formula stands here; type the value itself");
    switch (cell->kind) {
    case OCA_VALUE_ERROR:
        return wrong(&t, "the error %s stands here; type the value itself", excerpt(&t, cell->text));
    case OCA_VALUE_BOOLEAN:
        return read_boolean(&t, out);
    case OCA_VALUE_NUMBER:
        return read_number(&t, out);
    case OCA_VALUE_TEXT:
        break;
    }
    t.text = oca_typed_text(mem, cell->text);
    return !*t.text || read_text(&t, out);
}

/* True if `cell` is all that a cell could hold of `text`: its beginning, then "…". */
static bool is_cut(const char *text, const char *cell) {
    static const char ellipsis[] = "…";
    enum {
        FEWEST = 16000, /* bytes: of 32,767 UTF-16 units an escape takes 13 for 7 */
        ESCAPE = 14,    /* bytes of one at the end, which may have been cut inside */
    };
    size_t n = strlen(cell), end = sizeof ellipsis - 1;
    if (n <= FEWEST || strcmp(cell + n - end, ellipsis) != 0 || strlen(text) <= n - end)
        return false;
    bool escaped = strstr(cell + n - end - ESCAPE, "_x");
    return strncmp(text, cell, n - end - (escaped ? ESCAPE : 0)) == 0;
}

bool oca_typed_same(oca_arena *scratch, const char *a, const char *b) {
    double x, y;
    if (!a || !b)
        return a == b;
    if (strcmp(a, b) == 0)
        return true;
    if (oca_number_parse(&x, a, strlen(a)) && oca_number_parse(&y, b, strlen(b))) {
        char one[40], other[40];
        snprintf(one, sizeof one, "%.15g", x);
        snprintf(other, sizeof other, "%.15g", y);
        return strcmp(one, other) == 0;
    }
    const char *text = oca_typed_text(scratch, a), *cell = oca_typed_text(scratch, b);
    return strcmp(text, cell) == 0 || is_cut(text, cell);
}
