#include "words.h"

/* The word at `place`, "" outside the table. */
#define PICK(words, place) oca_word((size_t)(place) < OCA_COUNT(words) && (words)[place] ? (words)[place] : "")

const char *oca_item_state_shown(oca_item_state state) {
    static const char *const words[] = {
        [OCA_SCORED] = N_("scored"),
        [OCA_STATE_NA] = N_("N/A"),
        [OCA_STATE_DK] = N_("not known"),
        [OCA_STATE_BLANK] = N_("not answered"),
        [OCA_ITEM_NOT_APPLICABLE] = N_("not asked"),
    };
    return PICK(words, state);
}

const char *oca_gate_shown(oca_gate_state gate) {
    static const char *const words[] = {
        [OCA_GATE_MET] = N_("met"),
        [OCA_GATE_FAILED] = N_("not yet"),
        [OCA_GATE_OPEN] = N_("not checked"),
        [OCA_GATE_WAIVED] = N_("N/A"),
    };
    return PICK(words, gate);
}

const char *oca_layer_shown(oca_layer layer) {
    static const char *const words[] = {
        [OCA_LAYER_VERIFIED] = N_("checked"),
        [OCA_LAYER_AGREED] = N_("agreed"),
        [OCA_LAYER_PARTICIPANTS] = N_("participants"),
    };
    return PICK(words, layer);
}

const char *oca_quadrant_shown(oca_quadrant quadrant) {
    static const char *const words[] = {
        [OCA_QUADRANT_NONE] = OCA_UNDEFINED_SHOWN, [OCA_BUILD_ON] = N_("build on it"),
        [OCA_SHARE] = N_("explain to each other"), [OCA_STRENGTHEN] = N_("ready to act"),
        [OCA_DISCUSS] = N_("talk first"),
    };
    return PICK(words, quadrant);
}

const char *oca_tier_shown(int tier) {
    static const char *const words[] = {
        [1] = N_("must-have not yet met"),
        [2] = N_("chosen by the members"),
        [3] = N_("below the level needed"),
    };
    return tier < 0 ? "" : PICK(words, tier);
}

const char *oca_action_state_shown(oca_action_state state) {
    static const char *const words[] = {
        [OCA_SCHEDULED] = N_("in this plan"),
        [OCA_DEFERRED] = OCA_WORD_DEFERRED,
        [OCA_ADDED] = N_("added"),
    };
    return PICK(words, state);
}

const char *oca_status_in_english(oca_action_status status) {
    static const char *const words[] = {
        [OCA_STATUS_ABSENT] = N_("not started"),
        [OCA_NOT_STARTED] = N_("not started"),
        [OCA_ONGOING] = N_("ongoing"),
        [OCA_BLOCKED] = N_("blocked"),
        [OCA_DONE] = N_("done"),
        [OCA_DROPPED] = N_("dropped"),
    };
    return (size_t)status < OCA_COUNT(words) ? words[status] : "";
}

const char *oca_status_shown(oca_action_status status) {
    return oca_word(oca_status_in_english(status));
}

const char *oca_support_in_english(oca_support support) {
    static const char *const words[] = {
        [OCA_SUPPORT_OWN] = N_("own means"),
        [OCA_SUPPORT_PEER] = N_("another association"),
        [OCA_SUPPORT_FEDERATION] = N_("federation"),
        [OCA_SUPPORT_GOVERNMENT] = N_("government"),
        [OCA_SUPPORT_CSO] = N_("civil society organization"),
        [OCA_SUPPORT_TRAINING_CENTRE] = N_("training centre"),
        [OCA_SUPPORT_FINANCE] = N_("bank or lender"),
        [OCA_SUPPORT_COMPANY] = N_("company"),
        [OCA_SUPPORT_NETWORK] = N_("network"),
        [OCA_SUPPORT_DONOR] = N_("donor"),
    };
    return (size_t)support < OCA_COUNT(words) && words[support] ? words[support] : "";
}

const char *oca_support_shown(oca_support support) {
    return oca_word(oca_support_in_english(support));
}

const char *oca_why_shown(oca_why why) {
    static const char *const words[] = {
        [OCA_WHY_DK] = N_("not known"),
        [OCA_WHY_BLANK] = N_("not answered"),
        [OCA_WHY_GATE] = N_("must-have not checked"),
    };
    return PICK(words, why);
}

const char *oca_to_complete_shown(const char *what) {
    static const struct {
        const char *what, *shown;
    } words[] = {
        {"answer", N_("not answered")},         {"reason", N_("N/A without its reason")},
        {"evidence", N_("evidence to record")}, {"facilitator", N_("who facilitated")},
        {"participants", N_("who took part")},  {"profile", N_("what kind of organization it is (profile)")},
    };
    for (size_t i = 0; i < OCA_COUNT(words); i++)
        if (oca_equal(what, words[i].what))
            return _(words[i].shown);
    return what;
}
