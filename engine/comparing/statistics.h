/* The few statistics that comparisons need (scoring document, "Two rounds", "Portfolio").
 *
 * Two values are equal when they are after rounding to 9 decimals, here as everywhere. What is undefined is not given,
 * never 0. For one thread at a time: GSL has one error handler. */
#ifndef OCA_COMPARING_STATISTICS_H
#define OCA_COMPARING_STATISTICS_H

#include "../base/number.h"

/* Not given for n = 0. */
oca_number oca_mean(const double *values, size_t n);

/* The value below which the share `p` (0 to 1) of the n sorted values lies: R's type 7, which is Excel's QUARTILE.INC
 * and PERCENTILE.INC (Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996). Not given for n = 0. */
oca_number oca_quantile(const double *sorted, size_t n, double p);

/* What a distribution is told by; each not given for n = 0. */
typedef struct {
    size_t n;
    oca_number mean, median, q1, q3, least, greatest;
} oca_summary;

/* Sorts `values`. */
oca_summary oca_summarize(double *values, size_t n);

typedef struct {
    bool given;
    double low, high;
} oca_interval;

/* Student's 95 % interval of the mean. Not given for n < 3, or where all values are equal. */
oca_interval oca_t_interval(const double *values, size_t n);

/* Welch's 95 % interval of mean(b) - mean(a), with Satterthwaite's degrees of freedom. Not given where one of them has
 * fewer than two values, or neither varies. */
oca_interval oca_welch_interval(const double *a, size_t n_a, const double *b, size_t n_b);

/* Wilcoxon's signed rank test, two-sided. */
typedef struct {
    size_t n;              /* differences that are not 0 */
    oca_number p;          /* not given for n = 0 */
    oca_number smallest_p; /* that n differences can reach, min(1, 2 / 2^n); not given for n = 0 or beyond exactness */
} oca_signed_rank;

enum { OCA_MOST_EXACT_PAIRS = 200 };

/* Zeros are dropped, equal sizes share the mean of their ranks. Exact, by counting all signs that could have been, up
 * to OCA_MOST_EXACT_PAIRS differences: p = min(1, 2 min(P(W <= w), P(W >= w))). Beyond that the normal approximation
 * with correction for ties, without correction for continuity. */
oca_signed_rank oca_wilcoxon(const double *differences, size_t n);

#endif
