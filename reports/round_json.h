/* What several results say of a round in JSON: with which instrument, of whom. */
#ifndef OCA_REPORTS_ROUND_JSON_H
#define OCA_REPORTS_ROUND_JSON_H

#include "../engine/document/answers.h"
#include "json.h"

/* {"id", "version", "digest", "tailoring": null or {"id", "digest"}} */
json_t *oca_json_rubric(oca_json *json, const oca_frame *frame);

/* {"id", "name"} */
json_t *oca_json_organization(oca_json *json, const oca_organization *organization);

/* The id of a stage of the frame; null for OCA_NOWHERE. */
json_t *oca_json_stage(const oca_frame *frame, long stage);

#endif
