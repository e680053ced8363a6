#include "anonymize.h"

#include "../base/text.h"
#include "../base/words.h"
#include "answers.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define EMPTY(list) ((list).at = NULL, (list).n = (list).room = 0)

enum { DIGITS = 10, BITS = 4 * DIGITS };

static bool is_code(const char *prefix, const char *id) {
    size_t n = strlen(prefix);
    return strlen(id) == n + DIGITS && strncmp(id, prefix, n) == 0 && strspn(id + n, "0123456789abcdef") == DIGITS;
}

/* FNV-1a of 64 bits, folded to 40: ten thousand organizations share a code once in 20,000 programmes. No cryptographic
 * digest would hide more, since the ids can be guessed anyway. */
static const char *code_of(oca_arena *mem, const char *prefix, const char *id) {
    if (is_code(prefix, id))
        return id;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (const char *c = id; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT64_C(0x100000001b3);
    uint64_t folded = (hash >> BITS) ^ (hash & ((UINT64_C(1) << BITS) - 1));
    return oca_format_text(mem, "%s%0*llx", prefix, DIGITS, (unsigned long long)folded);
}

const char *oca_anonymous_code(oca_arena *mem, const char *id) {
    return code_of(mem, "org-", id);
}

static const char *withheld(const char *text) {
    return text ? OCA_WITHHELD : NULL;
}

/* Whether there is evidence decides scores, so the element stays and tells no more than its kind and its day. */
static void withhold_evidence(oca_evidence *evidence) {
    evidence->text = oca_evidence_counts(evidence) ? OCA_WITHHELD : "";
    evidence->href = evidence->by = NULL;
}

static oca_judgement *judgement_without(oca_arena *mem, const oca_judgement *judgement) {
    if (!judgement)
        return NULL;
    oca_judgement *copy = oca_alloc(mem, sizeof *copy);
    *copy = *judgement;
    copy->by = NULL;
    copy->reason = withheld(judgement->reason);
    EMPTY(copy->notes);
    return copy;
}

static oca_organization *organization_without(oca_arena *mem, const oca_organization *organization) {
    oca_organization *copy = oca_alloc(mem, sizeof *copy);
    *copy = *organization;
    copy->id = copy->name = oca_anonymous_code(mem, organization->id);
    copy->part_of = organization->part_of ? oca_anonymous_code(mem, organization->part_of) : NULL;
    copy->district = copy->ward = NULL;
    return copy;
}

oca_assessment oca_assessment_anonymized(oca_arena *mem, const oca_assessment *assessment) {
    oca_assessment copy = oca_assessment_reduced(mem, assessment);
    if (copy.organization)
        copy.organization = organization_without(mem, copy.organization);
    EMPTY(copy.notes);
    OCA_OWN(mem, &copy.facilitators);
    for (size_t i = 0; i < copy.facilitators.n; i++)
        copy.facilitators.at[i].name = *copy.facilitators.at[i].name ? OCA_WITHHELD : "";
    OCA_OWN(mem, &copy.sessions);
    for (size_t i = 0; i < copy.sessions.n; i++)
        copy.sessions.at[i].place = copy.sessions.at[i].minutes = NULL;
    OCA_OWN(mem, &copy.consents);
    for (size_t i = 0; i < copy.consents.n; i++)
        copy.consents.at[i].by = NULL;
    OCA_OWN(mem, &copy.measures);
    for (size_t i = 0; i < copy.measures.n; i++)
        EMPTY(copy.measures.at[i].notes);
    OCA_OWN(mem, &copy.answers);
    for (size_t i = 0; i < copy.answers.n; i++) {
        oca_answer *answer = &copy.answers.at[i];
        answer->agreed = judgement_without(mem, answer->agreed);
        answer->verified = judgement_without(mem, answer->verified);
        answer->then = judgement_without(mem, answer->then);
        EMPTY(answer->notes);
        OCA_OWN(mem, &answer->evidence);
        for (size_t k = 0; k < answer->evidence.n; k++)
            withhold_evidence(&answer->evidence.at[k]);
    }
    return copy;
}

/* The work on one plan. */
typedef struct {
    oca_arena *mem;
    const oca_actions *library;
    const char *lang;      /* the plan's */
    oca_strings planned;   /* ids of the actions that were not added by hand; sorted */
    oca_strings added;     /* ids that somebody's title was made into; sorted */
    oca_strings trainings; /* ids of those that the planned actions ask for; sorted */
} withholder;

static int by_text(const void *text, const void *place) {
    return strcmp(text, *(const char *const *)place);
}

static bool is_among(const oca_strings *sorted, const char *text) {
    return sorted->n && bsearch(text, sorted->at, sorted->n, sizeof *sorted->at, by_text);
}

static const char *id_without(const withholder *w, const char *id) {
    return id && is_among(&w->added, id) ? code_of(w->mem, "added_", id) : id;
}

static void withhold_ids(const withholder *w, oca_strings *ids) {
    OCA_OWN(w->mem, ids);
    for (size_t i = 0; i < ids->n; i++)
        ids->at[i] = id_without(w, ids->at[i]);
}

/* Words that somebody typed where ids are chosen from a list. */
static bool is_typed(const char *text) {
    return text && !oca_is_id(text, strlen(text), true, strlen(text));
}

/* As a plan has them: one text, in its language if there is one. */
static oca_words of_library(const withholder *w, const oca_words *words) {
    oca_words out = {0};
    const char *text = oca_words_in(words, w->lang, w->library->lang);
    if (text)
        *(oca_text *)OCA_ADD(w->mem, &out) = (oca_text){.text = text};
    return out;
}

/* Added by hand: its words are whoever's added it, so that only what it is for is told, or what the library says. */
static void withhold_words(const withholder *w, oca_plan_action *action, const oca_words *purpose) {
    const oca_library_action *known = oca_find_action(w->library, action->id);
    action->titles = known ? of_library(w, &known->titles) : *purpose;
    if (action->titles.n == 0)
        *(oca_text *)OCA_ADD(w->mem, &action->titles) = (oca_text){.text = OCA_WITHHELD};
    action->indicators = known ? of_library(w, &known->indicators) : (oca_words){0};
    action->verifications = known ? of_library(w, &known->verifications) : (oca_words){0};
    action->resources = known ? of_library(w, &known->resources) : (oca_words){0};
}

static const char *training_without(const withholder *w, const char *training) {
    bool known = !training || is_among(&w->trainings, training) || oca_find_training(w->library, training);
    return known ? training : code_of(w->mem, "training_", training);
}

/* Currencies are told by the three letters of ISO 4217; what is longer was not chosen from a list. */
static void withhold_costs(const withholder *w, oca_costs *costs) {
    enum { LETTERS = 3 };
    OCA_OWN(w->mem, costs);
    for (size_t i = 0; i < costs->n; i++) {
        oca_cost *cost = &costs->at[i];
        cost->funder = is_typed(cost->funder) ? OCA_WITHHELD : cost->funder;
        cost->currency = cost->currency && strlen(cost->currency) > LETTERS ? OCA_WITHHELD : cost->currency;
    }
}

static void withhold_action(const withholder *w, oca_plan_action *action, const oca_words *purpose) {
    if (action->state == OCA_ADDED)
        withhold_words(w, action, purpose);
    action->id = id_without(w, action->id);
    withhold_ids(w, &action->prerequisites);
    withhold_ids(w, &action->unmet);
    action->training = training_without(w, action->training);
    withhold_costs(w, &action->costs);
    action->person = action->supporter = NULL;
    action->reason = withheld(action->reason); /* a moved date needs one */
    EMPTY(action->notes);
    OCA_OWN(w->mem, &action->evidence);
    for (size_t i = 0; i < action->evidence.n; i++)
        withhold_evidence(&action->evidence.at[i]);
}

/* The journal keeps the values of what can be no text of anybody's. */
static void withhold_change(const withholder *w, oca_change *change) {
    static const char *const plain[] = {"status",        "percent",     "state",   "weeks",    "start",  "due",
                                        "revised-start", "revised-due", "started", "finished", "action", "weakness"};
    change->by = NULL;
    change->reason = withheld(change->reason);
    change->action = id_without(w, change->action);
    if (oca_equal(change->field, "action")) {
        change->old_value = id_without(w, change->old_value);
        change->new_value = id_without(w, change->new_value);
    }
    for (size_t i = 0; i < OCA_COUNT(plain); i++)
        if (oca_equal(change->field, plain[i]))
            return;
    change->old_value = withheld(change->old_value);
    change->new_value = withheld(change->new_value);
}

static oca_journal *journal_without(const withholder *w, const oca_journal *journal) {
    oca_journal *copy = oca_alloc(w->mem, sizeof *copy);
    *copy = *journal;
    OCA_OWN(w->mem, &copy->changes);
    for (size_t i = 0; i < copy->changes.n; i++)
        withhold_change(w, &copy->changes.at[i]);
    return copy;
}

static oca_plan_origin *origin_without(oca_arena *mem, const oca_plan_origin *origin) {
    oca_plan_origin *copy = oca_alloc(mem, sizeof *copy);
    *copy = *origin;
    copy->organization = oca_anonymous_code(mem, origin->organization);
    copy->name = origin->name ? copy->organization : NULL;
    return copy;
}

/* The workbook offers these to sign, and facilitators by their names. */
static bool is_usual_signer(oca_arena *mem, const char *role) {
    static const char *const usual[] = {N_("Chairperson"), N_("Secretary"), N_("Facilitator")};
    for (size_t i = 0; i < OCA_COUNT(usual); i++) {
        oca_strings spellings = oca_spellings(mem, usual[i]);
        if (oca_holds(&spellings, role))
            return true;
    }
    return false;
}

static void withhold_life(const withholder *w, oca_plan *plan) {
    oca_arena *mem = w->mem;
    OCA_OWN(mem, &plan->visits);
    for (size_t i = 0; i < plan->visits.n; i++) {
        oca_visit *visit = &plan->visits.at[i];
        visit->by = visit->present = NULL;
        EMPTY(visit->topics);
        EMPTY(visit->agreed);
        EMPTY(visit->next);
    }
    OCA_OWN(mem, &plan->trained);
    for (size_t i = 0; i < plan->trained.n; i++) {
        oca_trained *trained = &plan->trained.at[i];
        trained->training = training_without(w, trained->training);
        trained->role = is_typed(trained->role) ? NULL : trained->role;
        trained->by = NULL;
        EMPTY(trained->notes);
    }
    OCA_OWN(mem, &plan->signatures);
    for (size_t i = 0; i < plan->signatures.n; i++) {
        oca_signed *by = &plan->signatures.at[i];
        by->role = is_typed(by->role) && !is_usual_signer(mem, by->role) ? NULL : by->role;
        by->name = NULL;
    }
    if (plan->journal)
        plan->journal = journal_without(w, plan->journal);
}

/* True if a review wrote anew what will be true when the weakness is answered. */
static bool wrote_result(const oca_plan *plan, const char *item) {
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++) {
        const oca_change *change = &plan->journal->changes.at[i];
        if (oca_equal(change->field, "result") && oca_equal(change->item, item))
            return true;
    }
    return false;
}

