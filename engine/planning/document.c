/* The plan as a document; declared in planning.h. */
#include "../base/words.h"
#include "planning.h"

typedef struct {
    oca_arena *mem;
    const oca_planned *planned;
    const oca_rubric *rubric;
    const char *lang;
} writer;

static oca_words one(const writer *w, const char *text) {
    oca_words words = {0};
    if (text && *text) {
        oca_text *only = OCA_ADD(w->mem, &words);
        only->text = text;
    }
    return words;
}

static oca_words of_rubric(const writer *w, const oca_words *words) {
    return one(w, oca_words_in(words, w->lang, w->rubric->lang));
}

static oca_words of_library(const writer *w, const oca_words *words) {
    return one(w, oca_words_in(words, w->lang, w->planned->library->lang));
}

static const char *described(const writer *w, const oca_frame_item *item, double value) {
    return oca_descriptor_in(item, oca_rung_below(item, value)->value, w->lang, w->rubric->lang);
}

static oca_plan_action action_of(const writer *w, const oca_planned_action *planned, const oca_weakness *weakness) {
    const oca_item *item = w->planned->scores->answers->frame->items[weakness->item].item;
    oca_plan_action out = {.id = planned->id,
                           .lead = planned->lead,
                           .state = planned->state,
                           .weeks = oca_given(planned->weeks),
                           .unmet = planned->unmet};
    if (planned->state == OCA_SCHEDULED) {
        out.start = (oca_date){true, planned->start};
        out.due = (oca_date){true, planned->due};
    }
    const oca_library_action *action = planned->action;
    if (!action) {
        const char *title = oca_words_in(&item->titles, w->lang, w->rubric->lang);
        out.titles = one(w, oca_format_text(w->mem, _("Agree on an action: %s"), *title ? title : item->id));
        return out;
    }
    out.prerequisites = action->prerequisites;
    out.support = action->support;
    out.training = action->training;
    out.titles = of_library(w, &action->titles);
    out.indicators = of_library(w, &action->indicators);
    out.verifications = of_library(w, &action->verifications);
    out.resources = of_library(w, &action->resources);
    for (size_t i = 0; i < action->costs.n; i++) {
        oca_cost *cost = OCA_ADD(w->mem, &out.costs);
        *cost = action->costs.at[i];
        cost->element = (oca_element){0};
    }
    return out;
}

/* The wording of the first planned action that has one, else what the standing level looks like. */
static const char *wording(const writer *w, const oca_weakness *weakness) {
    for (size_t i = weakness->first_action; i < weakness->end_action; i++) {
        const oca_library_action *action = w->planned->actions.at[i].action;
        if (action && action->weaknesses.n)
            return oca_words_in(&action->weaknesses, w->lang, w->planned->library->lang);
    }
    return described(w, &w->planned->scores->answers->frame->items[weakness->item], weakness->standing);
}

static oca_plan_weakness weakness_of(const writer *w, const oca_weakness *weakness) {
    const oca_frame *frame = w->planned->scores->answers->frame;
    const oca_frame_item *item = &frame->items[weakness->item];
    oca_plan_weakness out = {.item = item->item->id,
                             .area = item->outermost ? frame->nodes[item->outermost].area->id : NULL,
                             .rank = oca_given(weakness->rank),
                             .tier = oca_given(weakness->tier),
                             .index = oca_given(weakness->index),
                             .standing = oca_given(weakness->standing),
                             .target = oca_given(weakness->target),
                             .state = weakness->state,
                             .titles = of_rubric(w, &item->item->titles),
                             .texts = one(w, wording(w, weakness)),
                             .results = one(w, described(w, item, weakness->target))};
    for (size_t i = weakness->first_action; i < weakness->end_action; i++)
        *(oca_plan_action *)OCA_ADD(w->mem, &out.actions) = action_of(w, &w->planned->actions.at[i], weakness);
    return out;
}

static oca_plan_origin *origin_of(const writer *w) {
    const oca_tailoring *tailoring = w->planned->scores->answers->frame->tailoring;
    const oca_assessment *assessment = w->planned->scores->answers->assessment;
    oca_plan_origin *out = oca_alloc(w->mem, sizeof *out);
    *out = (oca_plan_origin){.organization = assessment->organization->id,
                             .name = assessment->organization->name,
                             .round = assessment->round,
                             .date = assessment->date,
                             .rubric = w->rubric->id,
                             .rubric_version = w->rubric->version,
                             .digest = w->rubric->digest,
                             .tailoring = tailoring ? tailoring->id : NULL,
                             .tailoring_digest = tailoring ? tailoring->digest : NULL};
    return out;
}

oca_plan oca_plan_document(oca_arena *mem, const oca_planned *planned, const char *lang) {
    const oca_frame *frame = planned->scores->answers->frame;
    writer writing = {mem, planned, frame->rubric, lang}, *w = &writing;
    oca_plan out = {.lang = lang ? lang : frame->rubric->lang,
                    .start = {true, planned->start},
                    .end = {true, planned->end},
                    .labels = of_rubric(w, &frame->rubric->planning->labels),
                    .origin = origin_of(w)};
    for (size_t i = 0; i < planned->weaknesses.n; i++)
        *(oca_plan_weakness *)OCA_ADD(mem, &out.weaknesses) = weakness_of(w, &planned->weaknesses.at[i]);
    for (size_t i = 0; i < planned->find_out.n; i++)
        *(oca_find_out *)OCA_ADD(mem, &out.find_out) = (oca_find_out){
            .item = frame->items[planned->find_out.at[i].item].item->id, .why = planned->find_out.at[i].why};
    for (size_t i = 0; i < planned->strengths.n; i++)
        *(oca_plan_strength *)OCA_ADD(mem, &out.strengths) =
            (oca_plan_strength){.item = frame->items[planned->strengths.at[i]].item->id};
    for (size_t i = 0; i < planned->reviews.n; i++)
        *(oca_review *)OCA_ADD(mem, &out.reviews) = (oca_review){.date = {true, planned->reviews.at[i]}};
    return out;
}
