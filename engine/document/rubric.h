/* The rubric: the instrument, as its XML says it (formats document, "Rubric").
 *
 * Plain structs that mirror the elements; absent attributes stay absent. What is computed from them once (defaults
 * filled in, weights multiplied, scales found) is in frame.h. Constant once read. */
#ifndef OCA_DOCUMENT_RUBRIC_H
#define OCA_DOCUMENT_RUBRIC_H

#include "shape.h"

typedef struct {
    oca_element element;
    oca_number value;
    oca_words labels;
} oca_level;

typedef struct {
    oca_element element;
    const char *id;
    oca_number step;
    OCA_LIST(oca_level) levels;
} oca_scale;

typedef struct {
    oca_element element;
    const char *id;
    oca_number from; /* percent: the lower bound, included */
    oca_words labels;
} oca_stage;

typedef struct {
    oca_element element;
    OCA_LIST(oca_stage) list;
} oca_stages;

typedef enum { OCA_ROLLUP_ABSENT, OCA_ROLLUP_MEAN, OCA_ROLLUP_POOLED, OCA_ROLLUP_MINIMUM } oca_rollup;
typedef enum { OCA_AGGREGATE_ABSENT, OCA_AGGREGATE_MEAN, OCA_AGGREGATE_MEDIAN } oca_aggregate;

typedef struct {
    oca_element element;
    oca_strings layers; /* verified, agreed, participants: which score an item, in which order */
    oca_rollup rollup;
    oca_aggregate aggregate;
    oca_number quorum, min_coverage, change; /* scores; share 0–1; percent points */
} oca_scoring;

typedef struct {
    oca_element element;
    oca_number capacity, consensus; /* percent: from here on "high" */
} oca_grid;

typedef enum { OCA_CLIMB_ABSENT, OCA_CLIMB_NEXT, OCA_CLIMB_ADEQUATE } oca_climb;

typedef struct {
    oca_element element;
    oca_number adequate; /* a level */
    oca_climb climb;
    oca_number priorities, min_votes, horizon_months, review_months;
    oca_words labels; /* what the plan is called */
} oca_planning;

typedef struct {
    oca_element element;
    const char *id, *lang, *text;
} oca_criterion;

/* What a level looks like for one item, in one language. */
typedef struct {
    oca_element element;
    oca_number value;
    const char *lang, *text;
    OCA_LIST(oca_criterion) criteria;
} oca_descriptor;

/* A must-have: below `at_least` the stage is held at `ceiling`. */
typedef struct {
    oca_element element;
    oca_number at_least;
    const char *ceiling;
    oca_words why;
} oca_gate;

typedef enum { OCA_EVIDENCE_ABSENT, OCA_EVIDENCE_NONE, OCA_EVIDENCE_OPTIONAL, OCA_EVIDENCE_REQUIRED } oca_evidence_rule;

typedef struct {
    oca_element element;
    const char *id, *scale;
    oca_number weight;
    oca_strings tags, applies_to, except;
    oca_evidence_rule evidence;
    oca_number evidence_from, evidence_cap; /* levels */
    oca_number adequate, target;            /* levels */
    oca_words titles, statements, notes;
    OCA_LIST(oca_descriptor) levels;
    OCA_LIST(oca_gate) gates; /* more than one is a fault */
} oca_item;

typedef struct oca_area oca_area;
typedef OCA_LIST(oca_area) oca_areas;
typedef OCA_LIST(oca_item) oca_items;

struct oca_area {
    oca_element element;
    const char *id;
    oca_number weight;
    oca_rollup rollup;
    oca_strings applies_to, except;
    oca_words titles, notes;
    oca_areas areas;
    oca_items items;
};

/* Something counted beside the scores, never scored: accidents, members, hectares. */
typedef struct {
    oca_element element;
    const char *id, *unit; /* in the rubric's own language */
    oca_words titles, units;
} oca_measure;

/* What a word of organizations' profiles means to people, in one language: "women" is "a women's association". */
typedef struct {
    oca_element element;
    const char *word, *lang, *text;
} oca_profile_word;

typedef enum { OCA_RELATION_ABSENT, OCA_RELATION_SAME, OCA_RELATION_CHANGED } oca_relation;

typedef struct {
    oca_element element;
    const char *from, *to;
    oca_relation relation;
} oca_map;

typedef struct {
    oca_element element;
    const char *rubric, *version;
    OCA_LIST(oca_map) maps;
} oca_crosswalk;

typedef struct {
    oca_element element;
    const char *lang, *id, *version;
    oca_words titles, sources, notes;
    const char *digest; /* SHA-256 of the canonical form, 64 hex digits; set by the reader, no attribute */
    const char *file;   /* where it was read from, for messages */
    oca_words licences;
    OCA_LIST(oca_scale) scales;
    oca_stages *stages;
    const oca_scoring *scoring;
    const oca_grid *grid;
    const oca_planning *planning;
    oca_areas areas;
    OCA_LIST(oca_profile_word) profile_words;
    OCA_LIST(oca_measure) measures;
    OCA_LIST(oca_crosswalk) crosswalks;
} oca_rubric;

extern const oca_format oca_rubric_format;

/* What the profile word means, in `lang`, else in the rubric's own language; the word itself where nothing says so. */
const char *oca_profile_word_shown(const oca_rubric *of, const char *word, const char *lang);

/* What the measure counts, in `lang`, else in the rubric's own language; "" if nothing says so. */
const char *oca_measure_unit(const oca_measure *of, const char *lang);

/* What a tailoring may set too. */
extern const oca_shape oca_scoring_shape, oca_grid_shape, oca_planning_settings_shape, oca_gate_shape;

/* The languages that its title stands in, its own first: oca check warns where one is not complete. */
oca_strings oca_rubric_languages(oca_arena *mem, const oca_rubric *of);

#endif
