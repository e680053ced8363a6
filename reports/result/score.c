/* The scores as result XML; declared in result.h. */
#include "../../engine/base/words.h"
#include "../checked.h"
#include "../figures/figures.h"
#include "../phrases.h"
#include "head.h"
#include "result.h"

typedef struct {
    oca_arena *mem;
    oca_stream *out;
    const oca_scores *scores;
    const oca_frame *frame;
    const char *lang;
} writer;

enum { FEWEST_FOR_A_STRIP = 5 };

static void put_agreement(const writer *w, size_t node) {
    const oca_node_score *score = &w->scores->nodes[node];
    oca_stream_figure(w->out, "consensus", score->consensus, OCA_DECIMALS_POINTS,
                      oca_why_no_consensus(w->scores, node));
    oca_stream_count(w->out, "consensus-n", (size_t)oca_consensus_n(w->scores, node));
    oca_stream_count(w->out, "divided", (size_t)score->divided);
    oca_stream_attribute(w->out, "quadrant", oca_quadrant_word(score->quadrant));
    oca_stream_attribute(w->out, "quadrant-shown", oca_quadrant_shown(score->quadrant));
    oca_stream_attribute(w->out, "quadrant-why", oca_why_no_quadrant(w->scores, node));
}

/* The figures of an area or the whole, as attributes of the element that is open. */
static void put_node(const writer *w, size_t node) {
    const oca_node_score *score = &w->scores->nodes[node];
    oca_stream_attribute(w->out, "title", oca_node_title(w->frame, node, w->lang));
    oca_stream_attribute(w->out, "state", oca_node_state_word(score->state));
    oca_stream_figure(w->out, "percent", score->percent, OCA_DECIMALS_POINTS,
                      oca_why_no_percent(w->mem, w->scores, node));
    oca_stream_number(w->out, "level", score->level);
    oca_stream_attribute(w->out, "level-shown",
                         score->level.given ? oca_level_shown(w->mem, score->level.value, oca_node_max(w->frame, node))
                                            : OCA_UNDEFINED_SHOWN);
    oca_stream_attribute(w->out, "level-why", score->level.given ? NULL : oca_why_no_level(w->mem, w->scores, node));
    oca_stream_number(w->out, "coverage", score->coverage);
    oca_stream_attribute(w->out, "coverage-shown", oca_answered_shown(w->mem, score));
    bool staged = score->stage != OCA_NOWHERE;
    oca_stream_attribute(w->out, "stage", staged ? w->frame->stages[score->stage].id : NULL);
    oca_stream_attribute(w->out, "stage-shown", oca_stage_shown(w->mem, w->scores, node, w->lang));
    if (staged && score->stage != score->stage_uncapped)
        oca_stream_attribute(w->out, "stage-uncapped-shown", oca_stage_title(w->frame, score->stage_uncapped, w->lang));
    put_agreement(w, node);
}

static void put_strip(const writer *w, size_t item) {
    const oca_frame_item *at = &w->frame->items[item];
    const oca_item_score *score = &w->scores->items[item];
    const oca_counts *counts = &score->counts;
    if (counts->n < FEWEST_FOR_A_STRIP)
        return;
    oca_strip_answer *answers = oca_alloc(w->mem, counts->values.n * sizeof *answers);
    for (size_t i = 0; i < counts->values.n; i++)
        answers[i] = (oca_strip_answer){counts->values.at[i].value, counts->values.at[i].count};
    const oca_answer *answer = w->scores->answers->answers[item];
    oca_number agreed = answer ? oca_judged(at, answer->agreed) : (oca_number){0};
    oca_drawing strip = oca_figure_strip(w->mem, at->min, at->max, answers, counts->values.n, agreed,
                                         oca_item_title(w->frame, item, w->lang));
    oca_drawing_write(w->out, &strip, oca_format_text(w->mem, "strip-%s", at->item->id));
}

