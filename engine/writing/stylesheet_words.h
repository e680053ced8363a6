/* The program's own words on pages, in the language that is shown (base/words.h).
 *
 * Text that a stylesheet puts on the page as it stands, and the labels that are read aloud (aria-label, alt, title),
 * are looked up as they are: `<h2>What changed</h2>`. A sentence with values in it is asked for:
 *
 *     <xsl:value-of select="w:word('%1 of %2', @dk, @answers)"/>
 *     <xsl:value-of select="w:words('%1 week', '%1 weeks', @weeks)"/>   %1 is the number that decides
 *
 * with xmlns:w="urn:oca:words:1". A single word in a variable or parameter may be an id and stays. What no catalog
 * knows stays as it is, so a stylesheet in any language works. */
#ifndef OCA_WRITING_STYLESHEET_WORDS_H
#define OCA_WRITING_STYLESHEET_WORDS_H

#include <libxml/tree.h>
#include <libxslt/xsltInternals.h>

/* Looks up what stands in the stylesheet as it is. Before it is compiled. */
void oca_stylesheet_words_look_up(xmlDocPtr sheet);

/* Lets the transformation call w:word and w:words; 0, or -1 if memory was too little. */
int oca_stylesheet_words_register(xsltTransformContextPtr run) __attribute__((warn_unused_result));

#endif
