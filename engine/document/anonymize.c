#include "anonymize.h"

#include "answers.h"

#include <stdint.h>
#include <string.h>

#define EMPTY(list) ((list).at = NULL, (list).n = (list).room = 0)

enum { DIGITS = 10, BITS = 4 * DIGITS };
static const char prefix[] = "org-";

static bool is_code(const char *id) {
    size_t n = sizeof prefix - 1;
    return strlen(id) == n + DIGITS && strncmp(id, prefix, n) == 0 && strspn(id + n, "0123456789abcdef") == DIGITS;
}

/* FNV-1a of 64 bits, folded to 40: ten thousand organizations share a code once in 20,000 programmes. No cryptographic
 * digest would hide more, since the ids can be guessed anyway. */
const char *oca_anonymous_code(oca_arena *mem, const char *id) {
    if (is_code(id))
        return id;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (const char *c = id; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT64_C(0x100000001b3);
    uint64_t folded = (hash >> BITS) ^ (hash & ((UINT64_C(1) << BITS) - 1));
    return oca_format_text(mem, "%s%0*llx", prefix, DIGITS, (unsigned long long)folded);
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

/* Added by hand: its words are whoever's added it, so that only what it is for is told. */
static void withhold_words(oca_arena *mem, oca_plan_action *action, const oca_words *purpose) {
    action->titles = *purpose;
    if (purpose->n == 0)
        *(oca_text *)OCA_ADD(mem, &action->titles) = (oca_text){.text = OCA_WITHHELD};
    EMPTY(action->indicators);
    EMPTY(action->verifications);
    EMPTY(action->resources);
}

static void withhold_action(oca_arena *mem, oca_plan_action *action, const oca_words *purpose) {
    if (action->state == OCA_ADDED)
        withhold_words(mem, action, purpose);
    action->person = action->supporter = NULL;
    action->reason = withheld(action->reason); /* a moved date needs one */
    EMPTY(action->notes);
    OCA_OWN(mem, &action->evidence);
    for (size_t i = 0; i < action->evidence.n; i++)
        withhold_evidence(&action->evidence.at[i]);
}

/* The journal keeps the values of what can be no text of anybody's. */
static void withhold_change(oca_change *change) {
    static const char *const plain[] = {"status",        "percent",     "state",   "weeks",    "start",  "due",
                                        "revised-start", "revised-due", "started", "finished", "action", "weakness"};
    change->by = NULL;
    change->reason = withheld(change->reason);
    for (size_t i = 0; i < OCA_COUNT(plain); i++)
        if (oca_equal(change->field, plain[i]))
            return;
    change->old_value = withheld(change->old_value);
    change->new_value = withheld(change->new_value);
}

static oca_journal *journal_without(oca_arena *mem, const oca_journal *journal) {
    oca_journal *copy = oca_alloc(mem, sizeof *copy);
    *copy = *journal;
    OCA_OWN(mem, &copy->changes);
    for (size_t i = 0; i < copy->changes.n; i++)
        withhold_change(&copy->changes.at[i]);
    return copy;
}

static oca_plan_origin *origin_without(oca_arena *mem, const oca_plan_origin *origin) {
    oca_plan_origin *copy = oca_alloc(mem, sizeof *copy);
    *copy = *origin;
    copy->organization = oca_anonymous_code(mem, origin->organization);
    copy->name = origin->name ? copy->organization : NULL;
    return copy;
}

static void withhold_life(oca_arena *mem, oca_plan *plan) {
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
        plan->trained.at[i].by = NULL;
        EMPTY(plan->trained.at[i].notes);
    }
    OCA_OWN(mem, &plan->signatures);
    for (size_t i = 0; i < plan->signatures.n; i++)
        plan->signatures.at[i].name = NULL;
    if (plan->journal)
        plan->journal = journal_without(mem, plan->journal);
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

oca_plan oca_plan_anonymized(oca_arena *mem, const oca_plan *plan) {
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
            withhold_action(mem, &weakness->actions.at[k], &weakness->titles);
    }
    OCA_OWN(mem, &copy.find_out);
    for (size_t i = 0; i < copy.find_out.n; i++) {
        copy.find_out.at[i].who = NULL;
        copy.find_out.at[i].found = withheld(copy.find_out.at[i].found);
    }
    withhold_life(mem, &copy);
    return copy;
}
