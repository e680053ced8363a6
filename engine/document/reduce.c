/* The assessment as it is handed on; declared in answers.h. */
#include "answers.h"

/* Counts one answer, in the list of the answers that were given so far. */
static void count(oca_arena *mem, oca_answer *out, const oca_score *score) {
    for (size_t i = 0; i < out->tallies.n; i++) {
        oca_tally *tally = &out->tallies.at[i];
        bool same = score->value.given ? tally->value.given && oca_compare(tally->value.value, score->value.value) == 0
                                       : !tally->value.given && tally->answer == score->answer;
        if (same) {
            tally->n.value++;
            return;
        }
    }
    oca_tally *tally = OCA_ADD(mem, &out->tallies);
    *tally = (oca_tally){.value = score->value, .answer = score->answer, .n = oca_given(1)};
}

/* Lowest value first, then "not applicable", then "don't know": the order must not tell who answered first. */
static bool stands_before(const oca_tally *a, const oca_tally *b) {
    if (a->value.given && b->value.given)
        return a->value.value < b->value.value;
    return a->value.given || (!b->value.given && a->answer < b->answer);
}

static void sort(oca_answer *out) {
    for (size_t i = 1; i < out->tallies.n; i++)
        for (size_t k = i; k > 0 && stands_before(&out->tallies.at[k], &out->tallies.at[k - 1]); k--) {
            oca_tally tally = out->tallies.at[k];
            out->tallies.at[k] = out->tallies.at[k - 1];
            out->tallies.at[k - 1] = tally;
        }
}

oca_assessment oca_assessment_reduced(oca_arena *mem, const oca_assessment *assessment) {
    oca_assessment reduced = *assessment;
    reduced.participants.at = NULL;
    reduced.participants.n = reduced.participants.room = 0;
    reduced.answers.at = NULL;
    reduced.answers.n = reduced.answers.room = 0;
    for (size_t i = 0; i < assessment->answers.n; i++) {
        oca_answer *answer = OCA_ADD(mem, &reduced.answers);
        *answer = assessment->answers.at[i];
        if (!answer->scores.n)
            continue;
        answer->scores.at = NULL;
        answer->scores.n = answer->scores.room = 0;
        const oca_answer *full = &assessment->answers.at[i];
        for (size_t k = 0; k < full->scores.n; k++)
            if (full->scores.at[k].value.given || full->scores.at[k].answer)
                count(mem, answer, &full->scores.at[k]);
        sort(answer);
    }
    return reduced;
}
