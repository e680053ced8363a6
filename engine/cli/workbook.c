#include "workbook.h"

#include "../../reports/isp/isp.h"
#include "../base/words.h"
#include "../tracking/journal.h"

static oca_status make(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    return oca_scoring_write(path, mem, payload, faults);
}

oca_status oca_write_scoring(const oca_output *output, oca_run *run, const oca_loaded *loaded,
                             const oca_previous *previous) {
    oca_scoring_input input = {.scores = &loaded->scores, .previous = previous};
    oca_answer_in(run, loaded->frame.rubric, loaded->assessment->lang);
    input.lang = run->lang;
    oca_assessment whole = *loaded->assessment;
    if (whole.participants.n > OCA_SCORING_MOST_PEOPLE) {
        oca_report(&run->faults, OCA_FAULT, output->path, 0,
                   "there are %zu participants, and a scoring workbook has room for %d; write .xml",
                   whole.participants.n, OCA_SCORING_MOST_PEOPLE);
        return OCA_FAULTY;
    }
    if (oca_load_library(&input.library, run, loaded, false) != OCA_OK)
        return oca_faults_status(&run->faults);
    if (oca_output_spares_found(output, NULL, &run->shelf) != OCA_OK)
        return OCA_USAGE;
    *(oca_record_document *)OCA_ADD(run->mem, &input.record) =
        oca_output_document(run->mem, "assessment", &oca_assessment_format, &whole);
    return oca_output_filled(output, run->mem, make, &input, &run->faults);
}

static oca_status make_plan(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    return oca_isp_write(path, mem, payload, faults);
}

static oca_status write_plan(const oca_output *output, oca_run *run, oca_plan *plan) {
    oca_faults found = {.mem = run->mem}; /* the plan stands without them: then ids are shown */
    oca_frame frame;
    oca_isp isp = {.plan = plan, .dated = oca_journal_newest_day(plan)};
    const oca_plan_origin *origin = plan->origin;
    if (origin && oca_load_rubric(&frame, run, origin->rubric, origin->rubric_version, plan->file, origin->element.line,
                                  &found) == OCA_OK)
        isp.frame = &frame;
    oca_answer_in(run, isp.frame ? frame.rubric : NULL, plan->lang);
    isp.lang = run->lang;
    if (origin)
        isp.library = oca_shelf_actions(&run->shelf, origin->rubric, plan->file, origin->element.line, &found);
    if (found.failed) { /* nobody knows whether they are there */
        oca_load_pass_on(&run->faults, &found);
        return OCA_SYSTEM;
    }
    if (oca_output_spares_found(output, NULL, &run->shelf) != OCA_OK)
        return OCA_USAGE;
    *(oca_record_document *)OCA_ADD(run->mem, &isp.record) =
        oca_output_document(run->mem, "plan", &oca_plan_format, plan);
    return oca_output_filled(output, run->mem, make_plan, &isp, &run->faults);
}

static oca_status write_workbook(const oca_output *output, oca_run *run, const oca_document *document) {
    oca_loaded loaded;
    if (document->format == &oca_plan_format)
        return write_plan(output, run, document->root);
    if (document->format != &oca_assessment_format) {
        oca_report(&run->faults, OCA_FAULT, NULL, 0, "only an assessment or a plan becomes a workbook; this is %s",
                   oca_message(document->format->called));
        return OCA_FAULTY;
    }
    oca_status status = oca_load_scores(&loaded, run, document->root, false, &run->faults);
    return status == OCA_OK ? oca_write_scoring(output, run, &loaded, NULL) : status;
}

oca_status oca_write_document(const oca_output *output, oca_run *run, const oca_document *document) {
    if (output->format == OCA_AS_XLSX)
        return write_workbook(output, run, document);
    oca_answer_in(run, NULL, NULL); /* what was said before of its language holds */
    oca_record_document xml = oca_output_document(run->mem, NULL, document->format, document->root);
    return oca_output_xml(output, &xml, &run->faults);
}
