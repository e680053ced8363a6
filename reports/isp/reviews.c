/* The sheets "Reviews" and "Trainings": when the room meets over the plan and what was said when it did; who went to
 * which training, and what became of it. What earlier reviews entered stays; new rows are filled in. */
#include "sheets.h"

enum { KEY_ROW = 2, HEADING_ROW, FIRST_ROW, EMPTY_VISITS = 6, EMPTY_TRAININGS = 12 };

#define FILLED OCA_STYLE_HEADING_INPUT

/* One row: what the form has for `id`, NULL: an empty row to fill in. */
static void put_row(const oca_isp_book *b, oca_sheet *sheet, int row, const char *table, const char *id,
                    const oca_isp_column *columns, int n) {
    oca_isp_cells cells = oca_isp_cells_of(b, table, id);
    oca_put_text(sheet, row, 0, id ? OCA_STYLE_ID : OCA_STYLE_INPUT_ID, id);
    for (int i = 1; i < n; i++)
        if (columns[i].key)
            oca_isp_put(b, sheet, row, i, &cells, columns[i].key, id != NULL);
    oca_fit_row(sheet, row, id ? 0 : 40);
}

/* The number of the visit of that day, from 1; 0: there was none. */
static size_t visit_on(const oca_plan *plan, oca_date date) {
    for (size_t i = 0; i < plan->visits.n; i++)
        if (date.given && plan->visits.at[i].date.given && plan->visits.at[i].date.day == date.day)
            return i + 1;
    return 0;
}

static bool is_review(const oca_plan *plan, size_t visit) {
    for (size_t i = 0; i < plan->reviews.n; i++)
        if (visit_on(plan, plan->reviews.at[i].date) == visit + 1)
            return true;
    return false;
}

static const char *number(const oca_isp_book *b, size_t n) {
    return n ? oca_format_text(b->mem, "%zu", n) : NULL;
}

void oca_isp_reviews(const oca_isp_book *b) {
    enum { NUMBER, PLANNED, HELD, BY, PRESENT, TOPICS, AGREED, NEXT, COLUMNS };
    static const oca_isp_column columns[COLUMNS] = {
        [NUMBER] = {N_("no."), 5, OCA_STYLE_HEADING_ID, NULL},
        [PLANNED] = {N_("Review on"), 11, OCA_STYLE_HEADING, NULL},
        [HELD] = {N_("Held on"), 11, FILLED, "date"},
        [BY] = {N_("Led by"), 14, FILLED, "by"},
        [PRESENT] = {N_("Who was there"), 18, FILLED, "present"},
        [TOPICS] = {N_("What was looked at"), 28, FILLED, "topics"},
        [AGREED] = {N_("What was agreed"), 28, FILLED, "agreed"},
        [NEXT] = {N_("Next steps"), 25, FILLED, "next"},
    };
    oca_sheet *sheet = b->reviews;
    const oca_plan *plan = b->plan;
    oca_isp_widths(sheet, columns, COLUMNS);
    oca_put_text(sheet, 0, PLANNED, OCA_STYLE_SHEET_TITLE, _("Reviews and visits"));
    oca_fit_row(sheet, 0, 0);
    oca_put_text(sheet, 1, PLANNED, OCA_STYLE_HINT,
                 _("Fill in a row at each review; visits between reviews go into the empty rows below."));
    oca_isp_keys(sheet, KEY_ROW, "visits", columns, COLUMNS);
    oca_isp_headings(sheet, HEADING_ROW, columns, COLUMNS);
    int row = FIRST_ROW;
    for (size_t i = 0; i < plan->reviews.n; i++, row++) {
        put_row(b, sheet, row, "visits", number(b, visit_on(plan, plan->reviews.at[i].date)), columns, COLUMNS);
        oca_put_date(sheet, row, PLANNED, OCA_STYLE_DAY, plan->reviews.at[i].date);
    }
    if (plan->reviews.n)
        oca_book_name(sheet, "oca_reviews", FIRST_ROW, PLANNED, row - 1, PLANNED);
    for (size_t i = 0; i < plan->visits.n + EMPTY_VISITS; i++) {
        if (i < plan->visits.n && is_review(plan, i))
            continue;
        put_row(b, sheet, row, "visits", i < plan->visits.n ? number(b, i + 1) : NULL, columns, COLUMNS);
        oca_put_text(sheet, row++, PLANNED, OCA_STYLE_DAY, NULL);
    }
    oca_limit_days(sheet, (oca_block_of_cells){FIRST_ROW, HELD, row - 1, HELD}, NULL);
    oca_freeze(sheet, FIRST_ROW, HELD);
    oca_isp_paper(b, sheet, HEADING_ROW, HEADING_ROW, row - 1, NUMBER, NEXT);
}

