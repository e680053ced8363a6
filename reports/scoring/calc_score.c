/* Calc: an item's state and score (scoring document, "Item"). */
#include "calc.h"

/* The layer that settles the item: "IF({agreed}<>"","agreed",IF({room}<>"","participants",""))". */
static const char *layers(const oca_scoring_book *b) {
    const char *rest = "\"\"";
    for (size_t i = b->frame->n_layers; i-- > 0;)
        switch (b->frame->layers[i]) {
        case OCA_LAYER_AGREED:
            rest = oca_format_text(b->mem, "IF({agreed}<>\"\",\"agreed\",%s)", rest);
            break;
        case OCA_LAYER_VERIFIED: /* "could not be checked" passes on */
            rest = oca_format_text(b->mem, "IF(AND({checked}<>\"\",{checked}<>\"dk\"),\"verified\",%s)", rest);
            break;
        case OCA_LAYER_PARTICIPANTS:
            rest = oca_format_text(b->mem, "IF({room}<>\"\",\"participants\",%s)", rest);
            break;
        case OCA_LAYER_NONE:
            break;
        }
    return rest;
}

/* True if a layer that passed on had any answer. */
static const char *had_answer(const oca_scoring_book *b) {
    oca_strings parts = {0};
    for (size_t i = 0; i < b->frame->n_layers; i++)
        *(const char **)OCA_ADD(b->mem, &parts) = b->frame->layers[i] == OCA_LAYER_PARTICIPANTS ? "{n}+{na}+{dk}>0"
                                                  : b->frame->layers[i] == OCA_LAYER_VERIFIED   ? "{checked}<>\"\""
                                                                                                : "{agreed}<>\"\"";
    return oca_format_text(b->mem, "OR(%s)", oca_join(b->mem, &parts, ","));
}

/* Who settled the item, as `layers` computes it. */
static const char *settled_by(const oca_item_score *score, const oca_answer *answer, const oca_frame *frame) {
    if (score->state == OCA_SCORED)
        return oca_layer_word(score->basis);
    for (size_t i = 0; answer && i < frame->n_layers; i++) {
        const oca_judgement *judgement = frame->layers[i] == OCA_LAYER_AGREED     ? answer->agreed
                                         : frame->layers[i] == OCA_LAYER_VERIFIED ? answer->verified
                                                                                  : NULL;
        oca_answer_word word = judgement ? judgement->answer : OCA_ANSWER_ABSENT;
        if (word == OCA_ANSWER_NA || (word == OCA_ANSWER_DK && frame->layers[i] == OCA_LAYER_AGREED))
            return oca_layer_word(frame->layers[i]);
    }
    return "";
}

static void put_state(const oca_calc *c, size_t item) {
    const oca_scoring_book *b = c->b;
    const oca_item_score *score = &b->scores->items[item];
    const oca_frame_item *at = &b->frame->items[item];
    const char *around = oca_calc_area_cell(b, at->area, "applies");
    bool applies = b->scores->answers->item_applies[item], scored = score->state == OCA_SCORED;
    const char *by = applies ? settled_by(score, b->scores->answers->answers[item], b->frame) : "";
    oca_calc_put(c, "applies", oca_computed_number(applies), "%s",
                 oca_calc_applies(b, around, &at->item->applies_to, &at->item->except));
    oca_calc_put(c, "by", oca_computed_text(by), "IF({applies}=0,\"\",%s)", layers(b));
    oca_calc_put(c, "raw", oca_computed_maybe((oca_number){scored, score->score_uncapped}),
                 "IF({by}=\"\",\"\",IF({by}=\"agreed\",IF(ISNUMBER({agreed}),{agreed},\"\"),IF({by}=\"verified\","
                 "IF(ISNUMBER({checked}),{checked},\"\"),{room})))");
    oca_calc_put(c, "state", oca_computed_text(oca_item_state_word(score->state)),
                 "IF({applies}=0,\"not-applicable\",IF(ISNUMBER({raw}),\"scored\",IF({by}=\"agreed\",{agreed},"
                 "IF({by}=\"verified\",{checked},IF(%s,\"dk\",\"blank\")))))",
                 had_answer(b));
}

