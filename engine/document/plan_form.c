/* The tables of a plan; taking edits in is in plan_edit.c. */
#include "plan_form.h"

#include "fields.h"
#include "tree.h"

#include <string.h>

static const oca_form_column action_columns[] = {
    {"item", OCA_COLUMN_TEXT, NULL},
    {"title", OCA_COLUMN_TEXT, NULL},
    {"lead", OCA_COLUMN_CHOICE, "role"},
    {"person", OCA_COLUMN_TEXT, NULL},
    {"start", OCA_COLUMN_DAY, NULL},
    {"due", OCA_COLUMN_DAY, NULL},
    {"revised-start", OCA_COLUMN_DAY, NULL},
    {"revised-due", OCA_COLUMN_DAY, NULL},
    {"reason", OCA_COLUMN_TEXT, NULL},
    {"started", OCA_COLUMN_DAY, NULL},
    {"finished", OCA_COLUMN_DAY, NULL},
    {"status", OCA_COLUMN_CHOICE, "status"},
    {"percent", OCA_COLUMN_NUMBER, NULL},
    {"indicator", OCA_COLUMN_TEXT, NULL},
    {"verification", OCA_COLUMN_TEXT, NULL},
    {"resources", OCA_COLUMN_TEXT, NULL},
    {"support", OCA_COLUMN_CHOICE, "support"},
    {"supporter", OCA_COLUMN_TEXT, NULL},
    {"training", OCA_COLUMN_CHOICE, "training"},
    {"cause", OCA_COLUMN_TEXT, NULL},
    {"result", OCA_COLUMN_TEXT, NULL},
    {"note", OCA_COLUMN_TEXT, NULL},
    {"evidence", OCA_COLUMN_TEXT, NULL},
};

static const oca_form_column cost_columns[] = {
    {"cost", OCA_COLUMN_NUMBER, NULL},
    {"currency", OCA_COLUMN_TEXT, NULL},
    {"funder", OCA_COLUMN_TEXT, "support"},
};

static const oca_form_column later_columns[] = {
    {"votes", OCA_COLUMN_WHOLE, NULL},
    {"take-in", OCA_COLUMN_CHOICE, "yes-no"},
    {NULL, OCA_COLUMN_TEXT, NULL},
};

static const oca_form_column find_out_columns[] = {
    {"who", OCA_COLUMN_TEXT, NULL},
    {"due", OCA_COLUMN_DAY, NULL},
    {"found", OCA_COLUMN_TEXT, NULL},
    {NULL, OCA_COLUMN_TEXT, NULL},
};

static const oca_form_column visit_columns[] = {
    {"date", OCA_COLUMN_DAY, NULL},    {"by", OCA_COLUMN_TEXT, NULL},     {"present", OCA_COLUMN_TEXT, NULL},
    {"topics", OCA_COLUMN_TEXT, NULL}, {"agreed", OCA_COLUMN_TEXT, NULL}, {"next", OCA_COLUMN_TEXT, NULL},
    {NULL, OCA_COLUMN_TEXT, NULL},
};

static const oca_form_column training_columns[] = {
    {"training", OCA_COLUMN_TEXT, "training"}, {"role", OCA_COLUMN_TEXT, "role"},     {"date", OCA_COLUMN_DAY, NULL},
    {"women", OCA_COLUMN_WHOLE, NULL},         {"men", OCA_COLUMN_WHOLE, NULL},       {"youth", OCA_COLUMN_WHOLE, NULL},
    {"used", OCA_COLUMN_CHOICE, "yes-no"},     {"passed-on", OCA_COLUMN_WHOLE, NULL}, {"by", OCA_COLUMN_TEXT, NULL},
    {"note", OCA_COLUMN_TEXT, NULL},           {NULL, OCA_COLUMN_TEXT, NULL},
};

static const oca_form_column signed_columns[] = {
    {"name", OCA_COLUMN_TEXT, NULL},
    {"date", OCA_COLUMN_DAY, NULL},
    {NULL, OCA_COLUMN_TEXT, NULL},
};

typedef struct {
    oca_arena *mem;
    const oca_plan *plan;
    oca_form form;
} maker;

static oca_form_table *add_table(maker *m, const char *name, const oca_form_column *columns) {
    oca_form_table *table = OCA_ADD(m->mem, &m->form);
    table->name = name;
    for (; columns && columns->key; columns++)
        *(oca_form_column *)OCA_ADD(m->mem, &table->columns) = *columns;
    return table;
}

static oca_form_row *add_row(maker *m, oca_form_table *table, const char *id) {
    oca_form_row *row = OCA_ADD(m->mem, &table->rows);
    *row = (oca_form_row){.id = id, .cells = oca_alloc(m->mem, (table->columns.n + 1) * sizeof *row->cells)};
    return row;
}

/* The text of the element in the plan's own language; NULL if there is none. */
static const char *own_text(const maker *m, const oca_words *words) {
    for (size_t i = 0; i < words->n; i++)
        if (oca_is_own_language(words->at[i].lang, m->plan->lang))
            return words->at[i].text;
    return words->n ? words->at[0].text : NULL;
}

