#include "../round_json.h"
#include "compare.h"

static json_t *round_json(oca_json *json, oca_arena *mem, const oca_scores *scores) {
    json_t *object = json_object();
    oca_json_set(json, object, "rubric", oca_json_rubric(json, scores->answers->frame));
    oca_json_set(json, object, "round", oca_json_text(scores->answers->assessment->round));
    oca_json_set(json, object, "date", oca_json_day(mem, scores->answers->assessment->date));
    return object;
}

static json_t *comparable_json(oca_json *json, const oca_comparison *c) {
    json_t *object = json_object();
    oca_json_set(json, object, "verdict", oca_json_text(oca_verdict_word(c->nodes[0].verdict)));
    oca_json_set(json, object, "kept", oca_json_maybe(c->nodes[0].kept));
    oca_json_set(json, object, "covered", oca_json_maybe(c->nodes[0].covered));
    oca_json_set(json, object, "common", json_integer((json_int_t)c->listed[OCA_COMMON].n));
    oca_json_set(json, object, "reasons", oca_json_strings(json, &c->reasons));
    for (oca_listing listing = OCA_CHANGED; listing < OCA_LISTINGS; listing++)
        oca_json_set(json, object, oca_listing_word(listing), oca_json_strings(json, &c->listed[listing]));
    return object;
}

static json_t *participants_json(oca_json *json, const oca_participants_view *view) {
    if (!view->given)
        return json_null();
    json_t *object = json_object();
    oca_json_set(json, object, "baseline", oca_json_number(view->baseline));
    oca_json_set(json, object, "reassessment", oca_json_number(view->reassessment));
    oca_json_set(json, object, "delta", oca_json_number(view->delta));
    oca_json_set(json, object, "interval", oca_json_interval(json, view->interval));
    oca_json_set(json, object, "n_baseline", json_integer((json_int_t)view->n_baseline));
    oca_json_set(json, object, "n_reassessment", json_integer((json_int_t)view->n_reassessment));
    return object;
}

/* The keys that overall and areas share. */
static void set_figures(oca_json *json, json_t *object, const oca_comparison *c, size_t number) {
    const oca_node_change *node = &c->nodes[number];
    oca_json_set(json, object, "verdict", oca_json_text(oca_verdict_word(node->verdict)));
    oca_json_set(json, object, "kept", oca_json_maybe(node->kept));
    oca_json_set(json, object, "covered", oca_json_maybe(node->covered));
    oca_json_set(json, object, "baseline", oca_json_maybe(node->baseline));
    oca_json_set(json, object, "reassessment", oca_json_maybe(node->reassessment));
    oca_json_set(json, object, "common_baseline", oca_json_maybe(node->common_baseline));
    oca_json_set(json, object, "common_reassessment", oca_json_maybe(node->common_reassessment));
    oca_json_set(json, object, "delta", oca_json_maybe(node->delta));
    oca_json_set(json, object, "outcome", oca_json_text(oca_outcome_word(node->outcome)));
    oca_json_set(json, object, "level_baseline", oca_json_maybe(node->level_baseline));
    oca_json_set(json, object, "level_reassessment", oca_json_maybe(node->level_reassessment));
    oca_json_set(json, object, "relative", oca_json_maybe(node->relative));
    oca_json_set(json, object, "stage_baseline", oca_json_stage(c->matching->baseline, node->stage_baseline));
    oca_json_set(json, object, "stage_reassessment",
                 oca_json_stage(c->matching->reassessment, node->stage_reassessment));
    oca_json_set(json, object, "participants", participants_json(json, &node->participants));
}

/* A figure that only an item with one basis has. */
static json_t *if_compared(const oca_item_change *item, double value) {
    return item->basis ? oca_json_number(value) : json_null();
}

