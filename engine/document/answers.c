#include "answers.h"

#include "../base/words.h"

#include <stdlib.h>
#include <string.h>

/* A participant, and where she last scored: so that a second score for one item shows without comparing all. */
typedef struct {
    const char *id;
    oca_where where;
    size_t number; /* among the participants */
    const oca_answer *scored;
    const oca_score *score; /* her first one there */
} person;

typedef struct {
    oca_arena *mem;
    const oca_assessment *assessment;
    const oca_frame *frame;
    oca_faults *faults;
    person *people; /* sorted by id */
    size_t n_people;
    person *next_person; /* after the one met last, and … */
    size_t next_item;    /* … the same of items: both mostly stand in order */
    oca_answers *out;
} checker;

/* Different answers to one item are few; a file with more tallies than this is faulty anyway. */
enum { MOST_ANSWERS = 100 };

#define FAULT(where, ...) oca_report_at(c->faults, OCA_FAULT, c->assessment->file, (where), __VA_ARGS__)
#define WARN(where, ...) oca_report_at(c->faults, OCA_WARNING, c->assessment->file, (where), __VA_ARGS__)
#define FIRST(where) oca_where_text(c->mem, (where))

/* Where an element stands, in a line or in a cell. */
#define AT(element_holder) oca_element_where(&(element_holder)->element)

bool oca_judgement_meets(const oca_judgement *judgement, const char *criterion) {
    for (size_t i = 0; judgement && i < judgement->met.n; i++)
        if (oca_equal(judgement->met.at[i].criterion, criterion))
            return true;
    return false;
}

double oca_level_by_criteria(const oca_frame_item *item, const oca_judgement *judgement) {
    double reached = item->rungs[0].value;
    for (size_t i = 1; i < item->n_rungs; i++) {
        const oca_strings *criteria = &item->rungs[i].criteria;
        for (size_t k = 0; k < criteria->n; k++)
            if (!oca_judgement_meets(judgement, criteria->at[k]))
                return reached;
        reached = item->rungs[i].value;
    }
    return reached;
}

oca_number oca_judged(const oca_frame_item *item, const oca_judgement *judgement) {
    if (!judgement)
        return (oca_number){0};
    return judgement->met.n ? oca_given(oca_level_by_criteria(item, judgement)) : judgement->value;
}

static void off_scale(checker *c, const oca_frame_item *item, double value, const char *what, oca_where where) {
    FAULT(where, "item \"%s\": %s is %s, which its scale does not have; allowed are %s", item->item->id,
          oca_message(what), oca_number_text(c->mem, value), oca_scale_allowed(c->mem, item->scale));
}

static inline void on_scale(checker *c, const oca_frame_item *item, oca_number value, const char *what,
                            oca_where where) {
    if (value.given && !oca_item_permits(item, value.value))
        off_scale(c, item, value.value, what, where);
}

static void two_answers(checker *c, const char *item, oca_answer_word answer, oca_where where) {
    FAULT(where, "item \"%s\": a value and answer=\"%s\" contradict each other; keep one", item,
          answer == OCA_ANSWER_NA ? "na" : "dk");
}

/* Everywhere that both may stand: a value, or na or dk, not both. */
static inline void one_answer(checker *c, const char *item, oca_number value, oca_answer_word answer, oca_where where) {
    if (value.given && answer)
        two_answers(c, item, answer, where);
}

static bool has_criterion(const oca_frame_item *item, const char *id) {
    for (size_t i = 0; i < item->n_rungs; i++)
        if (oca_holds(&item->rungs[i].criteria, id))
            return true;
    return false;
}

static void check_judgement(checker *c, const oca_frame_item *item, const oca_judgement *judgement, const char *what) {
    if (!judgement)
        return;
    oca_where where = AT(judgement);
    const char *id = item->item->id;
    on_scale(c, item, judgement->value, what, where);
    one_answer(c, id, judgement->value, judgement->answer, where);
    for (size_t i = 0; i < judgement->met.n; i++) {
        const oca_met *met = &judgement->met.at[i];
        if (!has_criterion(item, met->criterion))
            FAULT(AT(met), "item \"%s\" has no criterion \"%s\"", id, met->criterion);
        for (size_t k = 0; k < i && k < MOST_ANSWERS; k++)
            if (oca_equal(judgement->met.at[k].criterion, met->criterion))
                FAULT(AT(met), "item \"%s\": criterion \"%s\" is ticked twice", id, met->criterion);
    }
    if (judgement->met.n && judgement->answer)
        FAULT(where, "item \"%s\": criteria are met, and yet the answer is \"%s\"; keep one", id,
              judgement->answer == OCA_ANSWER_NA ? "na" : "dk");
    if (judgement->met.n && judgement->value.given &&
        oca_compare(judgement->value.value, oca_level_by_criteria(item, judgement)) != 0)
        FAULT(where, "item \"%s\": %s is %s, but the criteria that are met reach level %s", id, what,
              oca_number_text(c->mem, judgement->value.value),
              oca_number_text(c->mem, oca_level_by_criteria(item, judgement)));
}

