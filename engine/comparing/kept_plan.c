/* What a portfolio keeps of a plan; declared in kept.h. */
#include "kept.h"

#include <string.h>

static const char *copy(oca_arena *mem, const char *text) {
    return text ? oca_copy(mem, text, strlen(text)) : NULL;
}

static oca_strings copy_strings(oca_arena *mem, const oca_strings *given) {
    oca_strings out = {0};
    for (size_t i = 0; i < given->n; i++)
        *(const char **)OCA_ADD(mem, &out) = copy(mem, given->at[i]);
    return out;
}

/* The title in the plan's own language. */
static oca_words copy_title(oca_arena *mem, const oca_words *titles, const char *lang) {
    oca_words out = {0};
    const char *title = oca_words_in(titles, NULL, lang);
    if (*title)
        *(oca_text *)OCA_ADD(mem, &out) = (oca_text){.text = copy(mem, title)};
    return out;
}

static oca_plan_action copy_action(oca_arena *mem, const oca_plan_action *given, const char *lang) {
    return (oca_plan_action){.id = copy(mem, given->id),
                             .training = copy(mem, given->training),
                             .supporter = copy(mem, given->supporter),
                             .state = given->state,
                             .weeks = given->weeks,
                             .percent = given->percent,
                             .prerequisites = copy_strings(mem, &given->prerequisites),
                             .support = given->support,
                             .start = given->start,
                             .due = given->due,
                             .status = given->status,
                             .revised_start = given->revised_start,
                             .revised_due = given->revised_due,
                             .finished = given->finished,
                             .titles = copy_title(mem, &given->titles, lang)};
}

static void copy_weakness(oca_arena *mem, oca_plan *out, const oca_plan_weakness *given) {
    oca_plan_weakness *weakness = OCA_ADD(mem, &out->weaknesses);
    weakness->item = copy(mem, given->item);
    weakness->area = copy(mem, given->area);
    weakness->state = given->state;
    weakness->standing = given->standing;
    weakness->target = given->target;
    for (size_t i = 0; i < given->actions.n; i++)
        *(oca_plan_action *)OCA_ADD(mem, &weakness->actions) = copy_action(mem, &given->actions.at[i], out->lang);
}

/* Of the journal the newest entry's day: it tells which of two copies is newer. */
static void copy_newest_change(oca_arena *mem, oca_plan *out, const oca_journal *journal) {
    oca_date newest = {0};
    for (size_t i = 0; journal && i < journal->changes.n; i++) {
        oca_date date = journal->changes.at[i].date;
        if (date.given && (!newest.given || date.day > newest.day))
            newest = date;
    }
    if (!newest.given)
        return;
    oca_journal *kept = oca_alloc(mem, sizeof *kept);
    *(oca_change *)OCA_ADD(mem, &kept->changes) = (oca_change){.date = newest};
    out->journal = kept;
}

const oca_plan *oca_keep_plan(oca_arena *mem, const oca_plan *plan) {
    oca_plan *out = oca_alloc(mem, sizeof *out);
    oca_plan_origin *origin = oca_alloc(mem, sizeof *origin);
    *origin = (oca_plan_origin){.organization = copy(mem, plan->origin->organization),
                                .name = copy(mem, plan->origin->name),
                                .round = copy(mem, plan->origin->round),
                                .rubric = copy(mem, plan->origin->rubric),
                                .rubric_version = copy(mem, plan->origin->rubric_version),
                                .date = plan->origin->date};
    *out = (oca_plan){
        .file = copy(mem, plan->file), .lang = copy(mem, plan->lang), .start = plan->start, .end = plan->end};
    out->origin = origin;
    copy_newest_change(mem, out, plan->journal);
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        copy_weakness(mem, out, &plan->weaknesses.at[i]);
    for (size_t i = 0; i < plan->trained.n; i++) {
        const oca_trained *given = &plan->trained.at[i];
        *(oca_trained *)OCA_ADD(mem, &out->trained) = (oca_trained){.training = copy(mem, given->training),
                                                                    .date = given->date,
                                                                    .women = given->women,
                                                                    .men = given->men,
                                                                    .youth = given->youth,
                                                                    .passed_on = given->passed_on};
    }
    return out;
}
