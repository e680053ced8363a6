/* The sheet of an area: its statements with all levels in view, and what the group decides. Printed, it is the group
 * sheet, with its columns in the order of entry. */
#include "../../engine/base/words.h"
#include "../../engine/scoring/item.h"
#include "../xlsx/formula.h"
#include "sheets.h"

#include <math.h>

enum { ID, STATEMENT, FIRST_LEVEL };

/* What stands in the columns of values, in their order. */
static const oca_scoring_column columns[OCA_AREA_COLUMNS] = {
    [OCA_AREA_AGREED] = {"agreed", N_("Agreed"), 7.5, N_("The level that the group agrees on; N/A with its reason.")},
    [OCA_AREA_AGREED_NOTE] = {"agreed-note", N_("Why"), 20, NULL},
    [OCA_AREA_REASON] = {"reason", N_("N/A because"), 12, N_("Why this statement is not applicable")},
    [OCA_AREA_KIND] = {"kind", N_("Evidence"), 10, NULL},
    [OCA_AREA_EVIDENCE] = {"evidence", N_("What was shown or told"), 20,
                           N_("Further evidence goes to the sheet Evidence.")},
    [OCA_AREA_VOTES] = {"votes", N_("Votes"), 6, N_("How many members would work on this first")},
    [OCA_AREA_CHOSEN] = {"chosen", N_("Chosen"), 8,
                         N_("yes or no where the group decides so; empty: the votes decide")},
    [OCA_AREA_TARGET] = {"target", N_("Target"), 7, N_("Only where the group wants another level than the usual one")},
    [OCA_AREA_VERIFIED] = {"verified", N_("Checked"), 8, N_("The level that a visitor found")},
    [OCA_AREA_VERIFIED_REASON] = {"verified-reason", N_("N/A because"), 12, NULL},
    [OCA_AREA_VERIFIED_BY] = {"verified-by", N_("Checked by"), 14, NULL},
    [OCA_AREA_VERIFIED_DATE] = {"verified-date", N_("Checked on"), 11, NULL},
    [OCA_AREA_HREF] = {"href", N_("File of the evidence"), 18, NULL},
    [OCA_AREA_EVIDENCE_DATE] = {"evidence-date", N_("Evidence of"), 11, NULL},
    [OCA_AREA_EVIDENCE_BY] = {"evidence-by", N_("Evidence from"), 14, NULL},
    [OCA_AREA_AGREED_DATE] = {"agreed-date", N_("Agreed on"), 11, NULL},
    [OCA_AREA_THEN] = {"then", N_("Then, seen from today"), 9,
                       N_("Where did we stand in the first round, seen from today?")},
    [OCA_AREA_NOTE] = {"note", N_("Note"), 24, NULL},
};

int oca_scoring_area_column(const oca_scoring_book *b, const oca_area_sheet *area, oca_area_column column) {
    if (column == OCA_AREA_THEN && !b->shows_then)
        return -1;
    return area->first_value + (int)column - (column > OCA_AREA_THEN && !b->shows_then);
}

/* True if all statements of the area are scored on one scale. */
static bool has_one_scale(const oca_scoring_book *b, const oca_area_sheet *area) {
    const oca_frame_node *at = &b->frame->nodes[area->node];
    for (size_t i = at->first_item + 1; i < at->end_item; i++)
        if (b->frame->items[i].scale != b->frame->items[at->first_item].scale)
            return false;
    return true;
}

static int room_column(const oca_area_sheet *area) {
    return area->first_value - 2;
}

/* Of the levels that criteria reach, where the area has any. */
static int reached_column(const oca_area_sheet *area) {
    return room_column(area) - 1;
}

static int previous_column(const oca_area_sheet *area) {
    return room_column(area) - 1 - area->has_criteria;
}

