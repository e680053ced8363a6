/* `oca score --explain`: how one figure came about, with the numbers put in, what was left out and why, and the
 * clause of the scoring document for each step. */
#ifndef OCA_REPORTS_EXPLAIN_H
#define OCA_REPORTS_EXPLAIN_H

#include "../engine/base/screen.h"
#include "../engine/scoring/score.h"

/* `id` is an item, an area or "overall"; NULL if the rubric has none of that id. The rubric's words in `lang` (NULL:
 * its own). Lives in `mem`. */
const char *oca_explain(oca_arena *mem, const oca_scores *scores, const char *id, const char *lang,
                        const oca_screen *screen);

#endif
