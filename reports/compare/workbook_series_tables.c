/* The sheets "Areas" and "Statements" of a series: a row each, and all pairs of rounds beside each other. */
#include "../../engine/base/words.h"
#include "workbook_parts.h"

static const char *heading_of(const oca_compare_book *pair, const char *heading) {
    return oca_format_text(pair->mem, "%s, %s", heading, pair->mark);
}

/* Areas. */

enum { A_ID, A_TITLE, A_PAIRS };
enum { A_CHANGE, A_OUTCOME, A_EACH };

static void put_area(const oca_series_book *b, int row, size_t node) {
    const oca_frame *frame = b->newest.frame;
    const char *id = node ? frame->nodes[node].area->id : NULL;
    int indent = node ? 2 * ((int)frame->nodes[node].depth - 1) : 0;
    oca_put_text(b->areas, row, A_ID, OCA_STYLE_ID, id ? id : "overall");
    oca_put_text(b->areas, row, A_TITLE, id ? OCA_STYLE_TEXT : OCA_STYLE_TEXT_STRONG,
                 oca_format_text(b->newest.mem, "%*s%s", indent, "", oca_node_title(frame, node, b->newest.lang)));
    for (size_t i = 0; i < b->compared->n; i++) {
        const oca_compare_book *pair = &b->pairs[i];
        int column = A_PAIRS + A_EACH * (int)i;
        long there = id ? oca_frame_find_node(pair->frame, id) : 0;
        const oca_node_change *change = there == OCA_NOWHERE ? NULL : &pair->c->nodes[there];
        oca_put_maybe(b->areas, row, column + A_CHANGE, OCA_STYLE_CHANGE, change ? change->delta : (oca_number){0});
        oca_put_text(b->areas, row, column + A_OUTCOME, OCA_STYLE_TEXT_CENTRED,
                     change && change->outcome ? oca_outcome_shown(change->outcome) : OCA_UNDEFINED_SHOWN);
    }
    oca_fit_row(b->areas, row, 0);
}

void oca_series_areas(const oca_series_book *b) {
    static const oca_compare_column columns[A_PAIRS] = {
        [A_ID] = {"id", 9, OCA_STYLE_HEADING_ID}, [A_TITLE] = {N_("Area"), 34, OCA_STYLE_HEADING}};
    oca_compare_top(&b->newest, b->areas, _("Areas"),
                    _("Change in points of 100, over what the two rounds asked and scored alike."), columns, A_PAIRS,
                    A_PAIRS);
    int last = A_PAIRS + A_EACH * (int)b->compared->n - 1, row = OCA_COMPARE_FIRST_ROW;
    for (size_t i = 0; i < b->compared->n; i++) {
        int column = A_PAIRS + A_EACH * (int)i;
        oca_compare_heading(b->areas, column + A_CHANGE, 12, OCA_STYLE_HEADING_CENTRED,
                            heading_of(&b->pairs[i], _("Change")));
        oca_compare_heading(b->areas, column + A_OUTCOME, 13, OCA_STYLE_HEADING_CENTRED,
                            heading_of(&b->pairs[i], _("Outcome")));
    }
    for (size_t node = 0; node < b->newest.frame->n_nodes; node++)
        put_area(b, row++, node);
    oca_put_text(b->areas, row, 1, OCA_STYLE_HINT,
                 _("“–”: not compared; why, stands on the sheet Areas of these rounds."));
    oca_compare_paper(&b->newest, b->areas, row, last);
    oca_protect(b->areas);
}

/* Statements. */

enum { S_ID, S_AREA, S_TITLE, S_PAIRS };
enum { S_BEFORE, S_NOW, S_OUTCOME, S_EACH };

/* A statement, in the newest rubric that asks it. */
typedef struct {
    const oca_frame *frame;
    size_t item;
} statement;

typedef OCA_LIST(statement) statements;

static const char *id_of(const statement *of) {
    return of->frame->items[of->item].item->id;
}

static void add_items(statements *out, oca_arena *mem, const oca_frame *frame) {
    size_t known = out->n;
    for (size_t i = 0; i < frame->n_items; i++) {
        size_t at = 0;
        while (at < known && !oca_equal(id_of(&out->at[at]), frame->items[i].item->id))
            at++;
        if (at == known)
            *(statement *)OCA_ADD(mem, out) = (statement){frame, i};
    }
}

