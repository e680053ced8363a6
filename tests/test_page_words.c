/* Words on pages: what a stylesheet has looked up, and what it must be left with. */
#include "../engine/base/text.h"
#include "../engine/base/words.h"
#include "../engine/writing/stylesheet.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A catalog of four words. */
static const char *look_up(oca_voice voice, const char *key, const char *many, size_t n) {
    static const char *const words[][2] = {
        {"Areas and items", "Domaines & points"}, {"%1 of %2", "%2 / %1"}, {"map", "carte"}};
    if (many)
        return voice == OCA_ANSWERS && strcmp(key, "%1 day") == 0 ? n > 1 ? "%1 jours" : "%1 jour" : NULL;
    for (size_t i = 0; voice == OCA_ANSWERS && i < OCA_COUNT(words); i++)
        if (strcmp(key, words[i][0]) == 0)
            return words[i][1];
    return NULL;
}

static const struct row {
    const char *name, *template, *page;
} rows[] = {
    {"text as it stands", "<p>Areas and items</p>", "<p>Domaines &amp; points</p>"},
    {"white space is the page's", "<p>\n  Areas\n  and items </p>", "<p>\n  Domaines &amp; points </p>"},
    {"text of xsl:text", "<p><xsl:text>Areas and items</xsl:text></p>", "<p>Domaines &amp; points</p>"},
    {"unknown text", "<p>Bons mots</p>", "<p>Bons mots</p>"},
    {"a label", "<p aria-label='Areas and items'/>", "<p aria-label=\"Domaines &amp; points\"/>"},
    {"another attribute", "<p class='Areas and items'/>", "<p class=\"Areas and items\"/>"},
    {"a sentence that is kept",
     "<xsl:variable name='v'>Areas and items</xsl:variable><p><xsl:value-of select='$v'/></p>",
     "<p>Domaines &amp; points</p>"},
    {"an id that is kept", "<xsl:variable name='v'>map</xsl:variable><p><xsl:value-of select='$v'/></p>", "<p>map</p>"},
    {"a style sheet", "<style>Areas and items</style>", "<style>Areas and items</style>"},
    {"values in a sentence", "<p><xsl:value-of select=\"w:word('%1 of %2', 3, /r/@a)\"/></p>", "<p>&lt;b&gt; / 3</p>"},
    {"a sentence that is unknown", "<p><xsl:value-of select=\"w:word('%2 %1 %3 %', 'x', 'y')\"/></p>",
     "<p>y x %3 %</p>"},
    {"one", "<p><xsl:value-of select=\"w:words('%1 day', '%1 days', 1)\"/></p>", "<p>1 jour</p>"},
    {"several", "<p><xsl:value-of select=\"w:words('%1 day', '%1 days', 12)\"/></p>", "<p>12 jours</p>"},
    {"several, unknown", "<p><xsl:value-of select=\"w:words('%1 cow', '%1 cows, %2', 2, 'x')\"/></p>",
     "<p>2 cows, x</p>"},
    {"that the function is there", "<p><xsl:value-of select=\"function-available('w:word')\"/></p>", "<p>true</p>"},
    {"too few arguments", "<p><xsl:value-of select=\"w:words('%1 day', '%1 days')\"/></p>", NULL},
};

/* The page of the template, or NULL where the stylesheet is faulty. */
static const char *page_of(oca_arena *mem, const char *template) {
    static const char xml[] = "<r a='&lt;b>'/>";
    char path[] = "/tmp/oca-test-XXXXXX";
    int fd = mkstemp(path);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    assert_non_null(file);
    fprintf(file,
            "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:w='urn:oca:words:1' "
            "exclude-result-prefixes='w'><xsl:output omit-xml-declaration='yes'/><xsl:template match='/'>%s"
            "</xsl:template></xsl:stylesheet>",
            template);
    assert_int_equal(fclose(file), 0);
    oca_faults faults = {.mem = mem};
    const char *page = NULL;
    size_t n = 0;
    oca_status status = oca_stylesheet_apply(&page, &n, mem, path, NULL, xml, sizeof xml - 1, &faults);
    remove(path);
    return status == OCA_OK ? oca_trim(mem, page, n, false) : NULL;
}

static void check_row(void **state) {
    const struct row *row = *state;
    oca_arena mem = {0};
    const char *page = page_of(&mem, row->template);
    if (row->page)
        assert_string_equal(page, row->page);
    else
        assert_null(page);
    oca_arena_free(&mem);
}

int main(void) {
    static const oca_interpreter interpreter = {.look_up = look_up};
    oca_words_install(&interpreter);
    oca_speak(OCA_ANSWERS);
    return CHECK_ROWS("words on pages", rows, check_row);
}
