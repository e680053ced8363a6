/* Many organizations: where they stand, how they moved, what they need (scoring document, "Portfolio").
 *
 * Pure. It is made in steps, so that the lines of the second, and then the last two, can be shared out to threads:
 *
 *     oca_portfolio_open         sorts what was kept, and finds each organization's two rounds and its plan
 *     oca_portfolio_pair         compares the two rounds of one line
 *     oca_portfolio_close        all that is said of them together, but …
 *     oca_portfolio_find_peers   … for who could learn from whom
 *
 * Whatever the order in which rounds and plans are given, the result is the same. */
#ifndef OCA_COMPARING_PORTFOLIO_H
#define OCA_COMPARING_PORTFOLIO_H

#include "../document/plan.h"
#include "comparing.h"
#include "kept.h"
#include "plan_effect.h"
#include "statistics.h"

/* An assessment whose organization shares it with neither programme nor donor. */
typedef struct {
    const char *organization, *round;
    oca_day date;
} oca_unshared;

/* One organization, one line; one of which there is only a plan has neither round. */
typedef struct {
    const char *id;
    const oca_organization *organization;    /* as its newest round has it */
    const oca_kept_round *baseline, *latest; /* the first baseline, the latest other round; NULL without one */
    const oca_plan *plan;                    /* its newest; NULL without one */
    const oca_plan *baseline_plan;           /* made from `baseline`; NULL without one */
    OCA_LIST(const oca_plan *) plans;        /* of several copies of one, the newest */
    const oca_matching *matching;            /* of the pair; NULL without one. The rest is of a pair only: */
    oca_verdict verdict;
    oca_number kept, covered; /* shares of item weight, 0–1 */
    oca_number common_baseline,
        common_latest; /* percents over the common items; if comparable or partly, like the rest */
    oca_number delta;  /* points, like for like */
    oca_number level_baseline, level_latest; /* where the common items share a scale, like the next two */
    double level_min, level_max;
    oca_outcome outcome;
} oca_line;

typedef struct {
    const char *id;
    size_t node;          /* of the frame */
    oca_summary percents; /* of those that have one */
} oca_portfolio_area;

typedef struct {
    const oca_stage *stage;
    size_t n; /* those that stand there firmly */
} oca_stage_count;

/* The organizations that have this round with this rubric. */
typedef struct {
    bool latest; /* else: baseline */
    const char *rubric;
    const oca_frame *frame; /* of the newest version among them */
    size_t n;
    oca_summary percents; /* of those that are scored */
    OCA_LIST(oca_stage_count) stages;
    size_t provisional;
    OCA_LIST(oca_portfolio_area) areas;
} oca_portfolio_round;

/* How many pairs with one rubric went from one stage to another; stages of each one's own version. */
typedef struct {
    const char *rubric;
    const oca_stage *from, *to;
    size_t from_place, to_place; /* 0: the lowest */
    size_t n;
} oca_stage_move;

/* Pairs whose common items share a scale: their mean level in both rounds. */
typedef struct {
    const char *rubric; /* of the latest round */
    double min, max;    /* of the scale */
    size_t n;
    double before, after; /* mean levels */
} oca_level_move;

/* Who facilitated so many assessments. */
typedef struct {
    size_t local, programme, unknown;
} oca_facilitated;

/* Percent of those that say so that were facilitated locally; not given if none says so. */
oca_number oca_facilitated_locally(const oca_facilitated *of);

typedef struct {
    int year;
    oca_facilitated of;
} oca_facilitated_year;

/* What is said of a set of organizations. */
typedef struct {
    size_t organizations;
    OCA_LIST(oca_portfolio_round) rounds; /* baseline first, then by rubric */
    size_t pairs;                         /* comparable or partly */
    oca_strings not_comparable, baseline_only, without_baseline;
    oca_strings improved, same, regressed;
    oca_strings reversed; /* whose latest round is dated before their baseline; they are among the others, too */
    oca_number mean_delta;
    oca_interval interval; /* 95 %, of mean_delta */
    oca_signed_rank wilcoxon;
    OCA_LIST(oca_stage_move) moves;  /* by rubric, then from the lowest stage up */
    OCA_LIST(oca_level_move) levels; /* by rubric, then by scale */
    oca_facilitated facilitated[2];  /* at baseline, in the latest round */
    oca_facilitated told_twice[2];   /* the same of those organizations alone that say so of both */
} oca_figures;

