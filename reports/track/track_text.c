/* Where a plan stands, as a readable summary. */
#include "../table.h"
#include "../tones.h"
#include "words.h"

typedef struct {
    oca_lines out;
    oca_arena *mem;
    const oca_tracked *tracked;
    const oca_progress *progress;
} page;

static void paragraph(page *p, size_t indent, const char *text) {
    oca_lines_wrap(&p->out, text, indent, indent + 2);
}

static const char *day_or(const page *p, oca_date date) {
    return date.given ? oca_day_text(p->mem, date.day) : OCA_UNDEFINED_SHOWN;
}

static void top(page *p) {
    const oca_plan *plan = p->progress->plan;
    oca_date next = oca_next_review(p->progress);
    oca_lines_title(&p->out, oca_format_text(p->mem, _("%s, on %s"), oca_track_label(p->tracked),
                                             oca_day_text(p->mem, p->progress->date)));
    oca_lines_title(&p->out, oca_track_organization(p->tracked));
    oca_lines_say(&p->out, next.given ? _("%s – %s; the next review is on %s") : "%s – %s", day_or(p, plan->start),
                  day_or(p, plan->end), oca_day_text(p->mem, next.day));
}

/* How much is done, with a bar; or "– (why)". */
static void done_line(page *p, const char *label, oca_number done, const char *text, const char *why) {
    oca_lines_labelled_bar(&p->out, label, done,
                           done.given ? text : oca_format_text(p->mem, OCA_UNDEFINED_SHOWN " (%s)", why));
}

static void completion(page *p) {
    const oca_completion *all = &p->progress->completion;
    const char *stands = oca_track_percent(p->mem, all->as_it_stands);
    const char *agreed = oca_track_percent(p->mem, all->agreed), *planned = oca_track_percent(p->mem, all->planned);
    oca_lines_heading(&p->out, _("How much is done"));
    done_line(p, _("As it stands"), all->as_it_stands,
              oca_format_text(p->mem, _("%s of the work that the plan now holds"), stands),
              _("the plan holds no actions with dates"));
    done_line(p, _("As agreed"), all->agreed,
              oca_format_text(p->mem, _("%s of the work first planned; what was dropped counts as not done"), agreed),
              _("no action was planned at first"));
    done_line(p, _("Planned by now"), all->planned, oca_format_text(p->mem, _("%s of the work first planned"), planned),
              _("no action was planned at first"));
    oca_lines_labelled(&p->out, _("Actions"), OCA_TONE_PLAIN,
                       oca_format_text(p->mem,
                                       _("%zu done, %zu ongoing, %zu blocked, %zu not started; %zu dropped, "
                                         "%zu added; %zu overdue, %zu due within 30 days"),
                                       p->progress->done, p->progress->ongoing, p->progress->blocked,
                                       p->progress->not_started, p->progress->dropped, p->progress->added,
                                       p->progress->overdue, p->progress->due_soon));
    paragraph(p, 0, _("Doing an action changes no score: only a reassessment does."));
}

static void conflicts(page *p) {
    const oca_conflicts *all = p->tracked->conflicts;
    if (all->n == 0)
        return;
    oca_lines_heading(&p->out, _("Copies disagree: settle these first"));
    for (size_t i = 0; i < all->n; i++) {
        const oca_conflict *conflict = &all->at[i];
        const char *id = conflict->action ? conflict->action : conflict->item;
        paragraph(p, 0,
                  oca_format_text(p->mem, _("%s: %s is \"%s\" in the record"), oca_track_title_of(p->tracked, id),
                                  conflict->field, conflict->record));
        for (size_t k = 0; k < conflict->claims.n; k++)
            paragraph(p, 4,
                      oca_format_text(p->mem, _("\"%s\" in %s, %s"), conflict->claims.at[k].value,
                                      conflict->claims.at[k].copy->file,
                                      oca_where_text(p->mem, conflict->claims.at[k].where)));
    }
}

static void groups(page *p, const char *title, const char *column, const oca_progress_groups *all, bool areas) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, column, "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Actions"), NULL, OCA_RIGHT);
    oca_table_column(p->mem, &table, _("As it stands, %"), "completion", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("As agreed, %"), "completion_agreed", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Planned by now, %"), "planned_completion", OCA_RIGHT);
    oca_table_column(p->mem, &table, _("Overdue"), NULL, OCA_RIGHT);
    for (size_t i = 0; i < all->n; i++) {
        const oca_progress_group *at = &all->at[i];
        oca_table_text(p->mem, &table,
                       areas ? oca_track_area_title(p->tracked, at->id) : oca_track_role(p->tracked, at->id));
        oca_table_number(p->mem, &table, (double)at->actions, 0);
        oca_table_points(p->mem, &table, at->completion.as_it_stands, OCA_DECIMALS_POINTS,
                         _("all its actions were dropped"));
        oca_table_maybe(p->mem, &table, at->completion.agreed, OCA_DECIMALS_POINTS,
                        _("all its actions were added later"));
        oca_table_maybe(p->mem, &table, at->completion.planned, OCA_DECIMALS_POINTS,
                        _("all its actions were added later"));
        oca_table_number(p->mem, &table, (double)at->overdue, 0);
        oca_table_tone(&table, oca_number_tone(at->overdue));
    }
    if (all->n == 0)
        return;
    oca_lines_heading(&p->out, title);
    oca_table_write(&p->out, &table);
}

