/* Texts of a workbook: the table of shared strings, and how they are escaped. */
#include "workbook_parts.h"

#include <string.h>

void oca_text_piece(oca_zip *zip, oca_buffer *text, const char *s, size_t n) {
    if (n > OCA_LONGEST_TEXT - text->n)
        oca_zip_fault(zip, "the workbook is damaged, or not what it seems: a text is longer than a cell can hold");
    else
        oca_buffer_add(text, s, n);
}

/* The UTF-16 unit of the `_xHHHH_` at `s`, or -1. */
static long unit_at(const char *s, const char *end) {
    if (end - s < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_')
        return -1;
    long unit = 0;
    for (int i = 2; i < 6; i++) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *digit = s[i] ? strchr(digits, s[i]) : NULL;
        if (!digit)
            return -1;
        unit = unit << 4 | ((digit - digits) & 15);
    }
    return unit;
}

static void add_character(oca_buffer *out, long c) {
    char utf8[4];
    size_t n = 0;
    if (c < 0x80) {
        utf8[n++] = (char)c;
    } else if (c < 0x800) {
        utf8[n++] = (char)(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        utf8[n++] = (char)(0xE0 | c >> 12);
        utf8[n++] = (char)(0x80 | (c >> 6 & 63));
    } else {
        utf8[n++] = (char)(0xF0 | c >> 18);
        utf8[n++] = (char)(0x80 | (c >> 12 & 63));
        utf8[n++] = (char)(0x80 | (c >> 6 & 63));
    }
    if (n)
        if (c >= 0x80)
            utf8[n++] = (char)(0x80 | (c & 63));
    oca_buffer_add(out, utf8, n);
}

const char *oca_text_decoded(oca_arena *mem, const char *s, size_t n) {
    const char *end = s + n;
    if (!n || !memchr(s, '_', n))
        return oca_copy(mem, s, n);
    oca_buffer out = {.mem = mem};
    while (s < end) {
        long unit = unit_at(s, end), low = unit >= 0xD800 && unit < 0xDC00 ? unit_at(s + 7, end) : -1;
        if (low >= 0xDC00 && low < 0xE000) {
            add_character(&out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            s += 14;
        } else if (unit > 0 && !(unit >= 0xD800 && unit < 0xE000)) {
            add_character(&out, unit);
            s += 7;
        } else { /* as it stands; also a NUL, or half a character */
            const char *next = memchr(s + 1, '_', (size_t)(end - s - 1));
            size_t length = (size_t)((next ? next : end) - s);
            oca_buffer_add(&out, s, length);
            s += length;
        }
    }
    return out.at ? out.at : "";
}

typedef struct {
    oca_zip *zip;
    oca_arena *mem;
    oca_strings *out;
    oca_buffer text;
    bool in_item, in_text;
    int phonetic; /* open elements that only say how the text is pronounced */
} strings;

static void on_start(void *payload, const char *name, const oca_part_attributes *attributes) {
    (void)attributes;
    strings *s = payload;
    if (strcmp(name, "si") == 0)
        s->in_item = true, s->text.n = 0;
    else if (strcmp(name, "rPh") == 0)
        s->phonetic++;
    else if (strcmp(name, "t") == 0)
        s->in_text = s->in_item && !s->phonetic;
}

static void on_end(void *payload, const char *name) {
    strings *s = payload;
    if (strcmp(name, "t") == 0) {
        s->in_text = false;
    } else if (strcmp(name, "rPh") == 0) {
        s->phonetic--;
    } else if (strcmp(name, "si") == 0) {
        s->in_item = false;
        if (s->out->n >= OCA_MOST_STRINGS)
            oca_zip_fault(s->zip, "the workbook is too large: it holds more than 500,000 different texts");
        else
            *(const char **)OCA_ADD(s->mem, s->out) = s->text.n ? oca_text_decoded(s->mem, s->text.at, s->text.n) : "";
    }
}

static void on_text(void *payload, const char *at, size_t n) {
    strings *s = payload;
    if (s->in_text)
        oca_text_piece(s->zip, &s->text, at, n);
}

bool oca_shared_strings_read(oca_strings *out, oca_arena *mem, oca_zip *zip, const char *part) {
    static const oca_part_handler handler = {on_start, on_end, on_text};
    strings s = {.zip = zip, .mem = mem, .out = out, .text = {.mem = mem}};
    return oca_part_read(zip, part, &handler, &s);
}
