/* The library of actions that turn weaknesses into a plan (formats document, "Actions"). Constant once read. */
#ifndef OCA_DOCUMENT_ACTIONS_H
#define OCA_DOCUMENT_ACTIONS_H

#include "shape.h"

typedef struct {
    oca_element element;
    const char *id;
    oca_number capacity; /* how many of its actions run side by side; default 1 */
    oca_words labels;
} oca_role;

typedef struct {
    oca_element element;
    const char *id;
    oca_strings roles; /* for whom: the attribute `for` */
    oca_words titles, materials;
} oca_training;

typedef struct {
    oca_element element;
    const char *currency, *funder;
    oca_number amount;
} oca_cost;

typedef OCA_LIST(oca_cost) oca_costs;

/* On whose help an action leans; in the order of the formats document. */
typedef enum {
    OCA_SUPPORT_ABSENT,
    OCA_SUPPORT_OWN,
    OCA_SUPPORT_PEER,
    OCA_SUPPORT_FEDERATION,
    OCA_SUPPORT_GOVERNMENT,
    OCA_SUPPORT_CSO,
    OCA_SUPPORT_TRAINING_CENTRE,
    OCA_SUPPORT_FINANCE,
    OCA_SUPPORT_COMPANY,
    OCA_SUPPORT_NETWORK,
    OCA_SUPPORT_DONOR,
} oca_support;

/* The words of `oca_support`, from OCA_SUPPORT_OWN on; ended by NULL. */
extern const char *const oca_support_words[];

typedef struct {
    oca_element element;
    const char *id, *item, *lead, *training; /* lead and training may be NULL */
    oca_number to, weeks;
    oca_strings prerequisites; /* the attribute `requires` */
    oca_support support;
    oca_words titles, weaknesses, indicators, verifications, resources;
    oca_costs costs;
} oca_library_action;

typedef struct {
    oca_element element;
    const char *file; /* where it was read from, for messages; no attribute */
    const char *lang, *id, *rubric, *version;
    oca_words titles, notes;
    OCA_LIST(oca_role) roles;
    OCA_LIST(oca_training) trainings;
    OCA_LIST(oca_library_action) actions;
} oca_actions;

/* What a library declares by that id; NULL if there is none, or no library. */
const oca_role *oca_find_role(const oca_actions *library, const char *id);
const oca_training *oca_find_training(const oca_actions *library, const char *id);
const oca_library_action *oca_find_action(const oca_actions *library, const char *id);

extern const oca_format oca_actions_format;
extern const oca_shape oca_cost_shape;

#endif
