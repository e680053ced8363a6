#include "bar.h"

#include "../base/words.h"
#include "../system/terminal.h"
#include "../system/threads.h"

#include <stdio.h>
#include <unistd.h>

enum { SILENT_MS = 1000, BETWEEN_MS = 100, WIDTH = 30 };

oca_bar oca_bar_begin(const char *what, size_t all) {
    size_t room = isatty(STDERR_FILENO) ? oca_screen_at(STDERR_FILENO).width : 0;
    return (oca_bar){.what = what, .all = all, .room = room, .began = oca_milliseconds()};
}

void oca_bar_at(oca_bar *bar, size_t done) {
    if (!bar->room || bar->all == 0)
        return;
    long now = oca_milliseconds();
    if (now - bar->began < SILENT_MS || now - bar->last < BETWEEN_MS)
        return;
    char line[WIDTH + 80];
    for (size_t i = 0; i < WIDTH; i++)
        line[i] = i * bar->all < done * WIDTH ? '#' : '.';
    int told = snprintf(line + WIDTH, sizeof line - WIDTH, oca_message(" %zu of %zu %s"), done, bar->all,
                        oca_message(bar->what));
    size_t length = WIDTH + (size_t)told;
    if (told < 0 || length >= sizeof line || length >= bar->room)
        return; /* a line that the terminal breaks could not be taken away */
    fprintf(stderr, "\r%s", line);
    bar->last = now;
    bar->shown = length;
}

void oca_bar_end(oca_bar *bar) {
    if (bar->shown)
        fprintf(stderr, "\r%*s\r", (int)bar->shown, "");
}
