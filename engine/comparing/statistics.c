#include "statistics.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>

#define CONFIDENCE 0.95

oca_number oca_mean(const double *values, size_t n) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return n ? oca_given(sum / (double)n) : (oca_number){0};
}

oca_number oca_quantile(const double *sorted, size_t n, double p) {
    if (n == 0)
        return (oca_number){0};
    double place = p * (double)(n - 1);
    size_t below = (size_t)floor(place);
    if (below + 1 >= n)
        return oca_given(sorted[n - 1]);
    return oca_given(sorted[below] + (place - (double)below) * (sorted[below + 1] - sorted[below]));
}

static int by_value(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

oca_summary oca_summarize(double *values, size_t n) {
    if (n)
        qsort(values, n, sizeof *values, by_value);
    return (oca_summary){.n = n,
                         .mean = oca_mean(values, n),
                         .median = oca_quantile(values, n, 0.5),
                         .q1 = oca_quantile(values, n, 0.25),
                         .q3 = oca_quantile(values, n, 0.75),
                         .least = oca_quantile(values, n, 0),
                         .greatest = oca_quantile(values, n, 1)};
}

static bool varies(const double *values, size_t n) {
    double least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        least = fmin(least, values[i]);
        most = fmax(most, values[i]);
    }
    return n > 1 && oca_compare(least, most) != 0;
}

/* The square of the mean's standard error, of n >= 2 values. */
static double variance_of_mean(const double *values, size_t n) {
    double mean = oca_mean(values, n).value, squares = 0;
    for (size_t i = 0; i < n; i++)
        squares += (values[i] - mean) * (values[i] - mean);
    return squares / (double)(n - 1) / (double)n;
}

static oca_interval around(double middle, double variance, double degrees) {
    gsl_set_error_handler_off(); /* or GSL would end the program; a failed quantile is NaN, told below */
    double half = gsl_cdf_tdist_Pinv((1 + CONFIDENCE) / 2, degrees) * sqrt(variance);
    return (oca_interval){isfinite(half), middle - half, middle + half};
}

oca_interval oca_t_interval(const double *values, size_t n) {
    enum { FEWEST = 3 };
    if (n < FEWEST || !varies(values, n))
        return (oca_interval){0};
    return around(oca_mean(values, n).value, variance_of_mean(values, n), (double)(n - 1));
}

oca_interval oca_welch_interval(const double *a, size_t n_a, const double *b, size_t n_b) {
    if (n_a < 2 || n_b < 2 || (!varies(a, n_a) && !varies(b, n_b)))
        return (oca_interval){0};
    double of_a = variance_of_mean(a, n_a), of_b = variance_of_mean(b, n_b), both = of_a + of_b;
    double degrees = both * both / (of_a * of_a / (double)(n_a - 1) + of_b * of_b / (double)(n_b - 1));
    return around(oca_mean(b, n_b).value - oca_mean(a, n_a).value, both, degrees);
}

/* A difference that is not 0: its size in units of the ninth decimal, and twice its rank. */
typedef struct {
    double size;
    bool positive;
    size_t rank2; /* twice, because equal sizes share the mean of their ranks */
} ranked;

static int by_size(const void *left, const void *right) {
    const ranked *a = left, *b = right;
    return (a->size > b->size) - (a->size < b->size);
}

/* Ranks the n differences; returns the sum of t^3 - t over the groups of t equal ones. */
static double rank_all(ranked *all, size_t n) {
    double ties = 0;
    qsort(all, n, sizeof *all, by_size);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && all[end].size == all[i].size;)
            end++;
        for (size_t k = i; k < end; k++)
            all[k].rank2 = i + 1 + end; /* the ranks i + 1 to end */
        double t = (double)(end - i);
        ties += t * t * t - t;
    }
    return ties;
}

/* P(W <= w) and P(W >= w), doubled: every sign is as likely as its opposite, so each difference halves what was and
 * adds the same, moved by its rank. */
static double exact_p(const ranked *all, size_t n, size_t w2, oca_arena *mem) {
    size_t most = n * (n + 1), reached = 0; /* twice the sum of all ranks */
    double *chance = oca_alloc(mem, (most + 1) * sizeof *chance), below = 0, above = 0;
    chance[0] = 1;
    for (size_t i = 0; i < n; i++) {
        reached += all[i].rank2;
        for (size_t k = reached + 1; k-- > 0;)
            chance[k] = (chance[k] + (k >= all[i].rank2 ? chance[k - all[i].rank2] : 0)) / 2;
    }
    for (size_t k = 0; k <= w2; k++)
        below += chance[k];
    for (size_t k = most + 1; k-- > w2;)
        above += chance[k];
    return fmin(1, 2 * fmin(below, above));
}

static double approximate_p(size_t pairs, size_t w2, double ties) {
    double n = (double)pairs, mean = n * (n + 1) / 4, variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
    return erfc(fabs((double)w2 / 2 - mean) / sqrt(variance) / sqrt(2));
}

oca_signed_rank oca_wilcoxon(const double *differences, size_t n) {
    oca_arena mem = {0};
    ranked *all = oca_alloc(&mem, n * sizeof *all);
    oca_signed_rank out = {0};
    for (size_t i = 0; i < n; i++)
        if (oca_compare(differences[i], 0) != 0)
            all[out.n++] = (ranked){.size = round(fabs(differences[i]) * 1e9), .positive = differences[i] > 0};
    if (out.n) {
        double ties = rank_all(all, out.n);
        size_t w2 = 0; /* twice W, the sum of the ranks of the positive ones */
        for (size_t i = 0; i < out.n; i++)
            w2 += all[i].positive ? all[i].rank2 : 0;
        bool exact = out.n <= OCA_MOST_EXACT_PAIRS;
        out.p = oca_given(exact ? exact_p(all, out.n, w2, &mem) : approximate_p(out.n, w2, ties));
        if (exact)
            out.smallest_p = oca_given(fmin(1, ldexp(2, -(int)out.n)));
    }
    oca_arena_free(&mem);
    return out;
}
