/* Pictures: what their titles say, and that their labels neither cover each other nor leave the picture, whatever is
 * drawn. Letters are as wide as reports/letters.h has them; browsers measure again in tests/pages. */
#include "check.h"

#include "../engine/base/words.h"
#include "../reports/figures/findings.h"
#include "../reports/figures/many.h"
#include "../reports/letters.h"

#include <math.h>
#include <string.h>

static oca_arena mem;

/* Layout. */

enum { MOST = 20 };

static const char *const long_names[MOST] = {"Governance and leadership of the association",
                                             "Membership",
                                             "Finance and bookkeeping",
                                             "Legality and licences",
                                             "Safety in pits and shafts",
                                             "Mercury and chemicals",
                                             "Women's participation",
                                             "Youth",
                                             "Disability inclusion and access to sites",
                                             "Markets and mineral trade",
                                             "Planning and monitoring",
                                             "Relations with the council and traditional leaders",
                                             "Networking",
                                             "Training and passing skills on",
                                             "Communication",
                                             "<script>alert(1)</script> & \"quotes\"",
                                             "a-very-long-name-without-any-space-in-it-that-goes-on-and-on",
                                             "Членство и участие женщин в управлении",
                                             "Resource mobilization",
                                             "Services to members"};

typedef struct {
    double left, right, top, bottom;
} box;

static box box_of(const oca_drawn *text) {
    bool bold = strstr(text->role, "value") || strstr(text->role, "here") || strstr(text->role, "number");
    double width = oca_letters_width(text->text, text->size, bold), x = text->points.at[0].x, y = text->points.at[0].y;
    if (text->upright)
        return (box){x - 0.72 * text->size, x + 0.2 * text->size, y - width, y};
    double left = text->anchor == OCA_ANCHOR_START ? x : text->anchor == OCA_ANCHOR_END ? x - width : x - width / 2;
    return (box){left, left + width, y - 0.72 * text->size, y + 0.2 * text->size};
}

static bool cover(const box *a, const box *b) {
    const double touch = 1;
    return fmin(a->right, b->right) - fmax(a->left, b->left) > touch &&
           fmin(a->bottom, b->bottom) - fmax(a->top, b->top) > touch;
}

static void check_drawing(const oca_drawing *drawing) {
    assert_non_null(drawing->title);
    assert_non_null(drawing->description);
    for (size_t i = 0; i < drawing->shapes.n; i++) {
        const oca_drawn *shape = &drawing->shapes.at[i];
        if (shape->kind != OCA_DRAWN_TEXT)
            continue;
        box a = box_of(shape);
        if (a.left < -1 || a.right > drawing->width + 1 || a.top < -1 || a.bottom > drawing->height + 1)
            fail_msg("\"%s\" leaves the picture", shape->text);
        for (size_t k = i + 1; k < drawing->shapes.n; k++) {
            if (drawing->shapes.at[k].kind != OCA_DRAWN_TEXT)
                continue;
            box b = box_of(&drawing->shapes.at[k]);
            if (cover(&a, &b))
                fail_msg("\"%s\" over \"%s\"", shape->text, drawing->shapes.at[k].text);
        }
    }
}

/* Percents that stand apart, all at one spot, or in part undefined. */
typedef enum { SPREAD, ONE_SPOT, HOLES } spread;

static oca_number percent_of(spread how, size_t i) {
    if (how == ONE_SPOT)
        return oca_given(0);
    return (oca_number){how == SPREAD || i % 3, (double)(i * 37 % 101)};
}

typedef struct {
    const char *name;
    size_t n;
    spread how;
} layout_row;

static const layout_row layouts[] = {
    {"three areas", 3, SPREAD},
    {"fifteen areas", 15, SPREAD},
    {"fifteen areas at one spot", 15, ONE_SPOT},
    {"fifteen, some undefined", 15, HOLES},
    {"twenty areas", 20, SPREAD},
    {"four at one spot", 4, ONE_SPOT},
};

