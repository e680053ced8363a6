#include "findings.h"

#include "../phrases.h"

static const char *shown(oca_arena *mem, oca_number points) {
    return oca_number_shown(mem, points.value, OCA_DECIMALS_POINTS);
}

/* The sentences of the two rounds, where there are some. */
static const char *by_round(oca_arena *mem, const char *const parts[OCA_ROUNDS], const char *none) {
    if (parts[0] && parts[1])
        return oca_format_text(mem, "%s. %s", parts[0], parts[1]);
    return parts[0] ? parts[0] : parts[1] ? parts[1] : none;
}

const char *oca_finding_points(oca_arena *mem, const oca_portfolio_rubric *rubric) {
    const char *parts[OCA_ROUNDS] = {0};
    for (size_t r = 0; r < OCA_ROUNDS; r++) {
        const oca_portfolio_round *round = rubric->rounds[r];
        if (!round || !round->percents.n)
            continue;
        parts[r] = oca_format_text(mem,
                                   r == OCA_AT_BASELINE ? _("Median at baseline: %s points of 100, n = %zu")
                                                        : _("Median in the latest round: %s points of 100, n = %zu"),
                                   shown(mem, round->percents.median), round->percents.n);
    }
    return by_round(mem, parts, _("No organization is scored"));
}

const char *oca_finding_stages(oca_arena *mem, const oca_portfolio_rubric *rubric,
                               const oca_distribution_lines *stages) {
    const char *parts[OCA_ROUNDS] = {0};
    for (size_t r = 0; r < OCA_ROUNDS; r++) {
        const oca_portfolio_round *round = rubric->rounds[r];
        size_t most = 0;
        for (size_t i = 1; i < stages->n; i++)
            if (oca_or(stages->at[i].figures[r], 0) > oca_or(stages->at[most].figures[r], 0))
                most = i;
        if (!round || !round->percents.n)
            continue;
        size_t n = (size_t)oca_or(stages->at[most].figures[r], 0), all = round->percents.n;
        parts[r] = oca_format_text(mem,
                                   r == OCA_AT_BASELINE ? _("Most at baseline: %s, %zu of %zu")
                                                        : _("Most in the latest round: %s, %zu of %zu"),
                                   stages->at[most].name, n, all);
    }
    return by_round(mem, parts, _("No organization has a stage"));
}

/* The line's name, or how many stand where it does. */
static const char *name_of(oca_arena *mem, const oca_distribution_lines *lines, size_t round, size_t line) {
    size_t alike = 0;
    for (size_t i = 0; i < lines->n; i++)
        alike += lines->at[i].figures[round].given &&
                 oca_compare(lines->at[i].figures[round].value, lines->at[line].figures[round].value) == 0;
    return alike > 1 ? oca_format_text(mem, oca_counted("%zu area", "%zu areas", alike), alike) : lines->at[line].name;
}

const char *oca_finding_medians(oca_arena *mem, const oca_portfolio_rubric *rubric,
                                const oca_distribution_lines *areas) {
    size_t round = rubric->rounds[OCA_AT_LATEST] ? OCA_AT_LATEST : OCA_AT_BASELINE, defined = 0, high = 0, low = 0;
    for (size_t i = 0; i < areas->n; i++) {
        oca_number own = areas->at[i].figures[round];
        if (!own.given)
            continue;
        if (!defined || oca_compare(own.value, areas->at[high].figures[round].value) > 0)
            high = i;
        if (!defined || oca_compare(own.value, areas->at[low].figures[round].value) < 0)
            low = i;
        defined++;
    }
    if (!defined)
        return _("No area is scored");
    return oca_format_text(mem,
                           round == OCA_AT_LATEST
                               ? _("Highest median in the latest round: %s, %s points of 100; lowest: %s, %s")
                               : _("Highest median at baseline: %s, %s points of 100; lowest: %s, %s"),
                           name_of(mem, areas, round, high), shown(mem, areas->at[high].figures[round]),
                           name_of(mem, areas, round, low), shown(mem, areas->at[low].figures[round]));
}
