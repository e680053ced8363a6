/* The table-driven SAX2 reader. SAX, because on our files it costs half of what xmlTextReader or a DOM costs.
 *
 * libxml2 calls on_start, on_characters and on_end; `levels` holds the open elements, each with its shape and the
 * struct that is being filled. What does not fit is reported, passed over, and reading goes on. */
#include "../base/words.h"
#include "xml_parts.h"

#include "../document/fields.h"
#include "root.h"
#include "sax.h"

#include <libxml/parserInternals.h>
#include <string.h>

typedef oca_xml_level level;
typedef oca_xml_reader reader;

enum {
    MOST_SIBLINGS_COMPARED = 64,
    FEWEST_FORESEEN = 5,
    MOST_FORESEEN = 32, /* elements for which room is made before they come: no file may ask for much */
};

static int line_now(const reader *r) {
    return r->parser->input ? r->parser->input->line : 0;
}

/* Ends the reading: after `message` there is nothing more to say of this file. */
static void stop(reader *r, int line, const char *message) {
    if (!r->broken)
        oca_report(r->faults, OCA_FAULT, r->file, line, "%s", oca_message(message));
    r->broken = true;
    xmlStopParser(r->parser);
}

/* The line where the start tag begins whose end the parser has reached. The tag is walked back only if a line ended
 * since the last event; a '<' cannot stand inside it. */
static int start_line(reader *r) {
    const xmlParserInput *input = r->parser->input;
    int line = input->line;
    if (line != r->seen_line)
        for (const xmlChar *c = input->cur; c > input->base && *--c != '<';)
            line -= *c == '\n';
    r->seen_line = input->line;
    return line;
}

static const char *child_name(const oca_shape *shape, size_t i) {
    return shape->children ? shape->children[i].name : NULL;
}

/* Opens the element whose struct is `at`. */
static inline level *open_level(reader *r, const oca_shape *shape, const char *name, void *at, int line, int place) {
    level *l = ++r->top;
    oca_element element = {.line = line, .place = place};
    memcpy(at, &element, sizeof element);
    *l = (level){.shape = shape, .name = name, .at = at, .line = line, .text_start = r->text.n};
    return l;
}

static void OCA_XML_RARELY start_root(reader *r, const char *name, const char *uri, const xmlChar **attributes, int n) {
    const char *why = NULL;
    int line = start_line(r);
    r->format = oca_root_format(&why, r->faults->mem, name, uri, r->accepted);
    if (!r->format) {
        stop(r, line, why);
        return;
    }
    r->uri = uri;
    const oca_shape *shape = r->format->shape;
    level *l = open_level(r, shape, r->format->root, oca_alloc(r->mem, shape->size), line, 1);
    oca_xml_read_attributes(r, l, attributes, n);
    const oca_field *lang = oca_xml_find_field(shape, "xml", "lang");
    if (lang)
        memcpy(&r->lang, (const unsigned char *)l->at + lang->at, sizeof r->lang);
}

static void OCA_XML_RARELY unknown_element(reader *r, const level *parent, int line, const char *name, bool foreign) {
    const char *allowed = parent->shape->content == OCA_CONTENT_NONE ? oca_message("; nothing belongs there")
                                                                     : oca_message("; only text does");
    if (child_name(parent->shape, 0))
        allowed = oca_xml_names(r, oca_message("; allowed there: "), child_name, parent->shape);
    oca_report(r->faults, OCA_FAULT, r->file, line, "<%s>%s does not belong in <%s>%s",
               oca_excerpt_of(name, strlen(name)).at, foreign ? oca_message(" of another namespace") : "", parent->name,
               allowed);
}

/* The struct for a child: a new element of the parent's list, or what the parent's pointer will point to. */
static void *make_child(reader *r, level *parent, const oca_child *child, int line) {
    void *member = (unsigned char *)parent->at + child->at;
    uint64_t bit = (uint64_t)1 << (child - parent->shape->children);
    bool again = parent->found & bit;
    parent->found |= bit;
    if (child->multiplicity != OCA_ONE) {
        if (!again && child == r->foreseen)
            oca_list_reserve(r->mem, member, child->shape->size, r->foreseen_n);
        return oca_list_add(r->mem, member, child->shape->size);
    }
    void *at = oca_alloc(r->mem, child->shape->size);
    if (again)
        oca_report(r->faults, OCA_FAULT, r->file, line, "<%s> stands twice in <%s>; it may stand there once",
                   child->name, parent->name);
    else
        memcpy(member, &at, sizeof at);
    return at;
}

