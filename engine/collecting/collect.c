#include "collect.h"

#include "../base/words.h"
#include "../document/people.h"
#include "parts.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    oca_arena *mem;
    const oca_answers *answers;
    const oca_frame *frame;
    oca_faults *faults;
    oca_submissions all;
    oca_collected told;
    oca_assessment *out;
} collector;

bool oca_collect_same_answer(const oca_given_answer *a, const oca_given_answer *b) {
    return a->value.given == b->value.given && (!a->value.given || oca_compare(a->value.value, b->value.value) == 0) &&
           a->answer == b->answer && oca_equal(a->note, b->note);
}

const char *oca_collect_answer_shown(oca_arena *mem, const oca_given_answer *given) {
    return given->value.given               ? oca_number_text(mem, given->value.value)
           : given->answer == OCA_ANSWER_NA ? "na"
           : given->answer == OCA_ANSWER_DK ? "dk"
                                            : "nothing";
}

static const char *answer_shown(oca_arena *mem, const oca_given_answer *given) {
    return oca_format_text(mem, "%s%s", oca_collect_answer_shown(mem, given),
                           given->note ? oca_message(" with a justification") : "");
}

static bool is_known(const oca_people *known, const char *id) {
    return id && oca_people_find(known, id) != OCA_NOBODY;
}

/* A submission may have been collected before from elsewhere: under the number that the server gave it, or under its
 * uuid from the phone. Whichever the assessment knows is the participant; else the phone's, which an export of the
 * server will show again. */
static void choose_ids(collector *c, const oca_people *known) {
    enum { NUMBER, PHONE, KNOWN };
    int *best = oca_alloc(c->mem, c->all.n * sizeof *best); /* by first row: what its id is, NUMBER at first */
    for (size_t i = 0; i < c->all.n; i++) {
        oca_submission *s = &c->all.at[i], *first = &c->all.at[s->same_as];
        const char *id = is_known(known, s->uuid_id) && !is_known(known, s->id) ? s->uuid_id : s->id;
        int rank = is_known(known, id) ? KNOWN : s->export->instance ? PHONE : NUMBER;
        if (s == first || rank > best[s->same_as]) {
            first->id = id;
            best[s->same_as] = rank;
        }
    }
}

static int by_submission_id(const void *left, const void *right) {
    const oca_submission *const *a = left, *const *b = right;
    int order = strcmp((*a)->id, (*b)->id);
    return order ? order : (*a > *b) - (*a < *b);
}

/* Two submissions that would be one participant: from two servers, or uuids that begin alike. */
static void refuse_same_ids(collector *c) {
    const oca_submission **sorted = oca_alloc(c->mem, c->all.n * sizeof *sorted);
    size_t n = 0;
    for (size_t i = 0; i < c->all.n; i++)
        if (c->all.at[i].same_as == i)
            sorted[n++] = &c->all.at[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, by_submission_id);
    for (size_t i = 1; i < n; i++)
        if (oca_equal(sorted[i]->id, sorted[i - 1]->id))
            oca_report_at(c->faults, OCA_FAULT, sorted[i]->export->file, sorted[i]->row->where,
                          "this submission would be participant \"%s\", as another one of %s %s", sorted[i]->id,
                          sorted[i - 1]->export->file, oca_where_text(c->mem, sorted[i - 1]->row->where));
}

/* Joining. */

/* By item of the frame: where the assessment's answer stands in the copy; OCA_NOWHERE without one. */
static long *places_of_answers(collector *c) {
    long *places = oca_alloc(c->mem, c->frame->n_items * sizeof *places);
    for (size_t i = 0; i < c->frame->n_items; i++)
        places[i] = OCA_NOWHERE;
    for (size_t k = 0; k < c->out->answers.n; k++) {
        long item = oca_frame_find_item(c->frame, c->out->answers.at[k].item);
        if (item != OCA_NOWHERE)
            places[item] = (long)k;
    }
    return places;
}

static oca_given_answer recorded(oca_arena *mem, const oca_score *score) {
    oca_buffer notes = {.mem = mem};
    for (size_t i = 0; i < score->notes.n; i++)
        oca_buffer_print(&notes, "%s%s", i ? "\n" : "", score->notes.at[i].text);
    return (oca_given_answer){score->value, score->answer, notes.n ? notes.at : NULL};
}

static void add_score(collector *c, oca_answer *answer, const char *id, const oca_given_answer *given) {
    oca_score *score = OCA_ADD(c->mem, &answer->scores);
    *score = (oca_score){.by = id, .value = given->value, .answer = given->answer};
    if (given->note)
        *(oca_text *)OCA_ADD(c->mem, &score->notes) = (oca_text){.text = given->note};
    c->told.answers++;
}

