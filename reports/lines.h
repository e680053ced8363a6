/* Readable text while it is written: paragraphs and headings, as wide as the screen that they are for, measured as a
 * terminal shows them (libunistring: wide and combining characters, where Unicode allows a line to end). Whatever is
 * given is cleaned first (engine/base/clean.h): no name can command a terminal. */
#ifndef OCA_REPORTS_LINES_H
#define OCA_REPORTS_LINES_H

#include "../engine/base/number.h"
#include "../engine/base/screen.h"
#include "../engine/base/text.h"

/* Begin with `{.written = {.mem = mem}, .screen = screen}`. */
typedef struct {
    oca_buffer written;
    const oca_screen *screen;
} oca_lines;

/* How something stands out on a screen that has styles. Never the only sign: the words say the same. */
typedef enum {
    OCA_TONE_PLAIN,
    OCA_TONE_STRONG,  /* headings */
    OCA_TONE_FAINT,   /* what is undefined */
    OCA_TONE_GOOD,    /* met, done */
    OCA_TONE_CAUTION, /* divided, provisional, not checked */
    OCA_TONE_ALARM,   /* a must-have not yet met, overdue, lower than before */
    OCA_TONE_BAR,
} oca_tone;

/* A paragraph: the first line after `indent` spaces, the others after `hanging`. Line feeds end lines. */
void oca_lines_wrap(oca_lines *out, const char *text, size_t indent, size_t hanging);
void oca_lines_toned(oca_lines *out, oca_tone tone, const char *text, size_t indent, size_t hanging);

/* The same, formatted as printf does, from the margin and hanging by two. */
void oca_lines_say(oca_lines *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* An empty line. */
void oca_lines_gap(oca_lines *out);

/* The name of the whole; a heading, underlined, after an empty line. */
void oca_lines_title(oca_lines *out, const char *text);
void oca_lines_heading(oca_lines *out, const char *text);

/* A line of a summary: "Agreement in the room   85.3 of 100 …", the texts below each other; the second one with a bar
 * of so many of 100 in front of the text, where they are given and the screen has bars. */
void oca_lines_labelled(oca_lines *out, const char *label, oca_tone tone, const char *text);
void oca_lines_labelled_bar(oca_lines *out, const char *label, oca_number points, const char *text);

/* One of a list of entries, "  --rubric FILE     use this rubric …": its text hangs at `column`. */
void oca_lines_entry(oca_lines *out, size_t column, const char *label, const char *text);

/* What writers of tables need besides. */

/* Columns that a paragraph may have. */
size_t oca_lines_prose(const oca_lines *out);

/* Columns that the first `n` bytes take. */
size_t oca_lines_width(const char *text, size_t n);

/* A text that is taken line by line: where the next line begins, and where it must end at the latest (a line feed, or
 * the text's end), so that no text is looked through twice. */
typedef struct {
    const char *at, *end;
} oca_rest;

oca_rest oca_rest_of(const char *text);

/* Takes a line of at most `width` columns from the rest, at least one character: its bytes are *n from what is returned
 * on. Nothing is left where rest->at is at the text's end. */
const char *oca_lines_take(oca_arena *mem, oca_rest *rest, size_t width, size_t *n);

/* Adds bytes as they are, in that tone; spaces; a bar of `cells` characters, its end mark not counted. */
void oca_lines_add(oca_lines *out, oca_tone tone, const char *bytes, size_t n);
void oca_lines_spaces(oca_lines *out, size_t n);
void oca_lines_bar(oca_lines *out, double percent, size_t cells);

#endif
