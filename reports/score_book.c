#include "score_book.h"

#include "../engine/base/words.h"
#include "checked.h"
#include "figures/findings.h"
#include "phrases.h"
#include "xlsx/chart.h"
#include "xlsx/record_sheet.h"

typedef struct {
    oca_arena *mem;
    const oca_scores *scores;
    const oca_frame *frame;
    const oca_assessment *assessment;
    const char *lang;
    oca_sheet *areas, *radar, *statements; /* radar NULL where there are too few areas for one */
    oca_checked checked;
    oca_sheet *differences; /* NULL where no item was agreed and checked */
} book_of;

enum { TITLE_ROW, HINT_ROW, HEADING_ROW, FIRST_ROW, FEWEST_AXES = 3 };

typedef struct {
    const char *heading;
    double width;
    oca_style style;
} column;

static void put_top(const book_of *b, oca_sheet *sheet, const char *title, const char *hint, const column *columns,
                    size_t n) {
    enum { LEAST = 40 }; /* three lines: in a heading, the button of a filter takes the room of some letters */
    for (size_t i = 0; i < n; i++)
        oca_set_width(sheet, (int)i, (int)i, columns[i].width);
    oca_put_text(sheet, TITLE_ROW, 0, OCA_STYLE_KEY, "oca:-"); /* it only shows (document/form.h) */
    oca_put_text(sheet, TITLE_ROW, 1, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(b->mem, _("%s: %s"), title, b->assessment->organization->name));
    oca_put_text(sheet, HINT_ROW, 1, OCA_STYLE_HINT, hint);
    for (size_t i = 0; i < n; i++)
        oca_put_text(sheet, HEADING_ROW, (int)i, columns[i].style, _(columns[i].heading));
    oca_fit_row(sheet, HEADING_ROW, LEAST);
    oca_freeze(sheet, FIRST_ROW, 2);
}

static void put_paper(const book_of *b, oca_sheet *sheet, int last_row, int last_column) {
    oca_set_paper(sheet, &(oca_paper){.first_repeated = HEADING_ROW,
                                      .last_repeated = HEADING_ROW,
                                      .last_row = last_row,
                                      .first_column = 1,
                                      .last_column = last_column,
                                      .left = b->assessment->organization->name,
                                      .right = oca_format_text(b->mem, "%s, %s", oca_round_word(b->assessment->round),
                                                               oca_day_text(b->mem, b->assessment->date.day)),
                                      .footer = oca_instrument_shown(b->mem, b->frame)});
}

/* Areas. */

enum { A_ID, A_TITLE, A_PERCENT, A_LEVEL, A_ANSWERED, A_STAGE, A_CONSENSUS, A_N, A_READING, A_COLUMNS };

static void put_node(const book_of *b, int row, size_t node) {
    const oca_node_score *score = &b->scores->nodes[node];
    int indent = node ? 2 * ((int)b->frame->nodes[node].depth - 1) : 0;
    const char *level = score->level.given ? oca_level_shown(b->mem, score->level.value, oca_node_max(b->frame, node))
                                           : OCA_UNDEFINED_SHOWN;
    oca_sheet *sheet = b->areas;
    oca_put_text(sheet, row, A_ID, OCA_STYLE_ID, node ? b->frame->nodes[node].area->id : "overall");
    oca_put_text(sheet, row, A_TITLE, node ? OCA_STYLE_TEXT : OCA_STYLE_TEXT_STRONG,
                 oca_format_text(b->mem, "%*s%s", indent, "", oca_node_title(b->frame, node, b->lang)));
    oca_put_maybe(sheet, row, A_PERCENT, OCA_STYLE_POINTS, score->percent);
    oca_put_text(sheet, row, A_LEVEL, OCA_STYLE_TEXT_CENTRED, level);
    oca_put_text(sheet, row, A_ANSWERED, OCA_STYLE_TEXT, oca_answered_shown(b->mem, score));
    oca_put_text(sheet, row, A_STAGE, OCA_STYLE_TEXT, oca_stage_shown(b->mem, b->scores, node, b->lang));
    oca_put_maybe(sheet, row, A_CONSENSUS, OCA_STYLE_POINTS, score->consensus);
    oca_put_number(sheet, row, A_N, OCA_STYLE_WHOLE, (double)oca_consensus_n(b->scores, node));
    const char *why =
        score->percent.given ? oca_why_no_quadrant(b->scores, node) : oca_why_no_percent(b->mem, b->scores, node);
    oca_put_text(sheet, row, A_READING, OCA_STYLE_TEXT,
                 score->quadrant ? oca_quadrant_shown(score->quadrant)
                                 : oca_format_text(b->mem, OCA_UNDEFINED_SHOWN " %s", why));
    oca_fit_row(sheet, row, 0);
}