static const oca_score *score_by(const oca_answer *answer, const char *id) {
    for (size_t i = 0; i < answer->scores.n; i++)
        if (oca_equal(answer->scores.at[i].by, id))
            return &answer->scores.at[i];
    return NULL;
}

static void join_answer(collector *c, oca_answer *answer, const oca_submission *s, bool known, size_t item) {
    const oca_given_answer *given = &s->given[item];
    const oca_score *score = known ? score_by(answer, s->id) : NULL;
    if (!score) {
        add_score(c, answer, s->id, given);
        return;
    }
    oca_given_answer before = recorded(c->mem, score);
    if (!oca_collect_same_answer(&before, given))
        oca_report_at(c->faults, OCA_FAULT, s->export->file, s->row->where,
                      "item \"%s\": participant \"%s\" answered %s here, and is recorded %s with %s%s", answer->item,
                      s->id, answer_shown(c->mem, given), oca_where_text(c->mem, oca_element_where(&score->element)),
                      answer_shown(c->mem, &before),
                      before.note && given->note && !oca_equal(before.note, given->note) ? oca_message(", another one")
                                                                                         : "");
}

/* All submissions' answers to one item. */
static void join_item(collector *c, size_t item, long *place, const bool *known) {
    for (size_t i = 0; i < c->all.n; i++) {
        const oca_submission *s = &c->all.at[i];
        if (s->same_as != i || (!s->given[item].value.given && !s->given[item].answer))
            continue;
        if (*place == OCA_NOWHERE) {
            *place = (long)c->out->answers.n;
            ((oca_answer *)OCA_ADD(c->mem, &c->out->answers))->item = c->frame->items[item].item->id;
        }
        oca_answer *answer = &c->out->answers.at[*place];
        if (answer->tallies.n) {
            oca_report_at(c->faults, OCA_FAULT, c->out->file, oca_element_where(&answer->element),
                          "item \"%s\" has tallies already; single answers from %s cannot stand beside them: were they "
                          "counted there? Take out the tallies, or the column",
                          answer->item, s->export->file);
            return;
        }
        join_answer(c, answer, s, known[i], item);
    }
}

static void join(collector *c, const oca_people *known) {
    bool *is_recorded = oca_alloc(c->mem, c->all.n * sizeof *is_recorded);
    OCA_OWN(c->mem, &c->out->participants);
    OCA_OWN(c->mem, &c->out->answers);
    for (size_t i = 0; i < c->out->answers.n; i++)
        OCA_OWN(c->mem, &c->out->answers.at[i].scores);
    for (size_t i = 0; i < c->all.n; i++) {
        if (c->all.at[i].same_as != i)
            continue;
        is_recorded[i] = is_known(known, c->all.at[i].id);
        if (!is_recorded[i])
            ((oca_participant *)OCA_ADD(c->mem, &c->out->participants))->id = c->all.at[i].id;
        c->told.known += is_recorded[i];
        c->told.added += !is_recorded[i];
    }
    long *places = places_of_answers(c);
    for (size_t item = 0; item < c->frame->n_items; item++)
        join_item(c, item, &places[item], is_recorded);
}

/* More people answered than were in the room. */
static void compare_with_present(const collector *c) {
    const oca_assessment *assessment = c->out;
    double most = 0;
    for (size_t i = 0; i < assessment->sessions.n; i++)
        if (oca_or(assessment->sessions.at[i].present, 0) > most)
            most = assessment->sessions.at[i].present.value;
    if (most > 0 && (double)assessment->participants.n > most)
        oca_report_at(c->faults, OCA_WARNING, assessment->file, oca_element_where(&assessment->element),
                      "there are now %zu participants, but at most %s were present in a session: did somebody answer "
                      "twice?",
                      assessment->participants.n, oca_number_text(c->mem, most));
}

oca_status oca_collect(oca_assessment *out, oca_collected *told, oca_arena *mem, const oca_answers *answers,
                       const oca_questionnaire *questionnaire, const oca_exports *exports, oca_faults *faults) {
    size_t before = faults->faulty;
    oca_assessment copy = *answers->assessment;
    collector collecting = {.mem = mem, .answers = answers, .frame = answers->frame, .faults = faults, .out = &copy},
              *c = &collecting;
    for (size_t i = 0; i < exports->n; i++)
        oca_collect_rows(&c->all, &c->told, mem, answers, questionnaire, &exports->at[i], faults);
    oca_collect_duplicates(&c->all, &c->told, mem, c->frame->n_items, faults);
    oca_people known = oca_people_of(mem, answers->assessment);
    choose_ids(c, &known);
    refuse_same_ids(c);
    if (faults->faulty == before)
        join(c, &known);
    if (faults->faulty > before)
        return OCA_FAULTY;
    compare_with_present(c);
    *out = copy;
    *told = c->told;
    return OCA_OK;
}
