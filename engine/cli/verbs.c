#include "verbs.h"

#include "../base/text.h"
#include "../base/words.h"
#include "../system/terminal.h"
#include "print.h"

#include <unistd.h>

const oca_verb *const oca_verbs[] = {&oca_verb_rubrics,
                                     &oca_verb_check,
                                     &oca_verb_start,
                                     &oca_verb_convert,
                                     &oca_verb_merge,
                                     &oca_verb_score,
                                     &oca_verb_plan,
                                     &oca_verb_compare,
                                     &oca_verb_form,
                                     &oca_verb_collect,
                                     &oca_verb_track,
                                     &oca_verb_portfolio,
                                     NULL};

const oca_verb *oca_verb_find(const char *name) {
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++)
        if (oca_equal((*verb)->name, name))
            return *verb;
    return NULL;
}

oca_status oca_verb_unknown(oca_arena *mem, const char *name) {
    oca_strings names = {0};
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++)
        *(const char **)OCA_ADD(mem, &names) = (*verb)->name;
    const char *near = oca_nearest(&names, name);
    if (near)
        return oca_wrong_usage(NULL, "there is no verb \"%s\"; did you mean \"%s\"?", name, near);
    return oca_wrong_usage(NULL, "there is no verb \"%s\"; there are %s", name, oca_join(mem, &names, ", "));
}

void oca_help_print(oca_arena *mem) {
    enum { VERBS = 13, OTHERS = 18 };
    oca_screen screen = oca_screen_at(STDOUT_FILENO);
    oca_lines help = {.written = {.mem = mem}, .screen = &screen};
    oca_lines_say(&help, "%s", _("oca: assesses the capacity of organizations and plans how to strengthen it"));
    oca_lines_gap(&help);
    oca_lines_say(&help, "%s", _("usage: oca VERB … [OPTIONS]"));
    oca_lines_gap(&help);
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++)
        oca_lines_entry(&help, VERBS, oca_format_text(mem, "  %s", (*verb)->name), _((*verb)->line));
    oca_lines_gap(&help);
    oca_lines_entry(&help, OTHERS, "  oca help VERB", _("more about one verb"));
    oca_lines_entry(&help, OTHERS, "  oca --version", _("which version this is"));
    oca_lines_gap(&help);
    oca_lines_wrap(&help,
                   _("Exit status: 0 done; 1 the content of a file is faulty, nothing was written; 2 wrong usage; "
                     "3 the system failed (a file, memory, disk)."),
                   0, 0);
    oca_print_bytes(help.written.at, help.written.n);
}

/* A line of the source is no line of the screen, but after a full stop it begins one. */
static const char *flowing(oca_arena *mem, const char *text) {
    oca_buffer flow = {.mem = mem};
    for (size_t i = 0; text[i]; i++)
        oca_buffer_add(&flow, text[i] == '\n' && i && text[i - 1] != '.' ? " " : text + i, 1);
    return flow.at;
}

void oca_verb_help_print(oca_arena *mem, const oca_verb *verb) {
    oca_screen screen = oca_screen_at(STDOUT_FILENO);
    oca_lines help = {.written = {.mem = mem}, .screen = &screen};
    oca_lines_wrap(&help, oca_format_text(mem, _("usage: oca %s %s"), verb->name, verb->operands), 0, 0);
    oca_lines_gap(&help);
    oca_lines_wrap(&help, flowing(mem, _(verb->more)), 0, 0);
    oca_lines_gap(&help);
    oca_lines_say(&help, _("Options:"));
    oca_options_write(&help, verb->options);
    oca_print_bytes(help.written.at, help.written.n);
}
