/* Tables of the portfolio: organizations, rounds, stages, areas. */
#include "tables.h"

#include "../../engine/base/words.h"
#include "../../engine/tracking/progress.h"
#include "../compare/phrases.h"
#include "distribution.h"
#include "phrases.h"

typedef struct {
    oca_arena *mem;
    const oca_portfolio_report *report;
    oca_portfolio_tables *tables;
    oca_table *table; /* that is being filled */
} maker;

oca_table *oca_portfolio_begin_table(oca_portfolio_tables *tables, oca_arena *mem, const char *name, const char *row,
                                     const char *sheet, const char *hint) {
    oca_named_table *made = OCA_ADD(mem, tables);
    *made = (oca_named_table){.name = name, .row = row, .sheet = sheet, .hint = hint};
    return &made->table;
}

void oca_portfolio_end_table(oca_portfolio_tables *tables) {
    if (oca_table_rows(&tables->at[tables->n - 1].table) == 0)
        tables->n--;
}

static void column(const maker *m, const char *heading, const char *field, bool number) {
    oca_table_column(m->mem, m->table, heading, field, number ? OCA_RIGHT : OCA_LEFT);
}

static void text(const maker *m, const char *value) {
    oca_table_text(m->mem, m->table, value ? value : "");
}

static void count(const maker *m, size_t n) {
    oca_table_number(m->mem, m->table, (double)n, 0);
}

static void points(const maker *m, oca_number value, const char *why) {
    oca_table_maybe(m->mem, m->table, value, OCA_DECIMALS_POINTS, why);
}

static const char *stage_title(const maker *m, const oca_stage *stage) {
    const char *label = oca_words_in(&stage->labels, m->report->lang, NULL);
    return *label ? label : stage->id;
}

static void round_cells(const maker *m, const oca_kept_round *round, const char *why) {
    static const char *const facilitated[] = {N_("not told"), N_("locally"), N_("programme")};
    if (!round) {
        for (int i = 0; i < 5; i++)
            oca_table_undefined(m->mem, m->table, why);
        return;
    }
    oca_table_date(m->mem, m->table, round->date);
    text(m, round->frame->rubric->id);
    points(m, (oca_number){round->nodes[0].scored, round->nodes[0].percent}, _("too little is answered"));
    if (round->stage == OCA_NOWHERE)
        oca_table_undefined(m->mem, m->table, _("too little is answered"));
    else
        text(m, oca_format_text(m->mem, "%s%s", stage_title(m, &round->frame->stages[round->stage]),
                                round->provisional ? _(", provisional") : ""));
    text(m, _(facilitated[round->facilitation]));
}

static void pair_cells(const maker *m, const oca_line *line) {
    bool pair = oca_line_is_pair(line);
    const char *why = line->matching ? _("not comparable") : _("only one round");
    if (line->matching)
        text(m, oca_verdict_shown(line->verdict));
    else
        oca_table_undefined(m->mem, m->table, why);
    points(m, pair ? line->common_baseline : (oca_number){0}, why);
    points(m, pair ? line->common_latest : (oca_number){0}, why);
    points(m, pair ? line->delta : (oca_number){0}, why);
    if (pair && line->outcome)
        text(m, oca_outcome_shown(line->outcome));
    else
        oca_table_undefined(m->mem, m->table, why);
}

static void plan_cells(const maker *m, const oca_line *line) {
    const char *why = line->plan ? _("the plan has no work") : _("no plan was given");
    oca_date date = m->report->date;
    oca_progress progress = {.plan = NULL};
    if (line->plan)
        progress = oca_progress_at(m->mem, line->plan, date.given ? date.day : line->plan->start.day, NULL);
    points(m, progress.completion.as_it_stands, why);
    points(m, progress.completion.agreed, why);
    if (!date.given)
        return;
    points(m, progress.completion.planned, why);
    if (line->plan)
        count(m, progress.overdue);
    else
        oca_table_undefined(m->mem, m->table, why);
}

