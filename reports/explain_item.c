/* How one item's figures came about, clause by clause of the scoring document, "Item" and "Agreement". */
#include "../engine/base/words.h"
#include "explain_parts.h"

static const char *number(const oca_explanation *e, double value) {
    return oca_explain_number(e, value);
}

static void title(oca_explanation *e, size_t item) {
    const oca_frame_item *at = &e->frame->items[item];
    const oca_item_score *score = &e->scores->items[item];
    oca_explain_say(e, "%s (%s)", oca_item_title(e->frame, item, e->lang), at->item->id);
    oca_explain_say(e, _("Area %s; weight %s; scale %s, %s to %s"), oca_node_title(e->frame, at->area, e->lang),
                    number(e, at->weight), at->scale->id, oca_level_number(e->mem, at->min),
                    oca_level_number(e->mem, at->max));
    if (score->state == OCA_SCORED)
        oca_explain_say(e, _("Scored %s, %s"), oca_level_shown(e->mem, score->score, at->max),
                        oca_points_shown(e->mem, 100 * score->x));
    else
        oca_explain_say(e, OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_score(e->scores, item));
}

/* The condition of one item or area. */
static void condition(oca_explanation *e, const char *of, const oca_strings *applies_to, const oca_strings *except) {
    if (applies_to->n)
        oca_explain_say(e, _("%s applies to: %s"), of, oca_join(e->mem, applies_to, ", "));
    if (except->n)
        oca_explain_say(e, _("%s does not apply to: %s"), of, oca_join(e->mem, except, ", "));
}

static void applies(oca_explanation *e, size_t item) {
    const oca_frame_item *at = &e->frame->items[item];
    const oca_strings *profile = &e->scores->answers->assessment->organization->profile;
    oca_explain_clause(e, _("Item 1: applies?"));
    condition(e, _("The item"), &at->item->applies_to, &at->item->except);
    for (size_t node = at->area; node; node = e->frame->nodes[node].parent)
        condition(e, oca_format_text(e->mem, _("The area %s"), oca_node_title(e->frame, node, e->lang)),
                  &e->frame->nodes[node].area->applies_to, &e->frame->nodes[node].area->except);
    oca_explain_say(e,
                    e->scores->answers->item_applies[item]
                        ? _("The organization's profile: %s. So it applies.")
                        : _("The organization's profile: %s. So it does not apply: left out of everything."),
                    profile->n ? oca_join(e->mem, profile, ", ") : _("none given"));
}

/* True if the layer settled the item. */
static bool judgement(oca_explanation *e, size_t item, const oca_judgement *at, const char *layer, bool dk_settles) {
    const oca_frame_item *of = &e->frame->items[item];
    oca_number value = oca_judged(of, at);
    oca_answer_word answer = at ? at->answer : OCA_ANSWER_ABSENT;
    if (value.given) {
        const char *level = oca_level_number(e->mem, value.value);
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what was judged is there */
        if (at->value.given)
            oca_explain_say(e, _("%s: %s. It counts."), layer, level);
        else
            oca_explain_say(e,
                            _("%s: %zu criteria are met, which reach %s: the highest level whose criteria, and those "
                              "of all levels below, are met. It counts."),
                            layer, at->met.n, level);
        return true;
    }
    if (answer == OCA_ANSWER_NA) {
        oca_explain_say(e, _("%s: N/A (%s). The item is N/A."), layer,
                        at->reason ? at->reason : _("no reason recorded"));
        return true;
    }
    if (answer == OCA_ANSWER_DK) {
        oca_explain_say(
            e, dk_settles ? _("%s: don't know. The item is not known.") : _("%s: could not be checked. Passed on."),
            layer);
        return dk_settles;
    }
    oca_explain_say(e, _("%s: nothing recorded. Passed on."), layer);
    return false;
}

/* "3 × 1 + 5 × 2": how many gave which score, as it is summed. */
static const char *counted(const oca_explanation *e, const oca_counts *counts) {
    oca_buffer text = {.mem = e->mem};
    for (size_t i = 0; i < counts->values.n; i++)
        oca_buffer_print(&text, "%s%ld × %s", i ? " + " : "", counts->values.at[i].count,
                         number(e, counts->values.at[i].value));
    return text.at ? text.at : _("none");
}

