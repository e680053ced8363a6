#include "output.h"

#include "../../reports/xlsx/verify.h"
#include "../base/clean.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../reading/returned.h"
#include "../reading/root.h"
#include "../system/child.h"
#include "../system/terminal.h"
#include "../writing/xml.h"
#include "print.h"

#include <string.h>
#include <strings.h>
#include <unistd.h>

static const struct {
    oca_output_format format;
    const char *name, *ending;
} formats[] = {
    {OCA_AS_TEXT, "text", ".txt"},  {OCA_AS_JSON, "json", ".json"},    {OCA_AS_XML, "xml", ".xml"},
    {OCA_AS_XLSX, "xlsx", ".xlsx"}, {OCA_AS_HTML, "html", ".html"},    {OCA_AS_CSV, "csv", ".csv"},
    {OCA_AS_ICS, "ics", ".ics"},    {OCA_AS_JSONL, "jsonl", ".jsonl"},
};

/* The names, or the endings, of the formats that are allowed. */
static const char *list_allowed(oca_arena *mem, unsigned allowed, bool endings) {
    oca_strings words = {0};
    for (size_t i = 0; i < OCA_COUNT(formats); i++)
        if (allowed & formats[i].format)
            *(const char **)OCA_ADD(mem, &words) = endings ? formats[i].ending : formats[i].name;
    return oca_join(mem, &words, ", ");
}

/* From the last point of the last part of the path; "" if there is none. */
static const char *ending_of(const char *path) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *point = strrchr(name, '.');
    return point && point > name ? point : "";
}

static oca_status by_name(oca_output_format *out, oca_arena *mem, const char *verb, const char *name,
                          unsigned allowed) {
    for (size_t i = 0; i < OCA_COUNT(formats); i++)
        if ((allowed & formats[i].format) &&
            (oca_equal(name, formats[i].name) || oca_equal(name, formats[i].ending + 1))) {
            *out = formats[i].format;
            return OCA_OK;
        }
    return oca_wrong_usage(verb, "%s has no format \"%s\"; it has: %s", verb, name, list_allowed(mem, allowed, false));
}

static oca_status by_ending(oca_output_format *out, oca_arena *mem, const char *verb, const char *path,
                            unsigned allowed) {
    const char *ending = ending_of(path);
    for (size_t i = 0; i < OCA_COUNT(formats); i++)
        if ((allowed & formats[i].format) && strcasecmp(ending, formats[i].ending) == 0) {
            *out = formats[i].format;
            return OCA_OK;
        }
    return oca_wrong_usage(verb, "-o %s: %s writes files that end with: %s", path, verb,
                           list_allowed(mem, allowed, true));
}

oca_status oca_output_choose(oca_output *out, oca_arena *mem, const char *verb, const oca_arguments *arguments,
                             unsigned allowed) {
    const char *path = arguments->output, *name = arguments->format;
    *out = (oca_output){.format = OCA_AS_TEXT};
    oca_output_format named = OCA_AS_TEXT;
    if (name && by_name(&named, mem, verb, name, allowed) != OCA_OK)
        return OCA_USAGE;
    if (path && (oca_equal(path, "-") || oca_equal(path, "/dev/stdout"))) {
        if (!name)
            return oca_wrong_usage(verb, "-o %s needs --format, one of: %s", path, list_allowed(mem, allowed, false));
        path = NULL;
    }
    out->format = named;
    out->path = path;
    out->screen = path ? oca_no_screen : oca_screen_at(STDOUT_FILENO);
    if (path)
        out->before = oca_file_look(path);
    if (path && !*path)
        return oca_wrong_usage(verb, "-o needs the name of a file");
    /* /dev/fd/3 and its like have no ending: there the name decides. */
    if (path && (!name || *ending_of(path))) {
        if (by_ending(&out->format, mem, verb, path, allowed) != OCA_OK)
            return OCA_USAGE;
        if (name && named != out->format)
            return oca_wrong_usage(verb, "-o %s and --format %s contradict each other", path, name);
    }
    if (!path && out->format == OCA_AS_XLSX && isatty(STDOUT_FILENO))
        return oca_wrong_usage(verb, "a workbook cannot be shown here; name a file with -o");
    return OCA_OK;
}

