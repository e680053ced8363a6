/* Which item of one rubric is which of the other (scoring document, "Two rounds": matching).
 *
 * It depends on the two rubrics alone: built once, it serves every pair of rounds that were made with them. */
#ifndef OCA_COMPARING_MATCHING_H
#define OCA_COMPARING_MATCHING_H

#include "../document/frame.h"

typedef struct {
    const oca_frame *baseline, *reassessment;
    const oca_crosswalk *crosswalk; /* that was used; NULL: none */
    bool backwards;                 /* it is the baseline's own, read from `to` to `from` */
    const long *baseline_item;      /* by item of the reassessment: its counterpart; OCA_NOWHERE without one */
    const bool *same;               /* by item of the reassessment: with a counterpart that asks the same */
    const long *reassessment_item;  /* by item of the baseline: its counterpart; OCA_NOWHERE without one */
    const size_t *place;            /* by item of the baseline: the node of the reassessment in which it lies */
    const long *baseline_node;      /* by node of the reassessment: that of the same id; OCA_NOWHERE without one */
} oca_matching;

/* Points into both frames, which must outlive it; the two may be one. Cannot fail: rubrics without anything in common
 * match nowhere. */
oca_matching oca_matching_build(oca_arena *mem, const oca_frame *baseline, const oca_frame *reassessment);

#endif
