/* The public test vectors: tests/vectors, one folder a case, held against the engine's own JSON. */
#include "../engine/planning/planning.h"
#include "../engine/reading/library.h"
#include "../reports/compare/compare.h"
#include "../reports/plan_json.h"
#include "../reports/score_json.h"
#include "check.h"

#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "tests/vectors"

/* One case while it is checked. */
typedef struct {
    oca_arena mem;
    oca_faults faults;
    const char *folder;
    int wrong;
} vector;

static void print_faults(const oca_faults *faults) {
    for (size_t i = 0; i < faults->all.n; i++)
        print_error("%s:%d: %s\n", faults->all.at[i].file, faults->all.at[i].where.line, faults->all.at[i].message);
}

static const char *path(vector *v, const char *name) {
    return oca_format_text(&v->mem, FOLDER "/%s/%s", v->folder, name);
}

/* The object with this id (or item) in a list. */
static json_t *find_in(json_t *list, const char *key, const char *id) {
    size_t i;
    json_t *element;
    json_array_foreach (list, i, element) {
        if (oca_equal(json_string_value(json_object_get(element, key)), id))
            return element;
    }
    return NULL;
}

/* The area or item with this id at any depth. */
static json_t *find_deep(json_t *areas, const char *list, const char *id) {
    size_t i;
    json_t *area, *found = strcmp(list, "areas") == 0 ? find_in(areas, "id", id) : NULL;
    json_array_foreach (areas, i, area) {
        if (!found && strcmp(list, "items") == 0)
            found = find_in(json_object_get(area, "items"), "id", id);
        if (!found)
            found = find_deep(json_object_get(area, "areas"), list, id);
    }
    return found;
}

/* What stands at a path such as `items.fin_books.state`; see tests/vectors/README.md. A new reference, or NULL. */
static json_t *at(vector *v, json_t *root, const char *whole) {
    char *parts = strdup(whole), *rest = NULL;
    char *first = strtok_r(parts, ".", &rest), *id = strtok_r(NULL, ".", &rest), *key = strtok_r(NULL, ".", &rest);
    char *more = key ? strtok_r(NULL, ".", &rest) : NULL;
    json_t *found = NULL;
    bool ids = !id && (strcmp(first, "weaknesses") == 0 || strcmp(first, "actions") == 0);
    if (ids) {
        size_t i;
        json_t *element;
        found = json_array();
        json_array_foreach (json_object_get(root, first), i, element)
            json_array_append(found, json_object_get(element, strcmp(first, "actions") == 0 ? "id" : "item"));
    } else if (!key) {
        json_t *parent = id ? json_object_get(root, first) : root;
        found = json_incref(json_object_get(parent, id ? id : first));
    } else if (strcmp(first, "overall") == 0) {
        found = json_incref(json_object_get(json_object_get(json_object_get(root, first), id), key));
    } else if (more) {
        json_t *parent = json_object_get(find_deep(json_object_get(root, "areas"), first, id), key);
        found = json_incref(json_object_get(parent, more));
    } else {
        json_t *parent = strcmp(first, "weaknesses") == 0 ? find_in(json_object_get(root, first), "item", id)
                         : strcmp(first, "actions") == 0  ? find_in(json_object_get(root, first), "id", id)
                                                          : find_deep(json_object_get(root, "areas"), first, id);
        found = json_incref(json_object_get(parent, key));
    }
    if (!found)
        print_error("%s: there is no %s\n", v->folder, whole);
    free(parts);
    return found;
}

static bool same(const json_t *actual, const json_t *expected) {
    if (json_is_number(expected) && json_is_number(actual)) {
        double a = json_number_value(actual), e = json_number_value(expected);
        return fabs(a - e) <= 1e-9 * fmax(1, fabs(e));
    }
    if (json_is_array(expected) && json_is_array(actual)) {
        if (json_array_size(expected) != json_array_size(actual))
            return false;
        for (size_t i = 0; i < json_array_size(expected); i++)
            if (!same(json_array_get(actual, i), json_array_get(expected, i)))
                return false;
        return true;
    }
    if (json_is_object(expected) && json_is_object(actual)) {
        const char *key;
        json_t *value;
        if (json_object_size(expected) != json_object_size(actual))
            return false;
        json_object_foreach ((json_t *)(uintptr_t)expected, key, value) {
            if (!same(json_object_get(actual, key), value))
                return false;
        }
        return true;
    }
    return json_equal(actual, expected);
}

static void compare(vector *v, json_t *actual, json_t *expected) {
    const char *key;
    json_t *value;
    json_object_foreach (expected, key, value) {
        json_t *found = at(v, actual, key);
        if (!found || !same(found, value)) {
            char *is = found ? json_dumps(found, JSON_ENCODE_ANY) : NULL, *should = json_dumps(value, JSON_ENCODE_ANY);
            print_error("%s: %s is %s, not %s\n", v->folder, key, is ? is : "missing", should);
            free(is);
            free(should);
            v->wrong++;
        }
        json_decref(found);
    }
}

static json_t *parsed(const char *text, size_t n) {
    json_t *root = json_loadb(text, n, 0, NULL);
    assert_non_null(root);
    return root;
}

