#include "plan_check.h"

#include "../base/words.h"

#include <stdlib.h>
#include <string.h>

/* An id that may stand once: of an action, or of a weakness's item. */
typedef struct {
    const char *id;
    oca_where where;
    size_t number; /* among its like */
} named;

typedef struct {
    oca_arena *mem;
    const oca_plan *plan;
    oca_faults *faults;
    OCA_LIST(named) actions, items;
} checker;

#define FAULT(where, ...) oca_report_at(c->faults, OCA_FAULT, c->plan->file, (where), __VA_ARGS__)
#define AT(element_holder) oca_element_where(&(element_holder)->element)

static bool is_after(oca_date a, oca_date b) {
    return a.given && b.given && a.day > b.day;
}

static void check_action(checker *c, const oca_plan_action *action) {
    oca_where where = AT(action);
    named *own = OCA_ADD(c->mem, &c->actions);
    *own = (named){action->id, where, c->actions.n};
    if (!action->reason && (action->revised_start.given || action->revised_due.given))
        FAULT(where, "action \"%s\": a date was moved without a reason", action->id);
    if (!action->reason && action->status == OCA_DROPPED)
        FAULT(where, "action \"%s\" was dropped without a reason", action->id);
    bool dated =
        (action->start.given || action->revised_start.given) && (action->due.given || action->revised_due.given);
    if (action->state == OCA_ADDED && !dated)
        FAULT(where, "action \"%s\" was added without both dates: when does it start, and when is it due?", action->id);
    if (action->state == OCA_SCHEDULED && !(action->start.given && action->due.given))
        FAULT(where, "action \"%s\" is scheduled, but has no start or no due date", action->id);
    if (action->state == OCA_DEFERRED && (action->start.given || action->due.given))
        FAULT(where, "action \"%s\" comes after this plan, and yet has dates", action->id);
    if (is_after(action->start, action->due))
        FAULT(where, "action \"%s\" is due before it starts", action->id);
    if (is_after(action->revised_start, action->revised_due))
        FAULT(where, "action \"%s\": the revised due date is before the revised start", action->id);
    if (is_after(action->started, action->finished))
        FAULT(where, "action \"%s\" was finished before it was started", action->id);
}

static int by_id_and_place(const void *left, const void *right) {
    const named *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : a->number < b->number ? -1 : a->number > b->number;
}

static void check_once(checker *c, named *ids, size_t n, const char *what) {
    if (n)
        qsort(ids, n, sizeof *ids, by_id_and_place);
    for (size_t i = 1; i < n; i++)
        if (*ids[i].id && strcmp(ids[i].id, ids[i - 1].id) == 0)
            FAULT(ids[i].where, "%s \"%s\" stands twice in the plan; first %s", oca_message(what), ids[i].id,
                  oca_where_text(c->mem, ids[i - 1].where));
}

enum { MOST_ELEMENTS = 5000 };

static void check_bound(checker *c, size_t n, const char *element) {
    if (n > MOST_ELEMENTS)
        FAULT(AT(c->plan), "there are %zu %s here; at most %zu can be handled", n, element, (size_t)MOST_ELEMENTS);
}

/* So that no file takes more than seconds: a year's plan holds some dozens. */
static void check_bounds(checker *c) {
    enum { MOST_ACTIONS = 5000, MOST_CHANGES = 100000 };
    check_bound(c, c->plan->weaknesses.n, "<weakness>");
    check_bound(c, c->plan->find_out.n, "<find-out>");
    check_bound(c, c->plan->strengths.n, "<strength>");
    check_bound(c, c->plan->reviews.n, "<review>");
    check_bound(c, c->plan->visits.n, "<visit>");
    check_bound(c, c->plan->trained.n, "<trained>");
    check_bound(c, c->plan->signatures.n, "<signed>");
    size_t changes = c->plan->journal ? c->plan->journal->changes.n : 0;
    if (c->actions.n > MOST_ACTIONS)
        FAULT(AT(c->plan), "the plan has more than 5,000 actions");
    if (changes > MOST_CHANGES)
        FAULT(AT(c->plan->journal), "the journal has more than 100,000 changes");
}

static bool is_digest(const char *digest) {
    return strlen(digest) == 64 && strspn(digest, "0123456789abcdef") == 64;
}

void oca_plan_check(oca_arena *mem, const oca_plan *plan, oca_faults *faults) {
    checker checking = {.mem = mem, .plan = plan, .faults = faults}, *c = &checking;
    if (is_after(plan->start, plan->end))
        FAULT(AT(plan), "the plan ends before it starts");
    if (plan->origin && plan->origin->digest && !is_digest(plan->origin->digest))
        FAULT(AT(plan->origin), "the rubric's digest is not 64 digits of 0-9 and a-f");
    for (size_t i = 0; i < plan->weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &plan->weaknesses.at[i];
        named *own = OCA_ADD(mem, &c->items);
        *own = (named){weakness->item, AT(weakness), c->items.n};
        if (weakness->state == OCA_LATER && weakness->actions.n)
            FAULT(AT(weakness), "the weakness of item \"%s\" comes later, and yet has actions", weakness->item);
        for (size_t k = 0; k < weakness->actions.n; k++)
            check_action(c, &weakness->actions.at[k]);
    }
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++) {
        const oca_change *change = &plan->journal->changes.at[i];
        if (!change->action == !change->item)
            FAULT(AT(change), "a change of the journal is of an action or of an item, one of them");
    }
    check_bounds(c);
    check_once(c, c->items.at, c->items.n, N_("the weakness of item"));
    check_once(c, c->actions.at, c->actions.n, "action");
}
