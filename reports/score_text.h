/* The readable summary of `oca score`. */
#ifndef OCA_REPORTS_SCORE_TEXT_H
#define OCA_REPORTS_SCORE_TEXT_H

#include "../engine/scoring/score.h"

/* The rubric's words in `lang` (NULL: the rubric's own language). Tells on nobody: only how often each answer was
 * given. Lives in `mem`. */
const char *oca_score_text(oca_arena *mem, const oca_scores *scores, const char *lang);

#endif
