#include "rubric_text.h"

#include "../engine/base/words.h"
#include "phrases.h"
#include "table.h"

enum { INDENT = 2, HANGING = 5 };

static void add_titles(oca_lines *out, const oca_frame *frame, size_t node, const char *lang) {
    const oca_frame_node *n = &frame->nodes[node];
    const char *title = oca_node_title(frame, node, lang);
    if (n->depth == 1) {
        oca_lines_heading(out, title);
    } else {
        oca_lines_gap(out);
        oca_lines_title(out, title);
    }
}

static void add_item(oca_lines *out, const oca_frame *frame, size_t item, const char *lang) {
    const oca_frame_item *i = &frame->items[item];
    const char *root = frame->rubric->lang;
    oca_lines_gap(out);
    oca_lines_title(out, oca_format_text(out->written.mem, "%s (%s)", oca_item_title(frame, item, lang), i->item->id));
    if (i->item->statements.n)
        oca_lines_wrap(out, oca_words_in(&i->item->statements, lang, root), INDENT, INDENT);
    for (size_t k = 0; k < i->n_rungs; k++) {
        double value = i->rungs[k].value;
        const char *line = oca_format_text(out->written.mem, "%s  %s", oca_level_number(out->written.mem, value),
                                           oca_level_descriptor(frame, item, value, lang));
        oca_lines_wrap(out, line, INDENT, HANGING);
        for (size_t c = 0; c < i->rungs[k].criteria.n; c++) {
            const char *id = i->rungs[k].criteria.at[c];
            line = oca_format_text(out->written.mem, "[ ] %s (%s)", oca_criterion_in(i, id, lang, root), id);
            oca_lines_wrap(out, line, HANGING, HANGING + 4);
        }
    }
    if (i->gate) {
        const char *why = oca_words_in(&i->gate->why, lang, root);
        const char *line =
            oca_format_text(out->written.mem, _("must-have: at least %s, else it holds the stage at %s%s%s"),
                            oca_level_number(out->written.mem, i->gate->at_least.value),
                            oca_stage_title(frame, (long)i->ceiling, lang), *why ? ". " : "", why);
        oca_lines_wrap(out, line, INDENT, INDENT);
    }
}

static void add_line(oca_lines *out, const char *what, const char *text) {
    if (text && *text)
        oca_lines_wrap(out, oca_format_text(out->written.mem, _("%s: %s"), what, text), 0, INDENT);
}

const char *oca_rubric_text(oca_arena *mem, const oca_frame *frame, const char *lang, const oca_screen *screen) {
    const oca_rubric *rubric = frame->rubric;
    oca_lines out = {.written = {.mem = mem}, .screen = screen};
    oca_lines_title(&out, oca_words_in(&rubric->titles, lang, rubric->lang));
    oca_lines_say(&out, _("%s %s, %s in %s"), rubric->id, rubric->version,
                  oca_plural(mem, frame->n_items, "item", "items"),
                  oca_plural(mem, frame->n_nodes - 1, "area", "areas"));
    add_line(&out, _("Source"), oca_words_in(&rubric->sources, lang, rubric->lang));
    add_line(&out, _("Licence"), oca_words_in(&rubric->licences, lang, rubric->lang));
    add_line(&out, _("Digest"), rubric->digest);
    for (size_t node = 1; node < frame->n_nodes; node++) {
        const oca_frame_node *n = &frame->nodes[node];
        add_titles(&out, frame, node, lang);
        /* All of an area's own items under its title, those that follow a sub-area in the rubric too. */
        for (size_t item = n->first_item; item < n->end_item; item++)
            if (frame->items[item].area == node)
                add_item(&out, frame, item, lang);
    }
    return out.written.at;
}
