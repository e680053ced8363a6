/* The sheet "Draft plan": must-haves, what was chosen and what comes next, in the plan's order, as the formulas find
 * it. The month is typed; it stays in its row. */
#include "../../engine/planning/order.h"
#include "calc.h"

enum { ID, PLACE, TITLE, AREA, WHY, STANDS, NEXT, WORDS, ACTION, LEAD, MONTH, LAST = MONTH };
enum { MOST_ROWS = 60, BEYOND = 10 };

static int rows_of(const oca_scoring_book *b) {
    int n = (int)b->frame->n_items, wanted = (int)b->frame->priorities + BEYOND;
    if (wanted > MOST_ROWS)
        wanted = MOST_ROWS;
    return n < wanted ? n : wanted;
}

/* The weakness that stands in row `i`, from 0; NULL if it is empty. */
static const oca_weakness *in_row(const oca_scoring_book *b, size_t i) {
    const oca_weakness *weakness = i < b->planned.weaknesses.n ? &b->planned.weaknesses.at[i] : NULL;
    return weakness && weakness->state != OCA_LATER ? weakness : NULL;
}

/* "=IF($A5="","",…)": with `row` standing for the item's row of Calc. */
static void put(const oca_scoring_book *b, int row, int column, oca_style style, const char *formula,
                const char *value) {
    const char *id = oca_cell_name(b->plan, "c", row, ID);
    oca_put_formula_text(b->plan, row, column, style, oca_format_text(b->mem, "=IF(%s=\"\",\"\",%s)", id, formula),
                         value);
}

static const char *looked_up(const oca_scoring_book *b, int row, const char *name) {
    return oca_scoring_lookup(b, oca_cell_name(b->plan, "c", row, ID), name);
}

/* From the hidden sheet of levels or actions, in the row that Calc names. */
static const char *from_sheet(const oca_scoring_book *b, int row, const char *name, oca_sheet *sheet, int column,
                              int last_row) {
    return oca_format_text(b->mem, "INDEX(%s,%s)", oca_range_of(sheet, 0, column, last_row, column),
                           looked_up(b, row, name));
}

/* As the second tier is called. */
#define VOTED NP_("chosen by the members: %zu vote", "chosen by the members: %zu votes")

static const char *why(const oca_scoring_book *b, const oca_weakness *weakness) {
    if (weakness->tier != 2)
        return oca_tier_shown(weakness->tier);
    if (weakness->votes <= 0)
        return oca_tier_shown(2);
    size_t votes = (size_t)weakness->votes;
    return oca_format_text(b->mem, oca_counted(VOTED, votes), votes);
}

static void put_place(const oca_scoring_book *b, int row, const oca_weakness *weakness) {
    size_t alike = 0;
    for (size_t i = 0; weakness && i < b->planned.weaknesses.n; i++)
        alike += b->planned.weaknesses.at[i].rank == weakness->rank;
    const char *value = weakness ? oca_format_text(b->mem, "%s%d", alike > 1 ? "=" : "", weakness->rank) : "";
    put(b, row, PLACE, OCA_STYLE_TEXT_CENTRED,
        oca_format_text(b->mem, "IF(%s=1,\"=\",\"\")&%s", looked_up(b, row, "shared"), looked_up(b, row, "rank")),
        value);
}

static const char *level_called(const oca_scoring_book *b, const oca_weakness *weakness, double value) {
    const oca_rung *rung = oca_rung_below(&b->frame->items[weakness->item], value);
    return oca_scoring_level(b, weakness->item, rung->value);
}

