/* The sheet "Summary": can the two be compared, why not quite, what changed; on one page. */
#include "../../engine/base/words.h"
#include "workbook_parts.h"

enum { LABEL, FACT, SECOND, THIRD, LAST = THIRD };

/* The sheet while it is filled. */
typedef struct {
    const oca_compare_book *b;
    oca_sheet *sheet;
    int row;
} summary;

static void put_fact(summary *s, const char *label, oca_style style, const char *text) {
    oca_put_text(s->sheet, s->row, LABEL, OCA_STYLE_LABEL, label);
    oca_put_across(s->sheet, s->row, FACT, LAST, style, text);
    oca_fit_row(s->sheet, s->row++, 0);
}

static void put_section(summary *s, const char *title) {
    oca_fit_row(s->sheet, s->row++, 6);
    oca_compare_section(s->sheet, s->row++, LAST, title);
}

static void put_verdict(summary *s) {
    const oca_compare_book *b = s->b;
    const oca_node_change *all = &b->c->nodes[0];
    put_section(s, _("Can the two be compared?"));
    put_fact(s, _("Verdict"), OCA_STYLE_STRONG, oca_verdict_shown(all->verdict));
    const oca_cautions cautions = oca_cautions_of(b->mem, b->c);
    for (size_t i = 0; i < cautions.n; i++)
        put_fact(s, i ? "" : _("To know first"), OCA_STYLE_FACT, cautions.at[i].text);
    put_fact(s, _("What was compared"), OCA_STYLE_FACT, oca_compared_shown(b->mem, all));
    for (oca_listing listing = OCA_CHANGED; listing < OCA_LISTINGS; listing++)
        if (b->c->listed[listing].n)
            put_fact(s, "", OCA_STYLE_FACT,
                     oca_format_text(b->mem, _("%s: %zu"), oca_listing_shown(listing), b->c->listed[listing].n));
}

static const char *undefined(const summary *s, const char *why) {
    return oca_format_text(s->b->mem, OCA_UNDEFINED_SHOWN " (%s)", why);
}

static const char *points(const summary *s, double percent) {
    return oca_number_shown(s->b->mem, percent, OCA_DECIMALS_POINTS);
}

static const char *like_for_like(const summary *s) {
    oca_arena *mem = s->b->mem;
    const oca_node_change *all = &s->b->c->nodes[0];
    if (!all->delta.given)
        return undefined(s, oca_why_not_compared(mem, all));
    return oca_format_text(mem, _("%s points of 100, from %s to %s: %s"),
                           oca_change_shown(mem, all->delta.value, OCA_DECIMALS_POINTS),
                           points(s, all->common_baseline.value), points(s, all->common_reassessment.value),
                           oca_outcome_shown(all->outcome));
}

static const char *levels(const summary *s) {
    oca_arena *mem = s->b->mem;
    const oca_node_change *all = &s->b->c->nodes[0];
    if (!all->level_baseline.given)
        return undefined(s, oca_why_no_levels(mem, all));
    const char *shown = oca_levels_shown(mem, s->b->c, 0);
    if (!all->relative.given)
        return shown;
    return oca_format_text(mem, _("%s; %s %% relative* (%s points)"), shown,
                           oca_change_shown(mem, all->relative.value, 0),
                           oca_change_shown(mem, all->delta.value, OCA_DECIMALS_POINTS));
}

static const char *headlines(const summary *s) {
    const char *why = oca_why_no_headlines(s->b->mem, s->b->c, 0);
    return *why ? undefined(s, why) : oca_headlines_shown(s->b->mem, s->b->c, 0);
}

/* How many statements moved: counted by formulas over the sheet Statements. */
static void put_counts(summary *s) {
    const oca_compare_book *b = s->b;
    const oca_outcome_counts n = oca_count_outcomes(b->c, 0);
    const struct {
        oca_outcome outcome;
        size_t n;
    } counts[] = {{OCA_IMPROVED, n.improved}, {OCA_OUTCOME_SAME, n.same}, {OCA_REGRESSED, n.regressed}};
    const char *column = oca_range_of(b->statements, OCA_COMPARE_FIRST_ROW, OCA_STATEMENTS_OUTCOME, b->last_statement,
                                      OCA_STATEMENTS_OUTCOME);
    oca_put_text(s->sheet, s->row + 1, LABEL, OCA_STYLE_LABEL, _("Statements compared"));
    for (size_t i = 0; i < OCA_COUNT(counts); i++) {
        const char *word = oca_outcome_shown(counts[i].outcome);
        oca_put_text(s->sheet, s->row, FACT + (int)i, OCA_STYLE_HEADING_CENTRED, word);
        oca_put_formula(s->sheet, s->row + 1, FACT + (int)i, OCA_STYLE_WHOLE,
                        oca_format_text(b->mem, "=COUNTIF(%s,\"%s\")", column, word), (double)counts[i].n);
    }
    s->row += 2;
    put_fact(s, _("Any change at all"), OCA_STYLE_FACT,
             oca_format_text(b->mem, _("%zu up, %zu same, %zu down"), n.up, n.level, n.down));
}

