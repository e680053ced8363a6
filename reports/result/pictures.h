/* The pictures of results that have many; for the files of this folder. */
#ifndef OCA_REPORTS_RESULT_PICTURES_H
#define OCA_REPORTS_RESULT_PICTURES_H

#include "../../engine/writing/stream.h"
#include "../compare/compare.h"
#include "../portfolio/portfolio.h"

/* " (2)", by which readers of a screen tell the pairs of a series apart; NULL where there is but one. */
const char *oca_pair_mark(oca_arena *mem, const oca_compared_list *pairs, size_t i);

/* The element pictures: of each pair "change-N" and, of 3 to 20 areas, "radar-N"; of all rounds "slopes". */
void oca_compare_pictures(oca_stream *out, oca_arena *mem, const oca_compared_list *pairs, const char *lang);

/* An element pictures for each rubric, by its id: `rubric`, `title`, `n-baseline`, `n-latest`; in it the SVGs
 * "points-N", "stages-N", "moves-N" (if any pair used it twice), "boxes-N" and "heat-N-P", a printed page each. */
void oca_portfolio_pictures(oca_stream *out, oca_arena *mem, const oca_portfolio_report *report);

#endif
