/* What the files of this folder share; for nobody else. */
#ifndef OCA_COLLECTING_PARTS_H
#define OCA_COLLECTING_PARTS_H

#include "collect.h"

typedef enum {
    OCA_COLUMN_UNKNOWN,
    OCA_COLUMN_IGNORED, /* the server's or the phone's own: known, and not ours */
    OCA_COLUMN_ANSWER,  /* to `item` */
    OCA_COLUMN_NOTE,    /* the justification of `item` */
    OCA_COLUMN_TICKS,   /* the criteria of `item` that are ticked, all in one cell */
    OCA_COLUMN_TICK,    /* whether this one of them is */
    OCA_COLUMN_ORGANIZATION,
    OCA_COLUMN_RUBRIC,
    OCA_COLUMN_ROUND,
    OCA_COLUMN_ID,   /* the server's number of the submission */
    OCA_COLUMN_UUID, /* one of the submission's, there may be several */
    OCA_COLUMN_STATUS,
} oca_column_meaning;

typedef struct {
    oca_column_meaning meaning;
    size_t item;
    size_t criterion; /* of the question's */
} oca_export_column;

/* What each column of the export means; NULL after a fault. Warns of those that are not understood. */
const oca_export_column *oca_collect_columns(oca_arena *mem, const oca_questionnaire *questionnaire,
                                             const oca_export *export, oca_faults *faults);

/* One person's answer to one item. */
typedef struct {
    oca_number value;
    oca_answer_word answer; /* absent and no value: not answered */
    const char *note;       /* NULL: none */
} oca_given_answer;

/* Reads the text of a cell: a name or label of one of the item's choices. False, with why (one line), if it is none. */
bool oca_collect_answer(oca_given_answer *out, const char **why, oca_arena *mem, const oca_questionnaire *questionnaire,
                        size_t item, const char *text);

/* Reads the criteria that a cell of OCA_COLUMN_TICKS names, by their ids or labels, and adds them to `out`; or one of
 * OCA_COLUMN_TICK. False, with why (one line), if it is none. */
bool oca_collect_ticks(oca_judgement *out, const char **why, oca_arena *mem, const oca_questionnaire *questionnaire,
                       const oca_export_column *column, const char *text);

/* True if `text` is `wanted`, or one of the labels that the round of that name has in the form. */
bool oca_collect_is_round(const char *text, const char *wanted);

/* White space as one space, ends trimmed: how labels are compared. */
const char *oca_collect_folded(oca_arena *mem, const char *text);

/* One row that is taken. */
typedef struct {
    const oca_export *export;
    const oca_export_row *row;
    const char *id;                /* participant: "s_101" */
    const char *uuid_id;           /* the participant that it would be from its uuid, "s_1a2b3c4d"; NULL without one */
    oca_strings uuids;             /* small letters, without "uuid:" */
    const oca_given_answer *given; /* by item of the frame */
    size_t same_as;                /* of the list: the first row of the same submission, itself if it is the first */
} oca_submission;

typedef OCA_LIST(oca_submission) oca_submissions;

/* Reads every row of the export and adds those that are to be taken. */
void oca_collect_rows(oca_submissions *out, oca_collected *told, oca_arena *mem, const oca_answers *answers,
                      const oca_questionnaire *questionnaire, const oca_export *export, oca_faults *faults);

/* Finds which rows are one submission, by their uuids; two with different answers are a fault. */
void oca_collect_duplicates(oca_submissions *all, oca_collected *told, oca_arena *mem, size_t n_items,
                            oca_faults *faults);

bool oca_collect_same_answer(const oca_given_answer *a, const oca_given_answer *b);

/* "2", "na", "dk" or "nothing", for messages. */
const char *oca_collect_answer_shown(oca_arena *mem, const oca_given_answer *given);

#endif
