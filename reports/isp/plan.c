/* The sheet "Plan": one row an action, to sort, filter, fill in and extend. What a weakness says stands on each of its
 * rows, so that sorting loses nothing. */
#include "../xlsx/formula.h"
#include "sheets.h"

#define ID OCA_STYLE_HEADING_ID
#define SHOWN OCA_STYLE_HEADING
#define FILLED OCA_STYLE_HEADING_INPUT

static const oca_isp_column columns[OCA_ISP_COLUMNS] = {
    /* Printed: together about the width of A4, landscape. */
    [OCA_ISP_ACTION_ID] = {N_("action id"), 9, ID, NULL},
    [OCA_ISP_ITEM_ID] = {N_("statement id"), 9, ID, "item"},
    [OCA_ISP_RANK] = {N_("Rank"), 5.5, SHOWN, NULL},
    [OCA_ISP_WEAKNESS] = {N_("Weakness"), 21, SHOWN, NULL},
    [OCA_ISP_ACTION] = {N_("Action"), 26, SHOWN, "title"},
    [OCA_ISP_LEAD] = {N_("Who leads"), 12, FILLED, "lead"},
    [OCA_ISP_PERSON] = {N_("Person"), 11, FILLED, "person"},
    [OCA_ISP_START] = {N_("Start"), 10.3, SHOWN, "start"},
    [OCA_ISP_DUE] = {N_("Due"), 10.3, SHOWN, "due"},
    [OCA_ISP_NEW_DUE] = {N_("New due"), 10.3, FILLED, "revised-due"},
    [OCA_ISP_INDICATOR] = {N_("How we see that it is done"), 20, SHOWN, "indicator"},
    [OCA_ISP_COST] = {N_("Cost"), 8.5, FILLED, "cost"},
    [OCA_ISP_CURRENCY] = {N_("in"), 5, FILLED, "currency"},
    [OCA_ISP_STATUS] = {N_("Status"), 9.5, FILLED, "status"},
    /* How it goes. */
    [OCA_ISP_PERCENT] = {N_("Done, % (0–100)"), 9, FILLED, "percent"},
    [OCA_ISP_NEW_START] = {N_("New start"), 10.3, FILLED, "revised-start"},
    [OCA_ISP_REASON] = {N_("Why moved or dropped"), 24, FILLED, "reason"},
    [OCA_ISP_STARTED] = {N_("Begun on"), 10.3, FILLED, "started"},
    [OCA_ISP_FINISHED] = {N_("Finished on"), 10.3, FILLED, "finished"},
    [OCA_ISP_NOTE] = {N_("New note"), 26, FILLED, "note"},
    [OCA_ISP_EVIDENCE] = {N_("New proof that it is done"), 26, FILLED, "evidence"},
    [OCA_ISP_NOTES_SO_FAR] = {N_("Notes so far"), 30, SHOWN, NULL},
    [OCA_ISP_EVIDENCE_SO_FAR] = {N_("Proof so far"), 26, SHOWN, NULL},
    [OCA_ISP_STARTS_NOW] = {N_("Starts, as it stands"), 10.3, SHOWN, NULL},
    [OCA_ISP_DUE_NOW] = {N_("Due, as it stands"), 10.3, SHOWN, NULL},
    /* Why. */
    [OCA_ISP_AREA] = {N_("Area"), 18, SHOWN, NULL},
    [OCA_ISP_WHY_HERE] = {N_("Why here"), 20, SHOWN, NULL},
    [OCA_ISP_STANDING] = {N_("Stands at"), 8, SHOWN, NULL},
    [OCA_ISP_TARGET] = {N_("Target"), 8, SHOWN, NULL},
    [OCA_ISP_NOW] = {N_("Where we stand"), 56, SHOWN, NULL},
    [OCA_ISP_RESULT] = {N_("What will be true when it is done"), 56, FILLED, "result"},
    [OCA_ISP_CAUSE] = {N_("Why is it so? (once for each weakness)"), 30, FILLED, "cause"},
    /* With what. */
    [OCA_ISP_FIRST] = {N_("First make sure that this is done"), 30, SHOWN, NULL},
    [OCA_ISP_SUPPORT] = {N_("Help from"), 16, SHOWN, "support"},
    [OCA_ISP_SUPPORTER] = {N_("Who helps (name)"), 16, FILLED, "supporter"},
    [OCA_ISP_TRAINING] = {N_("Training"), 20, SHOWN, "training"},
    [OCA_ISP_RESOURCES] = {N_("Resources"), 30, SHOWN, "resources"},
    [OCA_ISP_FUNDER] = {N_("Who pays"), 16, FILLED, "funder"},
    [OCA_ISP_VERIFICATION] = {N_("What proves it"), 30, SHOWN, "verification"},
};

