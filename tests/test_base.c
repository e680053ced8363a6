/* Numbers, dates, text and faults: the ground everybody stands on. */
#include "../engine/base/date.h"
#include "../engine/base/fault.h"
#include "../engine/base/number.h"
#include "../engine/base/text.h"
#include "check.h"

#include <string.h>

/* Reading numbers. */
static const struct parsed {
    const char *name;
    bool good;
    double value;
} parsed[] = {
    {"2", true, 2},
    {"0.5", true, 0.5},
    {"-1", true, -1},
    {"-0", true, 0},
    {"007", true, 7},
    {"0000000000000000000012", true, 12},
    {"0.1", true, 0.1},
    {"", false, 0},
    {"-", false, 0},
    {"1.", false, 0},
    {".5", false, 0},
    {"+1", false, 0},
    {"1e3", false, 0},
    {"0x10", false, 0},
    {"NaN", false, 0},
    {"inf", false, 0},
    {"1,5", false, 0},
    {" 1", false, 0},
    {"1 ", false, 0},
    {"1-", false, 0},
    {"1234567890123456", false, 0},
    {"0.3333333333333333333333333", true, 1 / 3.0},
    {"57.399999999999999", true, 57.4},
    {"123456789012345", true, 123456789012345},
    {"99999999999.99999999", true, 1e11},
};

static void check_parsed(void **state) {
    const struct parsed *row = *state;
    double value = -77;
    assert_int_equal(oca_number_parse(&value, row->name, strlen(row->name)), row->good);
    assert_near(value, row->good ? row->value : -77);
}

/* Writing numbers: as they are, and as they are shown. */
static const struct written {
    const char *name;
    double value;
    const char *text, *shown; /* shown with 2 decimals */
} written[] = {
    {"a whole number", 2, "2", "2.00"},
    {"a tenth", 0.1, "0.1", "0.10"},
    {"two thirds of 100", 200.0 / 3, "66.66666666666667", "66.67"},
    {"a sum with noise", 0.1 + 0.2, "0.30000000000000004", "0.30"},
    {"half away from zero", 2.675, "2.675", "2.68"},
    {"half away from zero, below it", -2.675, "-2.675", "-2.68"},
    {"minus zero", -0.0, "0", "0.00"},
    {"very small", 1e-7, "0.0000001", "0.00"},
    {"large", 123456789012345, "123456789012345", "123456789012345.00"},
    {"a third", 1 / 3.0, "0.3333333333333333", "0.33"},
};

static void check_written(void **state) {
    const struct written *row = *state;
    oca_arena mem = {0};
    assert_string_equal(oca_number_text(&mem, row->value), row->text);
    assert_string_equal(oca_number_shown(&mem, row->value, 2), row->shown);
    oca_arena_free(&mem);
}

/* Comparing at 9 decimals. */
static const struct compared {
    const char *name;
    double a, b;
    int order;
} compared[] = {
    {"noise is no difference", 0.1 + 0.2, 0.3, 0},
    {"the ninth decimal is one", 0.300000001, 0.3, 1},
    {"the tenth is none", 0.3000000001, 0.3, 0},
    {"below", 1, 2, -1},
};

static void check_compared(void **state) {
    const struct compared *row = *state;
    assert_int_equal(oca_compare(row->a, row->b), row->order);
    assert_int_equal(oca_compare(row->b, row->a), -row->order);
}

