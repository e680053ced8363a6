/* Which rows are one submission: those that share a uuid, in one export or in several. An edited submission keeps its
 * root uuid, and a phone's file bears the uuid that its server knows. */
#include "parts.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *uuid;
    size_t row;
} bearer;

static int by_uuid(const void *left, const void *right) {
    const bearer *a = left, *b = right;
    int order = strcmp(a->uuid, b->uuid);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

/* The first row of the submission; the way there is made shorter while it is gone. */
static size_t first_of(oca_submissions *all, size_t row) {
    while (all->at[row].same_as != row)
        row = all->at[row].same_as = all->at[all->at[row].same_as].same_as;
    return row;
}

static void join(oca_submissions *all, size_t a, size_t b) {
    a = first_of(all, a);
    b = first_of(all, b);
    all->at[a > b ? a : b].same_as = a < b ? a : b;
}

void oca_collect_duplicates(oca_submissions *all, oca_collected *told, oca_arena *mem, size_t n_items,
                            oca_faults *faults) {
    OCA_LIST(bearer) bearers = {0};
    for (size_t i = 0; i < all->n; i++) {
        all->at[i].same_as = i;
        for (size_t k = 0; k < all->at[i].uuids.n; k++)
            *(bearer *)OCA_ADD(mem, &bearers) = (bearer){all->at[i].uuids.at[k], i};
    }
    if (bearers.n)
        qsort(bearers.at, bearers.n, sizeof *bearers.at, by_uuid);
    for (size_t i = 1; i < bearers.n; i++)
        if (oca_equal(bearers.at[i].uuid, bearers.at[i - 1].uuid))
            join(all, bearers.at[i].row, bearers.at[i - 1].row);
    for (size_t i = 0; i < all->n; i++) {
        all->at[i].same_as = first_of(all, i);
        const oca_submission *s = &all->at[i], *first = &all->at[s->same_as];
        if (s == first)
            continue;
        told->duplicates++;
        size_t item = 0;
        while (item < n_items && oca_collect_same_answer(&s->given[item], &first->given[item]))
            item++;
        if (item < n_items)
            oca_report_at(faults, OCA_FAULT, s->export->file, s->row->where,
                          "this submission stands in %s %s too, with other answers: give only the newer file",
                          first->export->file, oca_where_text(mem, first->row->where));
    }
}
