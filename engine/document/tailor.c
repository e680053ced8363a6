/* What a tailoring leaves of a rubric; declared in frame.h. */
#include "frame.h"

typedef struct {
    oca_arena *mem;
    const oca_frame *whole;
    const oca_tailoring *tailoring;
    oca_faults *faults;
} tailor;

#define FAULT(line, ...) oca_report(t->faults, OCA_FAULT, t->tailoring->file, (line), __VA_ARGS__)

static const oca_tailored_item *item_named(const tailor *t, const char *id) {
    for (size_t i = 0; i < t->tailoring->items.n; i++)
        if (oca_equal(t->tailoring->items.at[i].ref, id))
            return &t->tailoring->items.at[i];
    return NULL;
}

static const oca_tailored_area *area_named(const tailor *t, const char *id) {
    for (size_t i = 0; i < t->tailoring->areas.n; i++)
        if (oca_equal(t->tailoring->areas.at[i].ref, id))
            return &t->tailoring->areas.at[i];
    return NULL;
}

/* Whatever is named is there, and named once. */
static void check_names(const tailor *t) {
    const oca_rubric *rubric = t->whole->rubric;
    if (!oca_equal(t->tailoring->rubric, rubric->id) || !oca_equal(t->tailoring->rubric_version, rubric->version))
        FAULT(t->tailoring->element.line, "tailors the rubric %s %s, not %s %s", t->tailoring->rubric,
              t->tailoring->rubric_version, rubric->id, rubric->version);
    for (size_t i = 0; i < t->tailoring->areas.n; i++) {
        const oca_tailored_area *area = &t->tailoring->areas.at[i], *first = area_named(t, area->ref);
        if (first != area)
            FAULT(area->element.line, "area \"%s\" is named twice; first in line %d", area->ref, first->element.line);
        else if (oca_frame_find_node(t->whole, area->ref) == OCA_NOWHERE)
            FAULT(area->element.line, "the rubric has no area \"%s\"", area->ref);
    }
    for (size_t i = 0; i < t->tailoring->items.n; i++) {
        const oca_tailored_item *item = &t->tailoring->items.at[i], *first = item_named(t, item->ref);
        if (first != item)
            FAULT(item->element.line, "item \"%s\" is named twice; first in line %d", item->ref, first->element.line);
        else if (oca_frame_find_item(t->whole, item->ref) == OCA_NOWHERE)
            FAULT(item->element.line, "the rubric has no item \"%s\"", item->ref);
    }
}

static oca_number given_or(oca_number set, oca_number otherwise) {
    return set.given ? set : otherwise;
}

/* Once tailored, only what the tailoring says can be faulty, so the lines of items become those where it speaks of
 * them: by name, or else in its <planning>, whose `adequate` serves them all. */
static oca_item tailored_item(const tailor *t, const oca_item *item) {
    const oca_tailored_item *set = item_named(t, item->id);
    oca_item out = *item;
    out.element.line = t->tailoring->planning ? t->tailoring->planning->element.line : 0;
    if (!set)
        return out;
    out.element.line = set->element.line;
    out.weight = given_or(set->weight, item->weight);
    out.adequate = given_or(set->adequate, item->adequate);
    out.target = given_or(set->target, item->target);
    if (set->gates.n) {
        out.gates.at = set->gates.at;
        out.gates.n = out.gates.room = set->gates.n;
    } else if (item->gates.n) {
        oca_gate *gate = oca_alloc(t->mem, sizeof *gate);
        *gate = item->gates.at[0];
        gate->element.line = set->element.line;
        out.gates.at = gate;
    }
    return out;
}

static oca_areas tailored_areas(const tailor *t, const oca_areas *areas) {
    oca_areas out = {0};
    for (size_t i = 0; i < areas->n; i++) {
        const oca_area *area = &areas->at[i];
        const oca_tailored_area *set = area_named(t, area->id);
        if (set && set->use == OCA_NO)
            continue;
        oca_area copy = *area;
        copy.areas = tailored_areas(t, &area->areas);
        copy.items = (oca_items){0};
        for (size_t k = 0; k < area->items.n; k++) {
            const oca_tailored_item *item = item_named(t, area->items.at[k].id);
            if (!item || item->use != OCA_NO)
                *(oca_item *)OCA_ADD(t->mem, &copy.items) = tailored_item(t, &area->items.at[k]);
        }
        *(oca_area *)OCA_ADD(t->mem, &out) = copy;
    }
    return out;
}

