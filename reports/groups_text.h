/* Women, youth, the board … beside everybody else: for whoever gets the scores, and for the facilitator alone. */
#ifndef OCA_REPORTS_GROUPS_TEXT_H
#define OCA_REPORTS_GROUPS_TEXT_H

#include "../engine/scoring/groups.h"
#include "lines.h"
#include "phrases.h"

/* Adds a section to the summary of scores: the overall figure of each group that may be handed on, and which may not.
 * Nothing where nobody is in a group. */
void oca_groups_text(oca_lines *out, const oca_group_views *views);

/* The facilitator's own screen (--in-the-room): each group beside everybody else from three and three on, by area and
 * by the items on which they are furthest apart. It may tell on people, so it goes to a terminal and nowhere else. */
const char *oca_room_text(oca_arena *mem, const oca_scores *scores, const oca_group_views *views, const char *lang,
                          const oca_screen *screen);

#endif
