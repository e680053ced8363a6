/* What the parts of the XML reader share; for engine/reading/xml*.c only. */
#ifndef OCA_READING_XML_PARTS_H
#define OCA_READING_XML_PARTS_H

#include "xml.h"

#include <libxml/parser.h>

/* Of functions that do not belong among the code that runs for every element, attribute and text. */
#define OCA_XML_RARELY __attribute__((noinline, cold))

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
} oca_xml_level;

/* How many ids and names met last are remembered; powers of two. */
enum { OCA_XML_KNOWN_IDS = 128, OCA_XML_KNOWN_NAMES = 128 };

/* A document says few different ids many times: participants, items. */
typedef struct {
    const char *text;
    uint64_t key; /* its bytes */
    size_t n;     /* of them; 0: none is known here */
} oca_xml_known_id;

/* A name of our tables, and libxml2's one copy of the same name in the document that is read. */
typedef struct {
    const char *ours;
    const xmlChar *theirs;
} oca_xml_known_name;

typedef struct {
    xmlParserCtxtPtr parser;
    const oca_format *const *accepted;
    const oca_format *format;
    const char *file;
    oca_arena *mem;
    oca_faults *faults;
    oca_buffer text;  /* of all open elements, one behind the other */
    oca_buffer words; /* a message, a list of what is allowed; reused */
    const char *uri;  /* of the root; libxml2 keeps one copy of each name, so that pointers mostly tell */
    const char *lang; /* of the root */
    int seen_line;    /* where the parser stood at the last event */
    int depth;        /* open elements, those passed over included */
    int skipped;      /* of these, how many are passed over */
    bool broken;      /* not well-formed, or stopped by us: the rest was not read */
    oca_xml_known_id ids[OCA_XML_KNOWN_IDS];
    oca_xml_known_name names[OCA_XML_KNOWN_NAMES];
    const oca_shape *seen;     /* the shape met last, mostly that of the next element … */
    uint64_t required;         /* … and bit i: its field i is required */
    const oca_child *foreseen; /* the kind of child that there were several of last … */
    size_t foreseen_n;         /* … and how many: the next parent of such will hold about as many */
    oca_xml_level *top;        /* of the elements that are open and not passed over; levels[0] without one */
    oca_xml_level levels[OCA_XML_MOST_LEVELS + 1]; /* by depth, from 1 */
} oca_xml_reader;

static inline const char *oca_xml_str(const xmlChar *s) {
    return (const char *)s;
}

/* strcmp for names, which are short and mostly differ at once: a call would cost more than the work. */
static inline bool oca_xml_same(const char *a, const char *b) {
    while (*a == *b && *a)
        a++, b++;
    return *a == *b;
}

/* True if the table's name `ours` is the document's name `theirs`. Names found to be the same are known from then on by
 * their addresses, so that few are ever compared byte by byte. */
static inline bool oca_xml_is_named(oca_xml_reader *r, const char *ours, const xmlChar *theirs) {
    size_t place = ((uintptr_t)ours + 5 * (uintptr_t)theirs) % OCA_XML_KNOWN_NAMES;
    oca_xml_known_name *known = &r->names[place];
    if (known->ours == ours && known->theirs == theirs)
        return true;
    if (!oca_xml_same(ours, oca_xml_str(theirs)))
        return false;
    *known = (oca_xml_known_name){ours, theirs};
    return true;
}

/* Reads the `n` attributes that libxml2 gives into the struct of the element that is open, and says which are wrong,
 * unknown or missing. */
void oca_xml_read_attributes(oca_xml_reader *r, oca_xml_level *l, const xmlChar **attributes, int n);

/* The field for the attribute; NULL if there is none. */
const oca_field *oca_xml_find_field(const oca_shape *shape, const char *prefix, const char *name);

/* `first` and the names of a shape's fields or children, for a message: "id, scale or weight". */
const char *oca_xml_names(oca_xml_reader *r, const char *first, const char *(*name_at)(const oca_shape *, size_t),
                          const oca_shape *shape);

#endif
