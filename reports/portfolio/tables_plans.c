/* Tables of the portfolio: peers, and what the plans say. */
#include "../phrases.h"
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
    static const char *const shown[] = {"all done", "some done", "none done", "not planned", "no weakness in the plan"};
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(m, "plan-effect", "row", "Plan effect",
          "Low scores tend to rise and high ones to fall even when nothing is done. Capacity: no performance indicator "
          "by "
          "itself, such as CBLD-9.");
    column(m, "Actions", "group", false);
    column(m, "Planned from, points", "from", true);
    column(m, "Items", "n", true);
    column(m, "Mean change", "mean_delta", true);
    for (size_t i = 0; portfolio->has_effect && i < portfolio->effect.n; i++) {
        const oca_effect_row *row = &portfolio->effect.at[i];
        text(m, shown[row->group]);
        oca_table_maybe(m->mem, m->table, row->from, OCA_DECIMALS_POINTS, "no weakness");
        oca_table_number(m->mem, m->table, (double)row->n, 0);
        oca_table_maybe(m->mem, m->table, oca_effect_mean(row), OCA_DECIMALS_POINTS, "under five items");
    }
    oca_portfolio_end_table(m->tables);
}

static void peers(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(m, "peers", "peer", "Peers",
          "Who could learn from whom: at least 25 points ahead there, without a must-have not yet met, two learners at "
          "most.");
    column(m, "Rubric", "rubric", false);
    column(m, "Area", "area", false);
    column(m, "Could learn", "learner", false);
    column(m, "From", "mentor", false);
    column(m, "Points ahead", "difference", true);
    for (size_t i = 0; i < portfolio->peers.n; i++) {
        const oca_peer *peer = &portfolio->peers.at[i];
        text(m, peer->rubric);
        text(m, peer->area);
        text(m, peer->learner);
        text(m, peer->mentor);
        oca_table_number(m->mem, m->table, peer->difference, OCA_DECIMALS_POINTS);
    }
    oca_portfolio_end_table(m->tables);
}

static void trainings(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(
        m, "trainings", "training", "Trainings",
        "Needed by actions that are not done; from the registers: who was trained, and to how many it was passed on.");
    column(m, "Training", "id", false);
    column(m, "Needed from", "start", false);
    column(m, "Organizations", "needs", true);
    column(m, "Which need it", "organizations", false);
    column(m, "Could pass it on", "trainers", false);
    column(m, "Women trained", "women", true);
    column(m, "Men trained", "men", true);
    column(m, "Of them youth", "youth", true);
    column(m, "Passed on to", "passed_on", true);
    for (size_t i = 0; i < portfolio->trainings.n; i++) {
        const oca_training_line *training = &portfolio->trainings.at[i];
        oca_buffer who = {.mem = m->mem};
        for (size_t k = 0; k < training->needs.n; k++)
            oca_buffer_print(&who, "%s%s (%s)", k ? ", " : "", training->needs.at[k].organization,
                             training->needs.at[k].start.given ? oca_day_text(m->mem, training->needs.at[k].start.day)
                                                               : OCA_WORD_DEFERRED);
        text(m, training->id);
        day(m, training->start, training->needs.n ? OCA_WORD_DEFERRED : "nobody needs it now");
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
        oca_table_maybe(m->mem, m->table, share, OCA_DECIMALS_POINTS, "no weeks");
    }
}

static void support(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    begin(m, "support", "organization", "Support",
          "On whose help the plans lean: percent of the weeks of their actions.");
    column(m, "Organization", "id", false);
    column(m, "Weeks", "weeks", true);
    for (int i = OCA_SUPPORT_OWN; i < OCA_SUPPORTS; i++)
        column(m, oca_support_shown((oca_support)i), oca_support_words[i - OCA_SUPPORT_OWN], true);
    column(m, "not told", "unstated", true);
    if (portfolio->supports.n)
        support_row(m, &portfolio->support, "all");
    for (size_t i = 0; i < portfolio->supports.n; i++)
        support_row(m, &portfolio->supports.at[i], portfolio->supports.at[i].organization);
    oca_portfolio_end_table(m->tables);
}

static void actions(const maker *m, const oca_actions_of *list) {
    column(m, "Office", "office", false);
    column(m, "Organization", "organization", false);
    column(m, "Statement", "item", false);
    column(m, "Action", "title", false);
    column(m, "Start", "start", false);
    column(m, "Due", "due", false);
    column(m, "Status", "status", false);
    for (size_t i = 0; i < list->n; i++) {
        const oca_plan_action *action = list->at[i].action;
        const char *title = oca_words_in(&action->titles, m->report->lang, NULL);
        text(m, action->supporter ? action->supporter : "not told");
        text(m, list->at[i].organization);
        text(m, list->at[i].weakness->item);
        text(m, *title ? title : action->id);
        day(m, oca_current_start(action), OCA_WORD_DEFERRED);
        day(m, oca_current_due(action), OCA_WORD_DEFERRED);
        text(m, oca_status_shown(action->status));
    }
}

void oca_portfolio_add_plan_tables(oca_portfolio_tables *tables, oca_arena *mem, const oca_portfolio_report *report) {
    maker made = {.mem = mem, .report = report, .tables = tables}, *m = &made;
    effect(m);
    peers(m);
    trainings(m);
    support(m);
    begin(m, "asks", "action", "Asks of government", "By office, for a policy dialogue.");
    actions(m, &report->portfolio->asks);
    oca_portfolio_end_table(tables);
    begin(m, "stops", "action", "Without the donor",
          "What would stop: actions that lean on the donor and end on or after the day, and what waits for them.");
    actions(m, &report->portfolio->stops);
    oca_portfolio_end_table(tables);
}
