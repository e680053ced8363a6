/* How the organizations of a portfolio are distributed, rubric by rubric, at baseline and in the latest round: the
 * figures that the page draws and the workbook charts. Pure. */
#ifndef OCA_REPORTS_PORTFOLIO_DISTRIBUTION_H
#define OCA_REPORTS_PORTFOLIO_DISTRIBUTION_H

#include "portfolio.h"

enum { OCA_AT_BASELINE, OCA_AT_LATEST, OCA_ROUNDS };

/* One rubric of the portfolio. */
typedef struct {
    const char *id;
    const oca_frame *frame;                        /* of its newest version */
    const oca_portfolio_round *rounds[OCA_ROUNDS]; /* NULL: nobody has that round with it */
} oca_portfolio_rubric;

typedef OCA_LIST(oca_portfolio_rubric) oca_portfolio_rubrics;

/* By id. */
oca_portfolio_rubrics oca_portfolio_rubrics_of(oca_arena *mem, const oca_figures *figures);

/* "Miners associations (asm-association)": its title in `lang`, and its id. */
const char *oca_portfolio_rubric_shown(oca_arena *mem, const oca_portfolio_rubric *rubric, const char *lang);

/* The name of a sheet for the i-th rubric: the sheet's own where there is but one rubric, else told apart, in at most
 * 31 characters of which none is forbidden there. */
const char *oca_portfolio_sheet(oca_arena *mem, const char *sheet, const oca_portfolio_rubrics *rubrics, size_t i);

/* What a line is called, and its figure in each round; not given where nobody has the round. */
typedef struct {
    const char *name;
    oca_number figures[OCA_ROUNDS];
} oca_distribution_line;

typedef OCA_LIST(oca_distribution_line) oca_distribution_lines;

/* How many organizations stand in each tenth of 0 to 100 points; 100 is in the last. */
oca_distribution_lines oca_portfolio_by_points(oca_arena *mem, const oca_portfolio *portfolio,
                                               const oca_portfolio_rubric *rubric);

/* How many stand firmly at each stage, the lowest first; then how many are provisional. */
oca_distribution_lines oca_portfolio_by_stage(oca_arena *mem, const oca_portfolio_rubric *rubric, const char *lang);

/* Medians of the outermost areas. */
oca_distribution_lines oca_portfolio_by_area(oca_arena *mem, const oca_portfolio_rubric *rubric, const char *lang);

/* The figures of the area in a round of this rubric; n = 0 where it has none. */
oca_summary oca_portfolio_area_summary(const oca_portfolio_round *round, const char *area);

/* True if the line's newest round is with this rubric. */
bool oca_portfolio_stands_in(const oca_line *line, const oca_portfolio_rubric *rubric);

/* Points of a node of the rubric's frame in a round of any version of it; `*known` (may be NULL) tells whether that
 * version has it. */
oca_number oca_portfolio_points(const oca_kept_round *round, const oca_frame *frame, size_t node, bool *known);

#endif
