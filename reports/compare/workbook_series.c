/* The sheets "Series" and "Course": what a series of rounds says at a glance, on a page each. */
#include "../../engine/base/words.h"
#include "../figures/drawing.h"
#include "../figures/findings.h"
#include "../xlsx/slope_chart.h"
#include "slopes.h"
#include "workbook_parts.h"

/* Series. */

enum { S_NUMBERS, S_FROM, S_TO, S_CHANGE, S_OUTCOME, S_N, S_VERDICT, S_COLUMNS };

static const oca_compare_column columns[S_COLUMNS] = {
    [S_NUMBERS] = {N_("Rounds"), 9, OCA_STYLE_HEADING_CENTRED},
    [S_FROM] = {N_("From"), 24, OCA_STYLE_HEADING},
    [S_TO] = {N_("To"), 24, OCA_STYLE_HEADING},
    [S_CHANGE] = {N_("Change, points"), 12, OCA_STYLE_HEADING_CENTRED},
    [S_OUTCOME] = {N_("Outcome"), 14, OCA_STYLE_HEADING_CENTRED},
    [S_N] = {N_("n"), 6, OCA_STYLE_HEADING_CENTRED},
    [S_VERDICT] = {N_("Verdict"), 18, OCA_STYLE_HEADING_CENTRED},
};

static const oca_scores *round_at(const oca_series_book *b, size_t i) {
    return i ? b->pairs[i - 1].c->reassessment : b->pairs[0].c->baseline;
}

static int put_rounds(const oca_series_book *b, int row) {
    size_t legs = oca_compare_legs(b->compared);
    for (size_t i = 0; i <= legs; i++) {
        oca_put_text(b->series, row, S_NUMBERS, OCA_STYLE_LABEL, oca_format_text(b->newest.mem, "%zu", i + 1));
        oca_put_across(b->series, row, S_FROM, S_VERDICT, OCA_STYLE_FACT,
                       oca_round_shown(b->newest.mem, round_at(b, i)));
        oca_fit_row(b->series, row++, 0);
    }
    return row;
}

/* The whole's change, as it stands on the pair's own sheet of areas. */
static void put_linked_change(oca_sheet *sheet, int row, const oca_compare_book *pair) {
    const char *there =
        oca_range_of(pair->areas, OCA_COMPARE_FIRST_ROW, OCA_AREAS_CHANGE, OCA_COMPARE_FIRST_ROW, OCA_AREAS_CHANGE);
    oca_compare_formula(sheet, row, S_CHANGE, OCA_STYLE_CHANGE, oca_format_text(pair->mem, "=%s", there),
                        pair->c->nodes[0].delta);
}

static int put_pairs(const oca_series_book *b, int row) {
    oca_arena *mem = b->newest.mem;
    for (int i = 0; i < S_COLUMNS; i++)
        oca_put_text(b->series, row, i, columns[i].style, _(columns[i].heading));
    oca_fit_row(b->series, row++, 0);
    for (size_t i = 0; i < b->compared->n; i++) {
        const oca_compare_book *pair = &b->pairs[i];
        const oca_node_change *all = &pair->c->nodes[0];
        oca_put_text(b->series, row, S_NUMBERS, OCA_STYLE_TEXT_CENTRED, pair->mark);
        oca_put_text(b->series, row, S_FROM, OCA_STYLE_TEXT, oca_round_and_day(mem, pair->c->baseline));
        oca_put_text(b->series, row, S_TO, OCA_STYLE_TEXT, oca_round_and_day(mem, pair->c->reassessment));
        put_linked_change(b->series, row, pair);
        oca_put_text(b->series, row, S_OUTCOME, OCA_STYLE_TEXT_CENTRED,
                     all->outcome ? oca_outcome_shown(all->outcome) : OCA_UNDEFINED_SHOWN);
        oca_put_number(b->series, row, S_N, OCA_STYLE_WHOLE, (double)all->common);
        oca_put_text(b->series, row, S_VERDICT, OCA_STYLE_TEXT_CENTRED, oca_verdict_shown(all->verdict));
        oca_fit_row(b->series, row++, 0);
    }
    return row;
}

static void put_note(oca_sheet *sheet, int row, const char *note) {
    oca_put_across(sheet, row, 0, S_VERDICT, OCA_STYLE_FACT, note);
    oca_fit_row(sheet, row, 0);
}

/* What must be known before the figures, of every pair; and why one has none. */
static oca_strings reasons_of(const oca_series_book *b) {
    oca_arena *mem = b->newest.mem;
    oca_strings out = {0};
    for (size_t i = 0; i < b->compared->n; i++) {
        const oca_compare_book *pair = &b->pairs[i];
        const char *why = oca_why_not_compared(mem, &pair->c->nodes[0]);
        if (*why)
            *(const char **)OCA_ADD(mem, &out) = oca_format_text(mem, _("%s: – (%s)"), pair->mark, why);
        const oca_cautions cautions = oca_cautions_of(mem, pair->c);
        for (size_t k = 0; k < cautions.n; k++)
            *(const char **)OCA_ADD(mem, &out) = oca_format_text(mem, _("%s: %s"), pair->mark, cautions.at[k].text);
    }
    return out;
}

