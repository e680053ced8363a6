/* `oca compare --explain`: how one figure came about, by the clauses of the scoring document, "Two rounds". */
#include "../../engine/base/words.h"
#include "../../engine/scoring/item.h"
#include "../explain_parts.h"
#include "phrases.h"

typedef struct {
    oca_explanation e; /* of the reassessment */
    const oca_comparison *c;
    const oca_matching *matching;
} explaining;

#define SAY(...) oca_explain_say(&x->e, __VA_ARGS__)
#define CLAUSE(text) oca_explain_clause(&x->e, text)

static const char *number(const explaining *x, double value) {
    return oca_explain_number(&x->e, value);
}

/* Nothing was scored there by that layer. */
static const char *score_or_none(const explaining *x, oca_number value) {
    return value.given ? number(x, value.value) : _("no score");
}

static const char *maybe(const explaining *x, oca_number value) {
    return value.given ? number(x, value.value) : OCA_UNDEFINED_SHOWN;
}

/* Items. */

static const oca_map *map_of(const explaining *x, const char *baseline, const char *reassessment) {
    const oca_crosswalk *crosswalk = x->matching->crosswalk;
    for (size_t i = 0; crosswalk && i < crosswalk->maps.n; i++) {
        const oca_map *map = &crosswalk->maps.at[i];
        if (oca_equal(x->matching->backwards ? map->to : map->from, baseline) &&
            oca_equal(x->matching->backwards ? map->from : map->to, reassessment))
            return map;
    }
    return NULL;
}

/* What makes a pair another one, although it is called the same. */
static void bounds_and_weights(explaining *x, size_t before, size_t now) {
    const oca_frame_item *then = &x->matching->baseline->items[before], *today = &x->matching->reassessment->items[now];
    if (oca_compare(then->min, today->min) != 0 || oca_compare(then->max, today->max) != 0)
        SAY(_("Its scale ran from %s to %s, and runs from %s to %s now: changed."), number(x, then->min),
            number(x, then->max), number(x, today->min), number(x, today->max));
    if (oca_takes_part(x->matching->baseline, before, 0) != oca_takes_part(x->matching->reassessment, now, 0))
        SAY(_("It has weight in one of the two rubrics only, its own and that of all areas around it: changed."));
}

static void matching(explaining *x, size_t now) {
    long before = x->matching->baseline_item[now];
    CLAUSE(_("Two rounds: matching"));
    if (before == OCA_NOWHERE) {
        SAY(_("Nothing in the baseline's rubric (%s) is its counterpart: new, no baseline."),
            oca_instrument_shown(x->e.mem, x->matching->baseline));
        return;
    }
    const char *id = x->matching->reassessment->items[now].item->id;
    const char *old = x->matching->baseline->items[before].item->id;
    const oca_rubric *a = x->matching->baseline->rubric, *b = x->matching->reassessment->rubric;
    const oca_map *map = map_of(x, old, id);
    if (map)
        SAY(_("The crosswalk of rubric %s %s%s maps \"%s\" to \"%s\": %s."), x->matching->backwards ? a->id : b->id,
            x->matching->backwards ? a->version : b->version, x->matching->backwards ? _(", read backwards,") : "", old,
            id, map->relation == OCA_RELATION_SAME ? _("same") : _("changed"));
    else if (oca_equal(a->version, b->version))
        SAY(_("Both rounds use the same rubric: found by its id."));
    else
        SAY(_("Another version of the same rubric, and no map names it: found by its id. Its permitted values, "
              "statement, descriptors and criteria are %s."),
            x->matching->same[now] ? _("unchanged")
                                   : _("compared; where any differs, or bounds or weight do, it is changed"));
    bounds_and_weights(x, (size_t)before, now);
    SAY("%s",
        x->matching->same[now] ? _("So it asks the same.") : _("So it asks something else, and is not compared."));
}

static const char *state_in(const explaining *x, const oca_scores *scores, size_t item) {
    const oca_item_score *score = &scores->items[item];
    if (score->state == OCA_SCORED)
        return oca_format_text(x->e.mem, _("scored %s (%s)"), number(x, score->score), oca_layer_shown(score->basis));
    return oca_format_text(x->e.mem, _("not scored: %s"), oca_why_no_score(scores, item));
}

