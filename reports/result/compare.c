/* The comparison as result XML; declared in result.h. */
#include "../../engine/base/words.h"
#include "../compare/phrases.h"
#include "head.h"
#include "pictures.h"
#include "result.h"

typedef struct {
    oca_arena *mem;
    oca_stream *out;
    const oca_compared *pair;
    const oca_comparison *c;
    const oca_frame *frame; /* the reassessment's */
    const char *lang;
} writer;

/* A word for programs and the one for people; neither where there is none. */
static void put_word(const writer *w, const char *name, const char *word, const char *shown) {
    oca_stream_attribute(w->out, name, word);
    if (word && *shown)
        oca_stream_attribute(w->out, oca_format_text(w->mem, "%s-shown", name), shown);
}

static void put_round(const writer *w, const char *element, const oca_scores *scores, size_t people) {
    const oca_assessment *assessment = scores->answers->assessment;
    const oca_frame *frame = scores->answers->frame;
    oca_stream_begin(w->out, element);
    oca_stream_attribute(w->out, "round", assessment->round);
    oca_stream_day(w->out, "date", assessment->date);
    oca_stream_day(w->out, "as-of", assessment->as_of);
    oca_stream_count(w->out, "participants", people);
    oca_stream_attribute(w->out, "shown", oca_round_shown(w->mem, scores));
    oca_stream_begin(w->out, "rubric");
    oca_stream_attribute(w->out, "id", frame->rubric->id);
    oca_stream_attribute(w->out, "version", frame->rubric->version);
    oca_stream_attribute(w->out, "digest", frame->rubric->digest);
    oca_stream_attribute(w->out, "tailoring", frame->tailoring ? frame->tailoring->id : NULL);
    oca_stream_attribute(w->out, "tailoring-digest", frame->tailoring ? frame->tailoring->digest : NULL);
    oca_stream_attribute(w->out, "title", oca_words_in(&frame->rubric->titles, w->lang, frame->rubric->lang));
    oca_stream_attribute(w->out, "performance", oca_measures_performance(frame) ? "yes" : NULL);
    oca_stream_end(w->out);
    oca_stream_end(w->out);
}

static void put_shares(const writer *w, const oca_node_change *node) {
    put_word(w, "verdict", oca_verdict_word(node->verdict), oca_verdict_shown(node->verdict));
    oca_stream_number(w->out, "kept", node->kept);
    oca_stream_number(w->out, "covered", node->covered);
    oca_stream_count(w->out, "common", node->common);
}

static void put_comparable(const writer *w) {
    oca_stream_begin(w->out, "comparable");
    put_shares(w, &w->c->nodes[0]);
    oca_stream_attribute(w->out, "shown", oca_compared_shown(w->mem, &w->c->nodes[0]));
    const oca_cautions cautions = oca_cautions_of(w->mem, w->c);
    for (size_t i = 0; i < cautions.n; i++) {
        oca_stream_begin(w->out, "reason");
        oca_stream_attribute(w->out, "id", cautions.at[i].id);
        oca_stream_text(w->out, cautions.at[i].text);
        oca_stream_end(w->out);
    }
    for (oca_listing listing = OCA_CHANGED; listing < OCA_LISTINGS; listing++)
        for (size_t i = 0; i < w->c->listed[listing].n; i++) {
            const char *id = w->c->listed[listing].at[i];
            oca_stream_begin(w->out, "left-out");
            oca_stream_attribute(w->out, "item", id);
            put_word(w, "listing", oca_listing_word(listing), oca_listing_shown(listing));
            oca_stream_attribute(w->out, "title", oca_listed_title(w->c, listing, id, w->lang));
            oca_stream_end(w->out);
        }
    oca_stream_end(w->out);
}

/* A change, shown with its sign. */
static void put_change(const writer *w, const char *name, oca_number value, int decimals, const char *why) {
    oca_stream_number(w->out, name, value);
    oca_stream_attribute(w->out, oca_format_text(w->mem, "%s-shown", name),
                         value.given ? oca_change_shown(w->mem, value.value, decimals) : OCA_UNDEFINED_SHOWN);
    if (!value.given && *why)
        oca_stream_attribute(w->out, oca_format_text(w->mem, "%s-why", name), why);
}

static void put_levels(const writer *w, size_t number) {
    const oca_node_change *node = &w->c->nodes[number];
    oca_stream_number(w->out, "level-baseline", node->level_baseline);
    oca_stream_number(w->out, "level-reassessment", node->level_reassessment);
    bool given = node->level_baseline.given;
    oca_stream_attribute(w->out, "level-shown", given ? oca_levels_shown(w->mem, w->c, number) : OCA_UNDEFINED_SHOWN);
    oca_stream_attribute(w->out, "level-why", given ? NULL : oca_why_no_levels(w->mem, node));
    put_change(w, "relative", node->relative, 0, oca_why_no_relative(w->mem, node));
}