static void put_gate(const writer *w, size_t item) {
    const oca_frame_item *at = &w->frame->items[item];
    const oca_item_score *score = &w->scores->items[item];
    if (score->gate == OCA_GATE_NONE)
        return;
    oca_stream_begin(w->out, "gate");
    oca_stream_attribute(w->out, "state", oca_gate_word(score->gate));
    oca_stream_attribute(w->out, "shown", oca_gate_shown(score->gate));
    oca_stream_attribute(w->out, "at-least-shown", oca_level_shown(w->mem, at->gate->at_least.value, at->max));
    oca_stream_attribute(w->out, "ceiling-shown", oca_stage_title(w->frame, (long)at->ceiling, w->lang));
    oca_stream_text(w->out, oca_words_in(&at->gate->why, w->lang, w->frame->rubric->lang));
    oca_stream_end(w->out);
}

static void put_item_figures(const writer *w, size_t item) {
    const oca_frame_item *at = &w->frame->items[item];
    const oca_item_score *score = &w->scores->items[item];
    bool scored = score->state == OCA_SCORED;
    const char *why = oca_why_no_score(w->scores, item);
    oca_number points = scored ? oca_given(100 * score->x) : (oca_number){0};
    oca_stream_attribute(w->out, "basis", oca_layer_word(score->basis));
    oca_stream_attribute(w->out, "basis-shown", oca_layer_shown(score->basis));
    oca_stream_number(w->out, "score", scored ? oca_given(score->score) : (oca_number){0});
    oca_stream_attribute(w->out, "score-shown",
                         scored ? oca_level_shown(w->mem, score->score, at->max) : OCA_UNDEFINED_SHOWN);
    oca_stream_attribute(w->out, "score-why", *why ? why : NULL);
    oca_stream_figure(w->out, "percent", points, OCA_DECIMALS_POINTS, NULL);
    oca_stream_count(w->out, "n", (size_t)score->counts.n);
    oca_stream_count(w->out, "dk", (size_t)score->counts.dk);
    oca_stream_count(w->out, "answers", (size_t)(score->counts.n + score->counts.na + score->counts.dk));
    oca_stream_figure(w->out, "consensus", score->consensus, OCA_DECIMALS_POINTS,
                      oca_why_no_item_consensus(w->scores, item));
}

/* What a page gathers items by. */
static void put_marks(const writer *w, size_t item) {
    const oca_item_score *score = &w->scores->items[item];
    bool short_of_evidence = score->state == OCA_SCORED && score->evidence_missing;
    oca_stream_attribute(w->out, "divides", oca_divides(w->scores, item) ? "yes" : NULL);
    oca_stream_attribute(w->out, "unknown", oca_not_known(w->scores, item) ? "yes" : NULL);
    oca_stream_attribute(w->out, "evidence-missing", short_of_evidence ? "yes" : NULL);
    if (short_of_evidence && score->capped)
        oca_stream_attribute(w->out, "score-uncapped-shown", oca_level_number(w->mem, score->score_uncapped));
}

static void put_item(const writer *w, size_t item) {
    const oca_frame_item *at = &w->frame->items[item];
    const oca_item_score *score = &w->scores->items[item];
    oca_stream_begin(w->out, "item");
    oca_stream_attribute(w->out, "id", at->item->id);
    oca_stream_attribute(w->out, "title", oca_item_title(w->frame, item, w->lang));
    oca_stream_attribute(w->out, "state", oca_item_state_word(score->state));
    oca_stream_attribute(w->out, "state-shown", oca_item_state_shown(score->state));
    put_item_figures(w, item);
    put_marks(w, item);
    oca_stream_element(w->out, "statement", oca_words_in(&at->item->statements, w->lang, w->frame->rubric->lang));
    if (score->state == OCA_SCORED)
        oca_stream_element(w->out, "standing", oca_level_descriptor(w->frame, item, score->standing, w->lang));
    put_gate(w, item);
    put_strip(w, item);
    oca_stream_end(w->out);
}

/* An area with its sub-areas and items, each list in rubric order. */
static void put_area(const writer *w, size_t node) {
    const oca_frame_node *at = &w->frame->nodes[node];
    oca_stream_begin(w->out, "area");
    oca_stream_attribute(w->out, "id", at->area->id);
    oca_stream_count(w->out, "depth", at->depth);
    put_node(w, node);
    for (size_t below = node + 1; below < at->end; below = w->frame->nodes[below].end)
        put_area(w, below);
    for (size_t item = at->first_item; item < at->end_item; item++)
        if (w->frame->items[item].area == node)
            put_item(w, item);
    oca_stream_end(w->out);
}

