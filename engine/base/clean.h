/* Text from elsewhere, made safe to show. */
#ifndef OCA_BASE_CLEAN_H
#define OCA_BASE_CLEAN_H

#include "arena.h"

/* The text without what a terminal would obey: control characters (escape sequences begin with one), marks that turn
 * the direction of all that follows, and bytes that are no UTF-8 become U+FFFD; a tab becomes a space, CR LF a line
 * feed. Line feeds stay. Gives `text` itself where there is nothing to change. */
const char *oca_clean(oca_arena *mem, const char *text);

/* A name, which may hold line feeds, on one line: what follows one must not look like a line of its own. Gives `text`
 * itself where there is none. */
const char *oca_on_one_line(oca_arena *mem, const char *text);

#endif
