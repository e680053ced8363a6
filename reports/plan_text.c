#include "plan_text.h"

#include "../engine/base/words.h"
#include "plan_phrases.h"
#include "table.h"

typedef struct {
    oca_lines out;
    oca_arena *mem;
    const oca_planned *planned;
    const oca_frame *frame;
    oca_plan document; /* the wording, the same as in the plan that is handed over */
    const char *lang;
} page;

static const char *first(const oca_words *words, const char *otherwise) {
    return words->n && words->at[0].text && *words->at[0].text ? words->at[0].text : otherwise;
}

static void paragraph(page *p, size_t indent, const char *text) {
    oca_lines_wrap(&p->out, text, indent, indent + 2);
}

static void heading(page *p) {
    const oca_assessment *assessment = p->planned->scores->answers->assessment;
    oca_lines_title(&p->out, first(&p->document.labels, _("Institutional Strengthening Plan")));
    oca_lines_title(&p->out, assessment->organization->name);
    oca_lines_say(&p->out, _("%s – %s, from the %s of %s (%s)"), oca_day_text(p->mem, p->planned->start),
                  oca_day_text(p->mem, p->planned->end), oca_round_word(assessment->round),
                  oca_day_text(p->mem, assessment->date.day), oca_instrument_shown(p->mem, p->frame));
    if (!p->planned->library)
        paragraph(p, 0, _("No library of actions was found: the actions are still to be agreed."));
}

static void strengths(page *p) {
    if (p->planned->strengths.n == 0)
        return;
    oca_lines_heading(&p->out, _("Strengths to build on"));
    for (size_t i = 0; i < p->planned->strengths.n; i++) {
        size_t item = p->planned->strengths.at[i];
        const oca_item_score *score = &p->planned->scores->items[item];
        paragraph(p, 0,
                  oca_format_text(p->mem, _("%s: %s"), oca_item_title(p->frame, item, p->lang),
                                  oca_level_and_points(p->mem, p->frame, item, score->score)));
    }
}

static void action(page *p, const oca_planned_action *planned, const oca_plan_action *worded) {
    const char *when = planned->state == OCA_SCHEDULED
                           ? oca_format_text(p->mem, "%s – %s", oca_day_text(p->mem, planned->start),
                                             oca_day_text(p->mem, planned->due))
                           : _(OCA_WORD_DEFERRED);
    paragraph(p, 6, oca_format_text(p->mem, "- %s", first(&worded->titles, planned->id)));
    paragraph(p, 8,
              oca_format_text(p->mem, _("Lead: %s; %s; %s"),
                              oca_role_shown(p->planned->library, planned->lead, p->lang),
                              oca_plural(p->mem, (size_t)planned->weeks, "week", "weeks"), when));
    for (size_t i = 0; i < planned->unmet.n; i++)
        paragraph(p, 8,
                  oca_format_text(p->mem, _("First make sure that: %s"),
                                  oca_action_title(p->planned->library, planned->unmet.at[i], p->lang)));
}

static void weakness(page *p, size_t number) {
    const oca_weakness *at = &p->planned->weaknesses.at[number];
    const oca_plan_weakness *worded = &p->document.weaknesses.at[number];
    const oca_item_score *score = &p->planned->scores->items[at->item];
    oca_lines_gap(&p->out);
    oca_lines_toned(&p->out, OCA_TONE_STRONG,
                    oca_format_text(p->mem, "%-4s%s (%s)", oca_rank_shown(p->mem, p->planned, number),
                                    oca_item_title(p->frame, at->item, p->lang),
                                    oca_node_title(p->frame, p->frame->items[at->item].area, p->lang)),
                    0, 4);
    oca_lines_toned(&p->out, at->tier == 1 ? OCA_TONE_ALARM : OCA_TONE_PLAIN,
                    oca_format_text(p->mem, _("Why here: %s"), oca_why_here(p->mem, p->planned, number)), 4, 6);
    const char *now = oca_level_and_points(p->mem, p->frame, at->item, at->standing);
    if (oca_compare(score->score, at->standing) != 0)
        now = oca_format_text(p->mem, _("%s, scored %s"), now,
                              oca_level_and_points(p->mem, p->frame, at->item, score->score));
    const char *standing = oca_level_descriptor(p->frame, at->item, at->standing, p->lang);
    paragraph(p, 4, oca_format_text(p->mem, _("Now %s: %s"), now, standing));
    if (worded->texts.n && !oca_equal(first(&worded->texts, ""), standing))
        paragraph(p, 4, oca_format_text(p->mem, _("Weakness: %s"), first(&worded->texts, "")));
    paragraph(p, 4,
              oca_format_text(p->mem, _("Target %s: %s"), oca_level_and_points(p->mem, p->frame, at->item, at->target),
                              oca_level_descriptor(p->frame, at->item, at->target, p->lang)));
    for (size_t i = at->first_action; i < at->end_action; i++)
        action(p, &p->planned->actions.at[i], &worded->actions.at[i - at->first_action]);
}

