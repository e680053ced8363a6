/* The sheets "Areas", "Statements", "Members" and "Plan". */
#include "../../engine/base/words.h"
#include "workbook_parts.h"

enum { FIRST_ROW = OCA_COMPARE_FIRST_ROW };

/* Areas. */

enum {
    A_ID,
    A_TITLE,
    A_VERDICT,
    A_KEPT,
    A_COVERED,
    A_N,
    A_BEFORE,
    A_NOW,
    A_CHANGE,
    A_OUTCOME,
    A_LEVEL,
    A_RELATIVE,
    A_HEADLINE_BEFORE,
    A_HEADLINE_NOW,
    A_STAGE_BEFORE,
    A_STAGE_NOW,
    A_COLUMNS
};

_Static_assert((int)A_CHANGE == (int)OCA_AREAS_CHANGE, "formulas elsewhere tell where the change stands");

static void put_area(const oca_compare_book *b, int row, size_t node) {
    const oca_node_change *area = &b->c->nodes[node];
    oca_sheet *sheet = b->areas;
    int indent = node ? 2 * ((int)b->frame->nodes[node].depth - 1) : 0;
    oca_number before = area->baseline, now = area->reassessment;
    before.given = now.given = !*oca_why_no_headlines(b->mem, b->c, node);
    const char *relative = area->relative.given
                               ? oca_format_text(b->mem, "%s %%", oca_change_shown(b->mem, area->relative.value, 0))
                               : OCA_UNDEFINED_SHOWN;
    oca_put_text(sheet, row, A_ID, OCA_STYLE_ID, node ? b->frame->nodes[node].area->id : "overall");
    oca_put_text(sheet, row, A_TITLE, node ? OCA_STYLE_TEXT : OCA_STYLE_TEXT_STRONG,
                 oca_format_text(b->mem, "%*s%s", indent, "", oca_node_title(b->frame, node, b->lang)));
    oca_put_text(sheet, row, A_VERDICT, OCA_STYLE_TEXT_CENTRED, oca_verdict_shown(area->verdict));
    oca_put_maybe(sheet, row, A_KEPT, OCA_STYLE_SCORE, area->kept);
    oca_put_maybe(sheet, row, A_COVERED, OCA_STYLE_SCORE, area->covered);
    oca_put_number(sheet, row, A_N, OCA_STYLE_WHOLE, (double)area->common);
    oca_put_maybe(sheet, row, A_BEFORE, OCA_STYLE_POINTS, area->common_baseline);
    oca_put_maybe(sheet, row, A_NOW, OCA_STYLE_POINTS, area->common_reassessment);
    oca_compare_difference(sheet, row, A_CHANGE, A_BEFORE, A_NOW, OCA_STYLE_CHANGE, area->delta);
    oca_put_text(sheet, row, A_OUTCOME, OCA_STYLE_TEXT_CENTRED,
                 area->outcome ? oca_outcome_shown(area->outcome) : OCA_UNDEFINED_SHOWN);
    oca_put_text(sheet, row, A_LEVEL, OCA_STYLE_TEXT_CENTRED,
                 area->level_baseline.given ? oca_levels_shown(b->mem, b->c, node) : OCA_UNDEFINED_SHOWN);
    oca_put_text(sheet, row, A_RELATIVE, OCA_STYLE_TEXT_CENTRED, relative);
    oca_put_maybe(sheet, row, A_HEADLINE_BEFORE, OCA_STYLE_POINTS, before);
    oca_put_maybe(sheet, row, A_HEADLINE_NOW, OCA_STYLE_POINTS, now);
    oca_put_text(sheet, row, A_STAGE_BEFORE, OCA_STYLE_TEXT, oca_stage_then(b->mem, b->c, node, b->lang));
    oca_put_text(sheet, row, A_STAGE_NOW, OCA_STYLE_TEXT, oca_stage_now(b->mem, b->c, node, b->lang));
    oca_fit_row(sheet, row, 0);
}

