/* oca compare: two rounds of one organization, or a series of them. */
#include "../../reports/compare/phrases.h"
#include "../../reports/result/result.h"
#include "../base/words.h"
#include "../document/anonymize.h"
#include "../document/plan_check.h"
#include "load.h"
#include "output.h"
#include "page.h"
#include "print.h"

#include <string.h>

static const oca_option options[] = {
    {"plan", 0, "PLAN", OCA_OPTION_TEXT, offsetof(oca_arguments, plan),
     N_("the plan made from the baseline: what became of its weaknesses")},
    {"explain", 0, "ID", OCA_OPTION_TEXT, offsetof(oca_arguments, explain),
     N_("how the comparison of an item or area, or \"overall\", came about")},
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_RUBRIC_OPTION,
    OCA_TAILORING_OPTION,
    OCA_LANG_OPTION,
    OCA_STRICT_OPTION,
    OCA_ANONYMIZE_OPTION,
    OCA_TEMPLATE_OPTION,
    OCA_HELP_OPTION,
    {0},
};

enum { MOST_IN_A_WORKBOOK = OCA_RECORD_MOST - 1 /* the plan is borne, too */ };

/* What is compared, and what comes of it. */
typedef struct {
    oca_run *run;
    const oca_arguments *arguments;
    oca_output output;
    oca_loaded *rounds; /* as many as operands */
    const oca_plan *plan;
    oca_compared_list pairs;
} compare_run;

/* All faults of all files are told in one run. */
static oca_status load_all(compare_run *r) {
    const oca_strings *paths = &r->arguments->operands;
    oca_faults *faults = &r->run->faults;
    oca_status worst = OCA_OK;
    r->rounds = oca_alloc(r->run->mem, paths->n * sizeof *r->rounds);
    for (size_t i = 0; i < paths->n; i++) {
        oca_status status = oca_load(&r->rounds[i], r->run, paths->at[i], r->arguments->strict, faults);
        worst = status > worst ? status : worst;
    }
    if (r->arguments->plan) {
        oca_status status = oca_plan_load(&r->plan, r->run->mem, r->arguments->plan, faults);
        worst = status > worst ? status : worst;
    }
    if (r->plan)
        oca_plan_check(r->run->mem, r->plan, faults);
    return worst;
}

/* Rounds of two organizations are no pair; a date before the one that it follows is worth a look. */
static void check_rounds(compare_run *r) {
    const oca_assessment *first = r->rounds[0].assessment;
    for (size_t i = 1; i < r->arguments->operands.n; i++) {
        const oca_assessment *before = r->rounds[i - 1].assessment, *now = r->rounds[i].assessment;
        if (!oca_equal(first->organization->id, now->organization->id))
            oca_report(&r->run->faults, OCA_FAULT, now->file, now->organization->element.line,
                       "is of organization \"%s\", but %s is of \"%s\": two rounds of one organization are compared",
                       now->organization->id, first->file, first->organization->id);
        else if (now->date.day < before->date.day)
            oca_report(&r->run->faults, OCA_WARNING, now->file, now->element.line,
                       "is dated %s, before %s of %s: are the two in the wrong order?",
                       oca_day_text(r->run->mem, now->date.day), before->file,
                       oca_day_text(r->run->mem, before->date.day));
    }
}

/* The plan must have been made from a round that something is compared with. */
static void check_plan(compare_run *r) {
    oca_arena *mem = r->run->mem;
    const oca_plan *plan = r->plan;
    size_t round = 0;
    while (round + 1 < r->arguments->operands.n && !oca_plan_is_of(plan, r->rounds[round].assessment))
        round++;
    if (round + 1 == r->arguments->operands.n) {
        const oca_plan_origin *origin = plan->origin;
        const oca_assessment *baseline = r->rounds[0].assessment;
        oca_report(&r->run->faults, OCA_FAULT, plan->file, origin->element.line,
                   "the plan was made from \"%s\", %s %s, not from the baseline of this comparison: \"%s\", %s %s",
                   origin->organization, origin->round, oca_day_text(mem, origin->date.day), baseline->organization->id,
                   baseline->round, oca_day_text(mem, baseline->date.day));
        return;
    }
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        if (oca_frame_find_item(&r->rounds[round].frame, plan->weaknesses.at[i].item) == OCA_NOWHERE)
            oca_report(&r->run->faults, OCA_FAULT, plan->file, plan->weaknesses.at[i].element.line,
                       "a weakness of item \"%s\", which the baseline's rubric \"%s\" %s does not have",
                       plan->weaknesses.at[i].item, r->rounds[round].frame.rubric->id,
                       r->rounds[round].frame.rubric->version);
}