static const oca_isp_column further_cost[] = {{N_("Further cost"), 10, FILLED, "cost"},
                                              {N_("in"), 6, FILLED, "currency"},
                                              {N_("Who pays"), 16, FILLED, "funder"}};

static int last_row(const oca_isp_book *b) {
    return OCA_ISP_FIRST_ROW + (int)b->rows.n + OCA_ISP_EMPTY_ROWS - 1;
}

int oca_isp_cost_column(int column, size_t cost) {
    enum { A_COST = (int)OCA_COUNT(further_cost) };
    int place = column == OCA_ISP_COST ? 0 : column == OCA_ISP_CURRENCY ? 1 : 2;
    return cost == 0 ? column : OCA_ISP_COLUMNS + ((int)cost - 1) * A_COST + place;
}

static int last_column(const oca_isp_book *b) {
    int last = oca_isp_cost_column(OCA_ISP_FUNDER, b->most_costs - 1);
    return last > OCA_ISP_COLUMNS - 1 ? last : OCA_ISP_COLUMNS - 1;
}

const char *oca_isp_plan_range(const oca_isp_book *b, int column) {
    return oca_range_of(b->plan_sheet, OCA_ISP_FIRST_ROW, column, last_row(b), column);
}

/* "Constitution: We have no constitution that we voted for." */
static const char *weakness_text(const oca_isp_book *b, const oca_plan_weakness *weakness) {
    const char *title = oca_isp_text(b, &weakness->titles), *text = oca_isp_text(b, &weakness->texts);
    if (!*title)
        title = oca_isp_item(b, weakness->item);
    return *text ? oca_format_text(b->mem, _("%s: %s"), title, text) : title;
}

/* The action's notes and, in one more line, the costs for which there are no columns. */
static const char *notes_text(const oca_isp_book *b, const oca_plan_action *action) {
    const char *notes = oca_isp_lines(b, &action->notes);
    oca_strings further = {0};
    for (size_t i = b->most_costs; i < action->costs.n; i++) {
        const oca_cost *cost = &action->costs.at[i];
        const char *amount =
            cost->amount.given ? oca_number_shown(b->mem, cost->amount.value, 2) : _("amount not said");
        const char *funder = oca_isp_funder(cost->funder);
        *(const char **)OCA_ADD(b->mem, &further) =
            oca_format_text(b->mem, "%s %s (%s)", amount, cost->currency ? cost->currency : _("currency not said"),
                            *funder ? funder : _("nobody yet"));
    }
    if (!further.n)
        return notes;
    const char *line = oca_format_text(b->mem, _("Further costs, not counted in the Summary: %s"),
                                       oca_join(b->mem, &further, _("; ")));
    return *notes ? oca_format_text(b->mem, "%s\n%s", notes, line) : line;
}

static const char *evidence_text(const oca_isp_book *b, const oca_plan_action *action) {
    oca_strings lines = {0};
    for (size_t i = 0; i < action->evidence.n; i++) {
        const oca_evidence *evidence = &action->evidence.at[i];
        const char *text = evidence->text && *evidence->text ? evidence->text : evidence->href;
        if (text)
            *(const char **)OCA_ADD(b->mem, &lines) = text;
    }
    return oca_join(b->mem, &lines, "\n");
}

static void put_weakness(const oca_isp_book *b, int row, const oca_plan_weakness *weakness) {
    oca_sheet *sheet = b->plan_sheet;
    oca_put_text(sheet, row, OCA_ISP_ITEM_ID, OCA_STYLE_ID, weakness->item);
    oca_style rank = oca_isp_rank_shared(b, weakness) ? OCA_STYLE_RANK_SHARED : OCA_STYLE_WHOLE;
    oca_put_maybe(sheet, row, OCA_ISP_RANK, rank, weakness->rank);
    oca_put_text(sheet, row, OCA_ISP_WEAKNESS, OCA_STYLE_TEXT, weakness_text(b, weakness));
    oca_put_text(sheet, row, OCA_ISP_AREA, OCA_STYLE_TEXT, oca_isp_area(b, weakness->area));
    oca_put_text(sheet, row, OCA_ISP_WHY_HERE, OCA_STYLE_TEXT, oca_isp_why_here(b, weakness));
    oca_put_maybe(sheet, row, OCA_ISP_STANDING, OCA_STYLE_LEVEL, weakness->standing);
    oca_put_maybe(sheet, row, OCA_ISP_TARGET, OCA_STYLE_LEVEL, weakness->target);
    const char *now = weakness->standing.given ? oca_isp_described(b, weakness->item, true, weakness->standing.value)
                                               : OCA_UNDEFINED_SHOWN;
    oca_put_text(sheet, row, OCA_ISP_NOW, OCA_STYLE_TEXT, now);
}

