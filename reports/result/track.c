/* A plan's progress as result XML; declared in result.h. */
#include "../../engine/base/words.h"
#include "../figures/figures.h"
#include "../track/burn_up.h"
#include "../track/words.h"
#include "head.h"
#include "result.h"

typedef struct {
    oca_arena *mem;
    oca_stream *out;
    const oca_tracked *tracked;
    const oca_progress *progress;
} writer;

/* `none_left` and `none_first`: why nothing can be said. */
static void put_completion(const writer *w, const oca_completion *completion, const char *none_left,
                           const char *none_first) {
    oca_stream_figure(w->out, "completion", completion->as_it_stands, OCA_DECIMALS_POINTS, none_left);
    oca_stream_figure(w->out, "completion-agreed", completion->agreed, OCA_DECIMALS_POINTS, none_first);
    oca_stream_figure(w->out, "planned-completion", completion->planned, OCA_DECIMALS_POINTS, none_first);
}

static void put_head(const writer *w) {
    const oca_plan_origin *origin = w->tracked->plan->origin;
    oca_stream_begin(w->out, "organization");
    oca_stream_attribute(w->out, "id", origin->organization);
    oca_stream_attribute(w->out, "name", oca_track_organization(w->tracked));
    oca_stream_end(w->out);
    oca_stream_begin(w->out, "round");
    oca_stream_attribute(w->out, "name", origin->round);
    oca_stream_day(w->out, "date", origin->date);
    oca_stream_end(w->out);
}

static void put_progress(const writer *w) {
    const oca_progress *p = w->progress;
    oca_stream_begin(w->out, "progress");
    oca_stream_attribute(w->out, "title", oca_track_label(w->tracked));
    oca_stream_day(w->out, "date", (oca_date){true, p->date});
    oca_stream_day(w->out, "start", p->plan->start);
    oca_stream_day(w->out, "end", p->plan->end);
    oca_stream_day(w->out, "next-review", oca_next_review(p));
    put_completion(w, &p->completion, _("the plan holds no actions with dates"), _("no action was planned at first"));
    oca_stream_count(w->out, "done", p->done);
    oca_stream_count(w->out, "ongoing", p->ongoing);
    oca_stream_count(w->out, "blocked", p->blocked);
    oca_stream_count(w->out, "not-started", p->not_started);
    oca_stream_count(w->out, "dropped", p->dropped);
    oca_stream_count(w->out, "added", p->added);
    oca_stream_count(w->out, "overdue", p->overdue);
    oca_stream_count(w->out, "due-30", p->due_soon);
    oca_stream_end(w->out);
}

static void put_conflicts(const writer *w) {
    for (size_t i = 0; i < w->tracked->conflicts->n; i++) {
        const oca_conflict *conflict = &w->tracked->conflicts->at[i];
        oca_stream_begin(w->out, "conflict");
        oca_stream_attribute(w->out, "title",
                             oca_track_title_of(w->tracked, conflict->action ? conflict->action : conflict->item));
        oca_stream_attribute(w->out, "field", conflict->field);
        oca_stream_attribute(w->out, "record", conflict->record);
        for (size_t k = 0; k < conflict->claims.n; k++) {
            oca_stream_begin(w->out, "claim");
            oca_stream_attribute(w->out, "file", conflict->claims.at[k].copy->file);
            oca_stream_attribute(w->out, "value", conflict->claims.at[k].value);
            oca_stream_end(w->out);
        }
        oca_stream_end(w->out);
    }
}

static void put_groups(const writer *w, const char *element, const oca_progress_groups *groups, bool areas) {
    for (size_t i = 0; i < groups->n; i++) {
        const oca_progress_group *at = &groups->at[i];
        oca_stream_begin(w->out, element);
        oca_stream_attribute(w->out, "title",
                             areas ? oca_track_area_title(w->tracked, at->id) : oca_track_role(w->tracked, at->id));
        oca_stream_count(w->out, "actions", at->actions);
        oca_stream_count(w->out, "overdue", at->overdue);
        put_completion(w, &at->completion, _("all its actions were dropped"), _("all its actions were added later"));
        oca_stream_end(w->out);
    }
}

static void put_actions(const writer *w) {
    for (size_t i = 0; i < w->progress->actions.n; i++) {
        const oca_progress_action *at = &w->progress->actions.at[i];
        if (!at->counts)
            continue;
        oca_stream_begin(w->out, "action");
        oca_stream_attribute(w->out, "id", at->action->id);
        oca_stream_attribute(w->out, "title", oca_track_action_title(w->tracked, at->action));
        oca_stream_attribute(w->out, "statement", oca_track_item_title(w->tracked, at->weakness));
        oca_stream_attribute(w->out, "who", oca_track_who(w->mem, w->tracked, at->action));
        oca_stream_attribute(w->out, "status-shown", oca_status_shown(at->action->status));
        oca_stream_number(w->out, "done", oca_given(at->done));
        oca_stream_day(w->out, "due", at->due);
        oca_stream_day(w->out, "first-planned", at->action->due);
        oca_stream_attribute(w->out, "overdue", at->overdue ? "yes" : NULL);
        oca_stream_end(w->out);
    }
}

