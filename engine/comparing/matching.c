#include "matching.h"

/* The matching while it grows. */
typedef struct {
    const oca_frame *baseline, *reassessment;
    long *baseline_item, *reassessment_item;
    bool *same;
    const oca_crosswalk *crosswalk;
    bool backwards;
} builder;

/* Of a criterion, as of all texts, those in the rubric's own language. */
static const oca_criterion *next_own(const oca_descriptor *descriptor, size_t *at, const char *root) {
    while (*at < descriptor->criteria.n) {
        const oca_criterion *criterion = &descriptor->criteria.at[(*at)++];
        if (oca_is_own_language(criterion->lang, root))
            return criterion;
    }
    return NULL;
}

/* By their words: a criterion that was only given another id asks the same. */
static bool same_criteria(const oca_descriptor *a, const char *root_a, const oca_descriptor *b, const char *root_b) {
    size_t at_a = 0, at_b = 0;
    const oca_criterion *one, *other;
    do {
        one = next_own(a, &at_a, root_a);
        other = next_own(b, &at_b, root_b);
        if (!one != !other || (one && !oca_equal(one->text, other->text)))
            return false;
    } while (one);
    return true;
}

/* Statement, descriptors and criteria; the reader has folded white space already. */
static bool same_words(const oca_frame *a, const oca_frame_item *one, const oca_frame *b, const oca_frame_item *other) {
    const char *root_a = a->rubric->lang, *root_b = b->rubric->lang;
    if (!oca_equal(oca_words_in(&one->item->statements, NULL, root_a),
                   oca_words_in(&other->item->statements, NULL, root_b)) ||
        one->n_rungs != other->n_rungs)
        return false;
    for (size_t i = 0; i < one->n_rungs; i++) {
        double value = one->rungs[i].value;
        const oca_descriptor *here = oca_descriptor_of(one->item, value, root_a);
        const oca_descriptor *there = oca_descriptor_of(other->item, value, root_b);
        if (!here || !there || !oca_equal(here->text, there->text) || !same_criteria(here, root_a, there, root_b))
            return false;
    }
    return true;
}

/* A pair with other bounds, or of which only one side has weight, is changed whatever the crosswalk says. */
static bool can_be_same(const builder *b, size_t baseline, size_t reassessment) {
    const oca_frame_item *one = &b->baseline->items[baseline], *other = &b->reassessment->items[reassessment];
    return oca_compare(one->min, other->min) == 0 && oca_compare(one->max, other->max) == 0 &&
           oca_takes_part(b->baseline, baseline, 0) == oca_takes_part(b->reassessment, reassessment, 0);
}

static void pair(builder *b, size_t baseline, size_t reassessment, bool same) {
    b->baseline_item[reassessment] = (long)baseline;
    b->reassessment_item[baseline] = (long)reassessment;
    b->same[reassessment] = same && can_be_same(b, baseline, reassessment);
}

static const oca_crosswalk *crosswalk_to(const oca_rubric *rubric, const oca_rubric *other) {
    for (size_t i = 0; i < rubric->crosswalks.n; i++)
        if (oca_equal(rubric->crosswalks.at[i].rubric, other->id) &&
            oca_equal(rubric->crosswalks.at[i].version, other->version))
            return &rubric->crosswalks.at[i];
    return NULL;
}

/* The reassessment's own crosswalk, else the baseline's, read backwards. A map to or from an id that does not exist is
 * as if it were not there. */
static void match_by_crosswalk(builder *b) {
    const oca_rubric *baseline = b->baseline->rubric, *reassessment = b->reassessment->rubric;
    b->crosswalk = crosswalk_to(reassessment, baseline);
    if (!b->crosswalk) {
        b->crosswalk = crosswalk_to(baseline, reassessment);
        b->backwards = b->crosswalk != NULL;
    }
    for (size_t i = 0; b->crosswalk && i < b->crosswalk->maps.n; i++) {
        const oca_map *map = &b->crosswalk->maps.at[i];
        long from = oca_frame_find_item(b->baseline, b->backwards ? map->to : map->from);
        long to = oca_frame_find_item(b->reassessment, b->backwards ? map->from : map->to);
        if (from != OCA_NOWHERE && to != OCA_NOWHERE)
            pair(b, (size_t)from, (size_t)to, map->relation == OCA_RELATION_SAME);
    }
}

