#include "distribution.h"

#include "../../engine/base/words.h"
#include "../letters.h"
#include "../phrases.h"

#include <stdlib.h>
#include <string.h>

enum { BINS = 10 };

static int by_id(const void *left, const void *right) {
    const oca_portfolio_rubric *a = left, *b = right;
    return strcmp(a->id, b->id);
}

oca_portfolio_rubrics oca_portfolio_rubrics_of(oca_arena *mem, const oca_figures *figures) {
    oca_portfolio_rubrics all = {0};
    for (size_t i = 0; i < figures->rounds.n; i++) {
        const oca_portfolio_round *round = &figures->rounds.at[i];
        size_t k = 0;
        while (k < all.n && !oca_equal(all.at[k].id, round->rubric))
            k++;
        if (k == all.n)
            *(oca_portfolio_rubric *)OCA_ADD(mem, &all) = (oca_portfolio_rubric){round->rubric, round->frame, {0}};
        if (oca_version_compare(round->frame->rubric->version, all.at[k].frame->rubric->version) > 0)
            all.at[k].frame = round->frame;
        all.at[k].rounds[round->latest ? OCA_AT_LATEST : OCA_AT_BASELINE] = round;
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_id);
    return all;
}

const char *oca_portfolio_rubric_shown(oca_arena *mem, const oca_portfolio_rubric *rubric, const char *lang) {
    const oca_rubric *own = rubric->frame->rubric;
    const char *title = oca_words_in(&own->titles, lang, own->lang);
    return *title ? oca_format_text(mem, "%s (%s)", title, rubric->id) : rubric->id;
}

const char *oca_portfolio_sheet(oca_arena *mem, const char *sheet, const oca_portfolio_rubrics *rubrics, size_t i) {
    enum { MOST = 31 };
    const char *name = rubrics->n == 1 ? sheet : oca_format_text(mem, "%zu %s, %s", i + 1, sheet, rubrics->at[i].id);
    size_t n = 0, letters = 0;
    while (name[n] && letters++ < MOST)
        n += oca_letter_bytes(&name[n]);
    return oca_copy(mem, name, n);
}

/* Which tenth of 0 to 100 a percent lies in. */
static size_t bin_of(double percent) {
    size_t bin = 0;
    while (bin + 1 < BINS && oca_compare(percent, 100.0 * (double)(bin + 1) / BINS) >= 0)
        bin++;
    return bin;
}

static void count(oca_distribution_line *bins, const oca_kept_round *round, const char *rubric, size_t which) {
    if (!round || !round->nodes[0].scored || !oca_equal(round->frame->rubric->id, rubric))
        return;
    oca_number *figure = &bins[bin_of(round->nodes[0].percent)].figures[which];
    *figure = oca_given(figure->value + 1);
}

oca_distribution_lines oca_portfolio_by_points(oca_arena *mem, const oca_portfolio *portfolio,
                                               const oca_portfolio_rubric *rubric) {
    oca_distribution_lines all = {0};
    for (int bin = 0; bin < BINS; bin++)
        *(oca_distribution_line *)OCA_ADD(mem, &all) = (oca_distribution_line){
            oca_format_text(mem, bin + 1 < BINS ? _("%d to under %d") : _("%d to %d"), 10 * bin, 10 * bin + 10),
            {{rubric->rounds[OCA_AT_BASELINE] != NULL, 0}, {rubric->rounds[OCA_AT_LATEST] != NULL, 0}},
        };
    for (size_t i = 0; i < portfolio->n_lines; i++) {
        count(all.at, portfolio->lines[i].baseline, rubric->id, OCA_AT_BASELINE);
        count(all.at, portfolio->lines[i].latest, rubric->id, OCA_AT_LATEST);
    }
    return all;
}

/* Versions may name stages differently: a name is a line. */
static void add_stage(oca_arena *mem, oca_distribution_lines *all, const char *name, size_t which, size_t n) {
    size_t i = 0;
    while (i < all->n && !oca_equal(all->at[i].name, name))
        i++;
    if (i == all->n)
        *(oca_distribution_line *)OCA_ADD(mem, all) = (oca_distribution_line){.name = name};
    all->at[i].figures[which] = oca_given((double)n);
}

oca_distribution_lines oca_portfolio_by_stage(oca_arena *mem, const oca_portfolio_rubric *rubric, const char *lang) {
    oca_distribution_lines all = {0};
    for (size_t r = 0; r < OCA_ROUNDS; r++)
        for (size_t i = 0; rubric->rounds[r] && i < rubric->rounds[r]->stages.n; i++) {
            const oca_stage *stage = rubric->rounds[r]->stages.at[i].stage;
            const char *label = oca_words_in(&stage->labels, lang, NULL);
            add_stage(mem, &all, *label ? label : stage->id, r, rubric->rounds[r]->stages.at[i].n);
        }
    for (size_t r = 0; r < OCA_ROUNDS; r++)
        if (rubric->rounds[r])
            add_stage(mem, &all, _("provisional"), r, rubric->rounds[r]->provisional);
    return all;
}

oca_summary oca_portfolio_area_summary(const oca_portfolio_round *round, const char *area) {
    for (size_t i = 0; round && i < round->areas.n; i++)
        if (oca_equal(round->areas.at[i].id, area))
            return round->areas.at[i].percents;
    return (oca_summary){0};
}

oca_distribution_lines oca_portfolio_by_area(oca_arena *mem, const oca_portfolio_rubric *rubric, const char *lang) {
    const oca_frame *frame = rubric->frame;
    oca_distribution_lines all = {0};
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end) {
        oca_distribution_line *line = OCA_ADD(mem, &all);
        *line = (oca_distribution_line){.name = oca_node_title(frame, node, lang)};
        for (size_t r = 0; r < OCA_ROUNDS; r++)
            line->figures[r] = oca_portfolio_area_summary(rubric->rounds[r], frame->nodes[node].area->id).median;
    }
    return all;
}

bool oca_portfolio_stands_in(const oca_line *line, const oca_portfolio_rubric *rubric) {
    const oca_kept_round *round = oca_line_now(line);
    return round && oca_equal(round->frame->rubric->id, rubric->id);
}

oca_number oca_portfolio_points(const oca_kept_round *round, const oca_frame *frame, size_t node, bool *known) {
    long own = node == 0 || round->frame == frame ? (long)node
                                                  : oca_frame_find_node(round->frame, frame->nodes[node].area->id);
    if (known)
        *known = own != OCA_NOWHERE;
    if (own == OCA_NOWHERE || !round->nodes[own].scored)
        return (oca_number){0};
    return oca_given(round->nodes[own].percent);
}
