/* One way to run libxml2's SAX2 parser for every reader of XML. For this folder only. */
#ifndef OCA_READING_SAX_H
#define OCA_READING_SAX_H

#include <libxml/parser.h>

/* Parses what `parser` was made for: nothing is fetched, and &amp; and its like come replaced. libxml2's own bounds are
 * lifted, for one of them counts from the beginning of a document, not of an attribute, and refused what lies beyond
 * 10 MB: the caller bounds bytes, levels and what it keeps, and stops at a DOCTYPE. `handler` and
 * `on_conversion_error` are called with `context`; the latter is told of bytes that do not fit the declared encoding,
 * which libxml2 tells the thread's handler instead of the parser's, and prints without one. It converts ahead of the
 * parser, which must not be stopped there. */
void oca_sax_parse(xmlParserCtxtPtr parser, const xmlSAXHandler *handler, void *context,
                   xmlStructuredErrorFunc on_conversion_error);

/* Frees the parser, and the document in which libxml2 keeps the entities of a DOCTYPE that nobody builds a tree from,
 * which it forgets where parsing ends before the root. */
void oca_sax_free(xmlParserCtxtPtr parser);

#endif
