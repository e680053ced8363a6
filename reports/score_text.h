/* The readable summary of `oca score`. */
#ifndef OCA_REPORTS_SCORE_TEXT_H
#define OCA_REPORTS_SCORE_TEXT_H

#include "../engine/base/screen.h"
#include "../engine/scoring/groups.h"
#include "../engine/scoring/score.h"

/* The rubric's words in `lang` (NULL: the rubric's own language). Tells on nobody: only how often each answer was
 * given. `groups` were found before the members' own scores went; NULL: not told. Lives in `mem`. */
const char *oca_score_text(oca_arena *mem, const oca_scores *scores, const oca_group_views *groups, const char *lang,
                           const oca_screen *screen);

#endif