/* The dates as they stand: the new one, else the one first planned. */
static void put_current(const oca_isp_book *b, int row, int column, int first, int revised, oca_date date) {
    const char *old = oca_cell_name(b->plan_sheet, "", row, first),
               *new = oca_cell_name(b->plan_sheet, "", row, revised);
    const char *formula = oca_format_text(b->mem, "=IF(%s<>\"\",%s,IF(%s<>\"\",%s,\"\"))", new, new, old, old);
    if (date.given)
        oca_put_formula(b->plan_sheet, row, column, OCA_STYLE_DAY, formula, oca_serial(date.day));
    else
        oca_put_formula_text(b->plan_sheet, row, column, OCA_STYLE_DAY, formula, "");
}

static void put_currents(const oca_isp_book *b, int row, oca_date start, oca_date due) {
    put_current(b, row, OCA_ISP_STARTS_NOW, OCA_ISP_START, OCA_ISP_NEW_START, start);
    put_current(b, row, OCA_ISP_DUE_NOW, OCA_ISP_DUE, OCA_ISP_NEW_DUE, due);
}

/* All cells that are read back; of a new row, `cells` is empty and all are to be filled in. */
static void put_filled(const oca_isp_book *b, int row, const oca_isp_cells *cells) {
    for (int i = OCA_ISP_ITEM_ID + 1; i < OCA_ISP_COLUMNS; i++)
        if (columns[i].key)
            oca_isp_put(b, b->plan_sheet, row, i, cells, columns[i].key, cells->row && columns[i].style == SHOWN);
    for (size_t cost = 1; cost < b->most_costs; cost++)
        for (int i = OCA_ISP_COST; i < OCA_ISP_COLUMNS; i++)
            if (i == OCA_ISP_COST || i == OCA_ISP_CURRENCY || i == OCA_ISP_FUNDER)
                oca_isp_put(b, b->plan_sheet, row, oca_isp_cost_column(i, cost), cells,
                            oca_plan_cost_key(b->mem, columns[i].key, cost), false);
}

static void put_action(const oca_isp_book *b, int row, const oca_plan_action *action) {
    oca_sheet *sheet = b->plan_sheet;
    oca_isp_cells cells = oca_isp_cells_of(b, "actions", action->id);
    oca_isp_cells empty = {.table = cells.table};
    oca_put_text(sheet, row, OCA_ISP_ACTION_ID, OCA_STYLE_ID, action->id);
    put_filled(b, row, &cells);
    oca_isp_put(b, sheet, row, OCA_ISP_NOTE, &empty, "note", false);
    oca_isp_put(b, sheet, row, OCA_ISP_EVIDENCE, &empty, "evidence", false);
    oca_put_text(sheet, row, OCA_ISP_NOTES_SO_FAR, OCA_STYLE_TEXT, notes_text(b, action));
    oca_put_text(sheet, row, OCA_ISP_EVIDENCE_SO_FAR, OCA_STYLE_TEXT, evidence_text(b, action));
    oca_put_text(sheet, row, OCA_ISP_FIRST, OCA_STYLE_TEXT, oca_isp_make_sure(b, action));
    put_currents(b, row, oca_isp_start(action), oca_isp_due(action));
}

/* Once somebody has chosen the statement's id, its title or area stands in the new row. */
static void put_found_by_id(const oca_isp_book *b, int row, int column, const char *name) {
    const char *id = oca_cell_name(b->plan_sheet, "", row, OCA_ISP_ITEM_ID);
    const char *formula =
        oca_format_text(b->mem, "=IF(%s=\"\",\"\",IFERROR(INDEX(%s,MATCH(%s,oca_item_id,0)),\"\"))", id, name, id);
    oca_put_formula_text(b->plan_sheet, row, column, OCA_STYLE_TEXT, formula, "");
}

