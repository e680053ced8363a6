#include "xlsform.h"

#include "../../engine/document/answers.h"

#include <string.h>

typedef struct {
    oca_arena *mem;
    const oca_questionnaire *asked;
    const oca_frame *frame;
    oca_xlsform_options options;
    const bool *is_asked;      /* by item */
    oca_strings profile_words; /* that the rubric's items and areas ask for, if the profile is asked */
    oca_xlsform form;
} builder;

/* One row of the sheet survey; what is NULL stays empty. */
typedef struct {
    const char *type, *name;
    oca_labels labels, hints, required, refused; /* what is said where an answer is and is missing; is not allowed */
    const char *relevant, *constraint, *appearance, *calculation, *trigger;
} row;

static const char *literal_part(oca_arena *mem, const char *text, size_t n, char quote) {
    return oca_format_text(mem, "%c%.*s%c", quote, (int)n, text, quote);
}

/* A text in an expression. XPath has no escapes: what holds both quotes is put together. */
static const char *literal(oca_arena *mem, const char *text) {
    if (!strchr(text, '\''))
        return literal_part(mem, text, strlen(text), '\'');
    if (!strchr(text, '"'))
        return literal_part(mem, text, strlen(text), '"');
    oca_buffer out = {.mem = mem};
    oca_buffer_print(&out, "concat(");
    for (const char *at = text; *at;) {
        char quote = *at == '\'' ? '"' : '\'';
        size_t n = *at == '\'' ? strspn(at, "'") : strcspn(at, "'");
        oca_buffer_print(&out, "%s%s", at == text ? "" : ", ", literal_part(mem, at, n, quote));
        at += n;
    }
    oca_buffer_print(&out, ")");
    return out.at;
}

/* "${" begins a reference, in labels too. */
static const char *plain(oca_arena *mem, const char *text) {
    if (!strstr(text, "${"))
        return text;
    oca_buffer out = {.mem = mem};
    for (const char *at = text; *at; at++)
        oca_buffer_print(&out, at[0] == '$' && at[1] == '{' ? "%c " : "%c", *at);
    return out.at;
}

/* Columns and cells that there are once for each language. */
static void add_columns(builder *b, oca_table *table, const char *heading) {
    for (size_t l = 0; l < b->asked->languages.n; l++) {
        const char *called = b->asked->languages.at[l].called;
        oca_table_column(b->mem, table, *called ? oca_format_text(b->mem, "%s::%s", heading, called) : heading, NULL,
                         OCA_LEFT);
    }
}

static void add_labels(builder *b, oca_table *table, oca_labels labels) {
    for (size_t l = 0; l < b->asked->languages.n; l++)
        oca_table_text(b->mem, table, labels ? plain(b->mem, labels[l]) : "");
}

static void add_text(builder *b, const char *text) {
    oca_table_text(b->mem, &b->form.survey, text ? text : "");
}

static void add_row(builder *b, row r) {
    oca_table *survey = &b->form.survey;
    add_text(b, r.type);
    add_text(b, r.name);
    add_labels(b, survey, r.labels);
    add_labels(b, survey, r.hints);
    add_text(b, r.required ? "yes" : "");
    add_labels(b, survey, r.required);
    add_text(b, r.relevant);
    add_text(b, r.constraint);
    add_labels(b, survey, r.refused);
    add_text(b, r.appearance);
    add_text(b, r.calculation);
    add_text(b, r.trigger);
}

static void add_choice(builder *b, const char *list, const char *name, oca_labels labels) {
    oca_table *choices = &b->form.choices;
    oca_table_text(b->mem, choices, list);
    oca_table_text(b->mem, choices, name);
    add_labels(b, choices, labels);
}

static void add_headings(builder *b) {
    static const char *const settings[] = {"form_title", "form_id", "version", "default_language", "style"};
    oca_table *survey = &b->form.survey, *choices = &b->form.choices;
    oca_table_column(b->mem, survey, "type", NULL, OCA_LEFT);
    oca_table_column(b->mem, survey, "name", NULL, OCA_LEFT);
    add_columns(b, survey, "label");
    add_columns(b, survey, "hint");
    oca_table_column(b->mem, survey, "required", NULL, OCA_LEFT);
    add_columns(b, survey, "required_message");
    oca_table_column(b->mem, survey, "relevant", NULL, OCA_LEFT);
    oca_table_column(b->mem, survey, "constraint", NULL, OCA_LEFT);
    add_columns(b, survey, "constraint_message");
    oca_table_column(b->mem, survey, "appearance", NULL, OCA_LEFT);
    oca_table_column(b->mem, survey, "calculation", NULL, OCA_LEFT);
    oca_table_column(b->mem, survey, "trigger", NULL, OCA_LEFT);
    oca_table_column(b->mem, choices, "list_name", NULL, OCA_LEFT);
    oca_table_column(b->mem, choices, "name", NULL, OCA_LEFT);
    add_columns(b, choices, "label");
    for (size_t i = 0; i < OCA_COUNT(settings); i++)
        oca_table_column(b->mem, &b->form.settings, settings[i], NULL, OCA_LEFT);
}