static const oca_scoring *tailored_scoring(const tailor *t, const oca_scoring *of_rubric) {
    const oca_scoring *set = t->tailoring->scoring;
    if (!set || !of_rubric)
        return set ? set : of_rubric;
    oca_scoring *out = oca_alloc(t->mem, sizeof *out);
    *out = *set;
    out->layers = set->layers.n ? set->layers : of_rubric->layers;
    out->rollup = set->rollup ? set->rollup : of_rubric->rollup;
    out->aggregate = set->aggregate ? set->aggregate : of_rubric->aggregate;
    out->quorum = given_or(set->quorum, of_rubric->quorum);
    out->min_coverage = given_or(set->min_coverage, of_rubric->min_coverage);
    out->change = given_or(set->change, of_rubric->change);
    return out;
}

static const oca_grid *tailored_grid(const tailor *t, const oca_grid *of_rubric) {
    const oca_grid *set = t->tailoring->grid;
    if (!set || !of_rubric)
        return set ? set : of_rubric;
    oca_grid *out = oca_alloc(t->mem, sizeof *out);
    *out = *set;
    out->capacity = given_or(set->capacity, of_rubric->capacity);
    out->consensus = given_or(set->consensus, of_rubric->consensus);
    return out;
}

static const oca_planning *tailored_planning(const tailor *t, const oca_planning *of_rubric) {
    const oca_planning *set = t->tailoring->planning;
    if (!set)
        return of_rubric;
    oca_planning *out = oca_alloc(t->mem, sizeof *out);
    *out = *of_rubric; /* its label stays */
    out->element = set->element;
    out->adequate = given_or(set->adequate, of_rubric->adequate);
    out->climb = set->climb ? set->climb : of_rubric->climb;
    out->priorities = given_or(set->priorities, of_rubric->priorities);
    out->min_votes = given_or(set->min_votes, of_rubric->min_votes);
    out->horizon_months = given_or(set->horizon_months, of_rubric->horizon_months);
    out->review_months = given_or(set->review_months, of_rubric->review_months);
    return out;
}

/* The rubric was held against the rules before: what they say of it now comes of the tailoring, but for warnings of
 * what the tailoring does not name. */
static void pass_on(const tailor *t, const oca_faults *found) {
    for (size_t i = 0; i < found->all.n; i++) {
        const oca_fault *fault = &found->all.at[i];
        bool named = fault->severity != OCA_WARNING;
        for (size_t k = 0; k < t->tailoring->items.n; k++)
            named |= t->tailoring->items.at[k].element.line == fault->where.line;
        if (named)
            oca_report_at(t->faults, fault->severity, fault->file, fault->where, "%s", fault->message);
    }
}

oca_status oca_frame_tailor(oca_frame *out, oca_arena *mem, const oca_frame *whole, const oca_tailoring *tailoring,
                            oca_faults *faults) {
    tailor tailoring_run = {mem, whole, tailoring, faults}, *t = &tailoring_run;
    size_t before = faults->faulty;
    check_names(t);
    oca_rubric *rubric = oca_alloc(mem, sizeof *rubric);
    *rubric = *whole->rubric;
    rubric->file = tailoring->file;
    rubric->scoring = tailored_scoring(t, whole->rubric->scoring);
    rubric->grid = tailored_grid(t, whole->rubric->grid);
    rubric->planning = tailored_planning(t, whole->rubric->planning);
    rubric->areas = tailored_areas(t, &whole->rubric->areas);
    oca_faults found = {.mem = mem};
    oca_frame frame;
    oca_status status = oca_frame_build(&frame, mem, rubric, &found);
    pass_on(t, &found);
    rubric->file = whole->rubric->file;
    if (status != OCA_OK || faults->faulty > before)
        return OCA_FAULTY;
    frame.tailoring = tailoring;
    frame.whole = whole;
    *out = frame;
    return OCA_OK;
}
