#include "verbs.h"

#include "../base/text.h"
#include "print.h"

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

void oca_help_print(void) {
    oca_print("oca: assesses the capacity of organizations and plans how to strengthen it\n\n"
              "usage: oca VERB … [OPTIONS]\n\n");
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++)
        oca_print("  %-9s  %s\n", (*verb)->name, (*verb)->line);
    oca_print("\n"
              "  oca help VERB   more about one verb\n"
              "  oca --version   which version this is\n\n"
              "Exit status: 0 done; 1 the content of a file is faulty, nothing was written; 2 wrong usage;\n"
              "3 the system failed (a file, memory, disk).\n");
}

void oca_verb_help_print(oca_arena *mem, const oca_verb *verb) {
    oca_print("usage: oca %s %s\n\n%s\n\nOptions:\n", verb->name, verb->operands, verb->more);
    oca_options_print(mem, verb->options);
}
