/* oca portfolio: many organizations and rounds. */
#include "../../reports/portfolio/workbook.h"
#include "../../reports/result/result.h"
#include "../base/words.h"
#include "../system/threads.h"
#include "bar.h"
#include "gather.h"
#include "load.h"
#include "output.h"
#include "page.h"
#include "print.h"

#include <stdlib.h>
#include <string.h>

static const oca_option options[] = {
    {"by", 0, "WHAT", OCA_OPTION_TEXT, offsetof(oca_arguments, by),
     N_("the same figures by country, district, profile word or federation")},
    {"donor-leaves", 0, "DATE", OCA_OPTION_TEXT, offsetof(oca_arguments, donor_leaves),
     N_("list the actions that would stop without the donor from that day on")},
    {"date", 0, "DATE", OCA_OPTION_TEXT, offsetof(oca_arguments, date),
     N_("where the plans stand on that day, and what is overdue")},
    {"threads", 0, "N", OCA_OPTION_TEXT, offsetof(oca_arguments, threads), N_("read with N threads; default: up to 2")},
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_RUBRIC_OPTION,
    OCA_ACTIONS_OPTION,
    OCA_TAILORING_OPTION,
    OCA_LANG_OPTION,
    OCA_ANONYMIZE_OPTION,
    OCA_TEMPLATE_OPTION,
    {"strict", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, strict), N_("a faulty file is an error")},
    OCA_HELP_OPTION,
    {0},
};

typedef struct {
    oca_run *run;
    const oca_arguments *arguments;
    oca_output output;
    size_t threads;
    oca_grouping grouping;
    oca_date donor_leaves, date;
    oca_gathered gathered;
    oca_libraries libraries;
    oca_portfolio portfolio;
    oca_arena scratch[OCA_MOST_THREADS];
    oca_bar bar;
} portfolio_run;

static oca_status read_options(portfolio_run *p) {
    static const char *const groupings[] = {"country", "district", "profile", "federation"};
    enum { USUAL_THREADS = 2 };
    const char *by = p->arguments->by, *leaves = p->arguments->donor_leaves, *threads = p->arguments->threads;
    for (size_t i = 0; by && i < OCA_COUNT(groupings); i++)
        if (oca_equal(by, groupings[i]))
            p->grouping = (oca_grouping)(i + 1);
    if (by && !p->grouping)
        return oca_wrong_usage("portfolio", "--by %s: it may be country, district, profile or federation", by);
    if (leaves && !oca_day_parse(&p->donor_leaves.day, leaves, strlen(leaves)))
        return oca_wrong_usage("portfolio", "--donor-leaves %s is no day of the calendar; for example 2026-12-31",
                               leaves);
    p->donor_leaves.given = leaves != NULL;
    p->date.given = p->arguments->date != NULL;
    if (p->date.given && oca_options_day(&p->date.day, "portfolio", "--date", p->arguments->date) != OCA_OK)
        return OCA_USAGE;
    if (p->arguments->anonymize && p->grouping == OCA_BY_DISTRICT)
        return oca_wrong_usage("portfolio", "--by district names places, which --anonymize leaves out");
    p->threads = oca_processors() < USUAL_THREADS ? 1 : USUAL_THREADS;
    if (threads) {
        char *end;
        long n = strtol(threads, &end, 10);
        if (end == threads || *end || n < 1 || n > OCA_MOST_THREADS)
            return oca_wrong_usage("portfolio", "--threads %s: it may be 1 to %d", threads, OCA_MOST_THREADS);
        p->threads = (size_t)n;
    }
    return OCA_OK;
}

static void compare_line(void *payload, size_t thread, size_t i) {
    portfolio_run *p = payload;
    oca_arena_reset(&p->scratch[thread]);
    oca_portfolio_pair(&p->portfolio.lines[i], &p->scratch[thread]);
    if (thread == 0)
        oca_bar_at(&p->bar, i);
}

/* The two halves of what is left, which take about as long. */
static void close_half(void *payload, size_t thread, size_t half) {
    portfolio_run *p = payload;
    (void)thread;
    if (half == 0)
        oca_portfolio_close(&p->portfolio, &p->gathered.kept[half], p->grouping, p->donor_leaves);
    else
        oca_portfolio_find_peers(&p->portfolio, &p->gathered.kept[half]);
}

static void compute(portfolio_run *p) {
    enum { HALVES = 2 };
    oca_arena *mem = p->run->mem;
    oca_portfolio_open(&p->portfolio, mem, &p->gathered.input);
    p->bar = oca_bar_begin(N_("organizations"), p->portfolio.n_lines);
    oca_share_out(p->threads, p->portfolio.n_lines, compare_line, p);
    oca_bar_end(&p->bar);
    for (size_t i = 0; i < OCA_COUNT(p->scratch); i++)
        oca_arena_free(&p->scratch[i]);
    oca_share_out(p->threads, HALVES, close_half, p);
}

