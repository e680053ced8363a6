/* The tables of an assessment; taking edits in is in assessment_edit.c. */
#include "assessment_form.h"

#include "assessment_tables.h"
#include "fields.h"

#include <stdlib.h>

typedef struct {
    oca_arena *mem;
    const oca_assessment *assessment;
    const oca_frame *frame;     /* NULL: none */
    oca_strings items;          /* the rows of answers, scores and tallies */
    const oca_answer **answers; /* by item; NULL: none */
    oca_form form;
} maker;

static oca_form_table *add_table(maker *m, const char *name) {
    oca_form_table *table = OCA_ADD(m->mem, &m->form);
    table->name = name;
    return table;
}

static void add_column(maker *m, oca_form_table *table, oca_form_column column) {
    *(oca_form_column *)OCA_ADD(m->mem, &table->columns) = column;
}

static oca_form_row *add_row(maker *m, oca_form_table *table, const char *id) {
    oca_form_row *row = OCA_ADD(m->mem, &table->rows);
    *row = (oca_form_row){.id = id, .cells = oca_alloc(m->mem, (table->columns.n + 1) * sizeof *row->cells)};
    return row;
}

static void add_word(oca_arena *mem, oca_strings *words, const char *word) {
    if (word && !oca_holds(words, word))
        *(const char **)OCA_ADD(mem, words) = word;
}

static void find_items(maker *m) {
    const oca_assessment *assessment = m->assessment;
    for (size_t i = 0; m->frame && i < m->frame->n_items; i++)
        *(const char **)OCA_ADD(m->mem, &m->items) = m->frame->items[i].item->id;
    for (size_t i = 0; i < assessment->answers.n; i++)
        add_word(m->mem, &m->items, assessment->answers.at[i].item);
    for (size_t i = 0; i < assessment->targets.n; i++)
        add_word(m->mem, &m->items, assessment->targets.at[i].item);
    for (size_t i = 0; i < assessment->priorities.n; i++)
        add_word(m->mem, &m->items, assessment->priorities.at[i].item);
    m->answers = oca_alloc(m->mem, (m->items.n + 1) * sizeof *m->answers);
    for (size_t i = 0; i < m->items.n; i++)
        for (size_t k = assessment->answers.n; k-- > 0;)
            if (oca_equal(assessment->answers.at[k].item, m->items.at[i]))
                m->answers[i] = &assessment->answers.at[k];
}

static void make_about(maker *m) {
    oca_form_table *table = add_table(m, "about");
    const oca_shape *root = oca_assessment_format.shape, *organization = oca_assessment_child("organization")->shape;
    add_column(m, table, (oca_form_column){"value", OCA_COLUMN_TEXT, NULL});
    for (const oca_form_column *fact = oca_about_rows; fact->key; fact++) {
        const oca_field *field = oca_field_find(root, fact->key);
        const void *element = field ? (const void *)m->assessment : m->assessment->organization;
        if (!field)
            field = oca_field_find(organization, fact->key);
        add_row(m, table, fact->key)->cells[0] = element ? oca_field_text(m->mem, element, field) : NULL;
        table->n_by_row++;
    }
    table->by_row = oca_about_rows;
}

/* The first of the root's children in `list` that has this id; NULL if none has. */
static const void *find_element(const maker *m, const char *list, const char *key, const char *id) {
    const oca_child *child = oca_assessment_child(list);
    const oca_field *field = oca_field_find(child->shape, key);
    const void *element;
    for (size_t i = 0; (element = oca_child_at(child, m->assessment, i)) != NULL; i++)
        if (oca_equal(oca_field_text(m->mem, element, field), id))
            return element;
    return NULL;
}

static void fill_row(maker *m, const oca_bound_table *bound, oca_form_row *row, const void *element) {
    for (size_t i = 0; bound->bindings[i].column.key; i++) {
        const oca_binding *binding = &bound->bindings[i];
        const oca_child *child = oca_assessment_child(binding->list ? binding->list : bound->list);
        const void *at = binding->list ? find_element(m, binding->list, bound->key, row->id) : element;
        if (at)
            row->cells[i] = oca_bound_value(m->mem, binding, child->shape, at);
    }
}

