#include "checked_text.h"

#include "phrases.h"
#include "table.h"

/* Over the items that were agreed and checked. */
typedef struct {
    size_t alike, lower, higher; /* the visitor's level against the members' */
    size_t unchecked;            /* the visitor could not check */
    double points;               /* sum of the differences in points of 100 */
} sums;

static void add_row(oca_table *table, oca_arena *mem, const oca_frame_item *item, const char *title, double agreed,
                    oca_number checked) {
    static const char why[] = "it could not be checked";
    oca_table_text(mem, table, title);
    oca_table_text(mem, table, oca_level_shown(mem, agreed, item->max));
    if (checked.given) {
        oca_table_text(mem, table, oca_level_shown(mem, checked.value, item->max));
        oca_table_text(mem, table, oca_change_shown(mem, checked.value - agreed, OCA_DECIMALS_POINTS));
    } else {
        oca_table_undefined(mem, table, why);
        oca_table_undefined(mem, table, why);
    }
}

/* Counts the item if it has both, and gives it a row if they differ. */
static void take(oca_table *table, oca_arena *mem, sums *all, const oca_scores *scores, size_t item, const char *lang) {
    const oca_frame_item *at = &scores->answers->frame->items[item];
    const oca_answer *given = scores->answers->answers[item];
    if (scores->items[item].state == OCA_ITEM_NOT_APPLICABLE || !given || !given->agreed || !given->verified)
        return;
    oca_number agreed = oca_judged(at, given->agreed), checked = oca_judged(at, given->verified);
    bool unchecked = given->verified->answer == OCA_ANSWER_DK;
    if (!agreed.given || (!checked.given && !unchecked))
        return;
    int order = unchecked ? 0 : oca_compare(checked.value, agreed.value);
    all->unchecked += unchecked;
    all->alike += !unchecked && order == 0;
    all->lower += order < 0;
    all->higher += order > 0;
    if (!unchecked)
        all->points += 100 * (checked.value - agreed.value) / (at->max - at->min);
    if (unchecked || order != 0)
        add_row(table, mem, at, oca_item_title(scores->answers->frame, item, lang), agreed.value, checked);
}

void oca_checked_text(oca_buffer *out, const oca_scores *scores, const char *lang) {
    oca_arena *mem = out->mem;
    oca_table table = {0};
    sums all = {0};
    oca_table_column(mem, &table, "Item", "id", OCA_LEFT);
    oca_table_column(mem, &table, "Agreed", "agreed", OCA_RIGHT);
    oca_table_column(mem, &table, "Checked", "verified", OCA_RIGHT);
    oca_table_column(mem, &table, "Difference in levels", NULL, OCA_RIGHT);
    for (size_t i = 0; i < scores->answers->frame->n_items; i++)
        take(&table, mem, &all, scores, i, lang);
    size_t both = all.alike + all.lower + all.higher;
    if (both + all.unchecked == 0)
        return;
    oca_text_heading(out, "Agreed by the members, checked by a visitor");
    const char *mean = both ? oca_format_text(mem, "; on average checked %s points of 100 against agreed",
                                              oca_change_shown(mem, all.points / (double)both, OCA_DECIMALS_POINTS))
                            : "";
    oca_text_wrap(out,
                  oca_format_text(mem, "%s: %zu alike, %zu checked lower, %zu higher%s.",
                                  oca_plural(mem, both, "item has both", "items have both"), all.alike, all.lower,
                                  all.higher, mean),
                  0, 2, OCA_TEXT_WIDTH);
    if (oca_table_rows(&table))
        oca_table_write(out, &table, OCA_TEXT_WIDTH);
}
