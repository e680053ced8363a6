/* What the sheets of the ISP workbook share: the input, looked up once, and where things stand on the Plan sheet.
 * For the files of this folder only. */
#ifndef OCA_REPORTS_ISP_SHEETS_H
#define OCA_REPORTS_ISP_SHEETS_H

#include "../../engine/document/plan_form.h"
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
 * follow the last column, three columns each; those past the first OCA_PLAN_MOST_COSTS are named in its notes. */
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
    OCA_ISP_NEW_DUE,
    OCA_ISP_INDICATOR,
    OCA_ISP_COST,
    OCA_ISP_CURRENCY,
    OCA_ISP_STATUS,
    OCA_ISP_PERCENT,
    OCA_ISP_NEW_START,
    OCA_ISP_REASON,
    OCA_ISP_STARTED,
    OCA_ISP_FINISHED,
    OCA_ISP_NOTE,
    OCA_ISP_EVIDENCE,
    OCA_ISP_NOTES_SO_FAR,
    OCA_ISP_EVIDENCE_SO_FAR,
    OCA_ISP_STARTS_NOW,
    OCA_ISP_DUE_NOW,
    OCA_ISP_AREA,
    OCA_ISP_WHY_HERE,
    OCA_ISP_STANDING,
    OCA_ISP_TARGET,
    OCA_ISP_NOW,
    OCA_ISP_RESULT,
    OCA_ISP_CAUSE,
    OCA_ISP_FIRST,
    OCA_ISP_SUPPORT,
    OCA_ISP_SUPPORTER,
    OCA_ISP_TRAINING,
    OCA_ISP_RESOURCES,
    OCA_ISP_FUNDER,
    OCA_ISP_VERIFICATION,
    OCA_ISP_COLUMNS,
};

enum { OCA_ISP_KEY_ROW = 4, OCA_ISP_HEADING_ROW, OCA_ISP_FIRST_ROW, OCA_ISP_EMPTY_ROWS = 20 };

typedef struct {
    const oca_isp *isp;
    oca_arena *mem;
    const oca_plan *plan;
    const oca_scores *scores;         /* NULL: the assessment is not at hand */
    const oca_frame *frame;           /* NULL: nor is the rubric */
    const oca_assessment *assessment; /* as `scores` */
    const oca_tracked *tracked;       /* NULL: the plan was just made */
    const char *lang;
    const char *organization, *assessed; /* its name; "baseline, 2025-03-14" */
    oca_form form;                       /* what is to be read back */
    const char *label;                   /* what the plan is called */
    OCA_LIST(oca_isp_row) rows;          /* scheduled and added actions, in the plan's order */
    size_t most_costs;                   /* of one action that have columns: 1 to OCA_PLAN_MOST_COSTS */
    /* In their order; NULL where left out. */
    oca_sheet *progress, *burn_up, *visit, *slips;
    oca_sheet *summary, *plan_sheet, *calendar, *later, *find_out, *after, *reviews, *trainings, *item_scores, *lists;
} oca_isp_book;

/* Each fills its sheet. */
void oca_isp_summary(const oca_isp_book *b);
void oca_isp_plan(const oca_isp_book *b);
void oca_isp_calendar(const oca_isp_book *b);
void oca_isp_later(const oca_isp_book *b);
void oca_isp_find_out(const oca_isp_book *b);
void oca_isp_after(const oca_isp_book *b);
void oca_isp_reviews(const oca_isp_book *b);
void oca_isp_trainings(const oca_isp_book *b);
void oca_isp_progress(const oca_isp_book *b);
void oca_isp_burn_up(const oca_isp_book *b);
void oca_isp_visit(const oca_isp_book *b);
void oca_isp_slips(const oca_isp_book *b);

/* The burn-up chart over the sheet Burn-up, in pixels, on any sheet. */
void oca_isp_burn_up_chart(const oca_isp_book *b, oca_sheet *sheet, int row, int column, int width, int height);
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
oca_isp_roles oca_isp_trainings_of(const oca_isp_book *b); /* likewise, trainings */

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
/* "2 statements divide the room" */
const char *oca_isp_divides(oca_arena *mem, size_t statements);
/* "Now (1 Nascent): There is no written constitution …", or "Then (…): …" */
const char *oca_isp_described(const oca_isp_book *b, const char *item, bool now, double value);
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
    const char *key; /* by which it is read back; NULL: it only shows */
} oca_isp_column;

void oca_isp_widths(oca_sheet *sheet, const oca_isp_column *columns, size_t n);
void oca_isp_headings(oca_sheet *sheet, int row, const oca_isp_column *columns, size_t n);

/* The key row of a table that is read back (form.h): the column of the ids is the first. */
void oca_isp_keys(oca_sheet *sheet, int row, const char *table, const oca_isp_column *columns, size_t n);

/* The marker of a sheet that only shows. */
void oca_isp_shows_only(oca_sheet *sheet);

/* Cells to fill in: what the form has in the column of that key for the row; `row_id` NULL: an empty row. Words are
 * those of the lists. Styles of the input are by the column's kind; `shown` are cells that stay as they are. */
typedef struct {
    const oca_form_table *table;
    const oca_form_row *row; /* NULL: empty */
} oca_isp_cells;

oca_isp_cells oca_isp_cells_of(const oca_isp_book *b, const char *table, const char *row_id);
void oca_isp_put(const oca_isp_book *b, oca_sheet *sheet, int row, int column, const oca_isp_cells *cells,
                 const char *key, bool shown);

/* The word that is shown for the canonical one of that list: "role", "status", "support", "training", "yes-no". */
const char *oca_isp_shown(const oca_isp_book *b, const char *list, const char *word);

/* Landscape A4, `repeated` rows on every page, printed from `first_column` on: the ids stay on the screen. */
void oca_isp_paper(const oca_isp_book *b, oca_sheet *sheet, int first_repeated, int last_repeated, int last_row,
                   int first_column, int last_column);

#endif
