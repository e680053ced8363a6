#include "head.h"

#include "../phrases.h"
#include "result.h"

/* Stands at the top of each printed page: in a style sheet, where nothing but letters may speak for itself, so all else
 * is written as CSS escapes it. */
static const char *escaped(oca_arena *mem, const char *text) {
    oca_buffer out = {.mem = mem};
    for (const char *c = text; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        bool letter = byte >= 0x80 || byte == ' ' || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                      (byte >= 'a' && byte <= 'z');
        if (letter)
            oca_buffer_add(&out, c, 1);
        else
            oca_buffer_print(&out, "\\%02x ", byte);
    }
    return out.at ? out.at : "";
}

oca_stream *oca_result_open(oca_arena *mem, const char *kind, const char *lang, const char *running) {
    oca_stream *out = oca_stream_open(mem, "result", OCA_RESULT_NAMESPACE);
    oca_stream_attribute(out, "kind", kind);
    oca_stream_attribute(out, "xml:lang", lang);
    oca_stream_attribute(out, "running", escaped(mem, running));
    return out;
}

const char *oca_result_running(oca_arena *mem, const oca_assessment *assessment) {
    return oca_format_text(mem, "%s, %s, %s", assessment->organization->name, oca_round_word(assessment->round),
                           oca_day_text(mem, assessment->date.day));
}

void oca_result_head(oca_stream *out, oca_arena *mem, const oca_answers *answers, const char *lang) {
    const oca_assessment *assessment = answers->assessment;
    const oca_rubric *rubric = answers->frame->rubric;
    const oca_tailoring *tailoring = answers->frame->tailoring;
    oca_stream_begin(out, "rubric");
    oca_stream_attribute(out, "id", rubric->id);
    oca_stream_attribute(out, "version", rubric->version);
    oca_stream_attribute(out, "digest", rubric->digest);
    oca_stream_attribute(out, "tailoring", tailoring ? tailoring->id : NULL);
    oca_stream_attribute(out, "tailoring-digest", tailoring ? tailoring->digest : NULL);
    oca_stream_attribute(out, "title", oca_words_in(&rubric->titles, lang, rubric->lang));
    oca_stream_attribute(out, "shown", oca_instrument_shown(mem, answers->frame));
    oca_stream_attribute(out, "performance", oca_measures_performance(answers->frame) ? "yes" : NULL);
    oca_stream_end(out);
    oca_stream_begin(out, "organization");
    oca_stream_attribute(out, "id", assessment->organization->id);
    oca_stream_attribute(out, "name", assessment->organization->name);
    oca_stream_end(out);
    oca_stream_begin(out, "round");
    oca_stream_attribute(out, "name", assessment->round);
    oca_stream_attribute(out, "shown", oca_round_word(assessment->round));
    oca_stream_day(out, "date", assessment->date);
    oca_stream_day(out, "as-of", assessment->as_of);
    oca_stream_count(out, "participants", assessment->participants.n);
    oca_stream_end(out);
}

void oca_result_to_complete(oca_stream *out, const oca_scores *scores, const char *lang) {
    const oca_frame *frame = scores->answers->frame;
    for (size_t i = 0; i < scores->to_complete.n; i++) {
        const oca_to_complete *one = &scores->to_complete.at[i];
        long item = one->item ? oca_frame_find_item(frame, one->item) : OCA_NOWHERE;
        oca_stream_begin(out, "to-complete");
        oca_stream_attribute(out, "item", one->item);
        oca_stream_attribute(out, "what", one->what);
        oca_stream_attribute(out, "shown", oca_to_complete_shown(one->what));
        if (item != OCA_NOWHERE)
            oca_stream_attribute(out, "title", oca_item_title(frame, (size_t)item, lang));
        oca_stream_end(out);
    }
}
