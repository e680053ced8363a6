/* Calc: weaknesses and their order (scoring document, "Weaknesses, strengths and their order"). */
#include "../../engine/planning/order.h"
#include "calc.h"

#include <math.h>

static double rounded(double value) {
    return round(value * 1e9) / 1e9;
}

static const oca_weakness *weakness_of(const oca_scoring_book *b, size_t item, double *position) {
    for (size_t i = 0; i < b->planned.weaknesses.n; i++)
        if (b->planned.weaknesses.at[i].item == item) {
            *position = (double)i + 1;
            return &b->planned.weaknesses.at[i];
        }
    return NULL;
}

/* A weakness stands below what it needs, an ambition does not. */
static bool is_ambition(const oca_weakness *weakness) {
    return oca_compare(weakness->standing, weakness->need) >= 0;
}

static bool is_planned(const oca_weakness *weakness) {
    return weakness->state != OCA_LATER;
}

static void put_weakness(const oca_calc *c, size_t item, const oca_weakness *weakness) {
    const oca_scoring_book *b = c->b;
    const oca_frame_item *at = &b->frame->items[item];
    oca_arena *mem = b->mem;
    const char *fixed = oca_number_text(mem, oca_or(at->item->target, at->adequate));
    const char *need = oca_format_text(mem, "IF(ISNUMBER({target}),{target},%s)", fixed);
    if (at->gate)
        need = oca_format_text(mem, "MAX(%s,%s)", oca_number_text(mem, at->gate->at_least.value), need);
    oca_calc_put(c, "need", oca_computed_number(oca_need(b->scores->answers, item)), "%s", need);
    const char *kind = !weakness ? "" : is_ambition(weakness) ? "ambition" : "weak";
    if (at->product > 0)
        oca_calc_put(c, "kind", oca_computed_text(kind),
                     "IF({state}<>\"scored\",\"\",IF(ROUND({standing},9)<ROUND({need},9),\"weak\",IF(AND({chosen}=1,"
                     "ROUND({standing},9)<%s),\"ambition\",\"\")))",
                     oca_number_text(mem, rounded(at->max)));
    else
        oca_put_text(c->sheet, c->row, oca_calc_column(oca_calc_names, "kind"), OCA_STYLE_PLAIN, NULL);
    double votes = weakness && weakness->tier == 2 ? -weakness->votes : 0;
    oca_calc_put(c, "tier", oca_computed_number(weakness ? weakness->tier : 9),
                 "IF({kind}=\"\",9,IF({gate}=\"failed\",1,IF({chosen}=1,2,3)))");
    oca_calc_put(c, "votes_less", oca_computed_number(votes == 0 ? 0 : votes),
                 "IF({tier}=2,IF(ISNUMBER({votes}),-{votes},0),0)");
    double gap = weakness ? weakness->index : 0;
    oca_calc_put(c, "gap", oca_computed_number(gap), "IF({kind}=\"weak\",100*({need}-{standing})/%s*%s/%s,0)",
                 oca_number_text(mem, at->max - at->min), oca_number_text(mem, at->product),
                 oca_number_text(mem, b->frame->max_product > 0 ? b->frame->max_product : 1));
    oca_calc_put(c, "gap_less", oca_computed_number(gap == 0 ? 0 : -rounded(gap)), "0-ROUND({gap},9)");
}

/* Where it comes: how many stand before it. */
static void put_order(const oca_calc *c, size_t item, const oca_weakness *weakness, double position) {
    static const char same_tier[] = "({tier:}<{tier})+({tier:}={tier})*(({votes_less:}<{votes_less})+({votes_less:}="
                                    "{votes_less})*";
    const oca_scoring_book *b = c->b;
    size_t area = b->frame->items[item].area;
    oca_number points = b->scores->nodes[area].percent;
    const char *cell = oca_calc_area_cell(b, area, "percent");
    size_t alike = 0;
    for (size_t i = 0; weakness && i < b->planned.weaknesses.n; i++)
        alike += b->planned.weaknesses.at[i].rank == weakness->rank;
    oca_calc_put(c, "area_points", oca_computed_number(points.given ? rounded(points.value) : 1e9),
                 "IF(ISNUMBER(%s),ROUND(%s,9),1000000000)", cell, cell);
    oca_calc_put(c, "position", oca_computed_maybe((oca_number){weakness != NULL, position}),
                 "IF({kind}=\"\",\"\",SUMPRODUCT(%s(({gap_less:}<{gap_less})+({gap_less:}={gap_less})*(({area_points:}<"
                 "{area_points})+({area_points:}={area_points})*({no:}<{no})))))+1)",
                 same_tier);
    oca_calc_put(c, "rank", oca_computed_maybe((oca_number){weakness != NULL, weakness ? weakness->rank : 0}),
                 "IF({kind}=\"\",\"\",SUMPRODUCT(%s({gap_less:}<{gap_less})))+1)", same_tier);
    oca_calc_put(c, "shared", oca_computed_number(alike > 1 ? 1 : 0),
                 "IF({kind}=\"\",0,IF(COUNTIF({rank:},{rank})>1,1,0))");
    oca_calc_put(c, "place", oca_computed_maybe((oca_number){weakness && is_planned(weakness), position}),
                 "IF({kind}=\"\",\"\",IF(OR({tier}<3,{position}<=%s),{position},\"\"))",
                 oca_number_text(b->mem, b->frame->priorities));
}

