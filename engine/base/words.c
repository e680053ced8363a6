#include "words.h"

#include "text.h"

static const oca_interpreter *installed;
static oca_voice speaking = OCA_MESSAGES;

void oca_words_install(const oca_interpreter *interpreter) {
    installed = interpreter;
}

void oca_speak(oca_voice voice) {
    speaking = voice;
}

/* No catalog is asked for the empty word: it is the key of what is said about the catalog itself. */
static const char *found(oca_voice voice, const char *key, const char *english) {
    const char *word = installed && english && *english ? installed->look_up(voice, key, NULL, 0) : NULL;
    return word ? word : english;
}

const char *oca_word(const char *english) {
    return found(speaking, english, english);
}

const char *oca_word_in_context(const char *key, const char *english) {
    return found(speaking, key, english);
}

const char *oca_message(const char *english) {
    return found(OCA_MESSAGES, english, english);
}

const char *oca_counted(const char *one, const char *many, size_t n) {
    const char *word = installed ? installed->look_up(speaking, one, many, n) : NULL;
    return word ? word : n == 1 ? one : many;
}

oca_strings oca_spellings(oca_arena *mem, const char *english) {
    oca_strings all = {0};
    const char *word = english;
    for (size_t i = 0; word; i++) {
        if (!oca_holds(&all, word))
            *(const char **)OCA_ADD(mem, &all) = word;
        word = installed ? installed->in_language(i, english) : NULL;
    }
    return all;
}