void oca_series_summary(const oca_series_book *b) {
    oca_sheet *sheet = b->series;
    int row = 0;
    for (int i = 0; i < S_COLUMNS; i++)
        oca_set_width(sheet, i, i, columns[i].width);
    oca_put_across(sheet, row, 0, S_VERDICT, OCA_STYLE_TITLE, b->newest.footer);
    oca_fit_row(sheet, row++, 0);
    oca_put_across(sheet, row, 0, S_VERDICT, OCA_STYLE_SUBTITLE,
                   b->newest.c->reassessment->answers->assessment->organization->name);
    oca_fit_row(sheet, row++, 0);
    row = put_rounds(b, row);
    const oca_strings reasons = reasons_of(b);
    if (reasons.n) {
        oca_compare_section(sheet, row + 1, S_VERDICT, _("To know first"));
        row += 2;
    }
    for (size_t i = 0; i < reasons.n; i++)
        put_note(sheet, row++, reasons.at[i]);
    oca_compare_section(sheet, row + 1, S_VERDICT, _("Series: each round with the next, then the first with the last"));
    row = put_pairs(b, row + 2);
    put_note(
        sheet, row++,
        _("Points of 100, over what the two rounds asked and scored alike; n: statements compared. Each pair has its "
          "own sheets, with its rounds in their names."));
    put_note(sheet, row, oca_subject_shown(b->newest.frame));
    oca_compare_page_of_one(&b->newest, sheet);
    oca_show_first(sheet);
}

/* Course. */

enum { C_NAME = 1, C_LEGS };
enum { C_PICTURE_ROW = 3, ROW_PIXELS = 20, WIDTH = 820 };
enum { MOST_ROWS = 60 }; /* more lines than that nobody can follow */

/* Where what the chart draws stands. */
typedef struct {
    const oca_series_book *b;
    oca_slopes slopes;
    size_t n; /* rows that are drawn */
    oca_slope_line *lines;
    oca_slope_cells cells;
} course;

static oca_slope_kind kind_of(const course *c, size_t row) {
    if (row == 0)
        return OCA_SLOPE_WHOLE;
    oca_slope_leg last = c->slopes.rows[row].legs[c->slopes.n_rounds - 2];
    int order = last.from.given && last.to.given ? oca_compare(last.to.value, last.from.value) : 0;
    return order > 0 ? OCA_SLOPE_ROSE : order < 0 ? OCA_SLOPE_FELL : OCA_SLOPE_LEVEL;
}

/* "45.9 Overall", cut where it is longer than the chart has room. */
static const char *name_at_end(const course *c, const oca_slope_end *end) {
    oca_arena *mem = c->b->newest.mem;
    const char *text = oca_format_text(mem, "%s %s", oca_number_shown(mem, end->percent, OCA_DECIMALS_POINTS),
                                       c->slopes.rows[end->row].name);
    return oca_drawn_lines(mem, OCA_SLOPES_LETTERS, oca_slopes_room(WIDTH), 1, text).at[0];
}

/* The names of the rows, none over another: at which height each stands. */
static void put_ends(const course *c) {
    oca_arena *mem = c->b->newest.mem;
    const oca_slope_ends all = oca_slope_ends_of(mem, c->slopes.rows, c->n, c->slopes.n_rounds - 1);
    oca_drawn_span *spans = oca_alloc(mem, (all.n + 1) * sizeof *spans);
    double each = oca_slopes_name(c->n);
    for (size_t i = 0; i < all.n; i++)
        spans[i] = (oca_drawn_span){100 - all.at[i].percent - each / 2, each};
    oca_drawn_apart(spans, all.n, -each / 2, 100 + each / 2);
    for (size_t i = 0; i < all.n; i++) {
        int row = c->cells.first_row + (int)all.at[i].row;
        const double figures[] = {oca_slopes_round(c->slopes.n_rounds, true), oca_slopes_names_at(c->slopes.n_rounds),
                                  all.at[i].percent, 100 - spans[i].top - each / 2};
        for (int k = 0; k < (int)OCA_COUNT(figures); k++)
            oca_put_number(c->b->course, row, c->cells.leader_x + k, OCA_STYLE_ID, figures[k]);
        c->lines[all.at[i].row].ends_as = name_at_end(c, &all.at[i]);
    }
}

static void put_legs(const course *c, size_t i) {
    int row = c->cells.first_row + (int)i;
    const oca_slope *slope = &c->slopes.rows[i];
    oca_put_text(c->b->course, row, C_NAME, i ? OCA_STYLE_TEXT : OCA_STYLE_TEXT_STRONG, slope->name);
    for (size_t leg = 0; leg + 1 < c->slopes.n_rounds; leg++) {
        int column = C_LEGS + 3 * (int)leg;
        const oca_slope_leg *at = &slope->legs[leg];
        if (!at->from.given || !at->to.given)
            continue; /* an empty cell: "–" would be drawn at 0 */
        oca_put_number(c->b->course, row, column, OCA_STYLE_POINTS, at->from.value);
        oca_put_number(c->b->course, row, column + 1, OCA_STYLE_POINTS, at->to.value);
    }
    oca_fit_row(c->b->course, row, 0);
}

