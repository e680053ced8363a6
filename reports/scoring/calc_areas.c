/* Calc areas: the whole and each area (scoring document, "Area and overall" and "Agreement"). */
#include "calc.h"

#include <math.h>
#include <string.h>

static const oca_node_score *score_of(const oca_calc *c, size_t node) {
    return &c->b->scores->nodes[node];
}

static void put_name(const oca_calc *c, size_t node) {
    const oca_scoring_book *b = c->b;
    const oca_frame_node *at = &b->frame->nodes[node];
    oca_put_text(c->sheet, c->row, oca_calc_column(oca_calc_area_names, "id"), OCA_STYLE_PLAIN,
                 node ? at->area->id : "");
    oca_put_text(c->sheet, c->row, oca_calc_column(oca_calc_area_names, "title"), OCA_STYLE_PLAIN,
                 oca_node_title(b->frame, node, b->lang));
    oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_area_names, "weight"), OCA_STYLE_PLAIN, at->weight);
    oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_area_names, "parent"), OCA_STYLE_PLAIN,
                   node ? (double)at->parent : -1);
    if (node)
        oca_calc_put(c, "applies", oca_computed_number(b->scores->answers->node_applies[node]), "%s",
                     oca_calc_applies(b, oca_calc_area_cell(b, at->parent, "applies"), &at->area->applies_to,
                                      &at->area->except));
    else
        oca_put_number(c->sheet, c->row, oca_calc_column(oca_calc_area_names, "applies"), OCA_STYLE_PLAIN, 1);
}

static bool has_items(const oca_calc *c, size_t node) {
    return c->b->frame->nodes[node].end_item > c->b->frame->nodes[node].first_item;
}

/* Items that take part and apply: "SUMPRODUCT(([reach]<=1)*…)". */
static const char *over_items(const oca_calc *c, size_t node, const char *what) {
    if (!has_items(c, node))
        return "0";
    return oca_format_text(c->b->mem, "SUMPRODUCT(([reach]<=%zu)*%s)", c->b->frame->nodes[node].depth, what);
}

static void put_counts(const oca_calc *c, size_t node) {
    const oca_node_score *score = score_of(c, node);
    const char *weights = over_items(c, node, "([applies]=1)*([state]<>\"na\")*[weight]");
    const char *agreeing = over_items(c, node, "ISNUMBER([consensus])*[weight]");
    const char *agreement = has_items(c, node)
                                ? oca_format_text(c->b->mem,
                                                  "SUMPRODUCT(([reach]<=%zu)*ISNUMBER([consensus])*[weight],"
                                                  "[consensus])",
                                                  c->b->frame->nodes[node].depth)
                                : "0";
    oca_calc_put(c, "applicable", oca_computed_number((double)score->applicable), "%s",
                 over_items(c, node, "([applies]=1)*([state]<>\"na\")"));
    oca_calc_put(c, "na", oca_computed_number((double)score->na), "%s", over_items(c, node, "([state]=\"na\")"));
    oca_calc_put(c, "scored", oca_computed_number((double)score->scored), "%s",
                 over_items(c, node, "([state]=\"scored\")"));
    oca_calc_put(c, "coverage", oca_computed_maybe(score->coverage), "IF({applicable}=0,\"\",%s/%s)",
                 over_items(c, node, "([state]=\"scored\")*[weight]"), weights);
    oca_calc_put(c, "consensus", oca_computed_maybe(score->consensus), "IF({applicable}=0,\"\",IF(%s>0,%s/%s,\"\"))",
                 agreeing, agreement, agreeing);
    oca_calc_put(c, "divided", oca_computed_number((double)score->divided), "IF({applicable}=0,0,%s)",
                 over_items(c, node, "[divided]"));
}

