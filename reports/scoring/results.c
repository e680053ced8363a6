/* The sheets "Results" (the whole, the areas, two charts) and "Statements": what the formulas make of the answers. */
#include "../xlsx/chart_areas.h"
#include "calc.h"

enum { ID, TITLE, LEVEL, POINTS, ANSWERED, STAGE, AGREEMENT, DIVIDED, QUADRANT, LAST = QUADRANT };

/* A cell that shows a number of Calc areas, "–" where it is "". */
static void show_number(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                        const char *cell, oca_number value) {
    const char *formula = oca_format_text(b->mem, "=IF(ISNUMBER(%s),%s,\"" OCA_UNDEFINED_SHOWN "\")", cell, cell);
    if (value.given)
        oca_put_formula(sheet, row, column, style, formula, value.value);
    else
        oca_put_formula_text(sheet, row, column, style, formula, OCA_UNDEFINED_SHOWN);
}

static void show_text(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                      const char *cell, const char *value) {
    oca_put_formula_text(sheet, row, column, style, oca_format_text(b->mem, "=%s", cell), value);
}

static const char *indented(const oca_scoring_book *b, size_t node) {
    size_t depth = b->frame->nodes[node].depth;
    oca_buffer out = {.mem = b->mem};
    for (size_t i = 1; i < depth; i++)
        oca_buffer_print(&out, "    ");
    oca_buffer_print(&out, "%s", oca_node_title(b->frame, node, b->lang));
    return out.at;
}

static void put_node(const oca_scoring_book *b, size_t node, int row) {
    oca_sheet *sheet = b->results;
    const oca_node_score *score = &b->scores->nodes[node];
    bool outer = b->frame->nodes[node].depth < 2;
    oca_style text = outer ? OCA_STYLE_AREA : OCA_STYLE_TEXT, points = outer ? OCA_STYLE_AREA_POINTS : OCA_STYLE_POINTS;
    oca_put_text(sheet, row, ID, OCA_STYLE_ID, node ? b->frame->nodes[node].area->id : "overall");
    oca_put_text(sheet, row, TITLE, text, indented(b, node));
    show_number(b, sheet, row, LEVEL, outer ? OCA_STYLE_AREA_SCORE : OCA_STYLE_SCORE,
                oca_calc_area_cell(b, node, "level"), score->level);
    show_number(b, sheet, row, POINTS, points, oca_calc_area_cell(b, node, "percent"), score->percent);
    show_text(b, sheet, row, ANSWERED, text, oca_calc_area_cell(b, node, "answered"),
              oca_answered_shown(b->mem, score));
    show_text(b, sheet, row, STAGE, text, oca_calc_area_cell(b, node, "stage_shown"),
              oca_stage_shown(b->mem, b->scores, node, b->lang));
    show_number(b, sheet, row, AGREEMENT, points, oca_calc_area_cell(b, node, "consensus"), score->consensus);
    show_number(b, sheet, row, DIVIDED, OCA_STYLE_WHOLE, oca_calc_area_cell(b, node, "divided"),
                oca_given((double)score->divided));
    show_text(b, sheet, row, QUADRANT, text, oca_calc_area_cell(b, node, "quadrant"),
              oca_quadrant_shown(score->quadrant));
    oca_fit_row(sheet, row, 30);
}

enum { CHART_NAME = LAST + 2, CHART_POINTS };

/* "1 Governance", cut where it is long: what the charts call an area. */
static const char *chart_name(const oca_scoring_book *b, size_t number) {
    enum { LONGEST = 24 };
    const char *title = oca_node_title(b->frame, b->areas[number].node, b->lang);
    size_t bytes = 0, characters = 0;
    for (; title[bytes] && characters <= LONGEST; bytes++)
        characters += ((unsigned char)title[bytes] & 0xC0) != 0x80;
    return oca_format_text(b->mem, "%zu %.*s%s", number + 1, (int)(bytes - (title[bytes] ? 1 : 0)), title,
                           title[bytes] ? "…" : "");
}

/* The outermost areas alone, for the charts: beside the table, in small. */
static void put_chart_cells(const oca_scoring_book *b, int first) {
    oca_sheet *sheet = b->results;
    oca_put_text(sheet, first - 1, CHART_NAME, OCA_STYLE_KEY, "for the charts");
    for (size_t i = 0; i < b->n_areas; i++) {
        const oca_node_score *score = &b->scores->nodes[b->areas[i].node];
        const char *cell = oca_calc_area_cell(b, b->areas[i].node, "percent");
        const char *formula = oca_format_text(b->mem, "=IF(ISNUMBER(%s),%s,NA())", cell, cell);
        oca_put_text(sheet, first + (int)i, CHART_NAME, OCA_STYLE_KEY, chart_name(b, i));
        if (score->percent.given)
            oca_put_formula(sheet, first + (int)i, CHART_POINTS, OCA_STYLE_KEY, formula, score->percent.value);
        else
            oca_put_formula_text(sheet, first + (int)i, CHART_POINTS, OCA_STYLE_KEY, formula, "#N/A");
    }
}

