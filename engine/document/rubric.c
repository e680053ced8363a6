/* The shape of a rubric's XML; what the elements mean is in rubric.h. */
#include "rubric.h"

#include "../base/words.h"
#include "shape_table.h"

enum { MOST_MONTHS = 600 }; /* fifty years: dates stay within the calendar */

static const char *const rollups[] = {"mean", "pooled", "minimum", NULL};
static const char *const aggregates[] = {"mean", "median", NULL};
static const char *const climbs[] = {"next", "adequate", NULL};
static const char *const evidence_rules[] = {"none", "optional", "required", NULL};
static const char *const relations[] = {"same", "changed", NULL};
static const char *const layers[] = {"verified", "agreed", "participants", NULL};

static const oca_field level_fields[] = {
    {"value", OCA_FIELD_NUMBER, true, OCA_AT(oca_level, value), ANY},
    {0},
};
static const oca_child level_children[] = {
    {"label", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_level, labels)},
    {0},
};
static const oca_shape level = {.size = sizeof(oca_level), .fields = level_fields, .children = level_children};

static const oca_field scale_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_scale, id)},
    {"step", OCA_FIELD_NUMBER, .at = offsetof(oca_scale, step), ANY},
    {0},
};
static const oca_child scale_children[] = {
    {"level", &level, OCA_MANY, OCA_AT(oca_scale, levels)},
    {0},
};
static const oca_shape scale = {.size = sizeof(oca_scale), .fields = scale_fields, .children = scale_children};

static const oca_field stage_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_stage, id)},
    {"from", OCA_FIELD_NUMBER, true, OCA_AT(oca_stage, from), BETWEEN(0, 100)},
    {0},
};
static const oca_child stage_children[] = {
    {"label", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_stage, labels)},
    {0},
};
static const oca_shape stage = {.size = sizeof(oca_stage), .fields = stage_fields, .children = stage_children};

static const oca_child stages_children[] = {
    {"stage", &stage, OCA_MANY, OCA_AT(oca_stages, list)},
    {0},
};
static const oca_shape stages = {.size = sizeof(oca_stages), .children = stages_children};

static const oca_field scoring_fields[] = {
    {"layers", OCA_FIELD_TOKENS, OCA_AT(oca_scoring, layers), .choices = layers},
    {"rollup", OCA_FIELD_CHOICE, OCA_AT(oca_scoring, rollup), .choices = rollups},
    {"aggregate", OCA_FIELD_CHOICE, OCA_AT(oca_scoring, aggregate), .choices = aggregates},
    {"quorum", OCA_FIELD_WHOLE, OCA_AT(oca_scoring, quorum), AT_LEAST(0)},
    {"min-coverage", OCA_FIELD_NUMBER, OCA_AT(oca_scoring, min_coverage), BETWEEN(0, 1)},
    {"change", OCA_FIELD_NUMBER, OCA_AT(oca_scoring, change), BETWEEN(0, 100)},
    {0},
};
const oca_shape oca_scoring_shape = {.size = sizeof(oca_scoring), .fields = scoring_fields};

static const oca_field grid_fields[] = {
    {"capacity", OCA_FIELD_NUMBER, OCA_AT(oca_grid, capacity), BETWEEN(0, 100)},
    {"consensus", OCA_FIELD_NUMBER, OCA_AT(oca_grid, consensus), BETWEEN(0, 100)},
    {0},
};
const oca_shape oca_grid_shape = {.size = sizeof(oca_grid), .fields = grid_fields};

/* A rubric must say which level is enough; a tailoring may. */
#define PLANNING_FIELDS(adequate_required)                                                                             \
    {"adequate", OCA_FIELD_NUMBER, (adequate_required), OCA_AT(oca_planning, adequate), ANY},                          \
        {"climb", OCA_FIELD_CHOICE, OCA_AT(oca_planning, climb), .choices = climbs},                                   \
        {"priorities", OCA_FIELD_WHOLE, OCA_AT(oca_planning, priorities), AT_LEAST(0)},                                \
        {"min-votes", OCA_FIELD_WHOLE, OCA_AT(oca_planning, min_votes), AT_LEAST(0)},                                  \
        {"horizon-months", OCA_FIELD_WHOLE, OCA_AT(oca_planning, horizon_months), BETWEEN(1, MOST_MONTHS)},            \
        {"review-months", OCA_FIELD_WHOLE, OCA_AT(oca_planning, review_months), BETWEEN(1, MOST_MONTHS)}, {            \
        0                                                                                                              \
    }
