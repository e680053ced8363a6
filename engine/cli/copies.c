#include "copies.h"

#include "../base/words.h"
#include "../writing/xml.h"
#include "print.h"

#include <string.h>

static const char *xml_of(oca_arena *mem, oca_document document) {
    const char *bytes;
    size_t n;
    if (oca_xml_write(&bytes, &n, mem, &document) != OCA_OK)
        oca_out_of_memory();
    return oca_copy(mem, bytes, n);
}

static const oca_assessment *assessment_of(oca_document document) {
    return document.root;
}

/* All faults of all copies in one run: those of what was typed, too. */
static void read_all(oca_copies *copies, oca_arena *mem, const oca_strings *paths, oca_faults *faults) {
    static const oca_format *const accepted[] = {&oca_assessment_format, NULL};
    for (size_t i = 0; i < paths->n; i++) {
        oca_returned *copy = OCA_ADD(mem, &copies->at);
        if (oca_returned_read(copy, mem, paths->at[i], accepted, faults) == OCA_OK)
            (void)oca_document_edited(mem, copy->document, &copy->edits, faults);
    }
}

/* Another instrument, or another embedded record, is another assessment. */
static void check_origin(const oca_returned *first, const oca_returned *copy, oca_arena *mem, oca_faults *faults) {
    const oca_assessment *a = assessment_of(first->document), *b = assessment_of(copy->document);
    if (!oca_equal(a->rubric, b->rubric) || !oca_equal(a->rubric_version, b->rubric_version) ||
        !oca_equal(a->tailoring, b->tailoring))
        oca_report(faults, OCA_FAULT, copy->file, 0,
                   "this is no copy of %s: it was made with \"%s\" %s%s%s, that with \"%s\" %s%s%s", first->file,
                   b->rubric, b->rubric_version, b->tailoring ? oca_message(", tailored by ") : "",
                   b->tailoring ? b->tailoring : "", a->rubric, a->rubric_version,
                   a->tailoring ? oca_message(", tailored by ") : "", a->tailoring ? a->tailoring : "");
    else if (first->workbook && copy->workbook &&
             strcmp(xml_of(mem, first->document), xml_of(mem, copy->document)) != 0)
        oca_report(faults, OCA_FAULT, copy->file, 0,
                   "this is no copy of %s: they grew from different records; join each with the copies of its own "
                   "record, and then the outcomes as .xml",
                   first->file);
}

/* The lines of the document's XML, sorted. */
static oca_strings sorted_lines(oca_arena *mem, oca_document document) {
    oca_strings lines = {0};
    for (const char *text = xml_of(mem, document); *text;) {
        size_t n = strcspn(text, "\n");
        *(const char **)OCA_ADD(mem, &lines) = oca_copy(mem, text, n);
        text += n + (text[n] != '\0');
    }
    oca_sort_strings(&lines);
    return lines;
}

/* True if each of `some` is one of `all`, in whatever order they came. */
static bool are_among(const oca_strings *some, const oca_strings *all) {
    size_t k = 0;
    for (size_t i = 0; i < some->n; i++, k++) {
        while (k < all->n && strcmp(all->at[k], some->at[i]) < 0)
            k++;
        if (k == all->n || strcmp(all->at[k], some->at[i]) != 0)
            return false;
    }
    return true;
}

/* What stands in no table cannot be joined cell by cell: if the document is made to say all that the copy's tables
 * say, does it say all that the copy says? */
static void tell_what_is_left(const oca_copies *copies, const oca_returned *copy, const oca_form *form, oca_arena *mem,
                              oca_faults *faults) {
    oca_faults ignored = {.mem = mem};
    oca_form own = oca_document_form(mem, copy->document);
    oca_edits edits = oca_form_edits(mem, form, &own);
    oca_strings said = sorted_lines(mem, copy->document),
                alike = sorted_lines(mem, oca_document_edited(mem, copies->document, &edits, &ignored));
    if (!are_among(&said, &alike))
        oca_report(faults, OCA_WARNING, copy->file, 0,
                   "some of what this copy says stands in no table, such as second notes, and is not joined");
}

/* The copy whose XML comes first in the order of bytes: whatever order the copies come in, the same. */
static size_t least(const oca_copies *copies, oca_arena *mem) {
    size_t found = 0;
    const char *least = xml_of(mem, copies->at.at[0].document);
    for (size_t i = 1; i < copies->at.n; i++) {
        const char *xml = xml_of(mem, copies->at.at[i].document);
        if (strcmp(xml, least) < 0)
            found = i, least = xml;
    }
    return found;
}

/* The first workbook, else the first copy. */
static const oca_returned *first_of(const oca_copies *copies) {
    for (size_t i = 0; i < copies->at.n; i++)
        if (copies->at.at[i].workbook)
            return &copies->at.at[i];
    return &copies->at.at[0];
}

oca_status oca_copies_read(oca_copies *out, oca_arena *mem, const oca_strings *paths, oca_faults *faults) {
    size_t before = faults->faulty;
    *out = (oca_copies){.base = paths->n};
    read_all(out, mem, paths, faults);
    if (faults->faulty > before || faults->failed)
        return oca_faults_status(faults);
    const oca_returned *first = first_of(out);
    for (size_t i = 0; i < paths->n; i++)
        check_origin(first, &out->at.at[i], mem, faults);
    if (faults->faulty > before)
        return OCA_FAULTY;
    if (!first->workbook)
        out->base = least(out, mem);
    out->document = first->workbook ? first->document : out->at.at[out->base].document;
    oca_form form = oca_document_form(mem, out->document);
    out->edits = oca_alloc(mem, paths->n * sizeof *out->edits);
    for (size_t i = 0; i < paths->n; i++) {
        oca_returned *copy = &out->at.at[i];
        if (copy->workbook) {
            out->edits[i] = copy->edits;
            continue;
        }
        static const oca_form nothing;
        const oca_form *record = first->workbook ? &form : &nothing;
        oca_form own = oca_document_form(mem, copy->document);
        oca_form_align(mem, record, &own);
        out->edits[i] = oca_form_edits(mem, record, &own);
        tell_what_is_left(out, copy, &form, mem, faults);
    }
    return OCA_OK;
}
