#include "gather.h"

#include "../base/clean.h"
#include "../base/words.h"
#include "../document/anonymize.h"
#include "../document/plan_check.h"
#include "../reading/root.h"
#include "../reading/workbook_record.h"
#include "../system/file.h"
#include "../system/threads.h"
#include "../system/tree.h"
#include "bar.h"
#include "load.h"

#include <string.h>

/* What became of a file. */
typedef enum { PASSED_OVER, FAULTY, UNSHARED, ROUND, PLAN } ending;

typedef struct {
    ending ending;
    oca_kept_round *round;
    const oca_plan *plan;
    oca_unshared unshared;
    oca_faults faults; /* what is wrong */
    oca_faults shown;  /* as it may be handed on */
} outcome;

/* What asked for a frame, so that it is found again without a search. */
typedef struct {
    const char *folder, *rubric, *version, *tailoring;
    size_t n; /* of the folder's name */
    const oca_frame *frame;
} asked;

typedef struct {
    oca_arena *keep;   /* lives as long as the run */
    oca_arena scratch; /* for one file */
    asked last;
} worker;

typedef struct {
    oca_run *run;
    const oca_strings *files;
    bool anonymize;
    outcome *outcomes; /* by file */
    worker workers[OCA_MOST_THREADS];
    oca_lock *lock; /* for all that follows: the shelf is not for two threads at once */
    OCA_LIST(const oca_frame *) frames;
    oca_bar bar; /* of the caller's thread alone */
} gathering;

