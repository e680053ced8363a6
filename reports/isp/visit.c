/* The sheets "Visit", to be printed and written on at the next coaching visit, and "Slips", how due dates moved. */
#include "../track/words.h"
#include "sheets.h"

enum { NOTHING, WHAT, WHO, WHEN, WHY, WRITE, COLUMNS };
enum { LEAST_HEIGHT = 44 /* points: room to write by hand */ };

static void put_heading(const oca_isp_book *b, int *row, const char *title, const char *const *headings) {
    oca_sheet *sheet = b->visit;
    (*row)++;
    for (int i = WHAT; i < COLUMNS; i++)
        oca_put_text(sheet, *row, i, OCA_STYLE_SECTION, i == WHAT ? title : NULL);
    oca_fit_row(sheet, (*row)++, 0);
    for (int i = WHAT; i < COLUMNS; i++)
        oca_put_text(sheet, *row, i, OCA_STYLE_HEADING, _(headings[i - WHAT]));
    oca_fit_row(sheet, (*row)++, 0);
}

static void put_row(const oca_isp_book *b, int *row, const char *what, const char *who, oca_date when,
                    const char *why) {
    oca_sheet *sheet = b->visit;
    oca_put_text(sheet, *row, WHAT, OCA_STYLE_TEXT, what);
    oca_put_text(sheet, *row, WHO, OCA_STYLE_TEXT, who);
    oca_put_date(sheet, *row, WHEN, OCA_STYLE_DAY, when);
    oca_put_text(sheet, *row, WHY, OCA_STYLE_TEXT, why);
    oca_put_text(sheet, *row, WRITE, OCA_STYLE_TEXT, NULL);
    oca_fit_row(sheet, (*row)++, LEAST_HEIGHT);
}

static void put_unblock(const oca_isp_book *b, int *row) {
    static const char *const headings[] = {N_("Action"), N_("Who"), N_("Due"), N_("Why it is looked at"),
                                           N_("What was found and agreed")};
    const oca_tracked *t = b->tracked;
    put_heading(b, row, _("Late, blocked, or not ready"), headings);
    for (size_t i = 0; i < t->unblock.n; i++) {
        const oca_progress_action *at = &t->progress.actions.at[t->unblock.at[i].action];
        put_row(b, row, oca_track_action_title(t, at->action), oca_track_who(b->mem, t, at->action), at->due,
                oca_track_why(b->mem, t, &t->unblock.at[i]));
    }
    if (t->unblock.n == 0)
        put_row(b, row, _("Nothing is late or blocked."), NULL, (oca_date){0}, NULL);
}

/* What is open, and begins or is due before the visit after the next. */
static void put_coming(const oca_isp_book *b, int *row) {
    static const char *const headings[] = {N_("Action"), N_("Who"), N_("Due"), N_("Status"),
                                           N_("What was found and agreed")};
    const oca_tracked *t = b->tracked;
    bool any = false;
    for (size_t i = 0; i < t->progress.actions.n; i++) {
        const oca_progress_action *at = &t->progress.actions.at[i];
        bool ready = oca_is_ready(&t->progress, t->waiting, i);
        if (at->overdue || !(at->due_soon || ready || (at->counts && at->action->status == OCA_ONGOING)))
            continue;
        if (!any)
            put_heading(b, row, _("Under way, due soon, or ready to begin"), headings);
        any = true;
        put_row(b, row, oca_track_action_title(t, at->action), oca_track_who(b->mem, t, at->action), at->due,
                ready ? _("ready: what had to come first is over") : oca_status_shown(at->action->status));
    }
}

static void put_trainings(const oca_isp_book *b, int *row) {
    static const char *const headings[] = {N_("Training"), N_("For which role"), N_("Held on"),
                                           N_("Used? Passed on to how many?"), N_("What was found and agreed")};
    if (b->plan->trained.n)
        put_heading(b, row, _("Trainings to ask about"), headings);
    for (size_t i = 0; i < b->plan->trained.n; i++) {
        const oca_trained *at = &b->plan->trained.at[i];
        const char *used = at->used == OCA_YES  ? _("used")
                           : at->used == OCA_NO ? _("not used")
                                                : _("whether it is used is not told");
        const char *on = at->passed_on.given ? oca_format_text(b->mem, _("passed on to %s"),
                                                               oca_number_shown(b->mem, at->passed_on.value, 0))
                                             : _("whether it was passed on is not told");
        put_row(b, row, oca_isp_training_title(b, at->training), at->role ? oca_isp_role_label(b, at->role) : NULL,
                at->date, oca_format_text(b->mem, _("%s; %s"), used, on));
    }
}

static const oca_visit *last_visit(const oca_plan *plan) {
    const oca_visit *last = NULL;
    for (size_t i = 0; i < plan->visits.n; i++)
        if (!last ||
            (plan->visits.at[i].date.given && (!last->date.given || plan->visits.at[i].date.day >= last->date.day)))
            last = &plan->visits.at[i];
    return last;
}

static void put_fact(const oca_isp_book *b, int *row, const char *label, const char *text) {
    oca_put_text(b->visit, *row, WHAT, OCA_STYLE_LABEL, label);
    oca_put_across(b->visit, *row, WHO, WRITE, OCA_STYLE_SIGNATURE, text);
    oca_fit_row(b->visit, (*row)++, 20);
}

