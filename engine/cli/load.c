#include "load.h"

#include "../../reports/phrases.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../document/anonymize.h"
#include "../planning/planning.h"
#include "../system/language.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* --strict: what is only unfinished stops the run too. */
static void make_faults(const oca_scores *scores, const char *file, oca_faults *faults) {
    for (size_t i = 0; i < scores->to_complete.n; i++) {
        const oca_to_complete *one = &scores->to_complete.at[i];
        oca_report_at(faults, OCA_FAULT, file, one->where, "to complete: %s%s%s", one->item ? one->item : "",
                      one->item ? ": " : "", oca_to_complete_shown(one->what));
    }
}

void oca_load_pass_on(oca_faults *to, const oca_faults *from) {
    size_t left_out = from->faulty; /* of the faults alone: warnings are not passed on */
    for (size_t i = 0; i < from->all.n; i++) {
        const oca_fault *fault = &from->all.at[i];
        left_out -= fault->severity == OCA_FAULT;
        if (fault->severity != OCA_WARNING)
            oca_report_at(to, fault->severity, fault->file, fault->where, "%s", fault->message);
    }
    to->faulty += left_out;
    to->left_out += left_out;
}

void oca_load_warn(oca_faults *to, const oca_faults *from, const char *so) {
    if (from->failed) {
        oca_load_pass_on(to, from);
        return;
    }
    for (size_t i = 0; i < from->all.n; i++)
        oca_report_at(to, OCA_WARNING, from->all.at[i].file, from->all.at[i].where, "%s; %s", from->all.at[i].message,
                      so);
}

oca_status oca_load_rubric(oca_frame *out, oca_run *run, const char *id, const char *version, const char *file,
                           int line, oca_faults *faults) {
    oca_faults all = {.mem = run->mem};
    const oca_rubric *rubric = oca_shelf_rubric(&run->shelf, id, version, file, line, &all);
    oca_status status = rubric ? oca_frame_build(out, run->mem, rubric, &all) : oca_faults_status(&all);
    oca_load_pass_on(faults, &all);
    return status;
}

oca_status oca_load_rubric_called(oca_frame *out, oca_run *run, const char *called, oca_faults *faults) {
    size_t n = strlen(called);
    if (!strchr(called, '/') && !(n > 4 && strcasecmp(called + n - 4, ".xml") == 0))
        return oca_load_rubric(out, run, called, NULL, NULL, 0, faults);
    oca_faults all = {.mem = run->mem};
    const oca_rubric *rubric = NULL;
    oca_status status = oca_rubric_load(&rubric, run->mem, called, &all);
    if (rubric)
        status = oca_frame_build(out, run->mem, rubric, &all);
    oca_load_pass_on(faults, &all);
    return status;
}

oca_status oca_load_tailored(oca_frame *out, oca_run *run, const oca_frame *whole, const char *id, const char *file,
                             int line, oca_faults *faults) {
    oca_faults all = {.mem = run->mem};
    oca_status status = OCA_OK;
    const oca_tailoring *tailoring = oca_shelf_tailoring(&run->shelf, id, whole->rubric, file, line, &all);
    if (tailoring)
        status = oca_frame_tailor(out, run->mem, whole, tailoring, &all);
    else
        *out = *whole;
    oca_load_pass_on(faults, &all);
    return status == OCA_OK ? oca_faults_status(&all) : status;
}

oca_status oca_load_frame(oca_frame *out, oca_run *run, const oca_assessment *assessment, oca_faults *faults) {
    oca_frame *whole = oca_alloc(run->mem, sizeof *whole);
    oca_status status = oca_load_rubric(whole, run, assessment->rubric, assessment->rubric_version, assessment->file,
                                        assessment->element.line, faults);
    if (status != OCA_OK)
        return status;
    return oca_load_tailored(out, run, whole, assessment->tailoring, assessment->file, assessment->element.line,
                             faults);
}

oca_status oca_load_scores(oca_loaded *out, oca_run *run, const oca_assessment *assessment, bool strict,
                           oca_faults *faults) {
    *out = (oca_loaded){.assessment = assessment};
    oca_status status = oca_load_frame(&out->frame, run, assessment, faults);
    if (status == OCA_OK)
        status = oca_answers_build(&out->answers, run->mem, assessment, &out->frame, faults);
    if (status != OCA_OK || oca_faults_status(faults) != OCA_OK)
        return oca_faults_status(faults);
    out->scores = oca_score_all(run->mem, &out->answers);
    if (strict)
        make_faults(&out->scores, assessment->file, faults);
    return oca_faults_status(faults);
}

