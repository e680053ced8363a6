/* The sheet "Scores": what the assessment found, area by area and statement by statement. Of the members' own answers
 * it tells how often each was given, and nothing else. */
#include "../checked.h"
#include "sheets.h"

enum { ID, TITLE, LEVEL, POINTS, LABEL, MEANING, BASIS, MUST_HAVE, AGREEMENT, EVIDENCE, FIRST_COUNT };
enum { HEADING_ROW = 2, FIRST_ROW, MOST_VALUES = 8 };

typedef struct {
    const oca_isp_book *b;
    oca_sheet *sheet;
    int row;
    OCA_LIST(double) values; /* that have a column of their own; none if there would be too many */
    int dk, na;              /* columns */
} table;

/* Values of levels and of answers. */

static void add_value(table *t, double value) {
    size_t at = 0;
    while (at < t->values.n && oca_compare(t->values.at[at], value) < 0)
        at++;
    if (at < t->values.n && oca_compare(t->values.at[at], value) == 0)
        return;
    *(double *)OCA_ADD(t->b->mem, &t->values) = value;
    for (size_t i = t->values.n - 1; i > at; i--)
        t->values.at[i] = t->values.at[i - 1];
    t->values.at[at] = value;
}

static void find_values(table *t) {
    const oca_frame *frame = t->b->frame;
    for (size_t i = 0; i < frame->n_items && t->values.n <= MOST_VALUES; i++) {
        const oca_counts *counts = &t->b->scores->items[i].counts;
        for (size_t k = 0; k < frame->items[i].n_rungs; k++)
            add_value(t, frame->items[i].rungs[k].value);
        for (size_t k = 0; k < counts->values.n; k++)
            add_value(t, counts->values.at[k].value);
    }
    if (t->values.n > MOST_VALUES)
        t->values.n = 0;
    t->dk = FIRST_COUNT + (t->values.n ? (int)t->values.n : 1);
    t->na = t->dk + 1;
}

static void put_counts(const table *t, const oca_item_score *score) {
    const oca_counts *counts = &score->counts;
    oca_buffer text = {.mem = t->b->mem};
    for (size_t i = 0; t->values.n == 0 && i < counts->values.n; i++)
        oca_buffer_print(&text, "%s%s: %ld", i ? _("; ") : "", oca_level_number(t->b->mem, counts->values.at[i].value),
                         counts->values.at[i].count);
    if (t->values.n == 0)
        oca_put_text(t->sheet, t->row, FIRST_COUNT, OCA_STYLE_TEXT, text.at);
    for (size_t i = 0; i < t->values.n; i++) {
        long n = 0;
        for (size_t k = 0; k < counts->values.n; k++)
            if (oca_compare(counts->values.at[k].value, t->values.at[i]) == 0)
                n = counts->values.at[k].count;
        if (n)
            oca_put_number(t->sheet, t->row, FIRST_COUNT + (int)i, OCA_STYLE_WHOLE, (double)n);
        else
            oca_put_text(t->sheet, t->row, FIRST_COUNT + (int)i, OCA_STYLE_WHOLE, NULL);
    }
    const long others[] = {counts->dk, counts->na};
    for (int i = 0; i < 2; i++)
        if (others[i])
            oca_put_number(t->sheet, t->row, t->dk + i, OCA_STYLE_WHOLE, (double)others[i]);
        else
            oca_put_text(t->sheet, t->row, t->dk + i, OCA_STYLE_WHOLE, NULL);
}

/* Areas. */

static const char *area_text(const table *t, size_t node) {
    const oca_isp_book *b = t->b;
    const oca_node_score *score = &b->scores->nodes[node];
    oca_strings parts = {0};
    if (!score->percent.given)
        *(const char **)OCA_ADD(b->mem, &parts) = oca_why_no_percent(b->mem, b->scores, node);
    *(const char **)OCA_ADD(b->mem, &parts) =
        oca_format_text(b->mem, _("answered %s"), oca_answered_shown(b->mem, score));
    if (score->divided)
        *(const char **)OCA_ADD(b->mem, &parts) = oca_isp_divides(b->mem, (size_t)score->divided);
    if (score->quadrant != OCA_QUADRANT_NONE)
        *(const char **)OCA_ADD(b->mem, &parts) = oca_quadrant_shown(score->quadrant);
    return oca_join(b->mem, &parts, _("; "));
}

