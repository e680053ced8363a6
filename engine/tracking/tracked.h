/* All that there is to say about a plan at a date, for the reports. */
#ifndef OCA_TRACKING_TRACKED_H
#define OCA_TRACKING_TRACKED_H

#include "merge.h"
#include "slips.h"
#include "waiting.h"

typedef struct {
    const oca_plan *plan;
    const oca_frame *frame;     /* NULL: the rubric was not found; titles are then those of the plan */
    const oca_actions *library; /* NULL: none was found; roles and trainings are then told by their ids */
    const char *lang;           /* NULL: the documents' own */
    oca_progress progress;
    const oca_waiting *waiting; /* by action */
    oca_unblocks unblock;
    oca_slips slips;
    const oca_conflicts *conflicts; /* never NULL */
    size_t changes;                 /* entered in the journal by this review, re-scheduling included */
    size_t moved;                   /* actions that were re-scheduled */
} oca_tracked;

/* Looks at the plan; `frame`, `library` and `lang` may be NULL. The conflicts, changes and moves are the caller's. */
oca_tracked oca_track(oca_arena *mem, const oca_plan *plan, oca_day date, const oca_frame *frame,
                      const oca_actions *library, const char *lang);

/* One point of the plan's history: how much of the work was done, in weeks. */
typedef struct {
    oca_day date;
    bool known;                  /* false of a day to come: then only `planned` says something */
    double as_it_stands, agreed; /* weeks done */
    double planned;              /* weeks that were to be done by then */
    double size;                 /* weeks of the scheduled and added actions that are not dropped */
    double size_agreed;          /* weeks of the actions as first planned */
} oca_history_point;

typedef OCA_LIST(oca_history_point) oca_history;

/* The plan's start, each day of its journal, its reviews, the date looked at and its end, in order; the past is what
 * the journal tells. */
oca_history oca_history_of(oca_arena *mem, const oca_progress *progress);

#endif