static void put_unblock(const writer *w) {
    for (size_t i = 0; i < w->tracked->unblock.n; i++) {
        const oca_plan_action *action = w->progress->actions.at[w->tracked->unblock.at[i].action].action;
        oca_stream_begin(w->out, "unblock");
        oca_stream_attribute(w->out, "title", oca_track_action_title(w->tracked, action));
        oca_stream_attribute(w->out, "who", oca_track_who(w->mem, w->tracked, action));
        oca_stream_attribute(w->out, "why-shown", oca_track_why(w->mem, w->tracked, &w->tracked->unblock.at[i]));
        oca_stream_end(w->out);
    }
}

static void put_slips(const writer *w) {
    for (size_t i = 0; i < w->tracked->slips.n; i++) {
        const oca_slip_history *history = &w->tracked->slips.at[i];
        oca_stream_begin(w->out, "slip");
        oca_stream_attribute(w->out, "title", oca_track_action_title(w->tracked, history->action));
        oca_stream_day(w->out, "first-planned", history->action->due);
        oca_stream_day(w->out, "due", oca_current_due(history->action));
        oca_stream_number(w->out, "days", oca_given(history->days));
        for (size_t k = 0; k < history->moves.n; k++)
            oca_stream_element(w->out, "move", oca_track_slip(w->mem, &history->moves.at[k]));
        oca_stream_end(w->out);
    }
}

static oca_drawing gantt(const writer *w) {
    const oca_plan *plan = w->progress->plan;
    oca_gantt_row *rows = oca_alloc(w->mem, (w->progress->actions.n + 1) * sizeof *rows);
    oca_day *reviews = oca_alloc(w->mem, (plan->reviews.n + 1) * sizeof *reviews), end = plan->end.day;
    size_t n = 0, n_reviews = 0;
    for (size_t i = 0; i < plan->reviews.n; i++)
        if (plan->reviews.at[i].date.given)
            reviews[n_reviews++] = plan->reviews.at[i].date.day;
    for (size_t i = 0; i < w->progress->actions.n; i++) {
        const oca_progress_action *at = &w->progress->actions.at[i];
        const oca_plan_action *action = at->action;
        if (!at->counts || !at->start.given || !at->due.given)
            continue;
        oca_gantt_row *row = &rows[n++];
        *row =
            (oca_gantt_row){.label = oca_track_action_title(w->tracked, action),
                            .planned = {action->start.given && action->due.given, action->start.day, action->due.day}};
        if (action->started.given) {
            oca_day until = action->finished.given ? action->finished.day : w->progress->date;
            row->actual = (oca_gantt_span){until >= action->started.day, action->started.day, until};
            row->actual_word = action->finished.given ? _("done") : _("worked on");
        } else if (action->revised_start.given || action->revised_due.given) {
            row->actual = (oca_gantt_span){true, at->start.day, at->due.day};
            row->actual_word = _("moved to");
        }
        oca_day last = action->finished.given ? action->finished.day : at->due.day;
        row->late = row->planned.given && last > action->due.day;
        if (at->due.day > end)
            end = at->due.day;
    }
    return oca_figure_gantt(w->mem, rows, n, plan->start.day, end, reviews, n_reviews);
}

static void put_pictures(const writer *w) {
    oca_history history = oca_history_of(w->mem, w->progress);
    for (size_t i = 0; i < history.n; i++) {
        const oca_history_point *at = &history.at[i];
        oca_stream_begin(w->out, "point");
        oca_stream_day(w->out, "date", (oca_date){true, at->date});
        oca_stream_figure(w->out, "agreed", (oca_number){at->known, at->agreed}, OCA_DECIMALS_POINTS, NULL);
        oca_stream_figure(w->out, "stands", (oca_number){at->known, at->as_it_stands}, OCA_DECIMALS_POINTS, NULL);
        oca_stream_figure(w->out, "planned", oca_given(at->planned), OCA_DECIMALS_POINTS, NULL);
        oca_stream_figure(w->out, "size", (oca_number){at->known, at->size}, OCA_DECIMALS_POINTS, NULL);
        oca_stream_end(w->out);
    }
    oca_drawing burn_up = oca_figure_burn_up(w->mem, oca_burn_up_points(w->mem, &history), history.n), bars = gantt(w);
    oca_stream_begin(w->out, "pictures");
    oca_drawing_write(w->out, &burn_up, "burn-up");
    oca_drawing_write(w->out, &bars, "gantt");
    oca_stream_end(w->out);
}

oca_status oca_track_result(const char **out, size_t *n, oca_arena *mem, const oca_tracked *tracked) {
    const oca_plan *plan = tracked->plan;
    const char *running = oca_format_text(mem, _("%s, progress, %s"), oca_track_organization(tracked),
                                          oca_day_text(mem, tracked->progress.date));
    writer writing = {.mem = mem,
                      .out = oca_result_open(mem, "track", tracked->lang ? tracked->lang : plan->lang, running),
                      .tracked = tracked,
                      .progress = &tracked->progress},
           *w = &writing;
    put_head(w);
    put_progress(w);
    put_conflicts(w);
    put_groups(w, "area", &tracked->progress.areas, true);
    put_groups(w, "lead", &tracked->progress.leads, false);
    put_actions(w);
    put_unblock(w);
    put_slips(w);
    put_pictures(w);
    return oca_stream_close(out, n, w->out);
}
