#include "wellformed.h"

#include "sax.h"

#include <libxml/parser.h>

bool oca_is_wellformed(oca_wellformed_read *read, void *source) {
    xmlSAXHandler nothing = {.initialized = XML_SAX2_MAGIC};
    xmlParserCtxtPtr parser = xmlCreateIOParserCtxt(&nothing, NULL, read, NULL, source, XML_CHAR_ENCODING_NONE);
    if (!parser)
        return false;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    bool whole = xmlParseDocument(parser) == 0 && parser->wellFormed;
    oca_sax_free(parser);
    return whole;
}
