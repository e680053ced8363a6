/* Numbers and days that were typed as texts, in whatever country. */
#include "typed_parts.h"

#include <stdio.h>
#include <string.h>

/* Where digits are grouped by `separator`, all groups but the first are of three. */
static bool is_grouped(const char *s, size_t n, char separator) {
    size_t since = 0;
    bool first = true;
    for (size_t i = 0; i < n; i++) {
        if (s[i] != separator) {
            since++;
            continue;
        }
        if (since == 0 || since > 3 || (!first && since != 3))
            return false;
        first = false;
        since = 0;
    }
    return !first && since == 3;
}

static size_t count_of(const char *s, char c) {
    size_t n = 0;
    for (; *s; s++)
        n += *s == c;
    return n;
}

char *oca_number_tidied(oca_arena *mem, const char *s) {
    char *text = oca_alloc(mem, strlen(s) + 1), *to = text;
    while (*s) {
        size_t n = oca_blank_at(s);
        if (!n)
            *to++ = *s;
        s += n ? n : 1;
    }
    if (to > text && to[-1] == '%')
        to[-1] = '\0';
    return text;
}

bool oca_number_settled(char *digits, bool whole) {
    const char *last = strrchr(digits, '.'), *comma = strrchr(digits, ',');
    if (!last || (comma && comma > last))
        last = comma;
    if (!last)
        return true;
    size_t sign = *digits == '-', after = strlen(last + 1), before = (size_t)(last - digits) - sign;
    char separator = *last, other = separator == '.' ? ',' : '.';
    bool groups = is_grouped(digits + sign, strlen(digits + sign), separator), point = true;
    if (count_of(digits, other))
        groups = is_grouped(digits + sign, before, other); /* the others group, the last is the point */
    else if (count_of(digits, separator) > 1 || (whole && groups))
        point = false;
    else if (after == 3 && before > 0 && before < 4 && digits[sign] != '0')
        return false;
    char *to = digits;
    for (const char *s = digits; *s; s++) {
        bool is_point = point && s == last;
        if (is_point)
            *to++ = '.';
        else if ((*s != '.' && *s != ',') || !groups) /* what groups wrongly stays, to be found wrong */
            *to++ = *s;
    }
    *to = '\0';
    return true;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

size_t oca_digits_taken(const char *s, size_t most, int *out) {
    size_t n = 0;
    *out = 0;
    while (n < most && is_digit(s[n]))
        *out = *out * 10 + (s[n++] - '0');
    return n;
}

static bool day_of(oca_day *out, int year, int month, int day) {
    char text[40];
    int n = snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return oca_day_parse(out, text, (size_t)n);
}

/* True if nothing of importance follows a day: its end, or a time, as some programs add one. */
static bool ends_day(const char *s) {
    return !*s || *s == 'T' || oca_is_space(*s);
}

oca_typed_day oca_day_typed(oca_day *out, const char *text) {
    int a, b, c;
    size_t n = oca_digits_taken(text, 4, &a), m = 0, k = 0;
    char mark = text[n];
    if (n && (mark == '-' || mark == '/' || mark == '.')) {
        m = oca_digits_taken(text + n + 1, 2, &b);
        if (m && text[n + 1 + m] == mark)
            k = oca_digits_taken(text + n + m + 2, 4, &c);
    }
    if (!k || !ends_day(text + n + m + k + 2))
        return OCA_DAY_WRONG;
    if (n == 4 && k <= 2 && day_of(out, a, b, c))
        return OCA_DAY_READ;
    if (n > 2 || k != 4)
        return OCA_DAY_WRONG;
    if (a <= 12 && b <= 12 && a != b && mark != '.') /* a point is only put after days first */
        return day_of(out, c, b, a) ? OCA_DAY_IN_TWO_WAYS : OCA_DAY_WRONG;
    return day_of(out, c, b, a) || (mark != '.' && day_of(out, c, a, b)) ? OCA_DAY_READ : OCA_DAY_WRONG;
}