/* The trainings that open actions need, each once. */
static const char *needed(const oca_isp_book *b) {
    oca_strings titles = {0};
    for (size_t i = 0; i < b->rows.n; i++) {
        const oca_plan_action *action = b->rows.at[i].action;
        const char *title = oca_isp_training_title(b, action->training);
        bool open = action->status != OCA_DONE && action->status != OCA_DROPPED;
        if (*title && open && !oca_holds(&titles, title))
            *(const char **)OCA_ADD(b->mem, &titles) = title;
    }
    return oca_join(b->mem, &titles, _("; "));
}

void oca_isp_trainings(const oca_isp_book *b) {
    enum { NUMBER, TRAINING, ROLE, DATE, WOMEN, MEN, YOUTH, USED, PASSED_ON, BY, NOTE, COLUMNS };
    static const oca_isp_column columns[COLUMNS] = {
        [NUMBER] = {N_("no."), 5, OCA_STYLE_HEADING_ID, NULL},
        [TRAINING] = {N_("Training"), 32, FILLED, "training"},
        [ROLE] = {N_("For which role"), 16, FILLED, "role"},
        [DATE] = {N_("Date"), 11, FILLED, "date"},
        [WOMEN] = {N_("Women"), 8, FILLED, "women"},
        [MEN] = {N_("Men"), 8, FILLED, "men"},
        [YOUTH] = {N_("Youth among them"), 9, FILLED, "youth"},
        [USED] = {N_("Is it used?"), 9, FILLED, "used"},
        [PASSED_ON] = {N_("Passed on to how many?"), 11, FILLED, "passed-on"},
        [BY] = {N_("Who trained"), 18, FILLED, "by"},
        [NOTE] = {N_("Note"), 30, FILLED, "note"},
    };
    oca_sheet *sheet = b->trainings;
    const char *wanted = needed(b);
    oca_isp_widths(sheet, columns, COLUMNS);
    oca_put_text(sheet, 0, TRAINING, OCA_STYLE_SHEET_TITLE, _("Trainings: who went, and what became of it"));
    oca_fit_row(sheet, 0, 0);
    oca_put_text(sheet, 1, TRAINING, OCA_STYLE_HINT,
                 *wanted ? oca_format_text(b->mem, _("Trainings that open actions need: %s"), wanted)
                         : _("A training that nobody passes on is lost with the person who went."));
    oca_isp_keys(sheet, KEY_ROW, "trainings", columns, COLUMNS);
    oca_isp_headings(sheet, HEADING_ROW, columns, COLUMNS);
    int row = FIRST_ROW;
    for (size_t i = 0; i < b->plan->trained.n + EMPTY_TRAININGS; i++)
        put_row(b, sheet, row++, "trainings", i < b->plan->trained.n ? number(b, i + 1) : NULL, columns, COLUMNS);
    int last = row - 1;
    if (oca_isp_trainings_of(b).n)
        oca_offer(sheet, (oca_block_of_cells){FIRST_ROW, TRAINING, last, TRAINING}, "oca_training", false, NULL);
    if (oca_isp_roles_of(b).n)
        oca_offer(sheet, (oca_block_of_cells){FIRST_ROW, ROLE, last, ROLE}, "oca_role", false, NULL);
    oca_offer(sheet, (oca_block_of_cells){FIRST_ROW, USED, last, USED}, "oca_yes_no", true, NULL);
    oca_limit_days(sheet, (oca_block_of_cells){FIRST_ROW, DATE, last, DATE}, NULL);
    oca_limit_numbers(sheet, (oca_block_of_cells){FIRST_ROW, WOMEN, last, YOUTH}, 0, 1e6, NULL);
    oca_limit_numbers(sheet, (oca_block_of_cells){FIRST_ROW, PASSED_ON, last, PASSED_ON}, 0, 1e6, NULL);
    oca_freeze(sheet, FIRST_ROW, ROLE);
    oca_isp_paper(b, sheet, HEADING_ROW, HEADING_ROW, last, NUMBER, NOTE);
}