/* Below a table: why a "–" stands there, each reason once. */
static int put_reason(const oca_compare_book *b, oca_sheet *sheet, int row, oca_strings *told, const char *reason) {
    if (!*reason || oca_holds(told, reason))
        return row;
    *(const char **)OCA_ADD(b->mem, told) = reason;
    oca_put_text(sheet, row, 1, OCA_STYLE_HINT, oca_format_text(b->mem, _("–: %s"), reason));
    return row + 1;
}

static int put_reasons_of_areas(const oca_compare_book *b, int row) {
    oca_strings told = {0};
    for (size_t node = 0; node < b->frame->n_nodes; node++) {
        const oca_node_change *area = &b->c->nodes[node];
        const char *const reasons[] = {
            oca_why_not_compared(b->mem, area),        oca_why_no_levels(b->mem, area),
            oca_why_no_relative(b->mem, area),         oca_why_no_headlines(b->mem, b->c, node),
            oca_why_no_stage_then(b->mem, b->c, node), oca_why_no_stage_now(b->mem, b->c, node)};
        for (size_t i = 0; i < OCA_COUNT(reasons); i++)
            row = put_reason(b, b->areas, row, &told, reasons[i]);
    }
    return row;
}

void oca_compare_areas(const oca_compare_book *b) {
    static const oca_compare_column columns[A_COLUMNS] = {
        [A_ID] = {"id", 9, OCA_STYLE_HEADING_ID},
        [A_TITLE] = {N_("Area"), 30, OCA_STYLE_HEADING},
        [A_VERDICT] = {N_("Verdict"), 13, OCA_STYLE_HEADING_CENTRED},
        [A_KEPT] = {N_("Kept of baseline, 0 to 1"), 9.5, OCA_STYLE_HEADING_CENTRED},
        [A_COVERED] = {N_("Covered of now, 0 to 1"), 9.5, OCA_STYLE_HEADING_CENTRED},
        [A_N] = {N_("n"), 4.5, OCA_STYLE_HEADING_CENTRED},
        [A_BEFORE] = {N_("Baseline, points"), 9, OCA_STYLE_HEADING_CENTRED},
        [A_NOW] = {N_("Now, points"), 8, OCA_STYLE_HEADING_CENTRED},
        [A_CHANGE] = {N_("Change, points"), 8.5, OCA_STYLE_HEADING_CENTRED},
        [A_OUTCOME] = {N_("Outcome"), 12, OCA_STYLE_HEADING_CENTRED},
        [A_LEVEL] = {N_("Level"), 16, OCA_STYLE_HEADING_CENTRED},
        [A_RELATIVE] = {N_("Relative*"), 9.5, OCA_STYLE_HEADING_CENTRED},
        [A_HEADLINE_BEFORE] = {N_("Headline at baseline"), 9.5, OCA_STYLE_HEADING_CENTRED},
        [A_HEADLINE_NOW] = {N_("Headline now"), 9.5, OCA_STYLE_HEADING_CENTRED},
        [A_STAGE_BEFORE] = {N_("Stage at baseline"), 19, OCA_STYLE_HEADING},
        [A_STAGE_NOW] = {N_("Stage now"), 19, OCA_STYLE_HEADING},
    };
    oca_compare_top(b, b->areas, _("Areas"),
                    _("Points of 100 over what both rounds asked and scored alike; n: statements compared."), columns,
                    A_COLUMNS, A_VERDICT);
    int row = FIRST_ROW;
    for (size_t node = 0; node < b->frame->n_nodes; node++)
        put_area(b, row++, node);
    row = put_reasons_of_areas(b, row);
    oca_put_text(b->areas, row++, 1, OCA_STYLE_HINT, oca_format_text(b->mem, "* %s", _(oca_note_relative)));
    oca_put_text(b->areas, row++, 1, OCA_STYLE_HINT,
                 _("Headlines, each round's own points, stand side by side only where kept and covered are both at "
                   "least 0.8."));
    oca_put_text(
        b->areas, row, 1, OCA_STYLE_HINT,
        oca_format_text(b->mem, _("Improved or lower from %s points on."), oca_level_number(b->mem, b->frame->change)));
    oca_compare_paper(b, b->areas, row, A_COLUMNS - 1);
    oca_protect(b->areas);
}

