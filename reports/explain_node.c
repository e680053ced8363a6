/* How the figures of an area or of the whole came about, by the clauses of the scoring document, "Area and overall"
 * and "Agreement". */
#include "../engine/base/words.h"
#include "explain_parts.h"

static const char *number(const oca_explanation *e, double value) {
    return oca_explain_number(e, value);
}

static const char *undefined(const oca_explanation *e, const char *why) {
    return oca_format_text(e->mem, OCA_UNDEFINED_SHOWN " (%s)", why);
}

/* A sum while it is told: "2 × 0.3333… + 1 × 0.5". */
typedef struct {
    oca_buffer products, weights;
    double numerator, denominator, smallest;
    size_t n;
} sum;

static void add(const oca_explanation *e, sum *s, double weight, double value) {
    oca_buffer_print(&s->products, "%s%s × %s", s->n ? " + " : "", number(e, weight), number(e, value));
    oca_buffer_print(&s->weights, "%s%s", s->n ? " + " : "", number(e, weight));
    s->smallest = s->n == 0 || value < s->smallest ? value : s->smallest;
    s->numerator += weight * value;
    s->denominator += weight;
    s->n++;
}

static sum nothing(const oca_explanation *e) {
    return (sum){.products = {.mem = e->mem}, .weights = {.mem = e->mem}};
}

static void item_in(oca_explanation *e, sum *s, size_t item) {
    const oca_item_score *score = &e->scores->items[item];
    double weight = e->frame->items[item].weight;
    const char *title = oca_item_title(e->frame, item, e->lang);
    if (weight == 0)
        oca_explain_say(e, _("- %s: left out, weight 0"), title);
    else if (score->state != OCA_SCORED)
        oca_explain_say(e, _("- %s: left out, %s"), title, oca_why_no_score(e->scores, item));
    else {
        oca_explain_say(e, _("- %s: weight %s, x = %s (%s, %s); product %s"), title, number(e, weight),
                        number(e, score->x), oca_level_shown(e->mem, score->score, e->frame->items[item].max),
                        oca_layer_shown(score->basis), number(e, weight * score->x));
        add(e, s, weight, score->x);
    }
}

static void area_in(oca_explanation *e, sum *s, size_t area) {
    const oca_node_score *score = &e->scores->nodes[area];
    double weight = e->frame->nodes[area].weight;
    const char *title = oca_node_title(e->frame, area, e->lang);
    if (weight == 0)
        oca_explain_say(e, _("- %s: left out, weight 0"), title);
    else if (!score->percent.given)
        oca_explain_say(e, _("- %s: left out, %s"), title, oca_why_no_percent(e->mem, e->scores, area));
    else {
        double x = score->percent.value / 100;
        oca_explain_say(e, _("- %s: weight %s, x = %s (%s, answered %s); product %s"), title, number(e, weight),
                        number(e, x), oca_points_shown(e->mem, score->percent.value), oca_answered_shown(e->mem, score),
                        number(e, weight * x));
        add(e, s, weight, x);
    }
}

