/* The part of the portfolio's summary that is about what is to be done: peers, and what the plans say. */
#include "../../engine/base/words.h"
#include "../phrases.h"
#include "../tones.h"
#include "phrases.h"
#include "standing.h"
#include "text.h"

/* Who reads a summary reads no thousands of rows. */
enum { MOST_PEERS_OF_AREA = 20 };

static void effect(oca_portfolio_page *p) {
    static const char *const shown[] = {N_("all done"), N_("some done"), N_("none done"), N_("not planned"),
                                        N_("no weakness in the plan")};
    const oca_portfolio *portfolio = p->report->portfolio;
    oca_table table = {0};
    if (!portfolio->has_effect)
        return;
    oca_table_column(p->mem, &table, _("Actions"), "group", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Planned from, points of 100"), "from", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Items"), "n", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Mean change"), "mean_delta", OCA_RIGHT);
    for (size_t i = 0; i < portfolio->effect.n; i++) {
        const oca_effect_row *row = &portfolio->effect.at[i];
        oca_table_text(p->mem, &table, _(shown[row->group]));
        oca_table_maybe(p->mem, &table, row->from, OCA_DECIMALS_POINTS, _("no weakness"));
        oca_table_number(p->mem, &table, (double)row->n, 0);
        oca_table_maybe(p->mem, &table, oca_effect_mean(row), OCA_DECIMALS_POINTS, _("under five items"));
    }
    oca_lines_heading(&p->out, _("What became of the weaknesses in the plans"));
    oca_table_write(&p->out, &table);
    oca_portfolio_say(p, _("Low scores tend to rise and high ones to fall even when nothing is done."));
}

