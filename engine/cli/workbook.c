#include "workbook.h"

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
