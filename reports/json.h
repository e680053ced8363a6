/* JSON for other programs, over jansson. A failure (memory, a number that is NaN or infinite, text that is
 * not UTF-8) is remembered by whoever builds
 * the document, so that building reads as a straight line and every return of jansson is still checked. */
#ifndef OCA_REPORTS_JSON_H
#define OCA_REPORTS_JSON_H

#include "../engine/base/date.h"
#include "../engine/base/fault.h"
#include "../engine/base/number.h"
#include "../engine/base/text.h"

#include <jansson.h>

/* Zero-initialize. */
typedef struct {
    bool failed; /* something could not be made: the document is not to be used */
} oca_json;

/* Values, owned by the caller until they are set or appended; NULL where jansson failed: those of numbers for NaN and
 * infinity, too.
 */
json_t *oca_json_number(double value); /* an integer where it is whole */
json_t *oca_json_maybe(oca_number value);
json_t *oca_json_text(const char *text); /* NULL is null */
json_t *oca_json_day(oca_arena *mem, oca_date date);
json_t *oca_json_strings(oca_json *json, const oca_strings *strings);

/* Set or append, taking `value` over whatever happens. A NULL one is a failure. */
void oca_json_set(oca_json *json, json_t *object, const char *key, json_t *value);
void oca_json_append(oca_json *json, json_t *array, json_t *value);

/* Writes the document, indented, numbers with 17 digits, ended by a line feed, into `mem` and frees `root`.
 * OCA_SYSTEM, with *out and *n untouched, if anything failed on the way. */
oca_status oca_json_write(const char **out, size_t *n, oca_arena *mem, const oca_json *json, json_t *root)
    __attribute__((warn_unused_result));

#endif