oca_status oca_output_spares(const oca_output *output, const char *verb, const char *input) {
    if (output->path && input && oca_file_is(&output->before, input))
        return oca_wrong_usage(verb, "-o %s would be written over what it is made from; choose another name",
                               output->path);
    return OCA_OK;
}

oca_status oca_output_spares_given(const oca_output *output, const char *verb, const oca_arguments *arguments) {
    const oca_strings *const given[] = {&arguments->operands, &arguments->rubrics, &arguments->tailorings,
                                        &arguments->actions};
    for (size_t i = 0; i < OCA_COUNT(given); i++)
        for (size_t k = 0; k < given[i]->n; k++)
            if (oca_output_spares(output, verb, given[i]->at[k]) != OCA_OK)
                return OCA_USAGE;
    return oca_output_spares(output, verb, arguments->template_file);
}

oca_status oca_output_spares_found(const oca_output *output, const char *verb, const oca_shelf *shelf) {
    oca_strings files = oca_shelf_files(shelf);
    for (size_t i = 0; i < files.n; i++)
        if (oca_output_spares(output, verb, files.at[i]) != OCA_OK)
            return OCA_USAGE;
    return OCA_OK;
}

/* Not for pipes and devices: what they carry must stay the result alone. */
static void tell(const oca_output *output) {
    if (strncmp(output->path, "/dev/", 5) == 0 || !oca_file_look(output->path).regular)
        return;
    oca_arena mem = {0};
    oca_print(_("Written: %s\n"), oca_on_one_line(&mem, output->path));
    oca_arena_free(&mem);
}

/* Of what these bytes are; NULL if it is no document of ours. */
static const oca_format *kind_of(oca_arena *mem, const char *bytes, size_t n) {
    const char *uri = oca_root_namespace(mem, bytes, n);
    for (size_t i = 0; uri && oca_all_formats[i]; i++)
        if (oca_equal(oca_all_formats[i]->namespace_uri, uri))
            return oca_all_formats[i];
    return NULL;
}

/* An instrument that lies beside an assessment must not end as one because of a slip of the keyboard. */
static oca_status spares_instruments(const oca_output *output, const char *bytes, size_t n) {
    if (!output->path || output->format != OCA_AS_XML || !output->before.regular)
        return OCA_OK;
    oca_arena mem = {0};
    oca_faults none = {.mem = &mem};
    const char *there;
    const oca_format *kind = NULL;
    size_t n_there;
    if (oca_file_read(&there, &n_there, &mem, output->path, OCA_XML_MOST_BYTES, &none) == OCA_OK)
        kind = kind_of(&mem, there, n_there);
    bool instrument = kind == &oca_rubric_format || kind == &oca_actions_format || kind == &oca_tailoring_format;
    bool spared = !instrument || kind == kind_of(&mem, bytes, n);
    oca_arena_free(&mem);
    return spared ? OCA_OK
                  : oca_wrong_usage(NULL, "-o %s would be written over %s; choose another name", output->path,
                                    oca_message(kind->called));
}

oca_status oca_output_write(const oca_output *output, const char *bytes, size_t n, oca_faults *faults) {
    if (spares_instruments(output, bytes, n) != OCA_OK)
        return OCA_USAGE;
    if (!output->path) {
        if (output->format == OCA_AS_TEXT)
            oca_print_bytes(bytes, n);
        else
            oca_print_data(bytes, n);
        return OCA_OK;
    }
    oca_status status = oca_file_replace(output->path, &output->before, bytes, n, faults);
    if (status == OCA_OK)
        tell(output);
    return status;
}

