/* From files and folders to what a portfolio keeps of them. */
#ifndef OCA_CLI_GATHER_H
#define OCA_CLI_GATHER_H

#include "../../reports/portfolio/portfolio.h"
#include "../system/threads.h"
#include "verbs.h"

typedef struct {
    oca_portfolio_input input;
    oca_faulty_files faulty;          /* by name */
    const char *const *files;         /* that were found, by name */
    size_t n_files, passed_over;      /* of them neither assessments nor plans */
    oca_day newest;                   /* date of the newest document */
    oca_arena kept[OCA_MOST_THREADS]; /* where it lives */
} oca_gathered;

/* Reads the assessments and plans among `paths` and below the folders among them, with that many threads. OCA_SYSTEM,
 * told in run->faults, if a path or a file cannot be read at all; a faulty file is listed. With
 * `anonymize` organizations are codes, and neither actions nor offices are named. */
oca_status oca_gather(oca_gathered *out, oca_run *run, const oca_strings *paths, size_t threads, bool anonymize)
    __attribute__((warn_unused_result));

void oca_gathered_free(oca_gathered *gathered);

#endif
