/* The parts of planning that its files share. */
#ifndef OCA_PLANNING_ORDER_H
#define OCA_PLANNING_ORDER_H

#include "planning.h"

/* Weaknesses and ambitions in their order with rank, tier, state and target; strengths; what to find out first
 * (scoring document, "Weaknesses, strengths and their order"). Fills those lists of `out`. */
void oca_weaknesses_find(oca_arena *mem, oca_planned *out, const bool *only);

/* The actions of the planned ones: from the library, or placeholders; and what they presuppose. */
void oca_actions_choose(oca_arena *mem, oca_planned *out);

/* Gives each action its weeks, or defers it (scoring document, "Actions and the timeline"). */
void oca_actions_schedule(oca_arena *mem, oca_planned *out);

/* The target of this plan for an item that stands at `standing`, as a weakness below what is needed, else as an
 * ambition; `agreed` is the target in the assessment, if any. */
double oca_target_from(const oca_frame *frame, const oca_frame_item *item, oca_number agreed, double standing);

/* The level that the item needs (scoring document, "Weaknesses, strengths and their order": need). */
double oca_need(const oca_answers *answers, size_t item);

/* True if a member of the room chose the item as a priority. */
bool oca_is_chosen(const oca_answers *answers, size_t item);

#endif
