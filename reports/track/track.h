/* Where a plan stands, told in several ways. All take what oca_track found; texts live in `mem`. */
#ifndef OCA_REPORTS_TRACK_TRACK_H
#define OCA_REPORTS_TRACK_TRACK_H

#include "../../engine/base/fault.h"
#include "../../engine/base/screen.h"
#include "../../engine/tracking/programme.h"
#include "../../engine/tracking/tracked.h"

/* The JSON of `track` (formats document, "JSON that other programs read"); OCA_SYSTEM if it cannot be made. */
oca_status oca_track_json(const char **out, size_t *n, oca_arena *mem, const oca_tracked *tracked)
    __attribute__((warn_unused_result));

/* A readable summary. */
const char *oca_track_text(oca_arena *mem, const oca_tracked *tracked, const oca_screen *screen);

/* The tasks of the month that the date lies in, by person: as one sends it by phone. */
const char *oca_track_tasks(oca_arena *mem, const oca_tracked *tracked);

/* One line an action, RFC 4180 with a line for headings; no text can be taken for a formula. */
const char *oca_track_csv(oca_arena *mem, const oca_tracked *tracked);

/* A calendar (RFC 5545): due dates that are still open, and review visits. The same plan gives the same UIDs, so that
 * taking it in again updates what is there. OCA_SYSTEM if memory runs out. */
oca_status oca_track_calendar(const char **out, size_t *n, oca_arena *mem, const oca_tracked *tracked)
    __attribute__((warn_unused_result));

/* The plans of a programme, who needs a visit first on top. */
const char *oca_programme_text(oca_arena *mem, const oca_programme *programme, const oca_screen *screen);
const char *oca_programme_csv(oca_arena *mem, const oca_programme *programme);
oca_status oca_programme_json(const char **out, size_t *n, oca_arena *mem, const oca_programme *programme)
    __attribute__((warn_unused_result));

#endif