static void basis(explaining *x, size_t before, size_t now) {
    const oca_frame *rules = x->matching->reassessment;
    const oca_item_change *item = &x->c->items[now];
    CLAUSE(_("Two rounds: one basis"));
    SAY(_("Baseline: %s. Reassessment: %s."), state_in(x, x->c->baseline, before),
        state_in(x, x->c->reassessment, now));
    if (x->c->baseline->items[before].state != OCA_SCORED || x->c->reassessment->items[now].state != OCA_SCORED)
        return;
    for (size_t i = 0; i < rules->n_layers; i++) {
        oca_layer layer = rules->layers[i];
        SAY(_("- %s: %s then, %s now%s"), oca_layer_shown(layer),
            score_or_none(x, oca_layer_score(x->c->baseline, before, layer, rules)),
            score_or_none(x, oca_layer_score(x->c->reassessment, now, layer, rules)),
            layer == item->basis ? _(": the first that both rounds have, before any evidence cap") : "");
        if (layer == item->basis)
            break;
    }
    if (!item->basis)
        SAY(_("Nothing scored it in both rounds: another basis, so it is not compared."));
}

static void change(explaining *x, size_t now) {
    const oca_item_change *item = &x->c->items[now];
    const oca_frame_item *at = &x->matching->reassessment->items[now];
    CLAUSE(_("Two rounds: outcome"));
    SAY(_("%s - %s = %s on its scale; from 0.5 on it counts as moved: %s."), number(x, item->reassessment),
        number(x, item->baseline), number(x, item->delta), oca_outcome_shown(item->outcome));
    SAY(_("x = (score - %s) / (%s - %s): %s then, %s now."), number(x, at->min), number(x, at->max), number(x, at->min),
        number(x, item->x_baseline), number(x, item->x_reassessment));
    if (item->then.given)
        SAY(_("Seen from the reassessment it stood at %s then: a third figure, in no change.%s"),
            number(x, item->then.value),
            oca_judged_more_strictly(item) ? _(" It is lower than before, and so is that: judged more strictly.") : "");
}

static void explain_item(explaining *x, size_t now) {
    const oca_item_change *item = &x->c->items[now];
    const oca_frame *frame = x->matching->reassessment;
    long before = x->matching->baseline_item[now];
    SAY("%s (%s)", oca_item_title(frame, now, x->e.lang), frame->items[now].item->id);
    SAY(_("Area %s; weight %s%s"), oca_node_title(frame, frame->items[now].area, x->e.lang),
        number(x, frame->items[now].weight),
        before == OCA_NOWHERE
            ? ""
            : oca_format_text(x->e.mem, _(", at baseline %s"), number(x, x->matching->baseline->items[before].weight)));
    matching(x, now);
    if (before != OCA_NOWHERE && x->matching->same[now])
        basis(x, (size_t)before, now);
    CLAUSE(_("Two rounds: common"));
    SAY(_("Where it stands: %s."), item->listing == OCA_ASIDE
                                       ? _("in no list, scored in no round in which it takes part in the whole")
                                       : oca_listing_shown(item->listing));
    if (item->basis)
        change(x, now);
    if (before == OCA_NOWHERE || !frame->items[now].gate)
        return;
    CLAUSE(_("Two rounds: gates"));
    const char *was = oca_gate_shown(x->c->baseline->items[before].gate);
    SAY(_("Must-have: %s then, %s now%s%s"), *was ? was : OCA_UNDEFINED_SHOWN,
        oca_gate_shown(x->c->reassessment->items[now].gate), item->gate ? ": " : "", oca_gate_change_shown(item->gate));
}

static void explain_dropped(explaining *x, size_t before) {
    const oca_frame *frame = x->matching->baseline;
    SAY("%s (%s)", oca_item_title(frame, before, x->e.lang), frame->items[before].item->id);
    CLAUSE(_("Two rounds: matching"));
    SAY(_("No longer asked: nothing in the reassessment's rubric (%s) is its counterpart. Baseline: %s."),
        oca_instrument_shown(x->e.mem, x->matching->reassessment), state_in(x, x->c->baseline, before));
    SAY(_("In what was kept it is counted under %s, with its weight of %s."),
        oca_node_title(x->matching->reassessment, x->matching->place[before], x->e.lang),
        number(x, frame->items[before].weight));
}

/* Areas and the whole. */

static bool lies_in(const explaining *x, size_t place, size_t node) {
    return place >= node && place < x->matching->reassessment->nodes[node].end;
}

typedef struct {
    double common, all;
} shares;

static void add_share(explaining *x, shares *s, const char *title, double weight, oca_listing listing) {
    s->all += weight;
    s->common += listing == OCA_COMMON ? weight : 0;
    SAY(_("- %s: weight %s, %s"), title, number(x, weight),
        listing == OCA_COMMON ? _("compared")
                              : oca_format_text(x->e.mem, _("left out: %s"), oca_listing_shown(listing)));
}