/* Statements. */

enum {
    S_ID,
    S_AREA,
    S_TITLE,
    S_LISTING,
    S_BASIS,
    S_BEFORE,
    S_NOW,
    S_CHANGE,
    S_OUTCOME,
    S_THEN,
    S_GATE,
    S_NOTE,
    S_COLUMNS
};

_Static_assert((int)S_OUTCOME == (int)OCA_STATEMENTS_OUTCOME, "formulas elsewhere tell where the outcome stands");

static void put_statement(const oca_compare_book *b, int row, size_t item) {
    const oca_item_change *change = &b->c->items[item];
    const oca_frame_item *at = &b->frame->items[item];
    bool compared = change->basis != OCA_LAYER_NONE;
    oca_sheet *sheet = b->statements;
    oca_put_text(sheet, row, S_ID, OCA_STYLE_ID, at->item->id);
    oca_put_text(sheet, row, S_AREA, OCA_STYLE_TEXT, oca_node_title(b->frame, at->outermost, b->lang));
    oca_put_text(sheet, row, S_TITLE, OCA_STYLE_TEXT, oca_item_title(b->frame, item, b->lang));
    oca_put_text(sheet, row, S_LISTING, OCA_STYLE_TEXT,
                 change->listing == OCA_ASIDE ? _("not scored in either round, or without weight")
                                              : oca_listing_shown(change->listing));
    oca_put_text(sheet, row, S_BASIS, OCA_STYLE_TEXT_CENTRED,
                 compared ? oca_layer_shown(change->basis) : OCA_UNDEFINED_SHOWN);
    oca_put_maybe(sheet, row, S_BEFORE, OCA_STYLE_SCORE, (oca_number){compared, change->baseline});
    oca_put_maybe(sheet, row, S_NOW, OCA_STYLE_SCORE, (oca_number){compared, change->reassessment});
    oca_compare_difference(sheet, row, S_CHANGE, S_BEFORE, S_NOW, OCA_STYLE_LEVEL_CHANGE,
                           (oca_number){compared, change->delta});
    /* Only of those that are compared: the Summary counts this column. */
    oca_put_text(sheet, row, S_OUTCOME, OCA_STYLE_TEXT_CENTRED,
                 change->listing == OCA_COMMON ? oca_outcome_shown(change->outcome) : OCA_UNDEFINED_SHOWN);
    if (change->then.given)
        oca_put_number(sheet, row, S_THEN, OCA_STYLE_SCORE, change->then.value);
    else
        oca_put_text(sheet, row, S_THEN, OCA_STYLE_SCORE, NULL);
    oca_put_text(sheet, row, S_GATE, OCA_STYLE_TEXT, oca_gate_change_shown(change->gate));
    oca_put_text(sheet, row, S_NOTE, OCA_STYLE_TEXT,
                 oca_judged_more_strictly(change) ? _("judged more strictly") : NULL);
    oca_fit_row(sheet, row, 0);
}

static void put_dropped(const oca_compare_book *b, int row, const char *id) {
    const oca_matching *matching = b->c->matching;
    size_t item = (size_t)oca_frame_find_item(matching->baseline, id);
    size_t area = matching->baseline->items[item].outermost;
    oca_sheet *sheet = b->statements;
    oca_put_text(sheet, row, S_ID, OCA_STYLE_ID, id);
    oca_put_text(sheet, row, S_AREA, OCA_STYLE_TEXT, oca_node_title(matching->baseline, area, b->lang));
    oca_put_text(sheet, row, S_TITLE, OCA_STYLE_TEXT, oca_item_title(matching->baseline, item, b->lang));
    oca_put_text(sheet, row, S_LISTING, OCA_STYLE_TEXT, oca_listing_shown(OCA_DROPPED_ITEM));
    for (int i = S_BASIS; i < S_COLUMNS; i++)
        oca_put_text(sheet, row, i, OCA_STYLE_TEXT_CENTRED, i <= S_OUTCOME ? OCA_UNDEFINED_SHOWN : NULL);
    oca_fit_row(sheet, row, 0);
}

