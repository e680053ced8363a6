/* Edits taken into a plan; declared in plan_form.h. */
#include "../base/words.h"
#include "fields.h"
#include "plan_form.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    oca_arena *mem;
    oca_plan *plan;
    const oca_edits *edits;
    oca_faults *faults;
    const char *file;
} taker;

#define FAULT(edit, ...) oca_report_at(t->faults, OCA_FAULT, t->file, (oca_where){.cell = (edit)->place}, __VA_ARGS__)
#define STAYS(edit, ...) oca_report_at(t->faults, OCA_WARNING, t->file, (oca_where){.cell = (edit)->place}, __VA_ARGS__)

static bool is_new(const oca_edit *edit) {
    return edit->row[0] == '+';
}

static oca_plan_weakness *weakness_of(const taker *t, const char *item) {
    for (size_t i = 0; i < t->plan->weaknesses.n; i++)
        if (oca_equal(t->plan->weaknesses.at[i].item, item))
            return &t->plan->weaknesses.at[i];
    return NULL;
}

/* The action of that id, and its weakness in *of. */
static oca_plan_action *action_of(const taker *t, const char *id, oca_plan_weakness **of) {
    for (size_t i = 0; i < t->plan->weaknesses.n; i++)
        for (size_t k = 0; k < t->plan->weaknesses.at[i].actions.n; k++)
            if (oca_equal(t->plan->weaknesses.at[i].actions.at[k].id, id)) {
                *of = &t->plan->weaknesses.at[i];
                return &t->plan->weaknesses.at[i].actions.at[k];
            }
    return NULL;
}

/* Gives the attribute the value; one that breaks its rule is a fault. */
static void put_attribute(const taker *t, void *element, const oca_field *field, const oca_edit *edit) {
    oca_buffer wrong = {.mem = t->mem};
    const char *text = edit->new_value ? edit->new_value : "";
    bool given;
    oca_field_clear(element, field);
    if (!oca_field_read(element, field, text, strlen(text), &given, t->mem, &wrong))
        FAULT(edit, "%s", wrong.at);
}

/* The text in the plan's own language becomes what was typed. */
static void put_words(const taker *t, oca_words *words, const char *text) {
    for (size_t i = 0; i < words->n; i++)
        if (oca_is_own_language(words->at[i].lang, t->plan->lang)) {
            words->at[i].text = text;
            if (!text) {
                memmove(&words->at[i], &words->at[i + 1], (words->n - i - 1) * sizeof *words->at);
                words->n--;
            }
            return;
        }
    if (text)
        *(oca_text *)OCA_ADD(t->mem, words) = (oca_text){.text = text};
}

/* The attribute, or the child with a text, that the column names; false if the element has neither. */
static bool put_value(const taker *t, void *element, const oca_shape *shape, const oca_edit *edit) {
    const oca_field *field = oca_field_find(shape, edit->column);
    const oca_child *child = field ? NULL : oca_child_find(shape, edit->column);
    if (field)
        put_attribute(t, element, field, edit);
    else if (child && child->multiplicity == OCA_PER_LANGUAGE)
        put_words(t, (oca_words *)(void *)((unsigned char *)element + child->at), edit->new_value);
    return field || (child && child->multiplicity == OCA_PER_LANGUAGE);
}

/* Costs: "cost", "currency", "funder", "cost-2" … */
static bool put_cost(const taker *t, oca_plan_action *action, const oca_edit *edit) {
    const char *dash = strchr(edit->column, '-');
    size_t n = dash ? (size_t)(dash - edit->column) : strlen(edit->column),
           number = dash ? strtoul(dash + 1, NULL, 10) : 1;
    const char *key = oca_copy(t->mem, edit->column, n);
    bool amount = oca_equal(key, "cost"), currency = oca_equal(key, "currency"), funder = oca_equal(key, "funder");
    if (!(amount || currency || funder) || number < 1 || number > OCA_PLAN_MOST_COSTS)
        return false;
    while (action->costs.n < number)
        (void)OCA_ADD(t->mem, &action->costs);
    oca_cost *cost = &action->costs.at[number - 1];
    oca_edit named = *edit;
    named.column = amount ? "amount" : key;
    return put_value(t, cost, &oca_cost_shape, &named);
}

/* Costs of which nothing is left are gone. */
static void drop_bare_costs(oca_plan_action *action) {
    size_t kept = 0;
    for (size_t i = 0; i < action->costs.n; i++)
        if (!oca_element_is_bare(&oca_cost_shape, &action->costs.at[i], NULL))
            action->costs.at[kept++] = action->costs.at[i];
    action->costs.n = kept;
}

static bool holds(const char *const *words, const char *word) {
    for (; *words; words++)
        if (oca_equal(*words, word))
            return true;
    return false;
}

