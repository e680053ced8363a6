/* Scores: what an assessment says of an organization (scoring document, "Item", "Area and overall", "Agreement"). */
#ifndef OCA_SCORING_SCORE_H
#define OCA_SCORING_SCORE_H

#include "../document/answers.h"

typedef enum { OCA_SCORED, OCA_STATE_NA, OCA_STATE_DK, OCA_STATE_BLANK, OCA_ITEM_NOT_APPLICABLE } oca_item_state;
typedef enum { OCA_GATE_NONE, OCA_GATE_MET, OCA_GATE_FAILED, OCA_GATE_OPEN, OCA_GATE_WAIVED } oca_gate_state;

typedef struct {
    oca_item_state state;
    oca_layer basis;       /* the layer that gave the score; OCA_LAYER_NONE without one */
    double score;          /* on the item's scale, after the evidence cap; if scored, like the next four */
    double score_uncapped; /* before the cap */
    double standing;       /* the permitted value it stands at */
    double x;              /* standardized, 0–1 */
    bool capped;           /* the evidence cap lowered it */
    bool evidence_missing; /* required at this score, and none is recorded */
    oca_counts counts;     /* participants' answers as recorded, whatever the basis */
    oca_number dk_share;   /* 0–1; not given without answers */
    oca_number consensus;  /* percent */
    oca_gate_state gate;
} oca_item_score;

typedef enum { OCA_NODE_SCORED, OCA_NODE_INSUFFICIENT, OCA_NODE_NOT_APPLICABLE } oca_node_state;
typedef enum {
    OCA_QUADRANT_NONE,
    OCA_BUILD_ON,   /* on screen "build on it" */
    OCA_SHARE,      /* "explain to each other" */
    OCA_STRENGTHEN, /* "ready to act" */
    OCA_DISCUSS,    /* "talk first" */
} oca_quadrant;

typedef struct {
    oca_node_state state;
    oca_number percent;  /* 0–100, on screen "points of 100" */
    oca_number level;    /* on the scale, where all items share one */
    oca_number coverage; /* 0–1 */
    long applicable, scored, na;
    oca_number consensus;       /* percent */
    long divided;               /* items whose consensus lies below the grid's */
    long stage, stage_uncapped; /* of the frame's stages; OCA_NOWHERE without one */
    oca_strings provisional;    /* ids of items, then of areas, that keep the stage from being firm */
    oca_quadrant quadrant;
    /* How the percent came about, for --explain: x = numerator / denominator; 0 / 0 where the node has none. */
    double numerator, denominator;
} oca_node_score;

typedef struct {
    const oca_answers *answers;
    const oca_item_score *items; /* by item of the frame */
    const oca_node_score *nodes; /* by node; 0 is overall */
    oca_number alpha;            /* Krippendorff's, ordinal */
    oca_to_completes to_complete;
} oca_scores;

/* Scores the assessment. Cannot fail: whatever contradicts itself was a fault of oca_answers_build. */
oca_scores oca_score_all(oca_arena *mem, const oca_answers *answers);

/* Items and nodes alone, without alpha and what is to complete. */
oca_scores oca_score_figures(oca_arena *mem, const oca_answers *answers);

/* Words of the enums above as JSON and XML have them; NULL for the values that are null there. */
const char *oca_item_state_word(oca_item_state state);
const char *oca_node_state_word(oca_node_state state);
const char *oca_gate_word(oca_gate_state gate);
const char *oca_layer_word(oca_layer layer);
const char *oca_quadrant_word(oca_quadrant quadrant);

#endif