/* "Must-haves not yet met hold it at Emerging: Constitution; Books": what keeps the stage below what the points reach.
 */
static const char *held(const writer *w) {
    const oca_node_score *all = &w->scores->nodes[0];
    oca_strings titles = {0};
    if (all->stage == OCA_NOWHERE || all->stage == all->stage_uncapped)
        return NULL;
    for (size_t i = 0; i < w->frame->n_items; i++)
        if (w->scores->items[i].gate == OCA_GATE_FAILED && oca_item_counts(w->scores, i, 0) &&
            (long)w->frame->items[i].ceiling == all->stage)
            *(const char **)OCA_ADD(w->mem, &titles) = oca_item_title(w->frame, i, w->lang);
    return oca_format_text(w->mem, _("A must-have holds the stage at %s: %s"),
                           oca_stage_title(w->frame, all->stage, w->lang), oca_join(w->mem, &titles, "; "));
}

/* The level that is enough, in percent of the scale that the whole shares. */
static oca_number target_of(const oca_frame *frame, const oca_node_score *all) {
    if (!all->level.given || !frame->n_items)
        return (oca_number){0};
    const oca_frame_item *item = &frame->items[0];
    double adequate = frame->rubric->planning->adequate.value;
    return oca_given(100 * (adequate - item->min) / (item->max - item->min));
}

static void put_pictures(const writer *w) {
    const oca_frame *frame = w->frame;
    size_t n = 0;
    const char **names = oca_alloc(w->mem, frame->n_nodes * sizeof *names);
    oca_number *percents = oca_alloc(w->mem, frame->n_nodes * sizeof *percents);
    oca_map_place *places = oca_alloc(w->mem, frame->n_nodes * sizeof *places);
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end) {
        const oca_node_score *score = &w->scores->nodes[node];
        names[n] = oca_node_title(frame, node, w->lang);
        percents[n] = score->percent;
        places[n] = (oca_map_place){names[n], score->percent, score->consensus};
        n++;
    }
    oca_thermometer_stage *stages = oca_alloc(w->mem, frame->n_stages * sizeof *stages);
    for (size_t i = 0; i < frame->n_stages; i++)
        stages[i] = (oca_thermometer_stage){oca_stage_title(frame, (long)i, w->lang), frame->stages[i].from.value};
    const oca_node_score *all = &w->scores->nodes[0];
    const oca_thermometer_place place = {all->percent, all->stage, all->provisional.n > 0, held(w)};
    oca_drawing thermometer = oca_figure_thermometer(w->mem, stages, frame->n_stages, &place);
    oca_radar_ring ring = {oca_round_word(w->scores->answers->assessment->round), "first", percents};
    oca_drawing radar = oca_figure_radar(w->mem, names, n, &ring, 1, target_of(frame, all));
    const char *const readings[] = {oca_quadrant_shown(OCA_BUILD_ON), oca_quadrant_shown(OCA_SHARE),
                                    oca_quadrant_shown(OCA_STRENGTHEN), oca_quadrant_shown(OCA_DISCUSS)};
    oca_drawing map = oca_figure_map(w->mem, places, n, frame->grid_capacity, frame->grid_consensus, readings);
    oca_stream_begin(w->out, "pictures");
    oca_drawing_write(w->out, &thermometer, "thermometer");
    if (n >= OCA_FEWEST_FOR_A_RADAR && n <= OCA_MOST_FOR_A_RADAR)
        oca_drawing_write(w->out, &radar, "radar");
    oca_drawing_write(w->out, &map, "map");
    oca_stream_end(w->out);
}

static void put_criteria(const writer *w, const oca_checked_item *item, const oca_strings *criteria, const char *name,
                         const char *shown) {
    if (!criteria->n)
        return;
    oca_stream_begin(w->out, name);
    oca_stream_attribute(w->out, "shown", shown);
    for (size_t i = 0; i < criteria->n; i++)
        oca_stream_element(
            w->out, "criterion",
            oca_criterion_in(&w->frame->items[item->item], criteria->at[i], w->lang, w->frame->rubric->lang));
    oca_stream_end(w->out);
}

