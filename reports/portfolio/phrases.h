/* Sentences that the portfolio's reports share. */
#ifndef OCA_REPORTS_PORTFOLIO_PHRASES_H
#define OCA_REPORTS_PORTFOLIO_PHRASES_H

#include "portfolio.h"

/* What the figures describe: capacity, performance (oca_measures_performance), or of each rubric its own. */
typedef enum { OCA_SUBJECT_CAPACITY, OCA_SUBJECT_PERFORMANCE, OCA_SUBJECT_BOTH } oca_portfolio_subject;
oca_portfolio_subject oca_portfolio_subject_of(const oca_figures *figures);
const char *oca_portfolio_subject_shown(oca_arena *mem, const oca_figures *figures);

/* To be given to `_()`. */
extern const char oca_note_unit[], oca_note_indicator[];

/* Adds how the pairs changed: the mean change and how sure it is, then the mean levels with points and, labelled so,
 * the relative change, nothing of these without pairs; and whose rounds may be in the wrong order. */
void oca_portfolio_change_lines(oca_arena *mem, const oca_figures *figures, oca_strings *lines);

/* How the share that is facilitated locally moved, over the organizations that say so of both rounds; NULL without any.
 */
const char *oca_portfolio_facilitation_moved(oca_arena *mem, const oca_figures *figures);

/* An area's title in the newest version of its rubric, a training's in the first library that has it; else the id. */
const char *oca_portfolio_area_title(const oca_portfolio_report *report, const char *rubric, const char *area);
const char *oca_portfolio_training_title(const oca_portfolio_report *report, const char *training);

/* The action's own, or its id; and that of the statement which it answers. */
const char *oca_portfolio_action_title(const oca_portfolio_report *report, const oca_action_of *action);
const char *oca_portfolio_statement_title(const oca_portfolio_report *report, const oca_action_of *action);

#endif
