#include "bar.h"

#include "../system/threads.h"

#include <stdio.h>
#include <unistd.h>

enum { SILENT_MS = 1000, BETWEEN_MS = 100, WIDTH = 30 };

oca_bar oca_bar_begin(const char *what, size_t all) {
    return (oca_bar){.what = what, .all = all, .wanted = isatty(STDERR_FILENO), .began = oca_milliseconds()};
}

void oca_bar_at(oca_bar *bar, size_t done) {
    if (!bar->wanted || bar->all == 0)
        return;
    long now = oca_milliseconds();
    if (now - bar->began < SILENT_MS || now - bar->last < BETWEEN_MS)
        return;
    char drawn[WIDTH + 1];
    for (size_t i = 0; i < WIDTH; i++)
        drawn[i] = i * bar->all < done * WIDTH ? '#' : '.';
    drawn[WIDTH] = '\0';
    fprintf(stderr, "\r%s %zu of %zu %s", drawn, done, bar->all, bar->what);
    bar->last = now;
    bar->shown = true;
}

void oca_bar_end(oca_bar *bar) {
    if (bar->shown)
        fputs("\r\033[K", stderr); /* to the line's beginning, and clear it */
}
