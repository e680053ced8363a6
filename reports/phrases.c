#include "phrases.h"

#include "../engine/scoring/alpha.h"

#include <string.h>

static const char *or_id(const char *title, const char *id) {
    return *title ? title : id;
}

const char *oca_item_title(const oca_frame *frame, size_t item, const char *lang) {
    const oca_item *source = frame->items[item].item;
    return or_id(oca_words_in(&source->titles, lang, frame->rubric->lang), source->id);
}

const char *oca_node_title(const oca_frame *frame, size_t node, const char *lang) {
    const oca_area *area = frame->nodes[node].area;
    return area ? or_id(oca_words_in(&area->titles, lang, frame->rubric->lang), area->id) : _("Overall");
}

const char *oca_instrument_shown(oca_arena *mem, const oca_frame *frame) {
    const oca_tailoring *tailoring = frame->tailoring;
    const oca_rubric *rubric = frame->rubric;
    return tailoring ? oca_format_text(mem, _("%s %s, tailoring %s"), rubric->id, rubric->version, tailoring->id)
                     : oca_format_text(mem, "%s %s", rubric->id, rubric->version);
}

const char *oca_round_word(const char *round) {
    static const char *const known[] = {N_("baseline"), N_("interim"), N_("reassessment")};
    for (size_t i = 0; i < OCA_COUNT(known); i++)
        if (oca_equal(round, known[i]))
            return _(known[i]);
    return round;
}

const char *oca_stage_title(const oca_frame *frame, long stage, const char *lang) {
    const oca_stage *source = &frame->stages[stage];
    return or_id(oca_words_in(&source->labels, lang, frame->rubric->lang), source->id);
}

const char *oca_level_number(oca_arena *mem, double level) {
    const char *shown = oca_number_shown(mem, level, OCA_DECIMALS_LEVEL);
    size_t n = strlen(shown);
    while (shown[n - 1] == '0') /* ends at the point at the latest */
        n--;
    return oca_copy(mem, shown, shown[n - 1] == '.' ? n - 1 : n);
}

const char *oca_level_shown(oca_arena *mem, double level, double max) {
    return oca_format_text(mem, _("%s of %s"), oca_level_number(mem, level), oca_level_number(mem, max));
}

const char *oca_level_descriptor(const oca_frame *frame, size_t item, double value, const char *lang) {
    const oca_frame_item *at = &frame->items[item];
    const oca_rung *rung = oca_rung_below(at, value);
    const char *text = oca_descriptor_in(at, rung->value, lang, frame->rubric->lang);
    return *text || !rung->level ? text : oca_words_in(&rung->level->labels, lang, frame->rubric->lang);
}

const char oca_note_no_agreement[] = N_("Agreement “–”: fewer than two members gave a score.");

const char *oca_subject_shown(const oca_frame *frame) {
    return oca_measures_performance(frame) ? _("These figures describe performance, not capacity.")
                                           : _("These figures describe capacity, not performance.");
}

const char *oca_profile_shown(oca_arena *mem, const oca_frame *frame, const oca_strings *words, const char *lang) {
    oca_strings shown = {0};
    for (size_t i = 0; i < words->n; i++)
        *(const char **)OCA_ADD(mem, &shown) = oca_profile_word_shown(frame->rubric, words->at[i], lang);
    return oca_join(mem, &shown, ", ");
}

const char *oca_level_called(oca_arena *mem, const oca_frame *frame, size_t item, double value, const char *lang) {
    const oca_rung *rung = oca_rung_at(&frame->items[item], value);
    const char *number = oca_level_number(mem, value);
    const char *label = rung && rung->level ? oca_words_in(&rung->level->labels, lang, frame->rubric->lang) : "";
    return *label ? oca_format_text(mem, "%s %s", number, label) : number;
}

