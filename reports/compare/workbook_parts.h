/* What the sheets of the comparison's workbook share; for reports/compare/workbook*.c only. */
#ifndef OCA_REPORTS_COMPARE_WORKBOOK_PARTS_H
#define OCA_REPORTS_COMPARE_WORKBOOK_PARTS_H

#include "../xlsx/page.h"
#include "phrases.h"

/* Two rounds, and their sheets. */
typedef struct {
    oca_arena *mem;
    const oca_compared *pair;
    const oca_comparison *c;
    const oca_frame *frame; /* the reassessment's */
    const char *lang;
    const char *mark;   /* in a series, which of its rounds: "1→2"; otherwise NULL */
    const char *footer; /* at the foot of every page */
    oca_sheet *summary, *charts, *areas, *statements, *members, *plan; /* plan: NULL without one */
    int last_statement;                                                /* row */
} oca_compare_book;

/* Of a series: its pairs, and the sheets that show all of its rounds. */
typedef struct {
    oca_compare_book newest; /* the last pair: its words head these sheets */
    const oca_compared_list *compared;
    const oca_compare_book *pairs; /* as many as `compared` */
    oca_sheet *series, *course, *areas, *statements;
} oca_series_book;

/* A table's column: its heading and width. */
typedef struct {
    const char *heading;
    double width;
    oca_style style; /* of the heading */
} oca_compare_column;

/* Where the sheets Areas and Statements have their rows, for formulas elsewhere. */
enum { OCA_COMPARE_FIRST_ROW = 3, OCA_AREAS_CHANGE = 8, OCA_STATEMENTS_OUTCOME = 8 };

void oca_compare_summary(const oca_compare_book *b);
void oca_compare_charts(const oca_compare_book *b);
void oca_compare_areas(const oca_compare_book *b);
void oca_compare_statements(oca_compare_book *b); /* sets last_statement */
void oca_compare_members(const oca_compare_book *b);
void oca_compare_plan(const oca_compare_book *b);

void oca_series_summary(const oca_series_book *b);
void oca_series_course(const oca_series_book *b);
void oca_series_areas(const oca_series_book *b);
void oca_series_statements(const oca_series_book *b);

/* The title of a sheet, which is its name, too: in a series with the rounds that it is about. */
const char *oca_compare_named(const oca_compare_book *b, const char *title);

/* Title, a hint below it, the headings in row 2; frozen below them and left of `frozen`. */
void oca_compare_top(const oca_compare_book *b, oca_sheet *sheet, const char *title, const char *hint,
                     const oca_compare_column *columns, size_t n, int frozen);

/* One more heading: it is right of those that oca_compare_top put, and already in the reader's language, whose words
 * stay whole even where that takes more than `width`. */
void oca_compare_heading(oca_sheet *sheet, int column, double width, oca_style style, const char *heading);

/* Landscape A4 from the column after the ids on, the headings on every page. */
void oca_compare_paper(const oca_compare_book *b, oca_sheet *sheet, int last_row, int last_column);

/* Portrait A4, all on one page, protected. */
void oca_compare_page_of_one(const oca_compare_book *b, oca_sheet *sheet);

/* The title of a part of a sheet, from the first column to `last`. */
void oca_compare_section(oca_sheet *sheet, int row, int last, const char *title);

/* A formula and the value that it computes; "–" where that is undefined. */
void oca_compare_formula(oca_sheet *sheet, int row, int column, oca_style style, const char *formula, oca_number value);

/* now - before of two cells of the row, by a formula; "–" where one is undefined. */
void oca_compare_difference(oca_sheet *sheet, int row, int column, int before, int now, oca_style style,
                            oca_number value);

#endif
