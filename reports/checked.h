/* What a visitor found beside what the members agreed: kept apart, and their differences shown. Which of the two counts
 * is the rubric's business (its layers). */
#ifndef OCA_REPORTS_CHECKED_H
#define OCA_REPORTS_CHECKED_H

#include "../engine/scoring/score.h"
#include "lines.h"

/* An item that was agreed and checked, and not alike. */
typedef struct {
    size_t item;
    double agreed;      /* levels; of criteria, those that they reach */
    oca_number checked; /* not given: it could not be checked */
    /* Criteria that one ticked and the other did not; ids, in the rubric's order. They may differ where the levels do
     * not. None where it could not be checked. */
    oca_strings agreed_alone, checked_alone;
} oca_checked_item;

/* Over the items that apply and were agreed and checked. */
typedef struct {
    OCA_LIST(oca_checked_item) differing; /* in the rubric's order */
    size_t alike, lower, higher;          /* the visitor's level against the members' */
    size_t unchecked;                     /* the visitor could not check */
    double points;                        /* sum of the differences in points of 100 */
} oca_checked;

oca_checked oca_checked_build(oca_arena *mem, const oca_scores *scores);

/* True if any item was agreed and checked: there is something to show. */
bool oca_checked_any(const oca_checked *checked);

/* "6 items have both: 4 at the same level, 2 checked lower, 0 higher. On average checked -16.7 points of 100 against
 * agreed." */
const char *oca_checked_sums_shown(oca_arena *mem, const oca_checked *checked);

/* "-2.0"; "–" where it could not be checked. */
const char *oca_checked_difference_shown(oca_arena *mem, const oca_checked_item *item);

/* What the layer that does not score the item says of it, where it says otherwise: "agreed 3", "could not be checked";
 * NULL where there is nothing to say. */
const char *oca_checked_beside_shown(oca_arena *mem, const oca_scores *scores, size_t item);

/* To be given to `_()`. */
extern const char oca_checked_title[], oca_checked_why_not[], oca_checked_agreed_alone[], oca_checked_checked_alone[];

/* Adds the title, the sums and a table of the items that are not alike to a text; nothing where no item has both. */
void oca_checked_text(oca_lines *out, const oca_scores *scores, const char *lang);

#endif