/* The target of this plan. */
static void put_goal(const oca_calc *c, size_t item, const oca_weakness *weakness) {
    const oca_scoring_book *b = c->b;
    const oca_frame_item *at = &b->frame->items[item];
    size_t scale = oca_scoring_scale_of(b, item);
    const char *level = oca_format_text(b->mem, "oca_s%zu_level", scale);
    const char *next =
        oca_format_text(b->mem, "IFERROR(INDEX(%s,MATCH(ROUND({standing},9),%s,1)+1),{need})", level, level);
    const char *step = oca_format_text(b->mem, "MIN(%s,{need})", next);
    if (at->gate)
        step = oca_format_text(b->mem, "MAX(%s,%s)", step, oca_number_text(b->mem, at->gate->at_least.value));
    const char *weak = at->item->target.given || b->frame->climb_adequate
                           ? "{need}"
                           : oca_format_text(b->mem, "IF(ISNUMBER({target}),{need},%s)", step);
    oca_calc_put(c, "goal", oca_computed_maybe((oca_number){weakness != NULL, weakness ? weakness->target : 0}),
                 "IF({kind}=\"\",\"\",IF({kind}=\"ambition\",%s,%s))", next, weak);
}

/* Excel's number of the row of Levels whose words hold for a value. */
static double words_row(const oca_scoring_book *b, size_t item, double value) {
    const oca_rung *rung = oca_rung_below(&b->frame->items[item], value);
    return b->levels[item].first + 1 + (double)(rung - b->frame->items[item].rungs);
}

static void put_words(const oca_calc *c, size_t item, const oca_weakness *weakness) {
    const oca_scoring_book *b = c->b;
    const oca_item_score *score = &b->scores->items[item];
    size_t scale = oca_scoring_scale_of(b, item);
    bool scored = score->state == OCA_SCORED;
    oca_number stands = {scored, scored ? words_row(b, item, score->standing) : 0};
    oca_number goal = {weakness != NULL, weakness ? words_row(b, item, weakness->target) : 0};
    oca_calc_put(c, "stands_row", oca_computed_maybe(stands),
                 "IF({state}=\"scored\",%d+MATCH(ROUND({standing},9),oca_s%zu_level,1),\"\")", b->levels[item].first,
                 scale);
    oca_calc_put(c, "words_row", oca_computed_maybe(goal),
                 "IF({kind}=\"\",\"\",%d+MATCH(ROUND({goal},9),oca_s%zu_level,1))", b->levels[item].first, scale);
}

/* The library's first action above where it stands, up to the target. */
static void put_action(const oca_calc *c, size_t item, const oca_weakness *weakness) {
    const oca_scoring_book *b = c->b;
    oca_scoring_rows rows = b->actions[item];
    int done = 0, found = 0;
    for (int k = 0; weakness && k < rows.n; k++)
        done += oca_compare(oca_scoring_action(b, item, k)->to.value, weakness->standing) <= 0;
    if (weakness && done < rows.n && oca_compare(oca_scoring_action(b, item, done)->to.value, weakness->target) <= 0)
        found = rows.first + done + 1;
    if (!rows.n) {
        oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_names, "action_row"), OCA_STYLE_PLAIN, 0);
        return;
    }
    const char *levels = oca_range_of(b->actions_sheet, rows.first, 1, rows.first + rows.n - 1, 1);
    oca_calc_put(c, "done", oca_computed_number(done), "IF({kind}=\"\",0,SUMPRODUCT(--(%s<=ROUND({standing},9))))",
                 levels);
    oca_calc_put(c, "action_row", oca_computed_number(found),
                 "IF(OR({kind}=\"\",{done}>=%d),0,IF(INDEX(%s,{done}+1)<=ROUND({goal},9),%d+{done},0))", rows.n, levels,
                 rows.first + 1);
}

void oca_calc_plan(const oca_calc *c, size_t item) {
    double position = 0;
    const oca_weakness *weakness = weakness_of(c->b, item, &position);
    put_weakness(c, item, weakness);
    put_order(c, item, weakness, position);
    put_goal(c, item, weakness);
    put_words(c, item, weakness);
    put_action(c, item, weakness);
}
