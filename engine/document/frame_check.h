/* What contradicts itself in a rubric (formats document, "Rubric", "Faults"). */
#ifndef OCA_DOCUMENT_FRAME_CHECK_H
#define OCA_DOCUMENT_FRAME_CHECK_H

#include "../base/fault.h"
#include "rubric.h"

/* Adds every fault of the rubric, and warnings for what is allowed but hardly meant. */
void oca_rubric_check(oca_arena *mem, const oca_rubric *rubric, oca_faults *faults);

#endif
