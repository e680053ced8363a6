/* The sheet "Start": what to do, in the order of the two days. */
#include "sheets.h"

static const struct step {
    const char *sheet, *what;
} steps[] = {
    {N_("Organization"),
     N_("Who is assessed, when, with whose consent. The profile decides which statements are asked.")},
    {N_("Participants"), N_("A code for each who scores, never a name, with the groups that she belongs to.")},
    {N_("Private, on paper"), N_("Print it, hand it out. Each ticks alone, before the statements are talked over.")},
    {N_("Private scores"),
     N_("Enter the papers, one column a participant. Or, for cards, pebbles and raised hands: Tally.")},
    {NULL,
     N_("Then area by area: look where the room disagrees, talk it over, agree on a level, write down why, what shows "
        "it, and how many would work on it first. N/A is a decision of the group and needs its reason.")},
    {N_("Results"), N_("The whole and each area: points, stage, must-haves, agreement. It follows what you type.")},
    {N_("Statements"), N_("The same, statement by statement.")},
    {N_("Draft plan"),
     N_("What the members would work on, in order, with a first action each. Type the months, print it, sign "
        "it.")},
};

static const char *const rules[] = {
    N_("Yellow cells are to be filled in; choose from the list that a cell offers. White cells show."),
    N_("Leave the small grey ids as they are: by them everything is found again, also after sorting, filtering, hiding "
       "and "
       "inserting rows, moving columns and renaming sheets."),
    N_("What is unfinished stops nothing: results and plan are there at any time, and say what is missing."),
    N_("This file tells who answered what. Keep it with the association; what is handed on is made from it by oca, "
       "with "
       "counts alone."),
    N_("With oca: `oca check FILE.xlsx` tells what is missing, `oca plan FILE.xlsx --start DATE -o plan.xlsx` makes "
       "the "
       "whole plan with its timeline."),
};

void oca_scoring_start(const oca_scoring_book *b) {
    enum { NUMBER = 1, SHEET, WHAT };
    oca_sheet *sheet = b->start;
    const oca_rubric *rubric = b->frame->rubric;
    oca_set_width(sheet, 0, 0, 1);
    oca_set_width(sheet, NUMBER, NUMBER, 4);
    oca_set_width(sheet, SHEET, SHEET, 20);
    oca_set_width(sheet, WHAT, WHAT, 74);
    oca_put_text(sheet, 0, 0, OCA_STYLE_KEY, "oca:-");
    oca_put_across(sheet, 0, NUMBER, WHAT, OCA_STYLE_TITLE, oca_words_in(&rubric->titles, b->lang, rubric->lang));
    oca_fit_row(sheet, 0, 0);
    oca_put_across(sheet, 1, NUMBER, WHAT, OCA_STYLE_SUBTITLE,
                   oca_format_text(b->mem, _("Scoring workbook: %s"), b->assessment->organization->name));
    oca_fit_row(sheet, 1, 0);
    oca_put_across(sheet, 2, NUMBER, WHAT, OCA_STYLE_HINT, oca_instrument_shown(b->mem, b->frame));
    int row = 4;
    for (size_t i = 0; i < OCA_COUNT(steps); i++, row++) {
        oca_put_number(sheet, row, NUMBER, OCA_STYLE_WHOLE, (double)i + 1);
        oca_put_text(sheet, row, SHEET, OCA_STYLE_TEXT_STRONG, steps[i].sheet ? _(steps[i].sheet) : _("the areas"));
        oca_put_text(sheet, row, WHAT, OCA_STYLE_TEXT, _(steps[i].what));
        oca_fit_row(sheet, row, 20);
    }
    row++;
    for (size_t i = 0; i < OCA_COUNT(rules); i++, row++) {
        oca_put_across(sheet, row, NUMBER, WHAT, OCA_STYLE_FACT, _(rules[i]));
        oca_fit_row(sheet, row, 18);
    }
    oca_scoring_set_paper(b, sheet, true, row - 1, NUMBER, WHAT, -1);
    oca_show_first(sheet);
    oca_protect(sheet);
}
