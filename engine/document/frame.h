/* The rubric laid flat for computing: defaults filled in, weights multiplied, scales and stages found.
 *
 * Nodes are areas, the whole rubric being node 0; nodes and items stand in rubric order, so the items below a node
 * are neighbours, and so are its sub-areas. Built once per rubric, constant afterwards, shared by all assessments. */
#ifndef OCA_DOCUMENT_FRAME_H
#define OCA_DOCUMENT_FRAME_H

#include "../base/fault.h"
#include "tailoring.h"

#include <stdint.h>

typedef enum { OCA_LAYER_NONE, OCA_LAYER_VERIFIED, OCA_LAYER_AGREED, OCA_LAYER_PARTICIPANTS } oca_layer;

/* The words of oca_layer, from OCA_LAYER_VERIFIED on; ended by NULL. */
extern const char *const oca_layer_words[];

/* One level of an item, lowest first. */
typedef struct {
    double value;
    const oca_level *level; /* of the scale: its label */
    oca_strings criteria;   /* ids; empty if it is not reached by criteria */
} oca_rung;

typedef struct {
    const oca_item *item;
    size_t area;      /* node of its own area */
    size_t outermost; /* node of the outermost area around it */
    const oca_scale *scale;
    double min, max; /* of the scale */
    const oca_rung *rungs;
    size_t n_rungs;
    double weight;        /* the item's own */
    double product;       /* W: its weight times those of all areas around it */
    size_t reach;         /* depth of the outermost node it takes part in; SIZE_MAX if its own weight is 0 */
    const oca_gate *gate; /* NULL if it has none */
    size_t ceiling;       /* stage, if it has a gate */
    double adequate;      /* level: the item's, else the rubric's */
    uint64_t whole;       /* bit i: the scale permits the level i, see oca_item_permits */
} oca_frame_item;

typedef struct {
    const oca_area *area;        /* NULL for the whole rubric */
    size_t parent;               /* of node 0: 0 */
    size_t depth;                /* of node 0: 0 */
    size_t end;                  /* one past the last node below it; the first is its own number + 1 */
    size_t first_item, end_item; /* the items below it: [first_item, end_item) */
    double weight;
    size_t reach; /* as an item's */
    oca_rollup rollup;
} oca_frame_node;

typedef struct oca_frame oca_frame;

struct oca_frame {
    const oca_rubric *rubric;       /* as tailored */
    const oca_tailoring *tailoring; /* NULL: none */
    const oca_frame *whole;         /* the rubric before it was tailored; NULL: it was not */
    const oca_frame_item *items;
    size_t n_items;
    const oca_frame_node *nodes;
    size_t n_nodes;
    const size_t *items_by_id; /* their numbers, sorted by id, for searching */
    const size_t *areas_by_id; /* of the n_nodes - 1 areas, likewise */
    double max_product;        /* W_max */
    const oca_stage *stages;   /* rising */
    size_t n_stages;
    oca_layer layers[3];
    size_t n_layers;
    oca_aggregate aggregate;
    double quorum, min_coverage, change;
    double grid_capacity, grid_consensus;
    bool climb_adequate;
    double priorities, min_votes;
    int horizon_months, review_months;
};

enum { OCA_NOWHERE = -1, OCA_WHOLE_LEVELS = 64 };

/* Checks everything that the formats document calls a fault of a rubric and lays it flat. Faults name `rubric->file`
 * and the line. The rubric is laid flat only if `faults` then holds none, those that its reader found included; the
 * frame points into `rubric`, which must outlive it. */
oca_status oca_frame_build(oca_frame *out, oca_arena *mem, const oca_rubric *rubric, oca_faults *faults)
    __attribute__((warn_unused_result));

/* The frame of what the tailoring leaves of `whole`, which is that of the whole rubric and must outlive *out: what is
 * not used is as if it were not in the rubric, and settings that are given replace the rubric's (formats document,
 * "Tailoring"). Faults, also those of what becomes of the rubric, name `tailoring->file` and the line; then *out is
 * untouched. */
oca_status oca_frame_tailor(oca_frame *out, oca_arena *mem, const oca_frame *whole, const oca_tailoring *tailoring,
                            oca_faults *faults) __attribute__((warn_unused_result));

/* The item's number, or OCA_NOWHERE. */
long oca_frame_find_item(const oca_frame *frame, const char *id);

/* The node's number, or OCA_NOWHERE. */
long oca_frame_find_node(const oca_frame *frame, const char *id);

/* The item's description of the level with this value: in the rubric's own language, `root`, else the first; NULL if
 * there is none. */
const oca_descriptor *oca_descriptor_of(const oca_item *item, double value, const char *root);

/* True if both scales permit the same values. */
bool oca_scales_permit_the_same(const oca_scale *a, const oca_scale *b);

/* True if the scale permits `value`: one of its levels or, with a step, min + k step up to max. */
bool oca_scale_permits(const oca_scale *scale, double value);

/* Every value that the scale permits, lowest first. */
typedef OCA_LIST(double) oca_values;
oca_values oca_scale_values(oca_arena *mem, const oca_scale *scale);

/* The same for the scale of an item. Nearly every answer is a small whole number, for which a bit tells. */
static inline bool oca_item_permits(const oca_frame_item *item, double value) {
    if (value >= 0 && value < OCA_WHOLE_LEVELS && value == (double)(int)value)
        return item->whole >> (int)value & 1;
    return oca_scale_permits(item->scale, value);
}

/* "1, 2, 3 or 4": what the scale permits, for messages. */
const char *oca_scale_allowed(oca_arena *mem, const oca_scale *scale);

/* The permitted value nearest to `score`, the lower when two are equally near (scoring document, Item 5). */
double oca_standing(const oca_frame_item *item, double score);

/* The rung with this value, or NULL. */
const oca_rung *oca_rung_at(const oca_frame_item *item, double value);

/* The highest rung that is not above `value`: a half level has no words of its own, those of the level below it hold.
 */
const oca_rung *oca_rung_below(const oca_frame_item *item, double value);

/* What the level with this value looks like, in `lang` (NULL: the rubric's language, `root`); "" if none says so. */
const char *oca_descriptor_in(const oca_frame_item *item, double value, const char *lang, const char *root);

/* True if the rubric, before any tailoring, lets what a visitor verified score first: then it is an index of
 * performance (scoring document, Item 2), and its figures are not to be labelled as capacity. */
bool oca_measures_performance(const oca_frame *frame);

/* True if levels of the item are reached by criteria. */
bool oca_by_criteria(const oca_frame_item *item);

/* What has to be there for a criterion of the item to be met, likewise; its id where nothing says so. */
const char *oca_criterion_in(const oca_frame_item *item, const char *id, const char *lang, const char *root);

/* The lowest `level` value above `value`; not given at the top. */
oca_number oca_next_level(const oca_frame_item *item, double value);

/* True if item `item` takes part in node `node`, applicability aside (scoring document, "Area and overall"). */
static inline bool oca_takes_part(const oca_frame *frame, size_t item, size_t node) {
    const oca_frame_node *at = &frame->nodes[node];
    return item >= at->first_item && item < at->end_item && frame->items[item].reach <= at->depth;
}

/* True if area `area` counts in node `node` above it: its own weight and those on the way are above 0. */
bool oca_area_counts(const oca_frame *frame, size_t area, size_t node);

#endif
