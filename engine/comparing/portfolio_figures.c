/* What is said of a set of organizations: their rounds, their pairs, how stages moved. */
#include "portfolio_parts.h"

#include <stdlib.h>
#include <string.h>

/* The rounds of one kind and rubric. */
typedef struct {
    const oca_kept_round **at;
    size_t n;
} rounds;

static int by_rubric(const void *left, const void *right) {
    const oca_kept_round *a = *(const oca_kept_round *const *)left, *b = *(const oca_kept_round *const *)right;
    int order = oca_rubric_order(a->frame, b->frame);
    return order ? order : oca_place_order(a, b);
}

const oca_frame *oca_newer_frame(const oca_frame *a, const oca_frame *b) {
    if (a == b)
        return b;
    int order = oca_version_compare(a->rubric->version, b->rubric->version);
    return order > 0 || (order == 0 && a->n_nodes >= b->n_nodes) ? a : b;
}

/* The percents of node `node` of `frame`, in other versions of the node of that id. `values` has room for all. */
static oca_summary summarize_node(const rounds *of, const oca_frame *frame, size_t node, double *values) {
    const oca_frame *last = NULL;
    long place = 0;
    size_t n = 0;
    for (size_t i = 0; i < of->n; i++) {
        const oca_kept_round *round = of->at[i];
        if (node != 0 && round->frame != last)
            place = oca_frame_find_node(round->frame, frame->nodes[node].area->id);
        last = round->frame;
        if (place != OCA_NOWHERE && round->nodes[place].scored)
            values[n++] = round->nodes[place].percent;
    }
    return oca_summarize(values, n);
}

static void count_stage(oca_arena *mem, oca_portfolio_round *out, const oca_stage *stage) {
    size_t i = 0;
    while (i < out->stages.n && !oca_equal(out->stages.at[i].stage->id, stage->id))
        i++;
    if (i == out->stages.n) /* only an older version has it */
        *(oca_stage_count *)OCA_ADD(mem, &out->stages) = (oca_stage_count){.stage = stage};
    out->stages.at[i].n++;
}

static oca_portfolio_round summarize_rounds(oca_arena *mem, const rounds *of, bool latest, double *values) {
    const oca_frame *frame = of->at[0]->frame;
    for (size_t i = 1; i < of->n; i++)
        frame = oca_newer_frame(frame, of->at[i]->frame);
    oca_portfolio_round out = {.latest = latest, .rubric = frame->rubric->id, .frame = frame, .n = of->n};
    out.percents = summarize_node(of, frame, 0, values);
    for (size_t i = 0; i < frame->n_stages; i++)
        *(oca_stage_count *)OCA_ADD(mem, &out.stages) = (oca_stage_count){.stage = &frame->stages[i]};
    for (size_t i = 0; i < of->n; i++) {
        const oca_kept_round *round = of->at[i];
        if (round->stage == OCA_NOWHERE)
            continue;
        if (round->provisional)
            out.provisional++;
        else
            count_stage(mem, &out, &round->frame->stages[round->stage]);
    }
    for (size_t node = 1; node < frame->n_nodes; node++)
        *(oca_portfolio_area *)OCA_ADD(mem, &out.areas) =
            (oca_portfolio_area){frame->nodes[node].area->id, node, summarize_node(of, frame, node, values)};
    return out;
}

/* Baselines or latest rounds, rubric by rubric. */
static void add_rounds(oca_figures *out, oca_arena *mem, const oca_line *const *lines, size_t n, bool latest) {
    oca_arena scratch = {0};
    rounds all = {.at = oca_alloc(&scratch, n * sizeof *all.at)};
    double *values = oca_alloc(&scratch, n * sizeof *values);
    for (size_t i = 0; i < n; i++) {
        const oca_kept_round *round = latest ? lines[i]->latest : lines[i]->baseline;
        if (round)
            all.at[all.n++] = round;
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_rubric);
    for (size_t i = 0, end; i < all.n; i = end) {
        const char *rubric = all.at[i]->frame->rubric->id;
        for (end = i; end < all.n && oca_equal(all.at[end]->frame->rubric->id, rubric);)
            end++;
        rounds some = {all.at + i, end - i};
        *(oca_portfolio_round *)OCA_ADD(mem, &out->rounds) = summarize_rounds(mem, &some, latest, values);
    }
    oca_arena_free(&scratch);
}

static void add_id(oca_arena *mem, oca_strings *ids, const oca_line *line) {
    *(const char **)OCA_ADD(mem, ids) = line->id;
}

static void list_line(oca_figures *out, oca_arena *mem, const oca_line *line) {
    if (!line->baseline || !line->latest)
        add_id(mem, line->baseline ? &out->baseline_only : &out->without_baseline, line);
    else if (!oca_line_is_pair(line))
        add_id(mem, &out->not_comparable, line);
    else
        add_id(mem,
               line->outcome == OCA_IMPROVED    ? &out->improved
               : line->outcome == OCA_REGRESSED ? &out->regressed
                                                : &out->same,
               line);
    if (oca_line_is_reversed(line))
        add_id(mem, &out->reversed, line);
    out->organizations++;
}

static int by_move(const void *left, const void *right) {
    const oca_stage_move *a = left, *b = right;
    int order = strcmp(a->rubric, b->rubric);
    if (!order)
        order = (a->from_place > b->from_place) - (a->from_place < b->from_place);
    if (!order)
        order = (a->to_place > b->to_place) - (a->to_place < b->to_place);
    if (!order)
        order = strcmp(a->from->id, b->from->id);
    return order ? order : strcmp(a->to->id, b->to->id);
}

