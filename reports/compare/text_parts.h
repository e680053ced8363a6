/* What the parts of the readable comparison share; for reports/compare/text*.c only. */
#ifndef OCA_REPORTS_COMPARE_TEXT_PARTS_H
#define OCA_REPORTS_COMPARE_TEXT_PARTS_H

#include "../table.h"
#include "phrases.h"

typedef struct {
    oca_lines out;
    oca_arena *mem;
    const oca_compared *pair;
    const oca_comparison *c;
    const oca_frame *frame; /* the reassessment's */
    const char *lang;
} oca_compare_page;

/* A paragraph. */
void oca_compare_say(oca_compare_page *p, const char *text);

/* "– (why)". */
const char *oca_compare_undefined(const oca_compare_page *p, const char *why);

/* What stands below the areas: what moved, what was not compared, the members' own scores, measures, the plan. */
void oca_compare_details(oca_compare_page *p);

#endif
