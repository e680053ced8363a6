/* The scores as a workbook: areas with a radar and a map, and statements to sort and filter. Tells on nobody. */
#ifndef OCA_REPORTS_SCORE_BOOK_H
#define OCA_REPORTS_SCORE_BOOK_H

#include "../engine/scoring/score.h"
#include "../engine/writing/record.h"

typedef struct {
    const oca_scores *scores;
    oca_record_documents record; /* what it was made from, reduced */
    const char *lang;            /* NULL: the rubric's */
} oca_score_workbook;

/* Writes it to `path`; `payload` is an oca_score_workbook. To be called in a process of its own. */
oca_status oca_score_book_write(const char *path, oca_arena *mem, const void *payload, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
