/* From the name of an assessment's file to its scores. Prints nothing. */
#ifndef OCA_CLI_LOAD_H
#define OCA_CLI_LOAD_H

#include "../../reports/lines.h"
#include "../document/actions.h"
#include "../scoring/score.h"
#include "verbs.h"

typedef struct {
    const oca_assessment *assessment;
    oca_frame frame;
    oca_answers answers;
    oca_scores scores;
} oca_loaded;

/* Reads the assessment and all that it needs and scores it; every fault is added to `faults`. Unless that leaves
 * `faults` without any, *out may not be used. */
oca_status oca_load(oca_loaded *out, oca_run *run, const char *path, bool strict, oca_faults *faults)
    __attribute__((warn_unused_result));

/* Goes on from an assessment that was read, be it with faults. */
oca_status oca_load_scores(oca_loaded *out, oca_run *run, const oca_assessment *assessment, bool strict,
                           oca_faults *faults) __attribute__((warn_unused_result));

/* Puts the anonymized assessment in the place of the one that was loaded, with the same scores and the same that is to
 * complete: --anonymize. Only for what was loaded without a fault; `out` stays where it is. */
void oca_load_anonymize(oca_loaded *out, oca_run *run);

/* Finds the rubric of that id and version (NULL: any), asked for at `line` of `file`, and lays it flat. Its faults are
 * passed on but not its warnings: those are told to its author, by `oca check`. */
oca_status oca_load_rubric(oca_frame *out, oca_run *run, const char *id, const char *version, const char *file,
                           int line, oca_faults *faults) __attribute__((warn_unused_result));

/* Finds the rubric of the assessment and the tailoring that it names or that --tailoring gives, and lays flat what is
 * used of it. */
oca_status oca_load_frame(oca_frame *out, oca_run *run, const oca_assessment *assessment, oca_faults *faults)
    __attribute__((warn_unused_result));

/* Finds the rubric that somebody named on the command line: a file, told by a slash or the ending .xml, or an id. */
oca_status oca_load_rubric_called(oca_frame *out, oca_run *run, const char *called, oca_faults *faults)
    __attribute__((warn_unused_result));

/* The frame of what the tailoring leaves of `whole`: the one of that id (NULL: one that --tailoring gives for this
 * rubric, if any), asked for at `line` of `file`. Without a tailoring it is `whole` itself, which must outlive *out. */
oca_status oca_load_tailored(oca_frame *out, oca_run *run, const oca_frame *whole, const char *id, const char *file,
                             int line, oca_faults *faults) __attribute__((warn_unused_result));

/* Finds the action library for the assessment and checks it; NULL if there is none, with a warning if `warn`. Only a
 * file given by name must serve: without a library there is still a plan, of placeholders. */
oca_status oca_load_library(const oca_actions **out, oca_run *run, const oca_loaded *loaded, bool warn)
    __attribute__((warn_unused_result));

/* The plan without what --anonymize takes out; what the library for its rubric declares stays, if there is one. */
oca_plan oca_load_plan_anonymized(oca_arena *mem, oca_run *run, const oca_plan *plan);

/* What is made from here on speaks to its readers: `_()` is in the language of the texts around it, whatever the
 * machine's. That is --lang; else `own`, the language of the assessment or plan, where the rubric has it, which
 * run->lang then says too; else the rubric's. `rubric` and `own` may be NULL. Warns of a --lang that nothing is written
 * in. */
void oca_answer_in(oca_run *run, const oca_rubric *rubric, const char *own);

/* Adds what stops a run: all but the warnings. Faults that were left out are counted in `to`. */
void oca_load_pass_on(oca_faults *to, const oca_faults *from);

/* The same of what can be done without, as warnings, each followed by what comes of it. Where the system failed, nobody
 * knows what there is, so that stays a failure. */
void oca_load_warn(oca_faults *to, const oca_faults *from, const char *so);

/* Adds what is to complete, one line each, indented. */
void oca_load_to_complete(oca_lines *out, const oca_loaded *loaded, const char *lang);

#endif
