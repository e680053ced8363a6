/* What a scale permits; declared in frame.h. */
#include "../base/words.h"
#include "frame.h"

#include <math.h>

/* How many steps fit between min and max; 0 without a step. */
static double steps(const oca_scale *scale) {
    if (!scale->step.given || scale->step.value <= 0 || scale->levels.n < 2)
        return 0;
    double range = scale->levels.at[scale->levels.n - 1].value.value - scale->levels.at[0].value.value;
    return floor(range / scale->step.value + 1e-9);
}

/* The step nearest to `value` that does not pass max; min + k step, computed as the scoring document writes it. */
static double nearest_step(const oca_scale *scale, double value, bool up) {
    double min = scale->levels.at[0].value.value, step = scale->step.value;
    double k = (value - min) / step;
    k = up ? ceil(k - 1e-9) : floor(k + 1e-9);
    double last = steps(scale);
    return min + step * (k < 0 ? 0 : k > last ? last : k);
}

bool oca_scale_permits(const oca_scale *scale, double value) {
    for (size_t i = 0; i < scale->levels.n; i++)
        if (oca_compare(scale->levels.at[i].value.value, value) == 0)
            return true;
    if (steps(scale) == 0)
        return false;
    return oca_compare(nearest_step(scale, value, false), value) == 0 ||
           oca_compare(nearest_step(scale, value, true), value) == 0;
}

oca_values oca_scale_values(oca_arena *mem, const oca_scale *scale) {
    oca_values out = {0};
    double last = steps(scale), k = 1;
    for (size_t i = 0; i < scale->levels.n; i++) {
        double level = scale->levels.at[i].value.value;
        for (; k <= last && oca_compare(scale->levels.at[0].value.value + k * scale->step.value, level) < 0; k++)
            *(double *)OCA_ADD(mem, &out) = scale->levels.at[0].value.value + k * scale->step.value;
        while (k <= last && oca_compare(scale->levels.at[0].value.value + k * scale->step.value, level) == 0)
            k++;
        *(double *)OCA_ADD(mem, &out) = level;
    }
    return out;
}

/* True if `other` permits every value that `scale` permits. */
static bool is_within(const oca_scale *scale, const oca_scale *other) {
    for (size_t i = 0; i < scale->levels.n; i++)
        if (!oca_scale_permits(other, scale->levels.at[i].value.value))
            return false;
    for (double k = 1; k <= steps(scale); k++)
        if (!oca_scale_permits(other, scale->levels.at[0].value.value + k * scale->step.value))
            return false;
    return true;
}

bool oca_scales_permit_the_same(const oca_scale *a, const oca_scale *b) {
    return is_within(a, b) && is_within(b, a);
}

const char *oca_scale_allowed(oca_arena *mem, const oca_scale *scale) {
    enum { MOST_NAMED = 12 };
    oca_buffer text = {.mem = mem};
    size_t n = scale->levels.n;
    for (size_t i = 0; i < n; i++) {
        if (n > MOST_NAMED && i == MOST_NAMED - 1) {
            oca_buffer_print(&text, " …");
            i = n - 1;
        }
        oca_buffer_print(&text, "%s%s",
                         i == 0       ? ""
                         : i == n - 1 ? _(" or ")
                                      : ", ",
                         oca_number_text(mem, scale->levels.at[i].value.value));
    }
    if (steps(scale) > 0)
        oca_buffer_print(&text, _(", or a step of %s between them"), oca_number_text(mem, scale->step.value));
    return text.at ? text.at : "";
}

/* Keeps in *best what is nearer to `score`; the lower of two that are equally near. */
static void keep_nearer(double *best, double candidate, double score) {
    int order = oca_compare(fabs(candidate - score), fabs(*best - score));
    if (order < 0 || (order == 0 && candidate < *best))
        *best = candidate;
}

double oca_standing(const oca_frame_item *item, double score) {
    double best = item->min;
    for (size_t i = 1; i < item->n_rungs; i++)
        keep_nearer(&best, item->rungs[i].value, score);
    if (steps(item->scale) > 0) {
        keep_nearer(&best, nearest_step(item->scale, score, false), score);
        keep_nearer(&best, nearest_step(item->scale, score, true), score);
    }
    return best;
}
