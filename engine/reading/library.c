/* Files into documents. */
#include "library.h"

#include "../writing/digest.h"
#include "returned.h"

#include <string.h>

const oca_format *const oca_all_formats[] = {&oca_rubric_format, &oca_assessment_format, &oca_actions_format,
                                             &oca_plan_format,   &oca_tailoring_format,  NULL};

static oca_status set_digest(const char **digest, oca_arena *mem, const char *file, const char *bytes, size_t n,
                             oca_faults *faults) {
    oca_status status = oca_document_digest(digest, mem, bytes, n);
    if (status == OCA_SYSTEM)
        oca_report(faults, OCA_FAILURE, file, 0, "out of memory");
    else if (status == OCA_FAULTY)
        oca_report(faults, OCA_FAULT, file, 0,
                   "this file has no canonical form; "
                   "remove namespaces that are not complete addresses");
    return status;
}

oca_status oca_document_parse(oca_document *out, oca_arena *mem, const char *path, const char *bytes, size_t n,
                              const oca_format *const *accepted, oca_faults *faults) {
    oca_document document = {0};
    const char *file = oca_copy(mem, path, strlen(path));
    oca_status status = oca_xml_read(&document, mem, file, bytes, n, accepted, faults);
    if (!document.root)
        return status;
    if (document.format == &oca_rubric_format) {
        oca_rubric *rubric = document.root;
        rubric->file = file;
        if (status == OCA_OK)
            status = set_digest(&rubric->digest, mem, file, bytes, n, faults);
    } else if (document.format == &oca_tailoring_format) {
        oca_tailoring *tailoring = document.root;
        tailoring->file = file;
        if (status == OCA_OK)
            status = set_digest(&tailoring->digest, mem, file, bytes, n, faults);
    } else if (document.format == &oca_assessment_format) {
        ((oca_assessment *)document.root)->file = file;
    } else if (document.format == &oca_actions_format) {
        ((oca_actions *)document.root)->file = file;
    } else if (document.format == &oca_plan_format) {
        ((oca_plan *)document.root)->file = file;
    }
    *out = document;
    return status;
}

oca_status oca_document_load(oca_document *out, oca_arena *mem, const char *path, const oca_format *const *accepted,
                             oca_faults *faults) {
    size_t before = faults->faulty;
    oca_returned copy = {.document = {NULL, NULL}};
    oca_status status = oca_returned_read(&copy, mem, path, accepted, faults);
    if (copy.document.root)
        *out = oca_document_edited(mem, copy.document, &copy.edits, faults);
    return status == OCA_OK && faults->faulty > before ? OCA_FAULTY : status;
}

static oca_status load(oca_document *out, oca_arena *mem, const char *path, const oca_format *format,
                       oca_faults *faults) {
    const oca_format *const accepted[] = {format, NULL};
    return oca_document_load(out, mem, path, accepted, faults);
}

oca_status oca_rubric_load(const oca_rubric **out, oca_arena *mem, const char *path, oca_faults *faults) {
    oca_document document = {.root = NULL};
    oca_status status = load(&document, mem, path, &oca_rubric_format, faults);
    if (document.root)
        *out = document.root;
    return status;
}

oca_status oca_actions_load(const oca_actions **out, oca_arena *mem, const char *path, oca_faults *faults) {
    oca_document document = {.root = NULL};
    oca_status status = load(&document, mem, path, &oca_actions_format, faults);
    if (document.root)
        *out = document.root;
    return status;
}

oca_status oca_assessment_load(const oca_assessment **out, oca_arena *mem, const char *path, oca_faults *faults) {
    oca_document document = {.root = NULL};
    oca_status status = load(&document, mem, path, &oca_assessment_format, faults);
    if (document.root)
        *out = document.root;
    return status;
}

oca_status oca_plan_load(const oca_plan **out, oca_arena *mem, const char *path, oca_faults *faults) {
    oca_document document = {.root = NULL};
    oca_status status = load(&document, mem, path, &oca_plan_format, faults);
    if (document.root)
        *out = document.root;
    return status;
}
