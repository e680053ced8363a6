/* The rules of XLSForm that KoboToolbox and ODK hold a form to, on the forms of all shipped rubrics and of one that has
 * everything at once: languages with gaps, areas in areas, half levels, criteria, profiles. */
#include "../engine/reading/library.h"
#include "../engine/system/program.h"
#include "../reports/forms/xlsform.h"
#include "check.h"

#include <string.h>

static const char everything[] =
    "<rubric xmlns='urn:oca:rubric:1' id='every-thing' version=\"1 'draft'\" xml:lang='en'>"
    "<title>Everything</title><title xml:lang='fr'>Tout</title>"
    "<scale id='s' step='0.5'><level value='1'><label>Low</label></level><level value='2'><label>High</label></level>"
    "</scale><scale id='t'><level value='0'><label>No</label><label xml:lang='fr'>Non</label></level>"
    "<level value='10'><label>Yes</label></level></scale>"
    "<stages><stage id='a' from='0'><label>A</label></stage></stages><planning adequate='2'/>"
    "<profile word='new'>New</profile><profile word='new' xml:lang='fr'>Jeune</profile>"
    "<profile word='mixed'>Mixed</profile><area id='outer'><title>Outer</title><item id='first' "
    "scale='s'><title>First</title>"
    "<title xml:lang='fr'>Premier</title><statement>It is ${so}.</statement>"
    "<level value='1'>Nothing.</level><level value='2'>All. <criterion id='k1'>Written</criterion>"
    "<criterion id='k2'>Known</criterion></level></item>"
    "<area id='inner' applies-to='federation union' except='new'><title>Inner</title>"
    "<item id='second' scale='s' except='mixed'><title>Second</title><level value='1'>N.</level>"
    "<level value='2'>A.</level></item>"
    "<item id='third' scale='t' adequate='10' evidence='required' evidence-from='10'><title>Third</title><level "
    "value='0'/><level value='10'/></item></area>"
    "<item id='fourth' scale='t' adequate='10'><title>Fourth</title><level value='0'/><level value='10'/></item></area>"
    "<area id='last' applies-to='mixed'><title>Last</title><item id='fifth' scale='t' adequate='10'>"
    "<title>Fifth</title><level value='0'/><level value='10'/></item></area></rubric>";

/* A form to look at, and what it was made with. */
typedef struct {
    oca_frame frame;
    oca_questionnaire asked;
    oca_xlsform_options options;
    oca_xlsform form;
} made;

/* The cell of a row under this heading; fails without such a column. */
static const char *cell(const oca_table *table, size_t row, const char *heading) {
    for (size_t c = 0; c < table->columns.n; c++)
        if (oca_equal(table->columns.at[c].heading, heading))
            return table->cells.at[row * table->columns.n + c].text;
    fail_msg("no column %s", heading);
    return NULL;
}

static const char *type_at(const made *m, size_t row) {
    return cell(&m->form.survey, row, "type");
}

static const char *name_at(const made *m, size_t row) {
    return cell(&m->form.survey, row, "name");
}

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

static size_t find_name(const made *m, const char *name, size_t n, size_t before) {
    for (size_t row = 0; row < before; row++)
        if (strlen(name_at(m, row)) == n && strncmp(name_at(m, row), name, n) == 0)
            return row;
    return before;
}

static void names_are_valid_and_stand_once(const made *m) {
    for (size_t row = 0; row < oca_table_rows(&m->form.survey); row++) {
        const char *name = name_at(m, row);
        if (oca_equal(type_at(m, row), "end_group")) {
            assert_string_equal(name, "");
            continue;
        }
        if (!oca_is_id(name, strlen(name), false, OCA_LONGEST_ID + 2))
            fail_msg("\"%s\" is no name", name);
        if (find_name(m, name, strlen(name), row) != row)
            fail_msg("\"%s\" stands twice", name);
    }
}

/* Columns of expressions: of no other may a cell refer to a question. */
static const char *const expressions[] = {"relevant", "constraint", "calculation", "trigger"};

static void references_lead_to_questions_before(const made *m) {
    for (size_t row = 0; row < oca_table_rows(&m->form.survey); row++)
        for (size_t c = 0; c < OCA_COUNT(expressions); c++)
            for (const char *at = strstr(cell(&m->form.survey, row, expressions[c]), "${"); at;
                 at = strstr(at + 2, "${")) {
                size_t n = strcspn(at + 2, "}");
                if (find_name(m, at + 2, n, row) == row)
                    fail_msg("%s: ${%.*s} is asked nowhere before", name_at(m, row), (int)n, at + 2);
            }
}

