/* The shape of a plan's XML; what the elements mean is in plan.h. */
#include "plan.h"

#include "../base/words.h"
#include "shape_table.h"

const char *const oca_action_state_words[] = {"scheduled", "deferred", "added", NULL};
const char *const oca_action_status_words[] = {"not-started", "ongoing", "blocked", "done", "dropped", NULL};
const char *const oca_weakness_state_words[] = {"planned", "later", "ambition", NULL};
const char *const oca_why_words[] = {"dk", "blank", "gate", NULL};

static const oca_field origin_fields[] = {
    {"organization", OCA_FIELD_KEY, true, OCA_AT(oca_plan_origin, organization)},
    {"name", OCA_FIELD_TEXT, OCA_AT(oca_plan_origin, name)},
    {"round", OCA_FIELD_TEXT, true, OCA_AT(oca_plan_origin, round)},
    {"date", OCA_FIELD_DATE, true, OCA_AT(oca_plan_origin, date)},
    {"rubric", OCA_FIELD_KEY, true, OCA_AT(oca_plan_origin, rubric)},
    {"rubric-version", OCA_FIELD_TEXT, true, OCA_AT(oca_plan_origin, rubric_version)},
    {"digest", OCA_FIELD_TEXT, OCA_AT(oca_plan_origin, digest)},
    {"tailoring", OCA_FIELD_KEY, OCA_AT(oca_plan_origin, tailoring)},
    {"tailoring-digest", OCA_FIELD_TEXT, OCA_AT(oca_plan_origin, tailoring_digest)},
    {0},
};
static const oca_shape origin = {.size = sizeof(oca_plan_origin), .fields = origin_fields};

static const oca_field action_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_plan_action, id)},
    {"state", OCA_FIELD_CHOICE, OCA_AT(oca_plan_action, state), .choices = oca_action_state_words},
    {"weeks", OCA_FIELD_WHOLE, OCA_AT(oca_plan_action, weeks), WEEKS},
    {"lead", OCA_FIELD_ID, OCA_AT(oca_plan_action, lead)},
    {"requires", OCA_FIELD_IDS, OCA_AT(oca_plan_action, prerequisites)},
    {"unmet", OCA_FIELD_IDS, OCA_AT(oca_plan_action, unmet)},
    {"support", OCA_FIELD_CHOICE, OCA_AT(oca_plan_action, support), .choices = oca_support_words},
    {"training", OCA_FIELD_ID, OCA_AT(oca_plan_action, training)},
    {"start", OCA_FIELD_DATE, OCA_AT(oca_plan_action, start)},
    {"due", OCA_FIELD_DATE, OCA_AT(oca_plan_action, due)},
    {"status", OCA_FIELD_CHOICE, OCA_AT(oca_plan_action, status), .choices = oca_action_status_words},
    {"percent", OCA_FIELD_NUMBER, OCA_AT(oca_plan_action, percent), BETWEEN(0, 100)},
    {"person", OCA_FIELD_TEXT, OCA_AT(oca_plan_action, person)},
    {"supporter", OCA_FIELD_TEXT, OCA_AT(oca_plan_action, supporter)},
    {"revised-start", OCA_FIELD_DATE, OCA_AT(oca_plan_action, revised_start)},
    {"revised-due", OCA_FIELD_DATE, OCA_AT(oca_plan_action, revised_due)},
    {"reason", OCA_FIELD_TEXT, OCA_AT(oca_plan_action, reason)},
    {"started", OCA_FIELD_DATE, OCA_AT(oca_plan_action, started)},
    {"finished", OCA_FIELD_DATE, OCA_AT(oca_plan_action, finished)},
    {0},
};
static const oca_child action_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_action, titles)},
    {"indicator", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_action, indicators)},
    {"verification", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_action, verifications)},
    {"resources", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_action, resources)},
    {"cost", &oca_cost_shape, OCA_MANY, OCA_AT(oca_plan_action, costs)},
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_plan_action, notes)},
    {"evidence", &oca_evidence_shape, OCA_MANY, OCA_AT(oca_plan_action, evidence)},
    {0},
};
const oca_shape oca_plan_action_shape = {
    .size = sizeof(oca_plan_action), .fields = action_fields, .children = action_children};

