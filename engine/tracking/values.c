#include "values.h"

#include "../document/fields.h"
#include "../document/tree.h"

#include <string.h>

const char *const oca_action_values[] = {"status",      "percent", "person",  "lead",     "supporter", "revised-start",
                                         "revised-due", "reason",  "started", "finished", "cost",      NULL};
const char *const oca_weakness_values[] = {"cause", "result", "votes", NULL};
const char *const oca_find_out_values[] = {"who", "due", "found", NULL};

#define FROM " from "
#define BETWEEN_COSTS "; "
#define MISSING "–"

static const char *costs_text(oca_arena *mem, const oca_costs *costs) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < costs->n; i++) {
        const oca_cost *cost = &costs->at[i];
        oca_buffer_print(&out, "%s%s %s%s%s", i ? BETWEEN_COSTS : "",
                         cost->amount.given ? oca_number_text(mem, cost->amount.value) : MISSING,
                         cost->currency ? cost->currency : MISSING, cost->funder ? FROM : "",
                         cost->funder ? cost->funder : "");
    }
    return out.at ? out.at : "";
}

/* The reverse of costs_text; what has no amount first is no cost. */
static oca_cost cost_told(oca_arena *mem, const char *s, size_t n) {
    oca_cost cost = {.amount = {0}};
    const char *text = oca_copy(mem, s, n), *currency = strchr(text, ' '), *from = strstr(text, FROM);
    size_t amount = currency ? (size_t)(currency - text) : n;
    double value;
    if (oca_number_parse(&value, text, amount))
        cost.amount = oca_given(value);
    if (from)
        cost.funder = from + strlen(FROM);
    if (currency && (!from || from > currency)) {
        const char *end = from ? from : text + n;
        cost.currency = oca_copy(mem, currency + 1, (size_t)(end - currency - 1));
        if (oca_equal(cost.currency, MISSING))
            cost.currency = NULL;
    }
    return cost;
}

static oca_costs costs_told(oca_arena *mem, const char *text) {
    oca_costs costs = {0};
    while (*text) {
        const char *end = strstr(text, BETWEEN_COSTS);
        size_t n = end ? (size_t)(end - text) : strlen(text);
        *(oca_cost *)OCA_ADD(mem, &costs) = cost_told(mem, text, n);
        text += n + (end ? strlen(BETWEEN_COSTS) : 0);
    }
    return costs;
}

const char *oca_action_value(oca_arena *mem, const oca_plan_action *action, const char *field) {
    if (oca_equal(field, "cost"))
        return costs_text(mem, &action->costs);
    if (oca_equal(field, "percent"))
        return oca_number_text(mem, oca_or(action->percent, 0));
    const char *text = oca_field_text(mem, action, oca_field_find(&oca_plan_action_shape, field));
    if (!text)
        return oca_equal(field, "status") ? oca_action_status_words[OCA_NOT_STARTED - 1] : "";
    return text;
}

static void put_field(oca_arena *mem, void *element, const oca_shape *shape, const char *name, const char *text) {
    const oca_field *field = oca_field_find(shape, name);
    void *tried = oca_alloc(mem, shape->size); /* so that a text that is wrong changes nothing */
    oca_buffer wrong = {.mem = mem};
    bool given;
    if (!field || !oca_field_read(tried, field, text, strlen(text), &given, mem, &wrong))
        return;
    oca_field_clear(element, field);
    if (!oca_field_read(element, field, text, strlen(text), &given, mem, &wrong))
        return;
}

void oca_action_put(oca_arena *mem, oca_plan_action *action, const char *field, const char *text) {
    if (oca_equal(field, "cost")) {
        action->costs = costs_told(mem, text);
        return;
    }
    put_field(mem, action, &oca_plan_action_shape, field, text);
}

static const oca_words *words_of(const oca_plan_weakness *weakness, const char *field) {
    return oca_equal(field, "cause") ? &weakness->causes : &weakness->results;
}

static const char *or_empty(const char *text) {
    return text ? text : "";
}

const char *oca_weakness_value(oca_arena *mem, const oca_plan *plan, const oca_plan_weakness *weakness,
                               const char *field) {
    const oca_field *attribute = oca_field_find(&oca_plan_weakness_shape, field);
    if (attribute)
        return or_empty(oca_field_text(mem, weakness, attribute));
    const oca_words *words = words_of(weakness, field);
    for (size_t i = 0; i < words->n; i++)
        if (oca_is_own_language(words->at[i].lang, plan->lang))
            return words->at[i].text;
    return "";
}

void oca_weakness_put(oca_arena *mem, const oca_plan *plan, oca_plan_weakness *weakness, const char *field,
                      const char *text) {
    if (oca_field_find(&oca_plan_weakness_shape, field)) {
        put_field(mem, weakness, &oca_plan_weakness_shape, field, text);
        return;
    }
    oca_words *words = oca_equal(field, "cause") ? &weakness->causes : &weakness->results;
    for (size_t i = 0; i < words->n; i++)
        if (oca_is_own_language(words->at[i].lang, plan->lang)) {
            words->at[i].text = text;
            if (*text)
                return;
            memmove(&words->at[i], &words->at[i + 1], (words->n - i - 1) * sizeof *words->at);
            words->n--;
            return;
        }
    if (*text)
        *(oca_text *)OCA_ADD(mem, words) = (oca_text){.text = text};
}

const char *oca_evidence_text(const oca_evidence *evidence) {
    return evidence->text && *evidence->text ? evidence->text : evidence->href ? evidence->href : "";
}

oca_plan_action *oca_plan_find_action(const oca_plan *plan, const char *id) {
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        for (size_t k = 0; k < plan->weaknesses.at[i].actions.n; k++)
            if (oca_equal(plan->weaknesses.at[i].actions.at[k].id, id))
                return &plan->weaknesses.at[i].actions.at[k];
    return NULL;
}

oca_plan_weakness *oca_plan_find_weakness(const oca_plan *plan, const char *item) {
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        if (oca_equal(plan->weaknesses.at[i].item, item))
            return &plan->weaknesses.at[i];
    return NULL;
}

const char *oca_find_out_value(oca_arena *mem, const oca_find_out *unknown, const char *field) {
    return or_empty(oca_field_text(mem, unknown, oca_field_find(&oca_find_out_shape, field)));
}

void oca_find_out_put(oca_arena *mem, oca_find_out *unknown, const char *field, const char *text) {
    put_field(mem, unknown, &oca_find_out_shape, field, text);
}

oca_find_out *oca_plan_find_unknown(const oca_plan *plan, const char *item) {
    for (size_t i = 0; i < plan->find_out.n; i++)
        if (oca_equal(plan->find_out.at[i].item, item))
            return &plan->find_out.at[i];
    return NULL;
}