void oca_isp_visit(const oca_isp_book *b) {
    static const double widths[] = {[NOTHING] = 2, [WHAT] = 38, [WHO] = 20, [WHEN] = 11, [WHY] = 30, [WRITE] = 42};
    const oca_visit *before = last_visit(b->plan);
    oca_date next = oca_next_review(&b->tracked->progress);
    for (int i = 0; i < COLUMNS; i++)
        oca_set_width(b->visit, i, i, widths[i]);
    oca_isp_shows_only(b->visit);
    oca_put_text(b->visit, 0, WHAT, OCA_STYLE_SHEET_TITLE, oca_format_text(b->mem, _("Visit to %s"), b->organization));
    oca_fit_row(b->visit, 0, 0);
    int row = 1;
    put_fact(b, &row, _("Planned for"), next.given ? oca_day_text(b->mem, next.day) : NULL);
    put_fact(b, &row, _("Held on, by"), NULL);
    put_fact(b, &row, _("Who was there"), NULL);
    if (before && before->agreed.n)
        put_fact(b, &row, _("Agreed last time"), oca_isp_text(b, &before->agreed));
    if (before && before->next.n)
        put_fact(b, &row, _("Next steps of last time"), oca_isp_text(b, &before->next));
    put_unblock(b, &row);
    put_coming(b, &row);
    put_trainings(b, &row);
    row++;
    put_fact(b, &row, _("What else"), NULL);
    put_fact(b, &row, _("Next visit"), NULL);
    oca_freeze(b->visit, 1, WHO);
    oca_isp_paper(b, b->visit, 0, 0, row - 1, WHAT, WRITE);
    oca_protect(b->visit);
}

void oca_isp_slips(const oca_isp_book *b) {
    enum { ID, ACTION, WHO_LEADS, PLANNED, NOW, DAYS, DECIDED, FROM, TO, REASON, BY, ALL };
    enum { HEADING = 2, FIRST = 3 };
    static const oca_isp_column columns[ALL] = {
        [ID] = {N_("action id"), 9, OCA_STYLE_HEADING_ID, NULL},
        [ACTION] = {N_("Action"), 36, OCA_STYLE_HEADING, NULL},
        [WHO_LEADS] = {N_("Who"), 18, OCA_STYLE_HEADING, NULL},
        [PLANNED] = {N_("First planned"), 11, OCA_STYLE_HEADING, NULL},
        [NOW] = {N_("Due now"), 11, OCA_STYLE_HEADING, NULL},
        [DAYS] = {N_("Days later"), 8, OCA_STYLE_HEADING, NULL},
        [DECIDED] = {N_("Moved at the review of"), 12, OCA_STYLE_HEADING, NULL},
        [FROM] = {N_("From"), 11, OCA_STYLE_HEADING, NULL},
        [TO] = {N_("To"), 11, OCA_STYLE_HEADING, NULL},
        [REASON] = {N_("Why"), 34, OCA_STYLE_HEADING, NULL},
        [BY] = {N_("Review held by"), 16, OCA_STYLE_HEADING, NULL},
    };
    oca_sheet *sheet = b->slips;
    oca_isp_widths(sheet, columns, ALL);
    oca_isp_shows_only(sheet);
    oca_put_text(sheet, 0, ACTION, OCA_STYLE_SHEET_TITLE, _("How due dates moved"));
    oca_fit_row(sheet, 0, 0);
    oca_put_text(sheet, 1, ACTION, OCA_STYLE_HINT,
                 _("One line for each move, oldest first; the date first planned never changes."));
    oca_isp_headings(sheet, HEADING, columns, ALL);
    int row = FIRST;
    for (size_t i = 0; i < b->tracked->slips.n; i++) {
        const oca_slip_history *history = &b->tracked->slips.at[i];
        for (size_t k = 0; k < history->moves.n; k++, row++) {
            const oca_slip *move = &history->moves.at[k];
            oca_put_text(sheet, row, ID, OCA_STYLE_ID, history->action->id);
            oca_put_text(sheet, row, ACTION, OCA_STYLE_TEXT, oca_track_action_title(b->tracked, history->action));
            oca_put_text(sheet, row, WHO_LEADS, OCA_STYLE_TEXT, oca_track_who(b->mem, b->tracked, history->action));
            oca_put_date(sheet, row, PLANNED, OCA_STYLE_DAY, history->action->due);
            oca_put_date(sheet, row, NOW, OCA_STYLE_DAY, oca_current_due(history->action));
            oca_put_number(sheet, row, DAYS, OCA_STYLE_WHOLE, history->days);
            oca_put_date(sheet, row, DECIDED, OCA_STYLE_DAY, move->decided);
            oca_put_date(sheet, row, FROM, OCA_STYLE_DAY, move->from);
            oca_put_date(sheet, row, TO, OCA_STYLE_DAY, move->to);
            oca_put_text(sheet, row, REASON, OCA_STYLE_TEXT, move->reason);
            oca_put_text(sheet, row, BY, OCA_STYLE_TEXT, move->by);
            oca_fit_row(sheet, row, 0);
        }
    }
    oca_set_filter(sheet, HEADING, 0, row - 1, ALL - 1);
    oca_freeze(sheet, FIRST, WHO_LEADS);
    oca_isp_paper(b, sheet, HEADING, HEADING, row - 1, ACTION, BY);
    oca_protect(sheet);
}