static const oca_field weakness_fields[] = {
    {"item", OCA_FIELD_ID, true, OCA_AT(oca_plan_weakness, item)},
    {"area", OCA_FIELD_ID, OCA_AT(oca_plan_weakness, area)},
    {"rank", OCA_FIELD_WHOLE, OCA_AT(oca_plan_weakness, rank), COUNT},
    {"tier", OCA_FIELD_WHOLE, OCA_AT(oca_plan_weakness, tier), BETWEEN(1, 3)},
    {"state", OCA_FIELD_CHOICE, OCA_AT(oca_plan_weakness, state), .choices = oca_weakness_state_words},
    {"index", OCA_FIELD_NUMBER, OCA_AT(oca_plan_weakness, index), AT_LEAST(0)},
    {"standing", OCA_FIELD_NUMBER, OCA_AT(oca_plan_weakness, standing), ANY},
    {"target", OCA_FIELD_NUMBER, OCA_AT(oca_plan_weakness, target), ANY},
    {"votes", OCA_FIELD_WHOLE, OCA_AT(oca_plan_weakness, votes), COUNT},
    {0},
};
static const oca_child weakness_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_weakness, titles)},
    {"text", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_weakness, texts)},
    {"cause", &oca_typed_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_weakness, causes)},
    {"result", &oca_typed_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan_weakness, results)},
    {"action", &oca_plan_action_shape, OCA_MANY, OCA_AT(oca_plan_weakness, actions)},
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_plan_weakness, notes)},
    {0},
};
const oca_shape oca_plan_weakness_shape = {
    .size = sizeof(oca_plan_weakness), .fields = weakness_fields, .children = weakness_children};

static const oca_field find_out_fields[] = {
    {"item", OCA_FIELD_ID, true, OCA_AT(oca_find_out, item)},
    {"why", OCA_FIELD_CHOICE, OCA_AT(oca_find_out, why), .choices = oca_why_words},
    {"who", OCA_FIELD_TEXT, OCA_AT(oca_find_out, who)},
    {"due", OCA_FIELD_DATE, OCA_AT(oca_find_out, due)},
    {"found", OCA_FIELD_TEXT, OCA_AT(oca_find_out, found)},
    {0},
};
const oca_shape oca_find_out_shape = {.size = sizeof(oca_find_out), .fields = find_out_fields};

static const oca_field strength_fields[] = {
    {"item", OCA_FIELD_ID, true, OCA_AT(oca_plan_strength, item)},
    {0},
};
static const oca_shape strength = {.size = sizeof(oca_plan_strength), .fields = strength_fields};

static const oca_field review_fields[] = {
    {"date", OCA_FIELD_DATE, true, OCA_AT(oca_review, date)},
    {0},
};
static const oca_shape review = {.size = sizeof(oca_review), .fields = review_fields};

static const oca_field visit_fields[] = {
    {"date", OCA_FIELD_DATE, OCA_AT(oca_visit, date)},
    {"by", OCA_FIELD_TEXT, OCA_AT(oca_visit, by)},
    {"present", OCA_FIELD_TEXT, OCA_AT(oca_visit, present)},
    {0},
};
static const oca_child visit_children[] = {
    {"topics", &oca_typed_shape, OCA_PER_LANGUAGE, OCA_AT(oca_visit, topics)},
    {"agreed", &oca_typed_shape, OCA_PER_LANGUAGE, OCA_AT(oca_visit, agreed)},
    {"next", &oca_typed_shape, OCA_PER_LANGUAGE, OCA_AT(oca_visit, next)},
    {0},
};
const oca_shape oca_visit_shape = {.size = sizeof(oca_visit), .fields = visit_fields, .children = visit_children};

