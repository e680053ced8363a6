/* XML of any shape, written element by element: results, as stylesheets read them (documents have their own writer,
 * xml.h). A thin layer over libxml2's writer, which escapes and nests. The first failure is kept and told at the end,
 * so nothing is checked in between. Same calls, same bytes. */
#ifndef OCA_WRITING_STREAM_H
#define OCA_WRITING_STREAM_H

#include "../base/date.h"
#include "../base/fault.h"
#include "../base/number.h"

typedef struct oca_stream oca_stream;

/* Begins a document in UTF-8, two spaces a level, with this root element in this namespace. Lives in `mem`; never NULL.
 */
oca_stream *oca_stream_open(oca_arena *mem, const char *root, const char *namespace_uri);

/* Begins an element; its attributes come next, then what is in it, then its end. */
void oca_stream_begin(oca_stream *stream, const char *name);
void oca_stream_end(oca_stream *stream);

/* Attributes. NULL, a number or day that is not given: left out. Characters that XML cannot hold become U+FFFD. */
void oca_stream_attribute(oca_stream *stream, const char *name, const char *text);
void oca_stream_count(oca_stream *stream, const char *name, size_t n);
void oca_stream_number(oca_stream *stream, const char *name, oca_number value);
void oca_stream_day(oca_stream *stream, const char *name, oca_date day);

/* A number for programs and for people: NAME="57.43333333333333" NAME-shown="57.4", rounded in the one place where
 * numbers are. Undefined: NAME-shown="–" and, unless `why` is NULL or empty, NAME-why="…". */
void oca_stream_figure(oca_stream *stream, const char *name, oca_number value, int decimals, const char *why);

/* Text inside the element; and a whole element that holds nothing but a text, left out if that is NULL or empty. */
void oca_stream_text(oca_stream *stream, const char *text);
void oca_stream_element(oca_stream *stream, const char *name, const char *text);

/* On: from here nothing is laid out, since text and elements stand side by side and white space would become part of
 * the text. Off again after the end of the element. */
void oca_stream_flow(oca_stream *stream, bool on);

/* Ends whatever is open: `*n` bytes at `*out`, which live in the arena and end with a NUL that is not counted.
 * OCA_SYSTEM, with *out untouched, if memory failed at any time. To be called once. */
oca_status oca_stream_close(const char **out, size_t *n, oca_stream *stream) __attribute__((warn_unused_result));

#endif
