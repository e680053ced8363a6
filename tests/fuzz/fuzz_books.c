/* All the way into workbooks, which are written, found whole and read back: nothing was typed, so nothing changed. */
#include "../../engine/reading/returned.h"
#include "../../engine/tracking/journal.h"
#include "../../engine/writing/xml.h"
#include "../../reports/isp/isp.h"
#include "../../reports/score_book.h"
#include "../../reports/scoring/scoring.h"
#include "../../reports/xlsx/verify.h"
#include "whole.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* libxlsxwriter 1.1.4 forgets names of charts; the program lets it work in a child process, which ends. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libxlsxwriter\n";
}

/* One for the run, in TMPDIR. */
static const char *path(void) {
    static char name[256];
    const char *folder = getenv("TMPDIR");
    if (!*name)
        snprintf(name, sizeof name, "%s/oca-fuzz-%ld.xlsx", folder ? folder : "/tmp", (long)getpid());
    return name;
}

static oca_record_document record_of(oca_arena *mem, const char *name, const oca_format *format, void *root) {
    oca_record_document document = {.name = name};
    MUST(oca_xml_write(&document.bytes, &document.n, mem, &(oca_document){format, root}) == OCA_OK);
    return document;
}

/* A workbook that could not be written told why: its bounds are those of spreadsheets. */
static bool is_whole(oca_status written, oca_faults *faults) {
    must_fit(written, faults);
    if (written == OCA_OK)
        MUST(oca_workbook_verify(path(), "the workbook", faults) == OCA_OK);
    return written == OCA_OK;
}

static void come_back(oca_arena *mem, const oca_record_document *document) {
    oca_faults faults = {.mem = mem};
    oca_returned returned = {.document = {NULL, NULL}};
    oca_status status = oca_returned_read(&returned, mem, path(), oca_all_formats, &faults);
    must_fit(status, &faults);
    MUST(status == OCA_OK);
    oca_document edited = oca_document_edited(mem, returned.document, &returned.edits, &faults);
    must_fit(OCA_OK, &faults);
    oca_record_document again = record_of(mem, NULL, edited.format, edited.root);
    MUST(again.n == document->n && memcmp(again.bytes, document->bytes, again.n) == 0);
}

static void scoring_book(oca_arena *mem, const fuzz_whole *whole) {
    oca_faults faults = {.mem = mem};
    oca_scoring_input input = {.scores = &whole->scores, .library = whole->library};
    oca_record_document document = record_of(mem, "assessment", &oca_assessment_format, whole->assessment);
    *(oca_record_document *)OCA_ADD(mem, &input.record) = document;
    if (is_whole(oca_scoring_write(path(), mem, &input, &faults), &faults))
        come_back(mem, &document);
}

static void plan_book(oca_arena *mem, const fuzz_whole *whole) {
    oca_faults faults = {.mem = mem};
    oca_planned planned = oca_plan_make(mem, &whole->scores, whole->library, (oca_planning_options){.start = 20000});
    oca_plan plan = oca_plan_document(mem, &planned, NULL);
    oca_assessment reduced = oca_assessment_reduced(mem, whole->assessment);
    oca_isp isp = {.plan = &plan, .scores = &whole->scores, .library = whole->library, .dated = 20000};
    oca_record_document document = record_of(mem, "plan", &oca_plan_format, &plan);
    *(oca_record_document *)OCA_ADD(mem, &isp.record) = document;
    *(oca_record_document *)OCA_ADD(mem, &isp.record) = record_of(mem, "assessment", &oca_assessment_format, &reduced);
    if (is_whole(oca_isp_write(path(), mem, &isp, &faults), &faults))
        come_back(mem, &document);
}

static void score_book(oca_arena *mem, const fuzz_whole *whole) {
    oca_faults faults = {.mem = mem};
    oca_assessment reduced = oca_assessment_reduced(mem, whole->assessment);
    oca_score_workbook book = {.scores = &whole->scores};
    *(oca_record_document *)OCA_ADD(mem, &book.record) = record_of(mem, "assessment", &oca_assessment_format, &reduced);
    (void)is_whole(oca_score_book_write(path(), mem, &book, &faults), &faults);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    oca_arena mem = {0};
    fuzz_whole whole;
    if (whole_read(&whole, &mem, data, size)) {
        scoring_book(&mem, &whole);
        plan_book(&mem, &whole);
        score_book(&mem, &whole);
        remove(path());
    }
    oca_arena_free(&mem);
    return 0;
}
