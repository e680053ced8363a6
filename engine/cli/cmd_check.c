/* oca check: every fault of every file, and what is to complete. */
#include "../../reports/phrases.h"
#include "../base/clean.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../document/plan_check.h"
#include "../document/review.h"
#include "../planning/planning.h"
#include "../system/terminal.h"
#include "load.h"
#include "print.h"

#include <unistd.h>

static const oca_option options[] = {
    OCA_RUBRIC_OPTION, OCA_TAILORING_OPTION, OCA_LANG_OPTION, OCA_STRICT_OPTION, OCA_HELP_OPTION, {0},
};

/* One file while it is checked. */
typedef struct {
    oca_run *run;
    const oca_arguments *arguments;
    oca_faults faults;
    oca_screen screen;   /* of standard output */
    const char *what;    /* "an assessment of NAME, baseline 2025-03-14" */
    const char *found;   /* what else is said of it, after the faults: "60 items", or NULL */
    const char *details; /* lines below */
} checking;

/* A draft may lack what it is told apart by. */
static const char *or_none(const char *text, const char *none) {
    return text && *text ? text : none;
}

static const char *day_or_none(oca_arena *mem, oca_date date) {
    return or_none(date.given ? oca_day_text(mem, date.day) : NULL, _("(no date)"));
}

/* A library or tailoring is to speak every language that its rubric speaks. */
static void review_languages(checking *c, const oca_format *format, const void *root, const char *own, const char *file,
                             const oca_rubric *rubric) {
    oca_strings also = oca_languages_of(c->run->mem, &oca_rubric_format, rubric, rubric->lang);
    oca_languages_review(c->run->mem, format, root, own, &also, file, &c->faults);
}

/* Holds the rubric against its actions, if a library without faults is found; without one there is nothing to say. */
static void review_actions(checking *c, const oca_frame *frame) {
    oca_arena *mem = c->run->mem;
    oca_faults unheard = {.mem = mem};
    const oca_rubric *rubric = frame->rubric;
    const oca_actions *library =
        oca_shelf_actions(&c->run->shelf, rubric->id, rubric->file, rubric->element.line, &unheard);
    if (!library || oca_library_check(mem, library, frame, &unheard) != OCA_OK)
        return;
    oca_library_review(library, frame, &c->faults);
    review_languages(c, &oca_actions_format, library, library->lang, library->file, rubric);
}

static void check_rubric(checking *c, const oca_rubric *rubric) {
    oca_arena *mem = c->run->mem;
    oca_frame frame;
    c->what = oca_format_text(mem, _("the rubric %s %s"), rubric->id, rubric->version);
    if (oca_frame_build(&frame, mem, rubric, &c->faults) != OCA_OK)
        return;
    c->found = oca_format_text(mem, _("%s in %s"), oca_plural(mem, frame.n_items, "item", "items"),
                               oca_plural(mem, frame.n_nodes - 1, "area", "areas"));
    oca_rubric_review(mem, &frame, &c->faults);
    oca_languages_review(mem, &oca_rubric_format, rubric, rubric->lang, NULL, rubric->file, &c->faults);
    review_actions(c, &frame);
}

static void check_assessment(checking *c, const oca_assessment *assessment) {
    oca_arena *mem = c->run->mem;
    oca_loaded loaded;
    const oca_organization *organization = assessment->organization;
    oca_status status = oca_load_scores(&loaded, c->run, assessment, c->arguments->strict, &c->faults);
    c->what = oca_format_text(mem, _("an assessment of %s, %s %s"),
                              or_none(organization ? organization->name : NULL, _("(no name)")),
                              or_none(assessment->round ? oca_round_word(assessment->round) : NULL, _("(no round)")),
                              day_or_none(mem, assessment->date));
    if (status != OCA_OK)
        return;
    size_t n = loaded.scores.to_complete.n;
    c->found =
        n ? oca_format_text(mem, oca_counted("%zu thing to complete", "%zu things to complete", n), n) : _("complete");
    oca_lines details = {.written = {.mem = mem}, .screen = &c->screen};
    oca_load_to_complete(&details, &loaded, c->arguments->lang);
    c->details = details.written.at;
}

static void check_actions(checking *c, const oca_actions *library) {
    oca_arena *mem = c->run->mem;
    oca_frame frame;
    c->what = oca_format_text(mem, _("the actions %s for the rubric %s"), library->id, library->rubric);
    if (oca_load_rubric(&frame, c->run, library->rubric, NULL, library->file, library->element.line, &c->faults) !=
            OCA_OK ||
        oca_library_check(mem, library, &frame, &c->faults) != OCA_OK)
        return;
    c->found = oca_plural(mem, library->actions.n, "action", "actions");
    oca_library_review(library, &frame, &c->faults);
    review_languages(c, &oca_actions_format, library, library->lang, library->file, frame.rubric);
}

