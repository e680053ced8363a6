#include "wellformed.h"

#include <libxml/parser.h>

struct oca_wellformed {
    xmlParserCtxt parser; /* all that there is; never made, only pointed to */
};

oca_wellformed *oca_wellformed_begin(void) {
    xmlSAXHandler nothing = {.initialized = XML_SAX2_MAGIC};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&nothing, NULL, NULL, 0, NULL);
    if (parser)
        xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    return (oca_wellformed *)parser;
}

void oca_wellformed_piece(oca_wellformed *reading, const char *bytes, int n) {
    if (reading)
        xmlParseChunk(&reading->parser, bytes, n, 0);
}

bool oca_wellformed_end(oca_wellformed *reading) {
    if (!reading)
        return false;
    xmlParserCtxtPtr parser = &reading->parser;
    bool whole = xmlParseChunk(parser, NULL, 0, 1) == XML_ERR_OK && parser->wellFormed;
    xmlFreeParserCtxt(parser);
    return whole;
}
