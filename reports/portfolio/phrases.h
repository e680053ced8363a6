/* Sentences that the portfolio's reports share. */
#ifndef OCA_REPORTS_PORTFOLIO_PHRASES_H
#define OCA_REPORTS_PORTFOLIO_PHRASES_H

#include "../../engine/comparing/portfolio.h"

/* What the figures describe: capacity, performance (oca_measures_performance), or of each rubric its own. */
typedef enum { OCA_SUBJECT_CAPACITY, OCA_SUBJECT_PERFORMANCE, OCA_SUBJECT_BOTH } oca_portfolio_subject;
oca_portfolio_subject oca_portfolio_subject_of(const oca_figures *figures);
const char *oca_portfolio_subject_shown(oca_arena *mem, const oca_figures *figures);

/* To be given to `_()`. */
extern const char oca_note_unit[], oca_note_indicator[];

/* Adds how the pairs changed: the mean change and how sure it is, then the mean levels with points and, labelled so,
 * the relative change. Nothing without pairs. */
void oca_portfolio_change_lines(oca_arena *mem, const oca_figures *figures, oca_strings *lines);

#endif
