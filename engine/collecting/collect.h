/* Participants' answers from phones into an assessment (formats document, "Kobo / ODK names").
 *
 * Each submission becomes a participant, its justifications that participant's notes. Columns are found by the names of
 * the form or by its labels in any of its languages; what is not understood is told, never dropped silently. Nothing is
 * chosen silently either: a submission for another organization, rubric or round, an answer that differs from the one
 * recorded, an item that has tallies already are faults. */
#ifndef OCA_COLLECTING_COLLECT_H
#define OCA_COLLECTING_COLLECT_H

#include "../document/answers.h"
#include "../document/export.h"
#include "../document/questionnaire.h"

/* What became of the submissions; for those who ran the command. */
typedef struct {
    size_t submissions; /* rows of all exports */
    size_t added;       /* participants that are new */
    size_t known;       /* participants that the assessment had */
    size_t duplicates;  /* rows that are a submission seen before, with the same answers */
    size_t left_out;    /* rows that were not approved, or are on hold, on the server */
    size_t answers;     /* scores that are new */
} oca_collected;

/* Adds the answers in `exports` to a copy of `answers->assessment`, held against the questionnaire of the same frame.
 * Faults and warnings name the export's file and row. *out and *told are set only if no fault was added; the copy
 * shares what did not change. Collecting the same again changes nothing. */
oca_status oca_collect(oca_assessment *out, oca_collected *told, oca_arena *mem, const oca_answers *answers,
                       const oca_questionnaire *questionnaire, const oca_exports *exports, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
