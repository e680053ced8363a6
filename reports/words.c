#include "words.h"

/* The word at `place`, "" outside the table. */
#define PICK(words, place) ((size_t)(place) < OCA_COUNT(words) && (words)[place] ? (words)[place] : "")

const char *oca_item_state_shown(oca_item_state state) {
    static const char *const words[] = {
        [OCA_SCORED] = "scored",
        [OCA_STATE_NA] = "N/A",
        [OCA_STATE_DK] = "not known",
        [OCA_STATE_BLANK] = "not answered",
        [OCA_ITEM_NOT_APPLICABLE] = "not asked",
    };
    return PICK(words, state);
}

const char *oca_gate_shown(oca_gate_state gate) {
    static const char *const words[] = {
        [OCA_GATE_MET] = "met",
        [OCA_GATE_FAILED] = "not yet",
        [OCA_GATE_OPEN] = "not checked",
        [OCA_GATE_WAIVED] = "N/A",
    };
    return PICK(words, gate);
}

const char *oca_layer_shown(oca_layer layer) {
    static const char *const words[] = {
        [OCA_LAYER_VERIFIED] = "checked",
        [OCA_LAYER_AGREED] = "agreed",
        [OCA_LAYER_PARTICIPANTS] = "participants",
    };
    return PICK(words, layer);
}

const char *oca_quadrant_shown(oca_quadrant quadrant) {
    static const char *const words[] = {
        [OCA_QUADRANT_NONE] = OCA_UNDEFINED_SHOWN,
        [OCA_BUILD_ON] = "build on it",
        [OCA_SHARE] = "explain to each other",
        [OCA_STRENGTHEN] = "ready to act",
        [OCA_DISCUSS] = "talk first",
    };
    return PICK(words, quadrant);
}

const char *oca_tier_shown(int tier) {
    static const char *const words[] = {
        [1] = "must-have not yet met",
        [2] = "chosen by the members",
        [3] = "below the level needed",
    };
    return tier < 0 ? "" : PICK(words, tier);
}

const char *oca_action_state_shown(oca_action_state state) {
    static const char *const words[] = {
        [OCA_SCHEDULED] = "in this plan",
        [OCA_DEFERRED] = OCA_WORD_DEFERRED,
        [OCA_ADDED] = "added",
    };
    return PICK(words, state);
}

const char *oca_status_shown(oca_action_status status) {
    static const char *const words[] = {
        [OCA_STATUS_ABSENT] = "not started",
        [OCA_NOT_STARTED] = "not started",
        [OCA_ONGOING] = "ongoing",
        [OCA_BLOCKED] = "blocked",
        [OCA_DONE] = "done",
        [OCA_DROPPED] = "dropped",
    };
    return PICK(words, status);
}

const char *oca_support_shown(oca_support support) {
    static const char *const words[] = {
        [OCA_SUPPORT_OWN] = "own means",
        [OCA_SUPPORT_PEER] = "another association",
        [OCA_SUPPORT_FEDERATION] = "federation",
        [OCA_SUPPORT_GOVERNMENT] = "government",
        [OCA_SUPPORT_CSO] = "civil society organization",
        [OCA_SUPPORT_TRAINING_CENTRE] = "training centre",
        [OCA_SUPPORT_FINANCE] = "bank or lender",
        [OCA_SUPPORT_COMPANY] = "company",
        [OCA_SUPPORT_NETWORK] = "network",
        [OCA_SUPPORT_DONOR] = "donor",
    };
    return PICK(words, support);
}

const char *oca_why_shown(oca_why why) {
    static const char *const words[] = {
        [OCA_WHY_DK] = "not known",
        [OCA_WHY_BLANK] = "not answered",
        [OCA_WHY_GATE] = "must-have not checked",
    };
    return PICK(words, why);
}

const char *oca_to_complete_shown(const char *what) {
    static const struct {
        const char *what, *shown;
    } words[] = {
        {"answer", "not answered"},         {"reason", "N/A without its reason"},
        {"evidence", "evidence to record"}, {"facilitator", "who facilitated"},
        {"participants", "who took part"},  {"profile", "what kind of organization it is (profile)"},
    };
    for (size_t i = 0; i < OCA_COUNT(words); i++)
        if (oca_equal(what, words[i].what))
            return words[i].shown;
    return what;
}