/* A row for a new action: its id stays empty until the plan is read back. */
static void put_empty(const oca_isp_book *b, int row) {
    oca_isp_cells empty = oca_isp_cells_of(b, "actions", NULL);
    oca_put_text(b->plan_sheet, row, OCA_ISP_ACTION_ID, OCA_STYLE_ID, NULL);
    oca_put_text(b->plan_sheet, row, OCA_ISP_ITEM_ID, OCA_STYLE_INPUT_ID, NULL);
    for (int i = OCA_ISP_RANK; i < OCA_ISP_COLUMNS; i++)
        if (!columns[i].key)
            oca_put_text(b->plan_sheet, row, i, OCA_STYLE_TEXT, NULL);
    put_filled(b, row, &empty);
    put_found_by_id(b, row, OCA_ISP_WEAKNESS, "oca_item");
    put_found_by_id(b, row, OCA_ISP_AREA, "oca_item_area");
    put_currents(b, row, (oca_date){0}, (oca_date){0});
    oca_fit_row(b->plan_sheet, row, 30);
}

static oca_block_of_cells whole_column(const oca_isp_book *b, int column) {
    return (oca_block_of_cells){OCA_ISP_FIRST_ROW, column, last_row(b), column};
}

static void set_rules(const oca_isp_book *b) {
    oca_sheet *sheet = b->plan_sheet;
    int first_empty = OCA_ISP_FIRST_ROW + (int)b->rows.n, last = last_row(b);
    oca_offer(sheet, (oca_block_of_cells){first_empty, OCA_ISP_ITEM_ID, last, OCA_ISP_ITEM_ID}, "oca_item_id", true,
              _("A new action: choose the statement that it works on. The action id stays empty."));
    oca_offer(sheet, whole_column(b, OCA_ISP_STATUS), "oca_status", true, NULL);
    if (oca_isp_roles_of(b).n)
        oca_offer(sheet, whole_column(b, OCA_ISP_LEAD), "oca_role", true, _("Names go into the column Person."));
    for (size_t i = 0; i < b->most_costs; i++) {
        oca_offer(sheet, whole_column(b, oca_isp_cost_column(OCA_ISP_FUNDER, i)), "oca_support", false, NULL);
        oca_limit_numbers(sheet, whole_column(b, oca_isp_cost_column(OCA_ISP_COST, i)), 0, 1e12, NULL);
    }
    oca_limit_numbers(sheet, whole_column(b, OCA_ISP_PERCENT), 0, 100, NULL);
    if (oca_isp_trainings_of(b).n)
        oca_offer(sheet, (oca_block_of_cells){first_empty, OCA_ISP_TRAINING, last, OCA_ISP_TRAINING}, "oca_training",
                  true, NULL);
    oca_offer(sheet, (oca_block_of_cells){first_empty, OCA_ISP_SUPPORT, last, OCA_ISP_SUPPORT}, "oca_support", true,
              NULL);
    static const int days[] = {OCA_ISP_NEW_START, OCA_ISP_STARTED, OCA_ISP_FINISHED};
    for (size_t i = 0; i < OCA_COUNT(days); i++)
        oca_limit_days(sheet, whole_column(b, days[i]), NULL);
    const char *frozen =
        _("The date first planned stays. If it moves, write the new date under \"New start\" or \"New due\".");
    oca_limit_days(sheet, whole_column(b, OCA_ISP_START), frozen);
    oca_limit_days(sheet, whole_column(b, OCA_ISP_DUE), frozen);
    oca_limit_days(sheet, whole_column(b, OCA_ISP_NEW_DUE), _("Please say why in \"Why moved or dropped\"."));
}

/* Struck out when it is over, bold when it is late: both seen without colour. */
static void set_looks(const oca_isp_book *b) {
    oca_arena *mem = b->mem;
    const char *done = oca_quoted(mem, oca_status_shown(OCA_DONE));
    const char *dropped = oca_quoted(mem, oca_status_shown(OCA_DROPPED));
    const char *status = oca_cell_name(b->plan_sheet, "c", OCA_ISP_FIRST_ROW, OCA_ISP_STATUS);
    const char *due = oca_cell_name(b->plan_sheet, "c", OCA_ISP_FIRST_ROW, OCA_ISP_DUE_NOW);
    oca_when(b->plan_sheet, whole_column(b, OCA_ISP_ACTION),
             oca_format_text(mem, "=OR(%s=%s,%s=%s)", status, done, status, dropped), OCA_STYLE_RULE_OVER);
    oca_when(b->plan_sheet, whole_column(b, OCA_ISP_DUE),
             oca_format_text(mem, "=AND(%s<>\"\",%s<TODAY(),%s<>%s,%s<>%s)", due, due, status, done, status, dropped),
             OCA_STYLE_RULE_LATE);
}

