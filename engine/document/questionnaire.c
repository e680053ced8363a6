#include "questionnaire.h"

#include <math.h>
#include <string.h>

typedef struct {
    oca_arena *mem;
    oca_questionnaire *out;
    const oca_frame *frame;
    const char *root;
    /* "1.2", by item and node of the whole rubric */
    const oca_frame *whole;
    const char **item_numbers, **node_numbers;
} builder;

/* Languages: whatever any text of the rubric that is shown is written in. */

static void add_language(builder *b, const char *code) {
    for (size_t i = 0; i < b->out->languages.n; i++)
        if (!code || oca_equal(b->out->languages.at[i].code, code))
            return;
    const char *called = code ? oca_format_text(b->mem, "%s (%s)", oca_language_name(code), code) : "";
    *(oca_language *)OCA_ADD(b->mem, &b->out->languages) = (oca_language){code, called};
}

static void add_languages_of(builder *b, const oca_words *words) {
    for (size_t i = 0; i < words->n; i++)
        add_language(b, words->at[i].lang);
}

static void find_languages(builder *b) {
    const oca_rubric *rubric = b->frame->rubric;
    add_language(b, rubric->lang);
    add_languages_of(b, &rubric->titles);
    for (size_t n = 1; n < b->frame->n_nodes; n++)
        add_languages_of(b, &b->frame->nodes[n].area->titles);
    for (size_t i = 0; i < b->frame->n_items; i++) {
        const oca_item *item = b->frame->items[i].item;
        add_languages_of(b, &item->titles);
        add_languages_of(b, &item->statements);
        for (size_t k = 0; k < item->levels.n; k++)
            add_language(b, item->levels.at[k].lang);
    }
    if (!b->out->languages.n)
        *(oca_language *)OCA_ADD(b->mem, &b->out->languages) = (oca_language){NULL, ""};
}

static const char *language(const builder *b, size_t i) {
    return b->out->languages.at[i].code;
}

/* Numbers. */

static const char *number(const builder *b, size_t above, size_t n) {
    const char *prefix = b->node_numbers[above];
    return oca_format_text(b->mem, "%s%s%zu", prefix, *prefix ? "." : "", n);
}

/* Items and sub-areas are numbered together, in the order of the rubric; parents come before their sub-areas. */
static void find_numbers(builder *b) {
    const oca_frame *whole = b->whole;
    size_t *next = oca_alloc(b->mem, whole->n_nodes * sizeof *next); /* by node: numbers that are taken */
    b->item_numbers = oca_alloc(b->mem, whole->n_items * sizeof *b->item_numbers);
    b->node_numbers = oca_alloc(b->mem, whole->n_nodes * sizeof *b->node_numbers);
    b->node_numbers[0] = "";
    for (size_t item = 0, node = 1; item < whole->n_items || node < whole->n_nodes;) {
        if (node < whole->n_nodes && whole->nodes[node].first_item <= item) {
            size_t above = whole->nodes[node].parent;
            b->node_numbers[node] = number(b, above, ++next[above]);
            node++;
        } else {
            size_t above = whole->items[item].area;
            b->item_numbers[item] = number(b, above, ++next[above]);
            item++;
        }
    }
}

static const char *item_number(const builder *b, size_t item) {
    return b->item_numbers[oca_frame_find_item(b->whole, b->frame->items[item].item->id)];
}

static const char *node_number(const builder *b, size_t node) {
    return b->node_numbers[oca_frame_find_node(b->whole, b->frame->nodes[node].area->id)];
}

/* Labels. */

static const char **new_labels(const builder *b) {
    return oca_alloc(b->mem, b->out->languages.n * sizeof(const char *));
}

static oca_labels words_in_all(const builder *b, const oca_words *words, const char *otherwise) {
    const char **labels = new_labels(b);
    for (size_t l = 0; l < b->out->languages.n; l++) {
        const char *text = oca_words_in(words, language(b, l), b->root);
        labels[l] = *text ? text : otherwise;
    }
    return labels;
}

static oca_labels numbered(const builder *b, const char *prefix, oca_labels labels) {
    const char **out = new_labels(b);
    for (size_t l = 0; l < b->out->languages.n; l++)
        out[l] = oca_format_text(b->mem, "%s %s", prefix, labels[l]);
    return out;
}

static const char *form_word(const char *code, const char *root, oca_form_word word) {
    const char *found = oca_form_word_in(word, code, 0);
    if (!found)
        found = oca_form_word_in(word, root, 0);
    return found ? found : oca_form_word_in(word, "en", 0);
}

const char *oca_rubric_reference(oca_arena *mem, const oca_rubric *rubric) {
    return oca_format_text(mem, "%s@%s#%s", rubric->id, rubric->version, rubric->digest ? rubric->digest : "");
}

oca_labels oca_questionnaire_word(oca_arena *mem, const oca_questionnaire *questionnaire, oca_form_word word) {
    size_t n = questionnaire->languages.n;
    const char **labels = oca_alloc(mem, n * sizeof *labels);
    for (size_t l = 0; l < n; l++)
        labels[l] = form_word(questionnaire->languages.at[l].code, questionnaire->frame->rubric->lang, word);
    return labels;
}

