/* Documents for somebody who is to learn the figures and not who is behind them: --anonymize, for a donor.
 *
 * What people are called or wrote themselves goes: names, who facilitated, saw, signed or is to act, notes, reasons,
 * causes, what evidence says and where it lies, places, minutes. Where a rule asks for such a text, "withheld" stands
 * in its place, so that scores, must-haves and what is to complete stay the same. Wording of the rubric and of the
 * action library stays; so do counts, dates, the country and the profile. An action that was added by hand is called as
 * the weakness that it answers, and its id, which is made of its title, is a code; so is the id of a training that
 * neither the library nor a planned action names. A result that a review wrote anew goes; words in the place of a role,
 * a payer or a currency are withheld.
 *
 * The organization is called by a code that comes from its id alone: the same in every round, document and run, so
 * that what belongs together can still be joined. It is no secret: who has a list of ids can work it out. */
#ifndef OCA_DOCUMENT_ANONYMIZE_H
#define OCA_DOCUMENT_ANONYMIZE_H

#include "assessment.h"
#include "plan.h"

/* What stands for a text that was taken out. */
#define OCA_WITHHELD "withheld"

/* "org-" and ten hex digits for an organization's id; an id that is such a code stays itself. */
const char *oca_anonymous_code(oca_arena *mem, const char *id);

/* A copy, reduced to tallies as well (oca_assessment_reduced). It scores as `assessment` does. */
oca_assessment oca_assessment_anonymized(oca_arena *mem, const oca_assessment *assessment);

/* A copy. It has the same progress, dates and journal entries. What the library declares is nobody's own words; without
 * one (NULL) nothing is known of what was added. */
oca_plan oca_plan_anonymized(oca_arena *mem, const oca_plan *plan, const oca_actions *library);

#endif
