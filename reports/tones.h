/* How the words that stand for a value stand out on a terminal: sparingly, and never as the only sign. */
#ifndef OCA_REPORTS_TONES_H
#define OCA_REPORTS_TONES_H

#include "../engine/comparing/comparing.h"
#include "../engine/document/plan.h"
#include "lines.h"

oca_tone oca_gate_tone(oca_gate_state gate);
oca_tone oca_gate_change_tone(oca_gate_change change);
oca_tone oca_outcome_tone(oca_outcome outcome);
oca_tone oca_status_tone(oca_action_status status);

/* Of a node's stage: provisional, or held by a must-have. */
oca_tone oca_stage_tone(const oca_node_score *score);

/* Of how many there are of what should not be: overdue, blocked. */
oca_tone oca_number_tone(size_t n);

#endif