static const oca_field planning_fields[] = {PLANNING_FIELDS(true)};
static const oca_field planning_settings[] = {PLANNING_FIELDS(false)};
const oca_shape oca_planning_settings_shape = {.size = sizeof(oca_planning), .fields = planning_settings};
static const oca_child planning_children[] = {
    {"label", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_planning, labels)},
    {0},
};
static const oca_shape planning = {
    .size = sizeof(oca_planning), .fields = planning_fields, .children = planning_children};

static const oca_field criterion_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_criterion, id)},
    LANG(oca_criterion),
    {0},
};
static const oca_shape criterion = {.size = sizeof(oca_criterion),
                                    .content = OCA_CONTENT_PROSE,
                                    .text_at = offsetof(oca_criterion, text),
                                    .fields = criterion_fields};

static const oca_field descriptor_fields[] = {
    {"value", OCA_FIELD_NUMBER, true, OCA_AT(oca_descriptor, value), ANY},
    LANG(oca_descriptor),
    {0},
};
static const oca_child descriptor_children[] = {
    {"criterion", &criterion, OCA_MANY, OCA_AT(oca_descriptor, criteria)},
    {0},
};
static const oca_shape descriptor = {.size = sizeof(oca_descriptor),
                                     .content = OCA_CONTENT_PROSE,
                                     .text_at = offsetof(oca_descriptor, text),
                                     .fields = descriptor_fields,
                                     .children = descriptor_children};

static const oca_field gate_fields[] = {
    {"at-least", OCA_FIELD_NUMBER, true, OCA_AT(oca_gate, at_least), ANY},
    {"ceiling", OCA_FIELD_ID, true, OCA_AT(oca_gate, ceiling)},
    {0},
};
static const oca_child gate_children[] = {
    {"why", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_gate, why)},
    {0},
};
const oca_shape oca_gate_shape = {.size = sizeof(oca_gate), .fields = gate_fields, .children = gate_children};

static const oca_field item_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_item, id)},
    {"scale", OCA_FIELD_ID, true, OCA_AT(oca_item, scale)},
    {"weight", OCA_FIELD_NUMBER, OCA_AT(oca_item, weight), AT_LEAST(0)},
    {"tags", OCA_FIELD_TOKENS, OCA_AT(oca_item, tags)},
    {"applies-to", OCA_FIELD_TOKENS, OCA_AT(oca_item, applies_to)},
    {"except", OCA_FIELD_TOKENS, OCA_AT(oca_item, except)},
    {"evidence", OCA_FIELD_CHOICE, OCA_AT(oca_item, evidence), .choices = evidence_rules},
    {"evidence-from", OCA_FIELD_NUMBER, OCA_AT(oca_item, evidence_from), ANY},
    {"evidence-cap", OCA_FIELD_NUMBER, OCA_AT(oca_item, evidence_cap), ANY},
    {"adequate", OCA_FIELD_NUMBER, OCA_AT(oca_item, adequate), ANY},
    {"target", OCA_FIELD_NUMBER, OCA_AT(oca_item, target), ANY},
    {0},
};
static const oca_child item_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_item, titles)},
    {"statement", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_item, statements)},
    {"note", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_item, notes)},
    {"level", &descriptor, OCA_MANY, OCA_AT(oca_item, levels)},
    {"gate", &oca_gate_shape, OCA_MANY, OCA_AT(oca_item, gates)},
    {0},
};
static const oca_shape item = {.size = sizeof(oca_item), .fields = item_fields, .children = item_children};

static const oca_field area_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_area, id)},
    {"weight", OCA_FIELD_NUMBER, OCA_AT(oca_area, weight), AT_LEAST(0)},
    {"rollup", OCA_FIELD_CHOICE, OCA_AT(oca_area, rollup), .choices = rollups},
    {"applies-to", OCA_FIELD_TOKENS, OCA_AT(oca_area, applies_to)},
    {"except", OCA_FIELD_TOKENS, OCA_AT(oca_area, except)},
    {0},
};
static const oca_shape area;
static const oca_child area_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_area, titles)},
    {"note", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_area, notes)},
    {"item", &item, OCA_MANY, OCA_AT(oca_area, items)},
    {"area", &area, OCA_MANY, OCA_AT(oca_area, areas)},
    {0},
};
static const oca_shape area = {.size = sizeof(oca_area), .fields = area_fields, .children = area_children};

static const oca_field profile_fields[] = {
    {"word", OCA_FIELD_TEXT, true, OCA_AT(oca_profile_word, word)},
    LANG(oca_profile_word),
    {0},
};
static const oca_shape profile = {.size = sizeof(oca_profile_word),
                                  .content = OCA_CONTENT_PROSE,
                                  .text_at = offsetof(oca_profile_word, text),
                                  .fields = profile_fields};

