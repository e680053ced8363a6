/* An assessment held against a rubric: every id found, every value on its scale. */
#ifndef OCA_DOCUMENT_ANSWERS_H
#define OCA_DOCUMENT_ANSWERS_H

#include "assessment.h"
#include "frame.h"

/* One thing that is unfinished. It stops nothing unless --strict (formats document, "Faults and drafts"). */
typedef struct {
    const char *item; /* NULL: of the assessment as a whole */
    const char *what; /* answer, reason, evidence; facilitator, participants, profile */
    oca_where where;  /* zeroed if nothing stands in the file */
} oca_to_complete;

typedef OCA_LIST(oca_to_complete) oca_to_completes;

/* How often participants gave one answer. */
typedef struct {
    double value; /* a numeric score */
    long count;
} oca_count;

typedef struct {
    OCA_LIST(oca_count) values; /* numeric scores, lowest first */
    long n, na, dk;             /* numeric scores; "not applicable"; "don't know" */
} oca_counts;

/* By item of the frame; NULL where the assessment says nothing. */
typedef struct {
    const oca_assessment *assessment;
    const oca_frame *frame;
    const oca_answer **answers;
    oca_counts *counts; /* by item: what participants answered, singly or as tallies */
    const oca_target **targets;
    const oca_priority **priorities;
    const bool *item_applies; /* by item */
    const bool *node_applies; /* by node */
} oca_answers;

/* Finds everything and checks it; faults name `assessment->file` and the line. Usable only if no fault was added. */
oca_status oca_answers_build(oca_answers *out, oca_arena *mem, const oca_assessment *assessment, const oca_frame *frame,
                             oca_faults *faults) __attribute__((warn_unused_result));

/* True if what is marked so applies to an organization of this profile: `applies-to` needs at least one match, `except`
 * none; empty is absent (formats document, "Rubric"). */
bool oca_applies(const oca_strings *profile, const oca_strings *applies_to, const oca_strings *except);
/* Fills in what applies to the organization, from `answers->assessment` and `frame`: part of oca_answers_build. */
void oca_answers_find_applicable(oca_arena *mem, oca_answers *answers);

/* True if the judgement (may be NULL) ticks the criterion. */
bool oca_judgement_meets(const oca_judgement *judgement, const char *criterion);

/* What participants answered in `answer`, singly or as tallies. */
oca_counts oca_counts_of(oca_arena *mem, const oca_answer *answer);

/* The level reached by the criteria that are met: the highest whose criteria, and those of all levels below, are
 * met; the lowest needs none (formats document, "Rubric"). */
double oca_level_by_criteria(const oca_frame_item *item, const oca_judgement *judgement);

/* The judgement's answer: its value, or the level its criteria reach; not given if it has neither. */
oca_number oca_judged(const oca_frame_item *item, const oca_judgement *judgement);

/* The value of the measure `id`; not given if the assessment has none. */
oca_number oca_measured_value(const oca_assessment *assessment, const char *id);

/* The order of tallies that the program makes: lowest value first, then "not applicable", then "don't know". It must
 * not tell who answered first. */
bool oca_tally_before(const oca_tally *a, const oca_tally *b);

/* A copy of the assessment that tells on nobody: no participants, no single scores, no notes of theirs; per item only
 * how often each answer was given (formats document, "Workbooks": what is handed on). Usable by every function that
 * takes an assessment, with the same scores. */
oca_assessment oca_assessment_reduced(oca_arena *mem, const oca_assessment *assessment);

#endif
