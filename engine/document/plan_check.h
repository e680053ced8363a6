/* What contradicts itself in a plan (formats document, "Plan"). */
#ifndef OCA_DOCUMENT_PLAN_CHECK_H
#define OCA_DOCUMENT_PLAN_CHECK_H

#include "../base/fault.h"
#include "plan.h"

/* Adds every fault of the plan, named after `plan->file`. */
void oca_plan_check(oca_arena *mem, const oca_plan *plan, oca_faults *faults);

#endif