/* Of every round, the newest first. */
static statements all_statements(const oca_series_book *b) {
    statements found = {0};
    add_items(&found, b->newest.mem, b->newest.frame);
    for (size_t i = b->compared->n - 1; i-- > 0;)
        add_items(&found, b->newest.mem, b->pairs[i].c->matching->baseline);
    return found;
}

/* Its levels where it was compared, otherwise why it was not. */
static void put_pair(const oca_series_book *b, int row, size_t i, const char *id) {
    const oca_comparison *c = b->pairs[i].c;
    int column = S_PAIRS + S_EACH * (int)i;
    long there = oca_frame_find_item(b->pairs[i].frame, id);
    const oca_item_change *change = there == OCA_NOWHERE ? NULL : &c->items[there];
    bool compared = change && change->basis != OCA_LAYER_NONE;
    const char *outcome = NULL;
    if (change)
        outcome = change->listing == OCA_COMMON  ? oca_outcome_shown(change->outcome)
                  : change->listing == OCA_ASIDE ? OCA_UNDEFINED_SHOWN
                                                 : oca_listing_shown(change->listing);
    else if (oca_holds(&c->listed[OCA_DROPPED_ITEM], id))
        outcome = oca_listing_shown(OCA_DROPPED_ITEM);
    oca_put_maybe(b->statements, row, column + S_BEFORE, OCA_STYLE_SCORE,
                  (oca_number){compared, compared ? change->baseline : 0});
    oca_put_maybe(b->statements, row, column + S_NOW, OCA_STYLE_SCORE,
                  (oca_number){compared, compared ? change->reassessment : 0});
    oca_put_text(b->statements, row, column + S_OUTCOME, OCA_STYLE_TEXT_CENTRED,
                 outcome ? outcome : OCA_UNDEFINED_SHOWN);
}

void oca_series_statements(const oca_series_book *b) {
    static const oca_compare_column columns[S_PAIRS] = {[S_ID] = {"id", 12, OCA_STYLE_HEADING_ID},
                                                        [S_AREA] = {N_("Area"), 24, OCA_STYLE_HEADING},
                                                        [S_TITLE] = {N_("Statement"), 34, OCA_STYLE_HEADING}};
    static const struct {
        const char *heading;
        double width;
    } each[S_EACH] = {[S_BEFORE] = {N_("Before"), 8}, [S_NOW] = {N_("Now"), 8}, [S_OUTCOME] = {N_("Outcome"), 14}};
    oca_sheet *sheet = b->statements;
    oca_compare_top(&b->newest, sheet, _("Statements"),
                    _("Choose with the buttons in the headings. A statement moves from half a level on."), columns,
                    S_PAIRS, S_PAIRS);
    for (size_t i = 0; i < b->compared->n; i++)
        for (int k = 0; k < S_EACH; k++)
            oca_compare_heading(sheet, S_PAIRS + S_EACH * (int)i + k, each[k].width, OCA_STYLE_HEADING_CENTRED,
                                heading_of(&b->pairs[i], _(each[k].heading)));
    statements all = all_statements(b);
    int last = S_PAIRS + S_EACH * (int)b->compared->n - 1, row = OCA_COMPARE_FIRST_ROW;
    for (size_t i = 0; i < all.n; i++, row++) {
        const statement *of = &all.at[i];
        oca_put_text(sheet, row, S_ID, OCA_STYLE_ID, id_of(of));
        oca_put_text(sheet, row, S_AREA, OCA_STYLE_TEXT,
                     oca_node_title(of->frame, of->frame->items[of->item].outermost, b->newest.lang));
        oca_put_text(sheet, row, S_TITLE, OCA_STYLE_TEXT, oca_item_title(of->frame, of->item, b->newest.lang));
        for (size_t k = 0; k < b->compared->n; k++)
            put_pair(b, row, k, id_of(of));
        oca_fit_row(sheet, row, 0);
    }
    int end = row > OCA_COMPARE_FIRST_ROW ? row - 1 : row;
    oca_set_filter(sheet, OCA_COMPARE_FIRST_ROW - 1, S_ID, end, last);
    oca_compare_paper(&b->newest, sheet, end, last); /* open: it is to be filtered and sorted */
}
