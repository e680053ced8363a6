/* How a node's figure is made of its items' (scoring document, "Area and overall"). */
#ifndef OCA_SCORING_SHARES_H
#define OCA_SCORING_SHARES_H

#include "score.h"

/* Fills `shares`, by item of the frame, so that x of node `node` = sum(share * x of the item): whatever the rollups and
 * weights on the way, and whatever is not scored, anybody can recompute the figure from items and shares. All are 0
 * where the node is not scored. */
void oca_shares(const oca_scores *scores, size_t node, double *shares);

#endif
