/* What the sheets of the scoring workbook share. For the files of this folder only. */
#ifndef OCA_REPORTS_SCORING_SHEETS_H
#define OCA_REPORTS_SCORING_SHEETS_H

#include "../../engine/document/assessment_form.h"
#include "../phrases.h"
#include "../xlsx/page.h"
#include "scoring.h"

/* Where tables begin on a sheet that holds one: titles above, the id column first. */
enum { OCA_SCORING_KEY_ROW = 2, OCA_SCORING_HEADING_ROW, OCA_SCORING_FIRST_ROW };

/* Rows below a table that grows, prepared for more; and rows that formulas see below any table. */
enum { OCA_SCORING_SPARE_ROWS = 12, OCA_SCORING_SEEN_BELOW = 40 };

/* An area sheet's columns with values; those of level descriptors stand between STATEMENT and PREVIOUS. */
typedef enum {
    OCA_AREA_AGREED,
    OCA_AREA_AGREED_NOTE,
    OCA_AREA_REASON,
    OCA_AREA_KIND,
    OCA_AREA_EVIDENCE,
    OCA_AREA_VOTES,
    OCA_AREA_CHOSEN,
    OCA_AREA_TARGET,
    OCA_AREA_VERIFIED,
    OCA_AREA_VERIFIED_REASON,
    OCA_AREA_VERIFIED_BY,
    OCA_AREA_VERIFIED_DATE,
    OCA_AREA_HREF,
    OCA_AREA_EVIDENCE_DATE,
    OCA_AREA_EVIDENCE_BY,
    OCA_AREA_AGREED_DATE,
    OCA_AREA_THEN,
    OCA_AREA_NOTE,
    OCA_AREA_COLUMNS,
} oca_area_column;

/* The sheet of an outermost area. */
typedef struct {
    oca_sheet *sheet;
    size_t node;
    int n_levels;    /* columns of descriptors */
    int first_value; /* column of OCA_AREA_AGREED */
    int last_row;    /* of its statements */
    bool has_criteria;
} oca_area_sheet;

/* A scale's lists, by number in the rubric: names "oca_s1_…". */
typedef struct {
    const oca_scale *scale;
    oca_values values; /* permitted */
} oca_scoring_scale;

/* A rung of an item on the sheet Levels, an action on the sheet Actions: where an item's own begin. */
typedef struct {
    int first, n;
} oca_scoring_rows;

typedef struct {
    const oca_scoring_input *in;
    oca_arena *mem;
    const oca_frame *frame;
    const oca_scores *scores;
    const oca_assessment *assessment;
    const char *lang;
    oca_form form;
    oca_planned planned;
    oca_scoring_scale *scales; /* by scale of the rubric */
    oca_strings people;        /* columns of the private scores: codes, declared or spare */
    oca_values tallied;        /* columns of the tally */
    bool has_criteria, shows_then;
    oca_area_sheet *areas; /* by outermost area, in rubric order */
    size_t n_areas;
    const oca_area_sheet **area_of;     /* by item */
    oca_scoring_rows *levels, *actions; /* by item */
    oca_sheet *start, *organization, *participants, *scores_sheet, *tally, *notes, *evidence, *criteria, *measures,
        *results, *statements, *plan, *paper, *calc, *calc_areas, *calc_criteria, *levels_sheet, *actions_sheet, *lists;
} oca_scoring_book;

/* Each fills its sheet. */
void oca_scoring_start(const oca_scoring_book *b);
void oca_scoring_organization(const oca_scoring_book *b);
void oca_scoring_participants(const oca_scoring_book *b);
void oca_scoring_area(const oca_scoring_book *b, const oca_area_sheet *area);
void oca_scoring_private(const oca_scoring_book *b);
void oca_scoring_tally(const oca_scoring_book *b);
void oca_scoring_more(const oca_scoring_book *b); /* notes, further evidence, criteria, measures */
void oca_scoring_results(const oca_scoring_book *b);
void oca_scoring_statements(const oca_scoring_book *b);
void oca_scoring_plan(const oca_scoring_book *b);
void oca_scoring_paper(const oca_scoring_book *b);
void oca_scoring_calc(const oca_scoring_book *b);
void oca_scoring_calc_areas(const oca_scoring_book *b);
void oca_scoring_calc_criteria(const oca_scoring_book *b);
void oca_scoring_levels(const oca_scoring_book *b);
void oca_scoring_actions(const oca_scoring_book *b);
void oca_scoring_lists(const oca_scoring_book *b);

