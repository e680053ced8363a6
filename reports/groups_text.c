#include "groups_text.h"

#include "../engine/base/words.h"
#include "table.h"

#include <math.h>
#include <stdlib.h>

static void add_opinion(oca_arena *mem, oca_table *table, const oca_opinion *opinion) {
    oca_table_number(mem, table, (double)opinion->n, 0);
    oca_table_number(mem, table, 100 * opinion->x, OCA_DECIMALS_POINTS);
}

static oca_table new_table(oca_arena *mem, const char *first) {
    oca_table table = {0};
    oca_table_column(mem, &table, first, NULL, OCA_LEFT);
    oca_table_column(mem, &table, _("n"), NULL, OCA_RIGHT);
    oca_table_column(mem, &table, _("Points of 100"), NULL, OCA_RIGHT);
    oca_table_column(mem, &table, _("n others"), NULL, OCA_RIGHT);
    oca_table_column(mem, &table, _("Others' points"), NULL, OCA_RIGHT);
    return table;
}

void oca_groups_text(oca_lines *out, const oca_group_views *views) {
    oca_arena *mem = out->written.mem;
    oca_table table = new_table(mem, _("Group"));
    oca_strings hidden = {0};
    for (size_t i = 0; i < views->n; i++) {
        const oca_group_view *view = &views->at[i];
        if (!view->shown) {
            *(const char **)OCA_ADD(mem, &hidden) = view->group;
            continue;
        }
        oca_table_text(mem, &table, view->group);
        add_opinion(mem, &table, &view->nodes[0].group);
        add_opinion(mem, &table, &view->nodes[0].others);
    }
    if (!views->n)
        return;
    oca_lines_heading(out, _("Groups in the room"));
    if (oca_table_rows(&table)) {
        oca_table_write(out, &table);
        oca_lines_wrap(
            out,
            _("What participants scored themselves, overall. n: those who scored at least half; others: everybody "
              "else who did."),
            0, 2);
    }
    if (hidden.n)
        oca_lines_wrap(
            out,
            oca_format_text(mem,
                            _("Not shown, since fewer than five people would be told on, by themselves or by "
                              "subtracting: %s"),
                            oca_join(mem, &hidden, ", ")),
            0, 2);
}

/* The facilitator's screen. */

typedef struct {
    oca_lines out;
    oca_arena *mem;
    const oca_scores *scores;
    const oca_frame *frame;
    const char *lang;
} page;

static void add_row(page *p, oca_table *table, const char *title, const oca_division *division) {
    oca_table_text(p->mem, table, title);
    add_opinion(p->mem, table, &division->group);
    add_opinion(p->mem, table, &division->others);
    oca_table_number(p->mem, table, 100 * (division->group.x - division->others.x), OCA_DECIMALS_POINTS);
}

static void areas(page *p, const oca_group_view *view) {
    oca_table table = new_table(p->mem, _("Area"));
    oca_table_column(p->mem, &table, _("Difference"), NULL, OCA_RIGHT);
    for (size_t n = 0; n < p->frame->n_nodes; n++)
        if (p->frame->nodes[n].depth <= 1 && oca_division_holds(&view->nodes[n], OCA_GROUP_LEAST_IN_ROOM))
            add_row(p, &table, oca_node_title(p->frame, n, p->lang), &view->nodes[n]);
    if (oca_table_rows(&table))
        oca_table_write(&p->out, &table);
}

/* An item on which the two sides differ, and by how much of its scale. */
typedef struct {
    size_t item;
    double difference;
} gap;

static int by_difference(const void *left, const void *right) {
    const gap *a = left, *b = right;
    int order = oca_compare(b->difference, a->difference);
    return order ? order : (a->item > b->item) - (a->item < b->item);
}

static void items(page *p, const oca_group_view *view) {
    enum { MOST = 10 };
    oca_table table = new_table(p->mem, _("Furthest apart"));
    oca_table_column(p->mem, &table, _("Difference"), NULL, OCA_RIGHT);
    gap *gaps = oca_alloc(p->mem, p->frame->n_items * sizeof *gaps);
    size_t n = 0;
    for (size_t i = 0; i < p->frame->n_items; i++) {
        const oca_division *division = &view->items[i];
        double difference = fabs(division->group.x - division->others.x);
        if (oca_division_holds(division, OCA_GROUP_LEAST_IN_ROOM) && oca_compare(difference, 0) > 0)
            gaps[n++] = (gap){i, difference};
    }
    if (!n)
        return;
    qsort(gaps, n, sizeof *gaps, by_difference);
    for (size_t i = 0; i < n && i < MOST; i++)
        add_row(p, &table, oca_item_title(p->frame, gaps[i].item, p->lang), &view->items[gaps[i].item]);
    oca_lines_gap(&p->out);
    oca_table_write(&p->out, &table);
}

static void group(page *p, const oca_group_view *view) {
    oca_lines_heading(&p->out, oca_format_text(p->mem, _("%s, and everybody else"), view->group));
    if (!oca_division_holds(&view->nodes[0], OCA_GROUP_LEAST_IN_ROOM)) {
        oca_lines_wrap(&p->out,
                       oca_format_text(p->mem,
                                       _("%ld and %ld scored at least half; from three and three on it is shown."),
                                       view->nodes[0].group.n, view->nodes[0].others.n),
                       0, 0);
        return;
    }
    areas(p, view);
    items(p, view);
}

const char *oca_room_text(oca_arena *mem, const oca_scores *scores, const oca_group_views *views, const char *lang,
                          const oca_screen *screen) {
    page p = {.out = {.written = {.mem = mem}, .screen = screen},
              .mem = mem,
              .scores = scores,
              .frame = scores->answers->frame,
              .lang = lang};
    const oca_assessment *assessment = scores->answers->assessment;
    oca_lines_title(&p.out,
                    oca_format_text(mem, "%s, %s, %s", assessment->organization->name,
                                    oca_round_word(assessment->round), oca_day_text(mem, assessment->date.day)));
    oca_lines_wrap(
        &p.out,
        _("For the facilitator alone, in the room: who sees this may guess who answered what. Do not hand it on."), 0,
        0);
    if (!views->n)
        oca_lines_wrap(&p.out, _("No participant is in a group, so there is nothing to compare."), 0, 0);
    for (size_t i = 0; i < views->n; i++)
        group(&p, &views->at[i]);
    return p.out.written.at;
}
