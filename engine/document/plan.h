/* The Institutional Strengthening Plan and its life, as its XML says it (formats document, "Plan"). */
#ifndef OCA_DOCUMENT_PLAN_H
#define OCA_DOCUMENT_PLAN_H

#include "actions.h"
#include "assessment.h"

/* The assessment that the plan was made from. */
typedef struct {
    oca_element element;
    const char *organization, *name, *round, *rubric, *rubric_version, *digest, *tailoring, *tailoring_digest;
    oca_date date;
} oca_plan_origin;

typedef enum {
    OCA_ACTION_STATE_ABSENT,
    OCA_SCHEDULED,
    OCA_DEFERRED, /* on screen "after this plan" */
    OCA_ADDED,    /* by hand, with its own dates */
} oca_action_state;

typedef enum {
    OCA_STATUS_ABSENT, /* as not-started */
    OCA_NOT_STARTED,
    OCA_ONGOING,
    OCA_BLOCKED,
    OCA_DONE,
    OCA_DROPPED,
} oca_action_status;

typedef struct {
    oca_element element;
    const char *id, *lead, *training, *person, *supporter, *reason;
    oca_action_state state;
    oca_number weeks, percent;
    oca_strings prerequisites, unmet; /* ids of actions */
    oca_support support;
    oca_date start, due; /* as first planned */
    oca_action_status status;
    oca_date revised_start, revised_due, started, finished;
    oca_words titles, indicators, verifications, resources;
    oca_costs costs;
    oca_words notes;
    OCA_LIST(oca_evidence) evidence;
} oca_plan_action;

typedef enum { OCA_WEAKNESS_ABSENT, OCA_PLANNED, OCA_LATER, OCA_AMBITION } oca_weakness_state;

typedef struct {
    oca_element element;
    const char *item, *area; /* area: the item's outermost */
    oca_number rank, tier, index, standing, target;
    oca_number votes; /* that the room gave it since the plan was made */
    oca_weakness_state state;
    oca_words titles, texts, causes, results;
    OCA_LIST(oca_plan_action) actions;
    oca_words notes;
} oca_plan_weakness;

typedef enum { OCA_WHY_ABSENT, OCA_WHY_DK, OCA_WHY_BLANK, OCA_WHY_GATE } oca_why;

typedef struct {
    oca_element element;
    const char *item;
    oca_why why;
    const char *who, *found; /* who finds it out, and what was found */
    oca_date due;
} oca_find_out;

typedef struct {
    oca_element element;
    const char *item;
} oca_plan_strength;

typedef struct {
    oca_element element;
    oca_date date;
} oca_review;

typedef struct {
    oca_element element;
    oca_date date;
    const char *by, *present;
    oca_words topics, agreed, next;
} oca_visit;

typedef struct {
    oca_element element;
    const char *training, *role, *by; /* role: whose work those who went do */
    oca_date date;
    oca_number women, men, youth, passed_on;
    oca_yes_no used; /* whether what was learnt is used */
    oca_words notes;
} oca_trained;

typedef struct {
    oca_element element;
    const char *role, *name;
    oca_date date;
} oca_signed;

typedef struct {
    oca_element element;
    oca_date date;
    const char *by, *action, *item, *field, *old_value, *new_value, *reason;
} oca_change;

typedef struct {
    oca_element element;
    OCA_LIST(oca_change) changes;
} oca_journal;

typedef struct {
    oca_element element;
    const char *file; /* where it was read from, for messages; no attribute */
    const char *lang;
    oca_date start, end; /* first and last day */
    oca_words labels;    /* what the plan is called, from the rubric */
    oca_plan_origin *origin;
    OCA_LIST(oca_plan_weakness) weaknesses;
    OCA_LIST(oca_find_out) find_out;
    OCA_LIST(oca_plan_strength) strengths;
    OCA_LIST(oca_review) reviews;
    OCA_LIST(oca_visit) visits;
    OCA_LIST(oca_trained) trained;
    OCA_LIST(oca_signed) signatures;
    oca_journal *journal;
    oca_words notes;
} oca_plan;

extern const oca_format oca_plan_format;
extern const oca_shape oca_plan_action_shape, oca_plan_weakness_shape, oca_visit_shape, oca_trained_shape,
    oca_signed_shape, oca_find_out_shape;

/* The words of the enums above, from the first value on; each ended by NULL. */
extern const char *const oca_action_state_words[], *const oca_action_status_words[], *const oca_weakness_state_words[],
                                                                                         *const oca_why_words[];

/* An action's dates as they stand: revised, else first planned. */
oca_date oca_current_start(const oca_plan_action *action);
oca_date oca_current_due(const oca_plan_action *action);

/* Not given where neither weeks nor both dates are. */
oca_number oca_weeks_of(const oca_plan_action *action);

/* Neither done nor dropped. */
bool oca_is_open(const oca_plan_action *action);

#endif
