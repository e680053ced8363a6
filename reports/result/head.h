/* What all results begin with; for the files of this folder. */
#ifndef OCA_REPORTS_RESULT_HEAD_H
#define OCA_REPORTS_RESULT_HEAD_H

#include "../../engine/scoring/score.h"
#include "../../engine/writing/stream.h"

/* Begins a result of this kind: its language (NULL: none is named) and what stands at the top of printed pages. */
oca_stream *oca_result_open(oca_arena *mem, const char *kind, const char *lang, const char *running);

/* The elements rubric, organization and round of an assessment. */
void oca_result_head(oca_stream *out, oca_arena *mem, const oca_answers *answers, const char *lang);

/* "Example Women (invented), baseline, 2025-03-14". */
const char *oca_result_running(oca_arena *mem, const oca_assessment *assessment);

/* The elements to-complete. */
void oca_result_to_complete(oca_stream *out, const oca_scores *scores, const char *lang);

#endif
