/* Sentences that the portfolio's reports share. */
#ifndef OCA_REPORTS_PORTFOLIO_PHRASES_H
#define OCA_REPORTS_PORTFOLIO_PHRASES_H

#include "../../engine/comparing/portfolio.h"

/* Adds how the pairs changed: the mean change and how sure it is, then the mean levels with points and, labelled so,
 * the relative change. Nothing without pairs. */
void oca_portfolio_change_lines(oca_arena *mem, const oca_figures *figures, oca_strings *lines);

#endif