static void check_layout(void **state) {
    const layout_row *row = *state;
    const char *const readings[] = {"build on it", "explain to each other", "ready to act", "talk first"};
    const char *const rounds[] = {"baseline, 2024-03-01", "interim, 2024-09-01", "reassessment, 2025-03-01"};
    oca_number percents[MOST];
    oca_map_place places[MOST];
    oca_dumbbell bells[MOST];
    oca_slope slopes[MOST];
    oca_slope_leg legs[MOST][2];
    for (size_t i = 0; i < row->n; i++) {
        percents[i] = percent_of(row->how, i);
        oca_number then = percent_of(row->how, i + 5);
        places[i] = (oca_map_place){long_names[i], percents[i], then};
        bells[i] = (oca_dumbbell){long_names[i], then, percents[i], "+14.0"};
        legs[i][0] = (oca_slope_leg){then, percents[i]};
        legs[i][1] = (oca_slope_leg){percents[i], then};
        slopes[i] = (oca_slope){long_names[i], legs[i]};
    }
    const oca_radar_ring rings[] = {{"baseline", "then", percents}, {"reassessment", "first", percents}};
    const oca_drawing drawings[] = {
        oca_figure_radar(&mem, long_names, row->n, rings, OCA_COUNT(rings), oca_given(66.7)),
        oca_figure_map(&mem, places, row->n, 60, 80, readings),
        oca_figure_dumbbells(&mem, bells, row->n),
        oca_figure_slopes(&mem, rounds, 3, slopes, row->n),
        oca_figure_slopes(&mem, rounds, 2, slopes, row->n),
    };
    for (size_t i = 0; i < OCA_COUNT(drawings); i++)
        check_drawing(&drawings[i]);
    oca_arena_free(&mem);
}

/* Rows for as many areas as a rubric may well have, long names and short ones. */
static void rows_of_many(void **state) {
    (void)state;
    enum { COLUMNS = 60, ROWS = 40 };
    const oca_box middle = {.n = 200, .least = 0, .q1 = 20, .median = 40, .mean = 42, .q3 = 60, .greatest = 100};
    const char *const shades[OCA_SHADES] = {"0 to 19", "20 to 39", "40 to 59", "60 to 79", "80 to 100"};
    const oca_rows_words both = {"title", "text", {"baseline", "latest round"}}, one = {"title", "text", {NULL, "now"}};
    const char *columns[COLUMNS];
    oca_figure_cell cells[COLUMNS];
    oca_cell_row heat[ROWS];
    oca_bar_row bars[ROWS];
    oca_box_row boxes[ROWS];
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = long_names[i % MOST];
        cells[i] = (oca_figure_cell){i % 7 ? "100" : NULL, (int)(i % OCA_SHADES), i % 5 == 0};
    }
    for (size_t i = 0; i < ROWS; i++) {
        const char *name = long_names[i % MOST];
        heat[i] = (oca_cell_row){name, cells};
        bars[i] = (oca_bar_row){name, {oca_given((double)i), {0}}, {"10000 of 10000", NULL}};
        boxes[i] = (oca_box_row){name, {middle, {0}}};
    }
    for (size_t n = 1; n <= COLUMNS; n += 1 + n / 4) {
        const oca_cells_words words = {"title", "text", columns, n, n > 1, shades};
        oca_drawing drawing = oca_figure_cells(&mem, heat, ROWS, &words);
        check_drawing(&drawing);
    }
    const oca_drawing drawings[] = {
        oca_figure_bars(&mem, bars, ROWS, ROWS - 1, &both), oca_figure_bars(&mem, bars, ROWS, ROWS - 1, &one),
        oca_figure_boxes(&mem, boxes, ROWS, &both), oca_figure_boxes(&mem, boxes, ROWS, &one)};
    for (size_t i = 0; i < OCA_COUNT(drawings); i++)
        check_drawing(&drawings[i]);
    oca_arena_free(&mem);
}

