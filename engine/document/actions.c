/* The shape of an action library's XML; what the elements mean is in actions.h. */
#include "actions.h"

#include "../base/words.h"
#include "shape_table.h"

const char *const oca_support_words[] = {"own",     "peer",    "federation", "government", "cso", "training-centre",
                                         "finance", "company", "network",    "donor",      NULL};

static const oca_field role_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_role, id)},
    {"capacity", OCA_FIELD_WHOLE, OCA_AT(oca_role, capacity), COUNT_FROM_1},
    {0},
};
static const oca_child role_children[] = {
    {"label", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_role, labels)},
    {0},
};
static const oca_shape role = {.size = sizeof(oca_role), .fields = role_fields, .children = role_children};

static const oca_field training_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_training, id)},
    {"for", OCA_FIELD_IDS, OCA_AT(oca_training, roles)},
    {0},
};
static const oca_child training_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_training, titles)},
    {"material", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_training, materials)},
    {0},
};
static const oca_shape training = {
    .size = sizeof(oca_training), .fields = training_fields, .children = training_children};

static const oca_field cost_fields[] = {
    {"currency", OCA_FIELD_TEXT, OCA_AT(oca_cost, currency)},
    {"amount", OCA_FIELD_NUMBER, OCA_AT(oca_cost, amount), AT_LEAST(0)},
    {"funder", OCA_FIELD_TEXT, OCA_AT(oca_cost, funder)},
    {0},
};
const oca_shape oca_cost_shape = {.size = sizeof(oca_cost), .fields = cost_fields};

static const oca_field action_fields[] = {
    {"id", OCA_FIELD_ID, true, OCA_AT(oca_library_action, id)},
    {"item", OCA_FIELD_ID, true, OCA_AT(oca_library_action, item)},
    {"to", OCA_FIELD_NUMBER, true, OCA_AT(oca_library_action, to), ANY},
    {"weeks", OCA_FIELD_WHOLE, true, OCA_AT(oca_library_action, weeks), WEEKS},
    {"lead", OCA_FIELD_ID, OCA_AT(oca_library_action, lead)},
    {"requires", OCA_FIELD_IDS, OCA_AT(oca_library_action, prerequisites)},
    {"support", OCA_FIELD_CHOICE, OCA_AT(oca_library_action, support), .choices = oca_support_words},
    {"training", OCA_FIELD_ID, OCA_AT(oca_library_action, training)},
    {0},
};
static const oca_child action_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_library_action, titles)},
    {"weakness", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_library_action, weaknesses)},
    {"indicator", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_library_action, indicators)},
    {"verification", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_library_action, verifications)},
    {"resources", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_library_action, resources)},
    {"cost", &oca_cost_shape, OCA_MANY, OCA_AT(oca_library_action, costs)},
    {0},
};
static const oca_shape action = {
    .size = sizeof(oca_library_action), .fields = action_fields, .children = action_children};

static const oca_field actions_fields[] = {
    {"id", OCA_FIELD_KEY, true, OCA_AT(oca_actions, id)},
    {"rubric", OCA_FIELD_KEY, true, OCA_AT(oca_actions, rubric)},
    {"version", OCA_FIELD_TEXT, true, OCA_AT(oca_actions, version)},
    LANG(oca_actions),
    {0},
};
static const oca_child actions_children[] = {
    {"title", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_actions, titles)},
    {"note", &oca_prose_shape, OCA_PER_LANGUAGE, OCA_AT(oca_actions, notes)},
    {"role", &role, OCA_MANY, OCA_AT(oca_actions, roles)},
    {"training", &training, OCA_MANY, OCA_AT(oca_actions, trainings)},
    {"action", &action, OCA_MANY, OCA_AT(oca_actions, actions)},
    {0},
};
static const oca_shape actions = {.size = sizeof(oca_actions), .fields = actions_fields, .children = actions_children};

const oca_format oca_actions_format = {"actions", N_("an action library"), "urn:oca:actions:1", &actions};

const oca_role *oca_find_role(const oca_actions *library, const char *id) {
    for (size_t i = 0; library && i < library->roles.n; i++)
        if (oca_equal(library->roles.at[i].id, id))
            return &library->roles.at[i];
    return NULL;
}

const oca_library_action *oca_find_action(const oca_actions *library, const char *id) {
    for (size_t i = 0; library && i < library->actions.n; i++)
        if (oca_equal(library->actions.at[i].id, id))
            return &library->actions.at[i];
    return NULL;
}

const oca_training *oca_find_training(const oca_actions *library, const char *id) {
    for (size_t i = 0; library && i < library->trainings.n; i++)
        if (oca_equal(library->trainings.at[i].id, id))
            return &library->trainings.at[i];
    return NULL;
}
