/* The sheet "Statements": what the formulas make of each. */
#include "../../engine/base/words.h"
#include "calc.h"

#include <string.h>

enum {
    ID,
    AREA,
    TITLE,
    SCORE,
    POINTS,
    LEVEL,
    STATE,
    BASIS,
    GATE,
    N,
    DK,
    CONSENSUS,
    AGREED,
    CHECKED,
    MARK,
    LAST = MARK
};

static oca_number if_scored(const oca_item_score *score, double value) {
    return (oca_number){score->state == OCA_SCORED, value};
}

/* A word of Calc as people read it: "IF(cell="na","N/A",IF(…,cell))". */
static void show_word(const oca_scoring_book *b, int row, int column, const char *cell, const char *const (*words)[2],
                      size_t n, const char *value) {
    const char *shown = "", *rest = "\"\"";
    for (size_t i = n; i-- > 0;) {
        rest = oca_format_text(b->mem, "IF(%s=\"%s\",%s,%s)", cell, words[i][0], oca_quoted(b->mem, words[i][1]), rest);
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
    show_word(b, row, STATE, state, (const char *const(*)[2])states, OCA_COUNT(states),
              oca_item_state_word(score->state));
    show_word(b, row, BASIS, oca_format_text(b->mem, "IF(%s=\"scored\",%s,\"\")", state, by),
              (const char *const(*)[2])bases, OCA_COUNT(bases), basis ? basis : "");
    show_word(b, row, GATE, oca_calc_item_cell(b, i, "gate"), (const char *const(*)[2])gates, OCA_COUNT(gates),
              gate ? gate : "");
}

/* The layers kept apart, whichever scores: "checked lower" where the visitor's level is below the members'. */
static void put_layers(const oca_scoring_book *b, size_t i, int row) {
    const oca_answer *answer = b->scores->answers->answers[i];
    const oca_frame_item *at = &b->frame->items[i];
    oca_calc_show_number(b, b->statements, row, AGREED, OCA_STYLE_LEVEL, oca_calc_item_cell(b, i, "agreed"),
                         oca_judged(at, answer ? answer->agreed : NULL));
    oca_calc_show_number(b, b->statements, row, CHECKED, OCA_STYLE_LEVEL, oca_calc_item_cell(b, i, "checked"),
                         oca_judged(at, answer ? answer->verified : NULL));
}

/* What is to be looked at: in the formula where a condition holds, in the text where it does now. */
typedef struct {
    oca_buffer formula, shown;
} marks;

static void add_mark(marks *m, const char *condition, bool holds, const char *what) {
    const char *text = oca_format_text(m->formula.mem, "%s%s", _("; "), what);
    oca_buffer_print(&m->formula, "&IF(%s,%s,\"\")", condition, oca_quoted(m->formula.mem, text));
    if (holds)
        oca_buffer_print(&m->shown, "%s", text);
}

static void mark_checked(const oca_scoring_book *b, size_t i, marks *m) {
    const char *agreed = oca_calc_item_cell(b, i, "agreed"), *checked = oca_calc_item_cell(b, i, "checked");
    const oca_answer *answer = b->scores->answers->answers[i];
    const oca_judgement *judgement = answer ? answer->verified : NULL;
    oca_number members = oca_judged(&b->frame->items[i], answer ? answer->agreed : NULL),
               visitor = oca_judged(&b->frame->items[i], judgement);
    int order = members.given && visitor.given ? oca_compare(visitor.value, members.value) : 0;
    bool asked = b->scores->items[i].state != OCA_ITEM_NOT_APPLICABLE;
    const char *both = oca_format_text(b->mem, "ISNUMBER(%s),ISNUMBER(%s)", agreed, checked);
    add_mark(m, oca_format_text(b->mem, "AND(%s,%s<%s)", both, checked, agreed), asked && order < 0,
             _("checked lower"));
    add_mark(m, oca_format_text(b->mem, "AND(%s,%s>%s)", both, checked, agreed), asked && order > 0,
             _("checked higher"));
    add_mark(m, oca_format_text(b->mem, "%s=\"dk\"", checked), asked && judgement && judgement->answer == OCA_ANSWER_DK,
             _("could not be checked"));
}

/* Divided, not known, evidence missing, checked otherwise. */
static void put_mark(const oca_scoring_book *b, size_t i, int row) {
    const oca_item_score *score = &b->scores->items[i];
    const oca_frame_item *at = &b->frame->items[i];
    bool asked = score->state != OCA_ITEM_NOT_APPLICABLE;
    marks m = {{.mem = b->mem}, {.mem = b->mem}};
    const char *dk = oca_calc_item_cell(b, i, "dk"), *raw = oca_calc_item_cell(b, i, "raw");
    const char *all =
        oca_format_text(b->mem, "(%s+%s+%s)", oca_calc_item_cell(b, i, "n"), oca_calc_item_cell(b, i, "na"), dk);
    bool divides = score->consensus.given && oca_compare(score->consensus.value, b->frame->grid_consensus) < 0;
    long given = score->counts.n + score->counts.na + score->counts.dk;
    add_mark(&m, oca_format_text(b->mem, "%s=1", oca_calc_item_cell(b, i, "divided")), asked && divides,
             _("divides the room"));
    add_mark(&m, oca_format_text(b->mem, "AND(%s>0,3*%s>=%s)", all, dk, all),
             asked && given > 0 && 3 * score->counts.dk >= given, _("not known to members"));
    if (at->item->evidence == OCA_EVIDENCE_REQUIRED)
        add_mark(&m,
                 oca_format_text(b->mem, "IF(AND(ISNUMBER(%s),%s=0),ROUND(N(%s),9)>=%s,FALSE)", raw,
                                 oca_calc_item_cell(b, i, "evidence"), raw,
                                 oca_number_text(b->mem, oca_or(at->item->evidence_from, at->min))),
                 score->state == OCA_SCORED && score->evidence_missing, oca_to_complete_shown("evidence"));
    mark_checked(b, i, &m);
    const char *between = _("; ");
    oca_put_formula_text(b->statements, row, MARK, OCA_STYLE_TEXT,
                         oca_format_text(b->mem, "=IF(%s=0,\"\",MID(\"\"%s,1+LEN(%s),200))",
                                         oca_calc_item_cell(b, i, "applies"), m.formula.at,
                                         oca_quoted(b->mem, between)),
                         m.shown.at ? m.shown.at + strlen(between) : "");
}

static void put_statement(const oca_scoring_book *b, size_t i, int row) {
    oca_sheet *sheet = b->statements;
    const oca_item_score *score = &b->scores->items[i];
    bool scored = score->state == OCA_SCORED;
    const char *stands = oca_calc_item_cell(b, i, "stands_row");
    int last = b->levels[b->frame->n_items - 1].first + b->levels[b->frame->n_items - 1].n;
    oca_put_text(sheet, row, ID, OCA_STYLE_ID, b->frame->items[i].item->id);
    oca_put_text(sheet, row, AREA, OCA_STYLE_TEXT, oca_node_title(b->frame, b->frame->items[i].area, b->lang));
    oca_put_text(sheet, row, TITLE, OCA_STYLE_TEXT, oca_item_title(b->frame, i, b->lang));
    oca_calc_show_number(b, sheet, row, SCORE, OCA_STYLE_SCORE, oca_calc_item_cell(b, i, "score"),
                         if_scored(score, score->score));
    oca_calc_show_number(b, sheet, row, POINTS, OCA_STYLE_POINTS,
                         oca_format_text(b->mem, "IF(ISNUMBER(%s),100*%s,\"\")", oca_calc_item_cell(b, i, "x"),
                                         oca_calc_item_cell(b, i, "x")),
                         if_scored(score, 100 * score->x));
    const oca_rung *rung = scored ? oca_rung_below(&b->frame->items[i], score->standing) : NULL;
    oca_put_formula_text(sheet, row, LEVEL, OCA_STYLE_TEXT,
                         oca_format_text(b->mem, "=IF(ISNUMBER(%s),INDEX(%s,%s),\"" OCA_UNDEFINED_SHOWN "\")", stands,
                                         oca_range_of(b->levels_sheet, 0, 2, last, 2), stands),
                         rung ? oca_scoring_level(b, i, rung->value) : OCA_UNDEFINED_SHOWN);
    put_words(b, i, row);
    oca_calc_show_number(b, sheet, row, N, OCA_STYLE_WHOLE, oca_calc_item_cell(b, i, "n"),
                         oca_given((double)score->counts.n));
    oca_calc_show_number(b, sheet, row, DK, OCA_STYLE_WHOLE, oca_calc_item_cell(b, i, "dk"),
                         oca_given((double)score->counts.dk));
    oca_calc_show_number(b, sheet, row, CONSENSUS, OCA_STYLE_POINTS, oca_calc_item_cell(b, i, "consensus"),
                         score->consensus);
    put_layers(b, i, row);
    put_mark(b, i, row);
    oca_fit_row(sheet, row, 27);
}

void oca_scoring_statements(const oca_scoring_book *b) {
    static const struct {
        const char *heading;
        double width;
    } columns[] = {[ID] = {"id", 9},
                   [AREA] = {N_("Area"), 20},
                   [TITLE] = {N_("Statement"), 30},
                   [SCORE] = {N_("Score"), 7},
                   [POINTS] = {N_("Points of 100"), 8},
                   [LEVEL] = {N_("Stands at"), 16},
                   [STATE] = {N_("State"), 12},
                   [BASIS] = {N_("Whose score"), 11},
                   [GATE] = {N_("Must-have"), 11},
                   [N] = {N_("Members' scores"), 9},
                   [DK] = {OCA_WORD_DK, 8},
                   [CONSENSUS] = {N_("Agreement in the room"), 10},
                   [AGREED] = {N_("Agreed"), 8},
                   [CHECKED] = {N_("Checked"), 8},
                   [MARK] = {N_("To look at"), 24}};
    oca_sheet *sheet = b->statements;
    oca_scoring_titles(sheet, true, _("Statements"), _("Computed while you type."));
    for (int i = 0; i <= LAST; i++) {
        oca_set_width(sheet, i, i, columns[i].width);
        oca_put_text(sheet, OCA_SCORING_HEADING_ROW, i, i ? OCA_STYLE_HEADING : OCA_STYLE_HEADING_ID,
                     _(columns[i].heading));
    }
    oca_fit_row(sheet, OCA_SCORING_HEADING_ROW, 28);
    for (size_t i = 0; i < b->frame->n_items; i++)
        put_statement(b, i, OCA_SCORING_FIRST_ROW + (int)i);
    int last = OCA_SCORING_FIRST_ROW + (int)b->frame->n_items - 1;
    oca_when(sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, GATE, last, GATE},
             oca_format_text(b->mem, "=$I5=%s", oca_quoted(b->mem, oca_gate_shown(OCA_GATE_FAILED))),
             OCA_STYLE_RULE_ATTENTION);
    oca_when(sheet, (oca_block_of_cells){OCA_SCORING_FIRST_ROW, AREA, last, LAST},
             oca_format_text(b->mem, "=$G5=%s", oca_quoted(b->mem, oca_item_state_shown(OCA_ITEM_NOT_APPLICABLE))),
             OCA_STYLE_RULE_NOT_ASKED);
    oca_freeze(sheet, OCA_SCORING_FIRST_ROW, SCORE);
    oca_scoring_set_paper(b, sheet, false, last, AREA, LAST, OCA_SCORING_HEADING_ROW);
    oca_protect(sheet);
}
