#include "burn_up.h"

oca_burn_up_point *oca_burn_up_points(oca_arena *mem, const oca_history *history) {
    oca_burn_up_point *points = oca_alloc(mem, (history->n + 1) * sizeof *points);
    for (size_t i = 0; i < history->n; i++) {
        const oca_history_point *at = &history->at[i];
        points[i] = (oca_burn_up_point){.date = at->date,
                                        .weeks = {[OCA_BURN_UP_SIZE] = {at->known, at->size},
                                                  [OCA_BURN_UP_PLANNED] = {true, at->planned},
                                                  [OCA_BURN_UP_STANDS] = {at->known, at->as_it_stands},
                                                  [OCA_BURN_UP_AGREED] = {at->known, at->agreed}}};
    }
    return points;
}
