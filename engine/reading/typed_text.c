/* Texts as people type them: what looks like nothing, and what is alike but for its case. */
#include "typed_parts.h"

#include <string.h>

size_t oca_blank_at(const char *s) {
    static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x87", "\xE2\x80\x8B", "\xEF\xBB\xBF"};
    if (oca_is_space(*s))
        return 1;
    if ((unsigned char)*s < 0xC2) /* most text is plain */
        return 0;
    for (size_t i = 0; i < OCA_COUNT(blanks); i++)
        if (strncmp(s, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

const char *oca_typed_text(oca_arena *mem, const char *s) {
    while (oca_blank_at(s))
        s += oca_blank_at(s);
    oca_buffer out = {.mem = mem};
    size_t end = 0; /* of what is not blank */
    oca_buffer_add(&out, "", 0);
    while (*s) {
        size_t n = oca_blank_at(s);
        if (*s == '\r') { /* alone or before a line feed */
            s += 1 + (s[1] == '\n');
            oca_buffer_add(&out, "\n", 1);
            continue;
        }
        bool control = (unsigned char)*s < ' ' && *s != '\n' && *s != '\t';
        oca_buffer_add(&out, control ? " " : s, n ? n : 1);
        s += n ? n : 1;
        if (!n && !control)
            end = out.n;
    }
    out.at[end] = '\0';
    return out.at;
}

/* The character of two bytes without its case: Latin, Greek and Cyrillic letters. */
static void fold_pair(unsigned char *a, unsigned char *b) {
    int c = (*a & 31) << 6 | (*b & 63);
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        c += 32;
    else if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
        c |= 1;
    else if (c >= 0x139 && c <= 0x148)
        c += c & 1;
    else if (c >= 0x400 && c <= 0x40F)
        c += 80;
    *a = (unsigned char)(0xC0 | c >> 6);
    *b = (unsigned char)(0x80 | (c & 63));
}

const char *oca_folded(oca_arena *mem, const char *s) {
    oca_buffer out = {.mem = mem};
    oca_buffer_add(&out, "", 0);
    while (*s) {
        size_t n = oca_blank_at(s);
        unsigned char two[2] = {(unsigned char)*s, n ? 0 : (unsigned char)s[1]};
        if (n) {
            if (out.n && out.at[out.n - 1] != ' ')
                oca_buffer_add(&out, " ", 1);
        } else if (strncmp(s, "\xE2\x80\x99", 3) == 0) {
            oca_buffer_add(&out, "'", 1);
            n = 3;
        } else if ((two[0] & 0xE0) == 0xC0 && two[1]) {
            fold_pair(&two[0], &two[1]);
            oca_buffer_add(&out, (const char *)two, n = 2);
        } else {
            char c = *s >= 'A' && *s <= 'Z' ? (char)(*s | 32) : *s;
            oca_buffer_add(&out, &c, n = 1);
        }
        s += n;
    }
    if (out.n && out.at[out.n - 1] == ' ')
        out.at[out.n - 1] = '\0';
    return out.at;
}
