#include "frame.h"

#include "frame_check.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char *const oca_layer_words[] = {"verified", "agreed", "participants", NULL};

/* The frame while it grows. */
typedef struct {
    oca_arena *mem;
    oca_frame *frame;
    OCA_LIST(oca_frame_item) items;
    OCA_LIST(oca_frame_node) nodes;
} builder;

static const oca_scale *find_scale(const oca_rubric *rubric, const char *id) {
    for (size_t i = 0; i < rubric->scales.n; i++)
        if (oca_equal(rubric->scales.at[i].id, id))
            return &rubric->scales.at[i];
    return NULL;
}

const oca_descriptor *oca_descriptor_of(const oca_item *item, double value, const char *root) {
    const oca_descriptor *first = NULL;
    for (size_t i = 0; i < item->levels.n; i++) {
        const oca_descriptor *found = &item->levels.at[i];
        if (oca_compare(found->value.value, value) != 0)
            continue;
        if (!found->lang || oca_equal(found->lang, root))
            return found;
        if (!first)
            first = found;
    }
    return first;
}

static void add_rungs(builder *b, oca_frame_item *out, const oca_item *item) {
    const oca_scale *scale = out->scale;
    oca_rung *rungs = oca_alloc(b->mem, scale->levels.n * sizeof *rungs);
    for (size_t i = 0; i < scale->levels.n; i++) {
        double value = scale->levels.at[i].value.value;
        const oca_descriptor *descriptor = oca_descriptor_of(item, value, b->frame->rubric->lang);
        oca_strings criteria = {0};
        for (size_t k = 0; descriptor && k < descriptor->criteria.n; k++)
            if (oca_is_own_language(descriptor->criteria.at[k].lang, b->frame->rubric->lang) &&
                !oca_holds(&criteria, descriptor->criteria.at[k].id))
                *(const char **)OCA_ADD(b->mem, &criteria) = descriptor->criteria.at[k].id;
        rungs[i] = (oca_rung){value, &scale->levels.at[i], criteria};
    }
    out->rungs = rungs;
    out->n_rungs = scale->levels.n;
}

static size_t find_stage(const oca_frame *frame, const char *id) {
    for (size_t i = 0; i < frame->n_stages; i++)
        if (oca_equal(frame->stages[i].id, id))
            return i;
    return 0;
}

static void add_item(builder *b, const oca_item *item, size_t area) {
    oca_frame_item out = {.item = item, .area = area, .outermost = area};
    const oca_frame_node *nodes = b->nodes.at;
    while (nodes[out.outermost].depth > 1)
        out.outermost = nodes[out.outermost].parent;
    out.scale = find_scale(b->frame->rubric, item->scale);
    out.min = out.scale->levels.at[0].value.value;
    out.max = out.scale->levels.at[out.scale->levels.n - 1].value.value;
    add_rungs(b, &out, item);
    out.weight = oca_or(item->weight, 1);
    out.product = out.weight;
    for (size_t node = area; node != 0; node = nodes[node].parent)
        out.product *= nodes[node].weight;
    /* It takes part in its own area, and further out as long as each area on the way has weight. */
    size_t node = area;
    while (node != 0 && nodes[node].weight > 0)
        node = nodes[node].parent;
    out.reach = out.weight > 0 ? nodes[node].depth : SIZE_MAX;
    if (item->gates.n) {
        out.gate = &item->gates.at[0];
        out.ceiling = find_stage(b->frame, out.gate->ceiling);
    }
    for (int level = 0; level < OCA_WHOLE_LEVELS; level++)
        out.whole |= (uint64_t)oca_scale_permits(out.scale, level) << level;
    out.adequate = oca_or(item->adequate, b->frame->rubric->planning->adequate.value);
    if (out.product > b->frame->max_product)
        b->frame->max_product = out.product;
    *(oca_frame_item *)OCA_ADD(b->mem, &b->items) = out;
}

static void add_area(builder *b, const oca_area *area, size_t parent);

/* Areas and items in the order in which they stand in the document. */
static void add_children(builder *b, const oca_areas *areas, const oca_items *items, size_t node) {
    size_t a = 0, i = 0;
    while (a < areas->n || i < items->n) {
        bool area_next = i == items->n || (a < areas->n && areas->at[a].element.place < items->at[i].element.place);
        if (area_next)
            add_area(b, &areas->at[a++], node);
        else
            add_item(b, &items->at[i++], node);
    }
}