static void put_heads(const oca_scoring_book *b, const oca_area_sheet *area, bool one_scale) {
    oca_sheet *sheet = area->sheet;
    const oca_frame_node *at = &b->frame->nodes[area->node];
    const double all_levels = 92;
    oca_put_text(sheet, OCA_SCORING_KEY_ROW, ID, OCA_STYLE_KEY, "oca:answers");
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, ID, OCA_STYLE_HEADING_ID, "id");
    oca_set_width(sheet, ID, ID, 9);
    oca_set_width(sheet, STATEMENT, STATEMENT, 26);
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, STATEMENT, OCA_STYLE_HEADING, _("Statement"));
    for (int i = 0; i < area->n_levels; i++) {
        const oca_frame_item *first = &b->frame->items[at->first_item];
        oca_set_width(sheet, FIRST_LEVEL + i, FIRST_LEVEL + i, fmax(9, all_levels / area->n_levels));
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, FIRST_LEVEL + i, OCA_STYLE_HEADING,
                     one_scale ? oca_scoring_level(b, at->first_item, first->rungs[i].value)
                     : i == 0  ? _("Levels, lowest first")
                               : NULL);
    }
    if (b->in->previous) {
        oca_set_width(sheet, previous_column(area), previous_column(area), 9);
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, previous_column(area), OCA_STYLE_HEADING,
                     oca_format_text(b->mem, _("Last time: %s"), b->in->previous->called));
    }
    if (area->has_criteria) {
        oca_set_width(sheet, reached_column(area), reached_column(area), 12);
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, reached_column(area), OCA_STYLE_HEADING,
                     _("By criteria: agreed / checked"));
    }
    oca_set_width(sheet, room_column(area), room_column(area) + 1, 7.5);
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, room_column(area), OCA_STYLE_HEADING, _("Room: mean"));
    oca_put_text(sheet, OCA_SCORING_HEADING_ROW, room_column(area) + 1, OCA_STYLE_HEADING, _("Agree- ment"));
    for (int i = STATEMENT; i < area->first_value; i++)
        oca_put_text(sheet, OCA_SCORING_KEY_ROW, i, OCA_STYLE_KEY, "-");
    for (int i = 0; i < OCA_AREA_COLUMNS; i++) {
        int column = oca_scoring_area_column(b, area, (oca_area_column)i);
        if (column < 0)
            continue;
        oca_set_width(sheet, column, column, columns[i].width);
        oca_put_text(sheet, OCA_SCORING_KEY_ROW, column, OCA_STYLE_KEY, columns[i].key);
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, column, OCA_STYLE_HEADING_INPUT, _(columns[i].heading));
    }
    oca_fit_row(sheet, OCA_SCORING_HEADING_ROW, 40);
}

/* "Part: Title", the statement, and what makes it a must-have. */
static const char *statement(const oca_scoring_book *b, const oca_area_sheet *area, size_t item) {
    const oca_frame_item *at = &b->frame->items[item];
    const char *root = b->frame->rubric->lang, *text = oca_words_in(&at->item->statements, b->lang, root);
    oca_buffer out = {.mem = b->mem};
    if (at->area != area->node)
        oca_buffer_print(&out, "%s: ", oca_node_title(b->frame, at->area, b->lang));
    oca_buffer_print(&out, "%s", oca_item_title(b->frame, item, b->lang));
    if (*text)
        oca_buffer_print(&out, "\n%s", text);
    if (at->gate)
        oca_buffer_print(
            &out, "\n%s",
            oca_format_text(b->mem, _("Must-have: at least %s"), oca_scoring_level(b, item, at->gate->at_least.value)));
    if (at->item->evidence == OCA_EVIDENCE_REQUIRED)
        oca_buffer_print(&out, "\n%s",
                         oca_format_text(b->mem, _("Evidence is needed from %s on"),
                                         oca_scoring_level(b, item, oca_or(at->item->evidence_from, at->min))));
    if (oca_by_criteria(at))
        oca_buffer_print(&out, "\n%s", _("Reached by criteria: tick them on the sheet Criteria."));
    return out.at;
}

