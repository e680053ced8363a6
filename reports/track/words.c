#include "words.h"

#include "../../engine/tracking/values.h"
#include "../plan_phrases.h"

static const char *or_id(const char *title, const char *id) {
    return title && *title ? title : id;
}

const char *oca_track_organization(const oca_tracked *tracked) {
    const oca_plan_origin *origin = tracked->plan->origin;
    return origin->name ? origin->name : origin->organization;
}

static const char *of_plan(const oca_tracked *tracked, const oca_words *words) {
    return oca_words_in(words, tracked->lang, tracked->plan->lang);
}

const char *oca_track_label(const oca_tracked *tracked) {
    return or_id(of_plan(tracked, &tracked->plan->labels), _("Institutional Strengthening Plan"));
}

const char *oca_track_action_title(const oca_tracked *tracked, const oca_plan_action *action) {
    return or_id(of_plan(tracked, &action->titles), action->id);
}

const char *oca_track_item_title(const oca_tracked *tracked, const oca_plan_weakness *weakness) {
    const char *own = of_plan(tracked, &weakness->titles);
    long at = tracked->frame ? oca_frame_find_item(tracked->frame, weakness->item) : OCA_NOWHERE;
    if (*own || at == OCA_NOWHERE)
        return or_id(own, weakness->item);
    return oca_item_title(tracked->frame, (size_t)at, tracked->lang);
}

const char *oca_track_area_title(const oca_tracked *tracked, const char *area) {
    long at = tracked->frame && area ? oca_frame_find_node(tracked->frame, area) : OCA_NOWHERE;
    return at == OCA_NOWHERE ? area ? area : "" : oca_node_title(tracked->frame, (size_t)at, tracked->lang);
}

const char *oca_track_training(const oca_tracked *tracked, const char *id) {
    const oca_training *training = oca_find_training(tracked->library, id);
    if (training)
        return or_id(oca_words_in(&training->titles, tracked->lang, tracked->library->lang), id);
    return id ? id : "";
}

const char *oca_track_role(const oca_tracked *tracked, const char *id) {
    const oca_role *role = oca_find_role(tracked->library, id);
    if (role)
        return or_id(oca_words_in(&role->labels, tracked->lang, tracked->library->lang), id);
    return id ? id : _("nobody yet");
}

const char *oca_track_who(oca_arena *mem, const oca_tracked *tracked, const oca_plan_action *action) {
    if (!action->person)
        return oca_track_role(tracked, action->lead);
    return action->lead ? oca_format_text(mem, "%s (%s)", action->person, oca_track_role(tracked, action->lead))
                        : action->person;
}

const char *oca_track_title_of(const oca_tracked *tracked, const char *id) {
    const oca_plan_action *action = oca_plan_find_action(tracked->plan, id);
    if (action)
        return oca_track_action_title(tracked, action);
    const oca_plan_weakness *weakness = oca_plan_find_weakness(tracked->plan, id);
    if (weakness)
        return oca_track_item_title(tracked, weakness);
    long item = tracked->frame ? oca_frame_find_item(tracked->frame, id) : OCA_NOWHERE;
    if (item != OCA_NOWHERE)
        return oca_item_title(tracked->frame, (size_t)item, tracked->lang);
    return oca_action_title(tracked->library, id, tracked->lang);
}

const char *oca_track_percent(oca_arena *mem, oca_number percent) {
    return percent.given ? oca_format_text(mem, "%s %%", oca_number_shown(mem, percent.value, OCA_DECIMALS_POINTS))
                         : OCA_UNDEFINED_SHOWN;
}

static void add(oca_arena *mem, oca_strings *parts, const char *part) {
    *(const char **)OCA_ADD(mem, parts) = part;
}

const char *oca_track_why(oca_arena *mem, const oca_tracked *tracked, const oca_unblock *unblock) {
    const oca_progress_action *at = &tracked->progress.actions.at[unblock->action];
    const oca_plan_action *action = at->action;
    size_t held_up = tracked->waiting[unblock->action].held_up;
    oca_strings parts = {0}, first = {0};
    if (unblock->why & OCA_UNBLOCK_BLOCKED)
        add(mem, &parts,
            action->reason ? oca_format_text(mem, _("blocked: %s"), action->reason) : _("blocked; nobody wrote why"));
    if (unblock->why & OCA_UNBLOCK_LATE) {
        size_t late = (size_t)(tracked->progress.date - at->due.day);
        add(mem, &parts, oca_format_text(mem, oca_counted("%zu day late", "%zu days late", late), late));
    }
    for (size_t i = 0; (unblock->why & OCA_UNBLOCK_UNMET) && i < action->unmet.n; i++)
        add(mem, &first, oca_track_title_of(tracked, action->unmet.at[i]));
    if (first.n)
        add(mem, &parts,
            oca_format_text(mem, _("first make sure that this is done: %s"), oca_join(mem, &first, _("; "))));
    if (unblock->why & OCA_UNBLOCK_NOBODY)
        add(mem, &parts, _("nobody is named for it"));
    if (held_up)
        add(mem, &parts,
            oca_format_text(mem, oca_counted("%zu action waits for it", "%zu actions wait for it", held_up), held_up));
    return oca_join(mem, &parts, _("; "));
}

const char *oca_track_slip(oca_arena *mem, const oca_slip *slip) {
    const char *from = slip->from.given ? oca_day_text(mem, slip->from.day) : OCA_UNDEFINED_SHOWN;
    const char *to = slip->to.given ? oca_day_text(mem, slip->to.day) : _("as first planned");
    const char *reason = slip->reason ? slip->reason : _("no reason told");
    if (!slip->decided.given)
        return oca_format_text(mem, "%s → %s (%s)", from, to, reason);
    return oca_format_text(mem, _("%s → %s (review of %s: %s)"), from, to, oca_day_text(mem, slip->decided.day),
                           reason);
}
