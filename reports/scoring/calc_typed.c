/* Calc: what was typed for an item, found by its id and understood (scoring document, "Item", Answer). */
#include "../../engine/document/assessment_tables.h"
#include "../../engine/planning/order.h"
#include "calc.h"

#include <string.h>

/* The column of an area sheet that formulas see. */
static const char *area_range(const oca_scoring_book *b, const oca_area_sheet *area, int column) {
    (void)b;
    return oca_range_of(area->sheet, 0, column, area->last_row + OCA_SCORING_SEEN_BELOW, column);
}

/* "INDEX('1 Governance'!$G$1:$G$60,$E3)": the typed cell. */
static const char *typed_cell(const oca_calc *c, size_t item, oca_area_column column) {
    const oca_area_sheet *area = c->b->area_of[item];
    return oca_calc_expand(c, "INDEX(%s,{found})", area_range(c->b, area, oca_scoring_area_column(c->b, area, column)));
}

static oca_computed shown(const char *list, const char *value) {
    double number;
    if (!value)
        return oca_computed_text("");
    if (oca_number_parse(&number, value, strlen(value)))
        return oca_computed_number(number);
    return oca_computed_text(oca_scoring_shown(list, value));
}

static void put_typed(const oca_calc *c, size_t item, const char *name, oca_area_column column, const char *key) {
    const char *cell = typed_cell(c, item, column), *id = c->b->frame->items[item].item->id;
    const char *value = oca_form_value(&c->b->form, "answers", id, key);
    oca_calc_put(c, name, shown("answer", value), "IF({found}=0,\"\",IF(%s=\"\",\"\",%s))", cell, cell);
}

/* The code of what was typed: a permitted number, "na", "dk", else "". A question mark or a star is no pattern here. */
static const char *code_of(const oca_calc *c, size_t item, const char *typed) {
    size_t s = oca_scoring_scale_of(c->b, item);
    return oca_format_text(
        c->b->mem,
        "IF({%s}=\"\",\"\",IF(ISNUMBER({%s}),IFERROR(INDEX(oca_s%zu_code,MATCH(ROUND({%s},9),oca_s%zu_number,0)),\"\"),"
        "IFERROR(INDEX(oca_s%zu_code,MATCH(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(TRIM({%s}),\",\",\".\"),\"?\",\"~?\"),\"*"
        "\","
        "\"~*\"),oca_s%zu_text,0)),\"\")))",
        typed, typed, s, typed, s, s, typed, s);
}

/* "IF(SUM(2nd level's)=3,IF(…,4,3),1)": the highest level whose criteria, and those of all below, are met. */
static const char *level_by_criteria(const oca_calc *c, size_t item, int column, int first_row) {
    const oca_frame_item *at = &c->b->frame->items[item];
    oca_buffer out = {.mem = c->b->mem};
    int row = first_row, open = 0;
    double below = at->rungs[0].value;
    oca_strings ends = {0};
    for (size_t k = 0; k < at->n_rungs; k++) {
        int n = (int)at->rungs[k].criteria.n;
        if (k && n) {
            oca_buffer_print(&out, "IF(SUM(%s)=%d,",
                             oca_range_of(c->b->calc_criteria, row, column, row + n - 1, column), n);
            *(const char **)OCA_ADD(c->b->mem, &ends) = oca_number_text(c->b->mem, below);
            open++;
        }
        row += n;
        below = at->rungs[k].value;
    }
    oca_buffer_print(&out, "%s", oca_number_text(c->b->mem, below));
    while (open-- > 0)
        oca_buffer_print(&out, ",%s)", ends.at[open]);
    return out.at;
}

static void put_code(const oca_calc *c, size_t item, const char *name, const char *typed, bool verified) {
    const oca_scoring_book *b = c->b;
    const oca_answer *answer = b->scores->answers->answers[item];
    const oca_judgement *judgement = !answer ? NULL : verified ? answer->verified : answer->agreed;
    oca_number judged = oca_judged(&b->frame->items[item], judgement);
    const char *word = judgement ? oca_answer_text(b->mem, (oca_number){0}, judgement->answer) : NULL;
    oca_computed value = judged.given ? oca_computed_number(judged.value) : oca_computed_text(word ? word : "");
    const char *code = code_of(c, item, typed);
    int first, n = oca_scoring_criteria_of(b, item, &first);
    int column = verified ? OCA_CRITERIA_VERIFIED : OCA_CRITERIA_AGREED;
    if (n)
        code = oca_format_text(b->mem, "IF(SUM(%s)>0,%s,%s)",
                               oca_range_of(b->calc_criteria, first, column, first + n - 1, column),
                               level_by_criteria(c, item, column, first), code);
    oca_calc_put(c, name, value, "%s", code);
}

