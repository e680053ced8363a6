/* What several results say of a round in JSON: with which instrument, of whom. */
#ifndef OCA_REPORTS_ROUND_JSON_H
#define OCA_REPORTS_ROUND_JSON_H

#include "../engine/comparing/plan_effect.h"
#include "json.h"

/* {"id", "version", "digest", "tailoring": null or {"id", "digest"}} */
json_t *oca_json_rubric(oca_json *json, const oca_frame *frame);

/* {"id", "name"} */
json_t *oca_json_organization(oca_json *json, const oca_organization *organization);

/* The id of a stage of the frame; null for OCA_NOWHERE. */
json_t *oca_json_stage(const oca_frame *frame, long stage);

/* The rows; null where `effect` is NULL: no plan. */
json_t *oca_json_plan_effect(oca_json *json, const oca_plan_effect *effect);

/* [low, high]; null where it is not given. */
json_t *oca_json_interval(oca_json *json, oca_interval interval);

#endif
