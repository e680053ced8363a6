#include "number.h"

#include "text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool oca_number_parse(double *out, const char *s, size_t n) {
    if (n == 1 && is_digit(s[0])) { /* nearly every level */
        *out = s[0] - '0';
        return true;
    }
    /* Where the digits fit into 2^53 and the power of ten is exact, one division rounds as strtod would. */
    enum { EXACT_DIGITS = 15 };
    static const double powers[EXACT_DIGITS + 1] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    bool negative = n && s[0] == '-';
    size_t i = negative, whole = 0, decimals = 0;
    while (i + 1 < n && s[i] == '0' && is_digit(s[i + 1])) /* zeros in front count for nothing */
        i++;
    long long digits = 0;
    for (; i < n && is_digit(s[i]); i++, whole++)
        if (whole < EXACT_DIGITS)
            digits = 10 * digits + (s[i] - '0');
    if (whole == 0 || whole > EXACT_DIGITS)
        return false;
    if (i < n && s[i] == '.') {
        for (i++; i < n && is_digit(s[i]); i++, decimals++)
            if (whole + decimals < EXACT_DIGITS)
                digits = 10 * digits + (s[i] - '0');
        if (decimals == 0)
            return false;
    }
    if (i < n)
        return false;
    if (whole + decimals <= EXACT_DIGITS) {
        double value = (double)digits / powers[decimals];
        *out = negative && digits ? -value : value;
        return true;
    }
    char text[400];
    size_t length = n < sizeof text - 1 ? n : sizeof text - 1; /* digits past the 380th decimal cannot matter */
    memcpy(text, s, length);
    text[length] = '\0';
    *out = strtod(text, NULL);
    if (*out == 0)
        *out = 0; /* no minus zero */
    return true;
}

/* Up to here every whole number is a double of its own. */
#define EXACT_WHOLE 1e15

static const char *whole_text(oca_arena *mem, long long value) {
    char digits[24], *at = digits + sizeof digits;
    unsigned long long left = value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value;
    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (value < 0)
        *--at = '-';
    return oca_copy(mem, at, (size_t)(digits + sizeof digits - at));
}

const char *oca_number_text(oca_arena *mem, double value) {
    if (!isfinite(value))
        return "–";                                         /* undefined: no document holds such a number */
    if (fabs(value) < EXACT_WHOLE && value == trunc(value)) /* levels, counts, days: nearly all */
        return whole_text(mem, (long long)value);
    char shortest[40];
    int precision = 15;
    do
        snprintf(shortest, sizeof shortest, "%.*e", precision - 1, value);
    while (strtod(shortest, NULL) != value && ++precision <= 17);
    /* From d.ddde±xx to plain digits: that many decimals are needed, less the zeros at the end. */
    int exponent = (int)strtol(strchr(shortest, 'e') + 1, NULL, 10);
    int decimals = precision - 1 - exponent;
    char plain[400];
    snprintf(plain, sizeof plain, "%.*f", decimals > 0 ? decimals : 0, value);
    if (strchr(plain, '.')) {
        size_t n = strlen(plain);
        while (plain[n - 1] == '0')
            n--;
        plain[plain[n - 1] == '.' ? n - 1 : n] = '\0';
    }
    return oca_copy(mem, strcmp(plain, "-0") == 0 ? "0" : plain, strcmp(plain, "-0") == 0 ? 1 : strlen(plain));
}

const char *oca_number_shown(oca_arena *mem, double value, int decimals) {
    /* Rounded at 9 decimals first, so that 2.675 (in binary a little less) is shown as its decimal reader expects. */
    double scale = pow(10, decimals);
    double rounded = round(round(value * 1e9) / 1e9 * scale) / scale;
    return oca_format_text(mem, "%.*f", decimals, rounded == 0 ? 0 : rounded);
}

int oca_compare_rounded(double a, double b) {
    double left = round(a * 1e9), right = round(b * 1e9);
    return (left > right) - (left < right);
}
