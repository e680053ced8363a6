/* Where a plan stands at a date (scoring document, "Progress at a date"). */
#ifndef OCA_TRACKING_PROGRESS_H
#define OCA_TRACKING_PROGRESS_H

#include "../document/frame.h"
#include "../document/plan.h"

/* How much is done, each in percent of the weeks of work; not given where there are none. */
typedef struct {
    oca_number as_it_stands;    /* `completion`: scheduled and added actions that are not dropped */
    oca_number agreed;          /* `completion_agreed`: scheduled actions, a dropped one at 0 */
    oca_number planned;         /* `planned_completion`: the same actions, had all gone as first planned */
    double weeks, agreed_weeks; /* of the actions of the first, and of the second and third */
} oca_completion;

/* One action of the plan. */
typedef struct {
    const oca_plan_weakness *weakness;
    const oca_plan_action *action;
    bool counts;            /* scheduled or added */
    double weeks;           /* as given, or of its days; 0 of a deferred one without */
    double done;            /* percent that is done */
    double planned;         /* percent that was to be done by now, by the dates first planned; 0 without such dates */
    oca_date start, due;    /* as they stand now: revised, else first planned */
    bool overdue, due_soon; /* due_soon: within 30 days */
} oca_progress_action;

/* The actions of an area, or of a lead. */
typedef struct {
    const char *id; /* NULL: of those who have none */
    oca_completion completion;
    size_t actions, overdue;
} oca_progress_group;

typedef OCA_LIST(oca_progress_group) oca_progress_groups;

typedef struct {
    const oca_plan *plan;
    oca_day date;
    oca_completion completion;
    size_t done, ongoing, blocked, not_started, dropped, added, overdue, due_soon; /* of the actions that count */
    OCA_LIST(oca_progress_action) actions;                                         /* all, in plan order */
    oca_progress_groups areas; /* with actions that count: in rubric order, what the rubric does not have last */
    oca_progress_groups leads; /* likewise, in plan order */
} oca_progress;

/* `frame` gives the order of the areas; NULL: that of the plan. The result points into the plan. Cannot fail. */
oca_progress oca_progress_at(oca_arena *mem, const oca_plan *plan, oca_day date, const oca_frame *frame);

#endif