/* Two files with one round of an organization: perhaps two copies, of which people must say which holds. */
static void warn_of_doubles(portfolio_run *p) {
    for (size_t i = 1; i < p->portfolio.n_rounds; i++) {
        const oca_kept_round *first = &p->portfolio.rounds[i - 1], *second = &p->portfolio.rounds[i];
        if (first->date == second->date && oca_equal(first->round, second->round) &&
            oca_equal(first->organization.id, second->organization.id))
            oca_report(&p->run->faults, OCA_WARNING, second->file, 0,
                       "is of the same organization, round and date as %s; at most one of them is used", first->file);
    }
}

/* Compared as they are called, and with a word of caution; `oca compare` says the same. */
static void warn_of_order(portfolio_run *p) {
    for (size_t i = 0; i < p->portfolio.n_lines; i++) {
        const oca_line *line = &p->portfolio.lines[i];
        const oca_kept_round *before = line->baseline, *now = line->latest;
        if (oca_line_is_reversed(line))
            oca_report(&p->run->faults, OCA_WARNING, now->file, 0,
                       "is dated %s, before %s of %s: are the two in the wrong order?",
                       oca_day_text(p->run->mem, now->date), before->file, oca_day_text(p->run->mem, before->date));
    }
}

/* The libraries of the plans' rubrics, where there are any: they name the trainings. */
static void find_libraries(portfolio_run *p) {
    oca_run *run = p->run;
    oca_strings asked = {0};
    for (size_t i = 0; i < p->gathered.input.n_plans; i++) {
        const oca_plan *plan = p->gathered.input.plans[i];
        oca_faults found = {.mem = run->mem};
        if (oca_holds(&asked, plan->origin->rubric))
            continue;
        *(const char **)OCA_ADD(run->mem, &asked) = plan->origin->rubric;
        const oca_actions *library =
            oca_shelf_actions(&run->shelf, plan->origin->rubric, plan->file, plan->origin->element.line, &found);
        if (library)
            *(const oca_actions **)OCA_ADD(run->mem, &p->libraries) = library;
        else if (run->shelf.broken || found.failed)
            oca_load_warn(&run->faults, &found, _("trainings are told by their ids"));
    }
}

/* The output may be no file that was read, named or found below a folder. */
static oca_status spares_inputs(const portfolio_run *p) {
    for (size_t i = 0; i < p->gathered.n_files; i++)
        if (oca_output_spares(&p->output, "portfolio", p->gathered.files[i]) != OCA_OK)
            return OCA_USAGE;
    if (oca_output_spares_given(&p->output, "portfolio", p->arguments) != OCA_OK)
        return OCA_USAGE;
    return oca_output_spares_found(&p->output, "portfolio", &p->run->shelf);
}

/* Tidy data may be larger than memory: it is written as it is made. */
typedef struct {
    const oca_portfolio_report *report;
    oca_rows_kind kind;
    const char *shown;
} rows;

static oca_status produce_rows(void *payload, oca_file_taker *take, void *file) {
    const rows *r = payload;
    return oca_portfolio_rows(r->report, r->kind, take, file);
}

static oca_status build_rows(const char *path, void *payload, oca_faults *faults) {
    return oca_file_write_pieces(path, ((const rows *)payload)->shown, produce_rows, payload, faults);
}

static bool print_piece(void *nothing, const char *bytes, size_t n) {
    (void)nothing;
    oca_print_data(bytes, n);
    return true;
}

static oca_status write_rows(portfolio_run *p, const oca_portfolio_report *report) {
    rows r = {report, p->output.format == OCA_AS_CSV ? OCA_ROWS_CSV : OCA_ROWS_JSONL, p->output.path};
    if (p->output.path)
        return oca_output_build(&p->output, build_rows, &r, NULL, &p->run->faults);
    return oca_portfolio_rows(report, r.kind, print_piece, NULL);
}

static oca_status not_made(portfolio_run *p) {
    oca_report(&p->run->faults, OCA_FAILURE, NULL, 0, "the portfolio cannot be written as JSON or XML");
    return OCA_SYSTEM;
}

static oca_status make_workbook(const char *path, oca_arena *mem, const void *workbook, oca_faults *faults) {
    return oca_portfolio_write(path, mem, workbook, faults);
}

/* The workbook's record is the result, since the documents may be thousands; of very many organizations there is none,
 * since it would only say again what the sheets hold. */
static oca_status write_workbook(portfolio_run *p, const oca_portfolio_report *report) {
    enum { MOST_RECORDED = 500 };
    oca_portfolio_workbook workbook = {.report = report};
    oca_record_document result = {.name = "result"};
    if (p->portfolio.n_lines <= MOST_RECORDED) {
        if (oca_portfolio_result(&result.bytes, &result.n, p->run->mem, report) != OCA_OK)
            return not_made(p);
        *(oca_record_document *)OCA_ADD(p->run->mem, &workbook.record) = result;
    }
    return oca_output_workbook(&p->output, p->run->mem, make_workbook, &workbook, &p->run->faults);
}