static const char *first_planned(const taker *t, const oca_plan_action *action, const char *column) {
    const char *text = oca_field_text(t->mem, action, oca_field_find(&oca_plan_action_shape, column));
    return text ? text : "none";
}

/* What the row says in that column; NULL if nothing was typed there. */
static const oca_edit *of_row(const taker *t, const char *row, const char *column) {
    for (size_t i = 0; i < t->edits->n; i++) {
        const oca_edit *edit = &t->edits->at[i];
        if (oca_equal(edit->table, "actions") && oca_equal(edit->row, row) && oca_equal(edit->column, column))
            return edit;
    }
    return NULL;
}

/* The cell that a fault of the action names: a moved date and a status need a reason, so they come first. */
static const char *telling_cell(const taker *t, const oca_edit *edit) {
    static const char *const telling[] = {"revised-due", "revised-start", "status"};
    for (size_t i = 0; i < OCA_COUNT(telling); i++) {
        const oca_edit *found = of_row(t, edit->row, telling[i]);
        if (found)
            return found->place;
    }
    return edit->place;
}

/* One cell of an action that the plan has. */
static void edit_action(const taker *t, oca_plan_weakness *weakness, oca_plan_action *action, const oca_edit *edit) {
    static const char *const planned[] = {"title",    "indicator", "verification", "resources", "support",
                                          "training", NULL};
    const char *column = edit->column;
    action->element.cell = telling_cell(t, edit);
    if ((oca_equal(column, "start") || oca_equal(column, "due")) && action->state != OCA_DEFERRED)
        FAULT(edit,
              "action \"%s\": the %s date first planned, %s, stays as it is; a new date goes into the column for "
              "the new %s, with a reason",
              action->id, column, first_planned(t, action, column), column);
    else if (oca_equal(column, "item"))
        FAULT(edit, "action \"%s\" works on the statement \"%s\"; for another one use a new row", action->id,
              weakness->item);
    else if (holds(planned, column))
        STAYS(edit, "what a planned action is (its %s) stays as it was agreed; this is not carried", column);
    else if (oca_equal(column, "note"))
        *(oca_text *)OCA_ADD(t->mem, &action->notes) = (oca_text){.text = edit->new_value};
    else if (oca_equal(column, "evidence"))
        *(oca_evidence *)OCA_ADD(t->mem, &action->evidence) = (oca_evidence){.text = edit->new_value};
    else if (oca_equal(column, "cause") || oca_equal(column, "result"))
        put_value(t, weakness, &oca_plan_weakness_shape, edit);
    else if (!put_cost(t, action, edit))
        put_value(t, action, &oca_plan_action_shape, edit);
}

/* A weakness's cause stands on each row of its actions: what was typed twice must be the same. */
static void check_alike(const taker *t) {
    for (size_t i = 0; i < t->edits->n; i++) {
        const oca_edit *edit = &t->edits->at[i];
        oca_plan_weakness *of = NULL, *other_of = NULL;
        if (!oca_equal(edit->table, "actions") || !edit->column || is_new(edit) ||
            !(oca_equal(edit->column, "cause") || oca_equal(edit->column, "result")) || !action_of(t, edit->row, &of))
            continue;
        for (size_t k = 0; k < i; k++) {
            const oca_edit *other = &t->edits->at[k];
            if (oca_equal(other->table, "actions") && oca_equal(other->column, edit->column) && !is_new(other) &&
                action_of(t, other->row, &other_of) && of == other_of &&
                !oca_equal(other->new_value, edit->new_value)) {
                const char *place = oca_where_text(t->mem, (oca_where){.cell = other->place});
                FAULT(edit, "the %s of \"%s\" is told in two ways; the other %s", edit->column, of->item, place);
                break;
            }
        }
    }
}

/* New actions. */

static const char *value_of(const oca_edit *edit) {
    return edit && edit->new_value ? edit->new_value : "";
}

/* The text's letters and digits as an id has them, the rest as '_', at most `most`; "" if there are none. */
static const char *slug(oca_arena *mem, const char *text, size_t most) {
    oca_buffer id = {.mem = mem};
    for (const char *s = text; *s && id.n < most; s++) {
        char c = *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s;
        bool plain = (c >= 'a' && c <= 'z') || (id.n && c >= '0' && c <= '9');
        if (plain || (id.n && id.at[id.n - 1] != '_'))
            oca_buffer_add(&id, plain ? &c : "_", 1);
    }
    while (id.n && id.at[id.n - 1] == '_')
        id.at[--id.n] = '\0';
    return id.n ? id.at : "";
}

/* An id that says what the action is, and is the same whenever the row is read again: the title's letters, and a few
 * digits made from statement, title and dates (FNV-1a), so that two rows never share one by chance. */
