/* The shape of a document: which elements and attributes it has, and in which field of which struct each lives.
 *
 * One table a document serves the reader, the writer and their messages, so whatever can be read can be written
 * back. The tables are data; parsing is in engine/reading, writing in engine/writing. */
#ifndef OCA_DOCUMENT_SHAPE_H
#define OCA_DOCUMENT_SHAPE_H

#include "../base/date.h"
#include "../base/fault.h"
#include "../base/number.h"
#include "../base/text.h"

/* The first member of the struct of every element. */
typedef struct {
    int line;         /* of its start tag; 0 if the program made it */
    int place;        /* its number among its siblings, from 1, so that order survives; 0 if the program made it */
    const char *cell; /* where it was typed in a workbook, "Plan!C5"; NULL: in none */
} oca_element;

/* Where a fault of the element stands. */
static inline oca_where oca_element_where(const oca_element *element) {
    return (oca_where){element->line, element->cell};
}

/* A text with its language; NULL lang is that of the document's root. */
typedef struct {
    oca_element element;
    const char *lang, *text;
} oca_text;

typedef OCA_LIST(oca_text) oca_words;

/* The text in `lang`, else in the language of that name without its region, else in the document's (`root`), else
 * the first; "" if there is none. `lang` may be NULL. */
const char *oca_words_in(const oca_words *words, const char *lang, const char *root);

/* True if a text in `lang` is one in the document's own language, `root`, and no translation. A document without a
 * language takes all its texts for its own. */
bool oca_is_own_language(const char *lang, const char *root);

/* True of "pt-BR" and "pt": who reads the former is served by the latter where nothing else is there. */
bool oca_is_region_of(const char *lang, const char *language);

/* What an attribute holds, and the type of its field. An absent attribute and an empty one are the same. */
typedef enum {
    OCA_FIELD_TEXT,   /* const char *, NULL if absent */
    OCA_FIELD_ID,     /* const char *: [a-z][a-z0-9_]*, at most 60 characters (66 where the program may prefix it) */
    OCA_FIELD_KEY,    /* const char *: the same with '-', for rubrics and organizations */
    OCA_FIELD_IDS,    /* oca_strings of ids */
    OCA_FIELD_TOKENS, /* oca_strings of any words */
    OCA_FIELD_NUMBER, /* oca_number, between min and max */
    OCA_FIELD_WHOLE,  /* oca_number without decimals, between min and max */
    OCA_FIELD_DATE,   /* oca_date */
    OCA_FIELD_TIME,   /* const char *: HH:MM */
    OCA_FIELD_CHOICE, /* an enum: 0 if absent, else the place in `choices`, from 1 */
} oca_field_kind;

typedef struct {
    const char *name;
    oca_field_kind kind;
    bool required;
    size_t at; /* offset of the field in the element's struct */
    double min, max;
    const char *const *choices; /* ended by NULL; of tokens too, where only these words are allowed */
} oca_field;

typedef enum {
    OCA_CONTENT_NONE,  /* elements only */
    OCA_CONTENT_PROSE, /* text, white space folded */
    OCA_CONTENT_TYPED, /* text as somebody typed it: only its ends are trimmed */
} oca_content;

typedef enum {
    OCA_ONE,          /* at most one: a pointer in the parent, NULL if absent */
    OCA_MANY,         /* a list in the parent */
    OCA_PER_LANGUAGE, /* a list in the parent, one for each language */
} oca_multiplicity;

typedef struct oca_shape oca_shape;

typedef struct {
    const char *name;
    const oca_shape *shape;
    oca_multiplicity multiplicity;
    bool required;
    size_t at; /* offset in the parent's struct */
} oca_child;

struct oca_shape {
    size_t size; /* of the struct */
    oca_content content;
    size_t text_at;            /* offset of the text, a const char * */
    const oca_field *fields;   /* ended by a NULL name */
    const oca_child *children; /* ended by a NULL name */
};

/* A kind of document. */
typedef struct {
    const char *root;   /* name of the root element */
    const char *called; /* in messages: "a rubric" */
    const char *namespace_uri;
    const oca_shape *shape;
} oca_format;

/* A document of any kind: `root` is the struct of `format->shape`, an oca_rubric where the format is
 * oca_rubric_format. */
typedef struct {
    const oca_format *format;
    void *root;
} oca_document;

typedef enum { OCA_YES_NO_ABSENT, OCA_YES, OCA_NO } oca_yes_no;

/* The words of `oca_yes_no`, from OCA_YES on; ended by NULL. */
extern const char *const oca_yes_no_words[];

/* Shapes of elements that hold a text: written by the rubric's author, or typed by people. */
extern const oca_shape oca_prose_shape, oca_typed_shape;

/* For use in the tables: the field or child `name` lives in `member` of `type`. */
#define OCA_AT(type, member) .at = offsetof(type, member)

#endif