static oca_status write_report(portfolio_run *p, const oca_portfolio_report *report) {
    oca_arena *mem = p->run->mem;
    const char *bytes = NULL;
    size_t n = 0;
    oca_status made = OCA_OK;
    oca_output_format format = p->output.format;
    if (format == OCA_AS_CSV || format == OCA_AS_JSONL)
        return write_rows(p, report);
    if (format == OCA_AS_XLSX)
        return write_workbook(p, report);
    if (format == OCA_AS_JSON)
        made = oca_portfolio_json(&bytes, &n, mem, report);
    else if (format == OCA_AS_TEXT)
        bytes = oca_portfolio_text(mem, report, &p->output.screen), n = strlen(bytes);
    else
        made = oca_portfolio_result(&bytes, &n, mem, report);
    if (made != OCA_OK)
        return not_made(p);
    if (format == OCA_AS_HTML)
        return oca_page_write(p->run, p->arguments, &p->output, "portfolio", bytes, n);
    return oca_output_write(&p->output, bytes, n, &p->run->faults);
}

/* In the language of the rubrics, if they have one. */
static void answer(portfolio_run *p) {
    const oca_rubric *first = p->portfolio.n_rounds ? p->portfolio.rounds[0].frame->rubric : NULL;
    bool alike = first != NULL;
    for (size_t i = 1; i < p->portfolio.n_rounds; i++)
        alike = alike && oca_equal(p->portfolio.rounds[i].frame->rubric->lang, first->lang);
    oca_answer_in(p->run, alike ? first : NULL, NULL);
}

static oca_status write_result(portfolio_run *p) {
    answer(p);
    oca_portfolio_report report = {.portfolio = &p->portfolio,
                                   .faulty = &p->gathered.faulty,
                                   .files = p->gathered.n_files,
                                   .passed_over = p->gathered.passed_over,
                                   .donor_leaves = p->donor_leaves,
                                   .date = p->date,
                                   .lang = p->run->lang,
                                   .dated = p->gathered.newest,
                                   .libraries = p->libraries,
                                   .anonymous = p->arguments->anonymize};
    return write_report(p, &report);
}

/* Faulty files stop nothing unless --strict; they are told beside the result. */
static void tell_faulty(const portfolio_run *p) {
    oca_faults all = {.mem = p->run->mem};
    for (size_t i = 0; i < p->gathered.faulty.n; i++)
        oca_load_pass_on(&all, &p->gathered.faulty.at[i].told);
    oca_faults_print(&all);
}

static oca_status finish(portfolio_run *p) {
    bool strict = p->arguments->strict && p->gathered.faulty.n;
    if (strict || p->output.format != OCA_AS_TEXT || p->output.path)
        tell_faulty(p);
    if (strict)
        return OCA_FAULTY;
    if (p->gathered.input.n_rounds + p->gathered.input.n_plans + p->gathered.input.n_unshared + p->gathered.faulty.n ==
        0) {
        oca_report(&p->run->faults, OCA_FAULT, p->arguments->operands.at[0], 0,
                   "no assessment and no plan was found here");
        return OCA_FAULTY;
    }
    find_libraries(p);
    if (spares_inputs(p) != OCA_OK)
        return OCA_USAGE;
    compute(p);
    warn_of_doubles(p);
    warn_of_order(p);
    return write_result(p);
}

static oca_status run_portfolio(oca_run *run, const oca_arguments *arguments) {
    portfolio_run *p = oca_alloc(run->mem, sizeof *p);
    *p = (portfolio_run){.run = run, .arguments = arguments};
    unsigned allowed = OCA_AS_TEXT | OCA_AS_JSON | OCA_AS_CSV | OCA_AS_JSONL | OCA_AS_XML | OCA_AS_XLSX | OCA_AS_HTML;
    if (read_options(p) != OCA_OK || oca_output_choose(&p->output, run->mem, "portfolio", arguments, allowed) != OCA_OK)
        return OCA_USAGE;
    oca_status status = oca_gather(&p->gathered, run, &arguments->operands, p->threads, arguments->anonymize);
    if (status == OCA_OK)
        status = finish(p);
    oca_faults_print(&run->faults);
    oca_gathered_free(&p->gathered);
    return status;
}

const oca_verb oca_verb_portfolio = {
    .name = "portfolio",
    .operands = "FILE-OR-DIR… [-o FILE]",
    .line = N_("see many organizations together"),
    .more = N_(
        "Reads assessments and plans, XML and workbooks mixed, folders to any depth, and shows where the\n"
        "organizations stand, how they moved, who could learn from whom, and what their plans ask for.\n"
        "A summary goes to standard output, or with -o to a file that ends with .txt, .json, .xlsx (an organization\n"
        "a row, with charts), .html (a page) or .xml (the result); .csv and .jsonl hold a row for each organization,\n"
        "round and item, for other programs.\n"
        "Faulty files are listed and counted, and stop nothing unless --strict."),
    .least = 1,
    .options = options,
    .run = run_portfolio,
};
