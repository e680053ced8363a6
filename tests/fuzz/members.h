/* Workbooks as fuzzers see them: members, each its name on a line and its content, with a mark between, so that changes
 * reach what lies behind the checksums of a zip file. */
#ifndef OCA_TESTS_FUZZ_MEMBERS_H
#define OCA_TESTS_FUZZ_MEMBERS_H

#include "fuzz.h"

#include <string.h>

static const char members_mark[] = "\n<!--next-->\n";

enum { MOST_MEMBERS = 40 };

typedef struct {
    const char *name, *content;
    size_t n_name, n_content;
} fuzz_member;

/* Where the next mark begins, or the end. */
static inline size_t members_mark_from(const char *text, size_t at, size_t n) {
    const size_t mark = sizeof members_mark - 1;
    while (at < n && (n - at < mark || memcmp(text + at, members_mark, mark) != 0))
        at++;
    return at;
}

/* The members of the `n` bytes at `text`; returns how many. */
static inline size_t members_split(fuzz_member out[MOST_MEMBERS], const char *text, size_t n) {
    size_t found = 0;
    for (size_t at = 0; at < n && found < MOST_MEMBERS;) {
        size_t end = members_mark_from(text, at, n), name = 0;
        while (at + name < end && text[at + name] != '\n')
            name++;
        if (at + name < end)
            out[found++] = (fuzz_member){text + at, text + at + name + 1, name, end - at - name - 1};
        at = end < n ? end + sizeof members_mark - 1 : n;
    }
    return found;
}

#endif
