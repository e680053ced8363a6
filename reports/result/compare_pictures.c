/* The pictures of compared rounds: outer areas, like for like; declared in pictures.h. */
#include "pictures.h"

#include "../compare/phrases.h"
#include "../compare/slopes.h"

const char *oca_pair_mark(oca_arena *mem, const oca_compared_list *pairs, size_t i) {
    return pairs->n > 1 ? oca_format_text(mem, " (%zu)", i + 1) : NULL;
}

static const char *round_of(const oca_scores *scores) {
    return oca_round_word(scores->answers->assessment->round);
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
    const oca_radar_ring rings[] = {{round_of(c->baseline), "then", before}, {round_of(c->reassessment), "first", now}};
    oca_drawing radar = oca_figure_radar(mem, names, n, rings, OCA_COUNT(rings), (oca_number){0});
    radar.title = marked(mem, radar.title, mark);
    oca_drawing_write(out, &radar, oca_format_text(mem, "radar-%zu", number));
}

static void put_slopes(oca_stream *out, oca_arena *mem, const oca_compared_list *pairs, const char *lang) {
    oca_slopes slopes = oca_compare_slopes(mem, pairs, lang);
    oca_drawing drawing = oca_figure_slopes(mem, slopes.rounds, slopes.n_rounds, slopes.rows, slopes.n);
    oca_drawing_write(out, &drawing, "slopes");
}

void oca_compare_pictures(oca_stream *out, oca_arena *mem, const oca_compared_list *pairs, const char *lang) {
    oca_stream_begin(out, "pictures");
    put_slopes(out, mem, pairs, lang);
    for (size_t i = 0; i < pairs->n; i++)
        put_pair(out, mem, pairs->at[i].comparison, lang, i + 1, oca_pair_mark(mem, pairs, i));
    oca_stream_end(out);
}
