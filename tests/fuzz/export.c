/* An export, of the kind that READ reads, which the file that includes this one defines: read, and its answers
 * collected; collecting them again changes nothing. */
#include "../../engine/collecting/collect.h"
#include "../../engine/reading/export_parts.h"
#include "../../engine/reading/library.h"
#include "../../engine/scoring/score.h"
#include "../../engine/writing/xml.h"
#include "zipped.h"

#include <string.h>

static oca_arena kept;
static oca_frame frame;
static const oca_assessment *draft;
static oca_questionnaire questionnaire;

static void load_usual(void) {
    oca_faults faults = {.mem = &kept};
    const oca_rubric *rubric = NULL;
    MUST(oca_rubric_load(&rubric, &kept, "rubrics/savings-group.xml", &faults) == OCA_OK);
    MUST(oca_frame_build(&frame, &kept, rubric, &faults) == OCA_OK);
    MUST(oca_assessment_load(&draft, &kept, "templates/samples/savings-group.xml", &faults) == OCA_OK);
    questionnaire = oca_questionnaire_build(&kept, &frame);
}

/* True if the answers were taken; then *out is the assessment with them, which can be scored. */
static bool collect(oca_assessment *out, oca_arena *mem, const oca_assessment *assessment, const oca_exports *exports) {
    oca_faults faults = {.mem = mem};
    oca_answers answers;
    oca_collected told;
    MUST(oca_answers_build(&answers, mem, assessment, &frame, &faults) == OCA_OK);
    oca_status status = oca_collect(out, &told, mem, &answers, &questionnaire, exports, &faults);
    must_fit(status, &faults);
    if (status != OCA_OK)
        return false;
    MUST(oca_answers_build(&answers, mem, out, &frame, &faults) == OCA_OK);
    oca_score_all(mem, &answers);
    return true;
}

static const char *written(oca_arena *mem, oca_assessment *assessment, size_t *n) {
    const char *bytes;
    MUST(oca_xml_write(&bytes, n, mem, &(oca_document){&oca_assessment_format, assessment}) == OCA_OK);
    return bytes;
}

/* What is read: of a workbook the zip file of the members, which may not be had. */
static const char *input(oca_arena *mem, size_t *size, const char *data) {
    if (READ == oca_export_read_workbook)
        return zipped(mem, size, data, *size);
    return oca_copy(mem, data, *size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!draft)
        load_usual();
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_exports exports = {0};
    oca_export export;
    oca_assessment first, second;
    const char *bytes = input(&mem, &size, (const char *)data);
    oca_status status = bytes ? READ(&export, &mem, "input", bytes, size, &faults) : OCA_FAULTY;
    if (bytes)
        must_fit(status, &faults);
    if (status == OCA_OK) {
        *(oca_export *)OCA_ADD(&mem, &exports) = export;
        if (collect(&first, &mem, draft, &exports)) {
            size_t n_first, n_second;
            MUST(collect(&second, &mem, &first, &exports));
            const char *once = written(&mem, &first, &n_first), *twice = written(&mem, &second, &n_second);
            MUST(n_first == n_second && memcmp(once, twice, n_first) == 0);
        }
    }
    oca_arena_free(&mem);
    return 0;
}
