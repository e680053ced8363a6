/* The record in a workbook: what goes in comes out, and nothing else does. */
#include "../engine/base/text.h"
#include "../engine/writing/record.h"
#include "check.h"

#include <string.h>

/* Bytes of every kind, each of them different from its neighbours, so that they do not deflate into one cell. */
static oca_record_document document(oca_arena *mem, const char *name, size_t n, bool noisy) {
    char *bytes = oca_alloc(mem, n + 1);
    uint32_t noise = 1;
    for (size_t i = 0; i < n; i++) {
        noise = noise * 1664525 + 1013904223;
        bytes[i] = noisy ? (char)(noise >> 24) : (char)('a' + i % 7);
    }
    return (oca_record_document){name, bytes, n};
}

/* Going in and coming out again. */
static const struct trip {
    const char *name;
    size_t n;
    bool noisy;
    size_t parts;
} trips[] = {
    {"nothing", 0, false, 1},
    {"one byte", 1, true, 1},
    {"two bytes", 2, true, 1},
    {"three bytes", 3, true, 1},
    {"four bytes", 4, true, 1},
    {"text that deflates well", 1 << 20, false, 1},
    {"a cell and a little", 25000, true, 2},
    {"many cells", 1 << 20, true, 47},
};

static void check_trip(void **state) {
    const struct trip *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_record_document in[] = {document(&mem, "plan", row->n, row->noisy), document(&mem, "assessment", 100, true)};
    oca_record_rows rows = {0};
    for (size_t i = 0; i < OCA_COUNT(in); i++)
        assert_true(oca_record_encode(&rows, &mem, &in[i]));
    assert_int_equal(rows.n, row->parts + 1);
    for (size_t i = 0; i < rows.n; i++)
        assert_true(strlen(rows.at[i].data) <= OCA_RECORD_CELL);
    for (size_t i = 0, k = rows.n - 1; i < k; i++, k--) { /* rows may come in any order */
        oca_record_row swapped = rows.at[i];
        rows.at[i] = rows.at[k];
        rows.at[k] = swapped;
    }
    oca_record_documents out = {0};
    assert_int_equal(oca_record_decode(&out, &mem, &rows, "a.xlsx", &faults), OCA_OK);
    assert_int_equal(out.n, 2);
    for (size_t i = 0; i < out.n; i++) {
        const oca_record_document *was = &in[1 - i];
        assert_string_equal(out.at[i].name, was->name);
        assert_int_equal(out.at[i].n, was->n);
        assert_memory_equal(out.at[i].bytes, was->bytes, was->n);
        assert_int_equal(out.at[i].bytes[was->n], 0);
    }
    oca_arena_free(&mem);
}

/* One row as another program made it (Python: base64.b64encode(zlib.compress(b"<plan/>"))). */
#define SHA_OF_PLAN "aed4740af96a4e38ceef9d9bf3cdebdc9308afdc46c20894a2e9883e77282679"
#define PLAN "eJyzKchJzNO3AwAJ0QJV"
#define HEAD "eJyzKchJzNO3"
#define TAIL "AwAJ0QJV"
#define PLAN_AND_MORE "eJyzKchJzNO3AwAJ0QJVbW9yZQ=="

