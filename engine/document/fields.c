/* Attributes from text and to text; the rules are those of the formats document, before "Faults and drafts". */
#include "fields.h"

#include "../base/words.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum {
    LONGEST_MADE_ID = 66, /* "agree_" before an id: the program makes such ids of actions */
    MOST_DIGITS = 15,     /* before the point, see oca_number_parse */
};

/* What a value breaks its rule with is told in terms of these. */
typedef struct {
    const oca_field *field;
    const char *s;
    size_t n;
    oca_arena *mem;
    oca_buffer *wrong;
} value;

oca_excerpt oca_excerpt_of(const char *s, size_t n) {
    static const char more[] = "…";
    oca_excerpt excerpt;
    size_t room = sizeof excerpt.at - sizeof more, length = n < room ? n : room;
    while (length < n && length > 0 && ((unsigned char)s[length] & 0xC0) == 0x80)
        length--; /* not inside a character */
    for (size_t i = 0; i < length; i++)
        excerpt.at[i] = (unsigned char)s[i] < ' ' || s[i] == 127 ? ' ' : s[i];
    memcpy(excerpt.at + length, more, sizeof more);
    if (length == n)
        excerpt.at[length] = '\0';
    return excerpt;
}

/* Always false, so that rules can `return wrong(…)`. */
static bool wrong(const value *v, const char *what) {
    oca_buffer_print(v->wrong, "%s \"%s\" %s", v->field->name, oca_excerpt_of(v->s, v->n).at, oca_message(what));
    return false;
}

static void put_text(void *at, oca_arena *mem, const char *s, size_t n) {
    const char *text = oca_copy(mem, s, n);
    memcpy(at, &text, sizeof text);
}

