#include "workbook_xml.h"

#include "../base/words.h"
#include "../document/fields.h"
#include "sax.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

enum {
    MOST_LEVELS = 64,
    MOST_ATTRIBUTES = 100,    /* of one tag, namespaces included */
    MOST_NAMESPACES = 200,    /* open at once */
    MOST_ELEMENTS = 20000000, /* of one part */
};

static const char *const namespaces[] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
};

/* Where the bytes stand that go to the parser: enough of XML to count the attributes of a tag before libxml2 compares
 * them. */
typedef enum { IN_TEXT, IN_TAG, IN_VALUE, IN_COMMENT, IN_CDATA, IN_INSTRUCTION } place;

typedef struct {
    oca_zip *zip;
    const char *member;
    const oca_part_handler *handler;
    void *payload;
    xmlParserCtxtPtr parser;
    bool ended; /* the parser was stopped, or has told an error */
    place place;
    char quote;           /* that ends the value */
    unsigned char recent; /* of a tag's or comment's beginning or end: how many bytes of the mark were seen */
    int attributes;       /* of the tag so far */
    int depth, skipped;   /* open elements; of these, how many are passed over */
    int open_namespaces;
    size_t elements;
    const char *known;             /* the namespace of the last element; libxml2 keeps one copy of each */
    int declared[MOST_LEVELS + 1]; /* namespaces by depth */
} part;

static const char *str(const xmlChar *s) {
    return (const char *)s;
}

static void tell(part *p, const char *why) {
    oca_zip_fault(p->zip, "the workbook is damaged, or not what it seems: in its member %s %s",
                  oca_excerpt_of(p->member, strlen(p->member)).at, oca_message(why));
}

static void refuse(part *p, const char *why) {
    tell(p, why);
    p->ended = true;
    if (p->parser)
        xmlStopParser(p->parser);
}

/* True once nothing more is wanted; a handler may have told a fault. */
static bool has_ended(part *p) {
    if (!p->ended && oca_zip_is_broken(p->zip)) {
        p->ended = true;
        xmlStopParser(p->parser);
    }
    return p->ended;
}

/* How much of `mark` was seen, if `seen` bytes of it had been and `c` follows. */
static unsigned char follow(const char *mark, unsigned char seen, char c) {
    if (mark[seen] == c)
        return (unsigned char)(seen + 1);
    if (seen == 2 && mark[0] == mark[1] && c == mark[0]) /* "--->" and "]]]>" */
        return 2;
    return mark[0] == c;
}

static void step_into_tag(part *p, char c) {
    static const char comment[] = "!--", cdata[] = "![CDATA[";
    if (p->recent != UCHAR_MAX) { /* the bytes after '<' */
        unsigned char seen = p->recent;
        if (seen == 0 && c == '?') {
            p->place = IN_INSTRUCTION;
            return;
        }
        bool one = seen < 3 && comment[seen] == c, other = cdata[seen] == c;
        p->recent = one || other ? (unsigned char)(seen + 1) : UCHAR_MAX;
        if ((one && p->recent == 3) || (other && p->recent == sizeof cdata - 1)) {
            p->place = one && p->recent == 3 ? IN_COMMENT : IN_CDATA;
            p->recent = 0;
            return;
        }
    }
    if (c == '"' || c == '\'') {
        p->place = IN_VALUE;
        p->quote = c;
        p->attributes++;
    } else if (c == '>') {
        p->place = IN_TEXT;
    }
}

/* One byte of the part; UTF-8, whose other characters have none of these bytes. */
static void step(part *p, char c) {
    static const char *const ends[] = {[IN_COMMENT] = "-->", [IN_CDATA] = "]]>", [IN_INSTRUCTION] = "?>"};
    switch (p->place) {
    case IN_TEXT:
        if (c == '<')
            p->place = IN_TAG, p->recent = 0, p->attributes = 0;
        break;
    case IN_TAG:
        step_into_tag(p, c);
        break;
    case IN_VALUE:
        if (c == p->quote)
            p->place = IN_TAG;
        break;
    case IN_COMMENT:
    case IN_CDATA:
    case IN_INSTRUCTION:
        p->recent = follow(ends[p->place], p->recent, c);
        if (!ends[p->place][p->recent])
            p->place = IN_TEXT;
        break;
    }
}

static int on_read(void *context, char *bytes, int room) {
    part *p = context;
    int got = oca_zip_next(p->zip, bytes, room);
    for (int i = 0; i < got; i++) {
        step(p, bytes[i]);
        if (p->attributes > MOST_ATTRIBUTES) {
            tell(p, N_("an element has more than 100 attributes"));
            return -1; /* not stopped here: libxml2 goes on with its buffer after this call */
        }
    }
    return got;
}

