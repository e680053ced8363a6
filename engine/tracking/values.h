/* What a review may change in a plan, as the texts that the journal keeps (formats document, "Plan"). */
#ifndef OCA_TRACKING_VALUES_H
#define OCA_TRACKING_VALUES_H

#include "../document/plan.h"

/* Fields of an action that have one value: attributes, then "cost"; of a weakness; of what is to be found out. Ended by
 * NULL.
 * "reason" is among them, but has no change of its own in the journal: it stands on those that it explains. */
extern const char *const oca_action_values[], *const oca_weakness_values[], *const oca_find_out_values[];

/* The field's value: "" where it is absent, but "not-started" for a status and "0" for a percent. Of a cost
 * "150 USD from own", several with "; " between, "–" for what is missing. A weakness's text is that in the plan's own
 * language. */
const char *oca_action_value(oca_arena *mem, const oca_plan_action *action, const char *field);
const char *oca_weakness_value(oca_arena *mem, const oca_plan *plan, const oca_plan_weakness *weakness,
                               const char *field);
const char *oca_find_out_value(oca_arena *mem, const oca_find_out *unknown, const char *field);

/* Gives the field the value that the text tells; "" makes it absent. A text that breaks the rule of its attribute (it
 * comes from a journal that was written by hand) leaves the field as it is. */
void oca_action_put(oca_arena *mem, oca_plan_action *action, const char *field, const char *text);
void oca_weakness_put(oca_arena *mem, const oca_plan *plan, oca_plan_weakness *weakness, const char *field,
                      const char *text);
void oca_find_out_put(oca_arena *mem, oca_find_out *unknown, const char *field, const char *text);

/* The text by which an evidence is journalled: what it says, else where it points. */
const char *oca_evidence_text(const oca_evidence *evidence);

/* The action, weakness or unknown of that id; NULL if the plan has none. */
oca_plan_action *oca_plan_find_action(const oca_plan *plan, const char *id);
oca_plan_weakness *oca_plan_find_weakness(const oca_plan *plan, const char *item);
oca_find_out *oca_plan_find_unknown(const oca_plan *plan, const char *item);

#endif
