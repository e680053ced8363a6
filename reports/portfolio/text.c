/* The readable summary of `oca portfolio`: where the organizations stand, and how they moved. */
#include "text.h"

#include "../../engine/base/words.h"
#include "../phrases.h"
#include "phrases.h"

void oca_portfolio_say(oca_portfolio_page *p, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    oca_lines_wrap(&p->out, oca_format_list(p->mem, format, arguments), 0, 2);
    va_end(arguments);
}

const char *oca_portfolio_stage(const oca_portfolio_page *p, const oca_stage *stage) {
    const char *label = oca_words_in(&stage->labels, p->report->lang, NULL);
    return *label ? label : stage->id;
}

static const char *round_shown(bool latest) {
    return latest ? _("latest") : _("baseline");
}

static double share(size_t n, size_t of) {
    return 100 * (double)n / (double)of;
}

static const char *share_shown(const oca_portfolio_page *p, size_t n, size_t of) {
    return oca_format_text(p->mem, "%s %%", oca_number_shown(p->mem, share(n, of), 1));
}

static void heading(oca_portfolio_page *p) {
    const oca_portfolio_report *report = p->report;
    const oca_portfolio *portfolio = report->portfolio;
    oca_lines_title(&p->out, oca_format_text(p->mem, _("Portfolio of %s"),
                                             oca_plural(p->mem, portfolio->figures.organizations, "organization",
                                                        "organizations")));
    oca_portfolio_say(p,
                      _("%s read, %zu of them neither assessments nor plans; %zu faulty; %zu not shared by consent."),
                      oca_plural(p->mem, report->files, "file", "files"), report->passed_over, report->faulty->n,
                      portfolio->not_shared);
    oca_portfolio_say(p, "%s %s", oca_portfolio_subject_shown(p->mem, &portfolio->figures), _(oca_note_unit));
}

static bool has_place(const oca_fault *fault) {
    return fault->where.cell || fault->where.line;
}

static void faulty(oca_portfolio_page *p) {
    const oca_faulty_files *files = p->report->faulty;
    if (files->n == 0 || p->report->anonymous) /* names of files may tell who an organization is */
        return;
    oca_lines_heading(&p->out, _("Faulty files, left out"));
    for (size_t i = 0; i < files->n; i++)
        for (size_t k = 0; k < files->at[i].faults.all.n; k++)
            oca_portfolio_say(p, "%s:%s%s", files->at[i].file, has_place(&files->at[i].faults.all.at[k]) ? "" : " ",
                              oca_fault_shown(p->mem, &files->at[i].faults.all.at[k]));
}

static void add_summary(oca_portfolio_page *p, oca_table *table, const oca_summary *summary) {
    const char *why = _("nothing is scored");
    oca_table_number(p->mem, table, (double)summary->n, 0);
    oca_table_points(p->mem, table, summary->mean, OCA_DECIMALS_POINTS, why);
    oca_table_maybe(p->mem, table, summary->median, OCA_DECIMALS_POINTS, why);
    oca_table_maybe(p->mem, table, summary->q1, OCA_DECIMALS_POINTS, why);
    oca_table_maybe(p->mem, table, summary->q3, OCA_DECIMALS_POINTS, why);
}

static void add_summary_columns(oca_portfolio_page *p, oca_table *table, const char *n) {
    oca_table_column(p->mem, table, n, "n", OCA_RIGHT);
    oca_table_column(p->mem, table, _("Mean"), "mean", OCA_RIGHT);
    oca_table_column(p->mem, table, _("Median"), "median", OCA_RIGHT);
    oca_table_column(p->mem, table, _("A quarter below"), "q1", OCA_RIGHT);
    oca_table_column(p->mem, table, _("A quarter above"), "q3", OCA_RIGHT);
}