/* "${" elsewhere would be taken for a reference. */
static void labels_hold_no_references(const made *m) {
    const oca_table *survey = &m->form.survey;
    for (size_t i = 0; i < survey->cells.n; i++) {
        const char *heading = survey->columns.at[i % survey->columns.n].heading;
        bool refers = false;
        for (size_t c = 0; c < OCA_COUNT(expressions); c++)
            refers |= oca_equal(heading, expressions[c]);
        if (!refers)
            assert_null(strstr(survey->cells.at[i].text, "${"));
    }
}

static size_t choices_of(const made *m, const char *list) {
    size_t n = 0;
    for (size_t row = 0; row < oca_table_rows(&m->form.choices); row++)
        n += oca_equal(cell(&m->form.choices, row, "list_name"), list);
    return n;
}

static bool has_choice(const made *m, const char *list, const char *name) {
    for (size_t row = 0; row < oca_table_rows(&m->form.choices); row++)
        if (oca_equal(cell(&m->form.choices, row, "list_name"), list) &&
            oca_equal(cell(&m->form.choices, row, "name"), name))
            return true;
    return false;
}

static void lists_are_complete(const made *m) {
    size_t used = 0;
    for (size_t row = 0; row < oca_table_rows(&m->form.survey); row++) {
        const char *type = type_at(m, row), *list = strchr(type, ' ');
        if (!begins(type, "select_"))
            continue;
        size_t n = choices_of(m, list + 1);
        assert_true(n > 0);
        used += n;
        long item = oca_frame_find_item(&m->frame, name_at(m, row) + 2);
        if (!begins(name_at(m, row), "i_"))
            continue;
        assert_int_not_equal(item, OCA_NOWHERE);
        oca_arena mem = {0};
        oca_values values = oca_scale_values(&mem, m->frame.items[item].scale);
        assert_int_equal(n, values.n + 2);
        for (size_t i = 0; i < values.n; i++)
            assert_true(has_choice(m, list + 1, oca_number_text(&mem, values.at[i])));
        assert_true(has_choice(m, list + 1, "na") && has_choice(m, list + 1, "dk"));
        oca_arena_free(&mem);
    }
    assert_int_equal(used, oca_table_rows(&m->form.choices)); /* and none is left over */
}

static void choices_are_words_that_stand_once(const made *m) {
    const oca_table *choices = &m->form.choices;
    for (size_t row = 0; row < oca_table_rows(choices); row++) {
        const char *list = cell(choices, row, "list_name"), *name = cell(choices, row, "name");
        assert_true(*name && !strpbrk(name, " \t\n"));
        for (size_t other = 0; other < row; other++)
            if (oca_equal(cell(choices, other, "list_name"), list) && oca_equal(cell(choices, other, "name"), name))
                fail_msg("%s stands twice in %s", name, list);
    }
}

static bool is_translated(const char *heading) {
    return begins(heading, "label") || begins(heading, "hint") || strstr(heading, "_message");
}

static void translated_columns_have_all_languages(const made *m) {
    static const char *const columns[] = {"label", "hint", "required_message", "constraint_message"};
    const oca_table *const tables[] = {&m->form.survey, &m->form.choices};
    for (size_t t = 0; t < 2; t++) {
        size_t n = 0, wanted = (t == 0 ? 4 : 1) * m->asked.languages.n;
        for (size_t c = 0; c < tables[t]->columns.n; c++)
            n += is_translated(tables[t]->columns.at[c].heading);
        assert_int_equal(n, wanted); /* so none is bare */
        oca_arena mem = {0};
        for (size_t l = 0; l < m->asked.languages.n; l++)
            for (size_t c = 0; c < (t == 0 ? 4 : 1); c++)
                cell(tables[t], 0, oca_format_text(&mem, "%s::%s", columns[c], m->asked.languages.at[l].called));
        oca_arena_free(&mem);
    }
}

/* What people see. */
static bool is_shown(const char *type) {
    return begins(type, "select_") || oca_equal(type, "text") || oca_equal(type, "note") ||
           oca_equal(type, "begin_group");
}