/* Numerator and denominator of x, as the node's rollup has it. Only rows below are looked at: those of its areas. */
static void roll_up(const oca_calc *c, size_t node, const char **sum, const char **of) {
    const oca_frame_node *at = &c->b->frame->nodes[node];
    oca_arena *mem = c->b->mem;
    const char *own = oca_format_text(mem, "([own]=%zu)*([weight]>0)*([state]=\"scored\")", node);
    oca_strings sums = {0}, weights = {0}, least = {0};
    if (at->rollup == OCA_ROLLUP_POOLED) {
        *of = over_items(c, node, "([state]=\"scored\")*[weight]");
        *sum = has_items(c, node)
                   ? oca_format_text(mem, "SUMPRODUCT(([reach]<=%zu)*([state]=\"scored\")*[weight],[x])", at->depth)
                   : "0";
        return;
    }
    if (has_items(c, node)) {
        *(const char **)OCA_ADD(mem, &sums) = oca_format_text(mem, "SUMPRODUCT(%s*[weight],[x])", own);
        *(const char **)OCA_ADD(mem, &weights) = oca_format_text(mem, "SUMPRODUCT(%s*[weight])", own);
        *(const char **)OCA_ADD(mem, &least) = oca_format_text(mem, "SUMPRODUCT(MAX(%s*(1-[x_or_0])))", own);
    }
    if (at->end > node + 1) {
        int first = OCA_CALC_FIRST_ROW + (int)node + 1, last = OCA_CALC_FIRST_ROW + (int)at->end - 1;
        int parent = oca_calc_column(oca_calc_area_names, "parent"), x = oca_calc_column(oca_calc_area_names, "x");
        int weight = oca_calc_column(oca_calc_area_names, "weight");
        const char *xs = oca_range_of(c->sheet, first, x, last, x);
        const char *counts =
            oca_format_text(mem, "(%s=%zu)*ISNUMBER(%s)*%s", oca_range_of(c->sheet, first, parent, last, parent), node,
                            xs, oca_range_of(c->sheet, first, weight, last, weight));
        *(const char **)OCA_ADD(mem, &sums) = oca_format_text(mem, "SUMPRODUCT(%s,%s)", counts, xs);
        *(const char **)OCA_ADD(mem, &weights) = oca_format_text(mem, "SUMPRODUCT(%s)", counts);
        int gap = oca_calc_column(oca_calc_area_names, "below_1");
        *(const char **)OCA_ADD(mem, &least) =
            oca_format_text(mem, "SUMPRODUCT(MAX((%s>0)*%s))", counts, oca_range_of(c->sheet, first, gap, last, gap));
    }
    *of = weights.n ? oca_join(mem, &weights, "+") : "0";
    *sum = sums.n ? oca_format_text(mem, "(%s)", oca_join(mem, &sums, "+")) : "0";
    if (at->rollup == OCA_ROLLUP_MINIMUM && least.n) /* the smallest x, as 1 less the greatest 1 - x */
        *sum = oca_format_text(mem, "(1-MAX(%s))", oca_join(mem, &least, ","));
}

const oca_frame_item *oca_scoring_shared_scale(const oca_scoring_book *b, size_t node) {
    const oca_frame_node *at = &b->frame->nodes[node];
    const oca_frame_item *first = NULL;
    for (size_t i = at->first_item; i < at->end_item; i++) {
        if (!oca_takes_part(b->frame, i, node))
            continue;
        if (first && b->frame->items[i].scale != first->scale)
            return NULL;
        first = &b->frame->items[i];
    }
    return first;
}

static void put_percent(const oca_calc *c, size_t node) {
    const oca_scoring_book *b = c->b;
    const oca_frame_node *at = &b->frame->nodes[node];
    const oca_node_score *score = score_of(c, node);
    bool scored = score->state == OCA_NODE_SCORED, minimum = at->rollup == OCA_ROLLUP_MINIMUM;
    const char *sum, *of;
    roll_up(c, node, &sum, &of);
    oca_number x = {scored, scored ? score->percent.value / 100 : 0};
    oca_calc_put(c, "x", oca_computed_maybe(x),
                 "IF({applicable}=0,\"\",IF(AND({scored}>0,ROUND({coverage},9)>=%s),IF(%s>0,%s%s%s%s,\"\"),\"\"))",
                 oca_number_text(b->mem, round(b->frame->min_coverage * 1e9) / 1e9), of, sum, minimum ? "" : "/(",
                 minimum ? "" : of, minimum ? "" : ")");
    oca_calc_put(c, "below_1", oca_computed_number(scored ? 1 - x.value : 0), "IF(ISNUMBER({x}),1-{x},0)");
    oca_calc_put(c, "state", oca_computed_text(oca_node_state_word(score->state)),
                 "IF({applicable}=0,\"not-applicable\",IF(ISNUMBER({x}),\"scored\",\"insufficient\"))");
    oca_calc_put(c, "percent", oca_computed_maybe(score->percent), "IF(ISNUMBER({x}),100*{x},\"\")");
    const oca_frame_item *first = oca_scoring_shared_scale(b, node);
    if (first)
        oca_calc_put(c, "level", oca_computed_maybe(score->level), "IF(ISNUMBER({x}),%s+{x}*(%s),\"\")",
                     oca_number_text(b->mem, first->min), oca_number_text(b->mem, first->max - first->min));
    else
        oca_put_text(c->sheet, c->row, oca_calc_column(oca_calc_area_names, "level"), OCA_STYLE_PLAIN, NULL);
}