static json_t *item_json(oca_json *json, const oca_comparison *c, size_t number) {
    const oca_item_change *item = &c->items[number];
    json_t *object = json_object();
    oca_json_set(json, object, "id", oca_json_text(c->matching->reassessment->items[number].item->id));
    oca_json_set(json, object, "basis", oca_json_text(oca_layer_word(item->basis)));
    oca_json_set(json, object, "baseline", if_compared(item, item->baseline));
    oca_json_set(json, object, "reassessment", if_compared(item, item->reassessment));
    oca_json_set(json, object, "delta", if_compared(item, item->delta));
    oca_json_set(json, object, "then", oca_json_maybe(item->then));
    oca_json_set(json, object, "outcome", oca_json_text(oca_outcome_word(item->outcome)));
    oca_json_set(json, object, "gate", oca_json_text(oca_gate_change_word(item->gate)));
    return object;
}

/* The areas right below `node`. Depth is bounded by the documents' 64 levels. */
static json_t *areas_json(oca_json *json, const oca_comparison *c, size_t node) {
    const oca_frame *frame = c->matching->reassessment;
    json_t *areas = json_array();
    for (size_t area = node + 1; area < frame->nodes[node].end; area = frame->nodes[area].end) {
        json_t *object = json_object(), *items = json_array();
        oca_json_set(json, object, "id", oca_json_text(frame->nodes[area].area->id));
        set_figures(json, object, c, area);
        oca_json_set(json, object, "areas", areas_json(json, c, area));
        for (size_t item = frame->nodes[area].first_item; item < frame->nodes[area].end_item; item++)
            if (frame->items[item].area == area)
                oca_json_append(json, items, item_json(json, c, item));
        oca_json_set(json, object, "items", items);
        oca_json_append(json, areas, object);
    }
    return areas;
}

static json_t *measures_json(oca_json *json, const oca_comparison *c) {
    const oca_rubric *rubric = c->matching->reassessment->rubric;
    json_t *array = json_array();
    for (size_t i = 0; i < rubric->measures.n; i++) {
        const char *id = rubric->measures.at[i].id;
        json_t *object = json_object();
        oca_json_set(json, object, "id", oca_json_text(id));
        oca_json_set(json, object, "baseline",
                     oca_json_maybe(oca_measured_value(c->baseline->answers->assessment, id)));
        oca_json_set(json, object, "reassessment",
                     oca_json_maybe(oca_measured_value(c->reassessment->answers->assessment, id)));
        oca_json_append(json, array, object);
    }
    return array;
}

static json_t *pair_json(oca_json *json, oca_arena *mem, const oca_compared *pair) {
    const oca_comparison *c = pair->comparison;
    json_t *root = json_object(), *overall = json_object();
    oca_json_set(json, root, "organization",
                 oca_json_organization(json, c->reassessment->answers->assessment->organization));
    oca_json_set(json, root, "baseline", round_json(json, mem, c->baseline));
    oca_json_set(json, root, "reassessment", round_json(json, mem, c->reassessment));
    oca_json_set(json, root, "comparable", comparable_json(json, c));
    set_figures(json, overall, c, 0);
    oca_json_set(json, root, "overall", overall);
    oca_json_set(json, root, "areas", areas_json(json, c, 0));
    oca_json_set(json, root, "measures", measures_json(json, c));
    oca_json_set(json, root, "plan_effect", oca_json_plan_effect(json, pair->effect));
    return root;
}

oca_status oca_compare_json(const char **out, size_t *n, oca_arena *mem, const oca_compared_list *pairs) {
    oca_json json = {0};
    if (pairs->n == 1)
        return oca_json_write(out, n, mem, &json, pair_json(&json, mem, &pairs->at[0]));
    json_t *root = json_object(), *series = json_array();
    for (size_t i = 0; i < pairs->n; i++)
        oca_json_append(&json, series, pair_json(&json, mem, &pairs->at[i]));
    oca_json_set(&json, root, "series", series);
    return oca_json_write(out, n, mem, &json, root);
}
