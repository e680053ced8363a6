/* One item's score (scoring document, "Item"). */
#ifndef OCA_SCORING_ITEM_H
#define OCA_SCORING_ITEM_H

#include "score.h"

/* Scores item `item` of the frame. */
oca_item_score oca_score_item(oca_arena *mem, const oca_answers *answers, size_t item);

/* Mean, or the ordinary median, of n >= 1 counted scores. */
double oca_aggregated(const oca_counts *counts, oca_aggregate aggregate);

#endif
