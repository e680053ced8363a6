/* The readable summary of `oca plan`. */
#ifndef OCA_REPORTS_PLAN_TEXT_H
#define OCA_REPORTS_PLAN_TEXT_H

#include "../engine/base/screen.h"
#include "../engine/planning/planning.h"

/* Titles and labels in `lang` (NULL: the documents' own languages). Lives in `mem`. */
const char *oca_plan_text(oca_arena *mem, const oca_planned *planned, const char *lang, const oca_screen *screen);

#endif