static oca_labels word(const builder *b, oca_form_word wanted) {
    return oca_questionnaire_word(b->mem, b->asked, wanted);
}

/* What applies to whom. */

static void add_words(builder *b, const oca_strings *words) {
    for (size_t i = 0; i < words->n; i++)
        if (!oca_holds(&b->profile_words, words->at[i]))
            *(const char **)OCA_ADD(b->mem, &b->profile_words) = words->at[i];
}

static void find_profile_words(builder *b) {
    if (b->options.profile)
        return;
    for (size_t n = 1; n < b->frame->n_nodes; n++) {
        add_words(b, &b->frame->nodes[n].area->applies_to);
        add_words(b, &b->frame->nodes[n].area->except);
    }
    for (size_t i = 0; i < b->frame->n_items; i++) {
        add_words(b, &b->frame->items[i].item->applies_to);
        add_words(b, &b->frame->items[i].item->except);
    }
}

/* By item: true unless the profile is known and leaves it out. */
static void find_what_is_asked(builder *b) {
    bool *nodes = oca_alloc(b->mem, b->frame->n_nodes * sizeof *nodes);
    bool *items = oca_alloc(b->mem, b->frame->n_items * sizeof *items);
    const oca_strings *profile = b->options.profile;
    nodes[0] = true;
    for (size_t n = 1; n < b->frame->n_nodes; n++) {
        const oca_area *area = b->frame->nodes[n].area;
        nodes[n] =
            nodes[b->frame->nodes[n].parent] && (!profile || oca_applies(profile, &area->applies_to, &area->except));
    }
    for (size_t i = 0; i < b->frame->n_items; i++) {
        const oca_item *item = b->frame->items[i].item;
        items[i] =
            nodes[b->frame->items[i].area] && (!profile || oca_applies(profile, &item->applies_to, &item->except));
    }
    b->is_asked = items;
}

/* "(selected(${profile}, 'a') or …) and not(selected(…))"; "" where the profile is known or does not matter. */
static const char *relevant_to(const builder *b, const oca_strings *applies_to, const oca_strings *except) {
    if (b->options.profile)
        return "";
    oca_buffer out = {.mem = b->mem};
    bool both = applies_to->n > 1 && except->n;
    for (size_t i = 0; i < applies_to->n; i++)
        oca_buffer_print(&out, "%sselected(${profile}, %s)%s",
                         i      ? " or "
                         : both ? "("
                                : "",
                         literal(b->mem, applies_to->at[i]), both && i + 1 == applies_to->n ? ")" : "");
    for (size_t i = 0; i < except->n; i++)
        oca_buffer_print(&out, "%snot(selected(${profile}, %s))", out.n ? " and " : "", literal(b->mem, except->at[i]));
    return out.at ? out.at : "";
}

/* Questions. */

/* Where the answer calls for its reason: not applicable, the lowest level, and from where evidence is required. */
static const char *justification_relevant(const builder *b, const oca_frame_item *item, const char *question) {
    oca_buffer out = {.mem = b->mem};
    oca_buffer_print(&out, "${%s} = 'na' or ${%s} = '%s'", question, question, oca_number_text(b->mem, item->min));
    if (item->item->evidence == OCA_EVIDENCE_REQUIRED)
        oca_buffer_print(&out, " or ${%s} >= %s", question,
                         oca_number_text(b->mem, oca_or(item->item->evidence_from, item->min)));
    return out.at;
}

/* "if(selected(${t_x}, 'a') and selected(${t_x}, 'b'), if(…, '4', '3'), '1')": the highest level whose criteria, and
 * those of all below, are ticked. */
