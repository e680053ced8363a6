/* What contradicts itself in a library of actions (formats document, "Actions"), and what it lacks; declared in
 * planning.h. */
#include "../base/words.h"
#include "planning.h"

#include "order.h"

#include <string.h>

typedef struct {
    oca_arena *mem;
    const oca_actions *library;
    const oca_frame *frame;
    oca_faults *faults;
} checker;

/* Actions are compared pair by pair. */
enum { MOST_ACTIONS = 5000 };

#define FAULT(line, ...) oca_report(c->faults, OCA_FAULT, c->library->file, (line), __VA_ARGS__)
#define WARN(line, ...) oca_report(c->faults, OCA_WARNING, c->library->file, (line), __VA_ARGS__)

static void check_names(checker *c) {
    const oca_actions *library = c->library;
    for (size_t i = 0; i < library->roles.n; i++)
        for (size_t k = 0; k < i; k++)
            if (oca_equal(library->roles.at[i].id, library->roles.at[k].id))
                FAULT(library->roles.at[i].element.line, "role \"%s\" is declared twice; first in line %d",
                      library->roles.at[i].id, library->roles.at[k].element.line);
    for (size_t i = 0; i < library->trainings.n; i++) {
        const oca_training *training = &library->trainings.at[i];
        for (size_t k = 0; k < i; k++)
            if (oca_equal(training->id, library->trainings.at[k].id))
                FAULT(training->element.line, "training \"%s\" is declared twice; first in line %d", training->id,
                      library->trainings.at[k].element.line);
        for (size_t k = 0; k < training->roles.n; k++)
            if (!oca_find_role(library, training->roles.at[k]))
                FAULT(training->element.line, "training \"%s\" is for role \"%s\", which is not declared", training->id,
                      training->roles.at[k]);
    }
}

static void check_action(checker *c, const oca_library_action *action, size_t number) {
    int line = action->element.line;
    const oca_actions *library = c->library;
    if (strncmp(action->id, "agree_", 6) == 0)
        FAULT(line, "action \"%s\": ids that begin with agree_ are the program's own", action->id);
    for (size_t k = 0; k < number; k++)
        if (oca_equal(action->id, library->actions.at[k].id)) {
            FAULT(line, "action \"%s\" is declared twice; first in line %d", action->id,
                  library->actions.at[k].element.line);
            break;
        }
    long item = oca_frame_find_item(c->frame, action->item);
    if (item == OCA_NOWHERE)
        FAULT(line, "action \"%s\" is for item \"%s\", which rubric \"%s\" %s does not have", action->id, action->item,
              c->frame->rubric->id, c->frame->rubric->version);
    else if (!oca_rung_at(&c->frame->items[item], action->to.value))
        FAULT(line, "action \"%s\" leads to %s, which is no level of item \"%s\" (%s)", action->id,
              oca_number_text(c->mem, action->to.value), action->item,
              oca_scale_allowed(c->mem, c->frame->items[item].scale));
    else if (oca_compare(action->to.value, c->frame->items[item].min) == 0)
        WARN(line, "action \"%s\" leads to the lowest level, so no plan will ever hold it", action->id);
    if (action->lead && !oca_find_role(library, action->lead))
        FAULT(line, "action \"%s\" is led by role \"%s\", which is not declared", action->id, action->lead);
    if (action->training && !oca_find_training(library, action->training))
        FAULT(line, "action \"%s\" needs training \"%s\", which is not declared", action->id, action->training);
    for (size_t k = 0; k < action->prerequisites.n; k++)
        if (!oca_find_action(library, action->prerequisites.at[k]))
            FAULT(line, "action \"%s\" requires \"%s\", which is no action of this library", action->id,
                  action->prerequisites.at[k]);
}

/* True if a must be done before b: b requires it, or it leads to a lower level of the same item. */
static bool precedes(const oca_library_action *a, const oca_library_action *b) {
    return oca_holds(&b->prerequisites, a->id) ||
           (oca_equal(a->item, b->item) && oca_compare(a->to.value, b->to.value) < 0);
}