static void put_levels(const oca_scoring_book *b, int row, const oca_weakness *weakness) {
    size_t end = b->frame->n_items - 1;
    int last = b->levels[end].first + b->levels[end].n;
    put(b, row, STANDS, OCA_STYLE_TEXT, from_sheet(b, row, "stands_row", b->levels_sheet, 2, last),
        weakness ? level_called(b, weakness, weakness->standing) : "");
    put(b, row, NEXT, OCA_STYLE_TEXT, from_sheet(b, row, "words_row", b->levels_sheet, 2, last),
        weakness ? level_called(b, weakness, weakness->target) : "");
    const char *words = "";
    if (weakness) {
        const oca_rung *rung = oca_rung_below(&b->frame->items[weakness->item], weakness->target);
        words = oca_level_descriptor(b->frame, weakness->item, rung->value, b->lang);
    }
    put(b, row, WORDS, OCA_STYLE_TEXT,
        oca_format_text(b->mem, "%s&\"\"", from_sheet(b, row, "words_row", b->levels_sheet, 3, last)), words);
}

static const oca_library_action *first_action(const oca_scoring_book *b, const oca_weakness *weakness) {
    for (int k = 0; weakness && k < b->actions[weakness->item].n; k++) {
        const oca_library_action *action = oca_scoring_action(b, weakness->item, k);
        if (oca_compare(action->to.value, weakness->standing) > 0)
            return oca_compare(action->to.value, weakness->target) <= 0 ? action : NULL;
    }
    return NULL;
}

static void put_action(const oca_scoring_book *b, int row, const oca_weakness *weakness) {
    const oca_library_action *action = first_action(b, weakness);
    const oca_actions *library = b->in->library;
    size_t end = b->frame->n_items - 1;
    int last = b->actions[end].first + b->actions[end].n;
    const char *agree = _("Agree on an action: %s"), *found = looked_up(b, row, "action_row"), *title = "", *lead = "";
    if (action) {
        const oca_role *role = action->lead ? oca_find_role(library, action->lead) : NULL;
        title = oca_words_in(&action->titles, b->lang, library->lang);
        title = *title ? title : action->id;
        lead = role ? oca_words_in(&role->labels, b->lang, library->lang) : action->lead ? action->lead : "";
    } else if (weakness)
        title = oca_format_text(b->mem, _("Agree on an action: %s"), oca_item_title(b->frame, weakness->item, b->lang));
    const char *statement = looked_up(b, row, "title");
    put(b, row, ACTION, OCA_STYLE_TEXT,
        oca_format_text(b->mem, "IF(%s=0,%s,%s)", found, oca_said(b->mem, agree, &statement, 1),
                        from_sheet(b, row, "action_row", b->actions_sheet, 2, last)),
        title);
    put(b, row, LEAD, OCA_STYLE_TEXT,
        oca_format_text(b->mem, "IF(%s=0,\"\",%s&\"\")", found,
                        from_sheet(b, row, "action_row", b->actions_sheet, 3, last)),
        lead);
}

static void put_row(const oca_scoring_book *b, int number) {
    int row = OCA_SCORING_FIRST_ROW + number;
    const oca_weakness *weakness = in_row(b, (size_t)number);
    const char *tier = looked_up(b, row, "tier"), *votes = looked_up(b, row, "votes");
    oca_put_formula_text(b->plan, row, ID, OCA_STYLE_ID,
                         oca_format_text(b->mem, "=IFERROR(INDEX(%s,MATCH(%d,%s,0)),\"\")", oca_calc_range(b, "id"),
                                         number + 1, oca_calc_range(b, "place")),
                         weakness ? b->frame->items[weakness->item].item->id : "");
    put_place(b, row, weakness);
    put(b, row, TITLE, OCA_STYLE_TEXT_STRONG, looked_up(b, row, "title"),
        weakness ? oca_item_title(b->frame, weakness->item, b->lang) : "");
    put(b, row, AREA, OCA_STYLE_TEXT, looked_up(b, row, "area"),
        weakness ? oca_node_title(b->frame, b->frame->items[weakness->item].area, b->lang) : "");
    put(b, row, WHY, OCA_STYLE_TEXT,
        oca_format_text(b->mem, "IF(%s=1,%s,IF(%s=2,IF(N(%s)>0,%s,%s),%s))", tier,
                        oca_quoted(b->mem, oca_tier_shown(1)), tier, votes, OCA_SAID_COUNTED(b->mem, VOTED, &votes, 1),
                        oca_quoted(b->mem, oca_tier_shown(2)), oca_quoted(b->mem, oca_tier_shown(3))),
        weakness ? why(b, weakness) : "");
    put_levels(b, row, weakness);
    put_action(b, row, weakness);
    oca_put_text(b->plan, row, MONTH, OCA_STYLE_INPUT_CENTRED, NULL);
    oca_fit_row(b->plan, row, 44);
}