/* Stages, however narrow. */
static void stages_however_narrow(void **state) {
    (void)state;
    const oca_thermometer_stage stages[] = {{"Nascent", 0}, {"Emerging", 48}, {"Expanding", 50}, {"Mature", 99}};
    for (int percent = 0; percent <= 100; percent += 10) {
        const oca_thermometer_place place = {oca_given(percent), percent >= 50 ? 2 : percent >= 48, false,
                                             percent == 100
                                                 ? "A must-have holds the stage at Expanding: Books; Rules "
                                                   "of the fund; Constitution; Safe pits and shafts; Mercury; "
                                                   "Registration of the association; Working committees"
                                                 : NULL};
        oca_drawing drawing = oca_figure_thermometer(&mem, stages, OCA_COUNT(stages), &place);
        check_drawing(&drawing);
    }
    oca_arena_free(&mem);
}

/* A room at both ends of a scale, and counts of three digits. */
static void strip_of_a_divided_room(void **state) {
    (void)state;
    const oca_strip_answer answers[] = {{1, 120}, {2, 1}, {4, 119}};
    oca_drawing strip = oca_figure_strip(&mem, 1, 4, answers, OCA_COUNT(answers), oca_given(2), "Books");
    check_drawing(&strip);
    assert_string_equal(strip.title, "240 participants gave 1 to 4: Books");
    assert_string_equal(strip.description, "120 gave 1, 1 gave 2, 119 gave 4; agreed 2");
    oca_arena_free(&mem);
}

static const char *in_a_longer_language(oca_voice voice, const char *key, const char *many, size_t n) {
    (void)voice, (void)many, (void)n;
    return strcmp(key, "done, as agreed") ? NULL : "terminé, comme convenu entre tous les membres";
}

/* Four lines that end at one place, and axes of any size, in a language of long words. */
static void burn_up_of_any_size(void **state) {
    (void)state;
    const oca_interpreter interpreter = {.look_up = in_a_longer_language};
    oca_words_install(&interpreter);
    for (double size = 0; size < 5000; size = 2 * size + 3) {
        const oca_number same = oca_given(size);
        const oca_burn_up_point points[] = {{20000, {same, oca_given(0), oca_given(0), oca_given(0)}},
                                            {20365, {same, same, same, same}}};
        oca_drawing drawing = oca_figure_burn_up(&mem, points, OCA_COUNT(points));
        check_drawing(&drawing);
    }
    oca_words_install(NULL);
    oca_arena_free(&mem);
}

/* Findings. */

static const char *const areas[] = {"Rules", "Books", "Trade"};

typedef struct {
    const char *name;
    oca_number percents[3];
    oca_number target;
    const char *want;
} areas_row;

static const areas_row of_areas[] = {
    {"highest and lowest",
     {{true, 50}, {true, 20.25}, {true, 75}},
     {0},
     "Highest: Trade, 75.0 points of 100; lowest: Books, 20.3"},
    {"those that reach it",
     {{true, 50}, {true, 20}, {true, 75}},
     {true, 50},
     "2 of 3 areas reach the level that is enough; lowest: Books, 20.0 points of 100"},
    {"noise below the target reaches it",
     {{true, 50 - 1e-12}, {0}, {0}},
     {true, 50},
     "1 of 1 area reaches the level that is enough; lowest: Rules, 50.0 points of 100"},
    {"undefined ones do not count",
     {{0}, {true, 20}, {true, 75}},
     {0},
     "Highest: Trade, 75.0 points of 100; lowest: Books, 20.0"},
    {"several as low",
     {{true, 0}, {true, 0}, {true, 75}},
     {0},
     "Highest: Trade, 75.0 points of 100; lowest: 2 areas, 0.0"},
    {"all alike", {{true, 40}, {true, 40}, {true, 40}}, {0}, "All areas stand at 40.0 points of 100"},
    {"none", {{0}, {0}, {0}}, {true, 50}, "No area has points yet"},
};

static void check_areas(void **state) {
    const areas_row *row = *state;
    assert_string_equal(oca_finding_areas(&mem, areas, row->percents, 3, row->target), row->want);
    oca_arena_free(&mem);
}

typedef struct {
    const char *name;
    oca_number before[3], now[3];
    const char *want;
} change_row;