static int by_id_and_place(const void *left, const void *right) {
    const person *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    return order ? order : a->number < b->number ? -1 : a->number > b->number;
}

static int by_id(const void *id, const void *right) {
    return strcmp(id, ((const person *)right)->id);
}

/* Different groups that participants are in. */
static size_t count_groups(oca_arena *mem, const oca_assessment *assessment) {
    oca_strings all = {0};
    for (size_t i = 0; i < assessment->participants.n; i++)
        for (size_t k = 0; k < assessment->participants.at[i].groups.n; k++)
            *(const char **)OCA_ADD(mem, &all) = assessment->participants.at[i].groups.at[k];
    oca_sort_strings(&all);
    size_t different = all.n > 0;
    for (size_t i = 1; i < all.n; i++)
        different += !oca_equal(all.at[i], all.at[i - 1]);
    return different;
}

static bool too_many(checker *c, size_t n, size_t most, const char *what, oca_where where) {
    if (n > most)
        FAULT(where, "there are %zu %s here; at most %zu can be handled", n, oca_message(what), most);
    return n > most;
}

/* So that no file takes more than seconds: a room knows some dozens. */
static bool is_bounded(checker *c) {
    enum { MOST_PEOPLE = 20000, MOST_GROUPS = 1000, MOST_ELEMENTS = 5000 };
    const oca_assessment *assessment = c->assessment;
    if (too_many(c, assessment->participants.n, MOST_PEOPLE, "<participant>", AT(assessment)))
        return false;
    bool large = too_many(c, count_groups(c->mem, assessment), MOST_GROUPS, N_("groups"), AT(assessment));
    large |= too_many(c, assessment->measures.n, MOST_ELEMENTS, "<measure>", AT(assessment));
    for (size_t i = 0; i < assessment->answers.n; i++) {
        const oca_answer *answer = &assessment->answers.at[i];
        large |= too_many(c, answer->evidence.n, MOST_ELEMENTS, "<evidence>", AT(answer));
    }
    return !large;
}

static void sort_participants(checker *c) {
    c->n_people = c->assessment->participants.n;
    c->people = c->next_person = oca_alloc(c->mem, c->n_people * sizeof *c->people);
    bool sorted = true; /* mostly they are */
    for (size_t i = 0; i < c->n_people; i++) {
        const oca_participant *own = &c->assessment->participants.at[i];
        c->people[i] = (person){.id = own->id, .where = AT(own), .number = i};
        sorted = sorted && (i == 0 || by_id_and_place(&c->people[i - 1], &c->people[i]) < 0);
    }
    if (!sorted)
        qsort(c->people, c->n_people, sizeof *c->people, by_id_and_place);
    for (size_t i = 1; i < c->n_people; i++)
        if (strcmp(c->people[i].id, c->people[i - 1].id) == 0)
            FAULT(c->people[i].where, "participant \"%s\" is declared twice; first %s", c->people[i].id,
                  FIRST(c->people[i - 1].where));
}

static person *search_person(const checker *c, const char *id) {
    return c->n_people ? bsearch(id, c->people, c->n_people, sizeof *c->people, by_id) : NULL;
}

/* Codes that were met before are one text for the reader, so that addresses mostly tell. */
static inline person *find_person(checker *c, const char *id) {
    person *next = c->next_person < c->people + c->n_people ? c->next_person : c->people;
    if (!c->n_people || next->id != id)
        next = search_person(c, id);
    if (next)
        c->next_person = next + 1;
    return next;
}

static void not_declared(checker *c, const char *item, const oca_score *score) {
    if (*score->by) /* a missing one was told by the reader */
        FAULT(AT(score), "item \"%s\": participant \"%s\" is not declared in this assessment", item, score->by);
}

static void scored_twice(checker *c, const char *item, const oca_score *score, const oca_score *first) {
    FAULT(AT(score), "item \"%s\": participant \"%s\" scored it twice; first %s", item, score->by, FIRST(AT(first)));
}

