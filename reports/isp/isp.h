/* The Institutional Strengthening Plan as a workbook: what an association prints, signs and lives with for a year.
 *
 * Sheets: Summary, Plan, Calendar, Later, Find out, After this plan, Reviews, Trainings, Scores; hidden: Lists and the
 * record `_oca`. A sheet that would show nothing is left out (Later, Find out, After this plan). A plan that is being
 * tracked has before them: Progress (one page for the board), Burn-up, Visit (to print) and Slips. What people fill in
 * is laid out as oca_plan_form says, so that it reads back. */
#ifndef OCA_REPORTS_ISP_ISP_H
#define OCA_REPORTS_ISP_ISP_H

#include "../../engine/document/plan.h"
#include "../../engine/scoring/score.h"
#include "../../engine/tracking/tracked.h"
#include "../../engine/writing/record.h"

/* All of it is borrowed; nothing but `plan` must be there. */
typedef struct {
    const oca_plan *plan;        /* new, or with a year of progress in it */
    const oca_scores *scores;    /* of the assessment that the plan was made from, of which only counts of answers are
                                    shown; NULL: it is not at hand, and what it tells is left out */
    const oca_frame *frame;      /* of the rubric, if there are no scores; NULL: it is not at hand either */
    const oca_tracked *tracked;  /* NULL: the plan was just made */
    const oca_actions *library;  /* gives labels of roles and titles of trainings; NULL: their ids are shown */
    const char *lang;            /* of the rubric's and library's words; NULL: their own */
    oca_day dated;               /* the workbook's creation date: the newest document's date, never the clock's */
    oca_record_documents record; /* "plan" and "assessment", the assessment reduced to tallies by the caller */
} oca_isp;

/* Writes the workbook to exactly `path` and its temporary files beside it; what stands at `path` is replaced. The
 * caller chooses a temporary name, checks the archive and renames it; libxlsxwriter does not survive running out of
 * memory, so the caller does this in a child process. Same input, same bytes. Fails with OCA_SYSTEM and one line in
 * `faults`, named after `path`; what then stands at `path` is not to be used. `mem` holds what is put together
 * meanwhile. */
oca_status oca_isp_write(const char *path, oca_arena *mem, const oca_isp *isp, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
