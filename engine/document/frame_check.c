#include "frame_check.h"

#include "../base/words.h"
#include "frame.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    oca_arena *mem;
    const oca_rubric *rubric;
    oca_faults *faults;
    OCA_LIST(struct named {
        const char *id;
        const char *what;
        int line;
    })
    ids; /* of areas, items, criteria and measures */
} checker;

/* What is compared pair by pair is bounded; no instrument that people can score comes near. */
enum { MOST_VALUES = 1000, MOST_COMPARED = 5000 };

#define FAULT(line, ...) oca_report(c->faults, OCA_FAULT, c->rubric->file, (line), __VA_ARGS__)
#define WARN(line, ...) oca_report(c->faults, OCA_WARNING, c->rubric->file, (line), __VA_ARGS__)

static const oca_scale *scale_of(const checker *c, const char *id) {
    for (size_t i = 0; i < c->rubric->scales.n; i++)
        if (oca_equal(c->rubric->scales.at[i].id, id))
            return &c->rubric->scales.at[i];
    return NULL;
}

/* True, with a fault, if there are more than `most`. */
static bool too_many(checker *c, size_t n, size_t most, const char *what, int line) {
    if (n > most)
        FAULT(line, "there are %zu %s here; at most %zu can be handled", n, oca_message(what), most);
    return n > most;
}

static void check_step(checker *c, const oca_scale *scale) {
    if (!scale->step.given || scale->levels.n < 2)
        return;
    double range = scale->levels.at[scale->levels.n - 1].value.value - scale->levels.at[0].value.value;
    if (oca_compare(scale->step.value, 0) <= 0)
        FAULT(scale->element.line, "scale \"%s\": the step must be above 0", scale->id);
    else if (range / scale->step.value > MOST_VALUES)
        FAULT(scale->element.line, "scale \"%s\": the step is so fine that the scale has more than %d values",
              scale->id, (int)MOST_VALUES);
}

static void check_scale(checker *c, const oca_scale *scale) {
    if (too_many(c, scale->levels.n, MOST_VALUES, N_("levels"), scale->element.line))
        return;
    check_step(c, scale);
    if (scale->levels.n < 2)
        FAULT(scale->element.line,
              scale->levels.n == 1 ? N_("scale \"%s\" has 1 level: at least two are needed")
                                   : N_("scale \"%s\" has 0 levels: at least two are needed"),
              scale->id);
    for (size_t i = 1; i < scale->levels.n; i++)
        if (scale->levels.at[i].value.given && scale->levels.at[i - 1].value.given &&
            oca_compare(scale->levels.at[i].value.value, scale->levels.at[i - 1].value.value) <= 0)
            FAULT(scale->levels.at[i].element.line, "scale \"%s\": level %s does not rise above level %s", scale->id,
                  oca_number_text(c->mem, scale->levels.at[i].value.value),
                  oca_number_text(c->mem, scale->levels.at[i - 1].value.value));
    for (size_t i = 0; i < c->rubric->scales.n && &c->rubric->scales.at[i] != scale; i++)
        if (oca_equal(c->rubric->scales.at[i].id, scale->id))
            FAULT(scale->element.line, "scale \"%s\" is declared twice; first in line %d", scale->id,
                  c->rubric->scales.at[i].element.line);
}

static void check_stages(checker *c) {
    const oca_stages *stages = c->rubric->stages;
    if (!stages || stages->list.n == 0) {
        FAULT(stages ? stages->element.line : c->rubric->element.line,
              "the rubric has no stages: at least one, from 0");
        return;
    }
    const oca_stage *at = stages->list.at;
    if (too_many(c, stages->list.n, MOST_VALUES, N_("stages"), stages->element.line))
        return;
    if (oca_compare(at[0].from.value, 0) != 0)
        FAULT(at[0].element.line, "the first stage must be from 0, not from %s",
              oca_number_text(c->mem, at[0].from.value));
    for (size_t i = 1; i < stages->list.n; i++) {
        if (oca_compare(at[i].from.value, at[i - 1].from.value) <= 0)
            FAULT(at[i].element.line, "stage \"%s\" must begin above stage \"%s\", which is from %s", at[i].id,
                  at[i - 1].id, oca_number_text(c->mem, at[i - 1].from.value));
        for (size_t k = 0; k < i; k++)
            if (oca_equal(at[k].id, at[i].id))
                FAULT(at[i].element.line, "stage \"%s\" is declared twice; first in line %d", at[i].id,
                      at[k].element.line);
    }
}

static void name(checker *c, const char *id, const char *what, int line) {
    if (id && *id) /* a missing one was told by the reader */
        *(struct named *)OCA_ADD(c->mem, &c->ids) = (struct named){id, what, line};
}

