/* Reports: words, rounding, and the JSON of a tiny assessment built by hand. */
#include "check.h"

#include "../reports/explain.h"
#include "../reports/explain_parts.h"
#include "../reports/json.h"
#include "../reports/phrases.h"
#include "../reports/plan_json.h"
#include "../reports/plan_text.h"
#include "../reports/score_json.h"
#include "../reports/score_text.h"

#include <stdlib.h>
#include <string.h>

static oca_arena mem;

/* Levels and figures as they are shown. */

typedef struct {
    const char *name;
    double value;
    const char *level, *number;
} rounding_row;

static const rounding_row rounding[] = {
    {"whole", 2, "2", "2"},
    {"ten keeps its zero", 10, "10", "10"},
    {"zero", 0, "0", "0"},
    {"half", 2.5, "2.5", "2.5"},
    {"third", 1.0 / 3, "0.33", "0.3333…"},
    {"two thirds, as a pocket calculator", 2.0 / 3, "0.67", "0.6666…"},
    {"half away from zero", 2.125, "2.13", "2.125"},
    {"half away from zero, below zero", -2.125, "-2.13", "-2.125"},
    {"decimal half that binary has a little less of", 2.675, "2.68", "2.675"},
    {"noise is not shown", 0.1 + 0.2, "0.3", "0.3"},
    {"almost whole", 1.999, "2", "1.999"},
};

static void check_rounding(void **state) {
    const rounding_row *row = *state;
    oca_explanation e = {.mem = &mem};
    assert_string_equal(oca_level_number(&mem, row->value), row->level);
    assert_string_equal(oca_explain_number(&e, row->value), row->number);
    oca_arena_free(&mem);
}

/* Words on screen (formats document, "Workbooks"). */

typedef struct {
    const char *name, *shown, *want;
} word_row;

static void check_word(void **state) {
    const word_row *row = *state;
    assert_string_equal(row->shown, row->want);
}

static int check_words(void) {
    const word_row rows[] = {
        {"strengthen", oca_quadrant_shown(OCA_STRENGTHEN), "ready to act"},
        {"share", oca_quadrant_shown(OCA_SHARE), "explain to each other"},
        {"discuss", oca_quadrant_shown(OCA_DISCUSS), "talk first"},
        {"build-on", oca_quadrant_shown(OCA_BUILD_ON), "build on it"},
        {"no quadrant", oca_quadrant_shown(OCA_QUADRANT_NONE), "–"},
        {"gate met", oca_gate_shown(OCA_GATE_MET), "met"},
        {"gate failed", oca_gate_shown(OCA_GATE_FAILED), "not yet"},
        {"gate open", oca_gate_shown(OCA_GATE_OPEN), "not checked"},
        {"no gate", oca_gate_shown(OCA_GATE_NONE), ""},
        {"verified", oca_layer_shown(OCA_LAYER_VERIFIED), "checked"},
        {"no layer", oca_layer_shown(OCA_LAYER_NONE), ""},
        {"deferred", oca_action_state_shown(OCA_DEFERRED), "after this plan"},
        {"absent status", oca_status_shown(OCA_STATUS_ABSENT), "not started"},
        {"donor", oca_support_shown(OCA_SUPPORT_DONOR), "donor"},
        {"tier out of range", oca_tier_shown(-1), ""},
        {"reason", oca_to_complete_shown("reason"), "N/A without its reason"},
        {"unknown to complete", oca_to_complete_shown("else"), "else"},
    };
    return CHECK_ROWS("words", rows, check_word);
}

/* Numbers of JSON. */

static void json_numbers(void **state) {
    (void)state;
    oca_json json = {0};
    json_t *root = json_array();
    const double values[] = {2, -0.0, 57.5, 1e15, 1e300};
    const char *text = NULL;
    size_t n = 0;
    for (size_t i = 0; i < OCA_COUNT(values); i++)
        oca_json_append(&json, root, oca_json_number(values[i]));
    oca_json_append(&json, root, oca_json_maybe((oca_number){0}));
    assert_int_equal(oca_json_write(&text, &n, &mem, &json, root), OCA_OK);
    assert_string_equal(text, "[\n  2,\n  0,\n  57.5,\n  1000000000000000,\n  1.0000000000000001e300,\n  null\n]\n");
    assert_int_equal(n, strlen(text));
    oca_arena_free(&mem);
}

