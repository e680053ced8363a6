#include "text.h"

#include "../letters.h"

#include <math.h>
#include <string.h>

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
    if (!strstr(text, "_x") && strlen(text) <= OCA_CELL_MOST && !oca_find_no_character(text)) /* as nearly all are */
        return text;
    oca_buffer out = {.mem = mem};
    size_t units = 0, fits = 0; /* bytes of `out` before which there is still room for the ellipsis */
    for (size_t n; *text; text += n) {
        n = oca_letter_bytes(text);
        bool escaped = looks_escaped(text);
        size_t more = (n == 4 ? 2 : 1) + (escaped ? (size_t)ESCAPE : 0);
        if (units + more > OCA_CELL_MOST) {
            out.n = fits;
            oca_buffer_add(&out, ellipsis, sizeof ellipsis - 1);
            break;
        }
        if (escaped)
            oca_buffer_add(&out, escape, ESCAPE);
        oca_buffer_add(&out, oca_is_no_character(text) ? "\xEF\xBF\xBD" : text, n);
        units += more;
        if (units < OCA_CELL_MOST)
            fits = out.n;
    }
    return out.at ? out.at : "";
}

const char *oca_chart_text(oca_arena *mem, const char *text) {
    const char *kept = oca_cell_text(mem, text);
    return *kept == '=' ? oca_format_text(mem, " %s", kept) : kept;
}

/* Points that a letter takes, with a small reserve. */
static double room_of_letter(const char *text, size_t n, double size, bool bold) {
    const double reserve = 1.01;
    return reserve * oca_letter_width(text, n, size, bold);
}

int oca_wrapped_lines(const char *text, double room, double size, bool bold) {
    int lines = 1;
    double used = 0, word = 0; /* points on the line before the word, and of the word itself */
    for (size_t n; *text; text += n) {
        n = oca_letter_bytes(text);
        if (*text == '\n') {
            lines++;
            used = word = 0;
            continue;
        }
        double width = room_of_letter(text, n, size, bold);
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

double oca_width_for_words(const char *text, double size, bool bold) {
    double widest = 0, word = 0, width = 0;
    for (size_t n; *text; text += n) {
        n = oca_letter_bytes(text);
        word = *text == ' ' || *text == '\n' ? 0 : word + room_of_letter(text, n, size, bold);
        widest = word > widest ? word : widest;
    }
    while (oca_column_room(width) < widest)
        width += 0.5;
    return width;
}

double oca_lines_height(int lines, double size) {
    const double leading = 1.2, padding = 3;
    return ceil(4 * (lines * size * leading + padding)) / 4; /* spreadsheets keep quarters of a point */
}
