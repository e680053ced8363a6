/* What the reading of typed cells is made of; for engine/reading/typed*.c only. */
#ifndef OCA_READING_TYPED_PARTS_H
#define OCA_READING_TYPED_PARTS_H

#include "../base/date.h"
#include "../base/text.h"
#include "typed.h"

/* How many bytes of blank begin at `s`: white space, and the spaces and marks that only look like nothing. */
size_t oca_blank_at(const char *s);

/* The text to be compared: without case, each run of blanks one space, ’ as '. */
const char *oca_folded(oca_arena *mem, const char *s);

/* Without blanks, and without a sign of percent at the end. */
char *oca_number_tidied(oca_arena *mem, const char *s);

/* Makes `digits`, "1.234,5" or its like, the form that XML has. False if it can be read in two ways: one separator
 * before three digits may group them or part them; only a `whole` number has none to part. */
bool oca_number_settled(char *digits, bool whole);

/* Reads a number of at most `most` digits; how many there are. */
size_t oca_digits_taken(const char *s, size_t most, int *out);

typedef enum { OCA_DAY_WRONG, OCA_DAY_READ, OCA_DAY_IN_TWO_WAYS } oca_typed_day;

/* "2025-03-14", "14/3/2025", "3.14.2025": what can be read in one way only; of what can be read in two, *out is that
 * with the day first. */
oca_typed_day oca_day_typed(oca_day *out, const char *text);

#endif
