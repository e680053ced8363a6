/* The result of `oca score` as JSON (formats document, "JSON that other programs read"). */
#ifndef OCA_REPORTS_SCORE_JSON_H
#define OCA_REPORTS_SCORE_JSON_H

#include "../engine/scoring/score.h"

/* The text is ended by NUL too, *n does not count it; it lives in `mem`. OCA_SYSTEM, both untouched, if memory fails.
 */
oca_status oca_score_json(const char **out, size_t *n, oca_arena *mem, const oca_scores *scores)
    __attribute__((warn_unused_result));

#endif
