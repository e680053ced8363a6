/* The plan as result XML; declared in result.h. */
#include "../../engine/base/words.h"
#include "../figures/figures.h"
#include "../plan_phrases.h"
#include "head.h"
#include "result.h"

typedef struct {
    oca_arena *mem;
    oca_stream *out;
    const oca_planned *planned;
    const oca_frame *frame;
    oca_plan document; /* the wording, the same as in the plan that is handed over */
    const char *lang;
} writer;

static const char *first(const oca_words *words) {
    return words->n && words->at[0].text ? words->at[0].text : "";
}

static void put_level(const writer *w, const char *name, size_t item, double level) {
    oca_stream_number(w->out, name, oca_given(level));
    oca_stream_attribute(w->out, oca_format_text(w->mem, "%s-shown", name),
                         oca_level_and_points(w->mem, w->frame, item, level));
}

static void put_strengths(const writer *w) {
    for (size_t i = 0; i < w->planned->strengths.n; i++) {
        size_t item = w->planned->strengths.at[i];
        oca_stream_begin(w->out, "strength");
        oca_stream_attribute(w->out, "item", w->frame->items[item].item->id);
        oca_stream_attribute(w->out, "title", oca_item_title(w->frame, item, w->lang));
        put_level(w, "score", item, w->planned->scores->items[item].score);
        oca_stream_end(w->out);
    }
}

static void put_costs(const writer *w, const oca_plan_action *worded) {
    for (size_t i = 0; i < worded->costs.n; i++) {
        const oca_cost *cost = &worded->costs.at[i];
        oca_stream_begin(w->out, "cost");
        oca_stream_attribute(w->out, "currency", cost->currency);
        oca_stream_figure(w->out, "amount", cost->amount, 2, NULL);
        oca_stream_attribute(w->out, "funder", cost->funder);
        oca_stream_end(w->out);
    }
}

static void put_action(const writer *w, const oca_planned_action *planned, const oca_plan_action *worded) {
    bool scheduled = planned->state == OCA_SCHEDULED;
    oca_stream_begin(w->out, "action");
    oca_stream_attribute(w->out, "id", planned->id);
    oca_stream_attribute(w->out, "title", *first(&worded->titles) ? first(&worded->titles) : planned->id);
    oca_stream_attribute(w->out, "state", oca_action_state_words[planned->state - OCA_SCHEDULED]);
    oca_stream_attribute(w->out, "state-shown", oca_action_state_shown(planned->state));
    oca_stream_attribute(w->out, "lead", planned->lead);
    oca_stream_attribute(w->out, "lead-shown", oca_role_shown(w->planned->library, planned->lead, w->lang));
    oca_stream_count(w->out, "weeks", (size_t)planned->weeks);
    oca_stream_day(w->out, "start", (oca_date){scheduled, planned->start});
    oca_stream_day(w->out, "due", (oca_date){scheduled, planned->due});
    oca_stream_attribute(w->out, "support-shown", worded->support ? oca_support_shown(worded->support) : NULL);
    oca_stream_element(w->out, "indicator", first(&worded->indicators));
    oca_stream_element(w->out, "verification", first(&worded->verifications));
    oca_stream_element(w->out, "resources", first(&worded->resources));
    put_costs(w, worded);
    for (size_t i = 0; i < planned->unmet.n; i++)
        oca_stream_element(w->out, "unmet", oca_action_title(w->planned->library, planned->unmet.at[i], w->lang));
    oca_stream_end(w->out);
}