/* The outermost areas once more, one below the other, and a radar of them. */
static void put_radar(const book_of *b) {
    enum { R_TITLE = 1, R_PERCENT, CHART_COLUMN = 4, WIDTH = 720, HEIGHT = 460, COLUMNS = 11 /* that it takes */ };
    static const column columns[] = {{"", 2, OCA_STYLE_PLAIN},
                                     {N_("Area"), 34, OCA_STYLE_HEADING},
                                     {N_("Points of 100"), 9, OCA_STYLE_HEADING_CENTRED}};
    oca_sheet *sheet = b->radar;
    size_t n = 0;
    int row = FIRST_ROW;
    const char **names = oca_alloc(b->mem, b->frame->n_nodes * sizeof *names);
    oca_number *percents = oca_alloc(b->mem, b->frame->n_nodes * sizeof *percents);
    put_top(b, sheet, _("Areas at a glance"), _("The outermost areas."), columns, OCA_COUNT(columns));
    for (size_t node = 1; node < b->frame->n_nodes; node = b->frame->nodes[node].end) {
        names[n] = oca_node_title(b->frame, node, b->lang);
        percents[n] = b->scores->nodes[node].percent;
        oca_put_text(sheet, row, R_TITLE, OCA_STYLE_TEXT, names[n]);
        oca_put_maybe(sheet, row, R_PERCENT, OCA_STYLE_POINTS, percents[n++]);
        oca_fit_row(sheet, row++, 0);
    }
    oca_chart_place place = {.row = HEADING_ROW,
                             .column = CHART_COLUMN,
                             .width = WIDTH,
                             .height = HEIGHT,
                             .title = oca_finding_areas(b->mem, names, percents, n, (oca_number){0}),
                             .description =
                                 _("A radar with an axis for each area; the table beside it has the figures.")};
    oca_put_radar(sheet, &place,
                  &(oca_two_rounds){.sheet = sheet,
                                    .first_row = FIRST_ROW,
                                    .last_row = row - 1,
                                    .names = R_TITLE,
                                    .before = -1,
                                    .now = R_PERCENT,
                                    .names_shown = names,
                                    .now_called = oca_round_word(b->assessment->round)});
    put_paper(b, sheet, row > HEADING_ROW + 26 ? row : HEADING_ROW + 26, CHART_COLUMN + COLUMNS);
    oca_protect(sheet);
}

static void put_areas(const book_of *b) {
    static const column columns[A_COLUMNS] = {
        [A_ID] = {"id", 9, OCA_STYLE_HEADING_ID},
        [A_TITLE] = {N_("Area"), 34, OCA_STYLE_HEADING},
        [A_PERCENT] = {N_("Points of 100"), 9, OCA_STYLE_HEADING_CENTRED},
        [A_LEVEL] = {N_("Level"), 11, OCA_STYLE_HEADING_CENTRED},
        [A_ANSWERED] = {N_("Answered"), 15, OCA_STYLE_HEADING},
        [A_STAGE] = {N_("Stage"), 24, OCA_STYLE_HEADING},
        [A_CONSENSUS] = {N_("Agreement of 100"), 11, OCA_STYLE_HEADING_CENTRED},
        [A_N] = {N_("n"), 5, OCA_STYLE_HEADING_CENTRED},
        [A_READING] = {N_("Reading"), 26, OCA_STYLE_HEADING},
    };
    put_top(
        b, b->areas, _("Scores"),
        oca_format_text(b->mem, _("%s n: statements that the agreement is the mean of."), oca_subject_shown(b->frame)),
        columns, A_COLUMNS);
    int row = FIRST_ROW;
    for (size_t node = 0; node < b->frame->n_nodes; node++)
        put_node(b, row++, node);
    put_paper(b, b->areas, row, A_COLUMNS - 1);
    oca_protect(b->areas);
}

