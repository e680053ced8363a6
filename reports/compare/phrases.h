/* What a comparison says in everyday words, shared by text, XML and workbook (formats document, "Workbooks"). */
#ifndef OCA_REPORTS_COMPARE_PHRASES_H
#define OCA_REPORTS_COMPARE_PHRASES_H

#include "../phrases.h"
#include "compare.h"

/* "comparable", "partly comparable", "not comparable". */
const char *oca_verdict_shown(oca_verdict verdict);
const char *oca_outcome_shown(oca_outcome outcome);         /* improved, same, lower than before; "" for none */
const char *oca_gate_change_shown(oca_gate_change gate);    /* must-have now met, …; "" for none */
const char *oca_listing_shown(oca_listing listing);         /* why an item was not compared, or "compared"; "" */
const char *oca_effect_group_shown(oca_effect_group group); /* all actions done, … */

/* What is to be known before the figures, in a sentence with its figures: that the rounds stand in the wrong order, or
 * are one and the same (ids "order", "same-round", of ours alone), then the reasons of the comparison. */
typedef struct {
    const char *id, *text;
} oca_caution;

typedef OCA_LIST(oca_caution) oca_cautions;

oca_cautions oca_cautions_of(oca_arena *mem, const oca_comparison *comparison);

/* "57 statements were compared. They carry 97 % of the weight scored at baseline, …". */
const char *oca_compared_shown(oca_arena *mem, const oca_node_change *node);

/* "2 → 2.42 of 4"; used only where the node has levels. */
const char *oca_levels_shown(oca_arena *mem, const oca_comparison *comparison, size_t node);

/* The top of the scale that the node's common items share. */
double oca_common_max(const oca_comparison *comparison, size_t node);

/* Each round's own level, "2.17 → 2.61 of 4", on scales that differ "2.17 of 4 → 1.9 of 3"; NULL where one has none,
 * for the reason that the second gives. To be shown only where headlines may be. */
const char *oca_own_levels_shown(oca_arena *mem, const oca_comparison *comparison, size_t node);
const char *oca_why_no_own_levels(oca_arena *mem, const oca_comparison *comparison, size_t node);

/* Each round by itself: "1.97 → 2.38 of 4 (32.3, then 45.9 points of 100)", where headlines may be shown. */
const char *oca_headlines_shown(oca_arena *mem, const oca_comparison *comparison, size_t node);

/* A stage as that round's own report shows it; "–" without one. */
const char *oca_stage_then(oca_arena *mem, const oca_comparison *comparison, size_t node, const char *lang);
const char *oca_stage_now(oca_arena *mem, const oca_comparison *comparison, size_t node, const char *lang);

/* Why there is none; "" where there is one. */
const char *oca_why_no_stage_then(oca_arena *mem, const oca_comparison *comparison, size_t node);
const char *oca_why_no_stage_now(oca_arena *mem, const oca_comparison *comparison, size_t node);

/* "baseline, 2025-03-14, asm-association 1.0". */
const char *oca_round_shown(oca_arena *mem, const oca_scores *scores);

/* Title of a listed id: a dropped item's in the baseline's rubric. */
const char *oca_listed_title(const oca_comparison *comparison, oca_listing listing, const char *id, const char *lang);

/* How many common items have that outcome, and how many moved at all, whatever the size. */
typedef struct {
    size_t improved, same, regressed, up, level, down;
} oca_outcome_counts;

oca_outcome_counts oca_count_outcomes(const oca_comparison *comparison, size_t node);

/* Why a figure is undefined; what is constant is the key for _(). */
const char *oca_why_not_compared(oca_arena *mem, const oca_node_change *node);
const char *oca_why_no_levels(oca_arena *mem, const oca_node_change *node);
const char *oca_why_no_relative(oca_arena *mem, const oca_node_change *node);
const char *oca_why_no_headlines(oca_arena *mem, const oca_comparison *comparison, size_t node);
const char *oca_why_no_participants(oca_arena *mem, const oca_node_change *node);
extern const char oca_why_no_interval[], oca_why_no_effect[];

/* Sentences that stand beside figures wherever they are shown: keys for _(). */
extern const char oca_note_relative[], oca_note_participants[], oca_note_then[], oca_note_effect[], oca_note_measures[];

/* Outer areas whose participants' view has an interval: those that are shown. */
size_t oca_areas_shown(const oca_comparison *comparison);

/* "12 areas are shown: 5 % of them exclude 0 by chance alone." */
const char *oca_note_chance(oca_arena *mem, size_t areas);

#endif
