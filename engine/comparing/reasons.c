/* What belongs first on the page (scoring document, "Two rounds": reasons). */
#include "parts.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The names of a round's facilitators, sorted, however an editor has broken their lines. */
static oca_strings facilitators_of(oca_arena *mem, const oca_assessment *assessment) {
    oca_strings names = {0};
    for (size_t i = 0; i < assessment->facilitators.n; i++) {
        const char *name = assessment->facilitators.at[i].name, *folded = oca_trim(mem, name, strlen(name), true);
        if (*folded)
            *(const char **)OCA_ADD(mem, &names) = folded;
    }
    if (names.n)
        qsort(names.at, names.n, sizeof *names.at, by_name);
    return names;
}

static bool other_facilitators(oca_arena *mem, const oca_assessment *a, const oca_assessment *b) {
    oca_strings before = facilitators_of(mem, a), now = facilitators_of(mem, b);
    for (size_t i = 0; before.n && i < now.n; i++)
        if (bsearch(&now.at[i], before.at, before.n, sizeof *before.at, by_name))
            return false;
    return before.n && now.n;
}

/* Private scores before the discussion in one round, after it in the other. */
static bool private_changed(const oca_assessment *a, const oca_assessment *b) {
    return a->private_scores && b->private_scores && a->private_scores != b->private_scores;
}

/* Fewer than half as many; so there were some at baseline. */
static bool fewer_participants(const oca_comparison *c) {
    return c->people_reassessment && 2 * c->people_reassessment < c->people_baseline;
}

static bool on_several_bases(const oca_comparison *c) {
    oca_layer first = OCA_LAYER_NONE;
    for (size_t i = 0; i < c->matching->reassessment->n_items; i++) {
        if (c->items[i].listing != OCA_COMMON)
            continue;
        if (first && c->items[i].basis != first)
            return true;
        first = c->items[i].basis;
    }
    return false;
}

void oca_compare_find_reasons(oca_arena *mem, oca_comparison *out) {
    const oca_assessment *baseline = out->baseline->answers->assessment;
    const oca_assessment *reassessment = out->reassessment->answers->assessment;
    const struct {
        bool holds;
        const char *word;
    } all[] = {
        {baseline->as_of.given, "reconstructed-baseline"},
        {private_changed(baseline, reassessment), "private-changed"},
        {out->listed[OCA_OTHER_BASIS].n > 0, "other-basis"},
        {on_several_bases(out), "mixed-basis"},
        {other_facilitators(mem, baseline, reassessment), "other-facilitators"},
        {fewer_participants(out), "fewer-participants"},
    };
    for (size_t i = 0; i < OCA_COUNT(all); i++)
        if (all[i].holds)
            *(const char **)OCA_ADD(mem, &out->reasons) = all[i].word;
}
