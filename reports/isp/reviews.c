/* The sheet "Reviews": when the room meets over the plan, and what was said when it did. What is filled in becomes the
 * plan's visits. */
#include "sheets.h"

enum { NUMBER, PLANNED, HELD, BY, PRESENT, TOPICS, AGREED, NEXT };
enum { HEADING_ROW = 2, FIRST_ROW, EMPTY_ROWS = 6 };

static void put_visit(const oca_isp_book *b, int row, const oca_visit *visit) {
    oca_sheet *sheet = b->reviews;
    oca_put_date(sheet, row, HELD, OCA_STYLE_INPUT_DAY, visit ? visit->date : (oca_date){0});
    oca_put_text(sheet, row, BY, OCA_STYLE_INPUT, visit ? visit->by : NULL);
    oca_put_text(sheet, row, PRESENT, OCA_STYLE_INPUT, visit ? visit->present : NULL);
    oca_put_text(sheet, row, TOPICS, OCA_STYLE_INPUT, visit ? oca_isp_text(b, &visit->topics) : NULL);
    oca_put_text(sheet, row, AGREED, OCA_STYLE_INPUT, visit ? oca_isp_text(b, &visit->agreed) : NULL);
    oca_put_text(sheet, row, NEXT, OCA_STYLE_INPUT, visit ? oca_isp_text(b, &visit->next) : NULL);
    oca_fit_row(sheet, row, 40);
}

/* The visit of that day; what the plan says of other days comes below the reviews. */
static const oca_visit *visit_on(const oca_plan *plan, oca_date date) {
    for (size_t i = 0; i < plan->visits.n; i++)
        if (date.given && plan->visits.at[i].date.given && plan->visits.at[i].date.day == date.day)
            return &plan->visits.at[i];
    return NULL;
}

static bool is_review(const oca_plan *plan, const oca_visit *visit) {
    for (size_t i = 0; i < plan->reviews.n; i++)
        if (visit_on(plan, plan->reviews.at[i].date) == visit)
            return true;
    return false;
}

static void put_unplanned(const oca_isp_book *b, int row, const oca_visit *visit) {
    oca_put_text(b->reviews, row, NUMBER, OCA_STYLE_ID, NULL);
    oca_put_text(b->reviews, row, PLANNED, OCA_STYLE_DAY, NULL);
    put_visit(b, row, visit);
}

void oca_isp_reviews(const oca_isp_book *b) {
    static const oca_isp_column columns[] = {
        [NUMBER] = {"no.", 5, OCA_STYLE_HEADING_ID},
        [PLANNED] = {"Review on", 11, OCA_STYLE_HEADING},
        [HELD] = {"Held on", 11, OCA_STYLE_HEADING_INPUT},
        [BY] = {"Led by", 14, OCA_STYLE_HEADING_INPUT},
        [PRESENT] = {"Who was there", 18, OCA_STYLE_HEADING_INPUT},
        [TOPICS] = {"What was looked at", 28, OCA_STYLE_HEADING_INPUT},
        [AGREED] = {"What was agreed", 28, OCA_STYLE_HEADING_INPUT},
        [NEXT] = {"Next steps", 25, OCA_STYLE_HEADING_INPUT},
    };
    oca_sheet *sheet = b->reviews;
    const oca_plan *plan = b->plan;
    oca_isp_widths(sheet, columns, OCA_COUNT(columns));
    oca_put_text(sheet, 0, PLANNED, OCA_STYLE_SHEET_TITLE, "Reviews and visits");
    oca_fit_row(sheet, 0, 0);
    oca_put_text(sheet, 1, PLANNED, OCA_STYLE_HINT,
                 "Fill in a row at each review; visits between reviews go into the empty rows below.");
    oca_isp_headings(sheet, HEADING_ROW, columns, OCA_COUNT(columns));
    int row = FIRST_ROW;
    for (size_t i = 0; i < plan->reviews.n; i++, row++) {
        oca_put_number(sheet, row, NUMBER, OCA_STYLE_ID, (double)i + 1);
        oca_put_date(sheet, row, PLANNED, OCA_STYLE_DAY, plan->reviews.at[i].date);
        put_visit(b, row, visit_on(plan, plan->reviews.at[i].date));
    }
    if (plan->reviews.n)
        oca_book_name(sheet, "oca_reviews", FIRST_ROW, PLANNED, row - 1, PLANNED);
    for (size_t i = 0; i < plan->visits.n; i++)
        if (!is_review(plan, &plan->visits.at[i]))
            put_unplanned(b, row++, &plan->visits.at[i]);
    for (int i = 0; i < EMPTY_ROWS; i++)
        put_unplanned(b, row++, NULL);
    oca_limit_days(sheet, (oca_block_of_cells){FIRST_ROW, HELD, row - 1, HELD}, NULL);
    oca_freeze(sheet, FIRST_ROW, HELD);
    oca_isp_paper(b, sheet, HEADING_ROW, HEADING_ROW, row - 1, NUMBER, NEXT);
}
