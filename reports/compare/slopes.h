/* All rounds of a comparison in one view: every outer area from round to round, like for like. */
#ifndef OCA_REPORTS_COMPARE_SLOPES_H
#define OCA_REPORTS_COMPARE_SLOPES_H

#include "../figures/figures.h"
#include "compare.h"

typedef struct {
    const char *const *rounds; /* "baseline, 2025-03-14" */
    size_t n_rounds;           /* at least two */
    const oca_slope *rows;     /* the whole, then the outer areas of the last round's rubric */
    size_t n;
} oca_slopes;

/* In points of 100. An area is known by its id where rounds have different rubrics. The texts live in `mem`. */
oca_slopes oca_compare_slopes(oca_arena *mem, const oca_compared_list *pairs, const char *lang);

/* How many of the pairs are legs, each round with the next: of a series all but the last pair, its first round with its
 * last. */
size_t oca_compare_legs(const oca_compared_list *pairs);

/* "baseline, 2025-03-14": the kind of round and its day, without the rubric. */
const char *oca_round_and_day(oca_arena *mem, const oca_scores *scores);

#endif
