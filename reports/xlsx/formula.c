#include "formula.h"

#include "../../engine/base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *oca_quoted(oca_arena *mem, const char *text) {
    enum { MOST = 255 };
    oca_buffer out = {.mem = mem};
    oca_buffer_add(&out, "\"", 1);
    size_t units = 0; /* of UTF-16, as Excel counts */
    for (; *text; text++) {
        units += (((unsigned char)*text & 0xC0) != 0x80) + ((unsigned char)*text >= 0xF0);
        if (units > MOST)
            break;
        oca_buffer_add(&out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    }
    oca_buffer_add(&out, "\"", 1);
    return out.at;
}

static void add(oca_buffer *out, const char *formula) {
    oca_buffer_print(out, "%s%s", out->n ? "&" : "", formula);
}

const char *oca_said(oca_arena *mem, const char *format, const char *const *parts, size_t n) {
    oca_buffer out = {.mem = mem}, text = {.mem = mem};
    size_t next = 0;
    while (*format) {
        size_t length = strcspn(format, "%");
        oca_buffer_add(&text, format, length);
        format += length;
        if (*format && format[1] == '%') {
            oca_buffer_add(&text, format, 1);
            format += 2;
        } else if (*format) {
            char *after;
            unsigned long place = strtoul(format + 1, &after, 10);
            size_t part = after > format + 1 && *after == '$' ? (size_t)place - 1 : next++;
            if (text.n)
                add(&out, oca_quoted(mem, text.at));
            text.n = 0;
            if (part < n)
                add(&out, parts[part]);
            for (format++; *format && !strchr("sdugfc", *format);)
                format++;
            format += *format != '\0';
        }
    }
    if (text.n)
        add(&out, oca_quoted(mem, text.at));
    return out.n ? out.at : "\"\"";
}

const char *oca_said_counted(oca_arena *mem, const char *one, const char *many, const char *const *parts, size_t n) {
    return oca_format_text(mem, "IF(%s=1,%s,%s)", parts[0], oca_said(mem, one, parts, n),
                           oca_said(mem, many, parts, n));
}

/* Spreadsheets compare without case. */
static bool held(const oca_strings *words, const char *word) {
    for (size_t i = 0; i < words->n; i++)
        if (strcasecmp(words->at[i], word) == 0)
            return true;
    return false;
}

static const char *for_each(oca_arena *mem, const char *before, const char *cell, const char *then, const char *after,
                            const oca_strings *words, const char *between) {
    oca_strings seen = {0};
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < words->n; i++) {
        if (held(&seen, words->at[i]))
            continue;
        *(const char **)OCA_ADD(mem, &seen) = words->at[i];
        oca_buffer_print(&out, "%s%s%s%s%s%s", seen.n > 1 ? between : "", before, cell, then,
                         oca_quoted(mem, words->at[i]), after);
    }
    return out.at;
}

const char *oca_is_word(oca_arena *mem, const char *cell, const char *english) {
    oca_strings words = oca_spellings(mem, english);
    return oca_format_text(mem, "OR(%s)", for_each(mem, "TRIM(", cell, ")=", "", &words, ","));
}

const char *oca_count_word(oca_arena *mem, const char *range, const char *english, const char *other) {
    oca_strings words = oca_spellings(mem, english);
    if (other)
        *(const char **)OCA_ADD(mem, &words) = other;
    return for_each(mem, "COUNTIF(", range, ",", ")", &words, "+");
}
