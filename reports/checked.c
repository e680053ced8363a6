#include "checked.h"

#include "../engine/base/words.h"
#include "phrases.h"

const char oca_checked_title[] = N_("Agreed by the members, checked by a visitor");
const char oca_checked_why_not[] = N_("it could not be checked");
const char oca_checked_agreed_alone[] = N_("ticked by the members, not by the visitor");
const char oca_checked_checked_alone[] = N_("ticked by the visitor, not by the members");

static void compare_criteria(oca_checked_item *out, oca_arena *mem, const oca_frame_item *at, const oca_answer *given) {
    if (!given->agreed->met.n && !given->verified->met.n)
        return;
    for (size_t i = 0; i < at->n_rungs; i++)
        for (size_t k = 0; k < at->rungs[i].criteria.n; k++) {
            const char *id = at->rungs[i].criteria.at[k];
            bool agreed = oca_judgement_meets(given->agreed, id), checked = oca_judgement_meets(given->verified, id);
            if (agreed != checked)
                *(const char **)OCA_ADD(mem, agreed ? &out->agreed_alone : &out->checked_alone) = id;
        }
}

/* Counts the item if it has both, and adds it if they are not alike. */
static void take(oca_checked *out, oca_arena *mem, const oca_scores *scores, size_t item) {
    const oca_frame_item *at = &scores->answers->frame->items[item];
    const oca_answer *given = scores->answers->answers[item];
    if (scores->items[item].state == OCA_ITEM_NOT_APPLICABLE || !given || !given->agreed || !given->verified)
        return;
    oca_number agreed = oca_judged(at, given->agreed);
    oca_checked_item own = {.item = item, .agreed = agreed.value, .checked = oca_judged(at, given->verified)};
    bool unchecked = given->verified->answer == OCA_ANSWER_DK;
    if (!agreed.given || (!own.checked.given && !unchecked))
        return;
    int order = unchecked ? 0 : oca_compare(own.checked.value, own.agreed);
    out->unchecked += unchecked;
    out->alike += !unchecked && order == 0;
    out->lower += order < 0;
    out->higher += order > 0;
    if (!unchecked) {
        out->points += 100 * (own.checked.value - own.agreed) / (at->max - at->min);
        compare_criteria(&own, mem, at, given);
    }
    if (unchecked || order != 0 || own.agreed_alone.n || own.checked_alone.n)
        *(oca_checked_item *)OCA_ADD(mem, &out->differing) = own;
}

oca_checked oca_checked_build(oca_arena *mem, const oca_scores *scores) {
    oca_checked out = {0};
    for (size_t i = 0; i < scores->answers->frame->n_items; i++)
        take(&out, mem, scores, i);
    return out;
}

static size_t with_both(const oca_checked *checked) {
    return checked->alike + checked->lower + checked->higher;
}

bool oca_checked_any(const oca_checked *checked) {
    return with_both(checked) + checked->unchecked > 0;
}

const char *oca_checked_sums_shown(oca_arena *mem, const oca_checked *checked) {
    size_t both = with_both(checked);
    const char *counts =
        oca_format_text(mem,
                        oca_counted("%zu item has both: %zu at the same level, %zu checked lower, %zu higher.",
                                    "%zu items have both: %zu at the same level, %zu checked lower, %zu higher.", both),
                        both, checked->alike, checked->lower, checked->higher);
    if (!both)
        return counts;
    const char *mean = oca_change_shown(mem, checked->points / (double)both, OCA_DECIMALS_POINTS);
    return oca_format_text(mem, "%s %s", counts,
                           oca_format_text(mem, _("On average checked %s points of 100 against agreed."), mean));
}

const char *oca_checked_difference_shown(oca_arena *mem, const oca_checked_item *item) {
    return item->checked.given ? oca_change_shown(mem, item->checked.value - item->agreed, OCA_DECIMALS_POINTS)
                               : OCA_UNDEFINED_SHOWN;
}

const char *oca_checked_beside_shown(oca_arena *mem, const oca_scores *scores, size_t item) {
    oca_checked one = {0};
    take(&one, mem, scores, item);
    if (!one.differing.n)
        return NULL;
    const oca_checked_item *own = &one.differing.at[0];
    if (!own->checked.given)
        return _("could not be checked");
    if (oca_compare(own->agreed, own->checked.value) == 0)
        return NULL;
    bool checked = scores->items[item].basis == OCA_LAYER_VERIFIED;
    return oca_format_text(mem, checked ? _("agreed %s") : _("checked %s"),
                           oca_level_number(mem, checked ? own->agreed : own->checked.value));
}