/* Stages of different rubrics are different things. */
static void count_move(oca_figures *out, oca_arena *mem, const oca_line *line) {
    const oca_kept_round *from = line->baseline, *to = line->latest;
    const char *rubric = from->frame->rubric->id;
    if (from->stage == OCA_NOWHERE || to->stage == OCA_NOWHERE || !oca_equal(rubric, to->frame->rubric->id))
        return;
    oca_stage_move move = {.rubric = rubric,
                           .from = &from->frame->stages[from->stage],
                           .to = &to->frame->stages[to->stage],
                           .from_place = (size_t)from->stage,
                           .to_place = (size_t)to->stage,
                           .n = 1};
    for (size_t i = 0; i < out->moves.n; i++)
        if (by_move(&out->moves.at[i], &move) == 0) {
            out->moves.at[i].n++;
            return;
        }
    *(oca_stage_move *)OCA_ADD(mem, &out->moves) = move;
}

static int by_scale(const void *left, const void *right) {
    const oca_level_move *a = left, *b = right;
    int order = strcmp(a->rubric, b->rubric);
    if (!order)
        order = oca_compare(a->min, b->min);
    return order ? order : oca_compare(a->max, b->max);
}

/* Adds the pair's levels to the sums of those with its rubric and scale. */
static void add_level(oca_figures *out, oca_arena *mem, const oca_line *line) {
    oca_level_move own = {.rubric = line->latest->frame->rubric->id, .min = line->level_min, .max = line->level_max};
    if (!line->level_baseline.given || !line->level_latest.given)
        return;
    size_t i = 0;
    while (i < out->levels.n && by_scale(&out->levels.at[i], &own) != 0)
        i++;
    if (i == out->levels.n)
        *(oca_level_move *)OCA_ADD(mem, &out->levels) = own;
    out->levels.at[i].n++;
    out->levels.at[i].before += line->level_baseline.value;
    out->levels.at[i].after += line->level_latest.value;
}

static void finish_levels(oca_figures *out) {
    for (size_t i = 0; i < out->levels.n; i++) {
        out->levels.at[i].before /= (double)out->levels.at[i].n;
        out->levels.at[i].after /= (double)out->levels.at[i].n;
    }
    if (out->levels.n)
        qsort(out->levels.at, out->levels.n, sizeof *out->levels.at, by_scale);
}

static void summarize_deltas(oca_figures *out, const double *deltas, size_t n) {
    out->mean_delta = oca_mean(deltas, n);
    out->interval = oca_t_interval(deltas, n);
    out->wilcoxon = oca_wilcoxon(deltas, n);
}

oca_figures oca_portfolio_figures(oca_arena *mem, const oca_line *const *lines, size_t n) {
    oca_figures out = {0};
    oca_arena scratch = {0};
    double *deltas = oca_alloc(&scratch, n * sizeof *deltas);
    size_t n_deltas = 0;
    for (size_t i = 0; i < n; i++) {
        const oca_line *line = lines[i];
        if (!oca_line_now(line))
            continue; /* there is only a plan */
        list_line(&out, mem, line);
        oca_count_facilitation(&out, line);
        if (!oca_line_is_pair(line))
            continue;
        out.pairs++;
        count_move(&out, mem, line);
        add_level(&out, mem, line);
        if (line->delta.given)
            deltas[n_deltas++] = line->delta.value;
    }
    if (out.moves.n)
        qsort(out.moves.at, out.moves.n, sizeof *out.moves.at, by_move);
    finish_levels(&out);
    summarize_deltas(&out, deltas, n_deltas);
    add_rounds(&out, mem, lines, n, false);
    add_rounds(&out, mem, lines, n, true);
    oca_arena_free(&scratch);
    return out;
}

/* The i-th word by which the line is grouped; NULL if there is none. */
static const char *word_of(const oca_line *line, oca_grouping grouping, size_t i) {
    const oca_organization *organization = line->organization;
    if (grouping == OCA_BY_PROFILE)
        return i < organization->profile.n ? organization->profile.at[i] : NULL;
    return grouping == OCA_BY_COUNTRY    ? organization->country
           : grouping == OCA_BY_DISTRICT ? organization->district
                                         : organization->part_of;
}

/* An organization and a word that it bears. */
typedef struct {
    const char *word;
    const oca_line *line;
} worded;

/* Those without a word last. */
static int by_word(const void *left, const void *right) {
    const worded *a = left, *b = right;
    if (!a->word != !b->word)
        return a->word ? -1 : 1;
    int order = oca_text_order(a->word, b->word);
    return order ? order : strcmp(a->line->id, b->line->id);
}

void oca_portfolio_find_groups(oca_portfolio *p, oca_arena *mem, oca_grouping grouping) {
    OCA_LIST(worded) all = {0};
    oca_arena scratch = {0};
    p->grouping = grouping;
    for (size_t i = 0; grouping != OCA_BY_NOTHING && i < p->n_lines; i++) {
        const oca_line *line = &p->lines[i];
        size_t words = grouping == OCA_BY_PROFILE && line->organization->profile.n ? line->organization->profile.n : 1;
        for (size_t k = 0; k < words && oca_line_now(line); k++)
            *(worded *)OCA_ADD(&scratch, &all) = (worded){word_of(line, grouping, k), line};
    }
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_word);
    const oca_line **lines = oca_alloc(&scratch, all.n * sizeof *lines);
    for (size_t i = 0, end; i < all.n; i = end) {
        size_t n = 0;
        for (end = i; end < all.n && oca_equal(all.at[end].word, all.at[i].word); end++)
            if (n == 0 || lines[n - 1] != all.at[end].line) /* a word that stands twice in a profile */
                lines[n++] = all.at[end].line;
        *(oca_portfolio_group *)OCA_ADD(mem, &p->groups) =
            (oca_portfolio_group){all.at[i].word, oca_portfolio_figures(mem, lines, n)};
    }
    oca_arena_free(&scratch);
}
