#include "plan_phrases.h"

const char *oca_rank_shown(oca_arena *mem, const oca_planned *planned, size_t weakness) {
    const oca_weakness *all = planned->weaknesses.at;
    size_t n = planned->weaknesses.n;
    bool shared = (weakness && all[weakness - 1].rank == all[weakness].rank) ||
                  (weakness + 1 < n && all[weakness + 1].rank == all[weakness].rank);
    return oca_format_text(mem, "%s%d", shared ? "=" : "", all[weakness].rank);
}

const char *oca_why_here(oca_arena *mem, const oca_planned *planned, size_t number) {
    const oca_weakness *weakness = &planned->weaknesses.at[number];
    const char *tier = oca_tier_shown(weakness->tier), *level = oca_level_number(mem, weakness->need);
    if (weakness->tier == 2 && weakness->votes > 0) {
        size_t votes = (size_t)weakness->votes;
        tier = oca_format_text(
            mem, oca_counted("chosen by the members, %zu vote", "chosen by the members, %zu votes", votes), votes);
    }
    if (weakness->state == OCA_AMBITION)
        return oca_format_text(mem, _("%s; an ambition: the level needed, %s, is reached"), tier, level);
    return oca_format_text(mem, _("%s; gap %s of 100 to the level needed, %s"), tier,
                           oca_number_shown(mem, weakness->index, OCA_DECIMALS_POINTS), level);
}

double oca_points_of_level(const oca_frame *frame, size_t item, double level) {
    const oca_frame_item *at = &frame->items[item];
    return 100 * (level - at->min) / (at->max - at->min);
}

const char *oca_level_and_points(oca_arena *mem, const oca_frame *frame, size_t item, double level) {
    return oca_format_text(mem, "%s (%s)", oca_level_shown(mem, level, frame->items[item].max),
                           oca_points_shown(mem, oca_points_of_level(frame, item, level)));
}

const char *oca_role_shown(const oca_actions *library, const char *id, const char *lang) {
    const oca_role *role = oca_find_role(library, id);
    const char *label = role ? oca_words_in(&role->labels, lang, library->lang) : "";
    return *label ? label : id ? id : _("to be agreed");
}

const char *oca_action_title(const oca_actions *library, const char *id, const char *lang) {
    const oca_library_action *action = oca_find_action(library, id);
    const char *title = action ? oca_words_in(&action->titles, lang, library->lang) : "";
    return *title ? title : id;
}
