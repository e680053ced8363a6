/* The comparison as a readable summary: verdict and reasons first. */
#include "../../engine/base/words.h"
#include "../tones.h"
#include "text_parts.h"

static void line(oca_compare_page *p, const char *label, const char *text) {
    oca_lines_labelled(&p->out, label, OCA_TONE_PLAIN, text);
}

void oca_compare_say(oca_compare_page *p, const char *text) {
    oca_lines_wrap(&p->out, text, 0, 2);
}

const char *oca_compare_undefined(const oca_compare_page *p, const char *why) {
    return oca_format_text(p->mem, OCA_UNDEFINED_SHOWN " (%s)", why);
}

static const char *points(const oca_compare_page *p, double percent) {
    return oca_number_shown(p->mem, percent, OCA_DECIMALS_POINTS);
}

static void heading(oca_compare_page *p) {
    oca_lines_title(&p->out, p->c->reassessment->answers->assessment->organization->name);
    line(p, _("Baseline"), oca_round_shown(p->mem, p->c->baseline));
    line(p, _("Reassessment"), oca_round_shown(p->mem, p->c->reassessment));
}

static void verdict(oca_compare_page *p) {
    const oca_node_change *all = &p->c->nodes[0];
    oca_lines_heading(&p->out, _("Can the two be compared?"));
    line(p, _("Verdict"),
         oca_format_text(p->mem, _("%s; %s"), oca_verdict_shown(all->verdict), oca_compared_shown(p->mem, all)));
    const oca_cautions cautions = oca_cautions_of(p->mem, p->c);
    for (size_t i = 0; i < cautions.n; i++)
        line(p, i ? "" : _("To know first"), cautions.at[i].text);
}

/* "+14.0 points of 100, from 33.3 to 47.3: improved". */
static const char *like_for_like(const oca_compare_page *p) {
    const oca_node_change *all = &p->c->nodes[0];
    if (!all->delta.given)
        return oca_compare_undefined(p, oca_why_not_compared(p->mem, all));
    return oca_format_text(p->mem, _("%s points of 100, from %s to %s: %s"),
                           oca_change_shown(p->mem, all->delta.value, OCA_DECIMALS_POINTS),
                           points(p, all->common_baseline.value), points(p, all->common_reassessment.value),
                           oca_outcome_shown(all->outcome));
}

static const char *level(const oca_compare_page *p) {
    const oca_node_change *all = &p->c->nodes[0];
    if (!all->level_baseline.given)
        return oca_compare_undefined(p, oca_why_no_levels(p->mem, all));
    const char *levels = oca_levels_shown(p->mem, p->c, 0);
    if (!all->relative.given)
        return levels;
    return oca_format_text(p->mem, _("%s, %s %% relative* (%s points)"), levels,
                           oca_change_shown(p->mem, all->relative.value, 0),
                           oca_change_shown(p->mem, all->delta.value, OCA_DECIMALS_POINTS));
}

static const char *headline(const oca_compare_page *p, size_t node) {
    const char *why = oca_why_no_headlines(p->mem, p->c, node);
    return *why ? oca_compare_undefined(p, why) : oca_headlines_shown(p->mem, p->c, node);
}

/* Must-haves of all pairs that ask the same. */
static const char *must_haves(const oca_compare_page *p) {
    size_t n[OCA_UNRESOLVED + 1] = {0};
    for (size_t i = 0; i < p->frame->n_items; i++)
        n[p->c->items[i].gate]++;
    return oca_format_text(p->mem, _("%zu now met, %zu newly not met, %zu not met then and not checked now"),
                           n[OCA_CLEARED], n[OCA_NEWLY_FAILED], n[OCA_UNRESOLVED]);
}

