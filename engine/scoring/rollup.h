/* How the values of children become that of their node (scoring document, "Area and overall": mean, pooled, minimum).
 * Scores are rolled up so, and again where two rounds are compared over what they have in common. */
#ifndef OCA_SCORING_ROLLUP_H
#define OCA_SCORING_ROLLUP_H

#include "../document/frame.h"

/* x = numerator / denominator; without any value both are 0. */
typedef struct {
    double numerator, denominator;
} oca_rolled;

/* Rolls up node `node` of the frame from x by item and x by node, 0–1; of the nodes, only those below it are looked
 * at. What is not given leaves the denominator. An item that is given is taken to apply. */
oca_rolled oca_roll_up(const oca_frame *frame, size_t node, const oca_number *items, const oca_number *nodes);

/* All nodes, from the innermost out: x by node from x by item; a node of which nothing is given is not given. */
void oca_roll_up_all(const oca_frame *frame, const oca_number *items, oca_number *nodes);

#endif
