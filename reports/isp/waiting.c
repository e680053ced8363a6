/* The sheets of what is not in the plan, or not yet: "Later", "Find out" and "After this plan". */
#include "sheets.h"

enum { KEY_ROW = 2, HEADING_ROW, FIRST_ROW };

static void put_top(oca_sheet *sheet, int column, const char *title, const char *hint) {
    oca_put_text(sheet, 0, column, OCA_STYLE_SHEET_TITLE, title);
    oca_fit_row(sheet, 0, 0);
    oca_put_text(sheet, 1, column, OCA_STYLE_HINT, hint);
}

static void put_rank(const oca_isp_book *b, oca_sheet *sheet, int row, int column, const oca_plan_weakness *weakness) {
    oca_style style = oca_isp_rank_shared(b, weakness) ? OCA_STYLE_RANK_SHARED : OCA_STYLE_WHOLE;
    oca_put_maybe(sheet, row, column, style, weakness->rank);
}

static const char *described(const oca_isp_book *b, const oca_plan_weakness *weakness, bool now, oca_number value) {
    return value.given ? oca_isp_described(b, weakness->item, now, value.value) : OCA_UNDEFINED_SHOWN;
}

void oca_isp_later(const oca_isp_book *b) {
    enum { ID, RANK, AREA, TITLE, NOW, THEN, WHY, GAP, VOTES, TAKE_IN, COLUMNS };
    static const oca_isp_column columns[COLUMNS] = {
        [ID] = {N_("statement id"), 9, OCA_STYLE_HEADING_ID},
        [RANK] = {N_("Rank"), 6, OCA_STYLE_HEADING},
        [AREA] = {N_("Area"), 15, OCA_STYLE_HEADING},
        [TITLE] = {N_("Weakness"), 17, OCA_STYLE_HEADING},
        [NOW] = {N_("Where we stand"), 33, OCA_STYLE_HEADING},
        [THEN] = {N_("What would be true then"), 33, OCA_STYLE_HEADING},
        [WHY] = {N_("Why here"), 13, OCA_STYLE_HEADING},
        [GAP] = {N_("Gap, of 100"), 7, OCA_STYLE_HEADING},
        [VOTES] = {N_("Votes"), 7, OCA_STYLE_HEADING_INPUT, "votes"},
        [TAKE_IN] = {N_("Take in?"), 7, OCA_STYLE_HEADING_INPUT, "take-in"},
    };
    oca_sheet *sheet = b->later;
    oca_isp_widths(sheet, columns, COLUMNS);
    put_top(sheet, RANK, _("Weaknesses for later"),
            _("These did not fit into this plan. The room may swap one in: count votes and write yes."));
    oca_isp_keys(sheet, KEY_ROW, "later", columns, COLUMNS);
    oca_isp_headings(sheet, HEADING_ROW, columns, COLUMNS);
    int row = FIRST_ROW;
    for (size_t i = 0; i < b->plan->weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &b->plan->weaknesses.at[i];
        if (weakness->state != OCA_LATER)
            continue;
        oca_put_text(sheet, row, ID, OCA_STYLE_ID, weakness->item);
        put_rank(b, sheet, row, RANK, weakness);
        oca_put_text(sheet, row, AREA, OCA_STYLE_TEXT, oca_isp_area(b, weakness->area));
        oca_put_text(sheet, row, TITLE, OCA_STYLE_TEXT_STRONG, oca_isp_item(b, weakness->item));
        oca_put_text(sheet, row, NOW, OCA_STYLE_TEXT, described(b, weakness, true, weakness->standing));
        oca_put_text(sheet, row, THEN, OCA_STYLE_TEXT, described(b, weakness, false, weakness->target));
        oca_put_text(sheet, row, WHY, OCA_STYLE_TEXT, oca_isp_why_here(b, weakness));
        oca_put_maybe(sheet, row, GAP, OCA_STYLE_POINTS, weakness->index);
        oca_isp_cells cells = oca_isp_cells_of(b, "later", weakness->item);
        oca_isp_put(b, sheet, row, VOTES, &cells, "votes", false);
        oca_isp_put(b, sheet, row, TAKE_IN, &cells, "take-in", false);
        oca_fit_row(sheet, row++, 0);
    }
    oca_limit_numbers(sheet, (oca_block_of_cells){FIRST_ROW, VOTES, row - 1, VOTES}, 0, 1e6, NULL);
    oca_offer(sheet, (oca_block_of_cells){FIRST_ROW, TAKE_IN, row - 1, TAKE_IN}, "oca_yes_no", true, NULL);
    oca_set_filter(sheet, HEADING_ROW, 0, row - 1, COLUMNS - 1);
    oca_freeze(sheet, FIRST_ROW, NOW);
    oca_isp_paper(b, sheet, HEADING_ROW, HEADING_ROW, row - 1, RANK, COLUMNS - 1);
}

