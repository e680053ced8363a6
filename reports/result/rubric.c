/* A rubric as result XML; declared in result.h. */
#include "../phrases.h"
#include "head.h"
#include "result.h"

typedef struct {
    oca_arena *mem;
    oca_stream *out;
    const oca_frame *frame;
    const char *lang;
} writer;

static void put_levels(const writer *w, size_t item) {
    const oca_frame_item *at = &w->frame->items[item];
    for (size_t i = 0; i < at->n_rungs; i++) {
        const oca_rung *rung = &at->rungs[i];
        const char *root = w->frame->rubric->lang;
        oca_stream_begin(w->out, "level");
        oca_stream_attribute(w->out, "value", oca_level_number(w->mem, rung->value));
        oca_stream_attribute(w->out, "label", rung->level ? oca_words_in(&rung->level->labels, w->lang, root) : NULL);
        oca_stream_element(w->out, "text", oca_level_descriptor(w->frame, item, rung->value, w->lang));
        for (size_t k = 0; k < rung->criteria.n; k++)
            oca_stream_element(w->out, "criterion", oca_criterion_in(at, rung->criteria.at[k], w->lang, root));
        oca_stream_end(w->out);
    }
}

static void put_item(const writer *w, size_t item) {
    const oca_frame_item *at = &w->frame->items[item];
    const char *root = w->frame->rubric->lang;
    oca_stream_begin(w->out, "item");
    oca_stream_attribute(w->out, "id", at->item->id);
    oca_stream_attribute(w->out, "title", oca_item_title(w->frame, item, w->lang));
    oca_stream_attribute(w->out, "gate", at->gate ? "yes" : NULL);
    oca_stream_attribute(w->out, "applies-to", oca_profile_shown(w->mem, w->frame, &at->item->applies_to, w->lang));
    oca_stream_attribute(w->out, "except", oca_profile_shown(w->mem, w->frame, &at->item->except, w->lang));
    oca_stream_element(w->out, "statement", oca_words_in(&at->item->statements, w->lang, root));
    put_levels(w, item);
    oca_stream_end(w->out);
}

static void put_area(const writer *w, size_t node) {
    const oca_frame_node *at = &w->frame->nodes[node];
    oca_stream_begin(w->out, "area");
    oca_stream_attribute(w->out, "id", at->area->id);
    oca_stream_count(w->out, "depth", at->depth);
    oca_stream_attribute(w->out, "title", oca_node_title(w->frame, node, w->lang));
    for (size_t item = at->first_item; item < at->end_item; item++)
        if (w->frame->items[item].area == node)
            put_item(w, item);
    for (size_t below = node + 1; below < at->end; below = w->frame->nodes[below].end)
        put_area(w, below);
    oca_stream_end(w->out);
}

oca_status oca_rubric_result(const char **out, size_t *n, oca_arena *mem, const oca_frame *frame, const char *lang) {
    const oca_rubric *rubric = frame->rubric;
    const char *title = oca_words_in(&rubric->titles, lang, rubric->lang);
    writer writing = {mem, oca_result_open(mem, "rubric", lang ? lang : rubric->lang, title), frame, lang};
    const writer *w = &writing;
    oca_stream_begin(w->out, "rubric");
    oca_stream_attribute(w->out, "id", rubric->id);
    oca_stream_attribute(w->out, "version", rubric->version);
    oca_stream_attribute(w->out, "digest", rubric->digest);
    oca_stream_attribute(w->out, "title", title);
    oca_stream_attribute(w->out, "performance", oca_measures_performance(frame) ? "yes" : NULL);
    oca_stream_element(w->out, "source", oca_words_in(&rubric->sources, lang, rubric->lang));
    oca_stream_element(w->out, "licence", oca_words_in(&rubric->licences, lang, rubric->lang));
    oca_stream_end(w->out);
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end)
        put_area(w, node);
    return oca_stream_close(out, n, w->out);
}
