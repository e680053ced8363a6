#include "stylesheet_words.h"

#include "../base/text.h"
#include "../base/words.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <string.h>

#define WORDS_NAMESPACE "urn:oca:words:1"

static const char *of(const xmlChar *text) {
    return text ? (const char *)text : "";
}

static bool is_one_of(const xmlChar *name, const char *const *names) {
    while (*names && strcmp(of(name), *names) != 0)
        names++;
    return *names;
}

static bool is_instruction(const xmlNode *node) {
    return node->ns && strcmp(of(node->ns->href), of(XSLT_NAMESPACE)) == 0;
}

/* What is handed to a template or kept for later may be an id, which has no space in it; a style sheet is no text. */
static bool stands_on_page(const xmlNode *text, const char *words) {
    static const char *const values[] = {"variable", "param", "with-param", NULL};
    static const char *const silent[] = {"attribute", "comment", NULL}, *const unread[] = {"style", "script", NULL};
    for (const xmlNode *at = text->parent; at && at->type == XML_ELEMENT_NODE; at = at->parent)
        if (is_one_of(at->name, is_instruction(at) ? silent : unread) ||
            (is_instruction(at) && is_one_of(at->name, values) && !strchr(words, ' ')))
            return false;
    return true;
}

/* White space around the words stays; inside it is one space, as on the page. */
static void look_up_text(xmlNode *text, oca_arena *mem) {
    const char *whole = of(text->content), *words = oca_trim(mem, whole, strlen(whole), true);
    if (!*words || !stands_on_page(text, words))
        return;
    const char *found = oca_word(words);
    if (found == words)
        return;
    size_t n = strlen(whole), before = 0, after = n;
    /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): words were found in it */
    while (oca_is_space(whole[before]))
        before++;
    /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the same */
    while (oca_is_space(whole[after - 1]))
        after--;
    xmlNodeSetContent(text,
                      (const xmlChar *)oca_format_text(mem, "%.*s%s%s", (int)before, whole, found, whole + after));
}

/* Where braces stand, XPath does, and may ask for its words itself. */
static void look_up_labels(xmlNode *element) {
    static const char *const labels[] = {"aria-label", "alt", "title", NULL};
    for (xmlAttr *label = element->properties; label; label = label->next) {
        xmlNode *value = label->children;
        if (!is_one_of(label->name, labels) || !value || value->next || strchr(of(value->content), '{'))
            continue;
        const char *found = oca_word(of(value->content));
        if (found != of(value->content))
            xmlNodeSetContent(value, (const xmlChar *)found);
    }
}

/* The node after `node`, its children first. */
static xmlNode *following(xmlNode *node) {
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
    return node ? node->next : NULL;
}

void oca_stylesheet_words_look_up(xmlDocPtr sheet) {
    oca_arena mem = {0};
    for (xmlNode *at = xmlDocGetRootElement(sheet); at; at = following(at))
        if (at->type == XML_TEXT_NODE)
            look_up_text(at, &mem);
        else if (at->type == XML_ELEMENT_NODE && !is_instruction(at))
            look_up_labels(at);
    oca_arena_free(&mem);
}

/* `sentence` with the values in the places of %1 to %9. */
static const char *filled(oca_arena *mem, const char *sentence, const oca_strings *values) {
    oca_buffer out = {.mem = mem};
    for (const char *at = sentence; *at; at++) {
        size_t number = *at == '%' && at[1] >= '1' && at[1] <= '9' ? (size_t)(at[1] - '0') : 0;
        if (!number || number > values->n) {
            oca_buffer_add(&out, at, 1);
            continue;
        }
        oca_buffer_add(&out, values->at[number - 1], strlen(values->at[number - 1]));
        at++;
    }
    return out.at ? out.at : "";
}

/* The arguments of the call as texts, in their order; what cannot be one leaves an error with XPath. */
static oca_strings arguments_of(xmlXPathParserContextPtr call, int n, oca_arena *mem) {
    oca_strings values = {.at = oca_alloc(mem, (size_t)n * sizeof *values.at), .n = (size_t)n, .room = (size_t)n};
    for (int i = n - 1; i >= 0; i--) {
        xmlChar *text = xmlXPathPopString(call);
        values.at[i] = oca_copy(mem, of(text), strlen(of(text)));
        xmlFree(text);
    }
    return values;
}

/* Sentences come first, `forms` of them: one, or one for a single thing and one for several. */
static void answer(xmlXPathParserContextPtr call, int n, size_t forms) {
    oca_arena mem = {0};
    if (n < (forms == 1 ? 1 : 3)) {
        xmlXPathSetArityError(call);
        return;
    }
    oca_strings all = arguments_of(call, n, &mem);
    oca_strings values = {.at = all.at + forms, .n = all.n - forms};
    const char *sentence = all.at[0];
    if (forms == 1) {
        sentence = oca_word(sentence);
    } else {
        double number = xmlXPathCastStringToNumber((const xmlChar *)values.at[0]);
        sentence = oca_counted(all.at[0], all.at[1], number >= 0 && number < 1e9 ? (size_t)number : 0);
    }
    xmlXPathReturnString(call, xmlStrdup((const xmlChar *)filled(&mem, sentence, &values)));
    oca_arena_free(&mem);
}

static void word(xmlXPathParserContextPtr call, int n) {
    answer(call, n, 1);
}

static void words(xmlXPathParserContextPtr call, int n) {
    answer(call, n, 2);
}

int oca_stylesheet_words_register(xsltTransformContextPtr run) {
    const xmlChar *uri = (const xmlChar *)WORDS_NAMESPACE;
    return xsltRegisterExtFunction(run, (const xmlChar *)"word", uri, word) |
           xsltRegisterExtFunction(run, (const xmlChar *)"words", uri, words);
}