static bool participants(oca_explanation *e, size_t item) {
    const oca_item_score *score = &e->scores->items[item];
    const oca_counts *counts = &score->counts;
    long all = counts->n + counts->na + counts->dk;
    if (all == 0) {
        oca_explain_say(e, _("Participants: no answers. Passed on."));
        return false;
    }
    bool quorum = (double)counts->n >= e->frame->quorum, half = 2 * counts->n >= all;
    const char *least = number(e, e->frame->quorum);
    oca_explain_say(
        e, _("Participants: %ld answers, n = %ld scores (%s), %ld don't know, %ld N/A. %s, and %s."), all, counts->n,
        counted(e, counts), counts->dk, counts->na,
        oca_format_text(e->mem, quorum ? _("n is at least the quorum of %s") : _("n is below the quorum of %s"), least),
        half ? _("at least half of all answers") : _("less than half of all answers"));
    if (!quorum || !half || counts->n == 0) {
        oca_explain_say(e, _("Too few gave a score. Passed on."));
        return false;
    }
    if (e->frame->aggregate == OCA_AGGREGATE_MEDIAN)
        oca_explain_say(e, _("They count with their median, the middle of the n = %ld scores: %s"), counts->n,
                        number(e, score->score_uncapped));
    else
        oca_explain_say(e, _("They count with their mean: (%s) / %ld = %s"), counted(e, counts), counts->n,
                        number(e, score->score_uncapped));
    return true;
}

/* Looks at the layers as the engine does, telling what each one said. */
static void answer(oca_explanation *e, size_t item) {
    const oca_answer *given = e->scores->answers->answers[item];
    bool settled = false;
    oca_explain_clause(e, _("Item 2: answer"));
    for (size_t i = 0; i < e->frame->n_layers; i++) {
        oca_layer layer = e->frame->layers[i];
        const char *name = layer == OCA_LAYER_AGREED     ? _("Agreed by the members")
                           : layer == OCA_LAYER_VERIFIED ? _("Checked by a visitor")
                                                         : _("Participants");
        if (settled)
            oca_explain_say(e, _("%s: comes later in the rubric's order, not looked at."), name);
        else if (layer == OCA_LAYER_PARTICIPANTS)
            settled = participants(e, item);
        else
            settled = judgement(e, item,
                                !given                      ? NULL
                                : layer == OCA_LAYER_AGREED ? given->agreed
                                                            : given->verified,
                                name, layer == OCA_LAYER_AGREED);
    }
    const oca_item_score *score = &e->scores->items[item];
    if (!settled)
        oca_explain_say(e, _("No layer is left: the item is %s."), oca_item_state_shown(score->state));
    if (score->dk_share.given)
        oca_explain_say(e, _("Participants who do not know: %ld of %ld answers%s"), score->counts.dk,
                        score->counts.n + score->counts.na + score->counts.dk,
                        oca_not_known(e->scores, item) ? _(", a third or more: not known to members") : "");
}

static void evidence(oca_explanation *e, size_t item) {
    const oca_item *rule = e->frame->items[item].item;
    const oca_item_score *score = &e->scores->items[item];
    oca_explain_clause(e, _("Item 3: evidence cap"));
    if (rule->evidence != OCA_EVIDENCE_REQUIRED) {
        oca_explain_say(e, _("No evidence is required."));
        return;
    }
    double from = oca_or(rule->evidence_from, e->frame->items[item].min);
    oca_explain_say(e, _("Evidence is required from %s on; %s."), oca_level_number(e->mem, from),
                    score->evidence_missing                        ? _("none is recorded")
                    : oca_compare(score->score_uncapped, from) < 0 ? _("the score is below")
                                                                   : _("it is recorded"));
    if (score->evidence_missing && rule->evidence_cap.given)
        oca_explain_say(e, _("score = min(%s, %s) = %s"), number(e, score->score_uncapped),
                        number(e, rule->evidence_cap.value), number(e, score->score));
    else if (score->evidence_missing)
        oca_explain_say(e, _("There is no cap: the missing evidence is only listed."));
}

