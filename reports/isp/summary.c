/* The sheet "Summary": the plan on one page, with the lines to sign. */
#include "../xlsx/formula.h"
#include "sheets.h"

enum { LABEL, SECOND, POINTS, LEVEL, STAGE, AGREEMENT, BAR, LAST = BAR };
enum { MOST_STRENGTHS = 5, BLOCKS = 20 /* of a bar; 5 points each */ };

static void put_fact(const oca_isp_book *b, int *row, const char *label, oca_style style, const char *text) {
    oca_put_text(b->summary, *row, LABEL, OCA_STYLE_LABEL, label);
    oca_put_across(b->summary, *row, SECOND, LAST, style, text);
    oca_fit_row(b->summary, (*row)++, 0);
}

static void put_section(const oca_isp_book *b, int *row, const char *title) {
    oca_fit_row(b->summary, *row, 6);
    (*row)++;
    for (int i = LABEL; i <= LAST; i++)
        oca_put_text(b->summary, *row, i, OCA_STYLE_SECTION, i == LABEL ? title : NULL);
    oca_fit_row(b->summary, (*row)++, 0);
}

static void put_top(const oca_isp_book *b, int *row) {
    oca_put_across(b->summary, *row, LABEL, LAST, OCA_STYLE_TITLE, b->label);
    oca_fit_row(b->summary, (*row)++, 0);
    oca_put_across(b->summary, *row, LABEL, LAST, OCA_STYLE_SUBTITLE, b->organization);
    oca_fit_row(b->summary, (*row)++, 0);
    put_fact(b, row, _("Assessment"), OCA_STYLE_FACT, b->assessed);
    put_fact(b, row, _("Rubric"), OCA_STYLE_FACT,
             b->frame ? oca_instrument_shown(b->mem, b->frame)
                      : oca_format_text(b->mem, "%s %s", b->plan->origin->rubric, b->plan->origin->rubric_version));
    oca_put_text(b->summary, *row, LABEL, OCA_STYLE_LABEL, _("Plan from"));
    oca_put_date(b->summary, *row, SECOND, OCA_STYLE_FACT_DAY, b->plan->start);
    oca_book_name(b->summary, "oca_start", *row, SECOND, *row, SECOND);
    oca_put_text(b->summary, *row, POINTS, OCA_STYLE_LABEL, C_("until a day", "to"));
    oca_put_date(b->summary, *row, LEVEL, OCA_STYLE_FACT_DAY, b->plan->end);
    oca_fit_row(b->summary, (*row)++, 0);
}

/* "2.13 of 4 (37.5 points of 100)", or why there is none. */
static const char *level_text(const oca_isp_book *b) {
    const oca_node_score *all = &b->scores->nodes[0];
    if (!all->percent.given)
        return oca_format_text(b->mem, OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_percent(b->mem, b->scores, 0));
    const char *points = oca_points_shown(b->mem, all->percent.value);
    if (!all->level.given)
        return points;
    return oca_format_text(b->mem, "%s (%s)", oca_level_shown(b->mem, all->level.value, oca_node_max(b->frame, 0)),
                           points);
}

static const char *agreement_text(const oca_isp_book *b) {
    const oca_node_score *all = &b->scores->nodes[0];
    size_t over = (size_t)oca_consensus_n(b->scores, 0), divided = (size_t)all->divided;
    if (!all->consensus.given)
        return oca_format_text(b->mem, OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_consensus(b->scores, 0));
    const char *shown =
        oca_format_text(b->mem, oca_counted("%s of 100, over %zu statement", "%s of 100, over %zu statements", over),
                        oca_number_shown(b->mem, all->consensus.value, OCA_DECIMALS_POINTS), over);
    return divided ? oca_format_text(b->mem, _("%s; %s"), shown, oca_isp_divides(b->mem, divided)) : shown;
}