static void json_failure_is_remembered(void **state) {
    (void)state;
    oca_json json = {0};
    json_t *root = json_object();
    const char *text = NULL;
    size_t n = 0;
    oca_json_set(&json, root, "a", oca_json_number(NAN)); /* never a key lost in silence */
    assert_int_equal(oca_json_write(&text, &n, &mem, &json, root), OCA_SYSTEM);
    assert_null(text);
    oca_arena_free(&mem);
}

/* A rubric of one area with a must-have and a plain item; the must-have is answered by the room alone. */

static void word(oca_words *words, const char *text) {
    oca_text *place = OCA_ADD(&mem, words);
    place->text = text;
}

static void add_scale(oca_rubric *rubric) {
    static const char *const labels[] = {"Nascent", "Emerging", "Expanding", "Mature"};
    oca_scale *scale = OCA_ADD(&mem, &rubric->scales);
    scale->id = "maturity";
    for (size_t i = 0; i < OCA_COUNT(labels); i++) {
        oca_level *level = OCA_ADD(&mem, &scale->levels);
        level->value = oca_given((double)i + 1);
        word(&level->labels, labels[i]);
    }
    static const char *const ids[] = {"nascent", "expanding"};
    rubric->stages = oca_alloc(&mem, sizeof *rubric->stages);
    for (size_t i = 0; i < OCA_COUNT(ids); i++) {
        oca_stage *stage = OCA_ADD(&mem, &rubric->stages->list);
        stage->id = ids[i];
        stage->from = oca_given(50 * (double)i);
        word(&stage->labels, i ? "Expanding" : "Nascent");
    }
}

static oca_item *add_item(oca_area *area, const char *id, const char *title) {
    static const char *const texts[] = {"none", "some", "most", "all"};
    oca_item *item = OCA_ADD(&mem, &area->items);
    item->id = id;
    item->scale = "maturity";
    word(&item->titles, title);
    for (size_t i = 0; i < OCA_COUNT(texts); i++) {
        oca_descriptor *level = OCA_ADD(&mem, &item->levels);
        level->value = oca_given((double)i + 1);
        level->text = texts[i];
    }
    return item;
}

static oca_rubric *tiny_rubric(void) {
    oca_rubric *rubric = oca_alloc(&mem, sizeof *rubric);
    rubric->lang = "en";
    rubric->id = "tiny";
    rubric->version = "1.0";
    rubric->digest = "d1";
    rubric->file = "tiny.xml";
    word(&rubric->titles, "Tiny");
    add_scale(rubric);
    oca_planning *planning = oca_alloc(&mem, sizeof *planning);
    planning->adequate = oca_given(3);
    rubric->planning = planning;
    oca_area *area = OCA_ADD(&mem, &rubric->areas);
    area->id = "gov";
    word(&area->titles, "Governance");
    oca_item *item = add_item(area, "rules", "Rules");
    oca_gate *gate = OCA_ADD(&mem, &item->gates);
    gate->at_least = oca_given(2);
    gate->ceiling = "nascent";
    add_item(area, "books", "Books");
    return rubric;
}

static oca_assessment *tiny_assessment(void) {
    oca_assessment *assessment = oca_alloc(&mem, sizeof *assessment);
    assessment->file = "a.xml";
    assessment->rubric = "tiny";
    assessment->rubric_version = "1.0";
    assessment->round = "baseline";
    assessment->date = (oca_date){true, 0};
    assessment->organization = oca_alloc(&mem, sizeof *assessment->organization);
    assessment->organization->id = "example";
    assessment->organization->name = "Example (invented)";
    oca_answer *rules = OCA_ADD(&mem, &assessment->answers);
    rules->item = "rules";
    for (size_t i = 0; i < 2; i++) {
        oca_tally *tally = OCA_ADD(&mem, &rules->tallies);
        tally->value = oca_given((double)i + 2);
        tally->n = oca_given(2);
    }
    oca_answer *books = OCA_ADD(&mem, &assessment->answers);
    books->item = "books";
    books->agreed = oca_alloc(&mem, sizeof *books->agreed);
    books->agreed->value = oca_given(2);
    return assessment;
}

static const oca_scores *tiny_scores(void) {
    oca_faults faults = {.mem = &mem};
    oca_frame *frame = oca_alloc(&mem, sizeof *frame);
    oca_answers *answers = oca_alloc(&mem, sizeof *answers);
    oca_scores *scores = oca_alloc(&mem, sizeof *scores);
    if (oca_frame_build(frame, &mem, tiny_rubric(), &faults) != OCA_OK ||
        oca_answers_build(answers, &mem, tiny_assessment(), frame, &faults) != OCA_OK)
        fail_msg("%s", faults.all.at[0].message);
    *scores = oca_score_all(&mem, answers);
    return scores;
}

