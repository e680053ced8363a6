/* Tables of the portfolio: peers, and what the plans say. */
#include "../../engine/base/words.h"
#include "../phrases.h"
#include "phrases.h"
#include "tables.h"

typedef struct {
    oca_arena *mem;
    oca_table *table;
    const oca_portfolio_report *report;
    oca_portfolio_tables *tables;
} maker;

static void begin(maker *m, const char *name, const char *row, const char *sheet, const char *hint) {
    m->table = oca_portfolio_begin_table(m->tables, m->mem, name, row, sheet, hint);
}

static void column(const maker *m, const char *heading, const char *field, bool number) {
    oca_table_column(m->mem, m->table, heading, field, number ? OCA_RIGHT : OCA_LEFT);
}

static void text(const maker *m, const char *value) {
    oca_table_text(m->mem, m->table, value ? value : "");
}

static void day(const maker *m, oca_date date, const char *why) {
    if (date.given)
        oca_table_date(m->mem, m->table, date.day);
    else
        oca_table_undefined(m->mem, m->table, why);
}

static void effect(maker *m) {
    static const char *const shown[] = {N_("all done"), N_("some done"), N_("none done"), N_("not planned"),
                                        N_("no weakness in the plan")};
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(m, "plan-effect", "row", _("Plan effect"),
          _("Low scores tend to rise and high ones to fall even when nothing is done. A change in capacity is not by "
            "itself a performance indicator such as CBLD-9."));
    column(m, _("Actions"), "group", false);
    column(m, _("Planned from, points"), "from", true);
    column(m, _("Items"), "n", true);
    column(m, _("Mean change"), "mean_delta", true);
    for (size_t i = 0; portfolio->has_effect && i < portfolio->effect.n; i++) {
        const oca_effect_row *row = &portfolio->effect.at[i];
        text(m, _(shown[row->group]));
        oca_table_maybe(m->mem, m->table, row->from, OCA_DECIMALS_POINTS, _("no weakness"));
        oca_table_number(m->mem, m->table, (double)row->n, 0);
        oca_table_maybe(m->mem, m->table, oca_effect_mean(row), OCA_DECIMALS_POINTS, _("under five items"));
    }
    oca_portfolio_end_table(m->tables);
}

static void peers(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(
        m, "peers", "peer", _("Peers"),
        _("Who could learn from whom: at least 25 points ahead there, without a must-have not yet met, two learners at "
          "most."));
    column(m, _("Rubric"), "rubric", false);
    column(m, _("Area"), "area", false);
    column(m, _("Could learn"), "learner", false);
    column(m, _("From"), "mentor", false);
    column(m, _("Points ahead"), "difference", true);
    oca_table_reserve(m->mem, m->table, portfolio->peers.n);
    for (size_t i = 0; i < portfolio->peers.n; i++) {
        const oca_peer *peer = &portfolio->peers.at[i];
        text(m, peer->rubric);
        text(m, oca_portfolio_area_title(m->report, peer->rubric, peer->area));
        text(m, peer->learner);
        text(m, peer->mentor);
        oca_table_number(m->mem, m->table, peer->difference, OCA_DECIMALS_POINTS);
    }
    oca_portfolio_end_table(m->tables);
}