static void organizations(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    m->table = oca_portfolio_begin_table(
        m->tables, m->mem, "organizations", "organization", _("Organizations"),
        oca_format_text(m->mem, "%s %s", oca_portfolio_subject_shown(m->mem, &portfolio->figures),
                        _("Points of 100; change is like for like: over what both rounds "
                          "asked and scored alike. Plans: percent of weeks done.")));
    column(m, "id", "id", false);
    column(m, _("Organization"), "name", false);
    column(m, _("Country"), "country", false);
    column(m, _("District"), "district", false);
    column(m, _("Federation"), "part_of", false);
    column(m, _("Profile"), "profile", false);
    static const char *const rounds[2][5][2] = {{{N_("Baseline"), "baseline_date"},
                                                 {N_("Rubric"), "baseline_rubric"},
                                                 {N_("Points"), "baseline"},
                                                 {N_("Stage"), "baseline_stage"},
                                                 {N_("Facilitated"), "baseline_facilitated"}},
                                                {{N_("Latest round"), "latest_date"},
                                                 {N_("Rubric"), "latest_rubric"},
                                                 {N_("Points"), "latest"},
                                                 {N_("Stage"), "latest_stage"},
                                                 {N_("Facilitated"), "latest_facilitated"}}};
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < 5; k++)
            column(m, _(rounds[i][k][0]), rounds[i][k][1], k == 2);
    column(m, _("Comparable"), "verdict", false);
    column(m, _("Before, like for like"), "common_baseline", true);
    column(m, _("Now, like for like"), "common_latest", true);
    column(m, _("Change"), "delta", true);
    column(m, _("Outcome"), "outcome", false);
    column(m, _("Plan done"), "completion", true);
    column(m, _("Done as agreed"), "completion_agreed", true);
    if (m->report->date.given) {
        column(m, oca_format_text(m->mem, _("Planned by %s"), oca_day_text(m->mem, m->report->date.day)),
               "planned_completion", true);
        column(m, _("Overdue"), "overdue", true);
    }
    oca_table_reserve(m->mem, m->table, portfolio->n_lines);
    for (size_t i = 0; i < portfolio->n_lines; i++) {
        const oca_line *line = &portfolio->lines[i];
        const oca_organization *organization = line->organization;
        text(m, line->id);
        text(m, organization->name);
        text(m, organization->country);
        text(m, m->report->anonymous ? "" : organization->district);
        text(m, organization->part_of);
        text(m, oca_join(m->mem, &organization->profile, " "));
        round_cells(m, line->baseline, _("no baseline"));
        round_cells(m, line->latest, _("no later round"));
        pair_cells(m, line);
        plan_cells(m, line);
    }
    oca_portfolio_end_table(m->tables);
}

static void group_columns(const maker *m, bool grouped) {
    if (grouped)
        column(m, _("Group"), "group", false);
    column(m, _("Round"), "round", false);
    column(m, _("Rubric"), "rubric", false);
}

static void summary_columns(const maker *m, const char *n, const char *n_field) {
    column(m, n, n_field, true);
    column(m, _("Mean"), "mean", true);
    column(m, _("Median"), "median", true);
    column(m, _("A quarter below"), "q1", true);
    column(m, _("A quarter above"), "q3", true);
}

static void summary_cells(const maker *m, const oca_summary *summary) {
    const char *why = _("nothing is scored");
    count(m, summary->n);
    points(m, summary->mean, why);
    points(m, summary->median, why);
    points(m, summary->q1, why);
    points(m, summary->q3, why);
}

static void round_rows(const maker *m, const oca_figures *figures, const char *group) {
    for (size_t i = 0; i < figures->rounds.n; i++) {
        const oca_portfolio_round *round = &figures->rounds.at[i];
        if (group)
            text(m, group);
        text(m, round->latest ? _("latest") : _("baseline"));
        text(m, round->rubric);
        count(m, round->n);
        summary_cells(m, &round->percents);
        count(m, round->provisional);
    }
}

static void rounds(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    m->table =
        oca_portfolio_begin_table(m->tables, m->mem, "rounds", "round", _("Rounds"),
                                  _("Points of 100 of the organizations, a line for each round and rubric: figures "
                                    "of different rubrics are never averaged together."));
    group_columns(m, false);
    column(m, _("Organizations"), "n", true);
    summary_columns(m, _("Scored"), "scored");
    column(m, _("Provisional"), "provisional", true);
    round_rows(m, &portfolio->figures, NULL);
    oca_portfolio_end_table(m->tables);
    m->table = oca_portfolio_begin_table(m->tables, m->mem, "groups", "group", _("Groups"), _("The same by group."));
    group_columns(m, true);
    column(m, _("Organizations"), "n", true);
    summary_columns(m, _("Scored"), "scored");
    column(m, _("Provisional"), "provisional", true);
    for (size_t i = 0; i < portfolio->groups.n; i++)
        round_rows(m, &portfolio->groups.at[i].figures,
                   portfolio->groups.at[i].word ? portfolio->groups.at[i].word : _("not told"));
    oca_portfolio_end_table(m->tables);
}

