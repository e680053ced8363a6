/* The hidden sheet "Lists": what the drop-down lists offer, each word with the id that the plan keeps. */
#include "sheets.h"

/* A list of nothing is an empty cell: the names that formulas use are always there. */
static int last_row(const oca_strings *ids) {
    return ids->n ? (int)ids->n : 1;
}

/* Writes ids and words side by side, from row 1 on, and names both ranges. */
static void list(oca_sheet *sheet, int column, const char *name, const oca_strings *ids, const oca_strings *words) {
    oca_arena *mem = oca_sheet_memory(sheet);
    oca_put_text(sheet, 0, column, OCA_STYLE_LABEL, oca_format_text(mem, "%s_id", name));
    oca_put_text(sheet, 0, column + 1, OCA_STYLE_LABEL, name);
    for (size_t i = 0; i < ids->n; i++) {
        oca_put_text(sheet, (int)i + 1, column, OCA_STYLE_PLAIN, ids->at[i]);
        oca_put_text(sheet, (int)i + 1, column + 1, OCA_STYLE_PLAIN, words->at[i]);
    }
    int last = last_row(ids);
    oca_book_name(sheet, oca_format_text(mem, "%s_id", name), 1, column, last, column);
    oca_book_name(sheet, name, 1, column + 1, last, column + 1);
}

static void add(oca_arena *mem, oca_strings *ids, oca_strings *words, const char *id, const char *word) {
    *(const char **)OCA_ADD(mem, ids) = id;
    *(const char **)OCA_ADD(mem, words) = word;
}

static void statuses(const oca_isp_book *b) {
    oca_strings ids = {0}, words = {0};
    for (int i = 0; oca_action_status_words[i]; i++)
        add(b->mem, &ids, &words, oca_action_status_words[i],
            oca_status_shown((oca_action_status)(i + OCA_NOT_STARTED)));
    list(b->lists, 0, "oca_status", &ids, &words);
}

static void roles(const oca_isp_book *b) {
    oca_strings ids = {0}, words = {0};
    oca_isp_roles all = oca_isp_roles_of(b);
    for (size_t i = 0; i < all.n; i++)
        add(b->mem, &ids, &words, all.at[i].id, all.at[i].label);
    list(b->lists, 2, "oca_role", &ids, &words);
}

static void support(const oca_isp_book *b) {
    oca_strings ids = {0}, words = {0};
    for (int i = 0; oca_support_words[i]; i++)
        add(b->mem, &ids, &words, oca_support_words[i], oca_isp_funder(oca_support_words[i]));
    list(b->lists, 4, "oca_support", &ids, &words);
}

static void items(const oca_isp_book *b) {
    oca_strings ids = {0}, words = {0};
    enum { COLUMN = 6, AREA = COLUMN + 2 };
    for (size_t i = 0; i < b->frame->n_items; i++) {
        const oca_frame_item *item = &b->frame->items[i];
        if (!b->scores->answers->item_applies[i])
            continue;
        add(b->mem, &ids, &words, item->item->id, oca_item_title(b->frame, i, b->lang));
        oca_put_text(b->lists, (int)ids.n, AREA, OCA_STYLE_PLAIN, oca_node_title(b->frame, item->outermost, b->lang));
    }
    list(b->lists, COLUMN, "oca_item", &ids, &words);
    oca_put_text(b->lists, 0, AREA, OCA_STYLE_LABEL, "oca_item_area");
    oca_book_name(b->lists, "oca_item_area", 1, AREA, last_row(&ids), AREA);
}

static void yes_or_no(const oca_isp_book *b) {
    oca_strings ids = {0}, words = {0};
    add(b->mem, &ids, &words, "yes", "yes");
    add(b->mem, &ids, &words, "no", "no");
    list(b->lists, 9, "oca_yes_no", &ids, &words);
}

void oca_isp_lists(const oca_isp_book *b) {
    statuses(b);
    roles(b);
    support(b);
    items(b);
    yes_or_no(b);
    oca_hide(b->lists);
}
