#include "text.h"

#include <math.h>
#include <string.h>

/* Bytes of the UTF-8 character at `s`; 1 for a byte that begins none, so that we always get on. */
static size_t bytes_of(const char *s) {
    unsigned char lead = (unsigned char)*s;
    size_t n = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < n; i++)
        if (((unsigned char)s[i] & 0xC0) != 0x80)
            return i;
    return n;
}

static bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* True if a spreadsheet would read the text at `s` as an escaped character. */
static bool looks_escaped(const char *s) {
    return s[0] == '_' && s[1] == 'x' && is_hex(s[2]) && is_hex(s[3]) && is_hex(s[4]) && is_hex(s[5]) && s[6] == '_';
}

const char *oca_cell_text(oca_arena *mem, const char *text) {
    static const char escape[] = "_x005F", ellipsis[] = "…";
    enum { ESCAPE = sizeof escape - 1 };
    if (!text)
        return "";
    oca_buffer out = {.mem = mem};
    size_t units = 0, fits = 0; /* bytes of `out` before which there is still room for the ellipsis */
    for (size_t n; *text; text += n) {
        n = bytes_of(text);
        bool escaped = looks_escaped(text);
        size_t more = (n == 4 ? 2 : 1) + (escaped ? (size_t)ESCAPE : 0);
        if (units + more > OCA_CELL_MOST) {
            out.n = fits;
            oca_buffer_add(&out, ellipsis, sizeof ellipsis - 1);
            break;
        }
        if (escaped)
            oca_buffer_add(&out, escape, ESCAPE);
        oca_buffer_add(&out, text, n);
        units += more;
        if (units < OCA_CELL_MOST)
            fits = out.n;
    }
    return out.at ? out.at : "";
}

/* Thousandths of the font's size. Arial's own widths for ASCII (Liberation Sans has the same); the letters of other
 * alphabets are close to a digit's, and from Hangul on signs are square. */
static int letter_width(const char *s, size_t n) {
    static const short ascii[] = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
        611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
        667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
        222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584,
    };
    enum { OTHER = 600, SQUARE = 1000 };
    unsigned char lead = (unsigned char)*s;
    if (lead < 0x80)
        return lead < ' ' || lead > '~' ? 0 : ascii[lead - ' '];
    bool combining = lead == 0xCC || (lead == 0xCD && n == 2 && (unsigned char)s[1] < 0xB0); /* U+0300–U+036F */
    return combining ? 0 : lead < 0xE1 ? OTHER : SQUARE;
}

int oca_wrapped_lines(const char *text, double room, double size, bool bold) {
    const double reserve = 1.01, heavier = bold ? 1.12 : 1; /* bold letters are an eighth wider on average */
    const double unit = size / 1000 * reserve * heavier;
    int lines = 1;
    double used = 0, word = 0; /* points on the line before the word, and of the word itself */
    for (size_t n; *text; text += n) {
        n = bytes_of(text);
        if (*text == '\n') {
            lines++;
            used = word = 0;
            continue;
        }
        double width = unit * letter_width(text, n);
        if (*text == ' ') {
            used += word + width; /* a space may hang over the edge */
            word = 0;
            continue;
        }
        word += width;
        if (used + word <= room)
            continue;
        if (used > 0) { /* the word goes to the next line */
            lines++;
            used = 0;
        }
        if (word > room) { /* a word wider than the cell is broken inside */
            lines++;
            word = width;
        }
    }
    return lines;
}

double oca_column_room(double width) {
    const double pixels = floor(7 * width + 5), padding = 5, points_a_pixel = 0.75;
    return (pixels - padding) * points_a_pixel;
}

double oca_lines_height(int lines, double size) {
    const double leading = 1.2, padding = 3;
    return ceil(4 * (lines * size * leading + padding)) / 4; /* spreadsheets keep quarters of a point */
}
