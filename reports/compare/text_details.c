/* Below the areas: what moved, what was not compared, the members' own scores, measures, the plan. */
#include "../../engine/base/words.h"
#include "../tones.h"
#include "text_parts.h"

static const char *item_note(const oca_compare_page *p, size_t item) {
    const oca_item_change *change = &p->c->items[item];
    oca_strings notes = {0};
    if (change->gate)
        *(const char **)OCA_ADD(p->mem, &notes) =
            oca_format_text(p->mem, _("must-have %s"), oca_gate_change_shown(change->gate));
    if (oca_judged_more_strictly(change))
        *(const char **)OCA_ADD(p->mem, &notes) = _("judged more strictly");
    return oca_join(p->mem, &notes, "; ");
}

/* Improved ones, then those that are lower, then must-haves that changed without either. */
static void moved(oca_compare_page *p) {
    static const oca_outcome order[] = {OCA_IMPROVED, OCA_REGRESSED, OCA_OUTCOME_SAME, OCA_OUTCOME_NONE};
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Statement"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Baseline"), "baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Now"), "reassessment", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Whose score"), "basis", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Outcome"), "outcome", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Note"), NULL, OCA_LEFT);
    for (size_t k = 0; k < OCA_COUNT(order); k++)
        for (size_t i = 0; i < p->frame->n_items; i++) {
            const oca_item_change *item = &p->c->items[i];
            bool shown = k < 2 ? item->listing == OCA_COMMON : item->gate != OCA_GATE_UNCHANGED;
            if (item->outcome != order[k] || !shown)
                continue;
            const char *why = oca_listing_shown(item->listing);
            oca_number before = {item->basis != OCA_LAYER_NONE, item->baseline};
            oca_number now = {item->basis != OCA_LAYER_NONE, item->reassessment};
            oca_table_text(p->mem, &table, oca_item_title(p->frame, i, p->lang));
            oca_table_maybe(p->mem, &table, before, OCA_DECIMALS_LEVEL, why);
            oca_table_maybe(p->mem, &table, now, OCA_DECIMALS_LEVEL, why);
            oca_table_text(p->mem, &table, oca_layer_shown(item->basis));
            oca_table_text(p->mem, &table, oca_outcome_shown(item->outcome));
            oca_table_tone(&table, oca_outcome_tone(item->outcome));
            oca_table_text(p->mem, &table, item_note(p, i));
            oca_table_tone(&table, oca_gate_change_tone(item->gate));
        }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("What moved"));
    oca_table_write(&p->out, &table);
    oca_compare_say(p, _("A statement moves from half a level on. All statements: --format csv, or a workbook."));
}

static void not_compared(oca_compare_page *p) {
    bool any = false;
    for (oca_listing listing = OCA_CHANGED; listing < OCA_LISTINGS; listing++) {
        const oca_strings *ids = &p->c->listed[listing];
        oca_strings titles = {0};
        for (size_t i = 0; i < ids->n; i++)
            *(const char **)OCA_ADD(p->mem, &titles) = oca_listed_title(p->c, listing, ids->at[i], p->lang);
        if (!ids->n)
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("Not compared"));
        any = true;
        oca_compare_say(p, oca_format_text(p->mem, _("%s (%zu): %s"), oca_listing_shown(listing), ids->n,
                                           oca_join(p->mem, &titles, "; ")));
    }
}

static void then_view(oca_compare_page *p) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Statement"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Baseline"), "baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Then, seen from today"), "then", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Now"), "reassessment", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("In words"), NULL, OCA_LEFT);
    for (size_t i = 0; i < p->frame->n_items; i++) {
        const oca_item_change *item = &p->c->items[i];
        if (!item->then.given)
            continue;
        const char *why = _("not scored on one basis in both rounds");
        oca_table_text(p->mem, &table, oca_item_title(p->frame, i, p->lang));
        oca_table_maybe(p->mem, &table, (oca_number){item->basis != OCA_LAYER_NONE, item->baseline}, OCA_DECIMALS_LEVEL,
                        why);
        oca_table_number(p->mem, &table, item->then.value, OCA_DECIMALS_LEVEL);
        oca_table_maybe(p->mem, &table, (oca_number){item->basis != OCA_LAYER_NONE, item->reassessment},
                        OCA_DECIMALS_LEVEL, why);
        oca_table_text(p->mem, &table, oca_judged_more_strictly(item) ? _("judged more strictly") : "");
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Then, seen from today"));
    oca_table_write(&p->out, &table);
    oca_compare_say(p, _(oca_note_then));
}

