/* The command `oca`. */
#include "../base/text.h"
#include "../base/words.h"
#include "../system/language.h"
#include "../system/program.h"
#include "../writing/libxml.h"
#include "print.h"
#include "verbs.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whoever starts us with a standard stream closed must not find our messages in the file that we opened next. Each is
 * opened the wrong way round, so that using it fails. */
static void keep_standard_streams(void) {
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            _exit(OCA_SYSTEM);
}

static void add_folder(oca_arena *mem, oca_strings *folders, const char *folder) {
    if (folder)
        *(const char **)OCA_ADD(mem, folders) = folder;
}

static void speak(const char *lang) {
    if (!lang)
        return;
    oca_language_choose(OCA_MESSAGES, lang);
    oca_language_choose(OCA_ANSWERS, lang);
}

/* Before anything is parsed: what is wrong with the other words is said in that language, too. */
static void speak_early(int argc, char **argv) {
    static const char option[] = "--lang";
    const size_t n = sizeof option - 1;
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], option, n) != 0)
            continue;
        if (argv[i][n] == '=')
            speak(argv[i] + n + 1);
        else if (!argv[i][n] && i + 1 < argc)
            speak(argv[i + 1]);
    }
}

static oca_status run_verb(oca_arena *mem, const oca_verb *verb, int argc, char **argv) {
    oca_arguments arguments;
    if (oca_options_parse(&arguments, mem, verb->options, argc, argv) != OCA_OK)
        return OCA_USAGE;
    speak(arguments.lang);
    if (arguments.help) {
        oca_verb_help_print(mem, verb);
        return OCA_OK;
    }
    if (arguments.operands.n < verb->least)
        return oca_wrong_usage(verb->name, "too little was given; usage: oca %s %s", verb->name, verb->operands);
    if (verb->most && arguments.operands.n > verb->most)
        return oca_wrong_usage(verb->name, "\"%s\" is too much; usage: oca %s %s", arguments.operands.at[verb->most],
                               verb->name, verb->operands);
    oca_run run = {.mem = mem,
                   .faults = {.mem = mem},
                   .lang = arguments.lang,
                   .shelf = {.mem = mem,
                             .rubric_files = arguments.rubrics,
                             .action_files = arguments.actions,
                             .tailoring_files = arguments.tailorings,
                             .path = getenv("OCA_PATH")}};
    add_folder(mem, &run.shelf.shipped_rubrics, oca_shipped_folder(mem, "rubrics"));
    add_folder(mem, &run.shelf.shipped_actions, oca_shipped_folder(mem, "templates"));
    return verb->run(&run, &arguments);
}

static oca_status run_help(oca_arena *mem, int argc, char **argv) {
    static const oca_option options[] = {OCA_LANG_OPTION, {0}};
    oca_arguments arguments;
    if (oca_options_parse(&arguments, mem, options, argc, argv) != OCA_OK)
        return OCA_USAGE;
    speak(arguments.lang);
    if (arguments.operands.n == 0 || oca_equal(arguments.operands.at[0], "help")) {
        oca_help_print(mem);
        return OCA_OK;
    }
    const oca_verb *verb = oca_verb_find(arguments.operands.at[0]);
    if (!verb)
        return oca_verb_unknown(mem, arguments.operands.at[0]);
    oca_verb_help_print(mem, verb);
    return OCA_OK;
}

static oca_status run(oca_arena *mem, int argc, char **argv) {
    speak_early(argc, argv);
    if (argc < 2)
        return oca_wrong_usage(NULL, "what is to be done? For example: oca score ASSESSMENT");
    if (oca_equal(argv[1], "help") || oca_equal(argv[1], "--help") || oca_equal(argv[1], "-h"))
        return run_help(mem, argc - 1, argv + 1);
    if (oca_equal(argv[1], "--version")) {
        oca_print(_("oca %s\nLicence GPL-3.0-or-later: free software, without any warranty.\n"), OCA_VERSION);
        return OCA_OK;
    }
    if (oca_equal(argv[1], "--completion"))
        return oca_completion_print(argc > 2 ? argv[2] : NULL);
    if (argv[1][0] == '-')
        return oca_wrong_usage(NULL, "an option stands after its verb: \"%s\"", argv[1]);
    const oca_verb *verb = oca_verb_find(argv[1]);
    return verb ? run_verb(mem, verb, argc - 1, argv + 1) : oca_verb_unknown(mem, argv[1]);
}

int main(int argc, char **argv) {
    keep_standard_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is an error that is told */
    signal(SIGPIPE, SIG_DFL); /* a reader that has seen enough ends us quietly */
    oca_on_exhaustion(oca_out_of_memory);
    oca_libxml_watch_memory();
    oca_arena mem = {0};
    oca_language_start(&mem, oca_shipped_folder(&mem, "words"));
    oca_status status = oca_print_finish(run(&mem, argc, argv));
    oca_arena_free(&mem);
    return (int)status;
}
