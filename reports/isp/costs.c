/* The Summary's table of costs: who pays how much in which currency, and what nobody pays yet. Formulas over the Plan
 * sheet, so that what is entered there is counted; dropped actions cost nothing. */
#include "../xlsx/formula.h"
#include "sheets.h"

#include <strings.h>

enum { LABEL, LABEL_END, FIRST_AMOUNT, MOST_CURRENCIES = 4 };

/* The funders and currencies of the plan's costs, each in the order of its first, funders as shown. */
typedef struct {
    const oca_isp_book *b;
    oca_strings funders, currencies;
    oca_strings others; /* currencies for which there is no column */
    bool unsaid;        /* some cost has an amount but no currency */
    size_t uncounted;   /* costs for which the Plan sheet has no columns */
} table;

/* Spreadsheets compare without regard to case. */
static bool same(const char *a, const char *b) {
    return strcasecmp(a ? a : "", b ? b : "") == 0;
}

static void add_once(oca_arena *mem, oca_strings *list, const char *word) {
    bool there = !word || !*word;
    for (size_t i = 0; i < list->n; i++)
        there |= same(list->at[i], word);
    if (!there)
        *(const char **)OCA_ADD(mem, list) = word;
}

static table table_of(const oca_isp_book *b) {
    table t = {.b = b};
    for (size_t i = 0; i < b->rows.n; i++) {
        const oca_costs *costs = &b->rows.at[i].action->costs;
        for (size_t k = 0; k < costs->n; k++) {
            const oca_cost *cost = &costs->at[k];
            if (!cost->amount.given)
                continue;
            if (k >= b->most_costs) {
                t.uncounted++;
                continue;
            }
            add_once(b->mem, &t.funders, oca_isp_funder(cost->funder));
            add_once(b->mem, &t.currencies, cost->currency);
            t.unsaid |= same(cost->currency, "");
        }
    }
    for (size_t i = MOST_CURRENCIES; i < t.currencies.n; i++)
        add_once(b->mem, &t.others, t.currencies.at[i]);
    t.currencies.n -= t.others.n;
    return t;
}

/* What the formulas compute. `funder` NULL: whoever pays; "": nobody yet. `currency` "": not said. */
static double sum(const table *t, const char *funder, const char *currency) {
    double total = 0;
    for (size_t i = 0; i < t->b->rows.n; i++) {
        const oca_plan_action *action = t->b->rows.at[i].action;
        for (size_t k = 0; action->status != OCA_DROPPED && k < action->costs.n && k < t->b->most_costs; k++) {
            const oca_cost *cost = &action->costs.at[k];
            if (cost->amount.given && same(cost->currency, currency) &&
                (!funder || same(oca_isp_funder(cost->funder), funder)))
                total += cost->amount.value;
        }
    }
    return total;
}

/* A sum over the Plan sheet; an action's further costs stand in columns of their own. `currency` and `funder` are a
 * cell or a text; `funder` may be NULL. SUMPRODUCT instead of SUMIFS, which reads "*" and "<" in a funder's name as
 * orders, and finds empty cells in one program and not in the other. */
static const char *formula(const table *t, const char *currency, const char *funder) {
    const oca_isp_book *b = t->b;
    oca_buffer out = {.mem = b->mem};
    for (size_t i = 0; i < b->most_costs; i++) {
        oca_buffer_print(&out, "%sSUMPRODUCT((%s=%s)*(%s<>%s)", i ? "+" : "=",
                         oca_isp_plan_range(b, oca_isp_cost_column(OCA_ISP_CURRENCY, i)), currency,
                         oca_isp_plan_range(b, OCA_ISP_STATUS), oca_quoted(b->mem, oca_status_shown(OCA_DROPPED)));
        if (funder)
            oca_buffer_print(&out, "*(%s=%s)", oca_isp_plan_range(b, oca_isp_cost_column(OCA_ISP_FUNDER, i)), funder);
        oca_buffer_print(&out, ",%s)", oca_isp_plan_range(b, oca_isp_cost_column(OCA_ISP_COST, i)));
    }
    return out.at;
}

static void put_label(const table *t, int row, oca_style style, const char *label) {
    oca_put_across(t->b->summary, row, LABEL, LABEL_END, style, label);
}

