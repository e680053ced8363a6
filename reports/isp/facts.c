/* Words and facts that several sheets show; declared in sheets.h. */
#include "sheets.h"

#include "../plan_phrases.h"

#include <string.h>
#include <strings.h>

const char *oca_isp_text(const oca_isp_book *b, const oca_words *words) {
    return oca_words_in(words, b->lang, b->plan->lang);
}

const char *oca_isp_lines(const oca_isp_book *b, const oca_words *words) {
    oca_strings lines = {0};
    for (size_t i = 0; i < words->n; i++)
        *(const char **)OCA_ADD(b->mem, &lines) = words->at[i].text;
    return oca_join(b->mem, &lines, "\n");
}

static const char *or_id(const char *text, const char *id) {
    return *text ? text : id;
}

/* A word of a list must be told from the others, whatever its case, or it could not be read back: one that is shown as
 * an earlier one of the list is, or as its id, has its own id beside it. */
static const char *told_apart(const oca_isp_book *b, const char *label, const char *id, bool is_taken) {
    return is_taken ? oca_format_text(b->mem, "%s (%s)", label, strcasecmp(label, id) == 0 ? _("by another name") : id)
                    : label;
}

static const char *role_text(const oca_isp_book *b, const oca_role *role) {
    return or_id(oca_words_in(&role->labels, b->lang, b->isp->library->lang), role->id);
}

const char *oca_isp_role_label(const oca_isp_book *b, const char *id) {
    const oca_actions *library = b->isp->library;
    const char *label = id ? id : "";
    size_t at = 0, n = library && id ? library->roles.n : 0;
    bool is_taken = false;
    while (at < n && !oca_equal(library->roles.at[at].id, id))
        at++;
    if (at < n)
        label = role_text(b, &library->roles.at[at]);
    for (size_t i = 0; i < at; i++)
        is_taken |= strcasecmp(role_text(b, &library->roles.at[i]), label) == 0 ||
                    strcasecmp(library->roles.at[i].id, label) == 0;
    return told_apart(b, label, id, is_taken);
}

static const char *training_text(const oca_isp_book *b, const oca_training *training) {
    return or_id(oca_words_in(&training->titles, b->lang, b->isp->library->lang), training->id);
}

const char *oca_isp_training_title(const oca_isp_book *b, const char *id) {
    const oca_actions *library = b->isp->library;
    const char *title = id ? id : "";
    size_t at = 0, n = library && id ? library->trainings.n : 0;
    bool is_taken = false;
    while (at < n && !oca_equal(library->trainings.at[at].id, id))
        at++;
    if (at < n)
        title = training_text(b, &library->trainings.at[at]);
    for (size_t i = 0; i < at; i++)
        is_taken |= strcasecmp(training_text(b, &library->trainings.at[i]), title) == 0 ||
                    strcasecmp(library->trainings.at[i].id, title) == 0;
    return told_apart(b, title, id, is_taken);
}

const char *oca_isp_funder(const char *word) {
    for (int i = 0; word && oca_support_words[i]; i++)
        if (oca_equal(oca_support_words[i], word))
            return oca_support_shown((oca_support)(i + OCA_SUPPORT_OWN));
    return word ? word : "";
}

/* Adds it, if it is not listed yet; NULL: nothing. */
static void list_once(const oca_isp_book *b, oca_isp_roles *list, const char *id, const char *label) {
    for (size_t i = 0; id && i < list->n; i++)
        if (oca_equal(list->at[i].id, id))
            return;
    if (id)
        *(oca_isp_role *)OCA_ADD(b->mem, list) = (oca_isp_role){id, label};
}