static void compare_pair(compare_run *r, size_t before, size_t now) {
    oca_arena *mem = r->run->mem;
    oca_matching *matching = oca_alloc(mem, sizeof *matching);
    oca_comparison *comparison = oca_alloc(mem, sizeof *comparison);
    *matching = oca_matching_build(mem, &r->rounds[before].frame, &r->rounds[now].frame);
    *comparison = oca_compare_rounds(mem, matching, &r->rounds[before].scores, &r->rounds[now].scores);
    oca_compare_participants(mem, comparison);
    oca_plan_effect *effect = NULL;
    if (r->plan && oca_plan_is_of(r->plan, r->rounds[before].assessment)) {
        effect = oca_alloc(mem, sizeof *effect);
        oca_plan_effect_add(mem, effect, comparison, r->plan);
    }
    *(oca_compared *)OCA_ADD(mem, &r->pairs) = (oca_compared){comparison, effect};
}

/* Each round with the next, and of more than two the first with the last. */
static void compare_all(compare_run *r) {
    size_t n = r->arguments->operands.n;
    for (size_t i = 1; i < n; i++)
        compare_pair(r, i - 1, i);
    if (n > 2)
        compare_pair(r, 0, n - 1);
}

static oca_status explain(compare_run *r) {
    oca_arena *mem = r->run->mem;
    oca_lines out = {.written = {.mem = mem}, .screen = &r->output.screen};
    const char *id = r->arguments->explain, *lang = r->run->lang;
    for (size_t i = 0; i < r->pairs.n; i++) {
        const oca_comparison *comparison = r->pairs.at[i].comparison;
        const char *text = oca_compare_explain(mem, comparison, id, lang, out.screen);
        if (!text)
            continue;
        if (out.written.n) {
            oca_lines_gap(&out);
            oca_lines_gap(&out);
        }
        if (r->pairs.n > 1)
            oca_lines_say(&out, _("From %s to %s\n\n"), oca_round_shown(mem, comparison->baseline),
                          oca_round_shown(mem, comparison->reassessment));
        oca_buffer_print(&out.written, "%s", text);
    }
    if (!out.written.n)
        return oca_wrong_usage("compare", "--explain %s: no rubric has an item or area of this id; \"overall\" is all",
                               id);
    return oca_output_write(&r->output, out.written.at, out.written.n, &r->run->faults);
}

static oca_status make_workbook(const char *path, oca_arena *mem, const void *workbook, oca_faults *faults) {
    return oca_compare_write(path, mem, workbook, faults);
}

/* What a round is called in the record. */
static const char *record_name(const compare_run *r, size_t round) {
    if (round == 0)
        return "baseline";
    return round + 1 == r->arguments->operands.n ? "reassessment"
                                                 : oca_format_text(r->run->mem, "round-%zu", round + 1);
}

/* It bears the assessments as they are handed on, and the plan. */
static oca_status write_workbook(compare_run *r) {
    oca_arena *mem = r->run->mem;
    oca_compare_workbook workbook = {.pairs = &r->pairs, .lang = r->run->lang};
    for (size_t i = 0; i < r->arguments->operands.n; i++) {
        oca_assessment reduced = oca_assessment_reduced(mem, r->rounds[i].assessment);
        *(oca_record_document *)OCA_ADD(mem, &workbook.record) =
            oca_output_document(mem, record_name(r, i), &oca_assessment_format, &reduced);
    }
    if (r->plan) {
        oca_plan plan = r->arguments->anonymize ? oca_load_plan_anonymized(mem, r->run, r->plan) : *r->plan;
        *(oca_record_document *)OCA_ADD(mem, &workbook.record) =
            oca_output_document(mem, "plan", &oca_plan_format, &plan);
    }
    return oca_output_workbook(&r->output, mem, make_workbook, &workbook, &r->run->faults);
}