static void put_funder(const table *t, int heading_row, int row, const char *funder) {
    oca_sheet *sheet = t->b->summary;
    put_label(t, row, OCA_STYLE_TEXT, *funder ? funder : _("nobody yet (unfunded)"));
    const char *cell = *funder ? oca_cell_name(sheet, "c", row, LABEL) : "\"\"";
    for (size_t i = 0; i < t->currencies.n; i++) {
        int column = FIRST_AMOUNT + (int)i;
        oca_put_formula(sheet, row, column, OCA_STYLE_MONEY,
                        formula(t, oca_cell_name(sheet, "r", heading_row, column), cell),
                        sum(t, funder, t->currencies.at[i]));
    }
    oca_fit_row(sheet, row, 0);
}

/* Whoever was entered after the workbook was written: what the rows above do not count. */
static void put_rest_and_total(const table *t, int heading_row, int row) {
    oca_sheet *sheet = t->b->summary;
    put_label(t, row, OCA_STYLE_TEXT, _("others, entered since"));
    put_label(t, row + 1, OCA_STYLE_TEXT_STRONG, _("Together"));
    for (size_t i = 0; i < t->currencies.n; i++) {
        int column = FIRST_AMOUNT + (int)i;
        const char *rest = oca_format_text(
            t->b->mem, "=ROUND(%s-SUM(%s:%s),2)", oca_cell_name(sheet, "", row + 1, column),
            oca_cell_name(sheet, "", heading_row + 1, column), oca_cell_name(sheet, "", row - 1, column));
        oca_put_formula(sheet, row, column, OCA_STYLE_MONEY, rest, 0);
        oca_put_formula(sheet, row + 1, column, OCA_STYLE_MONEY,
                        formula(t, oca_cell_name(sheet, "r", heading_row, column), NULL),
                        sum(t, NULL, t->currencies.at[i]));
    }
}

/* Costs whose currency is yet to be entered: below the totals, for they are in none of them. */
static void put_unsaid(const table *t, int row) {
    put_label(t, row, OCA_STYLE_TEXT, _("currency not said"));
    oca_put_formula(t->b->summary, row, FIRST_AMOUNT, OCA_STYLE_MONEY, formula(t, "\"\"", NULL), sum(t, NULL, ""));
}

static int put_currencies(const table *t, int heading_row, int row) {
    for (size_t i = 0; i < t->currencies.n; i++)
        oca_put_text(t->b->summary, heading_row, FIRST_AMOUNT + (int)i, OCA_STYLE_HEADING_CENTRED, t->currencies.at[i]);
    for (size_t i = 0; i < t->funders.n; i++)
        put_funder(t, heading_row, row++, t->funders.at[i]);
    put_funder(t, heading_row, row++, "");
    put_rest_and_total(t, heading_row, row);
    return row + 2;
}

int oca_isp_costs(const oca_isp_book *b, int row) {
    table t = table_of(b);
    oca_sheet *sheet = b->summary;
    if (t.currencies.n == 0 && !t.unsaid && !t.uncounted) {
        oca_put_text(sheet, row, LABEL, OCA_STYLE_LABEL, _("Costs"));
        oca_put_text(sheet, row, LABEL_END, OCA_STYLE_FACT, _("none named yet"));
        return row + 1;
    }
    int heading_row = row++;
    put_label(&t, heading_row, OCA_STYLE_HEADING, _("Cost: who pays"));
    if (t.currencies.n)
        row = put_currencies(&t, heading_row, row);
    put_unsaid(&t, row++);
    if (t.others.n)
        oca_put_text(
            sheet, row++, LABEL, OCA_STYLE_HINT,
            oca_format_text(b->mem, _("and costs in %s: see the sheet Plan"), oca_join(b->mem, &t.others, ", ")));
    if (t.uncounted)
        oca_put_text(
            sheet, row++, LABEL, OCA_STYLE_HINT,
            oca_format_text(b->mem,
                            oca_counted("and %zu further cost, named in the notes of the sheet Plan: not counted here",
                                        "and %zu further costs, named in the notes of the sheet Plan: not counted here",
                                        t.uncounted),
                            t.uncounted));
    return row;
}