/* Agreed and checked, where any item has both. */
static void put_checked(const writer *w) {
    oca_checked checked = oca_checked_build(w->mem, w->scores);
    if (!oca_checked_any(&checked))
        return;
    oca_stream_begin(w->out, "checked");
    oca_stream_attribute(w->out, "title", _(oca_checked_title));
    oca_stream_attribute(w->out, "shown", oca_checked_sums_shown(w->mem, &checked));
    for (size_t i = 0; i < checked.differing.n; i++) {
        const oca_checked_item *item = &checked.differing.at[i];
        double max = w->frame->items[item->item].max;
        oca_stream_begin(w->out, "difference");
        oca_stream_attribute(w->out, "item", w->frame->items[item->item].item->id);
        oca_stream_attribute(w->out, "title", oca_item_title(w->frame, item->item, w->lang));
        oca_stream_attribute(w->out, "agreed-shown", oca_level_shown(w->mem, item->agreed, max));
        oca_stream_attribute(w->out, "checked-shown",
                             item->checked.given ? oca_level_shown(w->mem, item->checked.value, max)
                                                 : OCA_UNDEFINED_SHOWN);
        oca_stream_attribute(w->out, "difference-shown", oca_checked_difference_shown(w->mem, item));
        oca_stream_attribute(w->out, "why", item->checked.given ? NULL : _(oca_checked_why_not));
        put_criteria(w, item, &item->agreed_alone, "agreed-alone", _(oca_checked_agreed_alone));
        put_criteria(w, item, &item->checked_alone, "checked-alone", _(oca_checked_checked_alone));
        oca_stream_end(w->out);
    }
    oca_stream_end(w->out);
}

/* One line of what the room is shown. */
static void put_line(const writer *w, const char *name, size_t item) {
    oca_stream_begin(w->out, name);
    oca_stream_attribute(w->out, "item", w->frame->items[item].item->id);
    oca_stream_attribute(w->out, "title", oca_item_title(w->frame, item, w->lang));
    oca_stream_end(w->out);
}

/* The items that take part and have an agreement, those of the strongest first, or of the weakest. */
static size_t by_agreement(const writer *w, bool divided, size_t *items) {
    size_t n = 0;
    for (size_t i = 0; i < w->frame->n_items; i++) {
        oca_number own = w->scores->items[i].consensus;
        if (!own.given || !oca_item_counts(w->scores, i, 0) || oca_divides(w->scores, i) != divided)
            continue;
        size_t at = n++;
        for (; at > 0; at--) {
            int order = oca_compare(own.value, w->scores->items[items[at - 1]].consensus.value);
            if (divided ? order >= 0 : order <= 0)
                break;
            items[at] = items[at - 1];
        }
        items[at] = i;
    }
    return n;
}

/* What the members chose, and what law and safety demand, comes first. */
static void put_room(const writer *w, const oca_planned *planned) {
    size_t *items = oca_alloc(w->mem, (w->frame->n_items + 1) * sizeof *items);
    for (size_t i = 0; i < planned->strengths.n; i++)
        put_line(w, "strength", planned->strengths.at[i]);
    size_t n = by_agreement(w, false, items);
    for (size_t i = 0; i < n; i++)
        put_line(w, "alike", items[i]);
    n = by_agreement(w, true, items);
    for (size_t i = 0; i < n; i++)
        put_line(w, "divided", items[i]);
    for (size_t i = 0; i < planned->weaknesses.n; i++)
        if (planned->weaknesses.at[i].tier < 3)
            put_line(w, "first", planned->weaknesses.at[i].item);
}

oca_status oca_score_result(const char **out, size_t *n, oca_arena *mem, const oca_scores *scores,
                            const oca_planned *planned, const char *lang) {
    const oca_frame *frame = scores->answers->frame;
    writer writing = {mem,
                      oca_result_open(mem, "score", lang ? lang : frame->rubric->lang,
                                      oca_result_running(mem, scores->answers->assessment)),
                      scores, frame, lang},
           *w = &writing;
    oca_result_head(w->out, mem, scores->answers, lang);
    oca_stream_begin(w->out, "overall");
    put_node(w, 0);
    oca_stream_end(w->out);
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end)
        put_area(w, node);
    put_checked(w);
    oca_result_to_complete(w->out, scores, lang);
    if (planned)
        put_room(w, planned);
    put_pictures(w);
    return oca_stream_close(out, n, w->out);
}
