#include "score_json.h"

#include "round_json.h"

/* A figure that only scored items have. */
static json_t *if_scored(const oca_item_score *score, double value) {
    return score->state == OCA_SCORED ? oca_json_number(value) : json_null();
}

static json_t *item_json(oca_json *json, const oca_scores *scores, size_t item) {
    const oca_item_score *score = &scores->items[item];
    json_t *object = json_object();
    oca_json_set(json, object, "id", oca_json_text(scores->answers->frame->items[item].item->id));
    oca_json_set(json, object, "state", oca_json_text(oca_item_state_word(score->state)));
    oca_json_set(json, object, "basis", oca_json_text(oca_layer_word(score->basis)));
    oca_json_set(json, object, "score", if_scored(score, score->score));
    oca_json_set(json, object, "score_uncapped", if_scored(score, score->score_uncapped));
    oca_json_set(json, object, "standing", if_scored(score, score->standing));
    oca_json_set(json, object, "percent", if_scored(score, 100 * score->x));
    oca_json_set(json, object, "n", json_integer(score->counts.n));
    oca_json_set(json, object, "dk_share", oca_json_maybe(score->dk_share));
    oca_json_set(json, object, "consensus", oca_json_maybe(score->consensus));
    oca_json_set(json, object, "gate", oca_json_text(oca_gate_word(score->gate)));
    return object;
}

/* The keys that overall and areas share. */
static void set_figures(oca_json *json, json_t *object, const oca_scores *scores, size_t node) {
    const oca_frame *frame = scores->answers->frame;
    const oca_node_score *score = &scores->nodes[node];
    oca_json_set(json, object, "state", oca_json_text(oca_node_state_word(score->state)));
    oca_json_set(json, object, "percent", oca_json_maybe(score->percent));
    oca_json_set(json, object, "level", oca_json_maybe(score->level));
    oca_json_set(json, object, "coverage", oca_json_maybe(score->coverage));
    oca_json_set(json, object, "applicable", json_integer(score->applicable));
    oca_json_set(json, object, "scored", json_integer(score->scored));
    oca_json_set(json, object, "na", json_integer(score->na));
    oca_json_set(json, object, "consensus", oca_json_maybe(score->consensus));
    oca_json_set(json, object, "divided", json_integer(score->divided));
    oca_json_set(json, object, "stage", oca_json_stage(frame, score->stage));
    oca_json_set(json, object, "stage_uncapped", oca_json_stage(frame, score->stage_uncapped));
    oca_json_set(json, object, "provisional", oca_json_strings(json, &score->provisional));
    oca_json_set(json, object, "quadrant", oca_json_text(oca_quadrant_word(score->quadrant)));
}

/* The areas right below `node`. Depth is bounded by the documents' 64 levels. */
static json_t *areas_json(oca_json *json, const oca_scores *scores, size_t node) {
    const oca_frame *frame = scores->answers->frame;
    json_t *areas = json_array();
    for (size_t area = node + 1; area < frame->nodes[node].end; area = frame->nodes[area].end) {
        json_t *object = json_object(), *items = json_array();
        oca_json_set(json, object, "id", oca_json_text(frame->nodes[area].area->id));
        set_figures(json, object, scores, area);
        oca_json_set(json, object, "areas", areas_json(json, scores, area));
        for (size_t item = frame->nodes[area].first_item; item < frame->nodes[area].end_item; item++)
            if (frame->items[item].area == area)
                oca_json_append(json, items, item_json(json, scores, item));
        oca_json_set(json, object, "items", items);
        oca_json_append(json, areas, object);
    }
    return areas;
}

static json_t *to_complete_json(oca_json *json, const oca_to_completes *list) {
    json_t *array = json_array();
    for (size_t i = 0; i < list->n; i++) {
        json_t *object = json_object();
        oca_json_set(json, object, "item", oca_json_text(list->at[i].item));
        oca_json_set(json, object, "what", oca_json_text(list->at[i].what));
        oca_json_append(json, array, object);
    }
    return array;
}

oca_status oca_score_json(const char **out, size_t *n, oca_arena *mem, const oca_scores *scores) {
    const oca_assessment *assessment = scores->answers->assessment;
    oca_json json = {0};
    json_t *root = json_object(), *overall = json_object();
    oca_json_set(&json, root, "rubric", oca_json_rubric(&json, scores->answers->frame));
    oca_json_set(&json, root, "organization", oca_json_organization(&json, assessment->organization));
    oca_json_set(&json, root, "round", oca_json_text(assessment->round));
    oca_json_set(&json, root, "date", oca_json_day(mem, assessment->date));
    set_figures(&json, overall, scores, 0);
    oca_json_set(&json, root, "overall", overall);
    oca_json_set(&json, root, "alpha", oca_json_maybe(scores->alpha));
    oca_json_set(&json, root, "areas", areas_json(&json, scores, 0));
    oca_json_set(&json, root, "to_complete", to_complete_json(&json, &scores->to_complete));
    return oca_json_write(out, n, mem, &json, root);
}
