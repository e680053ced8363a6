/* Words that the reports on a plan's progress share; for the files of this folder. */
#ifndef OCA_REPORTS_TRACK_WORDS_H
#define OCA_REPORTS_TRACK_WORDS_H

#include "../phrases.h"
#include "track.h"

const char *oca_track_organization(const oca_tracked *tracked);
const char *oca_track_label(const oca_tracked *tracked); /* what the plan is called */
const char *oca_track_action_title(const oca_tracked *tracked, const oca_plan_action *action);
const char *oca_track_item_title(const oca_tracked *tracked, const oca_plan_weakness *weakness);
const char *oca_track_area_title(const oca_tracked *tracked, const char *area);
const char *oca_track_training(const oca_tracked *tracked, const char *id);
const char *oca_track_role(const oca_tracked *tracked, const char *id); /* NULL: "nobody yet" */

/* "T. Moyo (Secretary)", "Secretary", "nobody yet". */
const char *oca_track_who(oca_arena *mem, const oca_tracked *tracked, const oca_plan_action *action);

/* The title of an action of the plan, of a statement in it, or of an action of the library; else the id. */
const char *oca_track_title_of(const oca_tracked *tracked, const char *id);

/* "57.4 %", "–". */
const char *oca_track_percent(oca_arena *mem, oca_number percent);

/* Why the next visit should look at an action, in words: "blocked: no lawyer; 2 actions wait for it". */
const char *oca_track_why(oca_arena *mem, const oca_tracked *tracked, const oca_unblock *unblock);

/* "2025-05-12 → 2025-06-09 (review of 2025-07-01: Rains)". */
const char *oca_track_slip(oca_arena *mem, const oca_slip *slip);

#endif
