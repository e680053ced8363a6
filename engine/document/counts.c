/* How often participants gave each answer to an item; declared in answers.h. */
#include "answers.h"

static void count_value(oca_arena *mem, oca_counts *counts, double value, long times) {
    counts->n += times;
    size_t i = 0;
    while (i < counts->values.n && oca_compare(counts->values.at[i].value, value) < 0)
        i++;
    if (i < counts->values.n && oca_compare(counts->values.at[i].value, value) == 0) {
        counts->values.at[i].count += times;
        return;
    }
    (void)(oca_count *)OCA_ADD(mem, &counts->values);
    for (size_t k = counts->values.n - 1; k > i; k--)
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a list that was added to has elements */
        counts->values.at[k] = counts->values.at[k - 1];
    counts->values.at[i] = (oca_count){value, times};
}

/* Small whole numbers, which nearly all scores are, are counted by themselves. */
enum { SMALL = 16 };

typedef struct {
    long counts[SMALL];
    unsigned seen; /* bit i: there is a score of i */
} small_numbers;

static inline bool is_small(double value) {
    return value >= 0 && value < SMALL && value == (double)(int)value;
}

static void take_small(oca_arena *mem, oca_counts *counts, const small_numbers *small) {
    oca_list_reserve(mem, &counts->values, sizeof *counts->values.at, (size_t)__builtin_popcount(small->seen));
    for (unsigned left = small->seen; left; left &= left - 1) {
        int value = __builtin_ctz(left);
        *(oca_count *)OCA_ADD(mem, &counts->values) = (oca_count){value, small->counts[value]};
        counts->n += small->counts[value];
    }
}

static void count_scores(oca_arena *mem, oca_counts *counts, const oca_answer *answer) {
    small_numbers small = {.seen = 0};
    size_t others = 0;
    for (size_t i = 0; i < answer->scores.n; i++) {
        const oca_score *score = &answer->scores.at[i];
        if (score->value.given && is_small(score->value.value)) {
            small.counts[(int)score->value.value]++;
            small.seen |= 1U << (int)score->value.value;
        } else {
            others += score->value.given;
        }
        counts->na += score->answer == OCA_ANSWER_NA;
        counts->dk += score->answer == OCA_ANSWER_DK;
    }
    take_small(mem, counts, &small);
    for (size_t i = 0; others && i < answer->scores.n; i++)
        if (answer->scores.at[i].value.given && !is_small(answer->scores.at[i].value.value))
            count_value(mem, counts, answer->scores.at[i].value.value, 1);
}

oca_counts oca_counts_of(oca_arena *mem, const oca_answer *answer) {
    oca_counts counts = {0};
    if (answer->scores.n)
        count_scores(mem, &counts, answer);
    for (size_t i = 0; i < answer->tallies.n; i++) {
        const oca_tally *tally = &answer->tallies.at[i];
        long times = (long)oca_or(tally->n, 0);
        if (tally->value.given && times > 0)
            count_value(mem, &counts, tally->value.value, times);
        counts.na += tally->answer == OCA_ANSWER_NA ? times : 0;
        counts.dk += tally->answer == OCA_ANSWER_DK ? times : 0;
    }
    return counts;
}