/* 1 where evidence is recorded, beside the statement or on the sheet Evidence; asked only where it is required. */
static void put_evidence(const oca_calc *c, size_t item) {
    const oca_scoring_book *b = c->b;
    int last = OCA_SCORING_FIRST_ROW + (int)oca_form_find(&b->form, "evidence")->rows.n + OCA_SCORING_SPARE_ROWS +
               OCA_SCORING_SEEN_BELOW;
    const oca_answer *answer = b->scores->answers->answers[item];
    bool recorded = false;
    for (size_t i = 0; answer && i < answer->evidence.n; i++)
        recorded |= oca_evidence_counts(&answer->evidence.at[i]);
    if (b->frame->items[item].item->evidence != OCA_EVIDENCE_REQUIRED) {
        oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_names, "evidence"), OCA_STYLE_PLAIN, 0);
        return;
    }
    oca_calc_put(c, "evidence", oca_computed_number(recorded),
                 "IF(IF({found}=0,0,LEN(TRIM(%s))+LEN(TRIM(%s)))+SUMPRODUCT((%s={id})*(LEN(TRIM(%s))+LEN(TRIM(%s))))>0,"
                 "1,0)",
                 typed_cell(c, item, OCA_AREA_EVIDENCE), typed_cell(c, item, OCA_AREA_HREF),
                 oca_range_of(b->evidence, OCA_SCORING_FIRST_ROW, 1, last, 1),
                 oca_range_of(b->evidence, OCA_SCORING_FIRST_ROW, 3, last, 3),
                 oca_range_of(b->evidence, OCA_SCORING_FIRST_ROW, 4, last, 4));
}

/* Votes, chosen and target (scoring document, "Weaknesses, strengths and their order"). */
static void put_priority(const oca_calc *c, size_t item) {
    const oca_answers *answers = c->b->scores->answers;
    const oca_priority *priority = answers->priorities[item];
    const oca_target *target = answers->targets[item];
    const char *votes = typed_cell(c, item, OCA_AREA_VOTES), *chosen = typed_cell(c, item, OCA_AREA_CHOSEN);
    const char *wanted = typed_cell(c, item, OCA_AREA_TARGET);
    oca_calc_put(c, "votes", oca_computed_maybe(priority ? priority->votes : (oca_number){0}),
                 "IF({found}=0,\"\",IF(ISNUMBER(%s),%s,\"\"))", votes, votes);
    oca_calc_put(c, "chosen", oca_computed_number(oca_is_chosen(answers, item)),
                 "IF({found}=0,0,IF(%s,1,IF(%s,0,IF(ISNUMBER({votes}),IF({votes}>=%s,1,0),"
                 "0))))",
                 oca_is_word(c->b->mem, chosen, OCA_WORD_YES), oca_is_word(c->b->mem, chosen, OCA_WORD_NO),
                 oca_number_text(c->b->mem, c->b->frame->min_votes));
    oca_calc_put(c, "target", oca_computed_maybe(target ? target->value : (oca_number){0}),
                 "IF({found}=0,\"\",IF(ISNUMBER(%s),%s,\"\"))", wanted, wanted);
}

void oca_calc_typed(const oca_calc *c, size_t item) {
    const oca_scoring_book *b = c->b;
    const oca_area_sheet *area = b->area_of[item];
    const oca_frame_item *at = &b->frame->items[item];
    size_t base = b->frame->nodes[area->node].first_item;
    oca_put_text(c->sheet, c->row, oca_calc_column(oca_calc_names, "id"), OCA_STYLE_PLAIN, at->item->id);
    oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_names, "no"), OCA_STYLE_PLAIN, (double)item + 1);
    oca_put_text(c->sheet, c->row, oca_calc_column(oca_calc_names, "title"), OCA_STYLE_PLAIN,
                 oca_item_title(b->frame, item, b->lang));
    oca_put_text(c->sheet, c->row, oca_calc_column(oca_calc_names, "area"), OCA_STYLE_PLAIN,
                 oca_node_title(b->frame, at->area, b->lang));
    oca_calc_put(c, "found", oca_computed_number(OCA_SCORING_FIRST_ROW + 1 + (double)(item - base)),
                 "IFERROR(MATCH({id},%s,0),0)", area_range(b, area, 0));
    put_typed(c, item, "agreed_typed", OCA_AREA_AGREED, "agreed");
    put_code(c, item, "agreed", "agreed_typed", false);
    put_typed(c, item, "checked_typed", OCA_AREA_VERIFIED, "verified");
    put_code(c, item, "checked", "checked_typed", true);
    put_evidence(c, item);
    put_priority(c, item);
}
