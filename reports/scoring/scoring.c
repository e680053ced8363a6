#include "scoring.h"

#include "../xlsx/record_sheet.h"
#include "calc.h"

#include <string.h>

enum { LEAST_PEOPLE = 20, SPARE_PEOPLE = 5, LONGEST_TAB = 31 };

/* A code for a column of private scores: "p07", as long as nobody bears it. */
static void add_spare(oca_scoring_book *b) {
    for (size_t n = b->people.n + 1;; n++) {
        const char *code = oca_format_text(b->mem, "p%02zu", n);
        if (oca_holds(&b->people, code))
            continue;
        *(const char **)OCA_ADD(b->mem, &b->people) = code;
        return;
    }
}

static void find_people(oca_scoring_book *b) {
    const oca_assessment *assessment = b->assessment;
    for (size_t i = 0; i < assessment->participants.n; i++)
        *(const char **)OCA_ADD(b->mem, &b->people) = assessment->participants.at[i].id;
    size_t declared = b->people.n;
    while (b->people.n < LEAST_PEOPLE || b->people.n < declared + SPARE_PEOPLE)
        add_spare(b);
}

/* The numbers among the tally's columns. */
static void find_tallied(oca_scoring_book *b) {
    const oca_form_table *tallies = oca_form_find(&b->form, "tallies");
    for (size_t i = 0; i < tallies->columns.n; i++) {
        double value;
        const char *key = tallies->columns.at[i].key;
        if (oca_number_parse(&value, key, strlen(key)))
            *(double *)OCA_ADD(b->mem, &b->tallied) = value;
    }
}

static void find_scales(oca_scoring_book *b) {
    const oca_rubric *rubric = b->frame->rubric;
    b->scales = oca_alloc(b->mem, (rubric->scales.n + 1) * sizeof *b->scales);
    for (size_t i = 0; i < rubric->scales.n; i++)
        b->scales[i] = (oca_scoring_scale){&rubric->scales.at[i], oca_scale_values(b->mem, &rubric->scales.at[i])};
}

static int actions_for(const oca_scoring_book *b, const char *item) {
    int n = 0;
    for (size_t i = 0; b->in->library && i < b->in->library->actions.n; i++)
        n += oca_equal(b->in->library->actions.at[i].item, item);
    return n;
}

/* Where the rows of each item begin on Levels and Actions. */
static void find_rows(oca_scoring_book *b) {
    size_t n = b->frame->n_items;
    int level = 1, action = 1;
    b->levels = oca_alloc(b->mem, (n + 1) * sizeof *b->levels);
    b->actions = oca_alloc(b->mem, (n + 1) * sizeof *b->actions);
    for (size_t i = 0; i < n; i++) {
        b->levels[i] = (oca_scoring_rows){level, (int)b->frame->items[i].n_rungs};
        b->actions[i] = (oca_scoring_rows){action, actions_for(b, b->frame->items[i].item->id)};
        level += b->levels[i].n;
        action += b->actions[i].n;
    }
}

static void find_areas(oca_scoring_book *b) {
    const oca_frame *frame = b->frame;
    b->areas = oca_alloc(b->mem, frame->n_nodes * sizeof *b->areas);
    b->area_of = oca_alloc(b->mem, (frame->n_items + 1) * sizeof *b->area_of);
    for (size_t node = 1; node < frame->n_nodes; node = frame->nodes[node].end) {
        const oca_frame_node *at = &frame->nodes[node];
        if (at->first_item == at->end_item)
            continue;
        oca_area_sheet *area = &b->areas[b->n_areas++];
        area->node = node;
        for (size_t i = at->first_item; i < at->end_item; i++) {
            b->area_of[i] = area;
            area->has_criteria |= oca_by_criteria(&frame->items[i]);
            if ((int)frame->items[i].n_rungs > area->n_levels)
                area->n_levels = (int)frame->items[i].n_rungs;
        }
        area->first_value = 2 + area->n_levels + (b->in->previous != NULL) + area->has_criteria + 2;
        area->last_row = OCA_SCORING_FIRST_ROW + (int)(at->end_item - at->first_item) - 1;
    }
}

