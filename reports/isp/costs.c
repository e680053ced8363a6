/* The Summary's table of costs: who pays how much in which currency, and what nobody pays yet. Formulas over the Plan
 * sheet, so that what is entered there is counted; dropped actions cost nothing. */
#include "sheets.h"

#include <string.h>

enum { LABEL, LABEL_END, FIRST_AMOUNT, MOST_CURRENCIES = 4, LAST = 6 };

/* The funders and currencies that the plan names, in its order. */
typedef struct {
    const oca_isp_book *b;
    oca_strings funders, currencies; /* funders as shown; none has the empty one */
} table;

static void add_once(oca_arena *mem, oca_strings *list, const char *word) {
    if (word && *word && !oca_holds(list, word))
        *(const char **)OCA_ADD(mem, list) = word;
}

static bool counts(const oca_plan_action *action) {
    return action->status != OCA_DROPPED;
}

static table table_of(const oca_isp_book *b) {
    table t = {.b = b};
    for (size_t i = 0; i < b->rows.n; i++) {
        const oca_costs *costs = &b->rows.at[i].action->costs;
        for (size_t k = 0; k < costs->n; k++) {
            if (!costs->at[k].amount.given)
                continue;
            add_once(b->mem, &t.funders, oca_isp_funder(costs->at[k].funder));
            add_once(b->mem, &t.currencies, costs->at[k].currency);
        }
    }
    return t;
}

/* What the formulas below compute. `funder` NULL: whoever pays; "": nobody yet. */
static double sum(const table *t, const char *funder, const char *currency) {
    double total = 0;
    for (size_t i = 0; i < t->b->rows.n; i++) {
        const oca_plan_action *action = t->b->rows.at[i].action;
        for (size_t k = 0; counts(action) && k < action->costs.n; k++) {
            const oca_cost *cost = &action->costs.at[k];
            if (cost->amount.given && oca_equal(cost->currency, currency) &&
                (!funder || strcmp(oca_isp_funder(cost->funder), funder) == 0))
                total += cost->amount.value;
        }
    }
    return total;
}

/* A sum over the Plan sheet; an action's further costs stand in columns of their own. */
static const char *formula(const table *t, int row, int column, const char *funder) {
    const oca_isp_book *b = t->b;
    oca_buffer out = {.mem = b->mem};
    const char *currency = oca_cell(b->summary, "rc", row, column), *who = oca_cell(b->summary, "c", row, LABEL);
    const char *status = oca_isp_plan_range(b, OCA_ISP_STATUS), *dropped = oca_status_shown(OCA_DROPPED);
    for (size_t i = 0; i < b->most_costs; i++) {
        const char *amounts = oca_isp_plan_range(b, oca_isp_cost_column(OCA_ISP_COST, i));
        const char *currencies = oca_isp_plan_range(b, oca_isp_cost_column(OCA_ISP_CURRENCY, i));
        const char *funders = oca_isp_plan_range(b, oca_isp_cost_column(OCA_ISP_FUNDER, i));
        oca_buffer_print(&out, "%s", i ? "+" : "=");
        if (funder && !*funder) /* SUMIFS finds empty cells in one program and not in the other */
            oca_buffer_print(&out, "SUMPRODUCT((%s=%s)*(%s=\"\")*(%s<>\"%s\"),%s)", currencies, currency, funders,
                             status, dropped, amounts);
        else if (funder)
            oca_buffer_print(&out, "SUMIFS(%s,%s,%s,%s,%s,%s,\"<>%s\")", amounts, currencies, currency, funders, who,
                             status, dropped);
        else
            oca_buffer_print(&out, "SUMIFS(%s,%s,%s,%s,\"<>%s\")", amounts, currencies, currency, status, dropped);
    }
    return out.at;
}
