#include "plan_json.h"

#include "json.h"

static const char *item_id(const oca_planned *planned, size_t item) {
    return planned->scores->answers->frame->items[item].item->id;
}

static json_t *day_json(oca_arena *mem, oca_day day) {
    return oca_json_day(mem, (oca_date){true, day});
}

static json_t *weakness_json(oca_json *json, const oca_planned *planned, const oca_weakness *weakness) {
    json_t *object = json_object(), *actions = json_array();
    oca_json_set(json, object, "item", oca_json_text(item_id(planned, weakness->item)));
    oca_json_set(json, object, "rank", json_integer(weakness->rank));
    oca_json_set(json, object, "tier", json_integer(weakness->tier));
    oca_json_set(json, object, "state", oca_json_text(oca_weakness_state_words[weakness->state - 1]));
    oca_json_set(json, object, "index", oca_json_number(weakness->index));
    oca_json_set(json, object, "score", oca_json_number(planned->scores->items[weakness->item].score));
    oca_json_set(json, object, "standing", oca_json_number(weakness->standing));
    oca_json_set(json, object, "target", oca_json_number(weakness->target));
    for (size_t i = weakness->first_action; i < weakness->end_action; i++)
        oca_json_append(json, actions, oca_json_text(planned->actions.at[i].id));
    oca_json_set(json, object, "actions", actions);
    return object;
}

static json_t *action_json(oca_json *json, oca_arena *mem, const oca_planned *planned,
                           const oca_planned_action *action) {
    static const oca_strings none = {0};
    oca_date start = {action->state == OCA_SCHEDULED, action->start};
    oca_date due = {action->state == OCA_SCHEDULED, action->due};
    json_t *object = json_object();
    oca_json_set(json, object, "id", oca_json_text(action->id));
    oca_json_set(json, object, "item", oca_json_text(item_id(planned, planned->weaknesses.at[action->weakness].item)));
    oca_json_set(json, object, "lead", oca_json_text(action->lead));
    oca_json_set(json, object, "weeks", json_integer(action->weeks));
    oca_json_set(json, object, "requires",
                 oca_json_strings(json, action->action ? &action->action->prerequisites : &none));
    oca_json_set(json, object, "unmet", oca_json_strings(json, &action->unmet));
    oca_json_set(json, object, "state", oca_json_text(oca_action_state_words[action->state - 1]));
    oca_json_set(json, object, "start", oca_json_day(mem, start));
    oca_json_set(json, object, "due", oca_json_day(mem, due));
    return object;
}

static json_t *find_out_json(oca_json *json, const oca_planned *planned) {
    json_t *array = json_array();
    for (size_t i = 0; i < planned->find_out.n; i++) {
        json_t *object = json_object();
        oca_json_set(json, object, "item", oca_json_text(item_id(planned, planned->find_out.at[i].item)));
        oca_json_set(json, object, "why", oca_json_text(oca_why_words[planned->find_out.at[i].why - 1]));
        oca_json_append(json, array, object);
    }
    return array;
}

oca_status oca_plan_json(const char **out, size_t *n, oca_arena *mem, const oca_planned *planned) {
    oca_json json = {0};
    json_t *root = json_object(), *weaknesses = json_array(), *actions = json_array();
    json_t *strengths = json_array(), *reviews = json_array();
    for (size_t i = 0; i < planned->weaknesses.n; i++)
        oca_json_append(&json, weaknesses, weakness_json(&json, planned, &planned->weaknesses.at[i]));
    for (size_t i = 0; i < planned->actions.n; i++)
        oca_json_append(&json, actions, action_json(&json, mem, planned, &planned->actions.at[i]));
    for (size_t i = 0; i < planned->strengths.n; i++)
        oca_json_append(&json, strengths, oca_json_text(item_id(planned, planned->strengths.at[i])));
    for (size_t i = 0; i < planned->reviews.n; i++)
        oca_json_append(&json, reviews, day_json(mem, planned->reviews.at[i]));
    oca_json_set(&json, root, "start", day_json(mem, planned->start));
    oca_json_set(&json, root, "end", day_json(mem, planned->end));
    oca_json_set(&json, root, "weaknesses", weaknesses);
    oca_json_set(&json, root, "actions", actions);
    oca_json_set(&json, root, "find_out", find_out_json(&json, planned));
    oca_json_set(&json, root, "strengths", strengths);
    oca_json_set(&json, root, "reviews", reviews);
    return oca_json_write(out, n, mem, &json, root);
}
