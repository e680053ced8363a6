/* Strings: UTF-8, ended by NUL, living in an arena. */
#ifndef OCA_BASE_TEXT_H
#define OCA_BASE_TEXT_H

#include "arena.h"

#include <stdarg.h>
#include <stdbool.h>

/* A copy of the `n` bytes at `s`, ended by NUL. */
const char *oca_copy(oca_arena *mem, const char *s, size_t n);

/* Formats as printf does, into the arena. */
const char *oca_format_text(oca_arena *mem, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *oca_format_list(oca_arena *mem, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* True if both are the same text; NULL equals only NULL. */
bool oca_equal(const char *a, const char *b);

/* True if `list` holds `word`. */
bool oca_holds(const oca_strings *list, const char *word);

/* True if the two lists share a word. */
bool oca_share_word(const oca_strings *a, const oca_strings *b);

/* The words with `between` between them; "" for none. */
const char *oca_join(oca_arena *mem, const oca_strings *words, const char *between);

/* The words of `text` with any of the characters of `between` between them; none is empty. */
oca_strings oca_split(oca_arena *mem, const char *text, const char *between);

/* By their bytes. */
void oca_sort_strings(oca_strings *list);

/* U+FFFE and U+FFFF, which are no characters: neither XML nor a workbook can hold them. Where the first one in `text`
 * begins, which takes OCA_NO_CHARACTER_BYTES, or NULL; and whether one begins at `s`. */
enum { OCA_NO_CHARACTER_BYTES = 3 };
const char *oca_find_no_character(const char *text);
bool oca_is_no_character(const char *s);

/* White space of XML: space, tab, line feed, carriage return. */
bool oca_is_space(char c);

enum { OCA_LONGEST_ID = 60 };

/* True if the `n` bytes at `s` are an id: [a-z][a-z0-9_]*, with '-' too if `dashes`, at most `longest` characters. */
bool oca_is_id(const char *s, size_t n, bool dashes, size_t longest);

/* The text without white space at its ends; `collapse` also makes each run of white space inside one space. */
const char *oca_trim(oca_arena *mem, const char *s, size_t n, bool collapse);

/* A text that grows; `at` is ended by NUL once anything was added. */
typedef struct {
    oca_arena *mem;
    char *at;
    size_t n, room;
} oca_buffer;

void oca_buffer_add(oca_buffer *buffer, const char *s, size_t n);
void oca_buffer_print(oca_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "1 item", "2 items": `n` with the word that fits, in the language of the words (words.h). */
const char *oca_plural(oca_arena *mem, size_t n, const char *one, const char *many);

#endif