/* The levels that the ticks reach, found by the row's own id: "3 / 1". */
static void put_reached(const oca_scoring_book *b, const oca_area_sheet *area, size_t item, int row) {
    static const char undefined[] = OCA_UNDEFINED_SHOWN;
    const char *id = oca_cell_name(area->sheet, "c", row, ID);
    const char *agreed = oca_scoring_lookup(b, id, "agreed"), *checked = oca_scoring_lookup(b, id, "checked");
    const oca_answer *answer = b->scores->answers->answers[item];
    oca_number levels[] = {oca_judged(&b->frame->items[item], answer ? answer->agreed : NULL),
                           oca_judged(&b->frame->items[item], answer ? answer->verified : NULL)};
    const char *shown[] = {levels[0].given ? oca_number_text(b->mem, levels[0].value) : undefined,
                           levels[1].given ? oca_number_text(b->mem, levels[1].value) : undefined};
    if (!oca_by_criteria(&b->frame->items[item]))
        return;
    oca_put_formula_text(area->sheet, row, reached_column(area), OCA_STYLE_TEXT_CENTRED,
                         oca_format_text(b->mem,
                                         "=IFERROR(IF(ISNUMBER(%s),%s,\"%s\")&\" / \"&IF(ISNUMBER(%s),%s,\"%s\"),\"\")",
                                         agreed, agreed, undefined, checked, checked, undefined),
                         oca_format_text(b->mem, "%s / %s", shown[0], shown[1]));
}

/* What the room said, found by the row's own id. */
static void put_room(const oca_scoring_book *b, const oca_area_sheet *area, size_t item, int row) {
    const oca_item_score *score = &b->scores->items[item];
    const char *id = oca_cell_name(area->sheet, "c", row, ID);
    oca_number mean = {score->counts.n > 0, 0};
    if (mean.given)
        mean.value = oca_aggregated(&score->counts, OCA_AGGREGATE_MEAN);
    oca_scoring_find(b, area->sheet, row, room_column(area), OCA_STYLE_SCORE, id, "mean", mean);
    oca_scoring_find(b, area->sheet, row, room_column(area) + 1, OCA_STYLE_POINTS, id, "consensus", score->consensus);
}

static void put_row(const oca_scoring_book *b, const oca_area_sheet *area, size_t item, int row, bool one_scale) {
    const oca_frame_item *at = &b->frame->items[item];
    const char *id = at->item->id;
    const oca_form_table *answers = oca_form_find(&b->form, "answers");
    oca_put_text(area->sheet, row, ID, OCA_STYLE_ID, id);
    oca_put_text(area->sheet, row, STATEMENT, OCA_STYLE_TEXT, statement(b, area, item));
    for (int i = 0; i < area->n_levels; i++) {
        bool has = (size_t)i < at->n_rungs;
        const char *text = has ? oca_level_in_full(b->mem, b->frame, item, (size_t)i, b->lang, "•") : NULL;
        if (has && !one_scale)
            text = oca_format_text(b->mem, "%s: %s", oca_scoring_level(b, item, at->rungs[i].value), text);
        oca_put_text(area->sheet, row, FIRST_LEVEL + i, OCA_STYLE_TEXT, text);
    }
    if (b->in->previous)
        oca_put_maybe(area->sheet, row, previous_column(area), OCA_STYLE_LEVEL, b->in->previous->item[item]);
    put_reached(b, area, item, row);
    put_room(b, area, item, row);
    for (int i = 0; i < OCA_AREA_COLUMNS; i++) {
        int column = oca_scoring_area_column(b, area, (oca_area_column)i);
        if (column >= 0)
            oca_scoring_cell(b, area->sheet, row, column, oca_form_column_at(answers, id, columns[i].key),
                             oca_form_value(&b->form, "answers", id, columns[i].key));
    }
    oca_fit_row(area->sheet, row, 48);
}

