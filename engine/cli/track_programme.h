/* oca track DIR…: the plans of a programme, one line each. */
#ifndef OCA_CLI_TRACK_PROGRAMME_H
#define OCA_CLI_TRACK_PROGRAMME_H

#include "output.h"
#include "verbs.h"

/* True if a folder is among what was given. */
bool oca_track_is_programme(const oca_arguments *arguments);

/* Reads all plans and writes who needs a visit first, as text, CSV or JSON. */
oca_status oca_track_programme(oca_run *run, const oca_arguments *arguments, const oca_output *output, oca_day date);

#endif
