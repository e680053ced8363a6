#include "clean.h"

#include "text.h"

#include <string.h>
#include <unistr.h>

/* Of C0, C1 and DEL; embeddings, overrides and isolates of direction. */
static bool is_command(ucs4_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* True for the plain characters that almost all texts are made of. */
static bool is_plain(const char *text) {
    for (; *text; text++)
        if (((unsigned char)*text < 0x20 && *text != '\n') || (unsigned char)*text >= 0x7F)
            return false;
    return true;
}

const char *oca_clean(oca_arena *mem, const char *text) {
    static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */
    if (is_plain(text))
        return text;
    oca_buffer clean = {.mem = mem};
    size_t left = strlen(text);
    for (const char *at = text; left;) {
        ucs4_t c;
        int length = u8_mbtouc(&c, (const uint8_t *)at, left); /* U+FFFD for what is no character */
        if (c == '\t')
            oca_buffer_add(&clean, " ", 1);
        else if (c == '\r' && at[1] == '\n')
            ;
        else if (is_command(c) || c == 0xFFFD)
            oca_buffer_add(&clean, replacement, sizeof replacement - 1);
        else
            oca_buffer_add(&clean, at, (size_t)length);
        at += length;
        left -= (size_t)length;
    }
    return clean.at;
}

const char *oca_on_one_line(oca_arena *mem, const char *text) {
    if (!strchr(text, '\n'))
        return text;
    char *line = memcpy(oca_alloc(mem, strlen(text) + 1), text, strlen(text) + 1);
    for (char *c = line; (c = strchr(c, '\n'));)
        *c = ' ';
    return line;
}