static void put_participants(const writer *w, const oca_node_change *node) {
    const oca_participants_view *view = &node->participants;
    oca_stream_begin(w->out, "participants");
    if (!view->given) {
        oca_stream_attribute(w->out, "why", oca_why_no_participants(w->mem, node));
        oca_stream_end(w->out);
        return;
    }
    oca_interval interval = view->interval;
    oca_stream_figure(w->out, "baseline", oca_given(view->baseline), OCA_DECIMALS_POINTS, NULL);
    oca_stream_figure(w->out, "reassessment", oca_given(view->reassessment), OCA_DECIMALS_POINTS, NULL);
    put_change(w, "delta", oca_given(view->delta), OCA_DECIMALS_POINTS, "");
    put_change(w, "low", (oca_number){interval.given, interval.low}, OCA_DECIMALS_POINTS, _(oca_why_no_interval));
    put_change(w, "high", (oca_number){interval.given, interval.high}, OCA_DECIMALS_POINTS, _(oca_why_no_interval));
    oca_stream_count(w->out, "n-baseline", view->n_baseline);
    oca_stream_count(w->out, "n-reassessment", view->n_reassessment);
    oca_stream_end(w->out);
}

static const char *stage_id(const oca_frame *frame, long stage) {
    return stage == OCA_NOWHERE ? NULL : frame->stages[stage].id;
}

/* The figures of an area or the whole: attributes of the element that is open, then its first child. */
static void put_node(const writer *w, size_t number) {
    const oca_node_change *node = &w->c->nodes[number];
    const char *why = oca_why_not_compared(w->mem, node);
    oca_stream_attribute(w->out, "title", oca_node_title(w->frame, number, w->lang));
    oca_stream_count(w->out, "depth", w->frame->nodes[number].depth);
    put_shares(w, node);
    oca_stream_attribute(w->out, "headlines", oca_headlines_compare(node) ? "yes" : NULL);
    const char *apart = oca_why_no_headlines(w->mem, w->c, number);
    oca_stream_attribute(w->out, "headlines-why", *apart ? apart : NULL);
    oca_stream_figure(w->out, "baseline", node->baseline, OCA_DECIMALS_POINTS, NULL);
    oca_stream_figure(w->out, "reassessment", node->reassessment, OCA_DECIMALS_POINTS, NULL);
    oca_stream_attribute(w->out, "own-levels-shown", *apart ? NULL : oca_own_levels_shown(w->mem, w->c, number));
    oca_stream_figure(w->out, "common-baseline", node->common_baseline, OCA_DECIMALS_POINTS, why);
    oca_stream_figure(w->out, "common-reassessment", node->common_reassessment, OCA_DECIMALS_POINTS, why);
    put_change(w, "delta", node->delta, OCA_DECIMALS_POINTS, why);
    put_word(w, "outcome", oca_outcome_word(node->outcome), oca_outcome_shown(node->outcome));
    put_levels(w, number);
    put_word(w, "stage-baseline", stage_id(w->c->matching->baseline, node->stage_baseline),
             oca_stage_then(w->mem, w->c, number, w->lang));
    put_word(w, "stage-reassessment", stage_id(w->frame, node->stage_reassessment),
             oca_stage_now(w->mem, w->c, number, w->lang));
    put_participants(w, node);
}

static void put_counts(const writer *w) {
    oca_outcome_counts n = oca_count_outcomes(w->c, 0);
    oca_stream_begin(w->out, "counts");
    oca_stream_count(w->out, "improved", n.improved);
    oca_stream_count(w->out, "same", n.same);
    oca_stream_count(w->out, "regressed", n.regressed);
    oca_stream_count(w->out, "up", n.up);
    oca_stream_count(w->out, "level", n.level);
    oca_stream_count(w->out, "down", n.down);
    oca_stream_end(w->out);
}

static void put_item(const writer *w, size_t number) {
    const oca_item_change *item = &w->c->items[number];
    bool compared = item->basis != OCA_LAYER_NONE;
    const char *why = compared ? "" : oca_listing_shown(item->listing);
    oca_stream_begin(w->out, "item");
    oca_stream_attribute(w->out, "id", w->frame->items[number].item->id);
    oca_stream_attribute(w->out, "title", oca_item_title(w->frame, number, w->lang));
    put_word(w, "listing", oca_listing_word(item->listing), oca_listing_shown(item->listing));
    put_word(w, "basis", oca_layer_word(item->basis), oca_layer_shown(item->basis));
    oca_stream_figure(w->out, "baseline", (oca_number){compared, item->baseline}, OCA_DECIMALS_LEVEL, why);
    oca_stream_figure(w->out, "reassessment", (oca_number){compared, item->reassessment}, OCA_DECIMALS_LEVEL, why);
    put_change(w, "delta", (oca_number){compared, item->delta}, OCA_DECIMALS_LEVEL, why);
    oca_stream_number(w->out, "max", oca_given(w->frame->items[number].max));
    if (item->then.given)
        oca_stream_figure(w->out, "then", item->then, OCA_DECIMALS_LEVEL, NULL);
    put_word(w, "outcome", oca_outcome_word(item->outcome), oca_outcome_shown(item->outcome));
    put_word(w, "gate", oca_gate_change_word(item->gate), oca_gate_change_shown(item->gate));
    oca_stream_attribute(w->out, "stricter", oca_judged_more_strictly(item) ? "yes" : NULL);
    oca_stream_end(w->out);
}

