/* What the sheets of the ISP workbook share: the input, looked up once, and where things stand on the Plan sheet.
 * For the files of this folder only. */
#ifndef OCA_REPORTS_ISP_SHEETS_H
#define OCA_REPORTS_ISP_SHEETS_H

#include "../phrases.h"
#include "../xlsx/page.h"
#include "isp.h"

/* One row of the Plan sheet. */
typedef struct {
    const oca_plan_weakness *weakness;
    const oca_plan_action *action;
} oca_isp_row;

/* Columns of the Plan sheet. Those from RANK to STATUS are printed: the plan as it hangs on the wall. The others
 * tell why, with what and how it goes, and are for the screen. Where an action has several costs, the further ones
 * follow the last column, three columns each; those past the first OCA_ISP_MOST_COSTS are named in its notes. */
enum {
    OCA_ISP_ACTION_ID,
    OCA_ISP_ITEM_ID,
    OCA_ISP_RANK,
    OCA_ISP_WEAKNESS,
    OCA_ISP_ACTION,
    OCA_ISP_LEAD,
    OCA_ISP_PERSON,
    OCA_ISP_START,
    OCA_ISP_DUE,
    OCA_ISP_INDICATOR,
    OCA_ISP_COST,
    OCA_ISP_CURRENCY,
    OCA_ISP_STATUS,
    OCA_ISP_AREA,
    OCA_ISP_WHY_HERE,
    OCA_ISP_STANDING,
    OCA_ISP_TARGET,
    OCA_ISP_NOW,
    OCA_ISP_RESULT,
    OCA_ISP_CAUSE,
    OCA_ISP_SUPPORT,
    OCA_ISP_SUPPORTER,
    OCA_ISP_TRAINING,
    OCA_ISP_RESOURCES,
    OCA_ISP_FUNDER,
    OCA_ISP_VERIFICATION,
    OCA_ISP_PERCENT,
    OCA_ISP_REASON,
    OCA_ISP_NOTES,
    OCA_ISP_COLUMNS,
};

enum { OCA_ISP_HEADING_ROW = 4, OCA_ISP_FIRST_ROW, OCA_ISP_EMPTY_ROWS = 20 };
enum { OCA_ISP_MOST_COSTS = 8 }; /* the Summary's formulas name each column of costs and must not grow over-long */

typedef struct {
    const oca_isp *isp;
    oca_arena *mem;
    const oca_plan *plan;
    const oca_scores *scores;
    const oca_frame *frame;
    const oca_assessment *assessment;
    const char *lang;
    const char *label;          /* what the plan is called */
    OCA_LIST(oca_isp_row) rows; /* scheduled and added actions, in the plan's order */
    size_t most_costs;          /* of one action that have columns: 1 to OCA_ISP_MOST_COSTS */
    /* In their order; NULL where left out. */
    oca_sheet *summary, *plan_sheet, *calendar, *later, *find_out, *after, *reviews, *item_scores, *lists;
} oca_isp_book;

/* Each fills its sheet. */
void oca_isp_summary(const oca_isp_book *b);
void oca_isp_plan(const oca_isp_book *b);
void oca_isp_calendar(const oca_isp_book *b);
void oca_isp_later(const oca_isp_book *b);
void oca_isp_find_out(const oca_isp_book *b);
void oca_isp_after(const oca_isp_book *b);
void oca_isp_reviews(const oca_isp_book *b);
void oca_isp_scores(const oca_isp_book *b);
void oca_isp_lists(const oca_isp_book *b);

/* The Summary's table of costs, from `row` on; returns the first row below it. */
int oca_isp_costs(const oca_isp_book *b, int row);

/* The Plan sheet. `cost` counts an action's costs from 0; `column` is COST, CURRENCY or FUNDER there. */
int oca_isp_cost_column(int column, size_t cost);
const char *oca_isp_plan_range(const oca_isp_book *b, int column);

/* Roles that the drop-down list offers. */
typedef struct {
    const char *id, *label;
} oca_isp_role;
typedef OCA_LIST(oca_isp_role) oca_isp_roles;
oca_isp_roles oca_isp_roles_of(const oca_isp_book *b);

/* Words for the cells. */

const char *oca_isp_text(const oca_isp_book *b, const oca_words *words);  /* of the plan; "" if there is none */
const char *oca_isp_lines(const oca_isp_book *b, const oca_words *words); /* all of them, one a line */
const char *oca_isp_role_label(const oca_isp_book *b, const char *id);    /* id may be NULL: "" */
const char *oca_isp_training_title(const oca_isp_book *b, const char *id);
const char *oca_isp_funder(const char *word); /* "own" → "own means"; others as they are */
const char *oca_isp_why_here(const oca_isp_book *b, const oca_plan_weakness *weakness);
bool oca_isp_rank_shared(const oca_isp_book *b, const oca_plan_weakness *weakness);
/* "1 Nascent", "2.5" */
const char *oca_isp_level(const oca_isp_book *b, const char *item, double value);
/* "Now (1 Nascent): There is no written constitution …"; `when` is "Now" */
const char *oca_isp_described(const oca_isp_book *b, const char *item, const char *when, double value);
/* "First make sure that this is done: …", one a line; "" if nothing is unmet */
const char *oca_isp_make_sure(const oca_isp_book *b, const oca_plan_action *action);
const char *oca_isp_item(const oca_isp_book *b, const char *item);  /* title, or the id of an unknown one */
const char *oca_isp_area(const oca_isp_book *b, const char *area);  /* likewise; NULL: "" */
const char *oca_isp_votes(const oca_isp_book *b, const char *item); /* "7 votes"; "" without */

/* Dates as they now stand. */
oca_date oca_isp_start(const oca_plan_action *action);
oca_date oca_isp_due(const oca_plan_action *action);

/* A table's headings in one row: texts and widths, column by column. */
typedef struct {
    const char *heading;
    double width;
    oca_style style; /* of the heading */
} oca_isp_column;

void oca_isp_widths(oca_sheet *sheet, const oca_isp_column *columns, size_t n);
void oca_isp_headings(oca_sheet *sheet, int row, const oca_isp_column *columns, size_t n);

/* Landscape A4, `repeated` rows on every page, printed from `first_column` on: the ids stay on the screen. */
void oca_isp_paper(const oca_isp_book *b, oca_sheet *sheet, int first_repeated, int last_repeated, int last_row,
                   int first_column, int last_column);

#endif