static const char *made_id(const taker *t, const char *row) {
    enum { LETTERS = 40 };
    static const char *const identity[] = {"item", "title", "start", "due"};
    const char *words = slug(t->mem, value_of(of_row(t, row, "title")), LETTERS);
    unsigned long hash = 2166136261UL;
    for (size_t i = 0; i < OCA_COUNT(identity); i++)
        for (const char *s = value_of(of_row(t, row, identity[i]));; s++) {
            hash = ((hash ^ (unsigned char)*s) * 16777619UL) & 0xFFFFFFFFUL;
            if (!*s)
                break;
        }
    return oca_format_text(t->mem, "%s_%06lx", *words ? words : "added", hash & 0xFFFFFFUL);
}

/* The weakness that a new action works on; one for a statement that is not in the plan is made. */
static oca_plan_weakness *weakness_for(const taker *t, const oca_edit *item) {
    oca_plan_weakness *weakness = weakness_of(t, item->new_value);
    if (weakness)
        return weakness;
    weakness = OCA_ADD(t->mem, &t->plan->weaknesses);
    *weakness = (oca_plan_weakness){.element = {.cell = item->place}, .state = OCA_PLANNED};
    put_value(t, weakness, &oca_plan_weakness_shape, item);
    return weakness;
}

static void fill_new(const taker *t, oca_plan_weakness *weakness, oca_plan_action *action, const char *row) {
    for (size_t i = 0; i < t->edits->n; i++) {
        const oca_edit *edit = &t->edits->at[i];
        if (!oca_equal(edit->table, "actions") || !oca_equal(edit->row, row) || !edit->column ||
            oca_equal(edit->column, "item"))
            continue;
        if (oca_equal(edit->column, "note"))
            *(oca_text *)OCA_ADD(t->mem, &action->notes) = (oca_text){.text = edit->new_value};
        else if (oca_equal(edit->column, "evidence"))
            *(oca_evidence *)OCA_ADD(t->mem, &action->evidence) = (oca_evidence){.text = edit->new_value};
        else if (oca_equal(edit->column, "cause") || oca_equal(edit->column, "result"))
            put_value(t, weakness, &oca_plan_weakness_shape, edit);
        else if (!put_cost(t, action, edit))
            put_value(t, action, &oca_plan_action_shape, edit);
    }
}

/* `first` is the first edit of a row without id, or with one that the plan does not have. */
static void add_action(const taker *t, const oca_edit *first) {
    const oca_edit *item = of_row(t, first->row, "item"), *title = of_row(t, first->row, "title");
    const oca_edit *start = of_row(t, first->row, "start"), *due = of_row(t, first->row, "due");
    oca_plan_weakness *of = NULL;
    if (!*value_of(item))
        FAULT(first, "a new action: which statement does it work on? Write its id in the column \"statement id\"");
    if (!*value_of(title))
        FAULT(first, "a new action: what is to be done? Write it in the column \"Action\"");
    if (!*value_of(start) || !*value_of(due))
        FAULT(first, "a new action: when does it start, and when is it due? It needs both dates");
    if (!*value_of(item) || !*value_of(title) || !*value_of(start) || !*value_of(due))
        return;
    const char *id = is_new(first) ? made_id(t, first->row) : first->row;
    if (action_of(t, id, &of)) /* the same row was read before */
        return;
    oca_plan_weakness *weakness = weakness_for(t, item);
    oca_plan_action *action = OCA_ADD(t->mem, &weakness->actions);
    *action = (oca_plan_action){.element = {.cell = first->place}, .id = id, .state = OCA_ADDED};
    if (weakness->state == OCA_LATER)
        weakness->state = OCA_PLANNED;
    fill_new(t, weakness, action, first->row);
    if (!is_new(first)) {
        oca_edit named = {.column = "id", .new_value = first->row, .place = first->place};
        put_value(t, action, &oca_plan_action_shape, &named);
    }
    drop_bare_costs(action);
}

static void edit_actions(const taker *t) {
    const char *done = NULL; /* the new row that was taken last: the edits of a row are neighbours */
    for (size_t i = 0; i < t->edits->n; i++) {
        const oca_edit *edit = &t->edits->at[i];
        oca_plan_weakness *of = NULL;
        if (!oca_equal(edit->table, "actions") || (!edit->column && !edit->new_value)) /* a missing one is no edit */
            continue;
        oca_plan_action *action = is_new(edit) ? NULL : action_of(t, edit->row, &of);
        if (oca_equal(done, edit->row))
            continue;
        if (action && edit->column) {
            edit_action(t, of, action, edit);
            continue;
        }
        done = edit->row;
        add_action(t, edit);
    }
    for (size_t i = 0; i < t->plan->weaknesses.n; i++)
        for (size_t k = 0; k < t->plan->weaknesses.at[i].actions.n; k++) {
            oca_plan_action *action = &t->plan->weaknesses.at[i].actions.at[k];
            drop_bare_costs(action);
            if (action->state == OCA_DEFERRED && (action->start.given || action->due.given))
                action->state = OCA_ADDED;
        }
    check_alike(t);
}

