/* Readable texts: what a terminal shows, paragraphs and tables at every width, bars, and what no name may do. */
#include "check.h"

#include "../engine/base/clean.h"
#include "../engine/system/terminal.h"
#include "../reports/table.h"

#include <string.h>

static oca_arena mem;

/* What a terminal is. */

typedef struct {
    const char *name;
    oca_terminal terminal;
    oca_screen want;
} screen_row;

static const screen_row screens[] = {
    {"no terminal, whatever the environment says",
     {.columns = "40", .term = "xterm", .lang = "en_GB.UTF-8", .width = 40},
     {100, false, OCA_BARS_NONE}},
    {"a terminal",
     {.is_terminal = true, .width = 120, .term = "xterm", .lang = "en_GB.UTF-8"},
     {120, true, OCA_BARS_BLOCKS}},
    {"one that says nothing", {.is_terminal = true}, {80, false, OCA_BARS_ASCII}},
    {"COLUMNS goes first",
     {.is_terminal = true, .width = 120, .columns = "60", .term = "xterm"},
     {60, true, OCA_BARS_ASCII}},
    {"COLUMNS that is no number",
     {.is_terminal = true, .width = 120, .columns = "60x", .term = "xterm"},
     {120, true, OCA_BARS_ASCII}},
    {"COLUMNS below zero",
     {.is_terminal = true, .width = 120, .columns = "-60", .term = "xterm"},
     {120, true, OCA_BARS_ASCII}},
    {"COLUMNS beyond all numbers",
     {.is_terminal = true, .columns = "99999999999999999999999", .term = "xterm"},
     {1000, true, OCA_BARS_ASCII}},
    {"a sliver", {.is_terminal = true, .width = 3, .term = "xterm"}, {20, true, OCA_BARS_ASCII}},
    {"NO_COLOR",
     {.is_terminal = true, .width = 80, .term = "xterm", .no_color = "1", .lang = "C.UTF-8"},
     {80, false, OCA_BARS_BLOCKS}},
    {"an empty NO_COLOR is none",
     {.is_terminal = true, .width = 80, .term = "xterm", .no_color = ""},
     {80, true, OCA_BARS_ASCII}},
    {"a dumb one", {.is_terminal = true, .width = 80, .term = "dumb"}, {80, false, OCA_BARS_ASCII}},
    {"LC_ALL before LANG",
     {.is_terminal = true, .width = 80, .term = "xterm", .lc_all = "C", .lang = "pt_MZ.UTF-8"},
     {80, true, OCA_BARS_ASCII}},
    {"LC_CTYPE before LANG, an empty LC_ALL before neither",
     {.is_terminal = true, .width = 80, .term = "xterm", .lc_all = "", .lc_ctype = "C.utf8", .lang = "C"},
     {80, true, OCA_BARS_BLOCKS}},
    {"UTF-8 with a modifier",
     {.is_terminal = true, .width = 80, .term = "xterm", .lang = "ca_ES.UTF-8@valencia"},
     {80, true, OCA_BARS_BLOCKS}},
};

static void check_screen(void **state) {
    const screen_row *row = *state;
    oca_screen screen = oca_screen_of(&row->terminal);
    assert_int_equal(screen.width, row->want.width);
    assert_int_equal(screen.styles, row->want.styles);
    assert_int_equal(screen.bars, row->want.bars);
}

/* What a terminal would obey. */

typedef struct {
    const char *name, *text, *want;
} clean_row;

static const clean_row cleans[] = {
    {"plain", "Example Women in Mining", "Example Women in Mining"},
    {"accents", "Associação Ndébélé", "Associação Ndébélé"},
    {"a line feed stays", "one\ntwo", "one\ntwo"},
    {"a tab is a space", "one\ttwo", "one two"},
    {"CR LF", "one\r\ntwo", "one\ntwo"},
    {"CR alone writes over the line", "one\rtwo", "one�two"},
    {"colour", "\033[31mred", "�[31mred"},
    {"a window's title", "\033]0;gotcha\007", "�]0;gotcha�"},
    {"C1: CSI in one character",
     "\xC2\x9B"
     "31mred",
     "�31mred"},
    {"backspace and delete", "a\bb\177", "a�b�"},
    {"turned round",
     "a\xE2\x80\xAE"
     "cba\xE2\x80\xAC",
     "a�cba�"},
    {"isolated",
     "\xE2\x81\xA7"
     "abc\xE2\x81\xA9",
     "�abc�"},
    {"joiners stay", "👩\xE2\x80\x8D🌾", "👩\xE2\x80\x8D🌾"},
    {"no UTF-8",
     "a\xFF"
     "b",
     "a�b"},
    {"a character cut off", "a\xC3", "a�"},
    {"nothing", "", ""},
};

static void check_clean(void **state) {
    const clean_row *row = *state;
    assert_string_equal(oca_clean(&mem, row->text), row->want);
    oca_arena_free(&mem);
}

/* Paragraphs. */

