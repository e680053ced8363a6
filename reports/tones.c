#include "tones.h"

oca_tone oca_gate_tone(oca_gate_state gate) {
    return gate == OCA_GATE_MET                               ? OCA_TONE_GOOD
           : gate == OCA_GATE_FAILED                          ? OCA_TONE_ALARM
           : gate == OCA_GATE_OPEN || gate == OCA_GATE_WAIVED ? OCA_TONE_CAUTION
                                                              : OCA_TONE_PLAIN;
}

oca_tone oca_gate_change_tone(oca_gate_change change) {
    return change == OCA_CLEARED        ? OCA_TONE_GOOD
           : change == OCA_NEWLY_FAILED ? OCA_TONE_ALARM
           : change == OCA_UNRESOLVED   ? OCA_TONE_CAUTION
                                        : OCA_TONE_PLAIN;
}

oca_tone oca_outcome_tone(oca_outcome outcome) {
    return outcome == OCA_IMPROVED ? OCA_TONE_GOOD : outcome == OCA_REGRESSED ? OCA_TONE_ALARM : OCA_TONE_PLAIN;
}

oca_tone oca_status_tone(oca_action_status status) {
    return status == OCA_DONE ? OCA_TONE_GOOD : status == OCA_BLOCKED ? OCA_TONE_ALARM : OCA_TONE_PLAIN;
}

oca_tone oca_stage_tone(const oca_node_score *score) {
    return score->provisional.n || score->stage != score->stage_uncapped ? OCA_TONE_CAUTION : OCA_TONE_PLAIN;
}

oca_tone oca_number_tone(size_t n) {
    return n ? OCA_TONE_ALARM : OCA_TONE_PLAIN;
}
