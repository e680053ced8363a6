/* Edited copies of a plan taken into its record (formats document, "Plan"). */
#ifndef OCA_TRACKING_MERGE_H
#define OCA_TRACKING_MERGE_H

#include "../base/fault.h"
#include "../document/form.h"
#include "../document/plan.h"

typedef struct {
    const char *file;
    const oca_plan *plan;   /* as the copy has it */
    const oca_plan *base;   /* the record that it grew from; NULL: what the copy's journal says it was */
    const oca_edits *edits; /* of a workbook, for the cells that messages name; NULL of XML */
} oca_plan_copy;

typedef OCA_LIST(oca_plan_copy) oca_plan_copies;

/* What one copy has where copies disagree. */
typedef struct {
    const oca_plan_copy *copy;
    const char *value;
    oca_where where;
} oca_claim;

/* A field that was changed differently: the record's value stays. */
typedef struct {
    const char *action, *item; /* one of them, the other NULL */
    const char *field, *record;
    OCA_LIST(oca_claim) claims; /* in the order of the copies */
    oca_strings values;         /* of the claims, distinct and sorted */
} oca_conflict;

typedef OCA_LIST(oca_conflict) oca_conflicts;

typedef struct {
    oca_plan plan; /* the record with what the copies changed, entered in the journal */
    oca_conflicts conflicts;
    size_t changes; /* that were entered */
    size_t joined;  /* visits, trainings, signatures and notes of the plan that were new */
} oca_merged;

/* Holds each copy against the record, field by field, and enters what changed under `date` and `by` (NULL: nobody is
 * named). What came of a copy already, or was overtaken by a later review, changes nothing. The order of the copies
 * makes no difference but for that of the claims. A copy that
 * was tracked elsewhere brings the entries of its own journal for what is taken from it.
 * The result points into record and copies. Faults, named after the copy, are: dates or states that may not change,
 * and what oca_plan_check finds in a copy or in the outcome; then *out is not to be used. */
oca_status oca_plan_merge(oca_merged *out, oca_arena *mem, const oca_plan *record, const oca_plan_copies *copies,
                          oca_day date, const char *by, oca_faults *faults) __attribute__((warn_unused_result));

#endif