static const oca_field measure_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_measure, id)},
    {"unit", OCA_FIELD_TEXT, OCA_AT(oca_measure, unit)},
    {0},
};
static const oca_child measure_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_measure, titles)},
    {"unit", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_measure, units)},
    {0},
};
static const oca_shape measure = {.size = sizeof(oca_measure), .fields = measure_fields, .children = measure_children};

static const oca_field map_fields[] = {
    {"from", OCA_FIELD_ID, true, OCA_AT(oca_map, from)},
    {"to", OCA_FIELD_ID, true, OCA_AT(oca_map, to)},
    {"relation", OCA_FIELD_CHOICE, true, OCA_AT(oca_map, relation), .choices = relations},
    {0},
};
static const oca_shape map = {.size = sizeof(oca_map), .fields = map_fields};

static const oca_field crosswalk_fields[] = {
    {"rubric", OCA_FIELD_KEY, true, OCA_AT(oca_crosswalk, rubric)},
    {"version", OCA_FIELD_TEXT, true, OCA_AT(oca_crosswalk, version)},
    {0},
};
static const oca_child crosswalk_children[] = {
    {"map", &map, OCA_MANY, OCA_AT(oca_crosswalk, maps)},
    {0},
};
static const oca_shape crosswalk = {
    .size = sizeof(oca_crosswalk), .fields = crosswalk_fields, .children = crosswalk_children};

static const oca_field rubric_fields[] = {
    {"id", OCA_FIELD_KEY, true, OCA_AT(oca_rubric, id)},
    {"version", OCA_FIELD_TEXT, true, OCA_AT(oca_rubric, version)},
    LANG(oca_rubric),
    {0},
};
static const oca_child rubric_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_rubric, titles)},
    {"source", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_rubric, sources)},
    {"licence", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_rubric, licences)},
    {"note", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_rubric, notes)},
    {"scale", &scale, OCA_MANY, OCA_AT(oca_rubric, scales)},
    {"stages", &stages, OCA_ONE, OCA_AT(oca_rubric, stages)},
    {"scoring", &oca_scoring_shape, OCA_ONE, OCA_AT(oca_rubric, scoring)},
    {"grid", &oca_grid_shape, OCA_ONE, OCA_AT(oca_rubric, grid)},
    {"planning", &planning, OCA_ONE, OCA_AT(oca_rubric, planning)},
    {"area", &area, OCA_MANY, OCA_AT(oca_rubric, areas)},
    {"profile", &profile, OCA_MANY, OCA_AT(oca_rubric, profile_words)},
    {"measure", &measure, OCA_MANY, OCA_AT(oca_rubric, measures)},
    {"crosswalk", &crosswalk, OCA_MANY, OCA_AT(oca_rubric, crosswalks)},
    {0},
};
static const oca_shape rubric = {.size = sizeof(oca_rubric), .fields = rubric_fields, .children = rubric_children};

const oca_format oca_rubric_format = {"rubric", N_("a rubric"), "urn:oca:rubric:1", &rubric};

const char *oca_measure_unit(const oca_measure *of, const char *lang) {
    const char *of_language = NULL;
    for (size_t i = 0; lang && i < of->units.n; i++) {
        const oca_text *unit = &of->units.at[i];
        if (oca_equal(unit->lang, lang))
            return unit->text;
        if (unit->lang && !of_language && oca_is_region_of(lang, unit->lang))
            of_language = unit->text;
    }
    return of_language ? of_language : of->unit ? of->unit : "";
}

oca_strings oca_rubric_languages(oca_arena *mem, const oca_rubric *of) {
    oca_strings languages = {0};
    if (of->lang)
        *(const char **)OCA_ADD(mem, &languages) = of->lang;
    for (size_t i = 0; i < of->titles.n; i++) {
        const char *lang = of->titles.at[i].lang;
        if (lang && !oca_holds(&languages, lang))
            *(const char **)OCA_ADD(mem, &languages) = lang;
    }
    return languages;
}

const char *oca_profile_word_shown(const oca_rubric *of, const char *word, const char *lang) {
    const char *of_language = NULL, *own = NULL;
    for (size_t i = 0; i < of->profile_words.n; i++) {
        const oca_profile_word *one = &of->profile_words.at[i];
        if (!oca_equal(one->word, word) || !one->text || !*one->text)
            continue;
        if (lang && oca_equal(one->lang ? one->lang : of->lang, lang))
            return one->text;
        if (lang && one->lang && !of_language && oca_is_region_of(lang, one->lang))
            of_language = one->text;
        if (!own && oca_is_own_language(one->lang, of->lang))
            own = one->text;
    }
    return of_language ? of_language : own ? own : word;
}