static void put_weakness(const writer *w, size_t number) {
    static const char *const states[] = {"planned", "later", "ambition"};
    const oca_weakness *at = &w->planned->weaknesses.at[number];
    const oca_plan_weakness *worded = &w->document.weaknesses.at[number];
    size_t item = at->item;
    oca_stream_begin(w->out, "weakness");
    oca_stream_attribute(w->out, "item", w->frame->items[item].item->id);
    oca_stream_attribute(w->out, "title", oca_item_title(w->frame, item, w->lang));
    oca_stream_attribute(w->out, "area-title", oca_node_title(w->frame, w->frame->items[item].area, w->lang));
    oca_stream_attribute(w->out, "state", states[at->state - OCA_PLANNED]);
    oca_stream_count(w->out, "rank", (size_t)at->rank);
    oca_stream_attribute(w->out, "rank-shown", oca_rank_shown(w->mem, w->planned, number));
    oca_stream_count(w->out, "tier", (size_t)at->tier);
    oca_stream_attribute(w->out, "why-here", oca_why_here(w->mem, w->planned, number));
    oca_stream_figure(w->out, "index", oca_given(at->index), OCA_DECIMALS_POINTS, NULL);
    put_level(w, "score", item, w->planned->scores->items[item].score);
    put_level(w, "standing", item, at->standing);
    put_level(w, "target", item, at->target);
    oca_stream_element(w->out, "now", oca_level_descriptor(w->frame, item, at->standing, w->lang));
    if (!oca_equal(first(&worded->texts), oca_level_descriptor(w->frame, item, at->standing, w->lang)))
        oca_stream_element(w->out, "text", first(&worded->texts));
    oca_stream_element(w->out, "then", oca_level_descriptor(w->frame, item, at->target, w->lang));
    for (size_t i = at->first_action; i < at->end_action; i++)
        put_action(w, &w->planned->actions.at[i], &worded->actions.at[i - at->first_action]);
    oca_stream_end(w->out);
}

static void put_find_out(const writer *w) {
    for (size_t i = 0; i < w->planned->find_out.n; i++) {
        const oca_unknown *unknown = &w->planned->find_out.at[i];
        oca_stream_begin(w->out, "find-out");
        oca_stream_attribute(w->out, "item", w->frame->items[unknown->item].item->id);
        oca_stream_attribute(w->out, "title", oca_item_title(w->frame, unknown->item, w->lang));
        oca_stream_attribute(w->out, "why-shown", oca_why_shown(unknown->why));
        oca_stream_end(w->out);
    }
}

static void put_reviews(const writer *w) {
    for (size_t i = 0; i < w->planned->reviews.n; i++) {
        oca_stream_begin(w->out, "review");
        oca_stream_day(w->out, "date", (oca_date){true, w->planned->reviews.at[i]});
        oca_stream_end(w->out);
    }
}

static void put_pictures(const writer *w) {
    size_t n = 0;
    oca_gantt_row *rows = oca_alloc(w->mem, (w->planned->actions.n + 1) * sizeof *rows);
    for (size_t i = 0; i < w->planned->actions.n; i++) {
        const oca_planned_action *at = &w->planned->actions.at[i];
        const oca_weakness *of = &w->planned->weaknesses.at[at->weakness];
        const oca_plan_weakness *worded = &w->document.weaknesses.at[at->weakness];
        const char *title = first(&worded->actions.at[i - of->first_action].titles);
        if (at->state == OCA_SCHEDULED)
            rows[n++] = (oca_gantt_row){.label = *title ? title : at->id, .planned = {true, at->start, at->due}};
    }
    oca_stream_begin(w->out, "pictures");
    if (n) {
        oca_drawing gantt = oca_figure_gantt(w->mem, rows, n, w->planned->start, w->planned->end,
                                             w->planned->reviews.at, w->planned->reviews.n);
        oca_drawing_write(w->out, &gantt, "gantt");
    }
    oca_stream_end(w->out);
}

oca_status oca_plan_result(const char **out, size_t *n, oca_arena *mem, const oca_planned *planned, const char *lang) {
    const oca_scores *scores = planned->scores;
    const oca_frame *frame = scores->answers->frame;
    const oca_assessment *assessment = scores->answers->assessment;
    writer writing = {.mem = mem,
                      .out = oca_result_open(mem, "plan", lang ? lang : frame->rubric->lang,
                                             oca_result_running(mem, assessment)),
                      .planned = planned,
                      .frame = frame,
                      .document = oca_plan_document(mem, planned, lang),
                      .lang = lang},
           *w = &writing;
    oca_result_head(w->out, mem, scores->answers, lang);
    oca_stream_begin(w->out, "plan");
    oca_stream_day(w->out, "start", (oca_date){true, planned->start});
    oca_stream_day(w->out, "end", (oca_date){true, planned->end});
    oca_stream_attribute(w->out, "library", planned->library ? planned->library->id : NULL);
    const char *label = first(&w->document.labels);
    oca_stream_attribute(w->out, "title", *label ? label : _("Institutional Strengthening Plan"));
    oca_stream_end(w->out);
    put_strengths(w);
    for (size_t i = 0; i < planned->weaknesses.n; i++)
        put_weakness(w, i);
    put_find_out(w);
    put_reviews(w);
    oca_result_to_complete(w->out, scores, lang);
    put_pictures(w);
    return oca_stream_close(out, n, w->out);
}
