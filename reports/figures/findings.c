#include "findings.h"

#include "../../engine/base/words.h"

enum { DECIMALS = 1 };

static const char *points(oca_arena *mem, double value) {
    return oca_number_shown(mem, value, DECIMALS);
}

/* The area's name, or how many stand where it does. */
static const char *name_of(oca_arena *mem, const char *const *areas, const oca_number *percents, size_t n,
                           size_t area) {
    size_t alike = 0;
    for (size_t i = 0; i < n; i++)
        alike += percents[i].given && oca_compare(percents[i].value, percents[area].value) == 0;
    return alike > 1 ? oca_format_text(mem, oca_counted("%zu area", "%zu areas", alike), alike) : areas[area];
}

/* The highest and the lowest that are defined; false if none is. */
static bool extremes(size_t *high, size_t *low, const oca_number *percents, size_t n) {
    bool defined = false;
    for (size_t i = 0; i < n; i++) {
        if (!percents[i].given)
            continue;
        if (!defined || oca_compare(percents[i].value, percents[*high].value) > 0)
            *high = i;
        if (!defined || oca_compare(percents[i].value, percents[*low].value) < 0)
            *low = i;
        defined = true;
    }
    return defined;
}

const char *oca_finding_areas_now(oca_arena *mem, const char *const *areas, const oca_number *percents, size_t n) {
    size_t high = 0, low = 0;
    if (!extremes(&high, &low, percents, n))
        return _("No area has points in both rounds");
    if (oca_compare(percents[high].value, percents[low].value) == 0)
        return oca_format_text(mem, _("All areas now stand at %s points of 100"), points(mem, percents[low].value));
    return oca_format_text(mem, _("Highest now: %s, %s points of 100; lowest: %s, %s"),
                           name_of(mem, areas, percents, n, high), points(mem, percents[high].value),
                           name_of(mem, areas, percents, n, low), points(mem, percents[low].value));
}

const char *oca_finding_areas(oca_arena *mem, const char *const *areas, const oca_number *percents, size_t n,
                              oca_number target) {
    size_t defined = 0, reached = 0, high = 0, low = 0;
    if (!extremes(&high, &low, percents, n))
        return _("No area has points yet");
    for (size_t i = 0; i < n; i++) {
        defined += percents[i].given;
        reached += percents[i].given && target.given && oca_compare(percents[i].value, target.value) >= 0;
    }
    const char *least = points(mem, percents[low].value);
    if (defined > 1 && oca_compare(percents[high].value, percents[low].value) == 0)
        return oca_format_text(mem, _("All areas stand at %s points of 100"), least);
    const char *lowest = name_of(mem, areas, percents, n, low);
    if (target.given)
        return oca_format_text(
            mem,
            oca_counted("%zu of %zu area reaches the level that is enough; lowest: %s, %s points of 100",
                        "%zu of %zu areas reach the level that is enough; lowest: %s, %s points of 100", defined),
            reached, defined, lowest, least);
    return oca_format_text(mem, _("Highest: %s, %s points of 100; lowest: %s, %s"),
                           name_of(mem, areas, percents, n, high), points(mem, percents[high].value), lowest, least);
}

const char *oca_finding_map(oca_arena *mem, const oca_map_place *places, size_t n, double capacity, double agreement,
                            const char *const readings[4]) {
    size_t counts[4] = {0}, defined = 0;
    for (size_t i = 0; i < n; i++) {
        if (!places[i].capacity.given || !places[i].agreement.given)
            continue;
        bool able = oca_compare(places[i].capacity.value, capacity) >= 0;
        bool agreed = oca_compare(places[i].agreement.value, agreement) >= 0;
        counts[able ? (agreed ? 0 : 1) : agreed ? 2 : 3]++;
        defined++;
    }
    if (!defined)
        return _("No area has both capacity and agreement yet");
    oca_buffer text = {.mem = mem};
    for (size_t rank = 0; rank < OCA_COUNT(counts); rank++) {
        size_t most = 0;
        for (size_t i = 1; i < OCA_COUNT(counts); i++)
            if (counts[i] > counts[most])
                most = i;
        if (!counts[most])
            break;
        if (text.n)
            oca_buffer_print(&text, "; %zu: %s", counts[most], readings[most]);
        else
            oca_buffer_print(&text, oca_counted("%zu of %zu area: %s", "%zu of %zu areas: %s", defined), counts[most],
                             defined, readings[most]);
        counts[most] = 0;
    }
    return text.at;
}