static void make_bound(maker *m, const oca_bound_table *bound) {
    oca_form_table *table = add_table(m, bound->name);
    const oca_child *child = oca_assessment_child(bound->list);
    const oca_field *key = bound->key ? oca_field_find(child->shape, bound->key) : NULL;
    table->grows = bound->grows;
    table->named = bound->named;
    for (const oca_binding *binding = bound->bindings; binding->column.key; binding++)
        add_column(m, table, binding->column);
    if (oca_equal(bound->name, "answers")) {
        for (size_t i = 0; i < m->items.n; i++)
            fill_row(m, bound, add_row(m, table, m->items.at[i]), m->answers[i]);
        return;
    }
    oca_strings ids = {0};
    if (m->frame && oca_equal(bound->name, "measures"))
        for (size_t i = 0; i < m->frame->rubric->measures.n; i++)
            add_word(m->mem, &ids, m->frame->rubric->measures.at[i].id);
    for (size_t i = 0; i < oca_child_count(child, m->assessment); i++)
        add_word(m->mem, &ids,
                 key ? oca_field_text(m->mem, oca_child_at(child, m->assessment, i), key)
                     : oca_format_text(m->mem, "%zu", i + 1));
    for (size_t i = 0; i < ids.n; i++)
        fill_row(m, bound, add_row(m, table, ids.at[i]),
                 key ? find_element(m, bound->list, bound->key, ids.at[i]) : oca_child_at(child, m->assessment, i));
}

static void make_evidence(maker *m) {
    oca_form_table *table = add_table(m, "evidence");
    table->grows = true;
    add_column(m, table, oca_item_column);
    for (const oca_binding *binding = oca_evidence_bindings; binding->column.key; binding++)
        add_column(m, table, binding->column);
    for (size_t i = 0; i < m->items.n; i++)
        for (size_t k = 1; m->answers[i] && k < m->answers[i]->evidence.n; k++) {
            oca_form_row *row = add_row(m, table, oca_format_text(m->mem, "%s/%zu", m->items.at[i], k + 1));
            row->cells[0] = m->items.at[i];
            for (size_t j = 0; oca_evidence_bindings[j].column.key; j++)
                row->cells[j + 1] = oca_bound_value(m->mem, &oca_evidence_bindings[j], &oca_evidence_shape,
                                                    &m->answers[i]->evidence.at[k]);
        }
}

static void make_scores(maker *m) {
    oca_form_table *table = add_table(m, "scores");
    table->rest = &oca_score_column;
    for (size_t i = 0; i < m->assessment->participants.n; i++)
        add_column(
            m, table,
            (oca_form_column){m->assessment->participants.at[i].id, oca_score_column.kind, oca_score_column.words});
    for (size_t i = 0; i < m->items.n; i++) {
        oca_form_row *row = add_row(m, table, m->items.at[i]);
        for (size_t k = 0; m->answers[i] && k < m->answers[i]->scores.n; k++) {
            const oca_score *score = &m->answers[i]->scores.at[k];
            for (size_t j = 0; j < table->columns.n; j++)
                if (oca_equal(table->columns.at[j].key, score->by))
                    row->cells[j] = oca_answer_text(m->mem, score->value, score->answer);
        }
    }
}

static void make_notes(maker *m) {
    oca_form_table *table = add_table(m, "notes");
    table->grows = true;
    for (size_t i = 0; i < OCA_COUNT(oca_note_columns); i++)
        add_column(m, table, oca_note_columns[i]);
    for (size_t i = 0; i < m->items.n; i++)
        for (size_t k = 0; m->answers[i] && k < m->answers[i]->scores.n; k++) {
            const oca_score *score = &m->answers[i]->scores.at[k];
            for (size_t j = 0; j < score->notes.n; j++) {
                const char *id = oca_format_text(m->mem, "%s/%s/%zu", m->items.at[i], score->by, j + 1);
                oca_form_row *row = add_row(m, table, id);
                row->cells[0] = m->items.at[i];
                row->cells[1] = score->by;
                row->cells[2] = score->notes.at[j].text;
            }
        }
}

typedef OCA_LIST(double) values;

static void add_value(maker *m, values *all, double value) {
    size_t i = 0;
    while (i < all->n && oca_compare(all->at[i], value) < 0)
        i++;
    if (i < all->n && oca_compare(all->at[i], value) == 0)
        return;
    (void)OCA_ADD(m->mem, all);
    for (size_t k = all->n - 1; k > i; k--)
        all->at[k] = all->at[k - 1];
    all->at[i] = value;
}