static void note_added(withholder *w, const char *id) {
    if (id && !oca_find_action(w->library, id) && !is_among(&w->planned, id))
        *(const char **)OCA_ADD(w->mem, &w->added) = id;
}

/* The journal knows of actions, too, that are in the plan no more. */
static withholder withholder_of(oca_arena *mem, const oca_plan *plan, const oca_actions *library) {
    withholder w = {.mem = mem, .library = library, .lang = plan->lang};
    oca_strings added = {0};
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        for (size_t k = 0; k < plan->weaknesses.at[i].actions.n; k++) {
            const oca_plan_action *action = &plan->weaknesses.at[i].actions.at[k];
            if (action->state == OCA_ADDED) {
                *(const char **)OCA_ADD(mem, &added) = action->id;
                continue;
            }
            *(const char **)OCA_ADD(mem, &w.planned) = action->id;
            if (action->training)
                *(const char **)OCA_ADD(mem, &w.trainings) = action->training;
        }
    oca_sort_strings(&w.planned);
    oca_sort_strings(&w.trainings);
    for (size_t i = 0; i < added.n; i++)
        note_added(&w, added.at[i]);
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++)
        if (oca_equal(plan->journal->changes.at[i].field, "action"))
            note_added(&w, plan->journal->changes.at[i].action);
    oca_sort_strings(&w.added);
    return w;
}

oca_plan oca_plan_anonymized(oca_arena *mem, const oca_plan *plan, const oca_actions *library) {
    withholder w = withholder_of(mem, plan, library);
    oca_plan copy = *plan;
    if (copy.origin)
        copy.origin = origin_without(mem, copy.origin);
    EMPTY(copy.notes);
    OCA_OWN(mem, &copy.weaknesses);
    for (size_t i = 0; i < copy.weaknesses.n; i++) {
        oca_plan_weakness *weakness = &copy.weaknesses.at[i];
        EMPTY(weakness->causes);
        if (wrote_result(plan, weakness->item))
            EMPTY(weakness->results);
        EMPTY(weakness->notes);
        OCA_OWN(mem, &weakness->actions);
        for (size_t k = 0; k < weakness->actions.n; k++)
            withhold_action(&w, &weakness->actions.at[k], &weakness->titles);
    }
    OCA_OWN(mem, &copy.find_out);
    for (size_t i = 0; i < copy.find_out.n; i++) {
        copy.find_out.at[i].who = NULL;
        copy.find_out.at[i].found = withheld(copy.find_out.at[i].found);
    }
    withhold_life(&w, &copy);
    return copy;
}
