/* One attribute's text into its field and back: the rules for numbers, ids, dates and words, and what is said when
 * one is broken. Knows neither XML nor files, so that whoever reads a value from elsewhere can use it too. */
#ifndef OCA_DOCUMENT_FIELDS_H
#define OCA_DOCUMENT_FIELDS_H

#include "shape.h"

/* The attribute of that name, or NULL if the shape has none. */
const oca_field *oca_field_find(const oca_shape *shape, const char *name);

/* The field's value as an attribute holds it; NULL if it is absent. */
const char *oca_field_text(oca_arena *mem, const void *element, const oca_field *field);

/* Reads the `n` bytes at `s` into the field that `field` describes of the struct `element`. Empty is absent: the
 * field stays as it is, *given becomes false. Strings are copied to `mem`. If the text breaks the field's rule, false;
 * `wrong`, emptied at each call, then holds one line that begins with the field's name. */
bool oca_field_read(void *element, const oca_field *field, const char *s, size_t n, bool *given, oca_arena *mem,
                    oca_buffer *wrong) __attribute__((warn_unused_result));

/* The same for one character: true if it is a digit that the field allows, and then it is read; false says nothing.
 * Nearly every number of an assessment is one. */
static inline bool oca_field_read_digit(void *element, const oca_field *field, char c) {
    oca_number number = oca_given(c - '0');
    if ((field->kind != OCA_FIELD_NUMBER && field->kind != OCA_FIELD_WHOLE) || c < '0' || c > '9' ||
        number.value < field->min || number.value > field->max)
        return false;
    memcpy((unsigned char *)element + field->at, &number, sizeof number);
    return true;
}

/* A piece of a document as a message shows it. */
typedef struct {
    char at[80];
} oca_excerpt;

/* The text on one line, cut with "…" where it is long: no file may fill a terminal through a message. */
oca_excerpt oca_excerpt_of(const char *s, size_t n);

#endif