/* The other tables. */

static void edit_later(const taker *t, const oca_edit *edit) {
    oca_plan_weakness *weakness = weakness_of(t, edit->row);
    if (!weakness || !edit->column)
        return;
    weakness->element.cell = edit->place;
    if (!oca_equal(edit->column, "take-in"))
        put_value(t, weakness, &oca_plan_weakness_shape, edit);
    else if (oca_equal(edit->new_value, "yes"))
        weakness->state = OCA_PLANNED;
}

static void edit_find_out(const taker *t, const oca_edit *edit) {
    for (size_t i = 0; edit->column && i < t->plan->find_out.n; i++)
        if (oca_equal(t->plan->find_out.at[i].item, edit->row))
            put_value(t, &t->plan->find_out.at[i], &oca_find_out_shape, edit);
}

/* "First aid" of a training that the library does not have becomes first_aid, and a note keeps the words. */
static void put_training(const taker *t, oca_trained *trained, const oca_edit *edit) {
    const char *text = edit->new_value ? edit->new_value : "";
    if (oca_is_id(text, strlen(text), false, 60)) {
        put_value(t, trained, &oca_trained_shape, edit);
        return;
    }
    const char *id = slug(t->mem, text, 60);
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a row that is there, or was made */
    trained->training = *id ? id : "training";
    *(oca_text *)OCA_ADD(t->mem, &trained->notes) = (oca_text){.text = text};
}

/* Visits, trainings and signatures: new rows are new; those of earlier reviews stay as they were. */
static void edit_rows(const taker *t, const char *table, const char *list, const char *what) {
    const oca_child *child = oca_child_find(oca_plan_format.shape, list);
    const char *row = NULL;
    void *element = NULL;
    for (size_t i = 0; i < t->edits->n; i++) {
        const oca_edit *edit = &t->edits->at[i];
        if (!oca_equal(edit->table, table) || !edit->column)
            continue;
        if (!is_new(edit)) {
            STAYS(edit, "%s of an earlier review stays as it was; this is not carried: write it into a new row",
                  oca_message(what));
            continue;
        }
        if (!oca_equal(row, edit->row)) {
            element = oca_child_add(t->mem, child, t->plan);
            ((oca_element *)element)->cell = edit->place;
            row = edit->row;
        }
        if (oca_equal(edit->column, "training"))
            put_training(t, element, edit);
        else if (oca_equal(edit->column, "note"))
            *(oca_text *)OCA_ADD(t->mem, &((oca_trained *)element)->notes) = (oca_text){.text = edit->new_value};
        else
            put_value(t, element, child->shape, edit);
    }
}

static void check_trainings(const taker *t) {
    for (size_t i = 0; i < t->plan->trained.n; i++) {
        const oca_trained *trained = &t->plan->trained.at[i];
        if (!trained->training)
            oca_report_at(t->faults, OCA_FAULT, t->file, oca_element_where(&trained->element),
                          "which training was it? Write it in the column \"Training\"");
    }
}

/* Who signs is told by the row's id, a role. */
static void edit_signed(const taker *t, const oca_edit *edit) {
    oca_signed *found = NULL;
    for (size_t i = 0; i < t->plan->signatures.n; i++)
        if (oca_equal(t->plan->signatures.at[i].role, edit->row))
            found = &t->plan->signatures.at[i];
    if (!edit->column) /* the row itself: a role of which nothing else is said has not signed */
        return;
    if (!found) {
        found = OCA_ADD(t->mem, &t->plan->signatures);
        *found = (oca_signed){.element = {.cell = edit->place}, .role = edit->row};
    }
    put_value(t, found, &oca_signed_shape, edit);
}

const oca_plan *oca_plan_edited(oca_arena *mem, const oca_plan *record, const oca_edits *edits, oca_faults *faults) {
    taker taking = {.mem = mem, .edits = edits, .faults = faults, .file = record->file}, *t = &taking;
    t->plan = oca_element_copy(mem, oca_plan_format.shape, record);
    edit_actions(t);
    for (size_t i = 0; i < edits->n; i++) {
        const oca_edit *edit = &edits->at[i];
        if (oca_equal(edit->table, "later"))
            edit_later(t, edit);
        else if (oca_equal(edit->table, "find-out"))
            edit_find_out(t, edit);
        else if (oca_equal(edit->table, "signed"))
            edit_signed(t, edit);
    }
    edit_rows(t, "visits", "visit", N_("a visit"));
    edit_rows(t, "trainings", "trained", N_("a training"));
    check_trainings(t);
    return t->plan;
}