static bool is_ours(part *p, const char *uri) {
    if (uri && uri == p->known)
        return true;
    for (size_t i = 0; uri && i < OCA_COUNT(namespaces); i++)
        if (strcmp(namespaces[i], uri) == 0) {
            p->known = uri;
            return true;
        }
    return false;
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                     const xmlChar **declared, int n, int n_defaulted, const xmlChar **attributes) {
    (void)prefix, (void)declared, (void)n_defaulted;
    part *p = context;
    if (has_ended(p))
        return;
    if (++p->depth > MOST_LEVELS) {
        refuse(p, N_("elements are nested more than 64 levels deep"));
        return;
    }
    p->declared[p->depth] = n_namespaces;
    p->open_namespaces += n_namespaces;
    if (p->open_namespaces > MOST_NAMESPACES)
        refuse(p, N_("more than 200 namespaces are declared"));
    else if (++p->elements > MOST_ELEMENTS)
        refuse(p, N_("there are more than 20,000,000 elements"));
    else if (p->skipped)
        p->skipped++;
    else if (!is_ours(p, str(uri)) && p->depth == 1)
        refuse(p, N_("the XML is not that of a workbook"));
    else if (!is_ours(p, str(uri)))
        p->skipped = 1;
    else
        p->handler->start(p->payload, str(name), &(oca_part_attributes){attributes, n});
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    part *p = context;
    if (has_ended(p))
        return;
    p->open_namespaces -= p->declared[p->depth--];
    if (p->skipped)
        p->skipped--;
    else
        p->handler->end(p->payload, str(name));
}

static void on_characters(void *context, const xmlChar *characters, int length) {
    part *p = context;
    if (p->handler->text && !p->skipped && !has_ended(p))
        p->handler->text(p->payload, str(characters), (size_t)length);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)name, (void)public_id, (void)system_id;
    refuse(context, N_("there is a DOCTYPE"));
}

/* The first error says what is wrong; what libxml2 says after it are consequences. */
static void on_error(void *context, xmlErrorPtr error) {
    part *p = context;
    if (p->ended || error->level < XML_ERR_FATAL)
        return;
    if (error->code == XML_ERR_NO_MEMORY)
        oca_zip_exhausted(p->zip);
    else /* a fault of the zip file, which ended the reading, was told before */
        oca_zip_fault(p->zip, "the workbook is damaged: its member %s is not well-formed XML",
                      oca_excerpt_of(p->member, strlen(p->member)).at);
    p->ended = true;
}

static void parse(part *p) {
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = on_doctype,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .characters = on_characters,
                             .ignorableWhitespace = on_characters,
                             .cdataBlock = on_characters,
                             .serror = on_error};
    /* Always UTF-8, as every program writes it: another declaration is passed over, and then is not well-formed. */
    xmlCtxtUseOptions(p->parser, XML_PARSE_IGNORE_ENC);
    oca_sax_parse(p->parser, &handler, p, on_error);
    if (!p->parser->wellFormed && !p->ended)
        refuse(p, N_("the XML is not well-formed"));
}

bool oca_part_read(oca_zip *zip, const char *name, const oca_part_handler *handler, void *payload) {
    if (!oca_zip_start(zip, name))
        return false;
    part p = {.zip = zip, .member = name, .handler = handler, .payload = payload};
    p.parser = xmlCreateIOParserCtxt(NULL, NULL, on_read, NULL, &p, XML_CHAR_ENCODING_UTF8);
    if (p.parser)
        parse(&p);
    else
        oca_zip_exhausted(zip);
    oca_sax_free(p.parser);
    oca_zip_stop(zip);
    return !oca_zip_is_broken(zip);
}

/* The attribute `i` as libxml2 gives it: name, prefix, namespace, the value's first byte and its end. */
static bool take(const oca_part_attributes *attributes, int i, char *value, size_t room) {
    const xmlChar *const *at = attributes->at + 5 * i;
    size_t n = (size_t)(at[4] - at[3]);
    if (n >= room)
        return false;
    memcpy(value, at[3], n);
    value[n] = '\0';
    return true;
}

bool oca_part_attribute(const oca_part_attributes *attributes, const char *name, char *value, size_t room) {
    value[0] = '\0';
    for (int i = 0; i < attributes->n; i++)
        if (!attributes->at[5 * i + 1] && strcmp(str(attributes->at[5 * i]), name) == 0)
            return take(attributes, i, value, room);
    return false;
}

bool oca_part_relationship(const oca_part_attributes *attributes, char *value, size_t room) {
    static const char ending[] = "/relationships"; /* of both namespaces, Strict and transitional */
    value[0] = '\0';
    for (int i = 0; i < attributes->n; i++) {
        const char *uri = str(attributes->at[5 * i + 2]);
        size_t n = uri ? strlen(uri) : 0;
        if (n >= sizeof ending && strcmp(uri + n - (sizeof ending - 1), ending) == 0 &&
            strcmp(str(attributes->at[5 * i]), "id") == 0)
            return take(attributes, i, value, room);
    }
    return false;
}

bool oca_part_says_yes(const oca_part_attributes *attributes, const char *name) {
    char value[8];
    return oca_part_attribute(attributes, name, value, sizeof value) &&
           (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}
