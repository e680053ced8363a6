/* The sheet "Private, on paper": for each member to tick, area by area, without a name. */
#include "../../engine/base/words.h"
#include "../xlsx/text.h"
#include "sheets.h"

#include <math.h>

enum { MARK, STATEMENT, FIRST_LEVEL };
enum { MOST_PAGES = 1023 };

/* What fits on a page of A4 across at full size: characters, points. */
static const double page_width = 126, page_height = 495, heading_height = 50;

/* How a page is laid out at a scale, in percent: what is printed smaller may be wider. */
typedef struct {
    double scale, statement, level, words, height;
} layout;

typedef struct {
    const oca_scoring_book *b;
    int row, n_levels;
    layout page;
    double used; /* points of the page */
    int breaks[MOST_PAGES + 1];
    size_t n_breaks;
} pages;

static layout layout_at(double scale, int n_levels) {
    layout page = {.scale = scale, .statement = 32, .words = 13, .height = page_height * 100 / scale};
    page.level = fmax((page_width * 100 / scale - page.statement - page.words) / (n_levels ? n_levels : 1), 6);
    return page;
}

static const char *statement_text(const oca_scoring_book *b, size_t item) {
    const char *text = oca_words_in(&b->frame->items[item].item->statements, b->lang, b->frame->rubric->lang);
    const char *title = oca_item_title(b->frame, item, b->lang);
    return *text ? oca_format_text(b->mem, "%s\n%s", title, text) : title;
}

static const char *level_text(const oca_scoring_book *b, size_t item, size_t rung) {
    const oca_frame_item *at = &b->frame->items[item];
    if (rung >= at->n_rungs)
        return "";
    /* Criteria have boxes of their own, and the level follows from them. */
    return oca_format_text(b->mem, "%s%s\n%s", at->rungs[rung].criteria.n ? "" : "☐ ",
                           oca_scoring_level(b, item, at->rungs[rung].value),
                           oca_scoring_level_text(b, item, rung, "☐"));
}

static double height_of(const char *text, double width, oca_style style) {
    oca_look look = oca_look_of(style);
    return oca_lines_height(oca_wrapped_lines(text, oca_column_room(width), look.size, look.bold), look.size);
}

static double statement_height(const oca_scoring_book *b, size_t item, const layout *page) {
    double height = fmax(height_of(statement_text(b, item), page->statement, OCA_STYLE_PAPER_TEXT), 44);
    for (size_t i = 0; i < b->frame->items[item].n_rungs; i++)
        height = fmax(height, height_of(level_text(b, item, i), page->level, OCA_STYLE_PAPER_BOX));
    return height;
}

/* The largest scale at which every area has one page; areas too long for the smallest go on over several. */
static layout choose_layout(const oca_scoring_book *b, int n_levels) {
    enum { LARGEST = 100, SMALLEST = 70, STEP = 5 };
    for (int scale = LARGEST;; scale -= STEP) {
        layout page = layout_at(scale, n_levels);
        double highest = 0;
        for (size_t i = 0; i < b->n_areas; i++) {
            const oca_frame_node *at = &b->frame->nodes[b->areas[i].node];
            double height = heading_height;
            for (size_t item = at->first_item; item < at->end_item; item++)
                height += statement_height(b, item, &page);
            highest = fmax(highest, height);
        }
        if (highest <= page.height || scale <= SMALLEST)
            return page;
    }
}

static int last_column(const pages *p) {
    return FIRST_LEVEL + p->n_levels; /* the last one is for don't know and N/A */
}

static void put_heading(pages *p, size_t node, bool goes_on) {
    const oca_scoring_book *b = p->b;
    bool by_criteria = b->area_of[b->frame->nodes[node].first_item]->has_criteria;
    if (p->row && p->n_breaks < MOST_PAGES)
        p->breaks[p->n_breaks++] = p->row;
    p->used = heading_height;
    oca_put_across(b->paper, p->row, STATEMENT, last_column(p), OCA_STYLE_TITLE,
                   goes_on ? oca_format_text(b->mem, _("%s (continued)"), oca_node_title(b->frame, node, b->lang))
                           : oca_node_title(b->frame, node, b->lang));
    oca_fit_row(b->paper, p->row++, 0);
    oca_put_across(
        b->paper, p->row, STATEMENT, last_column(p), OCA_STYLE_HINT,
        by_criteria
            ? _("Tick every box that is so today, one by one; if none is, the first. Do not write your name.")
            : _("Tick one box in each row. Do not write your name. What do you see today, not what is planned?"));
    oca_fit_row(b->paper, p->row++, 18);
}

static void put_statement(pages *p, size_t node, size_t item) {
    const oca_scoring_book *b = p->b;
    double height = statement_height(b, item, &p->page);
    if (p->used + height > p->page.height && p->used > heading_height)
        put_heading(p, node, true);
    p->used += height;
    oca_put_text(b->paper, p->row, STATEMENT, OCA_STYLE_PAPER_TEXT, statement_text(b, item));
    for (int i = 0; i < p->n_levels; i++)
        oca_put_text(b->paper, p->row, FIRST_LEVEL + i, OCA_STYLE_PAPER_BOX, level_text(b, item, (size_t)i));
    oca_put_text(b->paper, p->row, last_column(p), OCA_STYLE_PAPER_BOX, _("☐ don't know\n\n☐ not for us"));
    oca_fit_row(b->paper, p->row++, height);
}

void oca_scoring_paper(const oca_scoring_book *b) {
    pages *p = oca_alloc(b->mem, sizeof *p);
    p->b = b;
    for (size_t i = 0; i < b->n_areas; i++)
        if (b->areas[i].n_levels > p->n_levels)
            p->n_levels = b->areas[i].n_levels;
    p->page = choose_layout(b, p->n_levels);
    oca_set_width(b->paper, MARK, MARK, 1);
    oca_put_text(b->paper, 0, MARK, OCA_STYLE_KEY, "oca:-");
    oca_set_width(b->paper, STATEMENT, STATEMENT, p->page.statement);
    oca_set_width(b->paper, FIRST_LEVEL, FIRST_LEVEL + p->n_levels - 1, p->page.level);
    oca_set_width(b->paper, last_column(p), last_column(p), p->page.words);
    for (size_t i = 0; i < b->n_areas; i++) {
        const oca_frame_node *at = &b->frame->nodes[b->areas[i].node];
        put_heading(p, b->areas[i].node, false);
        for (size_t item = at->first_item; item < at->end_item; item++)
            put_statement(p, b->areas[i].node, item);
    }
    oca_scoring_set_paper(b, b->paper, false, p->row - 1, STATEMENT, last_column(p), -1);
    oca_break_pages(b->paper, p->breaks, p->page.scale);
    oca_protect(b->paper);
}