static void tell_share(explaining *x, const shares *s, oca_number share, const char *what) {
    if (share.given)
        SAY("%s = %s / %s = %s", what, number(x, s->common), number(x, s->all), number(x, share.value));
    else
        SAY(_("%s = – (nothing was scored here that takes part in the whole)"), what);
}

static void kept(explaining *x, size_t node) {
    const oca_matching *m = x->matching;
    shares s = {0};
    CLAUSE(_("Two rounds: kept"));
    SAY(_("Scored at baseline, by the baseline's weights:"));
    for (size_t i = 0; i < m->baseline->n_items; i++) {
        if (x->c->baseline->items[i].state != OCA_SCORED || !oca_takes_part(m->baseline, i, 0) ||
            !lies_in(x, m->place[i], node))
            continue;
        long now = m->reassessment_item[i];
        add_share(x, &s, oca_item_title(m->baseline, i, x->e.lang), m->baseline->items[i].weight,
                  now == OCA_NOWHERE ? OCA_DROPPED_ITEM : x->c->items[now].listing);
    }
    tell_share(x, &s, x->c->nodes[node].kept, _("kept"));
}

static void covered(explaining *x, size_t node) {
    const oca_frame *frame = x->matching->reassessment;
    shares s = {0};
    CLAUSE(_("Two rounds: covered"));
    SAY(_("Scored at reassessment, by the reassessment's weights:"));
    for (size_t i = frame->nodes[node].first_item; i < frame->nodes[node].end_item; i++)
        if (x->c->reassessment->items[i].state == OCA_SCORED && oca_takes_part(frame, i, 0))
            add_share(x, &s, oca_item_title(frame, i, x->e.lang), frame->items[i].weight, x->c->items[i].listing);
    tell_share(x, &s, x->c->nodes[node].covered, _("covered"));
}

static void verdict(explaining *x, size_t node) {
    CLAUSE(_("Two rounds: verdict"));
    if (x->matching->reassessment->nodes[node].rollup == OCA_ROLLUP_MINIMUM)
        SAY(_("Rolled up by the minimum: comparable only where all is kept, partly from 0.5 on."));
    else
        SAY(_("Comparable from kept 0.8 on, partly from 0.5 on."));
    SAY(_("kept %s: %s"), maybe(x, x->c->nodes[node].kept), oca_verdict_shown(x->c->nodes[node].verdict));
}

/* One child's part in both rounds: what it weighs, and its two x. */
static void child(explaining *x, const char *title, double weight, oca_number before, oca_number now, double sums[3]) {
    if (!before.given || weight == 0) {
        SAY(_("- %s: left out, %s"), title, weight == 0 ? _("weight 0") : _("nothing in it is compared"));
        return;
    }
    SAY(_("- %s: weight %s, x = %s then, %s now"), title, number(x, weight), number(x, before.value),
        number(x, now.value));
    sums[0] += weight * before.value;
    sums[1] += weight * now.value;
    sums[2] += weight;
}

static void item_child(explaining *x, size_t i, double sums[3]) {
    const oca_item_change *item = &x->c->items[i];
    const char *title = oca_item_title(x->matching->reassessment, i, x->e.lang);
    if (item->listing == OCA_COMMON)
        child(x, title, x->matching->reassessment->items[i].weight, oca_given(item->x_baseline),
              oca_given(item->x_reassessment), sums);
    else
        SAY(_("- %s: left out, %s"), title,
            item->listing ? oca_listing_shown(item->listing) : _("scored in neither round, or without weight"));
}

static void roll_up(explaining *x, size_t node) {
    const oca_frame *frame = x->matching->reassessment;
    const oca_frame_node *at = &frame->nodes[node];
    bool pooled = at->rollup == OCA_ROLLUP_POOLED, minimum = at->rollup == OCA_ROLLUP_MINIMUM;
    double sums[3] = {0};
    SAY("%s", pooled    ? _("Pooled: all compared statements, by item weight alone")
              : minimum ? _("Minimum: the smallest x among the direct children, in each round")
                        : _("Mean: the direct children that have a value, each by its own weight"));
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (pooled || frame->items[i].area == node)
            item_child(x, i, sums);
    for (size_t area = node + 1; !pooled && area < at->end; area = frame->nodes[area].end)
        child(x, oca_node_title(frame, area, x->e.lang), frame->nodes[area].weight, x->c->nodes[area].x_baseline,
              x->c->nodes[area].x_reassessment, sums);
    if (!minimum && sums[2] > 0)
        SAY(_("Then %s / %s = %s; now %s / %s = %s"), number(x, sums[0]), number(x, sums[2]),
            number(x, sums[0] / sums[2]), number(x, sums[1]), number(x, sums[2]), number(x, sums[1] / sums[2]));
}