static void permitted(checker *c, const oca_item *item, const oca_scale *scale, const char *what, oca_number value,
                      int line) {
    if (value.given && !oca_scale_permits(scale, value.value))
        FAULT(line, "item \"%s\": %s is %s, which its scale does not permit: %s", item->id, oca_message(what),
              oca_number_text(c->mem, value.value), oca_scale_allowed(c->mem, scale));
}

static void check_descriptors(checker *c, const oca_item *item, const oca_scale *scale) {
    if (too_many(c, item->levels.n, MOST_COMPARED, N_("levels"), item->element.line))
        return;
    for (size_t i = 0; i < item->levels.n; i++)
        if (too_many(c, item->levels.at[i].criteria.n, MOST_COMPARED, N_("criteria"), item->levels.at[i].element.line))
            return;
    for (size_t i = 0; i < item->levels.n; i++) {
        const oca_descriptor *own = &item->levels.at[i];
        bool on_scale = !own->value.given; /* the reader has said so */
        for (size_t k = 0; k < scale->levels.n; k++)
            on_scale |= oca_compare(scale->levels.at[k].value.value, own->value.value) == 0;
        if (!on_scale)
            FAULT(own->element.line, "item \"%s\" describes level %s, which scale \"%s\" does not have", item->id,
                  oca_number_text(c->mem, own->value.value), scale->id);
        for (size_t k = 0; k < i; k++)
            if (oca_compare(item->levels.at[k].value.value, own->value.value) == 0 &&
                oca_equal(item->levels.at[k].lang ? item->levels.at[k].lang : c->rubric->lang,
                          own->lang ? own->lang : c->rubric->lang))
                FAULT(own->element.line, "item \"%s\" describes level %s twice; first in line %d", item->id,
                      oca_number_text(c->mem, own->value.value), item->levels.at[k].element.line);
        for (size_t k = 0; k < own->criteria.n; k++)
            if (!own->lang || oca_equal(own->lang, c->rubric->lang))
                name(c, oca_is_own_language(own->criteria.at[k].lang, c->rubric->lang) ? own->criteria.at[k].id : NULL,
                     N_("criterion"), own->criteria.at[k].element.line);
    }
    for (size_t k = 0; k < scale->levels.n; k++) {
        bool described = false;
        for (size_t i = 0; i < item->levels.n; i++)
            described |= oca_compare(item->levels.at[i].value.value, scale->levels.at[k].value.value) == 0 &&
                         oca_is_own_language(item->levels.at[i].lang, c->rubric->lang);
        if (!described)
            FAULT(item->element.line, "item \"%s\" does not describe level %s of scale \"%s\"", item->id,
                  oca_number_text(c->mem, scale->levels.at[k].value.value), scale->id);
    }
}

static void check_gates(checker *c, const oca_item *item, const oca_scale *scale) {
    for (size_t i = 1; i < item->gates.n; i++)
        FAULT(item->gates.at[i].element.line, "item \"%s\" has a second gate; one is allowed", item->id);
    if (item->gates.n && item->weight.given && item->weight.value == 0)
        FAULT(item->gates.at[0].element.line,
              "item \"%s\" has a gate but weight 0: what is never scored cannot hold a stage", item->id);
    for (size_t i = 0; i < item->gates.n; i++) {
        const oca_gate *gate = &item->gates.at[i];
        permitted(c, item, scale, N_("at-least of its gate"), gate->at_least, gate->element.line);
        bool found = false;
        for (size_t k = 0; c->rubric->stages && k < c->rubric->stages->list.n; k++)
            found |= oca_equal(c->rubric->stages->list.at[k].id, gate->ceiling);
        if (!found && *gate->ceiling)
            FAULT(gate->element.line, "item \"%s\": the gate's ceiling \"%s\" is not a stage of this rubric", item->id,
                  gate->ceiling);
        if (item->evidence == OCA_EVIDENCE_REQUIRED && item->evidence_cap.given &&
            oca_compare(item->evidence_cap.value, gate->at_least.value) < 0)
            WARN(item->element.line,
                 "item \"%s\": without evidence its score is capped at %s, below its must-have of %s", item->id,
                 oca_number_text(c->mem, item->evidence_cap.value), oca_number_text(c->mem, gate->at_least.value));
    }
}

static void check_item(checker *c, const oca_item *item) {
    int line = item->element.line;
    name(c, item->id, "item", line);
    if (!*item->scale)
        return; /* the reader has said so */
    if (strncmp(item->id, "agree_", 6) == 0)
        WARN(line, "item \"%s\": ids that begin with agree_ are the program's own", item->id);
    const oca_scale *scale = scale_of(c, item->scale);
    if (!scale) {
        FAULT(line, "item \"%s\": scale \"%s\" is not declared in this rubric", item->id, item->scale);
        return;
    }
    if (scale->levels.n < 2)
        return;
    check_descriptors(c, item, scale);
    check_gates(c, item, scale);
    permitted(c, item, scale, "adequate", item->adequate, line);
    permitted(c, item, scale, "target", item->target, line);
    permitted(c, item, scale, "evidence-from", item->evidence_from, line);
    permitted(c, item, scale, "evidence-cap", item->evidence_cap, line);
    const oca_planning *planning = c->rubric->planning;
    if (!item->adequate.given && planning && planning->adequate.given &&
        !oca_scale_permits(scale, planning->adequate.value))
        FAULT(line, "item \"%s\" needs its own adequate: the rubric's, %s, is not on scale \"%s\" (%s)", item->id,
              oca_number_text(c->mem, planning->adequate.value), scale->id, oca_scale_allowed(c->mem, scale));
}

