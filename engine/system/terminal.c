#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, WIDEST = 1000 };

static bool is_set(const char *variable) {
    return variable && *variable;
}

static size_t width_of(const oca_terminal *t) {
    char *end;
    unsigned long columns = is_set(t->columns) ? strtoul(t->columns, &end, 10) : 0;
    if (columns && (*end || t->columns[0] == '-'))
        columns = 0; /* no number */
    size_t width = columns ? columns : t->width ? t->width : USUAL_WIDTH;
    return width < OCA_SCREEN_LEAST ? OCA_SCREEN_LEAST : width > WIDEST ? WIDEST : width;
}

/* As a locale's name tells: "pt_MZ.UTF-8", "C.utf8". */
static bool shows_utf8(const oca_terminal *t) {
    const char *locale = is_set(t->lc_all) ? t->lc_all : is_set(t->lc_ctype) ? t->lc_ctype : t->lang;
    const char *point = locale ? strchr(locale, '.') : NULL;
    return point && (strncasecmp(point, ".utf-8", 6) == 0 || strncasecmp(point, ".utf8", 5) == 0);
}

oca_screen oca_screen_of(const oca_terminal *terminal) {
    if (!terminal->is_terminal)
        return oca_no_screen;
    return (oca_screen){
        .width = width_of(terminal),
        .styles = !is_set(terminal->no_color) && is_set(terminal->term) && strcmp(terminal->term, "dumb") != 0,
        .bars = shows_utf8(terminal) ? OCA_BARS_BLOCKS : OCA_BARS_ASCII,
    };
}

oca_screen oca_screen_at(int descriptor) {
    struct winsize size = {0};
    bool is_terminal = isatty(descriptor);
    if (is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) != 0)
        size.ws_col = 0;
    return oca_screen_of(&(oca_terminal){
        .is_terminal = is_terminal,
        .width = size.ws_col,
        .columns = getenv("COLUMNS"),
        .no_color = getenv("NO_COLOR"),
        .term = getenv("TERM"),
        .lc_all = getenv("LC_ALL"),
        .lc_ctype = getenv("LC_CTYPE"),
        .lang = getenv("LANG"),
    });
}