/* Rows that may be answered alike: neighbours on one scale. */
static void limit_answers(const oca_scoring_book *b, const oca_area_sheet *area, size_t first, size_t end) {
    static const oca_area_column answered[] = {OCA_AREA_AGREED, OCA_AREA_VERIFIED},
                                 levels[] = {OCA_AREA_TARGET, OCA_AREA_THEN};
    size_t base = b->frame->nodes[area->node].first_item, scale = oca_scoring_scale_of(b, first);
    int top = OCA_SCORING_FIRST_ROW + (int)(first - base), bottom = OCA_SCORING_FIRST_ROW + (int)(end - base) - 1;
    for (size_t i = 0; i < OCA_COUNT(answered) + OCA_COUNT(levels); i++) {
        bool words = i < OCA_COUNT(answered);
        oca_area_column own = words ? answered[i] : levels[i - OCA_COUNT(answered)];
        int column = oca_scoring_area_column(b, area, own);
        if (column < 0)
            continue;
        oca_block_of_cells cells = {top, column, bottom, column};
        const char *cell = oca_cell_name(area->sheet, "", top, column);
        const char *list = oca_format_text(b->mem, "oca_s%zu_%s", scale, words ? "offer" : "number");
        oca_offer(area->sheet, cells, list, true, _(columns[own].hint));
        oca_when(area->sheet, cells,
                 oca_format_text(b->mem, "=AND(%s<>\"\",ISNA(MATCH(%s,oca_s%zu_%s,0)),ISNA(MATCH(%s,oca_s%zu_text,0)))",
                                 cell, cell, scale, words ? "offer" : "number", cell, scale),
                 OCA_STYLE_RULE_WRONG);
    }
}

static void limit(const oca_scoring_book *b, const oca_area_sheet *area) {
    const oca_frame_node *at = &b->frame->nodes[area->node];
    const oca_form_table *answers = oca_form_find(&b->form, "answers");
    for (size_t first = at->first_item, end; first < at->end_item; first = end) {
        for (end = first + 1; end < at->end_item && b->frame->items[end].scale == b->frame->items[first].scale;)
            end++;
        limit_answers(b, area, first, end);
    }
    for (int i = 0; i < OCA_AREA_COLUMNS; i++) {
        int column = oca_scoring_area_column(b, area, (oca_area_column)i);
        const oca_form_column *kind = oca_form_column_at(answers, NULL, columns[i].key);
        if (column >= 0 && (kind->kind != OCA_COLUMN_ANSWER && kind->kind != OCA_COLUMN_NUMBER))
            oca_scoring_limit(area->sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, column, area->last_row, column},
                              kind, _(columns[i].hint));
    }
    /* Not asked of this organization; N/A without its reason. */
    int last = oca_scoring_area_column(b, area, OCA_AREA_NOTE),
        reason = oca_scoring_area_column(b, area, OCA_AREA_REASON);
    const char *state = oca_scoring_named(b, oca_cell_name(area->sheet, "c", OCA_SCORING_FIRST_ROW, ID), "state");
    const char *agreed = oca_cell_name(area->sheet, "c", OCA_SCORING_FIRST_ROW, area->first_value);
    oca_when(area->sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, STATEMENT, area->last_row, last},
             oca_format_text(b->mem, "=%s=\"not-applicable\"", state), OCA_STYLE_RULE_NOT_ASKED);
    oca_when(area->sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, reason, area->last_row, reason},
             oca_format_text(b->mem, "=AND(%s=\"\",OR(%s,%s=\"na\"))",
                             oca_cell_name(area->sheet, "c", OCA_SCORING_FIRST_ROW, reason),
                             oca_is_word(b->mem, agreed, OCA_WORD_NA), agreed),
             OCA_STYLE_RULE_ATTENTION);
}

void oca_scoring_area(const oca_scoring_book *b, const oca_area_sheet *area) {
    const oca_frame_node *at = &b->frame->nodes[area->node];
    bool one_scale = has_one_scale(b, area);
    oca_scoring_titles(
        area->sheet, false, oca_node_title(b->frame, area->node, b->lang),
        _("Talk it over, agree on a level, say why and what shows it; then vote on what to work on first."));
    put_heads(b, area, one_scale);
    for (size_t i = at->first_item; i < at->end_item; i++)
        put_row(b, area, i, OCA_SCORING_FIRST_ROW + (int)(i - at->first_item), one_scale);
    limit(b, area);
    oca_freeze(area->sheet, OCA_SCORING_FIRST_ROW, FIRST_LEVEL);
    oca_scoring_set_paper(b, area->sheet, false, area->last_row, STATEMENT,
                          oca_scoring_area_column(b, area, OCA_AREA_TARGET), OCA_SCORING_HEADING_ROW);
}