static void trainings(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(m, "trainings", "training", _("Trainings"),
          _("Needed by actions that are not done; from the registers: who was trained, and to how many it was passed "
            "on."));
    column(m, "id", "id", false);
    column(m, _("Training"), "title", false);
    column(m, _("Needed from"), "start", false);
    column(m, _("Organizations"), "needs", true);
    column(m, _("Which need it"), "organizations", false);
    column(m, _("Could pass it on"), "trainers", false);
    column(m, _("Women trained"), "women", true);
    column(m, _("Men trained"), "men", true);
    column(m, _("Of them youth"), "youth", true);
    column(m, _("Passed on to"), "passed_on", true);
    for (size_t i = 0; i < portfolio->trainings.n; i++) {
        const oca_training_line *training = &portfolio->trainings.at[i];
        oca_buffer who = {.mem = m->mem};
        for (size_t k = 0; k < training->needs.n; k++)
            oca_buffer_print(&who, "%s%s (%s)", k ? ", " : "", training->needs.at[k].organization,
                             training->needs.at[k].start.given ? oca_day_text(m->mem, training->needs.at[k].start.day)
                                                               : _("after this plan"));
        text(m, training->id);
        text(m, oca_portfolio_training_title(m->report, training->id));
        day(m, training->start, training->needs.n ? _("after this plan") : _("nobody needs it now"));
        oca_table_number(m->mem, m->table, (double)training->needs.n, 0);
        text(m, who.at);
        text(m, oca_join(m->mem, &training->trainers, ", "));
        oca_table_number(m->mem, m->table, training->women, 0);
        oca_table_number(m->mem, m->table, training->men, 0);
        oca_table_number(m->mem, m->table, training->youth, 0);
        oca_table_number(m->mem, m->table, training->passed_on, 0);
    }
    oca_portfolio_end_table(m->tables);
}

static void support_row(const maker *m, const oca_support_line *line, const char *name) {
    text(m, name);
    oca_table_number(m->mem, m->table, line->total, 0);
    for (int i = OCA_SUPPORT_OWN; i <= OCA_SUPPORTS; i++) {
        double weeks = line->weeks[i < OCA_SUPPORTS ? i : OCA_SUPPORT_ABSENT];
        oca_number share = line->total > 0 ? oca_given(100 * weeks / line->total) : (oca_number){0};
        oca_table_maybe(m->mem, m->table, share, OCA_DECIMALS_POINTS, _("no weeks"));
    }
}

static void support(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(m, "support", "organization", _("Support"),
          _("On whose help the plans lean: percent of the weeks of their actions."));
    column(m, _("Organization"), "id", false);
    column(m, _("Weeks"), "weeks", true);
    for (int i = OCA_SUPPORT_OWN; i < OCA_SUPPORTS; i++)
        column(m, oca_support_shown((oca_support)i), oca_support_words[i - OCA_SUPPORT_OWN], true);
    column(m, _("not told"), "unstated", true);
    if (portfolio->supports.n)
        support_row(m, &portfolio->support, _("all"));
    for (size_t i = 0; i < portfolio->supports.n; i++)
        support_row(m, &portfolio->supports.at[i], portfolio->supports.at[i].organization);
    oca_portfolio_end_table(m->tables);
}

static void actions(const maker *m, const oca_actions_of *list, bool offices) {
    if (offices)
        column(m, _("Office"), "office", false);
    column(m, _("Organization"), "organization", false);
    column(m, _("Statement"), "item", false);
    column(m, _("Action"), "title", false);
    column(m, _("Start"), "start", false);
    column(m, _("Due"), "due", false);
    column(m, _("Status"), "status", false);
    for (size_t i = 0; i < list->n; i++) {
        const oca_plan_action *action = list->at[i].action;
        if (offices)
            text(m, action->supporter ? action->supporter : _("not told"));
        text(m, list->at[i].organization);
        text(m, oca_portfolio_statement_title(m->report, &list->at[i]));
        text(m, oca_portfolio_action_title(m->report, &list->at[i]));
        day(m, oca_current_start(action), _("after this plan"));
        day(m, oca_current_due(action), _("after this plan"));
        text(m, oca_status_shown(action->status));
    }
}

void oca_portfolio_add_plan_tables(oca_portfolio_tables *tables, oca_arena *mem, const oca_portfolio_report *report) {
    maker made = {.mem = mem, .report = report, .tables = tables}, *m = &made;
    effect(m);
    peers(m);
    trainings(m);
    support(m);
    begin(m, "asks", "action", _("Asks of government"), _("By office, for a policy dialogue."));
    actions(m, &report->portfolio->asks, true);
    oca_portfolio_end_table(tables);
    begin(m, "stops", "action", _("Without the donor"),
          oca_format_text(
              mem,
              _("What would stop without the donor from %s on: actions that lean on the donor and end on that "
                "day or later, and what waits for them."),
              oca_day_text(mem, report->donor_leaves.day)));
    actions(m, &report->portfolio->stops, false);
    oca_portfolio_end_table(tables);
}
