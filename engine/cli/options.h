/* Options of the command line: one table a verb drives both parsing and --help. */
#ifndef OCA_CLI_OPTIONS_H
#define OCA_CLI_OPTIONS_H

#include "../../reports/lines.h"
#include "../base/date.h"
#include "../base/fault.h"
#include "../base/words.h"

#include <stddef.h>

/* What was given, whatever the verb. Strings are those of argv. */
typedef struct {
    oca_strings operands;
    oca_strings rubrics, actions, tailorings; /* files */
    const char *lang, *format, *output, *explain, *start, *only, *plan;
    const char *org_code, *profile, *round, *date; /* all NULL if absent */
    const char *donor_leaves, *threads;            /* likewise */
    bool strict, help, anonymize, in_the_room;
    const char *template_file; /* a stylesheet */
    bool wall, leaflet;
    const char *by; /* who holds a review; what to group by */
    bool tasks, reschedule;
    const char *org, *id, *from, *participants; /* of a new assessment */
    bool prefill;
} oca_arguments;

typedef enum {
    OCA_OPTION_FLAG, /* bool */
    OCA_OPTION_TEXT, /* const char * */
    OCA_OPTION_LIST, /* oca_strings; may be repeated */
} oca_option_kind;

typedef struct {
    const char *name;  /* long, without dashes; NULL: it has only its letter */
    char letter;       /* '\0': none */
    const char *value; /* in help: "FILE" */
    oca_option_kind kind;
    size_t at; /* offset in oca_arguments */
    const char *help;
} oca_option;

/* Options that several verbs have. */
#define OCA_RUBRIC_OPTION                                                                                              \
    {                                                                                                                  \
        "rubric", 0, "FILE", OCA_OPTION_LIST, offsetof(oca_arguments, rubrics),                                        \
            N_("use this rubric instead of looking one up; may be repeated")                                           \
    }
#define OCA_TAILORING_OPTION                                                                                           \
    {                                                                                                                  \
        "tailoring", 0, "FILE", OCA_OPTION_LIST, offsetof(oca_arguments, tailorings),                                  \
            N_("use this programme's selection from the rubric; may be repeated")                                      \
    }
#define OCA_ACTIONS_OPTION                                                                                             \
    {                                                                                                                  \
        "actions", 0, "FILE", OCA_OPTION_LIST, offsetof(oca_arguments, actions),                                       \
            N_("use this action library instead of looking one up; may be repeated")                                   \
    }
#define OCA_LANG_OPTION                                                                                                \
    {                                                                                                                  \
        "lang", 0, "LANG", OCA_OPTION_TEXT, offsetof(oca_arguments, lang),                                             \
            N_("language of all that is shown, such as fr")                                                            \
    }
#define OCA_FORMAT_OPTION                                                                                              \
    { "format", 0, "NAME", OCA_OPTION_TEXT, offsetof(oca_arguments, format), N_("format of standard output") }
#define OCA_OUTPUT_OPTION                                                                                              \
    {                                                                                                                  \
        0, 'o', "FILE", OCA_OPTION_TEXT, offsetof(oca_arguments, output),                                              \
            N_("write to FILE, whose ending chooses the format; '-' is standard output")                               \
    }
#define OCA_TEMPLATE_OPTION                                                                                            \
    {                                                                                                                  \
        "template", 0, "FILE", OCA_OPTION_TEXT, offsetof(oca_arguments, template_file),                                \
            N_("make the page with this stylesheet (XSLT) instead of the one that ships")                              \
    }
#define OCA_STRICT_OPTION                                                                                              \
    { "strict", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, strict), N_("what is to complete is a fault") }
#define OCA_ANONYMIZE_OPTION                                                                                           \
    {                                                                                                                  \
        "anonymize", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, anonymize),                                     \
            N_("without names, notes and evidence; the organization is a code")                                        \
    }
#define OCA_HELP_OPTION                                                                                                \
    { "help", 'h', NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, help), N_("show this") }

/* Parses argv[1] on (argv[0] is the verb, named in complaints) by `options`, a table ended by zeros. Options may
 * stand after operands; "--" ends them. OCA_USAGE after a complaint. */
oca_status oca_options_parse(oca_arguments *out, oca_arena *mem, const oca_option *options, int argc, char **argv)
    __attribute__((warn_unused_result));

/* Adds the table as help. */
void oca_options_write(oca_lines *out, const oca_option *options);

/* The day that `option` gives, today where `given` is NULL. OCA_USAGE after a complaint. */
oca_status oca_options_day(oca_day *out, const char *verb, const char *option, const char *given)
    __attribute__((warn_unused_result));

/* The word of `words` that `given` is nearest to, or NULL if none is near. */
const char *oca_nearest(const oca_strings *words, const char *given);

#endif