void oca_load_anonymize(oca_loaded *out, oca_run *run) {
    oca_assessment *anonymized = oca_alloc(run->mem, sizeof *anonymized);
    oca_to_completes to_complete = out->scores.to_complete;
    oca_faults none = {.mem = run->mem}; /* what had no fault has none now; its warnings were told */
    *anonymized = oca_assessment_anonymized(run->mem, out->assessment);
    out->assessment = anonymized;
    if (oca_answers_build(&out->answers, run->mem, anonymized, &out->frame, &none) != OCA_OK)
        abort();
    out->scores = oca_score_all(run->mem, &out->answers);
    out->scores.to_complete = to_complete;
}

oca_status oca_load(oca_loaded *out, oca_run *run, const char *path, bool strict, oca_faults *faults) {
    const oca_assessment *assessment = NULL;
    oca_status status = oca_assessment_load(&assessment, run->mem, path, faults);
    /* A faulty one is held against its rubric too, so that all its faults are told in one run. */
    return assessment ? oca_load_scores(out, run, assessment, strict, faults) : status;
}

oca_status oca_load_library(const oca_actions **out, oca_run *run, const oca_loaded *loaded, bool warn) {
    oca_faults all = {.mem = run->mem};
    *out = oca_shelf_actions(&run->shelf, loaded->frame.rubric->id, loaded->assessment->file,
                             loaded->assessment->element.line, &all);
    if (!*out && !run->shelf.action_files.n && !run->shelf.broken) {
        for (size_t i = 0; warn && i < all.all.n; i++)
            oca_report_at(&run->faults, OCA_WARNING, all.all.at[i].file, all.all.at[i].where,
                          "%s; the actions of the plan are to be named by hand", all.all.at[i].message);
        return OCA_OK;
    }
    oca_status status = *out ? oca_library_check(run->mem, *out, &loaded->frame, &all) : oca_faults_status(&all);
    oca_load_pass_on(&run->faults, &all);
    return status;
}

oca_plan oca_load_plan_anonymized(oca_arena *mem, oca_run *run, const oca_plan *plan) {
    oca_faults missed = {.mem = mem};
    const oca_actions *library =
        oca_shelf_actions(&run->shelf, plan->origin->rubric, plan->file, plan->origin->element.line, &missed);
    return oca_plan_anonymized(mem, plan, library);
}

/* True if the rubric has texts in that language, be it told with a region. */
static bool has_language(const oca_strings *languages, const char *lang) {
    for (size_t i = 0; lang && i < languages->n; i++)
        if (oca_equal(languages->at[i], lang) || oca_is_region_of(lang, languages->at[i]))
            return true;
    return false;
}

void oca_answer_in(oca_run *run, const oca_rubric *rubric, const char *own) {
    oca_strings languages = rubric ? oca_rubric_languages(run->mem, rubric) : (oca_strings){0};
    if (run->lang && rubric && !has_language(&languages, run->lang) && !oca_language_is_known(run->lang))
        oca_report(&run->faults, OCA_WARNING, NULL, 0, "--lang %s: neither the rubric %s nor oca itself speaks it",
                   run->lang, rubric->id);
    if (!run->lang && (!rubric || has_language(&languages, own)))
        run->lang = own;
    oca_language_choose(OCA_ANSWERS, run->lang ? run->lang : rubric ? rubric->lang : NULL);
    oca_speak(OCA_ANSWERS);
}

void oca_load_to_complete(oca_lines *out, const oca_loaded *loaded, const char *lang) {
    const oca_to_completes *list = &loaded->scores.to_complete;
    oca_arena *mem = out->written.mem;
    for (size_t i = 0; i < list->n; i++) {
        const char *item = list->at[i].item, *what = oca_to_complete_shown(list->at[i].what);
        if (item) {
            size_t number = (size_t)oca_frame_find_item(&loaded->frame, item);
            const char *title = oca_item_title(&loaded->frame, number, lang);
            what = oca_format_text(mem, "%s (%s): %s", title, item, what);
        }
        oca_lines_wrap(out, what, 2, 4);
    }
}
