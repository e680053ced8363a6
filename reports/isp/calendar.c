/* The sheet "Calendar": which action runs in which week, or month where the plan is long.
 *
 * Every date is fetched from the Plan sheet by the action's id, so a date moved there moves its bar here, however the
 * Plan is sorted. A bar is a sign in the cell, which can be recalculated and read aloud, darkened by a conditional
 * format. */
#include "sheets.h"

enum { ID, ACTION, LEAD, START, DUE, STATUS, FIRST_SLOT };
enum { MONTH_ROW = 2, SLOT_ROW, REVIEW_ROW, FIRST_ROW };
enum { LONGEST_IN_WEEKS = 14 /* months */, DAYS_A_WEEK = 7, MOST_SLOTS = 120 };

#define BUSY "■"
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

/* Formulas. `column` and `row` are cells of the sheet; the slot's first day stands in its heading. */

static const char *heading(const calendar *c, int column) {
    return oca_format_text(c->b->mem, "%s$%d", oca_cell_free(c->sheet, 0, column) /* "G1" */, SLOT_ROW + 1);
}

static const char *in_slot_row(const calendar *c, int column) {
    const char *cell = oca_cell_free(c->sheet, SLOT_ROW, column);
    size_t letters = 0;
    while (cell[letters] > '9')
        letters++;
    return oca_format_text(c->b->mem, "%.*s$%s", (int)letters, cell, cell + letters);
}
