/* The few words of a phone's form that are the program's own, and the names of languages. */
#ifndef OCA_DOCUMENT_QUESTIONNAIRE_WORDS_H
#define OCA_DOCUMENT_QUESTIONNAIRE_WORDS_H

#include "../base/text.h"

typedef enum {
    OCA_FORM_NA,
    OCA_FORM_DK,
    OCA_FORM_JUSTIFICATION,
    OCA_FORM_WHY,      /* hint of a justification */
    OCA_FORM_SHOWN_BY, /* hint of one where evidence is required */
    OCA_FORM_REQUIRED, /* said when an answer is missing */
    OCA_FORM_TICK,     /* what to do with criteria */
    OCA_FORM_REACHED,  /* hint of a level that follows from them */
    OCA_FORM_TICKED,   /* said when the level is another than the one that they reach */
    OCA_FORM_BETWEEN,  /* "between" 2 */
    OCA_FORM_AND,      /* "and" 3 */
    OCA_FORM_ABOUT,    /* title of the first page */
    OCA_FORM_INTRODUCTION,
    OCA_FORM_ORGANIZATION,
    OCA_FORM_ASK_FACILITATOR,
    OCA_FORM_ROUND,
    OCA_FORM_BASELINE,
    OCA_FORM_INTERIM,
    OCA_FORM_REASSESSMENT,
    OCA_FORM_PROFILE,
    OCA_FORM_WORDS,
} oca_form_word;

/* The word in the language `code`, else in the language of that name without its region; NULL if the program does not
 * speak it. `other` from 1 on gives further spellings that an export of an older or hand-made form may have; NULL when
 * there are no more. */
const char *oca_form_word_in(oca_form_word word, const char *code, size_t other);

/* The languages that the program's words are in: "en", "fr" …; ended by NULL. */
extern const char *const oca_form_languages[];

/* "French" for "fr" and "fr-CA"; the code itself of a language that is not in the program's list. */
const char *oca_language_name(const char *code);

#endif