static void put_charts(const oca_scoring_book *b, int row, int first) {
    oca_sheet *sheet = b->results;
    int last = first + (int)b->n_areas - 1;
    oca_chart_points areas = {0};
    for (size_t i = 0; i < b->n_areas; i++) {
        int own = first + (int)i;
        *(oca_chart_point *)OCA_ADD(b->mem, &areas) = (oca_chart_point){
            oca_range_of(sheet, own, CHART_NAME, own, CHART_NAME),
            oca_range_of(sheet, own, CHART_POINTS, own, CHART_POINTS),
            oca_calc_area_cell(b, b->areas[i].node, "chart_agreement"), oca_format_text(b->mem, "%zu", i + 1)};
    }
    const oca_chart_place web = {row, TITLE, 480, 420, "Areas: points of 100", "The areas' points of 100 as a web"};
    const oca_chart_place grid = {row,
                                  STAGE,
                                  540,
                                  420,
                                  "Points of 100, and agreement in the room",
                                  "Each area's points against the agreement in the room"};
    oca_put_web(sheet, &web, oca_range_of(sheet, first, CHART_NAME, last, CHART_NAME),
                oca_range_of(sheet, first, CHART_POINTS, last, CHART_POINTS));
    oca_put_grid(sheet, &grid, &areas, "Points of 100", "Agreement", b->frame->grid_capacity, b->frame->grid_consensus);
}

void oca_scoring_results(const oca_scoring_book *b) {
    static const struct {
        const char *heading;
        double width;
    } columns[] = {{"id", 9},
                   {"Area", 34},
                   {"Level", 8},
                   {"Points of 100", 9},
                   {"Answered", 16},
                   {"Stage", 34},
                   {"Agreement in the room", 11},
                   {"Statements that divide", 11},
                   {"What to do", 18},
                   {"", 2},
                   {"", 4},
                   {"", 4}};
    enum { CHART_ROWS = 21 };
    oca_sheet *sheet = b->results;
    int row = OCA_SCORING_FIRST_ROW;
    oca_scoring_live_title(
        b, sheet, "Results",
        "Computed while you type. Capacity, not performance. A provisional stage is not firm: something "
        "was not answered.");
    for (int i = 0; i < (int)OCA_COUNT(columns); i++) {
        oca_set_width(sheet, i, i, columns[i].width);
        if (i <= LAST)
            oca_put_text(sheet, OCA_SCORING_HEADING_ROW, i, i ? OCA_STYLE_HEADING : OCA_STYLE_HEADING_ID,
                         columns[i].heading);
    }
    oca_fit_row(sheet, OCA_SCORING_HEADING_ROW, 28);
    for (size_t n = 0; n < b->frame->n_nodes; n++)
        put_node(b, n, row++);
    int first = OCA_SCORING_FIRST_ROW;
    put_chart_cells(b, first);
    oca_when(
        sheet, (oca_block_of_cells){first, DIVIDED, row - 1, DIVIDED},
        oca_format_text(b->mem, "=AND(ISNUMBER($%c%d),$%c%d>0)", 'A' + DIVIDED, first + 1, 'A' + DIVIDED, first + 1),
        OCA_STYLE_RULE_ATTENTION);
    put_charts(b, row + 1, first);
    oca_freeze(sheet, OCA_SCORING_FIRST_ROW, 2);
    oca_scoring_set_paper(b, sheet, false, row + CHART_ROWS, TITLE, LAST, OCA_SCORING_HEADING_ROW);
    oca_protect(sheet);
}

/* Statements. */

enum {
    S_ID,
    S_AREA,
    S_TITLE,
    S_SCORE,
    S_POINTS,
    S_LEVEL,
    S_STATE,
    S_BASIS,
    S_GATE,
    S_N,
    S_DK,
    S_CONSENSUS,
    S_MARK,
    S_LAST = S_MARK
};

static oca_number if_scored(const oca_item_score *score, double value) {
    return (oca_number){score->state == OCA_SCORED, value};
}

