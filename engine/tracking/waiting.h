/* What waits for what: which actions became ready, and what the next visit should unblock. */
#ifndef OCA_TRACKING_WAITING_H
#define OCA_TRACKING_WAITING_H

#include "progress.h"

typedef OCA_LIST(size_t) oca_numbers;

/* Numbers are those of oca_progress.actions. */
typedef struct {
    oca_numbers before;  /* predecessors in the plan: required ones, and those of lower levels of the same item */
    oca_numbers waiting; /* those of them that are open: neither done nor dropped */
    size_t held_up;      /* how many open actions wait for this one, over others too */
} oca_waiting;

/* By action. The library tells the levels that actions lead to; where it is NULL or does not have an action, the dates
 * first planned tell it: of one item, what was to end before another began precedes it. Deferred actions precede
 * nothing. */
const oca_waiting *oca_waiting_find(oca_arena *mem, const oca_progress *progress, const oca_actions *library);

/* True if the action has not begun and all its predecessors, of which there are some, are over. */
bool oca_is_ready(const oca_progress *progress, const oca_waiting *waiting, size_t action);

/* Why an action is to be talked over at the next visit; more than one may hold. */
enum {
    OCA_UNBLOCK_BLOCKED = 1, /* its status says so */
    OCA_UNBLOCK_LATE = 2,    /* its due date has passed */
    OCA_UNBLOCK_UNMET = 4,   /* something is to be made sure of first, and it begins before the visit after */
    OCA_UNBLOCK_NOBODY = 8,  /* nobody is named for it, and it begins before the visit after */
};

typedef struct {
    size_t action;
    unsigned why;
} oca_unblock;

typedef OCA_LIST(oca_unblock) oca_unblocks;

/* What the next coaching visit should unblock: what holds up the most first, then in plan order. */
oca_unblocks oca_unblock_find(oca_arena *mem, const oca_progress *progress, const oca_waiting *waiting);

/* The first review after the progress's date, and the one after that; not given past the last. */
oca_date oca_next_review(const oca_progress *progress);
oca_date oca_review_after(const oca_plan *plan, oca_day day);

#endif
