/* What is worth a look in a document that contradicts nothing: warnings for its author, told by `oca check` alone. */
#ifndef OCA_DOCUMENT_REVIEW_H
#define OCA_DOCUMENT_REVIEW_H

#include "frame.h"

/* Warns of descriptions of neighbouring levels that are the same or nearly so, and of must-haves without a <why>.
 *
 * Two descriptions, their criteria included, are nearly the same if four in five of their words are shared: twice the
 * words that stand in both, each as often as it stands in both, over the words of both, is at least 0.8. A word is a
 * run of letters and digits, capitals and small letters alike (of ASCII); the first 1,000 of a description count. */
void oca_rubric_review(oca_arena *mem, const oca_frame *frame, oca_faults *faults);

/* The languages that the document `root` speaks, `own` (that of its root element) first; a regional one ("pt-BR") is
 * left out where its language ("pt") is there. None where `own` is NULL: such a document takes all texts for its own.
 * Only the first 100 are looked at. */
oca_strings oca_languages_of(oca_arena *mem, const oca_format *format, const void *root, const char *own);

/* Warns of each of these languages, and of each in `also` (NULL: none; those of the rubric that it goes with), in which
 * the document does not say everything: how many texts are missing, and where the first is. A licence needs no
 * translation. */
void oca_languages_review(oca_arena *mem, const oca_format *format, const void *root, const char *own,
                          const oca_strings *also, const char *file, oca_faults *faults);

#endif