static oca_number stage_number(long stage) {
    return (oca_number){stage != OCA_NOWHERE, (double)stage + 1};
}

/* Titles of the areas below that are insufficient: each area's own saying is its title, then those below it. */
static const char *missing_below(const oca_scoring_book *b, size_t node) {
    oca_buffer out = {.mem = b->mem};
    for (size_t n = node + 1; n < b->frame->nodes[node].end; n++)
        if (oca_area_counts(b->frame, n, node) && b->scores->nodes[n].state == OCA_NODE_INSUFFICIENT)
            oca_buffer_print(&out, ", %s", oca_node_title(b->frame, n, b->lang));
    return out.at ? out.at : "";
}

static void put_missing(const oca_calc *c, size_t node) {
    const oca_scoring_book *b = c->b;
    const oca_frame_node *at = &b->frame->nodes[node];
    oca_buffer parts = {.mem = b->mem};
    for (size_t n = node + 1; n < at->end; n = b->frame->nodes[n].end)
        if (b->frame->nodes[n].weight > 0)
            oca_buffer_print(
                &parts, "&%s",
                oca_cell_name(c->sheet, "c", OCA_CALC_FIRST_ROW + (int)n, oca_calc_column(oca_calc_area_names, "say")));
    const char *missing = missing_below(b, node);
    bool lacks = score_of(c, node)->state == OCA_NODE_INSUFFICIENT;
    oca_calc_put(c, "missing", oca_computed_text(missing), "\"\"%s", parts.at ? parts.at : "");
    oca_calc_put(
        c, "say",
        oca_computed_text(lacks ? oca_format_text(b->mem, ", %s%s", oca_node_title(b->frame, node, b->lang), missing)
                                : missing),
        "IF({state}=\"insufficient\",\", \"&{title},\"\")&{missing}");
}

/* As oca_stage_shown says it (reports/phrases.c). */
static const char *provisional_stage(oca_arena *mem, const char *stage) {
    const char *open = "{open}", *waived = "{waived}", *areas = "MID({missing},3,9999)";
    const char *why = oca_format_text(
        mem, "MID(IF({open}>0,\", \"&%s,\"\")&IF({waived}>0,\", \"&%s,\"\")&IF({missing}=\"\",\"\",\", \"&%s),3,9999)",
        OCA_SAID_COUNTED(mem, OCA_GATES_OPEN, &open, 1), OCA_SAID_COUNTED(mem, OCA_GATES_WAIVED, &waived, 1),
        oca_said(mem, _(OCA_WITHOUT_AREAS), &areas, 1));
    const char *const parts[] = {stage, why};
    return oca_said(mem, _(OCA_STAGE_PROVISIONAL), parts, 2);
}

static void put_stage(const oca_calc *c, size_t node) {
    const oca_scoring_book *b = c->b;
    const oca_node_score *score = score_of(c, node);
    long open = 0, waived = 0;
    for (size_t i = 0; i < score->provisional.n; i++) {
        long item = oca_frame_find_item(b->frame, score->provisional.at[i]);
        if (item != OCA_NOWHERE)
            *(b->scores->items[item].gate == OCA_GATE_WAIVED ? &waived : &open) += 1;
    }
    const char *ceiling = has_items(c, node)
                              ? oca_format_text(b->mem, "9999-SUMPRODUCT(MAX(([reach]<=%zu)*(9999-[ceiling])))",
                                                b->frame->nodes[node].depth)
                              : "9999";
    oca_calc_put(c, "uncapped", oca_computed_maybe(stage_number(score->stage_uncapped)),
                 "IF(ISNUMBER({percent}),MATCH(ROUND({percent},9),oca_stage_from,1),\"\")");
    oca_calc_put(c, "stage", oca_computed_maybe(stage_number(score->stage)),
                 "IF(ISNUMBER({uncapped}),MIN({uncapped},%s),\"\")", ceiling);
    oca_calc_put(c, "open", oca_computed_number((double)open), "IF({state}=\"scored\",%s,0)",
                 over_items(c, node, "([gate]=\"open\")"));
    oca_calc_put(c, "waived", oca_computed_number((double)waived), "IF({state}=\"scored\",%s,0)",
                 over_items(c, node, "([gate]=\"waived\")"));
    put_missing(c, node);
    const char *stage = "INDEX(oca_stage_title,{stage})";
    oca_calc_put(c, "stage_shown", oca_computed_text(oca_stage_shown(b->mem, b->scores, node, b->lang)),
                 "IF({stage}=\"\",\"" OCA_UNDEFINED_SHOWN "\",IF({open}+{waived}+LEN({missing})=0,%s,%s))", stage,
                 provisional_stage(b->mem, stage));
}

