/* An export, of the kind that READ reads, which the file that includes this one defines: read, and its answers
 * collected; collecting them again changes nothing. */
#include "../../engine/collecting/collect.h"
#include "../../engine/reading/export_parts.h"
#include "../../engine/reading/library.h"
#include "../../engine/scoring/score.h"
#include "../../engine/writing/xml.h"
#include "zipped.h"

#include <string.h>

/* What is asked: one word of each, other languages, and criteria to tick; "" is an assessment without answers. */
static const struct {
    const char *rubric, *draft;
} asked[] = {{"rubrics/savings-group.xml", "templates/samples/savings-group.xml"},
             {"tests/exports/gov.xml", "tests/exports/assoc1.xml"},
             {"tests/exports/ticks.xml", ""}};

typedef struct {
    oca_frame frame;
    const oca_assessment *draft;
    oca_questionnaire questionnaire;
} fuzz_form;

static oca_arena kept;
static fuzz_form forms[OCA_COUNT(asked)];

static const oca_assessment *load_draft(const char *path, const char *rubric, oca_faults *faults) {
    static const oca_format *const accepted[] = {&oca_assessment_format, NULL};
    const oca_assessment *draft = NULL;
    oca_document document = {0};
    const char *xml = oca_format_text(&kept,
                                      "<assessment xmlns=\"urn:oca:assessment:1\" rubric=\"%s\" rubric-version=\"1.0\" "
                                      "round=\"baseline\" date=\"2026-03-01\"><organization id=\"assoc1\" "
                                      "name=\"Example Association One (invented)\"/></assessment>",
                                      rubric);
    if (*path) {
        MUST(oca_assessment_load(&draft, &kept, path, faults) == OCA_OK);
        return draft;
    }
    MUST(oca_xml_read(&document, &kept, "draft.xml", xml, strlen(xml), accepted, faults) == OCA_OK);
    return document.root;
}

static void load_usual(void) {
    for (size_t i = 0; i < OCA_COUNT(asked); i++) {
        oca_faults faults = {.mem = &kept};
        const oca_rubric *rubric = NULL;
        MUST(oca_rubric_load(&rubric, &kept, asked[i].rubric, &faults) == OCA_OK);
        MUST(oca_frame_build(&forms[i].frame, &kept, rubric, &faults) == OCA_OK);
        forms[i].draft = load_draft(asked[i].draft, rubric->id, &faults);
        forms[i].questionnaire = oca_questionnaire_build(&kept, &forms[i].frame);
    }
}

/* True if the answers were taken; then *out is the assessment with them, which can be scored. */
static bool collect(oca_assessment *out, oca_arena *mem, const fuzz_form *form, const oca_assessment *assessment,
                    const oca_exports *exports) {
    oca_faults faults = {.mem = mem};
    oca_answers answers;
    oca_collected told;
    MUST(oca_answers_build(&answers, mem, assessment, &form->frame, &faults) == OCA_OK);
    oca_status status = oca_collect(out, &told, mem, &answers, &form->questionnaire, exports, &faults);
    must_fit(status, &faults);
    if (status != OCA_OK)
        return false;
    MUST(oca_answers_build(&answers, mem, out, &form->frame, &faults) == OCA_OK);
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

static void collect_twice(oca_arena *mem, const fuzz_form *form, const oca_exports *exports) {
    oca_assessment first, second;
    size_t n_first, n_second;
    if (!collect(&first, mem, form, form->draft, exports))
        return;
    MUST(collect(&second, mem, form, &first, exports));
    const char *once = written(mem, &first, &n_first), *twice = written(mem, &second, &n_second);
    MUST(n_first == n_second && memcmp(once, twice, n_first) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!forms[0].draft)
        load_usual();
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_exports exports = {0};
    oca_export export;
    const char *bytes = input(&mem, &size, (const char *)data);
    oca_status status = bytes ? READ(&export, &mem, "input", bytes, size, &faults) : OCA_FAULTY;
    if (bytes)
        must_fit(status, &faults);
    if (status == OCA_OK) {
        *(oca_export *)OCA_ADD(&mem, &exports) = export;
        for (size_t i = 0; i < OCA_COUNT(forms); i++)
            collect_twice(&mem, &forms[i], &exports);
    }
    oca_arena_free(&mem);
    return 0;
}