static void nothing_shown_is_blank(const made *m) {
    oca_arena mem = {0};
    for (size_t l = 0; l < m->asked.languages.n; l++) {
        const char *label = oca_format_text(&mem, "label::%s", m->asked.languages.at[l].called);
        for (size_t row = 0; row < oca_table_rows(&m->form.survey); row++)
            if (is_shown(type_at(m, row)) && !*cell(&m->form.survey, row, label))
                fail_msg("%s has no %s", name_at(m, row), label);
        for (size_t row = 0; row < oca_table_rows(&m->form.choices); row++)
            assert_true(*cell(&m->form.choices, row, label));
    }
    oca_arena_free(&mem);
}

/* Groups close; a page (field-list) holds questions alone, and every question stands on one. */
static void pages_are_balanced(const made *m) {
    int depth = 0;
    bool on_page = false;
    for (size_t row = 0; row < oca_table_rows(&m->form.survey); row++) {
        const char *type = type_at(m, row);
        if (oca_equal(type, "begin_group")) {
            assert_false(on_page);
            on_page = oca_equal(cell(&m->form.survey, row, "appearance"), "field-list");
            depth++;
        } else if (oca_equal(type, "end_group")) {
            on_page = false;
            assert_true(--depth >= 0);
            assert_false(oca_equal(type_at(m, row - 1), "begin_group")); /* no empty page */
        } else if (is_shown(type)) {
            assert_true(on_page);
        }
    }
    assert_int_equal(depth, 0);
}

static void cells_are_texts_and_rows_are_full(const made *m) {
    const oca_table *const tables[] = {&m->form.survey, &m->form.choices, &m->form.settings};
    for (size_t t = 0; t < OCA_COUNT(tables); t++)
        for (size_t i = 0; i < tables[t]->cells.n; i++) {
            assert_int_equal(tables[t]->cells.at[i].kind, OCA_CELL_TEXT);
            if (i % tables[t]->columns.n == 0) /* data after 20 blank rows is ignored */
                assert_true(*tables[t]->cells.at[i].text);
        }
}

static void nobody_is_identified(const made *m) {
    static const char *const allowed[] = {"today", "calculate", "note", "text", "begin_group", "end_group"};
    for (size_t row = 0; row < oca_table_rows(&m->form.survey); row++) {
        const char *type = type_at(m, row);
        bool known = begins(type, "select_one ") || begins(type, "select_multiple ");
        for (size_t i = 0; i < OCA_COUNT(allowed); i++)
            known |= oca_equal(type, allowed[i]);
        if (!known)
            fail_msg("%s: what does a %s tell of a person?", name_at(m, row), type);
    }
}

static void items_have_their_names(const made *m) {
    size_t asked = 0, row = 0;
    for (; row < oca_table_rows(&m->form.survey); row++) {
        if (!begins(name_at(m, row), "i_"))
            continue;
        assert_int_not_equal(oca_frame_find_item(&m->frame, name_at(m, row) + 2), OCA_NOWHERE);
        assert_true(begins(name_at(m, row + 1), "c_"));
        assert_string_equal(name_at(m, row) + 2, name_at(m, row + 1) + 2);
        asked++;
    }
    if (!m->options.profile)
        assert_int_equal(asked, m->frame.n_items);
}

static void settings_are_whole(const made *m) {
    const char *version = cell(&m->form.settings, 0, "version");
    assert_int_equal(oca_table_rows(&m->form.settings), 1);
    assert_true(*cell(&m->form.settings, 0, "form_title"));
    assert_string_equal(cell(&m->form.settings, 0, "form_id"), m->frame.rubric->id);
    assert_string_equal(version, "2025031401");
    assert_string_equal(cell(&m->form.settings, 0, "default_language"), m->asked.languages.at[0].called);
    assert_string_equal(cell(&m->form.settings, 0, "style"), "pages");
}

typedef struct {
    const char *name;
    void (*holds)(const made *);
} rule;

static const rule rules[] = {
    {"names are valid and stand once", names_are_valid_and_stand_once},
    {"references lead to questions before", references_lead_to_questions_before},
    {"labels hold no references", labels_hold_no_references},
    {"lists are complete", lists_are_complete},
    {"choices are words that stand once", choices_are_words_that_stand_once},
    {"translated columns have all languages", translated_columns_have_all_languages},
    {"nothing shown is blank", nothing_shown_is_blank},
    {"pages are balanced", pages_are_balanced},
    {"cells are texts and rows are full", cells_are_texts_and_rows_are_full},
    {"nobody is identified", nobody_is_identified},
    {"items have their names", items_have_their_names},
    {"settings are whole", settings_are_whole},
};