/* Takes away what waits for nothing, then what waited for that alone, and so on; true if nothing is left. */
static bool untangle(checker *c, bool *gone) {
    const oca_library_action *actions = c->library->actions.at;
    size_t n = c->library->actions.n, n_free = 0;
    size_t *waits_for = oca_alloc(c->mem, n * sizeof *waits_for), *free_ones = oca_alloc(c->mem, n * sizeof *free_ones);
    for (size_t b = 0; b < n; b++) {
        for (size_t a = 0; a < n; a++)
            waits_for[b] += precedes(&actions[a], &actions[b]);
        if (waits_for[b] == 0)
            free_ones[n_free++] = b;
    }
    for (size_t next = 0; next < n_free; next++) {
        gone[free_ones[next]] = true;
        for (size_t b = 0; b < n; b++)
            if (precedes(&actions[free_ones[next]], &actions[b]) && --waits_for[b] == 0)
                free_ones[n_free++] = b;
    }
    return n_free == n;
}

/* Some predecessor of `at` that is not gone: what is left after untangling has one. */
static size_t step_back(const checker *c, const bool *gone, size_t at) {
    const oca_library_action *actions = c->library->actions.at;
    size_t before = 0;
    while (gone[before] || !precedes(&actions[before], &actions[at]))
        before++;
    return before;
}

static void check_cycles(checker *c) {
    const oca_library_action *actions = c->library->actions.at;
    size_t n = c->library->actions.n, at = 0;
    bool *gone = oca_alloc(c->mem, n), *seen = oca_alloc(c->mem, n);
    if (untangle(c, gone))
        return;
    /* Walking back from what is left one comes into a circle, and knows it on meeting an action again. */
    while (gone[at])
        at++;
    for (; !seen[at]; at = step_back(c, gone, at))
        seen[at] = true;
    oca_buffer circle = {.mem = c->mem};
    size_t first = at;
    do {
        oca_buffer_print(&circle, oca_message("\"%s\" waits for "), actions[at].id);
        at = step_back(c, gone, at);
    } while (at != first);
    FAULT(actions[at].element.line,
          "actions wait for each other in a circle: %s\"%s\" (an action also waits for those "
          "of the same item that lead to a lower level)",
          circle.at, actions[at].id);
}

oca_status oca_library_check(oca_arena *mem, const oca_actions *library, const oca_frame *frame, oca_faults *faults) {
    /* The library serves the whole rubric, whatever a programme uses of it. */
    frame = frame->whole ? frame->whole : frame;
    checker checking = {mem, library, frame, faults}, *c = &checking;
    size_t before = faults->faulty;
    if (!oca_equal(library->rubric, frame->rubric->id))
        FAULT(library->element.line, "these actions are for rubric \"%s\", not for \"%s\"", library->rubric,
              frame->rubric->id);
    if (library->actions.n > MOST_ACTIONS || library->roles.n > MOST_ACTIONS || library->trainings.n > MOST_ACTIONS) {
        FAULT(library->element.line, "a library may hold %d actions, roles and trainings each, not more",
              (int)MOST_ACTIONS);
        return OCA_FAULTY;
    }
    check_names(c);
    for (size_t i = 0; i < library->actions.n; i++)
        check_action(c, &library->actions.at[i], i);
    if (faults->faulty == before)
        check_cycles(c);
    return faults->faulty > before ? OCA_FAULTY : OCA_OK;
}

static bool leads_on(const oca_actions *library, const char *item, double from, double target) {
    for (size_t i = 0; i < library->actions.n; i++) {
        const oca_library_action *action = &library->actions.at[i];
        if (oca_equal(action->item, item) && oca_compare(action->to.value, from) > 0 &&
            oca_compare(action->to.value, target) <= 0)
            return true;
    }
    return false;
}

void oca_library_review(const oca_actions *library, const oca_frame *frame, oca_faults *faults) {
    frame = frame->whole ? frame->whole : frame;
    for (size_t i = 0; i < frame->n_items; i++) {
        const oca_frame_item *item = &frame->items[i];
        for (size_t k = 0; item->product > 0 && k + 1 < item->n_rungs; k++) {
            double from = item->rungs[k].value, target = oca_target_from(frame, item, (oca_number){0}, from);
            if (!leads_on(library, item->item->id, from, target))
                oca_report(faults, OCA_WARNING, frame->rubric->file, item->item->element.line,
                           "item \"%s\": no action of \"%s\" leads from level %s to %s; a plan would say \"agree on an "
                           "action\"",
                           item->item->id, library->id, oca_number_text(faults->mem, from),
                           oca_number_text(faults->mem, target));
        }
    }
}