static void put_node(table *t, size_t node) {
    const oca_isp_book *b = t->b;
    const oca_node_score *score = &b->scores->nodes[node];
    const oca_area *area = b->frame->nodes[node].area;
    oca_put_text(t->sheet, t->row, ID, OCA_STYLE_AREA_ID, area ? area->id : "overall");
    oca_put_text(t->sheet, t->row, TITLE, OCA_STYLE_AREA, oca_node_title(b->frame, node, b->lang));
    oca_put_maybe(t->sheet, t->row, LEVEL, OCA_STYLE_AREA_SCORE, score->level);
    oca_put_maybe(t->sheet, t->row, POINTS, OCA_STYLE_AREA_POINTS, score->percent);
    oca_put_text(t->sheet, t->row, LABEL, OCA_STYLE_AREA, oca_stage_shown(b->mem, b->scores, node, b->lang));
    oca_put_text(t->sheet, t->row, MEANING, OCA_STYLE_AREA, area_text(t, node));
    oca_put_text(t->sheet, t->row, BASIS, OCA_STYLE_AREA, NULL);
    oca_put_text(t->sheet, t->row, MUST_HAVE, OCA_STYLE_AREA, NULL);
    oca_put_maybe(t->sheet, t->row, AGREEMENT, OCA_STYLE_AREA_POINTS, score->consensus);
    for (int i = EVIDENCE; i <= t->na; i++)
        oca_put_text(t->sheet, t->row, i, OCA_STYLE_AREA, NULL);
    oca_fit_row(t->sheet, t->row++, 0);
}

/* Statements. */

/* What the standing level looks like, or why there is no score. */
static const char *meaning(const oca_isp_book *b, size_t item) {
    const oca_item_score *score = &b->scores->items[item];
    const oca_answer *answer = b->scores->answers->answers[item];
    if (score->state == OCA_STATE_NA) {
        const oca_judgement *judged = answer->agreed ? answer->agreed : answer->verified;
        const char *reason = judged && judged->reason ? judged->reason : _("no reason was given");
        return oca_format_text(b->mem, _("%s: %s"), oca_item_state_shown(score->state), reason);
    }
    if (score->state != OCA_SCORED)
        return oca_format_text(b->mem, OCA_UNDEFINED_SHOWN " (%s)", oca_why_no_score(b->scores, item));
    const char *text = oca_level_descriptor(b->frame, item, score->standing, b->lang);
    if (!score->capped)
        return text;
    return oca_format_text(b->mem, _("%s (Held at this level until there is evidence; the score was %s.)"), text,
                           oca_level_number(b->mem, score->score_uncapped));
}

static const char *evidence(const oca_isp_book *b, size_t item) {
    const oca_answer *answer = b->scores->answers->answers[item];
    oca_strings lines = {0};
    for (size_t i = 0; answer && i < answer->evidence.n; i++) {
        const oca_evidence *one = &answer->evidence.at[i];
        if (!oca_evidence_counts(one))
            continue;
        bool text = one->text && *one->text;
        *(const char **)OCA_ADD(b->mem, &lines) = oca_format_text(
            b->mem, "%s%s%s%s", text ? one->text : "", text && one->href ? " – " : "", one->href ? one->href : "",
            one->date.given ? oca_format_text(b->mem, " (%s)", oca_day_text(b->mem, one->date.day)) : "");
    }
    if (b->scores->items[item].evidence_missing)
        *(const char **)OCA_ADD(b->mem, &lines) = _("still to be recorded");
    return oca_join(b->mem, &lines, "\n");
}

/* "checked (agreed 3)". */
static const char *basis(const oca_isp_book *b, size_t item) {
    const char *shown = oca_layer_shown(b->scores->items[item].basis);
    const char *beside = oca_checked_beside_shown(b->mem, b->scores, item);
    return beside ? oca_format_text(b->mem, "%s (%s)", shown, beside) : shown;
}

static void put_item(table *t, size_t item) {
    const oca_isp_book *b = t->b;
    const oca_item_score *score = &b->scores->items[item];
    bool scored = score->state == OCA_SCORED;
    const char *id = b->frame->items[item].item->id;
    oca_put_text(t->sheet, t->row, ID, OCA_STYLE_ID, id);
    oca_put_text(t->sheet, t->row, TITLE, OCA_STYLE_TEXT, oca_item_title(b->frame, item, b->lang));
    oca_put_maybe(t->sheet, t->row, LEVEL, OCA_STYLE_SCORE, (oca_number){scored, score->score});
    oca_put_maybe(t->sheet, t->row, POINTS, OCA_STYLE_POINTS, (oca_number){scored, 100 * score->x});
    oca_put_text(t->sheet, t->row, LABEL, OCA_STYLE_TEXT,
                 scored ? oca_isp_level(b, id, score->standing) : OCA_UNDEFINED_SHOWN);
    oca_put_text(t->sheet, t->row, MEANING, OCA_STYLE_TEXT, meaning(b, item));
    oca_put_text(t->sheet, t->row, BASIS, OCA_STYLE_TEXT, basis(b, item));
    oca_put_text(t->sheet, t->row, MUST_HAVE, OCA_STYLE_TEXT, oca_gate_shown(score->gate));
    oca_put_maybe(t->sheet, t->row, AGREEMENT, OCA_STYLE_POINTS, score->consensus);
    oca_put_text(t->sheet, t->row, EVIDENCE, OCA_STYLE_TEXT, evidence(b, item));
    put_counts(t, score);
    oca_fit_row(t->sheet, t->row++, 0);
}

