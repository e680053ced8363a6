/* The pictures of the reports: their geometry, from plain numbers and words. Pure. Percents are 0–100; what is
 * undefined is drawn as such, never as 0. */
#ifndef OCA_REPORTS_FIGURES_FIGURES_H
#define OCA_REPORTS_FIGURES_FIGURES_H

#include "../../engine/base/date.h"
#include "drawing.h"

/* One round of a radar. */
typedef struct {
    const char *name; /* "baseline" */
    const char *role; /* "first" of one round and of the newest, "then" of an earlier one: told apart by line and mark,
                         not by colour alone */
    const oca_number *percents; /* by axis */
} oca_radar_ring;

/* With fewer axes there is nothing to see, with more nothing to read: the table serves. */
enum { OCA_FEWEST_FOR_A_RADAR = 3, OCA_MOST_FOR_A_RADAR = 20 };

/* A radar with an axis for each of `n` areas. `target` is a ring of its own; not given: none. Its title tells of the
 * last ring. */
oca_drawing oca_figure_radar(oca_arena *mem, const char *const *areas, size_t n, const oca_radar_ring *rings,
                             size_t n_rings, oca_number target);

/* A place on the map of capacity and agreement. */
typedef struct {
    const char *name;
    oca_number capacity, agreement;
} oca_map_place;

/* Capacity from left to right, agreement from below; the lines between high and low; `readings` are the words for
 * build-on, share, strengthen and discuss. Places are numbered in their order, from 1; those that are undefined are
 * left out, and the description says so. */
oca_drawing oca_figure_map(oca_arena *mem, const oca_map_place *places, size_t n, double capacity, double agreement,
                           const char *const readings[4]);

/* How many gave each answer to one item. */
typedef struct {
    double value;
    long count;
} oca_strip_answer;

/* A strip from the scale's lower end to its upper one with a disc for each value that participants gave, as large as
 * they are many; `agreed` marks the agreed score. The answers rise; `item` is what was asked. */
oca_drawing oca_figure_strip(oca_arena *mem, double min, double max, const oca_strip_answer *answers, size_t n,
                             oca_number agreed, const char *item);

typedef struct {
    const char *name;
    double from; /* percent: where it begins */
} oca_thermometer_stage;

/* Where the whole stands among the stages. */
typedef struct {
    oca_number percent;
    long stage;       /* by number, or -1 */
    bool provisional; /* the stage is not firm */
    const char *held; /* what holds it, if it is below what the points reach; else NULL */
} oca_thermometer_place;

/* The stages from 0 to 100, the one where it stands filled, with a mark at the points. */
oca_drawing oca_figure_thermometer(oca_arena *mem, const oca_thermometer_stage *stages, size_t n,
                                   const oca_thermometer_place *place);

/* From the first to the last day, both included. */
typedef struct {
    bool given;
    oca_day from, to;
} oca_gantt_span;

typedef struct {
    const char *label;
    oca_gantt_span planned, actual; /* actual: what became of it, a second bar below the first */
    const char *actual_word;        /* what the second bar is: "moved to", "done" */
    bool late;                      /* it ended, or is to end, later than first planned */
} oca_gantt_row;

/* A row for each action, from `start` to `end`; what lies outside is cut. Dotted lines are the reviews. */
oca_drawing oca_figure_gantt(oca_arena *mem, const oca_gantt_row *rows, size_t n, oca_day start, oca_day end,
                             const oca_day *reviews, size_t n_reviews);

/* Weeks of work on a day, by series; not given where nobody can know yet. */
typedef enum {
    OCA_BURN_UP_SIZE,
    OCA_BURN_UP_PLANNED,
    OCA_BURN_UP_STANDS,
    OCA_BURN_UP_AGREED,
    OCA_BURN_UP_SERIES
} oca_burn_up_kind;

typedef struct {
    oca_day date;
    oca_number weeks[OCA_BURN_UP_SERIES];
} oca_burn_up_point;

/* Where the axis of weeks ends, at a round number that nothing lies above, and how far its lines are apart. */
void oca_burn_up_axis(double *most, double *step, const oca_burn_up_point *points, size_t n);

/* Work done and planned over the days, at least one, in order. */
oca_drawing oca_figure_burn_up(oca_arena *mem, const oca_burn_up_point *points, size_t n);

/* One row of dumbbells. */
typedef struct {
    const char *name;
    oca_number before, now; /* either not given: "–" stands there */
    const char *change;     /* "+14.0" */
} oca_dumbbell;

/* A row for each area: a disc where it stood, a diamond where it stands now, the line between them, and the change. */
oca_drawing oca_figure_dumbbells(oca_arena *mem, const oca_dumbbell *rows, size_t n);

/* From one round to the next, like for like; not given where it cannot be compared. */
typedef struct {
    oca_number from, to;
} oca_slope_leg;

typedef struct {
    const char *name;
    const oca_slope_leg *legs; /* one less than rounds */
} oca_slope;

/* Where a row ends. */
typedef struct {
    size_t row;
    double percent;
} oca_slope_end;

typedef OCA_LIST(oca_slope_end) oca_slope_ends;

/* The ends of those rows whose last leg is compared, from above. */
oca_slope_ends oca_slope_ends_of(oca_arena *mem, const oca_slope *rows, size_t n, size_t legs);

/* A column for each of at least two rounds, a line for each row from column to column: rising, falling and level ones
 * told apart. The first row is the whole. A leg is like for like, so it may end elsewhere than the next begins. */
oca_drawing oca_figure_slopes(oca_arena *mem, const char *const *rounds, size_t n_rounds, const oca_slope *rows,
                              size_t n);

#endif