/* Statements. */

enum { S_ID, S_AREA, S_TITLE, S_SCORE, S_PERCENT, S_BASIS, S_N, S_DK, S_CONSENSUS, S_GATE, S_STANDS, S_COLUMNS };

static void put_item(const book_of *b, int row, size_t item) {
    const oca_frame_item *at = &b->frame->items[item];
    const oca_item_score *score = &b->scores->items[item];
    bool scored = score->state == OCA_SCORED;
    oca_sheet *sheet = b->statements;
    oca_put_text(sheet, row, S_ID, OCA_STYLE_ID, at->item->id);
    oca_put_text(sheet, row, S_AREA, OCA_STYLE_TEXT, oca_node_title(b->frame, at->area, b->lang));
    oca_put_text(sheet, row, S_TITLE, OCA_STYLE_TEXT, oca_item_title(b->frame, item, b->lang));
    oca_put_maybe(sheet, row, S_SCORE, OCA_STYLE_SCORE, (oca_number){scored, score->score});
    oca_put_maybe(sheet, row, S_PERCENT, OCA_STYLE_POINTS, (oca_number){scored, 100 * score->x});
    oca_put_text(sheet, row, S_BASIS, OCA_STYLE_TEXT,
                 scored ? oca_layer_shown(score->basis) : oca_item_state_shown(score->state));
    oca_put_number(sheet, row, S_N, OCA_STYLE_WHOLE, (double)score->counts.n);
    oca_put_number(sheet, row, S_DK, OCA_STYLE_WHOLE, (double)score->counts.dk);
    oca_put_maybe(sheet, row, S_CONSENSUS, OCA_STYLE_POINTS, score->consensus);
    oca_put_text(sheet, row, S_GATE, OCA_STYLE_TEXT, oca_gate_shown(score->gate));
    oca_put_text(sheet, row, S_STANDS, OCA_STYLE_TEXT,
                 scored ? oca_level_descriptor(b->frame, item, score->standing, b->lang)
                        : oca_why_no_score(b->scores, item));
    oca_fit_row(sheet, row, 0);
}

static void put_statements(const book_of *b) {
    static const column columns[S_COLUMNS] = {
        [S_ID] = {"id", 9, OCA_STYLE_HEADING_ID},
        [S_AREA] = {N_("Area"), 20, OCA_STYLE_HEADING},
        [S_TITLE] = {N_("Statement"), 24, OCA_STYLE_HEADING},
        [S_SCORE] = {N_("Level"), 7, OCA_STYLE_HEADING_CENTRED},
        [S_PERCENT] = {N_("Points of 100"), 8, OCA_STYLE_HEADING_CENTRED},
        [S_BASIS] = {N_("By"), 12, OCA_STYLE_HEADING},
        [S_N] = {N_("n"), 5, OCA_STYLE_HEADING_CENTRED},
        [S_DK] = {N_("Did not know"), 7, OCA_STYLE_HEADING_CENTRED},
        [S_CONSENSUS] = {N_("Agreement of 100"), 10, OCA_STYLE_HEADING_CENTRED},
        [S_GATE] = {N_("Must-have"), 11, OCA_STYLE_HEADING},
        [S_STANDS] = {N_("What this looks like"), 48, OCA_STYLE_HEADING},
    };
    put_top(b, b->statements, _("Statements"),
            oca_format_text(b->mem, "%s %s", _("n: how many members gave a score. The buttons in the headings filter."),
                            _(oca_note_no_agreement)),
            columns, S_COLUMNS);
    int row = FIRST_ROW;
    for (size_t item = 0; item < b->frame->n_items; item++)
        put_item(b, row++, item);
    oca_set_filter(b->statements, HEADING_ROW, 0, row > FIRST_ROW ? row - 1 : FIRST_ROW, S_COLUMNS - 1);
    put_paper(b, b->statements, row, S_COLUMNS - 1);
}

/* Agreed and checked. */

