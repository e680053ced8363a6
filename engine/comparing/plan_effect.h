/* What became of the plan's weaknesses (scoring document, "Two rounds": plan effect). Low scores tend to rise and high
 * ones to fall even when nothing is done: a row is no effect by itself. */
#ifndef OCA_COMPARING_PLAN_EFFECT_H
#define OCA_COMPARING_PLAN_EFFECT_H

#include "../document/plan.h"
#include "comparing.h"

typedef enum {
    OCA_ALL_DONE,
    OCA_SOME_DONE,
    OCA_NONE_DONE,
    OCA_NOT_PLANNED,    /* no actions left, or later */
    OCA_NOT_A_WEAKNESS, /* the other common items, ambitions among them; never a control */
} oca_effect_group;

typedef struct {
    oca_number from; /* percent that the weakness stood at when it was planned; not given for OCA_NOT_A_WEAKNESS */
    oca_effect_group group;
    long n;     /* items */
    double sum; /* of their deltas in points */
} oca_effect_row;

/* Rows by `from`, then by group; OCA_NOT_A_WEAKNESS last. Zero-initialize. */
typedef OCA_LIST(oca_effect_row) oca_plan_effect;

/* Adds the common items of a comparison, whose baseline the plan was made from, to those that `effect` has already:
 * called for several pairs, the rows hold all of them. */
void oca_plan_effect_add(oca_arena *mem, oca_plan_effect *effect, const oca_comparison *comparison,
                         const oca_plan *plan);

/* The mean delta of a row in points; not given under five items. */
oca_number oca_effect_mean(const oca_effect_row *row);

/* True if the plan was made from this assessment: its organization, round and date are the assessment's. */
bool oca_plan_is_of(const oca_plan *plan, const oca_assessment *assessment);

const char *oca_effect_group_word(oca_effect_group group);

#endif
