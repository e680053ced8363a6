/* The result of `oca plan` as JSON (formats document, "JSON that other programs read"). */
#ifndef OCA_REPORTS_PLAN_JSON_H
#define OCA_REPORTS_PLAN_JSON_H

#include "../engine/planning/planning.h"

/* The text is ended by NUL too, *n does not count it; it lives in `mem`. OCA_SYSTEM, both untouched, if memory fails.
 */
oca_status oca_plan_json(const char **out, size_t *n, oca_arena *mem, const oca_planned *planned)
    __attribute__((warn_unused_result));

#endif
