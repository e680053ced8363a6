/* The verbs of the command, and what each of them is given to run. */
#ifndef OCA_CLI_VERBS_H
#define OCA_CLI_VERBS_H

#include "../reading/shelf.h"
#include "options.h"

/* One run of the program. */
typedef struct {
    oca_arena *mem;
    oca_faults faults;
    oca_shelf shelf;
    const char *lang; /* of texts: --lang, else what oca_answer_in finds; NULL: each document's own */
} oca_run;

typedef struct {
    const char *name;
    const char *operands; /* "ASSESSMENT --start DATE [-o FILE]" */
    const char *line;     /* help in one line */
    const char *more;     /* the rest of its help: whole lines */
    size_t least, most;   /* how many operands; most 0: any number */
    const oca_option *options;
    oca_status (*run)(oca_run *run, const oca_arguments *arguments);
} oca_verb;

extern const oca_verb oca_verb_check, oca_verb_collect, oca_verb_compare, oca_verb_convert, oca_verb_form,
    oca_verb_merge, oca_verb_plan, oca_verb_portfolio, oca_verb_rubrics, oca_verb_score, oca_verb_start, oca_verb_track;

/* All of them, ended by NULL. */
extern const oca_verb *const oca_verbs[];

/* The verb of that name, or NULL. */
const oca_verb *oca_verb_find(const char *name);

/* A complaint about an unknown verb, with the nearest that there is. Returns OCA_USAGE. */
oca_status oca_verb_unknown(oca_arena *mem, const char *name);

/* The script with which `shell`, bash or zsh, completes the command; OCA_USAGE after a complaint for another. */
oca_status oca_completion_print(const char *shell);

/* Help: of the program, of a verb. */
void oca_help_print(oca_arena *mem);
void oca_verb_help_print(oca_arena *mem, const oca_verb *verb);

#endif
