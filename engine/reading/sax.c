#include "sax.h"

#include <libxml/parserInternals.h>

void oca_sax_parse(xmlParserCtxtPtr parser, const xmlSAXHandler *handler, void *context,
                   xmlStructuredErrorFunc on_conversion_error) {
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);
    *parser->sax = *handler;
    parser->userData = context;
    xmlStructuredErrorFunc handler_before = xmlStructuredError; /* this thread's */
    void *context_before = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(context, on_conversion_error);
    xmlParseDocument(parser);
    xmlSetStructuredErrorFunc(context_before, handler_before);
}

void oca_sax_free(xmlParserCtxtPtr parser) {
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
}
