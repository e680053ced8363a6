/* A plan as the tables that people fill in (form.h), and their edits taken into it.
 *
 *   actions    a row for each action: dates, status, people, costs …; the weakness's cause, result too. Grows: a row
 *              without id is a new action, of the statement in `item`. `note` and `evidence` are empty: what is typed
 *              there is added to what the plan has. Further costs are cost-2, currency-2, funder-2 …
 *   later      a row for each weakness for later: votes, take-in ("yes")
 *   find-out   a row for each: who due found
 *   visits     date by present topics agreed next                                    numbered, grows
 *   trainings  training role date women men youth used passed-on by note             numbered, grows
 *   signed     a row for each role that signs, which is its id: name date            grows
 *
 * Numbered rows are those of the plan in its order, from "1". */
#ifndef OCA_DOCUMENT_PLAN_FORM_H
#define OCA_DOCUMENT_PLAN_FORM_H

#include "form.h"
#include "plan.h"

enum { OCA_PLAN_MOST_COSTS = 8 }; /* of one action that have columns; the others stay as the record has them */

/* Texts may be those of the plan; those of elements are in the plan's own language. */
oca_form oca_plan_form(oca_arena *mem, const oca_plan *plan);

/* How many costs of an action have columns: as many as any has, at least 1, at most OCA_PLAN_MOST_COSTS. */
size_t oca_plan_cost_columns(const oca_plan *plan);

/* The key of a column of the cost with that number, from 0: "cost", "cost-2". */
const char *oca_plan_cost_key(oca_arena *mem, const char *key, size_t cost);

/* A copy of the plan with the edits taken in. New actions, visits, trainings and signatures come last among their like
 * and know their cells. Values that cannot be read, a new action without statement, title or both dates, a date first
 * planned that was changed, and a cause that differs between the rows of one weakness are faults, which name
 * `record->file` and the cell. What may not change (the wording of a planned action; a visit or training of an earlier
 * review) stays and is named in a warning. The journal is the business of engine/tracking. */
const oca_plan *oca_plan_edited(oca_arena *mem, const oca_plan *record, const oca_edits *edits, oca_faults *faults);

#endif