static void put_standing(const oca_isp_book *b, int *row) {
    const oca_node_score *all = &b->scores->nodes[0];
    put_section(b, row, _("Where we stand"));
    put_fact(b, row, _("Stage"), OCA_STYLE_STRONG, oca_stage_shown(b->mem, b->scores, 0, b->lang));
    if (all->stage != all->stage_uncapped)
        put_fact(b, row, "", OCA_STYLE_FACT,
                 oca_format_text(b->mem, _("held there by must-haves that are not yet met; by the points alone: %s"),
                                 oca_stage_title(b->frame, all->stage_uncapped, b->lang)));
    put_fact(b, row, _("Level"), OCA_STYLE_FACT, level_text(b));
    put_fact(b, row, _("Statements answered"), OCA_STYLE_FACT, oca_answered_shown(b->mem, &b->scores->nodes[0]));
    put_fact(b, row, _("Agreement in the room"), OCA_STYLE_FACT, agreement_text(b));
}

static const char *strengths_text(const oca_isp_book *b) {
    oca_strings titles = {0};
    size_t n = b->plan->strengths.n;
    for (size_t i = 0; i < n && i < MOST_STRENGTHS; i++)
        *(const char **)OCA_ADD(b->mem, &titles) = oca_isp_item(b, b->plan->strengths.at[i].item);
    const char *listed = oca_join(b->mem, &titles, _("; "));
    return n > MOST_STRENGTHS ? oca_format_text(b->mem, _("%s; and %zu more"), listed, n - MOST_STRENGTHS) : listed;
}

/* "Constitution: stands at 1, 2 is needed; holds the stage at Emerging". */
static const char *must_have(const oca_isp_book *b, size_t item) {
    const oca_frame_item *at = &b->frame->items[item];
    return oca_format_text(b->mem, _("%s: stands at %s, %s is needed; holds the stage at %s"),
                           oca_item_title(b->frame, item, b->lang),
                           oca_isp_level(b, at->item->id, b->scores->items[item].standing),
                           oca_isp_level(b, at->item->id, at->gate->at_least.value),
                           oca_stage_title(b->frame, (long)at->ceiling, b->lang));
}

static const char *must_haves_text(const oca_isp_book *b) {
    oca_strings lines = {0};
    for (size_t i = 0; b->scores && i < b->frame->n_items; i++)
        if (b->scores->items[i].gate == OCA_GATE_FAILED)
            *(const char **)OCA_ADD(b->mem, &lines) = must_have(b, i);
    return oca_join(b->mem, &lines, "\n");
}

/* The planned weaknesses and ambitions of these tiers, with their votes. */
static const char *planned_text(const oca_isp_book *b, int tier) {
    oca_strings titles = {0};
    for (size_t i = 0; i < b->plan->weaknesses.n; i++) {
        const oca_plan_weakness *weakness = &b->plan->weaknesses.at[i];
        if (weakness->state == OCA_LATER || !weakness->tier.given || (int)weakness->tier.value != tier)
            continue;
        const char *title = oca_isp_item(b, weakness->item), *votes = oca_isp_votes(b, weakness->item);
        *(const char **)OCA_ADD(b->mem, &titles) = *votes ? oca_format_text(b->mem, "%s (%s)", title, votes) : title;
    }
    return oca_join(b->mem, &titles, _("; "));
}

static const char *or_none(const char *text) {
    return *text ? text : _("none");
}

static size_t later(const oca_isp_book *b) {
    size_t n = 0;
    for (size_t i = 0; i < b->plan->weaknesses.n; i++)
        n += b->plan->weaknesses.at[i].state == OCA_LATER;
    return n;
}

static void put_choices(const oca_isp_book *b, int *row) {
    put_section(b, row, _("What we build on and what we change"));
    put_fact(b, row, _("Strengths to build on"), OCA_STYLE_FACT, or_none(strengths_text(b)));
    if (b->scores)
        put_fact(b, row, _("Must-haves not yet met"), OCA_STYLE_FACT, or_none(must_haves_text(b)));
    put_fact(b, row, _("Chosen by the members"), OCA_STYLE_FACT, or_none(planned_text(b, 2)));
    put_fact(b, row, _("Also planned"), OCA_STYLE_FACT, or_none(planned_text(b, 3)));
    if (later(b))
        put_fact(b, row, _("For later"), OCA_STYLE_FACT,
                 oca_format_text(b->mem,
                                 oca_counted("%zu weakness (sheet Later)", "%zu weaknesses (sheet Later)", later(b)),
                                 later(b)));
    if (b->plan->find_out.n)
        put_fact(b, row, _("To find out first"), OCA_STYLE_FACT,
                 oca_format_text(b->mem,
                                 oca_counted("%zu statement (sheet Find out)", "%zu statements (sheet Find out)",
                                             b->plan->find_out.n),
                                 b->plan->find_out.n));
}

