/* Levels that are reached by criteria: which level follows from which ticks (formats document, "Rubric"). */
#include "../engine/document/answers.h"
#include "../engine/reading/library.h"
#include "check.h"

#include <string.h>

/* `i` has criteria at 2, 3 and 4; `gap` none at 3; `top` at 4 alone; `low` at the lowest level, which needs none. */
static const char rubric_text[] =
    "<rubric xmlns='urn:oca:rubric:1' id='r' version='1'><scale id='s'><level value='1'/><level value='2'/>"
    "<level value='3'/><level value='4'/></scale><stages><stage id='a' from='0'/></stages><planning adequate='2'/>"
    "<area id='a'><item id='i' scale='s'><level value='1'/><level value='2'><criterion id='a2'/><criterion id='b2'/>"
    "</level><level value='3'><criterion id='a3'/></level><level value='4'><criterion id='a4'/></level></item>"
    "<item id='gap' scale='s'><level value='1'/><level value='2'><criterion id='g2'/></level><level value='3'/>"
    "<level value='4'><criterion id='g4'/></level></item>"
    "<item id='top' scale='s'><level value='1'/><level value='2'/><level value='3'/><level value='4'>"
    "<criterion id='t4'/></level></item>"
    "<item id='low' scale='s'><level value='1'><criterion id='l1'/></level><level value='2'><criterion "
    "id='l2'/></level>"
    "<level value='3'><criterion id='l3'/></level><level value='4'><criterion id='l4'/></level></item></area></rubric>";

typedef struct {
    const char *name, *item, *ticks;
    double level;
} row;

static const row rows[] = {
    {"no tick", "i", "", 1},
    {"half of a level", "i", "a2", 1},
    {"a level", "i", "a2 b2", 2},
    {"ticks in another order", "i", "b2 a2", 2},
    {"two levels", "i", "a2 b2 a3", 3},
    {"all", "i", "a2 b2 a3 a4", 4},
    {"a level without one below it", "i", "a2 b2 a4", 2},
    {"all but one of the lowest", "i", "b2 a3 a4", 1},
    {"the highest alone", "i", "a4", 1},
    {"a level without criteria comes with the one below", "gap", "g2", 3},
    {"and is no step of its own", "gap", "g4", 1},
    {"above it", "gap", "g2 g4", 4},
    {"levels without criteria come by themselves", "top", "", 3},
    {"the top", "top", "t4", 4},
    {"the lowest level needs none", "low", "l2", 2},
    {"and gives none", "low", "l1", 1},
    {"another item's criterion counts nothing", "i", "a2 g2", 1},
};

static void check_row(void **state) {
    const row *r = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document = {0};
    oca_frame frame;
    const oca_format *const accepted[] = {&oca_rubric_format, NULL};
    assert_int_equal(oca_document_parse(&document, &mem, "r.xml", rubric_text, strlen(rubric_text), accepted, &faults),
                     OCA_OK);
    assert_int_equal(oca_frame_build(&frame, &mem, document.root, &faults), OCA_OK);
    const oca_frame_item *item = &frame.items[oca_frame_find_item(&frame, r->item)];
    oca_strings ticks = oca_split(&mem, r->ticks, " ");
    oca_judgement judgement = {.value = oca_given(1)};
    for (size_t i = 0; i < ticks.n; i++)
        *(oca_met *)OCA_ADD(&mem, &judgement.met) = (oca_met){.criterion = ticks.at[i]};
    assert_near(oca_level_by_criteria(item, &judgement), r->level);
    /* Without a tick the value that was given stands. */
    assert_near(oca_judged(item, &judgement).value, ticks.n ? r->level : 1);
    oca_arena_free(&mem);
}

int main(void) {
    return CHECK_ROWS("levels by criteria", rows, check_row);
}