static void put_top(const oca_isp_book *b) {
    oca_sheet *sheet = b->plan_sheet;
    const char *title = oca_format_text(b->mem, _("%s: %s"), b->label, b->organization);
    oca_put_text(sheet, 0, OCA_ISP_RANK, OCA_STYLE_SHEET_TITLE, title);
    oca_fit_row(sheet, 0, 0);
    oca_put_text(
        sheet, 1, OCA_ISP_RANK, OCA_STYLE_HINT,
        _("Columns with headings in italics are to be filled in. For a new action use an empty row at the end: "
          "statement, action and both dates; its action id stays empty."));
    oca_put_text(sheet, 2, OCA_ISP_RANK, OCA_STYLE_HINT,
                 _("On paper stand the columns as far as Status; those to the right of it are for the screen. "
                   "\"=7\" means an equal rank: the room decides."));
    oca_put_text(sheet, OCA_ISP_KEY_ROW - 1, OCA_ISP_RANK, OCA_STYLE_GROUP, _("What we will do"));
    oca_put_text(sheet, OCA_ISP_KEY_ROW - 1, OCA_ISP_PERCENT, OCA_STYLE_GROUP, _("How it goes"));
    oca_put_text(sheet, OCA_ISP_KEY_ROW - 1, OCA_ISP_AREA, OCA_STYLE_GROUP, _("Why"));
    oca_put_text(sheet, OCA_ISP_KEY_ROW - 1, OCA_ISP_FIRST, OCA_STYLE_GROUP, _("With what"));
    oca_fit_row(sheet, OCA_ISP_KEY_ROW - 1, 20);
}

static void put_headings(const oca_isp_book *b) {
    oca_sheet *sheet = b->plan_sheet;
    oca_isp_keys(sheet, OCA_ISP_KEY_ROW, "actions", columns, OCA_ISP_COLUMNS);
    for (int i = OCA_ISP_COLUMNS; i <= last_column(b); i++) {
        const oca_isp_column *column = &further_cost[(i - OCA_ISP_COLUMNS) % (int)OCA_COUNT(further_cost)];
        size_t cost = 1 + (size_t)(i - OCA_ISP_COLUMNS) / OCA_COUNT(further_cost);
        oca_put_text(sheet, OCA_ISP_KEY_ROW, i, OCA_STYLE_KEY, oca_plan_cost_key(b->mem, column->key, cost));
        oca_put_text(sheet, OCA_ISP_HEADING_ROW, i, column->style, _(column->heading));
    }
    oca_isp_headings(sheet, OCA_ISP_HEADING_ROW, columns, OCA_ISP_COLUMNS);
}

void oca_isp_plan(const oca_isp_book *b) {
    oca_sheet *sheet = b->plan_sheet;
    oca_isp_widths(sheet, columns, OCA_ISP_COLUMNS);
    for (int i = OCA_ISP_COLUMNS; i <= last_column(b); i++)
        oca_set_width(sheet, i, i, further_cost[(i - OCA_ISP_COLUMNS) % (int)OCA_COUNT(further_cost)].width);
    put_top(b);
    put_headings(b);
    int row = OCA_ISP_FIRST_ROW;
    for (size_t i = 0; i < b->rows.n; i++, row++) {
        put_weakness(b, row, b->rows.at[i].weakness);
        put_action(b, row, b->rows.at[i].action);
        oca_fit_row(sheet, row, 0);
    }
    for (; row <= last_row(b); row++)
        put_empty(b, row);
    set_rules(b);
    set_looks(b);
    oca_set_filter(sheet, OCA_ISP_HEADING_ROW, 0, last_row(b), last_column(b));
    oca_freeze(sheet, OCA_ISP_FIRST_ROW, OCA_ISP_LEAD);
    oca_isp_paper(b, sheet, OCA_ISP_HEADING_ROW, OCA_ISP_HEADING_ROW, last_row(b), OCA_ISP_RANK, OCA_ISP_STATUS);
}
