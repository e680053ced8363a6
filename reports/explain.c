#include "explain.h"

#include "explain_parts.h"
#include "table.h"

#include <string.h>

void oca_explain_clause(oca_explanation *e, const char *clause) {
    oca_lines_heading(&e->out, clause);
}

void oca_explain_say(oca_explanation *e, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    oca_lines_wrap(&e->out, oca_format_list(e->mem, format, arguments), 0, 2);
    va_end(arguments);
}

const char *oca_explain_number(const oca_explanation *e, double value) {
    enum { KEPT = 4, COMPARED = 9 };
    const char *shown = oca_number_shown(e->mem, value, COMPARED);
    size_t n = strlen(shown), cut = n - (COMPARED - KEPT);
    bool exact = true;
    for (size_t i = cut; i < n; i++)
        exact = exact && shown[i] == '0';
    if (!exact)
        return oca_format_text(e->mem, "%s…", oca_copy(e->mem, shown, cut));
    while (shown[cut - 1] == '0') /* ends at the point at the latest */
        cut--;
    return oca_copy(e->mem, shown, shown[cut - 1] == '.' ? cut - 1 : cut);
}

const char *oca_explain(oca_arena *mem, const oca_scores *scores, const char *id, const char *lang,
                        const oca_screen *screen) {
    oca_explanation e = {.out = {.written = {.mem = mem}, .screen = screen},
                         .mem = mem,
                         .scores = scores,
                         .frame = scores->answers->frame,
                         .lang = lang};
    long item = oca_frame_find_item(e.frame, id), node = oca_frame_find_node(e.frame, id);
    if (item != OCA_NOWHERE)
        oca_explain_item(&e, (size_t)item);
    else if (node != OCA_NOWHERE)
        oca_explain_node(&e, (size_t)node);
    else if (oca_equal(id, "overall"))
        oca_explain_node(&e, 0);
    return e.out.written.at;
}