/* Item 3: the cap while evidence is missing. */
static const char *capped(const oca_scoring_book *b, const oca_frame_item *at) {
    const oca_item *rule = at->item;
    if (rule->evidence != OCA_EVIDENCE_REQUIRED || !rule->evidence_cap.given)
        return "{raw}";
    const char *cap = oca_number_text(b->mem, rule->evidence_cap.value);
    return oca_format_text(b->mem, "IF(AND({evidence}=0,ROUND({raw},9)>=%s),MIN({raw},%s),{raw})",
                           oca_number_text(b->mem, oca_or(rule->evidence_from, at->min)), cap);
}

static void put_gate(const oca_calc *c, size_t item) {
    const oca_frame_item *at = &c->b->frame->items[item];
    const oca_item_score *score = &c->b->scores->items[item];
    bool failed = score->gate == OCA_GATE_FAILED;
    enum { NO_CEILING = 9999 };
    int ceiling = oca_calc_column(oca_calc_names, "ceiling"), gate = oca_calc_column(oca_calc_names, "gate");
    if (!at->gate) {
        oca_put_text(c->sheet, c->row, gate, OCA_STYLE_PLAIN, NULL);
        oca_put_number(c->sheet, c->row, ceiling, OCA_STYLE_PLAIN, NO_CEILING);
        return;
    }
    const char *word = oca_gate_word(score->gate);
    oca_calc_put(c, "gate", oca_computed_text(word ? word : ""),
                 "IF({applies}=0,\"\",IF({state}=\"na\",IF({by}=\"agreed\",\"waived\",\"\"),IF(OR({state}<>\"scored\","
                 "{by}=\"participants\"),\"open\",IF(ROUND({score},9)>=%s,\"met\",\"failed\"))))",
                 oca_number_text(c->b->mem, at->gate->at_least.value));
    oca_calc_put(c, "ceiling", oca_computed_number(failed ? (double)at->ceiling + 1 : NO_CEILING),
                 "IF({gate}=\"failed\",%zu,%d)", at->ceiling + 1, NO_CEILING);
}

void oca_calc_score(const oca_calc *c, size_t item) {
    const oca_scoring_book *b = c->b;
    const oca_item_score *score = &b->scores->items[item];
    const oca_frame_item *at = &b->frame->items[item];
    bool scored = score->state == OCA_SCORED;
    const char *min = oca_number_text(b->mem, at->min), *range = oca_number_text(b->mem, at->max - at->min);
    double half = (at->max - at->min) / 2;
    bool divides = score->consensus.given && oca_compare(score->consensus.value, b->frame->grid_consensus) < 0;
    put_state(c, item);
    oca_calc_put(c, "score", oca_computed_maybe((oca_number){scored, score->score}), "IF({state}=\"scored\",%s,\"\")",
                 capped(b, at));
    oca_calc_put(c, "x", oca_computed_maybe((oca_number){scored, score->x}),
                 "IF({state}=\"scored\",({score}-(%s))/%s,\"\")", min, range);
    oca_calc_put(c, "x_or_0", oca_computed_number(scored ? score->x : 0), "IF(ISNUMBER({x}),{x},0)");
    oca_calc_put(c, "standing", oca_computed_maybe((oca_number){scored, score->standing}),
                 "IF({state}=\"scored\",INDEX(oca_s%zu_number,MATCH(ROUND({score},9),oca_s%zu_from,1)),\"\")",
                 oca_scoring_scale_of(b, item), oca_scoring_scale_of(b, item));
    put_gate(c, item);
    oca_calc_put(c, "consensus", oca_computed_maybe(score->consensus),
                 "IF(OR({applies}=0,{state}=\"na\",{n}<2),\"\",100*(1-{squares}/{n}/%s))",
                 oca_number_text(b->mem, half * half));
    oca_calc_put(c, "divided", oca_computed_number(divides),
                 "IF(ISNUMBER({consensus}),IF(ROUND({consensus},9)<%s,1,0),0)",
                 oca_number_text(b->mem, b->frame->grid_consensus));
    oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_names, "weight"), OCA_STYLE_PLAIN, at->weight);
    oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_names, "own"), OCA_STYLE_PLAIN, (double)at->area);
    oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_names, "reach"), OCA_STYLE_PLAIN,
                   at->reach == (size_t)-1 ? 9999 : (double)at->reach);
}