/* Days, and months later. */
static const struct day {
    const char *name;
    int months;
    const char *later; /* NULL: the day does not exist */
} days[] = {
    {"2025-01-31", 1, "2025-02-28"},  {"2024-01-31", 1, "2024-02-29"},  {"2025-01-31", 2, "2025-03-31"},
    {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"}, {"2025-12-15", 1, "2026-01-15"},
    {"1970-01-01", 0, "1970-01-01"},  {"1900-03-01", 0, "1900-03-01"},  {"2000-02-29", 1200, "2100-02-28"},
    {"9999-12-31", 0, "9999-12-31"},  {"2025-02-30", 0, NULL},          {"2025-13-01", 0, NULL},
    {"2025-00-10", 0, NULL},          {"2023-02-29", 0, NULL},          {"2025-1-1", 0, NULL},
    {"2025/01/01", 0, NULL},          {"1899-12-31", 0, NULL},          {"2025-01-01T", 0, NULL},
};

static void check_day(void **state) {
    const struct day *row = *state;
    oca_arena mem = {0};
    oca_day day = 0;
    assert_int_equal(oca_day_parse(&day, row->name, strlen(row->name)), row->later != NULL);
    if (row->later)
        assert_string_equal(oca_day_text(&mem, oca_day_add_months(day, row->months)), row->later);
    oca_arena_free(&mem);
}

static void every_day_is_its_own_text(void **state) {
    (void)state;
    oca_arena mem = {0};
    for (oca_day day = -25567; day < 60000; day += 1) { /* from 1900 to 2134 */
        oca_day again = 0;
        assert_true(oca_day_parse(&again, oca_day_text(&mem, day), 10));
        assert_int_equal(again, day);
    }
    oca_arena_free(&mem);
}

static void text_is_trimmed_and_folded(void **state) {
    (void)state;
    oca_arena mem = {0};
    assert_string_equal(oca_trim(&mem, " a \n\t b ", 8, true), "a b");
    assert_string_equal(oca_trim(&mem, " a \n b ", 7, false), "a \n b");
    assert_string_equal(oca_trim(&mem, " \n ", 3, true), "");
    assert_string_equal(oca_trim(&mem, "", 0, true), "");
    oca_arena_free(&mem);
}

static void ids_are_told_from_other_words(void **state) {
    (void)state;
    assert_true(oca_is_id("gov_1", 5, false, 60));
    assert_false(oca_is_id("gov-1", 5, false, 60));
    assert_true(oca_is_id("gov-1", 5, true, 60));
    assert_false(oca_is_id("1gov", 4, false, 60));
    assert_false(oca_is_id("Gov", 3, false, 60));
    assert_false(oca_is_id("", 0, false, 60));
    assert_false(oca_is_id("abcd", 4, false, 3));
}

static void faults_are_sorted_and_bounded(void **state) {
    (void)state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_report(&faults, OCA_FAULT, "b.xml", 9, "late");
    oca_report(&faults, OCA_FAULT, "a.xml", 2, "other file");
    oca_report(&faults, OCA_WARNING, "b.xml", 1, "early");
    oca_faults_sort(&faults);
    assert_string_equal(faults.all.at[0].message, "early");
    assert_string_equal(faults.all.at[1].message, "late");
    assert_int_equal(oca_faults_status(&faults), OCA_FAULTY);
    for (int i = 0; i < 20000; i++)
        oca_report(&faults, OCA_FAULT, "b.xml", i, "again");
    assert_int_equal(faults.all.n + faults.left_out, 20003);
    assert_true(faults.all.n <= 10000);
    oca_report(&faults, OCA_FAILURE, "b.xml", 0, "%s%0*d", "é", 3000, 0);
    const char *last = faults.all.at[faults.all.n - 1].message;
    assert_true(strlen(last) < 1010); /* a long message is cut, and ends with … */
    assert_string_equal(last + strlen(last) - 3, "…");
    oca_report(&faults, OCA_FAILURE, "b.xml", 0, "disk full");
    assert_int_equal(oca_faults_status(&faults), OCA_SYSTEM);
    oca_arena_free(&mem);
}

static void faults_in_cells_are_sorted_by_row_and_column(void **state) {
    (void)state;
    static const char *const sorted[] = {NULL, "Plan!Z2", "Plan!AA2", "Plan!B10", "'a!b'!A1"};
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    static const char *const told[] = {"Plan!B10", "'a!b'!A1", "Plan!AA2", NULL, "Plan!Z2"};
    for (size_t i = 0; i < OCA_COUNT(told); i++)
        oca_report_at(&faults, OCA_FAULT, "b.xlsx", (oca_where){.cell = told[i]}, "wrong");
    oca_faults_sort(&faults);
    for (size_t i = 0; i < OCA_COUNT(sorted); i++)
        assert_true(oca_equal(faults.all.at[i].where.cell, sorted[i]));
    assert_string_equal(oca_where_text(&mem, (oca_where){.cell = "Plan!C5"}), "in Plan!C5");
    assert_string_equal(oca_where_text(&mem, (oca_where){.line = 5}), "in line 5");
    oca_arena_free(&mem);
}

int main(void) {
    int failed = 0;
    failed += CHECK_ROWS("reading numbers", parsed, check_parsed);
    failed += CHECK_ROWS("writing numbers", written, check_written);
    failed += CHECK_ROWS("comparing numbers", compared, check_compared);
    failed += CHECK_ROWS("days", days, check_day);
    const struct CMUnitTest others[] = {
        cmocka_unit_test(every_day_is_its_own_text),
        cmocka_unit_test(text_is_trimmed_and_folded),
        cmocka_unit_test(ids_are_told_from_other_words),
        cmocka_unit_test(faults_are_sorted_and_bounded),
        cmocka_unit_test(faults_in_cells_are_sorted_by_row_and_column),
    };
    failed += cmocka_run_group_tests_name("base", others, NULL, NULL);
    return failed != 0;
}
