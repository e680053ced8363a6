#include "stylesheet.h"

#include "../base/text.h"
#include "../base/words.h"
#include "../system/file.h"
#include "stylesheet_words.h"

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define SCHEME "oca:"

/* Of one page; the largest portfolio takes a tenth of the steps. Two that each include the next two would never end. */
enum { MOST_STEPS = 50 * 1000 * 1000, MOST_TOLD = 500, MOST_SHEETS = 100 };
#define MOST_BYTES (16 * OCA_MIB) /* of one stylesheet; the largest of ours has 60 kB */

/* libxslt's loader and error handler know nothing of who calls them: one stylesheet at a time. */
static struct {
    const char *path, *folder, *shipped;
    oca_arena *mem;
    oca_buffer told;
    int sheets;  /* read so far */
    bool unread; /* one could not be read, whatever stands in it */
} current;

/* The first words of libxslt's complaint, on one line; what follows is mostly where it was called from. */
static void hear(void *context, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void hear(void *context, const char *format, ...) {
    va_list arguments;
    (void)context;
    va_start(arguments, format);
    const char *text = oca_format_list(current.mem, format, arguments);
    va_end(arguments);
    if (current.told.n < MOST_TOLD)
        oca_buffer_add(&current.told, text, strlen(text));
}

static void hear_structured(void *context, xmlErrorPtr error) {
    (void)context;
    if (error->line)
        hear(NULL, oca_message("line %d: "), error->line);
    hear(NULL, "%s", error->message ? error->message : "");
}

/* The file's bytes; NULL, which `hear` was told, if it cannot be read. libxml2 would take what came before a failure
 * for all of it. */
static const char *read_bytes(const char *path, size_t *n) {
    const char *bytes;
    oca_faults faults = {.mem = current.mem};
    oca_status status = oca_file_read(&bytes, n, current.mem, path, MOST_BYTES, &faults);
    if (status == OCA_OK)
        return bytes;
    current.unread |= status == OCA_SYSTEM;
    bool imported = path != current.path;
    hear(NULL, "%s%s%s\n", imported ? path : "", imported ? ": " : "", faults.all.at[0].message);
    return NULL;
}

/* Stylesheets that import each other must share the dictionary of their names, which libxslt compares by address. A
 * DOCTYPE could name other files, or grow without end. */
static xmlDocPtr read_sheet(const char *path, xmlDictPtr dictionary) {
    size_t n;
    const char *bytes = read_bytes(path, &n);
    xmlParserCtxtPtr parser = bytes ? xmlNewParserCtxt() : NULL;
    if (!parser)
        return NULL;
    if (dictionary) {
        xmlDictFree(parser->dict);
        parser->dict = dictionary;
        xmlDictReference(dictionary);
    }
    xmlDocPtr sheet = xmlCtxtReadMemory(parser, bytes, (int)n, path, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA);
    xmlFreeParserCtxt(parser);
    if (sheet && sheet->intSubset) {
        hear(NULL, oca_message("%s: a stylesheet may have no DOCTYPE"), path);
        xmlFreeDoc(sheet);
        return NULL;
    }
    if (sheet)
        oca_stylesheet_words_look_up(sheet);
    return sheet;
}

/* Where an imported stylesheet lies, or NULL if it may not be read. */
static const char *allowed(const char *uri) {
    size_t scheme = strlen(SCHEME), folder = strlen(current.folder);
    if (strncmp(uri, SCHEME, scheme) == 0) {
        const char *name = uri + scheme;
        return current.shipped && !strchr(name, '/') ? oca_format_text(current.mem, "%s/%s", current.shipped, name)
                                                     : NULL;
    }
    bool below = strncmp(uri, current.folder, folder) == 0 && !strstr(uri + folder, "..");
    return below && (folder || uri[0] != '/') && !strstr(uri, "://") ? uri : NULL;
}

static xmlDocPtr load(const xmlChar *uri, xmlDictPtr dictionary, int options, void *context, xsltLoadType type) {
    (void)options, (void)context;
    xmlChar *plain = (xmlChar *)xmlURIUnescapeString((const char *)uri, 0, NULL); /* "a%20b" is the folder "a b" */
    const char *path = type == XSLT_LOAD_DOCUMENT || !plain || ++current.sheets > MOST_SHEETS
                           ? NULL
                           : allowed(oca_copy(current.mem, (const char *)plain, strlen((const char *)plain)));
    xmlFree(plain);
    if (!path) {
        hear(NULL, oca_message("may not read %s\n"), (const char *)uri);
        return NULL;
    }
    return read_sheet(path, dictionary);
}

/* False if there was no memory. What is not allowed to be read or written says so through `hear`. */
static bool forbid_all(xsltTransformContextPtr run, xsltSecurityPrefsPtr rules) {
    static const xsltSecurityOption all[] = {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                             XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
                                             XSLT_SECPREF_WRITE_NETWORK};
    for (size_t i = 0; i < OCA_COUNT(all); i++)
        if (xsltSetSecurityPrefs(rules, all[i], xsltSecurityForbid) != 0)
            return false;
    return xsltSetCtxtSecurityPrefs(rules, run) == 0;
}

/* The page's bytes, to be freed with xmlFree; NULL if something failed, which `hear` was told. */
static xmlChar *transform(xsltStylesheetPtr sheet, xmlDocPtr document, int *n) {
    xsltTransformContextPtr run = xsltNewTransformContext(sheet, document);
    xsltSecurityPrefsPtr rules = xsltNewSecurityPrefs();
    xmlDocPtr page = NULL;
    xmlChar *bytes = NULL;
    if (run && rules && forbid_all(run, rules) && oca_stylesheet_words_register(run) == 0) {
        run->opLimit = MOST_STEPS;
        page = xsltApplyStylesheetUser(sheet, document, NULL, NULL, NULL, run);
        if (page && run->state == XSLT_STATE_OK && xsltSaveResultToString(&bytes, n, page, sheet) != 0)
            bytes = NULL;
    }
    xmlFreeDoc(page);
    xsltFreeTransformContext(run);
    xsltFreeSecurityPrefs(rules);
    return bytes;
}

static oca_status tell(const char *path, oca_faults *faults) {
    const char *told = current.told.at ? current.told.at : oca_message("it makes no page");
    oca_report(faults, current.unread ? OCA_FAILURE : OCA_FAULT, path, 0, "%s",
               oca_trim(current.mem, told, strlen(told), true));
    return current.unread ? OCA_SYSTEM : OCA_FAULTY;
}

oca_status oca_stylesheet_apply(const char **out, size_t *n, oca_arena *mem, const char *path, const char *shipped,
                                const char *xml, size_t n_xml, oca_faults *faults) {
    const char *slash = strrchr(path, '/');
    current.mem = mem;
    current.path = path;
    current.told = (oca_buffer){.mem = mem};
    current.unread = false;
    current.sheets = 0;
    current.shipped = shipped;
    current.folder = oca_copy(mem, path, slash ? (size_t)(slash - path) + 1 : 0);
    exsltCommonRegister();
    exsltSetsRegister();
    exsltStrRegister();
    xsltSetGenericErrorFunc(NULL, hear);
    xmlSetStructuredErrorFunc(NULL, hear_structured);
    xsltSetLoaderFunc(load);
    xmlDocPtr parsed = read_sheet(path, NULL);
    xsltStylesheetPtr sheet = parsed ? xsltParseStylesheetDoc(parsed) : NULL;
    xmlDocPtr document = xmlReadMemory(xml, (int)n_xml, "result.xml", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    int length = 0;
    xmlChar *bytes = sheet && sheet->errors == 0 && document ? transform(sheet, document, &length) : NULL;
    if (bytes) {
        *out = oca_copy(mem, (const char *)bytes, (size_t)length);
        *n = (size_t)length;
    }
    xmlFree(bytes);
    xmlFreeDoc(document);
    if (sheet)
        xsltFreeStylesheet(sheet); /* and what it was parsed from */
    else
        xmlFreeDoc(parsed);
    return bytes ? OCA_OK : tell(path, faults);
}