const char *oca_finding_change(oca_arena *mem, const oca_dumbbell *rows, size_t n) {
    size_t compared = 0, higher = 0, lower = 0, most = 0;
    double greatest = 0;
    for (size_t i = 0; i < n; i++) {
        if (!rows[i].before.given || !rows[i].now.given)
            continue;
        double change = rows[i].now.value - rows[i].before.value, size = change < 0 ? -change : change;
        int order = oca_compare(change, 0);
        compared++;
        higher += order > 0;
        lower += order < 0;
        if (oca_compare(size, greatest) > 0) {
            greatest = size;
            most = i;
        }
    }
    if (!compared)
        return _("No area can be compared");
    if (!higher && !lower)
        return _("No area stands higher or lower than before");
    return oca_format_text(mem,
                           oca_counted("%zu of %zu area higher than before, %zu lower; greatest change: %s, %s points",
                                       "%zu of %zu areas higher than before, %zu lower; greatest change: %s, %s points",
                                       compared),
                           higher, compared, lower, rows[most].name, rows[most].change);
}

const char *oca_finding_slopes(oca_arena *mem, const oca_slope *rows, size_t n, size_t legs) {
    oca_buffer text = {.mem = mem};
    size_t compared = 0, higher = 0, lower = 0;
    for (size_t i = 0; i < legs; i++) {
        oca_slope_leg leg = rows[0].legs[i];
        double change = leg.to.value - leg.from.value;
        const char *shown =
            leg.from.given && leg.to.given
                ? oca_format_text(mem, "%s%s", oca_compare(change, 0) > 0 ? "+" : "", points(mem, change))
                : "–";
        oca_buffer_print(&text, i ? _(", then %s") : "%s", shown);
    }
    for (size_t i = 1; i < n; i++) {
        oca_slope_leg leg = rows[i].legs[legs - 1];
        if (!leg.from.given || !leg.to.given)
            continue;
        int order = oca_compare(leg.to.value, leg.from.value);
        compared++;
        higher += order > 0;
        lower += order < 0;
    }
    if (!compared)
        return oca_format_text(mem, _("%s: %s points"), rows[0].name, text.at);
    return oca_format_text(mem,
                           oca_counted("%s: %s points; %zu of %zu area higher than the round before, %zu lower",
                                       "%s: %s points; %zu of %zu areas higher than the round before, %zu lower",
                                       compared),
                           rows[0].name, text.at, higher, compared, lower);
}

const char *oca_finding_gantt(oca_arena *mem, const oca_gantt_row *rows, size_t n) {
    size_t late = 0, dated = 0;
    bool lived = false;
    oca_day first = 0, last = 0;
    for (size_t i = 0; i < n; i++) {
        late += rows[i].late;
        lived = lived || rows[i].actual.given;
        if (!rows[i].planned.given)
            continue;
        first = !dated || rows[i].planned.to < first ? rows[i].planned.to : first;
        last = !dated || rows[i].planned.to > last ? rows[i].planned.to : last;
        dated++;
    }
    if (lived)
        return oca_format_text(
            mem,
            oca_counted("%zu of %zu action later than first planned", "%zu of %zu actions later than first planned", n),
            late, n);
    if (!dated)
        return _("No action has dates");
    return oca_format_text(mem,
                           oca_counted("%zu action: the first ends on %s, the last on %s",
                                       "%zu actions: the first ends on %s, the last on %s", n),
                           n, oca_day_text(mem, first), oca_day_text(mem, last));
}

const char *oca_finding_burn_up(oca_arena *mem, const oca_burn_up_point *at, size_t n) {
    const oca_burn_up_point *known = NULL;
    for (size_t i = 0; i < n; i++)
        if (at[i].weeks[OCA_BURN_UP_AGREED].given)
            known = &at[i];
    if (!known)
        return oca_format_text(mem, _("%s weeks of work are planned by %s"),
                               points(mem, oca_or(at[n - 1].weeks[OCA_BURN_UP_PLANNED], 0)),
                               oca_day_text(mem, at[n - 1].date));
    return oca_format_text(mem, _("%s weeks of the work agreed are done on %s, %s were planned by then"),
                           points(mem, known->weeks[OCA_BURN_UP_AGREED].value), oca_day_text(mem, known->date),
                           points(mem, oca_or(known->weeks[OCA_BURN_UP_PLANNED], 0)));
}
