#include "planning.h"

#include "order.h"

oca_planned oca_plan_make(oca_arena *mem, const oca_scores *scores, const oca_actions *library,
                          oca_planning_options options) {
    const oca_frame *frame = scores->answers->frame;
    oca_planned out = {.scores = scores, .library = library, .start = options.start};
    oca_day after = oca_day_add_months(options.start, frame->horizon_months);
    out.end = after - 1;
    oca_weaknesses_find(mem, &out, options.only);
    oca_actions_choose(mem, &out);
    oca_actions_schedule(mem, &out);
    for (int k = 1; k * frame->review_months <= frame->horizon_months; k++) {
        /* Counted from the start, so that a clamped day does not shorten all later ones. */
        oca_day review = oca_day_add_months(options.start, k * frame->review_months);
        if (review <= after)
            *(oca_day *)OCA_ADD(mem, &out.reviews) = review;
    }
    return out;
}
