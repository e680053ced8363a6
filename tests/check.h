/* What all test programs share: one cmocka test for each row of a table, and doubles compared honestly. */
#ifndef OCA_TESTS_CHECK_H
#define OCA_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants the four above first */
#include <cmocka.h>
#include <math.h>
#include <stdbool.h>

/* cmocka's own comparison of floats is single precision and passes for NaN. */
#define assert_near(actual, expected) assert_near_at((actual), (expected), __FILE__, __LINE__)

static inline void assert_near_at(double actual, double expected, const char *file, int line) {
    if (!(fabs(actual - expected) <= 1e-9 * fmax(1, fabs(expected)))) {
        print_error("%.17g is not %.17g\n", actual, expected);
        _fail(file, line);
    }
}

/* Runs `test` once for each row of an array whose rows begin with their name; returns how many failed. */
#define CHECK_ROWS(group, rows, test) check_rows((group), (rows), sizeof *(rows), sizeof(rows) / sizeof *(rows), (test))

static inline int check_rows(const char *group, const void *rows, size_t size, size_t n, CMUnitTestFunction test) {
    struct CMUnitTest tests[256] = {0};
    assert_true(n <= sizeof tests / sizeof *tests);
    for (size_t i = 0; i < n; i++) {
        uintptr_t row = (uintptr_t)rows + i * size;
        tests[i].name = *(const char *const *)row;
        tests[i].test_func = test;
        tests[i].initial_state = (void *)row;
    }
    return _cmocka_run_group_tests(group, tests, n, NULL, NULL);
}

#endif
