/* The result of `oca portfolio` as JSON (formats document, "JSON that other programs read"). */
#include "../../engine/document/anonymize.h"
#include "../round_json.h"
#include "portfolio.h"
#include "standing.h"

const char *oca_fault_shown(oca_arena *mem, const oca_fault *fault) {
    if (fault->where.cell)
        return oca_format_text(mem, "%s: %s", fault->where.cell, fault->message);
    if (fault->where.line)
        return oca_format_text(mem, "%d: %s", fault->where.line, fault->message);
    return fault->message;
}

/* Names of files and what stands in them may tell who an anonymous organization is: then they are only counted. */
static json_t *faulty_json(oca_json *json, oca_arena *mem, const oca_portfolio_report *report) {
    const oca_faulty_files *files = report->faulty;
    json_t *array = json_array();
    for (size_t i = 0; i < files->n; i++) {
        json_t *object = json_object(), *faults = json_array();
        oca_json_set(json, object, "file", oca_json_text(report->anonymous ? OCA_WITHHELD : files->at[i].file));
        for (size_t k = 0; k < files->at[i].faults.all.n && !report->anonymous; k++)
            oca_json_append(json, faults, oca_json_text(oca_fault_shown(mem, &files->at[i].faults.all.at[k])));
        oca_json_set(json, object, "faults", faults);
        oca_json_append(json, array, object);
    }
    return array;
}

static void set_summary(oca_json *json, json_t *object, const oca_summary *summary) {
    oca_json_set(json, object, "mean", oca_json_maybe(summary->mean));
    oca_json_set(json, object, "median", oca_json_maybe(summary->median));
    oca_json_set(json, object, "q1", oca_json_maybe(summary->q1));
    oca_json_set(json, object, "q3", oca_json_maybe(summary->q3));
}

static json_t *round_json(oca_json *json, const oca_portfolio_round *round) {
    json_t *object = json_object(), *stages = json_object(), *areas = json_array();
    oca_json_set(json, object, "round", oca_json_text(round->latest ? "latest" : "baseline"));
    oca_json_set(json, object, "rubric", oca_json_text(round->rubric));
    oca_json_set(json, object, "n", json_integer((json_int_t)round->n));
    oca_json_set(json, object, "scored", json_integer((json_int_t)round->percents.n));
    set_summary(json, object, &round->percents);
    for (size_t i = 0; i < round->stages.n; i++)
        oca_json_set(json, stages, round->stages.at[i].stage->id, json_integer((json_int_t)round->stages.at[i].n));
    oca_json_set(json, object, "stages", stages);
    oca_json_set(json, object, "provisional", json_integer((json_int_t)round->provisional));
    for (size_t i = 0; i < round->areas.n; i++) {
        const oca_portfolio_area *area = &round->areas.at[i];
        json_t *one = json_object();
        oca_json_set(json, one, "id", oca_json_text(area->id));
        oca_json_set(json, one, "n", json_integer((json_int_t)area->percents.n));
        set_summary(json, one, &area->percents);
        oca_json_append(json, areas, one);
    }
    oca_json_set(json, object, "areas", areas);
    return object;
}

static json_t *counted_json(oca_json *json, const oca_strings *ids) {
    json_t *object = json_object();
    oca_json_set(json, object, "n", json_integer((json_int_t)ids->n));
    oca_json_set(json, object, "ids", oca_json_strings(json, ids));
    return object;
}

/* The keys from `rounds` to `wilcoxon`. */
static void set_figures(oca_json *json, json_t *object, const oca_figures *figures) {
    json_t *rounds = json_array(), *delta = json_object(), *wilcoxon = json_object();
    for (size_t i = 0; i < figures->rounds.n; i++)
        oca_json_append(json, rounds, round_json(json, &figures->rounds.at[i]));
    oca_json_set(json, object, "rounds", rounds);
    oca_json_set(json, object, "pairs", json_integer((json_int_t)figures->pairs));
    oca_json_set(json, object, "not_comparable", oca_json_strings(json, &figures->not_comparable));
    oca_json_set(json, object, "baseline_only", oca_json_strings(json, &figures->baseline_only));
    oca_json_set(json, object, "without_baseline", oca_json_strings(json, &figures->without_baseline));
    oca_json_set(json, object, "improved", counted_json(json, &figures->improved));
    oca_json_set(json, object, "same", counted_json(json, &figures->same));
    oca_json_set(json, object, "regressed", counted_json(json, &figures->regressed));
    oca_json_set(json, delta, "mean", oca_json_maybe(figures->mean_delta));
    oca_json_set(json, delta, "interval", oca_json_interval(json, figures->interval));
    oca_json_set(json, object, "paired_delta", delta);
    oca_json_set(json, wilcoxon, "p", oca_json_maybe(figures->wilcoxon.p));
    oca_json_set(json, wilcoxon, "n", json_integer((json_int_t)figures->wilcoxon.n));
    oca_json_set(json, wilcoxon, "smallest_p", oca_json_maybe(figures->wilcoxon.smallest_p));
    oca_json_set(json, object, "wilcoxon", wilcoxon);
}

