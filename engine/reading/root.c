/* Telling documents apart by their root element and its namespace. */
#include "root.h"

#include "../base/words.h"
#include "../document/actions.h"
#include "../document/assessment.h"
#include "../document/fields.h"
#include "../document/plan.h"
#include "../document/rubric.h"
#include "../document/tailoring.h"

#include <string.h>

enum { MOST_ATTRIBUTES = 1000, LARGE_FILE = 256 * 1024 };

/* All kinds, for naming what was found where it is not wanted. */
static const oca_format *const known[] = {&oca_rubric_format, &oca_assessment_format, &oca_actions_format,
                                          &oca_plan_format,   &oca_tailoring_format,  NULL};

static const oca_format *find(const oca_format *const *formats, const char *name, const char *uri) {
    for (; *formats; formats++)
        if ((!name || strcmp((*formats)->root, name) == 0) && (!uri || strcmp((*formats)->namespace_uri, uri) == 0))
            return *formats;
    return NULL;
}

/* Where the version begins in urn:oca:rubric:1. */
static size_t version_at(const char *uri) {
    return (size_t)(strrchr(uri, ':') - uri) + 1;
}

/* The format of which `uri` is a later version, or NULL. */
static const oca_format *find_earlier(const oca_format *const *formats, const char *uri) {
    for (; *formats; formats++) {
        const char *ours = (*formats)->namespace_uri;
        size_t at = version_at(ours), n = strlen(uri);
        double own = 0, version = 0;
        if (n > at && strncmp(uri, ours, at) == 0 && oca_number_parse(&version, uri + at, n - at) &&
            oca_number_parse(&own, ours + at, strlen(ours + at)) && version > own)
            return *formats;
    }
    return NULL;
}

const char *oca_root_needed(oca_arena *mem, const oca_format *const *accepted) {
    oca_buffer text = {.mem = mem};
    for (size_t i = 0; accepted[i]; i++)
        oca_buffer_print(&text, "%s%s",
                         i == 0            ? ""
                         : accepted[i + 1] ? ", "
                                           : oca_message(" or "),
                         oca_message(accepted[i]->called));
    oca_buffer_print(&text, oca_message(" is needed here"));
    return text.at;
}

static const char *beginning(oca_arena *mem, const oca_format *format) {
    return oca_format_text(mem, "<%s xmlns=\"%s\">", format->root, format->namespace_uri);
}

const oca_format *oca_root_format(const char **why, oca_arena *mem, const char *name, const char *uri,
                                  const oca_format *const *accepted) {
    const oca_format *format = uri ? find(accepted, name, uri) : NULL;
    if (format)
        return format;
    oca_excerpt root = oca_excerpt_of(name, strlen(name));
    oca_excerpt space = oca_excerpt_of(uri ? uri : "", uri ? strlen(uri) : 0);
    const char *need = oca_root_needed(mem, accepted);
    if (uri && ((format = find_earlier(accepted, uri)) || (format = find_earlier(known, uri))))
        *why = oca_format_text(mem,
                               oca_message("written for a later version of the format (%s); this program reads %s: "
                                           "a newer oca reads it"),
                               space.at, format->namespace_uri);
    else if (uri && (format = find(known, name, uri)))
        *why = oca_format_text(mem, oca_message("this is %s; %s"), oca_message(format->called), need);
    else if (uri && ((format = find(accepted, NULL, uri)) || (format = find(known, NULL, uri))))
        *why =
            oca_format_text(mem, oca_message("<%s> cannot be the outermost element in the namespace %s; %s begins %s"),
                            root.at, uri, oca_message(format->called), beginning(mem, format));
    else if ((format = find(accepted, name, NULL)))
        *why = oca_format_text(mem, oca_message("<%s> %s%s; %s begins %s"), root.at,
                               uri ? oca_message("stands in the namespace ") : oca_message("has no namespace"),
                               space.at, oca_message(format->called), beginning(mem, format));
    else if (uri)
        *why = oca_format_text(mem, oca_message("this is <%s> of the namespace %s; %s"), root.at, space.at, need);
    else
        *why = oca_format_text(mem, oca_message("this is <%s> without a namespace; %s"), root.at, need);
    return NULL;
}

static bool begins(const char *bytes, size_t n, const char *with, size_t length) {
    return n >= length && memcmp(bytes, with, length) == 0;
}

/* True if some tag holds so many attributes that libxml2, which compares each with each, would take minutes. Between
 * two '<' at most one tag lies; only a large file can be that slow. */
static bool floods(const char *bytes, size_t n) {
    size_t attributes = 0;
    for (size_t i = 0; n > LARGE_FILE && i + 1 < n; i++)
        if (bytes[i] == '<')
            attributes = 0;
        else if (bytes[i] == '=' && (bytes[i + 1] == '"' || bytes[i + 1] == '\'') && ++attributes > MOST_ATTRIBUTES)
            return true;
    return false;
}

const char *oca_root_refused(const char *bytes, size_t n) {
    size_t i = begins(bytes, n, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (i < n && oca_is_space(bytes[i]))
        i++;
    if (i == n)
        return N_("the file is empty");
    if (begins(bytes, n, "PK", 2))
        return N_("this is a zip file, such as a workbook (.xlsx), not XML");
    if (begins(bytes, n, "\xD0\xCF\x11\xE0", 4))
        return N_("this is a workbook of an old or encrypted kind, not XML");
    if (begins(bytes, n, "%PDF", 4))
        return N_("this is a PDF file, not XML");
    /* UTF-16 begins with a mark of its byte order, or has a zero beside its first character. */
    bool utf16 = begins(bytes, n, "\xFE\xFF", 2) || begins(bytes, n, "\xFF\xFE", 2) || begins(bytes, n, "\0<", 2) ||
                 begins(bytes, n, "<\0", 2);
    if (bytes[i] != '<' && !utf16)
        return N_("this is not an XML file: XML begins with <");
    if (!utf16 && memchr(bytes, 0, n))
        return N_("the file is damaged: it holds zero bytes");
    if (floods(bytes, n))
        return N_("an element has more than 1,000 attributes");
    return NULL;
}
