/* A document's bytes, of the FORMAT that the file which includes this one defines: read, held against a small rubric,
 * written, and read again as the same. */
#include "../../engine/document/answers.h"
#include "../../engine/document/plan_check.h"
#include "../../engine/planning/planning.h"
#include "../../engine/reading/library.h"
#include "../../engine/reading/root.h"
#include "../../engine/writing/xml.h"
#include "fuzz.h"

#include <string.h>

static const oca_format *const accepted[] = {&FORMAT, NULL};

static oca_arena kept;
static oca_frame usual; /* of a rubric that ships, for documents that need one */

static void load_usual(void) {
    oca_faults faults = {.mem = &kept};
    const oca_rubric *rubric = NULL;
    MUST(oca_rubric_load(&rubric, &kept, "rubrics/savings-group.xml", &faults) == OCA_OK);
    MUST(oca_frame_build(&usual, &kept, rubric, &faults) == OCA_OK);
}

static void hold_against_rules(oca_arena *mem, const oca_document *document, oca_faults *faults) {
    oca_frame frame;
    oca_answers answers;
    if (document->format == &oca_rubric_format) {
        must_fit(oca_frame_build(&frame, mem, document->root, faults), faults);
    } else if (document->format == &oca_tailoring_format) {
        oca_faults own = {.mem = mem}; /* the status speaks of what it found itself */
        must_fit(oca_frame_tailor(&frame, mem, &usual, document->root, &own), &own);
    } else if (document->format == &oca_actions_format) {
        oca_faults own = {.mem = mem}; /* likewise */
        must_fit(oca_library_check(mem, document->root, &usual, &own), &own);
    } else if (document->format == &oca_plan_format) {
        oca_plan_check(mem, document->root, faults);
    } else if (oca_answers_build(&answers, mem, document->root, &usual, faults) == OCA_OK && !faults->faulty) {
        oca_score_all(mem, &answers);
    }
}

/* What was written reads back, and is written alike. */
static void come_back(oca_arena *mem, const oca_document *document) {
    const char *first, *second;
    size_t n_first, n_second;
    oca_document again = {0};
    oca_faults faults = {.mem = mem};
    MUST(oca_xml_write(&first, &n_first, mem, document) == OCA_OK);
    if (n_first > OCA_XML_MOST_BYTES)
        return;
    MUST(oca_xml_read(&again, mem, "again.xml", first, n_first, accepted, &faults) == OCA_OK);
    MUST(oca_xml_write(&second, &n_second, mem, &again) == OCA_OK);
    MUST(n_first == n_second && memcmp(first, second, n_first) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!usual.rubric)
        load_usual();
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document = {0};
    oca_status status = oca_document_parse(&document, &mem, "input.xml", (const char *)data, size, accepted, &faults);
    must_fit(status, &faults);
    const char *space = oca_root_namespace(&mem, (const char *)data, size);
    if (status == OCA_OK) {
        MUST(space && strcmp(space, FORMAT.namespace_uri) == 0);
        come_back(&mem, &document);
    }
    if (document.root)
        hold_against_rules(&mem, &document, &faults);
    oca_faults_sort(&faults);
    oca_arena_free(&mem);
    return 0;
}