/* Why it is to be found out first, in a sentence. */
static const char *why_find_out(oca_why why) {
    switch (why) {
    case OCA_WHY_DK:
        return _("The members do not know.");
    case OCA_WHY_BLANK:
        return _("It was not answered.");
    case OCA_WHY_GATE:
        return _("A must-have that rests on the members' scores alone: it is to be settled, not averaged.");
    case OCA_WHY_ABSENT:
        break;
    }
    return "";
}

void oca_isp_find_out(const oca_isp_book *b) {
    enum { ID, TITLE, STATEMENT, WHY, WHO, BY_WHEN, FOUND, COLUMNS };
    static const oca_isp_column columns[COLUMNS] = {
        [ID] = {N_("statement id"), 9, OCA_STYLE_HEADING_ID},
        [TITLE] = {N_("About"), 20, OCA_STYLE_HEADING},
        [STATEMENT] = {N_("Statement"), 40, OCA_STYLE_HEADING},
        [WHY] = {N_("Why"), 26, OCA_STYLE_HEADING},
        [WHO] = {N_("Who finds out"), 16, OCA_STYLE_HEADING_INPUT, "who"},
        [BY_WHEN] = {N_("By when"), 11, OCA_STYLE_HEADING_INPUT, "due"},
        [FOUND] = {N_("What was found"), 26, OCA_STYLE_HEADING_INPUT, "found"},
    };
    oca_sheet *sheet = b->find_out;
    oca_isp_widths(sheet, columns, COLUMNS);
    put_top(sheet, TITLE, _("To find out first"),
            _("Nobody can plan for what is not known: somebody finds it out, by a day."));
    oca_isp_keys(sheet, KEY_ROW, "find-out", columns, COLUMNS);
    oca_isp_headings(sheet, HEADING_ROW, columns, COLUMNS);
    int row = FIRST_ROW;
    for (size_t i = 0; i < b->plan->find_out.n; i++) {
        const oca_find_out *unknown = &b->plan->find_out.at[i];
        long at = b->frame ? oca_frame_find_item(b->frame, unknown->item) : OCA_NOWHERE;
        const char *statement =
            at == OCA_NOWHERE ? ""
                              : oca_words_in(&b->frame->items[at].item->statements, b->lang, b->frame->rubric->lang);
        oca_put_text(sheet, row, ID, OCA_STYLE_ID, unknown->item);
        oca_put_text(sheet, row, TITLE, OCA_STYLE_TEXT_STRONG, oca_isp_item(b, unknown->item));
        oca_put_text(sheet, row, STATEMENT, OCA_STYLE_TEXT, statement);
        oca_put_text(sheet, row, WHY, OCA_STYLE_TEXT, why_find_out(unknown->why));
        oca_isp_cells cells = oca_isp_cells_of(b, "find-out", unknown->item);
        oca_isp_put(b, sheet, row, WHO, &cells, "who", false);
        oca_isp_put(b, sheet, row, BY_WHEN, &cells, "due", false);
        oca_isp_put(b, sheet, row, FOUND, &cells, "found", false);
        oca_fit_row(sheet, row++, 30);
    }
    oca_limit_days(sheet, (oca_block_of_cells){FIRST_ROW, BY_WHEN, row - 1, BY_WHEN}, NULL);
    oca_freeze(sheet, FIRST_ROW, STATEMENT);
    oca_isp_paper(b, sheet, HEADING_ROW, HEADING_ROW, row - 1, TITLE, COLUMNS - 1);
}

static const oca_plan_action *deferred_action(const oca_plan *plan, const char *id) {
    for (size_t i = 0; i < plan->weaknesses.n; i++)
        for (size_t k = 0; k < plan->weaknesses.at[i].actions.n; k++) {
            const oca_plan_action *action = &plan->weaknesses.at[i].actions.at[k];
            if (action->state == OCA_DEFERRED && oca_equal(action->id, id))
                return action;
        }
    return NULL;
}

/* What it waits for if that is deferred, too: the action before it on the same statement, or one that it requires. */
static const oca_plan_action *waits_for(const oca_isp_book *b, const oca_plan_weakness *weakness, size_t action) {
    if (action > 0 && weakness->actions.at[action - 1].state == OCA_DEFERRED)
        return &weakness->actions.at[action - 1];
    const oca_strings *required = &weakness->actions.at[action].prerequisites;
    for (size_t i = 0; i < required->n; i++) {
        const oca_plan_action *before = deferred_action(b->plan, required->at[i]);
        if (before)
            return before;
    }
    return NULL;
}