/* How many are in the plan, and whether all of them have a row here. */
static void put_sum(const oca_scoring_book *b, int rows) {
    double n = 0;
    for (size_t i = 0; i < b->planned.weaknesses.n; i++)
        n += b->planned.weaknesses.at[i].state != OCA_LATER;
    const char *count = oca_format_text(b->mem, "COUNT(%s)", oca_calc_range(b, "place"));
    const char *all = _("%s in the plan."), *first = _("%s in the plan, of which the first %s stand here.");
    const char *const parts[] = {count, oca_format_text(b->mem, "%d", rows)};
    const char *shown = oca_number_text(b->mem, n);
    oca_put_formula_text(
        b->plan, OCA_SCORING_KEY_ROW, TITLE, OCA_STYLE_HINT,
        oca_format_text(b->mem, "=IF(%s>%d,%s,%s)", count, rows, oca_said(b->mem, first, parts, 2),
                        oca_said(b->mem, all, parts, 1)),
        n > rows ? oca_format_text(b->mem, _("%s in the plan, of which the first %s stand here."), shown, parts[1])
                 : oca_format_text(b->mem, _("%s in the plan."), shown));
}

void oca_scoring_plan(const oca_scoring_book *b) {
    static const struct {
        const char *heading;
        double width;
    } columns[] = {[ID] = {"id", 9},
                   [PLACE] = {N_("Rank"), 6},
                   [TITLE] = {N_("Statement"), 22},
                   [AREA] = {N_("Area"), 16},
                   [WHY] = {N_("Why here"), 16},
                   [STANDS] = {N_("Stands at"), 12},
                   [NEXT] = {N_("Next"), 12},
                   [WORDS] = {N_("What will be true then"), 36},
                   [ACTION] = {N_("First action"), 30},
                   [LEAD] = {N_("Lead"), 14},
                   [MONTH] = {N_("By (month)"), 11}};
    int rows = rows_of(b);
    const char *label = b->frame->rubric->planning
                            ? oca_words_in(&b->frame->rubric->planning->labels, b->lang, b->frame->rubric->lang)
                            : "";
    oca_scoring_live_title(
        b, b->plan, *label ? oca_format_text(b->mem, _("Draft of the %s"), label) : _("Draft of the plan"),
        _("Computed while you type: must-haves first, then what the members chose, then the greatest gaps. "
          "Type the months last: they stay in their rows."));
    for (int i = 0; i <= LAST; i++) {
        oca_set_width(b->plan, i, i, columns[i].width);
        oca_put_text(b->plan, OCA_SCORING_HEADING_ROW, i,
                     i == ID      ? OCA_STYLE_HEADING_ID
                     : i == MONTH ? OCA_STYLE_HEADING_INPUT
                                  : OCA_STYLE_HEADING,
                     _(columns[i].heading));
    }
    put_sum(b, rows);
    oca_fit_row(b->plan, OCA_SCORING_HEADING_ROW, 16);
    for (int i = 0; i < rows; i++)
        put_row(b, i);
    oca_freeze(b->plan, OCA_SCORING_FIRST_ROW, AREA);
    oca_scoring_set_paper(b, b->plan, false, OCA_SCORING_FIRST_ROW + rows - 1, PLACE, LAST, OCA_SCORING_HEADING_ROW);
    oca_protect(b->plan);
}
