/* Areas and the whole (scoring document, "Area and overall", "Agreement"). */
#ifndef OCA_SCORING_NODE_H
#define OCA_SCORING_NODE_H

#include "score.h"

/* What a node is scored from: the items, and all nodes below it, are scored already. */
typedef struct {
    const oca_answers *answers;
    const oca_item_score *items;
    const oca_node_score *nodes;
    const oca_number *x_items, *x_nodes; /* 0–1, of those that are scored */
} oca_node_input;

/* Scores node `node`. */
oca_node_score oca_score_node(oca_arena *mem, const oca_node_input *in, size_t node);

#endif
