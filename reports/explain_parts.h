/* What the parts of `--explain` share; included by reports/explain*.c only. */
#ifndef OCA_REPORTS_EXPLAIN_PARTS_H
#define OCA_REPORTS_EXPLAIN_PARTS_H

#include "lines.h"
#include "phrases.h"

typedef struct {
    oca_lines out;
    oca_arena *mem;
    const oca_scores *scores;
    const oca_frame *frame;
    const char *lang;
} oca_explanation;

/* A heading that names the clause of the scoring document: "Item 4: standardized". */
void oca_explain_clause(oca_explanation *e, const char *clause);

/* A paragraph, formatted as printf does. */
void oca_explain_say(oca_explanation *e, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "0.5" where four decimals are exact, else the first four as a pocket calculator shows them: "0.3333…". */
const char *oca_explain_number(const oca_explanation *e, double value);

void oca_explain_item(oca_explanation *e, size_t item);
void oca_explain_node(oca_explanation *e, size_t node);

#endif