static void add_criteria(const book_of *b, oca_buffer *out, const oca_checked_item *item, const oca_strings *criteria,
                         const char *ticked) {
    const oca_frame_item *at = &b->frame->items[item->item];
    if (criteria->n)
        oca_buffer_print(out, "%s%s:", out->n ? "\n" : "", ticked);
    for (size_t i = 0; i < criteria->n; i++)
        oca_buffer_print(out, "\n• %s", oca_criterion_in(at, criteria->at[i], b->lang, b->frame->rubric->lang));
}

static void put_differences(const book_of *b) {
    enum { D_ID, D_AREA, D_TITLE, D_AGREED, D_CHECKED, D_DIFFERENCE, D_WHAT, D_COLUMNS };
    static const column columns[D_COLUMNS] = {
        [D_ID] = {"id", 9, OCA_STYLE_HEADING_ID},
        [D_AREA] = {N_("Area"), 20, OCA_STYLE_HEADING},
        [D_TITLE] = {N_("Statement"), 26, OCA_STYLE_HEADING},
        [D_AGREED] = {N_("Agreed"), 8, OCA_STYLE_HEADING_CENTRED},
        [D_CHECKED] = {N_("Checked"), 8, OCA_STYLE_HEADING_CENTRED},
        [D_DIFFERENCE] = {N_("Difference in levels"), 11, OCA_STYLE_HEADING_CENTRED},
        [D_WHAT] = {N_("Where they differ"), 60, OCA_STYLE_HEADING},
    };
    oca_sheet *sheet = b->differences;
    int row = FIRST_ROW;
    put_top(b, sheet, _(oca_checked_title), oca_checked_sums_shown(b->mem, &b->checked), columns, D_COLUMNS);
    for (size_t i = 0; i < b->checked.differing.n; i++, row++) {
        const oca_checked_item *item = &b->checked.differing.at[i];
        const oca_frame_item *at = &b->frame->items[item->item];
        oca_buffer what = {.mem = b->mem};
        add_criteria(b, &what, item, &item->agreed_alone, _(oca_checked_agreed_alone));
        add_criteria(b, &what, item, &item->checked_alone, _(oca_checked_checked_alone));
        oca_put_text(sheet, row, D_ID, OCA_STYLE_ID, at->item->id);
        oca_put_text(sheet, row, D_AREA, OCA_STYLE_TEXT, oca_node_title(b->frame, at->area, b->lang));
        oca_put_text(sheet, row, D_TITLE, OCA_STYLE_TEXT, oca_item_title(b->frame, item->item, b->lang));
        oca_put_number(sheet, row, D_AGREED, OCA_STYLE_SCORE, item->agreed);
        oca_put_maybe(sheet, row, D_CHECKED, OCA_STYLE_SCORE, item->checked);
        oca_put_maybe(sheet, row, D_DIFFERENCE, OCA_STYLE_SCORE,
                      (oca_number){item->checked.given, item->checked.value - item->agreed});
        oca_put_text(sheet, row, D_WHAT, OCA_STYLE_TEXT, item->checked.given ? what.at : _(oca_checked_why_not));
        oca_fit_row(sheet, row, 0);
    }
    put_paper(b, sheet, row, D_COLUMNS - 1);
    oca_protect(sheet);
}

oca_status oca_score_book_write(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    const oca_score_workbook *made = payload;
    const oca_answers *answers = made->scores->answers;
    book_of b = {.mem = mem,
                 .scores = made->scores,
                 .frame = answers->frame,
                 .assessment = answers->assessment,
                 .lang = made->lang};
    oca_book *book = oca_book_open(mem, path, _("Scores"), b.assessment->date.day);
    b.areas = oca_book_sheet(book, _("Scores"));
    size_t outermost = 0;
    for (size_t node = 1; node < b.frame->n_nodes; node = b.frame->nodes[node].end)
        outermost++;
    b.radar = outermost >= FEWEST_AXES ? oca_book_sheet(book, _("Radar")) : NULL;
    b.statements = oca_book_sheet(book, _("Statements"));
    b.checked = oca_checked_build(mem, b.scores);
    b.differences = oca_checked_any(&b.checked) ? oca_book_sheet(book, _("Agreed and checked")) : NULL;
    put_areas(&b);
    if (b.radar)
        put_radar(&b);
    put_statements(&b);
    if (b.differences)
        put_differences(&b);
    oca_book_record(book, &made->record);
    return oca_book_close(book, faults);
}
