#include "lines.h"

#include "../engine/base/clean.h"

#include <math.h>
#include <string.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uniwidth.h>

enum {
    WIDEST = 100, /* a longer line of prose is hard to read, however wide the screen */
    LABELS = 24,  /* columns of a summary's labels */
    BAR = 20,     /* characters of a summary's bar */
};

size_t oca_lines_width(const char *text, size_t n) {
    int width = u8_width((const uint8_t *)text, n, "UTF-8");
    return width > 0 ? (size_t)width : 0;
}

/* Bytes of what is shown as one character: a letter with its accents, an emoji with its modifiers. */
static size_t cluster(const char *text, const char *end) {
    return (size_t)((const char *)u8_grapheme_next((const uint8_t *)text, (const uint8_t *)end) - text);
}

/* Where Unicode lets a line end, but between ASCII characters only at a space, so that codes, dates and names of files
 * stay whole; and before ".xlsx", whose point Unicode takes for a full stop. */
static bool may_end(const char *text, const char *breaks, size_t i) {
    bool space = text[i - 1] == ' ', foreign = ((text[i - 1] | text[i]) & 0x80) != 0;
    return (breaks[i] == UC_BREAK_POSSIBLE && (space || foreign)) || (space && text[i] == '.');
}

/* The last place, up to `most`, at which a line of these `n` bytes may end; 0 if there is none. */
static size_t last_break(oca_arena *mem, const char *text, size_t most, size_t n) {
    char *breaks = oca_alloc(mem, n);
    u8_possible_linebreaks((const uint8_t *)text, n, "UTF-8", breaks);
    for (size_t i = most; i > 0; i--)
        if (may_end(text, breaks, i))
            return i;
    return 0;
}

oca_rest oca_rest_of(const char *text) {
    return (oca_rest){text, text + strcspn(text, "\n")};
}

/* The bytes at `text`, of a line that ends at `end`, that take at most `width` columns; *more: those of the character
 * that would follow. */
static size_t fitting(const char *text, const char *end, size_t width, size_t *more) {
    size_t fits = 0, shown = 0;
    for (*more = 0; text + fits < end; fits += *more) {
        *more = cluster(text + fits, end);
        shown += oca_lines_width(text + fits, *more);
        if (shown > width)
            break;
    }
    return fits;
}

const char *oca_lines_take(oca_arena *mem, oca_rest *rest, size_t width, size_t *n) {
    const char *text = rest->at, *end = rest->end;
    size_t more, fits = fitting(text, end, width, &more);
    rest->at = end;
    if (text + fits < end) {
        size_t after = fits + strspn(text + fits, " "); /* spaces at a line's end need no room */
        size_t at = text + after == end ? after : last_break(mem, text, after, after + cluster(text + after, end));
        fits = at ? at : fits ? fits : more;
        rest->at = text + fits + strspn(text + fits, " ");
        while (fits && text[fits - 1] == ' ')
            fits--;
    }
    if (*rest->at == '\n')
        *rest = oca_rest_of(rest->at + 1);
    *n = fits;
    return text;
}

void oca_lines_add(oca_lines *out, oca_tone tone, const char *bytes, size_t n) {
    static const char *const codes[] = {[OCA_TONE_STRONG] = "1",   [OCA_TONE_FAINT] = "2",  [OCA_TONE_GOOD] = "32",
                                        [OCA_TONE_CAUTION] = "33", [OCA_TONE_ALARM] = "31", [OCA_TONE_BAR] = "36"};
    bool styled = out->screen->styles && tone != OCA_TONE_PLAIN && n;
    if (styled)
        oca_buffer_print(&out->written, "\033[%sm", codes[tone]);
    oca_buffer_add(&out->written, bytes, n);
    if (styled)
        oca_buffer_print(&out->written, "\033[0m");
}

void oca_lines_spaces(oca_lines *out, size_t n) {
    while (n--)
        oca_buffer_add(&out->written, " ", 1);
}

void oca_lines_gap(oca_lines *out) {
    oca_buffer_add(&out->written, "\n", 1);
}

size_t oca_lines_prose(const oca_lines *out) {
    return out->screen->width < WIDEST ? out->screen->width : WIDEST;
}

/* The lines of a clean text. `begun`: the first one's indent is taken by something already. */
static void write_lines(oca_lines *out, oca_tone tone, const char *text, size_t indent, size_t hanging, bool begun) {
    size_t width = oca_lines_prose(out), most = width / 2; /* half the screen is left for words */
    size_t left = indent < most || begun ? indent : most;
    oca_rest rest = oca_rest_of(text);
    do {
        size_t n;
        const char *line = oca_lines_take(out->written.mem, &rest, width - left, &n);
        oca_lines_spaces(out, n && !begun ? left : 0);
        oca_lines_add(out, tone, line, n);
        oca_lines_gap(out);
        left = hanging < most ? hanging : most;
        begun = false;
    } while (*rest.at);
}