/* What the attribute, or the child with a text, of that name says; NULL if nothing. */
static const char *said(const maker *m, const oca_shape *shape, const void *element, const char *key) {
    const oca_field *field = oca_field_find(shape, key);
    const oca_child *child = field ? NULL : oca_child_find(shape, key);
    if (field)
        return oca_field_text(m->mem, element, field);
    if (!child || child->multiplicity != OCA_PER_LANGUAGE)
        return NULL;
    oca_words words;
    memcpy(&words, (const unsigned char *)element + child->at, sizeof words);
    return own_text(m, &words);
}

static const char *cost_cell(const maker *m, const oca_cost *cost, size_t column) {
    return column == 0   ? cost->amount.given ? oca_number_text(m->mem, cost->amount.value) : NULL
           : column == 1 ? cost->currency
                         : cost->funder;
}

static void fill_action(maker *m, oca_form_row *row, const oca_plan_weakness *weakness, const oca_plan_action *action,
                        size_t most_costs) {
    const size_t own = OCA_COUNT(action_columns), of_cost = OCA_COUNT(cost_columns);
    for (size_t i = 0; i < own; i++) {
        const char *key = action_columns[i].key;
        bool of_weakness = oca_equal(key, "item") || oca_equal(key, "cause") || oca_equal(key, "result");
        if (!oca_equal(key, "note"))
            row->cells[i] = of_weakness ? said(m, &oca_plan_weakness_shape, weakness, key)
                                        : said(m, &oca_plan_action_shape, action, key);
        if (oca_equal(key, "status") && !row->cells[i])
            row->cells[i] = oca_action_status_words[OCA_NOT_STARTED - 1];
    }
    for (size_t i = 0; i < most_costs && i < action->costs.n; i++)
        for (size_t k = 0; k < of_cost; k++)
            row->cells[own + of_cost * i + k] = cost_cell(m, &action->costs.at[i], k);
}

size_t oca_plan_cost_columns(const oca_plan *plan) {
    size_t most = 1;
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        for (size_t k = 0; k < plan->weaknesses.at[i].actions.n; k++)
            if (plan->weaknesses.at[i].actions.at[k].costs.n > most)
                most = plan->weaknesses.at[i].actions.at[k].costs.n;
    return most < OCA_PLAN_MOST_COSTS ? most : OCA_PLAN_MOST_COSTS;
}

const char *oca_plan_cost_key(oca_arena *mem, const char *key, size_t cost) {
    return cost ? oca_format_text(mem, "%s-%zu", key, cost + 1) : key;
}

static void make_actions(maker *m) {
    oca_form_table *table = add_table(m, "actions", NULL);
    size_t most_costs = oca_plan_cost_columns(m->plan);
    table->grows = true;
    for (size_t i = 0; i < OCA_COUNT(action_columns); i++)
        *(oca_form_column *)OCA_ADD(m->mem, &table->columns) = action_columns[i];
    for (size_t i = 0; i < most_costs; i++)
        for (size_t k = 0; k < OCA_COUNT(cost_columns); k++) {
            oca_form_column *column = OCA_ADD(m->mem, &table->columns);
            *column = cost_columns[k];
            column->key = oca_plan_cost_key(m->mem, column->key, i);
        }
    for (size_t i = 0; i < m->plan->weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &m->plan->weaknesses.at[i];
        for (size_t k = 0; k < weakness->actions.n; k++)
            fill_action(m, add_row(m, table, weakness->actions.at[k].id), weakness, &weakness->actions.at[k],
                        most_costs);
    }
}

/* A row whose cells are what the element says under the columns' keys. */
static void fill(maker *m, oca_form_table *table, const char *id, const oca_shape *shape, const void *element) {
    oca_form_row *row = add_row(m, table, id);
    for (size_t i = 0; i < table->columns.n; i++)
        row->cells[i] = said(m, shape, element, table->columns.at[i].key);
}

static const char *number(oca_arena *mem, size_t i) {
    return oca_format_text(mem, "%zu", i + 1);
}

oca_form oca_plan_form(oca_arena *mem, const oca_plan *plan) {
    maker making = {.mem = mem, .plan = plan}, *m = &making;
    make_actions(m);
    oca_form_table *table = add_table(m, "later", later_columns);
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        if (plan->weaknesses.at[i].state == OCA_LATER)
            fill(m, table, plan->weaknesses.at[i].item, &oca_plan_weakness_shape, &plan->weaknesses.at[i]);
    table = add_table(m, "find-out", find_out_columns);
    for (size_t i = 0; i < plan->find_out.n; i++)
        fill(m, table, plan->find_out.at[i].item, &oca_find_out_shape, &plan->find_out.at[i]);
    table = add_table(m, "visits", visit_columns);
    table->grows = true;
    for (size_t i = 0; i < plan->visits.n; i++)
        fill(m, table, number(mem, i), &oca_visit_shape, &plan->visits.at[i]);
    table = add_table(m, "trainings", training_columns);
    table->grows = true;
    for (size_t i = 0; i < plan->trained.n; i++) {
        fill(m, table, number(mem, i), &oca_trained_shape, &plan->trained.at[i]);
        table->rows.at[i].cells[table->columns.n - 1] = own_text(m, &plan->trained.at[i].notes);
    }
    table = add_table(m, "signed", signed_columns);
    table->grows = table->named = true;
    for (size_t i = 0; i < plan->signatures.n; i++)
        if (plan->signatures.at[i].role)
            fill(m, table, plan->signatures.at[i].role, &oca_signed_shape, &plan->signatures.at[i]);
    return m->form;
}
