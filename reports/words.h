/* Everyday words on screen for what XML and JSON call by their own names (formats document, "Workbooks").
 *
 * What stands for a value is always taken from here, so that all reports say the same; headings and sentences, which
 * begin with a capital or bend a word, may spell it themselves. The words are constant; a value that is not of the
 * enum gives "". */
#ifndef OCA_REPORTS_WORDS_H
#define OCA_REPORTS_WORDS_H

#include "../engine/base/words.h"
#include "../engine/planning/planning.h"

/* What is shown in place of an undefined value; its reason stands beside it or below the table. */
#define OCA_UNDEFINED_SHOWN "–"

/* Words that several reports share; to be given to `_()` where they are shown. */
#define OCA_WORD_NA N_("N/A")
#define OCA_WORD_DK N_("don't know")
#define OCA_WORD_YES N_("yes")
#define OCA_WORD_NO N_("no")
#define OCA_WORD_GATE "must-have"
#define OCA_WORD_CEILING "holds the stage at"
#define OCA_WORD_INDEX "gap"
#define OCA_WORD_PERCENT "points of 100"
#define OCA_WORD_COVERAGE "answered"
#define OCA_WORD_DEFERRED N_("after this plan")

const char *oca_item_state_shown(oca_item_state state); /* scored, N/A, not known, not answered, not asked */
const char *oca_gate_shown(oca_gate_state gate);        /* met, not yet, not checked, N/A; "" without a must-have */
const char *oca_layer_shown(oca_layer layer);           /* agreed, checked, participants; "" for none */
const char *oca_quadrant_shown(oca_quadrant quadrant);  /* build on it, …; "–" if undefined */

/* "why here" of a weakness, by its tier 1, 2 or 3. */
const char *oca_tier_shown(int tier);
const char *oca_action_state_shown(oca_action_state state); /* in this plan, after this plan, added */
const char *oca_status_shown(oca_action_status status);     /* not started, ongoing, …; absent is not started */
const char *oca_support_shown(oca_support support);         /* own means, another association, …; "" if absent */

/* The same words in English, the keys to their spellings. */
const char *oca_status_in_english(oca_action_status status);
const char *oca_support_in_english(oca_support support);

const char *oca_why_shown(oca_why why); /* why something is to be found out first */

/* What is to complete, from `oca_to_complete.what` ("reason": "N/A without its reason"); an unknown word is given
 * back as it is. */
const char *oca_to_complete_shown(const char *what);

#endif
