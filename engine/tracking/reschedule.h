/* Putting off, on request, what has not begun (the folder's README, "Re-scheduling"). */
#ifndef OCA_TRACKING_RESCHEDULE_H
#define OCA_TRACKING_RESCHEDULE_H

#include "../document/plan.h"

/* Gives every scheduled action that has not begun the earliest weeks from `date` on in which all its predecessors are
 * over and its lead is free, and enters the moves in the journal, each with its reason; `plan` has its own copies of
 * its lists. What was agreed by hand stays: added actions, and dates that a review moved. Returns how many moved. */
size_t oca_plan_reschedule(oca_arena *mem, oca_plan *plan, oca_day date, const oca_actions *library, const char *by);

/* Gives the added actions that have no dates yet theirs, in the same way; nothing else moves or is entered. */
void oca_plan_schedule_new(oca_arena *mem, oca_plan *plan, oca_day date, const oca_actions *library);

#endif
