/* Figures of a plan as people read them: "=7", "why here", who leads. Shared by text and page. */
#ifndef OCA_REPORTS_PLAN_PHRASES_H
#define OCA_REPORTS_PLAN_PHRASES_H

#include "phrases.h"

/* "=7" where a weakness of the same rank stands beside it: the room decides. */
const char *oca_rank_shown(oca_arena *mem, const oca_planned *planned, size_t weakness);

/* "chosen, 7 votes; gap 50.0 of 100 to the level needed, 3". */
const char *oca_why_here(oca_arena *mem, const oca_planned *planned, size_t number);

/* "2 of 4 (33.3 points of 100)" of a level of the item. */
const char *oca_level_and_points(oca_arena *mem, const oca_frame *frame, size_t item, double level);

/* The points of a level, as those of a score (scoring document, Item 4). */
double oca_points_of_level(const oca_frame *frame, size_t item, double level);

/* The label of a role, "to be agreed" for NULL; the title of an action of the library; the id where there is none. */
const char *oca_role_shown(const oca_actions *library, const char *id, const char *lang);
const char *oca_action_title(const oca_actions *library, const char *id, const char *lang);

#endif