static json_t *peers_json(oca_json *json, const oca_portfolio *portfolio) {
    json_t *array = json_array();
    for (size_t i = 0; i < portfolio->peers.n; i++) {
        const oca_peer *peer = &portfolio->peers.at[i];
        json_t *object = json_object();
        oca_json_set(json, object, "area", oca_json_text(peer->area));
        oca_json_set(json, object, "learner", oca_json_text(peer->learner));
        oca_json_set(json, object, "mentor", oca_json_text(peer->mentor));
        oca_json_set(json, object, "difference", oca_json_number(peer->difference));
        oca_json_append(json, array, object);
    }
    return array;
}

static json_t *training_json(oca_json *json, oca_arena *mem, const oca_training_line *training) {
    json_t *object = json_object(), *needs = json_array(), *trained = json_object();
    oca_json_set(json, object, "training", oca_json_text(training->id));
    oca_json_set(json, object, "start", oca_json_day(mem, training->start));
    for (size_t i = 0; i < training->needs.n; i++) {
        json_t *need = json_object();
        oca_json_set(json, need, "id", oca_json_text(training->needs.at[i].organization));
        oca_json_set(json, need, "start", oca_json_day(mem, training->needs.at[i].start));
        oca_json_append(json, needs, need);
    }
    oca_json_set(json, object, "organizations", needs);
    oca_json_set(json, object, "trainers", oca_json_strings(json, &training->trainers));
    oca_json_set(json, trained, "women", oca_json_number(training->women));
    oca_json_set(json, trained, "men", oca_json_number(training->men));
    oca_json_set(json, trained, "youth", oca_json_number(training->youth));
    oca_json_set(json, trained, "passed_on", oca_json_number(training->passed_on));
    oca_json_set(json, object, "trained", trained);
    return object;
}

static void set_shares(oca_json *json, json_t *object, const oca_support_line *line) {
    json_t *shares = json_object();
    oca_json_set(json, object, "weeks", oca_json_number(line->total));
    for (int support = OCA_SUPPORT_OWN; support < OCA_SUPPORTS + 1; support++) {
        bool unstated = support == OCA_SUPPORTS;
        double weeks = line->weeks[unstated ? OCA_SUPPORT_ABSENT : support];
        oca_number share = line->total > 0 ? oca_given(weeks / line->total) : (oca_number){0};
        oca_json_set(json, shares, unstated ? "unstated" : oca_support_words[support - OCA_SUPPORT_OWN],
                     oca_json_maybe(share));
    }
    oca_json_set(json, object, "shares", shares);
}

static json_t *support_json(oca_json *json, const oca_portfolio *portfolio) {
    json_t *object = json_object(), *organizations = json_array();
    set_shares(json, object, &portfolio->support);
    for (size_t i = 0; i < portfolio->supports.n; i++) {
        json_t *one = json_object();
        oca_json_set(json, one, "id", oca_json_text(portfolio->supports.at[i].organization));
        set_shares(json, one, &portfolio->supports.at[i]);
        oca_json_append(json, organizations, one);
    }
    oca_json_set(json, object, "organizations", organizations);
    return object;
}

static json_t *action_json(oca_json *json, oca_arena *mem, const oca_action_of *one) {
    const oca_plan_action *action = one->action;
    const char *title = oca_words_in(&action->titles, NULL, NULL);
    json_t *object = json_object();
    oca_json_set(json, object, "organization", oca_json_text(one->organization));
    oca_json_set(json, object, "action", oca_json_text(action->id));
    oca_json_set(json, object, "item", oca_json_text(one->weakness->item));
    oca_json_set(json, object, "title", oca_json_text(*title ? title : NULL));
    oca_json_set(json, object, "start", oca_json_day(mem, oca_current_start(action)));
    oca_json_set(json, object, "due", oca_json_day(mem, oca_current_due(action)));
    oca_json_set(json, object, "status",
                 oca_json_text(oca_action_status_words[action->status ? action->status - OCA_NOT_STARTED : 0]));
    return object;
}