static void group_changes(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    m->table =
        oca_portfolio_begin_table(m->tables, m->mem, "group-changes", "group", _("Changes by group"),
                                  _("Pairs of a baseline and a later round, like for like. An interval needs three "
                                    "pairs that did not all change alike."));
    column(m, _("Group"), "group", false);
    column(m, _("Pairs"), "pairs", true);
    column(m, _("Improved"), "improved", true);
    column(m, _("Same"), "same", true);
    column(m, _("Lower than before"), "regressed", true);
    column(m, _("Mean change"), "mean", true);
    column(m, _("From"), "low", true);
    column(m, _("To (95 %)"), "high", true);
    column(m, _("Wilcoxon p"), "p", true);
    column(m, _("Smallest p"), "smallest_p", true);
    for (size_t i = 0; i <= portfolio->groups.n; i++) {
        bool all = i == 0;
        const oca_figures *figures = all ? &portfolio->figures : &portfolio->groups.at[i - 1].figures;
        const char *word = all ? _("all") : portfolio->groups.at[i - 1].word;
        oca_interval interval = figures->interval;
        text(m, word ? word : _("not told"));
        count(m, figures->pairs);
        count(m, figures->improved.n);
        count(m, figures->same.n);
        count(m, figures->regressed.n);
        points(m, figures->mean_delta, _("no pairs"));
        points(m, (oca_number){interval.given, interval.low}, _("under three pairs, or all changed alike"));
        points(m, (oca_number){interval.given, interval.high}, _("under three pairs, or all changed alike"));
        oca_table_maybe(m->mem, m->table, figures->wilcoxon.p, 4, _("no pair changed"));
        oca_table_maybe(m->mem, m->table, figures->wilcoxon.smallest_p, 4, _("no pair changed, or over 200 did"));
    }
    oca_portfolio_end_table(m->tables);
}

static void stages(maker *m) {
    const oca_figures *figures = &m->report->portfolio->figures;
    m->table = oca_portfolio_begin_table(m->tables, m->mem, "stages", "stage", _("Stages"),
                                         _("Provisional: must-haves not answered, or areas without a figure; counted "
                                           "apart, in no stage."));
    group_columns(m, false);
    column(m, _("Stage"), "stage", false);
    column(m, _("Organizations"), "n", true);
    column(m, _("Percent of those scored"), "share", true);
    for (size_t i = 0; i < figures->rounds.n; i++) {
        const oca_portfolio_round *round = &figures->rounds.at[i];
        for (size_t k = 0; k <= round->stages.n; k++) {
            bool provisional = k == round->stages.n;
            size_t n = provisional ? round->provisional : round->stages.at[k].n, of = round->percents.n;
            text(m, round->latest ? _("latest") : _("baseline"));
            text(m, round->rubric);
            text(m, provisional ? _("provisional") : stage_title(m, round->stages.at[k].stage));
            count(m, n);
            points(m, (oca_number){of > 0, of ? 100 * (double)n / (double)of : 0}, _("nothing is scored"));
        }
    }
    oca_portfolio_end_table(m->tables);
    m->table = oca_portfolio_begin_table(m->tables, m->mem, "moves", "move", _("Stage movement"),
                                         _("Pairs that used one rubric in both rounds."));
    column(m, _("Rubric"), "rubric", false);
    column(m, _("From stage"), "from", false);
    column(m, _("To stage"), "to", false);
    column(m, _("Organizations"), "n", true);
    for (size_t i = 0; i < figures->moves.n; i++) {
        const oca_stage_move *move = &figures->moves.at[i];
        text(m, move->rubric);
        text(m, stage_title(m, move->from));
        text(m, stage_title(m, move->to));
        count(m, move->n);
    }
    oca_portfolio_end_table(m->tables);
}

static void areas(maker *m) {
    const oca_figures *figures = &m->report->portfolio->figures;
    m->table = oca_portfolio_begin_table(m->tables, m->mem, "areas", "area", _("Areas"),
                                         _("Points of 100; areas are those of the newest version of the rubric."));
    group_columns(m, false);
    column(m, "id", "id", false);
    column(m, _("Area"), "title", false);
    summary_columns(m, _("n"), "n");
    for (size_t i = 0; i < figures->rounds.n; i++) {
        const oca_portfolio_round *round = &figures->rounds.at[i];
        for (size_t k = 0; k < round->areas.n; k++) {
            const oca_portfolio_area *area = &round->areas.at[k];
            int indent = 2 * ((int)round->frame->nodes[area->node].depth - 1);
            text(m, round->latest ? _("latest") : _("baseline"));
            text(m, round->rubric);
            text(m, area->id);
            text(m, oca_format_text(m->mem, "%*s%s", indent, "",
                                    oca_node_title(round->frame, area->node, m->report->lang)));
            summary_cells(m, &area->percents);
        }
    }
    oca_portfolio_end_table(m->tables);
}

