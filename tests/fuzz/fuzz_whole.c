/* All the way: a rubric, an assessment and a library, with SEPARATOR between them, become scores, a plan and every
 * report that needs no library of others. Whatever is accepted must come through. */
#define _GNU_SOURCE /* memmem */
#include "../../engine/planning/planning.h"
#include "../../engine/reading/library.h"
#include "../../engine/writing/xml.h"
#include "../../reports/explain.h"
#include "../../reports/plan_json.h"
#include "../../reports/plan_text.h"
#include "../../reports/score_json.h"
#include "../../reports/score_text.h"
#include "fuzz.h"

#include <string.h>

#define SEPARATOR "\n<!--next-->\n"
enum { PARTS = 3 };

typedef struct {
    const char *at;
    size_t n;
} part;

static void split(part parts[PARTS], const char *bytes, size_t n) {
    for (int i = 0; i < PARTS; i++) {
        const char *end = i + 1 < PARTS ? memmem(bytes, n, SEPARATOR, strlen(SEPARATOR)) : NULL;
        parts[i] = (part){bytes, end ? (size_t)(end - bytes) : n};
        size_t taken = end ? parts[i].n + strlen(SEPARATOR) : n;
        bytes += taken;
        n -= taken;
    }
}

static void *parse(oca_arena *mem, const oca_format *format, part bytes, oca_faults *faults) {
    const oca_format *const accepted[] = {format, NULL};
    oca_document document = {0};
    oca_status status = oca_document_parse(&document, mem, format->root, bytes.at, bytes.n, accepted, faults);
    must_fit(status, faults);
    return status == OCA_OK ? document.root : NULL;
}

static void report(oca_arena *mem, const oca_scores *scores, const oca_actions *library) {
    const char *text;
    size_t n;
    MUST(oca_score_json(&text, &n, mem, scores) == OCA_OK);
    MUST(oca_score_text(mem, scores, NULL));
    MUST(oca_explain(mem, scores, "overall", NULL));
    oca_planned planned = oca_plan_make(mem, scores, library, (oca_planning_options){.start = 20000});
    MUST(oca_plan_json(&text, &n, mem, &planned) == OCA_OK);
    MUST(oca_plan_text(mem, &planned, NULL));
    oca_plan plan = oca_plan_document(mem, &planned, NULL);
    MUST(oca_xml_write(&text, &n, mem, &(oca_document){&oca_plan_format, &plan}) == OCA_OK);
    oca_faults faults = {.mem = mem};
    oca_document again = {0};
    MUST(oca_document_parse(&again, mem, "plan.xml", text, n, oca_all_formats, &faults) == OCA_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    part parts[PARTS];
    split(parts, (const char *)data, size);
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_frame frame;
    oca_answers answers;
    const oca_rubric *rubric = parse(&mem, &oca_rubric_format, parts[0], &faults);
    const oca_assessment *assessment = rubric ? parse(&mem, &oca_assessment_format, parts[1], &faults) : NULL;
    if (assessment && oca_frame_build(&frame, &mem, rubric, &faults) == OCA_OK &&
        oca_answers_build(&answers, &mem, assessment, &frame, &faults) == OCA_OK && !faults.faulty) {
        oca_scores scores = oca_score_all(&mem, &answers);
        const oca_actions *library = parts[2].n ? parse(&mem, &oca_actions_format, parts[2], &faults) : NULL;
        bool usable = library && oca_library_check(&mem, library, &frame, &faults) == OCA_OK;
        report(&mem, &scores, usable ? library : NULL);
    }
    oca_arena_free(&mem);
    return 0;
}
