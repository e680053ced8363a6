/* What the sheets of the comparison's workbook share; for reports/compare/workbook*.c only. */
#ifndef OCA_REPORTS_COMPARE_WORKBOOK_PARTS_H
#define OCA_REPORTS_COMPARE_WORKBOOK_PARTS_H

#include "../xlsx/page.h"
#include "phrases.h"

typedef struct {
    oca_arena *mem;
    const oca_compared *pair;
    const oca_comparison *c;
    const oca_frame *frame; /* the reassessment's */
    const char *lang;
    oca_sheet *summary, *charts, *areas, *statements, *members, *plan; /* plan: NULL without one */
    int last_statement;                                                /* row */
} oca_compare_book;

/* A table's column: its heading and width. */
typedef struct {
    const char *heading;
    double width;
    oca_style style; /* of the heading */
} oca_compare_column;

/* Where the sheet Statements has its rows, for formulas elsewhere. */
enum { OCA_STATEMENTS_FIRST_ROW = 3, OCA_STATEMENTS_OUTCOME = 8 };

void oca_compare_summary(const oca_compare_book *b);
void oca_compare_charts(const oca_compare_book *b);
void oca_compare_areas(const oca_compare_book *b);
void oca_compare_statements(oca_compare_book *b); /* sets last_statement */
void oca_compare_members(const oca_compare_book *b);
void oca_compare_plan(const oca_compare_book *b);

/* Title, a hint below it, the headings in row 2; frozen below them and left of `frozen`. */
void oca_compare_top(const oca_compare_book *b, oca_sheet *sheet, const char *title, const char *hint,
                     const oca_compare_column *columns, size_t n, int frozen);

/* Landscape A4 from the column after the ids on, the headings on every page. */
void oca_compare_paper(const oca_compare_book *b, oca_sheet *sheet, int last_row, int last_column);

/* now - before of two cells of the row, by a formula; "–" where one is undefined. */
void oca_compare_difference(oca_sheet *sheet, int row, int column, int before, int now, oca_style style,
                            oca_number value);

#endif
