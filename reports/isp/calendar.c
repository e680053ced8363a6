/* The sheet "Calendar": which action runs in which week, or month where the plan is long: as it stands, as first
 * planned where that is another time, and as it was worked on.
 *
 * Every date is fetched from the Plan sheet by the action's id, so a date moved there moves its bar here, however the
 * Plan is sorted. A bar is a sign in the cell, which can be recalculated and read aloud, darkened by a conditional
 * format. */
#include "sheets.h"

/* Printed from LEAD on. */
enum { ID, START, DUE, PLANNED_START, PLANNED_DUE, BEGUN, FINISHED, STATUS, LEAD, ACTION, FIRST_SLOT };
enum { MONTH_ROW = 2, SLOT_ROW, REVIEW_ROW, FIRST_ROW };
enum { LONGEST_IN_WEEKS = 14 /* months */, DAYS_A_WEEK = 7, MOST_SLOTS = 120 };

#define BUSY "■"    /* as it stands */
#define PLANNED "□" /* only as first planned */
#define WORKED "●"  /* begun, and not finished before */
#define REVIEW "R"

typedef struct {
    const oca_isp_book *b;
    oca_sheet *sheet;
    bool by_month;
    oca_day start;
    int slots;
} calendar;

/* The first day of slot `i`: of a week, counted from the plan's start, or of a month. */
static oca_day slot_start(const calendar *c, int i) {
    if (!c->by_month)
        return c->start + DAYS_A_WEEK * i;
    int year, month, day;
    oca_day_parts(c->start, &year, &month, &day);
    return oca_day_add_months(c->start - (day - 1), i);
}

/* The last day of slot `i`. */
static oca_day slot_end(const calendar *c, int i) {
    return slot_start(c, i + 1) - 1;
}

static oca_day last_day(const oca_isp_book *b) {
    oca_day last = b->plan->end.day;
    for (size_t i = 0; i < b->rows.n; i++) {
        oca_date due = oca_isp_due(b->rows.at[i].action);
        if (due.given && due.day > last)
            last = due.day;
    }
    return last;
}

static calendar calendar_of(const oca_isp_book *b) {
    calendar c = {.b = b, .sheet = b->calendar, .start = b->plan->start.day};
    oca_day last = last_day(b);
    c.by_month = last >= oca_day_add_months(c.start, LONGEST_IN_WEEKS);
    do
        c.slots++;
    while (slot_end(&c, c.slots - 1) < last && c.slots < MOST_SLOTS);
    return c;
}

/* Headings. */