/* Those of the library, then what only the plan knows. */
oca_isp_roles oca_isp_roles_of(const oca_isp_book *b) {
    oca_isp_roles roles = {0};
    const oca_actions *library = b->isp->library;
    for (size_t i = 0; library && i < library->roles.n; i++)
        list_once(b, &roles, library->roles.at[i].id, oca_isp_role_label(b, library->roles.at[i].id));
    for (size_t i = 0; i < b->plan->weaknesses.n; i++)
        for (size_t k = 0; k < b->plan->weaknesses.at[i].actions.n; k++) {
            const char *id = b->plan->weaknesses.at[i].actions.at[k].lead;
            list_once(b, &roles, id, oca_isp_role_label(b, id));
        }
    return roles;
}

oca_isp_roles oca_isp_trainings_of(const oca_isp_book *b) {
    oca_isp_roles trainings = {0};
    const oca_actions *library = b->isp->library;
    for (size_t i = 0; library && i < library->trainings.n; i++)
        list_once(b, &trainings, library->trainings.at[i].id, oca_isp_training_title(b, library->trainings.at[i].id));
    for (size_t i = 0; i < b->plan->weaknesses.n; i++)
        for (size_t k = 0; k < b->plan->weaknesses.at[i].actions.n; k++) {
            const char *id = b->plan->weaknesses.at[i].actions.at[k].training;
            list_once(b, &trainings, id, oca_isp_training_title(b, id));
        }
    for (size_t i = 0; i < b->plan->trained.n; i++)
        list_once(b, &trainings, b->plan->trained.at[i].training,
                  oca_isp_training_title(b, b->plan->trained.at[i].training));
    return trainings;
}

/* The item's number in the rubric; OCA_NOWHERE too where the rubric is not at hand. */
static long item_at(const oca_isp_book *b, const char *item) {
    return b->frame ? oca_frame_find_item(b->frame, item) : OCA_NOWHERE;
}

static const oca_priority *priority_of(const oca_isp_book *b, const char *item) {
    long at = b->scores ? item_at(b, item) : OCA_NOWHERE;
    return at == OCA_NOWHERE ? NULL : b->scores->answers->priorities[at];
}

const char *oca_isp_votes(const oca_isp_book *b, const char *item) {
    const oca_priority *priority = priority_of(b, item);
    if (!priority || !priority->votes.given || priority->votes.value <= 0)
        return "";
    size_t votes = (size_t)priority->votes.value;
    return oca_format_text(b->mem, oca_counted("%zu vote", "%zu votes", votes), votes);
}

bool oca_isp_rank_shared(const oca_isp_book *b, const oca_plan_weakness *weakness) {
    size_t same = 0;
    for (size_t i = 0; weakness->rank.given && i < b->plan->weaknesses.n; i++) {
        oca_number rank = b->plan->weaknesses.at[i].rank;
        same += rank.given && oca_compare(rank.value, weakness->rank.value) == 0;
    }
    return same > 1;
}

const char *oca_isp_why_here(const oca_isp_book *b, const oca_plan_weakness *weakness) {
    oca_strings parts = {0};
    const char *votes = oca_isp_votes(b, weakness->item);
    int tier = weakness->tier.given ? (int)weakness->tier.value : 0;
    *(const char **)OCA_ADD(b->mem, &parts) = oca_tier_shown(tier);
    if (*votes)
        *(const char **)OCA_ADD(b->mem, &parts) = votes;
    if (weakness->state == OCA_AMBITION)
        *(const char **)OCA_ADD(b->mem, &parts) = _("an ambition: what is needed is reached");
    const char *why = oca_join(b->mem, &parts, ", ");
    if (!oca_isp_rank_shared(b, weakness))
        return why;
    const char *shared = _("equal rank: the room decides");
    return *why ? oca_format_text(b->mem, _("%s; %s"), why, shared) : shared;
}

const char *oca_isp_divides(oca_arena *mem, size_t statements) {
    return oca_format_text(
        mem, oca_counted("%zu statement divides the room", "%zu statements divide the room", statements), statements);
}

