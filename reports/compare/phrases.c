#include "phrases.h"

#include "../../engine/base/words.h"

const char oca_why_no_interval[] = N_("nobody's scores differ in either round");
const char oca_why_no_effect[] = N_("fewer than five statements");

const char oca_note_relative[] =
    N_("Relative to the baseline's level: it depends on where the scale starts, and says nothing without the points.");
const char oca_note_participants[] =
    N_("It says how opinion in two rooms differs, not how sure the organization's change is.");
const char oca_note_then[] =
    N_("Where the members say today that they stood then: a third figure, in no change above.");
const char oca_note_effect[] = N_("Low scores tend to rise and high ones to fall even when nothing is done. Statements "
                                  "that were no weakness are shown apart: they are no control group.");
const char oca_note_measures[] = N_("Performance beside capacity: never scored.");

const char *oca_verdict_shown(oca_verdict verdict) {
    static const char *const words[] = {N_("not comparable"), N_("partly comparable"), N_("comparable")};
    return _(words[verdict]);
}

const char *oca_outcome_shown(oca_outcome outcome) {
    static const char *const words[] = {"", N_("improved"), N_("same"), N_("lower than before")};
    return _(words[outcome]);
}

const char *oca_gate_change_shown(oca_gate_change gate) {
    static const char *const words[] = {"", N_("now met"), N_("newly not met"), N_("not met then, not checked now")};
    return _(words[gate]);
}

const char *oca_listing_shown(oca_listing listing) {
    static const char *const words[] = {
        [OCA_ASIDE] = "",
        [OCA_COMMON] = N_("compared"),
        [OCA_CHANGED] = N_("asks something else than at baseline"),
        [OCA_NEW] = N_("new, no baseline"),
        [OCA_DROPPED_ITEM] = N_("no longer asked"),
        [OCA_ONLY_BASELINE] = N_("scored at baseline only"),
        [OCA_ONLY_REASSESSMENT] = N_("scored at reassessment only"),
        [OCA_OTHER_BASIS] = N_("scored on another basis in each round"),
    };
    return _(words[listing]);
}

const char *oca_effect_group_shown(oca_effect_group group) {
    static const char *const words[] = {N_("all actions done"), N_("some actions done"), N_("no action done"),
                                        N_("no actions planned, or none left"), N_("was no weakness")};
    return _(words[group]);
}

double oca_common_max(const oca_comparison *comparison, size_t node) {
    const oca_frame *frame = comparison->matching->reassessment;
    for (size_t i = frame->nodes[node].first_item; i < frame->nodes[node].end_item; i++)
        if (comparison->items[i].listing == OCA_COMMON)
            return frame->items[i].max;
    return 0;
}

const char *oca_levels_shown(oca_arena *mem, const oca_comparison *comparison, size_t node) {
    const oca_node_change *change = &comparison->nodes[node];
    return oca_format_text(mem, "%s → %s", oca_level_number(mem, change->level_baseline.value),
                           oca_level_shown(mem, change->level_reassessment.value, oca_common_max(comparison, node)));
}

/* The baseline's own score of the node; NULL if its rubric has no such area. */
static const oca_node_score *then_of(const oca_comparison *comparison, size_t node) {
    long before = comparison->matching->baseline_node[node];
    return before == OCA_NOWHERE ? NULL : &comparison->baseline->nodes[before];
}

const char *oca_own_levels_shown(oca_arena *mem, const oca_comparison *comparison, size_t node) {
    const oca_node_score *then = then_of(comparison, node), *now = &comparison->reassessment->nodes[node];
    if (!then || !then->level.given || !now->level.given)
        return NULL;
    const oca_matching *matching = comparison->matching;
    double before = oca_node_max(matching->baseline, (size_t)matching->baseline_node[node]);
    double max = oca_node_max(matching->reassessment, node);
    return oca_format_text(mem, "%s → %s",
                           oca_compare(before, max) == 0 ? oca_level_number(mem, then->level.value)
                                                         : oca_level_shown(mem, then->level.value, before),
                           oca_level_shown(mem, now->level.value, max));
}

const char *oca_why_no_own_levels(oca_arena *mem, const oca_comparison *comparison, size_t node) {
    long before = comparison->matching->baseline_node[node];
    if (before == OCA_NOWHERE)
        return _("the baseline's rubric has no such area");
    const char *why = oca_why_no_level(mem, comparison->baseline, (size_t)before);
    return *why ? why : oca_why_no_level(mem, comparison->reassessment, node);
}

const char *oca_headlines_shown(oca_arena *mem, const oca_comparison *comparison, size_t node) {
    const oca_node_change *change = &comparison->nodes[node];
    const char *levels = oca_own_levels_shown(mem, comparison, node);
    const char *points = oca_format_text(mem, _("%s, then %s points of 100"),
                                         oca_number_shown(mem, change->baseline.value, OCA_DECIMALS_POINTS),
                                         oca_number_shown(mem, change->reassessment.value, OCA_DECIMALS_POINTS));
    return levels ? oca_format_text(mem, "%s (%s)", levels, points) : points;
}

