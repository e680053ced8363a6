/* The scores as one table for programs: a row for the whole, for each area and each item. The columns are described in
 * engine/document/README.md. */
#ifndef OCA_REPORTS_SCORE_CSV_H
#define OCA_REPORTS_SCORE_CSV_H

#include "../engine/scoring/score.h"

/* Titles in `lang` (NULL: the rubric's). */
void oca_score_csv(oca_buffer *out, const oca_scores *scores, const char *lang);

#endif
