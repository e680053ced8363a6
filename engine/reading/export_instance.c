/* The file that KoboCollect or ODK Collect keeps of one filled form: each element without children is a field, called
 * by the elements around it, "a_governance/i_gov_rules". SAX2, no DOCTYPE and so no entities, nothing is fetched. */
#include "../base/text.h"
#include "../base/words.h"
#include "export_parts.h"
#include "root.h"
#include "sax.h"
#include "xml.h"

#include <libxml/parserInternals.h>
#include <string.h>

enum { ROOT = 1, LONGEST_PATH = 1000 };

/* An element that is open. */
typedef struct {
    size_t path; /* bytes of the path before its name */
    bool parent; /* it has elements in it */
} level;

typedef struct {
    xmlParserCtxtPtr parser;
    oca_export *out;
    oca_arena *mem;
    oca_faults *faults;
    oca_buffer path, text;
    oca_strings values;
    OCA_LIST(oca_where) wheres;
    int depth;
    bool stopped;
    level levels[OCA_XML_MOST_LEVELS + 1];
} reader;

static int line_of(const reader *r) {
    return r->parser->input ? r->parser->input->line : 0;
}

static void stop(reader *r, const char *message) {
    if (!r->stopped)
        oca_report(r->faults, OCA_FAULT, r->out->file, line_of(r), "%s", oca_message(message));
    r->stopped = true;
    xmlStopParser(r->parser);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)name, (void)public_id, (void)system_id;
    stop(context, N_("a DOCTYPE is not allowed"));
}

static bool is_encrypted(const xmlChar **attributes, int n) {
    for (int i = 0; i < n; i++) {
        const xmlChar *const *at = attributes + 5 * i;
        if (strcmp((const char *)at[0], "encrypted") == 0 && at[4] - at[3] == 3 && memcmp(at[3], "yes", 3) == 0)
            return true;
    }
    return false;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                     const xmlChar **namespaces, int n, int n_defaulted, const xmlChar **attributes) {
    reader *r = context;
    (void)prefix, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
    if (r->stopped)
        return;
    if (r->depth == OCA_XML_MOST_LEVELS) {
        stop(r, N_("more than 64 levels of elements"));
        return;
    }
    level *at = &r->levels[++r->depth];
    *at = (level){.path = r->path.n};
    r->levels[r->depth - 1].parent = true;
    r->text.n = 0;
    if (r->depth == ROOT && uri && strncmp((const char *)uri, "urn:oca:", 8) == 0)
        stop(r, N_("this is a document of oca, not a form that was filled in on a phone"));
    else if (r->depth == ROOT && is_encrypted(attributes, n))
        stop(r, N_("this form was encrypted on the phone; only its server can open it: export it there"));
    if (r->depth > ROOT)
        oca_buffer_print(&r->path, "%s%s", r->path.n ? "/" : "", (const char *)name);
    if (r->path.n > LONGEST_PATH)
        stop(r, N_("the names of these elements are too long"));
}

static void on_characters(void *context, const xmlChar *s, int n) {
    reader *r = context;
    if (r->stopped)
        return;
    oca_buffer_add(&r->text, (const char *)s, (size_t)n);
    if (r->text.n > OCA_EXPORT_FIELD)
        stop(r, N_("a text is longer than 100,000 bytes"));
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    reader *r = context;
    (void)name, (void)prefix, (void)uri;
    if (r->stopped)
        return;
    level *at = &r->levels[r->depth--];
    if (!at->parent && r->path.n) {
        if (r->values.n == OCA_EXPORT_COLUMNS) {
            stop(r, N_("there are more than 5,000 fields"));
            return;
        }
        *(const char **)OCA_ADD(r->mem, &r->out->headings) = oca_copy(r->mem, r->path.at, r->path.n);
        *(const char **)OCA_ADD(r->mem, &r->values) = r->text.n ? oca_copy(r->mem, r->text.at, r->text.n) : "";
        *(oca_where *)OCA_ADD(r->mem, &r->wheres) = (oca_where){.line = line_of(r)};
    }
    r->path.n = at->path;
    r->text.n = 0;
}

static void on_error(void *context, xmlErrorPtr error) {
    reader *r = context;
    if (r->stopped || !error || error->level < XML_ERR_ERROR)
        return;
    if (error->code == XML_ERR_NO_MEMORY) {
        oca_report(r->faults, OCA_FAILURE, r->out->file, 0, "out of memory");
        r->stopped = true;
        xmlStopParser(r->parser);
    } else if (error->domain != XML_FROM_NAMESPACE) {
        stop(r, N_("this is not well-formed XML: the file is damaged or was not copied to its end"));
    }
}

static void on_conversion_error(void *context, xmlErrorPtr error) {
    reader *r = context;
    if (r->stopped || error->level < XML_ERR_ERROR)
        return;
    oca_report(r->faults, OCA_FAULT, r->out->file, 0, "a character does not fit the encoding of the file");
    r->stopped = true;
}

static void parse(reader *r) {
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = on_doctype,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_characters,
                             .cdataBlock = on_characters,
                             .serror = on_error};
    oca_sax_parse(r->parser, &handler, r, on_conversion_error);
    if (!r->parser->wellFormed)
        stop(r, N_("this is not well-formed XML: the file is damaged or was not copied to its end"));
}

oca_status oca_export_read_instance(oca_export *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                                    oca_faults *faults) {
    oca_export made = {.file = file, .instance = true, .heading_where = {.line = 1}};
    const char *refused = n > OCA_XML_MOST_BYTES ? N_("the file is larger than 64 MiB") : oca_root_refused(bytes, n);
    if (refused) {
        oca_report(faults, OCA_FAULT, file, 0, "%s", oca_message(refused));
        return OCA_FAULTY;
    }
    oca_arena scratch = {0};
    reader r = {.parser = xmlCreateMemoryParserCtxt(bytes, (int)n), .out = &made, .mem = mem, .faults = faults};
    if (!r.parser) {
        oca_report(faults, OCA_FAILURE, file, 0, "out of memory");
        return OCA_SYSTEM;
    }
    r.path.mem = r.text.mem = &scratch;
    parse(&r);
    oca_sax_free(r.parser);
    oca_arena_free(&scratch);
    if (r.stopped)
        return oca_faults_status(faults);
    oca_export_row *row = oca_export_add_row(&made, mem, (oca_where){.line = 1});
    for (size_t i = 0; i < r.values.n; i++)
        row->cells[i] = r.values.at[i];
    row->wheres = r.wheres.at;
    *out = made;
    return OCA_OK;
}