static size_t folder_length(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

static bool asks_the_same(const asked *last, const oca_assessment *assessment, size_t n) {
    return last->frame && last->n == n && memcmp(last->folder, assessment->file, n) == 0 &&
           oca_equal(last->rubric, assessment->rubric) && oca_equal(last->version, assessment->rubric_version) &&
           oca_equal(last->tailoring, assessment->tailoring);
}

/* The frame of this rubric and tailoring, if it was made before: folders may hold copies of them. */
static const oca_frame *known_frame(const gathering *g, const oca_rubric *rubric, const oca_tailoring *tailoring) {
    for (size_t i = 0; i < g->frames.n; i++) {
        const oca_tailoring *other = g->frames.at[i]->tailoring;
        if (oca_equal(g->frames.at[i]->rubric->digest, rubric->digest) &&
            oca_equal(other ? other->digest : NULL, tailoring ? tailoring->digest : NULL))
            return g->frames.at[i];
    }
    return NULL;
}

static const oca_frame *frame_for(gathering *g, const oca_assessment *assessment, oca_faults *faults) {
    oca_faults found = {.mem = g->run->mem};
    int line = assessment->element.line;
    const oca_rubric *rubric = oca_shelf_rubric(&g->run->shelf, assessment->rubric, assessment->rubric_version,
                                                assessment->file, line, &found);
    const oca_tailoring *tailoring =
        rubric ? oca_shelf_tailoring(&g->run->shelf, assessment->tailoring, rubric, assessment->file, line, &found)
               : NULL;
    if (!rubric || oca_faults_status(&found) != OCA_OK) {
        oca_load_pass_on(faults, &found);
        if (oca_faults_status(faults) ==
            OCA_OK) /* those of a file given by name were told once, with another document */
            oca_report(faults, OCA_FAULT, assessment->file, 0, "its rubric is faulty");
        return NULL;
    }
    const oca_frame *known = known_frame(g, rubric, tailoring);
    if (known)
        return known;
    oca_frame *made = oca_alloc(g->run->mem, sizeof *made);
    if (oca_load_frame(made, g->run, assessment, faults) != OCA_OK)
        return NULL;
    *(const oca_frame **)OCA_ADD(g->run->mem, &g->frames) = made;
    return made;
}

static const oca_frame *find_frame(gathering *g, worker *w, const oca_assessment *assessment, oca_faults *faults) {
    size_t n = folder_length(assessment->file);
    if (asks_the_same(&w->last, assessment, n))
        return w->last.frame;
    oca_lock_take(g->lock);
    const oca_frame *frame = frame_for(g, assessment, faults);
    oca_lock_give(g->lock);
    if (frame)
        w->last = (asked){.folder = oca_copy(w->keep, assessment->file, n),
                          .n = n,
                          .rubric = frame->rubric->id,
                          .version = frame->rubric->version,
                          .tailoring = assessment->tailoring
                                           ? oca_copy(w->keep, assessment->tailoring, strlen(assessment->tailoring))
                                           : NULL,
                          .frame = frame};
    return frame;
}

/* An assessment without `consent` is taken in; with it, one must name programme or donor. */
static bool is_shared(const oca_assessment *assessment) {
    for (size_t i = 0; i < assessment->consents.n; i++)
        if (oca_holds(&assessment->consents.at[i].to, "programme") ||
            oca_holds(&assessment->consents.at[i].to, "donor"))
            return true;
    return assessment->consents.n == 0;
}

static const char *keep_text(worker *w, const char *text) {
    return oca_copy(w->keep, text, strlen(text));
}

/* Of one that is faulty, too: what it says is not for those who were not to read it. */
static bool take_unshared(const gathering *g, worker *w, outcome *out, const oca_assessment *assessment) {
    const oca_organization *organization = assessment->organization;
    if (is_shared(assessment) || !organization || !organization->id || !assessment->round || !assessment->date.given)
        return false;
    const char *id = organization->id;
    out->ending = UNSHARED;
    out->unshared = (oca_unshared){g->anonymize ? oca_anonymous_code(w->keep, id) : keep_text(w, id),
                                   keep_text(w, assessment->round), assessment->date.day};
    return true;
}

/* What is wrong with its rubric goes to `looked_up`, with itself to `faults`. */
static void take_assessment(gathering *g, worker *w, outcome *out, const oca_assessment *assessment, oca_faults *faults,
                            oca_faults *looked_up) {
    if (take_unshared(g, w, out, assessment))
        return;
    const oca_frame *frame = find_frame(g, w, assessment, looked_up);
    oca_answers answers;
    if (!frame || oca_answers_build(&answers, &w->scratch, assessment, frame, faults) != OCA_OK ||
        oca_faults_status(faults) != OCA_OK)
        return;
    oca_scores scores = oca_score_figures(&w->scratch, &answers);
    out->round = oca_alloc(w->keep, sizeof *out->round);
    *out->round = oca_keep(w->keep, &w->scratch, &scores);
    if (g->anonymize) {
        oca_organization *organization = &out->round->organization;
        organization->id = organization->name = oca_anonymous_code(w->keep, organization->id);
        organization->part_of = organization->part_of ? oca_anonymous_code(w->keep, organization->part_of) : NULL;
    }
    out->ending = ROUND;
}

static void take_plan(gathering *g, worker *w, outcome *out, const oca_plan *plan, oca_faults *faults) {
    if (oca_faults_status(faults) == OCA_OK)
        oca_plan_check(&w->scratch, plan, faults);
    if (oca_faults_status(faults) != OCA_OK)
        return;
    oca_plan anonymized;
    if (g->anonymize) {
        oca_lock_take(g->lock);
        anonymized = oca_load_plan_anonymized(&w->scratch, g->run, plan);
        oca_lock_give(g->lock);
        plan = &anonymized;
    }
    out->plan = oca_keep_plan(w->keep, plan);
    out->ending = PLAN;
}

/* True if a cell begins as the keys of our tables do: then it is a workbook of ours, whatever became of its record. */
static bool has_keys(const oca_workbook *workbook) {
    for (size_t i = 0; i < workbook->sheets.n; i++)
        for (size_t k = 0; k < workbook->sheets.at[i].cells.n; k++) {
            const oca_workbook_cell *cell = &workbook->sheets.at[i].cells.at[k];
            if (cell->kind == OCA_VALUE_TEXT && strncmp(cell->text, "oca:", 4) == 0)
                return true;
        }
    return false;
}

/* True if the workbook is somebody else's, or one of ours that holds neither assessment nor plan. */
static bool is_other_workbook(worker *w, const char *path, const char *bytes, size_t n) {
    oca_faults none = {.mem = &w->scratch};
    oca_workbook workbook = {0};
    oca_record_documents documents = {0};
    if (oca_workbook_read(&workbook, &w->scratch, path, bytes, n, &none) != OCA_OK)
        return false;
    if (oca_workbook_record(&documents, &w->scratch, &workbook, &none) != OCA_OK)
        return !oca_workbook_sheet(&workbook, "_oca") && !has_keys(&workbook);
    for (size_t i = 0; i < documents.n; i++)
        if (oca_equal(documents.at[i].name, "assessment") || oca_equal(documents.at[i].name, "plan"))
            return false;
    return true;
}

/* True if the file at `path` is certainly no assessment or plan: other XML, another document of ours, another workbook.
 */
static bool is_something_else(worker *w, const char *path) {
    oca_faults none = {.mem = &w->scratch};
    const char *bytes;
    size_t n;
    if (oca_file_read(&bytes, &n, &w->scratch, path, OCA_XML_MOST_BYTES, &none) != OCA_OK)
        return false;
    if (oca_is_zip(bytes, n))
        return is_other_workbook(w, path, bytes, n);
    const char *uri = oca_root_namespace(&w->scratch, bytes, n);
    return uri && strncmp(uri, "urn:oca:assessment:", 19) != 0 && strncmp(uri, "urn:oca:plan:", 13) != 0;
}

/* Adds what is wrong to what is kept of the file. The fault of an assessment quotes answers and notes, so that no more
 * than its place may be handed on. */
static void keep_faults(worker *w, outcome *out, const oca_faults *faults, bool quotes_answers) {
    for (size_t i = 0; i < faults->all.n; i++) {
        const oca_fault *fault = &faults->all.at[i];
        oca_where where = {fault->where.line, fault->where.cell ? keep_text(w, fault->where.cell) : NULL};
        if (fault->severity == OCA_WARNING)
            continue;
        const char *file = keep_text(w, fault->file);
        oca_report_at(&out->faults, fault->severity, file, where, "%s", fault->message);
        oca_report_at(&out->shown, fault->severity, file, where, "%s",
                      quotes_answers ? oca_message("something is wrong here; oca check tells what") : fault->message);
    }
}

static void take_file(void *payload, size_t thread, size_t i) {
    static const oca_format *const accepted[] = {&oca_assessment_format, &oca_plan_format, NULL};
    gathering *g = payload;
    worker *w = &g->workers[thread];
    outcome *out = &g->outcomes[i];
    const char *path = g->files->at[i];
    oca_arena_reset(&w->scratch);
    oca_faults faults = {.mem = &w->scratch}, looked_up = {.mem = &w->scratch};
    oca_document document = {0};
    oca_status status = oca_document_load(&document, &w->scratch, path, accepted, &faults);
    if (document.format == &oca_assessment_format)
        take_assessment(g, w, out, document.root, &faults, &looked_up);
    else if (document.format == &oca_plan_format)
        take_plan(g, w, out, document.root, &faults);
    if (out->ending == PASSED_OVER && (document.format || status == OCA_SYSTEM || !is_something_else(w, path))) {
        out->ending = FAULTY;
        out->faults.mem = out->shown.mem = w->keep;
        keep_faults(w, out, &looked_up, false);
        keep_faults(w, out, &faults, document.format != &oca_plan_format && !faults.failed);
        oca_faults_sort(&out->faults);
        oca_faults_sort(&out->shown);
    }
    if (thread == 0)
        oca_bar_at(&g->bar, i);
}

static void keep_newest(oca_gathered *out, oca_day day) {
    if (day > out->newest)
        out->newest = day;
}

/* In the order of the files, whatever the order in which they were read. */
static void collect(oca_gathered *out, const gathering *g) {
    oca_arena *mem = g->run->mem;
    OCA_LIST(oca_kept_round) rounds = {0};
    OCA_LIST(const oca_plan *) plans = {0};
    OCA_LIST(oca_unshared) unshared = {0};
    size_t n_rounds = 0;
    for (size_t i = 0; i < g->files->n; i++)
        n_rounds += g->outcomes[i].ending == ROUND;
    oca_list_reserve(mem, &rounds, sizeof *rounds.at, n_rounds); /* many: a list that grows leaves as much behind */
    for (size_t i = 0; i < g->files->n; i++) {
        const outcome *one = &g->outcomes[i];
        switch (one->ending) {
        case PASSED_OVER:
            out->passed_over++;
            break;
        case FAULTY:
            *(oca_faulty_file *)OCA_ADD(mem, &out->faulty) =
                (oca_faulty_file){oca_clean(mem, g->files->at[i]), one->shown, one->faults};
            if (one->faults.failed) /* not the file's content is wrong: nothing may be said without it */
                oca_load_pass_on(&g->run->faults, &one->faults);
            break;
        case UNSHARED:
            *(oca_unshared *)OCA_ADD(mem, &unshared) = one->unshared;
            break;
        case ROUND:
            *(oca_kept_round *)OCA_ADD(mem, &rounds) = *one->round;
            keep_newest(out, one->round->date);
            break;
        case PLAN:
            *(const oca_plan **)OCA_ADD(mem, &plans) = one->plan;
            keep_newest(out, one->plan->origin->date.day);
            break;
        }
    }
    out->input = (oca_portfolio_input){rounds.at, rounds.n, plans.at, plans.n, unshared.at, unshared.n};
}

oca_status oca_gather(oca_gathered *out, oca_run *run, const oca_strings *paths, size_t threads, bool anonymize) {
    static const char *const endings[] = {".xml", ".xlsx", NULL};
    oca_strings files = {0};
    *out = (oca_gathered){0};
    oca_status status = oca_tree_find(&files, run->mem, paths, endings, &run->faults);
    if (status != OCA_OK)
        return status;
    gathering *g = oca_alloc(run->mem, sizeof *g);
    *g = (gathering){.run = run, .files = &files, .anonymize = anonymize, .lock = oca_lock_make()};
    if (!g->lock) {
        oca_report(&run->faults, OCA_FAILURE, NULL, 0, "out of memory");
        return OCA_SYSTEM;
    }
    g->outcomes = oca_alloc(run->mem, files.n * sizeof *g->outcomes);
    oca_xml_begin();
    g->bar = oca_bar_begin(N_("files"), files.n);
    for (size_t i = 0; i < threads; i++)
        g->workers[i].keep = &out->kept[i];
    oca_share_out(threads, files.n, take_file, g);
    oca_bar_end(&g->bar);
    for (size_t i = 0; i < threads; i++)
        oca_arena_free(&g->workers[i].scratch);
    oca_lock_free(g->lock);
    out->files = files.at;
    out->n_files = files.n;
    collect(out, g);
    return oca_faults_status(&run->faults);
}

void oca_gathered_free(oca_gathered *gathered) {
    for (size_t i = 0; i < OCA_COUNT(gathered->kept); i++)
        oca_arena_free(&gathered->kept[i]);
}
