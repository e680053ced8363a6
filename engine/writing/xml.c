/* The table-driven writer of documents. */
#include "xml.h"

#include "../document/fields.h"
#include "stream.h"

#include <stdlib.h>
#include <string.h>

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
static int add_entry(oca_arena *mem, entries *all, const oca_child *child, const void *at, int after) {
    int place = place_of(at) ? place_of(at) : after;
    size_t sequence = all->n;
    entry *added = OCA_ADD(mem, all);
    *added = (entry){child, at, place, sequence};
    return place;
}

/* All children of the element, in the order in which they are written. */
static entries children_of(oca_arena *mem, const oca_shape *shape, const void *element) {
    entries all = {0};
    int highest = 0;
    for (const oca_child *child = shape->children; child && child->name; child++) {
        const void *member = (const unsigned char *)element + child->at;
        int place = highest;
        if (child->multiplicity == OCA_ONE) {
            const void *at;
            memcpy(&at, member, sizeof at);
            if (at)
                place = add_entry(mem, &all, child, at, place);
            highest = place > highest ? place : highest;
            continue;
        }
        any_list list;
        memcpy(&list, member, sizeof list);
        for (size_t i = 0; i < list.n; i++) {
            place = add_entry(mem, &all, child, (const unsigned char *)list.at + i * child->shape->size, place);
            highest = place > highest ? place : highest;
        }
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_place);
    return all;
}

/* A document on its way out. */
typedef struct {
    oca_arena *mem;
    oca_stream *stream;
} writer;

static void write_fields(const writer *w, const oca_shape *shape, const void *element) {
    for (const oca_field *field = shape->fields; field && field->name; field++)
        oca_stream_attribute(w->stream, field->name, oca_field_text(w->mem, element, field));
}

/* The element's text; NULL if it has none. */
static const char *text_of(const oca_shape *shape, const void *element) {
    const char *text;
    if (shape->content == OCA_CONTENT_NONE)
        return NULL;
    memcpy(&text, (const unsigned char *)element + shape->text_at, sizeof text);
    return text && *text ? text : NULL;
}

static void write_element(const writer *w, const char *name, const oca_shape *shape, const void *element);

/* True if text and elements stand side by side. */
static bool write_content(const writer *w, const oca_shape *shape, const void *element) {
    write_fields(w, shape, element);
    entries children = children_of(w->mem, shape, element);
    const char *text = text_of(shape, element);
    oca_stream_text(w->stream, text);
    if (text && children.n)
        oca_stream_flow(w->stream, true);
    for (size_t i = 0; i < children.n; i++)
        write_element(w, children.at[i].child->name, children.at[i].child->shape, children.at[i].at);
    return text && children.n;
}

static void write_element(const writer *w, const char *name, const oca_shape *shape, const void *element) {
    oca_stream_begin(w->stream, name);
    bool mixed = write_content(w, shape, element);
    oca_stream_end(w->stream);
    if (mixed)
        oca_stream_flow(w->stream, false);
}

oca_status oca_xml_write(const char **out, size_t *n, oca_arena *mem, const oca_document *document) {
    const oca_format *format = document->format;
    writer w = {mem, oca_stream_open(mem, format->root, format->namespace_uri)};
    write_content(&w, format->shape, document->root);
    return oca_stream_close(out, n, w.stream);
}