static void standing(oca_explanation *e, size_t item) {
    const oca_frame_item *at = &e->frame->items[item];
    const oca_item_score *score = &e->scores->items[item];
    oca_explain_clause(e, _("Item 4: standardized"));
    oca_explain_say(e, _("x = (score - min) / (max - min) = (%s - %s) / (%s - %s) = %s"), number(e, score->score),
                    number(e, at->min), number(e, at->max), number(e, at->min), number(e, score->x));
    oca_explain_say(e, _("100 x = %s"), oca_points_shown(e->mem, 100 * score->x));
    oca_explain_clause(e, _("Item 5: standing level"));
    oca_explain_say(e, _("Of %s the nearest to %s is %s, the lower when two are equally near: \"%s\""),
                    oca_scale_allowed(e->mem, at->scale), number(e, score->score),
                    oca_level_number(e->mem, score->standing),
                    oca_level_descriptor(e->frame, item, score->standing, e->lang));
}

static void gate(oca_explanation *e, size_t item) {
    const oca_frame_item *at = &e->frame->items[item];
    const oca_item_score *score = &e->scores->items[item];
    oca_explain_clause(e, _("Item 6: must-have"));
    if (!at->gate) {
        oca_explain_say(e, _("The item is no must-have."));
        return;
    }
    oca_explain_say(e, _("A must-have: at least %s; below, it holds the stage at %s."),
                    oca_level_shown(e->mem, at->gate->at_least.value, at->max),
                    oca_stage_title(e->frame, (long)at->ceiling, e->lang));
    const char *least = number(e, at->gate->at_least.value);
    switch (score->gate) {
    case OCA_GATE_NONE:
        oca_explain_say(e, _("Called N/A by a visitor's check: it has no say."));
        break;
    case OCA_GATE_MET:
        oca_explain_say(e, _("Met: %s >= %s."), number(e, score->score), least);
        break;
    case OCA_GATE_FAILED:
        oca_explain_say(e, _("Not yet: %s < %s."), number(e, score->score), least);
        break;
    case OCA_GATE_OPEN:
        oca_explain_say(e, _("Not checked: %s. A must-have is settled, not averaged."),
                        score->state == OCA_SCORED ? _("scored by participants alone")
                                                   : oca_item_state_shown(score->state));
        break;
    case OCA_GATE_WAIVED:
        oca_explain_say(e, _("N/A by agreement of the members: the stage is provisional."));
        break;
    }
}

static void consensus(oca_explanation *e, size_t item) {
    const oca_frame_item *at = &e->frame->items[item];
    const oca_item_score *score = &e->scores->items[item];
    const oca_counts *counts = &score->counts;
    oca_explain_clause(e, _("Agreement: item consensus"));
    if (!score->consensus.given) {
        oca_explain_say(e, OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_item_consensus(e->scores, item));
        return;
    }
    double mean = 0, var = 0, half = (at->max - at->min) / 2;
    for (size_t i = 0; i < counts->values.n; i++)
        mean += counts->values.at[i].value * (double)counts->values.at[i].count / (double)counts->n;
    for (size_t i = 0; i < counts->values.n; i++)
        var += (counts->values.at[i].value - mean) * (counts->values.at[i].value - mean) *
               (double)counts->values.at[i].count / (double)counts->n;
    oca_explain_say(e, _("n = %ld participants' scores: %s; mean %s"), counts->n, counted(e, counts), number(e, mean));
    oca_explain_say(e, _("var, the mean of the squared distances from their mean, = %s"), number(e, var));
    oca_explain_say(e, _("var_max = ((%s - %s) / 2)^2 = %s"), number(e, at->max), number(e, at->min),
                    number(e, half * half));
    oca_explain_say(e, _("100 (1 - %s / %s) = %s of 100"), number(e, var), number(e, half * half),
                    oca_number_shown(e->mem, score->consensus.value, OCA_DECIMALS_POINTS));
    oca_explain_say(e,
                    oca_compare(score->consensus.value, e->frame->grid_consensus) < 0
                        ? _("Below %s: the item divides the room.")
                        : _("At least %s: the item does not divide the room."),
                    number(e, e->frame->grid_consensus));
}

void oca_explain_item(oca_explanation *e, size_t item) {
    const oca_item_score *score = &e->scores->items[item];
    title(e, item);
    applies(e, item);
    if (score->state == OCA_ITEM_NOT_APPLICABLE)
        return;
    answer(e, item);
    if (score->state == OCA_SCORED) {
        evidence(e, item);
        standing(e, item);
    }
    gate(e, item);
    consensus(e, item);
    if (!oca_takes_part(e->frame, item, 0))
        oca_explain_say(e,
                        _("A weight of 0, its own or that of an area around it, keeps it out of the overall figures."));
}