oca_status oca_output_build(const oca_output *output, oca_file_builder *build, void *payload, oca_file_checker *check,
                            oca_faults *faults) {
    if (output->path) {
        oca_status status = oca_file_build(output->path, &output->before, build, payload, check, faults);
        if (status == OCA_OK)
            tell(output);
        return status;
    }
    /* By the descriptor, not by the name /dev/stdout, which opens a file anew, and what is closed or a socket not. */
    const char *bytes;
    size_t n;
    oca_status status = oca_file_build_bytes(&bytes, &n, oca_message("the output"), build, payload, check, faults);
    if (status == OCA_OK)
        oca_print_data(bytes, n);
    return status;
}

/* A file while it is made in a child process. */
typedef struct {
    const char *path, *shown;
    oca_arena *mem;
    oca_file_maker *make;
    const void *payload;
} making;

static oca_status make_file(void *payload, oca_faults *faults) {
    const making *m = payload;
    return m->make(m->path, m->mem, m->payload, faults);
}

static oca_status build_in_child(const char *path, void *payload, oca_faults *faults) {
    making *m = payload;
    m->path = path;
    return oca_in_child(make_file, m, m->shown, faults);
}

oca_status oca_output_made(const oca_output *output, const char *shown, oca_arena *mem, oca_file_maker *make,
                           const void *payload, oca_file_checker *check, oca_faults *faults) {
    making m = {.shown = shown, .mem = mem, .make = make, .payload = payload};
    return oca_output_build(output, build_in_child, &m, check, faults);
}

oca_status oca_output_workbook(const oca_output *output, oca_arena *mem, oca_file_maker *make, const void *payload,
                               oca_faults *faults) {
    return oca_output_made(output, output->path ? output->path : oca_message("the workbook"), mem, make, payload,
                           oca_workbook_verify, faults);
}

/* The bounds of reading are its own: whether they are kept is known once it was read. */
static oca_status comes_back(const char *path, const char *shown, oca_faults *faults) {
    oca_status status = oca_workbook_verify(path, shown, faults);
    if (status != OCA_OK)
        return status;
    oca_arena mem = {0};
    oca_faults found = {.mem = &mem};
    oca_returned copy = {.document = {NULL, NULL}};
    status = oca_returned_read(&copy, &mem, path, oca_all_formats, &found);
    const oca_fault *wrong = NULL;
    for (size_t i = 0; i < found.all.n && !wrong; i++)
        wrong = found.all.at[i].severity == OCA_WARNING ? NULL : &found.all.at[i];
    if (wrong && wrong->severity == OCA_FAULT)
        oca_report(faults, OCA_FAULT, shown, 0,
                   "could not be read again as a workbook, so none is written: %s; write .xml", wrong->message);
    else if (wrong)
        oca_report(faults, OCA_FAILURE, shown, 0, "%s", wrong->message);
    oca_status told = oca_faults_status(&found);
    oca_arena_free(&mem);
    return told != OCA_OK ? told : status;
}

oca_status oca_output_filled(const oca_output *output, oca_arena *mem, oca_file_maker *make, const void *payload,
                             oca_faults *faults) {
    return oca_output_made(output, output->path ? output->path : oca_message("the workbook"), mem, make, payload,
                           comes_back, faults);
}

oca_record_document oca_output_document(oca_arena *mem, const char *name, const oca_format *format, void *root) {
    oca_record_document document = {.name = name};
    if (oca_xml_write(&document.bytes, &document.n, mem, &(oca_document){format, root}) != OCA_OK)
        oca_out_of_memory();
    return document;
}

oca_status oca_output_xml(const oca_output *output, const oca_record_document *document, oca_faults *faults) {
    if (document->n > OCA_XML_MOST_BYTES) {
        oca_report(faults, OCA_FAULT, output->path, 0,
                   "would be larger than 64 MiB, and no file of that size is read again");
        return OCA_FAULTY;
    }
    return oca_output_write(output, document->bytes, document->n, faults);
}
