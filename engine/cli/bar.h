/* A bar on the terminal for work that takes over a second. */
#ifndef OCA_CLI_BAR_H
#define OCA_CLI_BAR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *what; /* "files" */
    size_t all;
    size_t room;      /* columns of standard error; 0: it is no terminal */
    size_t shown;     /* columns taken */
    long began, last; /* milliseconds */
} oca_bar;

oca_bar oca_bar_begin(const char *what, size_t all);

/* `done` of them are done; to be called often, by one thread. */
void oca_bar_at(oca_bar *bar, size_t done);

/* Takes the bar away. */
void oca_bar_end(oca_bar *bar);

#endif