/* Of two texts in one language only the first is ever shown. Only the first few siblings are compared: a hostile file
 * could hold millions. */
static void OCA_XML_RARELY check_language(reader *r, const level *parent, const oca_child *child, int line) {
    oca_words words; /* all elements that stand once a language are texts */
    memcpy(&words, (const unsigned char *)parent->at + child->at, sizeof words);
    size_t n = words.n < MOST_SIBLINGS_COMPARED ? words.n : MOST_SIBLINGS_COMPARED;
    const char *lang = words.at[words.n - 1].lang ? words.at[words.n - 1].lang : r->lang;
    for (size_t i = 0; i + 1 < n; i++) {
        if (!oca_equal(words.at[i].lang ? words.at[i].lang : r->lang, lang))
            continue;
        oca_report(r->faults, OCA_WARNING, r->file, line,
                   "<%s> stands twice in <%s> in the same language%s%s; mark translations with xml:lang", child->name,
                   parent->name, lang ? ", " : "", lang ? oca_excerpt_of(lang, strlen(lang)).at : "");
        return;
    }
}

static const oca_child *find_child(reader *r, level *parent, const xmlChar *name) {
    if (parent->last && oca_xml_is_named(r, parent->last->name, name))
        return parent->last;
    for (const oca_child *child = parent->shape->children; child && child->name; child++)
        if (oca_xml_is_named(r, child->name, name))
            return parent->last = child;
    return NULL;
}

static inline void start_child(reader *r, const xmlChar *name, const char *uri, const xmlChar **attributes, int n) {
    level *parent = r->top;
    int line = start_line(r);
    bool foreign = uri != r->uri && (!uri || !oca_xml_same(uri, r->uri));
    const oca_child *child = foreign ? NULL : find_child(r, parent, name);
    parent->children++;
    if (!child) {
        unknown_element(r, parent, line, oca_xml_str(name), foreign);
        r->skipped = 1;
        return;
    }
    level *l = open_level(r, child->shape, child->name, make_child(r, parent, child, line), line, parent->children);
    oca_xml_read_attributes(r, l, attributes, n);
    if (child->multiplicity == OCA_PER_LANGUAGE)
        check_language(r, parent, child, line);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                     const xmlChar **namespaces, int n, int n_defaulted, const xmlChar **attributes) {
    (void)prefix, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
    reader *r = context;
    if (r->broken)
        return;
    if (++r->depth > OCA_XML_MOST_LEVELS)
        stop(r, line_now(r), N_("elements are nested more than 64 levels deep"));
    else if (r->skipped)
        r->skipped++;
    else if (r->depth == 1)
        start_root(r, oca_xml_str(name), oca_xml_str(uri), attributes, n);
    else
        start_child(r, name, oca_xml_str(uri), attributes, n);
}

/* Remembers how many children of this kind the element has, if they are several. */
static void foresee(reader *r, const level *l, const oca_child *child) {
    size_t n;
    memcpy(&n, (const unsigned char *)l->at + child->at + offsetof(oca_any_list, n), sizeof n);
    if (n < FEWEST_FORESEEN)
        return;
    r->foreseen = child;
    r->foreseen_n = n < MOST_FORESEEN ? n : MOST_FORESEEN;
}

static void take_text(reader *r, level *l) {
    const oca_shape *shape = l->shape;
    size_t n = r->text.n - l->text_start;
    bool prose = shape->content == OCA_CONTENT_PROSE;
    const char *text = n ? oca_trim(r->mem, r->text.at + l->text_start, n, prose) : "";
    memcpy((unsigned char *)l->at + shape->text_at, &text, sizeof text);
    r->text.n = l->text_start;
}

static void OCA_XML_RARELY miss(reader *r, const level *l, const oca_child *child) {
    oca_report(r->faults, OCA_FAULT, r->file, l->line, "<%s> needs an element <%s>", l->name, child->name);
}

static inline void finish(reader *r, level *l) {
    if (l->shape->content != OCA_CONTENT_NONE)
        take_text(r, l);
    uint64_t found = l->found;
    for (const oca_child *child = l->shape->children; child && child->name; child++, found >>= 1)
        if (found & 1 && child->multiplicity == OCA_MANY)
            foresee(r, l, child);
        else if (child->required && !(found & 1))
            miss(r, l, child);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    reader *r = context;
    if (r->broken)
        return;
    if (r->skipped)
        r->skipped--;
    else
        finish(r, r->top--);
    r->depth--;
    r->seen_line = line_now(r);
}

