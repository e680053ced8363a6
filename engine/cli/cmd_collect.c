/* oca collect: participants' answers from phones into an assessment. */
#include "../base/words.h"
#include "../collecting/collect.h"
#include "../reading/export.h"
#include "print.h"
#include "workbook.h"

static const oca_option options[] = {
    OCA_OUTPUT_OPTION,  OCA_FORMAT_OPTION, OCA_RUBRIC_OPTION, OCA_TAILORING_OPTION,
    OCA_ACTIONS_OPTION, OCA_LANG_OPTION,   OCA_HELP_OPTION,   {0},
};

/* Those that can be read; the others leave their faults. */
static oca_exports load_exports(oca_run *run, const oca_arguments *arguments) {
    oca_exports out = {0};
    for (size_t i = 1; i < arguments->operands.n; i++) {
        oca_export export;
        if (oca_export_load(&export, run->mem, arguments->operands.at[i], &run->faults) == OCA_OK)
            *(oca_export *)OCA_ADD(run->mem, &out) = export;
    }
    return out;
}

/* "14 submissions: 12 new participants, 1 taken before …". */
static const char *summary(oca_arena *mem, const oca_collected *told) {
    oca_buffer out = {.mem = mem};
    oca_buffer_print(&out, _("%s: %s with %s"), oca_plural(mem, told->submissions, "submission", "submissions"),
                     oca_plural(mem, told->added, "new participant", "new participants"),
                     oca_plural(mem, told->answers, "answer", "answers"));
    if (told->known)
        oca_buffer_print(&out, "; %s",
                         oca_plural(mem, told->known, "participant already there", "participants already there"));
    if (told->duplicates)
        oca_buffer_print(&out, "; %s",
                         oca_plural(mem, told->duplicates, "copy of a submission seen before",
                                    "copies of a submission seen before"));
    if (told->left_out)
        oca_buffer_print(&out, "; %s",
                         oca_plural(mem, told->left_out, "left out, not approved", "left out, not approved"));
    oca_buffer_print(&out, "\n");
    return out.at;
}

/* All faults of the assessment and of all exports in one run. */
static oca_status collect(oca_assessment *out, oca_collected *told, oca_loaded *loaded, oca_run *run,
                          const oca_arguments *arguments) {
    oca_status status = oca_load(loaded, run, arguments->operands.at[0], false, &run->faults);
    oca_exports exports = load_exports(run, arguments);
    if (status != OCA_OK)
        return status;
    oca_questionnaire questionnaire = oca_questionnaire_build(run->mem, &loaded->frame);
    status = oca_collect(out, told, run->mem, &loaded->answers, &questionnaire, &exports, &run->faults);
    return status == OCA_OK ? oca_faults_status(&run->faults) : status;
}

static oca_status run_collect(oca_run *run, const oca_arguments *arguments) {
    oca_output output = {0};
    oca_loaded loaded;
    oca_assessment assessment;
    oca_collected told;
    bool writes = arguments->output || arguments->format;
    if (writes && oca_output_choose(&output, run->mem, "collect", arguments, OCA_AS_XML | OCA_AS_XLSX) != OCA_OK)
        return OCA_USAGE;
    if (collect(&assessment, &told, &loaded, run, arguments) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (oca_output_spares_given(&output, "collect", arguments) != OCA_OK ||
        oca_output_spares_found(&output, "collect", &run->shelf) != OCA_OK)
        return OCA_USAGE;
    oca_answer_in(run, loaded.frame.rubric, loaded.assessment->lang);
    if (!writes || output.path) /* standard output is the document's alone, if it goes there */
        oca_print("%s", summary(run->mem, &told));
    const oca_document document = {&oca_assessment_format, &assessment};
    oca_status status = writes ? oca_write_document(&output, run, &document) : OCA_OK;
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_collect = {
    .name = "collect",
    .operands = "ASSESSMENT EXPORT… -o FILE",
    .line = N_("add participants' answers from phones"),
    .more =
        N_("Adds the answers that participants gave on phones to an assessment: exports of KoboToolbox and ODK (.csv,\n"
           ".xlsx; best with XML values and headers) and the files that a phone keeps of each filled form (.xml).\n"
           "Each submission becomes a participant. What is meant for another organization, rubric or round, or\n"
           "contradicts what is recorded, is a fault. Without -o it only tells what it would add."),
    .least = 2,
    .most = 0,
    .options = options,
    .run = run_collect,
};
