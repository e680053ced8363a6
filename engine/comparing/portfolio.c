/* Organizations, their rounds and their plans. */
#include "portfolio.h"

#include "portfolio_parts.h"

#include <stdlib.h>
#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int oca_version_compare(const char *a, const char *b) {
    while (*a && *b) {
        if (is_digit(*a) && is_digit(*b)) {
            a += strspn(a, "0");
            b += strspn(b, "0");
            size_t n = strspn(a, "0123456789"), m = strspn(b, "0123456789");
            int order = n != m ? (n > m) - (n < m) : memcmp(a, b, n);
            if (order)
                return order < 0 ? -1 : 1;
            a += n;
            b += m;
        } else if (*a == *b) {
            a++, b++;
        } else {
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        }
    }
    return (*a != '\0') - (*b != '\0');
}

/* Orders texts, what is absent first. */
int oca_text_order(const char *a, const char *b) {
    return a && b ? strcmp(a, b) : (a != NULL) - (b != NULL);
}

static int by_organization_and_date(const void *left, const void *right) {
    const oca_kept_round *a = left, *b = right;
    int order = strcmp(a->organization.id, b->organization.id);
    if (!order)
        order = (a->date > b->date) - (a->date < b->date);
    if (!order)
        order = strcmp(a->round, b->round);
    if (!order)
        order = strcmp(a->frame->rubric->id, b->frame->rubric->id);
    if (!order)
        order = oca_version_compare(a->frame->rubric->version, b->frame->rubric->version);
    return order ? order : strcmp(a->file, b->file);
}

static bool is_baseline(const oca_kept_round *round) {
    return oca_equal(round->round, "baseline");
}

/* The later of two other rounds: by date, then a reassessment before others, then the first. */
static bool is_later(const oca_kept_round *round, const oca_kept_round *than) {
    if (!than || round->date != than->date)
        return !than || round->date > than->date;
    return oca_equal(round->round, "reassessment") && !oca_equal(than->round, "reassessment");
}

/* Lines of the organizations, whose rounds stand one behind the other. */
static void find_lines(oca_portfolio *p, oca_arena *mem, size_t n_plans) {
    p->lines = oca_alloc(mem, (p->n_rounds + n_plans) * sizeof *p->lines);
    for (size_t i = 0; i < p->n_rounds; i++) {
        const oca_kept_round *round = &p->rounds[i];
        if (p->n_lines == 0 || !oca_equal(p->lines[p->n_lines - 1].id, round->organization.id))
            p->lines[p->n_lines++].id = round->organization.id;
        oca_line *line = &p->lines[p->n_lines - 1];
        if (!is_baseline(round) && is_later(round, line->latest))
            line->latest = round;
        else if (is_baseline(round) && !line->baseline)
            line->baseline = round;
        line->organization = &oca_line_now(line)->organization;
    }
}

/* Matchings depend on two frames alone; most pairs share one. */
typedef struct {
    OCA_LIST(oca_matching *) all;
    const oca_matching *last;
} matchings;

static const oca_matching *find_matching(matchings *known, oca_arena *mem, const oca_frame *baseline,
                                         const oca_frame *reassessment) {
    const oca_matching *last = known->last;
    for (size_t i = 0; !last || last->baseline != baseline || last->reassessment != reassessment; i++) {
        if (i == known->all.n) {
            oca_matching *made = oca_alloc(mem, sizeof *made);
            *made = oca_matching_build(mem, baseline, reassessment);
            *(oca_matching **)OCA_ADD(mem, &known->all) = made;
        }
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a list that was added to has elements */
        last = known->all.at[i];
    }
    return known->last = last;
}

static int by_id(const void *left, const void *right) {
    return strcmp(((const oca_line *)left)->id, ((const oca_line *)right)->id);
}

static oca_line *find_line(const oca_portfolio *p, size_t n, const char *id) {
    return n ? bsearch(&(oca_line){.id = id}, p->lines, n, sizeof *p->lines, by_id) : NULL;
}

/* The day of the newest entry of the journal; not given without one. */
static oca_date newest_entry(const oca_plan *plan) {
    oca_date newest = {0};
    for (size_t i = 0; plan->journal && i < plan->journal->changes.n; i++) {
        oca_date date = plan->journal->changes.at[i].date;
        if (date.given && (!newest.given || date.day > newest.day))
            newest = date;
    }
    return newest;
}

static int date_order(oca_date a, oca_date b) {
    if (a.given != b.given)
        return a.given ? 1 : -1;
    return a.given ? (a.day > b.day) - (a.day < b.day) : 0;
}

/* By the assessment that they were made from, its date first; of one assessment the newest last. */
static int by_origin_and_age(const void *left, const void *right) {
    const oca_plan *a = *(const oca_plan *const *)left, *b = *(const oca_plan *const *)right;
    int order = oca_text_order(a->origin->organization, b->origin->organization);
    if (!order)
        order = date_order(a->origin->date, b->origin->date);
    if (!order)
        order = oca_text_order(a->origin->round, b->origin->round);
    if (!order)
        order = date_order(newest_entry(a), newest_entry(b));
    if (!order)
        order = date_order(a->start, b->start);
    return order ? order : oca_text_order(b->file, a->file);
}

static bool same_origin(const oca_plan *a, const oca_plan *b) {
    return oca_equal(a->origin->organization, b->origin->organization) &&
           date_order(a->origin->date, b->origin->date) == 0 && oca_equal(a->origin->round, b->origin->round);
}

static bool is_of(const oca_plan *plan, const oca_kept_round *round) {
    const oca_plan_origin *origin = plan->origin;
    return round && origin->date.given && origin->date.day == round->date && oca_equal(origin->round, round->round);
}

