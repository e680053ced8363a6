/* Finding the rubric, the tailoring and the action library that a document names (formats document, "Commands").
 *
 * Files given by name serve the id and version that they hold, and then nothing is looked up. Else ID-VERSION.xml,
 * then ID.xml (of a library: ID-actions.xml; of a tailoring: ID.xml alone) is tried in the document's folder, each
 * folder of OCA_PATH and the shipped folders; the first that fits serves. One that is faulty, or that nobody can read,
 * ends the search with its faults: to pass it over would use another instrument without a word. Folders are never
 * scanned, and no path is read twice. */
#ifndef OCA_READING_SHELF_H
#define OCA_READING_SHELF_H

#include "library.h"

typedef struct oca_shelf_cache oca_shelf_cache;

/* One for a run: `oca_shelf shelf = {.mem = &mem, …};`. Not for two threads at once. */
typedef struct {
    oca_arena *mem;                               /* what is found lives here */
    oca_strings rubric_files, action_files;       /* --rubric, --actions */
    oca_strings tailoring_files;                  /* --tailoring */
    const char *path;                             /* OCA_PATH, folders with ':' between; may be NULL */
    oca_strings shipped_rubrics, shipped_actions; /* folders; tailorings lie among the rubrics */
    bool broken;                                  /* the last search ended at a file that is faulty */
    oca_shelf_cache *cache;                       /* its own; leave NULL */
} oca_shelf;

/* The rubric of that id and version (NULL: any). It was asked for at `line` of `file`, in whose folder is looked
 * first; `file` is NULL where no document asks. If there is none, NULL, and one fault there says where was looked and
 * what the near misses are; a file that is faulty has its faults told instead, given by name only the first time. */
const oca_rubric *oca_shelf_rubric(oca_shelf *shelf, const char *id, const char *version, const char *file, int line,
                                   oca_faults *faults) __attribute__((warn_unused_result));

/* All files that were read for the shelf, in no particular order. */
oca_strings oca_shelf_files(const oca_shelf *shelf);

/* The tailoring of that id, likewise. An `id` that is NULL asks for none by name: then a file given by name serves if
 * it tailors `rubric`, and else there is none: NULL without a fault. */
const oca_tailoring *oca_shelf_tailoring(oca_shelf *shelf, const char *id, const oca_rubric *rubric, const char *file,
                                         int line, oca_faults *faults) __attribute__((warn_unused_result));

/* The action library for the rubric of that id, likewise. */
const oca_actions *oca_shelf_actions(oca_shelf *shelf, const char *rubric, const char *file, int line,
                                     oca_faults *faults) __attribute__((warn_unused_result));

#endif