/* The plan in figures, which follow the Plan sheet. */

static void put_count(const oca_isp_book *b, int row, int column, const char *heading, const char *formula,
                      double value) {
    oca_put_text(b->summary, row, column, OCA_STYLE_HEADING_CENTRED, heading);
    oca_put_formula(b->summary, row + 1, column, OCA_STYLE_WHOLE, formula, value);
}

static void put_status_count(const oca_isp_book *b, int row, int column, const char *heading,
                             oca_action_status status) {
    size_t n = 0;
    for (size_t i = 0; i < b->rows.n; i++)
        n += b->rows.at[i].action->status == status;
    put_count(b, row, column, heading,
              oca_format_text(
                  b->mem, "=%s",
                  oca_count_word(b->mem, oca_isp_plan_range(b, OCA_ISP_STATUS), oca_status_in_english(status), NULL)),
              (double)n);
}

/* The first start or the last due date; "–" while there is none. */
static void put_extreme(const oca_isp_book *b, int row, int column, const char *heading, bool last) {
    const char *range = oca_isp_plan_range(b, last ? OCA_ISP_DUE_NOW : OCA_ISP_STARTS_NOW);
    const char *formula = oca_format_text(b->mem, "=IF(COUNT(%s)=0,\"" OCA_UNDEFINED_SHOWN "\",%s(%s))", range,
                                          last ? "MAX" : "MIN", range);
    oca_date found = {0};
    for (size_t i = 0; i < b->rows.n; i++) {
        const oca_plan_action *action = b->rows.at[i].action;
        oca_date date = last ? oca_isp_due(action) : oca_isp_start(action);
        if (date.given && (!found.given || (last ? date.day > found.day : date.day < found.day)))
            found = date;
    }
    oca_put_text(b->summary, row, column, OCA_STYLE_HEADING_CENTRED, heading);
    if (found.given)
        oca_put_formula(b->summary, row + 1, column, OCA_STYLE_DAY, formula, oca_serial(found.day));
    else
        oca_put_formula_text(b->summary, row + 1, column, OCA_STYLE_DAY, formula, OCA_UNDEFINED_SHOWN);
}

static const char *reviews_text(const oca_isp_book *b) {
    oca_strings days = {0};
    for (size_t i = 0; i < b->plan->reviews.n; i++)
        if (b->plan->reviews.at[i].date.given)
            *(const char **)OCA_ADD(b->mem, &days) = oca_day_text(b->mem, b->plan->reviews.at[i].date.day);
    return oca_join(b->mem, &days, _("; "));
}

static void put_figures(const oca_isp_book *b, int *row) {
    put_section(b, row, _("The plan in figures"));
    put_count(b, *row, LABEL, _("Actions"),
              oca_format_text(b->mem, "=COUNTA(%s)", oca_isp_plan_range(b, OCA_ISP_ACTION)), (double)b->rows.n);
    put_extreme(b, *row, SECOND, _("First begins"), false);
    put_status_count(b, *row, POINTS, _("Done"), OCA_DONE);
    put_status_count(b, *row, LEVEL, _("Ongoing"), OCA_ONGOING);
    put_status_count(b, *row, STAGE, _("Blocked"), OCA_BLOCKED);
    put_status_count(b, *row, AGREEMENT, _("Dropped"), OCA_DROPPED);
    put_extreme(b, *row, BAR, _("Last is due"), true);
    oca_fit_row(b->summary, *row, 0);
    *row += 2;
    put_fact(b, row, _("Reviews"), OCA_STYLE_FACT, or_none(reviews_text(b)));
}

/* Areas. */

