/* What `oca portfolio` shows: many organizations, as text, JSON, XML, workbook, and as tidy rows. */
#ifndef OCA_REPORTS_PORTFOLIO_PORTFOLIO_H
#define OCA_REPORTS_PORTFOLIO_PORTFOLIO_H

#include "../../engine/base/screen.h"
#include "../../engine/comparing/portfolio.h"
#include "../../engine/document/actions.h"

/* A file that is no use, and why. */
typedef struct {
    const char *file;
    oca_faults faults; /* as they may be handed on: of an assessment's own words no more than where they stand */
    oca_faults told;   /* in full, for whoever runs the command */
} oca_faulty_file;

typedef OCA_LIST(oca_faulty_file) oca_faulty_files;

typedef OCA_LIST(const oca_actions *) oca_libraries;

typedef struct {
    const oca_portfolio *portfolio;
    const oca_faulty_files *faulty;
    size_t files, passed_over; /* that were found; of them neither assessments nor plans */
    oca_date donor_leaves;     /* not given: nobody asked */
    oca_date date;             /* on which the plans are looked at; not given: what depends on a day is not said */
    const char *lang;          /* of the rubrics' words; NULL: their own */
    oca_day dated;             /* of the newest document */
    oca_libraries libraries;   /* they name the trainings; those that were found */
    bool anonymous;            /* organizations are codes: no places, no names of files */
} oca_portfolio_report;

/* The formats document's JSON, with `groups`, `stops` and `progress` after it where they were asked for. Lives in
 * `mem`; *n does not count the final NUL. OCA_SYSTEM, both untouched, if memory fails. */
oca_status oca_portfolio_json(const char **out, size_t *n, oca_arena *mem, const oca_portfolio_report *report)
    __attribute__((warn_unused_result));

/* The readable summary. */
const char *oca_portfolio_text(oca_arena *mem, const oca_portfolio_report *report, const oca_screen *screen);

/* One row for each organization, round and item. */
typedef enum { OCA_ROWS_CSV, OCA_ROWS_JSONL } oca_rows_kind;

/* Takes a piece of the rows; false ends the writing. */
typedef bool oca_rows_taker(void *payload, const char *bytes, size_t n);

/* Writes the tidy data piece by piece, so that memory does not grow with it. OCA_SYSTEM if `take` gave up or memory
 * failed. The columns are told in reports/portfolio/README.md. */
oca_status oca_portfolio_rows(const oca_portfolio_report *report, oca_rows_kind kind, oca_rows_taker *take,
                              void *payload) __attribute__((warn_unused_result));

/* What a fault says, as it is printed after the file's name: "12: message". */
const char *oca_fault_shown(oca_arena *mem, const oca_fault *fault);

#endif
