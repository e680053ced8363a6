/* A glance at the root element; declared in root.h. */
#include "root.h"
#include "sax.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct {
    xmlParserCtxtPtr parser;
    oca_arena *mem;
    const char *uri;
} glance;

static void on_root(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                    const xmlChar **namespaces, int n, int n_defaulted, const xmlChar **attributes) {
    (void)name, (void)prefix, (void)n_namespaces, (void)namespaces, (void)n, (void)n_defaulted, (void)attributes;
    glance *g = context;
    if (!g->uri)
        g->uri = uri ? oca_copy(g->mem, (const char *)uri, strlen((const char *)uri)) : "";
    xmlStopParser(g->parser);
}

static void on_error(void *context, xmlErrorPtr error) {
    (void)context, (void)error; /* then there is no root to be read */
}

const char *oca_root_namespace(oca_arena *mem, const char *bytes, size_t n) {
    glance g = {.parser = n <= INT32_MAX ? xmlCreateMemoryParserCtxt(bytes, (int)n) : NULL, .mem = mem};
    if (!g.parser)
        return NULL;
    *g.parser->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC, .startElementNs = on_root, .serror = on_error};
    g.parser->userData = &g;
    xmlCtxtUseOptions(g.parser, XML_PARSE_NONET);
    xmlStructuredErrorFunc handler_before = xmlStructuredError; /* this thread's */
    void *context_before = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(NULL, on_error);
    xmlParseDocument(g.parser);
    xmlSetStructuredErrorFunc(context_before, handler_before);
    oca_sax_free(g.parser);
    return g.uri;
}