static void build_frame(oca_frame *out, oca_arena *mem, const oca_rubric *rubric, oca_faults *faults) {
    assert_non_null(rubric);
    assert_int_equal(oca_frame_build(out, mem, rubric, faults), OCA_OK);
}

static void frame_of_file(oca_frame *out, oca_arena *mem, const char *name) {
    oca_faults faults = {.mem = mem};
    const oca_rubric *rubric = NULL;
    assert_int_equal(oca_rubric_load(&rubric, mem, oca_format_text(mem, "rubrics/%s", name), &faults), OCA_OK);
    build_frame(out, mem, rubric, &faults);
}

static void frame_of_everything(oca_frame *out, oca_arena *mem) {
    oca_faults faults = {.mem = mem};
    oca_document document = {0};
    oca_status status =
        oca_document_parse(&document, mem, "e.xml", everything, strlen(everything), oca_all_formats, &faults);
    assert_int_equal(status, OCA_OK);
    build_frame(out, mem, document.root, &faults);
}

/* Everything asked, and everything given. */
static void check_both(const rule *r, oca_arena *mem, made *m) {
    oca_strings profile = oca_split(mem, "federation", " ");
    const oca_xlsform_options options[] = {
        {.date = 20161}, /* 2025-03-14 */
        {.date = 20161, .org_code = "org-1", .round = "\"mid\" term's", .profile = &profile},
    };
    m->asked = oca_questionnaire_build(mem, &m->frame);
    for (size_t i = 0; i < OCA_COUNT(options); i++) {
        m->options = options[i];
        m->form = oca_xlsform_build(mem, &m->asked, options[i]);
        r->holds(m);
    }
}

static void check_rule(void **state) {
    oca_arena mem = {0};
    oca_strings names = oca_folder_entries(&mem, "rubrics", ".xml");
    assert_true(names.n >= 2);
    for (size_t i = 0; i <= names.n; i++) {
        made m = {0};
        if (i < names.n)
            frame_of_file(&m.frame, &mem, names.at[i]);
        else
            frame_of_everything(&m.frame, &mem);
        check_both(*state, &mem, &m);
    }
    oca_arena_free(&mem);
}

/* Single cells of the form that has everything. */
typedef struct {
    const char *name, *profile, *round, *row, *column, *text;
} cell_row;

static const cell_row cells[] = {
    {"a title and its number", NULL, NULL, "i_first", "label::English (en)", "1.1 First"},
    {"its translation", NULL, NULL, "i_first", "label::French (fr)", "1.1 Premier"},
    {"a missing translation is the rubric's own", NULL, NULL, "i_second", "label::French (fr)", "1.2.1 Second"},
    {"an item after a sub-area", NULL, NULL, "i_fourth", "label::English (en)", "1.3 Fourth"},
    {"criteria to tick", NULL, NULL, "t_first", "type", "select_multiple cr_first"},
    {"their label", NULL, NULL, "t_first", "label::French (fr)",
     "1.1 Premier: cochez tout ce qui est vrai aujourd'hui"},
    {"the level that they reach", NULL, NULL, "i_first", "calculation",
     "if(${t_first} = '', '', if(selected(${t_first}, 'k1') and selected(${t_first}, 'k2'), '2', '1'))"},
    {"computed when they change", NULL, NULL, "i_first", "trigger", "${t_first}"},
    {"no other level beside them", NULL, NULL, "i_first", "constraint",
     "if(${t_first} = '', . = 'na' or . = 'dk' or . = '1', . = if(selected(${t_first}, 'k1') and "
     "selected(${t_first}, 'k2'), '2', '1'))"},
    {"no criteria, nothing computed", NULL, NULL, "i_second", "calculation", ""},
    {"no reference in a hint", NULL, NULL, "t_first", "hint::English (en)", "It is $ {so}."},
    {"a justification", NULL, NULL, "c_first", "relevant", "${i_first} = 'na' or ${i_first} = '1'"},
    {"a justification where evidence is required", NULL, NULL, "c_third", "relevant",
     "${i_third} = 'na' or ${i_third} = '0' or ${i_third} >= 10"},
    {"an area for some", NULL, NULL, "a_inner", "relevant",
     "(selected(${profile}, 'federation') or selected(${profile}, 'union')) and not(selected(${profile}, 'new'))"},
    {"an item not for others", NULL, NULL, "i_second", "relevant", "not(selected(${profile}, 'mixed'))"},
    {"an area with areas is no page", NULL, NULL, "a_outer", "appearance", ""},
    {"its own items stand on one", NULL, NULL, "p_outer", "appearance", "field-list"},
    {"a known profile is not asked", "federation", NULL, "i_second", "relevant", ""},
    {"a known round", NULL, "reassessment", "round", "calculation", "'reassessment'"},
    {"an apostrophe", NULL, "mid term's", "round", "calculation", "\"mid term's\""},
    {"both quotes", NULL, "\"a\" 'b'", "round", "calculation", "concat('\"a\" ', \"'\", 'b', \"'\")"},
};