static bool is_blank(const char *s, size_t n) {
    while (n && oca_is_space(s[n - 1]))
        n--;
    return n == 0;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* True if `s` has the form of `pattern`, in which 0 stands for any digit. */
static bool looks_like(const char *s, size_t n, const char *pattern) {
    if (n != strlen(pattern))
        return false;
    for (size_t i = 0; i < n; i++)
        if (pattern[i] == '0' ? !is_digit(s[i]) : s[i] != pattern[i])
            return false;
    return true;
}

/* Out of bounds: "must be 0 or more". */
static bool out_of_range(const value *v) {
    const oca_field *field = v->field;
    wrong(v, N_("must be"));
    if (field->max >= DBL_MAX)
        oca_buffer_print(v->wrong, oca_message(" %s or more"), oca_number_text(v->mem, field->min));
    else
        oca_buffer_print(v->wrong, oca_message(" from %s to %s"), oca_number_text(v->mem, field->min),
                         oca_number_text(v->mem, field->max));
    return false;
}

static bool read_number(const value *v, void *at) {
    oca_number number = {.given = true};
    bool whole = v->field->kind == OCA_FIELD_WHOLE;
    if (!oca_number_parse(&number.value, v->s, v->n)) {
        size_t sign = v->s[0] == '-', digits = sign;
        while (digits < v->n && is_digit(v->s[digits]))
            digits++;
        if (digits - sign > MOST_DIGITS)
            return wrong(v, N_("is too long a number; at most 15 digits stand before the point"));
        return wrong(v, whole ? N_("is not a whole number; write it like 3")
                              : N_("is not a number; write it like 2 or 0.5"));
    }
    if (whole && number.value != floor(number.value))
        return wrong(v, N_("is not a whole number; write it like 3"));
    if (number.value < v->field->min || number.value > v->field->max)
        return out_of_range(v);
    memcpy(at, &number, sizeof number);
    return true;
}

static bool is_id(const char *s, size_t n, bool dashes) {
    size_t longest = n > 6 && memcmp(s, "agree_", 6) == 0 ? LONGEST_MADE_ID : OCA_LONGEST_ID;
    return oca_is_id(s, n, dashes, longest);
}

static bool wrong_id(const value *v, bool dashes) {
    return wrong(v, dashes
                        ? N_("is not an id; it begins with a letter a-z and holds only a-z, 0-9, _ and -, at most 60")
                        : N_("is not an id; it begins with a letter a-z and holds only a-z, 0-9 and _, at most 60"));
}

static bool read_id(const value *v, void *at) {
    bool dashes = v->field->kind == OCA_FIELD_KEY;
    if (!is_id(v->s, v->n, dashes))
        return wrong_id(v, dashes);
    put_text(at, v->mem, v->s, v->n);
    return true;
}

static bool read_date(const value *v, void *at) {
    oca_date date = {.given = true};
    if (!oca_day_parse(&date.day, v->s, v->n)) {
        if (!looks_like(v->s, v->n, "0000-00-00"))
            return wrong(v, N_("is not a date; write it as YYYY-MM-DD, like 2025-03-14"));
        if (memcmp(v->s, "1900", 4) < 0)
            return wrong(v, N_("is before the year 1900"));
        return wrong(v, N_("does not exist; write a day of the calendar as YYYY-MM-DD"));
    }
    memcpy(at, &date, sizeof date);
    return true;
}

static bool read_time(const value *v, void *at) {
    const char *s = v->s;
    if (!looks_like(s, v->n, "00:00") || memcmp(s, "24", 2) >= 0 || s[3] > '5')
        return wrong(v, N_("is not a time; write it as HH:MM, like 09:30"));
    put_text(at, v->mem, s, v->n);
    return true;
}

/* The place of the word in `choices`, from 1; 0 if it is none. */
static int place_of(const char *const *choices, const char *s, size_t n) {
    for (int i = 0; choices[i]; i++)
        if (strlen(choices[i]) == n && memcmp(choices[i], s, n) == 0)
            return i + 1;
    return 0;
}

static bool wrong_word(const value *v) {
    wrong(v, N_("is not allowed; it may be"));
    for (const char *const *choice = v->field->choices; *choice; choice++)
        oca_buffer_print(v->wrong, "%s%s",
                         choice == v->field->choices ? " "
                         : choice[1]                 ? ", "
                                                     : oca_message(" or "),
                         *choice);
    return false;
}

/* Enums are stored as an int: they all are one, see the assertion. */
_Static_assert(sizeof(oca_content) == sizeof(int), "an enum is an int");

static bool read_choice(const value *v, void *at) {
    int place = place_of(v->field->choices, v->s, v->n);
    if (!place)
        return wrong_word(v);
    memcpy(at, &place, sizeof place);
    return true;
}

/* The list is filled even if a word is wrong: then nobody uses it. */
static bool read_list(const value *v, void *at, bool *given) {
    const oca_field *field = v->field;
    *given = false;
    for (size_t i = 0; i < v->n;) {
        size_t start = i;
        while (i < v->n && !oca_is_space(v->s[i]))
            i++;
        if (i > start) {
            value word = {field, v->s + start, i - start, v->mem, v->wrong};
            *given = true;
            if (field->kind == OCA_FIELD_IDS && !is_id(word.s, word.n, false))
                return wrong_id(&word, false);
            if (field->choices && !place_of(field->choices, word.s, word.n))
                return wrong_word(&word);
            put_text(oca_list_add(v->mem, at, sizeof(const char *)), v->mem, word.s, word.n);
        }
        while (i < v->n && oca_is_space(v->s[i]))
            i++;
    }
    return true;
}

bool oca_field_read(void *element, const oca_field *field, const char *s, size_t n, bool *given, oca_arena *mem,
                    oca_buffer *wrong) {
    void *at = (unsigned char *)element + field->at;
    value v = {field, s, n, mem, wrong};
    wrong->n = 0;
    *given = n > 0;
    if (n == 0)
        return true;
    switch (field->kind) {
    case OCA_FIELD_TEXT:
        *given = !is_blank(s, n); /* white space alone says nothing */
        if (*given)
            put_text(at, mem, s, n);
        return true;
    case OCA_FIELD_ID:
    case OCA_FIELD_KEY:
        return read_id(&v, at);
    case OCA_FIELD_IDS:
    case OCA_FIELD_TOKENS:
        return read_list(&v, at, given);
    case OCA_FIELD_NUMBER:
    case OCA_FIELD_WHOLE:
        return read_number(&v, at);
    case OCA_FIELD_DATE:
        return read_date(&v, at);
    case OCA_FIELD_TIME:
        return read_time(&v, at);
    case OCA_FIELD_CHOICE:
        return read_choice(&v, at);
    }
    return true;
}

const char *oca_field_text(oca_arena *mem, const void *element, const oca_field *field) {
    const void *at = (const unsigned char *)element + field->at;
    const char *text;
    oca_strings words;
    oca_number number;
    oca_date date;
    int choice;
    switch (field->kind) {
    case OCA_FIELD_TEXT:
    case OCA_FIELD_ID:
    case OCA_FIELD_KEY:
    case OCA_FIELD_TIME:
        memcpy(&text, at, sizeof text);
        return text && *text ? text : NULL;
    case OCA_FIELD_IDS:
    case OCA_FIELD_TOKENS:
        memcpy(&words, at, sizeof words);
        return words.n ? oca_join(mem, &words, " ") : NULL;
    case OCA_FIELD_NUMBER:
    case OCA_FIELD_WHOLE:
        memcpy(&number, at, sizeof number);
        return number.given ? oca_number_text(mem, number.value) : NULL;
    case OCA_FIELD_DATE:
        memcpy(&date, at, sizeof date);
        return date.given ? oca_day_text(mem, date.day) : NULL;
    case OCA_FIELD_CHOICE:
        memcpy(&choice, at, sizeof choice);
        return choice ? field->choices[choice - 1] : NULL;
    }
    return NULL;
}

const oca_field *oca_field_find(const oca_shape *shape, const char *name) {
    for (const oca_field *field = shape->fields; field && field->name; field++)
        if (strcmp(field->name, name) == 0)
            return field;
    return NULL;
}
