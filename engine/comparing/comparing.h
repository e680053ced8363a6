/* Two rounds of one organization: what was compared, what was not, and what became of it (scoring document, "Two
 * rounds").
 *
 * Pure and reentrant: a comparison reads two scored assessments and lives in the arena it was given. */
#ifndef OCA_COMPARING_COMPARING_H
#define OCA_COMPARING_COMPARING_H

#include "../scoring/score.h"
#include "matching.h"
#include "statistics.h"

typedef enum { OCA_NOT_COMPARABLE, OCA_PARTLY, OCA_COMPARABLE } oca_verdict;
typedef enum {
    OCA_OUTCOME_NONE,
    OCA_IMPROVED,
    OCA_OUTCOME_SAME,
    OCA_REGRESSED, /* on screen "lower than before" */
} oca_outcome;
typedef enum { OCA_GATE_UNCHANGED, OCA_CLEARED, OCA_NEWLY_FAILED, OCA_UNRESOLVED } oca_gate_change;

/* Where an item stands in the comparison: each stands in one place only. */
typedef enum {
    OCA_ASIDE,             /* not scored, or takes no part in its root: nowhere */
    OCA_COMMON,            /* what is compared */
    OCA_CHANGED,           /* asks something else than at baseline */
    OCA_NEW,               /* no counterpart at baseline */
    OCA_DROPPED_ITEM,      /* of the baseline: no counterpart at reassessment */
    OCA_ONLY_BASELINE,     /* scored then, not now */
    OCA_ONLY_REASSESSMENT, /* scored now, not then */
    OCA_OTHER_BASIS,       /* scored by nothing that scored it in both rounds */
    OCA_LISTINGS,
} oca_listing;

typedef struct {
    oca_listing listing;
    oca_layer basis; /* what scored it in both rounds; OCA_LAYER_NONE: nothing, and then the next six say nothing */
    double baseline, reassessment;     /* on its scale, before any evidence cap */
    double delta;                      /* on its scale */
    double x_baseline, x_reassessment; /* standardized, 0–1 */
    oca_outcome outcome;
    oca_number then; /* seen from the reassessment, where did we stand? */
    oca_gate_change gate;
} oca_item_change;

/* How opinion in two rooms differs: never how sure the organization's change is. */
typedef struct {
    bool given;                           /* at least five in each round who scored enough, singly */
    double baseline, reassessment, delta; /* means of their own percents */
    oca_interval interval;                /* Welch's, 95 %, of delta; none where neither round varies */
    size_t n_baseline, n_reassessment;
} oca_participants_view;

typedef struct {
    oca_number kept, covered; /* 0–1, by item weight: of what was scored at baseline, at reassessment */
    oca_verdict verdict;
    oca_number baseline, reassessment;               /* headline percents; of an area, the baseline's area of that id */
    long stage_baseline, stage_reassessment;         /* of each round's own frame; OCA_NOWHERE without one */
    size_t common;                                   /* items */
    oca_number x_baseline, x_reassessment;           /* 0–1, over the common items, whatever the verdict */
    oca_number common_baseline, common_reassessment; /* percents over the common items alone; from here on only if
                                                        the node is comparable or partly */
    oca_number delta;                                /* points */
    oca_number level_baseline, level_reassessment;   /* where the common items share a scale */
    oca_number relative;                             /* percent of the baseline's level */
    oca_outcome outcome;
    oca_participants_view participants;
} oca_node_change;

typedef struct {
    const oca_matching *matching;
    const oca_scores *baseline, *reassessment;
    const oca_item_change *items; /* by item of the reassessment's frame */
    oca_node_change *nodes;       /* by node of the reassessment's frame; 0 is overall */
    /* Ids in rubric order, those that are dropped the baseline's; of OCA_COMMON too, none of OCA_ASIDE. */
    oca_strings listed[OCA_LISTINGS];
    size_t people_baseline, people_reassessment; /* participants */
    oca_strings reasons; /* what belongs first on the page, in the order of the scoring document */
} oca_comparison;

/* Compares two rounds, matched by their frames' `matching`. Cannot fail: that both are of one organization is the
 * caller's to see. The participants' view is not made: see oca_compare_participants. */
oca_comparison oca_compare_rounds(oca_arena *mem, const oca_matching *matching, const oca_scores *baseline,
                                  const oca_scores *reassessment);

/* Adds the participants' view to every node of `comparison` that has one. */
void oca_compare_participants(oca_arena *mem, oca_comparison *comparison);

/* True if both headline percents may be printed side by side: kept and covered are both at least 0.8. */
bool oca_headlines_compare(const oca_node_change *node);

/* True if the item is lower than before and `then` is lower too: judged more strictly. */
bool oca_judged_more_strictly(const oca_item_change *item);

/* Words of the enums as JSON and XML have them; NULL for the values that are null there. */
const char *oca_verdict_word(oca_verdict verdict);
const char *oca_outcome_word(oca_outcome outcome);
const char *oca_gate_change_word(oca_gate_change gate);
const char *oca_listing_word(oca_listing listing); /* only_baseline; "common", NULL for OCA_ASIDE */

#endif
