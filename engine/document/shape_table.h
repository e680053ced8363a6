/* Short words for the shape tables of the documents; included by their .c files only. */
#ifndef OCA_DOCUMENT_SHAPE_TABLE_H
#define OCA_DOCUMENT_SHAPE_TABLE_H

#include "shape.h"

#include <float.h>

/* The attribute xml:lang of an element whose struct has a member `lang`. */
#define LANG(type)                                                                                                     \
    { "xml:lang", OCA_FIELD_TEXT, OCA_AT(type, lang) }
#define ANY .min = -DBL_MAX, .max = DBL_MAX
#define AT_LEAST(n) .min = (n), .max = DBL_MAX
#define BETWEEN(low, high) .min = (low), .max = (high)

/* How many of something: people, votes, ranks. The upper bound keeps them, and sums of a few, within an int. */
#define COUNT BETWEEN(0, 100000000)
#define COUNT_FROM_1 BETWEEN(1, 100000000)

/* Whole weeks; the upper bound is longer than the calendar. */
#define WEEKS BETWEEN(1, 500000)

#endif