static void peers(oca_portfolio_page *p) {
    const oca_portfolio *portfolio = p->report->portfolio;
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Area"), "area", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Could learn"), "learner", OCA_LEFT);
    oca_table_column(p->mem, &table, _("From"), "mentor", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Points ahead"), "difference", OCA_RIGHT);
    size_t in_area = 0, left_out = 0;
    for (size_t i = 0; i < portfolio->peers.n; i++) {
        const oca_peer *peer = &portfolio->peers.at[i];
        bool same_area = i > 0 && oca_equal(peer->area, peer[-1].area) && oca_equal(peer->rubric, peer[-1].rubric);
        in_area = same_area ? in_area + 1 : 1;
        if (in_area > MOST_PEERS_OF_AREA) {
            left_out++;
            continue;
        }
        oca_table_text(p->mem, &table, oca_portfolio_area_title(p->report, peer->rubric, peer->area));
        oca_table_text(p->mem, &table, peer->learner);
        oca_table_text(p->mem, &table, peer->mentor);
        oca_table_number(p->mem, &table, peer->difference, OCA_DECIMALS_POINTS);
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Who could learn from whom"));
    oca_table_write(&p->out, &table);
    if (left_out)
        oca_portfolio_say(p, _("In each area those that need it most; %zu more are in the workbook and in the JSON."),
                          left_out);
}

static const char *day_shown(oca_portfolio_page *p, oca_date date) {
    return date.given ? oca_day_text(p->mem, date.day) : _("after this plan");
}

static void trainings(oca_portfolio_page *p) {
    const oca_portfolio *portfolio = p->report->portfolio;
    if (portfolio->trainings.n)
        oca_lines_heading(&p->out, _("Trainings"));
    for (size_t i = 0; i < portfolio->trainings.n; i++) {
        const oca_training_line *training = &portfolio->trainings.at[i];
        oca_buffer needs = {.mem = p->mem};
        for (size_t k = 0; k < training->needs.n; k++)
            oca_buffer_print(&needs, "%s%s (%s)", k ? ", " : "", training->needs.at[k].organization,
                             day_shown(p, training->needs.at[k].start));
        oca_portfolio_say(p, _("%s: needed by %zu%s%s"), oca_portfolio_training_title(p->report, training->id),
                          training->needs.n, training->needs.n ? ": " : "", training->needs.n ? needs.at : "");
        if (training->trainers.n)
            oca_portfolio_say(p, _("  could be passed on by %s"), oca_join(p->mem, &training->trainers, ", "));
        if (training->held.n)
            oca_portfolio_say(p, _("  held so far: %.0f women and %.0f men, of them %.0f youth; passed on to %.0f"),
                              training->women, training->men, training->youth, training->passed_on);
    }
}

static const char *percent_shown(oca_portfolio_page *p, oca_number percent) {
    return percent.given ? oca_format_text(p->mem, "%s %%", oca_number_shown(p->mem, percent.value, 1)) : "–";
}

static void progress(oca_portfolio_page *p) {
    oca_date date = p->report->date;
    if (!date.given)
        return;
    oca_standings all = oca_standings_at(p->mem, p->report->portfolio, date.day);
    if (all.lines.n == 0)
        return;
    oca_lines_heading(&p->out,
                      oca_format_text(p->mem, _("Where the plans stand on %s"), oca_day_text(p->mem, date.day)));
    const oca_completion *done = &all.completion;
    oca_portfolio_say(
        p, _("Plans: %zu. Of their weeks of work %s are done; of what was agreed %s, planned by then %s."), all.lines.n,
        percent_shown(p, done->as_it_stands), percent_shown(p, done->agreed), percent_shown(p, done->planned));
    oca_portfolio_say(p, _("Overdue actions: %zu; plans that have any: %zu. Due within 30 days: %zu."), all.overdue,
                      all.late, all.due_soon);
}

static void support(oca_portfolio_page *p) {
    const oca_support_line *all = &p->report->portfolio->support;
    oca_table table = {0};
    if (all->total <= 0)
        return;
    oca_table_column(p->mem, &table, _("On whose help"), NULL, OCA_LEFT);
    oca_table_column(p->mem, &table, _("Weeks"), "weeks", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Share"), "shares", OCA_RIGHT);
    for (int i = OCA_SUPPORT_OWN; i <= OCA_SUPPORTS; i++) {
        oca_support support = i < OCA_SUPPORTS ? (oca_support)i : OCA_SUPPORT_ABSENT;
        if (all->weeks[support] <= 0)
            continue;
        oca_table_text(p->mem, &table, support ? oca_support_shown(support) : _("not told"));
        oca_table_number(p->mem, &table, all->weeks[support], 0);
        oca_table_text(
            p->mem, &table,
            oca_format_text(p->mem, "%s %%", oca_number_shown(p->mem, 100 * all->weeks[support] / all->total, 1)));
        oca_table_bar(&table, 100 * all->weeks[support] / all->total);
    }
    oca_lines_heading(&p->out, oca_format_text(p->mem, _("On whose help the plans lean: weeks of %s"),
                                               oca_plural(p->mem, all->n, "action", "actions")));
    oca_table_write(&p->out, &table);
}

static void actions(oca_portfolio_page *p, const oca_actions_of *list, bool offices) {
    oca_table table = {0};
    if (offices)
        oca_table_column(p->mem, &table, _("Office"), "office", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Organization"), "organization", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Action"), "action", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Due"), "due", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Status"), "status", OCA_LEFT);
    for (size_t i = 0; i < list->n; i++) {
        const oca_plan_action *action = list->at[i].action;
        if (offices)
            oca_table_text(p->mem, &table, action->supporter ? action->supporter : _("not told"));
        oca_table_text(p->mem, &table, list->at[i].organization);
        oca_table_text(p->mem, &table, oca_portfolio_action_title(p->report, &list->at[i]));
        oca_table_text(p->mem, &table, day_shown(p, oca_current_due(action)));
        oca_table_text(p->mem, &table, oca_status_shown(action->status));
        oca_table_tone(&table, oca_status_tone(action->status));
    }
    oca_table_write(&p->out, &table);
}

static void stops(oca_portfolio_page *p) {
    const oca_portfolio_report *report = p->report;
    if (!report->donor_leaves.given)
        return;
    oca_lines_heading(&p->out, oca_format_text(p->mem, _("What would stop without the donor from %s on"),
                                               oca_day_text(p->mem, report->donor_leaves.day)));
    if (report->portfolio->stops.n)
        actions(p, &report->portfolio->stops, false);
    else
        oca_portfolio_say(p, _("Nothing that is planned."));
}

void oca_portfolio_say_plans(oca_portfolio_page *p) {
    effect(p);
    peers(p);
    trainings(p);
    progress(p);
    support(p);
    if (p->report->portfolio->asks.n) {
        oca_lines_heading(&p->out, _("Asks of government"));
        actions(p, &p->report->portfolio->asks, true);
    }
    stops(p);
}
