/* The history of a plan as what its burn-up is drawn from, on the page and in the workbook. */
#ifndef OCA_REPORTS_TRACK_BURN_UP_H
#define OCA_REPORTS_TRACK_BURN_UP_H

#include "../../engine/tracking/tracked.h"
#include "../figures/figures.h"

/* A point for each of the history's; lives in `mem`. */
oca_burn_up_point *oca_burn_up_points(oca_arena *mem, const oca_history *history);

#endif
