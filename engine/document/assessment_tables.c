#include "assessment_tables.h"

#include "fields.h"

#define ANSWER OCA_COLUMN_ANSWER, "answer"

static const oca_binding facilitator_bindings[] = {
    {{"name", OCA_COLUMN_TEXT, NULL}, .value = NULL},
    {{"from", OCA_COLUMN_CHOICE, "from"}, .value = "from"},
    {.value = NULL},
};

static const oca_binding session_bindings[] = {
    {{"date", OCA_COLUMN_DAY, NULL}, .value = "date"},
    {{"from", OCA_COLUMN_TIME, NULL}, .value = "from"},
    {{"to", OCA_COLUMN_TIME, NULL}, .value = "to"},
    {{"place", OCA_COLUMN_TEXT, NULL}, .value = "place"},
    {{"present", OCA_COLUMN_WHOLE, NULL}, .value = "present"},
    {{"women", OCA_COLUMN_WHOLE, NULL}, .value = "women"},
    {{"men", OCA_COLUMN_WHOLE, NULL}, .value = "men"},
    {{"youth", OCA_COLUMN_WHOLE, NULL}, .value = "youth"},
    {{"disability", OCA_COLUMN_WHOLE, NULL}, .value = "disability"},
    {{"board", OCA_COLUMN_WHOLE, NULL}, .value = "board"},
    {{"minutes", OCA_COLUMN_TEXT, NULL}, .value = "minutes"},
    {.value = NULL},
};

static const oca_binding consent_bindings[] = {
    {{"to", OCA_COLUMN_TOKENS, "to"}, .value = "to"},
    {{"date", OCA_COLUMN_DAY, NULL}, .value = "date"},
    {{"by", OCA_COLUMN_TEXT, NULL}, .value = "by"},
    {.value = NULL},
};

static const oca_binding participant_bindings[] = {
    {{"groups", OCA_COLUMN_TOKENS, NULL}, .value = "groups"},
    {.value = NULL},
};

static const oca_binding answer_bindings[] = {
    {{"agreed", ANSWER}, .child = "agreed", .value = "value"},
    {{"agreed-date", OCA_COLUMN_DAY, NULL}, .child = "agreed", .value = "date"},
    {{"reason", OCA_COLUMN_TEXT, NULL}, .child = "agreed", .value = "reason"},
    {{"agreed-note", OCA_COLUMN_TEXT, NULL}, .child = "agreed", .value = "note"},
    {{"verified", ANSWER}, .child = "verified", .value = "value"},
    {{"verified-reason", OCA_COLUMN_TEXT, NULL}, .child = "verified", .value = "reason"},
    {{"verified-by", OCA_COLUMN_TEXT, NULL}, .child = "verified", .value = "by"},
    {{"verified-date", OCA_COLUMN_DAY, NULL}, .child = "verified", .value = "date"},
    {{"then", OCA_COLUMN_NUMBER, NULL}, .child = "then", .value = "value"},
    {{"target", OCA_COLUMN_NUMBER, NULL}, .list = "target", .value = "value"},
    {{"votes", OCA_COLUMN_WHOLE, NULL}, .list = "priority", .value = "votes"},
    {{"chosen", OCA_COLUMN_CHOICE, "yes-no"}, .list = "priority", .value = "chosen"},
    {{"kind", OCA_COLUMN_CHOICE, "kind"}, .child = "evidence", .value = "kind"},
    {{"evidence", OCA_COLUMN_TEXT, NULL}, .child = "evidence", .value = NULL},
    {{"href", OCA_COLUMN_TEXT, NULL}, .child = "evidence", .value = "href"},
    {{"evidence-date", OCA_COLUMN_DAY, NULL}, .child = "evidence", .value = "date"},
    {{"evidence-by", OCA_COLUMN_TEXT, NULL}, .child = "evidence", .value = "by"},
    {{"note", OCA_COLUMN_TEXT, NULL}, .value = "note"},
    {.value = NULL},
};

static const oca_binding measure_bindings[] = {
    {{"value", OCA_COLUMN_NUMBER, NULL}, .value = "value"},
    {{"note", OCA_COLUMN_TEXT, NULL}, .value = "note"},
    {.value = NULL},
};