static const char *must_haves(const summary *s) {
    size_t n[OCA_UNRESOLVED + 1] = {0};
    for (size_t i = 0; i < s->b->frame->n_items; i++)
        n[s->b->c->items[i].gate]++;
    return oca_format_text(s->b->mem, _("%zu now met, %zu newly not met, %zu not met then and not checked now"),
                           n[OCA_CLEARED], n[OCA_NEWLY_FAILED], n[OCA_UNRESOLVED]);
}

static void put_change(summary *s) {
    const oca_compare_book *b = s->b;
    put_section(s, _("What changed"));
    put_fact(s, _("Like for like"), OCA_STYLE_STRONG, like_for_like(s));
    put_fact(s, _("Level"), OCA_STYLE_FACT, levels(s));
    put_fact(s, _("Each round by itself"), OCA_STYLE_FACT, headlines(s));
    put_fact(s, _("Stage at baseline"), OCA_STYLE_FACT, oca_stage_then(b->mem, b->c, 0, b->lang));
    put_fact(s, _("Stage now"), OCA_STYLE_FACT, oca_stage_now(b->mem, b->c, 0, b->lang));
    put_counts(s);
    put_fact(s, _("Must-haves"), OCA_STYLE_FACT, must_haves(s));
    if (b->c->nodes[0].relative.given)
        put_fact(s, "*", OCA_STYLE_FACT, _(oca_note_relative));
}

static void put_measures(summary *s) {
    const oca_compare_book *b = s->b;
    const oca_rubric *rubric = b->frame->rubric;
    if (rubric->measures.n == 0)
        return;
    put_section(s, _("Measures"));
    oca_put_text(s->sheet, s->row, LABEL, OCA_STYLE_HEADING, _("Measure"));
    oca_put_text(s->sheet, s->row, FACT, OCA_STYLE_HEADING, _("Unit"));
    oca_put_text(s->sheet, s->row, SECOND, OCA_STYLE_HEADING_CENTRED, _("Baseline"));
    oca_put_text(s->sheet, s->row++, THIRD, OCA_STYLE_HEADING_CENTRED, _("Now"));
    for (size_t i = 0; i < rubric->measures.n; i++) {
        const oca_measure *measure = &rubric->measures.at[i];
        const char *title = oca_words_in(&measure->titles, b->lang, rubric->lang);
        oca_put_text(s->sheet, s->row, LABEL, OCA_STYLE_TEXT, *title ? title : measure->id);
        oca_put_text(s->sheet, s->row, FACT, OCA_STYLE_TEXT, oca_measure_unit(measure, b->lang));
        oca_put_maybe(s->sheet, s->row, SECOND, OCA_STYLE_LEVEL,
                      oca_measured_value(b->c->baseline->answers->assessment, measure->id));
        oca_put_maybe(s->sheet, s->row, THIRD, OCA_STYLE_LEVEL,
                      oca_measured_value(b->c->reassessment->answers->assessment, measure->id));
        oca_fit_row(s->sheet, s->row++, 0);
    }
    oca_put_text(s->sheet, s->row++, LABEL, OCA_STYLE_HINT,
                 oca_format_text(b->mem, "%s %s", _(oca_note_measures), _("“–”: not recorded.")));
}

void oca_compare_summary(const oca_compare_book *b) {
    static const double widths[] = {[LABEL] = 30, [FACT] = 26, [SECOND] = 18, [THIRD] = 22};
    const oca_assessment *now = b->c->reassessment->answers->assessment;
    summary made = {.b = b, .sheet = b->summary}, *s = &made;
    for (int i = 0; i <= LAST; i++)
        oca_set_width(s->sheet, i, i, widths[i]);
    oca_put_across(s->sheet, s->row, LABEL, LAST, OCA_STYLE_TITLE, b->footer);
    oca_fit_row(s->sheet, s->row++, 0);
    oca_put_across(s->sheet, s->row, LABEL, LAST, OCA_STYLE_SUBTITLE, now->organization->name);
    oca_fit_row(s->sheet, s->row++, 0);
    put_fact(s, _("Baseline"), OCA_STYLE_FACT, oca_round_shown(b->mem, b->c->baseline));
    put_fact(s, _("Reassessment"), OCA_STYLE_FACT, oca_round_shown(b->mem, b->c->reassessment));
    put_verdict(s);
    put_change(s);
    put_measures(s);
    oca_put_text(s->sheet, s->row, LABEL, OCA_STYLE_HINT, oca_subject_shown(s->b->frame));
    oca_compare_page_of_one(b, s->sheet);
    if (!b->mark)
        oca_show_first(s->sheet);
}
