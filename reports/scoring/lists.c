/* The hidden sheets that others look things up in: Lists (words and scales), Levels and Actions. */
#include "../../engine/planning/order.h"
#include "../xlsx/formula.h"
#include "sheets.h"

#include <math.h>

/* The words that a list offers: canonical, then as shown. */
static const struct list {
    const char *kind;
    const char *words[5][2];
} lists[] = {
    {"answer", {{"na", OCA_WORD_NA}, {"dk", OCA_WORD_DK}}},
    {"yes-no", {{"yes", OCA_WORD_YES}, {"no", OCA_WORD_NO}}},
    {"tick", {{"yes", OCA_WORD_YES}}},
    {"kind", {{"document", N_("document")}, {"photo", N_("photo")}, {"seen", N_("seen")}, {"told", N_("told")}}},
    {"from",
     {{"programme", N_("programme")},
      {"cso", N_("support organization")},
      {"government", N_("government")},
      {"association", N_("association")}}},
    {"private", {{"before", N_("before the discussion")}, {"after", N_("after the discussion")}}},
    {"to", {{"association", N_("association")}, {"programme", N_("programme")}, {"donor", N_("donor")}}},
};

const char *oca_scoring_shown(const char *list, const char *word) {
    for (size_t i = 0; list && i < OCA_COUNT(lists); i++)
        for (size_t k = 0; oca_equal(lists[i].kind, list) && k < OCA_COUNT(lists[i].words); k++)
            if (lists[i].words[k][0] && oca_equal(lists[i].words[k][0], word))
                return _(lists[i].words[k][1]);
    return word;
}

/* "yes-no" is no part of a name. */
const char *oca_scoring_list_name(oca_arena *mem, const char *kind) {
    return oca_format_text(mem, "oca_list_%s", oca_equal(kind, "yes-no") ? "yes_no" : kind);
}

static void put_word(const oca_scoring_book *b, int row, const char *kind, const char *canonical, const char *shown) {
    oca_put_text(b->lists, row, 0, OCA_STYLE_PLAIN, oca_format_text(b->mem, "%s:%s", kind, canonical));
    oca_put_text(b->lists, row, 1, OCA_STYLE_PLAIN, shown);
}

/* How else people tick. */
static const char *const marks[] = {"✓", "x"};

const char *oca_scoring_is_ticked(const oca_scoring_book *b, const char *cell) {
    oca_buffer out = {.mem = b->mem};
    oca_buffer_print(&out, "OR(%s", oca_is_word(b->mem, cell, OCA_WORD_YES));
    for (size_t i = 0; i < OCA_COUNT(marks); i++)
        oca_buffer_print(&out, ",TRIM(%s)=\"%s\"", cell, marks[i]);
    oca_buffer_print(&out, ")");
    return out.at;
}

/* What the words are called in other languages; whoever types it is understood. */
static void put_spellings(const oca_scoring_book *b, int row) {
    for (size_t i = 0; i < OCA_COUNT(lists); i++)
        for (size_t k = 0; k < OCA_COUNT(lists[i].words) && lists[i].words[k][0]; k++) {
            oca_strings all = oca_spellings(b->mem, lists[i].words[k][1]);
            for (size_t j = 0; j < all.n; j++)
                if (!oca_equal(all.at[j], _(lists[i].words[k][1])))
                    put_word(b, row++, lists[i].kind, lists[i].words[k][0], all.at[j]);
        }
    for (size_t i = 0; i < OCA_COUNT(marks); i++)
        put_word(b, row++, "tick", "yes", marks[i]);
}

static void put_words(const oca_scoring_book *b) {
    int row = 2;
    oca_put_text(b->lists, 0, 0, OCA_STYLE_KEY, "oca:words");
    oca_put_text(b->lists, 0, 1, OCA_STYLE_KEY, "shown");
    oca_put_text(b->lists, 1, 0, OCA_STYLE_LABEL, "id");
    oca_put_text(b->lists, 1, 1, OCA_STYLE_LABEL, "word");
    for (size_t i = 0; i < OCA_COUNT(lists); i++) {
        int first = row;
        for (size_t k = 0; k < OCA_COUNT(lists[i].words) && lists[i].words[k][0]; k++)
            put_word(b, row++, lists[i].kind, lists[i].words[k][0], _(lists[i].words[k][1]));
        oca_book_name(b->lists, oca_scoring_list_name(b->mem, lists[i].kind), first, 1, row - 1, 1);
    }
    put_spellings(b, row);
}

static void name(const oca_scoring_book *b, size_t scale, const char *what, int column, int last_row) {
    oca_book_name(b->lists, oca_format_text(b->mem, "oca_s%zu_%s", scale + 1, what), 2, column, last_row, column);
}

/* Nine decimals, as all comparisons are made. */
static double rounded(double value) {
    return round(value * 1e9) / 1e9;
}

/* What a scale permits, four columns: as offered, as a text to be looked up, what it means, and from which score on it
 * is the nearest value. Then its levels. */
