/* Decimal numbers: from text, to text, and compared so that binary noise never decides.
 *
 * This is the one place where numbers become text. */
#ifndef OCA_BASE_NUMBER_H
#define OCA_BASE_NUMBER_H

#include "arena.h"

#include <stdbool.h>

/* A number that may be absent. `value` means something only where `given`. */
typedef struct {
    bool given;
    double value;
} oca_number;

static inline oca_number oca_given(double value) {
    return (oca_number){true, value};
}

/* `number` where it is given, else `otherwise`. */
static inline double oca_or(oca_number number, double otherwise) {
    return number.given ? number.value : otherwise;
}

/* Reads the `n` bytes at `s` as -?[0-9]+(\.[0-9]+)?; false, with *out untouched, if they are anything else or
 * have more than 15 digits before the point. */
bool oca_number_parse(double *out, const char *s, size_t n);

/* The shortest plain decimal (no exponent) that reads back as the same double: 2, 0.1, 66.66666666666667. What is no
 * number is "–". */
const char *oca_number_text(oca_arena *mem, double value);

/* Rounded half away from zero to `decimals`, which are all shown: 2.13, 57.0. */
const char *oca_number_shown(oca_arena *mem, double value, int decimals);

/* The same as oca_compare where the two are close to each other, or large. */
int oca_compare_rounded(double a, double b);

/* -1, 0 or 1 as a is below, equal to or above b when both are rounded to 9 decimals: so every comparison with a
 * threshold and every test for equality is made (scoring document, before "Item"). */
static inline int oca_compare(double a, double b) {
    const double clear = 1e-8, ordinary = 1e6; /* so far apart, no rounding of such numbers can bring them together */
    if (a == b)
        return 0;
    if (a < ordinary && a > -ordinary && b < ordinary && b > -ordinary && (a - b > clear || b - a > clear))
        return a > b ? 1 : -1;
    return oca_compare_rounded(a, b);
}

#endif