static void weaknesses(page *p) {
    bool any = false, shared = false;
    for (size_t i = 0; i < p->planned->weaknesses.n; i++) {
        if (p->planned->weaknesses.at[i].state == OCA_LATER)
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("Weaknesses and what will be done, in order"));
        any = true;
        shared = shared || oca_rank_shown(p->mem, p->planned, i)[0] == '=';
        weakness(p, i);
    }
    if (shared) {
        oca_lines_gap(&p->out);
        oca_lines_say(&p->out, _("Equal ranks (=) are put in order by the room."));
    }
}

static void later(page *p) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Rank"), "rank", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Weakness"), "item", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Why here"), "tier", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Gap of 100"), "index", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Now"), "standing", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Points of 100"), NULL, OCA_RIGHT);
    for (size_t i = 0; i < p->planned->weaknesses.n; i++) {
        const oca_weakness *at = &p->planned->weaknesses.at[i];
        if (at->state != OCA_LATER)
            continue;
        oca_table_text(p->mem, &table, oca_rank_shown(p->mem, p->planned, i));
        oca_table_text(p->mem, &table, oca_item_title(p->frame, at->item, p->lang));
        oca_table_text(p->mem, &table, oca_tier_shown(at->tier));
        oca_table_number(p->mem, &table, at->index, OCA_DECIMALS_POINTS);
        oca_table_text(p->mem, &table, oca_level_shown(p->mem, at->standing, p->frame->items[at->item].max));
        oca_table_points(p->mem, &table, oca_given(oca_points_of_level(p->frame, at->item, at->standing)),
                         OCA_DECIMALS_POINTS, "");
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Later"));
    oca_table_write(&p->out, &table);
}

static void deferred(page *p) {
    bool any = false;
    for (size_t i = 0; i < p->planned->actions.n; i++) {
        const oca_planned_action *at = &p->planned->actions.at[i];
        const oca_weakness *of = &p->planned->weaknesses.at[at->weakness];
        if (at->state != OCA_DEFERRED)
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("After this plan: actions that do not fit into its time"));
        any = true;
        const oca_plan_weakness *worded = &p->document.weaknesses.at[at->weakness];
        const char *title = first(&worded->actions.at[i - of->first_action].titles, at->id);
        paragraph(p, 0, oca_format_text(p->mem, "%s (%s)", title, oca_item_title(p->frame, of->item, p->lang)));
    }
}

static void find_out(page *p) {
    if (p->planned->find_out.n == 0)
        return;
    oca_lines_heading(&p->out, _("To find out first"));
    for (size_t i = 0; i < p->planned->find_out.n; i++)
        paragraph(p, 0,
                  oca_format_text(p->mem, _("%s: %s"),
                                  oca_item_title(p->frame, p->planned->find_out.at[i].item, p->lang),
                                  oca_why_shown(p->planned->find_out.at[i].why)));
}

static void reviews(page *p) {
    oca_buffer days = {.mem = p->mem};
    for (size_t i = 0; i < p->planned->reviews.n; i++)
        oca_buffer_print(&days, "%s%s", i ? ", " : "", oca_day_text(p->mem, p->planned->reviews.at[i]));
    oca_lines_heading(&p->out, _("Reviews"));
    paragraph(p, 0, days.at ? days.at : _("none within this plan"));
}

const char *oca_plan_text(oca_arena *mem, const oca_planned *planned, const char *lang, const oca_screen *screen) {
    page p = {.out = {.written = {.mem = mem}, .screen = screen},
              .mem = mem,
              .planned = planned,
              .frame = planned->scores->answers->frame,
              .document = oca_plan_document(mem, planned, lang),
              .lang = lang};
    heading(&p);
    strengths(&p);
    weaknesses(&p);
    if (planned->weaknesses.n == 0) {
        oca_lines_gap(&p.out);
        paragraph(&p, 0, _("No weakness was found among the items that are scored."));
    }
    later(&p);
    deferred(&p);
    find_out(&p);
    reviews(&p);
    return p.out.written.at;
}