static void put_scale(const oca_scoring_book *b, size_t number) {
    enum { NUMBER = 2, TEXT, CODE, FROM, LEVEL, WIDTH };
    static const char *const words[][2] = {{OCA_WORD_NA, "na"}, {OCA_WORD_DK, "dk"}};
    const oca_scoring_scale *scale = &b->scales[number];
    int column = (int)number * (WIDTH - NUMBER), row = 2;
    oca_sheet *sheet = b->lists;
    for (int i = NUMBER; i < WIDTH; i++) {
        oca_put_text(sheet, 0, column + i, OCA_STYLE_KEY, "-");
        oca_put_text(sheet, 1, column + i, OCA_STYLE_LABEL, scale->scale->id);
    }
    for (size_t i = 0; i < scale->values.n; i++, row++) {
        double value = rounded(scale->values.at[i]);
        oca_put_number(sheet, row, column + NUMBER, OCA_STYLE_PLAIN, value);
        oca_put_text(sheet, row, column + TEXT, OCA_STYLE_PLAIN, oca_number_text(b->mem, value));
        oca_put_number(sheet, row, column + CODE, OCA_STYLE_PLAIN, value);
        /* Half of the last decimal more: of two that are equally near, the lower one is taken. */
        oca_put_number(sheet, row, column + FROM, OCA_STYLE_PLAIN,
                       i ? rounded((value + scale->values.at[i - 1]) / 2) + 5e-10 : -1e300);
    }
    name(b, number, "number", column + NUMBER, row - 1);
    name(b, number, "from", column + FROM, row - 1);
    for (size_t i = 0; i < OCA_COUNT(words); i++)
        oca_put_text(sheet, row + (int)i, column + NUMBER, OCA_STYLE_PLAIN, _(words[i][0]));
    name(b, number, "offer", column + NUMBER, row + (int)OCA_COUNT(words) - 1);
    for (size_t i = 0; i < OCA_COUNT(words); i++) {
        oca_strings all = oca_spellings(b->mem, words[i][0]);
        *(const char **)OCA_ADD(b->mem, &all) = words[i][1];
        for (size_t k = 0; k < all.n; k++, row++) {
            oca_put_text(sheet, row, column + TEXT, OCA_STYLE_PLAIN, all.at[k]);
            oca_put_text(sheet, row, column + CODE, OCA_STYLE_PLAIN, words[i][1]);
        }
    }
    name(b, number, "text", column + TEXT, row - 1);
    name(b, number, "code", column + CODE, row - 1);
    for (size_t i = 0; i < scale->scale->levels.n; i++)
        oca_put_number(sheet, (int)i + 2, column + LEVEL, OCA_STYLE_PLAIN,
                       rounded(scale->scale->levels.at[i].value.value));
    name(b, number, "level", column + LEVEL, (int)scale->scale->levels.n + 1);
}

void oca_scoring_lists(const oca_scoring_book *b) {
    put_words(b);
    for (size_t i = 0; i < b->frame->rubric->scales.n; i++)
        put_scale(b, i);
    oca_hide(b->lists);
}

const char *oca_scoring_level(const oca_scoring_book *b, size_t item, double value) {
    return oca_level_called(b->mem, b->frame, item, value, b->lang);
}

void oca_scoring_levels(const oca_scoring_book *b) {
    static const char *const headings[] = {"oca:-", "value", "level", "what it looks like"};
    for (int i = 0; i < (int)OCA_COUNT(headings); i++)
        oca_put_text(b->levels_sheet, 0, i, OCA_STYLE_LABEL, headings[i]);
    for (size_t i = 0; i < b->frame->n_items; i++)
        for (int k = 0; k < b->levels[i].n; k++) {
            int row = b->levels[i].first + k;
            double value = b->frame->items[i].rungs[k].value;
            oca_put_text(b->levels_sheet, row, 0, OCA_STYLE_PLAIN, b->frame->items[i].item->id);
            oca_put_number(b->levels_sheet, row, 1, OCA_STYLE_PLAIN, value);
            oca_put_text(b->levels_sheet, row, 2, OCA_STYLE_PLAIN, oca_scoring_level(b, i, value));
            oca_put_text(b->levels_sheet, row, 3, OCA_STYLE_PLAIN, oca_level_descriptor(b->frame, i, value, b->lang));
        }
    oca_hide(b->levels_sheet);
}

const oca_library_action *oca_scoring_action(const oca_scoring_book *b, size_t item, int number) {
    /* The library's actions for an item by `to`, equal ones as they stand there. */
    const oca_actions *library = b->in->library;
    const char *id = b->frame->items[item].item->id;
    for (size_t i = 0; library && i < library->actions.n; i++) {
        const oca_library_action *action = &library->actions.at[i];
        int before = 0;
        for (size_t k = 0; oca_equal(action->item, id) && k < library->actions.n; k++) {
            const oca_library_action *other = &library->actions.at[k];
            int order = oca_compare(other->to.value, action->to.value);
            before += oca_equal(other->item, id) && (order < 0 || (order == 0 && k < i));
        }
        if (oca_equal(action->item, id) && before == number)
            return action;
    }
    return NULL;
}

void oca_scoring_actions(const oca_scoring_book *b) {
    static const char *const headings[] = {"oca:-", "to", "action", "lead"};
    const oca_actions *library = b->in->library;
    for (int i = 0; i < (int)OCA_COUNT(headings); i++)
        oca_put_text(b->actions_sheet, 0, i, OCA_STYLE_LABEL, headings[i]);
    for (size_t i = 0; i < b->frame->n_items; i++)
        for (int k = 0; k < b->actions[i].n; k++) {
            const oca_library_action *action = oca_scoring_action(b, i, k);
            if (!action)
                break; /* never: so many were counted */
            const oca_role *role = action->lead ? oca_find_role(library, action->lead) : NULL;
            int row = b->actions[i].first + k;
            const char *title = oca_words_in(&action->titles, b->lang, library->lang);
            oca_put_text(b->actions_sheet, row, 0, OCA_STYLE_PLAIN, action->id);
            oca_put_number(b->actions_sheet, row, 1, OCA_STYLE_PLAIN, rounded(action->to.value));
            oca_put_text(b->actions_sheet, row, 2, OCA_STYLE_PLAIN, *title ? title : action->id);
            oca_put_text(b->actions_sheet, row, 3, OCA_STYLE_PLAIN,
                         role ? oca_words_in(&role->labels, b->lang, library->lang) : action->lead);
        }
    oca_hide(b->actions_sheet);
}
