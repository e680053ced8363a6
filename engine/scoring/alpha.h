/* Do people rank the items alike? (scoring document, "Agreement"). */
#ifndef OCA_SCORING_ALPHA_H
#define OCA_SCORING_ALPHA_H

#include "score.h"

/* Why alpha is undefined. */
typedef enum {
    OCA_ALPHA_DEFINED,
    OCA_ALPHA_FEW_UNITS,    /* fewer than two items with at least two numeric scores */
    OCA_ALPHA_OTHER_BOUNDS, /* their scales' lowest or highest values differ */
    OCA_ALPHA_ALL_ALIKE,    /* the expected disagreement is 0 */
} oca_alpha_reason;

/* Krippendorff's alpha for ordinal data; missing scores allowed. K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability" (2011). `reason` may be NULL. */
oca_number oca_alpha(oca_arena *mem, const oca_answers *answers, const oca_item_score *items, oca_alpha_reason *reason);

#endif
