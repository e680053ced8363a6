/* Groups in the room: women, youth, the board … beside everybody else (scoring document, "Agreement": groups).
 *
 * Made of what participants scored singly themselves; tallies have no groups. Whoever shows these figures decides to
 * whom: oca_groups_shown says which may be handed on. */
#ifndef OCA_SCORING_GROUPS_H
#define OCA_SCORING_GROUPS_H

#include "../document/answers.h"

/* Some people's own scores of an item or node: how many scored it, and the mean of x, 0–1. Of a node a person's x is
 * rolled up from her own scores; she counts if she scored at least half of its item weight. */
typedef struct {
    long n;
    double x; /* 0 where n is 0 */
} oca_opinion;

/* A group and everybody else. */
typedef struct {
    oca_opinion group, others;
} oca_division;

typedef struct {
    const char *group;                 /* a word of `participant/@groups` */
    const oca_division *items, *nodes; /* by item and node; items that are N/A or do not apply are left out */
    bool shown;                        /* its overall figure may be handed on */
} oca_group_view;

typedef OCA_LIST(oca_group_view) oca_group_views;

/* The least that a group and everybody else number: to be handed on, and on the facilitator's own screen. */
enum { OCA_GROUP_LEAST = 5, OCA_GROUP_LEAST_IN_ROOM = 3 };

/* All groups, in the order in which participants name them.
 *
 * A group is `shown` if, overall, the cells into which it and the groups shown before it divide those who answered hold
 * at least five people each, or nobody. So it and everybody else are at least five, and no sum or difference of the
 * figures shown can speak of fewer than five people: not of the women who are not young, nor of the one man among them.
 */
oca_group_views oca_groups(oca_arena *mem, const oca_answers *answers);

/* True if both sides of the division number at least that many. */
bool oca_division_holds(const oca_division *division, long least);

#endif