typedef struct {
    const char *name, *text;
    size_t indent, hanging, width;
    const char *want;
} wrap_row;

static const wrap_row wraps[] = {
    {"short", "one two", 0, 2, 20, "one two\n"},
    {"empty", "", 2, 2, 20, "\n"},
    {"at a space", "alpha beta gamma", 0, 2, 11, "alpha beta\n  gamma\n"},
    {"exactly full", "alpha beta", 0, 2, 10, "alpha beta\n"},
    {"a long word is cut", "abcdefghijklmnop", 0, 0, 10, "abcdefghij\nklmnop\n"},
    {"code points, not bytes", "éééé éééé éééé", 0, 0, 9, "éééé éééé\néééé\n"},
    {"nothing is cut inside a character", "éééééééééééé", 0, 0, 10, "éééééééééé\néé\n"},
    {"line feeds stay", "one\ntwo", 0, 2, 20, "one\n  two\n"},
    {"the same indent twice", "alpha beta", 1, 1, 10, " alpha\n beta\n"},
    {"wide characters take two columns", "地区矿工协会联合会", 0, 0, 10, "地区矿工协\n会联合会\n"},
    {"a wide one that finds half its room", "a地区矿工协会", 0, 0, 10, "a地区矿工\n协会\n"},
    {"combining marks take none", "ka\xCC\x81ka\xCC\x81ka\xCC\x81 ndi", 0, 0, 10,
     "ka\xCC\x81ka\xCC\x81ka\xCC\x81 ndi\n"},
    {"a letter keeps its marks",
     "eeeeeeeeee\xCC\x81"
     "e",
     0, 0, 10, "eeeeeeeeee\xCC\x81\ne\n"},
    {"an emoji takes two", "👍👍👍👍👍👍", 0, 0, 10, "👍👍👍👍👍\n👍\n"},
    {"a family is not torn apart", "aaaaaaaa👩‍🌾 b", 0, 0, 10, "aaaaaaaa\n👩‍🌾 b\n"},
    {"a space that may not break", "alpha 2\xC2\xA0kg", 0, 0, 9, "alpha\n2\xC2\xA0kg\n"},
    {"codes and dates stay whole", "on 2025-03-14 at", 0, 0, 10, "on\n2025-03-14\nat\n"},
    {"endings of files too", "ends with .xlsx, .csv", 0, 0, 12, "ends with\n.xlsx, .csv\n"},
    {"no line begins with a mark", "Pourquoi pas ?", 0, 0, 12, "Pourquoi\npas ?\n"},
    {"spaces where a line ends", "alpha beta   gamma", 0, 0, 10, "alpha beta\ngamma\n"},
    {"a deep indent leaves half a screen", "alpha beta", 30, 30, 20, "          alpha beta\n"},
    {"what a terminal would obey", "a\033]0;gotcha\007b", 0, 0, 40, "a�]0;gotcha�b\n"},
};

static void check_wrap(void **state) {
    const wrap_row *row = *state;
    oca_screen screen = {.width = row->width};
    oca_lines out = {.written = {.mem = &mem}, .screen = &screen};
    oca_lines_wrap(&out, row->text, row->indent, row->hanging);
    assert_string_equal(out.written.at, row->want);
    oca_arena_free(&mem);
}

/* Tables. */

static oca_table small_table(void) {
    oca_table table = {0};
    oca_table_column(&mem, &table, "Item", "id", OCA_LEFT);
    oca_table_column(&mem, &table, "Points", "percent", OCA_RIGHT);
    oca_table_column(&mem, &table, "Due", "due", OCA_LEFT);
    oca_table_text(&mem, &table, "Books");
    oca_table_number(&mem, &table, 66.65, 1);
    oca_table_date(&mem, &table, 0);
    oca_table_text(&mem, &table, "Associação dos mineiros");
    oca_table_maybe(&mem, &table, (oca_number){0}, 1, "not answered");
    oca_table_undefined(&mem, &table, "");
    return table;
}

static void table_is_aligned(void **state) {
    (void)state;
    oca_table table = small_table();
    oca_lines out = {.written = {.mem = &mem}, .screen = &oca_no_screen};
    oca_table_write(&out, &table);
    assert_string_equal(out.written.at, "Item                     Points  Due\n"
                                        "Books                      66.7  1970-01-01\n"
                                        "Associação dos mineiros     – a  –\n"
                                        "– a: not answered\n");
    assert_int_equal(oca_table_rows(&table), 2);
    oca_arena_free(&mem);
}

static void table_wraps_text_only(void **state) {
    (void)state;
    oca_table table = small_table();
    oca_screen screen = {.width = 36};
    oca_lines out = {.written = {.mem = &mem}, .screen = &screen};
    oca_table_write(&out, &table);
    assert_string_equal(out.written.at, "Item              Points  Due\n"
                                        "Books               66.7  1970-01-01\n"
                                        "Associação dos       – a  –\n"
                                        "mineiros\n"
                                        "– a: not answered\n");
    oca_arena_free(&mem);
}

