/* Groups in the room: their figures, worked out by hand, and which of them may be handed on. The rubric is
 * tests/exports/gov.xml: two items of equal weight on levels 1 to 3, so x is 0, 0.5 or 1. */
#include "../engine/reading/library.h"
#include "../reports/groups_text.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

static oca_frame frame, lopsided; /* lopsided: the same, gov_2 weighing three times as much */

/* People are written "3*women,youth:12": three who are women and young and scored 1 and 2; "-" is no score. */
static const char *assessment_xml(oca_arena *mem, const char *room) {
    oca_buffer people = {.mem = mem}, scores[2] = {{.mem = mem}, {.mem = mem}};
    oca_strings kinds = oca_split(mem, room, " ");
    int number = 0;
    for (size_t k = 0; k < kinds.n; k++) {
        const char *groups = strchr(kinds.at[k], '*') + 1, *values = strchr(groups, ':') + 1;
        for (int i = 0; i < atoi(kinds.at[k]); i++) {
            oca_buffer_print(&people, "<participant id='p%d' groups='", ++number);
            for (const char *c = groups; *c != ':'; c++)
                oca_buffer_print(&people, "%c", *c == ',' ? ' ' : *c);
            oca_buffer_print(&people, "'/>");
            for (int item = 0; item < 2; item++)
                if (values[item] != '-')
                    oca_buffer_print(&scores[item], "<score by='p%d' value='%c'/>", number, values[item]);
        }
    }
    return oca_format_text(mem,
                           "<assessment xmlns='urn:oca:assessment:1' rubric='gov' rubric-version='1.0' "
                           "round='baseline' date='2026-03-01'><organization id='o' name='N'/>%s"
                           "<answer item='gov_1'>%s</answer><answer item='gov_2'>%s</answer></assessment>",
                           people.at ? people.at : "", scores[0].at ? scores[0].at : "",
                           scores[1].at ? scores[1].at : "");
}

static oca_group_views views_of(oca_arena *mem, const oca_frame *rules, const char *room) {
    oca_faults faults = {.mem = mem};
    oca_document document = {0};
    const char *xml = assessment_xml(mem, room);
    oca_answers *answers = oca_alloc(mem, sizeof *answers);
    assert_int_equal(oca_document_parse(&document, mem, "a.xml", xml, strlen(xml), oca_all_formats, &faults), OCA_OK);
    assert_int_equal(oca_answers_build(answers, mem, document.root, rules, &faults), OCA_OK);
    return oca_groups(mem, answers);
}

/* "women 5 25.0 6 100.0": overall, of the group and of everybody else; "(youth)" where it is not shown. */
static const char *shown(oca_arena *mem, const oca_group_views *views) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < views->n; i++) {
        const oca_group_view *view = &views->at[i];
        const oca_division *all = &view->nodes[0];
        if (view->shown)
            oca_buffer_print(&out, "%s%s %ld %s %ld %s", out.n ? "; " : "", view->group, all->group.n,
                             oca_number_shown(mem, 100 * all->group.x, 1), all->others.n,
                             oca_number_shown(mem, 100 * all->others.x, 1));
        else
            oca_buffer_print(&out, "%s(%s)", out.n ? "; " : "", view->group);
    }
    return out.at ? out.at : "";
}

typedef struct {
    const char *name, *room, *shown;
} row;

static const row rows[] = {
    {"nobody in a group", "9*:11", ""},
    {"nobody at all", "", ""},
    {"five and five", "5*women:12 5*:33", "women 5 25.0 5 100.0"},
    {"five and four", "5*women:12 4*:33", "(women)"},
    {"four and nine", "4*women:12 9*:33", "(women)"},
    {"everybody", "9*women:12", "(women)"},
    {"who scored less than half does not count", "5*women:12 4*:33 1*:--", "(women)"},
    {"half is enough", "4*women:12 1*women:2- 5*:33", "women 5 30.0 5 100.0"}, /* (4 x 25 + 50) / 5 */
    {"two groups that are all", "6*women:11 5*men:33", "women 6 0.0 5 100.0; men 5 100.0 6 0.0"},
    {"a group within another, one person less", "6*women,board:11 1*women:33 6*:22", "women 7 14.3 6 50.0; (board)"},
    {"a group within another, five less", "5*women,board:11 5*women:33 5*:22",
     "women 10 50.0 5 50.0; board 5 0.0 10 75.0"},
    {"groups that cross, all cells large", "5*women,youth:11 5*women:11 5*youth:33 5*:33",
     "women 10 0.0 10 100.0; youth 10 50.0 10 50.0"},
    {"groups that cross in one person", "5*women:11 5*youth:33 1*women,youth:22 5*:22",
     "women 6 8.3 10 75.0; (youth)"}, /* (5 x 0 + 50) / 6; (5 x 100 + 5 x 50) / 10 */
    {"groups that differ by an exchange", "5*women,youth:11 1*women:11 1*youth:33 5*:22",
     "women 6 0.0 6 58.3; (youth)"},
    {"a third that would split a cell", "5*a,b,c:11 5*a:11 5*b,c:22 4*:33 1*c:33",
     "a 10 0.0 10 75.0; b 10 25.0 10 50.0; (c)"},
};

