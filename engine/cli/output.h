/* Where a verb's result goes, and in which format: by -o's ending, or by --format. */
#ifndef OCA_CLI_OUTPUT_H
#define OCA_CLI_OUTPUT_H

#include "../base/screen.h"
#include "../document/shape.h"
#include "../reading/shelf.h"
#include "../system/file.h"
#include "../writing/record.h"
#include "options.h"

typedef enum {
    OCA_AS_TEXT = 1,
    OCA_AS_JSON = 2,
    OCA_AS_XML = 4,
    OCA_AS_XLSX = 8,
    OCA_AS_HTML = 16,
    OCA_AS_CSV = 32,
    OCA_AS_ICS = 512,
    OCA_AS_JSONL = 64,
} oca_output_format;

typedef struct {
    oca_output_format format;
    const char *path;      /* NULL: standard output */
    oca_file_state before; /* what stood there before anything was read */
    oca_screen screen;     /* that a readable text is for: a terminal's if it goes to one */
} oca_output;

/* What -o and --format ask for, where `allowed` are the formats that the verb has, added up. Without both: text.
 * OCA_USAGE after a complaint. */
oca_status oca_output_choose(oca_output *out, oca_arena *mem, const char *verb, const oca_arguments *arguments,
                             unsigned allowed) __attribute__((warn_unused_result));

/* OCA_USAGE, after a complaint, if the output would be written over `input` (NULL: nothing). */
oca_status oca_output_spares(const oca_output *output, const char *verb, const char *input)
    __attribute__((warn_unused_result));

/* The same for every file that the command line names, used or not. */
oca_status oca_output_spares_given(const oca_output *output, const char *verb, const oca_arguments *arguments)
    __attribute__((warn_unused_result));

/* The same for every rubric, tailoring and library that was looked up. */
oca_status oca_output_spares_found(const oca_output *output, const char *verb, const oca_shelf *shelf)
    __attribute__((warn_unused_result));

/* Writes the result, unless another program wrote there since the run began. Where it went to a file, one line on
 * standard output says so. */
oca_status oca_output_write(const oca_output *output, const char *bytes, size_t n, oca_faults *faults)
    __attribute__((warn_unused_result));

/* The same for what is built as a file. */
oca_status oca_output_build(const oca_output *output, oca_file_builder *build, void *payload, oca_file_checker *check,
                            oca_faults *faults) __attribute__((warn_unused_result));

/* Makes a file at `path`; faults name what the user knows. */
typedef oca_status oca_file_maker(const char *path, oca_arena *mem, const void *payload, oca_faults *faults);

/* The same for what is made with a library that does not survive running out of memory (libxlsxwriter, libxslt,
 * libical): in a child process, whose death is a failure of the system. Its faults name `shown`. */
oca_status oca_output_made(const oca_output *output, const char *shown, oca_arena *mem, oca_file_maker *make,
                           const void *payload, oca_file_checker *check, oca_faults *faults)
    __attribute__((warn_unused_result));

/* The same for a workbook, which is reopened and looked through before it takes its place. */
oca_status oca_output_workbook(const oca_output *output, oca_arena *mem, oca_file_maker *make, const void *payload,
                               oca_faults *faults) __attribute__((warn_unused_result));

/* The same for a workbook that comes back: it is read again, too, and refused where reading would refuse it. */
oca_status oca_output_filled(const oca_output *output, oca_arena *mem, oca_file_maker *make, const void *payload,
                             oca_faults *faults) __attribute__((warn_unused_result));

/* A document as XML: for a file, or for the record that a workbook bears (`name`: what it is there). */
oca_record_document oca_output_document(oca_arena *mem, const char *name, const oca_format *format, void *root);

/* Writes the document's XML, unless it is larger than what reading takes. */
oca_status oca_output_xml(const oca_output *output, const oca_record_document *document, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