/* A word of Calc as people read it: "IF(cell="na","N/A",IF(…,cell))". */
static void show_word(const oca_scoring_book *b, int row, int column, const char *cell, const char *const (*words)[2],
                      size_t n, const char *value) {
    const char *shown = "", *rest = "\"\"";
    for (size_t i = n; i-- > 0;) {
        rest = oca_format_text(b->mem, "IF(%s=\"%s\",\"%s\",%s)", cell, words[i][0], words[i][1], rest);
        if (oca_equal(words[i][0], value))
            shown = words[i][1];
    }
    oca_put_formula_text(b->statements, row, column, OCA_STYLE_TEXT, oca_format_text(b->mem, "=%s", rest), shown);
}

static void put_words(const oca_scoring_book *b, size_t i, int row) {
    const oca_item_score *score = &b->scores->items[i];
    const char *states[][2] = {{"scored", oca_item_state_shown(OCA_SCORED)},
                               {"na", oca_item_state_shown(OCA_STATE_NA)},
                               {"dk", oca_item_state_shown(OCA_STATE_DK)},
                               {"blank", oca_item_state_shown(OCA_STATE_BLANK)},
                               {"not-applicable", oca_item_state_shown(OCA_ITEM_NOT_APPLICABLE)}};
    const char *bases[][2] = {{"agreed", oca_layer_shown(OCA_LAYER_AGREED)},
                              {"verified", oca_layer_shown(OCA_LAYER_VERIFIED)},
                              {"participants", oca_layer_shown(OCA_LAYER_PARTICIPANTS)}};
    const char *gates[][2] = {{"met", oca_gate_shown(OCA_GATE_MET)},
                              {"failed", oca_gate_shown(OCA_GATE_FAILED)},
                              {"open", oca_gate_shown(OCA_GATE_OPEN)},
                              {"waived", oca_gate_shown(OCA_GATE_WAIVED)}};
    const char *by = oca_calc_item_cell(b, i, "by"), *state = oca_calc_item_cell(b, i, "state");
    const char *basis = oca_layer_word(score->basis), *gate = oca_gate_word(score->gate);
    show_word(b, row, S_STATE, state, (const char *const(*)[2])states, OCA_COUNT(states),
              oca_item_state_word(score->state));
    show_word(b, row, S_BASIS, oca_format_text(b->mem, "IF(%s=\"scored\",%s,\"\")", state, by),
              (const char *const(*)[2])bases, OCA_COUNT(bases), basis ? basis : "");
    show_word(b, row, S_GATE, oca_calc_item_cell(b, i, "gate"), (const char *const(*)[2])gates, OCA_COUNT(gates),
              gate ? gate : "");
}

/* What to look at: divided, not known, evidence missing, N/A without its reason. */
static void put_mark(const oca_scoring_book *b, size_t i, int row) {
    const oca_item_score *score = &b->scores->items[i];
    const oca_frame_item *at = &b->frame->items[i];
    bool asked = score->state != OCA_ITEM_NOT_APPLICABLE;
    oca_buffer shown = {.mem = b->mem}, formula = {.mem = b->mem};
    const char *agreement = oca_calc_item_cell(b, i, "divided"), *dk = oca_calc_item_cell(b, i, "dk");
    const char *all =
        oca_format_text(b->mem, "(%s+%s+%s)", oca_calc_item_cell(b, i, "n"), oca_calc_item_cell(b, i, "na"), dk);
    bool divides = score->consensus.given && oca_compare(score->consensus.value, b->frame->grid_consensus) < 0;
    long given = score->counts.n + score->counts.na + score->counts.dk;
    oca_buffer_print(&formula,
                     "=IF(%s=0,\"\",MID(IF(%s=1,\"; divides the room\",\"\")&IF(AND(%s>0,3*%s>=%s),\"; not "
                     "known to members\",\"\")",
                     oca_calc_item_cell(b, i, "applies"), agreement, all, dk, all);
    if (asked && divides)
        oca_buffer_print(&shown, "; divides the room");
    if (asked && given > 0 && 3 * score->counts.dk >= given)
        oca_buffer_print(&shown, "; not known to members");
    if (at->item->evidence == OCA_EVIDENCE_REQUIRED) {
        const char *raw = oca_calc_item_cell(b, i, "raw");
        oca_buffer_print(&formula,
                         "&IF(AND(ISNUMBER(%s),%s=0),IF(ROUND(N(%s),9)>=%s,\"; evidence to record\",\"\"),"
                         "\"\")",
                         raw, oca_calc_item_cell(b, i, "evidence"), raw,
                         oca_number_text(b->mem, oca_or(at->item->evidence_from, at->min)));
        if (score->state == OCA_SCORED && score->evidence_missing)
            oca_buffer_print(&shown, "; evidence to record");
    }
    oca_buffer_print(&formula, ",3,200))");
    oca_put_formula_text(b->statements, row, S_MARK, OCA_STYLE_TEXT, formula.at, shown.at ? shown.at + 2 : "");
}