static json_t *asks_json(oca_json *json, oca_arena *mem, const oca_actions_of *asks) {
    json_t *array = json_array();
    for (size_t i = 0, end; i < asks->n; i = end) {
        const char *office = asks->at[i].action->supporter;
        json_t *object = json_object(), *actions = json_array();
        for (end = i; end < asks->n && oca_equal(asks->at[end].action->supporter, office); end++)
            oca_json_append(json, actions, action_json(json, mem, &asks->at[end]));
        oca_json_set(json, object, "office", oca_json_text(office));
        oca_json_set(json, object, "actions", actions);
        oca_json_append(json, array, object);
    }
    return array;
}

static const char *grouping_word(oca_grouping grouping) {
    static const char *const words[] = {NULL, "country", "district", "profile", "federation"};
    return words[grouping];
}

/* Named as the plan's own progress is: see `oca track`. */
static void set_standing(oca_json *json, json_t *object, const oca_completion *completion, size_t overdue,
                         size_t due_soon) {
    oca_json_set(json, object, "completion", oca_json_maybe(completion->as_it_stands));
    oca_json_set(json, object, "completion_agreed", oca_json_maybe(completion->agreed));
    oca_json_set(json, object, "planned_completion", oca_json_maybe(completion->planned));
    oca_json_set(json, object, "overdue", json_integer((json_int_t)overdue));
    oca_json_set(json, object, "due_30", json_integer((json_int_t)due_soon));
}

static json_t *progress_json(oca_json *json, oca_arena *mem, const oca_portfolio *portfolio, oca_day date) {
    oca_standings all = oca_standings_at(mem, portfolio, date);
    json_t *object = json_object(), *organizations = json_array();
    oca_json_set(json, object, "date", oca_json_day(mem, (oca_date){true, date}));
    oca_json_set(json, object, "plans", json_integer((json_int_t)all.lines.n));
    set_standing(json, object, &all.completion, all.overdue, all.due_soon);
    for (size_t i = 0; i < all.lines.n; i++) {
        const oca_standing_line *line = &all.lines.at[i];
        json_t *one = json_object();
        oca_json_set(json, one, "id", oca_json_text(line->organization));
        set_standing(json, one, &line->completion, line->overdue, line->due_soon);
        oca_json_append(json, organizations, one);
    }
    oca_json_set(json, object, "organizations", organizations);
    return object;
}

/* What was asked for by an option. */
static void set_more(oca_json *json, json_t *root, oca_arena *mem, const oca_portfolio_report *report) {
    const oca_portfolio *portfolio = report->portfolio;
    if (portfolio->grouping != OCA_BY_NOTHING) {
        json_t *groups = json_array();
        for (size_t i = 0; i < portfolio->groups.n; i++) {
            const oca_portfolio_group *group = &portfolio->groups.at[i];
            json_t *object = json_object();
            oca_json_set(json, object, grouping_word(portfolio->grouping), oca_json_text(group->word));
            oca_json_set(json, object, "organizations", json_integer((json_int_t)group->figures.organizations));
            set_figures(json, object, &group->figures);
            oca_json_append(json, groups, object);
        }
        oca_json_set(json, root, "groups", groups);
    }
    if (report->donor_leaves.given) {
        json_t *stops = json_array();
        for (size_t i = 0; i < portfolio->stops.n; i++)
            oca_json_append(json, stops, action_json(json, mem, &portfolio->stops.at[i]));
        oca_json_set(json, root, "stops", stops);
    }
    if (report->date.given)
        oca_json_set(json, root, "progress", progress_json(json, mem, portfolio, report->date.day));
}

oca_status oca_portfolio_json(const char **out, size_t *n, oca_arena *mem, const oca_portfolio_report *report) {
    const oca_portfolio *portfolio = report->portfolio;
    oca_json made = {0}, *json = &made;
    json_t *root = json_object(), *trainings = json_array();
    oca_json_set(json, root, "organizations", json_integer((json_int_t)portfolio->figures.organizations));
    oca_json_set(json, root, "faulty", faulty_json(json, mem, report));
    oca_json_set(json, root, "not_shared", json_integer((json_int_t)portfolio->not_shared));
    set_figures(json, root, &portfolio->figures);
    oca_json_set(json, root, "plan_effect",
                 oca_json_plan_effect(json, portfolio->has_effect ? &portfolio->effect : NULL));
    oca_json_set(json, root, "peers", peers_json(json, portfolio));
    for (size_t i = 0; i < portfolio->trainings.n; i++)
        oca_json_append(json, trainings, training_json(json, mem, &portfolio->trainings.at[i]));
    oca_json_set(json, root, "trainings", trainings);
    oca_json_set(json, root, "support", support_json(json, portfolio));
    oca_json_set(json, root, "asks", asks_json(json, mem, &portfolio->asks));
    set_more(json, root, mem, report);
    return oca_json_write(out, n, mem, json, root);
}