/* The statements of a node and the areas in it. Depth is bounded by the documents' 64 levels. */
static void put_tree(const writer *w, size_t node) {
    const oca_frame_node *at = &w->frame->nodes[node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (w->frame->items[i].area == node)
            put_item(w, i);
    for (size_t area = node + 1; area < at->end; area = w->frame->nodes[area].end) {
        oca_stream_begin(w->out, "area");
        oca_stream_attribute(w->out, "id", w->frame->nodes[area].area->id);
        put_node(w, area);
        put_tree(w, area);
        oca_stream_end(w->out);
    }
}

static void put_measures(const writer *w) {
    const oca_rubric *rubric = w->frame->rubric;
    for (size_t i = 0; i < rubric->measures.n; i++) {
        const oca_measure *measure = &rubric->measures.at[i];
        const char *title = oca_words_in(&measure->titles, w->lang, rubric->lang);
        oca_stream_begin(w->out, "measure");
        oca_stream_attribute(w->out, "id", measure->id);
        oca_stream_attribute(w->out, "title", *title ? title : measure->id);
        oca_stream_attribute(w->out, "unit", oca_measure_unit(measure, w->lang));
        oca_stream_number(w->out, "baseline", oca_measured_value(w->c->baseline->answers->assessment, measure->id));
        oca_stream_number(w->out, "reassessment",
                          oca_measured_value(w->c->reassessment->answers->assessment, measure->id));
        oca_stream_end(w->out);
    }
}

static void put_effect(const writer *w) {
    const oca_plan_effect *effect = w->pair->effect;
    if (!effect)
        return;
    oca_stream_begin(w->out, "plan-effect");
    oca_stream_attribute(w->out, "note", _(oca_note_effect));
    for (size_t i = 0; i < effect->n; i++) {
        const oca_effect_row *row = &effect->at[i];
        oca_stream_begin(w->out, "row");
        oca_stream_figure(w->out, "from", row->from, OCA_DECIMALS_POINTS, oca_effect_group_shown(row->group));
        put_word(w, "group", oca_effect_group_word(row->group), oca_effect_group_shown(row->group));
        oca_stream_count(w->out, "n", (size_t)row->n);
        put_change(w, "mean-delta", oca_effect_mean(row), OCA_DECIMALS_POINTS, _(oca_why_no_effect));
        oca_stream_end(w->out);
    }
    oca_stream_end(w->out);
}

static void put_notes(const writer *w) {
    const struct {
        const char *on, *text;
    } notes[] = {{"capacity", oca_subject_shown(w->frame)},
                 {"relative", _(oca_note_relative)},
                 {"participants", _(oca_note_participants)},
                 {"chance", oca_note_chance(w->mem, oca_areas_shown(w->c))},
                 {"then", _(oca_note_then)},
                 {"measures", _(oca_note_measures)}};
    for (size_t i = 0; i < OCA_COUNT(notes); i++) {
        oca_stream_begin(w->out, "note");
        oca_stream_attribute(w->out, "on", notes[i].on);
        oca_stream_text(w->out, notes[i].text);
        oca_stream_end(w->out);
    }
}

static void put_pair(const writer *w, const char *mark) {
    const oca_organization *organization = w->c->reassessment->answers->assessment->organization;
    oca_stream_begin(w->out, "comparison");
    oca_stream_attribute(w->out, "mark", mark);
    oca_stream_begin(w->out, "organization");
    oca_stream_attribute(w->out, "id", organization->id);
    oca_stream_attribute(w->out, "name", organization->name);
    oca_stream_end(w->out);
    put_round(w, "baseline", w->c->baseline, w->c->people_baseline);
    put_round(w, "reassessment", w->c->reassessment, w->c->people_reassessment);
    put_comparable(w);
    oca_stream_begin(w->out, "overall");
    put_node(w, 0);
    put_counts(w);
    oca_stream_end(w->out);
    put_tree(w, 0);
    put_measures(w);
    put_effect(w);
    put_notes(w);
    oca_stream_end(w->out);
}

oca_status oca_compare_result(const char **out, size_t *n, oca_arena *mem, const oca_compared_list *pairs,
                              const char *lang) {
    const oca_comparison *first = pairs->at[0].comparison;
    const oca_assessment *last = pairs->at[pairs->n - 1].comparison->reassessment->answers->assessment;
    writer w = {.mem = mem, .lang = lang};
    w.out = oca_result_open(mem, "compare", lang ? lang : first->matching->reassessment->rubric->lang,
                            oca_result_running(mem, last));
    for (size_t i = 0; i < pairs->n; i++) {
        w.pair = &pairs->at[i];
        w.c = w.pair->comparison;
        w.frame = w.c->matching->reassessment;
        put_pair(&w, oca_pair_mark(mem, pairs, i));
    }
    oca_compare_pictures(w.out, mem, pairs, lang);
    return oca_stream_close(out, n, w.out);
}
