/* Agreed and checked as text; declared in checked.h. */
#include "../engine/base/words.h"
#include "checked.h"
#include "phrases.h"
#include "table.h"

static void add_row(oca_table *table, oca_arena *mem, const oca_frame_item *at, const char *title,
                    const oca_checked_item *item) {
    oca_table_text(mem, table, title);
    oca_table_text(mem, table, oca_level_shown(mem, item->agreed, at->max));
    if (item->checked.given) {
        oca_table_text(mem, table, oca_level_shown(mem, item->checked.value, at->max));
        oca_table_text(mem, table, oca_checked_difference_shown(mem, item));
    } else {
        oca_table_undefined(mem, table, _(oca_checked_why_not));
        oca_table_undefined(mem, table, _(oca_checked_why_not));
    }
}

/* "Delivery, ticked by the members, not by the visitor:" and a line for each criterion. */
static void add_criteria(oca_lines *out, const oca_frame *frame, const oca_checked_item *item, const char *lang,
                         const oca_strings *criteria, const char *ticked) {
    if (!criteria->n)
        return;
    oca_lines_wrap(out, oca_format_text(out->written.mem, "%s, %s:", oca_item_title(frame, item->item, lang), ticked),
                   0, 2);
    for (size_t i = 0; i < criteria->n; i++)
        oca_lines_wrap(
            out,
            oca_format_text(out->written.mem, "- %s",
                            oca_criterion_in(&frame->items[item->item], criteria->at[i], lang, frame->rubric->lang)),
            2, 4);
}

void oca_checked_text(oca_lines *out, const oca_scores *scores, const char *lang) {
    oca_arena *mem = out->written.mem;
    const oca_frame *frame = scores->answers->frame;
    oca_checked checked = oca_checked_build(mem, scores);
    oca_table table = {0};
    if (!oca_checked_any(&checked))
        return;
    oca_lines_heading(out, _(oca_checked_title));
    oca_lines_wrap(out, oca_checked_sums_shown(mem, &checked), 0, 2);
    oca_table_column(mem, &table, _("Item"), "id", OCA_LEFT);
    oca_table_column(mem, &table, _("Agreed"), "agreed", OCA_RIGHT);
    oca_table_column(mem, &table, _("Checked"), "verified", OCA_RIGHT);
    oca_table_column(mem, &table, _("Difference in levels"), NULL, OCA_RIGHT);
    for (size_t i = 0; i < checked.differing.n; i++) {
        const oca_checked_item *item = &checked.differing.at[i];
        add_row(&table, mem, &frame->items[item->item], oca_item_title(frame, item->item, lang), item);
    }
    if (checked.differing.n)
        oca_table_write(out, &table);
    for (size_t i = 0; i < checked.differing.n; i++) {
        const oca_checked_item *item = &checked.differing.at[i];
        add_criteria(out, frame, item, lang, &item->agreed_alone, _(oca_checked_agreed_alone));
        add_criteria(out, frame, item, lang, &item->checked_alone, _(oca_checked_checked_alone));
    }
}
