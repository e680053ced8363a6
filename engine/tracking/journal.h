/* The plan's journal: append-only, one change for each field that a review changed (formats document, "Plan"). */
#ifndef OCA_TRACKING_JOURNAL_H
#define OCA_TRACKING_JOURNAL_H

#include "../document/plan.h"

/* How many changes it holds. */
size_t oca_journal_length(const oca_plan *plan);

/* Appends a change; `plan` has its own copy of the journal. */
void oca_journal_add(oca_arena *mem, oca_plan *plan, oca_change change);

/* With how many changes the two journals begin alike: what both plans were before they went apart. */
size_t oca_journal_common(const oca_plan *a, const oca_plan *b);

/* The plan as it was when its journal held the first `length` changes: the later ones are undone, newest first. An
 * action that was added since is deferred there, so that it counts nowhere. What the journal does not tell (visits,
 * trainings, signatures) stays. */
oca_plan oca_plan_rewound(oca_arena *mem, const oca_plan *plan, size_t length);

/* The same at the end of a day: the changes of later days are undone. */
oca_plan oca_plan_on_day(oca_arena *mem, const oca_plan *plan, oca_day day);

/* The newest day that the plan tells of, of its assessment or in its journal: what a workbook made from it bears as its
 * date, since the clock never gets into a file. */
oca_day oca_journal_newest_day(const oca_plan *plan);

#endif