static inline void check_scorer(checker *c, const char *item, const oca_answer *answer, const oca_score *score) {
    person *by = find_person(c, score->by);
    if (!by) {
        not_declared(c, item, score);
    } else if (by->scored == answer) {
        scored_twice(c, item, score, by->score);
    } else {
        by->scored = answer;
        by->score = score;
    }
}

static bool all_on_scale(const oca_frame_item *item, const oca_counts *counts) {
    for (size_t i = 0; i < counts->values.n; i++)
        if (!oca_item_permits(item, counts->values.at[i].value))
            return false;
    return true;
}

static void check_scores(checker *c, const oca_frame_item *item, const oca_answer *answer, const oca_counts *counts) {
    const char *id = item->item->id;
    bool on = all_on_scale(item, counts); /* then no score need be held against the scale by itself */
    for (size_t i = 0; i < answer->scores.n; i++) {
        const oca_score *score = &answer->scores.at[i];
        check_scorer(c, id, answer, score);
        if (!on)
            on_scale(c, item, score->value, N_("a participant's score"), AT(score));
        one_answer(c, id, score->value, score->answer, AT(score));
    }
    for (size_t i = 0; i < answer->tallies.n; i++) {
        const oca_tally *tally = &answer->tallies.at[i];
        oca_where where = AT(tally);
        on_scale(c, item, tally->value, N_("a tally's value"), where);
        one_answer(c, id, tally->value, tally->answer, where);
        if (!tally->value.given && !tally->answer)
            FAULT(where, "item \"%s\": a tally says neither a value nor an answer", id);
        for (size_t k = 0; k < i && k < MOST_ANSWERS; k++) {
            const oca_tally *other = &answer->tallies.at[k];
            if (other->answer == tally->answer && other->value.given == tally->value.given &&
                (!tally->value.given || oca_compare(other->value.value, tally->value.value) == 0)) {
                FAULT(where, "item \"%s\": the same answer is tallied twice; first %s", id, FIRST(AT(other)));
                break;
            }
        }
    }
    if (answer->scores.n && answer->tallies.n)
        FAULT(AT(answer), "item \"%s\" has single scores and tallies; keep one kind", id);
}

/* The frame's number of an item that the assessment names, or OCA_NOWHERE with a fault. */
static long find_item(checker *c, const char *id, oca_where where, const char *what) {
    bool next = c->next_item < c->frame->n_items && oca_equal(c->frame->items[c->next_item].item->id, id);
    long found = next ? (long)c->next_item : oca_frame_find_item(c->frame, id);
    c->next_item = found == OCA_NOWHERE ? 0 : (size_t)found + 1;
    if (found != OCA_NOWHERE || !*id) /* a missing one was told by the reader */
        return found;
    if (c->frame->whole && oca_frame_find_item(c->frame->whole, id) != OCA_NOWHERE)
        FAULT(where, "%s for item \"%s\", which the tailoring \"%s\" does not use", oca_message(what), id,
              c->frame->tailoring->id);
    else
        FAULT(where, "%s for item \"%s\", which rubric \"%s\" %s does not have", oca_message(what), id,
              c->frame->rubric->id, c->frame->rubric->version);
    return found;
}

static void check_answers(checker *c) {
    for (size_t i = 0; i < c->assessment->answers.n; i++) {
        const oca_answer *answer = &c->assessment->answers.at[i];
        oca_where where = AT(answer);
        long number = find_item(c, answer->item, where, N_("an answer"));
        if (number == OCA_NOWHERE)
            continue;
        if (c->out->answers[number])
            FAULT(where, "item \"%s\" is answered twice; first %s", answer->item, FIRST(AT(c->out->answers[number])));
        else
            c->out->answers[number] = answer;
        const oca_frame_item *item = &c->frame->items[number];
        c->out->counts[number] = oca_counts_of(c->mem, answer);
        check_scores(c, item, answer, &c->out->counts[number]);
        check_judgement(c, item, answer->agreed, N_("the agreed score"));
        check_judgement(c, item, answer->verified, N_("the checked score"));
        check_judgement(c, item, answer->then, N_("the score for then"));
        bool said = answer->scores.n || answer->tallies.n || answer->agreed || answer->verified;
        if (!c->out->item_applies[number] && said)
            WARN(where, "item \"%s\" is answered, but does not apply to this organization's profile: not scored",
                 answer->item);
    }
}