static void check_areas(checker *c, const oca_areas *areas) {
    for (size_t a = 0; a < areas->n; a++) {
        const oca_area *area = &areas->at[a];
        name(c, area->id, "area", area->element.line);
        for (size_t i = 0; i < area->items.n; i++)
            check_item(c, &area->items.at[i]);
        check_areas(c, &area->areas);
    }
}

static int by_id_and_line(const void *left, const void *right) {
    const struct named *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : a->line - b->line;
}

/* Areas, items, criteria and measures share one space of ids: each becomes a name in forms and databases. */
static void check_ids(checker *c) {
    for (size_t i = 0; i < c->rubric->measures.n; i++)
        name(c, c->rubric->measures.at[i].id, N_("measure"), c->rubric->measures.at[i].element.line);
    if (c->ids.n)
        qsort(c->ids.at, c->ids.n, sizeof *c->ids.at, by_id_and_line);
    for (size_t i = 1; i < c->ids.n; i++)
        if (strcmp(c->ids.at[i].id, c->ids.at[i - 1].id) == 0)
            FAULT(c->ids.at[i].line, "%s \"%s\" has an id that is used already, by the %s in line %d",
                  oca_message(c->ids.at[i].what), c->ids.at[i].id, oca_message(c->ids.at[i - 1].what),
                  c->ids.at[i - 1].line);
}

/* An attribute bears no language, so translations of a unit are elements. */
static void check_measures(checker *c) {
    for (size_t i = 0; i < c->rubric->measures.n; i++) {
        const oca_measure *measure = &c->rubric->measures.at[i];
        for (size_t k = 0; k < measure->units.n; k++)
            if (oca_is_own_language(measure->units.at[k].lang, c->rubric->lang))
                FAULT(measure->units.at[k].element.line,
                      "measure \"%s\": in the rubric's own language its unit is an attribute, unit=\"%s\"; a <unit> is "
                      "for another xml:lang",
                      measure->id, measure->units.at[k].text);
    }
}

static void check_crosswalks(checker *c) {
    for (size_t i = 0; i < c->rubric->crosswalks.n; i++) {
        const oca_crosswalk *crosswalk = &c->rubric->crosswalks.at[i];
        if (too_many(c, crosswalk->maps.n, MOST_COMPARED, N_("maps"), crosswalk->element.line))
            continue;
        for (size_t k = 1; k < crosswalk->maps.n; k++)
            for (size_t j = 0; j < k; j++) {
                const oca_map *map = &crosswalk->maps.at[k], *earlier = &crosswalk->maps.at[j];
                if ((*map->from && oca_equal(map->from, earlier->from)) ||
                    (*map->to && oca_equal(map->to, earlier->to)))
                    FAULT(map->element.line,
                          "the crosswalk maps \"%s\" to \"%s\", but line %d has one of them already: "
                          "it is one to one",
                          map->from, map->to, earlier->element.line);
            }
    }
}

void oca_rubric_check(oca_arena *mem, const oca_rubric *rubric, oca_faults *faults) {
    checker checking = {.mem = mem, .rubric = rubric, .faults = faults}, *c = &checking;
    if (too_many(c, rubric->scales.n, MOST_COMPARED, N_("scales"), rubric->element.line) ||
        too_many(c, rubric->measures.n, MOST_COMPARED, "<measure>", rubric->element.line))
        return;
    for (size_t i = 0; i < rubric->scales.n; i++)
        check_scale(c, &rubric->scales.at[i]);
    check_stages(c);
    if (!rubric->planning)
        FAULT(rubric->element.line, "the rubric has no <planning adequate=\"…\"/>: which level is enough?");
    /* There are three words, so of four layers one stands twice. */
    for (size_t i = 0; rubric->scoring && i < rubric->scoring->layers.n && i < 4; i++)
        for (size_t k = 0; k < i; k++)
            if (oca_equal(rubric->scoring->layers.at[i], rubric->scoring->layers.at[k]))
                FAULT(rubric->scoring->element.line, "layers names \"%s\" twice", rubric->scoring->layers.at[i]);
    check_areas(c, &rubric->areas);
    check_ids(c);
    check_measures(c);
    check_crosswalks(c);
}