static oca_status write_comparison(compare_run *r) {
    const char *lang = r->run->lang;
    oca_buffer out = {.mem = r->run->mem};
    const char *bytes = NULL;
    size_t n = 0;
    oca_status status = OCA_OK;
    switch (r->output.format) {
    case OCA_AS_XLSX:
        return write_workbook(r);
    case OCA_AS_JSON:
        status = oca_compare_json(&bytes, &n, out.mem, &r->pairs);
        break;
    case OCA_AS_XML:
    case OCA_AS_HTML:
        status = oca_compare_result(&bytes, &n, out.mem, &r->pairs, lang);
        break;
    case OCA_AS_CSV:
        oca_compare_csv(&out, &r->pairs, lang);
        bytes = out.at;
        n = out.n;
        break;
    default:
        bytes = oca_compare_text(out.mem, &r->pairs, lang, &r->output.screen);
        n = strlen(bytes);
    }
    if (status != OCA_OK) {
        oca_report(&r->run->faults, OCA_FAILURE, NULL, 0, "the comparison cannot be written in that format");
        return OCA_SYSTEM;
    }
    if (r->output.format == OCA_AS_HTML)
        return oca_page_write(r->run, r->arguments, &r->output, "compare", bytes, n);
    return oca_output_write(&r->output, bytes, n, &r->run->faults);
}

static oca_status spares_inputs(const compare_run *r) {
    if (oca_output_spares_given(&r->output, "compare", r->arguments) != OCA_OK ||
        oca_output_spares(&r->output, "compare", r->arguments->plan) != OCA_OK)
        return OCA_USAGE;
    return oca_output_spares_found(&r->output, "compare", &r->run->shelf);
}

static oca_status run_compare(oca_run *run, const oca_arguments *arguments) {
    compare_run comparing = {.run = run, .arguments = arguments}, *r = &comparing;
    const unsigned all = OCA_AS_TEXT | OCA_AS_JSON | OCA_AS_XML | OCA_AS_HTML | OCA_AS_CSV | OCA_AS_XLSX;
    unsigned allowed = arguments->explain ? OCA_AS_TEXT : all;
    if (oca_output_choose(&r->output, run->mem, "compare", arguments, allowed) != OCA_OK)
        return OCA_USAGE;
    if (r->output.format == OCA_AS_XLSX && arguments->operands.n > MOST_IN_A_WORKBOOK)
        return oca_wrong_usage("compare",
                               "a workbook compares at most %d rounds; more go to .txt, .json, .csv, .xml or .html",
                               MOST_IN_A_WORKBOOK);
    if (load_all(r) != OCA_OK)
        return oca_faults_end(&run->faults);
    check_rounds(r);
    if (r->plan)
        check_plan(r);
    if (oca_faults_status(&run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (spares_inputs(r) != OCA_OK)
        return OCA_USAGE;
    compare_all(r);
    for (size_t i = 0; arguments->anonymize && i < arguments->operands.n; i++)
        oca_load_anonymize(&r->rounds[i], run);
    const oca_loaded *newest = &r->rounds[arguments->operands.n - 1];
    oca_answer_in(run, newest->frame.rubric, newest->assessment->lang);
    oca_status status = arguments->explain ? explain(r) : write_comparison(r);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_compare = {
    .name = "compare",
    .operands = "BASELINE REASSESSMENT [-o FILE]",
    .line = N_("compare two rounds of an organization"),
    .more =
        N_("Compares a reassessment with its baseline, like for like: what both rounds asked and scored on the same\n"
           "basis. First whether the two can be compared at all, and why; then what changed, and beside it what was\n"
           "not compared. More than two rounds make a series: each with the next, then the first with the last.\n"
           "A summary goes to standard output, or with -o to a file that ends with .txt, .json, .csv,\n"
           ".html (a page to forward or print), .xml (the result that the page is made from) or .xlsx (a workbook\n"
           "with charts, and the statements to filter)."),
    .least = 2,
    .options = options,
    .run = run_compare,
};
