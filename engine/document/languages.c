/* Which texts of a document lack a language; declared in review.h. */
#include "fields.h"
#include "review.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_LANGUAGES = 100 };

/* A text in one language. Several are the same text if they say the same thing of the same element: its title, or
 * its level 2. */
typedef struct {
    size_t of;        /* the element's number */
    const char *name; /* of the text's own element */
    const char *key;  /* its value or id, where an element has several of that name; else "" */
    const char *lang;
    int line;
    size_t sequence;
} text;

typedef struct {
    oca_arena *mem;
    size_t elements; /* numbered so far */
    OCA_LIST(text) texts;
} collector;

static int compare_texts(const text *a, const text *b) {
    if (a->of != b->of)
        return a->of < b->of ? -1 : 1;
    int order = strcmp(a->name, b->name);
    return order ? order : strcmp(a->key, b->key);
}

static int by_text(const void *left, const void *right) {
    const text *a = left, *b = right;
    int order = compare_texts(a, b);
    return order ? order : a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

/* The element's own xml:lang, or the one around it. */
static const char *lang_of(collector *c, const oca_shape *shape, const void *element, const char *around) {
    const oca_field *field = oca_field_find(shape, "xml:lang");
    const char *lang = field ? oca_field_text(c->mem, element, field) : NULL;
    return lang ? lang : around;
}

static void add_text(collector *c, const oca_child *child, size_t of, const void *element, const char *lang) {
    oca_element common;
    memcpy(&common, element, sizeof common);
    const oca_field *first = child->shape->fields;
    const char *key = child->multiplicity == OCA_MANY ? oca_field_text(c->mem, element, first) : NULL;
    size_t sequence = c->texts.n;
    text *added = OCA_ADD(c->mem, &c->texts);
    *added = (text){of, child->name, key ? key : "", lang, common.line, sequence};
}

/* Where an attribute holds what child elements of its name translate (the unit of a measure), it is that text in the
 * language around it. */
static void add_attribute(collector *c, const oca_shape *shape, const oca_child *child, const void *element, size_t of,
                          const char *lang) {
    const oca_field *field = oca_field_find(shape, child->name);
    if (!field || !oca_field_text(c->mem, element, field))
        return;
    oca_element common;
    memcpy(&common, element, sizeof common);
    size_t sequence = c->texts.n;
    *(text *)OCA_ADD(c->mem, &c->texts) = (text){of, child->name, "", lang, common.line, sequence};
}

/* `of` is the element that texts below belong to: a criterion inside a level is one of the item's. */
static void collect(collector *c, const oca_shape *shape, const void *element, size_t of, const char *lang) {
    for (const oca_child *child = shape->children; child && child->name; child++) {
        if (oca_equal(child->name, "licence"))
            continue;
        bool translated = oca_field_find(child->shape, "xml:lang") != NULL;
        if (translated)
            add_attribute(c, shape, child, element, of, lang);
        for (size_t i = 0, n = oca_child_count(child, element); i < n; i++) {
            const void *below = oca_child_at(child, element, i);
            const char *own = lang_of(c, child->shape, below, lang);
            if (translated)
                add_text(c, child, of, below, own);
            collect(c, child->shape, below, translated ? of : ++c->elements, own);
        }
    }
}

static bool is_served_by_another(const oca_strings *languages, const char *lang) {
    for (size_t i = 0; i < languages->n; i++)
        if (oca_is_region_of(lang, languages->at[i]))
            return true;
    return false;
}

static void add_language(oca_arena *mem, oca_strings *all, const char *lang) {
    if (all->n < MOST_LANGUAGES && !oca_holds(all, lang))
        *(const char **)OCA_ADD(mem, all) = lang;
}

/* The languages to be complete, the document's own first: none that is a region of another one. */
static oca_strings languages_of(collector *c, const char *own, const oca_strings *also) {
    oca_strings all = {0}, out = {0};
    add_language(c->mem, &all, own);
    for (size_t i = 0; i < c->texts.n; i++)
        add_language(c->mem, &all, c->texts.at[i].lang);
    for (size_t i = 0; also && i < also->n; i++)
        add_language(c->mem, &all, also->at[i]);
    for (size_t i = 0; i < all.n; i++)
        if (!is_served_by_another(&all, all.at[i]))
            *(const char **)OCA_ADD(c->mem, &out) = all.at[i];
    return out;
}

/* In the file; addresses must not decide. */
static bool comes_before(const text *a, const text *b) {
    return a->line != b->line ? a->line < b->line : a->sequence < b->sequence;
}

static void review_language(const collector *c, const char *lang, const char *file, oca_faults *faults) {
    size_t all = 0, missing = 0;
    const text *first = NULL;
    for (size_t i = 0, end; i < c->texts.n; i = end) {
        bool found = false;
        for (end = i; end < c->texts.n && compare_texts(&c->texts.at[i], &c->texts.at[end]) == 0; end++)
            found |= oca_equal(c->texts.at[end].lang, lang);
        all++;
        missing += !found;
        if (!found && (!first || comes_before(&c->texts.at[i], first)))
            first = &c->texts.at[i];
    }
    if (first)
        oca_report(faults, OCA_WARNING, file, first->line,
                   "language \"%s\" is incomplete: %zu of %zu texts are missing; the first is this <%s>", lang, missing,
                   all, first->name);
}

oca_strings oca_languages_of(oca_arena *mem, const oca_format *format, const void *root, const char *own) {
    collector collecting = {.mem = mem}, *c = &collecting;
    if (!own)
        return (oca_strings){0};
    collect(c, format->shape, root, 0, own);
    return languages_of(c, own, NULL);
}

void oca_languages_review(oca_arena *mem, const oca_format *format, const void *root, const char *own,
                          const oca_strings *also, const char *file, oca_faults *faults) {
    collector collecting = {.mem = mem}, *c = &collecting;
    if (!own)
        return;
    collect(c, format->shape, root, 0, own);
    oca_strings languages = languages_of(c, own, also);
    if (languages.n < 2 || !c->texts.n)
        return;
    qsort(c->texts.at, c->texts.n, sizeof *c->texts.at, by_text);
    for (size_t i = 0; i < languages.n; i++)
        review_language(c, languages.at[i], file, faults);
}
