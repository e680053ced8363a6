/* The sheet "Progress": one page for the board. What it shows is as of the day of the review. */
#include "../track/words.h"
#include "../xlsx/line_chart.h"
#include "sheets.h"

enum { LABEL, ACTIONS, STANDS, AGREED, PLANNED, OVERDUE, BAR, LAST = BAR };
enum { MOST_LISTED = 6, BLOCKS = 20, CHART_ROWS = 15 };

static void put_section(const oca_isp_book *b, int *row, const char *title) {
    oca_fit_row(b->progress, *row, 6);
    (*row)++;
    for (int i = LABEL; i <= LAST; i++)
        oca_put_text(b->progress, *row, i, OCA_STYLE_SECTION, i == LABEL ? title : NULL);
    oca_fit_row(b->progress, (*row)++, 0);
}

static void put_top(const oca_isp_book *b, int *row) {
    oca_sheet *sheet = b->progress;
    oca_date next = oca_next_review(&b->tracked->progress);
    oca_put_across(sheet, *row, LABEL, LAST, OCA_STYLE_TITLE, oca_format_text(b->mem, _("%s: progress"), b->label));
    oca_fit_row(sheet, (*row)++, 0);
    oca_put_across(sheet, *row, LABEL, LAST, OCA_STYLE_SUBTITLE, b->organization);
    oca_fit_row(sheet, (*row)++, 0);
    oca_put_text(sheet, *row, LABEL, OCA_STYLE_LABEL, _("As of"));
    oca_put_date(sheet, *row, ACTIONS, OCA_STYLE_FACT_DAY, (oca_date){true, b->tracked->progress.date});
    oca_book_name(sheet, "oca_date", *row, ACTIONS, *row, ACTIONS);
    if (next.given) {
        oca_put_text(sheet, *row, AGREED, OCA_STYLE_LABEL, _("Next review"));
        oca_put_date(sheet, *row, OVERDUE, OCA_STYLE_FACT_DAY, next);
    }
    (*row)++;
}

static const char *blocks(const oca_isp_book *b, oca_number percent) {
    oca_buffer out = {.mem = b->mem};
    int n = percent.given ? (int)(percent.value * BLOCKS / 100 + 0.5) : 0;
    for (int i = 0; i < n && i < BLOCKS; i++)
        oca_buffer_print(&out, "█");
    return out.at;
}

static void put_figure(const oca_isp_book *b, int *row, const char *label, oca_number percent, const char *meaning) {
    oca_sheet *sheet = b->progress;
    oca_put_text(sheet, *row, LABEL, OCA_STYLE_STRONG, label);
    oca_put_text(sheet, *row, ACTIONS, OCA_STYLE_STRONG, oca_track_percent(b->mem, percent));
    oca_put_across(sheet, *row, STANDS, OVERDUE, OCA_STYLE_FACT, meaning);
    oca_put_text(sheet, *row, BAR, OCA_STYLE_BAR, blocks(b, percent));
    oca_fit_row(sheet, (*row)++, 0);
}

static void put_figures(const oca_isp_book *b, int *row) {
    const oca_progress *p = &b->tracked->progress;
    put_section(b, row, _("How much is done"));
    put_figure(b, row, _("As it stands"), p->completion.as_it_stands, _("of the work that the plan now holds"));
    put_figure(b, row, _("As agreed"), p->completion.agreed, _("of the work first planned; dropped is not done"));
    put_figure(b, row, _("Planned by now"), p->completion.planned, _("of the work first planned"));
    const struct {
        const char *label;
        size_t n;
    } counts[] = {{_("Done"), p->done},       {_("Ongoing"), p->ongoing},
                  {_("Blocked"), p->blocked}, {_("Not started"), p->not_started},
                  {_("Dropped"), p->dropped}, {_("Added"), p->added},
                  {_("Overdue"), p->overdue}};
    for (int i = LABEL; i <= LAST; i++) {
        oca_put_text(b->progress, *row, i, OCA_STYLE_HEADING_CENTRED, counts[i].label);
        oca_put_number(b->progress, *row + 1, i, OCA_STYLE_WHOLE, (double)counts[i].n);
    }
    *row += 2;
}

static void put_chart(const oca_isp_book *b, int *row) {
    (*row)++;
    oca_isp_burn_up_chart(b, b->progress, *row, LABEL, 640, 290);
    *row += CHART_ROWS;
}

