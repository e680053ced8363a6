#include "letters.h"

size_t oca_letter_bytes(const char *s) {
    unsigned char lead = (unsigned char)*s;
    size_t n = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (size_t i = 1; i < n; i++)
        if (((unsigned char)s[i] & 0xC0) != 0x80)
            return i;
    return n;
}

/* In thousandths of the font's size. */
static int thousandths(const char *s, size_t n) {
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

double oca_letter_width(const char *s, size_t n, double size, bool bold) {
    const double heavier = bold ? 1.12 : 1;
    return thousandths(s, n) * size / 1000 * heavier;
}

double oca_letters_width(const char *text, double size, bool bold) {
    double width = 0;
    for (size_t n; *text; text += n) {
        n = oca_letter_bytes(text);
        width += oca_letter_width(text, n, size, bold);
    }
    return width;
}