static void rounds(oca_portfolio_page *p, const oca_figures *figures) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Round"), "round", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Rubric"), "rubric", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Organizations"), "n", OCA_RIGHT);
    add_summary_columns(p, &table, _("Scored"));
    for (size_t i = 0; i < figures->rounds.n; i++) {
        const oca_portfolio_round *round = &figures->rounds.at[i];
        oca_table_text(p->mem, &table, round_shown(round->latest));
        oca_table_text(p->mem, &table, round->rubric);
        oca_table_number(p->mem, &table, (double)round->n, 0);
        add_summary(p, &table, &round->percents);
    }
    oca_table_write(&p->out, &table);
}

static void stages(oca_portfolio_page *p, const oca_figures *figures) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Round"), "round", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Rubric"), "rubric", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Stage"), "stages", OCA_LEFT);
    oca_table_column(p->mem, &table, _("n"), NULL, OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Of those scored"), NULL, OCA_RIGHT);
    for (size_t i = 0; i < figures->rounds.n; i++) {
        const oca_portfolio_round *round = &figures->rounds.at[i];
        for (size_t k = 0; k <= round->stages.n && round->percents.n; k++) {
            bool provisional = k == round->stages.n;
            size_t n = provisional ? round->provisional : round->stages.at[k].n;
            oca_table_text(p->mem, &table, round_shown(round->latest));
            oca_table_text(p->mem, &table, round->rubric);
            oca_table_text(p->mem, &table,
                           provisional ? _("provisional") : oca_portfolio_stage(p, round->stages.at[k].stage));
            oca_table_number(p->mem, &table, (double)n, 0);
            oca_table_text(p->mem, &table, share_shown(p, n, round->percents.n));
            oca_table_bar(&table, share(n, round->percents.n));
        }
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Stages"));
    oca_table_write(&p->out, &table);
    oca_portfolio_say(
        p, _("provisional: must-haves not answered, or areas without a figure; counted apart, in no stage."));
}

static void areas(oca_portfolio_page *p, const oca_portfolio_round *round) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Area"), "id", OCA_LEFT);
    add_summary_columns(p, &table, _("n"));
    for (size_t i = 0; i < round->areas.n; i++) {
        const oca_portfolio_area *area = &round->areas.at[i];
        int indent = 2 * ((int)round->frame->nodes[area->node].depth - 1);
        oca_table_text(
            p->mem, &table,
            oca_format_text(p->mem, "%*s%s", indent, "", oca_node_title(round->frame, area->node, p->report->lang)));
        add_summary(p, &table, &area->percents);
    }
    oca_lines_heading(
        &p->out, oca_format_text(p->mem, _("Areas, %s, %s: points of 100"), round_shown(round->latest), round->rubric));
    oca_table_write(&p->out, &table);
}

static void list(oca_portfolio_page *p, const char *what, const oca_strings *ids) {
    const char *counted = oca_format_text(p->mem, _("%s: %zu"), what, ids->n);
    oca_portfolio_say(p, "%s",
                      ids->n ? oca_format_text(p->mem, _("%s: %s"), counted, oca_join(p->mem, ids, ", ")) : counted);
}

static void changes(oca_portfolio_page *p, const oca_figures *figures) {
    oca_strings lines = {0};
    oca_portfolio_change_lines(p->mem, figures, &lines);
    for (size_t i = 0; i < lines.n; i++)
        oca_portfolio_say(p, "%s", lines.at[i]);
}

static void moves(oca_portfolio_page *p, const oca_figures *figures) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Rubric"), NULL, OCA_LEFT);
    oca_table_column(p->mem, &table, _("From stage"), NULL, OCA_LEFT);
    oca_table_column(p->mem, &table, _("To stage"), NULL, OCA_LEFT);
    oca_table_column(p->mem, &table, _("n"), NULL, OCA_RIGHT);
    for (size_t i = 0; i < figures->moves.n; i++) {
        const oca_stage_move *move = &figures->moves.at[i];
        oca_table_text(p->mem, &table, move->rubric);
        oca_table_text(p->mem, &table, oca_portfolio_stage(p, move->from));
        oca_table_text(p->mem, &table, oca_portfolio_stage(p, move->to));
        oca_table_number(p->mem, &table, (double)move->n, 0);
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, _("Stage movement of pairs"));
    oca_table_write(&p->out, &table);
}