void oca_lines_toned(oca_lines *out, oca_tone tone, const char *text, size_t indent, size_t hanging) {
    write_lines(out, tone, oca_clean(out->written.mem, text), indent, hanging, false);
}

void oca_lines_wrap(oca_lines *out, const char *text, size_t indent, size_t hanging) {
    oca_lines_toned(out, OCA_TONE_PLAIN, text, indent, hanging);
}

void oca_lines_say(oca_lines *out, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    oca_lines_wrap(out, oca_format_list(out->written.mem, format, arguments), 0, 2);
    va_end(arguments);
}

void oca_lines_title(oca_lines *out, const char *text) {
    oca_lines_toned(out, OCA_TONE_STRONG, oca_on_one_line(out->written.mem, text), 0, 0);
}

void oca_lines_heading(oca_lines *out, const char *text) {
    const char *clean = oca_on_one_line(out->written.mem, oca_clean(out->written.mem, text));
    size_t width = oca_lines_width(clean, strlen(clean)), most = oca_lines_prose(out);
    oca_lines_gap(out);
    write_lines(out, OCA_TONE_STRONG, clean, 0, 0, false);
    for (size_t i = width < most ? width : most; i; i--)
        oca_buffer_add(&out->written, "-", 1);
    oca_lines_gap(out);
}

/* The label, and spaces up to `column`; on a narrow screen, or if it is too long, on a line of its own. Gives back
 * where the text begins. */
static size_t write_label(oca_lines *out, size_t column, const char *label) {
    const char *clean = oca_clean(out->written.mem, label);
    size_t width = oca_lines_width(clean, strlen(clean)), left = oca_lines_prose(out) >= 2 * column ? column : 4;
    if (width + 1 < left || !*clean) {
        oca_lines_add(out, OCA_TONE_PLAIN, clean, strlen(clean));
        oca_lines_spaces(out, left - width);
    } else {
        oca_lines_wrap(out, clean, 0, 0);
        oca_lines_spaces(out, left);
    }
    return left;
}

void oca_lines_labelled(oca_lines *out, const char *label, oca_tone tone, const char *text) {
    size_t left = write_label(out, LABELS, label);
    write_lines(out, tone, oca_clean(out->written.mem, text), left, left, true);
}

void oca_lines_entry(oca_lines *out, size_t column, const char *label, const char *text) {
    size_t left = write_label(out, column, label);
    write_lines(out, OCA_TONE_PLAIN, oca_clean(out->written.mem, text), left, left, true);
}

void oca_lines_labelled_bar(oca_lines *out, const char *label, oca_number points, const char *text) {
    size_t left = write_label(out, LABELS, label), taken = 0;
    if (points.given && out->screen->bars != OCA_BARS_NONE && oca_lines_prose(out) >= left + 2 * (BAR + 2)) {
        oca_lines_bar(out, points.value, BAR);
        oca_lines_spaces(out, 1);
        taken = BAR + 2;
    }
    write_lines(out, OCA_TONE_PLAIN, oca_clean(out->written.mem, text), left + taken, left, true);
}

void oca_lines_bar(oca_lines *out, double percent, size_t cells) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    bool blocks = out->screen->bars == OCA_BARS_BLOCKS;
    size_t steps = blocks ? OCA_COUNT(eighths) : 1;
    double share = fmin(fmax(percent / 100, 0), 1);
    size_t filled = (size_t)lround(share * (double)(cells * steps));
    oca_buffer bar = {.mem = out->written.mem};
    for (size_t i = 0; i < filled / steps; i++)
        oca_buffer_print(&bar, "%s", blocks ? "█" : "#");
    if (filled % steps)
        oca_buffer_print(&bar, "%s", eighths[filled % steps]);
    oca_lines_add(out, OCA_TONE_BAR, bar.at ? bar.at : "", bar.n);
    oca_buffer rest = {.mem = out->written.mem};
    for (size_t i = (filled + steps - 1) / steps; i < cells; i++)
        oca_buffer_print(&rest, "%s", blocks ? " " : ".");
    oca_buffer_print(&rest, "%s", blocks ? "▏" : "|"); /* where 100 is */
    oca_lines_add(out, OCA_TONE_FAINT, rest.at, rest.n);
}