/* "█████░░░░…" of BLOCKS signs, so that the whole is seen, too; empty where the points are undefined. */
static void put_bar(const oca_isp_book *b, int row, oca_number percent) {
    const char *points = oca_cell_name(b->summary, "c", row, POINTS);
    const char *formula =
        oca_format_text(b->mem, "=IF(ISNUMBER(%s),REPT(\"█\",ROUND(%s/%d,0))&REPT(\"░\",%d-ROUND(%s/%d,0)),\"\")",
                        points, points, 100 / BLOCKS, BLOCKS, points, 100 / BLOCKS);
    oca_buffer bar = {.mem = b->mem};
    const double noise = 1e-9; /* 12.499999999999998 is 12.5, as ROUND takes it */
    int full = percent.given ? (int)(percent.value / (100.0 / BLOCKS) + 0.5 + noise) : 0;
    for (int i = 0; percent.given && i < BLOCKS; i++)
        oca_buffer_print(&bar, "%s", i < full ? "█" : "░");
    oca_put_formula_text(b->summary, row, BAR, OCA_STYLE_BAR, formula, bar.at ? bar.at : "");
}

/* "Expanding", "Expanding (provisional)"; its reason stands on the sheet Scores. */
static const char *stage_text(const oca_isp_book *b, size_t node) {
    const oca_node_score *score = &b->scores->nodes[node];
    if (score->stage == OCA_NOWHERE)
        return OCA_UNDEFINED_SHOWN;
    const char *stage = oca_stage_title(b->frame, score->stage, b->lang);
    return score->provisional.n ? oca_format_text(b->mem, _("%s (provisional)"), stage) : stage;
}

static void put_areas(const oca_isp_book *b, int *row) {
    static const char *const headings[] = {
        [POINTS] = N_("Points of 100"), [LEVEL] = N_("Level"),         [STAGE] = N_("Stage"),
        [AGREEMENT] = N_("Agreement"),  [BAR] = N_("0 to 100 points"),
    };
    put_section(b, row, _("Areas"));
    oca_put_across(b->summary, *row, LABEL, SECOND, OCA_STYLE_HEADING, _("Area"));
    for (int i = POINTS; i <= LAST; i++)
        oca_put_text(b->summary, *row, i, OCA_STYLE_HEADING_CENTRED, _(headings[i]));
    oca_fit_row(b->summary, (*row)++, 0);
    for (size_t node = 1; node < b->frame->n_nodes; node++) {
        const oca_node_score *score = &b->scores->nodes[node];
        if (b->frame->nodes[node].depth != 1 || !b->scores->answers->node_applies[node])
            continue;
        oca_put_across(b->summary, *row, LABEL, SECOND, OCA_STYLE_TEXT, oca_node_title(b->frame, node, b->lang));
        oca_put_maybe(b->summary, *row, POINTS, OCA_STYLE_POINTS, score->percent);
        oca_put_maybe(b->summary, *row, LEVEL, OCA_STYLE_SCORE, score->level);
        oca_put_text(b->summary, *row, STAGE, OCA_STYLE_TEXT_CENTRED, stage_text(b, node));
        oca_put_maybe(b->summary, *row, AGREEMENT, OCA_STYLE_POINTS, score->consensus);
        put_bar(b, *row, score->percent);
        oca_fit_row(b->summary, (*row)++, 0);
    }
}

/* Signatures. */

static const oca_signed *signed_by(const oca_plan *plan, const char *role) {
    for (size_t i = 0; i < plan->signatures.n; i++)
        if (oca_equal(plan->signatures.at[i].role, role))
            return &plan->signatures.at[i];
    return NULL;
}

static void put_signature(const oca_isp_book *b, int *row, const char *role) {
    const oca_signed *given = signed_by(b->plan, role);
    oca_put_text(b->summary, *row, LABEL, OCA_STYLE_LABEL, role);
    oca_put_across(b->summary, *row, SECOND, LEVEL, OCA_STYLE_SIGNATURE, given ? given->name : NULL);
    oca_put_across(b->summary, *row, STAGE, AGREEMENT, OCA_STYLE_SIGNATURE, NULL);
    oca_put_date(b->summary, *row, BAR, OCA_STYLE_SIGNATURE_DAY, given ? given->date : (oca_date){0});
    oca_fit_row(b->summary, (*row)++, 24);
}