void oca_compare_statements(oca_compare_book *b) {
    static const oca_compare_column columns[S_COLUMNS] = {
        [S_ID] = {"id", 12, OCA_STYLE_HEADING_ID},
        [S_AREA] = {N_("Area"), 30, OCA_STYLE_HEADING},
        [S_TITLE] = {N_("Statement"), 34, OCA_STYLE_HEADING},
        [S_LISTING] = {N_("Compared?"), 22, OCA_STYLE_HEADING},
        [S_BASIS] = {N_("Whose score"), 12, OCA_STYLE_HEADING_CENTRED},
        [S_BEFORE] = {N_("Baseline"), 9, OCA_STYLE_HEADING_CENTRED},
        [S_NOW] = {N_("Now"), 8, OCA_STYLE_HEADING_CENTRED},
        [S_CHANGE] = {N_("Change, levels"), 9, OCA_STYLE_HEADING_CENTRED},
        [S_OUTCOME] = {N_("Outcome"), 14, OCA_STYLE_HEADING_CENTRED},
        [S_THEN] = {N_("Then, seen from today"), 10, OCA_STYLE_HEADING_CENTRED},
        [S_GATE] = {N_("Must-have"), 15, OCA_STYLE_HEADING},
        [S_NOTE] = {N_("Note"), 15, OCA_STYLE_HEADING},
    };
    oca_compare_top(b, b->statements, _("Statements"),
                    _("Choose with the buttons in the headings. A statement moves from half a level on."), columns,
                    S_COLUMNS, S_LISTING);
    int row = FIRST_ROW;
    for (size_t i = 0; i < b->frame->n_items; i++)
        put_statement(b, row++, i);
    for (size_t i = 0; i < b->c->listed[OCA_DROPPED_ITEM].n; i++)
        put_dropped(b, row++, b->c->listed[OCA_DROPPED_ITEM].at[i]);
    b->last_statement = row > FIRST_ROW ? row - 1 : FIRST_ROW;
    oca_set_filter(b->statements, FIRST_ROW - 1, S_ID, b->last_statement, S_COLUMNS - 1);
    oca_compare_paper(b, b->statements, b->last_statement, S_COLUMNS - 1); /* open: it is to be filtered and sorted */
}

/* Members. */

enum { M_ID, M_TITLE, M_BEFORE, M_N_BEFORE, M_NOW, M_N_NOW, M_CHANGE, M_LOW, M_HIGH, M_COLUMNS };

static void put_members(const oca_compare_book *b, int row, size_t node) {
    const oca_participants_view *view = &b->c->nodes[node].participants;
    oca_interval interval = view->interval;
    oca_sheet *sheet = b->members;
    bool given = view->given;
    oca_put_text(sheet, row, M_ID, OCA_STYLE_ID, node ? b->frame->nodes[node].area->id : "overall");
    oca_put_text(sheet, row, M_TITLE, node ? OCA_STYLE_TEXT : OCA_STYLE_TEXT_STRONG,
                 oca_node_title(b->frame, node, b->lang));
    oca_put_maybe(sheet, row, M_BEFORE, OCA_STYLE_POINTS, (oca_number){given, view->baseline});
    oca_put_maybe(sheet, row, M_N_BEFORE, OCA_STYLE_WHOLE, (oca_number){given, (double)view->n_baseline});
    oca_put_maybe(sheet, row, M_NOW, OCA_STYLE_POINTS, (oca_number){given, view->reassessment});
    oca_put_maybe(sheet, row, M_N_NOW, OCA_STYLE_WHOLE, (oca_number){given, (double)view->n_reassessment});
    oca_compare_difference(sheet, row, M_CHANGE, M_BEFORE, M_NOW, OCA_STYLE_CHANGE, (oca_number){given, view->delta});
    oca_put_maybe(sheet, row, M_LOW, OCA_STYLE_CHANGE, (oca_number){given && interval.given, interval.low});
    oca_put_maybe(sheet, row, M_HIGH, OCA_STYLE_CHANGE, (oca_number){given && interval.given, interval.high});
    oca_fit_row(sheet, row, 0);
}