static const char *level_reached(const builder *b, const oca_frame_item *item, const char *ticks) {
    oca_buffer out = {.mem = b->mem};
    oca_strings below = {0};
    for (size_t i = 1; i < item->n_rungs; i++) {
        const oca_strings *criteria = &item->rungs[i].criteria;
        for (size_t k = 0; k < criteria->n; k++)
            oca_buffer_print(&out, "%sselected(${%s}, '%s')", k ? " and " : "if(", ticks, criteria->at[k]);
        if (criteria->n) {
            oca_buffer_print(&out, ", ");
            *(const char **)OCA_ADD(b->mem, &below) = oca_number_text(b->mem, item->rungs[i - 1].value);
        }
    }
    oca_buffer_print(&out, "'%s'", oca_number_text(b->mem, item->rungs[item->n_rungs - 1].value));
    for (size_t i = below.n; i-- > 0;)
        oca_buffer_print(&out, ", '%s')", below.at[i]);
    return out.at;
}

/* The criteria to tick; the level then follows from them, each time that a tick changes. Whoever ticks nothing says
 * whether that is the lowest level, or no answer. */
static void add_ticks(builder *b, const oca_frame_item *item, const oca_question *question, row *level) {
    const char *ticks = question->ticks_name, *list = oca_format_text(b->mem, "cr_%s", item->item->id);
    const char *reached = level_reached(b, item, ticks);
    const char *lowest = oca_number_text(b->mem, oca_level_by_criteria(item, &(oca_judgement){0}));
    add_row(b, (row){.type = oca_format_text(b->mem, "select_multiple %s", list),
                     .name = ticks,
                     .labels = question->ticks_labels,
                     .hints = question->statements,
                     .relevant = level->relevant});
    for (size_t i = 0; i < question->criteria.n; i++)
        add_choice(b, list, question->criteria.at[i].name, question->criteria.at[i].labels);
    level->hints = word(b, OCA_FORM_REACHED);
    level->refused = word(b, OCA_FORM_TICKED);
    level->constraint =
        oca_format_text(b->mem, "if(${%s} = '', . = 'na' or . = 'dk' or . = '%s', . = %s)", ticks, lowest, reached);
    level->calculation = oca_format_text(b->mem, "if(${%s} = '', '', %s)", ticks, reached);
    level->trigger = oca_format_text(b->mem, "${%s}", ticks);
}

static void add_question(builder *b, size_t number) {
    const oca_frame_item *item = &b->frame->items[number];
    const oca_question *question = &b->asked->questions[number];
    const char *list = oca_format_text(b->mem, "lv_%s", item->item->id);
    bool evidence = item->item->evidence == OCA_EVIDENCE_REQUIRED;
    row level = {.type = oca_format_text(b->mem, "select_one %s", list),
                 .name = question->name,
                 .labels = question->labels,
                 .hints = question->statements,
                 .required = word(b, OCA_FORM_REQUIRED),
                 .relevant = relevant_to(b, &item->item->applies_to, &item->item->except)};
    if (question->ticks_name)
        add_ticks(b, item, question, &level);
    add_row(b, level);
    add_row(b, (row){.type = "text",
                     .name = question->note_name,
                     .labels = question->note_labels,
                     .hints = word(b, evidence ? OCA_FORM_SHOWN_BY : OCA_FORM_WHY),
                     .relevant = justification_relevant(b, item, question->name),
                     .appearance = "multiline"});
    for (size_t i = 0; i < question->choices.n; i++)
        add_choice(b, list, question->choices.at[i].name, question->choices.at[i].labels);
}

static void end_group(builder *b) {
    add_row(b, (row){.type = "end_group"});
}

/* Pages. */