static const oca_field trained_fields[] = {
    {"training", OCA_FIELD_ID, true, OCA_AT(oca_trained, training)},
    {"role", OCA_FIELD_TEXT, OCA_AT(oca_trained, role)},
    {"date", OCA_FIELD_DATE, OCA_AT(oca_trained, date)},
    {"women", OCA_FIELD_WHOLE, OCA_AT(oca_trained, women), COUNT},
    {"men", OCA_FIELD_WHOLE, OCA_AT(oca_trained, men), COUNT},
    {"youth", OCA_FIELD_WHOLE, OCA_AT(oca_trained, youth), COUNT},
    {"used", OCA_FIELD_CHOICE, OCA_AT(oca_trained, used), .choices = oca_yes_no_words},
    {"passed-on", OCA_FIELD_WHOLE, OCA_AT(oca_trained, passed_on), COUNT},
    {"by", OCA_FIELD_TEXT, OCA_AT(oca_trained, by)},
    {0},
};
static const oca_child trained_children[] = {
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_trained, notes)},
    {0},
};
const oca_shape oca_trained_shape = {
    .size = sizeof(oca_trained), .fields = trained_fields, .children = trained_children};

static const oca_field signed_fields[] = {
    {"role", OCA_FIELD_TEXT, OCA_AT(oca_signed, role)},
    {"name", OCA_FIELD_TEXT, OCA_AT(oca_signed, name)},
    {"date", OCA_FIELD_DATE, OCA_AT(oca_signed, date)},
    {0},
};
const oca_shape oca_signed_shape = {.size = sizeof(oca_signed), .fields = signed_fields};

static const oca_field change_fields[] = {
    {"date", OCA_FIELD_DATE, true, OCA_AT(oca_change, date)},
    {"by", OCA_FIELD_TEXT, OCA_AT(oca_change, by)},
    {"action", OCA_FIELD_ID, OCA_AT(oca_change, action)},
    {"item", OCA_FIELD_ID, OCA_AT(oca_change, item)},
    {"field", OCA_FIELD_TEXT, true, OCA_AT(oca_change, field)},
    {"old", OCA_FIELD_TEXT, OCA_AT(oca_change, old_value)},
    {"new", OCA_FIELD_TEXT, OCA_AT(oca_change, new_value)},
    {"reason", OCA_FIELD_TEXT, OCA_AT(oca_change, reason)},
    {0},
};
static const oca_shape change = {.size = sizeof(oca_change), .fields = change_fields};

static const oca_child journal_children[] = {
    {"change", &change, OCA_MANY, OCA_AT(oca_journal, changes)},
    {0},
};
static const oca_shape journal = {.size = sizeof(oca_journal), .children = journal_children};

static const oca_field plan_fields[] = {
    {"start", OCA_FIELD_DATE, true, OCA_AT(oca_plan, start)},
    {"end", OCA_FIELD_DATE, true, OCA_AT(oca_plan, end)},
    LANG(oca_plan),
    {0},
};
static const oca_child plan_children[] = {
    {"label", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_plan, labels)},
    {"assessment", &origin, OCA_ONE, true, OCA_AT(oca_plan, origin)},
    {"weakness", &oca_plan_weakness_shape, OCA_MANY, OCA_AT(oca_plan, weaknesses)},
    {"find-out", &oca_find_out_shape, OCA_MANY, OCA_AT(oca_plan, find_out)},
    {"strength", &strength, OCA_MANY, OCA_AT(oca_plan, strengths)},
    {"review", &review, OCA_MANY, OCA_AT(oca_plan, reviews)},
    {"visit", &oca_visit_shape, OCA_MANY, OCA_AT(oca_plan, visits)},
    {"trained", &oca_trained_shape, OCA_MANY, OCA_AT(oca_plan, trained)},
    {"signed", &oca_signed_shape, OCA_MANY, OCA_AT(oca_plan, signatures)},
    {"journal", &journal, OCA_ONE, OCA_AT(oca_plan, journal)},
    {"note", &oca_typed_shape, OCA_MANY, OCA_AT(oca_plan, notes)},
    {0},
};
static const oca_shape plan = {.size = sizeof(oca_plan), .fields = plan_fields, .children = plan_children};

const oca_format oca_plan_format = {"plan", N_("a plan"), "urn:oca:plan:1", &plan};
