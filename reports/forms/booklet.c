#include "booklet.h"

#include "../../engine/base/words.h"
#include "../phrases.h"
#include "../xlsx/page.h"
#include "../xlsx/record_sheet.h"
#include "../xlsx/text.h"

#include <math.h>

enum { MARK, STATEMENT, FIRST_LEVEL };
enum { MOST_PAGES = 1023 };

/* What fits on a page of A4 across at full size: characters, points. */
static const double page_width = 126, page_height = 495, heading_height = 50, part_height = 22;

/* How a page is laid out at a scale, in percent: what is printed smaller may be wider. */
typedef struct {
    double scale, statement, level, words, height;
} layout;

typedef struct {
    const oca_booklet *of;
    const oca_frame *frame;
    oca_arena *mem;
    oca_sheet *sheet;
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

/* Texts. */

static const char *words(const pages *p, const oca_words *of) {
    return oca_words_in(of, p->of->lang, p->frame->rubric->lang);
}

/* The title, the statement, and of whom it is asked. */
static const char *statement_text(const pages *p, size_t item) {
    const oca_item *own = p->frame->items[item].item;
    oca_buffer out = {.mem = p->mem};
    const char *statement = words(p, &own->statements);
    oca_buffer_print(&out, "%s", oca_item_title(p->frame, item, p->of->lang));
    if (*statement)
        oca_buffer_print(&out, "\n%s", statement);
    if (own->applies_to.n)
        oca_buffer_print(&out, "\n%s",
                         oca_format_text(p->mem, _("Asked only of: %s."),
                                         oca_profile_shown(p->mem, p->frame, &own->applies_to, p->of->lang)));
    if (own->except.n)
        oca_buffer_print(&out, "\n%s",
                         oca_format_text(p->mem, _("Not asked of: %s."),
                                         oca_profile_shown(p->mem, p->frame, &own->except, p->of->lang)));
    return out.at;
}

/* Criteria have boxes of their own, and the level follows from them. */
static const char *level_text(const pages *p, size_t item, size_t rung) {
    const oca_frame_item *at = &p->frame->items[item];
    if (rung >= at->n_rungs)
        return "";
    return oca_format_text(p->mem, "%s%s\n%s", at->rungs[rung].criteria.n ? "" : "☐ ",
                           oca_level_called(p->mem, p->frame, item, at->rungs[rung].value, p->of->lang),
                           oca_level_in_full(p->mem, p->frame, item, rung, p->of->lang, "☐"));
}

/* Heights. */

static double height_of(const char *text, double width, oca_style style) {
    oca_look look = oca_look_of(style);
    return oca_lines_height(oca_wrapped_lines(text, oca_column_room(width), look.size, look.bold), look.size);
}

static double statement_height(const pages *p, size_t item, const layout *page) {
    double height = fmax(height_of(statement_text(p, item), page->statement, OCA_STYLE_PAPER_TEXT), 44);
    for (size_t i = 0; i < p->frame->items[item].n_rungs; i++)
        height = fmax(height, height_of(level_text(p, item, i), page->level, OCA_STYLE_PAPER_BOX));
    return height;
}

static double across_height(const layout *page, int n_levels, const char *text, oca_style style) {
    return height_of(text, page->statement + page->level * n_levels + page->words, style);
}

/* True if the item is the first of a part of its outermost area, whose title then stands above it. */
static bool begins_part(const pages *p, size_t item) {
    const oca_frame_item *at = &p->frame->items[item];
    const oca_frame_node *area = &p->frame->nodes[at->outermost];
    return item == area->first_item ? at->area != at->outermost : at->area != p->frame->items[item - 1].area;
}

static const char *how_to_tick(void) {
    return _(
        "Read each statement and tick what fits today. Nobody writes a name. Who does not know ticks “don't know”.");
}

/* What stands before the first area, where the booklet is whole. */
static double opening_height(const pages *p, const layout *page) {
    return across_height(page, p->n_levels, words(p, &p->frame->rubric->titles), OCA_STYLE_TITLE) + 18 +
           across_height(page, p->n_levels, how_to_tick(), OCA_STYLE_FACT) + 12;
}

/* The largest scale at which every area has one page; areas too long for the smallest go on over several. */
static layout choose_layout(const pages *p) {
    enum { LARGEST = 100, SMALLEST = 70, STEP = 5 };
    for (int scale = LARGEST;; scale -= STEP) {
        layout page = layout_at(scale, p->n_levels);
        double highest = 0, before = p->of->whole ? opening_height(p, &page) : 0;
        for (size_t node = 1; node < p->frame->n_nodes; node = p->frame->nodes[node].end) {
            const oca_frame_node *at = &p->frame->nodes[node];
            double height = heading_height + before;
            for (size_t item = at->first_item; item < at->end_item; item++)
                height += statement_height(p, item, &page) + (begins_part(p, item) ? part_height : 0);
            highest = fmax(highest, height);
            before = at->first_item < at->end_item ? 0 : before;
        }
        if (highest <= page.height || scale <= SMALLEST)
            return page;
    }
}

/* Rows. */

static int last_column(const pages *p) {
    return FIRST_LEVEL + p->n_levels; /* the last one is for don't know and N/A */
}

static void put_across(pages *p, oca_style style, const char *text, double least) {
    oca_put_across(p->sheet, p->row, STATEMENT, last_column(p), style, text);
    oca_fit_row(p->sheet, p->row++, least);
}

static bool has_criteria(const pages *p, size_t node) {
    const oca_frame_node *at = &p->frame->nodes[node];
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (oca_by_criteria(&p->frame->items[i]))
            return true;
    return false;
}

static void put_heading(pages *p, size_t node, bool goes_on) {
    const char *title = oca_node_title(p->frame, node, p->of->lang);
    put_across(p, OCA_STYLE_TITLE, goes_on ? oca_format_text(p->mem, _("%s (continued)"), title) : title, 0);
    put_across(p, OCA_STYLE_HINT,
               has_criteria(p, node)
                   ? _("Tick every box that is so today, one by one; if none is, the first. Do not write your name.")
                   : _("Tick one box in each row. Do not write your name. What do you see today, not what is planned?"),
               18);
    p->used += heading_height;
}

static void break_page(pages *p) {
    if (p->row && p->n_breaks < MOST_PAGES)
        p->breaks[p->n_breaks++] = p->row;
    p->used = 0;
}

static void put_statement(pages *p, size_t node, size_t item) {
    double height = statement_height(p, item, &p->page);
    bool part = begins_part(p, item);
    if (p->used + height + (part ? part_height : 0) > p->page.height && p->used > heading_height) {
        break_page(p);
        put_heading(p, node, true);
    }
    if (part) {
        put_across(p, OCA_STYLE_SECTION, oca_node_title(p->frame, p->frame->items[item].area, p->of->lang),
                   part_height);
        p->used += part_height;
    }
    p->used += height;
    oca_put_text(p->sheet, p->row, STATEMENT, OCA_STYLE_PAPER_TEXT, statement_text(p, item));
    for (int i = 0; i < p->n_levels; i++)
        oca_put_text(p->sheet, p->row, FIRST_LEVEL + i, OCA_STYLE_PAPER_BOX, level_text(p, item, (size_t)i));
    oca_put_text(p->sheet, p->row, last_column(p), OCA_STYLE_PAPER_BOX, _("☐ don't know\n\n☐ not for us"));
    oca_fit_row(p->sheet, p->row++, height);
}

static void put_areas(pages *p) {
    bool first = true;
    for (size_t node = 1; node < p->frame->n_nodes; node = p->frame->nodes[node].end) {
        const oca_frame_node *at = &p->frame->nodes[node];
        if (at->first_item == at->end_item)
            continue;
        if (!first)
            break_page(p);
        first = false;
        put_heading(p, node, false);
        for (size_t item = at->first_item; item < at->end_item; item++)
            put_statement(p, node, item);
    }
}

static void put_opening(pages *p) {
    const oca_rubric *rubric = p->frame->rubric;
    put_across(p, OCA_STYLE_TITLE, words(p, &rubric->titles), 0);
    put_across(p, OCA_STYLE_SUBTITLE, oca_format_text(p->mem, "%s %s", rubric->id, rubric->version), 18);
    put_across(p, OCA_STYLE_FACT, how_to_tick(), 0);
    p->row++;
    p->used = opening_height(p, &p->page);
}

static void put_closing(pages *p) {
    const oca_rubric *rubric = p->frame->rubric;
    const char *text = oca_format_text(p->mem, "%s %s", words(p, &rubric->sources), words(p, &rubric->licences));
    double height = across_height(&p->page, p->n_levels, text, OCA_STYLE_FACT) + 14;
    if (p->used + height > p->page.height)
        break_page(p);
    p->row++;
    put_across(p, OCA_STYLE_FACT, text, 0);
}

void oca_booklet_put(oca_sheet *sheet, const oca_booklet *booklet) {
    oca_arena *mem = oca_sheet_memory(sheet);
    pages *p = oca_alloc(mem, sizeof *p);
    *p = (pages){.of = booklet, .frame = booklet->frame, .mem = mem, .sheet = sheet};
    for (size_t i = 0; i < p->frame->n_items; i++)
        if ((int)p->frame->items[i].n_rungs > p->n_levels)
            p->n_levels = (int)p->frame->items[i].n_rungs;
    p->page = choose_layout(p);
    oca_set_width(sheet, MARK, MARK, 1);
    oca_put_text(sheet, 0, MARK, OCA_STYLE_KEY, "oca:-");
    oca_set_width(sheet, STATEMENT, STATEMENT, p->page.statement);
    oca_set_width(sheet, FIRST_LEVEL, FIRST_LEVEL + p->n_levels - 1, p->page.level);
    oca_set_width(sheet, last_column(p), last_column(p), p->page.words);
    if (booklet->whole)
        put_opening(p);
    put_areas(p);
    if (booklet->whole)
        put_closing(p);
    oca_set_paper(sheet, &(oca_paper){.first_repeated = 0,
                                      .last_repeated = -1,
                                      .last_row = p->row - 1,
                                      .first_column = STATEMENT,
                                      .last_column = last_column(p),
                                      .left = booklet->left,
                                      .right = booklet->right,
                                      .footer = booklet->footer});
    oca_break_pages(sheet, p->breaks, p->page.scale);
    oca_protect(sheet);
}

oca_status oca_booklet_write(const char *path, oca_arena *mem, const oca_booklet_book *booklet, oca_faults *faults) {
    enum { DATED = 10957 }; /* 2000-01-01: a rubric bears no date, and the workbook's must always be the same */
    const oca_rubric *rubric = booklet->frame->rubric;
    const char *title = oca_words_in(&rubric->titles, booklet->lang, rubric->lang);
    oca_book *book = oca_book_open(mem, path, title, DATED);
    oca_sheet *sheet = oca_book_sheet(book, _("Booklet"));
    oca_booklet_put(sheet, &(oca_booklet){.frame = booklet->frame,
                                          .lang = booklet->lang,
                                          .whole = true,
                                          .left = title,
                                          .right = oca_format_text(mem, "%s %s", rubric->id, rubric->version),
                                          .footer = ""});
    oca_book_record(book, &booklet->record);
    return oca_book_close(book, faults);
}