/* True if the area asks anything; of its sub-areas' items only where `below`. */
static bool asks(const builder *b, size_t node, bool below) {
    const oca_frame_node *at = &b->frame->nodes[node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (b->is_asked[i] && (below || b->frame->items[i].area == node))
            return true;
    return false;
}

static void add_own_questions(builder *b, size_t node) {
    const oca_frame_node *at = &b->frame->nodes[node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (b->is_asked[i] && b->frame->items[i].area == node)
            add_question(b, i);
}

static row page_row(const char *name, oca_labels labels, const char *relevant) {
    return (row){
        .type = "begin_group", .name = name, .labels = labels, .relevant = relevant, .appearance = "field-list"};
}

static void add_areas(builder *b, size_t above);

/* An area is a page. One that has areas below it is a group of their pages, its own items on a page before them. */
static void add_area(builder *b, size_t node) {
    const oca_area *area = b->frame->nodes[node].area;
    const char *name = oca_format_text(b->mem, "a_%s", area->id);
    row group = page_row(name, b->asked->areas[node], relevant_to(b, &area->applies_to, &area->except));
    if (b->frame->nodes[node].end == node + 1) {
        add_row(b, group);
        add_own_questions(b, node);
    } else {
        group.appearance = NULL;
        add_row(b, group);
        if (asks(b, node, false)) {
            add_row(b, page_row(oca_format_text(b->mem, "p_%s", area->id), b->asked->areas[node], NULL));
            add_own_questions(b, node);
            end_group(b);
        }
        add_areas(b, node);
    }
    end_group(b);
}

static void add_areas(builder *b, size_t above) {
    for (size_t node = above + 1; node < b->frame->nodes[above].end; node = b->frame->nodes[node].end)
        if (asks(b, node, true))
            add_area(b, node);
}

/* What the form knows or asks once: of which rubric, organization and round its answers are. */

static void add_calculation(builder *b, const char *name, const char *value) {
    add_row(b, (row){.type = "calculate", .name = name, .calculation = literal(b->mem, value)});
}

static void ask_round(builder *b) {
    static const char *const names[] = {"baseline", "interim", "reassessment"};
    add_row(b, (row){.type = "select_one rounds",
                     .name = "round",
                     .labels = word(b, OCA_FORM_ROUND),
                     .hints = word(b, OCA_FORM_ASK_FACILITATOR),
                     .required = word(b, OCA_FORM_ASK_FACILITATOR)});
    for (size_t i = 0; i < OCA_COUNT(names); i++)
        add_choice(b, "rounds", names[i], word(b, (oca_form_word)(OCA_FORM_BASELINE + i)));
}

static void ask_profile(builder *b) {
    add_row(b, (row){.type = "select_multiple profiles", .name = "profile", .labels = word(b, OCA_FORM_PROFILE)});
    for (size_t i = 0; i < b->profile_words.n; i++) {
        const char **labels = oca_alloc(b->mem, b->asked->languages.n * sizeof *labels);
        for (size_t l = 0; l < b->asked->languages.n; l++)
            labels[l] =
                oca_profile_word_shown(b->frame->rubric, b->profile_words.at[i], b->asked->languages.at[l].code);
        add_choice(b, "profiles", b->profile_words.at[i], labels);
    }
}

static void add_about(builder *b) {
    const oca_rubric *rubric = b->frame->rubric;
    add_row(b, (row){.type = "today", .name = "today"});
    add_calculation(b, "rubric_ref", oca_rubric_reference(b->mem, rubric));
    if (b->options.org_code)
        add_calculation(b, "org_code", b->options.org_code);
    if (b->options.round)
        add_calculation(b, "round", b->options.round);
    add_row(b, page_row("about", word(b, OCA_FORM_ABOUT), NULL));
    add_row(b, (row){.type = "note", .name = "intro", .labels = word(b, OCA_FORM_INTRODUCTION)});
    if (!b->options.org_code)
        add_row(b, (row){.type = "text",
                         .name = "org_code",
                         .labels = word(b, OCA_FORM_ORGANIZATION),
                         .hints = word(b, OCA_FORM_ASK_FACILITATOR),
                         .required = word(b, OCA_FORM_ASK_FACILITATOR)});
    if (!b->options.round)
        ask_round(b);
    if (b->profile_words.n)
        ask_profile(b);
    end_group(b);
}

static const char *default_language(const builder *b) {
    for (size_t l = 0; l < b->asked->languages.n; l++)
        if (b->options.lang && oca_equal(b->asked->languages.at[l].code, b->options.lang))
            return b->asked->languages.at[l].called;
    return b->asked->languages.at[0].called;
}

/* A second form made on the same day is told apart by whoever deploys it: its last two digits count from 01. */
static void add_settings(builder *b) {
    int year, month, day;
    oca_day_parts(b->options.date, &year, &month, &day);
    oca_table *settings = &b->form.settings;
    oca_table_text(b->mem, settings, b->asked->areas[0][0]);
    oca_table_text(b->mem, settings, b->frame->rubric->id);
    oca_table_text(b->mem, settings, oca_format_text(b->mem, "%04d%02d%02d01", year, month, day));
    oca_table_text(b->mem, settings, default_language(b));
    oca_table_text(b->mem, settings, "pages");
}

oca_xlsform oca_xlsform_build(oca_arena *mem, const oca_questionnaire *questionnaire, oca_xlsform_options options) {
    builder building = {.mem = mem, .asked = questionnaire, .frame = questionnaire->frame, .options = options},
            *b = &building;
    find_profile_words(b);
    find_what_is_asked(b);
    add_headings(b);
    add_about(b);
    add_areas(b, 0);
    add_settings(b);
    return b->form;
}
