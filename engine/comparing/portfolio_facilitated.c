/* Who facilitates, and how that moves: from baseline to the latest round, and from year to year. */
#include "portfolio_parts.h"

#include <stdlib.h>

oca_number oca_facilitated_locally(const oca_facilitated *of) {
    size_t told = of->local + of->programme;
    return told ? oca_given(100 * (double)of->local / (double)told) : (oca_number){0};
}

static void count(oca_facilitated *out, const oca_kept_round *round) {
    out->local += round->facilitation == OCA_FACILITATION_LOCAL;
    out->programme += round->facilitation == OCA_FACILITATION_PROGRAMME;
    out->unknown += round->facilitation == OCA_FACILITATION_UNKNOWN;
}

void oca_count_facilitation(oca_figures *out, const oca_line *line) {
    const oca_kept_round *const rounds[] = {line->baseline, line->latest};
    bool told = true;
    for (size_t i = 0; i < OCA_COUNT(rounds); i++) {
        told = told && rounds[i] && rounds[i]->facilitation != OCA_FACILITATION_UNKNOWN;
        if (rounds[i])
            count(&out->facilitated[i], rounds[i]);
    }
    for (size_t i = 0; told && i < OCA_COUNT(rounds); i++)
        count(&out->told_twice[i], rounds[i]);
}

static int by_year(const void *left, const void *right) {
    const oca_facilitated_year *a = left, *b = right;
    return (a->year > b->year) - (a->year < b->year);
}

void oca_facilitated_by_year(oca_portfolio *p, oca_arena *mem) {
    for (size_t i = 0; i < p->n_rounds; i++) {
        int year, month, day;
        oca_day_parts(p->rounds[i].date, &year, &month, &day);
        size_t at = 0;
        while (at < p->facilitated.n && p->facilitated.at[at].year != year)
            at++;
        if (at == p->facilitated.n)
            *(oca_facilitated_year *)OCA_ADD(mem, &p->facilitated) = (oca_facilitated_year){.year = year};
        count(&p->facilitated.at[at].of, &p->rounds[i]);
    }
    if (p->facilitated.n)
        qsort(p->facilitated.at, p->facilitated.n, sizeof *p->facilitated.at, by_year);
}
