/* The plans of a programme, one line each: who needs a visit first. */
#ifndef OCA_TRACKING_PROGRAMME_H
#define OCA_TRACKING_PROGRAMME_H

#include "progress.h"

typedef struct {
    const char *file, *organization, *name; /* copies: the plan may go */
    oca_day start, newest;                  /* newest: the last day that its journal or its visits tell of */
    oca_completion completion;
    size_t actions, done, blocked, overdue, due_soon, dropped, added;
    oca_date last_visit, next_review;
} oca_programme_line;

typedef OCA_LIST(oca_programme_line) oca_programme_lines;

typedef struct {
    oca_day date;
    oca_programme_lines lines; /* one for each organization and start of a plan */
    oca_strings faulty;        /* files that could not be read */
    size_t superseded;         /* plans of which a newer copy was found */
    size_t overdue, blocked;   /* of all lines */
    const char *lang;          /* of all plans; NULL if they have several */
} oca_programme;

/* Adds a plan, found in `file`, as it stands at programme->date; of copies of one plan the newest counts. */
void oca_programme_add(oca_arena *mem, oca_programme *programme, const oca_plan *plan, const char *file);

/* Puts who needs a visit first on top: most overdue and blocked actions, then what lies furthest behind the work
 * planned by now, then who was not visited for longest, then by id. Sums up. */
void oca_programme_order(oca_programme *programme);

#endif