const char *oca_isp_level(const oca_isp_book *b, const char *item, double value) {
    const char *number = oca_level_number(b->mem, value);
    long at = item_at(b, item);
    const oca_rung *rung = at == OCA_NOWHERE ? NULL : oca_rung_at(&b->frame->items[at], value);
    const char *label = rung && rung->level ? oca_words_in(&rung->level->labels, b->lang, b->frame->rubric->lang) : "";
    return *label ? oca_format_text(b->mem, "%s %s", number, label) : number;
}

const char *oca_isp_described(const oca_isp_book *b, const char *item, bool now, double value) {
    long at = item_at(b, item);
    const char *level = oca_isp_level(b, item, value);
    const char *text = at == OCA_NOWHERE ? "" : oca_level_descriptor(b->frame, (size_t)at, value, b->lang);
    const char *when = oca_format_text(b->mem, now ? _("Now (%s)") : _("Then (%s)"), level);
    return *text ? oca_format_text(b->mem, _("%s: %s"), when, text) : when;
}

/* "Keep a cash book (Books of account)" of an action of the library, else its id. */
static const char *required_title(const oca_isp_book *b, const char *id) {
    const oca_library_action *action = oca_find_action(b->isp->library, id);
    if (!action)
        return id;
    return oca_format_text(b->mem, "%s (%s)", oca_action_title(b->isp->library, id, b->lang),
                           oca_isp_item(b, action->item));
}

const char *oca_isp_make_sure(const oca_isp_book *b, const oca_plan_action *action) {
    oca_strings lines = {0};
    for (size_t i = 0; i < action->unmet.n; i++)
        *(const char **)OCA_ADD(b->mem, &lines) =
            oca_format_text(b->mem, _("First make sure that this is done: %s"), required_title(b, action->unmet.at[i]));
    return oca_join(b->mem, &lines, "\n");
}

const char *oca_isp_item(const oca_isp_book *b, const char *item) {
    long at = item_at(b, item);
    if (at != OCA_NOWHERE)
        return oca_item_title(b->frame, (size_t)at, b->lang);
    for (size_t i = 0; i < b->plan->weaknesses.n; i++)
        if (oca_equal(b->plan->weaknesses.at[i].item, item))
            return or_id(oca_isp_text(b, &b->plan->weaknesses.at[i].titles), item);
    return item;
}

const char *oca_isp_area(const oca_isp_book *b, const char *area) {
    long at = area && b->frame ? oca_frame_find_node(b->frame, area) : OCA_NOWHERE;
    return at == OCA_NOWHERE ? (area ? area : "") : oca_node_title(b->frame, (size_t)at, b->lang);
}

oca_date oca_isp_start(const oca_plan_action *action) {
    return action->revised_start.given ? action->revised_start : action->start;
}

oca_date oca_isp_due(const oca_plan_action *action) {
    return action->revised_due.given ? action->revised_due : action->due;
}

void oca_isp_widths(oca_sheet *sheet, const oca_isp_column *columns, size_t n) {
    for (size_t i = 0; i < n; i++)
        oca_set_width(sheet, (int)i, (int)i, columns[i].width);
}

void oca_isp_headings(oca_sheet *sheet, int row, const oca_isp_column *columns, size_t n) {
    enum { LEAST = 40 }; /* three lines: in a heading, the button of a filter takes the room of some letters */
    for (size_t i = 0; i < n; i++)
        oca_put_text(sheet, row, (int)i, columns[i].style, _(columns[i].heading));
    oca_fit_row(sheet, row, LEAST);
}

void oca_isp_paper(const oca_isp_book *b, oca_sheet *sheet, int first_repeated, int last_repeated, int last_row,
                   int first_column, int last_column) {
    oca_set_paper(sheet, &(oca_paper){.first_repeated = first_repeated,
                                      .last_repeated = last_repeated,
                                      .last_row = last_row,
                                      .first_column = first_column,
                                      .last_column = last_column,
                                      .left = b->organization,
                                      .right = b->assessed,
                                      .footer = b->label});
}
