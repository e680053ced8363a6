#include "isp.h"

#include "../xlsx/record_sheet.h"
#include "sheets.h"

/* True if the action has a place in the plan: not one that comes after it. */
static bool is_planned(const oca_plan_action *action) {
    return action->state != OCA_DEFERRED;
}

static void find_rows(oca_isp_book *b) {
    b->most_costs = oca_plan_cost_columns(b->plan);
    for (size_t i = 0; i < b->plan->weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &b->plan->weaknesses.at[i];
        for (size_t k = 0; k < weakness->actions.n; k++) {
            const oca_plan_action *action = &weakness->actions.at[k];
            if (!is_planned(action))
                continue;
            *(oca_isp_row *)OCA_ADD(b->mem, &b->rows) = (oca_isp_row){weakness, action};
        }
    }
}

static bool has_later(const oca_plan *plan) {
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        if (plan->weaknesses.at[i].state == OCA_LATER)
            return true;
    return false;
}

static bool has_deferred(const oca_plan *plan) {
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        for (size_t k = 0; k < plan->weaknesses.at[i].actions.n; k++)
            if (!is_planned(&plan->weaknesses.at[i].actions.at[k]))
                return true;
    return false;
}

/* All sheets first, in their order: formulas on the Summary speak of the Plan. */
static void add_sheets(oca_isp_book *b, oca_book *book) {
    b->progress = b->tracked ? oca_book_sheet(book, _("Progress")) : NULL;
    b->burn_up = b->tracked ? oca_book_sheet(book, _("Burn-up")) : NULL;
    b->visit = b->tracked ? oca_book_sheet(book, _("Visit")) : NULL;
    b->slips = b->tracked && b->tracked->slips.n ? oca_book_sheet(book, _("Slips")) : NULL;
    b->summary = oca_book_sheet(book, _("Summary"));
    b->plan_sheet = oca_book_sheet(book, _("Plan"));
    b->calendar = oca_book_sheet(book, _("Calendar"));
    b->later = has_later(b->plan) ? oca_book_sheet(book, _("Later")) : NULL;
    b->find_out = b->plan->find_out.n ? oca_book_sheet(book, _("Find out")) : NULL;
    b->after = has_deferred(b->plan) ? oca_book_sheet(book, _("After this plan")) : NULL;
    b->reviews = oca_book_sheet(book, _("Reviews"));
    b->trainings = oca_book_sheet(book, _("Trainings"));
    b->item_scores = b->scores ? oca_book_sheet(book, _("Scores")) : NULL;
    b->lists = oca_book_sheet(book, "Lists");
}

static void fill_sheets(const oca_isp_book *b) {
    oca_isp_lists(b);
    oca_isp_summary(b);
    oca_isp_plan(b);
    oca_isp_calendar(b);
    if (b->later)
        oca_isp_later(b);
    if (b->find_out)
        oca_isp_find_out(b);
    if (b->after)
        oca_isp_after(b);
    oca_isp_reviews(b);
    oca_isp_trainings(b);
    if (b->item_scores)
        oca_isp_scores(b);
    if (!b->tracked)
        return;
    oca_isp_progress(b);
    oca_isp_burn_up(b);
    oca_isp_visit(b);
    if (b->slips)
        oca_isp_slips(b);
}

oca_status oca_isp_write(const char *path, oca_arena *mem, const oca_isp *isp, oca_faults *faults) {
    const oca_answers *answers = isp->scores ? isp->scores->answers : NULL;
    const oca_plan_origin *origin = isp->plan->origin;
    oca_isp_book b = {
        .isp = isp,
        .mem = mem,
        .plan = isp->plan,
        .scores = isp->scores,
        .frame = answers ? answers->frame : isp->frame,
        .assessment = answers ? answers->assessment : NULL,
        .tracked = isp->tracked,
        .lang = isp->lang,
        .organization = origin->name ? origin->name : origin->organization,
        .assessed = oca_format_text(mem, "%s, %s", oca_round_word(origin->round), oca_day_text(mem, origin->date.day)),
        .form = oca_plan_form(mem, isp->plan)};
    b.label = oca_isp_text(&b, &isp->plan->labels);
    if (!*b.label)
        b.label = _("Institutional Strengthening Plan");
    find_rows(&b);
    oca_book *book = oca_book_open(mem, path, b.label, isp->dated);
    add_sheets(&b, book);
    fill_sheets(&b);
    oca_book_record(book, &isp->record);
    return oca_book_close(book, faults);
}
