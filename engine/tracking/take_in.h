/* A weakness for later that the room took in. */
#ifndef OCA_TRACKING_TAKE_IN_H
#define OCA_TRACKING_TAKE_IN_H

#include "../document/plan.h"

/* Gives the weaknesses that the journal's changes from number `from` on took in, and that have no actions yet, those of
 * the library between where they stand and their target, or one to be agreed on, as added ones with the earliest dates
 * from `date` on that predecessors and leads allow; and enters them. `plan` has its own copies of its lists. */
void oca_plan_take_in(oca_arena *mem, oca_plan *plan, size_t from, oca_day date, const oca_actions *library,
                      const char *by);

#endif
