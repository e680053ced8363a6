/* What a portfolio keeps of an assessment and of a plan: a small record, so that many thousands fit into memory.
 *
 * Whatever the answers, it takes about a kilobyte for 45 items. Nothing is lost that scores or comparisons need, apart
 * from who gave which score: participants' answers are kept as how often each was given. */
#ifndef OCA_COMPARING_KEPT_H
#define OCA_COMPARING_KEPT_H

#include "../document/plan.h"
#include "../scoring/score.h"

/* A node's figures. */
typedef struct {
    double percent; /* only if `scored` */
    bool scored;
    bool failed; /* a must-have of an item that takes part in it is not met */
} oca_kept_node;

typedef enum {
    OCA_FACILITATION_UNKNOWN,   /* no facilitator says where he is from */
    OCA_FACILITATION_LOCAL,     /* some do, none from the programme */
    OCA_FACILITATION_PROGRAMME, /* at least one from the programme */
} oca_facilitation;

typedef struct {
    const oca_frame *frame;
    oca_organization organization;
    const char *file; /* tells apart what is alike in all else */
    const char *round;
    oca_day date;
    oca_facilitation facilitation;
    long stage; /* of the frame's stages, of the whole; OCA_NOWHERE without one */
    bool provisional;
    const oca_kept_node *nodes;   /* by node of the frame */
    const unsigned char *able;    /* bit i: item i stands at or above its `adequate` */
    const unsigned char *answers; /* packed: see oca_kept_scores */
    size_t n_bytes;
} oca_kept_round;

/* Keeps a scored assessment in `mem`; nothing in it points into the assessment or `scratch`. The frame must outlive it.
 */
oca_kept_round oca_keep(oca_arena *mem, oca_arena *scratch, const oca_scores *scores);

/* The scores again, in `mem`: the same in all but alpha and what is to complete. */
oca_scores oca_kept_scores(oca_arena *mem, const oca_kept_round *kept);

/* Of the scores, in `mem`, what the like-for-like figures of two rounds are made of, without scoring again: whether an
 * item is scored, what was agreed, verified and counted, the nodes' percents and the stage of the whole. All else, the
 * must-haves among it, is as if absent. */
oca_scores oca_kept_basis(oca_arena *mem, const oca_kept_round *kept);

/* Keeps of a plan what is said of many together: its actions with one title each, its trainings, the newest entry of
 * its journal; neither notes nor evidence nor persons. Nothing points into the plan. */
const oca_plan *oca_keep_plan(oca_arena *mem, const oca_plan *plan);

/* True if the item stands at or above its `adequate`. */
static inline bool oca_kept_able(const oca_kept_round *kept, size_t item) {
    return kept->able[item / 8] >> (item % 8) & 1;
}

#endif
