/* What the distributions of a portfolio show, in a sentence for each round: titles of pictures and charts. */
#ifndef OCA_REPORTS_PORTFOLIO_FINDINGS_H
#define OCA_REPORTS_PORTFOLIO_FINDINGS_H

#include "distribution.h"

/* The medians of the points. */
const char *oca_finding_points(oca_arena *mem, const oca_portfolio_rubric *rubric);

/* Where most stand; `stages` as oca_portfolio_by_stage gives them. */
const char *oca_finding_stages(oca_arena *mem, const oca_portfolio_rubric *rubric,
                               const oca_distribution_lines *stages);

/* The areas with the highest and the lowest median in the newest round that somebody has; `areas` as
 * oca_portfolio_by_area gives them. */
const char *oca_finding_medians(oca_arena *mem, const oca_portfolio_rubric *rubric,
                                const oca_distribution_lines *areas);

#endif
