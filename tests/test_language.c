/* The program's own words: catalogs made for the occasion, as msgfmt makes them. */
#include "../engine/base/fault.h"
#include "../engine/system/language.h"
#include "check.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST = 300 };

/* `language.c` keeps one state a run, so every row runs the test's own program again, with an environment. */
typedef struct {
    const char *name, *environment, *arguments, *want;
} row;

static const row rows[] = {
    {"without a locale, English", "", "", "not known|en|en"},
    {"LANG is asked", "LANG=xx_YY.UTF-8", "", "inconnu|xx|en"},
    {"a locale that nobody has installed will do", "LC_ALL=xx", "", "inconnu|xx|en"},
    {"LC_ALL outranks LC_MESSAGES outranks LANG", "LC_ALL=en_GB LC_MESSAGES=xx LANG=xx", "", "not known|en|en"},
    {"an empty variable is none", "LC_ALL= LC_MESSAGES=xx", "", "inconnu|xx|en"},
    {"LANGUAGE is a list", "LANG=de_DE LANGUAGE=qq:xx:yy", "", "inconnu|xx|en"},
    {"English is a language too", "LANG=xx LANGUAGE=en:xx", "", "not known|en|en"},
    {"LANGUAGE counts for nothing in the locale C", "LC_ALL=C LANGUAGE=xx", "", "not known|en|en"},
    {"an unknown language is English", "LANG=qq_QQ.UTF-8", "", "not known|en|en"},
    {"a dialect finds its own catalog", "LANG=yy_ZZ@latin", "", "nao sabido|yy-ZZ|en"},
    {"where locales cannot be found", "LOCPATH=/nonexistent LANG=xx", "", "inconnu|xx|en"},
    {"answers ask no environment", "LANG=xx", "answers", "not known|xx|en"},
    {"answers in a language of their own", "LANG=xx", "answers yy-ZZ", "nao sabido|xx|yy-ZZ"},
    {"a tag with a country finds its language", "", "answers XX-CD", "inconnu|en|xx"},
    {"a damaged catalog is none", "", "answers bad", "not known|en|en"},
};

static char self[LONGEST], folder[LONGEST];

static int speak(int argc, char **argv) {
    oca_arena mem = {0};
    oca_language_start(&mem, argv[1]);
    if (argc > 2)
        oca_speak(OCA_ANSWERS);
    if (argc > 3)
        oca_language_choose(OCA_ANSWERS, argv[3]);
    printf("%s|%s|%s", _("not known"), oca_language_of(OCA_MESSAGES), oca_language_of(OCA_ANSWERS));
    oca_arena_free(&mem);
    return strcmp(setlocale(LC_NUMERIC, NULL), "C");
}

static void check_row(void **state) {
    const row *r = *state;
    char command[4 * LONGEST], got[LONGEST] = "";
    snprintf(command, sizeof command, "env -i %s %s %s %s", r->environment, self, folder, r->arguments);
    FILE *out = popen(command, "r");
    assert_non_null(out);
    size_t n = fread(got, 1, sizeof got - 1, out);
    got[n] = '\0';
    assert_int_equal(pclose(out), 0);
    assert_string_equal(got, r->want);
}

static void put_catalog(const char *tag, const char *text) {
    char command[4 * LONGEST];
    snprintf(command, sizeof command,
             "mkdir -p %s/%s/LC_MESSAGES && printf '%s' | msgfmt -o %s/%s/LC_MESSAGES/oca-%s.mo -", folder, tag, text,
             folder, tag, tag);
    assert_int_equal(system(command), 0);
}

#define HEADER                                                                                                         \
    "msgid \"\"\\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\\\nPlural-Forms: nplurals=2; "                     \
    "plural=n>1;\\\\n\"\\n"

static int make_catalogs(void **state) {
    char command[4 * LONGEST];
    (void)state;
    put_catalog("xx", HEADER "msgid \"not known\"\\nmsgstr \"inconnu\"\\nmsgctxt \"a page\"\\nmsgid \"not known\"\\n"
                             "msgstr \"inconnue\"\\nmsgid \"%%zu item\"\\nmsgid_plural \"%%zu items\"\\n"
                             "msgstr[0] \"%%zu chose\"\\nmsgstr[1] \"%%zu choses\"\\n"
                             "msgid \"level %%s of %%s\"\\nmsgstr \"de %%2$s, niveau %%1$s\"\\n");
    put_catalog("yy-ZZ", HEADER "msgid \"not known\"\\nmsgstr \"nao sabido\"\\n");
    snprintf(command, sizeof command, "mkdir -p %s/bad/LC_MESSAGES && echo nonsense >%s/bad/LC_MESSAGES/oca-bad.mo",
             folder, folder);
    return system(command);
}

static int remove_catalogs(void **state) {
    char command[4 * LONGEST];
    (void)state;
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

/* The last test: from here on this run speaks. */
static void words_and_forms(void **state) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    (void)state;
    assert_string_equal(_("not known"), "not known");
    assert_string_equal(oca_counted("%zu item", "%zu items", 1), "%zu item");
    oca_language_start(&mem, folder);
    oca_language_choose(OCA_MESSAGES, "xx");
    assert_string_equal(_("not known"), "inconnu");
    assert_string_equal(C_("a page", "not known"), "inconnue");
    assert_string_equal(C_("a book", "not known"), "not known");
    assert_string_equal(oca_counted("%zu item", "%zu items", 0), "%zu chose");
    assert_string_equal(oca_counted("%zu item", "%zu items", 2), "%zu choses");
    assert_string_equal(oca_counted("%zu area", "%zu areas", 2), "%zu areas");
    assert_string_equal(_(""), "");
    oca_report(&faults, OCA_FAULT, NULL, 0, "level %s of %s", "2", "4");
    oca_speak(OCA_ANSWERS);
    assert_string_equal(_("not known"), "not known");
    oca_report(&faults, OCA_FAULT, NULL, 0, "level %s of %s", "2", "4");
    for (size_t i = 0; i < 2; i++)
        assert_string_equal(faults.all.at[i].message, "de 4, niveau 2");
    oca_arena_free(&mem);
}

int main(int argc, char **argv) {
    if (argc > 1)
        return speak(argc, argv);
    struct CMUnitTest tests[OCA_COUNT(rows) + 1] = {{0}};
    for (size_t i = 0; i < OCA_COUNT(rows); i++)
        tests[i] = (struct CMUnitTest){rows[i].name, check_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
    tests[OCA_COUNT(rows)] =
        (struct CMUnitTest){"words, contexts, forms and faults", words_and_forms, NULL, NULL, NULL};
    snprintf(self, sizeof self, "%s", argv[0]);
    snprintf(folder, sizeof folder, "/tmp/oca-words-%ld", (long)getpid());
    return cmocka_run_group_tests_name("language", tests, make_catalogs, remove_catalogs);
}