static void put_statement(const oca_scoring_book *b, size_t i, int row) {
    oca_sheet *sheet = b->statements;
    const oca_item_score *score = &b->scores->items[i];
    bool scored = score->state == OCA_SCORED;
    const char *stands = oca_calc_item_cell(b, i, "stands_row");
    int last = b->levels[b->frame->n_items - 1].first + b->levels[b->frame->n_items - 1].n;
    oca_put_text(sheet, row, S_ID, OCA_STYLE_ID, b->frame->items[i].item->id);
    oca_put_text(sheet, row, S_AREA, OCA_STYLE_TEXT, oca_node_title(b->frame, b->frame->items[i].area, b->lang));
    oca_put_text(sheet, row, S_TITLE, OCA_STYLE_TEXT, oca_item_title(b->frame, i, b->lang));
    show_number(b, sheet, row, S_SCORE, OCA_STYLE_SCORE, oca_calc_item_cell(b, i, "score"),
                if_scored(score, score->score));
    show_number(b, sheet, row, S_POINTS, OCA_STYLE_POINTS,
                oca_format_text(b->mem, "IF(ISNUMBER(%s),100*%s,\"\")", oca_calc_item_cell(b, i, "x"),
                                oca_calc_item_cell(b, i, "x")),
                if_scored(score, 100 * score->x));
    const oca_rung *rung = scored ? oca_rung_below(&b->frame->items[i], score->standing) : NULL;
    oca_put_formula_text(sheet, row, S_LEVEL, OCA_STYLE_TEXT,
                         oca_format_text(b->mem, "=IF(ISNUMBER(%s),INDEX(%s,%s),\"" OCA_UNDEFINED_SHOWN "\")", stands,
                                         oca_range_of(b->levels_sheet, 0, 2, last, 2), stands),
                         rung ? oca_scoring_level(b, i, rung->value) : OCA_UNDEFINED_SHOWN);
    put_words(b, i, row);
    show_number(b, sheet, row, S_N, OCA_STYLE_WHOLE, oca_calc_item_cell(b, i, "n"), oca_given((double)score->counts.n));
    show_number(b, sheet, row, S_DK, OCA_STYLE_WHOLE, oca_calc_item_cell(b, i, "dk"),
                oca_given((double)score->counts.dk));
    show_number(b, sheet, row, S_CONSENSUS, OCA_STYLE_POINTS, oca_calc_item_cell(b, i, "consensus"), score->consensus);
    put_mark(b, i, row);
    oca_fit_row(sheet, row, 27);
}

void oca_scoring_statements(const oca_scoring_book *b) {
    static const struct {
        const char *heading;
        double width;
    } columns[] = {[S_ID] = {"id", 9},
                   [S_AREA] = {"Area", 20},
                   [S_TITLE] = {"Statement", 30},
                   [S_SCORE] = {"Score", 7},
                   [S_POINTS] = {"Points of 100", 8},
                   [S_LEVEL] = {"Stands at", 16},
                   [S_STATE] = {"State", 12},
                   [S_BASIS] = {"Whose score", 11},
                   [S_GATE] = {"Must-have", 11},
                   [S_N] = {"Members' scores", 9},
                   [S_DK] = {"don't know", 8},
                   [S_CONSENSUS] = {"Agreement in the room", 10},
                   [S_MARK] = {"To look at", 24}};
    oca_sheet *sheet = b->statements;
    oca_scoring_titles(sheet, true, "Statements", "Computed while you type.");
    for (int i = 0; i <= S_LAST; i++) {
        oca_set_width(sheet, i, i, columns[i].width);
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, i, i ? OCA_STYLE_HEADING : OCA_STYLE_HEADING_ID,
                     columns[i].heading);
    }
    oca_fit_row(sheet, OCA_SCORING_HEADING_ROW, 28);
    for (size_t i = 0; i < b->frame->n_items; i++)
        put_statement(b, i, OCA_SCORING_FIRST_ROW + (int)i);
    int last = OCA_SCORING_FIRST_ROW + (int)b->frame->n_items - 1;
    oca_when(sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, S_GATE, last, S_GATE}, "=$I5=\"not yet\"",
             OCA_STYLE_RULE_ATTENTION);
    oca_when(sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, S_AREA, last, S_LAST}, "=$G5=\"not asked\"",
             OCA_STYLE_RULE_NOT_ASKED);
    oca_freeze(sheet, OCA_SCORING_FIRST_ROW, S_SCORE);
    oca_scoring_set_paper(b, sheet, false, last, S_AREA, S_LAST, OCA_SCORING_HEADING_ROW);
    oca_protect(sheet);
}
