#include "shape.h"

#include <string.h>

const char *const oca_yes_no_words[] = {"yes", "no", NULL};

static const oca_field text_fields[] = {
    {"xml:lang", OCA_FIELD_TEXT, OCA_AT(oca_text, lang)},
    {0},
};

const oca_shape oca_prose_shape = {
    .size = sizeof(oca_text), .content = OCA_CONTENT_PROSE, .text_at = offsetof(oca_text, text), .fields = text_fields};

const oca_shape oca_typed_shape = {
    .size = sizeof(oca_text), .content = OCA_CONTENT_TYPED, .text_at = offsetof(oca_text, text), .fields = text_fields};

bool oca_is_own_language(const char *lang, const char *root) {
    return !lang || !root || strcmp(lang, root) == 0;
}

bool oca_is_region_of(const char *lang, const char *language) {
    size_t n = strlen(language);
    return strncmp(lang, language, n) == 0 && lang[n] == '-';
}

const char *oca_words_in(const oca_words *words, const char *lang, const char *root) {
    const oca_text *language = NULL, *original = NULL;
    for (size_t i = 0; i < words->n; i++) {
        const oca_text *word = &words->at[i];
        const char *own = word->lang ? word->lang : root;
        if (lang && own && strcmp(own, lang) == 0)
            return word->text;
        if (lang && own && !language && oca_is_region_of(lang, own))
            language = word;
        if (!original && oca_equal(own, root))
            original = word;
    }
    const oca_text *found = language ? language : original ? original : words->n ? &words->at[0] : NULL;
    return found ? found->text : "";
}
