/* Areas and the whole (scoring document, "Area and overall", "Agreement"). */
#ifndef OCA_SCORING_NODE_H
#define OCA_SCORING_NODE_H

#include "score.h"

/* Scores node `node`; the items and all nodes below it are scored already. */
oca_node_score oca_score_node(oca_arena *mem, const oca_answers *answers, const oca_item_score *items,
                              const oca_node_score *nodes, size_t node);

#endif