/* The direct children, items and areas each in rubric order. */
static void children(oca_explanation *e, sum *s, size_t node) {
    const oca_frame_node *at = &e->frame->nodes[node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (e->frame->items[i].area == node)
            item_in(e, s, i);
    for (size_t area = node + 1; area < at->end; area = e->frame->nodes[area].end)
        area_in(e, s, area);
}

/* All items below, for a pooled node. */
static void pool(oca_explanation *e, sum *s, size_t node) {
    const oca_frame_node *at = &e->frame->nodes[node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (oca_takes_part(e->frame, i, node))
            item_in(e, s, i);
        else
            oca_explain_say(e, _("- %s: left out, a weight of 0 keeps it from taking part"),
                            oca_item_title(e->frame, i, e->lang));
}

static void coverage(oca_explanation *e, size_t node) {
    const oca_frame_node *at = &e->frame->nodes[node];
    const oca_node_score *score = &e->scores->nodes[node];
    double scored = 0, applicable = 0;
    for (size_t i = at->first_item; i < at->end_item; i++) {
        if (!oca_item_counts(e->scores, i, node) || e->scores->items[i].state == OCA_STATE_NA)
            continue;
        applicable += e->frame->items[i].weight;
        scored += e->scores->items[i].state == OCA_SCORED ? e->frame->items[i].weight : 0;
    }
    oca_explain_clause(e, _("Area and overall: coverage"));
    oca_explain_say(e, _("Answered %s"), oca_answered_shown(e->mem, score));
    if (!score->coverage.given)
        oca_explain_say(e, OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_percent(e->mem, e->scores, node));
    else
        oca_explain_say(e, _("Item weights scored / applicable = %s / %s = %s; at least %s is needed"),
                        number(e, scored), number(e, applicable), number(e, score->coverage.value),
                        number(e, e->frame->min_coverage));
}

static const char *rollup_told(oca_rollup rollup) {
    switch (rollup) {
    case OCA_ROLLUP_POOLED:
        return _("Pooled: all scored items that take part, by item weight alone");
    case OCA_ROLLUP_MINIMUM:
        return _("Minimum: the smallest x among the direct children");
    default:
        return _("Mean: the direct children that have a value, each by its own weight");
    }
}

static void percent(oca_explanation *e, size_t node) {
    const oca_node_score *score = &e->scores->nodes[node];
    oca_rollup rollup = e->frame->nodes[node].rollup;
    sum s = nothing(e);
    oca_explain_clause(e, _("Area and overall: points"));
    oca_explain_say(e, "%s", rollup_told(rollup));
    if (rollup == OCA_ROLLUP_POOLED)
        pool(e, &s, node);
    else
        children(e, &s, node);
    if (!score->percent.given) {
        oca_explain_say(e, "%s", undefined(e, oca_why_no_percent(e->mem, e->scores, node)));
        return;
    }
    if (rollup == OCA_ROLLUP_MINIMUM)
        oca_explain_say(e, _("x = the smallest of n = %zu: %s"), s.n, number(e, s.smallest));
    else {
        oca_explain_say(e, _("Numerator: %s = %s"), s.products.at, number(e, score->numerator));
        oca_explain_say(e, _("Denominator: %s = %s"), s.weights.at, number(e, score->denominator));
        oca_explain_say(e, _("x = %s / %s = %s, n = %zu"), number(e, score->numerator), number(e, score->denominator),
                        number(e, score->numerator / score->denominator), s.n);
    }
    oca_explain_say(e, _("100 x = %s"), oca_points_shown(e->mem, score->percent.value));
}

static void level(oca_explanation *e, size_t node) {
    const oca_frame_node *at = &e->frame->nodes[node];
    const oca_node_score *score = &e->scores->nodes[node];
    oca_explain_clause(e, _("Area and overall: level"));
    size_t i = at->first_item;
    while (i < at->end_item && !oca_takes_part(e->frame, i, node))
        i++;
    if (!score->level.given || i == at->end_item) {
        oca_explain_say(e, "%s", undefined(e, oca_why_no_level(e->mem, e->scores, node)));
        return;
    }
    const oca_frame_item *of = &e->frame->items[i];
    oca_explain_say(e, _("min + x (max - min) = %s + %s (%s - %s) = %s, shown as %s"), number(e, of->min),
                    number(e, score->percent.value / 100), number(e, of->max), number(e, of->min),
                    number(e, score->level.value), oca_level_shown(e->mem, score->level.value, of->max));
}

/* Each must-have that holds the stage, then what is not settled. */
static void stage(oca_explanation *e, size_t node) {
    const oca_frame_node *at = &e->frame->nodes[node];
    const oca_node_score *score = &e->scores->nodes[node];
    oca_explain_clause(e, _("Area and overall: stage"));
    if (score->stage == OCA_NOWHERE) {
        oca_explain_say(e, "%s", undefined(e, oca_why_no_percent(e->mem, e->scores, node)));
        return;
    }
    oca_explain_say(e, _("%s: the last stage that begins at or below %s is %s, which begins at %s"),
                    oca_points_shown(e->mem, score->percent.value), number(e, score->percent.value),
                    oca_stage_title(e->frame, score->stage_uncapped, e->lang),
                    number(e, e->frame->stages[score->stage_uncapped].from.value));
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (oca_item_counts(e->scores, i, node) && e->scores->items[i].gate == OCA_GATE_FAILED)
            oca_explain_say(e, _("- %s: a must-have not yet met (%s, at least %s), holds the stage at %s"),
                            oca_item_title(e->frame, i, e->lang),
                            oca_level_shown(e->mem, e->scores->items[i].score, e->frame->items[i].max),
                            oca_level_number(e->mem, e->frame->items[i].gate->at_least.value),
                            oca_stage_title(e->frame, (long)e->frame->items[i].ceiling, e->lang));
    oca_explain_say(e, _("Stage: %s. A must-have never raises a stage and never changes the points."),
                    oca_stage_title(e->frame, score->stage, e->lang));
}

static void provisional(oca_explanation *e, size_t node) {
    const oca_strings *ids = &e->scores->nodes[node].provisional;
    if (e->scores->nodes[node].stage == OCA_NOWHERE)
        return;
    oca_explain_clause(e, _("Area and overall: provisional"));
    if (ids->n == 0)
        oca_explain_say(e, _("Nothing: the stage is firm."));
    for (size_t i = 0; i < ids->n; i++) {
        long item = oca_frame_find_item(e->frame, ids->at[i]), area = oca_frame_find_node(e->frame, ids->at[i]);
        if (item != OCA_NOWHERE)
            oca_explain_say(e, _("- %s: must-have %s"), oca_item_title(e->frame, (size_t)item, e->lang),
                            oca_gate_shown(e->scores->items[item].gate));
        else if (area != OCA_NOWHERE)
            oca_explain_say(e, _("- without %s: %s"), oca_node_title(e->frame, (size_t)area, e->lang),
                            oca_why_no_percent(e->mem, e->scores, (size_t)area));
    }
    if (ids->n)
        oca_explain_say(e, _("So: %s"), oca_stage_shown(e->mem, e->scores, node, e->lang));
}

static void consensus(oca_explanation *e, size_t node) {
    const oca_frame_node *at = &e->frame->nodes[node];
    const oca_node_score *score = &e->scores->nodes[node];
    sum s = nothing(e);
    oca_explain_clause(e, _("Agreement: node consensus"));
    if (!score->consensus.given) {
        oca_explain_say(e, "%s", undefined(e, oca_why_no_consensus(e->scores, node)));
        return;
    }
    for (size_t i = at->first_item; i < at->end_item; i++) {
        const oca_item_score *item = &e->scores->items[i];
        if (!oca_item_counts(e->scores, i, node) || !item->consensus.given)
            continue;
        oca_explain_say(e, _("- %s: weight %s, agreement %s of 100, n = %ld%s"), oca_item_title(e->frame, i, e->lang),
                        number(e, e->frame->items[i].weight), number(e, item->consensus.value), item->counts.n,
                        oca_compare(item->consensus.value, e->frame->grid_consensus) < 0 ? _(", divides the room")
                                                                                         : "");
        add(e, &s, e->frame->items[i].weight, item->consensus.value);
    }
    oca_explain_say(e, _("Numerator: %s = %s"), s.products.at, number(e, s.numerator));
    oca_explain_say(e, _("Denominator: %s = %s"), s.weights.at, number(e, s.denominator));
    oca_explain_say(e, _("%s / %s = %s of 100, mean over n = %zu; below %s: %ld"), number(e, s.numerator),
                    number(e, s.denominator), oca_number_shown(e->mem, score->consensus.value, OCA_DECIMALS_POINTS),
                    s.n, number(e, e->frame->grid_consensus), score->divided);
}

static void quadrant(oca_explanation *e, size_t node) {
    const oca_node_score *score = &e->scores->nodes[node];
    oca_explain_clause(e, _("Agreement: quadrant"));
    if (score->quadrant == OCA_QUADRANT_NONE) {
        oca_explain_say(e, "%s", undefined(e, oca_why_no_quadrant(e->scores, node)));
        return;
    }
    bool capacity = oca_compare(score->percent.value, e->frame->grid_capacity) >= 0;
    bool agreement = oca_compare(score->consensus.value, e->frame->grid_consensus) >= 0;
    oca_explain_say(e, _("Points: %s %s %s; agreement: %s %s %s. So: %s"), number(e, score->percent.value),
                    capacity ? ">=" : "<", number(e, e->frame->grid_capacity), number(e, score->consensus.value),
                    agreement ? ">=" : "<", number(e, e->frame->grid_consensus), oca_quadrant_shown(score->quadrant));
}

static void alpha(oca_explanation *e) {
    oca_explain_clause(e, _("Agreement: alpha"));
    oca_explain_say(e, _("Krippendorff's alpha, ordinal: %s"),
                    e->scores->alpha.given ? number(e, e->scores->alpha.value)
                                           : undefined(e, oca_why_no_alpha(e->mem, e->scores)));
    oca_explain_say(e, _("It says whether people rank the items alike; it is near 0 when all items are alike, even in "
                         "full agreement."));
}

void oca_explain_node(oca_explanation *e, size_t node) {
    const oca_node_score *score = &e->scores->nodes[node];
    oca_explain_say(e, "%s (%s)", oca_node_title(e->frame, node, e->lang),
                    node ? e->frame->nodes[node].area->id : "overall");
    if (score->percent.given)
        oca_explain_say(e, "%s, %s", oca_points_shown(e->mem, score->percent.value),
                        oca_stage_shown(e->mem, e->scores, node, e->lang));
    else
        oca_explain_say(e, "%s", undefined(e, oca_why_no_percent(e->mem, e->scores, node)));
    coverage(e, node);
    percent(e, node);
    level(e, node);
    stage(e, node);
    provisional(e, node);
    consensus(e, node);
    quadrant(e, node);
    if (node == 0)
        alpha(e);
}