static void add_area(builder *b, const oca_area *area, size_t parent) {
    size_t number = b->nodes.n, above = parent;
    oca_frame_node node = {.area = area, .parent = parent, .first_item = b->items.n};
    node.depth = b->nodes.at[parent].depth + 1;
    node.weight = oca_or(area->weight, 1);
    while (above != 0 && b->nodes.at[above].weight > 0)
        above = b->nodes.at[above].parent;
    node.reach = node.weight > 0 ? b->nodes.at[above].depth : SIZE_MAX;
    node.rollup = area->rollup ? area->rollup : b->nodes.at[0].rollup;
    *(oca_frame_node *)OCA_ADD(b->mem, &b->nodes) = node;
    add_children(b, &area->areas, &area->items, number);
    b->nodes.at[number].end_item = b->items.n;
    b->nodes.at[number].end = b->nodes.n;
}

/* Attributes that are absent have the values of the formats document, "Rubric". */
static void fill_in_defaults(oca_frame *frame) {
    static const oca_scoring no_scoring;
    static const oca_grid no_grid;
    const oca_rubric *rubric = frame->rubric;
    const oca_scoring *scoring = rubric->scoring ? rubric->scoring : &no_scoring;
    const oca_grid *grid = rubric->grid ? rubric->grid : &no_grid;
    const oca_planning *planning = rubric->planning;
    frame->stages = rubric->stages->list.at;
    frame->n_stages = rubric->stages->list.n;
    for (size_t i = 0; i < scoring->layers.n && frame->n_layers < OCA_COUNT(frame->layers); i++)
        for (int layer = 0; oca_layer_words[layer]; layer++)
            if (oca_equal(scoring->layers.at[i], oca_layer_words[layer]))
                frame->layers[frame->n_layers++] = (oca_layer)(layer + 1);
    if (frame->n_layers == 0) {
        frame->layers[0] = OCA_LAYER_AGREED;
        frame->layers[1] = OCA_LAYER_PARTICIPANTS;
        frame->n_layers = 2;
    }
    frame->aggregate = scoring->aggregate ? scoring->aggregate : OCA_AGGREGATE_MEAN;
    frame->quorum = oca_or(scoring->quorum, 3);
    frame->min_coverage = oca_or(scoring->min_coverage, 0.5);
    frame->change = oca_or(scoring->change, 7.5);
    frame->grid_capacity = oca_or(grid->capacity, 60);
    frame->grid_consensus = oca_or(grid->consensus, 80);
    frame->climb_adequate = planning->climb == OCA_CLIMB_ADEQUATE;
    frame->priorities = oca_or(planning->priorities, 10);
    frame->min_votes = oca_or(planning->min_votes, 2);
    frame->horizon_months = (int)oca_or(planning->horizon_months, 12);
    frame->review_months = (int)oca_or(planning->review_months, 3);
}

/* A number and the id it is found by. */
typedef struct {
    const char *id;
    size_t number;
} entry;

static int by_id(const void *left, const void *right) {
    const entry *a = left, *b = right;
    return strcmp(a->id, b->id);
}

/* The numbers of `entries`, sorted by id. */
static const size_t *numbers_by_id(oca_arena *mem, entry *entries, size_t n) {
    size_t *numbers = oca_alloc(mem, n * sizeof *numbers);
    if (n)
        qsort(entries, n, sizeof *entries, by_id);
    for (size_t i = 0; i < n; i++)
        numbers[i] = entries[i].number;
    return numbers;
}

static void index_by_id(oca_frame *frame, oca_arena *mem) {
    entry *items = oca_alloc(mem, frame->n_items * sizeof *items);
    entry *areas = oca_alloc(mem, frame->n_nodes * sizeof *areas);
    for (size_t i = 0; i < frame->n_items; i++)
        items[i] = (entry){frame->items[i].item->id, i};
    for (size_t i = 1; i < frame->n_nodes; i++) /* the whole rubric has no id */
        areas[i - 1] = (entry){frame->nodes[i].area->id, i};
    frame->items_by_id = numbers_by_id(mem, items, frame->n_items);
    frame->areas_by_id = numbers_by_id(mem, areas, frame->n_nodes - 1);
}