/* Found by an item's id, which the row bears itself: a cell of the named column of Calc, for a formula; and such a cell
 * shown, "–" where it is undefined. */
const char *oca_scoring_lookup(const oca_scoring_book *b, const char *id_cell, const char *name);
void oca_scoring_find(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                      const char *id_cell, const char *name, oca_number value);

/* The same for a conditional format, of the columns that have names: id, state, singles. */
const char *oca_scoring_named(const oca_scoring_book *b, const char *id_cell, const char *name);

/* The title of a sheet that only shows: "Results: " and the organization's name, as it is typed. */
void oca_scoring_live_title(const oca_scoring_book *b, oca_sheet *sheet, const char *what, const char *hint);

/* Where an area sheet has a column of values; -1 if it is not shown. */
int oca_scoring_area_column(const oca_scoring_book *b, const oca_area_sheet *area, oca_area_column column);

/* Tables of the form. */

/* A column of such a table: its key, heading, width and what it offers. */
typedef struct {
    const char *key; /* NULL: "-", only shown */
    const char *heading;
    double width;
    const char *hint; /* shown when a cell is chosen; or NULL */
} oca_scoring_column;

/* Titles of a sheet: what it is, and one line on how to fill it in. The first cell is for "oca:-", or empty. */
void oca_scoring_titles(oca_sheet *sheet, bool shows_only, const char *title, const char *hint);

/* Key row and heading row of `table` (of the form) at `row`, its ids in column 0. */
void oca_scoring_heads(oca_sheet *sheet, int row, const char *table, const oca_scoring_column *columns, size_t n);

/* A whole table of the form, with spare rows where it grows: key row at `row`; returns the first row below it. */
int oca_scoring_table(const oca_scoring_book *b, oca_sheet *sheet, int row, const char *table, const char *id_heading,
                      const oca_scoring_column *columns, size_t n);

/* A cell to fill in, with the form's value (NULL: empty). */
void oca_scoring_cell(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, const oca_form_column *kind,
                      const char *value);

/* Drop-down lists and limits for what such a column holds. */
void oca_scoring_limit(oca_sheet *sheet, oca_block_of_cells cells, const oca_form_column *kind, const char *hint);

/* What is shown for a word: "N/A" for "answer", "na". The word itself if the list has none. */
const char *oca_scoring_shown(const char *list, const char *word);

/* A condition: the cell of a criterion holds "yes" in any language, or another mark that people tick with. */
const char *oca_scoring_is_ticked(const oca_scoring_book *b, const char *cell);

/* The name of the range that holds a list's words. */
const char *oca_scoring_list_name(oca_arena *mem, const char *kind);

/* "2 Emerging", "2" without a label. */
const char *oca_scoring_level(const oca_scoring_book *b, size_t item, double value);

/* The item's action of the library with this number, by `to`, then library order; NULL if there are not as many. */
const oca_library_action *oca_scoring_action(const oca_scoring_book *b, size_t item, int number);

/* The number of the item's scale in the rubric, from 1, for the names of its lists. */
size_t oca_scoring_scale_of(const oca_scoring_book *b, size_t item);

/* Paper: A4, one page wide, with this row on every page (-1: none); or upright and all on one page. */
void oca_scoring_set_paper(const oca_scoring_book *b, oca_sheet *sheet, bool portrait, int last_row, int first_column,
                           int last_column, int repeated);
void oca_scoring_set_one_page(const oca_scoring_book *b, oca_sheet *sheet, int last_row, int first_column,
                              int last_column);

#endif
