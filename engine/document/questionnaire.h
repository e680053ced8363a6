/* What is asked of each participant on a phone: names and labels of questions and choices, in every language of the
 * rubric (formats document, "Kobo / ODK names").
 *
 * The one place for them: forms are made from it, and the answers in an export are found by it, be they headed by names
 * or by labels. Names never change for a rubric: who has deployed a form keeps its columns. */
#ifndef OCA_DOCUMENT_QUESTIONNAIRE_H
#define OCA_DOCUMENT_QUESTIONNAIRE_H

#include "frame.h"
#include "questionnaire_words.h"

typedef struct {
    const char *code;   /* "fr"; NULL: the rubric names no language */
    const char *called; /* "French (fr)"; "" without a code */
} oca_language;

/* A text in each of the questionnaire's languages: at[language]. Where a translation is missing it is the rubric's own
 * text; never NULL, "" if there is none at all. */
typedef const char *const *oca_labels;

typedef struct {
    const char *name;  /* "2", "2.5", "na", "dk" */
    oca_labels labels; /* "2 - What level 2 looks like" */
} oca_choice;

typedef struct {
    const char *name, *note_name; /* "i_gov_rules", and its justification "c_gov_rules" */
    oca_labels labels;            /* "1.2 Rules" */
    oca_labels titles;            /* "Rules" */
    oca_labels statements;
    oca_labels note_labels; /* "1.2 Justification" */
    OCA_LIST(oca_choice) choices;
    /* Of an item that is reached by criteria, which are ticked before: */
    const char *ticks_name;        /* "t_gov_rules"; NULL of any other item */
    oca_labels ticks_labels;       /* "1.2 Rules: tick all that is so today" */
    OCA_LIST(oca_choice) criteria; /* names are their ids; by level, lowest first */
} oca_question;

typedef struct {
    const oca_frame *frame;
    OCA_LIST(oca_language) languages; /* the rubric's own first; at least one */
    const oca_question *questions;    /* by item of the frame */
    const oca_labels *areas;          /* by node: "1 Governance"; of node 0 the rubric's title */
} oca_questionnaire;

/* Numbers are those of the whole rubric, so that a tailoring does not change a label. `frame` must outlive it. */
oca_questionnaire oca_questionnaire_build(oca_arena *mem, const oca_frame *frame);

/* "asm-association@1.0#DIGEST": which instrument a form's answers are to. */
const char *oca_rubric_reference(oca_arena *mem, const oca_rubric *rubric);

/* A word of the program in each of the languages: never empty. */
oca_labels oca_questionnaire_word(oca_arena *mem, const oca_questionnaire *questionnaire, oca_form_word word);

#endif
