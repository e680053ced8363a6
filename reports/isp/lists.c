/* The hidden sheet "Lists": the words that stand in cells with what they mean, to be read back by, and what the
 * drop-down lists offer. */
#include "sheets.h"

enum { WORDS, FIRST_LIST = 3, KEY_ROW = 0, LABEL_ROW, FIRST_ROW };

typedef struct {
    const oca_isp_book *b;
    int row, column;
} writer;

/* A list of nothing is an empty cell: the names that formulas use are always there. */
static int last_row(size_t n) {
    return FIRST_ROW + (n ? (int)n : 1) - 1;
}

static void put_words(writer *w, const char *kind, const oca_isp_roles *words) {
    for (size_t i = 0; i < words->n; i++, w->row++) {
        oca_put_text(w->b->lists, w->row, WORDS, OCA_STYLE_PLAIN,
                     oca_format_text(w->b->mem, "%s:%s", kind, words->at[i].id));
        oca_put_text(w->b->lists, w->row, WORDS + 1, OCA_STYLE_PLAIN, words->at[i].label);
    }
}

/* What the word is called in other languages; whoever types it is understood. */
static void put_spellings(writer *w, const char *kind, const oca_isp_role *word, const char *english) {
    oca_strings all = oca_spellings(w->b->mem, english);
    for (size_t i = 0; i < all.n; i++)
        if (!oca_equal(all.at[i], word->label))
            put_words(w, kind, &(oca_isp_roles){&(oca_isp_role){word->id, all.at[i]}, 1, 1});
}

/* Words of a list side by side with their ids; both ranges have a name. */
static void put_list(writer *w, const char *name, const oca_isp_roles *words) {
    oca_sheet *sheet = w->b->lists;
    int last = last_row(words->n);
    const char *ids = oca_format_text(w->b->mem, "%s_id", name);
    const char *const labels[] = {ids, name};
    for (int i = 0; i < 2; i++) {
        oca_put_text(sheet, KEY_ROW, w->column + i, OCA_STYLE_KEY, "-");
        oca_put_text(sheet, LABEL_ROW, w->column + i, OCA_STYLE_LABEL, labels[i]);
        oca_book_name(sheet, labels[i], FIRST_ROW, w->column + i, last, w->column + i);
    }
    for (size_t i = 0; i < words->n; i++) {
        oca_put_text(sheet, FIRST_ROW + (int)i, w->column, OCA_STYLE_PLAIN, words->at[i].id);
        oca_put_text(sheet, FIRST_ROW + (int)i, w->column + 1, OCA_STYLE_PLAIN, words->at[i].label);
    }
    w->column += 2;
}

static void add(const oca_isp_book *b, oca_isp_roles *list, const char *id, const char *label) {
    *(oca_isp_role *)OCA_ADD(b->mem, list) = (oca_isp_role){id, label};
}

static void statements(writer *w) {
    const oca_isp_book *b = w->b;
    oca_isp_roles items = {0};
    oca_strings areas = {0};
    for (size_t i = 0; b->frame && i < b->frame->n_items; i++) {
        if (b->scores && !b->scores->answers->item_applies[i])
            continue;
        add(b, &items, b->frame->items[i].item->id, oca_item_title(b->frame, i, b->lang));
        *(const char **)OCA_ADD(b->mem, &areas) = oca_node_title(b->frame, b->frame->items[i].outermost, b->lang);
    }
    for (size_t i = 0; !b->frame && i < b->plan->weaknesses.n; i++) {
        add(b, &items, b->plan->weaknesses.at[i].item, oca_isp_item(b, b->plan->weaknesses.at[i].item));
        *(const char **)OCA_ADD(b->mem, &areas) = oca_isp_area(b, b->plan->weaknesses.at[i].area);
    }
    put_list(w, "oca_item", &items);
    oca_put_text(b->lists, KEY_ROW, w->column, OCA_STYLE_KEY, "-");
    oca_put_text(b->lists, LABEL_ROW, w->column, OCA_STYLE_LABEL, "oca_item_area");
    for (size_t i = 0; i < areas.n; i++)
        oca_put_text(b->lists, FIRST_ROW + (int)i, w->column, OCA_STYLE_PLAIN, areas.at[i]);
    oca_book_name(b->lists, "oca_item_area", FIRST_ROW, w->column, last_row(areas.n), w->column);
}

void oca_isp_lists(const oca_isp_book *b) {
    writer writing = {.b = b, .row = FIRST_ROW, .column = FIRST_LIST}, *w = &writing;
    oca_isp_roles statuses = {0}, support = {0}, yes_no = {0}, roles = oca_isp_roles_of(b);
    oca_isp_roles trainings = oca_isp_trainings_of(b);
    for (int i = 0; oca_action_status_words[i]; i++)
        add(b, &statuses, oca_action_status_words[i], oca_status_shown((oca_action_status)(i + OCA_NOT_STARTED)));
    for (int i = 0; oca_support_words[i]; i++)
        add(b, &support, oca_support_words[i], oca_isp_funder(oca_support_words[i]));
    for (int i = 0; oca_yes_no_words[i]; i++)
        add(b, &yes_no, oca_yes_no_words[i], oca_isp_shown(b, "yes-no", oca_yes_no_words[i]));
    const struct {
        const char *kind, *name;
        const oca_isp_roles *words;
    } lists[] = {{"status", "oca_status", &statuses},
                 {"role", "oca_role", &roles},
                 {"support", "oca_support", &support},
                 {"training", "oca_training", &trainings},
                 {"yes-no", "oca_yes_no", &yes_no}};
    oca_put_text(b->lists, KEY_ROW, WORDS, OCA_STYLE_KEY, "oca:words");
    oca_put_text(b->lists, KEY_ROW, WORDS + 1, OCA_STYLE_KEY, "shown");
    oca_put_text(b->lists, LABEL_ROW, WORDS, OCA_STYLE_LABEL, "id");
    oca_put_text(b->lists, LABEL_ROW, WORDS + 1, OCA_STYLE_LABEL, "word");
    for (size_t i = 0; i < OCA_COUNT(lists); i++) {
        put_words(w, lists[i].kind, lists[i].words);
        put_list(w, lists[i].name, lists[i].words);
    }
    for (size_t i = 0; i < statuses.n; i++)
        put_spellings(w, "status", &statuses.at[i], oca_status_in_english((oca_action_status)(i + OCA_NOT_STARTED)));
    for (size_t i = 0; i < support.n; i++)
        put_spellings(w, "support", &support.at[i], oca_support_in_english((oca_support)(i + OCA_SUPPORT_OWN)));
    for (size_t i = 0; i < yes_no.n; i++)
        put_spellings(w, "yes-no", &yes_no.at[i], oca_yes_no_words[i]);
    statements(w);
    oca_hide(b->lists);
}