/* Actions that are overdue, or due soon. */
static void due_list(page *p, const char *title, bool overdue) {
    oca_table table = {0};
    oca_table_column(p->mem, &table, _("Due"), "revised_due", OCA_LEFT);
    oca_table_column(p->mem, &table, _("First planned"), "due", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Action"), "id", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Who"), "person", OCA_LEFT);
    oca_table_column(p->mem, &table, _("Status"), "status", OCA_LEFT);
    for (size_t i = 0; i < p->progress->actions.n; i++) {
        const oca_progress_action *at = &p->progress->actions.at[i];
        if (overdue ? !at->overdue : !at->due_soon)
            continue;
        oca_table_date(p->mem, &table, at->due.day);
        oca_table_tone(&table, overdue ? OCA_TONE_ALARM : OCA_TONE_PLAIN);
        oca_table_text(p->mem, &table, day_or(p, at->action->due));
        oca_table_text(p->mem, &table, oca_track_action_title(p->tracked, at->action));
        oca_table_text(p->mem, &table, oca_track_who(p->mem, p->tracked, at->action));
        oca_table_text(p->mem, &table, oca_status_shown(at->action->status));
        oca_table_tone(&table, oca_status_tone(at->action->status));
    }
    if (oca_table_rows(&table) == 0)
        return;
    oca_lines_heading(&p->out, title);
    oca_table_write(&p->out, &table);
}

static void unblock(page *p) {
    const oca_unblocks *all = &p->tracked->unblock;
    oca_date next = oca_next_review(p->progress);
    if (all->n == 0)
        return;
    oca_lines_heading(&p->out, next.given ? oca_format_text(p->mem, _("To unblock at the next visit, %s"),
                                                            oca_day_text(p->mem, next.day))
                                          : _("To unblock at the next visit"));
    for (size_t i = 0; i < all->n; i++) {
        const oca_plan_action *action = p->progress->actions.at[all->at[i].action].action;
        paragraph(p, 0,
                  oca_format_text(p->mem, _("%s (%s): %s"), oca_track_action_title(p->tracked, action),
                                  oca_track_who(p->mem, p->tracked, action),
                                  oca_track_why(p->mem, p->tracked, &all->at[i])));
    }
}

static void ready(page *p) {
    bool any = false;
    for (size_t i = 0; i < p->progress->actions.n; i++) {
        const oca_plan_action *action = p->progress->actions.at[i].action;
        if (!oca_is_ready(p->progress, p->tracked->waiting, i))
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("Ready to begin: what had to come first is over"));
        any = true;
        paragraph(p, 0,
                  oca_format_text(p->mem, _("%s (%s), from %s"), oca_track_action_title(p->tracked, action),
                                  oca_track_who(p->mem, p->tracked, action), day_or(p, oca_current_start(action))));
    }
}

static void unmet(page *p) {
    bool any = false;
    for (size_t i = 0; i < p->progress->actions.n; i++) {
        const oca_progress_action *at = &p->progress->actions.at[i];
        if (!at->counts || !oca_is_open(at->action))
            continue;
        for (size_t k = 0; k < at->action->unmet.n; k++) {
            if (!any)
                oca_lines_heading(&p->out, _("To make sure of first"));
            any = true;
            paragraph(p, 0,
                      oca_format_text(p->mem, _("%s, before: %s"),
                                      oca_track_title_of(p->tracked, at->action->unmet.at[k]),
                                      oca_track_action_title(p->tracked, at->action)));
        }
    }
}

static const char *moved(oca_arena *mem, int by) {
    size_t days = (size_t)(by < 0 ? -by : by);
    if (days == 0)
        return _("as first planned");
    return oca_format_text(mem,
                           by < 0 ? oca_counted("%zu day earlier", "%zu days earlier", days)
                                  : oca_counted("%zu day later", "%zu days later", days),
                           days);
}

static void slips(page *p) {
    if (p->tracked->slips.n == 0)
        return;
    oca_lines_heading(&p->out, _("How due dates moved"));
    for (size_t i = 0; i < p->tracked->slips.n; i++) {
        const oca_slip_history *history = &p->tracked->slips.at[i];
        const char *title = oca_track_action_title(p->tracked, history->action);
        size_t moves = history->moves.n;
        paragraph(p, 0,
                  oca_format_text(p->mem, oca_counted("%s: %s, in %zu move", "%s: %s, in %zu moves", moves), title,
                                  moved(p->mem, history->days), moves));
        for (size_t k = 0; k < history->moves.n; k++)
            paragraph(p, 4, oca_track_slip(p->mem, &history->moves.at[k]));
    }
}

