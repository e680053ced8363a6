/* How we have libxml2 and libxslt behave, once and for the whole program. */
#ifndef OCA_WRITING_LIBXML_H
#define OCA_WRITING_LIBXML_H

/* From here on running out of memory inside them ends the program as it does in an arena. Left to themselves they
 * crash, or go on without what they could not store: a rubric would get another digest without a word. To be called
 * before anything of theirs. */
void oca_libxml_watch_memory(void);

#endif
