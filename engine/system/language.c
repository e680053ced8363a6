#include "language.h"

#include "../base/text.h"
#include "program.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A text domain for each language, so that two can be spoken in one run: gettext tries the languages of LANGUAGE one
 * after the other, and the domain oca-fr has a catalog in the folder fr only. */
typedef struct {
    const char *tag, *domain; /* "fr", "oca-fr"; domain NULL: English, the language of the code */
} language;

static const language english = {"en", NULL};

static struct {
    const char *folder;
    OCA_LIST(language) all; /* without English */
    const language *spoken[2];
} now = {.spoken = {&english, &english}};

static const char *look_up(oca_voice voice, const char *key, const char *many, size_t n) {
    const char *domain = now.spoken[voice]->domain;
    if (!domain)
        return NULL;
    const char *word = many ? dngettext(domain, key, many, n) : dgettext(domain, key);
    return word == key || word == many ? NULL : word;
}

/* A catalog says something about itself under the empty key. */
static bool has_catalog(const language *one) {
    return !one->domain || (bindtextdomain(one->domain, now.folder) && bind_textdomain_codeset(one->domain, "UTF-8") &&
                            *dgettext(one->domain, ""));
}

static const char *in_language(size_t number, const char *key) {
    return number >= now.all.n                ? NULL
           : has_catalog(&now.all.at[number]) ? dgettext(now.all.at[number].domain, key)
                                              : key;
}

/* The language whose tag is the first `n` bytes of `lang`; '_' and '-' are the same. */
static const language *tagged(const char *lang, size_t n) {
    for (size_t i = 0; i <= now.all.n; i++) {
        const language *one = i < now.all.n ? &now.all.at[i] : &english;
        size_t k = 0;
        while (k < n && one->tag[k] &&
               (strncasecmp(&lang[k], &one->tag[k], 1) == 0 || (strchr("_-", lang[k]) && strchr("_-", one->tag[k]))))
            k++;
        if (k == n && !one->tag[k])
            return one;
    }
    return NULL;
}

/* "pt_BR.UTF-8@x" is pt_BR if there is such a catalog, else pt. */
static const language *known(const char *lang) {
    const language *found = lang ? tagged(lang, strcspn(lang, ".@")) : NULL;
    return found || !lang ? found : tagged(lang, strcspn(lang, "_-.@"));
}

/* What the environment asks for, by gettext's own rules: LANGUAGE, a list, counts only in a locale that is not C. */
static const language *asked_for(oca_arena *mem) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *locale = NULL, *list = getenv("LANGUAGE");
    for (size_t i = 0; i < OCA_COUNT(names) && !(locale && *locale); i++)
        locale = getenv(names[i]);
    if (!locale || !*locale || oca_equal(locale, "C") || oca_equal(locale, "POSIX"))
        return &english;
    oca_strings wanted = oca_split(mem, list && *list ? list : locale, ":");
    for (size_t i = 0; i < wanted.n; i++) {
        const language *found = known(wanted.at[i]);
        if (found)
            return found;
    }
    return &english;
}

static const oca_interpreter interpreter = {look_up, in_language};

void oca_language_start(oca_arena *mem, const char *folder) {
    setlocale(LC_CTYPE, "C.UTF-8");
    setlocale(LC_MESSAGES, "C.UTF-8");
    now.folder = folder;
    oca_strings tags = folder ? oca_folder_entries(mem, folder, "") : (oca_strings){0};
    for (size_t i = 0; i < tags.n; i++)
        *(language *)OCA_ADD(mem, &now.all) = (language){tags.at[i], oca_format_text(mem, "oca-%s", tags.at[i])};
    const language *wanted = asked_for(mem);
    if (tags.n && setenv("LANGUAGE", oca_join(mem, &tags, ":"), 1) != 0)
        now.all.n = 0;
    oca_words_install(&interpreter);
    oca_language_choose(OCA_MESSAGES, wanted->tag);
}

bool oca_language_is_known(const char *lang) {
    return known(lang) != NULL;
}

void oca_language_choose(oca_voice voice, const char *lang) {
    const language *chosen = known(lang);
    now.spoken[voice] = chosen && has_catalog(chosen) ? chosen : &english;
}

const char *oca_language_of(oca_voice voice) {
    return now.spoken[voice]->tag;
}
