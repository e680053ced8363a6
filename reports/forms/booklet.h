/* What participants tick on paper: the statements with all their levels in words and a box before each, area by area,
 * without a name. On A4 across, a new page for each outermost area. */
#ifndef OCA_REPORTS_FORMS_BOOKLET_H
#define OCA_REPORTS_FORMS_BOOKLET_H

#include "../../engine/document/frame.h"
#include "../../engine/writing/record.h"
#include "../xlsx/book.h"

typedef struct {
    const oca_frame *frame;
    const char *lang;
    bool whole;                        /* opens with the instrument's title, closes with its source and licence */
    const char *left, *right, *footer; /* of every page */
} oca_booklet;

/* Fills the sheet, and protects it. */
void oca_booklet_put(oca_sheet *sheet, const oca_booklet *booklet);

typedef struct {
    const oca_frame *frame;
    const char *lang;
    oca_record_documents record; /* the rubric */
} oca_booklet_book;

/* A workbook with the booklet alone. `path` is where it is made; faults name it. */
oca_status oca_booklet_write(const char *path, oca_arena *mem, const oca_booklet_book *booklet, oca_faults *faults)
    __attribute__((warn_unused_result));

#endif
