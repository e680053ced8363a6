#include "people.h"

#include <stdlib.h>
#include <string.h>

struct oca_person {
    const char *id;
    size_t number;
};

static int by_id(const void *left, const void *right) {
    return strcmp(((const oca_person *)left)->id, ((const oca_person *)right)->id);
}

oca_people oca_people_of(oca_arena *mem, const oca_assessment *assessment) {
    size_t n = assessment->participants.n;
    oca_person *sorted = oca_alloc(mem, n * sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = (oca_person){assessment->participants.at[i].id, i};
    if (n)
        qsort(sorted, n, sizeof *sorted, by_id);
    return (oca_people){sorted, n};
}

long oca_people_find(const oca_people *people, const char *id) {
    oca_person wanted = {.id = id};
    const oca_person *found = people->n ? bsearch(&wanted, people->at, people->n, sizeof *people->at, by_id) : NULL;
    return found ? (long)found->number : OCA_NOBODY;
}
