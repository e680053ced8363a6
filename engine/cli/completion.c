/* Scripts with which a shell completes the command, made from the table of verbs; declared in verbs.h. */
#include "../base/text.h"
#include "print.h"
#include "verbs.h"

/* Options whose value is a file; others have values that nobody can guess. */
static bool takes_file(const oca_option *option) {
    return option->value && oca_equal(option->value, "FILE");
}

static void print_names(const oca_option *option) {
    if (option->letter)
        oca_print(" -%c", option->letter);
    if (option->name)
        oca_print(" --%s", option->name);
}

static bool is_last(const oca_option *option) {
    return !option->name && !option->letter;
}

static void print_verbs(void) {
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++)
        oca_print(" %s", (*verb)->name);
}

static void print_bash(void) {
    oca_print("# bash completion for oca\n"
              "_oca() {\n"
              "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options= values=\n"
              "    local verbs=\"");
    print_verbs();
    oca_print("\"\n"
              "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
              "        COMPREPLY=($(compgen -W \"help --help --version $verbs\" -- \"$word\"))\n"
              "        return\n"
              "    fi\n"
              "    case ${COMP_WORDS[1]} in\n"
              "    help)\n"
              "        COMPREPLY=($(compgen -W \"$verbs\" -- \"$word\"))\n"
              "        return ;;\n");
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++) {
        oca_print("    %s)\n        options=\"", (*verb)->name);
        for (const oca_option *option = (*verb)->options; !is_last(option); option++)
            print_names(option);
        oca_print("\"\n        values=\"");
        for (const oca_option *option = (*verb)->options; !is_last(option); option++)
            if (option->kind != OCA_OPTION_FLAG && !takes_file(option))
                print_names(option);
        oca_print(" \" ;;\n");
    }
    oca_print("    esac\n"
              "    if [[ $values == *\" $before \"* ]]; then\n"
              "        COMPREPLY=()\n"
              "    elif [[ $word == -* ]]; then\n"
              "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
              "    else\n"
              "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
              "    fi\n"
              "}\n"
              "complete -o filenames -F _oca oca\n");
}

/* `text` as zsh reads it in single quotes, where brackets and colons mean something. */
static void print_for_zsh(const char *text) {
    for (; *text; text++)
        if (*text == '\'')
            oca_print("'\\''");
        else if (*text == '[' || *text == ']' || *text == ':')
            oca_print("\\%c", *text);
        else
            oca_print("%c", *text);
}

/* '(-o --output)'{-o,--output}'[help]:FILE:_files' */
static void print_zsh_option(const oca_option *option) {
    oca_print(" \\\n            ");
    if (option->kind == OCA_OPTION_LIST)
        oca_print("'*'");
    if (option->letter && option->name)
        oca_print("{-%c,--%s}", option->letter, option->name);
    else if (option->letter)
        oca_print("-%c", option->letter);
    else
        oca_print("--%s", option->name);
    oca_print("'[");
    print_for_zsh(option->help);
    oca_print("]");
    if (option->kind != OCA_OPTION_FLAG)
        oca_print(":%s:%s", option->value, takes_file(option) ? "_files" : " ");
    oca_print("'");
}

static void print_zsh(void) {
    oca_print("#compdef oca\n"
              "_oca() {\n"
              "    local -a verbs others\n"
              "    others=('help:more about one verb' '--version:which version this is')\n"
              "    verbs=(\n");
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++) {
        oca_print("        '%s:", (*verb)->name);
        print_for_zsh((*verb)->line);
        oca_print("'\n");
    }
    oca_print("    )\n"
              "    if (( CURRENT == 2 )); then\n"
              "        _describe 'verb' verbs -- others\n"
              "        return\n"
              "    fi\n"
              "    case $words[2] in\n"
              "    help) _describe 'verb' verbs ;;\n");
    for (const oca_verb *const *verb = oca_verbs; *verb; verb++) {
        oca_print("    %s)\n        shift words; (( CURRENT-- ))\n        _arguments", (*verb)->name);
        for (const oca_option *option = (*verb)->options; !is_last(option); option++)
            print_zsh_option(option);
        oca_print(" \\\n            '*:file:_files' ;;\n");
    }
    oca_print("    esac\n"
              "}\n"
              "_oca \"$@\"\n");
}

oca_status oca_completion_print(const char *shell) {
    if (oca_equal(shell, "bash"))
        print_bash();
    else if (oca_equal(shell, "zsh"))
        print_zsh();
    else
        return oca_wrong_usage(NULL, "--completion is made for bash and zsh, not for \"%s\"", shell ? shell : "");
    return OCA_OK;
}