static void check_row(void **state) {
    const row *r = *state;
    oca_arena mem = {0};
    oca_group_views views = views_of(&mem, &frame, r->room);
    assert_string_equal(shown(&mem, &views), r->shown);
    oca_arena_free(&mem);
}

/* Half of an area is half of its weight, not of its items. */
static const row heavy_rows[] = {
    {"the lighter item alone is not half", "4*women:12 1*women:2- 5*:33", "(women)"},
    {"the heavier is", "4*women:12 1*women:-2 5*:33", "women 5 40.0 5 100.0"}, /* (4 x 37.5 + 50) / 5 */
};

static void check_heavy_row(void **state) {
    const row *r = *state;
    oca_arena mem = {0};
    oca_group_views views = views_of(&mem, &lopsided, r->room);
    assert_string_equal(shown(&mem, &views), r->shown);
    oca_arena_free(&mem);
}

/* However people fall into three groups: the cells into which those shown divide the room hold nobody or five and more,
 * so that no sum or difference of what is shown speaks of fewer. The cells are counted anew here, from the kinds. */
static void test_random_rooms(void **state) {
    (void)state;
    static const char *const kinds[] = {"a", "b", "c", "a,b", "a,c", "b,c", "a,b,c", ""};
    unsigned seed = 7;
    int told = 0;
    for (int room = 0; room < 500; room++) {
        oca_arena mem = {0};
        oca_buffer people = {.mem = &mem};
        int sizes[8] = {0};
        for (int k = 0; k < 8; k++) {
            seed = seed * 1103515245u + 12345u;
            sizes[k] = (int)((seed >> 16) % 10u) - 2;
            sizes[k] = sizes[k] < 0 ? 0 : sizes[k];
            oca_buffer_print(&people, "%d*%s:12 ", sizes[k], kinds[k]);
        }
        oca_group_views views = views_of(&mem, &frame, people.at);
        int cells[8] = {0}, n_shown = 0;
        for (int k = 0; k < 8; k++) {
            int cell = 0;
            for (size_t v = 0; v < views.n; v++)
                cell |= views.at[v].shown && strstr(kinds[k], views.at[v].group) ? 1 << v : 0;
            cells[cell] += sizes[k];
        }
        for (size_t v = 0; v < views.n; v++)
            n_shown += views.at[v].shown;
        for (int cell = 0; n_shown && cell < 8; cell++)
            assert_true(cells[cell] == 0 || cells[cell] >= 5);
        told += n_shown;
        oca_arena_free(&mem);
    }
    assert_true(told > 100);
}

/* The facilitator's screen holds from three and three on. */
static void test_division(void **state) {
    (void)state;
    oca_division three = {{3, 0}, {3, 0}}, two = {{2, 0}, {9, 0}};
    assert_true(oca_division_holds(&three, OCA_GROUP_LEAST_IN_ROOM));
    assert_false(oca_division_holds(&two, OCA_GROUP_LEAST_IN_ROOM));
    assert_false(oca_division_holds(&three, OCA_GROUP_LEAST));
}

int main(void) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    const oca_rubric *rubric = NULL;
    if (oca_rubric_load(&rubric, &mem, "tests/exports/gov.xml", &faults) != OCA_OK ||
        oca_frame_build(&frame, &mem, rubric, &faults) != OCA_OK)
        return EXIT_FAILURE;
    oca_frame_item items[] = {frame.items[0], frame.items[1]};
    items[1].weight = 3;
    lopsided = frame;
    lopsided.items = items;
    const struct CMUnitTest others[] = {cmocka_unit_test(test_random_rooms), cmocka_unit_test(test_division)};
    int failed = CHECK_ROWS("groups", rows, check_row) + CHECK_ROWS("weights", heavy_rows, check_heavy_row) +
                 cmocka_run_group_tests_name("rooms", others, NULL, NULL);
    oca_arena_free(&mem);
    return failed;
}