static void participants_row(oca_compare_page *p, oca_table *table, size_t node) {
    const oca_participants_view *view = &p->c->nodes[node].participants;
    const char *why = oca_why_no_participants(p->mem, &p->c->nodes[node]);
    oca_table_text(p->mem, table, oca_node_title(p->frame, node, p->lang));
    oca_table_maybe(p->mem, table, (oca_number){view->given, view->baseline}, OCA_DECIMALS_POINTS, why);
    oca_table_maybe(p->mem, table, (oca_number){view->given, (double)view->n_baseline}, 0, why);
    oca_table_maybe(p->mem, table, (oca_number){view->given, view->reassessment}, OCA_DECIMALS_POINTS, why);
    oca_table_maybe(p->mem, table, (oca_number){view->given, (double)view->n_reassessment}, 0, why);
    if (!view->given) {
        oca_table_undefined(p->mem, table, why);
        oca_table_undefined(p->mem, table, why);
        return;
    }
    oca_table_text(p->mem, table, oca_change_shown(p->mem, view->delta, OCA_DECIMALS_POINTS));
    if (view->interval.given)
        oca_table_text(p->mem, table,
                       oca_format_text(p->mem, _("%s to %s"),
                                       oca_change_shown(p->mem, view->interval.low, OCA_DECIMALS_POINTS),
                                       oca_change_shown(p->mem, view->interval.high, OCA_DECIMALS_POINTS)));
    else
        oca_table_undefined(p->mem, table, _(oca_why_no_interval));
}

static void participants(oca_compare_page *p) {
    oca_table table = {0};
    size_t shown = oca_areas_shown(p->c);
    oca_table_column(p->mem, &table, _("Area"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Baseline, points"), "participants.baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("n"), "participants.n_baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Now, points"), "participants.reassessment", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("n"), "participants.n_reassessment", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Difference"), "participants.delta", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("95 % interval"), "participants.interval", OCA_RIGHT);
    for (size_t node = 0; node < p->frame->n_nodes; node++)
        if (p->frame->nodes[node].depth <= 1)
            participants_row(p, &table, node);
    oca_lines_heading(&p->out, _("Apart from all this: how the members themselves scored"));
    if (!p->c->nodes[0].participants.given && !shown) {
        oca_compare_say(p, oca_compare_undefined(p, oca_why_no_participants(p->mem, &p->c->nodes[0])));
        return;
    }
    oca_table_write(&p->out, &table);
    oca_compare_say(p, _("Means of each member's own points of 100 over the statements compared; Welch's interval."));
    oca_compare_say(p, _(oca_note_participants));
    oca_compare_say(p, oca_note_chance(p->mem, shown));
}

static void measures(oca_compare_page *p) {
    const oca_rubric *rubric = p->frame->rubric;
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Measure"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Unit"), NULL, OCA_LEFT);
    oca_table_column(p->mem, &table, _("Baseline"), "baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Now"), "reassessment", OCA_RIGHT);
    for (size_t i = 0; i < rubric->measures.n; i++) {
        const oca_measure *measure = &rubric->measures.at[i];
        const oca_scores *const rounds[] = {p->c->baseline, p->c->reassessment};
        const char *title = oca_words_in(&measure->titles, p->lang, rubric->lang);
        oca_table_text(p->mem, &table, *title ? title : measure->id);
        oca_table_text(p->mem, &table, oca_measure_unit(measure, p->lang));
        for (size_t k = 0; k < OCA_COUNT(rounds); k++) {
            oca_number value = oca_measured_value(rounds[k]->answers->assessment, measure->id);
            if (value.given)
                oca_table_text(p->mem, &table, oca_number_text(p->mem, value.value));
            else
                oca_table_undefined(p->mem, &table, _("not recorded"));
        }
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Measures"));
    oca_table_write(&p->out, &table);
    oca_compare_say(p, _(oca_note_measures));
}

static void plan_effect(oca_compare_page *p) {
    const oca_plan_effect *effect = p->pair->effect;
    if (!effect)
        return;
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Stood at, points"), "from", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("What became of its actions"), "group", OCA_LEFT);
    oca_table_column(p->mem, &table, _("n"), "n", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Mean change, points"), "mean_delta", OCA_RIGHT);
    for (size_t i = 0; i < effect->n; i++) {
        const oca_effect_row *row = &effect->at[i];
        oca_number mean = oca_effect_mean(row);
        oca_table_maybe(p->mem, &table, row->from, OCA_DECIMALS_POINTS, oca_effect_group_shown(row->group));
        oca_table_text(p->mem, &table, oca_effect_group_shown(row->group));
        oca_table_number(p->mem, &table, (double)row->n, 0);
        if (mean.given)
            oca_table_text(p->mem, &table, oca_change_shown(p->mem, mean.value, OCA_DECIMALS_POINTS));
        else
            oca_table_undefined(p->mem, &table, _(oca_why_no_effect));
    }
    oca_lines_heading(&p->out, _("What became of the plan's weaknesses"));
    oca_table_write(&p->out, &table);
    oca_compare_say(p, _(oca_note_effect));
}

void oca_compare_details(oca_compare_page *p) {
    moved(p);
    then_view(p);
    not_compared(p);
    participants(p);
    measures(p);
    plan_effect(p);
}
