/* Participants found by their codes, however many there are. */
#ifndef OCA_DOCUMENT_PEOPLE_H
#define OCA_DOCUMENT_PEOPLE_H

#include "assessment.h"

typedef struct oca_person oca_person;

typedef struct {
    const oca_person *at; /* by code */
    size_t n;
} oca_people;

/* Points into the assessment. */
oca_people oca_people_of(oca_arena *mem, const oca_assessment *assessment);

enum { OCA_NOBODY = -1 };

/* The participant's number in the order of the document, or OCA_NOBODY. */
long oca_people_find(const oca_people *people, const char *id);

#endif
