/* The scoring workbook: what a facilitator fills in with an association, and what it amounts to, computed by formulas
 * while typing.
 *
 * Sheets to fill in hold the assessment's form (document/form.h); Results, Statements and Draft plan show what formulas
 * make of it, by way of the hidden sheets Calc, Calc areas, Levels, Actions and Lists. The formulas follow the scoring
 * document, and each bears the value that the engine computed. Alone among the workbooks it carries single answers. */
#ifndef OCA_REPORTS_SCORING_SCORING_H
#define OCA_REPORTS_SCORING_SCORING_H

#include "../../engine/planning/planning.h"
#include "../../engine/writing/record.h"

/* What an item got in an earlier round. */
typedef struct {
    const char *called;     /* "baseline, 2025-03-14" */
    const oca_number *item; /* by item of the frame */
} oca_previous;

/* All of it is borrowed; only `library`, `previous` and `lang` may be NULL. */
typedef struct {
    const oca_scores *scores;
    const oca_actions *library;   /* for the draft plan; checked against the frame */
    const oca_previous *previous; /* shown beside, in a reassessment */
    const char *lang;             /* of the rubric's and library's words; NULL: their own */
    oca_record_documents record;  /* "assessment", whole */
} oca_scoring_input;

/* Participants are columns, and a thousand columns of one table are read back, some of them taken by the form itself.
 */
enum { OCA_SCORING_MOST_PEOPLE = 980 };

/* Writes the workbook to exactly `path`; as oca_isp_write (reports/isp/isp.h) in everything else. */
oca_status oca_scoring_write(const char *path, oca_arena *mem, const oca_scoring_input *input, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
