#include "calendar.h"

#include "../base/words.h"

/* In a child process: libical crashes where memory fails. */
static oca_status make(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    const char *bytes;
    size_t n;
    if (oca_track_calendar(&bytes, &n, mem, payload) == OCA_OK)
        return oca_file_replace(path, NULL, bytes, n, faults);
    oca_report(faults, OCA_FAILURE, path, 0, "there is too little memory for the calendar");
    return OCA_SYSTEM;
}

oca_status oca_calendar_write(const oca_output *output, oca_arena *mem, const oca_tracked *tracked,
                              oca_faults *faults) {
    return oca_output_made(output, output->path ? output->path : oca_message("the calendar"), mem, make, tracked, NULL,
                           faults);
}
