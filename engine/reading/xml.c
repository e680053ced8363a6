/* The table-driven SAX2 reader. SAX, because on our files it costs half of what xmlTextReader or a DOM costs.
 *
 * libxml2 calls on_start, on_characters and on_end; `levels` holds the open elements, each with its shape and the
 * struct that is being filled. What does not fit is reported, passed over, and reading goes on. */
#include "xml.h"

#include "../document/fields.h"
#include "../document/rubric.h"
#include "root.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* An element that is open. */
typedef struct {
    const oca_shape *shape;
    const char *name;
    void *at; /* its struct */
    int line, children;
    uint64_t found;        /* bit i: its shape's child i was there */
    const oca_child *last; /* the child that was there last: the next one is often its like */
    size_t text_start;     /* where its text begins in the reader's text */
    bool spoke;            /* text where none belongs was reported */
} level;

enum {
    MOST_SIBLINGS_COMPARED = 64,
    KNOWN_IDS = 128,   /* ids met last, a power of two */
    LONGEST_KNOWN = 8, /* codes of participants; longer ids mostly stand once */
    FEWEST_FORESEEN = 5,
    MOST_FORESEEN = 32, /* elements for which room is made before they come: no file may ask for much */
};

/* A document says few different ids many times: participants, items. */
typedef struct {
    const char *text;
    size_t n;
} known_id;

typedef struct {
    xmlParserCtxtPtr parser;
    const oca_format *const *accepted;
    const oca_format *format;
    const char *file;
    oca_arena *mem;
    oca_faults *faults;
    oca_arena scratch;
    oca_buffer text;  /* of all open elements, one behind the other */
    oca_buffer words; /* a message, a list of what is allowed; reused */
    const char *uri;  /* of the root; libxml2 keeps one copy of each name, so that pointers mostly tell */
    const char *lang; /* of the root */
    int seen_line;    /* where the parser stood at the last event */
    int depth;        /* open elements, those passed over included */
    int skipped;      /* of these, how many are passed over */
    bool broken;      /* not well-formed, or stopped by us: the rest was not read */
    known_id ids[KNOWN_IDS];
    const oca_child *foreseen;             /* the kind of child that there were several of last … */
    size_t foreseen_n;                     /* … and how many: the next parent of such will hold about as many */
    level levels[OCA_XML_MOST_LEVELS + 1]; /* by depth, from 1 */
} reader;

#define XSI "http://www.w3.org/2001/XMLSchema-instance"

static const char *str(const xmlChar *s) {
    return (const char *)s;
}

/* strcmp and memcmp for names, which are short: a call would cost more than the work. */
static bool same(const char *a, const char *b) {
    while (*a == *b && *a)
        a++, b++;
    return *a == *b;
}

static bool same_bytes(const char *a, const char *b, size_t n) {
    while (n && a[n - 1] == b[n - 1])
        n--;
    return n == 0;
}

static level *top(reader *r) {
    return &r->levels[r->depth];
}

static int line_now(const reader *r) {
    return r->parser->input ? r->parser->input->line : 0;
}

