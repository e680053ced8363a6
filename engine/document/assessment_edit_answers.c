/* Edits of answers, table by table: scores, tallies, criteria, evidence and notes. */
#include "../base/words.h"
#include "assessment_editor.h"

#include "answers.h"
#include "fields.h"

#include <string.h>

/* A participant is declared by her first score. */
static void declare(oca_editor *e, const oca_edit *edit, const char *code) {
    oca_edit_keyed(e, edit, oca_assessment_child("participant"), e->copy, "id", code, true);
}

static bool is_score_of(const oca_score *score, const char *by) {
    return oca_equal(score->by, by);
}

static oca_score *score_of(oca_editor *e, const oca_edit *edit, oca_answer *answer, const char *by) {
    for (size_t i = 0; i < answer->scores.n; i++)
        if (is_score_of(&answer->scores.at[i], by))
            return &answer->scores.at[i];
    if (!edit->new_value)
        return NULL;
    oca_score *score = OCA_ADD(e->mem, &answer->scores);
    score->by = by;
    declare(e, edit, by);
    return score;
}

void oca_edit_score(oca_editor *e, const oca_edit *edit) {
    oca_answer *answer = oca_edit_answer_to(e, edit, edit->row, edit->new_value != NULL);
    oca_score *score = answer ? score_of(e, edit, answer, edit->column) : NULL;
    if (!score)
        return;
    const oca_child *scores = oca_child_find(oca_assessment_child("answer")->shape, "score");
    oca_edit_set_answer(e, edit, scores->shape, score, edit->new_value);
    score->element.cell = edit->place;
}

/* Moves the last tally before those that the program made too and that come after it; returns where it is then. */
static oca_tally *put_in_order(oca_answer *answer) {
    oca_tally *last = &answer->tallies.at[answer->tallies.n - 1];
    for (; last > answer->tallies.at && !last[-1].element.place && oca_tally_before(last, last - 1); last--) {
        oca_tally moved = last[-1];
        last[-1] = *last;
        *last = moved;
    }
    return last;
}

void oca_edit_tally(oca_editor *e, const oca_edit *edit) {
    const oca_child *tallies = oca_child_find(oca_assessment_child("answer")->shape, "tally");
    oca_answer *answer = oca_edit_answer_to(e, edit, edit->row, edit->new_value != NULL);
    oca_tally *tally = NULL;
    for (size_t i = 0; answer && i < answer->tallies.n; i++)
        if (oca_equal(oca_answer_text(e->mem, answer->tallies.at[i].value, answer->tallies.at[i].answer), edit->column))
            tally = &answer->tallies.at[i];
    if (!edit->new_value) {
        if (tally)
            *tally = (oca_tally){0}; /* bare: swept away */
        return;
    }
    if (!answer)
        return;
    if (!tally) {
        tally = OCA_ADD(e->mem, &answer->tallies);
        oca_edit_set_answer(e, edit, tallies->shape, tally, edit->column);
        tally = put_in_order(answer);
    }
    tally->element.cell = edit->place;
    oca_edit_set_field(e, edit, tallies->shape, tally, "n", edit->new_value);
}

void oca_edit_criterion(oca_editor *e, const oca_edit *edit) {
    const char *item = oca_edit_item_of(e, edit->row),
               *criterion = edit->row + strlen(item) + (edit->row[strlen(item)] == '/');
    oca_answer *answer = oca_edit_answer_to(e, edit, item, edit->new_value != NULL);
    const oca_shape *shape = oca_assessment_child("answer")->shape;
    const oca_child *child = oca_child_find(shape, oca_equal(edit->column, "verified") ? "verified" : "agreed");
    bool ticked = oca_equal(edit->new_value, "yes");
    if (edit->new_value && !ticked) {
        oca_edit_fault(
            e, edit,
            oca_format_text(e->mem,
                            oca_message("\"%s\" is no tick; leave the cell empty where the criterion is not met"),
                            oca_excerpt_of(edit->new_value, strlen(edit->new_value)).at));
        return;
    }
    oca_judgement *judgement = answer && ticked ? oca_child_add(e->mem, child, answer)
                               : answer         ? oca_child_at(child, answer, 0)
                                                : NULL;
    if (!judgement)
        return;
    const oca_child *met = oca_child_find(child->shape, "met");
    judgement->element.cell = edit->place;
    if (ticked)
        oca_edit_keyed(e, edit, met, judgement, "criterion", criterion, true);
    for (size_t i = judgement->met.n; !ticked && i-- > 0;)
        if (oca_equal(judgement->met.at[i].criterion, criterion))
            oca_child_remove(met, judgement, i);
}

