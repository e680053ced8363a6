/* Workbooks (.xlsx) as cells: whatever program saved them. Knows nothing of what the cells mean.
 *
 * Hostile files are expected: only what is needed is read, and what comes out of the zip is counted, since its
 * directory may lie. The bounds stand in workbook_zip.c, workbook_xml.c and workbook_parts.h, and in the formats
 * document. */
#ifndef OCA_READING_WORKBOOK_H
#define OCA_READING_WORKBOOK_H

#include "../base/fault.h"

/* Serial numbers of the 1904 calendar are so much lower. */
enum { OCA_DAYS_TO_1904 = 1462 };

typedef enum {
    OCA_VALUE_TEXT,   /* shared, inline or a formula's; rich text joined, `_xHHHH_` decoded */
    OCA_VALUE_NUMBER, /* a day too: `day` is set where its format shows one */
    OCA_VALUE_BOOLEAN,
    OCA_VALUE_ERROR, /* "#REF!" */
} oca_value_kind;

/* A cell that holds something. */
typedef struct {
    int row, column; /* from 0 */
    oca_value_kind kind;
    bool formula;     /* its value was computed */
    bool day;         /* a number whose number format shows a date */
    bool percent;     /* a number whose number format shows it a hundredfold, as percents */
    double number;    /* of a number or boolean; of a day the serial by the 1900 calendar, whatever the workbook's */
    const char *text; /* of a text or error; never NULL */
} oca_workbook_cell;

typedef OCA_LIST(oca_workbook_cell) oca_workbook_cells;

/* Cells shown as one; only the first of them, at the top left, holds anything. */
typedef struct {
    int row, column, last_row, last_column; /* from 0 */
} oca_merged;

typedef struct {
    const char *name; /* on its tab */
    bool hidden;
    oca_workbook_cells cells; /* row by row, in each row by column */
    OCA_LIST(oca_merged) merged;
    size_t comments; /* notes that people stuck on cells */
} oca_worksheet;

typedef struct {
    const char *file; /* for messages */
    bool date1904;    /* its days are counted from 1904; `number` of what does not show as a day, too */
    OCA_LIST(oca_worksheet) sheets;
} oca_workbook;

/* True if the bytes begin as a zip file does: then they are no XML, and may be a workbook. */
bool oca_is_zip(const char *bytes, size_t n);

/* Why bytes that begin as a workbook of another kind does are not read: an old .xls, or one with a password. NULL if
 * they do not. */
const char *oca_workbook_refused(const char *bytes, size_t n);

/* Reads all sheets of the workbook in the `n` bytes at `bytes`, which may go afterwards. Faults name `file`, which must
 * outlive `faults`; `.ods`, `.xls` and encrypted workbooks are refused by their names. */
oca_status oca_workbook_read(oca_workbook *out, oca_arena *mem, const char *file, const char *bytes, size_t n,
                             oca_faults *faults) __attribute__((warn_unused_result));

/* The sheet with this name on its tab, upper and lower case alike; NULL if there is none. */
const oca_worksheet *oca_workbook_sheet(const oca_workbook *workbook, const char *name);

/* The cell, or NULL if it is empty. */
const oca_workbook_cell *oca_worksheet_at(const oca_worksheet *sheet, int row, int column);

/* "C5", and "Plan!C5" or "'Our plan'!C5". */
const char *oca_cell_called(oca_arena *mem, int row, int column);
const char *oca_sheet_called(oca_arena *mem, const oca_worksheet *sheet); /* "Plan", "'Our plan'" */
const char *oca_cell_place(oca_arena *mem, const oca_worksheet *sheet, int row, int column);

#endif
