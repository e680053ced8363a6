/* The tables of an assessment; taking edits in is in assessment_edit.c. */
#include "assessment_form.h"

#include "answers.h"
#include "assessment_tables.h"
#include "fields.h"

#include <stdlib.h>
#include <string.h>

/* What a hostile record must not fill the memory with: cells of one table. Participants, tallied values and criteria
 * beyond it have no cell, and so stay as they are. */
enum { MOST_CELLS = 4000000, MOST_TALLIED = 1000, MOST_MET = 5000 };

/* An item as the document speaks of it. */
typedef struct {
    const char *id;
    size_t sequence;
    const oca_answer *answer; /* NULL: it is not answered; likewise: */
    const oca_target *target;
    const oca_priority *priority;
} mention;

typedef struct {
    oca_arena *mem;
    const oca_assessment *assessment;
    const oca_frame *frame; /* NULL: none */
    mention *items;         /* the rows of answers, scores and tallies */
    size_t n_items;
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

static int by_id(const void *left, const void *right) {
    const mention *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

static int by_sequence(const void *left, const void *right) {
    const mention *a = left, *b = right;
    return a->sequence < b->sequence ? -1 : a->sequence > b->sequence;
}

/* One mention for each item, with the first answer, target and priority that there are. */
static void join(maker *m, size_t n) {
    mention *all = m->items;
    m->n_items = 0;
    for (size_t i = 0; i < n; i++) {
        mention *last = m->n_items ? &all[m->n_items - 1] : NULL;
        if (!last || strcmp(last->id, all[i].id) != 0) {
            all[m->n_items++] = all[i];
            continue;
        }
        last->answer = last->answer ? last->answer : all[i].answer;
        last->target = last->target ? last->target : all[i].target;
        last->priority = last->priority ? last->priority : all[i].priority;
    }
}

static void find_items(maker *m) {
    const oca_assessment *a = m->assessment;
    size_t n = (m->frame ? m->frame->n_items : 0) + a->answers.n + a->targets.n + a->priorities.n, k = 0;
    m->items = oca_alloc(m->mem, (n + 1) * sizeof *m->items);
    for (size_t i = 0; m->frame && i < m->frame->n_items; i++)
        m->items[k++].id = m->frame->items[i].item->id;
    for (size_t i = 0; i < a->answers.n; i++)
        m->items[k++] = (mention){.id = a->answers.at[i].item, .answer = &a->answers.at[i]};
    for (size_t i = 0; i < a->targets.n; i++)
        m->items[k++] = (mention){.id = a->targets.at[i].item, .target = &a->targets.at[i]};
    for (size_t i = 0; i < a->priorities.n; i++)
        m->items[k++] = (mention){.id = a->priorities.at[i].item, .priority = &a->priorities.at[i]};
    for (size_t i = 0; i < n; i++) {
        m->items[i].sequence = i;
        m->items[i].id = m->items[i].id ? m->items[i].id : "";
    }
    qsort(m->items, n, sizeof *m->items, by_id);
    join(m, n);
    qsort(m->items, m->n_items, sizeof *m->items, by_sequence);
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

/* `element` may be NULL: then only a target or a priority of the item is shown. */
static void fill_row(maker *m, const oca_bound_table *bound, oca_form_row *row, const void *element,
                     const mention *item) {
    for (size_t i = 0; bound->bindings[i].column.key; i++) {
        const oca_binding *binding = &bound->bindings[i];
        const oca_child *child = oca_assessment_child(binding->list ? binding->list : bound->list);
        const void *at = !binding->list                       ? element
                         : oca_equal(binding->list, "target") ? (const void *)item->target
                                                              : (const void *)item->priority;
        if (at)
            row->cells[i] = oca_bound_value(m->mem, binding, child->shape, at);
    }
}

static bool is_declared(const maker *m, const char *measure) {
    for (size_t i = 0; m->frame && i < m->frame->rubric->measures.n; i++)
        if (oca_equal(m->frame->rubric->measures.at[i].id, measure))
            return true;
    return false;
}

/* Those that the rubric declares, filled or not, before any others. */
static void make_declared(maker *m, const oca_bound_table *bound, oca_form_table *table) {
    for (size_t i = 0; m->frame && i < m->frame->rubric->measures.n; i++) {
        oca_form_row *row = add_row(m, table, m->frame->rubric->measures.at[i].id);
        for (size_t k = m->assessment->measures.n; k-- > 0;)
            if (oca_equal(m->assessment->measures.at[k].id, row->id))
                fill_row(m, bound, row, &m->assessment->measures.at[k], &(mention){0});
    }
}

static void make_bound(maker *m, const oca_bound_table *bound) {
    oca_form_table *table = add_table(m, bound->name);
    const oca_child *child = oca_assessment_child(bound->list);
    const oca_field *key = bound->key ? oca_field_find(child->shape, bound->key) : NULL;
    bool measures = oca_equal(bound->name, "measures");
    table->grows = bound->grows;
    table->named = bound->named;
    for (const oca_binding *binding = bound->bindings; binding->column.key; binding++)
        add_column(m, table, binding->column);
    if (oca_equal(bound->name, "answers")) {
        for (size_t i = 0; i < m->n_items; i++)
            fill_row(m, bound, add_row(m, table, m->items[i].id), m->items[i].answer, &m->items[i]);
        return;
    }
    if (measures)
        make_declared(m, bound, table);
    for (size_t i = 0; i < oca_child_count(child, m->assessment); i++) {
        const void *element = oca_child_at(child, m->assessment, i);
        const char *id = key ? oca_field_text(m->mem, element, key) : oca_format_text(m->mem, "%zu", i + 1);
        if (!measures || !is_declared(m, id))
            fill_row(m, bound, add_row(m, table, id), element, &(mention){0});
    }
}

static void make_evidence(maker *m) {
    oca_form_table *table = add_table(m, "evidence");
    table->grows = true;
    add_column(m, table, oca_item_column);
    for (const oca_binding *binding = oca_evidence_bindings; binding->column.key; binding++)
        add_column(m, table, binding->column);
    for (size_t i = 0; i < m->n_items; i++)
        for (size_t k = 1; m->items[i].answer && k < m->items[i].answer->evidence.n; k++) {
            oca_form_row *row = add_row(m, table, oca_format_text(m->mem, "%s/%zu", m->items[i].id, k + 1));
            row->cells[0] = m->items[i].id;
            for (size_t j = 0; oca_evidence_bindings[j].column.key; j++)
                row->cells[j + 1] = oca_bound_value(m->mem, &oca_evidence_bindings[j], &oca_evidence_shape,
                                                    &m->items[i].answer->evidence.at[k]);
        }
}

/* A participant's code and column. */
typedef struct {
    const char *code;
    size_t column;
} person;

static int by_code(const void *left, const void *right) {
    return strcmp(((const person *)left)->code, ((const person *)right)->code);
}

/* How many columns a table of all items may have. */
static size_t most_columns(const maker *m) {
    return MOST_CELLS / (m->n_items + 1);
}

static void make_scores(maker *m) {
    oca_form_table *table = add_table(m, "scores");
    size_t n = m->assessment->participants.n < most_columns(m) ? m->assessment->participants.n : most_columns(m);
    person *people = oca_alloc(m->mem, (n + 1) * sizeof *people);
    table->rest = &oca_score_column;
    for (size_t i = 0; i < n; i++) {
        const char *code = m->assessment->participants.at[i].id;
        people[i] = (person){code ? code : "", i};
        add_column(m, table, (oca_form_column){people[i].code, oca_score_column.kind, oca_score_column.words});
    }
    qsort(people, n, sizeof *people, by_code);
    for (size_t i = 0; i < m->n_items; i++) {
        oca_form_row *row = add_row(m, table, m->items[i].id);
        for (size_t k = 0; n && m->items[i].answer && k < m->items[i].answer->scores.n; k++) {
            const oca_score *score = &m->items[i].answer->scores.at[k];
            const person wanted = {.code = score->by ? score->by : ""},
                         *found = bsearch(&wanted, people, n, sizeof *people, by_code);
            if (found)
                row->cells[found->column] = oca_answer_text(m->mem, score->value, score->answer);
        }
    }
}

static void make_notes(maker *m) {
    oca_form_table *table = add_table(m, "notes");
    table->grows = true;
    for (size_t i = 0; i < OCA_COUNT(oca_note_columns); i++)
        add_column(m, table, oca_note_columns[i]);
    for (size_t i = 0; i < m->n_items; i++)
        for (size_t k = 0; m->items[i].answer && k < m->items[i].answer->scores.n; k++) {
            const oca_score *score = &m->items[i].answer->scores.at[k];
            for (size_t j = 0; j < score->notes.n; j++) {
                const char *id = oca_format_text(m->mem, "%s/%s/%zu", m->items[i].id, score->by, j + 1);
                oca_form_row *row = add_row(m, table, id);
                row->cells[0] = m->items[i].id;
                row->cells[1] = score->by;
                row->cells[2] = score->notes.at[j].text;
            }
        }
}

static void add_value(maker *m, oca_values *all, double value) {
    size_t i = 0;
    while (i < all->n && oca_compare(all->at[i], value) < 0)
        i++;
    if ((i < all->n && oca_compare(all->at[i], value) == 0) || all->n == MOST_TALLIED || all->n >= most_columns(m))
        return;
    (void)OCA_ADD(m->mem, all);
    for (size_t k = all->n - 1; k > i; k--)
        all->at[k] = all->at[k - 1];
    all->at[i] = value;
}

/* The levels of all scales, and what was tallied otherwise. */
static oca_values tallied_values(maker *m) {
    oca_values all = {0};
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
    oca_values all = tallied_values(m);
    table->rest = &oca_tally_column;
    for (size_t i = 0; i < all.n; i++)
        add_tally_column(m, table, oca_number_text(m->mem, all.at[i]));
    add_tally_column(m, table, "na");
    add_tally_column(m, table, "dk");
    for (size_t i = 0; i < m->n_items; i++) {
        oca_form_row *row = add_row(m, table, m->items[i].id);
        for (size_t k = 0; m->items[i].answer && k < m->items[i].answer->tallies.n; k++) {
            const oca_tally *tally = &m->items[i].answer->tallies.at[k];
            const char *answer = oca_answer_text(m->mem, tally->value, tally->answer);
            for (size_t j = 0; j < table->columns.n; j++)
                if (oca_equal(table->columns.at[j].key, answer))
                    row->cells[j] = oca_number_text(m->mem, tally->n.value);
        }
    }
}

static void add_met(oca_arena *mem, oca_strings *criteria, const oca_judgement *judgement) {
    for (size_t i = 0; judgement && i < judgement->met.n && i < MOST_MET; i++)
        add_word(mem, criteria, judgement->met.at[i].criterion);
}

static void make_criteria(maker *m) {
    oca_form_table *table = add_table(m, "criteria");
    for (size_t i = 0; i < OCA_COUNT(oca_criterion_columns); i++)
        add_column(m, table, oca_criterion_columns[i]);
    for (size_t i = 0; i < m->n_items; i++) {
        const oca_answer *answer = m->items[i].answer;
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
            const char *id = oca_format_text(m->mem, "%s/%s", m->items[i].id, criteria.at[k]);
            oca_form_row *row = add_row(m, table, id);
            row->cells[0] = answer && oca_judgement_meets(answer->agreed, criteria.at[k]) ? "yes" : NULL;
            row->cells[1] = answer && oca_judgement_meets(answer->verified, criteria.at[k]) ? "yes" : NULL;
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