/* Outermost areas across, organizations down: what the page draws as a heat map. */
static void by_area(maker *m, const oca_portfolio_rubric *rubric, const char *sheet) {
    const oca_portfolio *portfolio = m->report->portfolio;
    const oca_frame *frame = rubric->frame;
    m->table =
        oca_portfolio_begin_table(m->tables, m->mem, "by-area", "organization", sheet,
                                  oca_format_text(m->mem,
                                                  _("Points of 100 in each organization's newest round, of those with "
                                                    "the rubric %s."),
                                                  rubric->id));
    m->tables->at[m->tables->n - 1].title =
        oca_format_text(m->mem, _("Organizations by area: %s"),
                        oca_words_in(&frame->rubric->titles, m->report->lang, frame->rubric->lang));
    column(m, _("Organization"), "id", false);
    column(m, _("Overall"), "overall", true);
    size_t number = 1; /* an area's id may be "id" or "overall": areas are numbered */
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end)
        column(m, oca_node_title(frame, node, m->report->lang), oca_format_text(m->mem, "area_%zu", number++), true);
    oca_table_reserve(m->mem, m->table, portfolio->n_lines);
    for (size_t i = 0; i < portfolio->n_lines; i++) {
        const oca_line *line = &portfolio->lines[i];
        if (!oca_portfolio_stands_in(line, rubric))
            continue;
        text(m, line->id);
        points(m, oca_portfolio_points(oca_line_now(line), frame, 0, NULL), _("too little is answered"));
        for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end) {
            bool known;
            oca_number own = oca_portfolio_points(oca_line_now(line), frame, node, &known);
            points(m, own, known ? _("too little is answered, or not asked") : _("not in its version"));
        }
    }
    oca_portfolio_end_table(m->tables);
}

static void by_area_of_each(maker *m) {
    oca_portfolio_rubrics rubrics = oca_portfolio_rubrics_of(m->mem, &m->report->portfolio->figures);
    for (size_t i = 0; i < rubrics.n; i++)
        by_area(m, &rubrics.at[i], oca_portfolio_sheet(m->mem, _("Organizations by area"), &rubrics, i));
}

static void faulty(maker *m) {
    const oca_faulty_files *files = m->report->faulty;
    m->table = oca_portfolio_begin_table(m->tables, m->mem, "faulty", "file", _("Faulty files"),
                                         _("Left out of all figures."));
    column(m, _("File"), "file", false);
    column(m, _("What is wrong"), "fault", false);
    for (size_t i = 0; i < files->n && !m->report->anonymous; i++)
        for (size_t k = 0; k < files->at[i].faults.all.n; k++) {
            text(m, files->at[i].file);
            text(m, oca_fault_shown(m->mem, &files->at[i].faults.all.at[k]));
        }
    oca_portfolio_end_table(m->tables);
}

static void facilitated_row(const maker *m, const char *assessments, const oca_facilitated *of) {
    if (of->local + of->programme == 0)
        return;
    text(m, assessments);
    count(m, of->local);
    count(m, of->programme);
    count(m, of->unknown);
    points(m, oca_facilitated_locally(of), "");
}

static void facilitated(maker *m) {
    const oca_portfolio *portfolio = m->report->portfolio;
    const oca_figures *figures = &portfolio->figures;
    const char *moved = oca_portfolio_facilitation_moved(m->mem, figures);
    m->table = oca_portfolio_begin_table(m->tables, m->mem, "facilitated", "assessments", _("Who facilitated"),
                                         oca_format_text(m->mem, "%s%s%s",
                                                         _("Locally: nobody from the programme facilitated. Percent of "
                                                           "those that say so."),
                                                         moved ? " " : "", moved ? moved : ""));
    column(m, _("Assessments"), "when", false);
    column(m, _("Locally"), "local", true);
    column(m, _("By the programme"), "programme", true);
    column(m, _("Not told"), "unknown", true);
    column(m, _("Locally, percent"), "share", true);
    facilitated_row(m, _("baseline"), &figures->facilitated[0]);
    facilitated_row(m, _("latest round"), &figures->facilitated[1]);
    facilitated_row(m, _("told of both rounds: baseline"), &figures->told_twice[0]);
    facilitated_row(m, _("told of both rounds: latest round"), &figures->told_twice[1]);
    for (size_t i = 0; i < portfolio->facilitated.n; i++)
        facilitated_row(m, oca_format_text(m->mem, _("all of %d"), portfolio->facilitated.at[i].year),
                        &portfolio->facilitated.at[i].of);
    oca_portfolio_end_table(m->tables);
}

oca_portfolio_tables oca_portfolio_make_tables(oca_arena *mem, const oca_portfolio_report *report) {
    oca_portfolio_tables tables = {0};
    maker made = {.mem = mem, .report = report, .tables = &tables}, *m = &made;
    organizations(m);
    rounds(m);
    group_changes(m);
    stages(m);
    areas(m);
    by_area_of_each(m);
    facilitated(m);
    oca_portfolio_add_plan_tables(&tables, mem, report);
    faulty(m);
    return tables;
}
