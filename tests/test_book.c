/* The layer over libxlsxwriter: what becomes of texts, and what becomes of failures. */
#include "../reports/xlsx/chart.h"
#include "../reports/xlsx/formula.h"
#include "../reports/xlsx/text.h"
#include "../reports/xlsx/verify.h"
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <zip.h>

/* What a cell holds. */
static const struct kept {
    const char *name, *text, *cell;
} kept[] = {
    {"nothing", NULL, ""},
    {"empty", "", ""},
    {"as it is", "a_b & <c> =1+1", "a_b & <c> =1+1"},
    {"what would be decoded", "_x0041_", "_x005F_x0041_"},
    {"small letters, too", "a_xab1F_b", "a_x005F_xab1F_b"},
    {"twice, sharing a line", "_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
    {"not enough digits", "_x041_", "_x041_"},
    {"not closed", "_x0041", "_x0041"},
    {"no digits", "_xGHIJ_", "_xGHIJ_"},
    {"capital X", "_X0041_", "_X0041_"},
    {"what is no character", "a\xEF\xBF\xBF\xEF\xBF\xBE\xEF\xBF\xBD", "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
};

static void check_kept(void **state) {
    const struct kept *row = *state;
    oca_arena mem = {0};
    assert_string_equal(oca_cell_text(&mem, row->text), row->cell);
    oca_arena_free(&mem);
}

/* Over-long texts: a letter over and over. */
static const struct cut {
    const char *name, *letter;
    size_t letters, units_a_letter, left; /* left: how many stand before the "…", SIZE_MAX: it was not cut */
} cuts[] = {
    {"just fits", "a", 32767, 1, SIZE_MAX},
    {"one too many", "a", 32768, 1, 32766},
    {"two bytes each", "é", 40000, 1, 32766},
    {"two units each", "😀", 20000, 2, 16383},
    {"two units each, just fits", "😀", 16383, 2, SIZE_MAX},
    {"escapes grow", "_x0041_", 5000, 13, 2520},
};

static void check_cut(void **state) {
    const struct cut *row = *state;
    oca_arena mem = {0};
    oca_buffer text = {.mem = &mem}, wanted = {.mem = &mem};
    for (size_t i = 0; i < row->letters; i++)
        oca_buffer_print(&text, "%s", row->letter);
    for (size_t i = 0; i < row->letters && i < row->left; i++)
        oca_buffer_print(&wanted, "%s%s", row->units_a_letter == 13 ? "_x005F" : "", row->letter);
    const char *cell = oca_cell_text(&mem, text.at);
    /* An escape may be cut inside: what is left of it is not decoded. */
    assert_memory_equal(cell, wanted.at, wanted.n);
    if (row->left == SIZE_MAX)
        assert_int_equal(strlen(cell), wanted.n);
    else
        assert_string_equal(cell + strlen(cell) - strlen("…"), "…");
    oca_arena_free(&mem);
}

/* A letter over and over within a formula, where Excel allows 255 units of UTF-16. */
static const struct quoted {
    const char *name, *letter, *in_quotes;
    size_t left;
} quoted[] = {
    {"one byte each", "a", "a", 255},
    {"two bytes each, cut between letters", "é", "é", 255},
    {"two units each", "😀", "😀", 127},
    {"quotes are doubled", "\"", "\"\"", 255},
};

static void check_quoted(void **state) {
    const struct quoted *row = *state;
    oca_arena mem = {0};
    oca_buffer text = {.mem = &mem}, wanted = {.mem = &mem};
    for (size_t i = 0; i < 300; i++)
        oca_buffer_print(&text, "%s", row->letter);
    for (size_t i = 0; i < row->left; i++)
        oca_buffer_print(&wanted, "%s", row->in_quotes);
    assert_string_equal(oca_quoted(&mem, text.at), oca_format_text(&mem, "\"%s\"", wanted.at));
    oca_arena_free(&mem);
}

/* Lines in a column of 30 letters of Arial 10 (about 150 points). */
static const struct wrapped {
    const char *name, *text;
    double room;
    int lines;
} wrapped[] = {
    {"nothing", "", 150, 1},
    {"a word", "constitution", 150, 1},
    {"words that fit", "There is no constitution.", 150, 1},
    {"words that do not", "There is no written constitution that members voted for.", 150, 2},
    {"line feeds", "one\ntwo\nthree", 150, 3},
    {"a line feed at the end", "one\n", 150, 2},
    {"a word longer than the line", "Donaudampfschifffahrtsgesellschaftskapitän", 70, 3},
    {"spaces hang over", "aaaaaaaaaaaaaaaaaaaaaaaaaa          b", 150, 2},
};

static void check_wrapped(void **state) {
    const struct wrapped *row = *state;
    assert_int_equal(oca_wrapped_lines(row->text, row->room, 10, false), row->lines);
}

static void words_stay_whole(void **state) {
    (void)state;
    double width = oca_width_for_words("un Changement", 10, true);
    assert_int_equal(oca_wrapped_lines("Changement", oca_column_room(width), 10, true), 1);
    assert_int_equal(oca_wrapped_lines("Changement", oca_column_room(width - 1), 10, true), 2);
    assert_true(oca_width_for_words("", 10, true) == 0);
}

/* Failures: told once, in one line, at the end. */
static oca_status make_book(oca_arena *mem, const char *path, const char *sheet, oca_faults *faults) {
    oca_book *book = oca_book_open(mem, path, "A test", 20000);
    oca_sheet *made = oca_book_sheet(book, sheet);
    oca_set_width(made, 0, 0, 20);
    oca_put_text(made, 0, 0, OCA_STYLE_TEXT, "=1+1");
    oca_put_number(made, 0, 1, OCA_STYLE_WHOLE, 1);
    oca_put_formula(made, 0, 2, OCA_STYLE_WHOLE, "=B1+1", 2);
    oca_put_across(made, 1, 0, 2, OCA_STYLE_TEXT, "over three columns");
    oca_fit_row(made, 1, 0);
    oca_protect(made);
    return oca_book_close(book, faults);
}

static const struct made {
    const char *name, *path, *sheet;
    oca_status status;
} made[] = {
    {"a good one", "test_book.xlsx.tmp", "Sheet", OCA_OK},
    {"a sheet's name that Excel refuses", "test_book.xlsx.tmp", "a/b", OCA_SYSTEM},
    {"a folder that is not there", "no/such/folder/a.xlsx", "Sheet", OCA_SYSTEM},
};

static void check_made(void **state) {
    const struct made *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    assert_int_equal(make_book(&mem, row->path, row->sheet, &faults), row->status);
    assert_int_equal(faults.all.n, row->status != OCA_OK);
    if (faults.all.n) {
        assert_string_equal(faults.all.at[0].file, row->path);
        assert_null(strchr(faults.all.at[0].message, '\n'));
    }
    remove(row->path);
    oca_arena_free(&mem);
}

/* Cells of formulas. */
static const struct named {
    const char *name, *fixed;
    int row, column;
} named[] = {
    {"A1", "", 0, 0},   {"Z9", "", 8, 25},        {"AA10", "", 9, 26},
    {"$C5", "c", 4, 2}, {"XFD$1", "r", 0, 16383}, {"$ZZ$2", "rc", 1, 701},
};

static void check_named(void **state) {
    const struct named *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_book *book = oca_book_open(&mem, "test_book.xlsx.tmp", "", 1);
    oca_sheet *sheet = oca_book_sheet(book, "Sheet");
    assert_string_equal(oca_cell_name(sheet, row->fixed, row->row, row->column), row->name);
    assert_string_equal(oca_range_of(sheet, 0, 0, 9, 1), "'Sheet'!$A$1:$B$10");
    assert_int_equal(oca_book_close(book, &faults), OCA_OK);
    remove("test_book.xlsx.tmp");
    oca_arena_free(&mem);
}

/* What a member of the workbook holds. */
static const char *member_of(oca_arena *mem, const char *path, const char *name) {
    zip_stat_t stat;
    zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
    assert_non_null(zip);
    assert_int_equal(zip_stat(zip, name, 0, &stat), 0);
    char *text = oca_alloc(mem, (size_t)stat.size + 1);
    zip_file_t *file = zip_fopen(zip, name, 0);
    assert_non_null(file);
    assert_int_equal(zip_fread(file, text, stat.size), stat.size);
    text[stat.size] = '\0';
    zip_fclose(file);
    zip_discard(zip);
    return text;
}

/* What may go wrong with a sheet's XML: bytes cut off its end, or left out of its middle; what follows. */
static const struct broken {
    const char *name;
    size_t cut, hole;
    const char *more;
    oca_status status;
} broken[] = {
    {"as it was", 0, 0, "", OCA_OK},
    {"its last byte is missing", 1, 0, "", OCA_SYSTEM},
    {"its end is missing", 5000, 0, "", OCA_SYSTEM},
    {"a piece is missing", 0, 4096, "", OCA_SYSTEM},
    {"nothing is left", SIZE_MAX, 0, "", OCA_SYSTEM},
    {"white space follows", 0, 0, "\n", OCA_OK},
    {"another root follows", 0, 0, "<a/>", OCA_SYSTEM},
};

static void check_broken(void **state) {
    enum { ROWS = 2000 };
    static const char path[] = "test_book.xlsx.tmp", member[] = "xl/worksheets/sheet1.xml";
    const struct broken *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_book *book = oca_book_open(&mem, path, "", 1);
    oca_sheet *sheet = oca_book_sheet(book, "Sheet");
    for (int i = 0; i < ROWS; i++)
        oca_put_number(sheet, i, 0, OCA_STYLE_WHOLE, i);
    assert_int_equal(oca_book_close(book, &faults), OCA_OK);
    const char *xml = member_of(&mem, path, member);
    size_t n = strlen(xml), left = row->cut > n ? 0 : n - row->cut, half = left / 2;
    oca_buffer text = {.mem = &mem};
    oca_buffer_add(&text, xml, half);
    oca_buffer_add(&text, xml + half + row->hole, left - half - row->hole);
    oca_buffer_print(&text, "%s", row->more);
    int error = 0;
    zip_t *zip = zip_open(path, 0, &error);
    assert_non_null(zip);
    zip_source_t *source = zip_source_buffer(zip, text.at, text.n, 0);
    assert_true(zip_file_add(zip, member, source, ZIP_FL_OVERWRITE) >= 0);
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(oca_workbook_verify(path, "the workbook", &faults), row->status);
    assert_int_equal(faults.all.n, row->status != OCA_OK);
    remove(path);
    oca_arena_free(&mem);
}

/* What people typed names a chart and its series, and points nowhere. */
static void chart_texts_are_no_formulas(void **state) {
    (void)state;
    static const char path[] = "test_book.xlsx.tmp";
    static const char *const names[] = {"=Sheet!$A$1", "b", "c"};
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_book *book = oca_book_open(&mem, path, "", 1);
    oca_sheet *sheet = oca_book_sheet(book, "Sheet");
    const oca_chart_place place = {.column = 4, .width = 480, .height = 288, .title = names[0], .description = ""};
    oca_put_radar(sheet, &place,
                  &(oca_two_rounds){.sheet = sheet,
                                    .last_row = 2,
                                    .before = 1,
                                    .now = 2,
                                    .names_shown = names,
                                    .before_called = names[0],
                                    .now_called = "=Sheet!$B$1"});
    assert_int_equal(oca_book_close(book, &faults), OCA_OK);
    const char *chart = member_of(&mem, path, "xl/charts/chart1.xml");
    assert_null(strstr(chart, "<c:tx><c:strRef>"));
    assert_non_null(strstr(chart, " =Sheet!$A$1<"));
    remove(path);
    oca_arena_free(&mem);
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(words_stay_whole),
                                        cmocka_unit_test(chart_texts_are_no_formulas)};
    int failed = CHECK_ROWS("book: texts", kept, check_kept);
    failed += CHECK_ROWS("book: over-long texts", cuts, check_cut);
    failed += CHECK_ROWS("book: texts in formulas", quoted, check_quoted);
    failed += CHECK_ROWS("book: lines", wrapped, check_wrapped);
    failed += CHECK_ROWS("book: cells", named, check_named);
    failed += CHECK_ROWS("book: made", made, check_made);
    failed += CHECK_ROWS("book: whole", broken, check_broken);
    failed += cmocka_run_group_tests_name("book: headings and charts", others, NULL, NULL);
    return failed;
}
