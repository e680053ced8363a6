/* Who could learn from whom (scoring document, "Portfolio": peer learning). */
#include "portfolio_parts.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_AHEAD 25.0 /* points */
enum { MOST_LEARNERS = 2 };

/* An organization in one area. */
typedef struct {
    const oca_line *line;
    double percent;
    size_t learners; /* of a mentor */
} seat;

/* Mentors that have something in common, the best first. Those in front who have no place left are passed over for
 * good, so each is looked at once and thousands cost no more than their sorting. */
typedef struct {
    const char *word; /* of the district or country; NULL: all mentors */
    seat **at;
    size_t n, next;
} queue;

typedef OCA_LIST(queue) queues;

static int by_percent_up(const void *left, const void *right) {
    const seat *a = left, *b = right;
    int order = oca_compare(a->percent, b->percent);
    return order ? order : oca_place_order(a->line, b->line);
}

static int by_percent_down(const void *left, const void *right) {
    const seat *a = left, *b = right;
    int order = oca_compare(b->percent, a->percent);
    return order ? order : oca_place_order(a->line, b->line);
}

static const char *district_of(const seat *mentor) {
    return mentor->line->organization->district;
}

static const char *country_of(const seat *mentor) {
    return mentor->line->organization->country;
}

static const char *everywhere(const seat *mentor) {
    (void)mentor;
    return "";
}

typedef const char *word_of(const seat *mentor);

typedef struct {
    const char *word;
    size_t place;
    seat *mentor;
} entry;

static int by_word_and_place(const void *left, const void *right) {
    const entry *a = left, *b = right;
    int order = strcmp(a->word, b->word);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* The mentors, who stand with the best first, queued by the word that they share. */
static queues make_queues(oca_arena *mem, seat *mentors, size_t n, word_of *word) {
    entry *entries = oca_alloc(mem, n * sizeof *entries);
    seat **seats = oca_alloc(mem, n * sizeof *seats);
    queues out = {0};
    size_t m = 0;
    bool sorted = true; /* where all have the same word, they are */
    for (size_t i = 0; i < n; i++) {
        if (!word(&mentors[i]))
            continue;
        entries[m] = (entry){word(&mentors[i]), i, &mentors[i]};
        sorted = sorted && (m == 0 || by_word_and_place(&entries[m - 1], &entries[m]) < 0);
        m++;
    }
    if (!sorted)
        qsort(entries, m, sizeof *entries, by_word_and_place);
    for (size_t i = 0; i < m; i++) {
        seats[i] = entries[i].mentor;
        if (i == 0 || strcmp(entries[i].word, entries[i - 1].word) != 0)
            *(queue *)OCA_ADD(mem, &out) = (queue){.word = entries[i].word, .at = seats + i};
        out.at[out.n - 1].n++;
    }
    return out;
}

static int word_order(const void *word, const void *other) {
    return strcmp(word, ((const queue *)other)->word);
}

/* The best mentor of the queue of that word who has a place left, if he is far enough ahead. */
static seat *best_of(queues *all, const char *word, const seat *learner) {
    queue *found = word && all->n ? bsearch(word, all->at, all->n, sizeof *all->at, word_order) : NULL;
    if (!found)
        return NULL;
    while (found->next < found->n && found->at[found->next]->learners == MOST_LEARNERS)
        found->next++;
    if (found->next == found->n)
        return NULL;
    seat *mentor = found->at[found->next];
    return oca_compare(mentor->percent - learner->percent, LEAST_AHEAD) >= 0 ? mentor : NULL;
}

/* Pairs them, in an area of a rubric, whose mentors and learners are given in no order. */
static void pair(oca_portfolio *p, oca_arena *mem, const char *rubric, const char *area, seat *learners,
                 size_t n_learners, seat *mentors, size_t n_mentors) {
    if (n_learners == 0 || n_mentors == 0)
        return;
    oca_arena scratch = {0};
    qsort(learners, n_learners, sizeof *learners, by_percent_up);
    qsort(mentors, n_mentors, sizeof *mentors, by_percent_down);
    queues districts = make_queues(&scratch, mentors, n_mentors, district_of);
    queues countries = make_queues(&scratch, mentors, n_mentors, country_of);
    queues all = make_queues(&scratch, mentors, n_mentors, everywhere);
    for (size_t i = 0; i < n_learners; i++) {
        const seat *learner = &learners[i];
        seat *mentor = best_of(&districts, district_of(learner), learner);
        if (!mentor)
            mentor = best_of(&countries, country_of(learner), learner);
        if (!mentor)
            mentor = best_of(&all, everywhere(learner), learner);
        if (!mentor)
            continue;
        mentor->learners++;
        *(oca_peer *)OCA_ADD(mem, &p->peers) =
            (oca_peer){rubric, area, learner->line->id, mentor->line->id, mentor->percent - learner->percent};
    }
    oca_arena_free(&scratch);
}

/* Organizations whose newest round is with one rubric. */
typedef struct {
    const oca_line **at;
    size_t n;
} lines;

static void pair_area(oca_portfolio *p, oca_arena *mem, const lines *of, const char *rubric, const char *area,
                      seat *learners, seat *mentors) {
    const oca_frame *last = NULL;
    long place = OCA_NOWHERE;
    size_t n_learners = 0, n_mentors = 0;
    for (size_t i = 0; i < of->n; i++) {
        const oca_kept_round *round = oca_line_now(of->at[i]);
        if (round->frame != last)
            place = oca_frame_find_node(round->frame, area);
        last = round->frame;
        if (place == OCA_NOWHERE || !round->nodes[place].scored)
            continue;
        const oca_kept_node *node = &round->nodes[place];
        seat own = {of->at[i], node->percent, 0};
        if (oca_compare(node->percent, round->frame->grid_capacity) < 0)
            learners[n_learners++] = own;
        else if (!node->failed)
            mentors[n_mentors++] = own;
    }
    pair(p, mem, rubric, area, learners, n_learners, mentors, n_mentors);
}

static int by_rubric(const void *left, const void *right) {
    const oca_line *a = *(const oca_line *const *)left, *b = *(const oca_line *const *)right;
    int order = oca_rubric_order(oca_line_now(a)->frame, oca_line_now(b)->frame);
    return order ? order : oca_place_order(a, b);
}

void oca_portfolio_find_peers(oca_portfolio *p, oca_arena *mem) {
    oca_arena scratch = {0};
    lines all = {.at = oca_alloc(&scratch, p->n_lines * sizeof *all.at)};
    seat *learners = oca_alloc(&scratch, p->n_lines * sizeof *learners);
    seat *mentors = oca_alloc(&scratch, p->n_lines * sizeof *mentors);
    for (size_t i = 0; i < p->n_lines; i++)
        if (oca_line_now(&p->lines[i]))
            all.at[all.n++] = &p->lines[i];
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, by_rubric);
    for (size_t i = 0, end; i < all.n; i = end) {
        const char *rubric = oca_line_now(all.at[i])->frame->rubric->id;
        for (end = i; end < all.n && oca_equal(oca_line_now(all.at[end])->frame->rubric->id, rubric);)
            end++;
        lines some = {all.at + i, end - i};
        const oca_frame *newest = oca_line_now(all.at[i])->frame;
        for (size_t k = i + 1; k < end; k++)
            newest = oca_newer_frame(newest, oca_line_now(all.at[k])->frame);
        for (size_t node = 1; node < newest->n_nodes; node++)
            pair_area(p, mem, &some, rubric, newest->nodes[node].area->id, learners, mentors);
    }
    oca_arena_free(&scratch);
}