/* Text in an element where none belongs, which is told once; white space is nothing. */
static void OCA_XML_RARELY stray_text(reader *r, level *l, const char *s, size_t n) {
    size_t i = 0;
    while (i < n && oca_is_space(s[i]))
        i++;
    if (i == n || l->spoke)
        return;
    int line = r->seen_line;
    for (size_t k = i; k < n; k++)
        line -= s[k] == '\n';
    oca_report(r->faults, OCA_FAULT, r->file, line, "\"%s\" stands in <%s>, where no text belongs",
               oca_excerpt_of(s + i, n - i).at, l->name);
    l->spoke = true;
}

static void on_characters(void *context, const xmlChar *characters, int length) {
    reader *r = context;
    r->seen_line = line_now(r);
    level *l = r->top;
    if (r->broken || r->skipped || l == r->levels)
        return;
    const char *s = oca_xml_str(characters), *end = s + length;
    if (l->shape->content != OCA_CONTENT_NONE) {
        oca_buffer_add(&r->text, s, (size_t)length);
        return;
    }
    const char *at = s;
    while (at < end && (unsigned char)*at <= ' ') /* in XML all of these are white space */
        at++;
    if (at < end)
        stray_text(r, l, s, (size_t)length);
}

/* Comes before anything inside the DOCTYPE is read, so no entity is ever declared. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)name, (void)public_id, (void)system_id;
    reader *r = context;
    stop(r, line_now(r), N_("a DOCTYPE is not allowed; remove it"));
}

/* The first error ends the parsing; what libxml2 says after it are consequences. Errors that are not fatal concern
 * namespaces, and on_start says them better. */
static void on_error(void *context, xmlErrorPtr error) {
    reader *r = context;
    if (r->broken || error->level != XML_ERR_FATAL)
        return;
    r->broken = true;
    if (error->code == XML_ERR_NO_MEMORY) {
        oca_report(r->faults, OCA_FAILURE, r->file, 0, "out of memory");
        return;
    }
    const char *message = error->message ? error->message : oca_message("it cannot be parsed");
    message = oca_trim(r->mem, message, strlen(message), true);
    oca_report(r->faults, OCA_FAULT, r->file, error->line, "this is not well-formed XML: %s", message);
}

static void on_conversion_error(void *context, xmlErrorPtr error) {
    reader *r = context;
    if (r->broken || error->level < XML_ERR_ERROR)
        return;
    oca_report(r->faults, OCA_FAULT, r->file, 0,
               "this is not well-formed XML: a character does not fit the encoding of the file");
    r->broken = true;
}

static void parse(reader *r) {
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = on_doctype,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_characters,
                             .ignorableWhitespace = on_characters,
                             .cdataBlock = on_characters,
                             .serror = on_error};
    oca_sax_parse(r->parser, &handler, r, on_conversion_error);
    if (!r->parser->wellFormed && !r->broken)
        oca_report(r->faults, OCA_FAULT, r->file, line_now(r), "this is not well-formed XML");
}

void oca_xml_begin(void) {
    xmlInitParser();
}

oca_status oca_xml_read(oca_document *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                        const oca_format *const *accepted, oca_faults *faults) {
    size_t before = faults->faulty;
    const char *refused = n > OCA_XML_MOST_BYTES ? N_("the file is larger than 64 MiB") : oca_root_refused(bytes, n);
    if (refused) {
        oca_report(faults, OCA_FAULT, file, 0, "%s", oca_message(refused));
        return OCA_FAULTY;
    }
    reader r = {.parser = xmlCreateMemoryParserCtxt(bytes, (int)n),
                .accepted = accepted,
                .file = file,
                .mem = mem,
                .faults = faults};
    if (!r.parser) {
        oca_report(faults, OCA_FAILURE, file, 0, "out of memory");
        return OCA_SYSTEM;
    }
    r.text.mem = r.words.mem = mem;
    r.top = r.levels;
    bool failed = faults->failed;
    parse(&r);
    oca_sax_free(r.parser);
    /* cppcheck-suppress incorrectLogicOperator ; `parse` reports to the same faults, by r.faults */
    if (faults->failed && !failed)
        return OCA_SYSTEM;
    if (!r.broken && r.format)
        *out = (oca_document){r.format, r.levels[1].at};
    return faults->faulty > before ? OCA_FAULTY : OCA_OK;
}