/* The role as it was signed for, be it in a workbook in another language; else in this one's. */
static const char *usual_role(const oca_isp_book *b, const char *english) {
    oca_strings spellings = oca_spellings(b->mem, english);
    for (size_t i = 0; i < b->plan->signatures.n; i++)
        if (oca_holds(&spellings, b->plan->signatures.at[i].role))
            return b->plan->signatures.at[i].role;
    return _(english);
}

static bool has_signed(const oca_plan *plan, const char *facilitator) {
    for (size_t i = 0; i < plan->signatures.n; i++)
        if (plan->signatures.at[i].role && strstr(plan->signatures.at[i].role, facilitator))
            return true;
    return false;
}

/* Whoever signs: the usual ones, those who signed already, the facilitators by name. */
static oca_strings signers(const oca_isp_book *b) {
    static const char *const usual[] = {N_("Chairperson"), N_("Secretary")};
    oca_strings roles = {0};
    for (size_t i = 0; i < OCA_COUNT(usual); i++)
        *(const char **)OCA_ADD(b->mem, &roles) = usual_role(b, usual[i]);
    for (size_t i = 0; i < b->plan->signatures.n; i++)
        if (b->plan->signatures.at[i].role && !oca_holds(&roles, b->plan->signatures.at[i].role))
            *(const char **)OCA_ADD(b->mem, &roles) = b->plan->signatures.at[i].role;
    size_t n = b->assessment ? b->assessment->facilitators.n : 0;
    for (size_t i = 0; i < n || (i == 0 && roles.n == OCA_COUNT(usual)); i++) {
        const char *name = i < n ? b->assessment->facilitators.at[i].name : NULL;
        if (name && has_signed(b->plan, name))
            continue;
        const char *role = name ? oca_format_text(b->mem, _("Facilitator: %s"), name) : _("Facilitator");
        if (!oca_holds(&roles, role))
            *(const char **)OCA_ADD(b->mem, &roles) = role;
    }
    return roles;
}

static void put_signatures(const oca_isp_book *b, int *row) {
    put_section(b, row, _("Agreed and signed"));
    oca_strings roles = signers(b);
    oca_put_text(b->summary, *row, LABEL, OCA_STYLE_KEY, "oca:signed");
    oca_put_text(b->summary, *row, SECOND, OCA_STYLE_KEY, "name");
    oca_put_text(b->summary, *row, STAGE, OCA_STYLE_KEY, "-");
    oca_put_text(b->summary, *row, BAR, OCA_STYLE_KEY, "date");
    oca_fit_row(b->summary, (*row)++, 0);
    oca_put_text(b->summary, *row, SECOND, OCA_STYLE_HINT, _("Name"));
    oca_put_text(b->summary, *row, STAGE, OCA_STYLE_HINT, _("Signature"));
    oca_put_text(b->summary, *row, BAR, OCA_STYLE_HINT, _("Date"));
    (*row)++;
    for (size_t i = 0; i < roles.n; i++)
        put_signature(b, row, roles.at[i]);
}

void oca_isp_summary(const oca_isp_book *b) {
    static const double widths[] = {
        [LABEL] = 25, [SECOND] = 11, [POINTS] = 9.5, [LEVEL] = 9.5, [STAGE] = 13, [AGREEMENT] = 12, [BAR] = 17,
    };
    for (int i = 0; i <= LAST; i++)
        oca_set_width(b->summary, i, i, widths[i]);
    int row = 0;
    put_top(b, &row);
    if (b->scores)
        put_standing(b, &row);
    put_choices(b, &row);
    put_figures(b, &row);
    row = oca_isp_costs(b, row);
    if (b->scores)
        put_areas(b, &row);
    put_signatures(b, &row);
    oca_set_paper(b->summary, &(oca_paper){.portrait = true,
                                           .one_page = true,
                                           .last_repeated = -1,
                                           .left = b->organization,
                                           .right = b->assessed,
                                           .footer = b->label});
    oca_protect(b->summary);
    if (!b->tracked)
        oca_show_first(b->summary);
}
