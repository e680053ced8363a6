/* From scores to an Institutional Strengthening Plan (scoring document, "Weaknesses, strengths and their order" and
 * "Actions and the timeline"). */
#ifndef OCA_PLANNING_PLANNING_H
#define OCA_PLANNING_PLANNING_H

#include "../document/plan.h"
#include "../scoring/score.h"

typedef struct {
    size_t item;
    int rank, tier; /* tier 1: a failed gate; 2: chosen; 3: the others. On screen "why here" */
    oca_weakness_state state;
    double index;                  /* on screen "gap"; 0 of an ambition */
    double need, target, standing; /* levels */
    double votes;
    size_t first_action, end_action; /* of oca_planned.actions: [first, end) */
} oca_weakness;

typedef struct {
    const oca_library_action *action; /* NULL: a placeholder */
    const char *id;
    size_t weakness;
    int weeks;
    const char *lead;       /* NULL: nobody yet */
    oca_strings unmet;      /* ids of actions of the library to be made sure of first */
    oca_action_state state; /* OCA_SCHEDULED or OCA_DEFERRED */
    oca_day start, due;     /* first and last day, if scheduled */
} oca_planned_action;

typedef struct {
    size_t item;
    oca_why why;
} oca_unknown;

typedef struct {
    const oca_scores *scores;
    const oca_actions *library;           /* NULL: none was found, every action is a placeholder */
    oca_day start, end;                   /* first and last day */
    OCA_LIST(oca_weakness) weaknesses;    /* with the ambitions, in order */
    OCA_LIST(oca_planned_action) actions; /* by weakness, then by `to`, then library order */
    OCA_LIST(oca_unknown) find_out;       /* to find out first */
    OCA_LIST(size_t) strengths;           /* items */
    OCA_LIST(oca_day) reviews;
} oca_planned;

/* Options of a plan. */
typedef struct {
    oca_day start;
    const bool *only; /* by item: plan these alone, the others come later; NULL: as the scoring document says */
} oca_planning_options;

/* Checks the library against the rubric: ids, levels, prerequisites, cycles. Faults name library->file. */
oca_status oca_library_check(oca_arena *mem, const oca_actions *library, const oca_frame *frame, oca_faults *faults)
    __attribute__((warn_unused_result));

/* Warns of each item and level from which no action of a library without faults leads on, so that a plan would hold a
 * placeholder. Warnings name the rubric's item: the lack has no line in the library. */
void oca_library_review(const oca_actions *library, const oca_frame *frame, oca_faults *faults);

/* Makes the plan. `library` was checked against the same frame, or is NULL. Cannot fail. */
oca_planned oca_plan_make(oca_arena *mem, const oca_scores *scores, const oca_actions *library,
                          oca_planning_options options);

/* The plan as a document that the association keeps: texts in `lang` (NULL: the documents' own). Tells on nobody. */
oca_plan oca_plan_document(oca_arena *mem, const oca_planned *planned, const char *lang);

#endif
