/* The pictures of compared rounds: outer areas, like for like; declared in pictures.h. */
#include "pictures.h"

#include "../compare/phrases.h"
#include "../figures/figures.h"

const char *oca_pair_mark(oca_arena *mem, const oca_compared_list *pairs, size_t i) {
    return pairs->n > 1 ? oca_format_text(mem, " (%zu)", i + 1) : NULL;
}

static const char *round_of(const oca_scores *scores) {
    return oca_round_word(scores->answers->assessment->round);
}

static const char *round_and_day(oca_arena *mem, const oca_scores *scores) {
    return oca_format_text(mem, "%s, %s", round_of(scores), oca_day_text(mem, scores->answers->assessment->date.day));
}

static const char *marked(oca_arena *mem, const char *title, const char *mark) {
    return mark ? oca_format_text(mem, "%s%s", title, mark) : title;
}

/* One pair as dumbbells and as radar; `number` tells the pictures of a series apart. */
static void put_pair(oca_stream *out, oca_arena *mem, const oca_comparison *c, const char *lang, size_t number,
                     const char *mark) {
    const oca_frame *frame = c->matching->reassessment;
    size_t n = 0, rooms = frame->n_nodes;
    const char **names = oca_alloc(mem, rooms * sizeof *names);
    oca_number *before = oca_alloc(mem, rooms * sizeof *before), *now = oca_alloc(mem, rooms * sizeof *now);
    oca_dumbbell *rows = oca_alloc(mem, rooms * sizeof *rows);
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end, n++) {
        const oca_node_change *area = &c->nodes[node];
        names[n] = oca_node_title(frame, node, lang);
        before[n] = area->common_baseline;
        now[n] = area->common_reassessment;
        rows[n] = (oca_dumbbell){names[n], before[n], now[n],
                                 area->delta.given ? oca_change_shown(mem, area->delta.value, OCA_DECIMALS_POINTS)
                                                   : OCA_UNDEFINED_SHOWN};
    }
    if (n == 0)
        return;
    oca_drawing dumbbells = oca_figure_dumbbells(mem, rows, n);
    dumbbells.title = marked(mem, dumbbells.title, mark);
    oca_drawing_write(out, &dumbbells, oca_format_text(mem, "change-%zu", number));
    if (n < OCA_FEWEST_FOR_A_RADAR || n > OCA_MOST_FOR_A_RADAR)
        return;
    const oca_radar_ring rings[] = {{round_of(c->baseline), "first", before},
                                    {round_of(c->reassessment), "second", now}};
    oca_drawing radar = oca_figure_radar(mem, names, n, rings, OCA_COUNT(rings), (oca_number){0});
    radar.title = marked(mem, radar.title, mark);
    oca_drawing_write(out, &radar, oca_format_text(mem, "radar-%zu", number));
}

/* The node's figures on each leg, a node being known by its area's id; the root has none. */
static const oca_slope_leg *legs_of(oca_arena *mem, const oca_compared_list *pairs, size_t n, const char *area) {
    oca_slope_leg *legs = oca_alloc(mem, n * sizeof *legs);
    for (size_t i = 0; i < n; i++) {
        const oca_comparison *c = pairs->at[i].comparison;
        long node = area ? oca_frame_find_node(c->matching->reassessment, area) : 0;
        legs[i] = (oca_slope_leg){0};
        if (node != OCA_NOWHERE)
            legs[i] = (oca_slope_leg){c->nodes[node].common_baseline, c->nodes[node].common_reassessment};
    }
    return legs;
}

/* All rounds in one picture. Of a series the last pair, the first round with the last, is no leg of its own. */
static void put_slopes(oca_stream *out, oca_arena *mem, const oca_compared_list *pairs, const char *lang) {
    size_t legs = pairs->n > 1 ? pairs->n - 1 : 1, n = 0;
    const oca_comparison *last = pairs->at[legs - 1].comparison;
    const oca_frame *frame = last->matching->reassessment;
    const char **rounds = oca_alloc(mem, (legs + 1) * sizeof *rounds);
    oca_slope *rows = oca_alloc(mem, frame->n_nodes * sizeof *rows);
    rounds[0] = round_and_day(mem, pairs->at[0].comparison->baseline);
    for (size_t i = 0; i < legs; i++)
        rounds[i + 1] = round_and_day(mem, pairs->at[i].comparison->reassessment);
    rows[n++] = (oca_slope){oca_node_title(frame, 0, lang), legs_of(mem, pairs, legs, NULL)};
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end)
        rows[n++] =
            (oca_slope){oca_node_title(frame, node, lang), legs_of(mem, pairs, legs, frame->nodes[node].area->id)};
    oca_drawing slopes = oca_figure_slopes(mem, rounds, legs + 1, rows, n);
    oca_drawing_write(out, &slopes, "slopes");
}

void oca_compare_pictures(oca_stream *out, oca_arena *mem, const oca_compared_list *pairs, const char *lang) {
    oca_stream_begin(out, "pictures");
    put_slopes(out, mem, pairs, lang);
    for (size_t i = 0; i < pairs->n; i++)
        put_pair(out, mem, pairs->at[i].comparison, lang, i + 1, oca_pair_mark(mem, pairs, i));
    oca_stream_end(out);
}
