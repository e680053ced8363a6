#include "score_text.h"

#include "../engine/base/words.h"
#include "checked.h"
#include "groups_text.h"
#include "phrases.h"
#include "table.h"
#include "tones.h"

typedef struct {
    oca_lines out;
    oca_arena *mem;
    const oca_scores *scores;
    const oca_frame *frame;
    const char *lang;
} page;

static void line(page *p, const char *label, const char *text) {
    oca_lines_labelled(&p->out, label, OCA_TONE_PLAIN, text);
}

/* "– (why)". */
static const char *undefined(const page *p, const char *why) {
    return oca_format_text(p->mem, OCA_UNDEFINED_SHOWN " (%s)", why);
}

static void heading(page *p) {
    const oca_assessment *assessment = p->scores->answers->assessment;
    const oca_rubric *rubric = p->frame->rubric;
    const char *title = oca_words_in(&rubric->titles, p->lang, rubric->lang);
    oca_lines_title(&p->out, assessment->organization->name);
    oca_lines_say(&p->out, "%s, %s", oca_round_word(assessment->round), oca_day_text(p->mem, assessment->date.day));
    if (assessment->as_of.given)
        oca_lines_say(&p->out, _("Reconstructed: as things stood on %s"), oca_day_text(p->mem, assessment->as_of.day));
    oca_lines_say(&p->out, "%s%s(%s)\n\n", title, *title ? " " : "", oca_instrument_shown(p->mem, p->frame));
}

static const char *agreement(const page *p, size_t node) {
    const oca_node_score *score = &p->scores->nodes[node];
    if (!score->consensus.given)
        return undefined(p, oca_why_no_consensus(p->scores, node));
    long n = oca_consensus_n(p->scores, node);
    size_t divided = (size_t)score->divided;
    return oca_format_text(p->mem, _("%s of 100, mean over %s; %s"),
                           oca_number_shown(p->mem, score->consensus.value, OCA_DECIMALS_POINTS),
                           oca_plural(p->mem, (size_t)n, "item", "items"),
                           oca_plural(p->mem, divided, "item divides the room", "items divide the room"));
}

static void overall(page *p) {
    const oca_node_score *score = &p->scores->nodes[0];
    const char *points = score->percent.given ? oca_points_shown(p->mem, score->percent.value)
                                              : undefined(p, oca_why_no_percent(p->mem, p->scores, 0));
    const char *whole = points;
    if (score->level.given)
        whole = oca_format_text(p->mem, "%s (%s)",
                                oca_level_shown(p->mem, score->level.value, oca_node_max(p->frame, 0)), points);
    else if (score->percent.given)
        whole = oca_format_text(p->mem, _("%s; no level: %s"), points, oca_why_no_level(p->mem, p->scores, 0));
    oca_lines_labelled_bar(&p->out, _("Overall"), score->percent, whole);
    oca_lines_labelled(&p->out, _("Stage"), oca_stage_tone(score),
                       score->stage == OCA_NOWHERE ? undefined(p, oca_why_no_percent(p->mem, p->scores, 0))
                                                   : oca_stage_shown(p->mem, p->scores, 0, p->lang));
    if (score->stage != OCA_NOWHERE && score->stage != score->stage_uncapped)
        line(p, "",
             oca_format_text(p->mem, _("the points alone would reach %s; a must-have not yet met holds it"),
                             oca_stage_title(p->frame, score->stage_uncapped, p->lang)));
    line(p, _("Answered"), oca_answered_shown(p->mem, score));
    oca_lines_labelled_bar(&p->out, _("Agreement in the room"), score->consensus, agreement(p, 0));
    line(p, _("Reading"),
         score->quadrant ? oca_quadrant_shown(score->quadrant) : undefined(p, oca_why_no_quadrant(p->scores, 0)));
    oca_lines_wrap(&p->out, oca_subject_shown(p->scores->answers->frame), 0, 0);
}

static void area_row(page *p, oca_table *table, size_t node) {
    const oca_node_score *score = &p->scores->nodes[node];
    int indent = 2 * ((int)p->frame->nodes[node].depth - 1);
    oca_table_text(p->mem, table,
                   oca_format_text(p->mem, "%*s%s", indent, "", oca_node_title(p->frame, node, p->lang)));
    const char *why = oca_why_no_percent(p->mem, p->scores, node);
    oca_table_points(p->mem, table, score->percent, OCA_DECIMALS_POINTS, why);
    if (score->level.given)
        oca_table_text(p->mem, table, oca_level_shown(p->mem, score->level.value, oca_node_max(p->frame, node)));
    else
        oca_table_undefined(p->mem, table, oca_why_no_level(p->mem, p->scores, node));
    oca_table_text(p->mem, table, oca_answered_shown(p->mem, score));
    if (score->stage == OCA_NOWHERE) {
        oca_table_undefined(p->mem, table, why);
    } else {
        oca_table_text(p->mem, table, oca_stage_shown(p->mem, p->scores, node, p->lang));
        oca_table_tone(table, oca_stage_tone(score));
    }
    oca_table_maybe(p->mem, table, score->consensus, OCA_DECIMALS_POINTS, oca_why_no_consensus(p->scores, node));
    oca_table_number(p->mem, table, (double)oca_consensus_n(p->scores, node), 0);
    if (score->quadrant)
        oca_table_text(p->mem, table, oca_quadrant_shown(score->quadrant));
    else
        oca_table_undefined(p->mem, table, oca_why_no_quadrant(p->scores, node));
}

