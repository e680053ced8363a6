#include "../json.h"
#include "track.h"

typedef struct {
    oca_json json;
    oca_arena *mem;
    const oca_tracked *tracked;
} maker;

#define SET(object, key, value) oca_json_set(&m->json, (object), (key), (value))
#define APPEND(array, value) oca_json_append(&m->json, (array), (value))

static void put_completion(maker *m, json_t *object, const oca_completion *completion) {
    SET(object, "completion", oca_json_maybe(completion->as_it_stands));
    SET(object, "completion_agreed", oca_json_maybe(completion->agreed));
    SET(object, "planned_completion", oca_json_maybe(completion->planned));
}

static json_t *conflicts(maker *m) {
    json_t *array = json_array();
    for (size_t i = 0; i < m->tracked->conflicts->n; i++) {
        const oca_conflict *conflict = &m->tracked->conflicts->at[i];
        json_t *object = json_object();
        SET(object, conflict->action ? "action" : "item",
            oca_json_text(conflict->action ? conflict->action : conflict->item));
        SET(object, "field", oca_json_text(conflict->field));
        SET(object, "record", oca_json_text(conflict->record));
        SET(object, "values", oca_json_strings(&m->json, &conflict->values));
        APPEND(array, object);
    }
    return array;
}

static json_t *areas(maker *m) {
    json_t *array = json_array();
    for (size_t i = 0; i < m->tracked->progress.areas.n; i++) {
        const oca_progress_group *area = &m->tracked->progress.areas.at[i];
        json_t *object = json_object();
        SET(object, "id", oca_json_text(area->id));
        put_completion(m, object, &area->completion);
        APPEND(array, object);
    }
    return array;
}

static json_t *ids(maker *m, bool overdue) {
    json_t *array = json_array();
    for (size_t i = 0; i < m->tracked->progress.actions.n; i++) {
        const oca_progress_action *at = &m->tracked->progress.actions.at[i];
        if (overdue ? at->overdue : at->due_soon)
            APPEND(array, oca_json_text(at->action->id));
    }
    return array;
}

static json_t *action(maker *m, const oca_progress_action *at) {
    const oca_plan_action *action = at->action;
    oca_action_status status = action->status ? action->status : OCA_NOT_STARTED;
    json_t *object = json_object();
    SET(object, "id", oca_json_text(action->id));
    SET(object, "item", oca_json_text(at->weakness->item));
    SET(object, "state", oca_json_text(action->state ? oca_action_state_words[action->state - 1] : NULL));
    SET(object, "status", oca_json_text(oca_action_status_words[status - 1]));
    SET(object, "percent", oca_json_number(oca_or(action->percent, 0)));
    SET(object, "lead", oca_json_text(action->lead));
    SET(object, "person", oca_json_text(action->person));
    SET(object, "start", oca_json_day(m->mem, action->start));
    SET(object, "due", oca_json_day(m->mem, action->due));
    SET(object, "revised_start", oca_json_day(m->mem, action->revised_start));
    SET(object, "revised_due", oca_json_day(m->mem, action->revised_due));
    SET(object, "started", oca_json_day(m->mem, action->started));
    SET(object, "finished", oca_json_day(m->mem, action->finished));
    return object;
}

oca_status oca_track_json(const char **out, size_t *n, oca_arena *mem, const oca_tracked *tracked) {
    maker making = {.mem = mem, .tracked = tracked}, *m = &making;
    const oca_progress *progress = &tracked->progress;
    json_t *root = json_object(), *actions = json_array();
    SET(root, "date", oca_json_day(mem, (oca_date){true, progress->date}));
    put_completion(m, root, &progress->completion);
    SET(root, "done", json_integer((json_int_t)progress->done));
    SET(root, "ongoing", json_integer((json_int_t)progress->ongoing));
    SET(root, "blocked", json_integer((json_int_t)progress->blocked));
    SET(root, "not_started", json_integer((json_int_t)progress->not_started));
    SET(root, "dropped", json_integer((json_int_t)progress->dropped));
    SET(root, "added", json_integer((json_int_t)progress->added));
    SET(root, "overdue", ids(m, true));
    SET(root, "due_30", ids(m, false));
    SET(root, "conflicts", conflicts(m));
    SET(root, "areas", areas(m));
    for (size_t i = 0; i < progress->actions.n; i++)
        APPEND(actions, action(m, &progress->actions.at[i]));
    SET(root, "actions", actions);
    return oca_json_write(out, n, mem, &m->json, root);
}
