/* What the files of the merge share; for nobody else. */
#ifndef OCA_TRACKING_MERGE_PARTS_H
#define OCA_TRACKING_MERGE_PARTS_H

#include "merge.h"

/* A copy made ready: `plan` is its own, with states as its dates make them; `base` what it grew from. */
typedef struct {
    const oca_plan_copy *of;
    oca_plan plan;
    const oca_plan *base;
    size_t common; /* changes of its journal that are the record's too; what comes after is its own */
    bool rewound;  /* the base is what the record's journal tells, which does not tell every reason */
} oca_merge_copy;

typedef struct {
    oca_arena *mem;
    const oca_plan *record;
    OCA_LIST(oca_merge_copy) copies;
    oca_day date;
    const char *by;
    oca_merged *out;
} oca_merger;

/* Makes a copy ready and tells its faults: what may not change, and what is wrong in it by itself. */
void oca_merge_prepare(oca_merger *m, const oca_plan_copy *given, oca_faults *faults);

/* Where the copy has the value: its cell or line. */
oca_where oca_merge_where(const oca_merge_copy *copy, const char *id, const char *field, const oca_element *element);

/* True if the record's journal tells, after what the copy grew from, that the field of the action or item had this
 * value: then the copy was taken in already, or a later review went on from there. */
bool oca_merge_overtaken(const oca_merger *m, const oca_merge_copy *copy, const char *id, const char *field,
                         const char *value);

/* What one copy claims: decides among them, or notes a conflict. */
typedef struct {
    const char *action, *item, *field, *before; /* before: the record's value */
    oca_conflict conflict;                      /* its claims so far */
    const void *from;                           /* the copy's struct that has the value, for what is more than a text */
    bool moved_on;                              /* the record has another value than what the claimant grew from */
} oca_merge_field;

void oca_merge_claim(oca_merger *m, oca_merge_field *field, const oca_merge_copy *copy, const char *value,
                     const char *base_value, oca_where where, const void *from);

/* The value that the field takes; NULL if it stays, be it for a conflict, which is then noted. */
const char *oca_merge_settle(oca_merger *m, oca_merge_field *field);

/* Appends to `list`, of elements of that shape, those of the `n` lists at `others` that are not in it yet: each once,
 * in an order that does not depend on the copies'. Returns how many. */
size_t oca_merge_join(oca_merger *m, void *list, const oca_shape *shape, const void *const *others, size_t n);

/* Enters a change under the merge's date and name; one that a copy tells in its own journal with that. */
void oca_merge_enter(oca_merger *m, oca_change change);

/* Enters what reviews elsewhere changed in an action that is new here. */
void oca_merge_enter_life(oca_merger *m, const char *id);

/* Puts what was entered in order, oldest first: a copy may bring entries of several reviews. */
void oca_merge_sort_entered(oca_merger *m);

#endif