/* Organizations that share a word: a country, a district, a profile word, a federation. */
typedef struct {
    const char *word; /* NULL: those without one */
    oca_figures figures;
} oca_portfolio_group;

typedef enum { OCA_BY_NOTHING, OCA_BY_COUNTRY, OCA_BY_DISTRICT, OCA_BY_PROFILE, OCA_BY_FEDERATION } oca_grouping;

/* Who could learn from whom. */
typedef struct {
    const char *rubric, *area, *learner, *mentor;
    double difference; /* points */
} oca_peer;

typedef struct {
    const char *organization;
    oca_date start; /* the earliest of its actions; not given if all come after the plan */
} oca_training_need;

typedef struct {
    const char *organization;
    const oca_trained *entry;
} oca_training_held;

typedef struct {
    const char *id;
    oca_date start; /* the earliest of all */
    OCA_LIST(oca_training_need) needs;
    oca_strings trainers; /* organizations that could pass the skill on */
    OCA_LIST(oca_training_held) held;
    double women, men, youth, passed_on; /* sums over `held` */
} oca_training_line;

enum { OCA_SUPPORTS = OCA_SUPPORT_DONOR + 1 }; /* OCA_SUPPORT_ABSENT: no word says so */

/* Weeks of the actions that lean on each. */
typedef struct {
    const char *organization; /* NULL: all */
    double weeks[OCA_SUPPORTS], total;
    size_t n; /* actions */
} oca_support_line;

/* An action and whose it is. */
typedef struct {
    const char *organization;
    const oca_plan_weakness *weakness;
    const oca_plan_action *action;
} oca_action_of;

typedef OCA_LIST(oca_action_of) oca_actions_of;

typedef struct {
    const oca_kept_round *rounds; /* sorted */
    size_t n_rounds, not_shared;
    oca_line *lines; /* by id */
    size_t n_lines;
    oca_figures figures;
    oca_grouping grouping;
    OCA_LIST(oca_portfolio_group) groups;
    OCA_LIST(oca_facilitated_year) facilitated; /* all assessments, by year */
    oca_plan_effect effect;                     /* over the pairs whose plan was given */
    bool has_effect;
    OCA_LIST(oca_peer) peers;
    OCA_LIST(oca_training_line) trainings; /* by id */
    oca_support_line support;              /* of all */
    OCA_LIST(oca_support_line) supports;   /* of each organization with a plan */
    oca_actions_of asks;                   /* of government: by office (without one last), organization, plan order */
    oca_actions_of stops;                  /* what would stop without the donor from `donor_leaves` on */
} oca_portfolio;

/* All are sorted in place and must outlive the portfolio, as must their frames. */
typedef struct {
    oca_kept_round *rounds;
    size_t n_rounds;
    const oca_plan **plans;
    size_t n_plans;
    const oca_unshared *unshared;
    size_t n_unshared;
} oca_portfolio_input;

void oca_portfolio_open(oca_portfolio *out, oca_arena *mem, oca_portfolio_input *input);

/* Fills in the figures of a pair's line; nothing is done for another. Only the line changes, so that lines may be
 * compared by several threads at once, each with a `scratch` of its own. */
void oca_portfolio_pair(oca_line *line, oca_arena *scratch);

/* `donor_leaves`: see `stops`; not given, there are none. */
void oca_portfolio_close(oca_portfolio *portfolio, oca_arena *mem, oca_grouping grouping, oca_date donor_leaves);

/* Fills in `peers` and nothing else, which oca_portfolio_close leaves alone: the two may run at once, each with a `mem`
 * of its own. */
void oca_portfolio_find_peers(oca_portfolio *portfolio, oca_arena *mem);

/* True if both rounds are there and can be compared, wholly or partly. */
static inline bool oca_line_is_pair(const oca_line *line) {
    return line->matching && line->verdict != OCA_NOT_COMPARABLE;
}

/* True if the latest round is dated before the baseline. */
static inline bool oca_line_is_reversed(const oca_line *line) {
    return line->baseline && line->latest && line->latest->date < line->baseline->date;
}

/* The latest round, else the first baseline. */
static inline const oca_kept_round *oca_line_now(const oca_line *line) {
    return line->latest ? line->latest : line->baseline;
}

/* -1, 0 or 1: which of two versions is newer; numbers in them count as such, so that 1.10 is newer than 1.9. */
int oca_version_compare(const char *a, const char *b);

/* An action that is part of the plan's work: scheduled or added, and not dropped. */
bool oca_action_counts(const oca_plan_action *action);

#endif
