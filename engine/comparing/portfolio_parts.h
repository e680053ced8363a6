/* What the parts of a portfolio share; included by engine/comparing/portfolio*.c only. */
#ifndef OCA_COMPARING_PORTFOLIO_PARTS_H
#define OCA_COMPARING_PORTFOLIO_PARTS_H

#include "portfolio.h"

#include <string.h>

/* As strcmp; what is NULL comes first. */
int oca_text_order(const char *a, const char *b);

/* Orders by the rubric's id, of which most have the same. */
static inline int oca_rubric_order(const oca_frame *a, const oca_frame *b) {
    return a == b ? 0 : strcmp(a->rubric->id, b->rubric->id);
}

/* Orders what points into one array, here lines or rounds of a portfolio, which stand by the organization's id. */
static inline int oca_place_order(const void *a, const void *b) {
    return (a > b) - (a < b);
}

/* The one of the newer version; of two tailored differently, the one that leaves out less. Areas
 * and stages are named and ordered by the newest version among those that they are told of. */
const oca_frame *oca_newer_frame(const oca_frame *a, const oca_frame *b);

/* What is said of these lines, which stand by id. */
oca_figures oca_portfolio_figures(oca_arena *mem, const oca_line *const *lines, size_t n);

/* Adds the line's rounds to `facilitated` and `told_twice`. */
void oca_count_facilitation(oca_figures *out, const oca_line *line);

void oca_facilitated_by_year(oca_portfolio *p, oca_arena *mem);
void oca_portfolio_find_groups(oca_portfolio *p, oca_arena *mem, oca_grouping grouping);
void oca_portfolio_find_trainings(oca_portfolio *p, oca_arena *mem);
void oca_portfolio_find_support(oca_portfolio *p, oca_arena *mem, oca_date donor_leaves);

#endif
