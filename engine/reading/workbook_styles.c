/* What formats of cells show: the only thing that tells a date, or percents, from another number. */
#include "workbook_parts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_CODE = 1024 };

/* Of the formats that every program knows by number; 27 to 36 and 50 to 58 are days of East Asia. */
static oca_shown_as built_in(long id) {
    bool day = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) ||
               (id >= 50 && id <= 58);
    return day ? OCA_SHOWN_AS_DAY : id == 9 || id == 10 ? OCA_SHOWN_AS_PERCENT : OCA_SHOWN_PLAIN;
}

/* The end of what begins at `c` and is no letter of the format: a literal, a colour, a condition; `c` if it is one. */
static const char *after_literal(const char *c) {
    const char *end;
    switch (*c) {
    case '"':
        end = strchr(c + 1, '"');
        return end ? end + 1 : c + strlen(c);
    case '\\': /* the next character */
    case '_':  /* a gap as wide as it */
    case '*':  /* filled up with it */
        return c[1] ? c + 2 : c + 1;
    case '[': /* a colour, a condition, a locale; hours, minutes and seconds that run on are no day either */
        end = strchr(c, ']');
        return end ? end + 1 : c + strlen(c);
    default:
        if (strncasecmp(c, "am/pm", 5) == 0)
            return c + 5;
        return strncasecmp(c, "a/p", 3) == 0 ? c + 3 : c;
    }
}

oca_shown_as oca_format_shows(const char *code) {
    bool month = false, clock = false, percent = false;
    if (strcasecmp(code, "general") == 0 || strcasecmp(code, "standard") == 0)
        return OCA_SHOWN_PLAIN;
    while (*code && *code != ';') { /* what comes after is for numbers below 0 */
        const char *end = after_literal(code);
        if (end > code) {
            clock |= *code == '[' && code[1] && strchr("hHmMsS", code[1]);
            code = end;
            continue;
        }
        switch (*code++) {
        case 'd':
        case 'D':
        case 'y':
        case 'Y':
            return OCA_SHOWN_AS_DAY;
        case 'm':
        case 'M':
            month = true;
            break;
        case 'h':
        case 'H':
        case 's':
        case 'S':
            clock = true;
            break;
        case '%':
            percent = true;
            break;
        default:
            break;
        }
    }
    return month && !clock ? OCA_SHOWN_AS_DAY : percent ? OCA_SHOWN_AS_PERCENT : OCA_SHOWN_PLAIN;
}

typedef struct {
    oca_zip *zip;
    oca_arena *mem;
    OCA_LIST(struct custom {
        long id;
        oca_shown_as shows;
    })
    customs;
    OCA_LIST(long) formats; /* of cells: their number formats */
    bool in_numbers, in_cells;
} styles;

static long number_of(const oca_part_attributes *attributes, const char *name) {
    char value[16];
    return oca_part_attribute(attributes, name, value, sizeof value) ? strtol(value, NULL, 10) : 0;
}

static void add_custom(styles *s, const oca_part_attributes *attributes) {
    char code[LONGEST_CODE];
    oca_part_attribute(attributes, "formatCode", code, sizeof code);
    struct custom *custom = OCA_ADD(s->mem, &s->customs);
    *custom = (struct custom){number_of(attributes, "numFmtId"), oca_format_shows(code)};
}

static void on_start(void *payload, const char *name, const oca_part_attributes *attributes) {
    styles *s = payload;
    if (strcmp(name, "numFmts") == 0)
        s->in_numbers = true;
    else if (strcmp(name, "cellXfs") == 0)
        s->in_cells = true;
    else if (s->in_numbers && strcmp(name, "numFmt") == 0)
        add_custom(s, attributes);
    else if (s->in_cells && strcmp(name, "xf") == 0)
        *(long *)OCA_ADD(s->mem, &s->formats) = number_of(attributes, "numFmtId");
    if (s->customs.n > OCA_MOST_FORMATS || s->formats.n > OCA_MOST_FORMATS)
        oca_zip_fault(s->zip, "the workbook is damaged, or not what it seems: it has more than 70,000 formats");
}

static void on_end(void *payload, const char *name) {
    styles *s = payload;
    if (strcmp(name, "numFmts") == 0)
        s->in_numbers = false;
    else if (strcmp(name, "cellXfs") == 0)
        s->in_cells = false;
}

static int by_id(const void *left, const void *right) {
    long a = ((const struct custom *)left)->id, b = ((const struct custom *)right)->id;
    return a < b ? -1 : a > b;
}

bool oca_cell_formats_read(oca_cell_context *context, oca_arena *mem, oca_zip *zip, const char *part) {
    static const oca_part_handler handler = {on_start, on_end, NULL};
    styles s = {.zip = zip, .mem = mem};
    if (!oca_part_read(zip, part, &handler, &s))
        return false;
    oca_shown_as *formats = oca_alloc(mem, s.formats.n * sizeof *formats);
    if (s.customs.n)
        qsort(s.customs.at, s.customs.n, sizeof *s.customs.at, by_id);
    for (size_t i = 0; i < s.formats.n; i++) {
        struct custom wanted = {.id = s.formats.at[i]};
        const struct custom *custom =
            s.customs.n ? bsearch(&wanted, s.customs.at, s.customs.n, sizeof wanted, by_id) : NULL;
        formats[i] = custom ? custom->shows : built_in(wanted.id);
    }
    context->formats = formats;
    context->n_formats = s.formats.n;
    return true;
}