static void overall(oca_compare_page *p) {
    oca_outcome_counts n = oca_count_outcomes(p->c, 0);
    oca_lines_heading(&p->out, _("Overall"));
    oca_lines_labelled(&p->out, _("Like for like"), oca_outcome_tone(p->c->nodes[0].outcome), like_for_like(p));
    line(p, _("Level"), level(p));
    line(p, _("Statements"),
         oca_format_text(p->mem, _("%zu improved, %zu same, %zu lower than before (any change at all: %zu, %zu, %zu)"),
                         n.improved, n.same, n.regressed, n.up, n.level, n.down));
    line(p, _("Must-haves"), must_haves(p));
    line(p, _("Each round by itself"), headline(p, 0));
    line(p, _("Stage"),
         oca_format_text(p->mem,
                         oca_headlines_compare(&p->c->nodes[0]) ? "%s → %s" : _("%s, then %s: each by itself, no pair"),
                         oca_stage_then(p->mem, p->c, 0, p->lang), oca_stage_now(p->mem, p->c, 0, p->lang)));
    oca_compare_say(p, oca_subject_shown(p->frame));
    if (p->c->nodes[0].relative.given)
        oca_compare_say(p, oca_format_text(p->mem, "* %s", _(oca_note_relative)));
}

static void area_row(oca_compare_page *p, oca_table *table, size_t node) {
    const oca_node_change *area = &p->c->nodes[node];
    int indent = 2 * ((int)p->frame->nodes[node].depth - 1);
    const char *why = oca_why_not_compared(p->mem, area);
    oca_table_text(p->mem, table,
                   oca_format_text(p->mem, "%*s%s", indent, "", oca_node_title(p->frame, node, p->lang)));
    oca_table_maybe(p->mem, table, area->common_baseline, OCA_DECIMALS_POINTS, why);
    oca_table_points(p->mem, table, area->common_reassessment, OCA_DECIMALS_POINTS, why);
    if (area->delta.given)
        oca_table_text(p->mem, table, oca_change_shown(p->mem, area->delta.value, OCA_DECIMALS_POINTS));
    else
        oca_table_undefined(p->mem, table, why);
    if (area->level_baseline.given)
        oca_table_text(p->mem, table, oca_levels_shown(p->mem, p->c, node));
    else
        oca_table_undefined(p->mem, table, oca_why_no_levels(p->mem, area));
    if (area->outcome) {
        oca_table_text(p->mem, table, oca_outcome_shown(area->outcome));
        oca_table_tone(table, oca_outcome_tone(area->outcome));
    } else {
        oca_table_undefined(p->mem, table, why);
    }
    oca_table_number(p->mem, table, (double)area->common, 0);
    oca_table_text(p->mem, table, oca_verdict_shown(area->verdict));
}

static void areas(oca_compare_page *p) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Area"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Baseline, points"), "common_baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Now, points"), "common_reassessment", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Change"), "delta", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Level"), "level_baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Outcome"), "outcome", OCA_LEFT);
    oca_table_column(p->mem, &table, _("n"), NULL, OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Verdict"), "verdict", OCA_LEFT);
    for (size_t node = 1; node < p->frame->n_nodes; node++)
        area_row(p, &table, node);
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Areas, like for like"));
    oca_table_write(&p->out, &table);
    oca_compare_say(
        p, oca_format_text(p->mem,
                           _("Points of 100 over what both rounds asked and scored alike; n: statements compared. "
                             "Improved or lower from %s points on."),
                           oca_level_number(p->mem, p->frame->change)));
}

static void text_or_why(oca_compare_page *p, oca_table *table, const char *text, const char *why) {
    if (*why)
        oca_table_undefined(p->mem, table, why);
    else
        oca_table_text(p->mem, table, text);
}