static void moved(oca_portfolio_page *p, const oca_figures *figures) {
    oca_lines_heading(&p->out, _("How they moved"));
    oca_portfolio_say(p, _("%s of a baseline and a later round can be compared."),
                      oca_plural(p->mem, figures->pairs, "pair", "pairs"));
    list(p, _("Improved"), &figures->improved);
    list(p, _("Same"), &figures->same);
    list(p, _("Lower than before"), &figures->regressed);
    list(p, _("Not comparable"), &figures->not_comparable);
    list(p, _("Baseline only"), &figures->baseline_only);
    list(p, _("Without baseline"), &figures->without_baseline);
    changes(p, figures);
    oca_portfolio_say(p, "%s", _(oca_note_indicator));
    moves(p, figures);
}

static void facilitated_line(oca_portfolio_page *p, const char *assessments, const oca_facilitated *of) {
    size_t told = of->local + of->programme;
    if (told)
        oca_portfolio_say(p, _("%s: %s locally, without the programme (%zu of %zu; %zu do not say)."), assessments,
                          share_shown(p, of->local, told), of->local, told, of->unknown);
}

static void facilitated(oca_portfolio_page *p, const oca_portfolio *portfolio) {
    const oca_figures *figures = &portfolio->figures;
    const char *moved = oca_portfolio_facilitation_moved(p->mem, figures);
    bool told = false;
    for (size_t i = 0; i < portfolio->facilitated.n; i++)
        told = told || oca_facilitated_locally(&portfolio->facilitated.at[i].of).given;
    if (!told)
        return;
    oca_lines_heading(&p->out, _("Who facilitated"));
    facilitated_line(p, _("Baseline"), &figures->facilitated[0]);
    facilitated_line(p, _("Latest round"), &figures->facilitated[1]);
    if (moved)
        oca_portfolio_say(p, "%s", moved);
    for (size_t i = 0; portfolio->facilitated.n > 1 && i < portfolio->facilitated.n; i++)
        facilitated_line(p, oca_format_text(p->mem, _("All of %d"), portfolio->facilitated.at[i].year),
                         &portfolio->facilitated.at[i].of);
}

static const char *group_title(const oca_portfolio_page *p, const char *word) {
    word = word ? word : _("not told");
    switch (p->report->portfolio->grouping) {
    case OCA_BY_DISTRICT:
        return oca_format_text(p->mem, _("By district: %s"), word);
    case OCA_BY_PROFILE:
        return oca_format_text(p->mem, _("By profile word: %s"), word);
    case OCA_BY_FEDERATION:
        return oca_format_text(p->mem, _("By federation: %s"), word);
    default:
        return oca_format_text(p->mem, _("By country: %s"), word);
    }
}

static void groups(oca_portfolio_page *p) {
    const oca_portfolio *portfolio = p->report->portfolio;
    for (size_t i = 0; i < portfolio->groups.n; i++) {
        const oca_portfolio_group *group = &portfolio->groups.at[i];
        oca_lines_heading(&p->out, group_title(p, group->word));
        rounds(p, &group->figures);
        changes(p, &group->figures);
        list(p, _("Improved"), &group->figures.improved);
        list(p, _("Same"), &group->figures.same);
        list(p, _("Lower than before"), &group->figures.regressed);
    }
}

const char *oca_portfolio_text(oca_arena *mem, const oca_portfolio_report *report, const oca_screen *screen) {
    oca_portfolio_page page = {.out = {.written = {.mem = mem}, .screen = screen}, .mem = mem, .report = report},
                       *p = &page;
    const oca_figures *figures = &report->portfolio->figures;
    heading(p);
    faulty(p);
    if (figures->rounds.n) {
        oca_lines_heading(&p->out, _("Where they stand: points of 100"));
        rounds(p, figures);
        stages(p, figures);
        moved(p, figures);
        for (size_t i = 0; i < figures->rounds.n; i++)
            areas(p, &figures->rounds.at[i]);
        facilitated(p, report->portfolio);
    }
    groups(p);
    oca_portfolio_say_plans(p);
    return p->out.written.at;
}