/* Without white space outside of strings, so that the expectation can be read. */
static const char *compact(const char *json) {
    oca_buffer out = {.mem = &mem};
    bool inside = false;
    for (; *json; json++) {
        inside ^= *json == '"';
        if (inside || (*json != ' ' && *json != '\n'))
            oca_buffer_add(&out, json, 1);
    }
    return out.at;
}

#define NODE_FIGURES                                                                                                   \
    "\"state\":\"scored\",\"percent\":41.666666666666664,\"level\":2.25,\"coverage\":1,\"applicable\":2,"              \
    "\"scored\":2,\"na\":0,\"consensus\":88.888888888888886,\"divided\":0,\"stage\":\"nascent\","                      \
    "\"stage_uncapped\":\"nascent\",\"provisional\":[\"rules\"],\"quadrant\":\"strengthen\""

static void score_json_as_agreed(void **state) {
    (void)state;
    const char *text = NULL;
    size_t n = 0;
    assert_int_equal(oca_score_json(&text, &n, &mem, tiny_scores()), OCA_OK);
    assert_string_equal(
        compact(text),
        "{\"rubric\":{\"id\":\"tiny\",\"version\":\"1.0\",\"digest\":\"d1\",\"tailoring\":null},"
        "\"organization\":{\"id\":\"example\",\"name\":\"Example (invented)\"},\"round\":\"baseline\","
        "\"date\":\"1970-01-01\",\"overall\":{" NODE_FIGURES "},\"alpha\":null,"
        "\"areas\":[{\"id\":\"gov\"," NODE_FIGURES ",\"areas\":[],\"items\":["
        "{\"id\":\"rules\",\"state\":\"scored\",\"basis\":\"participants\",\"score\":2.5,\"score_uncapped\":2.5,"
        "\"standing\":2,\"percent\":50,\"n\":4,\"dk_share\":0,\"consensus\":88.888888888888886,\"gate\":\"open\"},"
        "{\"id\":\"books\",\"state\":\"scored\",\"basis\":\"agreed\",\"score\":2,\"score_uncapped\":2,"
        "\"standing\":2,\"percent\":33.333333333333329,\"n\":0,\"dk_share\":null,\"consensus\":null,\"gate\":null}"
        "]}],\"to_complete\":[{\"item\":null,\"what\":\"facilitator\"}]}");
    oca_arena_free(&mem);
}

static void plan_json_as_agreed(void **state) {
    (void)state;
    const char *text = NULL;
    size_t n = 0;
    oca_planned planned = oca_plan_make(&mem, tiny_scores(), NULL, (oca_planning_options){0, NULL});
    assert_int_equal(oca_plan_json(&text, &n, &mem, &planned), OCA_OK);
    assert_string_equal(
        compact(text),
        "{\"start\":\"1970-01-01\",\"end\":\"1970-12-31\",\"weaknesses\":["
        "{\"item\":\"rules\",\"rank\":1,\"tier\":3,\"state\":\"planned\",\"index\":33.333333333333336,\"score\":2.5,"
        "\"standing\":2,\"target\":3,\"actions\":[\"agree_rules\"]},"
        "{\"item\":\"books\",\"rank\":1,\"tier\":3,\"state\":\"planned\",\"index\":33.333333333333336,\"score\":2,"
        "\"standing\":2,\"target\":3,\"actions\":[\"agree_books\"]}],\"actions\":["
        "{\"id\":\"agree_rules\",\"item\":\"rules\",\"lead\":null,\"weeks\":4,\"requires\":[],\"unmet\":[],"
        "\"state\":\"scheduled\",\"start\":\"1970-01-01\",\"due\":\"1970-01-28\"},"
        "{\"id\":\"agree_books\",\"item\":\"books\",\"lead\":null,\"weeks\":4,\"requires\":[],\"unmet\":[],"
        "\"state\":\"scheduled\",\"start\":\"1970-01-01\",\"due\":\"1970-01-28\"}],"
        "\"find_out\":[{\"item\":\"rules\",\"why\":\"gate\"}],\"strengths\":[],"
        "\"reviews\":[\"1970-04-01\",\"1970-07-01\",\"1970-10-01\",\"1971-01-01\"]}");
    oca_arena_free(&mem);
}

