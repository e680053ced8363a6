/* What a readable text is shown on, as values: who writes the text knows nothing of terminals. */
#ifndef OCA_BASE_SCREEN_H
#define OCA_BASE_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    OCA_BARS_NONE,
    OCA_BARS_ASCII,  /* "###....." */
    OCA_BARS_BLOCKS, /* in eighths of a character: "██▌     ▏" */
} oca_bars;

typedef struct {
    size_t width; /* columns; at least OCA_SCREEN_LEAST */
    bool styles;  /* bold and colour, by escape sequences */
    oca_bars bars;
} oca_screen;

enum { OCA_SCREEN_LEAST = 20 };

/* A file, a pipe, paper: 100 columns, no bars, and not one escape sequence. */
extern const oca_screen oca_no_screen;

#endif