/* Ends the reading: after `message` there is nothing more to say of this file. */
static void stop(reader *r, int line, const char *message) {
    if (!r->broken)
        oca_report(r->faults, OCA_FAULT, r->file, line, "%s", message);
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

/* `first` and the names of a shape's fields or children, for a message: "id, scale or weight". */
static const char *names(reader *r, const char *first, const char *(*name_at)(const oca_shape *, size_t),
                         const oca_shape *shape) {
    r->words.n = 0;
    oca_buffer_print(&r->words, "%s", first);
    for (size_t i = 0; name_at(shape, i); i++)
        oca_buffer_print(&r->words, "%s%s", i == 0 ? "" : name_at(shape, i + 1) ? ", " : " or ", name_at(shape, i));
    return r->words.at;
}

static const char *field_name(const oca_shape *shape, size_t i) {
    return shape->fields ? shape->fields[i].name : NULL;
}

static const char *child_name(const oca_shape *shape, size_t i) {
    return shape->children ? shape->children[i].name : NULL;
}

/* The field for the attribute; NULL if there is none. */
static const oca_field *find_field(const oca_shape *shape, const char *prefix, const char *name) {
    for (const oca_field *field = shape->fields; field && field->name; field++) {
        const char *own = field->name;
        if (prefix && strncmp(own, "xml:", 4) == 0) /* the only prefix in the tables */
            own += 4;
        else if (prefix)
            continue;
        if (same(own, name))
            return field;
    }
    return NULL;
}

static void unknown_attribute(reader *r, const level *l, const char *prefix, const char *name) {
    const char *allowed = field_name(l->shape, 0) ? names(r, "; it may have ", field_name, l->shape) : "";
    oca_report(r->faults, OCA_FAULT, r->file, l->line, "<%s> has no attribute \"%s%s%s\"%s", l->name,
               prefix ? oca_excerpt_of(prefix, strlen(prefix)).at : "", prefix ? ":" : "",
               oca_excerpt_of(name, strlen(name)).at, allowed);
}

/* A translation is left out of a rubric's digest, so only what has no part in scoring may be one. */
static void check_lang(reader *r, const level *l, const char *lang, size_t n) {
    if (r->format == &oca_rubric_format && n && !(r->lang && strlen(r->lang) == n && memcmp(r->lang, lang, n) == 0))
        oca_report(r->faults, OCA_FAULT, r->file, l->line,
                   "<%s> cannot have a language of its own; only texts have one", l->name);
}

/* Makes a required text that is missing or wrong "", so that the checks that follow can go on. */
static void fill_in(void *element, const oca_field *field) {
    void *member = (unsigned char *)element + field->at;
    const char *text;
    if (field->kind != OCA_FIELD_TEXT && field->kind != OCA_FIELD_ID && field->kind != OCA_FIELD_KEY)
        return;
    memcpy(&text, member, sizeof text);
    if (!text)
        memcpy(member, &(const char *){""}, sizeof text);
}

/* Where the id is remembered, if it is one that is short enough. */
static known_id *place_of_id(reader *r, const oca_field *field, const char *s, size_t n) {
    if (field->kind != OCA_FIELD_ID || n == 0 || n > LONGEST_KNOWN)
        return NULL;
    unsigned last = (unsigned char)s[n - 1], before = (unsigned char)s[n / 2];
    return &r->ids[(7 * last + 13 * before + 31 * (unsigned)n) % KNOWN_IDS];
}

/* Reads one attribute's value; a wrong one is told, and false. */
static bool read_value(reader *r, level *l, const oca_field *field, const char *s, size_t n, bool *given) {
    void *at = (unsigned char *)l->at + field->at;
    known_id *known = place_of_id(r, field, s, n);
    if (known && known->n == n && same_bytes(known->text, s, n)) {
        memcpy(at, &known->text, sizeof known->text);
        return *given = true;
    }
    if (!oca_field_read(l->at, field, s, n, given, r->mem, &r->words)) {
        oca_report(r->faults, OCA_FAULT, r->file, l->line, "%s", r->words.at);
        return false;
    }
    if (known) {
        memcpy(&known->text, at, sizeof known->text);
        known->n = n;
    }
    return true;
}

/* Reads the attributes into the element's struct, and says which are missing. libxml2 gives five pointers for each:
 * name, prefix, namespace, and the value's first byte and end. */
static void read_attributes(reader *r, level *l, const xmlChar **attributes, int n) {
    uint64_t given = 0, good = 0;
    const oca_field *next = l->shape->fields; /* attributes mostly stand in the order of the table */
    for (int i = 0; i < n; i++, attributes += 5) {
        const char *name = str(attributes[0]), *prefix = str(attributes[1]), *uri = str(attributes[2]);
        bool xml = prefix && same(prefix, "xml");
        const oca_field *field = NULL;
        if (!prefix && next && next->name && same(next->name, name))
            field = next;
        else if (!prefix || xml)
            field = find_field(l->shape, prefix, name);
        if (!field) {
            if (xml && strcmp(name, "lang") == 0)
                check_lang(r, l, str(attributes[3]), (size_t)(attributes[4] - attributes[3]));
            else if (!xml && !(uri && strcmp(uri, XSI) == 0))
                unknown_attribute(r, l, prefix, name);
            continue;
        }
        next = field + 1;
        bool there;
        uint64_t bit = (uint64_t)1 << (field - l->shape->fields);
        if (read_value(r, l, field, str(attributes[3]), (size_t)(attributes[4] - attributes[3]), &there) && there)
            good |= bit;
        given |= there ? bit : 0;
    }
    for (const oca_field *field = l->shape->fields; field && field->name; field++) {
        if (!field->required)
            continue;
        if (!(given >> (field - l->shape->fields) & 1))
            oca_report(r->faults, OCA_FAULT, r->file, l->line, "<%s> needs the attribute \"%s\"", l->name, field->name);
        if (!(good >> (field - l->shape->fields) & 1))
            fill_in(l->at, field);
    }
}

/* Opens the element whose struct is `at`. */
static level *open_level(reader *r, const oca_shape *shape, const char *name, void *at, int line, int place) {
    level *l = top(r);
    oca_element element = {.line = line, .place = place};
    memcpy(at, &element, sizeof element);
    *l = (level){.shape = shape, .name = name, .at = at, .line = line, .text_start = r->text.n};
    return l;
}

static void start_root(reader *r, const char *name, const char *uri, const xmlChar **attributes, int n) {
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
    read_attributes(r, l, attributes, n);
    const oca_field *lang = find_field(shape, "xml", "lang");
    if (lang)
        memcpy(&r->lang, (const unsigned char *)l->at + lang->at, sizeof r->lang);
}

static void unknown_element(reader *r, const level *parent, int line, const char *name, bool foreign) {
    const char *allowed = parent->shape->content == OCA_CONTENT_NONE ? "; nothing belongs there" : "; only text does";
    if (child_name(parent->shape, 0))
        allowed = names(r, "; allowed there: ", child_name, parent->shape);
    oca_report(r->faults, OCA_FAULT, r->file, line, "<%s>%s does not belong in <%s>%s",
               oca_excerpt_of(name, strlen(name)).at, foreign ? " of another namespace" : "", parent->name, allowed);
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
static void check_language(reader *r, const level *parent, const oca_child *child, int line) {
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

static const oca_child *find_child(level *parent, const char *name) {
    if (parent->last && same(parent->last->name, name))
        return parent->last;
    for (const oca_child *child = parent->shape->children; child && child->name; child++)
        if (same(child->name, name))
            return parent->last = child;
    return NULL;
}

static void start_child(reader *r, const char *name, const char *uri, const xmlChar **attributes, int n) {
    level *parent = &r->levels[r->depth - 1];
    int line = start_line(r);
    bool foreign = uri != r->uri && (!uri || !same(uri, r->uri));
    const oca_child *child = foreign ? NULL : find_child(parent, name);
    parent->children++;
    if (!child) {
        unknown_element(r, parent, line, name, foreign);
        r->skipped = 1;
        return;
    }
    level *l = open_level(r, child->shape, child->name, make_child(r, parent, child, line), line, parent->children);
    read_attributes(r, l, attributes, n);
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
        stop(r, line_now(r), "elements are nested more than 64 levels deep");
    else if (r->skipped)
        r->skipped++;
    else if (r->depth == 1)
        start_root(r, str(name), str(uri), attributes, n);
    else
        start_child(r, str(name), str(uri), attributes, n);
}

/* Remembers how many children of this kind the element has, if they are several. */
static void foresee(reader *r, const level *l, const oca_child *child) {
    oca_strings list; /* any list: all have this layout */
    memcpy(&list, (const unsigned char *)l->at + child->at, sizeof list);
    if (list.n < FEWEST_FORESEEN)
        return;
    r->foreseen = child;
    r->foreseen_n = list.n < MOST_FORESEEN ? list.n : MOST_FORESEEN;
}

static void finish(reader *r, level *l) {
    const oca_shape *shape = l->shape;
    if (shape->content != OCA_CONTENT_NONE) {
        size_t n = r->text.n - l->text_start;
        bool prose = shape->content == OCA_CONTENT_PROSE;
        const char *text = n ? oca_trim(r->mem, r->text.at + l->text_start, n, prose) : "";
        memcpy((unsigned char *)l->at + shape->text_at, &text, sizeof text);
        r->text.n = l->text_start;
    }
    for (const oca_child *child = shape->children; child && child->name; child++) {
        bool found = l->found >> (child - shape->children) & 1;
        if (child->required && !found)
            oca_report(r->faults, OCA_FAULT, r->file, l->line, "<%s> needs an element <%s>", l->name, child->name);
        if (found && child->multiplicity == OCA_MANY)
            foresee(r, l, child);
    }
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    reader *r = context;
    if (r->broken)
        return;
    if (r->skipped)
        r->skipped--;
    else
        finish(r, top(r));
    r->depth--;
    r->seen_line = line_now(r);
}

static void on_characters(void *context, const xmlChar *characters, int length) {
    reader *r = context;
    r->seen_line = line_now(r);
    if (r->broken || r->skipped || r->depth == 0)
        return;
    level *l = top(r);
    const char *s = str(characters);
    size_t n = (size_t)length, i = 0;
    if (l->shape->content != OCA_CONTENT_NONE) {
        oca_buffer_add(&r->text, s, n);
        return;
    }
    while (i < n && (s[i] == ' ' || s[i] == '\n' || oca_is_space(s[i]))) /* a call for what is rare */
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

/* Comes before anything inside the DOCTYPE is read, so no entity is ever declared. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)name, (void)public_id, (void)system_id;
    reader *r = context;
    stop(r, line_now(r), "a DOCTYPE is not allowed; remove it");
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
    const char *message = error->message ? error->message : "it cannot be parsed";
    message = oca_trim(&r->scratch, message, strlen(message), true);
    oca_report(r->faults, OCA_FAULT, r->file, error->line, "this is not well-formed XML: %s", message);
}

/* A byte that does not fit the declared encoding: libxml2 tells the thread's handler instead of the parser's, and
 * without one prints. It converts ahead of the parser, so the line is not known, and must not be stopped here. */
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
    xmlCtxtUseOptions(r->parser, XML_PARSE_NONET | XML_PARSE_NOENT); /* NOENT: values come with &amp; replaced */
    *r->parser->sax = handler;
    r->parser->userData = r;
    xmlStructuredErrorFunc handler_before = xmlStructuredError; /* this thread's */
    void *context_before = xmlStructuredErrorContext;
    xmlSetStructuredErrorFunc(r, on_conversion_error);
    xmlParseDocument(r->parser);
    xmlSetStructuredErrorFunc(context_before, handler_before);
    if (!r->parser->wellFormed && !r->broken)
        oca_report(r->faults, OCA_FAULT, r->file, line_now(r), "this is not well-formed XML");
}

void oca_xml_begin(void) {
    xmlInitParser();
}

oca_status oca_xml_read(oca_document *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                        const oca_format *const *accepted, oca_faults *faults) {
    size_t before = faults->faulty;
    const char *refused = n > OCA_XML_MOST_BYTES ? "the file is larger than 64 MiB" : oca_root_refused(bytes, n);
    if (refused) {
        oca_report(faults, OCA_FAULT, file, 0, "%s", refused);
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
    r.text.mem = r.words.mem = &r.scratch;
    bool failed = faults->failed;
    parse(&r);
    xmlFreeParserCtxt(r.parser);
    oca_arena_free(&r.scratch);
    if (faults->failed && !failed)
        return OCA_SYSTEM;
    if (!r.broken && r.format)
        *out = (oca_document){r.format, r.levels[1].at};
    return faults->faulty > before ? OCA_FAULTY : OCA_OK;
}
