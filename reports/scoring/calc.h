/* Formulas on the hidden sheets Calc (a row for each item) and Calc areas (a row for each node, overall first), written
 * with names of their columns: "IF({applies}=0,…)". For the files of this folder only. */
#ifndef OCA_REPORTS_SCORING_CALC_H
#define OCA_REPORTS_SCORING_CALC_H

#include "../xlsx/formula.h"
#include "sheets.h"

enum { OCA_CALC_FIRST_ROW = 2 };

/* What a formula computes. */
typedef struct {
    bool is_text;
    double number;
    const char *text;
} oca_computed;

static inline oca_computed oca_computed_number(double number) {
    return (oca_computed){.number = number};
}

static inline oca_computed oca_computed_text(const char *text) {
    return (oca_computed){.is_text = true, .text = text};
}

/* Where not given: "". */
static inline oca_computed oca_computed_maybe(oca_number number) {
    return number.given ? oca_computed_number(number.value) : oca_computed_text("");
}

/* A sheet of named columns. */
typedef struct {
    const oca_scoring_book *b;
    oca_sheet *sheet;
    const char *const *names; /* of its columns, ended by NULL */
    int row;                  /* that is being written */
    size_t first, end;        /* rows of Calc that "[name]" stands for */
} oca_calc;

/* "{name}" becomes the cell of that column in the row, "{name:}" its whole column, "[name]" the column of Calc in the
 * rows `first` to `end` - 1. `format` as for printf. */
const char *oca_calc_expand(const oca_calc *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes "=" and the formula into the named column of the row. */
void oca_calc_put(const oca_calc *c, const char *name, oca_computed value, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Number of the column; it must exist. */
int oca_calc_column(const char *const *names, const char *name);

/* "'Calc'!$C$3:$C$47". */
const char *oca_calc_range(const oca_scoring_book *b, const char *name);

/* "'Calc areas'!$C$3" of a node. */
const char *oca_calc_area_cell(const oca_scoring_book *b, size_t node, const char *name);

/* "'Calc'!$C$3" of an item. */
const char *oca_calc_item_cell(const oca_scoring_book *b, size_t item, const char *name);

extern const char *const oca_calc_names[], *const oca_calc_area_names[];

/* A cell of a sheet that shows: what `cell`, a reference or formula, comes to; a number "–" where it is "". */
void oca_calc_show_number(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                          const char *cell, oca_number value);
void oca_calc_show_text(const oca_scoring_book *b, oca_sheet *sheet, int row, int column, oca_style style,
                        const char *cell, const char *value);

/* The rows of Calc for agreed and checked, and for what members answered. */
void oca_calc_typed(const oca_calc *c, size_t item);
void oca_calc_answers(const oca_calc *c, size_t item);
void oca_calc_score(const oca_calc *c, size_t item);
void oca_calc_plan(const oca_calc *c, size_t item);

/* Whether the profile has the words: a condition; `node` is that of the area around. */
const char *oca_calc_applies(const oca_scoring_book *b, const char *around, const oca_strings *applies_to,
                             const oca_strings *except);

/* An item of the scale that all items of the node share; NULL if they do not (scoring document: level). */
const oca_frame_item *oca_scoring_shared_scale(const oca_scoring_book *b, size_t node);

/* Calc criteria: a row for each criterion in rubric order, 1 where it is met. How many an item has, and the first one's
 * row. */
enum { OCA_CRITERIA_ID, OCA_CRITERIA_AGREED, OCA_CRITERIA_VERIFIED };
int oca_scoring_criteria_of(const oca_scoring_book *b, size_t item, int *first);

/* The tally's columns on Calc: counts of each value, the same added up, and the values above them. */
int oca_calc_count_column(const oca_scoring_book *b, size_t k);
int oca_calc_sum_column(const oca_scoring_book *b, size_t k);

#endif