/* Above the legs their rounds, below them where the rounds' names stand. */
static void put_rounds_of_legs(const course *c) {
    oca_sheet *sheet = c->b->course;
    oca_put_text(sheet, c->cells.rounds_row, C_NAME, OCA_STYLE_HEADING, _("What the chart draws, by round"));
    for (size_t leg = 0; leg + 1 < c->slopes.n_rounds; leg++)
        for (int k = 0; k < 2; k++) {
            int column = C_LEGS + 3 * (int)leg + k;
            oca_put_number(sheet, c->cells.rounds_row, column, OCA_STYLE_WHOLE,
                           oca_slopes_round(leg + 1 + (size_t)k, k > 0));
            oca_put_number(sheet, c->cells.names_row, column, OCA_STYLE_ID, 0);
        }
    oca_put_text(sheet, c->cells.names_row, C_NAME, OCA_STYLE_ID, _("names at"));
    for (int k = 0; k < 4; k++)
        oca_put_text(sheet, c->cells.rounds_row, c->cells.leader_x + k, OCA_STYLE_HEADING_ID,
                     k < 2 ? _("names at") : _("height"));
    oca_fit_row(sheet, c->cells.rounds_row, 0);
}

static void set_widths(const course *c) {
    oca_set_width(c->b->course, 0, 0, 2);
    oca_set_width(c->b->course, C_NAME, C_NAME, 46);
    for (int column = C_LEGS; column < c->cells.leader_x; column++)
        oca_set_width(c->b->course, column, column, (column - C_LEGS) % 3 == 2 ? 2 : 7);
    oca_set_width(c->b->course, c->cells.leader_x, c->cells.leader_x + 3, 7);
}

/* "1: 2025-03-14": the sheet Series tells what round 1 was. */
static const char **rounds_in_short(const course *c) {
    oca_arena *mem = c->b->newest.mem;
    const char **shown = oca_alloc(mem, c->slopes.n_rounds * sizeof *shown);
    for (size_t i = 0; i < c->slopes.n_rounds; i++)
        shown[i] =
            oca_format_text(mem, "%zu: %s", i + 1, oca_day_text(mem, round_at(c->b, i)->answers->assessment->date.day));
    return shown;
}

void oca_series_course(const oca_series_book *b) {
    oca_arena *mem = b->newest.mem;
    course made = {.b = b, .slopes = oca_compare_slopes(mem, b->compared, b->newest.lang)}, *c = &made;
    int legs = (int)c->slopes.n_rounds - 1, row = C_PICTURE_ROW;
    c->n = c->slopes.n < MOST_ROWS ? c->slopes.n : MOST_ROWS;
    c->lines = oca_alloc(mem, c->n * sizeof *c->lines);
    for (size_t i = 0; i < c->n; i++)
        c->lines[i] = (oca_slope_line){.kind = kind_of(c, i)};
    double height = oca_slopes_height(c->n);
    int after = row + (int)(height / ROW_PIXELS) + 2;
    c->cells = (oca_slope_cells){.sheet = b->course,
                                 .rounds_row = after + 1,
                                 .first_row = after + 2,
                                 .first_column = C_LEGS,
                                 .last_column = C_LEGS + 3 * legs - 2,
                                 .leader_x = C_LEGS + 3 * legs,
                                 .leader_y = C_LEGS + 3 * legs + 2,
                                 .names_row = after + 2 + (int)c->n};
    set_widths(c);
    oca_put_text(b->course, 0, C_NAME, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(mem, _("%s: %s"), _("Course"),
                                 b->newest.c->reassessment->answers->assessment->organization->name));
    oca_put_text(
        b->course, 1, C_NAME, OCA_STYLE_HINT,
        _("Points of 100, over what each round and the next asked and scored alike: so a line may begin elsewhere "
          "than the one before ended."));
    oca_put_text(b->course, 2, C_NAME, OCA_STYLE_HINT,
                 _("Thick: overall. Dashed: lower than the round before. Dotted: the same, or not compared."));
    if (c->n < c->slopes.n)
        oca_put_text(b->course, after - 1, C_NAME, OCA_STYLE_HINT,
                     oca_format_text(mem, _("The first %zu of %zu areas are drawn; all are on the sheet Areas."),
                                     c->n - 1, c->slopes.n - 1));
    put_rounds_of_legs(c);
    for (size_t i = 0; i < c->n; i++)
        put_legs(c, i);
    put_ends(c);
    oca_put_slopes(b->course,
                   &(oca_chart_place){row, C_NAME, WIDTH, height,
                                      oca_finding_slopes(mem, c->slopes.rows, c->slopes.n, (size_t)legs),
                                      _("For each area a line from its points at one round to those at the next")},
                   &c->cells, c->lines, c->n, rounds_in_short(c), c->slopes.n_rounds);
    oca_compare_page_of_one(&b->newest, b->course);
}