/* By id: all items of one and the same rubric; of another version, those that no map names on either side, which are
 * the same if they still ask the same. */
static void match_by_id(builder *b, bool same_version) {
    for (size_t i = 0; i < b->reassessment->n_items; i++) {
        const oca_frame_item *item = &b->reassessment->items[i];
        long found = oca_frame_find_item(b->baseline, item->item->id);
        if (found == OCA_NOWHERE || b->baseline_item[i] != OCA_NOWHERE || b->reassessment_item[found] != OCA_NOWHERE)
            continue;
        const oca_frame_item *before = &b->baseline->items[found];
        bool same = same_version || (oca_scales_permit_the_same(before->scale, item->scale) &&
                                     same_words(b->baseline, before, b->reassessment, item));
        pair(b, (size_t)found, i, same);
    }
}

/* By node of the baseline: the reassessment's node in which a dropped item of that node lies. */
static const size_t *places_of_nodes(oca_arena *mem, const builder *b) {
    const oca_frame *frame = b->baseline;
    size_t *places = oca_alloc(mem, frame->n_nodes * sizeof *places);
    for (size_t n = 1; n < frame->n_nodes; n++) { /* the area around it has a smaller number; the root's place is 0 */
        long found = oca_frame_find_node(b->reassessment, frame->nodes[n].area->id);
        places[n] = found == OCA_NOWHERE ? places[frame->nodes[n].parent] : (size_t)found;
    }
    return places;
}

static const size_t *places_of_items(oca_arena *mem, const builder *b) {
    const oca_frame *frame = b->baseline;
    const size_t *nodes = places_of_nodes(mem, b);
    size_t *places = oca_alloc(mem, frame->n_items * sizeof *places);
    for (size_t i = 0; i < frame->n_items; i++)
        places[i] = b->reassessment_item[i] == OCA_NOWHERE ? nodes[frame->items[i].area]
                                                           : b->reassessment->items[b->reassessment_item[i]].area;
    return places;
}

static const long *nodes_at_baseline(oca_arena *mem, const builder *b) {
    const oca_frame *frame = b->reassessment;
    long *nodes = oca_alloc(mem, frame->n_nodes * sizeof *nodes);
    for (size_t n = 1; n < frame->n_nodes; n++)
        nodes[n] = oca_frame_find_node(b->baseline, frame->nodes[n].area->id);
    return nodes; /* root to root: 0 */
}

static long *nowhere(oca_arena *mem, size_t n) {
    long *numbers = oca_alloc(mem, n * sizeof *numbers);
    for (size_t i = 0; i < n; i++)
        numbers[i] = OCA_NOWHERE;
    return numbers;
}

oca_matching oca_matching_build(oca_arena *mem, const oca_frame *baseline, const oca_frame *reassessment) {
    builder b = {
        .baseline = baseline,
        .reassessment = reassessment,
        .baseline_item = nowhere(mem, reassessment->n_items),
        .reassessment_item = nowhere(mem, baseline->n_items),
        .same = oca_alloc(mem, reassessment->n_items * sizeof(bool)),
    };
    bool same_rubric = oca_equal(baseline->rubric->id, reassessment->rubric->id);
    bool same_version = same_rubric && oca_equal(baseline->rubric->version, reassessment->rubric->version);
    if (!same_version)
        match_by_crosswalk(&b);
    if (same_rubric)
        match_by_id(&b, same_version);
    return (oca_matching){
        .baseline = baseline,
        .reassessment = reassessment,
        .crosswalk = b.crosswalk,
        .backwards = b.backwards,
        .baseline_item = b.baseline_item,
        .same = b.same,
        .reassessment_item = b.reassessment_item,
        .place = places_of_items(mem, &b),
        .baseline_node = nodes_at_baseline(mem, &b),
    };
}