static void check_targets(checker *c) {
    for (size_t i = 0; i < c->assessment->targets.n; i++) {
        const oca_target *target = &c->assessment->targets.at[i];
        long number = find_item(c, target->item, AT(target), N_("a target"));
        if (number == OCA_NOWHERE)
            continue;
        if (c->out->targets[number])
            FAULT(AT(target), "item \"%s\" has two targets; first %s", target->item,
                  FIRST(AT(c->out->targets[number])));
        c->out->targets[number] = target;
        on_scale(c, &c->frame->items[number], target->value, N_("the target"), AT(target));
    }
    for (size_t i = 0; i < c->assessment->priorities.n; i++) {
        const oca_priority *priority = &c->assessment->priorities.at[i];
        long number = find_item(c, priority->item, AT(priority), N_("a priority"));
        if (number == OCA_NOWHERE)
            continue;
        if (c->out->priorities[number])
            FAULT(AT(priority), "item \"%s\" has two priorities; first %s", priority->item,
                  FIRST(AT(c->out->priorities[number])));
        c->out->priorities[number] = priority;
    }
}

static void check_measures(checker *c) {
    const oca_rubric *rubric = c->frame->rubric;
    const oca_measured **first = oca_alloc(c->mem, rubric->measures.n * sizeof *first); /* by measure */
    for (size_t i = 0; i < c->assessment->measures.n; i++) {
        const oca_measured *measure = &c->assessment->measures.at[i];
        size_t k = 0;
        while (k < rubric->measures.n && !oca_equal(rubric->measures.at[k].id, measure->id))
            k++;
        if (k == rubric->measures.n)
            FAULT(AT(measure), "measure \"%s\" is not declared in rubric \"%s\" %s", measure->id, rubric->id,
                  rubric->version);
        else if (first[k])
            FAULT(AT(measure), "measure \"%s\" stands twice; first %s", measure->id, FIRST(AT(first[k])));
        else
            first[k] = measure;
    }
}

bool oca_applies(const oca_strings *profile, const oca_strings *applies_to, const oca_strings *except) {
    return (applies_to->n == 0 || oca_share_word(profile, applies_to)) && !oca_share_word(profile, except);
}

void oca_answers_find_applicable(oca_arena *mem, oca_answers *answers) {
    static const oca_strings no_profile;
    const oca_organization *organization = answers->assessment->organization;
    const oca_strings *profile = organization ? &organization->profile : &no_profile;
    const oca_frame *frame = answers->frame;
    bool *nodes = oca_alloc(mem, frame->n_nodes * sizeof *nodes);
    bool *items = oca_alloc(mem, frame->n_items * sizeof *items);
    nodes[0] = true;
    for (size_t i = 1; i < frame->n_nodes; i++) {
        const oca_area *area = frame->nodes[i].area;
        nodes[i] = nodes[frame->nodes[i].parent] && oca_applies(profile, &area->applies_to, &area->except);
    }
    for (size_t i = 0; i < frame->n_items; i++) {
        const oca_item *item = frame->items[i].item;
        items[i] = nodes[frame->items[i].area] && oca_applies(profile, &item->applies_to, &item->except);
    }
    answers->node_applies = nodes;
    answers->item_applies = items;
}

oca_status oca_answers_build(oca_answers *out, oca_arena *mem, const oca_assessment *assessment, const oca_frame *frame,
                             oca_faults *faults) {
    size_t before = faults->faulty, n = frame->n_items;
    oca_answers answers = {.assessment = assessment, .frame = frame};
    answers.answers = oca_alloc(mem, n * sizeof *answers.answers);
    answers.counts = oca_alloc(mem, n * sizeof *answers.counts);
    answers.targets = oca_alloc(mem, n * sizeof *answers.targets);
    answers.priorities = oca_alloc(mem, n * sizeof *answers.priorities);
    checker checking = {.mem = mem, .assessment = assessment, .frame = frame, .faults = faults, .out = &answers};
    checker *c = &checking;
    if (!oca_equal(assessment->rubric, frame->rubric->id) ||
        !oca_equal(assessment->rubric_version, frame->rubric->version))
        FAULT(AT(assessment),
              "the assessment was made with rubric \"%s\" version \"%s\", not with \"%s\" version \"%s\"",
              assessment->rubric, assessment->rubric_version, frame->rubric->id, frame->rubric->version);
    if (!is_bounded(c))
        return OCA_FAULTY;
    oca_answers_find_applicable(mem, &answers);
    sort_participants(c);
    check_answers(c);
    check_targets(c);
    check_measures(c);
    *out = answers;
    return faults->faulty > before ? OCA_FAULTY : OCA_OK;
}

oca_number oca_measured_value(const oca_assessment *assessment, const char *id) {
    for (size_t i = 0; i < assessment->measures.n; i++)
        if (oca_equal(assessment->measures.at[i].id, id))
            return assessment->measures.at[i].value;
    return (oca_number){0};
}