static bool is_same_row(const oca_edit *a, const oca_edit *b) {
    return oca_equal(a->table, b->table) && oca_equal(a->row, b->row);
}

/* The new value of another column of the edit's row; NULL if it was not edited. The edits of a row are neighbours. */
static const char *beside(const oca_editor *e, const oca_edit *edit, const char *column) {
    const oca_edit *first = edit, *end = e->edits->at + e->edits->n;
    while (first > e->edits->at && is_same_row(first - 1, edit))
        first--;
    for (; first < end && is_same_row(first, edit); first++)
        if (oca_equal(first->column, column))
            return first->new_value;
    return NULL;
}

static bool is_new(const oca_edit *edit) {
    return *edit->row == '+' || !strchr(edit->row, '/');
}

/* The item that a row of evidence or notes is about, with a fault if it is missing or was changed. */
static const char *item_of_row(oca_editor *e, const oca_edit *edit, const char *what) {
    const char *typed = beside(e, edit, "item");
    if (!is_new(edit)) {
        if (oca_equal(edit->column, "item") || oca_equal(edit->column, "by"))
            oca_edit_fault(
                e, edit,
                oca_format_text(e->mem,
                                oca_message("what %s is about cannot be changed; take the row out and write a "
                                            "new one"),
                                oca_message(what)));
        return oca_edit_item_of(e, edit->row);
    }
    if (!typed)
        oca_edit_fault(e, edit,
                       oca_format_text(e->mem, oca_message("%s needs the id of its statement"), oca_message(what)));
    return typed;
}

void oca_edit_evidence(oca_editor *e, const oca_edit *edit) {
    bool new_one = is_new(edit);
    const oca_binding *binding = oca_edit_binding_of(oca_evidence_bindings, edit->column);
    if (!binding && !(oca_equal(edit->column, "item") && !new_one))
        return;
    const char *item = item_of_row(e, edit, N_("evidence"));
    oca_answer *answer = item ? oca_edit_answer_to(e, edit, item, new_one) : NULL;
    if (!answer || !binding)
        return;
    const oca_child *child = oca_child_find(oca_assessment_child("answer")->shape, "evidence");
    size_t number = new_one ? oca_edit_number_of(e, edit, child, answer) : oca_edit_row_number(edit->row) - 1;
    oca_evidence *evidence = oca_child_at(child, answer, number);
    if (evidence)
        oca_edit_set_bound(e, edit, binding, child->shape, evidence);
}

void oca_edit_note(oca_editor *e, const oca_edit *edit) {
    bool new_one = is_new(edit);
    if (oca_equal(edit->column, "by") && new_one && beside(e, edit, "text"))
        return; /* read with its text */
    if (oca_equal(edit->column, "item") && new_one)
        return;
    const char *item = item_of_row(e, edit, N_("a note")), *by = beside(e, edit, "by");
    if (!item || !oca_equal(edit->column, "text"))
        return;
    if (!new_one) {
        const char *after = edit->row + strlen(oca_edit_item_of(e, edit->row)) + 1;
        by = oca_edit_item_of(e, after);
    }
    if (!by) {
        oca_edit_fault(e, edit, oca_message("a note needs the code of who said it"));
        return;
    }
    oca_answer *answer = oca_edit_answer_to(e, edit, item, new_one);
    oca_score *score = answer ? score_of(e, edit, answer, by) : NULL;
    size_t number = oca_edit_row_number(edit->row);
    if (!score)
        return;
    oca_text *note = new_one                              ? OCA_ADD(e->mem, &score->notes)
                     : number && number <= score->notes.n ? &score->notes.at[number - 1]
                                                          : NULL;
    if (note)
        note->text = edit->new_value;
}