static const char *quadrant(oca_arena *mem, oca_quadrant which) {
    return oca_quoted(mem, oca_quadrant_shown(which));
}

static void put_shown(const oca_calc *c, size_t node) {
    const oca_scoring_book *b = c->b;
    const oca_node_score *score = score_of(c, node);
    const char *capacity = oca_number_text(b->mem, b->frame->grid_capacity);
    const char *consensus = oca_number_text(b->mem, b->frame->grid_consensus);
    bool both = score->percent.given && score->consensus.given;
    oca_calc_put(c, "quadrant", oca_computed_text(oca_quadrant_shown(score->quadrant)),
                 "IF(OR({percent}=\"\",{consensus}=\"\"),\"" OCA_UNDEFINED_SHOWN "\",IF(ROUND({percent},9)>=%s,"
                 "IF(ROUND({consensus},9)>=%s,%s,%s),IF(ROUND({consensus},9)>=%s,%s,%s)))",
                 capacity, consensus, quadrant(b->mem, OCA_BUILD_ON), quadrant(b->mem, OCA_SHARE), consensus,
                 quadrant(b->mem, OCA_STRENGTHEN), quadrant(b->mem, OCA_DISCUSS));
    const char *const answered[] = {"{scored}", "{applicable}", "{na}"};
    oca_calc_put(c, "answered", oca_computed_text(oca_answered_shown(b->mem, score)), "IF({na}>0,%s,%s)",
                 oca_said(b->mem, _(OCA_ANSWERED_AND_NA), answered, 3), oca_said(b->mem, _(OCA_ANSWERED), answered, 2));
    /* Charts leave out what is not there, and would show a text as 0. */
    oca_calc_put(c, "chart_agreement", both ? oca_computed_number(score->consensus.value) : oca_computed_text("#N/A"),
                 "IF(AND(ISNUMBER({percent}),ISNUMBER({consensus})),{consensus},NA())");
}

static void put_stages(const oca_scoring_book *b) {
    int column = 40;
    for (size_t i = 0; i < b->frame->n_stages; i++) {
        oca_put_text(b->calc_areas, OCA_CALC_FIRST_ROW + (int)i, column, OCA_STYLE_PLAIN,
                     oca_stage_title(b->frame, (long)i, b->lang));
        oca_put_number(b->calc_areas, OCA_CALC_FIRST_ROW + (int)i, column + 1, OCA_STYLE_PLAIN,
                       round(b->frame->stages[i].from.value * 1e9) / 1e9);
    }
    int last = OCA_CALC_FIRST_ROW + (int)b->frame->n_stages - 1;
    oca_book_name(b->calc_areas, "oca_stage_title", OCA_CALC_FIRST_ROW, column, last, column);
    oca_book_name(b->calc_areas, "oca_stage_from", OCA_CALC_FIRST_ROW, column + 1, last, column + 1);
}

void oca_scoring_calc_areas(const oca_scoring_book *b) {
    oca_put_text(b->calc_areas, 0, 0, OCA_STYLE_KEY, "oca:-");
    for (int i = 0; oca_calc_area_names[i]; i++)
        oca_put_text(b->calc_areas, 1, i, OCA_STYLE_LABEL, oca_calc_area_names[i]);
    put_stages(b);
    for (size_t n = 0; n < b->frame->n_nodes; n++) {
        const oca_frame_node *at = &b->frame->nodes[n];
        oca_calc c = {.b = b, .sheet = b->calc_areas, .names = oca_calc_area_names};
        c.row = OCA_CALC_FIRST_ROW + (int)n;
        c.first = at->first_item;
        c.end = at->end_item;
        put_name(&c, n);
        put_counts(&c, n);
        put_percent(&c, n);
        put_stage(&c, n);
        put_shown(&c, n);
    }
    oca_hide(b->calc_areas);
}
