#include "words.h"

static oca_look_up *installed;
static oca_voice speaking = OCA_MESSAGES;

void oca_words_install(oca_look_up *look_up) {
    installed = look_up;
}

void oca_speak(oca_voice voice) {
    speaking = voice;
}

/* No catalog is asked for the empty word: it is the key of what is said about the catalog itself. */
static const char *found(oca_voice voice, const char *key, const char *english) {
    const char *word = installed && *english ? installed(voice, key, NULL, 0) : NULL;
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
    const char *word = installed ? installed(speaking, one, many, n) : NULL;
    return word ? word : n == 1 ? one : many;
}
