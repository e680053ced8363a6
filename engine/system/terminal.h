/* The terminal, if there is one, as the values that readable texts are written for. */
#ifndef OCA_SYSTEM_TERMINAL_H
#define OCA_SYSTEM_TERMINAL_H

#include "../base/screen.h"

/* What the system and the environment tell; NULL: the variable is not set. */
typedef struct {
    bool is_terminal;
    size_t width;                         /* columns as the system says; 0: it does not say */
    const char *columns;                  /* COLUMNS: goes before what the system says */
    const char *no_color;                 /* NO_COLOR: anything but "" forbids escape sequences (no-color.org) */
    const char *term;                     /* TERM: absent or "dumb" knows none */
    const char *lc_all, *lc_ctype, *lang; /* the first that says something says whether the terminal shows UTF-8 */
} oca_terminal;

/* A terminal's screen; oca_no_screen for anything else, whatever the environment says. */
oca_screen oca_screen_of(const oca_terminal *terminal);

/* The same for an open descriptor. */
oca_screen oca_screen_at(int descriptor);

#endif
