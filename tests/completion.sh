#!/bin/bash
# Completes a few command lines as a shell would, and lets zsh read its script where there is one.
#
#     completion.sh PROGRAM
program=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 3
passed=0 failed=0

# expect WORDS… = COMPLETIONS…: what the last word is completed to.
expect() {
    local words=() wanted
    while [ "$1" != = ]; do words+=("$1"); shift; done
    shift
    wanted=$*
    COMP_WORDS=("${words[@]}") COMP_CWORD=$((${#words[@]} - 1)) COMPREPLY=()
    _oca
    if [ "${COMPREPLY[*]}" = "$wanted" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "${words[*]}: completes to \"${COMPREPLY[*]}\", not \"$wanted\""
    fi
}

# shellcheck disable=SC1090 # what is tested
source <("$program" --completion bash)
expect oca sco = score
expect oca hel = help
expect oca --ver = --version
expect oca help sc = score
expect oca score --expl = --explain
expect oca score --explain gov =
expect oca plan --start 2025 =
expect oca score READ = README.md
expect oca score --rubric READ = README.md
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
touch "$folder/our own.xml"
expect oca score "$folder/our" = "$folder/our own.xml"

# Every verb, and every option that its help tells of, is there; help is asked in English.
export LC_ALL=C.UTF-8
verbs=$("$program" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p')
# shellcheck disable=SC2086 # a list of words
expect oca "" = help --help --version $verbs
for verb in $verbs; do
    options=$("$program" "$verb" --help | grep -oE '^  -[^ ]*( [A-Z]+)?(, --[a-z]+)?' | grep -oE -e '--?[a-z-]+')
    # shellcheck disable=SC2086
    expect oca "$verb" - = $options
done

if command -v zsh >/dev/null; then
    if "$program" --completion zsh | zsh -n /dev/stdin; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
