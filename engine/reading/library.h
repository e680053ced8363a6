/* Documents from files. Each struct's `file` is set to a copy of the path, the `digest` of a rubric or tailoring
 * too.
 *
 * All functions add every fault of the file. *out is set if the file could be read to its end, even if it is faulty
 * (see xml.h), else untouched. What they make lives in `mem`. */
#ifndef OCA_READING_LIBRARY_H
#define OCA_READING_LIBRARY_H

#include "../document/actions.h"
#include "../document/assessment.h"
#include "../document/plan.h"
#include "../document/rubric.h"
#include "../document/tailoring.h"
#include "xml.h"

/* Every kind of document that there is; ended by NULL. */
extern const oca_format *const oca_all_formats[];

/* Reads bytes that are already there: of a file, or of the record embedded in a workbook. `path` is for messages. */
oca_status oca_document_parse(oca_document *out, oca_arena *mem, const char *path, const char *bytes, size_t n,
                              const oca_format *const *accepted, oca_faults *faults)
    __attribute__((warn_unused_result));

/* Reads a file, XML or a workbook, told apart by its content (returned.h): of a workbook the embedded record with what
 * was typed taken in. */
oca_status oca_document_load(oca_document *out, oca_arena *mem, const char *path, const oca_format *const *accepted,
                             oca_faults *faults) __attribute__((warn_unused_result));

oca_status oca_rubric_load(const oca_rubric **out, oca_arena *mem, const char *path, oca_faults *faults)
    __attribute__((warn_unused_result));
oca_status oca_actions_load(const oca_actions **out, oca_arena *mem, const char *path, oca_faults *faults)
    __attribute__((warn_unused_result));
oca_status oca_assessment_load(const oca_assessment **out, oca_arena *mem, const char *path, oca_faults *faults)
    __attribute__((warn_unused_result));
oca_status oca_plan_load(const oca_plan **out, oca_arena *mem, const char *path, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
