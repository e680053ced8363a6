/* The table-driven writer over xmlTextWriter. */
#include "xml.h"

#include "../document/fields.h"

#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    xmlTextWriterPtr xml;
    oca_arena *mem;
    bool failed; /* memory; everything after is void */
} writer;

/* A child element on its way out. */
typedef struct {
    const oca_child *child;
    const void *at;
    int place;
    size_t sequence; /* its number in the order of the table */
} entry;

typedef OCA_LIST(entry) entries;

/* The lists of different structs share this layout (oca_list_add). */
typedef OCA_LIST(void) any_list;

static const xmlChar *xml(const char *s) {
    return (const xmlChar *)s;
}

static void check(writer *w, int result) {
    w->failed |= result < 0;
}

/* The length of the character at `s` if it is UTF-8 and XML can hold it, else 0. */
static size_t character(const unsigned char *s) {
    if (s[0] < 0x80)
        return s[0] >= ' ' || oca_is_space((char)s[0]);
    size_t n = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    unsigned long code = s[0] & (0xFFU >> (n + 1));
    static const unsigned long least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (s[0] < 0xC2 || s[0] > 0xF4)
        return 0;
    for (size_t i = 1; i < n; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        code = code << 6 | (s[i] & 0x3F);
    }
    bool surrogate = code >= 0xD800 && code <= 0xDFFF, none = code == 0xFFFE || code == 0xFFFF || code > 0x10FFFF;
    return code < least[n] || surrogate || none ? 0 : n;
}

/* `s`, with U+FFFD for what XML cannot hold: a workbook's cell may hold it. */
static const char *writable(oca_arena *mem, const char *s) {
    size_t i = 0, n;
    while (s[i] && (n = character((const unsigned char *)s + i)) > 0)
        i += n;
    if (!s[i])
        return s;
    oca_buffer text = {.mem = mem};
    for (i = 0; s[i]; i += n ? n : 1) {
        n = character((const unsigned char *)s + i);
        oca_buffer_add(&text, n ? s + i : "\xEF\xBF\xBD", n ? n : 3);
    }
    return text.at;
}

static int place_of(const void *element) {
    oca_element common;
    memcpy(&common, element, sizeof common);
    return common.place;
}

static int by_place(const void *left, const void *right) {
    const entry *a = left, *b = right;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

/* Adds a child; `after` is the place it takes where it has none of its own. */
static int add_entry(writer *w, entries *all, const oca_child *child, const void *at, int after) {
    int place = place_of(at) ? place_of(at) : after;
    size_t sequence = all->n;
    entry *added = OCA_ADD(w->mem, all);
    *added = (entry){child, at, place, sequence};
    return place;
}

/* All children of the element, in the order in which they are written. */
static entries children_of(writer *w, const oca_shape *shape, const void *element) {
    entries all = {0};
    int highest = 0;
    for (const oca_child *child = shape->children; child && child->name; child++) {
        const void *member = (const unsigned char *)element + child->at;
        int place = highest;
        if (child->multiplicity == OCA_ONE) {
            const void *at;
            memcpy(&at, member, sizeof at);
            if (at)
                place = add_entry(w, &all, child, at, place);
            highest = place > highest ? place : highest;
            continue;
        }
        any_list list;
        memcpy(&list, member, sizeof list);
        for (size_t i = 0; i < list.n; i++) {
            place = add_entry(w, &all, child, (const unsigned char *)list.at + i * child->shape->size, place);
            highest = place > highest ? place : highest;
        }
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_place);
    return all;
}

static void write_fields(writer *w, const oca_shape *shape, const void *element) {
    for (const oca_field *field = shape->fields; field && field->name; field++) {
        const char *value = oca_field_text(w->mem, element, field);
        if (value)
            check(w, xmlTextWriterWriteAttribute(w->xml, xml(field->name), xml(writable(w->mem, value))));
    }
}

/* True if the element has a text, which is written. */
static bool write_text(writer *w, const oca_shape *shape, const void *element) {
    const char *text;
    if (shape->content == OCA_CONTENT_NONE)
        return false;
    memcpy(&text, (const unsigned char *)element + shape->text_at, sizeof text);
    if (!text || !*text)
        return false;
    check(w, xmlTextWriterWriteString(w->xml, xml(writable(w->mem, text))));
    return true;
}

static void write_element(writer *w, const char *name, const char *namespace_uri, const oca_shape *shape,
                          const void *element) {
    check(w, xmlTextWriterStartElement(w->xml, xml(name)));
    if (namespace_uri)
        check(w, xmlTextWriterWriteAttribute(w->xml, xml("xmlns"), xml(namespace_uri)));
    write_fields(w, shape, element);
    entries children = children_of(w, shape, element);
    bool mixed = write_text(w, shape, element) && children.n; /* indenting would put white space into the text */
    if (mixed)
        check(w, xmlTextWriterSetIndent(w->xml, 0));
    for (size_t i = 0; i < children.n && !w->failed; i++)
        write_element(w, children.at[i].child->name, NULL, children.at[i].child->shape, children.at[i].at);
    check(w, xmlTextWriterEndElement(w->xml));
    if (mixed) {
        check(w, xmlTextWriterWriteRaw(w->xml, xml("\n"))); /* which the end tag has left out */
        check(w, xmlTextWriterSetIndent(w->xml, 1));
    }
}

oca_status oca_xml_write(const char **out, size_t *n, oca_arena *mem, const oca_document *document) {
    xmlBufferPtr buffer = xmlBufferCreate();
    writer w = {.mem = mem, .xml = buffer ? xmlNewTextWriterMemory(buffer, 0) : NULL};
    w.failed = !w.xml;
    if (!w.failed) {
        const oca_format *format = document->format;
        check(&w, xmlTextWriterSetIndent(w.xml, 1));
        check(&w, xmlTextWriterSetIndentString(w.xml, xml("  ")));
        check(&w, xmlTextWriterStartDocument(w.xml, NULL, "UTF-8", NULL));
        write_element(&w, format->root, format->namespace_uri, format->shape, document->root);
        check(&w, xmlTextWriterEndDocument(w.xml));
        check(&w, xmlTextWriterFlush(w.xml));
    }
    xmlFreeTextWriter(w.xml);
    if (!w.failed) {
        *n = (size_t)xmlBufferLength(buffer);
        *out = oca_copy(mem, (const char *)xmlBufferContent(buffer), *n);
    }
    xmlBufferFree(buffer);
    return w.failed ? OCA_SYSTEM : OCA_OK;
}
