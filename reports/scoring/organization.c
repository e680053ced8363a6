/* The sheets "Organization" and "Participants". */
#include "sheets.h"

static const struct fact {
    const char *id, *label, *hint;
} facts[] = {
    {"name", N_("Name of the organization"), NULL},
    {"id", N_("Its short id"), N_("Small letters, digits and dashes; the same in every round.")},
    {"profile", N_("Profile"), N_("Words that say what kind of organization it is, with spaces between.")},
    {"round", N_("Round"), N_("baseline, interim, reassessment, or a word of your own")},
    {"date", N_("Date of the assessment"), NULL},
    {"as-of", N_("Reconstructed for"), N_("Only where the baseline was made up later: the day that it is about.")},
    {"private", N_("Private scores were given"), NULL},
    {"part-of", N_("Member of (short id)"), NULL},
    {"country", N_("Country"), NULL},
    {"district", N_("District"), NULL},
    {"ward", N_("Ward"), NULL},
    {"members", N_("Members"), NULL},
    {"women", N_("of them women"), NULL},
    {"youth", N_("of them youth"), NULL},
    {"disability", N_("of them with a disability"), NULL},
};

enum { FACT_LABEL = 1, FACT_VALUE, FACT_HINT, LAST_COLUMN = 11 };

/* "women gold …": the words that the rubric knows. */
static void add_words(oca_arena *mem, oca_strings *words, const oca_strings *more) {
    for (size_t i = 0; i < more->n; i++)
        if (!oca_holds(words, more->at[i]))
            *(const char **)OCA_ADD(mem, words) = more->at[i];
}

static const char *profile_hint(const oca_scoring_book *b) {
    oca_strings words = {0};
    for (size_t i = 1; i < b->frame->n_nodes; i++) {
        add_words(b->mem, &words, &b->frame->nodes[i].area->applies_to);
        add_words(b->mem, &words, &b->frame->nodes[i].area->except);
    }
    for (size_t i = 0; i < b->frame->n_items; i++) {
        add_words(b->mem, &words, &b->frame->items[i].item->applies_to);
        add_words(b->mem, &words, &b->frame->items[i].item->except);
    }
    for (size_t i = 0; i < words.n; i++) { /* "women (a women's association)": the word is what is typed */
        const char *shown = oca_profile_word_shown(b->frame->rubric, words.at[i], b->lang);
        if (!oca_equal(shown, words.at[i]))
            words.at[i] = oca_format_text(b->mem, "%s (%s)", words.at[i], shown);
    }
    const char *usual = _("Words that say what kind of organization it is, with spaces between.");
    if (!words.n)
        return usual;
    return oca_format_text(b->mem, _("%s These decide which statements are asked: %s."), usual,
                           oca_join(b->mem, &words, ", "));
}

static int put_about(const oca_scoring_book *b, int row) {
    oca_sheet *sheet = b->organization;
    const oca_form_table *about = oca_form_find(&b->form, "about");
    oca_put_text(sheet, row, 0, OCA_STYLE_KEY, "oca:about");
    oca_put_text(sheet, row, FACT_LABEL, OCA_STYLE_KEY, "-");
    oca_put_text(sheet, row, FACT_VALUE, OCA_STYLE_KEY, "value");
    oca_put_text(sheet, row, FACT_HINT, OCA_STYLE_KEY, "-");
    oca_put_text(sheet, ++row, 0, OCA_STYLE_HEADING_ID, "id");
    oca_put_text(sheet, row, FACT_LABEL, OCA_STYLE_HEADING, _("The organization"));
    oca_put_text(sheet, row++, FACT_VALUE, OCA_STYLE_HEADING_INPUT, _("Fill in"));
    for (size_t i = 0; i < OCA_COUNT(facts); i++, row++) {
        const oca_form_column *kind = oca_form_column_at(about, facts[i].id, "value");
        bool profile = oca_equal(facts[i].id, "profile");
        oca_block_of_cells cell = {row, FACT_VALUE, row, FACT_VALUE};
        oca_put_text(sheet, row, 0, OCA_STYLE_ID, facts[i].id);
        oca_put_text(sheet, row, FACT_LABEL, OCA_STYLE_TEXT, _(facts[i].label));
        oca_scoring_cell(b, sheet, row, FACT_VALUE, kind, oca_form_value(&b->form, "about", facts[i].id, "value"));
        oca_put_across(sheet, row, FACT_HINT, LAST_COLUMN, OCA_STYLE_FACT,
                       profile ? profile_hint(b) : _(facts[i].hint));
        oca_fit_row(sheet, row, 15);
        oca_scoring_limit(sheet, cell, kind, NULL);
    }
    return row;
}

void oca_scoring_organization(const oca_scoring_book *b) {
    static const oca_scoring_column facilitators[] = {
        {"name", N_("Facilitated by"), 0, N_("Name, or a description; one a row")}, {"from", N_("from"), 0, NULL}};
    static const oca_scoring_column sessions[] = {
        {"date", N_("Session on"), 0, NULL},
        {"place", N_("Place"), 0, NULL},
        {"minutes", N_("Minutes are in"), 0, NULL},
        {"from", N_("from"), 0, N_("As 09:00")},
        {"to", N_("to"), 0, N_("As 16:30")},
        {"present", N_("Present"), 0, NULL},
        {"women", N_("women"), 0, NULL},
        {"men", N_("men"), 0, NULL},
        {"youth", N_("youth"), 0, NULL},
        {"disability", N_("disabil- ity"), 0, NULL},
        {"board", N_("board"), 0, NULL},
    };
    static const oca_scoring_column consent[] = {
        {"date", N_("Consent given on"), 0, NULL},
        {"by", N_("by whom"), 0, NULL},
        {"to", N_("to share the results with"), 0, N_("association, programme, donor: with spaces between")},
    };
    oca_sheet *sheet = b->organization;
    oca_set_width(sheet, 0, 0, 10);
    oca_set_width(sheet, 1, 1, 26);
    oca_set_width(sheet, 2, 2, 34);
    oca_set_width(sheet, 3, 3, 30);
    oca_set_width(sheet, 4, LAST_COLUMN, 8);
    oca_scoring_titles(sheet, false, _("The organization and the sessions"),
                       _("Fill in the yellow cells. Rows may be added below a table's last one."));
    int row = put_about(b, OCA_SCORING_KEY_ROW);
    row = oca_scoring_table(b, sheet, row + 1, "facilitators", N_("no."), facilitators, OCA_COUNT(facilitators));
    row = oca_scoring_table(b, sheet, row + 1, "sessions", N_("no."), sessions, OCA_COUNT(sessions));
    row = oca_scoring_table(b, sheet, row + 1, "consent", N_("no."), consent, OCA_COUNT(consent));
    oca_scoring_set_paper(b, sheet, false, row - 1, 1, LAST_COLUMN, -1);
}

void oca_scoring_participants(const oca_scoring_book *b) {
    static const oca_scoring_column columns[] = {{"groups", N_("Groups"), 0, N_("women men youth disability board …")}};
    oca_sheet *sheet = b->participants;
    oca_set_width(sheet, 0, 0, 12);
    oca_set_width(sheet, 1, 1, 80);
    oca_scoring_titles(sheet, false, _("Participants"),
                       _("A code for each, never a name. Whose code stands above private scores need not be listed."));
    int row = oca_scoring_table(b, sheet, OCA_SCORING_KEY_ROW, "participants", N_("Code"), columns, OCA_COUNT(columns));
    oca_scoring_set_paper(b, sheet, true, row - 1, 0, 1, OCA_SCORING_HEADING_ROW);
}