/* The levels of all scales, and what was tallied otherwise. */
static values tallied_values(maker *m) {
    values all = {0};
    for (size_t i = 0; m->frame && i < m->frame->n_items; i++)
        for (size_t k = 0; k < m->frame->items[i].n_rungs; k++)
            add_value(m, &all, m->frame->items[i].rungs[k].value);
    for (size_t i = 0; i < m->assessment->answers.n; i++)
        for (size_t k = 0; k < m->assessment->answers.at[i].tallies.n; k++) {
            oca_number value = m->assessment->answers.at[i].tallies.at[k].value;
            if (value.given)
                add_value(m, &all, value.value);
        }
    return all;
}

static void add_tally_column(maker *m, oca_form_table *table, const char *answer) {
    add_column(m, table, (oca_form_column){answer, oca_tally_column.kind, oca_tally_column.words});
}

static void make_tallies(maker *m) {
    oca_form_table *table = add_table(m, "tallies");
    values all = tallied_values(m);
    table->rest = &oca_tally_column;
    for (size_t i = 0; i < all.n; i++)
        add_tally_column(m, table, oca_number_text(m->mem, all.at[i]));
    add_tally_column(m, table, "na");
    add_tally_column(m, table, "dk");
    for (size_t i = 0; i < m->items.n; i++) {
        oca_form_row *row = add_row(m, table, m->items.at[i]);
        for (size_t k = 0; m->answers[i] && k < m->answers[i]->tallies.n; k++) {
            const oca_tally *tally = &m->answers[i]->tallies.at[k];
            const char *answer = oca_answer_text(m->mem, tally->value, tally->answer);
            for (size_t j = 0; j < table->columns.n; j++)
                if (oca_equal(table->columns.at[j].key, answer))
                    row->cells[j] = oca_number_text(m->mem, tally->n.value);
        }
    }
}

static bool is_met(const oca_judgement *judgement, const char *criterion) {
    for (size_t i = 0; judgement && i < judgement->met.n; i++)
        if (oca_equal(judgement->met.at[i].criterion, criterion))
            return true;
    return false;
}

static void add_met(oca_arena *mem, oca_strings *criteria, const oca_judgement *judgement) {
    for (size_t i = 0; judgement && i < judgement->met.n; i++)
        add_word(mem, criteria, judgement->met.at[i].criterion);
}

static void make_criteria(maker *m) {
    oca_form_table *table = add_table(m, "criteria");
    for (size_t i = 0; i < OCA_COUNT(oca_criterion_columns); i++)
        add_column(m, table, oca_criterion_columns[i]);
    for (size_t i = 0; i < m->items.n; i++) {
        const oca_answer *answer = m->answers[i];
        oca_strings criteria = {0};
        if (m->frame && i < m->frame->n_items)
            for (size_t k = 0; k < m->frame->items[i].n_rungs; k++)
                for (size_t j = 0; j < m->frame->items[i].rungs[k].criteria.n; j++)
                    add_word(m->mem, &criteria, m->frame->items[i].rungs[k].criteria.at[j]);
        if (answer) {
            add_met(m->mem, &criteria, answer->agreed);
            add_met(m->mem, &criteria, answer->verified);
        }
        for (size_t k = 0; k < criteria.n; k++) {
            const char *id = oca_format_text(m->mem, "%s/%s", m->items.at[i], criteria.at[k]);
            oca_form_row *row = add_row(m, table, id);
            row->cells[0] = answer && is_met(answer->agreed, criteria.at[k]) ? "yes" : NULL;
            row->cells[1] = answer && is_met(answer->verified, criteria.at[k]) ? "yes" : NULL;
        }
    }
}

oca_form oca_assessment_form(oca_arena *mem, const oca_assessment *assessment, const oca_frame *frame) {
    maker m = {.mem = mem, .assessment = assessment, .frame = frame};
    find_items(&m);
    make_about(&m);
    for (const oca_bound_table *bound = oca_bound_tables; bound->name; bound++)
        make_bound(&m, bound);
    make_evidence(&m);
    make_scores(&m);
    make_tallies(&m);
    make_notes(&m);
    make_criteria(&m);
    return m.form;
}
