/* Results as XML, as the stylesheets of templates/ read them: everything a page shows, so that a programme can restyle
 * it without a compiler. README.md lists the elements.
 *
 * Attributes have the names of the JSON, with '-' for '_'; a figure stands as NAME (for programs), NAME-shown (as
 * people read it) and, where it is undefined, NAME-why. Pictures are embedded as SVG, ready to be placed. */
#ifndef OCA_REPORTS_RESULT_RESULT_H
#define OCA_REPORTS_RESULT_RESULT_H

#include "../../engine/planning/planning.h"
#include "../../engine/tracking/programme.h"
#include "../../engine/tracking/tracked.h"
#include "../compare/compare.h"
#include "../portfolio/portfolio.h"

#define OCA_RESULT_NAMESPACE "urn:oca:result:1"

/* The scores; texts in `lang` (NULL: the rubric's). Tells on nobody: a strip of answers only where five or more were
 * given. With `planned` (may be NULL) also what the room is shown: strengths, what it sees alike, what divides it, what
 * it wants to do first. Lives in `mem`; OCA_SYSTEM, *out and *n untouched, if memory fails. */
oca_status oca_score_result(const char **out, size_t *n, oca_arena *mem, const oca_scores *scores,
                            const oca_planned *planned, const char *lang) __attribute__((warn_unused_result));

/* Two rounds compared; of a series, each pair in turn. The rest as above. */
oca_status oca_compare_result(const char **out, size_t *n, oca_arena *mem, const oca_compared_list *pairs,
                              const char *lang) __attribute__((warn_unused_result));

/* The plan, likewise. What `oca plan -o plan.xml` writes is the plan as a document; this is what its page is made from.
 */
oca_status oca_plan_result(const char **out, size_t *n, oca_arena *mem, const oca_planned *planned, const char *lang)
    __attribute__((warn_unused_result));

/* Many organizations: the tables of the portfolio's workbook. */
oca_status oca_portfolio_result(const char **out, size_t *n, oca_arena *mem, const oca_portfolio_report *report)
    __attribute__((warn_unused_result));

/* Where a plan stands: what the page of `oca track` is made from. */
oca_status oca_track_result(const char **out, size_t *n, oca_arena *mem, const oca_tracked *tracked)
    __attribute__((warn_unused_result));

/* The plans of a programme, who needs a visit first on top. */
oca_status oca_programme_result(const char **out, size_t *n, oca_arena *mem, const oca_programme *programme,
                                const char *lang) __attribute__((warn_unused_result));

/* A rubric, for the booklet of participants: statements, levels, criteria, must-haves. */
oca_status oca_rubric_result(const char **out, size_t *n, oca_arena *mem, const oca_frame *frame, const char *lang)
    __attribute__((warn_unused_result));

#endif
