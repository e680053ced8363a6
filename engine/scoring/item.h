/* One item's score (scoring document, "Item"). */
#ifndef OCA_SCORING_ITEM_H
#define OCA_SCORING_ITEM_H

#include "score.h"

/* Scores item `number` of the frame. */
oca_item_score oca_score_item(const oca_answers *answers, size_t number);

/* Mean, or the ordinary median, of n >= 1 counted scores. */
double oca_aggregated(const oca_counts *counts, oca_aggregate aggregate);

/* The number that `layer` gives the item, before any evidence cap; not given if it gives none. For participants'
 * scores, quorum and aggregate are those of `rules`, which may be another rubric's. */
oca_number oca_layer_score(const oca_scores *scores, size_t item, oca_layer layer, const oca_frame *rules);

#endif