static void dropped_and_added(page *p) {
    bool any = false;
    for (size_t i = 0; i < p->progress->actions.n; i++) {
        const oca_progress_action *at = &p->progress->actions.at[i];
        bool dropped = at->counts && at->action->status == OCA_DROPPED, added = at->action->state == OCA_ADDED;
        if (!dropped && !added)
            continue;
        if (!any)
            oca_lines_heading(&p->out, _("Dropped and added"));
        any = true;
        const char *title = oca_track_action_title(p->tracked, at->action);
        if (added)
            paragraph(p, 0,
                      oca_format_text(p->mem, _("added: %s (%s), %s – %s"), title,
                                      oca_track_item_title(p->tracked, at->weakness), day_or(p, at->start),
                                      day_or(p, at->due)));
        if (dropped)
            paragraph(p, 0,
                      oca_format_text(p->mem, _("dropped: %s (%s)"), title,
                                      at->action->reason ? at->action->reason : _("no reason told")));
    }
}

static void add(page *p, oca_strings *list, const char *text) {
    *(const char **)OCA_ADD(p->mem, list) = text;
}

/* One-off trainings that nobody passes on are the ones to ask about. */
static void trainings(page *p) {
    const oca_plan *plan = p->progress->plan;
    if (plan->trained.n == 0)
        return;
    oca_lines_heading(&p->out, _("Trainings"));
    for (size_t i = 0; i < plan->trained.n; i++) {
        const oca_trained *at = &plan->trained.at[i];
        oca_strings parts = {0};
        if (at->women.given)
            add(p, &parts, oca_format_text(p->mem, _("women: %s"), oca_number_shown(p->mem, at->women.value, 0)));
        if (at->men.given)
            add(p, &parts, oca_format_text(p->mem, _("men: %s"), oca_number_shown(p->mem, at->men.value, 0)));
        if (at->youth.given)
            add(p, &parts, oca_format_text(p->mem, _("youth: %s"), oca_number_shown(p->mem, at->youth.value, 0)));
        const char *on =
            at->passed_on.given && at->passed_on.value > 0
                ? oca_format_text(p->mem, _("passed on to %s"), oca_number_shown(p->mem, at->passed_on.value, 0))
            : at->passed_on.given ? _("passed on to nobody yet")
                                  : _("whether it was passed on is not told");
        const char *what =
            oca_format_text(p->mem, "%s %s", day_or(p, at->date), oca_track_training(p->tracked, at->training));
        if (parts.n) /* TRANSLATORS: a training and its date; who went; what became of it */
            paragraph(p, 0, oca_format_text(p->mem, _("%s: %s: %s"), what, oca_join(p->mem, &parts, ", "), on));
        else
            paragraph(p, 0, oca_format_text(p->mem, _("%s: %s"), what, on));
    }
}

static void entry(page *p, const oca_change *change) {
    const char *old = change->old_value ? change->old_value : "", *new = change->new_value ? change->new_value : "";
    if (oca_equal(change->field, "action"))
        paragraph(p, 4, _("added"));
    else if (*old)
        paragraph(p, 4,
                  oca_format_text(p->mem, _("%s: %s → %s"), change->field, old, *new ? new : OCA_UNDEFINED_SHOWN));
    else
        paragraph(p, 4, oca_format_text(p->mem, _("%s: %s"), change->field, new));
}

static void entered(page *p) {
    const oca_plan *plan = p->progress->plan;
    const char *last = NULL, *reason = NULL;
    if (p->tracked->changes == 0)
        return;
    oca_lines_heading(&p->out, _("What this review changed"));
    for (size_t i = plan->journal->changes.n - p->tracked->changes; i < plan->journal->changes.n; i++) {
        const oca_change *change = &plan->journal->changes.at[i];
        const char *id = change->action ? change->action : change->item;
        if (!oca_equal(id, last)) {
            paragraph(p, 0, oca_track_title_of(p->tracked, id));
            reason = NULL;
        }
        entry(p, change);
        if (change->reason && !oca_equal(change->reason, reason))
            paragraph(p, 6, oca_format_text(p->mem, _("because: %s"), change->reason));
        last = id;
        reason = change->reason ? change->reason : reason;
    }
}

const char *oca_track_text(oca_arena *mem, const oca_tracked *tracked, const oca_screen *screen) {
    page made = {.out = {.written = {.mem = mem}, .screen = screen},
                 .mem = mem,
                 .tracked = tracked,
                 .progress = &tracked->progress},
         *p = &made;
    top(p);
    conflicts(p);
    completion(p);
    due_list(p, _("Overdue"), true);
    unblock(p);
    due_list(p, _("Due within 30 days"), false);
    ready(p);
    unmet(p);
    slips(p);
    dropped_and_added(p);
    groups(p, _("By area"), _("Area"), &p->progress->areas, true);
    groups(p, _("By lead"), _("Who leads"), &p->progress->leads, false);
    trainings(p);
    entered(p);
    return p->out.written.at;
}
