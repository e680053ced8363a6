/* The shape of an assessment's XML; what the elements mean is in assessment.h. */
#include "assessment.h"

#include "../base/words.h"
#include "shape_table.h"

static const char *const facilitator_froms[] = {"programme", "cso", "government", "association", NULL};
static const char *const consent_tos[] = {"association", "programme", "donor", NULL};
static const char *const answer_words[] = {"na", "dk", NULL};
static const char *const evidence_kinds[] = {"document", "photo", "seen", "told", NULL};
static const char *const privates[] = {"before", "after", NULL};

static const oca_field organization_fields[] = {
    {"id", OCA_FIELD_KEY, true, OCA_AT(oca_organization, id)},
    {"name", OCA_FIELD_TEXT, true, OCA_AT(oca_organization, name)},
    {"profile", OCA_FIELD_TOKENS, OCA_AT(oca_organization, profile)},
    {"part-of", OCA_FIELD_KEY, OCA_AT(oca_organization, part_of)},
    {"country", OCA_FIELD_TEXT, OCA_AT(oca_organization, country)},
    {"district", OCA_FIELD_TEXT, OCA_AT(oca_organization, district)},
    {"ward", OCA_FIELD_TEXT, OCA_AT(oca_organization, ward)},
    {"members", OCA_FIELD_WHOLE, OCA_AT(oca_organization, members), COUNT},
    {"women", OCA_FIELD_WHOLE, OCA_AT(oca_organization, women), COUNT},
    {"youth", OCA_FIELD_WHOLE, OCA_AT(oca_organization, youth), COUNT},
    {"disability", OCA_FIELD_WHOLE, OCA_AT(oca_organization, disability), COUNT},
    {0},
};
static const oca_shape organization = {.size = sizeof(oca_organization), .fields = organization_fields};

static const oca_field facilitator_fields[] = {
    {"from", OCA_FIELD_CHOICE, OCA_AT(oca_facilitator, from), .choices = facilitator_froms},
    {0},
};
static const oca_shape facilitator = {.size = sizeof(oca_facilitator),
                                      .content = OCA_CONTENT_TYPED,
                                      .text_at = offsetof(oca_facilitator, name),
                                      .fields = facilitator_fields};

static const oca_field session_fields[] = {
    {"date", OCA_FIELD_DATE, OCA_AT(oca_sitting, date)},
    {"from", OCA_FIELD_TIME, OCA_AT(oca_sitting, from)},
    {"to", OCA_FIELD_TIME, OCA_AT(oca_sitting, to)},
    {"place", OCA_FIELD_TEXT, OCA_AT(oca_sitting, place)},
    {"present", OCA_FIELD_WHOLE, OCA_AT(oca_sitting, present), COUNT},
    {"women", OCA_FIELD_WHOLE, OCA_AT(oca_sitting, women), COUNT},
    {"men", OCA_FIELD_WHOLE, OCA_AT(oca_sitting, men), COUNT},
    {"youth", OCA_FIELD_WHOLE, OCA_AT(oca_sitting, youth), COUNT},
    {"disability", OCA_FIELD_WHOLE, OCA_AT(oca_sitting, disability), COUNT},
    {"board", OCA_FIELD_WHOLE, OCA_AT(oca_sitting, board), COUNT},
    {"minutes", OCA_FIELD_TEXT, OCA_AT(oca_sitting, minutes)},
    {0},
};
static const oca_shape session = {.size = sizeof(oca_sitting), .fields = session_fields};

static const oca_field consent_fields[] = {
    {"to", OCA_FIELD_TOKENS, OCA_AT(oca_consent, to), .choices = consent_tos},
    {"date", OCA_FIELD_DATE, OCA_AT(oca_consent, date)},
    {"by", OCA_FIELD_TEXT, OCA_AT(oca_consent, by)},
    {0},
};
static const oca_shape consent = {.size = sizeof(oca_consent), .fields = consent_fields};

static const oca_field participant_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_participant, id)},
    {"groups", OCA_FIELD_TOKENS, OCA_AT(oca_participant, groups)},
    {0},
};
static const oca_shape participant = {.size = sizeof(oca_participant), .fields = participant_fields};

static const oca_field score_fields[] = {
    {"by", OCA_FIELD_ID, true, OCA_AT(oca_score, by)},
    {"value", OCA_FIELD_NUMBER, OCA_AT(oca_score, value), ANY},
    {"answer", OCA_FIELD_CHOICE, OCA_AT(oca_score, answer), .choices = answer_words},
    {0},
};
static const oca_child score_children[] = {
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_score, notes)},
    {0},
};
static const oca_shape score = {.size = sizeof(oca_score), .fields = score_fields, .children = score_children};

static const oca_field tally_fields[] = {
    {"value", OCA_FIELD_NUMBER, OCA_AT(oca_tally, value), ANY},
    {"answer", OCA_FIELD_CHOICE, OCA_AT(oca_tally, answer), .choices = answer_words},
    {"n", OCA_FIELD_WHOLE, true, OCA_AT(oca_tally, n), COUNT},
    {0},
};
static const oca_shape tally = {.size = sizeof(oca_tally), .fields = tally_fields};

static const oca_field met_fields[] = {
    {"criterion", OCA_FIELD_ID, true, OCA_AT(oca_met, criterion)},
    {0},
};
static const oca_shape met = {.size = sizeof(oca_met), .fields = met_fields};

