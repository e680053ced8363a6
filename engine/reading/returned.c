#include "returned.h"

#include "../base/words.h"
#include "../document/assessment_form.h"
#include "../document/plan_form.h"
#include "../document/tree.h"
#include "../system/file.h"
#include "filled.h"
#include "root.h"
#include "workbook_record.h"

/* Kinds of documents that people fill in. */
static oca_form assessment_form(oca_arena *mem, const void *root) {
    return oca_assessment_form(mem, root, NULL);
}

static const void *assessment_edited(oca_arena *mem, const void *root, const oca_edits *edits, oca_faults *faults) {
    return oca_assessment_edited(mem, root, edits, faults);
}

static oca_form plan_form(oca_arena *mem, const void *root) {
    return oca_plan_form(mem, root);
}

static const void *plan_edited(oca_arena *mem, const void *root, const oca_edits *edits, oca_faults *faults) {
    return oca_plan_edited(mem, root, edits, faults);
}

static const struct kind {
    const oca_format *format;
    oca_form (*form)(oca_arena *mem, const void *root);
    const void *(*edited)(oca_arena *mem, const void *root, const oca_edits *edits, oca_faults *faults);
} kinds[] = {
    {&oca_assessment_format, assessment_form, assessment_edited},
    {&oca_plan_format, plan_form, plan_edited},
};

static const struct kind *kind_of(oca_document document) {
    for (size_t i = 0; i < OCA_COUNT(kinds); i++)
        if (kinds[i].format == document.format)
            return &kinds[i];
    return NULL;
}

oca_form oca_document_form(oca_arena *mem, oca_document document) {
    const struct kind *kind = kind_of(document);
    return kind ? kind->form(mem, document.root) : (oca_form){0};
}

oca_document oca_document_edited(oca_arena *mem, oca_document document, const oca_edits *edits, oca_faults *faults) {
    const struct kind *kind = kind_of(document);
    if (kind && edits->n) /* an edited document is a copy of its own; nobody else holds it */
        document.root = oca_element_copy(mem, document.format->shape, kind->edited(mem, document.root, edits, faults));
    return document;
}

/* Lines of the record say nothing to who sees a workbook. */
static void forget_lines(const oca_shape *shape, void *element) {
    ((oca_element *)element)->line = 0;
    for (const oca_child *child = shape->children; child && child->name; child++)
        for (size_t i = 0, n = oca_child_count(child, element); i < n; i++)
            forget_lines(child->shape, oca_child_at(child, element, i));
}

static const oca_format *format_called(const oca_format *const *formats, const char *name) {
    for (; *formats; formats++)
        if (oca_equal((*formats)->root, name))
            return *formats;
    return NULL;
}

/* The first document of the record that is accepted; NULL with a fault that says what there is instead. */
static const oca_record_document *choose(const oca_record_documents *documents, const char *file,
                                         const oca_format *const *accepted, oca_faults *faults) {
    for (size_t i = 0; i < documents->n; i++)
        if (format_called(accepted, documents->at[i].name))
            return &documents->at[i];
    const oca_format *first = documents->n ? format_called(oca_all_formats, documents->at[0].name) : NULL;
    oca_report(faults, OCA_FAULT, file, 0, "this workbook was made from %s; %s",
               oca_message(first ? first->called : N_("a document that this program does not know")),
               oca_root_needed(faults->mem, accepted));
    return NULL;
}

/* Reads the embedded document; faults in it tell a damaged record or a later version, and name its lines. */
static oca_status read_record(oca_returned *copy, oca_arena *mem, const oca_record_document *record,
                              const oca_format *const *accepted, oca_faults *faults) {
    oca_faults inside = {.mem = faults->mem};
    oca_status status =
        oca_document_parse(&copy->document, mem, copy->file, record->bytes, record->n, accepted, &inside);
    for (size_t i = 0; i < inside.all.n; i++) {
        const oca_fault *fault = &inside.all.at[i];
        oca_report(faults, fault->severity, fault->file, 0, "in its record of the %s, line %d: %s", record->name,
                   fault->where.line, fault->message);
    }
    if (copy->document.root)
        forget_lines(copy->document.format->shape, copy->document.root);
    return status;
}

