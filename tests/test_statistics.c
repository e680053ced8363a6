/* Statistics against published values: each row names its source. */
#include "../engine/comparing/statistics.h"
#include "check.h"

/* Student, "The Probable Error of a Mean" (1908): hours of sleep gained under two drugs. The intervals are those that
 * R's manual computes from its data set `sleep`. */
static const double sleep_1[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2};
static const double sleep_2[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

enum { MOST = 20 };

static const struct quartiles {
    const char *name;
    size_t n;
    double values[MOST];
    double q1, median, q3;
} quartiles[] = {
    {"Excel's manual, QUARTILE", 8, {1, 2, 4, 7, 8, 9, 10, 12}, 3.5, 7.5, 9.25},
    {"unsorted", 8, {12, 10, 1, 9, 8, 2, 7, 4}, 3.5, 7.5, 9.25},
    {"type 7 of 1 to 10, R's quantile(1:10)", 10, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 3.25, 5.5, 7.75},
    {"an odd number lies on its values", 5, {10, 20, 30, 40, 50}, 20, 30, 40},
    {"two", 2, {1, 2}, 1.25, 1.5, 1.75},
    {"one is all of them", 1, {7}, 7, 7, 7},
};

static void check_quartiles(void **state) {
    const struct quartiles *row = *state;
    double values[MOST];
    for (size_t i = 0; i < row->n; i++)
        values[i] = row->values[i];
    oca_summary summary = oca_summarize(values, row->n);
    assert_near(summary.q1.value, row->q1);
    assert_near(summary.median.value, row->median);
    assert_near(summary.q3.value, row->q3);
}

static void check_nothing(void **state) {
    (void)state;
    oca_summary none = oca_summarize(NULL, 0);
    assert_false(none.mean.given || none.median.given || none.q1.given || none.q3.given);
    oca_signed_rank test = oca_wilcoxon((const double[]){0, 1e-12}, 2);
    assert_true(test.n == 0 && !test.p.given && !test.smallest_p.given);
    assert_false(oca_t_interval((const double[]){1, 2}, 2).given);
    assert_false(oca_t_interval((const double[]){0.3, 0.1 + 0.2, 0.3}, 3).given); /* equal but for binary noise */
    assert_false(oca_welch_interval((const double[]){1, 1}, 2, (const double[]){2, 2}, 2).given);
    assert_false(oca_welch_interval((const double[]){1}, 1, (const double[]){2, 3}, 2).given);
}

/* R prints seven significant digits. */
static void assert_printed(double actual, double printed) {
    if (!(fabs(actual - printed) <= 5.1e-8))
        fail_msg("%.10f is not %.7f", actual, printed);
}

static void check_student(void **state) {
    (void)state;
    double gained[10];
    for (size_t i = 0; i < 10; i++)
        gained[i] = sleep_2[i] - sleep_1[i];
    oca_interval paired = oca_t_interval(gained, 10);
    assert_true(paired.given);
    assert_near(oca_mean(gained, 10).value, 1.58);
    assert_printed(paired.low, 0.7001142);
    assert_printed(paired.high, 2.4598858);
}

static void check_welch(void **state) {
    (void)state;
    oca_interval apart = oca_welch_interval(sleep_1, 10, sleep_2, 10);
    assert_true(apart.given);
    assert_printed(apart.low, -0.2054832);
    assert_printed(apart.high, 3.3654832);
    /* One that does not vary adds nothing: 1.5 ± t(0.975; 1) 0.5, t = 12.706204736 (tables of Student's t). */
    oca_interval one = oca_welch_interval((const double[]){0, 0, 0}, 3, (const double[]){1, 2}, 2);
    assert_true(fabs(one.high - (1.5 + 0.5 * 12.706204736)) < 1e-8);
}

/* The largest smaller rank sum that is significant at 5 %, two-sided: F. Wilcoxon and R. A. Wilcox, "Some Rapid
 * Approximate Statistical Procedures" (1964), as printed in most textbooks. */
static const struct critical {
    const char *name;
    size_t n, w;
} criticals[] = {
    {"n = 6", 6, 0},    {"n = 7", 7, 2},     {"n = 8", 8, 3},     {"n = 9", 9, 5},     {"n = 10", 10, 8},
    {"n = 11", 11, 10}, {"n = 12", 12, 13},  {"n = 13", 13, 17},  {"n = 14", 14, 21},  {"n = 15", 15, 25},
    {"n = 16", 16, 29}, {"n = 17", 17, 34},  {"n = 18", 18, 40},  {"n = 19", 19, 46},  {"n = 20", 20, 52},
    {"n = 21", 21, 58}, {"n = 22", 22, 65},  {"n = 23", 23, 73},  {"n = 24", 24, 81},  {"n = 25", 25, 89},
    {"n = 26", 26, 98}, {"n = 27", 27, 107}, {"n = 28", 28, 116}, {"n = 29", 29, 126}, {"n = 30", 30, 137},
};

/* p of differences of the sizes 1 to n, of which some with the sum of ranks w are positive. */
static double p_of(size_t n, size_t w) {
    double differences[OCA_MOST_EXACT_PAIRS];
    for (size_t rank = n; rank > 0; rank--) {
        bool positive = rank <= w;
        w -= positive ? rank : 0;
        differences[rank - 1] = positive ? (double)rank : -(double)rank;
    }
    return oca_wilcoxon(differences, n).p.value;
}

static void check_critical(void **state) {
    const struct critical *row = *state;
    assert_true(p_of(row->n, row->w) <= 0.05);
    assert_true(p_of(row->n, row->w + 1) > 0.05);
    assert_near(p_of(row->n, row->n * (row->n + 1) / 2 - row->w), p_of(row->n, row->w)); /* both sides alike */
}

static const struct signed_rank {
    const char *name;
    size_t n;
    double differences[MOST];
    size_t counted;
    double p, smallest;
} signed_ranks[] = {
    /* Hollander and Wolfe, "Nonparametric Statistical Methods" (1973), p. 29: V = 40, one-sided 0.01953. */
    {"Hollander and Wolfe's depression scale",
     9,
     {0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01},
     9,
     2 * 10 / 512.0,
     2 / 512.0},
    /* C. Darwin's maize, crossed against self-fertilized (1876), in eighths of an inch: W = 24 of
     * 120, p = 0.04126 in R. */
    {"Darwin's maize",
     15,
     {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48},
     15,
     1352 / 32768.0,
     2 / 32768.0},
    /* By hand: of 2^4 signs, 1 gives W = 10, so 2/16. */
    {"all up", 4, {1, 2, 3, 4}, 4, 0.125, 0.125},
    {"zeros are dropped", 6, {0, 1, 0, 2, 3, 4}, 4, 0.125, 0.125},
    /* By hand: ranks 2 2 2, W = 4: P(W >= 4) = 4/8, so p = 1. */
    {"equal sizes share ranks", 3, {1, 1, -1}, 3, 1, 0.25},
    /* By hand: ranks 1.5 1.5 3: W = 4.5 is reached by 2 of 8, 6 by 1: P(W >= 4.5) = 3/8. */
    {"half ranks", 3, {-0.1, 0.3 - 0.2, 5}, 3, 0.75, 0.25},
    {"one pair says nothing", 1, {5}, 1, 1, 1},
};

static void check_signed_rank(void **state) {
    const struct signed_rank *row = *state;
    oca_signed_rank test = oca_wilcoxon(row->differences, row->n);
    assert_int_equal(test.n, row->counted);
    assert_near(test.p.value, row->p);
    assert_near(test.smallest_p.value, row->smallest);
}

/* With equal sizes the test is a sign test, whose normal approximation is known: z = (120 - 201/2) / sqrt(201/4). */
static void check_approximation(void **state) {
    (void)state;
    double differences[201];
    for (size_t i = 0; i < 201; i++)
        differences[i] = i < 120 ? 2 : -2;
    oca_signed_rank test = oca_wilcoxon(differences, 201);
    assert_int_equal(test.n, 201);
    assert_near(test.p.value, erfc((120 - 100.5) / sqrt(201 / 4.0) / sqrt(2)));
    assert_false(test.smallest_p.given);
    assert_true(oca_wilcoxon(differences, 200).smallest_p.given);
    /* Exact and approximate agree where they meet. */
    assert_true(fabs(oca_wilcoxon(differences, 200).p.value - test.p.value) < 0.002);
}

int main(void) {
    const struct CMUnitTest single[] = {
        cmocka_unit_test(check_nothing),
        cmocka_unit_test(check_student),
        cmocka_unit_test(check_welch),
        cmocka_unit_test(check_approximation),
    };
    return cmocka_run_group_tests_name("statistics", single, NULL, NULL) +
           CHECK_ROWS("quartiles", quartiles, check_quartiles) +
           CHECK_ROWS("critical values", criticals, check_critical) +
           CHECK_ROWS("signed ranks", signed_ranks, check_signed_rank);
}