static void check_plan(vector *v, const oca_scores *scores, const oca_frame *frame, json_t *expected) {
    const oca_actions *library = NULL;
    const char *file = path(v, "actions.xml");
    if (access(file, R_OK) == 0) {
        oca_status status = oca_actions_load(&library, &v->mem, file, &v->faults);
        if (status == OCA_OK)
            status = oca_library_check(&v->mem, library, frame, &v->faults);
        print_faults(&v->faults);
        assert_int_equal(status, OCA_OK);
    }
    const char *start = json_string_value(json_object_get(expected, "start")), *text;
    oca_planning_options options = {0};
    size_t n;
    assert_true(oca_day_parse(&options.start, start, strlen(start)));
    oca_planned planned = oca_plan_make(&v->mem, scores, library, options);
    assert_int_equal(oca_plan_json(&text, &n, &v->mem, &planned), OCA_OK);
    json_t *actual = parsed(text, n);
    compare(v, actual, json_object_get(expected, "plan"));
    json_decref(actual);
}

/* What the case's tailoring, if it has one, leaves of the rubric. */
static oca_status tailor(vector *v, oca_frame *out, const oca_frame *whole) {
    static const oca_format *const accepted[] = {&oca_tailoring_format, NULL};
    const char *file = path(v, "tailoring.xml");
    oca_document document;
    *out = *whole;
    if (access(file, R_OK) != 0)
        return OCA_OK;
    oca_status status = oca_document_load(&document, &v->mem, file, accepted, &v->faults);
    return status == OCA_OK ? oca_frame_tailor(out, &v->mem, whole, document.root, &v->faults) : status;
}

/* Reads one round and scores it; what it is made from lives in the case's arena. */
static const oca_scores *scored(vector *v, const char *rubric_file, const char *assessment_file) {
    const oca_rubric *rubric;
    const oca_assessment *assessment;
    oca_frame *whole = oca_alloc(&v->mem, sizeof *whole), *frame = oca_alloc(&v->mem, sizeof *frame);
    oca_answers *answers = oca_alloc(&v->mem, sizeof *answers);
    oca_scores *scores = oca_alloc(&v->mem, sizeof *scores);
    oca_status status = oca_rubric_load(&rubric, &v->mem, path(v, rubric_file), &v->faults);
    if (status == OCA_OK)
        status = oca_frame_build(whole, &v->mem, rubric, &v->faults);
    if (status == OCA_OK)
        status = tailor(v, frame, whole);
    if (status == OCA_OK)
        status = oca_assessment_load(&assessment, &v->mem, path(v, assessment_file), &v->faults);
    if (status == OCA_OK)
        status = oca_answers_build(answers, &v->mem, assessment, frame, &v->faults);
    print_faults(&v->faults);
    assert_int_equal(status, OCA_OK);
    *scores = oca_score_all(&v->mem, answers);
    return scores;
}

static void check_one_round(vector *v, json_t *expected) {
    const oca_scores *scores = scored(v, "rubric.xml", "assessment.xml");
    const char *text;
    size_t n;
    assert_int_equal(oca_score_json(&text, &n, &v->mem, scores), OCA_OK);
    json_t *actual = parsed(text, n);
    compare(v, actual, json_object_get(expected, "score"));
    if (json_object_get(expected, "plan"))
        check_plan(v, scores, scores->answers->frame, expected);
    json_decref(actual);
}

static void check_two_rounds(vector *v, json_t *expected) {
    bool own = access(path(v, "rubric-baseline.xml"), R_OK) == 0;
    const oca_scores *baseline = scored(v, own ? "rubric-baseline.xml" : "rubric.xml", "baseline.xml");
    const oca_scores *reassessment = scored(v, "rubric.xml", "reassessment.xml");
    oca_matching matching = oca_matching_build(&v->mem, baseline->answers->frame, reassessment->answers->frame);
    oca_comparison comparison = oca_compare_rounds(&v->mem, &matching, baseline, reassessment);
    oca_compare_participants(&v->mem, &comparison);
    oca_plan_effect effect = {0};
    const oca_plan *plan = NULL;
    if (access(path(v, "plan.xml"), R_OK) == 0) {
        assert_int_equal(oca_plan_load(&plan, &v->mem, path(v, "plan.xml"), &v->faults), OCA_OK);
        assert_true(oca_plan_is_of(plan, baseline->answers->assessment));
        oca_plan_effect_add(&v->mem, &effect, &comparison, plan);
    }
    oca_compared pair = {&comparison, plan ? &effect : NULL};
    const char *text;
    size_t n;
    assert_int_equal(oca_compare_json(&text, &n, &v->mem, &(oca_compared_list){&pair, 1, 1}), OCA_OK);
    json_t *actual = parsed(text, n);
    compare(v, actual, json_object_get(expected, "compare"));
    json_decref(actual);
}

static void check_vector(void **state) {
    vector v = {.folder = *state}, *self = &v;
    v.faults.mem = &v.mem;
    json_t *expected = json_load_file(path(self, "expect.json"), 0, NULL);
    assert_non_null(expected);
    if (json_object_get(expected, "compare"))
        check_two_rounds(self, expected);
    else
        check_one_round(self, expected);
    json_decref(expected);
    oca_arena_free(&v.mem);
    assert_int_equal(v.wrong, 0);
}

static int is_case(const struct dirent *entry) {
    return entry->d_name[0] != '.' && !strchr(entry->d_name, '.');
}

int main(void) {
    struct dirent **cases;
    int n = scandir(FOLDER, &cases, is_case, alphasort);
    if (n <= 0)
        return 1;
    struct CMUnitTest *tests = calloc((size_t)n, sizeof *tests);
    if (!tests)
        return 1;
    for (int i = 0; i < n; i++)
        tests[i] = (struct CMUnitTest){cases[i]->d_name, check_vector, NULL, NULL, cases[i]->d_name};
    int failed = _cmocka_run_group_tests("vectors", tests, (size_t)n, NULL, NULL);
    for (int i = 0; i < n; i++)
        free(cases[i]);
    free(cases);
    free(tests);
    return failed != 0;
}