/* An area's own figures, its statements, then the areas in it. */
static void put_tree(table *t, size_t node) {
    const oca_frame_node *at = &t->b->frame->nodes[node];
    if (node && !t->b->scores->answers->node_applies[node])
        return;
    put_node(t, node);
    for (size_t i = at->first_item; i < at->end_item; i++)
        if (t->b->frame->items[i].area == node && t->b->scores->items[i].state != OCA_ITEM_NOT_APPLICABLE)
            put_item(t, i);
    for (size_t child = node + 1; child < at->end; child = t->b->frame->nodes[child].end)
        put_tree(t, child);
}

static void put_headings(const table *t) {
    static const oca_isp_column columns[FIRST_COUNT] = {
        [ID] = {"id", 9, OCA_STYLE_HEADING_ID},
        [TITLE] = {N_("Area, statement"), 20, OCA_STYLE_HEADING},
        [LEVEL] = {N_("Level"), 6.5, OCA_STYLE_HEADING},
        [POINTS] = {N_("Points of 100"), 7, OCA_STYLE_HEADING},
        [LABEL] = {N_("In words"), 13, OCA_STYLE_HEADING},
        [MEANING] = {N_("What that means"), 35, OCA_STYLE_HEADING},
        [BASIS] = {N_("Whose score"), 9.5, OCA_STYLE_HEADING},
        [MUST_HAVE] = {N_("Must-have"), 9, OCA_STYLE_HEADING},
        [AGREEMENT] = {N_("Agreement in the room"), 9.5, OCA_STYLE_HEADING},
        [EVIDENCE] = {N_("Evidence"), 17, OCA_STYLE_HEADING},
    };
    oca_sheet *sheet = t->sheet;
    oca_isp_widths(sheet, columns, FIRST_COUNT);
    if (t->values.n)
        oca_set_width(sheet, FIRST_COUNT, t->dk - 1, 3.4);
    else
        oca_set_width(sheet, FIRST_COUNT, FIRST_COUNT, 16);
    oca_set_width(sheet, t->dk, t->na, 6);
    oca_put_text(sheet, 0, TITLE, OCA_STYLE_SHEET_TITLE,
                 oca_format_text(t->b->mem, _("%s: %s"), _("Scores"), t->b->assessment->organization->name));
    oca_fit_row(sheet, 0, 0);
    oca_put_text(sheet, 1, TITLE, OCA_STYLE_HINT,
                 oca_format_text(t->b->mem, _("%s The numbers at the right: how many members gave each answer."),
                                 oca_subject_shown(t->b->frame)));
    for (size_t i = 0; i < t->values.n; i++)
        oca_put_text(sheet, HEADING_ROW, FIRST_COUNT + (int)i, OCA_STYLE_HEADING,
                     oca_level_number(t->b->mem, t->values.at[i]));
    if (t->values.n == 0)
        oca_put_text(sheet, HEADING_ROW, FIRST_COUNT, OCA_STYLE_HEADING, _("Members' answers"));
    oca_put_text(sheet, HEADING_ROW, t->dk, OCA_STYLE_HEADING, _(OCA_WORD_DK));
    oca_put_text(sheet, HEADING_ROW, t->na, OCA_STYLE_HEADING, _(OCA_WORD_NA));
    oca_isp_headings(sheet, HEADING_ROW, columns, FIRST_COUNT);
}

void oca_isp_scores(const oca_isp_book *b) {
    table made = {.b = b, .sheet = b->item_scores, .row = FIRST_ROW}, *t = &made;
    oca_isp_shows_only(t->sheet);
    find_values(t);
    put_headings(t);
    put_tree(t, 0);
    oca_put_text(t->sheet, t->row++, TITLE, OCA_STYLE_HINT, _(oca_note_no_agreement));
    oca_freeze(t->sheet, FIRST_ROW, LEVEL);
    oca_isp_paper(b, t->sheet, HEADING_ROW, HEADING_ROW, t->row - 1, TITLE, t->na);
    oca_protect(t->sheet);
}
