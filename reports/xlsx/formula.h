/* Words within formulas. A formula must come to the very text that the engine wrote, and must know what people type
 * again, in every language. */
#ifndef OCA_REPORTS_XLSX_FORMULA_H
#define OCA_REPORTS_XLSX_FORMULA_H

#include "../../engine/base/words.h"

/* A text within a formula: quotes doubled, at most 255 units of UTF-16 as Excel allows. */
const char *oca_quoted(oca_arena *mem, const char *text);

/* A sentence as a formula: the conversions of `format`, "%zu" or "%2$s", become the formulas `parts`, and what stands
 * between them is quoted: "%s of %s" gives `A1&" of "&B1`. */
const char *oca_said(oca_arena *mem, const char *format, const char *const *parts, size_t n);

/* The same of a form for one and a form for many, by the number that `parts[0]`, at least 1, comes to. Languages with
 * more forms have that for 2 here. */
#define OCA_SAID_COUNTED(mem, pair, parts, n)                                                                          \
    oca_said_counted((mem), oca_counted(pair, 1), oca_counted(pair, 2), (parts), (n))
const char *oca_said_counted(oca_arena *mem, const char *one, const char *many, const char *const *parts, size_t n);

/* True where the cell holds the word of a list, in any language: `OR(TRIM(A1)="yes",TRIM(A1)="oui")`. */
const char *oca_is_word(oca_arena *mem, const char *cell, const char *english);

/* How many cells of the range hold it: `COUNTIF(A1:A9,"yes")+COUNTIF(A1:A9,"oui")`; `other`, if not NULL, counts too.
 */
const char *oca_count_word(oca_arena *mem, const char *range, const char *english, const char *other);

#endif