static void check_cell(void **state) {
    const cell_row *r = *state;
    oca_arena mem = {0};
    made m = {0};
    oca_strings profile = oca_split(&mem, r->profile ? r->profile : "", " ");
    frame_of_everything(&m.frame, &mem);
    m.asked = oca_questionnaire_build(&mem, &m.frame);
    m.form = oca_xlsform_build(&mem, &m.asked,
                               (oca_xlsform_options){.round = r->round, .profile = r->profile ? &profile : NULL});
    size_t rows = oca_table_rows(&m.form.survey), row = find_name(&m, r->row, strlen(r->row), rows);
    assert_true(row < rows);
    assert_string_equal(cell(&m.form.survey, row, r->column), r->text);
    oca_arena_free(&mem);
}

/* Choices of the form that has everything, in French. */
typedef struct {
    const char *name, *list, *choice, *label;
} choice_row;

static const choice_row choices[] = {
    {"a level", "lv_first", "1", "1 - Nothing."},
    {"a level with criteria", "lv_first", "2", "2 - All."},
    {"a criterion", "cr_first", "k2", "Known"},
    {"a half level", "lv_first", "1.5", "1.5 - entre 1 et 2"},
    {"a level without words has its label", "lv_third", "0", "0 - Non"},
    {"a label without translation", "lv_third", "10", "10 - Yes"},
    {"not applicable", "lv_third", "na", "Ne s'applique pas"},
    {"don't know", "lv_third", "dk", "Je ne sais pas"},
    {"a profile", "profiles", "new", "Jeune"},
    {"a profile without translation", "profiles", "mixed", "Mixed"},
    {"a profile without a word for people", "profiles", "union", "union"},
};

static void check_choice(void **state) {
    const choice_row *r = *state;
    oca_arena mem = {0};
    made m = {0};
    frame_of_everything(&m.frame, &mem);
    m.asked = oca_questionnaire_build(&mem, &m.frame);
    m.form = oca_xlsform_build(&mem, &m.asked, (oca_xlsform_options){0});
    const oca_table *table = &m.form.choices;
    size_t row = 0;
    while (row < oca_table_rows(table) &&
           !(oca_equal(cell(table, row, "list_name"), r->list) && oca_equal(cell(table, row, "name"), r->choice)))
        row++;
    assert_true(row < oca_table_rows(table));
    assert_string_equal(cell(table, row, "label::French (fr)"), r->label);
    oca_arena_free(&mem);
}

/* What a known profile leaves out. */
static void test_left_out(void **state) {
    (void)state;
    oca_arena mem = {0};
    made m = {0};
    oca_strings profile = oca_split(&mem, "union new", " ");
    frame_of_everything(&m.frame, &mem);
    m.asked = oca_questionnaire_build(&mem, &m.frame);
    m.form = oca_xlsform_build(&mem, &m.asked, (oca_xlsform_options){.profile = &profile});
    oca_buffer names = {.mem = &mem};
    for (size_t row = 0; row < oca_table_rows(&m.form.survey); row++)
        oca_buffer_print(&names, "%s ", name_at(&m, row));
    assert_string_equal(names.at,
                        "today rubric_ref about intro org_code round  a_outer p_outer t_first i_first c_first "
                        "i_fourth c_fourth   ");
    oca_arena_free(&mem);
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(test_left_out)};
    return CHECK_ROWS("rules of XLSForm", rules, check_rule) + CHECK_ROWS("cells", cells, check_cell) +
           CHECK_ROWS("choices", choices, check_choice) + cmocka_run_group_tests_name("others", others, NULL, NULL);
}
