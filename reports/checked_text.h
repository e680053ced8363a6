/* What a visitor found beside what the members agreed: kept apart, and their differences shown. */
#ifndef OCA_REPORTS_CHECKED_TEXT_H
#define OCA_REPORTS_CHECKED_TEXT_H

#include "../engine/scoring/score.h"

/* Adds a heading, one line of sums and a table of the items that differ or could not be checked; nothing where no item
 * has both. Which of the two counts is the rubric's business (its layers). Criteria are compared by the level that
 * they reach. */
void oca_checked_text(oca_buffer *out, const oca_scores *scores, const char *lang);

#endif