void oca_compare_members(const oca_compare_book *b) {
    static const oca_compare_column columns[M_COLUMNS] = {
        [M_ID] = {"id", 9, OCA_STYLE_HEADING_ID},
        [M_TITLE] = {N_("Area"), 40, OCA_STYLE_HEADING},
        [M_BEFORE] = {N_("Baseline, points"), 11, OCA_STYLE_HEADING_CENTRED},
        [M_N_BEFORE] = {N_("n then"), 8, OCA_STYLE_HEADING_CENTRED},
        [M_NOW] = {N_("Now, points"), 11, OCA_STYLE_HEADING_CENTRED},
        [M_N_NOW] = {N_("n now"), 8, OCA_STYLE_HEADING_CENTRED},
        [M_CHANGE] = {N_("Difference, points"), 11, OCA_STYLE_HEADING_CENTRED},
        [M_LOW] = {N_("95 % interval from"), 11, OCA_STYLE_HEADING_CENTRED},
        [M_HIGH] = {N_("to"), 11, OCA_STYLE_HEADING_CENTRED},
    };
    oca_compare_top(b, b->members, _("How the members themselves scored"),
                    _("Apart from all else: means of each member's own points over the statements compared."), columns,
                    M_COLUMNS, M_BEFORE);
    int row = FIRST_ROW;
    for (size_t node = 0; node < b->frame->n_nodes; node++)
        if (b->frame->nodes[node].depth <= 1)
            put_members(b, row++, node);
    oca_strings told = {0};
    for (size_t node = 0; node < b->frame->n_nodes; node++)
        if (b->frame->nodes[node].depth <= 1)
            row = put_reason(b, b->members, row, &told, oca_why_no_participants(b->mem, &b->c->nodes[node]));
    oca_put_text(b->members, row++, 1, OCA_STYLE_HINT, _(oca_note_participants));
    oca_put_text(b->members, row, 1, OCA_STYLE_HINT, oca_note_chance(b->mem, oca_areas_shown(b->c)));
    oca_compare_paper(b, b->members, row, M_COLUMNS - 1);
    oca_protect(b->members);
}

/* Plan. */

enum { P_FROM = 1, P_GROUP, P_N, P_MEAN, P_COLUMNS };

void oca_compare_plan(const oca_compare_book *b) {
    static const oca_compare_column columns[P_COLUMNS] = {
        [0] = {"", 2, OCA_STYLE_PLAIN},
        [P_FROM] = {N_("Stood at, points"), 16, OCA_STYLE_HEADING_CENTRED},
        [P_GROUP] = {N_("What became of its actions"), 44, OCA_STYLE_HEADING},
        [P_N] = {N_("n"), 8, OCA_STYLE_HEADING_CENTRED},
        [P_MEAN] = {N_("Mean change, points"), 16, OCA_STYLE_HEADING_CENTRED},
    };
    const oca_plan_effect *effect = b->pair->effect;
    oca_compare_top(b, b->plan, _("Plan effect"), _("n: statements compared."), columns, P_COLUMNS, 0);
    int row = FIRST_ROW;
    for (size_t i = 0; i < effect->n; i++, row++) {
        oca_put_maybe(b->plan, row, P_FROM, OCA_STYLE_POINTS, effect->at[i].from);
        oca_put_text(b->plan, row, P_GROUP, OCA_STYLE_TEXT, oca_effect_group_shown(effect->at[i].group));
        oca_put_number(b->plan, row, P_N, OCA_STYLE_WHOLE, (double)effect->at[i].n);
        oca_put_maybe(b->plan, row, P_MEAN, OCA_STYLE_CHANGE, oca_effect_mean(&effect->at[i]));
        oca_fit_row(b->plan, row, 0);
    }
    oca_put_text(b->plan, row++, 1, OCA_STYLE_HINT, oca_format_text(b->mem, _("–: %s"), _(oca_why_no_effect)));
    oca_put_across(b->plan, row, 1, P_COLUMNS - 1, OCA_STYLE_FACT, _(oca_note_effect));
    oca_fit_row(b->plan, row, 0);
    oca_compare_paper(b, b->plan, row, P_COLUMNS - 1);
    oca_protect(b->plan);
}