/* What the level looks like; without a description its label on the scale. */
static const char *level_text(const builder *b, const oca_frame_item *item, const oca_rung *rung, const char *lang) {
    const char *described = oca_descriptor_in(item, rung->value, lang, b->root);
    return *described ? described : oca_words_in(&rung->level->labels, lang, b->root);
}

/* A value between two levels has no words of its own: "2.5 - between 2 and 3". */
static const char *value_text(const builder *b, const oca_frame_item *item, double value, const char *lang) {
    const oca_rung *rung = oca_rung_at(item, value);
    if (rung)
        return level_text(b, item, rung, lang);
    const oca_rung *below = oca_rung_below(item, value);
    return oca_format_text(b->mem, "%s %s %s %s", form_word(lang, b->root, OCA_FORM_BETWEEN),
                           oca_number_text(b->mem, below->value), form_word(lang, b->root, OCA_FORM_AND),
                           oca_number_text(b->mem, oca_next_level(item, value).value));
}

static void add_choices(const builder *b, oca_question *question, const oca_frame_item *item) {
    oca_values values = oca_scale_values(b->mem, item->scale);
    for (size_t i = 0; i < values.n; i++) {
        oca_choice *choice = OCA_ADD(b->mem, &question->choices);
        const char **labels = new_labels(b);
        /* 0.1 + 0.2 is called 0.3 */
        double value = oca_rung_at(item, values.at[i]) ? values.at[i] : round(values.at[i] * 1e9) / 1e9;
        choice->name = oca_number_text(b->mem, value);
        for (size_t l = 0; l < b->out->languages.n; l++) {
            const char *text = value_text(b, item, values.at[i], language(b, l));
            labels[l] = oca_format_text(b->mem, "%s%s%s", choice->name, *text ? " - " : "", text);
        }
        choice->labels = labels;
    }
    *(oca_choice *)OCA_ADD(b->mem, &question->choices) =
        (oca_choice){"na", oca_questionnaire_word(b->mem, b->out, OCA_FORM_NA)};
    *(oca_choice *)OCA_ADD(b->mem, &question->choices) =
        (oca_choice){"dk", oca_questionnaire_word(b->mem, b->out, OCA_FORM_DK)};
}

static void add_criteria(const builder *b, oca_question *question, const oca_frame_item *item) {
    for (size_t i = 0; i < item->n_rungs; i++)
        for (size_t k = 0; k < item->rungs[i].criteria.n; k++) {
            const char *id = item->rungs[i].criteria.at[k], **labels = new_labels(b);
            for (size_t l = 0; l < b->out->languages.n; l++)
                labels[l] = oca_criterion_in(item, id, language(b, l), b->root);
            *(oca_choice *)OCA_ADD(b->mem, &question->criteria) = (oca_choice){id, labels};
        }
    if (!question->criteria.n)
        return;
    oca_labels tick = oca_questionnaire_word(b->mem, b->out, OCA_FORM_TICK);
    const char **labels = new_labels(b);
    for (size_t l = 0; l < b->out->languages.n; l++)
        labels[l] = oca_format_text(b->mem, "%s: %s", question->labels[l], tick[l]);
    question->ticks_name = oca_format_text(b->mem, "t_%s", item->item->id);
    question->ticks_labels = labels;
}

static oca_question question_of(const builder *b, size_t number_of_item) {
    const oca_frame_item *item = &b->frame->items[number_of_item];
    const char *id = item->item->id, *place = item_number(b, number_of_item);
    oca_question question = {
        .name = oca_format_text(b->mem, "i_%s", id),
        .note_name = oca_format_text(b->mem, "c_%s", id),
        .titles = words_in_all(b, &item->item->titles, id),
        .statements = words_in_all(b, &item->item->statements, ""),
    };
    question.labels = numbered(b, place, question.titles);
    question.note_labels = numbered(b, place, oca_questionnaire_word(b->mem, b->out, OCA_FORM_JUSTIFICATION));
    add_choices(b, &question, item);
    add_criteria(b, &question, item);
    return question;
}

oca_questionnaire oca_questionnaire_build(oca_arena *mem, const oca_frame *frame) {
    oca_questionnaire out = {.frame = frame};
    builder building = {.mem = mem,
                        .out = &out,
                        .frame = frame,
                        .whole = frame->whole ? frame->whole : frame,
                        .root = frame->rubric->lang},
            *b = &building;
    find_languages(b);
    find_numbers(b);
    oca_question *questions = oca_alloc(mem, frame->n_items * sizeof *questions);
    oca_labels *areas = oca_alloc(mem, frame->n_nodes * sizeof *areas);
    for (size_t i = 0; i < frame->n_items; i++)
        questions[i] = question_of(b, i);
    areas[0] = words_in_all(b, &frame->rubric->titles, frame->rubric->id);
    for (size_t n = 1; n < frame->n_nodes; n++) {
        const oca_area *area = frame->nodes[n].area;
        areas[n] = numbered(b, node_number(b, n), words_in_all(b, &area->titles, area->id));
    }
    out.questions = questions;
    out.areas = areas;
    return out;
}
