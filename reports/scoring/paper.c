/* The sheet "Private, on paper": for each member to tick, area by area, without a name. */
#include "../forms/booklet.h"
#include "sheets.h"

void oca_scoring_paper(const oca_scoring_book *b) {
    const oca_rubric *rubric = b->frame->rubric;
    oca_booklet_put(b->paper,
                    &(oca_booklet){.frame = b->frame,
                                   .lang = b->lang,
                                   .left = b->assessment->organization->name,
                                   .right = oca_format_text(b->mem, "%s, %s", oca_round_word(b->assessment->round),
                                                            oca_day_text(b->mem, b->assessment->date.day)),
                                   .footer = oca_words_in(&rubric->titles, b->lang, rubric->lang)});
}
