#include "options.h"

#include "../base/text.h"
#include "../base/words.h"
#include "../system/clock.h"
#include "print.h"

#include <getopt.h>
#include <string.h>
#include <unistr.h>

enum { MOST_OPTIONS = 32, LONG_BASE = 256, LONGEST_WORD = 63, FAR = 3 };

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Levenshtein's distance; words are short. */
static size_t distance(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b), row[LONGEST_WORD + 1];
    if (n > LONGEST_WORD || m > LONGEST_WORD)
        return LONGEST_WORD;
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = least(change, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[m];
}

oca_status oca_options_day(oca_day *out, const char *verb, const char *option, const char *given) {
    if (given && !oca_day_parse(out, given, strlen(given)))
        return oca_wrong_usage(verb, "%s %s is no day of the calendar; for example %s 2025-04-01", option, given,
                               option);
    if (!given && !oca_today(out))
        return oca_wrong_usage(verb, "what day is it? The system does not know; give %s", option);
    return OCA_OK;
}

const char *oca_nearest(const oca_strings *words, const char *given) {
    const char *nearest = NULL;
    size_t best = FAR;
    for (size_t i = 0; i < words->n; i++) {
        size_t d = distance(words->at[i], given);
        if (d < best && d < strlen(words->at[i])) {
            nearest = words->at[i];
            best = d;
        }
    }
    return nearest;
}

/* getopt's own tables, made from ours. */
typedef struct {
    struct option longs[MOST_OPTIONS + 1];
    char shorts[2 * MOST_OPTIONS + 2];
} getopt_tables;

static void make_tables(getopt_tables *out, const oca_option *options) {
    *out = (getopt_tables){0};
    size_t n_longs = 0, n_shorts = 0;
    out->shorts[n_shorts++] = ':'; /* a missing value is told apart from an unknown option */
    for (int i = 0; i < MOST_OPTIONS && (options[i].name || options[i].letter); i++) {
        bool has_value = options[i].kind != OCA_OPTION_FLAG;
        if (options[i].name)
            out->longs[n_longs++] =
                (struct option){options[i].name, has_value ? required_argument : no_argument, NULL, LONG_BASE + i};
        if (options[i].letter) {
            out->shorts[n_shorts++] = options[i].letter;
            if (has_value)
                out->shorts[n_shorts++] = ':';
        }
    }
}

static const oca_option *option_of(const oca_option *options, int code) {
    if (code >= LONG_BASE)
        return &options[code - LONG_BASE];
    while (options->letter != code)
        options++;
    return options;
}

static void store(oca_arguments *out, oca_arena *mem, const oca_option *option, const char *value) {
    char *at = (char *)out + option->at;
    if (option->kind == OCA_OPTION_FLAG)
        *(bool *)(void *)at = true;
    else if (option->kind == OCA_OPTION_TEXT)
        *(const char **)(void *)at = value;
    else
        *(const char **)OCA_ADD(mem, (oca_strings *)(void *)at) = value;
}

/* True if a document and a workbook can hold it: characters of UTF-8 on one line. File names may be any bytes, and
 * words may have any space between them. */
static bool is_text(const oca_option *option, const char *value) {
    if (oca_equal(option->value, "FILE") || oca_equal(option->value, "PLAN"))
        return true;
    bool words = oca_equal(option->value, "WORDS") || oca_equal(option->value, "ITEMS");
    for (const char *c = value; *c; c++)
        if (((unsigned char)*c < ' ' && !(words && oca_is_space(*c))) || *c == 0x7F)
            return false;
    return !oca_find_no_character(value) && !u8_check((const uint8_t *)value, strlen(value));
}

/* getopt has stopped at something: `code` is ':' or '?'. */
static oca_status refuse(oca_arena *mem, const oca_option *options, int code, char **argv) {
    const char *verb = argv[0], *word = argv[optind - 1];
    if (code == ':')
        return oca_wrong_usage(verb, "the option %s needs a value", word);
    if (optopt >= LONG_BASE)
        return oca_wrong_usage(verb, "the option --%s takes no value", options[optopt - LONG_BASE].name);
    if (optopt)
        return oca_wrong_usage(verb, "%s has no option -%c", verb, optopt);
    oca_strings names = {0};
    for (const oca_option *o = options; o->name || o->letter; o++)
        if (o->name)
            *(const char **)OCA_ADD(mem, &names) = o->name;
    size_t length = strcspn(word + 2, "=");
    const char *given = oca_copy(mem, word + 2, length), *near = oca_nearest(&names, given);
    if (near)
        return oca_wrong_usage(verb, "%s has no option --%s; did you mean --%s?", verb, given, near);
    return oca_wrong_usage(verb, "%s has no option --%s", verb, given);
}

oca_status oca_options_parse(oca_arguments *out, oca_arena *mem, const oca_option *options, int argc, char **argv) {
    getopt_tables tables;
    make_tables(&tables, options);
    *out = (oca_arguments){0};
    opterr = 0;
    for (int code; (code = getopt_long(argc, argv, tables.shorts, tables.longs, NULL)) != -1;) {
        if (code == ':' || code == '?')
            return refuse(mem, options, code, argv);
        const oca_option *option = option_of(options, code);
        if (optarg && !is_text(option, optarg))
            return oca_wrong_usage(argv[0], "what follows --%s is no text on one line in UTF-8", option->name);
        store(out, mem, option, optarg);
    }
    for (int i = optind; i < argc; i++)
        *(const char **)OCA_ADD(mem, &out->operands) = argv[i];
    return OCA_OK;
}

void oca_options_write(oca_lines *out, const oca_option *options) {
    enum { COLUMN = 20 };
    for (const oca_option *o = options; o->name || o->letter; o++) {
        oca_buffer name = {.mem = out->written.mem};
        oca_buffer_print(&name, "  ");
        if (o->letter)
            oca_buffer_print(&name, "-%c%s", o->letter, o->name ? ", " : "");
        if (o->name)
            oca_buffer_print(&name, "--%s", o->name);
        if (o->value)
            oca_buffer_print(&name, " %s", o->value);
        oca_lines_entry(out, COLUMN, name.at, _(o->help));
    }
}
