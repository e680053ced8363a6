#include "groups.h"

#include "../document/people.h"
#include "rollup.h"

#include <stdint.h>
#include <stdlib.h>

enum { MOST_SHOWN = 64 }; /* groups; as many as a mask has bits */

typedef struct {
    oca_arena *mem;
    const oca_answers *answers;
    const oca_frame *frame;
    size_t n_people;
    oca_number **items, **nodes; /* by participant, then item and node: her own x */
} room;

/* Items of which figures speak: that are asked, and that the group has not called N/A. */
static bool counts(const room *r, size_t item) {
    const oca_answer *answer = r->answers->answers[item];
    return r->answers->item_applies[item] && !(answer && answer->agreed && answer->agreed->answer == OCA_ANSWER_NA);
}

static void read_scores(room *r) {
    oca_people people = oca_people_of(r->mem, r->answers->assessment);
    for (size_t i = 0; i < r->frame->n_items; i++) {
        const oca_answer *answer = r->answers->answers[i];
        const oca_frame_item *item = &r->frame->items[i];
        for (size_t k = 0; answer && counts(r, i) && k < answer->scores.n; k++) {
            long by = oca_people_find(&people, answer->scores.at[k].by);
            oca_number value = answer->scores.at[k].value;
            if (by != OCA_NOBODY && value.given)
                r->items[by][i] = oca_given((value.value - item->min) / (item->max - item->min));
        }
    }
}

/* Item weight of the node: all of it, or what one person scored. */
static double weight(const room *r, size_t node, const oca_number *own) {
    const oca_frame_node *at = &r->frame->nodes[node];
    double sum = 0;
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (oca_takes_part(r->frame, i, node) && counts(r, i) && (!own || own[i].given))
            sum += r->frame->items[i].weight;
    return sum;
}

static void roll_up_people(room *r) {
    for (size_t p = 0; p < r->n_people; p++)
        oca_roll_up_all(r->frame, r->items[p], r->nodes[p]);
    for (size_t n = 0; n < r->frame->n_nodes; n++) {
        double all = weight(r, n, NULL);
        for (size_t p = 0; p < r->n_people; p++)
            if (oca_compare(2 * weight(r, n, r->items[p]), all) < 0)
                r->nodes[p][n] = (oca_number){0};
    }
}

static room read_room(oca_arena *mem, const oca_answers *answers) {
    room r = {.mem = mem, .answers = answers, .frame = answers->frame, .n_people = answers->assessment->participants.n};
    r.items = oca_alloc(mem, r.n_people * sizeof *r.items);
    r.nodes = oca_alloc(mem, r.n_people * sizeof *r.nodes);
    for (size_t p = 0; p < r.n_people; p++) {
        r.items[p] = oca_alloc(mem, r.frame->n_items * sizeof **r.items);
        r.nodes[p] = oca_alloc(mem, r.frame->n_nodes * sizeof **r.nodes);
    }
    if (r.n_people) {
        read_scores(&r);
        roll_up_people(&r);
    }
    return r;
}

static bool is_in(const room *r, size_t participant, const char *group) {
    return oca_holds(&r->answers->assessment->participants.at[participant].groups, group);
}

static void add(oca_opinion *opinion, double x) {
    opinion->x += (x - opinion->x) / (double)++opinion->n;
}

/* By item or node, `own` being the participants' x. */
static const oca_division *divide(const room *r, const char *group, oca_number **own, size_t n) {
    oca_division *out = oca_alloc(r->mem, n * sizeof *out);
    for (size_t p = 0; p < r->n_people; p++)
        for (size_t i = 0; i < n; i++)
            if (own[p][i].given)
                add(is_in(r, p, group) ? &out[i].group : &out[i].others, own[p][i].value);
    return out;
}

static int by_mask(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* True if no cell of the room holds one to four people; `masks` tell which groups each of the n is in. */
static bool cells_are_large(oca_arena *mem, const uint64_t *masks, size_t n) {
    uint64_t *sorted = oca_alloc(mem, n * sizeof *sorted);
    memcpy(sorted, masks, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_mask);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i; end < n && sorted[end] == sorted[i];)
            end++;
        if (end - i < OCA_GROUP_LEAST)
            return false;
    }
    return true;
}

static void choose_shown(const room *r, oca_group_views *views) {
    uint64_t *masks = oca_alloc(r->mem, (r->n_people + 1) * sizeof *masks);
    uint64_t *tried = oca_alloc(r->mem, (r->n_people + 1) * sizeof *tried);
    size_t shown = 0;
    for (size_t v = 0; v < views->n && shown < MOST_SHOWN; v++) {
        size_t n = 0;
        if (!oca_division_holds(&views->at[v].nodes[0], OCA_GROUP_LEAST))
            continue;
        for (size_t p = 0; p < r->n_people; p++)
            if (r->nodes[p][0].given) {
                tried[n] = masks[n] | (uint64_t)is_in(r, p, views->at[v].group) << shown;
                n++;
            }
        if (!cells_are_large(r->mem, tried, n))
            continue;
        memcpy(masks, tried, n * sizeof *masks);
        views->at[v].shown = true;
        shown++;
    }
}

static void find_groups(oca_strings *out, oca_arena *mem, const oca_assessment *assessment) {
    for (size_t p = 0; p < assessment->participants.n; p++) {
        const oca_strings *groups = &assessment->participants.at[p].groups;
        for (size_t g = 0; g < groups->n; g++)
            if (!oca_holds(out, groups->at[g]))
                *(const char **)OCA_ADD(mem, out) = groups->at[g];
    }
}

oca_group_views oca_groups(oca_arena *mem, const oca_answers *answers) {
    oca_strings groups = {0};
    oca_group_views views = {0};
    find_groups(&groups, mem, answers->assessment);
    if (!groups.n)
        return views;
    room r = read_room(mem, answers);
    for (size_t g = 0; g < groups.n; g++) {
        oca_group_view *view = OCA_ADD(mem, &views);
        *view = (oca_group_view){.group = groups.at[g],
                                 .items = divide(&r, groups.at[g], r.items, r.frame->n_items),
                                 .nodes = divide(&r, groups.at[g], r.nodes, r.frame->n_nodes)};
    }
    choose_shown(&r, &views);
    return views;
}

bool oca_division_holds(const oca_division *division, long least) {
    return division->group.n >= least && division->others.n >= least;
}