const oca_bound_table oca_bound_tables[] = {
    {"facilitators", "facilitator", NULL, .grows = true, .bindings = facilitator_bindings},
    {"sessions", "session", NULL, .grows = true, .bindings = session_bindings},
    {"consent", "consent", NULL, .grows = true, .bindings = consent_bindings},
    {"participants", "participant", "id", .grows = true, .named = true, .bindings = participant_bindings},
    {"answers", "answer", "item", .bindings = answer_bindings},
    {"measures", "measure", "id", .bindings = measure_bindings},
    {0},
};

const oca_binding oca_evidence_bindings[] = {
    {{"kind", OCA_COLUMN_CHOICE, "kind"}, .value = "kind"}, {{"evidence", OCA_COLUMN_TEXT, NULL}, .value = NULL},
    {{"href", OCA_COLUMN_TEXT, NULL}, .value = "href"},     {{"date", OCA_COLUMN_DAY, NULL}, .value = "date"},
    {{"by", OCA_COLUMN_TEXT, NULL}, .value = "by"},         {.value = NULL},
};

const oca_form_column oca_item_column = {"item", OCA_COLUMN_TEXT, NULL};
const oca_form_column oca_note_columns[] = {
    {"item", OCA_COLUMN_TEXT, NULL}, {"by", OCA_COLUMN_TEXT, NULL}, {"text", OCA_COLUMN_TEXT, NULL}};
const oca_form_column oca_criterion_columns[] = {{"agreed", OCA_COLUMN_CHOICE, "tick"},
                                                 {"verified", OCA_COLUMN_CHOICE, "tick"}};
const oca_form_column oca_score_column = {NULL, ANSWER};
const oca_form_column oca_tally_column = {NULL, OCA_COLUMN_WHOLE, NULL};

const oca_form_column oca_about_rows[] = {
    {"name", OCA_COLUMN_TEXT, NULL},
    {"id", OCA_COLUMN_TEXT, NULL},
    {"profile", OCA_COLUMN_TOKENS, NULL},
    {"round", OCA_COLUMN_TEXT, NULL},
    {"date", OCA_COLUMN_DAY, NULL},
    {"as-of", OCA_COLUMN_DAY, NULL},
    {"private", OCA_COLUMN_CHOICE, "private"},
    {"part-of", OCA_COLUMN_TEXT, NULL},
    {"country", OCA_COLUMN_TEXT, NULL},
    {"district", OCA_COLUMN_TEXT, NULL},
    {"ward", OCA_COLUMN_TEXT, NULL},
    {"members", OCA_COLUMN_WHOLE, NULL},
    {"women", OCA_COLUMN_WHOLE, NULL},
    {"youth", OCA_COLUMN_WHOLE, NULL},
    {"disability", OCA_COLUMN_WHOLE, NULL},
    {0},
};

const oca_child *oca_assessment_child(const char *name) {
    return oca_child_find(oca_assessment_format.shape, name);
}

const char *oca_answer_text(oca_arena *mem, oca_number value, oca_answer_word answer) {
    if (value.given)
        return oca_number_text(mem, value.value);
    return answer == OCA_ANSWER_NA ? "na" : answer == OCA_ANSWER_DK ? "dk" : NULL;
}

const char *oca_bound_value(oca_arena *mem, const oca_binding *binding, const oca_shape *shape, const void *element) {
    const oca_child *child = binding->child ? oca_child_find(shape, binding->child) : NULL;
    if (child) {
        element = oca_child_at(child, element, 0);
        shape = child->shape;
    }
    if (!element)
        return NULL;
    if (!binding->value)
        return oca_element_text(shape, element);
    const oca_field *field = oca_field_find(shape, binding->value);
    if (!field) {
        const oca_child *texts = oca_child_find(shape, binding->value);
        const void *text = oca_child_at(texts, element, 0);
        return text ? oca_element_text(texts->shape, text) : NULL;
    }
    const char *value = oca_field_text(mem, element, field);
    if (value || binding->column.kind != OCA_COLUMN_ANSWER)
        return value;
    return oca_field_text(mem, element, oca_field_find(shape, "answer"));
}