/* Reading what somebody changed. */
static const struct changed {
    const char *name;
    oca_record_row rows[2];
    const char *message; /* NULL: it reads */
} changed[] = {
    {"made by another program", {{"plan", 7, SHA_OF_PLAN, 1, 1, PLAN}}, NULL},
    {"in two parts", {{"plan", 7, SHA_OF_PLAN, 2, 2, TAIL}, {"plan", 7, SHA_OF_PLAN, 1, 2, HEAD}}, NULL},
    {"a part is gone",
     {{"plan", 7, SHA_OF_PLAN, 1, 2, HEAD}, {"other", 7, SHA_OF_PLAN, 1, 1, PLAN}},
     "the record of the plan is not whole: 1 of 2 parts"},
    {"a part is there twice",
     {{"plan", 7, SHA_OF_PLAN, 1, 2, HEAD}, {"plan", 7, SHA_OF_PLAN, 1, 2, HEAD}},
     "the record of the plan contradicts itself at part 1"},
    {"parts of two records",
     {{"plan", 7, SHA_OF_PLAN, 1, 2, HEAD}, {"plan", 8, SHA_OF_PLAN, 2, 2, TAIL}},
     "the record of the plan contradicts itself at part 2"},
    {"part 0", {{"plan", 7, SHA_OF_PLAN, 0, 1, PLAN}}, "the record of the plan contradicts itself at part 0"},
    {"no parts", {{"plan", 7, SHA_OF_PLAN, 1, 0, PLAN}}, "the record of the plan is not whole"},
    {"endless parts", {{"plan", 7, SHA_OF_PLAN, 1, SIZE_MAX, PLAN}}, "the record of the plan is not whole"},
    {"another checksum",
     {{"plan", 7, "0", 1, 1, PLAN}},
     "the record of the plan was changed: its checksum does not fit"},
    {"no checksum", {{"plan", 7, NULL, 1, 1, PLAN}}, "the record of the plan was changed: its checksum does not fit"},
    {"shorter than it says",
     {{"plan", 8, SHA_OF_PLAN, 1, 1, PLAN}},
     "the record of the plan was changed: its checksum does not fit"},
    {"longer than it says",
     {{"plan", 6, SHA_OF_PLAN, 1, 1, PLAN}},
     "the record of the plan was changed: its checksum does not fit"},
    {"longer than any deflate gives",
     {{"plan", 60 << 20, SHA_OF_PLAN, 1, 1, PLAN}},
     "the record of the plan was changed: its checksum does not fit"},
    {"too large",
     {{"plan", OCA_RECORD_DOCUMENT + 1, SHA_OF_PLAN, 1, 1, PLAN}},
     "the record of the plan is larger than 64 MiB"},
    {"not base64", {{"plan", 7, SHA_OF_PLAN, 1, 1, "a*c="}}, "the record of the plan cannot be read at part 1"},
    {"base64 cut off", {{"plan", 7, SHA_OF_PLAN, 1, 1, "abcde"}}, "the record of the plan cannot be read at part 1"},
    {"padding inside", {{"plan", 7, SHA_OF_PLAN, 1, 1, "ab==abcd"}}, "the record of the plan cannot be read at part 1"},
    {"bits in the padding",
     {{"plan", 7, SHA_OF_PLAN, 1, 1, "ab=="}},
     "the record of the plan cannot be read at part 1"},
    {"padding alone", {{"plan", 7, SHA_OF_PLAN, 1, 1, "===="}}, "the record of the plan cannot be read at part 1"},
    {"empty", {{"plan", 7, SHA_OF_PLAN, 1, 1, ""}}, "the record of the plan was changed: its checksum does not fit"},
    {"no deflate",
     {{"plan", 7, SHA_OF_PLAN, 1, 1, "AAAA"}},
     "the record of the plan was changed: its checksum does not fit"},
    {"something behind it",
     {{"plan", 7, SHA_OF_PLAN, 1, 1, PLAN_AND_MORE}},
     "the record of the plan was changed: its checksum does not fit"},
};

static void check_changed(void **state) {
    const struct changed *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_record_rows rows = {0};
    for (size_t i = 0; i < OCA_COUNT(row->rows) && row->rows[i].name; i++)
        *(oca_record_row *)OCA_ADD(&mem, &rows) = row->rows[i];
    oca_record_documents out = {0};
    oca_status status = oca_record_decode(&out, &mem, &rows, "a.xlsx", &faults);
    assert_int_equal(status, row->message ? OCA_FAULTY : OCA_OK);
    if (row->message)
        assert_string_equal(faults.all.at[0].message, row->message);
    else
        assert_string_equal(out.at[0].bytes, "<plan/>");
    oca_arena_free(&mem);
}

static void check_many_documents(void **state) {
    (void)state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_record_rows rows = {0};
    for (int i = 0; i < OCA_RECORD_MOST + 1; i++) {
        oca_record_row *row = OCA_ADD(&mem, &rows);
        *row = (oca_record_row){oca_format_text(&mem, "plan%d", i), 7, SHA_OF_PLAN, 1, 1, PLAN};
    }
    oca_record_documents out = {0};
    assert_int_equal(oca_record_decode(&out, &mem, &rows, "a.xlsx", &faults), OCA_FAULTY);
    assert_int_equal(out.n, OCA_RECORD_MOST);
    assert_string_equal(faults.all.at[0].message, "the record holds more than 64 documents");
    oca_arena_free(&mem);
}

static void check_too_large(void **state) {
    (void)state;
    oca_arena mem = {0};
    oca_record_rows rows = {0};
    oca_record_document large = {"plan", "", (size_t)OCA_RECORD_DOCUMENT + 1};
    assert_false(oca_record_encode(&rows, &mem, &large));
    assert_int_equal(rows.n, 0);
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(check_many_documents), cmocka_unit_test(check_too_large)};
    int failed = CHECK_ROWS("record: in and out", trips, check_trip);
    failed += CHECK_ROWS("record: changed", changed, check_changed);
    failed += cmocka_run_group_tests_name("record: limits", others, NULL, NULL);
    return failed;
}