static const oca_field judgement_fields[] = {
    {"value", OCA_FIELD_NUMBER, OCA_AT(oca_judgement, value), ANY},
    {"answer", OCA_FIELD_CHOICE, OCA_AT(oca_judgement, answer), .choices = answer_words},
    {"date", OCA_FIELD_DATE, OCA_AT(oca_judgement, date)},
    {"by", OCA_FIELD_TEXT, OCA_AT(oca_judgement, by)},
    {"reason", OCA_FIELD_TEXT, OCA_AT(oca_judgement, reason)},
    {0},
};
static const oca_child judgement_children[] = {
    {"met", &met, OCA_MANY, OCA_AT(oca_judgement, met)},
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_judgement, notes)},
    {0},
};
static const oca_shape judgement = {
    .size = sizeof(oca_judgement), .fields = judgement_fields, .children = judgement_children};

/* What stands under `then` is a memory: no criteria were held against anything. */
static const oca_child then_children[] = {
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_judgement, notes)},
    {0},
};
static const oca_shape then = {.size = sizeof(oca_judgement), .fields = judgement_fields, .children = then_children};

static const oca_field evidence_fields[] = {
    {"kind", OCA_FIELD_CHOICE, OCA_AT(oca_evidence, kind), .choices = evidence_kinds},
    {"href", OCA_FIELD_TEXT, OCA_AT(oca_evidence, href)},
    {"date", OCA_FIELD_DATE, OCA_AT(oca_evidence, date)},
    {"by", OCA_FIELD_TEXT, OCA_AT(oca_evidence, by)},
    LANG(oca_evidence),
    {0},
};
const oca_shape oca_evidence_shape = {.size = sizeof(oca_evidence),
                                      .content = OCA_CONTENT_TYPED,
                                      .text_at = offsetof(oca_evidence, text),
                                      .fields = evidence_fields};

static const oca_field answer_fields[] = {
    {"item", OCA_FIELD_ID, true, OCA_AT(oca_answer, item)},
    {0},
};
static const oca_child answer_children[] = {
    {"score", &score, OCA_MANY, OCA_AT(oca_answer, scores)},
    {"tally", &tally, OCA_MANY, OCA_AT(oca_answer, tallies)},
    {"agreed", &judgement, OCA_ONE, OCA_AT(oca_answer, agreed)},
    {"verified", &judgement, OCA_ONE, OCA_AT(oca_answer, verified)},
    {"then", &then, OCA_ONE, OCA_AT(oca_answer, then)},
    {"evidence", &oca_evidence_shape, OCA_MANY, OCA_AT(oca_answer, evidence)},
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_answer, notes)},
    {0},
};
static const oca_shape answer = {.size = sizeof(oca_answer), .fields = answer_fields, .children = answer_children};

static const oca_field target_fields[] = {
    {"item", OCA_FIELD_ID, true, OCA_AT(oca_target, item)},
    {"value", OCA_FIELD_NUMBER, true, OCA_AT(oca_target, value), ANY},
    {0},
};
static const oca_shape target = {.size = sizeof(oca_target), .fields = target_fields};

static const oca_field priority_fields[] = {
    {"item", OCA_FIELD_ID, true, OCA_AT(oca_priority, item)},
    {"votes", OCA_FIELD_WHOLE, OCA_AT(oca_priority, votes), COUNT},
    {"chosen", OCA_FIELD_CHOICE, OCA_AT(oca_priority, chosen), .choices = oca_yes_no_words},
    {0},
};
static const oca_shape priority = {.size = sizeof(oca_priority), .fields = priority_fields};

static const oca_field measure_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_measured, id)},
    {"value", OCA_FIELD_NUMBER, OCA_AT(oca_measured, value), ANY},
    {0},
};
static const oca_child measure_children[] = {
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_measured, notes)},
    {0},
};
static const oca_shape measure = {.size = sizeof(oca_measured), .fields = measure_fields, .children = measure_children};

static const oca_field assessment_fields[] = {
    {"rubric", OCA_FIELD_KEY, true, OCA_AT(oca_assessment, rubric)},
    {"rubric-version", OCA_FIELD_TEXT, true, OCA_AT(oca_assessment, rubric_version)},
    {"tailoring", OCA_FIELD_KEY, OCA_AT(oca_assessment, tailoring)},
    {"round", OCA_FIELD_TEXT, true, OCA_AT(oca_assessment, round)},
    {"date", OCA_FIELD_DATE, true, OCA_AT(oca_assessment, date)},
    {"as-of", OCA_FIELD_DATE, OCA_AT(oca_assessment, as_of)},
    {"private", OCA_FIELD_CHOICE, OCA_AT(oca_assessment, private_scores), .choices = privates},
    LANG(oca_assessment),
    {0},
};
static const oca_child assessment_children[] = {
    {"organization", &organization, OCA_ONE, true, OCA_AT(oca_assessment, organization)},
    {"facilitator", &facilitator, OCA_MANY, OCA_AT(oca_assessment, facilitators)},
    {"session", &session, OCA_MANY, OCA_AT(oca_assessment, sessions)},
    {"consent", &consent, OCA_MANY, OCA_AT(oca_assessment, consents)},
    {"participant", &participant, OCA_MANY, OCA_AT(oca_assessment, participants)},
    {"answer", &answer, OCA_MANY, OCA_AT(oca_assessment, answers)},
    {"target", &target, OCA_MANY, OCA_AT(oca_assessment, targets)},
    {"priority", &priority, OCA_MANY, OCA_AT(oca_assessment, priorities)},
    {"measure", &measure, OCA_MANY, OCA_AT(oca_assessment, measures)},
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_assessment, notes)},
    {0},
};
static const oca_shape assessment = {
    .size = sizeof(oca_assessment), .fields = assessment_fields, .children = assessment_children};

const oca_format oca_assessment_format = {"assessment", N_("an assessment"), "urn:oca:assessment:1", &assessment};
