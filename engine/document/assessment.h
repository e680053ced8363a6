/* The assessment: one organization, one round, as its XML says it (formats document, "Assessment").
 *
 * It names items, participants and measures by id; answers.h finds them in a rubric. Constant once read. */
#ifndef OCA_DOCUMENT_ASSESSMENT_H
#define OCA_DOCUMENT_ASSESSMENT_H

#include "shape.h"

typedef struct {
    oca_element element;
    const char *id, *name, *part_of, *country, *district, *ward;
    oca_strings profile;
    oca_number members, women, youth, disability;
} oca_organization;

typedef enum {
    OCA_FROM_ABSENT,
    OCA_FROM_PROGRAMME,
    OCA_FROM_CSO,
    OCA_FROM_GOVERNMENT,
    OCA_FROM_ASSOCIATION
} oca_facilitator_from;

typedef struct {
    oca_element element;
    oca_facilitator_from from;
    const char *name;
} oca_facilitator;

typedef struct {
    oca_element element;
    oca_date date;
    const char *from, *to, *place, *minutes; /* times as HH:MM */
    oca_number present, women, men, youth, disability, board;
} oca_sitting; /* the element is called session */

typedef struct {
    oca_element element;
    oca_strings to; /* association, programme, donor */
    oca_date date;
    const char *by;
} oca_consent;

/* A code, never a name. */
typedef struct {
    oca_element element;
    const char *id;
    oca_strings groups;
} oca_participant;

typedef enum { OCA_ANSWER_ABSENT, OCA_ANSWER_NA, OCA_ANSWER_DK } oca_answer_word;

/* What one participant answered. */
typedef struct {
    oca_element element;
    const char *by;
    oca_number value;
    oca_answer_word answer;
    oca_words notes;
} oca_score;

/* How many gave an answer: cards, pebbles, raised hands. */
typedef struct {
    oca_element element;
    oca_number value;
    oca_answer_word answer;
    oca_number n;
} oca_tally;

typedef struct {
    oca_element element;
    const char *criterion;
} oca_met;

/* A judgement of the group (agreed), of a visitor (verified), or of today about then (then). */
typedef struct {
    oca_element element;
    oca_number value;
    oca_answer_word answer;
    oca_date date;
    const char *by, *reason;
    OCA_LIST(oca_met) met;
    oca_words notes;
} oca_judgement;

typedef enum { OCA_KIND_ABSENT, OCA_KIND_DOCUMENT, OCA_KIND_PHOTO, OCA_KIND_SEEN, OCA_KIND_TOLD } oca_evidence_kind;

typedef struct {
    oca_element element;
    oca_evidence_kind kind;
    const char *href, *by, *lang, *text;
    oca_date date;
} oca_evidence;

typedef struct {
    oca_element element;
    const char *item;
    OCA_LIST(oca_score) scores;
    OCA_LIST(oca_tally) tallies;
    oca_judgement *agreed, *verified, *then;
    OCA_LIST(oca_evidence) evidence;
    oca_words notes;
} oca_answer;

typedef struct {
    oca_element element;
    const char *item;
    oca_number value;
} oca_target;

typedef struct {
    oca_element element;
    const char *item;
    oca_number votes;
    oca_yes_no chosen;
} oca_priority;

typedef struct {
    oca_element element;
    const char *id;
    oca_number value;
    oca_words notes;
} oca_measured;

typedef enum { OCA_PRIVATE_ABSENT, OCA_PRIVATE_BEFORE, OCA_PRIVATE_AFTER } oca_private;

typedef struct {
    oca_element element;
    const char *file; /* where it was read from, for messages; no attribute */
    const char *lang, *rubric, *rubric_version, *tailoring, *round;
    oca_date date, as_of;
    oca_private private_scores;
    oca_organization *organization;
    OCA_LIST(oca_facilitator) facilitators;
    OCA_LIST(oca_sitting) sessions;
    OCA_LIST(oca_consent) consents;
    OCA_LIST(oca_participant) participants;
    OCA_LIST(oca_answer) answers;
    OCA_LIST(oca_target) targets;
    OCA_LIST(oca_priority) priorities;
    OCA_LIST(oca_measured) measures;
    oca_words notes;
} oca_assessment;

extern const oca_format oca_assessment_format;
extern const oca_shape oca_evidence_shape;

/* True if it has a text or points somewhere: an empty element is no evidence (scoring document, Item 3). */
static inline bool oca_evidence_counts(const oca_evidence *evidence) {
    return evidence->href || (evidence->text && *evidence->text);
}

#endif
