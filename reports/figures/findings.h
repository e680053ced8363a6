/* What a picture shows, in one sentence that stands above it: a finding, not the name of the figure. Pages and
 * workbooks take them from here, so that both say the same. Pure; figures are rounded as everywhere. */
#ifndef OCA_REPORTS_FIGURES_FINDINGS_H
#define OCA_REPORTS_FIGURES_FINDINGS_H

#include "figures.h"

/* Points of 100 by area: how many reach `target`, or the highest, and the lowest. Areas without points do not count. */
const char *oca_finding_areas(oca_arena *mem, const char *const *areas, const oca_number *percents, size_t n,
                              oca_number target);

/* The same of two rounds, at the second. */
const char *oca_finding_areas_now(oca_arena *mem, const char *const *areas, const oca_number *percents, size_t n);

/* How many places read as what, the most first; see oca_figure_map. */
const char *oca_finding_map(oca_arena *mem, const oca_map_place *places, size_t n, double capacity, double agreement,
                            const char *const readings[4]);

/* How many rows stand higher or lower than before, any change at all; and which changed most. */
const char *oca_finding_change(oca_arena *mem, const oca_dumbbell *rows, size_t n);

/* How far the whole came on each leg, and how many of the other rows stand higher or lower at the end of the last. */
const char *oca_finding_slopes(oca_arena *mem, const oca_slope *rows, size_t n, size_t legs);

/* When the actions end, or how many end later than first planned. */
const char *oca_finding_gantt(oca_arena *mem, const oca_gantt_row *rows, size_t n);

/* What was done and planned on the last day of which that is known. */
const char *oca_finding_burn_up(oca_arena *mem, const oca_burn_up_point *at, size_t n);

#endif
