#include "workbook.h"

#include "../../reports/isp/isp.h"
#include "../tracking/journal.h"

static oca_status make(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    return oca_scoring_write(path, mem, payload, faults);
}

oca_status oca_write_scoring(const oca_output *output, oca_run *run, const oca_loaded *loaded,
                             const oca_previous *previous, const char *lang) {
    oca_scoring_input input = {.scores = &loaded->scores, .previous = previous, .lang = lang};
    oca_assessment whole = *loaded->assessment;
    if (oca_load_library(&input.library, run, loaded, false) != OCA_OK)
        return oca_faults_status(&run->faults);
    *(oca_record_document *)OCA_ADD(run->mem, &input.record) =
        oca_output_document(run->mem, "assessment", &oca_assessment_format, &whole);
    return oca_output_workbook(output, run->mem, make, &input, &run->faults);
}

static oca_status make_plan(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    return oca_isp_write(path, mem, payload, faults);
}

oca_status oca_write_plan_book(const oca_output *output, oca_run *run, oca_plan *plan, const char *lang) {
    oca_faults ignored = {.mem = run->mem}; /* the plan stands without them: then ids are shown */
    oca_frame frame;
    oca_isp isp = {.plan = plan, .lang = lang, .dated = oca_journal_newest_day(plan)};
    const oca_plan_origin *origin = plan->origin;
    if (origin && oca_load_rubric(&frame, run, origin->rubric, origin->rubric_version, plan->file, origin->element.line,
                                  &ignored) == OCA_OK)
        isp.frame = &frame;
    if (origin)
        isp.library = oca_shelf_actions(&run->shelf, origin->rubric, plan->file, origin->element.line, &ignored);
    *(oca_record_document *)OCA_ADD(run->mem, &isp.record) =
        oca_output_document(run->mem, "plan", &oca_plan_format, plan);
    return oca_output_workbook(output, run->mem, make_plan, &isp, &run->faults);
}
