/* Figures of a result as people read them: "2.13 of 4", "41 of 43, 2 N/A", "Expanding, provisional: …", and why a
 * figure is undefined. Shared by text, page and workbook; values are rounded here and nowhere before. */
#ifndef OCA_REPORTS_PHRASES_H
#define OCA_REPORTS_PHRASES_H

#include "words.h"

/* Sentences that the scoring workbook's formulas say too (reports/xlsx/formula.h): to be given to `_()`, and pairs
 * to oca_counted. */
#define OCA_ANSWERED N_("%ld of %ld")
#define OCA_ANSWERED_AND_NA N_("%ld of %ld, %ld N/A")
#define OCA_STAGE_PROVISIONAL N_("%s, provisional: %s")
#define OCA_GATES_OPEN NP_("%zu must-have not answered", "%zu must-haves not answered")
#define OCA_GATES_WAIVED NP_("%zu must-have N/A", "%zu must-haves N/A")
#define OCA_WITHOUT_AREAS N_("without %s")

/* Decimals of the figures, the same in every report. */
enum { OCA_DECIMALS_POINTS = 1, OCA_DECIMALS_LEVEL = 2 };

/* Titles in `lang` (NULL: the rubric's), the id where there is none. Node 0 is "Overall". */
const char *oca_item_title(const oca_frame *frame, size_t item, const char *lang);
const char *oca_node_title(const oca_frame *frame, size_t node, const char *lang);

/* What was answered: "asm-association 1.0", "asm-integrated 1.0, tailoring programme-2025". */
const char *oca_instrument_shown(oca_arena *mem, const oca_frame *frame);

/* "baseline", "interim" and "reassessment" in the language of the words; any other round as it is called. */
const char *oca_round_word(const char *round);

/* The label of a stage (not OCA_NOWHERE), its id without one. */
const char *oca_stage_title(const oca_frame *frame, long stage, const char *lang);

/* A level's number: whole ones without decimals, others with two at most: "2", "2.5", "2.13". */
const char *oca_level_number(oca_arena *mem, double level);

/* "2.13 of 4"; `max` is the top of the scale. */
const char *oca_level_shown(oca_arena *mem, double level, double max);

/* What a level looks like for this item, or its label on the scale, in `lang`. A value between two levels has no words
 * of its own: those of the level below hold. */
const char *oca_level_descriptor(const oca_frame *frame, size_t item, double value, const char *lang);

/* Below tables that give no reason of their own for each "–" of agreement. */
extern const char oca_note_no_agreement[];

/* What the figures describe: "These figures describe capacity, not performance.", or of an index of performance the
 * other way round. */
const char *oca_subject_shown(const oca_frame *frame);

/* What profile words mean, "a women's association, a federation". */
const char *oca_profile_shown(oca_arena *mem, const oca_frame *frame, const oca_strings *words, const char *lang);

/* "2 Emerging"; "2" where the scale has no label for it. */
const char *oca_level_called(oca_arena *mem, const oca_frame *frame, size_t item, double value, const char *lang);

/* What the level number `rung` looks like and, a line each after `mark`, its criteria; "" if nothing says so. */
const char *oca_level_in_full(oca_arena *mem, const oca_frame *frame, size_t item, size_t rung, const char *lang,
                              const char *mark);

/* The top of the scale that the node's items share; used only where the node's level is given. */
double oca_node_max(const oca_frame *frame, size_t node);

/* "57.4 points of 100". */
const char *oca_points_shown(oca_arena *mem, double percent);

/* "41 of 43, 2 N/A"; without N/A "41 of 43". */
const char *oca_answered_shown(oca_arena *mem, const oca_node_score *node);

/* "Expanding", "Expanding, provisional: 2 must-haves not answered, without Finance"; "–" without a stage. */
const char *oca_stage_shown(oca_arena *mem, const oca_scores *scores, size_t node, const char *lang);

/* How many items of the node have a consensus: the n of its mean. */
long oca_consensus_n(const oca_scores *scores, size_t node);

/* True if the item takes part in the node and applies. */
bool oca_item_counts(const oca_scores *scores, size_t item, size_t node);

/* True if a third or more of the participants' answers are "don't know": "not known to members". */
bool oca_not_known(const oca_scores *scores, size_t item);

/* True if the item takes part in the whole and its agreement lies below the grid's. */
bool oca_divides(const oca_scores *scores, size_t item);

/* Why a figure is undefined; "" where it is defined. */
const char *oca_why_no_percent(oca_arena *mem, const oca_scores *scores, size_t node);
const char *oca_why_no_level(oca_arena *mem, const oca_scores *scores, size_t node);
const char *oca_why_no_consensus(const oca_scores *scores, size_t node);
const char *oca_why_no_quadrant(const oca_scores *scores, size_t node);
const char *oca_why_no_score(const oca_scores *scores, size_t item);
const char *oca_why_no_item_consensus(const oca_scores *scores, size_t item);
const char *oca_why_no_alpha(oca_arena *mem, const oca_scores *scores);

/* "+14.0", "-3.5", "0.0": points or levels. */
const char *oca_change_shown(oca_arena *mem, double change, int decimals);

#endif
