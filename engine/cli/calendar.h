/* A plan's days in a calendar file. */
#ifndef OCA_CLI_CALENDAR_H
#define OCA_CLI_CALENDAR_H

#include "../../reports/track/track.h"
#include "output.h"

/* Writes due dates and reviews of the plan where `output` says. */
oca_status oca_calendar_write(const oca_output *output, oca_arena *mem, const oca_tracked *tracked, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