static void put_groups(const oca_isp_book *b, int *row, const char *title, const char *what,
                       const oca_progress_groups *groups, bool areas) {
    const char *const headings[] = {
        what,         _("Actions"),  _("As it stands, %"), _("As agreed, %"), _("Planned by now, %"),
        _("Overdue"), _("As agreed")};
    put_section(b, row, title);
    for (int i = LABEL; i <= LAST; i++)
        oca_put_text(b->progress, *row, i, i == LABEL ? OCA_STYLE_HEADING : OCA_STYLE_HEADING_CENTRED, headings[i]);
    oca_fit_row(b->progress, (*row)++, 0);
    for (size_t i = 0; i < groups->n; i++) {
        const oca_progress_group *at = &groups->at[i];
        oca_put_text(b->progress, *row, LABEL, OCA_STYLE_TEXT,
                     areas ? oca_isp_area(b, at->id) : oca_track_role(b->tracked, at->id));
        oca_put_number(b->progress, *row, ACTIONS, OCA_STYLE_WHOLE, (double)at->actions);
        oca_put_maybe(b->progress, *row, STANDS, OCA_STYLE_POINTS, at->completion.as_it_stands);
        oca_put_maybe(b->progress, *row, AGREED, OCA_STYLE_POINTS, at->completion.agreed);
        oca_put_maybe(b->progress, *row, PLANNED, OCA_STYLE_POINTS, at->completion.planned);
        oca_put_number(b->progress, *row, OVERDUE, OCA_STYLE_WHOLE, (double)at->overdue);
        oca_put_text(b->progress, *row, BAR, OCA_STYLE_BAR, blocks(b, at->completion.agreed));
        oca_fit_row(b->progress, (*row)++, 0);
    }
}

static void put_line(const oca_isp_book *b, int *row, const char *text) {
    oca_put_across(b->progress, *row, LABEL, LAST, OCA_STYLE_FACT, text);
    oca_fit_row(b->progress, (*row)++, 0);
}

static void put_overdue(const oca_isp_book *b, int *row) {
    const oca_progress *p = &b->tracked->progress;
    size_t listed = 0;
    if (p->overdue == 0)
        return;
    put_section(b, row, _("Overdue"));
    for (size_t i = 0; i < p->actions.n; i++) {
        const oca_progress_action *at = &p->actions.at[i];
        if (at->overdue && listed++ < MOST_LISTED)
            put_line(b, row,
                     oca_format_text(b->mem, _("%s: %s (%s)"), oca_day_text(b->mem, at->due.day),
                                     oca_track_action_title(b->tracked, at->action),
                                     oca_track_who(b->mem, b->tracked, at->action)));
    }
    if (listed > MOST_LISTED)
        put_line(b, row, oca_format_text(b->mem, _("and %zu more: see the sheet Visit"), listed - MOST_LISTED));
}

static void put_unblock(const oca_isp_book *b, int *row) {
    const oca_unblocks *all = &b->tracked->unblock;
    if (all->n == 0)
        return;
    put_section(b, row, _("What the next visit should unblock"));
    for (size_t i = 0; i < all->n && i < MOST_LISTED; i++) {
        const oca_plan_action *action = b->tracked->progress.actions.at[all->at[i].action].action;
        put_line(b, row,
                 oca_format_text(b->mem, _("%s: %s"), oca_track_action_title(b->tracked, action),
                                 oca_track_why(b->mem, b->tracked, &all->at[i])));
    }
    if (all->n > MOST_LISTED)
        put_line(b, row, oca_format_text(b->mem, _("and %zu more: see the sheet Visit"), all->n - MOST_LISTED));
}

void oca_isp_progress(const oca_isp_book *b) {
    static const double widths[] = {
        [LABEL] = 33, [ACTIONS] = 11, [STANDS] = 11, [AGREED] = 11, [PLANNED] = 11, [OVERDUE] = 11, [BAR] = 18};
    for (int i = 0; i <= LAST; i++)
        oca_set_width(b->progress, i, i, widths[i]);
    oca_isp_shows_only(b->progress);
    int row = 1;
    put_top(b, &row);
    put_figures(b, &row);
    put_chart(b, &row);
    put_groups(b, &row, _("By area"), _("Area"), &b->tracked->progress.areas, true);
    put_groups(b, &row, _("By lead"), _("Who leads"), &b->tracked->progress.leads, false);
    put_overdue(b, &row);
    put_unblock(b, &row);
    put_line(b, &row, _("Doing an action changes no score: only a reassessment does."));
    oca_set_paper(b->progress, &(oca_paper){.portrait = true,
                                            .one_page = true,
                                            .last_repeated = -1,
                                            .left = b->organization,
                                            .right = oca_day_text(b->mem, b->tracked->progress.date),
                                            .footer = b->label});
    oca_protect(b->progress);
    oca_show_first(b->progress);
}