static void check_tailoring(checking *c, const oca_tailoring *tailoring) {
    oca_arena *mem = c->run->mem;
    oca_frame whole, frame;
    c->what = oca_format_text(mem, _("the tailoring %s of the rubric %s %s"), tailoring->id, tailoring->rubric,
                              tailoring->rubric_version);
    if (oca_load_rubric(&whole, c->run, tailoring->rubric, tailoring->rubric_version, tailoring->file,
                        tailoring->element.line, &c->faults) != OCA_OK ||
        oca_frame_tailor(&frame, mem, &whole, tailoring, &c->faults) != OCA_OK)
        return;
    review_languages(c, &oca_tailoring_format, tailoring, tailoring->lang, tailoring->file, whole.rubric);
    c->found = oca_format_text(mem, _("%zu of %s in %zu of %s used"), frame.n_items,
                               oca_plural(mem, whole.n_items, "item", "items"), frame.n_nodes - 1,
                               oca_plural(mem, whole.n_nodes - 1, "area", "areas"));
}

static void check_plan(checking *c, const oca_plan *plan) {
    oca_arena *mem = c->run->mem;
    oca_plan_check(mem, plan, &c->faults);
    size_t actions = 0;
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        actions += plan->weaknesses.at[i].actions.n;
    c->what = oca_format_text(mem, _("a plan of %s, %s to %s"),
                              or_none(plan->origin ? plan->origin->name : NULL, _("(no name)")),
                              day_or_none(mem, plan->start), day_or_none(mem, plan->end));
    const char *planned = oca_plural(mem, actions, "action", "actions");
    c->found = plan->signatures.n ? planned : oca_format_text(mem, _("%s, not signed yet"), planned);
    if (c->arguments->strict && !plan->signatures.n)
        oca_report(&c->faults, OCA_FAULT, plan->file, plan->element.line, "to complete: not signed yet");
}

static void print_result(checking *c, const char *path) {
    oca_arena *mem = c->run->mem;
    size_t faults = c->faults.faulty, warnings = 0;
    for (size_t i = 0; i < c->faults.all.n; i++)
        warnings += c->faults.all.at[i].severity == OCA_WARNING;
    if (c->faults.failed) /* what is printed on standard error says all */
        return;
    oca_print("%s: %s%s%s", oca_on_one_line(mem, path), c->what ? oca_on_one_line(mem, c->what) : "",
              c->what ? ": " : "", faults ? oca_plural(mem, faults, "fault", "faults") : _("no faults"));
    if (warnings)
        oca_print(", %s", oca_plural(mem, warnings, "warning", "warnings"));
    if (!faults && c->found)
        oca_print(", %s", c->found);
    oca_print("\n%s", !faults && c->details ? c->details : "");
}

static oca_status check_file(oca_run *run, const oca_arguments *arguments, const char *path) {
    checking checked = {.run = run,
                        .arguments = arguments,
                        .faults = {.mem = run->mem},
                        .screen = oca_screen_at(STDOUT_FILENO)},
             *c = &checked;
    oca_document document = {0};
    oca_status status = oca_document_load(&document, run->mem, path, oca_all_formats, &c->faults);
    if (document.format == &oca_rubric_format)
        check_rubric(c, document.root);
    else if (document.format == &oca_assessment_format)
        check_assessment(c, document.root);
    else if (document.format == &oca_actions_format)
        check_actions(c, document.root);
    else if (document.format == &oca_tailoring_format)
        check_tailoring(c, document.root);
    else if (document.format == &oca_plan_format)
        check_plan(c, document.root);
    print_result(c, path);
    oca_status told = oca_faults_end(&c->faults);
    return told != OCA_OK ? told : status;
}

/* Each file has an arena of its own, so that memory does not grow with their number; rubrics live in the shelf's. */
static oca_status run_check(oca_run *run, const oca_arguments *arguments) {
    oca_status worst = OCA_OK;
    for (size_t i = 0; i < arguments->operands.n; i++) {
        oca_arena mem = {0};
        oca_run one = {.mem = &mem, .shelf = run->shelf, .lang = run->lang};
        oca_status status = check_file(&one, arguments, arguments->operands.at[i]);
        run->shelf = one.shelf; /* with what it has found */
        oca_arena_free(&mem);
        worst = status > worst ? status : worst;
    }
    return worst;
}

const oca_verb oca_verb_check = {
    .name = "check",
    .operands = "FILE…",
    .line = N_("find every fault of documents, and what is to complete"),
    .more = N_("Checks rubrics, tailorings, assessments, action libraries and plans. Every fault is told as file:line: "
               "message on\n"
               "standard error; what is only unfinished is listed below its file and is no fault, unless --strict.\n"
               "The exit status is that of the worst file."),
    .least = 1,
    .options = options,
    .run = run_check,
};