static const char *month_name(const calendar *c, oca_day day, int columns) {
    static const char *const names[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
                                        N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
    int year, month, day_of_month;
    oca_day_parts(day, &year, &month, &day_of_month);
    if (columns < 2)
        return ""; /* no room for the name */
    return columns < 5 ? _(names[month - 1]) : oca_format_text(c->b->mem, "%s %d", _(names[month - 1]), year);
}

static int month_of(oca_day day) {
    int year, month, day_of_month;
    oca_day_parts(day, &year, &month, &day_of_month);
    return 12 * year + month;
}

/* Names of months above the weeks that begin in them; above months, the years. */
static void put_months(const calendar *c) {
    for (int first = 0, end; first < c->slots; first = end) {
        int unit = c->by_month ? 12 : 1, here = (month_of(slot_start(c, first)) - 1) / unit;
        for (end = first + 1; end < c->slots && (month_of(slot_start(c, end)) - 1) / unit == here; end++)
            ;
        const char *name =
            c->by_month ? oca_format_text(c->b->mem, "%d", here) : month_name(c, slot_start(c, first), end - first);
        oca_put_across(c->sheet, MONTH_ROW, FIRST_SLOT + first, FIRST_SLOT + end - 1, OCA_STYLE_MONTH, name);
    }
}

/* The first from the Summary, each further one from the one before it. */
static void put_slot_days(const calendar *c) {
    for (int i = 0; i < c->slots; i++) {
        const char *before = i ? oca_cell_name(c->sheet, "", SLOT_ROW, FIRST_SLOT + i - 1) : "oca_start";
        const char *formula = !c->by_month ? oca_format_text(c->b->mem, i ? "=%s+%d" : "=%s", before, DAYS_A_WEEK)
                              : i          ? oca_format_text(c->b->mem, "=DATE(YEAR(%s),MONTH(%s)+1,1)", before, before)
                                           : oca_format_text(c->b->mem, "=DATE(YEAR(%s),MONTH(%s),1)", before, before);
        oca_put_formula(c->sheet, SLOT_ROW, FIRST_SLOT + i, OCA_STYLE_WEEK, formula, oca_serial(slot_start(c, i)));
    }
}

/* The slot's last day, as a formula of its first. */
static const char *end_formula(const calendar *c, int column) {
    const char *first = oca_cell_name(c->sheet, "r", SLOT_ROW, column);
    return c->by_month ? oca_format_text(c->b->mem, "DATE(YEAR(%s),MONTH(%s)+1,0)", first, first)
                       : oca_format_text(c->b->mem, "%s+%d", first, DAYS_A_WEEK - 1);
}

static bool has_review(const calendar *c, int slot) {
    for (size_t i = 0; i < c->b->plan->reviews.n; i++) {
        oca_date date = c->b->plan->reviews.at[i].date;
        if (date.given && date.day >= slot_start(c, slot) && date.day <= slot_end(c, slot))
            return true;
    }
    return false;
}

static void put_reviews(const calendar *c) {
    oca_put_text(c->sheet, REVIEW_ROW, ID, OCA_STYLE_ID, NULL);
    oca_put_across(c->sheet, REVIEW_ROW, START, STATUS, OCA_STYLE_AREA, NULL);
    oca_put_across(c->sheet, REVIEW_ROW, LEAD, ACTION, OCA_STYLE_AREA, _("Reviews (R)"));
    for (int i = 0; i < c->slots; i++) {
        int column = FIRST_SLOT + i;
        if (c->b->plan->reviews.n == 0) {
            oca_put_text(c->sheet, REVIEW_ROW, column, OCA_STYLE_SLOT, NULL);
            continue;
        }
        const char *formula =
            oca_format_text(c->b->mem, "=IF(SUMPRODUCT((oca_reviews>=%s)*(oca_reviews<=%s))>0,\"" REVIEW "\",\"\")",
                            oca_cell_name(c->sheet, "r", SLOT_ROW, column), end_formula(c, column));
        oca_put_formula_text(c->sheet, REVIEW_ROW, column, OCA_STYLE_SLOT, formula, has_review(c, i) ? REVIEW : "");
    }
}

/* Rows. */

/* What stands in `column` of the Plan on the row with the id in this row; empty if the row or the cell is. */
static const char *fetched(const calendar *c, int row, int column) {
    const oca_isp_book *b = c->b;
    const char *found =
        oca_format_text(b->mem, "INDEX(%s,MATCH(%s,%s,0))", oca_isp_plan_range(b, column),
                        oca_cell_name(c->sheet, "c", row, ID), oca_isp_plan_range(b, OCA_ISP_ACTION_ID));
    return oca_format_text(b->mem, "=IFERROR(IF(%s=\"\",\"\",%s),\"\")", found, found);
}

static void put_fetched_day(const calendar *c, int row, int column, int from, oca_date date) {
    const char *formula = fetched(c, row, from);
    if (date.given)
        oca_put_formula(c->sheet, row, column, OCA_STYLE_DAY, formula, oca_serial(date.day));
    else
        oca_put_formula_text(c->sheet, row, column, OCA_STYLE_DAY, formula, "");
}

/* True if the days from `from` to `to`, both given, touch slot `i`. */
static bool touches(const calendar *c, int i, oca_date from, oca_date to) {
    return from.given && to.given && from.day <= slot_end(c, i) && to.day >= slot_start(c, i);
}

/* The same as a formula of the row's two columns. */
static const char *touch_formula(const calendar *c, int row, int from, int to, int column) {
    const char *first = oca_cell_name(c->sheet, "c", row, from), *last = oca_cell_name(c->sheet, "c", row, to);
    return oca_format_text(c->b->mem, "AND(%s<>\"\",%s<>\"\",%s<=%s,%s>=%s)", first, last, first,
                           end_formula(c, column), last, oca_cell_name(c->sheet, "r", SLOT_ROW, column));
}

/* The last day that was worked on: of what is not finished, the day that the workbook looks at. */
static oca_date worked_until(const calendar *c, const oca_plan_action *action) {
    if (action->finished.given || !action->started.given)
        return action->finished;
    return c->b->tracked ? (oca_date){true, c->b->tracked->progress.date} : action->started;
}

static void put_bar(const calendar *c, int row, const oca_plan_action *action) {
    for (int i = 0; i < c->slots; i++) {
        int column = FIRST_SLOT + i;
        const char *formula =
            oca_format_text(c->b->mem, "=IF(%s,\"" WORKED "\",IF(%s,\"" BUSY "\",IF(%s,\"" PLANNED "\",\"\")))",
                            touch_formula(c, row, BEGUN, FINISHED, column), touch_formula(c, row, START, DUE, column),
                            touch_formula(c, row, PLANNED_START, PLANNED_DUE, column));
        const char *value = touches(c, i, action->started, worked_until(c, action))     ? WORKED
                            : touches(c, i, oca_isp_start(action), oca_isp_due(action)) ? BUSY
                            : touches(c, i, action->start, action->due)                 ? PLANNED
                                                                                        : "";
        oca_put_formula_text(c->sheet, row, column, OCA_STYLE_SLOT, formula, value);
    }
}

/* The end of the work: the day it was finished, else the day that is looked at, once it has begun. */
static void put_finished(const calendar *c, int row, const oca_plan_action *action) {
    const oca_isp_book *b = c->b;
    const char *match = oca_format_text(b->mem, "MATCH(%s,%s,0)", oca_cell_name(c->sheet, "c", row, ID),
                                        oca_isp_plan_range(b, OCA_ISP_ACTION_ID));
    const char *begun = oca_cell_name(c->sheet, "c", row, BEGUN);
    const char *finished = oca_format_text(b->mem, "INDEX(%s,%s)", oca_isp_plan_range(b, OCA_ISP_FINISHED), match);
    const char *today = b->tracked ? "oca_date" : begun;
    const char *formula = oca_format_text(b->mem, "=IFERROR(IF(%s<>\"\",%s,IF(%s<>\"\",%s,\"\")),\"\")", finished,
                                          finished, begun, today);
    oca_date until = worked_until(c, action);
    if (until.given)
        oca_put_formula(c->sheet, row, FINISHED, OCA_STYLE_DAY, formula, oca_serial(until.day));
    else
        oca_put_formula_text(c->sheet, row, FINISHED, OCA_STYLE_DAY, formula, "");
}

static void put_row(const calendar *c, int row, const oca_isp_row *source) {
    const oca_isp_book *b = c->b;
    const oca_plan_action *action = source->action;
    const char *title = oca_isp_text(b, &action->titles);
    oca_put_text(c->sheet, row, ID, OCA_STYLE_ID, action->id);
    oca_put_text(c->sheet, row, ACTION, OCA_STYLE_TEXT, *title ? title : action->id);
    oca_put_formula_text(c->sheet, row, LEAD, OCA_STYLE_TEXT, fetched(c, row, OCA_ISP_LEAD),
                         oca_isp_role_label(b, action->lead));
    put_fetched_day(c, row, START, OCA_ISP_STARTS_NOW, oca_isp_start(action));
    put_fetched_day(c, row, DUE, OCA_ISP_DUE_NOW, oca_isp_due(action));
    oca_put_formula_text(c->sheet, row, STATUS, OCA_STYLE_TEXT_CENTRED, fetched(c, row, OCA_ISP_STATUS),
                         oca_status_shown(action->status));
    put_fetched_day(c, row, PLANNED_START, OCA_ISP_START, action->start);
    put_fetched_day(c, row, PLANNED_DUE, OCA_ISP_DUE, action->due);
    put_fetched_day(c, row, BEGUN, OCA_ISP_STARTED, action->started);
    put_finished(c, row, action);
    put_bar(c, row, action);
    oca_fit_row(c->sheet, row, 0);
}

static void set_looks(const calendar *c, int last_row, int last_column) {
    oca_arena *mem = c->b->mem;
    const char *slot = oca_cell_name(c->sheet, "r", SLOT_ROW, FIRST_SLOT);
    oca_block_of_cells bars = {FIRST_ROW, FIRST_SLOT, last_row, last_column};
    if (last_row >= FIRST_ROW) {
        const char *first = oca_cell_name(c->sheet, "", FIRST_ROW, FIRST_SLOT);
        oca_when(c->sheet, bars, oca_format_text(mem, "=%s=\"" BUSY "\"", first), OCA_STYLE_RULE_BUSY);
        oca_when(c->sheet, bars, oca_format_text(mem, "=%s=\"" PLANNED "\"", first), OCA_STYLE_RULE_PLANNED);
        oca_when(c->sheet, bars, oca_format_text(mem, "=%s=\"" WORKED "\"", first), OCA_STYLE_RULE_WORKED);
        oca_when(c->sheet, bars,
                 oca_format_text(mem, "=%s=\"" REVIEW "\"", oca_cell_name(c->sheet, "r", REVIEW_ROW, FIRST_SLOT)),
                 OCA_STYLE_RULE_REVIEW);
    }
    oca_when(c->sheet, (oca_block_of_cells){SLOT_ROW, FIRST_SLOT, SLOT_ROW, last_column},
             oca_format_text(mem, "=AND(%s<=TODAY(),TODAY()<=%s)", slot, end_formula(c, FIRST_SLOT)),
             OCA_STYLE_RULE_TODAY);
}

static void put_top(const calendar *c) {
    static const oca_isp_column columns[] = {
        [ID] = {N_("action id"), 9, OCA_STYLE_HEADING_ID, NULL},
        [START] = {N_("Start"), 10.3, OCA_STYLE_HEADING, NULL},
        [DUE] = {N_("Due"), 10.3, OCA_STYLE_HEADING, NULL},
        [PLANNED_START] = {N_("First planned start"), 10.3, OCA_STYLE_HEADING, NULL},
        [PLANNED_DUE] = {N_("First planned due"), 10.3, OCA_STYLE_HEADING, NULL},
        [BEGUN] = {N_("Begun on"), 10.3, OCA_STYLE_HEADING, NULL},
        [FINISHED] = {N_("Finished on, or so far"), 10.3, OCA_STYLE_HEADING, NULL},
        [STATUS] = {N_("Status"), 10, OCA_STYLE_HEADING, NULL},
        [LEAD] = {N_("Who leads"), 13, OCA_STYLE_HEADING, NULL},
        [ACTION] = {N_("Action"), 56, OCA_STYLE_HEADING, NULL},
    };
    oca_isp_shows_only(c->sheet);
    oca_isp_widths(c->sheet, columns, OCA_COUNT(columns));
    oca_set_width(c->sheet, FIRST_SLOT, FIRST_SLOT + c->slots - 1, c->by_month ? 2.6 : 1.3);
    oca_put_text(c->sheet, 0, LEAD, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(c->b->mem, _("%s: %s"), _("Calendar"), c->b->organization));
    oca_fit_row(c->sheet, 0, 0);
    oca_put_text(c->sheet, 1, LEAD, OCA_STYLE_HINT,
                 c->by_month
                     ? _("Each column is a month, named by its first day. ■ as it stands, □ only as first planned, "
                         "● worked on. New actions come in here once the plan has been read back.")
                     : _("Each column is a week, named by its first day. ■ as it stands, □ only as first planned, "
                         "● worked on. New actions come in here once the plan has been read back."));
    put_months(c);
    put_slot_days(c);
    oca_isp_headings(c->sheet, SLOT_ROW, columns, OCA_COUNT(columns));
    oca_fit_row(c->sheet, SLOT_ROW, 44);
    put_reviews(c);
}

void oca_isp_calendar(const oca_isp_book *b) {
    calendar made = calendar_of(b), *c = &made;
    put_top(c);
    for (size_t i = 0; i < b->rows.n; i++)
        put_row(c, FIRST_ROW + (int)i, &b->rows.at[i]);
    int last_row = FIRST_ROW + (int)b->rows.n - 1, last_column = FIRST_SLOT + c->slots - 1;
    set_looks(c, last_row, last_column);
    oca_freeze(b->calendar, FIRST_ROW, FIRST_SLOT);
    oca_isp_paper(b, b->calendar, MONTH_ROW, REVIEW_ROW, last_row < REVIEW_ROW ? REVIEW_ROW : last_row, LEAD,
                  last_column);
    oca_protect(b->calendar);
}