/* A plan is not more widely shared than the assessment that it was made from, or than its organization shares any. */
static bool is_shared(const oca_plan *plan, const oca_line *line, const oca_portfolio_input *input) {
    const oca_plan_origin *origin = plan->origin;
    for (size_t i = 0; i < input->n_unshared; i++) {
        const oca_unshared *unshared = &input->unshared[i];
        if (!oca_equal(unshared->organization, origin->organization))
            continue;
        if (!line || !oca_line_now(line))
            return false;
        if (oca_equal(unshared->round, origin->round) && origin->date.given && unshared->date == origin->date.day)
            return false;
    }
    return true;
}

/* Organizations of which there is nothing but a plan have a line too. The plans stand by organization. */
static void add_lines_of_plans(oca_portfolio *p, oca_arena *mem, const oca_portfolio_input *input) {
    size_t before = p->n_lines;
    for (size_t i = 0; i < input->n_plans; i++) {
        const oca_plan *plan = input->plans[i];
        const char *id = plan->origin->organization;
        bool known = find_line(p, before, id) || (p->n_lines > before && oca_equal(p->lines[p->n_lines - 1].id, id));
        if (known || !is_shared(plan, NULL, input))
            continue;
        oca_organization *organization = oca_alloc(mem, sizeof *organization);
        *organization = (oca_organization){.id = id, .name = plan->origin->name};
        p->lines[p->n_lines++] = (oca_line){.id = id, .organization = organization};
    }
    if (p->n_lines)
        qsort(p->lines, p->n_lines, sizeof *p->lines, by_id);
}

static void find_plans(oca_portfolio *p, oca_arena *mem, oca_portfolio_input *input) {
    if (input->n_plans)
        qsort(input->plans, input->n_plans, sizeof *input->plans, by_origin_and_age);
    add_lines_of_plans(p, mem, input);
    for (size_t i = 0; i < input->n_plans; i++) {
        const oca_plan *plan = input->plans[i];
        bool newer_follows = i + 1 < input->n_plans && same_origin(plan, input->plans[i + 1]);
        oca_line *line = newer_follows ? NULL : find_line(p, p->n_lines, plan->origin->organization);
        if (!line || !is_shared(plan, line, input))
            continue;
        *(const oca_plan **)OCA_ADD(mem, &line->plans) = plan;
        line->plan = plan;
        if (is_of(plan, line->baseline))
            line->baseline_plan = plan;
    }
}

void oca_portfolio_open(oca_portfolio *out, oca_arena *mem, oca_portfolio_input *input) {
    *out = (oca_portfolio){.rounds = input->rounds, .n_rounds = input->n_rounds, .not_shared = input->n_unshared};
    if (input->n_rounds)
        qsort(input->rounds, input->n_rounds, sizeof *input->rounds, by_organization_and_date);
    find_lines(out, mem, input->n_plans);
    find_plans(out, mem, input);
    matchings known = {0};
    for (size_t i = 0; i < out->n_lines; i++) {
        oca_line *line = &out->lines[i];
        if (line->baseline && line->latest)
            line->matching = find_matching(&known, mem, line->baseline->frame, line->latest->frame);
    }
}

/* Compares the two rounds of a pair's line, with the scores that `take` takes from what was kept. */
static oca_comparison compare(oca_arena *mem, const oca_line *line,
                              oca_scores (*take)(oca_arena *mem, const oca_kept_round *kept)) {
    oca_scores *rounds = oca_alloc(mem, 2 * sizeof *rounds);
    rounds[0] = take(mem, line->baseline);
    rounds[1] = take(mem, line->latest);
    return oca_compare_rounds(mem, line->matching, &rounds[0], &rounds[1]);
}

void oca_portfolio_pair(oca_line *line, oca_arena *scratch) {
    if (!line->matching)
        return;
    oca_comparison comparison = compare(scratch, line, oca_kept_basis);
    const oca_node_change *overall = &comparison.nodes[0];
    line->verdict = overall->verdict;
    line->kept = overall->kept;
    line->covered = overall->covered;
    line->common_baseline = overall->common_baseline;
    line->common_latest = overall->common_reassessment;
    line->delta = overall->delta;
    line->outcome = overall->outcome;
    line->level_baseline = overall->level_baseline;
    line->level_latest = overall->level_reassessment;
    for (size_t i = 0; line->level_latest.given && i < line->matching->reassessment->n_items; i++)
        if (comparison.items[i].listing == OCA_COMMON) { /* they share its scale */
            line->level_min = line->matching->reassessment->items[i].min;
            line->level_max = line->matching->reassessment->items[i].max;
            break;
        }
}

static void find_effect(oca_portfolio *p, oca_arena *mem) {
    for (size_t i = 0; i < p->n_lines; i++) {
        const oca_line *line = &p->lines[i];
        if (!oca_line_is_pair(line) || !line->baseline_plan)
            continue;
        oca_arena scratch = {0};
        oca_comparison comparison = compare(&scratch, line, oca_kept_scores);
        oca_plan_effect_add(mem, &p->effect, &comparison, line->baseline_plan);
        p->has_effect = true;
        oca_arena_free(&scratch);
    }
}

void oca_portfolio_close(oca_portfolio *p, oca_arena *mem, oca_grouping grouping, oca_date donor_leaves) {
    const oca_line **all = oca_alloc(mem, p->n_lines * sizeof *all);
    for (size_t i = 0; i < p->n_lines; i++)
        all[i] = &p->lines[i];
    p->figures = oca_portfolio_figures(mem, all, p->n_lines);
    oca_facilitated_by_year(p, mem);
    oca_portfolio_find_groups(p, mem, grouping);
    find_effect(p, mem);
    oca_portfolio_find_trainings(p, mem);
    oca_portfolio_find_support(p, mem, donor_leaves);
}