static bool leads_others(const oca_isp_book *b, const char *lead) {
    for (size_t i = 0; lead && i < b->rows.n; i++)
        if (oca_equal(b->rows.at[i].action->lead, lead))
            return true;
    return false;
}

static const char *why_after(const oca_isp_book *b, const oca_plan_weakness *weakness, size_t action) {
    const oca_plan_action *before = waits_for(b, weakness, action);
    if (before) {
        const char *title = oca_isp_text(b, &before->titles);
        return oca_format_text(b->mem, _("It follows an action that comes after this plan, too: %s"),
                               *title ? title : before->id);
    }
    const char *lead = weakness->actions.at[action].lead;
    const char *ends =
        oca_format_text(b->mem, _("It would end after the plan does, on %s"), oca_day_text(b->mem, b->plan->end.day));
    return leads_others(b, lead) ? oca_format_text(b->mem, _("%s; other actions have the same lead: %s"), ends,
                                                   oca_isp_role_label(b, lead))
                                 : ends;
}

void oca_isp_after(const oca_isp_book *b) {
    enum { ACTION_ID, ITEM_ID, WEAKNESS, ACTION, LEAD, WEEKS, WHY, START, DUE, COLUMNS };
    static const oca_isp_column columns[COLUMNS] = {
        [ACTION_ID] = {N_("action id"), 9, OCA_STYLE_HEADING_ID},
        [ITEM_ID] = {N_("statement id"), 9, OCA_STYLE_HEADING_ID},
        [WEAKNESS] = {N_("Weakness"), 20, OCA_STYLE_HEADING},
        [ACTION] = {N_("Action"), 38, OCA_STYLE_HEADING},
        [LEAD] = {N_("Who leads"), 14, OCA_STYLE_HEADING},
        [WEEKS] = {N_("Weeks"), 7, OCA_STYLE_HEADING},
        [WHY] = {N_("Why after this plan"), 34, OCA_STYLE_HEADING},
        [START] = {N_("Start"), 11, OCA_STYLE_HEADING_INPUT, "start"},
        [DUE] = {N_("Due"), 11, OCA_STYLE_HEADING_INPUT, "due"},
    };
    oca_sheet *sheet = b->after;
    oca_isp_widths(sheet, columns, COLUMNS);
    put_top(sheet, WEAKNESS, _("Actions after this plan"),
            _("These do not fit before the plan ends. To take one in all the same, give it a start and a due date."));
    oca_isp_keys(sheet, KEY_ROW, "actions", columns, COLUMNS);
    oca_isp_headings(sheet, HEADING_ROW, columns, COLUMNS);
    int row = FIRST_ROW;
    for (size_t i = 0; i < b->plan->weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &b->plan->weaknesses.at[i];
        for (size_t k = 0; k < weakness->actions.n; k++) {
            const oca_plan_action *action = &weakness->actions.at[k];
            if (action->state != OCA_DEFERRED)
                continue;
            oca_put_text(sheet, row, ACTION_ID, OCA_STYLE_ID, action->id);
            oca_put_text(sheet, row, ITEM_ID, OCA_STYLE_ID, weakness->item);
            oca_put_text(sheet, row, WEAKNESS, OCA_STYLE_TEXT, oca_isp_item(b, weakness->item));
            oca_put_text(sheet, row, ACTION, OCA_STYLE_TEXT_STRONG, oca_isp_text(b, &action->titles));
            oca_put_text(sheet, row, LEAD, OCA_STYLE_TEXT, oca_isp_role_label(b, action->lead));
            oca_put_maybe(sheet, row, WEEKS, OCA_STYLE_LEVEL, action->weeks);
            oca_put_text(sheet, row, WHY, OCA_STYLE_TEXT, why_after(b, weakness, k));
            oca_isp_cells cells = oca_isp_cells_of(b, "actions", action->id);
            oca_isp_put(b, sheet, row, START, &cells, "start", false);
            oca_isp_put(b, sheet, row, DUE, &cells, "due", false);
            oca_fit_row(sheet, row++, 0);
        }
    }
    oca_limit_days(sheet, (oca_block_of_cells){FIRST_ROW, START, row - 1, DUE}, NULL);
    oca_freeze(sheet, FIRST_ROW, LEAD);
    oca_isp_paper(b, sheet, HEADING_ROW, HEADING_ROW, row - 1, WEAKNESS, COLUMNS - 1);
}