oca_status oca_frame_build(oca_frame *out, oca_arena *mem, const oca_rubric *rubric, oca_faults *faults) {
    oca_rubric_check(mem, rubric, faults);
    if (faults->faulty)
        return OCA_FAULTY;
    oca_frame frame = {.rubric = rubric};
    fill_in_defaults(&frame);
    builder b = {.mem = mem, .frame = &frame};
    oca_frame_node root = {.weight = 1};
    root.rollup = rubric->scoring && rubric->scoring->rollup ? rubric->scoring->rollup : OCA_ROLLUP_MEAN;
    *(oca_frame_node *)OCA_ADD(mem, &b.nodes) = root;
    add_children(&b, &rubric->areas, &(oca_items){0}, 0); /* items stand in areas only */
    b.nodes.at[0].end = b.nodes.n;
    b.nodes.at[0].end_item = b.items.n;
    frame.items = b.items.at;
    frame.n_items = b.items.n;
    frame.nodes = b.nodes.at;
    frame.n_nodes = b.nodes.n;
    index_by_id(&frame, mem);
    if (!isfinite(frame.max_product)) {
        oca_report(faults, OCA_FAULT, rubric->file, rubric->element.line,
                   "the weights of an item and of the areas around it multiply to more than can be computed");
        return OCA_FAULTY;
    }
    *out = frame;
    return OCA_OK;
}

static const char *item_id(const oca_frame *frame, size_t number) {
    return frame->items[number].item->id;
}

static const char *area_id(const oca_frame *frame, size_t number) {
    return frame->nodes[number].area->id;
}

/* Searches `n` numbers that are sorted by their id. */
static long find(const oca_frame *frame, const char *id, const size_t *sorted, size_t n,
                 const char *(*id_of)(const oca_frame *, size_t)) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(id, id_of(frame, sorted[middle]));
        if (order == 0)
            return (long)sorted[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return OCA_NOWHERE;
}

long oca_frame_find_item(const oca_frame *frame, const char *id) {
    return find(frame, id, frame->items_by_id, frame->n_items, item_id);
}

long oca_frame_find_node(const oca_frame *frame, const char *id) {
    return find(frame, id, frame->areas_by_id, frame->n_nodes - 1, area_id);
}

const oca_rung *oca_rung_at(const oca_frame_item *item, double value) {
    for (size_t i = 0; i < item->n_rungs; i++)
        if (oca_compare(item->rungs[i].value, value) == 0)
            return &item->rungs[i];
    return NULL;
}

const oca_rung *oca_rung_below(const oca_frame_item *item, double value) {
    const oca_rung *rung = &item->rungs[0];
    for (size_t i = 1; i < item->n_rungs; i++)
        if (oca_compare(item->rungs[i].value, value) <= 0)
            rung = &item->rungs[i];
    return rung;
}

const char *oca_descriptor_in(const oca_frame_item *item, double value, const char *lang, const char *root) {
    const oca_descriptor *original = oca_descriptor_of(item->item, value, root);
    for (size_t i = 0; lang && i < item->item->levels.n; i++) {
        const oca_descriptor *found = &item->item->levels.at[i];
        if (oca_compare(found->value.value, value) == 0 && oca_equal(found->lang, lang))
            return found->text;
    }
    return original && original->text ? original->text : "";
}

bool oca_measures_performance(const oca_frame *frame) {
    const oca_frame *whole = frame->whole ? frame->whole : frame;
    return whole->layers[0] == OCA_LAYER_VERIFIED;
}

bool oca_by_criteria(const oca_frame_item *item) {
    for (size_t i = 0; i < item->n_rungs; i++)
        if (item->rungs[i].criteria.n)
            return true;
    return false;
}

const char *oca_criterion_in(const oca_frame_item *item, const char *id, const char *lang, const char *root) {
    const oca_item *source = item->item;
    const char *own = NULL;
    for (size_t i = 0; i < source->levels.n; i++)
        for (size_t k = 0; k < source->levels.at[i].criteria.n; k++) {
            const oca_criterion *criterion = &source->levels.at[i].criteria.at[k];
            const char *language = criterion->lang ? criterion->lang : source->levels.at[i].lang;
            if (!oca_equal(criterion->id, id) || !criterion->text || !*criterion->text)
                continue;
            if (lang && oca_equal(language ? language : root, lang))
                return criterion->text;
            if (oca_is_own_language(language, root))
                own = criterion->text;
        }
    return own ? own : id;
}

oca_number oca_next_level(const oca_frame_item *item, double value) {
    for (size_t i = 0; i < item->n_rungs; i++)
        if (oca_compare(item->rungs[i].value, value) > 0)
            return oca_given(item->rungs[i].value);
    return (oca_number){0};
}

bool oca_area_counts(const oca_frame *frame, size_t area, size_t node) {
    return area > node && area < frame->nodes[node].end && frame->nodes[area].reach <= frame->nodes[node].depth;
}