static void areas(page *p) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Area"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Points of 100"), "percent", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Level"), "level", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Answered"), "scored", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Stage"), "stage", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Agreement of 100"), "consensus", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("n items"), NULL, OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Reading"), "quadrant", OCA_LEFT);
    for (size_t node = 1; node < p->frame->n_nodes; node++)
        area_row(p, &table, node);
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Areas"));
    oca_table_write(&p->out, &table);
    oca_lines_wrap(&p->out, _("n items: how many items the agreement is the mean of"), 0, 2);
}

static const char *level_of(const page *p, size_t item) {
    return oca_level_shown(p->mem, p->scores->items[item].score, p->frame->items[item].max);
}

static void must_have_row(page *p, oca_table *table, size_t item) {
    const oca_item_score *score = &p->scores->items[item];
    const oca_frame_item *at = &p->frame->items[item];
    oca_table_text(p->mem, table, oca_item_title(p->frame, item, p->lang));
    oca_table_text(p->mem, table, oca_gate_shown(score->gate));
    oca_table_tone(table, oca_gate_tone(score->gate));
    if (score->state == OCA_SCORED)
        oca_table_text(p->mem, table, level_of(p, item));
    else
        oca_table_undefined(p->mem, table, oca_why_no_score(p->scores, item));
    oca_table_text(p->mem, table, oca_level_shown(p->mem, at->gate->at_least.value, at->max));
    oca_table_text(p->mem, table,
                   score->gate == OCA_GATE_FAILED ? oca_stage_title(p->frame, (long)at->ceiling, p->lang) : "");
}

static void must_haves(page *p) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Must-have"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Met?"), "gate", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Level"), "score", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("At least"), NULL, OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Holds the stage at"), NULL, OCA_LEFT);
    for (size_t i = 0; i < p->frame->n_items; i++)
        if (p->scores->items[i].gate == OCA_GATE_FAILED)
            must_have_row(p, &table, i);
    for (size_t i = 0; i < p->frame->n_items; i++)
        if (p->scores->items[i].gate == OCA_GATE_OPEN || p->scores->items[i].gate == OCA_GATE_WAIVED)
            must_have_row(p, &table, i);
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Must-haves not yet met, or not checked"));
    oca_table_write(&p->out, &table);
}

static void add(const page *p, oca_strings *parts, const char *part) {
    *(const char **)OCA_ADD(p->mem, parts) = part;
}

/* "3 gave 1, 5 gave 2, 1 did not know": each answer and how many gave it. */
static const char *spread(const page *p, size_t item) {
    const oca_counts *counts = &p->scores->items[item].counts;
    oca_strings parts = {0};
    for (size_t i = 0; i < counts->values.n; i++)
        add(p, &parts,
            oca_format_text(p->mem, oca_counted("%ld gave %s", "%ld gave %s", (size_t)counts->values.at[i].count),
                            counts->values.at[i].count, oca_level_number(p->mem, counts->values.at[i].value)));
    if (counts->dk)
        add(p, &parts,
            oca_format_text(p->mem, oca_counted("%ld did not know", "%ld did not know", (size_t)counts->dk),
                            counts->dk));
    if (counts->na)
        add(p, &parts,
            oca_format_text(p->mem, oca_counted("%ld said N/A", "%ld said N/A", (size_t)counts->na), counts->na));
    return oca_join(p->mem, &parts, ", ");
}

static void divided(page *p) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Item"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Agreement of 100"), "consensus", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("n"), "n", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Answers"), NULL, OCA_LEFT);
    for (size_t i = 0; i < p->frame->n_items; i++) {
        if (!oca_divides(p->scores, i))
            continue;
        oca_table_text(p->mem, &table, oca_item_title(p->frame, i, p->lang));
        oca_table_points(p->mem, &table, p->scores->items[i].consensus, OCA_DECIMALS_POINTS, "");
        oca_table_number(p->mem, &table, (double)p->scores->items[i].counts.n, 0);
        oca_table_text(p->mem, &table, spread(p, i));
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Items that divide the room"));
    oca_table_write(&p->out, &table);
}

static void not_known(page *p) {
    bool any = false;
    for (size_t i = 0; i < p->frame->n_items; i++) {
        const oca_counts *counts = &p->scores->items[i].counts;
        if (!oca_not_known(p->scores, i))
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("Not known to members"));
        any = true;
        oca_lines_wrap(&p->out,
                       oca_format_text(p->mem, _("%s: %ld of %ld answered \"don't know\""),
                                       oca_item_title(p->frame, i, p->lang), counts->dk,
                                       counts->n + counts->na + counts->dk),
                       0, 2);
    }
}

