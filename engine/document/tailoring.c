/* The shape of a tailoring's XML; what the elements mean is in tailoring.h. */
#include "tailoring.h"

#include "../base/words.h"
#include "shape_table.h"

static const oca_field area_fields[] = {
    {"ref", OCA_FIELD_ID, true, OCA_AT(oca_tailored_area, ref)},
    {"use", OCA_FIELD_CHOICE, OCA_AT(oca_tailored_area, use), .choices = oca_yes_no_words},
    {0},
};
static const oca_shape area = {.size = sizeof(oca_tailored_area), .fields = area_fields};

static const oca_field item_fields[] = {
    {"ref", OCA_FIELD_ID, true, OCA_AT(oca_tailored_item, ref)},
    {"use", OCA_FIELD_CHOICE, OCA_AT(oca_tailored_item, use), .choices = oca_yes_no_words},
    {"weight", OCA_FIELD_NUMBER, OCA_AT(oca_tailored_item, weight), AT_LEAST(0)},
    {"adequate", OCA_FIELD_NUMBER, OCA_AT(oca_tailored_item, adequate), ANY},
    {"target", OCA_FIELD_NUMBER, OCA_AT(oca_tailored_item, target), ANY},
    {0},
};
static const oca_child item_children[] = {
    {"gate", &oca_gate_shape, OCA_MANY, OCA_AT(oca_tailored_item, gates)},
    {0},
};
static const oca_shape item = {.size = sizeof(oca_tailored_item), .fields = item_fields, .children = item_children};

static const oca_field tailoring_fields[] = {
    {"id", OCA_FIELD_KEY, true, OCA_AT(oca_tailoring, id)},
    {"rubric", OCA_FIELD_KEY, true, OCA_AT(oca_tailoring, rubric)},
    {"rubric-version", OCA_FIELD_TEXT, true, OCA_AT(oca_tailoring, rubric_version)},
    LANG(oca_tailoring),
    {0},
};
static const oca_child tailoring_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_tailoring, titles)},
    {"scoring", &oca_scoring_shape, OCA_ONE, OCA_AT(oca_tailoring, scoring)},
    {"grid", &oca_grid_shape, OCA_ONE, OCA_AT(oca_tailoring, grid)},
    {"planning", &oca_planning_settings_shape, OCA_ONE, OCA_AT(oca_tailoring, planning)},
    {"area", &area, OCA_MANY, OCA_AT(oca_tailoring, areas)},
    {"item", &item, OCA_MANY, OCA_AT(oca_tailoring, items)},
    {0},
};
static const oca_shape tailoring = {
    .size = sizeof(oca_tailoring), .fields = tailoring_fields, .children = tailoring_children};

const oca_format oca_tailoring_format = {"tailoring", N_("a tailoring"), "urn:oca:tailoring:1", &tailoring};
