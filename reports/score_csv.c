#include "score_csv.h"

#include "csv.h"
#include "phrases.h"

typedef struct {
    oca_arena *mem;
    oca_table table;
    const oca_scores *scores;
    const oca_frame *frame;
    const char *lang;
} sheet;

static const char *const columns[] = {
    /* whose, when, by what */
    "organization", "round", "date", "rubric", "version", "tailoring",
    /* what the row is of */
    "kind", "id", "area", "title", "state",
    /* figures of both */
    "percent", "level", "consensus", "n",
    /* of the whole and areas */
    "coverage", "applicable", "scored", "na", "divided", "stage", "stage_uncapped", "provisional", "quadrant",
    /* of items */
    "basis", "score_uncapped", "standing", "dk_share", "gate"};

static void text(sheet *s, const char *value) {
    oca_table_text(s->mem, &s->table, value ? value : "");
}

static void maybe(sheet *s, oca_number value) {
    oca_table_maybe(s->mem, &s->table, value, 0, "");
}

static void count(sheet *s, long value) {
    maybe(s, oca_given((double)value));
}

static void nothing(sheet *s, size_t cells) {
    while (cells--)
        oca_table_undefined(s->mem, &s->table, "");
}

static void begin_row(sheet *s, const char *kind, const char *id, const oca_area *area, const char *title,
                      const char *state) {
    const oca_assessment *assessment = s->scores->answers->assessment;
    text(s, assessment->organization->id);
    text(s, assessment->round);
    oca_table_date(s->mem, &s->table, assessment->date.day);
    text(s, s->frame->rubric->id);
    text(s, s->frame->rubric->version);
    text(s, s->frame->tailoring ? s->frame->tailoring->id : NULL);
    text(s, kind);
    text(s, id);
    text(s, area ? area->id : NULL);
    text(s, title);
    text(s, state);
}

static const char *stage_id(const sheet *s, long stage) {
    return stage == OCA_NOWHERE ? NULL : s->frame->stages[stage].id;
}

static void node_row(sheet *s, size_t node) {
    enum { OF_ITEMS = 5 };
    const oca_node_score *score = &s->scores->nodes[node];
    const oca_frame_node *at = &s->frame->nodes[node];
    begin_row(s, node ? "area" : "overall", node ? at->area->id : "overall", s->frame->nodes[at->parent].area,
              oca_node_title(s->frame, node, s->lang), oca_node_state_word(score->state));
    maybe(s, score->percent);
    maybe(s, score->level);
    maybe(s, score->consensus);
    count(s, oca_consensus_n(s->scores, node));
    maybe(s, score->coverage);
    count(s, score->applicable);
    count(s, score->scored);
    count(s, score->na);
    count(s, score->divided);
    text(s, stage_id(s, score->stage));
    text(s, stage_id(s, score->stage_uncapped));
    text(s, oca_join(s->mem, &score->provisional, " "));
    text(s, oca_quadrant_word(score->quadrant));
    nothing(s, OF_ITEMS);
}

static void item_row(sheet *s, size_t item) {
    enum { OF_NODES = 9 };
    const oca_frame_item *at = &s->frame->items[item];
    const oca_item_score *score = &s->scores->items[item];
    bool scored = score->state == OCA_SCORED;
    begin_row(s, "item", at->item->id, s->frame->nodes[at->area].area, oca_item_title(s->frame, item, s->lang),
              oca_item_state_word(score->state));
    maybe(s, (oca_number){scored, 100 * score->x});
    maybe(s, (oca_number){scored, score->score});
    maybe(s, score->consensus);
    count(s, score->counts.n);
    nothing(s, OF_NODES);
    text(s, oca_layer_word(score->basis));
    maybe(s, (oca_number){scored, score->score_uncapped});
    maybe(s, (oca_number){scored, score->standing});
    maybe(s, score->dk_share);
    text(s, oca_gate_word(score->gate));
}

void oca_score_csv(oca_buffer *out, const oca_scores *scores, const char *lang) {
    sheet s = {.mem = out->mem, .scores = scores, .frame = scores->answers->frame, .lang = lang};
    for (size_t i = 0; i < OCA_COUNT(columns); i++)
        oca_table_column(s.mem, &s.table, columns[i], columns[i], OCA_LEFT);
    for (size_t node = 0; node < s.frame->n_nodes; node++)
        node_row(&s, node);
    for (size_t item = 0; item < s.frame->n_items; item++)
        item_row(&s, item);
    oca_table_csv(out, &s.table);
}
