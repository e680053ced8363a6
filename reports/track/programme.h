/* What the reports on a programme's plans share: their tables, and what they show in a sentence. */
#ifndef OCA_REPORTS_TRACK_PROGRAMME_H
#define OCA_REPORTS_TRACK_PROGRAMME_H

#include "../../engine/tracking/programme.h"
#include "../table.h"

/* The plans, who needs a visit first on top; and the files that could not be read, without rows where all could. */
oca_named_table oca_programme_plans(oca_arena *mem, const oca_programme *programme);
oca_named_table oca_programme_faulty(oca_arena *mem, const oca_programme *programme);

/* What a plan is called: the organization's name, with the plan's start where the organization has another plan. */
const char *oca_programme_called(oca_arena *mem, const oca_programme *programme, size_t line);

/* How many plans lie behind what was planned by now; and how many actions are overdue or blocked, in how many plans. */
const char *oca_finding_behind(oca_arena *mem, const oca_programme *programme);
const char *oca_finding_stuck(oca_arena *mem, const oca_programme *programme);

#endif
