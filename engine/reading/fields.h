/* One attribute's text into its field: the rules for numbers, ids, dates and words, and what is said when one is
 * broken. Knows neither XML nor files, so that whoever reads a value from elsewhere can use it too. */
#ifndef OCA_READING_FIELDS_H
#define OCA_READING_FIELDS_H

#include "../document/shape.h"

/* Reads the `n` bytes at `s` into the field that `field` describes of the struct `element`. Empty is absent: the
 * field stays as it is, *given becomes false. Strings are copied to `mem`. If the text breaks the field's rule, false;
 * `wrong`, emptied at each call, then holds one line that begins with the field's name. */
bool oca_field_read(void *element, const oca_field *field, const char *s, size_t n, bool *given, oca_arena *mem,
                    oca_buffer *wrong) __attribute__((warn_unused_result));

/* A piece of a document as a message shows it. */
typedef struct {
    char at[80];
} oca_excerpt;

/* The text on one line, cut with "…" where it is long: no file may fill a terminal through a message. */
oca_excerpt oca_excerpt_of(const char *s, size_t n);

#endif
