/* The assessment as it is handed on; declared in answers.h. */
#include "answers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Counts one answer, in the list of the answers that were given so far. */
static void count(oca_arena *mem, oca_answer *out, const oca_score *score) {
    for (size_t i = 0; i < out->tallies.n; i++) {
        oca_tally *tally = &out->tallies.at[i];
        bool same = score->value.given ? tally->value.given && oca_compare(tally->value.value, score->value.value) == 0
                                       : !tally->value.given && tally->answer == score->answer;
        if (same) {
            tally->n.value++;
            return;
        }
    }
    oca_tally *tally = OCA_ADD(mem, &out->tallies);
    *tally = (oca_tally){.value = score->value, .answer = score->answer, .n = oca_given(1)};
}

bool oca_tally_before(const oca_tally *a, const oca_tally *b) {
    if (a->value.given && b->value.given)
        return a->value.value < b->value.value;
    return a->value.given || (!b->value.given && a->answer < b->answer);
}

static void sort(oca_answer *out) {
    for (size_t i = 1; i < out->tallies.n; i++)
        for (size_t k = i; k > 0 && oca_tally_before(&out->tallies.at[k], &out->tallies.at[k - 1]); k--) {
            oca_tally tally = out->tallies.at[k];
            out->tallies.at[k] = out->tallies.at[k - 1];
            out->tallies.at[k - 1] = tally;
        }
}

static bool is_of_code(char c) {
    return isalnum((unsigned char)c) || c == '_';
}

/* True if the code stands among the words of the text, in capitals or not; one of a single letter, which may be a word
 * of its own, as the whole text. */
static bool names(const char *text, const char *code) {
    size_t n = strlen(code);
    if (n == 1)
        return strcasecmp(text, code) == 0;
    for (const char *word = text; *word;) {
        size_t length = 0;
        while (is_of_code(word[length]))
            length++;
        if (length == n && strncasecmp(word, code, n) == 0)
            return true;
        word += length ? length : 1;
    }
    return false;
}

/* NULL where `by` names a participant: who saw or judged is told, unless that is one of those whose answers are not. */
static const char *not_a_participant(const oca_assessment *assessment, const char *by) {
    for (size_t i = 0; by && i < assessment->participants.n; i++)
        if (names(by, assessment->participants.at[i].id))
            return NULL;
    return by;
}

static oca_judgement *without_participant(oca_arena *mem, const oca_assessment *assessment,
                                          const oca_judgement *judgement) {
    if (!judgement)
        return NULL;
    oca_judgement *copy = oca_alloc(mem, sizeof *copy);
    *copy = *judgement;
    copy->by = not_a_participant(assessment, judgement->by);
    return copy;
}

/* Everywhere that a person may be named beside the scores. */
static void drop_participants(oca_arena *mem, const oca_assessment *assessment, oca_answer *answer) {
    answer->agreed = without_participant(mem, assessment, answer->agreed);
    answer->verified = without_participant(mem, assessment, answer->verified);
    answer->then = without_participant(mem, assessment, answer->then);
    const oca_evidence *all = answer->evidence.at;
    size_t n = answer->evidence.n;
    answer->evidence.at = NULL;
    answer->evidence.n = answer->evidence.room = 0;
    for (size_t i = 0; i < n; i++) {
        oca_evidence *evidence = OCA_ADD(mem, &answer->evidence);
        *evidence = all[i];
        evidence->by = not_a_participant(assessment, all[i].by);
    }
}

static void drop_from_consents(oca_arena *mem, const oca_assessment *assessment, oca_assessment *reduced) {
    reduced->consents.at = NULL;
    reduced->consents.n = reduced->consents.room = 0;
    for (size_t i = 0; i < assessment->consents.n; i++) {
        oca_consent *consent = OCA_ADD(mem, &reduced->consents);
        *consent = assessment->consents.at[i];
        consent->by = not_a_participant(assessment, consent->by);
    }
}

oca_assessment oca_assessment_reduced(oca_arena *mem, const oca_assessment *assessment) {
    oca_assessment reduced = *assessment;
    reduced.participants.at = NULL;
    reduced.participants.n = reduced.participants.room = 0;
    drop_from_consents(mem, assessment, &reduced);
    reduced.answers.at = NULL;
    reduced.answers.n = reduced.answers.room = 0;
    for (size_t i = 0; i < assessment->answers.n; i++) {
        oca_answer *answer = OCA_ADD(mem, &reduced.answers);
        *answer = assessment->answers.at[i];
        drop_participants(mem, assessment, answer);
        if (!answer->scores.n)
            continue;
        answer->scores.at = NULL;
        answer->scores.n = answer->scores.room = 0;
        const oca_answer *full = &assessment->answers.at[i];
        for (size_t k = 0; k < full->scores.n; k++)
            if (full->scores.at[k].value.given || full->scores.at[k].answer)
                count(mem, answer, &full->scores.at[k]);
        sort(answer);
    }
    return reduced;
}
