/* The history of an action's due date, which a plan's journal keeps. */
#ifndef OCA_TRACKING_SLIPS_H
#define OCA_TRACKING_SLIPS_H

#include "../document/plan.h"

/* One move of the due date. */
typedef struct {
    oca_date decided;   /* the review at which it moved */
    oca_date from, to;  /* `to` is not given where the move was taken back */
    const char *reason; /* NULL: none is told */
    const char *by;
} oca_slip;

typedef struct {
    const oca_plan_action *action;
    OCA_LIST(oca_slip) moves; /* oldest first */
    int days;                 /* from the date first planned to the one that holds now; negative: brought forward */
} oca_slip_history;

typedef OCA_LIST(oca_slip_history) oca_slips;

/* Of each action whose due date was ever moved, in plan order; deferred ones are left out. A date that was moved
 * without an entry in the journal (the plan was edited by other means) makes one move, of no day. */
oca_slips oca_slips_find(oca_arena *mem, const oca_plan *plan);

#endif