static void like_for_like(explaining *x, size_t node) {
    const oca_node_change *area = &x->c->nodes[node];
    CLAUSE(_("Two rounds: like for like"));
    if (!area->delta.given) {
        SAY(OCA_UNDEFINED_SHOWN " (%s)", oca_why_not_compared(x->e.mem, area));
        return;
    }
    SAY(_("Rollups and weights of the reassessment's rubric, without a threshold for what is answered."));
    roll_up(x, node);
    SAY(_("100 x = %s then, %s now; the change is %s points of 100. From %s on it counts as moved: %s."),
        number(x, area->common_baseline.value), number(x, area->common_reassessment.value),
        number(x, area->delta.value), number(x, x->matching->reassessment->change), oca_outcome_shown(area->outcome));
    if (area->level_baseline.given)
        SAY(_("On the scale: %s then, %s now. Relative, 100 (now - then) / then: %s"),
            number(x, area->level_baseline.value), number(x, area->level_reassessment.value),
            area->relative.given
                ? oca_format_text(x->e.mem, _("%s %% (beside %s points). %s"), number(x, area->relative.value),
                                  number(x, area->delta.value), _(oca_note_relative))
                : oca_format_text(x->e.mem, OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_relative(x->e.mem, area)));
    else
        SAY(_("No level: %s."), oca_why_no_levels(x->e.mem, area));
}

static void headlines(explaining *x, size_t node) {
    const oca_node_change *area = &x->c->nodes[node];
    CLAUSE(_("Two rounds: headline"));
    SAY(_("Each round by itself: %s then, %s now. %s"), maybe(x, area->baseline), maybe(x, area->reassessment),
        oca_headlines_compare(area)
            ? _("Kept and covered are both at least 0.8, so the two may stand side by side.")
            : _("Kept and covered are not both at least 0.8, so the two are not put side by side."));
}

static void participants(explaining *x, size_t node) {
    const oca_participants_view *view = &x->c->nodes[node].participants;
    CLAUSE(_("Two rounds: participants' view"));
    if (!view->given) {
        SAY(OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_participants(x->e.mem, &x->c->nodes[node]));
        return;
    }
    SAY(_("Members who scored, singly, at least half of the weight compared: mean of their own points %s over n = %zu, "
          "then %s over "
          "n = %zu; difference %s."),
        number(x, view->baseline), view->n_baseline, number(x, view->reassessment), view->n_reassessment,
        number(x, view->delta));
    if (view->interval.given)
        SAY(_("Welch's 95 %% interval: %s to %s."), number(x, view->interval.low), number(x, view->interval.high));
    else
        SAY(_("No interval: %s."), _(oca_why_no_interval));
    SAY("%s", _(oca_note_participants));
}

static void explain_node(explaining *x, size_t node) {
    const oca_frame *frame = x->matching->reassessment;
    SAY("%s (%s)", oca_node_title(frame, node, x->e.lang), node ? frame->nodes[node].area->id : _("overall"));
    SAY("%s", oca_compared_shown(x->e.mem, &x->c->nodes[node]));
    kept(x, node);
    covered(x, node);
    verdict(x, node);
    like_for_like(x, node);
    headlines(x, node);
    participants(x, node);
}

const char *oca_compare_explain(oca_arena *mem, const oca_comparison *comparison, const char *id, const char *lang,
                                const oca_screen *screen) {
    const oca_frame *frame = comparison->matching->reassessment;
    explaining made = {.e = {.out = {.written = {.mem = mem}, .screen = screen},
                             .mem = mem,
                             .scores = comparison->reassessment,
                             .frame = frame,
                             .lang = lang},
                       .c = comparison,
                       .matching = comparison->matching},
               *x = &made;
    long item = oca_frame_find_item(frame, id), node = oca_frame_find_node(frame, id);
    long dropped = oca_frame_find_item(comparison->matching->baseline, id);
    if (item != OCA_NOWHERE)
        explain_item(x, (size_t)item);
    else if (node != OCA_NOWHERE)
        explain_node(x, (size_t)node);
    else if (oca_equal(id, "overall"))
        explain_node(x, 0);
    else if (dropped != OCA_NOWHERE && comparison->matching->reassessment_item[dropped] == OCA_NOWHERE)
        explain_dropped(x, (size_t)dropped);
    return x->e.out.written.at;
}