const char *oca_level_in_full(oca_arena *mem, const oca_frame *frame, size_t item, size_t rung, const char *lang,
                              const char *mark) {
    const oca_frame_item *at = &frame->items[item];
    const char *root = frame->rubric->lang;
    const oca_strings *criteria = &at->rungs[rung].criteria;
    oca_buffer out = {.mem = mem};
    oca_buffer_print(&out, "%s", oca_descriptor_in(at, at->rungs[rung].value, lang, root));
    for (size_t i = 0; i < criteria->n; i++)
        oca_buffer_print(&out, "%s%s %s", out.n ? "\n" : "", mark, oca_criterion_in(at, criteria->at[i], lang, root));
    return out.at ? out.at : "";
}

double oca_node_max(const oca_frame *frame, size_t node) {
    const oca_frame_node *at = &frame->nodes[node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (oca_takes_part(frame, i, node))
            return frame->items[i].max;
    return 0;
}

const char *oca_points_shown(oca_arena *mem, double percent) {
    return oca_format_text(mem, _("%s points of 100"), oca_number_shown(mem, percent, OCA_DECIMALS_POINTS));
}

const char *oca_answered_shown(oca_arena *mem, const oca_node_score *node) {
    return node->na ? oca_format_text(mem, _(OCA_ANSWERED_AND_NA), node->scored, node->applicable, node->na)
                    : oca_format_text(mem, _(OCA_ANSWERED), node->scored, node->applicable);
}

static void add(oca_arena *mem, oca_strings *list, const char *word) {
    const char **place = OCA_ADD(mem, list);
    *place = word;
}

/* "provisional: 2 must-haves not answered, without Finance": the list holds ids of items, then of areas. A must-have
 * that the group called N/A was answered, so it is told apart. */
static const char *provisional(oca_arena *mem, const oca_scores *scores, size_t node, const char *lang) {
    const oca_frame *frame = scores->answers->frame;
    const oca_strings *ids = &scores->nodes[node].provisional;
    oca_strings parts = {0}, areas = {0};
    size_t open = 0, waived = 0;
    for (size_t i = 0; i < ids->n; i++) {
        long item = oca_frame_find_item(frame, ids->at[i]);
        long area = item == OCA_NOWHERE ? oca_frame_find_node(frame, ids->at[i]) : OCA_NOWHERE;
        if (item != OCA_NOWHERE)
            *(scores->items[item].gate == OCA_GATE_WAIVED ? &waived : &open) += 1;
        else
            add(mem, &areas, area == OCA_NOWHERE ? ids->at[i] : oca_node_title(frame, (size_t)area, lang));
    }
    if (open)
        add(mem, &parts, oca_format_text(mem, oca_counted(OCA_GATES_OPEN, open), open));
    if (waived)
        add(mem, &parts, oca_format_text(mem, oca_counted(OCA_GATES_WAIVED, waived), waived));
    if (areas.n)
        add(mem, &parts, oca_format_text(mem, _(OCA_WITHOUT_AREAS), oca_join(mem, &areas, ", ")));
    return oca_join(mem, &parts, ", ");
}

const char *oca_stage_shown(oca_arena *mem, const oca_scores *scores, size_t node, const char *lang) {
    const oca_node_score *score = &scores->nodes[node];
    if (score->stage == OCA_NOWHERE)
        return OCA_UNDEFINED_SHOWN;
    const char *stage = oca_stage_title(scores->answers->frame, score->stage, lang);
    return score->provisional.n
               ? oca_format_text(mem, _(OCA_STAGE_PROVISIONAL), stage, provisional(mem, scores, node, lang))
               : stage;
}

bool oca_item_counts(const oca_scores *scores, size_t item, size_t node) {
    return scores->items[item].state != OCA_ITEM_NOT_APPLICABLE && oca_takes_part(scores->answers->frame, item, node);
}

long oca_consensus_n(const oca_scores *scores, size_t node) {
    const oca_frame_node *at = &scores->answers->frame->nodes[node];
    long n = 0;
    for (size_t i = at->first_item; i < at->end_item; i++)
        n += oca_item_counts(scores, i, node) && scores->items[i].consensus.given;
    return n;
}

bool oca_not_known(const oca_scores *scores, size_t item) {
    const oca_item_score *score = &scores->items[item];
    return score->state != OCA_ITEM_NOT_APPLICABLE && score->dk_share.given &&
           oca_compare(score->dk_share.value, 1.0 / 3) >= 0;
}

bool oca_divides(const oca_scores *scores, size_t item) {
    const oca_item_score *score = &scores->items[item];
    return oca_item_counts(scores, item, 0) && score->consensus.given &&
           oca_compare(score->consensus.value, scores->answers->frame->grid_consensus) < 0;
}

const char *oca_why_no_percent(oca_arena *mem, const oca_scores *scores, size_t node) {
    const oca_node_score *score = &scores->nodes[node];
    if (score->percent.given)
        return "";
    if (score->state == OCA_NODE_NOT_APPLICABLE)
        return score->na ? _("all its items are N/A") : _("none of its items is asked of this organization");
    if (score->scored == 0)
        return _("nothing is answered yet");
    if (!score->coverage.given)
        return oca_format_text(mem, _("too little is answered: %s"), oca_answered_shown(mem, score));
    return oca_format_text(mem, _("too little is answered: %s of 100 by weight, at least %s are needed"),
                           oca_number_shown(mem, 100 * score->coverage.value, 1),
                           oca_number_shown(mem, 100 * scores->answers->frame->min_coverage, 1));
}

const char *oca_why_no_level(oca_arena *mem, const oca_scores *scores, size_t node) {
    const oca_node_score *score = &scores->nodes[node];
    if (score->level.given)
        return "";
    return score->percent.given ? _("its items are on different scales") : oca_why_no_percent(mem, scores, node);
}

const char *oca_why_no_consensus(const oca_scores *scores, size_t node) {
    const oca_node_score *score = &scores->nodes[node];
    if (score->consensus.given)
        return "";
    return score->state == OCA_NODE_NOT_APPLICABLE ? _("no item is asked or all are N/A")
                                                   : _("no item has scores of two participants");
}

const char *oca_why_no_quadrant(const oca_scores *scores, size_t node) {
    const oca_node_score *score = &scores->nodes[node];
    if (score->quadrant != OCA_QUADRANT_NONE)
        return "";
    if (!score->percent.given)
        return score->consensus.given ? _("needs points") : _("needs points and agreement");
    return _("needs agreement: no item has scores of two participants");
}

const char *oca_why_no_score(const oca_scores *scores, size_t item) {
    switch (scores->items[item].state) {
    case OCA_SCORED:
        return "";
    case OCA_STATE_NA:
        return _("not applicable by decision (N/A)");
    case OCA_STATE_DK:
        return _("not known, or too few participants gave a score");
    case OCA_STATE_BLANK:
        return _("not answered");
    case OCA_ITEM_NOT_APPLICABLE:
        return _("not asked of this organization");
    }
    return "";
}

const char *oca_why_no_item_consensus(const oca_scores *scores, size_t item) {
    const oca_item_score *score = &scores->items[item];
    if (score->consensus.given)
        return "";
    if (score->state == OCA_ITEM_NOT_APPLICABLE)
        return _("not asked of this organization");
    return score->state == OCA_STATE_NA ? _("not applicable by decision (N/A)")
                                        : _("fewer than two participants gave a score");
}

const char *oca_why_no_alpha(oca_arena *mem, const oca_scores *scores) {
    oca_alpha_reason reason;
    oca_alpha(mem, scores->answers, scores->items, &reason);
    switch (reason) {
    case OCA_ALPHA_DEFINED:
        return "";
    case OCA_ALPHA_FEW_UNITS:
        return _("fewer than two items have scores of two participants");
    case OCA_ALPHA_OTHER_BOUNDS:
        return _("the items' scales have different lowest or highest values");
    case OCA_ALPHA_ALL_ALIKE:
        return _("all scores are the same, so no disagreement can be expected");
    }
    return "";
}

const char *oca_change_shown(oca_arena *mem, double change, int decimals) {
    const char *shown = oca_number_shown(mem, change, decimals), *nothing = oca_number_shown(mem, 0, decimals);
    return oca_format_text(mem, "%s%s", change > 0 && !oca_equal(shown, nothing) ? "+" : "", shown);
}