static const change_row changes[] = {
    {"up and down",
     {{true, 50}, {true, 20}, {true, 75}},
     {{true, 60}, {true, 50}, {true, 60}},
     "2 of 3 areas higher than before, 1 lower; greatest change: Books, 2 points"},
    {"one is not comparable",
     {{true, 50}, {0}, {true, 75}},
     {{true, 60}, {true, 50}, {true, 60}},
     "1 of 2 areas higher than before, 1 lower; greatest change: Trade, 3 points"},
    {"all as before", {{true, 50}, {0}, {0}}, {{true, 50}, {0}, {0}}, "No area stands higher or lower than before"},
    {"nothing to compare", {{0}, {0}, {0}}, {{0}, {0}, {0}}, "No area can be compared"},
};

static void check_change(void **state) {
    static const char *const shown[] = {"1", "2", "3"};
    const change_row *row = *state;
    oca_dumbbell bells[3];
    for (size_t i = 0; i < 3; i++)
        bells[i] = (oca_dumbbell){areas[i], row->before[i], row->now[i], shown[i]};
    assert_string_equal(oca_finding_change(&mem, bells, 3), row->want);
    oca_arena_free(&mem);
}

static void readings_most_first(void **state) {
    (void)state;
    const char *const readings[] = {"build on it", "explain to each other", "ready to act", "talk first"};
    const oca_map_place places[] = {{"a", oca_given(60), oca_given(80)},
                                    {"b", oca_given(59.9), oca_given(80)},
                                    {"c", oca_given(10), oca_given(90)},
                                    {"d", oca_given(10), {0}}};
    assert_string_equal(oca_finding_map(&mem, places, 4, 60, 80, readings),
                        "2 of 3 areas: ready to act; 1: build on it");
    assert_string_equal(oca_finding_map(&mem, places + 3, 1, 60, 80, readings),
                        "No area has both capacity and agreement yet");
    oca_arena_free(&mem);
}

static void legs_of_a_series(void **state) {
    (void)state;
    const oca_slope_leg whole[] = {{oca_given(20), oca_given(30.5)}, {oca_given(31), oca_given(29)}};
    const oca_slope_leg rose[] = {{{0}, {0}}, {oca_given(10), oca_given(20)}}, none[] = {{{0}, {0}}, {{0}, {0}}};
    const oca_slope rows[] = {{"Overall", whole}, {"Rules", rose}, {"Books", none}};
    assert_string_equal(oca_finding_slopes(&mem, rows, 3, 2),
                        "Overall: +10.5, then -2.0 points; 1 of 1 area higher than the round before, 0 lower");
    assert_string_equal(oca_finding_slopes(&mem, rows, 1, 1), "Overall: +10.5 points");
    oca_arena_free(&mem);
}

static void ends_of_actions(void **state) {
    (void)state;
    oca_gantt_row rows[] = {{.label = "a", .planned = {true, 20000, 20010}},
                            {.label = "b", .planned = {true, 20000, 20005}},
                            {.label = "c"}};
    assert_string_equal(oca_finding_gantt(&mem, rows, 3),
                        "3 actions: the first ends on 2024-10-09, the last on 2024-10-14");
    assert_string_equal(oca_finding_gantt(&mem, rows + 2, 1), "No action has dates");
    rows[1].actual = (oca_gantt_span){true, 20000, 20020};
    rows[1].late = true;
    assert_string_equal(oca_finding_gantt(&mem, rows, 3), "1 of 3 actions later than first planned");
    oca_arena_free(&mem);
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(rows_of_many),
        cmocka_unit_test(stages_however_narrow),
        cmocka_unit_test(strip_of_a_divided_room),
        cmocka_unit_test(burn_up_of_any_size),
        cmocka_unit_test(readings_most_first),
        cmocka_unit_test(legs_of_a_series),
        cmocka_unit_test(ends_of_actions),
    };
    int failed = CHECK_ROWS("layout", layouts, check_layout);
    failed += CHECK_ROWS("findings on areas", of_areas, check_areas);
    failed += CHECK_ROWS("findings on changes", changes, check_change);
    failed += cmocka_run_group_tests_name("figures", others, NULL, NULL);
    return failed ? 1 : 0;
}