static void narrow_table_tells_the_rest_below(void **state) {
    (void)state;
    oca_table table = {0};
    static const char *const headings[] = {"Area", "Points of 100", "Stage", "Reading"};
    for (size_t i = 0; i < OCA_COUNT(headings); i++)
        oca_table_column(&mem, &table, headings[i], NULL, i == 1 ? OCA_RIGHT : OCA_LEFT);
    oca_table_text(&mem, &table, "  Governance and leadership");
    oca_table_points(&mem, &table, oca_given(38.9), 1, "");
    oca_table_text(&mem, &table, "Emerging, provisional: 1 must-have not answered");
    oca_table_text(&mem, &table, "explain to each other");
    oca_screen screen = {.width = 38};
    oca_lines out = {.written = {.mem = &mem}, .screen = &screen};
    oca_table_write(&out, &table);
    assert_string_equal(out.written.at, "Area                         Points of\n"
                                        "                                   100\n"
                                        "  Governance and leadership       38.9\n"
                                        "    Stage: Emerging, provisional: 1\n"
                                        "    must-have not answered;\n"
                                        "    Reading: explain to each other\n");
    oca_arena_free(&mem);
}

/* Bars, eight characters long: at the ends, in eighths, and beyond. */

typedef struct {
    const char *name;
    double points;
    oca_bars bars;
    const char *want;
} bar_row;

static const bar_row bars[] = {
    {"nothing", 0, OCA_BARS_BLOCKS, "        ▏"},
    {"all", 100, OCA_BARS_BLOCKS, "████████▏"},
    {"half", 50, OCA_BARS_BLOCKS, "████    ▏"},
    {"an eighth of a character", 1.5625, OCA_BARS_BLOCKS, "▏       ▏"},
    {"seven eighths", 98.4375, OCA_BARS_BLOCKS, "███████▉▏"},
    {"below nothing", -5, OCA_BARS_BLOCKS, "        ▏"},
    {"more than all", 130, OCA_BARS_BLOCKS, "████████▏"},
    {"half, in ASCII", 50, OCA_BARS_ASCII, "####....|"},
    {"all, in ASCII", 100, OCA_BARS_ASCII, "########|"},
};

static void check_bar(void **state) {
    const bar_row *row = *state;
    oca_screen screen = {.width = 80, .bars = row->bars};
    oca_lines out = {.written = {.mem = &mem}, .screen = &screen};
    oca_lines_bar(&out, row->points, 8);
    assert_string_equal(out.written.at, row->want);
    oca_arena_free(&mem);
}

/* Bars stand in tables and summaries where there is room; a style around every piece ends with it. */
static void bars_and_styles(void **state) {
    (void)state;
    oca_table table = {0};
    oca_table_column(&mem, &table, "Area", NULL, OCA_LEFT);
    oca_table_column(&mem, &table, "Points", NULL, OCA_RIGHT);
    oca_table_column(&mem, &table, "Met?", NULL, OCA_LEFT);
    oca_table_text(&mem, &table, "Money");
    oca_table_points(&mem, &table, oca_given(25), 1, "");
    oca_table_text(&mem, &table, "not yet");
    oca_table_tone(&table, OCA_TONE_ALARM);
    oca_table_text(&mem, &table, "Books");
    oca_table_points(&mem, &table, (oca_number){0}, 1, "");
    oca_table_text(&mem, &table, "");
    oca_screen screen = {.width = 80, .bars = OCA_BARS_ASCII}, styled = {.width = 27, .styles = true};
    oca_lines out = {.written = {.mem = &mem}, .screen = &screen};
    oca_table_write(&out, &table);
    oca_lines_labelled_bar(&out, "Overall", oca_given(40), "1.8 of 3");
    assert_string_equal(out.written.at, "Area   Points            Met?\n"
                                        "Money    25.0 ##......|  not yet\n"
                                        "Books       –\n"
                                        "Overall                 ########............| 1.8 of 3\n");
    out = (oca_lines){.written = {.mem = &mem}, .screen = &styled};
    oca_table_write(&out, &table);
    assert_string_equal(out.written.at, "\033[1mArea\033[0m   \033[1mPoints\033[0m  \033[1mMet?\033[0m\n"
                                        "Money    25.0  \033[31mnot yet\033[0m\n"
                                        "Books       \033[2m–\033[0m\n");
    oca_arena_free(&mem);
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(table_is_aligned),
        cmocka_unit_test(table_wraps_text_only),
        cmocka_unit_test(narrow_table_tells_the_rest_below),
        cmocka_unit_test(bars_and_styles),
    };
    int failed = CHECK_ROWS("terminals", screens, check_screen);
    failed += CHECK_ROWS("cleaning", cleans, check_clean);
    failed += CHECK_ROWS("paragraphs", wraps, check_wrap);
    failed += CHECK_ROWS("bars", bars, check_bar);
    failed += cmocka_run_group_tests_name("tables", others, NULL, NULL);
    return failed ? 1 : 0;
}