static oca_status read_tables(oca_returned *copy, oca_arena *mem, const oca_workbook *workbook, oca_faults *faults) {
    copy->form = oca_document_form(mem, copy->document);
    if (!copy->form.n)
        return OCA_OK;
    if (!oca_filled_has_tables(workbook))
        oca_report(faults, OCA_WARNING, copy->file, 0,
                   "no table to be filled in was found: their key rows, which begin with oca:, are gone; what the "
                   "record says is taken");
    oca_status status = oca_filled_read(&copy->filled, mem, workbook, &copy->form, faults);
    copy->edits = oca_form_edits(mem, &copy->form, &copy->filled);
    return status;
}

static oca_status read_workbook(oca_returned *copy, oca_arena *mem, oca_arena *scratch, const char *bytes, size_t n,
                                const oca_format *const *accepted, oca_faults *faults) {
    oca_workbook workbook;
    oca_record_documents documents = {0};
    copy->workbook = true;
    oca_status status = oca_workbook_read(&workbook, scratch, copy->file, bytes, n, faults);
    if (status == OCA_OK)
        status = oca_workbook_record(&documents, scratch, &workbook, faults);
    if (status != OCA_OK)
        return status;
    const oca_record_document *record = choose(&documents, copy->file, accepted, faults);
    if (!record)
        return OCA_FAULTY;
    status = read_record(copy, mem, record, accepted, faults);
    return status == OCA_OK && record == &documents.at[0] ? read_tables(copy, mem, &workbook, faults) : status;
}

oca_status oca_returned_parse(oca_returned *out, oca_arena *mem, const char *path, const char *bytes, size_t n,
                              const oca_format *const *accepted, oca_faults *faults) {
    *out = (oca_returned){.file = oca_format_text(mem, "%s", path)};
    oca_status status;
    if (oca_is_zip(bytes, n) || oca_workbook_refused(bytes, n)) {
        oca_arena scratch = {0}; /* the cells are not needed once they are read */
        status = read_workbook(out, mem, &scratch, bytes, n, accepted, faults);
        oca_arena_free(&scratch);
        return status;
    }
    return oca_document_parse(&out->document, mem, out->file, bytes, n, accepted, faults);
}

oca_status oca_returned_read(oca_returned *out, oca_arena *mem, const char *path, const oca_format *const *accepted,
                             oca_faults *faults) {
    oca_arena scratch = {0}; /* the bytes are not needed once they are read */
    const char *bytes;
    size_t n;
    oca_status status = oca_file_read(&bytes, &n, &scratch, path, OCA_XML_MOST_BYTES, faults);
    if (status == OCA_OK)
        status = oca_returned_parse(out, mem, path, bytes, n, accepted, faults);
    oca_arena_free(&scratch);
    return status;
}

oca_status oca_returned_xml(const char **out, size_t *n, oca_arena *mem, const char *path, const oca_format *format,
                            oca_faults *faults) {
    const oca_format *const accepted[] = {format, NULL};
    oca_arena scratch = {0};
    oca_workbook workbook;
    oca_record_documents documents = {0};
    const oca_record_document *record = NULL;
    oca_status status = oca_file_read(out, n, mem, path, OCA_XML_MOST_BYTES, faults);
    if (status != OCA_OK || !oca_is_zip(*out, *n))
        return status;
    status = oca_workbook_read(&workbook, &scratch, path, *out, *n, faults);
    if (status == OCA_OK)
        status = oca_workbook_record(&documents, &scratch, &workbook, faults);
    if (status == OCA_OK && !(record = choose(&documents, path, accepted, faults)))
        status = OCA_FAULTY;
    if (record) {
        *out = oca_copy(mem, record->bytes, record->n);
        *n = record->n;
    }
    oca_arena_free(&scratch);
    return status;
}
