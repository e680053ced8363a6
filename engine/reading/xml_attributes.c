/* Attributes of an element into its struct, driven by its shape's table of fields. */
#include "../base/words.h"
#include "xml_parts.h"

#include "../document/fields.h"
#include "../document/rubric.h"

#include <string.h>

typedef oca_xml_level level;
typedef oca_xml_reader reader;

enum { LONGEST_KNOWN = 8 }; /* codes of participants; longer ids mostly stand once */

#define XSI "http://www.w3.org/2001/XMLSchema-instance"

const char *oca_xml_names(reader *r, const char *first, const char *(*name_at)(const oca_shape *, size_t),
                          const oca_shape *shape) {
    r->words.n = 0;
    oca_buffer_print(&r->words, "%s", first);
    for (size_t i = 0; name_at(shape, i); i++)
        oca_buffer_print(&r->words, "%s%s",
                         i == 0                  ? ""
                         : name_at(shape, i + 1) ? ", "
                                                 : oca_message(" or "),
                         name_at(shape, i));
    return r->words.at;
}

static const char *field_name(const oca_shape *shape, size_t i) {
    return shape->fields ? shape->fields[i].name : NULL;
}

const oca_field *oca_xml_find_field(const oca_shape *shape, const char *prefix, const char *name) {
    for (const oca_field *field = shape->fields; field && field->name; field++) {
        const char *own = field->name;
        if (prefix && strncmp(own, "xml:", 4) == 0) /* the only prefix in the tables */
            own += 4;
        else if (prefix)
            continue;
        if (oca_xml_same(own, name))
            return field;
    }
    return NULL;
}

static void unknown_attribute(reader *r, const level *l, const char *prefix, const char *name) {
    const char *allowed =
        field_name(l->shape, 0) ? oca_xml_names(r, oca_message("; it may have "), field_name, l->shape) : "";
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

/* What became of a value. */
typedef enum { ABSENT, GOOD, WRONG } outcome;

/* Any value, by the rules of its field; a wrong one is told. */
static outcome read_any(reader *r, level *l, const oca_field *field, const char *s, size_t n) {
    bool given;
    if (oca_field_read(l->at, field, s, n, &given, r->mem, &r->words))
        return given ? GOOD : ABSENT;
    oca_report(r->faults, OCA_FAULT, r->file, l->line, "%s", r->words.at);
    return WRONG;
}

/* The 1 to 8 bytes of an id as a number: another one for each id of that length. */
static inline uint64_t key_of(const char *s, size_t n) {
    uint32_t head, tail; /* they overlap */
    if (n < sizeof head)
        return (uint64_t)(unsigned char)s[0] << 16 | (uint64_t)(unsigned char)s[n / 2] << 8 | (unsigned char)s[n - 1];
    memcpy(&head, s, sizeof head);
    memcpy(&tail, s + n - sizeof tail, sizeof tail);
    return (uint64_t)head << 32 | tail;
}

static outcome read_id(reader *r, level *l, const oca_field *field, const char *s, size_t n) {
    unsigned char *at = (unsigned char *)l->at + field->at;
    if (n == 0 || n > LONGEST_KNOWN)
        return read_any(r, l, field, s, n);
    uint64_t key = key_of(s, n);
    oca_xml_known_id *known = &r->ids[(key ^ key >> 32) * 0x9E3779B1 / 65536 % OCA_XML_KNOWN_IDS];
    if (known->key == key && known->n == n) {
        memcpy(at, &known->text, sizeof known->text);
        return GOOD;
    }
    outcome read = read_any(r, l, field, s, n);
    if (read == GOOD) {
        *known = (oca_xml_known_id){.key = key, .n = n};
        memcpy(&known->text, at, sizeof known->text);
    }
    return read;
}

/* Reads one attribute's value. Most are ids met before or one digit. */
static inline outcome read_value(reader *r, level *l, const oca_field *field, const char *s, size_t n) {
    if (field->kind == OCA_FIELD_ID)
        return read_id(r, l, field, s, n);
    return n == 1 && oca_field_read_digit(l->at, field, *s) ? GOOD : read_any(r, l, field, s, n);
}

/* An attribute that the tables do not have. */
static void OCA_XML_RARELY pass_over(reader *r, const level *l, const xmlChar **attribute) {
    const char *name = oca_xml_str(attribute[0]), *prefix = oca_xml_str(attribute[1]), *uri = oca_xml_str(attribute[2]);
    bool xml = prefix && oca_xml_same(prefix, "xml");
    if (xml && strcmp(name, "lang") == 0)
        check_lang(r, l, oca_xml_str(attribute[3]), (size_t)(attribute[4] - attribute[3]));
    else if (!xml && !(uri && strcmp(uri, XSI) == 0))
        unknown_attribute(r, l, prefix, name);
}

/* The field of an attribute that is not the one expected; NULL if there is none. */
static const oca_field *other_field(const level *l, const xmlChar **attribute) {
    const char *prefix = oca_xml_str(attribute[1]);
    if (prefix && !oca_xml_same(prefix, "xml"))
        return NULL;
    return oca_xml_find_field(l->shape, prefix, oca_xml_str(attribute[0]));
}

static void OCA_XML_RARELY miss(reader *r, level *l, uint64_t given, uint64_t missed) {
    for (const oca_field *field = l->shape->fields; missed; field++, given >>= 1, missed >>= 1) {
        if (!(missed & 1))
            continue;
        if (!(given & 1)) /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): as many fields as bits */
            oca_report(r->faults, OCA_FAULT, r->file, l->line, "<%s> needs the attribute \"%s\"", l->name, field->name);
        fill_in(l->at, field);
    }
}

/* Which fields of the shape are required. */
static inline uint64_t required_of(reader *r, const oca_shape *shape) {
    if (shape != r->seen) {
        r->seen = shape;
        r->required = 0;
        uint64_t bit = 1;
        for (const oca_field *field = shape->fields; field && field->name; field++, bit <<= 1)
            r->required |= field->required ? bit : 0;
    }
    return r->required;
}

/* Reads the attributes into the element's struct, and says which are missing. libxml2 gives five pointers for each:
 * name, prefix, namespace, and the value's first byte and end. */
void oca_xml_read_attributes(reader *r, level *l, const xmlChar **attributes, int n) {
    const oca_field *fields = l->shape->fields, *next = fields; /* attributes mostly stand in the order of the table */
    uint64_t given = 0, good = 0;
    for (int i = 0; i < n; i++, attributes += 5) {
        bool expected = next && !attributes[1] && next->name && oca_xml_is_named(r, next->name, attributes[0]);
        const oca_field *field = expected ? next : other_field(l, attributes);
        if (!field) {
            pass_over(r, l, attributes);
            continue;
        }
        next = field + 1;
        uint64_t bit = (uint64_t)1 << (field - fields);
        outcome read = read_value(r, l, field, oca_xml_str(attributes[3]), (size_t)(attributes[4] - attributes[3]));
        given |= read != ABSENT ? bit : 0;
        good |= read == GOOD ? bit : 0;
    }
    uint64_t missed = required_of(r, l->shape) & ~good;
    if (missed)
        miss(r, l, given, missed);
}