/* Memory that fails at the k-th request: never half a document, never a leak. */
static long allocations_left;

static void *failing_malloc(size_t size) {
    return allocations_left-- > 0 ? malloc(size) : NULL;
}

static void json_survives_failing_memory(void **state) {
    (void)state;
    const oca_scores *scores = tiny_scores();
    oca_planned planned = oca_plan_make(&mem, scores, NULL, (oca_planning_options){0, NULL});
    json_set_alloc_funcs(failing_malloc, free);
    long k = 0;
    for (oca_status score = OCA_SYSTEM, plan = OCA_SYSTEM; score != OCA_OK || plan != OCA_OK; k++) {
        const char *text = NULL;
        size_t n = 0;
        allocations_left = k;
        score = oca_score_json(&text, &n, &mem, scores);
        assert_true((score == OCA_OK) == (text != NULL));
        text = NULL;
        allocations_left = k;
        plan = oca_plan_json(&text, &n, &mem, &planned);
        assert_true((plan == OCA_OK) == (text != NULL));
        assert_true(k < 100000);
    }
    json_set_alloc_funcs(malloc, free);
    assert_true(k > 10);
    oca_arena_free(&mem);
}

/* What the readable reports say of the tiny case. */

typedef struct {
    const char *name, *explained; /* an id; "score" or "plan": that report */
    const char *says;
} text_row;

static const text_row texts[] = {
    {"level beside points", "score", "2.25 of 4 (41.7 points of 100)"},
    {"provisional stage", "score", "Nascent, provisional: 1 must-have not answered"},
    {"answered", "score", "Answered                2 of 2"},
    {"n beside the mean", "score", "88.9 of 100, mean over 1 item; 0 items divide the room"},
    {"undefined with its reason", "score", "– a: fewer than two participants gave a score"},
    {"to complete", "score", "who facilitated"},
    {"shared rank", "plan", "=1  Rules (Governance)"},
    {"placeholder", "plan", "Lead: to be agreed; 4 weeks; 1970-01-01 – 1970-01-28"},
    {"points beside the level", "plan", "Target 3 of 4 (66.7 points of 100): most"},
    {"to find out", "plan", "Rules: must-have not checked"},
    {"layer passed on", "rules", "Agreed by the members: nothing recorded. Passed on."},
    {"mean of the room", "rules", "(2 × 2 + 2 × 3) / 4 = 2.5"},
    {"standardized", "books", "(2 - 1) / (4 - 1) = 0.3333…"},
    {"standing", "rules", "the nearest to 2.5 is 2"},
    {"consensus", "rules", "100 (1 - 0.25 / 2.25) = 88.9 of 100"},
    {"numerator", "gov", "Numerator: 1 × 0.5 + 1 × 0.3333… = 0.8333…"},
    {"coverage", "gov", "Item weights scored / applicable = 2 / 2 = 1"},
    {"alpha", "overall", "– (fewer than two items have scores of two participants)"},
};

static void check_text(void **state) {
    const text_row *row = *state;
    const oca_scores *scores = tiny_scores();
    oca_planned planned = oca_plan_make(&mem, scores, NULL, (oca_planning_options){0, NULL});
    const char *text = oca_equal(row->explained, "score") ? oca_score_text(&mem, scores, NULL, NULL, &oca_no_screen)
                       : oca_equal(row->explained, "plan")
                           ? oca_plan_text(&mem, &planned, NULL, &oca_no_screen)
                           : oca_explain(&mem, scores, row->explained, NULL, &oca_no_screen);
    assert_non_null(text);
    if (!strstr(text, row->says))
        fail_msg("not said: %s\nin:\n%s", row->says, text);
    oca_arena_free(&mem);
}

static void unknown_id_is_not_explained(void **state) {
    (void)state;
    assert_null(oca_explain(&mem, tiny_scores(), "nobody", NULL, &oca_no_screen));
    oca_arena_free(&mem);
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(json_numbers),
        cmocka_unit_test(json_failure_is_remembered),
        cmocka_unit_test(score_json_as_agreed),
        cmocka_unit_test(plan_json_as_agreed),
        cmocka_unit_test(unknown_id_is_not_explained),
        cmocka_unit_test(json_survives_failing_memory),
    };
    int failed = CHECK_ROWS("rounding", rounding, check_rounding);
    failed += check_words();
    failed += CHECK_ROWS("reports", texts, check_text);
    failed += cmocka_run_group_tests_name("JSON", others, NULL, NULL);
    return failed ? 1 : 0;
}