/* "1 Governance": what a tab may be called, different for each; braces are what oca_calc_expand replaces. */
static const char *tab_of(const oca_scoring_book *b, size_t number) {
    const char *title = oca_node_title(b->frame, b->areas[number].node, b->lang);
    oca_buffer out = {.mem = b->mem};
    oca_buffer_print(&out, "%zu ", number + 1);
    for (size_t characters = out.n; *title; title++) {
        characters += ((unsigned char)*title & 0xC0) != 0x80;
        if (characters > LONGEST_TAB - 1) /* one less: a character may take two of Excel's units */
            break;
        bool forbidden = strchr("[]:*?/\\'\"{}", *title) != NULL || (unsigned char)*title < ' ';
        oca_buffer_add(&out, forbidden ? " " : title, 1);
    }
    while (out.n && out.at[out.n - 1] == ' ')
        out.at[--out.n] = '\0';
    return out.at;
}

static bool asks_then(const oca_scoring_book *b) {
    for (size_t i = 0; i < b->assessment->answers.n; i++)
        if (b->assessment->answers.at[i].then)
            return true;
    return b->in->previous != NULL || oca_equal(b->assessment->round, "reassessment");
}

/* All sheets first, in their order: formulas speak of one another's. */
static void add_sheets(oca_scoring_book *b, oca_book *book) {
    b->start = oca_book_sheet(book, _("Start"));
    b->organization = oca_book_sheet(book, _("Organization"));
    b->participants = oca_book_sheet(book, _("Participants"));
    b->paper = oca_book_sheet(book, _("Private, on paper"));
    b->scores_sheet = oca_book_sheet(book, _("Private scores"));
    b->tally = oca_book_sheet(book, _("Tally"));
    for (size_t i = 0; i < b->n_areas; i++)
        b->areas[i].sheet = oca_book_sheet(book, tab_of(b, i));
    b->criteria = b->has_criteria ? oca_book_sheet(book, _("Criteria")) : NULL;
    b->results = oca_book_sheet(book, _("Results"));
    b->statements = oca_book_sheet(book, _("Statements"));
    b->plan = oca_book_sheet(book, _("Draft plan"));
    b->evidence = oca_book_sheet(book, _("Evidence"));
    b->notes = oca_book_sheet(book, _("Notes of members"));
    b->measures = b->frame->rubric->measures.n ? oca_book_sheet(book, _("Measures")) : NULL;
    b->calc = oca_book_sheet(book, "Calc");
    b->calc_areas = oca_book_sheet(book, "Calc areas");
    b->calc_criteria = b->has_criteria ? oca_book_sheet(book, "Calc criteria") : NULL;
    b->levels_sheet = oca_book_sheet(book, "Levels");
    b->actions_sheet = oca_book_sheet(book, "Actions");
    b->lists = oca_book_sheet(book, "Lists");
}

static void fill_sheets(const oca_scoring_book *b) {
    oca_scoring_start(b);
    oca_scoring_organization(b);
    oca_scoring_participants(b);
    oca_scoring_paper(b);
    oca_scoring_private(b);
    oca_scoring_tally(b);
    for (size_t i = 0; i < b->n_areas; i++)
        oca_scoring_area(b, &b->areas[i]);
    oca_scoring_more(b);
    oca_scoring_calc(b);
    oca_scoring_calc_areas(b);
    if (b->calc_criteria)
        oca_scoring_calc_criteria(b);
    oca_scoring_results(b);
    oca_scoring_statements(b);
    oca_scoring_plan(b);
    oca_scoring_levels(b);
    oca_scoring_actions(b);
    oca_scoring_lists(b);
}

oca_status oca_scoring_write(const char *path, oca_arena *mem, const oca_scoring_input *input, oca_faults *faults) {
    const oca_answers *answers = input->scores->answers;
    oca_scoring_book book = {.in = input,
                             .mem = mem,
                             .frame = answers->frame,
                             .scores = input->scores,
                             .assessment = answers->assessment,
                             .lang = input->lang},
                     *b = &book;
    b->form = oca_assessment_form(mem, b->assessment, b->frame);
    b->planned = oca_plan_make(mem, b->scores, input->library, (oca_planning_options){b->assessment->date.day, NULL});
    b->has_criteria = oca_form_find(&b->form, "criteria")->rows.n > 0;
    b->shows_then = asks_then(b);
    find_people(b);
    find_tallied(b);
    find_scales(b);
    find_rows(b);
    find_areas(b);
    oca_book *out = oca_book_open(mem, path, oca_words_in(&b->frame->rubric->titles, b->lang, b->frame->rubric->lang),
                                  b->assessment->date.day);
    add_sheets(b, out);
    fill_sheets(b);
    oca_book_record(out, &input->record);
    return oca_book_close(out, faults);
}
