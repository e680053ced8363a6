/* What belongs first on the page (scoring document, "Two rounds": reasons). */
#include "parts.h"

static bool names_someone(const oca_assessment *assessment) {
    for (size_t i = 0; i < assessment->facilitators.n; i++)
        if (*assessment->facilitators.at[i].name)
            return true;
    return false;
}

static bool share_a_facilitator(const oca_assessment *a, const oca_assessment *b) {
    for (size_t i = 0; i < a->facilitators.n; i++)
        for (size_t k = 0; k < b->facilitators.n; k++)
            if (*a->facilitators.at[i].name && oca_equal(a->facilitators.at[i].name, b->facilitators.at[k].name))
                return true;
    return false;
}

static bool other_facilitators(const oca_assessment *a, const oca_assessment *b) {
    return names_someone(a) && names_someone(b) && !share_a_facilitator(a, b);
}

/* Private scores before the discussion in one round, after it in the other. */
static bool private_changed(const oca_assessment *a, const oca_assessment *b) {
    return a->private_scores && b->private_scores && a->private_scores != b->private_scores;
}

static bool fewer_participants(const oca_assessment *baseline, const oca_assessment *reassessment) {
    size_t before = baseline->participants.n, now = reassessment->participants.n;
    return now && 2 * now < before; /* so there were some at baseline */
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
        {other_facilitators(baseline, reassessment), "other-facilitators"},
        {fewer_participants(baseline, reassessment), "fewer-participants"},
    };
    for (size_t i = 0; i < OCA_COUNT(all); i++)
        if (all[i].holds)
            *(const char **)OCA_ADD(mem, &out->reasons) = all[i].word;
}