static void headline_row(oca_compare_page *p, oca_table *table, size_t node) {
    const oca_node_change *area = &p->c->nodes[node];
    const char *why = oca_why_no_headlines(p->mem, p->c, node), *levels = oca_own_levels_shown(p->mem, p->c, node);
    oca_number before = area->baseline, now = area->reassessment;
    before.given = now.given = !*why;
    oca_table_text(p->mem, table, oca_node_title(p->frame, node, p->lang));
    oca_table_maybe(p->mem, table, before, OCA_DECIMALS_POINTS, why);
    oca_table_maybe(p->mem, table, now, OCA_DECIMALS_POINTS, why);
    text_or_why(p, table, levels, *why || levels ? why : oca_why_no_own_levels(p->mem, p->c, node));
    text_or_why(p, table, oca_stage_then(p->mem, p->c, node, p->lang), oca_why_no_stage_then(p->mem, p->c, node));
    text_or_why(p, table, oca_stage_now(p->mem, p->c, node, p->lang), oca_why_no_stage_now(p->mem, p->c, node));
}

/* Both rounds' own points side by side, only where they are a pair. */
static void headlines(oca_compare_page *p) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Area"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Baseline, points"), "baseline", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Now, points"), "reassessment", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Level"), NULL, OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Stage at baseline"), "stage_baseline", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Stage now"), "stage_reassessment", OCA_LEFT);
    for (size_t node = 1; node < p->frame->n_nodes; node++)
        if (p->frame->nodes[node].depth == 1)
            headline_row(p, &table, node);
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Areas, each round by itself"));
    oca_table_write(&p->out, &table);
}

static void write_pair(oca_compare_page *p) {
    heading(p);
    verdict(p);
    overall(p);
    areas(p);
    headlines(p);
    oca_compare_details(p);
}

/* What a series says at a glance, before each pair. */
static void series(oca_compare_page *p, const oca_compared_list *pairs) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("From"), NULL, OCA_LEFT);
    oca_table_column(p->mem, &table, _("To"), NULL, OCA_LEFT);
    oca_table_column(p->mem, &table, _("Change, points"), "delta", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Outcome"), "outcome", OCA_LEFT);
    oca_table_column(p->mem, &table, _("n"), NULL, OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Verdict"), "verdict", OCA_LEFT);
    for (size_t i = 0; i < pairs->n; i++) {
        const oca_comparison *c = pairs->at[i].comparison;
        const oca_node_change *all = &c->nodes[0];
        oca_table_text(p->mem, &table, oca_round_shown(p->mem, c->baseline));
        oca_table_text(p->mem, &table, oca_round_shown(p->mem, c->reassessment));
        if (all->delta.given)
            oca_table_text(p->mem, &table, oca_change_shown(p->mem, all->delta.value, OCA_DECIMALS_POINTS));
        else
            oca_table_undefined(p->mem, &table, oca_why_not_compared(p->mem, all));
        oca_table_text(p->mem, &table, oca_outcome_shown(all->outcome));
        oca_table_tone(&table, oca_outcome_tone(all->outcome));
        oca_table_number(p->mem, &table, (double)all->common, 0);
        oca_table_text(p->mem, &table, oca_verdict_shown(all->verdict));
    }
    oca_lines_heading(&p->out, _("Series: each round with the next, then the first with the last"));
    oca_table_write(&p->out, &table);
}

const char *oca_compare_text(oca_arena *mem, const oca_compared_list *pairs, const char *lang,
                             const oca_screen *screen) {
    oca_compare_page made = {.out = {.written = {.mem = mem}, .screen = screen}, .mem = mem, .lang = lang}, *p = &made;
    if (pairs->n > 1) {
        oca_lines_title(&p->out, pairs->at[0].comparison->reassessment->answers->assessment->organization->name);
        series(p, pairs);
    }
    for (size_t i = 0; i < pairs->n; i++) {
        p->pair = &pairs->at[i];
        p->c = p->pair->comparison;
        p->frame = p->c->matching->reassessment;
        if (pairs->n > 1) {
            oca_lines_gap(&p->out);
            oca_lines_gap(&p->out);
        }
        write_pair(p);
    }
    return p->out.written.at;
}
