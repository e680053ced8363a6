/* What `oca compare` shows: two rounds, or a series of them, as text, JSON, CSV and workbook; the result XML is in
 * reports/result. */
#ifndef OCA_REPORTS_COMPARE_COMPARE_H
#define OCA_REPORTS_COMPARE_COMPARE_H

#include "../../engine/base/screen.h"
#include "../../engine/comparing/plan_effect.h"
#include "../../engine/writing/record.h"

/* Two rounds compared, with what a plan adds. */
typedef struct {
    const oca_comparison *comparison;
    const oca_plan_effect *effect; /* NULL without a plan */
} oca_compared;

/* One pair, or of a series of rounds each with the next and then the first with the last. */
typedef OCA_LIST(oca_compared) oca_compared_list;

/* A readable summary, rubric's words in `lang` (NULL: its own). Lives in `mem`. */
const char *oca_compare_text(oca_arena *mem, const oca_compared_list *pairs, const char *lang,
                             const oca_screen *screen);

/* How the figures of an item, an area or "overall" came about; of an item that is no longer asked, too. NULL if neither
 * rubric has that id. */
const char *oca_compare_explain(oca_arena *mem, const oca_comparison *comparison, const char *id, const char *lang,
                                const oca_screen *screen);

/* The formats document's JSON: of one pair its object, of several {"series": […]}. Lives in `mem`; *n does not count
 * the final NUL. OCA_SYSTEM, both untouched, if memory fails. */
oca_status oca_compare_json(const char **out, size_t *n, oca_arena *mem, const oca_compared_list *pairs)
    __attribute__((warn_unused_result));

/* A row for the whole, each area and each item of each pair; see engine/document/README.md. */
void oca_compare_csv(oca_buffer *out, const oca_compared_list *pairs, const char *lang);

/* What the workbook is made from; `record` are the documents it bears, reduced to tallies by the caller. */
typedef struct {
    const oca_compared_list *pairs; /* not empty */
    const char *lang;               /* NULL: the rubric's own */
    oca_record_documents record;
} oca_compare_workbook;

/* Writes the workbook to exactly `path`. Of one pair: Summary (verdict and reasons first), Charts, Areas, Statements
 * (open, to be filtered and sorted), Members, and Plan where one was given. Of a series first all rounds side by side,
 * Series, Course (a slope chart), Areas and Statements, then those sheets for each pair, the rounds in their names
 * ("Summary 1→2"). The hidden record `_oca`. As oca_isp_write: in a child process, OCA_SYSTEM with one line in
 * `faults`, same input, same bytes. */
oca_status oca_compare_write(const char *path, oca_arena *mem, const oca_compare_workbook *workbook, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