static void evidence(page *p) {
    bool any = false;
    for (size_t i = 0; i < p->frame->n_items; i++) {
        const oca_item_score *score = &p->scores->items[i];
        if (score->state != OCA_SCORED || !score->evidence_missing)
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("Evidence to record"));
        any = true;
        const char *title = oca_item_title(p->frame, i, p->lang);
        if (score->capped)
            oca_lines_say(&p->out, _("%s: scored %s, counted as %s until it is there"), title,
                          oca_level_number(p->mem, score->score_uncapped), level_of(p, i));
        else
            oca_lines_wrap(&p->out, title, 0, 2);
    }
}

/* What is unfinished, by kind; evidence has its own heading. */
static void to_complete(page *p) {
    static const char *const kinds[] = {"profile", "facilitator", "participants", "answer", "reason"};
    const oca_to_completes *list = &p->scores->to_complete;
    bool any = false;
    for (size_t k = 0; k < OCA_COUNT(kinds); k++) {
        oca_buffer titles = {.mem = p->mem};
        size_t n = 0;
        for (size_t i = 0; i < list->n; i++) {
            if (!oca_equal(list->at[i].what, kinds[k]))
                continue;
            long item = list->at[i].item ? oca_frame_find_item(p->frame, list->at[i].item) : OCA_NOWHERE;
            if (item != OCA_NOWHERE)
                oca_buffer_print(&titles, "%s%s", titles.n ? "; " : "",
                                 oca_item_title(p->frame, (size_t)item, p->lang));
            n++;
        }
        if (n == 0)
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("To complete"));
        any = true;
        const char *what = oca_to_complete_shown(kinds[k]);
        oca_lines_wrap(&p->out, titles.n ? oca_format_text(p->mem, _("%s (%zu): %s"), what, n, titles.at) : what, 0, 2);
    }
}

static void item_row(page *p, oca_table *table, size_t item) {
    const oca_item_score *score = &p->scores->items[item];
    const char *why = oca_why_no_score(p->scores, item);
    oca_table_text(p->mem, table, oca_format_text(p->mem, "  %s", oca_item_title(p->frame, item, p->lang)));
    if (score->state == OCA_SCORED) {
        oca_table_text(p->mem, table, level_of(p, item));
        oca_table_points(p->mem, table, oca_given(100 * score->x), OCA_DECIMALS_POINTS, "");
    } else {
        oca_table_undefined(p->mem, table, why);
        oca_table_undefined(p->mem, table, why);
    }
    oca_table_text(p->mem, table, oca_layer_shown(score->basis));
    oca_table_number(p->mem, table, (double)score->counts.n, 0);
    oca_table_maybe(p->mem, table, score->consensus, OCA_DECIMALS_POINTS, oca_why_no_item_consensus(p->scores, item));
    if (oca_divides(p->scores, item))
        oca_table_tone(table, OCA_TONE_CAUTION);
    oca_table_text(p->mem, table, oca_gate_shown(score->gate));
    oca_table_tone(table, oca_gate_tone(score->gate));
}

/* All items, each area's title above its own. */
static void items(page *p) {
    static const char *const headings[] = {N_("Level"), N_("Points of 100"),    N_("By"),
                                           N_("n"),     N_("Agreement of 100"), N_("Must-have")};
    static const char *const fields[] = {"score", "percent", "basis", "n", "consensus", "gate"};
    static const oca_align aligns[] = {OCA_RIGHT, OCA_RIGHT, OCA_LEFT, OCA_RIGHT, OCA_RIGHT, OCA_LEFT};
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Item"), "id", OCA_LEFT);
    for (size_t i = 0; i < OCA_COUNT(headings); i++)
        oca_table_column(p->mem, &table, _(headings[i]), fields[i], aligns[i]);
    size_t area = 0;
    for (size_t i = 0; i < p->frame->n_items; i++) {
        if (p->frame->items[i].area != area) {
            area = p->frame->items[i].area;
            oca_table_text(p->mem, &table, oca_node_title(p->frame, area, p->lang));
            for (size_t c = 1; c < table.columns.n; c++)
                oca_table_text(p->mem, &table, "");
        }
        item_row(p, &table, i);
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Items"));
    oca_table_write(&p->out, &table);
    oca_lines_wrap(&p->out, _("n: how many participants gave a score"), 0, 2);
}

const char *oca_score_text(oca_arena *mem, const oca_scores *scores, const oca_group_views *groups, const char *lang,
                           const oca_screen *screen) {
    page p = {.out = {.written = {.mem = mem}, .screen = screen},
              .mem = mem,
              .scores = scores,
              .frame = scores->answers->frame,
              .lang = lang};
    heading(&p);
    overall(&p);
    areas(&p);
    must_haves(&p);
    divided(&p);
    not_known(&p);
    evidence(&p);
    to_complete(&p);
    oca_checked_text(&p.out, scores, lang);
    items(&p);
    if (groups)
        oca_groups_text(&p.out, groups);
    return p.out.written.at;
}
