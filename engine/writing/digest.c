/* A document's digest: Canonical XML 1.0 without comments, white space and translations; then SHA-256. */
#include "digest.h"

#include "../base/text.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <sha2.h>
#include <string.h>

static bool is_element(const xmlNode *node) {
    return node->type == XML_ELEMENT_NODE;
}

/* The element's own xml:lang, to be freed; NULL if it is absent or empty. */
static xmlChar *language(const xmlNode *element) {
    xmlChar *lang = xmlGetNsProp(element, BAD_CAST "lang", XML_XML_NAMESPACE);
    if (lang && *lang)
        return lang;
    xmlFree(lang);
    return NULL;
}

/* True if the node is no part of the instrument: it lays out or translates. */
static bool is_left_out(const xmlNode *node, const xmlChar *root_language) {
    if (node->type == XML_TEXT_NODE)
        return xmlIsBlankNode(node);
    xmlChar *lang = is_element(node) ? language(node) : NULL;
    bool translated = lang && !xmlStrEqual(lang, root_language);
    xmlFree(lang);
    return translated;
}

/* Removes what is left out below `node`. Not deeper than the 64 levels that the reader lets pass. */
static void strip(xmlNode *node, const xmlChar *root_language) {
    for (xmlNode *child = node->children, *next; child; child = next) {
        next = child->next;
        if (is_left_out(child, root_language)) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        } else if (is_element(child)) {
            strip(child, root_language);
        }
    }
}

static xmlDocPtr parse(const char *bytes, size_t n) {
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (!parser)
        return NULL;
    /* NOCDATA: a CDATA section is text like the text beside it. */
    int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_HUGE | XML_PARSE_NOERROR |
                  XML_PARSE_NOWARNING;
    xmlDocPtr document = xmlCtxtReadMemory(parser, bytes, (int)n, NULL, NULL, options);
    xmlFreeParserCtxt(parser);
    return document;
}

/* Canonical XML has no error handler of its own, and libxml2's default one prints. */
static void say_nothing(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

/* The canonical form, to be freed; its length, or less than 0. */
static int canonical(xmlChar **out, xmlDocPtr document) {
    xmlStructuredErrorFunc before = xmlStructuredError; /* this thread's */
    void *context = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, say_nothing);
    int n = xmlC14NDocDumpMemory(document, NULL, XML_C14N_1_0, NULL, 0, out);
    xmlSetStructuredErrorFunc(context, before);
    return n;
}

const char *oca_sha256(oca_arena *mem, const char *bytes, size_t n) {
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data((const unsigned char *)bytes, n, hex);
    return oca_copy(mem, hex, strlen(hex));
}

oca_status oca_document_digest(const char **out, oca_arena *mem, const char *bytes, size_t n) {
    xmlDocPtr document = parse(bytes, n);
    if (!document)
        return OCA_SYSTEM; /* it was read before, so only memory can be wanting */
    xmlNode *root = xmlDocGetRootElement(document);
    xmlChar *root_language = language(root);
    strip(root, root_language);
    xmlFree(root_language);
    xmlChar *form = NULL;
    int length = canonical(&form, document);
    if (length >= 0)
        *out = oca_sha256(mem, (const char *)form, (size_t)length);
    xmlFree(form);
    xmlFreeDoc(document);
    return length >= 0 ? OCA_OK : OCA_FAULTY;
}