const char *oca_why_no_stage_then(oca_arena *mem, const oca_comparison *comparison, size_t node) {
    long before = comparison->matching->baseline_node[node];
    return before == OCA_NOWHERE ? _("the baseline's rubric has no such area")
                                 : oca_why_no_percent(mem, comparison->baseline, (size_t)before);
}

const char *oca_why_no_stage_now(oca_arena *mem, const oca_comparison *comparison, size_t node) {
    return oca_why_no_percent(mem, comparison->reassessment, node);
}

const char *oca_stage_then(oca_arena *mem, const oca_comparison *comparison, size_t node, const char *lang) {
    long before = comparison->matching->baseline_node[node];
    return before == OCA_NOWHERE ? OCA_UNDEFINED_SHOWN
                                 : oca_stage_shown(mem, comparison->baseline, (size_t)before, lang);
}

const char *oca_stage_now(oca_arena *mem, const oca_comparison *comparison, size_t node, const char *lang) {
    return oca_stage_shown(mem, comparison->reassessment, node, lang);
}

const char *oca_round_shown(oca_arena *mem, const oca_scores *scores) {
    const oca_assessment *assessment = scores->answers->assessment;
    return oca_format_text(mem, "%s, %s, %s", oca_round_word(assessment->round),
                           oca_day_text(mem, assessment->date.day), oca_instrument_shown(mem, scores->answers->frame));
}

const char *oca_listed_title(const oca_comparison *comparison, oca_listing listing, const char *id, const char *lang) {
    const oca_matching *matching = comparison->matching;
    const oca_frame *frame = listing == OCA_DROPPED_ITEM ? matching->baseline : matching->reassessment;
    return oca_item_title(frame, (size_t)oca_frame_find_item(frame, id), lang);
}

oca_outcome_counts oca_count_outcomes(const oca_comparison *comparison, size_t node) {
    const oca_frame_node *at = &comparison->matching->reassessment->nodes[node];
    oca_outcome_counts out = {0};
    for (size_t i = at->first_item; i < at->end_item; i++) {
        const oca_item_change *item = &comparison->items[i];
        if (item->listing != OCA_COMMON)
            continue;
        int moved = oca_compare(item->delta, 0);
        out.improved += item->outcome == OCA_IMPROVED;
        out.same += item->outcome == OCA_OUTCOME_SAME;
        out.regressed += item->outcome == OCA_REGRESSED;
        out.up += moved > 0;
        out.level += moved == 0;
        out.down += moved < 0;
    }
    return out;
}

/* "96.6 %", of what is always said beside it. */
static const char *share_shown(oca_arena *mem, oca_number share) {
    return oca_format_text(mem, "%s %%", oca_number_shown(mem, 100 * share.value, 1));
}

const char *oca_compared_shown(oca_arena *mem, const oca_node_change *node) {
    const char *kept = _("nothing was scored at baseline"), *covered = _("nothing at reassessment");
    if (node->kept.given)
        kept = oca_format_text(mem, _("%s of the weight scored at baseline"), share_shown(mem, node->kept));
    if (node->covered.given)
        covered = oca_format_text(mem, _("%s of that scored at reassessment"), share_shown(mem, node->covered));
    return oca_format_text(mem, _("%s: %s, %s"),
                           oca_plural(mem, node->common, "statement is compared", "statements are compared"), kept,
                           covered);
}

/* Reasons. */

/* "agreed 55, participants 2": common items by what scored them. */
static const char *bases(oca_arena *mem, const oca_comparison *c) {
    static const oca_layer layers[] = {OCA_LAYER_VERIFIED, OCA_LAYER_AGREED, OCA_LAYER_PARTICIPANTS};
    oca_buffer out = {.mem = mem};
    for (size_t k = 0; k < OCA_COUNT(layers); k++) {
        size_t n = 0;
        for (size_t i = 0; i < c->matching->reassessment->n_items; i++)
            n += c->items[i].listing == OCA_COMMON && c->items[i].basis == layers[k];
        if (n)
            oca_buffer_print(&out, "%s%s %zu", out.n ? ", " : "", oca_layer_shown(layers[k]), n);
    }
    return out.at ? out.at : "";
}

