/* The comparison as one table: a row for the whole, each area, each item, and each item that is no longer asked. The
 * columns are described in engine/document/README.md. */
#include "../csv.h"
#include "phrases.h"

typedef struct {
    oca_arena *mem;
    oca_table table;
    const oca_comparison *c;
    const char *lang;
} sheet;

static void text(sheet *s, const char *value) {
    oca_table_text(s->mem, &s->table, value);
}

static void maybe(sheet *s, oca_number value) {
    oca_table_maybe(s->mem, &s->table, value, 0, "");
}

static void nothing(sheet *s, size_t cells) {
    while (cells--)
        oca_table_undefined(s->mem, &s->table, "");
}

static const char *const columns[] = {
    /* which pair */
    "organization", "baseline_round", "baseline_date", "baseline_rubric", "reassessment_round", "reassessment_date",
    "reassessment_rubric",
    /* what the row is of */
    "kind", "id", "area", "title",
    /* can it be compared */
    "verdict", "kept", "covered", "common", "listing", "basis",
    /* headline of a node, score of an item */
    "baseline", "reassessment",
    /* like for like */
    "common_baseline", "common_reassessment", "delta", "outcome", "level_baseline", "level_reassessment", "relative",
    "stage_baseline", "stage_reassessment", "then", "gate",
    /* apart */
    "participants_baseline", "participants_reassessment", "participants_delta", "participants_low", "participants_high",
    "participants_n_baseline", "participants_n_reassessment"};

static void round_cells(sheet *s, const oca_scores *scores) {
    const oca_assessment *assessment = scores->answers->assessment;
    text(s, assessment->round);
    oca_table_date(s->mem, &s->table, assessment->date.day);
    text(s, oca_instrument_shown(s->mem, scores->answers->frame));
}

static void begin_row(sheet *s, const char *kind, const char *id, const oca_area *area, const char *title) {
    text(s, s->c->reassessment->answers->assessment->organization->id);
    round_cells(s, s->c->baseline);
    round_cells(s, s->c->reassessment);
    text(s, kind);
    text(s, id);
    text(s, area ? area->id : "");
    text(s, title);
}

static const char *stage_id(const oca_frame *frame, long stage) {
    return stage == OCA_NOWHERE ? "" : frame->stages[stage].id;
}

static void participants_cells(sheet *s, const oca_participants_view *view) {
    bool given = view->given, interval = given && view->interval.given;
    maybe(s, (oca_number){given, view->baseline});
    maybe(s, (oca_number){given, view->reassessment});
    maybe(s, (oca_number){given, view->delta});
    maybe(s, (oca_number){interval, view->interval.low});
    maybe(s, (oca_number){interval, view->interval.high});
    maybe(s, (oca_number){given, (double)view->n_baseline});
    maybe(s, (oca_number){given, (double)view->n_reassessment});
}

static void node_row(sheet *s, size_t number) {
    const oca_matching *matching = s->c->matching;
    const oca_frame_node *at = &matching->reassessment->nodes[number];
    const oca_node_change *node = &s->c->nodes[number];
    begin_row(s, number ? "area" : "overall", number ? at->area->id : "overall",
              number ? matching->reassessment->nodes[at->parent].area : NULL,
              oca_node_title(matching->reassessment, number, s->lang));
    text(s, oca_verdict_word(node->verdict));
    maybe(s, node->kept);
    maybe(s, node->covered);
    maybe(s, oca_given((double)node->common));
    nothing(s, 2); /* listing, basis */
    maybe(s, node->baseline);
    maybe(s, node->reassessment);
    maybe(s, node->common_baseline);
    maybe(s, node->common_reassessment);
    maybe(s, node->delta);
    text(s, oca_outcome_word(node->outcome));
    maybe(s, node->level_baseline);
    maybe(s, node->level_reassessment);
    maybe(s, node->relative);
    text(s, stage_id(matching->baseline, node->stage_baseline));
    text(s, stage_id(matching->reassessment, node->stage_reassessment));
    nothing(s, 2); /* then, gate */
    participants_cells(s, &node->participants);
}

static void item_row(sheet *s, size_t number) {
    const oca_frame *frame = s->c->matching->reassessment;
    const oca_item_change *item = &s->c->items[number];
    bool compared = item->basis != OCA_LAYER_NONE;
    begin_row(s, "item", frame->items[number].item->id, frame->nodes[frame->items[number].area].area,
              oca_item_title(frame, number, s->lang));
    nothing(s, 4); /* verdict, kept, covered, common */
    text(s, oca_listing_word(item->listing));
    text(s, oca_layer_word(item->basis));
    maybe(s, (oca_number){compared, item->baseline});
    maybe(s, (oca_number){compared, item->reassessment});
    nothing(s, 2); /* common_baseline, common_reassessment */
    maybe(s, (oca_number){compared, item->delta});
    text(s, oca_outcome_word(item->outcome));
    nothing(s, 5); /* levels, relative, stages */
    maybe(s, item->then);
    text(s, oca_gate_change_word(item->gate));
    nothing(s, 7);
}

static void dropped_rows(sheet *s) {
    enum { BEFORE_LISTING = 4, AFTER_LISTING = 21 };
    const oca_matching *matching = s->c->matching;
    const oca_strings *ids = &s->c->listed[OCA_DROPPED_ITEM];
    for (size_t i = 0; i < ids->n; i++) {
        size_t item = (size_t)oca_frame_find_item(matching->baseline, ids->at[i]);
        begin_row(s, "item", ids->at[i], matching->reassessment->nodes[matching->place[item]].area,
                  oca_item_title(matching->baseline, item, s->lang));
        nothing(s, BEFORE_LISTING);
        text(s, oca_listing_word(OCA_DROPPED_ITEM));
        nothing(s, AFTER_LISTING);
    }
}

/* An area's own row, its statements, then the areas in it. */
static void tree(sheet *s, size_t node) {
    const oca_frame *frame = s->c->matching->reassessment;
    node_row(s, node);
    for (size_t i = frame->nodes[node].first_item; i < frame->nodes[node].end_item; i++)
        if (frame->items[i].area == node)
            item_row(s, i);
    for (size_t area = node + 1; area < frame->nodes[node].end; area = frame->nodes[area].end)
        tree(s, area);
}

void oca_compare_csv(oca_buffer *out, const oca_compared_list *pairs, const char *lang) {
    sheet made = {.mem = out->mem, .lang = lang}, *s = &made;
    for (size_t i = 0; i < OCA_COUNT(columns); i++)
        oca_table_column(s->mem, &s->table, columns[i], columns[i], OCA_LEFT);
    for (size_t i = 0; i < pairs->n; i++) {
        s->c = pairs->at[i].comparison;
        tree(s, 0);
        dropped_rows(s);
    }
    oca_table_csv(out, &s->table);
}
