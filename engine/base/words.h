/* The program's own words in the reader's language.
 *
 * English stands in the code and is the key to the catalogs (templates/words). A whole sentence is one unit, never
 * glued together from parts: languages order and bend words in their own ways. Where nothing was installed, as in the
 * tests of the pure folders, English comes back. What a translator cannot know stands above in a comment that begins
 * "TRANSLATORS:". */
#ifndef OCA_BASE_WORDS_H
#define OCA_BASE_WORDS_H

#include "arena.h"

/* Whom the words are for. The two may differ: no file may depend on the machine that it was made on. */
typedef enum {
    OCA_MESSAGES, /* whoever sits at the machine: faults, complaints and help */
    OCA_ANSWERS,  /* whoever reads what is made: files and standard output */
} oca_voice;

/* `english` in the language of the current voice, which is OCA_MESSAGES until oca_speak chooses another. What comes
 * back is constant and lives as long as the program; NULL gives NULL. */
const char *oca_word(const char *english) __attribute__((format_arg(1)));

/* The same for one of several words that are alike in English: `key` is "CONTEXT\004ENGLISH". */
const char *oca_word_in_context(const char *key, const char *english) __attribute__((format_arg(2)));

/* The form that goes with the number `n`: oca_counted("%zu item", "%zu items", n). */
const char *oca_counted(const char *one, const char *many, size_t n) __attribute__((format_arg(1), format_arg(2)));

/* A message's word or format, whatever the current voice. oca_report and oca_wrong_usage ask for their formats
 * themselves: there, only what is put into %s needs a `_()`. */
const char *oca_message(const char *english) __attribute__((format_arg(1)));

#define _(english) oca_word(english)
#define C_(context, english) oca_word_in_context(context "\004" english, english)

/* Marks a pair of forms that is given to oca_counted where it is used. */
#define NP_(one, many) one, many

/* Marks a word of a table, which is given to `_()` where it is used. */
#define N_(english) english

/* All that `english` is called in the languages that there are, English first, none twice: what may be typed for it. */
oca_strings oca_spellings(oca_arena *mem, const char *english);

/* Whom `_()` speaks to from now on. Not while threads run. */
void oca_speak(oca_voice voice);

/* Who looks words up; installed once, by system/language. */
typedef struct {
    /* The word `key` of that voice, in the form for `n` where `many` is not NULL; NULL where there is none but the
     * English one. */
    const char *(*look_up)(oca_voice voice, const char *key, const char *many, size_t n);
    /* The word in the language of that number, from 0, whatever is spoken: `key` where it has none, NULL past the last
     * language. */
    const char *(*in_language)(size_t language, const char *key);
} oca_interpreter;

void oca_words_install(const oca_interpreter *interpreter);

#endif