static const char *reason_shown(oca_arena *mem, const oca_comparison *c, const char *reason) {
    const oca_assessment *before = c->baseline->answers->assessment;
    if (oca_equal(reason, "reconstructed-baseline"))
        return oca_format_text(mem, _("The baseline was reconstructed on %s, as things stood on %s."),
                               oca_day_text(mem, before->date.day), oca_day_text(mem, before->as_of.day));
    if (oca_equal(reason, "private-changed"))
        return c->baseline->answers->assessment->private_scores == OCA_PRIVATE_BEFORE
                   ? _("Members scored in private before the discussion at baseline, after it at reassessment.")
                   : _("Members scored in private after the discussion at baseline, before it at reassessment.");
    if (oca_equal(reason, "other-basis"))
        return oca_format_text(
            mem,
            oca_counted("%zu statement was scored in both rounds, but on another basis in each: not compared.",
                        "%zu statements were scored in both rounds, but on another basis in each: not compared.",
                        c->listed[OCA_OTHER_BASIS].n),
            c->listed[OCA_OTHER_BASIS].n);
    if (oca_equal(reason, "mixed-basis"))
        return oca_format_text(mem, _("The compared scores are of more than one kind: %s."), bases(mem, c));
    if (oca_equal(reason, "other-facilitators"))
        return _("No facilitator of the baseline was there at the reassessment.");
    if (oca_equal(reason, "fewer-participants"))
        return oca_format_text(mem, _("Fewer than half as many members scored: %zu, then %zu."), c->people_baseline,
                               c->people_reassessment);
    return reason;
}

oca_cautions oca_cautions_of(oca_arena *mem, const oca_comparison *comparison) {
    const oca_assessment *before = comparison->baseline->answers->assessment,
                         *now = comparison->reassessment->answers->assessment;
    oca_cautions out = {0};
    if (now->date.day < before->date.day)
        *(oca_caution *)OCA_ADD(mem, &out) = (oca_caution){
            "order", oca_format_text(
                         mem, _("The second round is dated %s, before the first, %s: they may be in the wrong order."),
                         oca_day_text(mem, now->date.day), oca_day_text(mem, before->date.day))};
    else if (now->date.day == before->date.day && oca_equal(now->round, before->round))
        *(oca_caution *)OCA_ADD(mem, &out) = (oca_caution){
            "same-round", oca_format_text(mem, _("Both are the same round of %s: nothing can have changed."),
                                          oca_day_text(mem, now->date.day))};
    for (size_t i = 0; i < comparison->reasons.n; i++)
        *(oca_caution *)OCA_ADD(mem, &out) =
            (oca_caution){comparison->reasons.at[i], reason_shown(mem, comparison, comparison->reasons.at[i])};
    return out;
}

/* Why there is no figure. */

const char *oca_why_not_compared(oca_arena *mem, const oca_node_change *node) {
    if (node->verdict != OCA_NOT_COMPARABLE)
        return "";
    if (!node->kept.given)
        return _("nothing was scored here at baseline that counts in the whole");
    return oca_format_text(mem, _("not comparable: only %s of the weight scored at baseline is compared"),
                           share_shown(mem, node->kept));
}

const char *oca_why_no_levels(oca_arena *mem, const oca_node_change *node) {
    if (node->level_baseline.given)
        return "";
    return node->verdict == OCA_NOT_COMPARABLE ? oca_why_not_compared(mem, node)
                                               : _("the compared statements use more than one scale");
}

const char *oca_why_no_relative(oca_arena *mem, const oca_node_change *node) {
    if (node->relative.given)
        return "";
    return node->level_baseline.given ? _("the baseline's level is not above 0") : oca_why_no_levels(mem, node);
}

const char *oca_why_no_headlines(oca_arena *mem, const oca_comparison *c, size_t node) {
    const oca_node_change *change = &c->nodes[node];
    long before = c->matching->baseline_node[node];
    if (!oca_headlines_compare(change))
        return _("each round's own points are no pair: too little of what was scored is in both");
    if (before == OCA_NOWHERE)
        return _("the baseline's rubric has no such area");
    const char *why = oca_why_no_percent(mem, c->baseline, (size_t)before);
    return *why ? why : oca_why_no_percent(mem, c->reassessment, node);
}

const char *oca_why_no_participants(oca_arena *mem, const oca_node_change *node) {
    if (node->participants.given)
        return "";
    return node->verdict == OCA_NOT_COMPARABLE
               ? oca_why_not_compared(mem, node)
               : _("fewer than five members in a round scored half of it singly; counted cards tell no spread");
}

size_t oca_areas_shown(const oca_comparison *comparison) {
    const oca_frame *frame = comparison->matching->reassessment;
    size_t shown = 0;
    for (size_t node = 1; node < frame->n_nodes; node++)
        shown += frame->nodes[node].depth == 1 && comparison->nodes[node].participants.interval.given;
    return shown;
}

const char *oca_note_chance(oca_arena *mem, size_t areas) {
    return oca_format_text(mem,
                           oca_counted("%zu area is shown: of so many intervals, 5 %% of %zu exclude 0 by chance.",
                                       "%zu areas are shown: of so many intervals, 5 %% of %zu exclude 0 by chance.",
                                       areas),
                           areas, areas);
}
