#include "round_json.h"

static json_t *tailoring_json(oca_json *json, const oca_tailoring *tailoring) {
    if (!tailoring)
        return json_null();
    json_t *object = json_object();
    oca_json_set(json, object, "id", oca_json_text(tailoring->id));
    oca_json_set(json, object, "digest", oca_json_text(tailoring->digest));
    return object;
}

json_t *oca_json_rubric(oca_json *json, const oca_frame *frame) {
    const oca_rubric *rubric = frame->rubric;
    json_t *object = json_object();
    oca_json_set(json, object, "id", oca_json_text(rubric->id));
    oca_json_set(json, object, "version", oca_json_text(rubric->version));
    oca_json_set(json, object, "digest", oca_json_text(rubric->digest));
    oca_json_set(json, object, "tailoring", tailoring_json(json, frame->tailoring));
    return object;
}

json_t *oca_json_organization(oca_json *json, const oca_organization *organization) {
    json_t *object = json_object();
    oca_json_set(json, object, "id", oca_json_text(organization->id));
    oca_json_set(json, object, "name", oca_json_text(organization->name));
    return object;
}

json_t *oca_json_stage(const oca_frame *frame, long stage) {
    return stage == OCA_NOWHERE ? json_null() : oca_json_text(frame->stages[stage].id);
}

json_t *oca_json_plan_effect(oca_json *json, const oca_plan_effect *effect) {
    if (!effect)
        return json_null();
    json_t *array = json_array();
    for (size_t i = 0; i < effect->n; i++) {
        const oca_effect_row *row = &effect->at[i];
        json_t *object = json_object();
        oca_json_set(json, object, "from", oca_json_maybe(row->from));
        oca_json_set(json, object, "group", oca_json_text(oca_effect_group_word(row->group)));
        oca_json_set(json, object, "n", json_integer(row->n));
        oca_json_set(json, object, "mean_delta", oca_json_maybe(oca_effect_mean(row)));
        oca_json_append(json, array, object);
    }
    return array;
}

json_t *oca_json_interval(oca_json *json, oca_interval interval) {
    if (!interval.given)
        return json_null();
    json_t *array = json_array();
    oca_json_append(json, array, oca_json_number(interval.low));
    oca_json_append(json, array, oca_json_number(interval.high));
    return array;
}
