#include "date.h"

#include "text.h"

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

/* Counts from March, so that the leap day ends the year: 365 days a year, a leap day every 4th, none every 100th,
 * one every 400th, and (153 m + 2) / 5 days before the m-th month after March. */
static oca_day from_parts(int year, int month, int day_of_month) {
    enum { EPOCH = 719468 }; /* days from 0000-03-01 to 1970-01-01 */
    int y = month > 2 ? year : year - 1, m = (month + 9) % 12;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day_of_month - 1 - EPOCH;
}

void oca_day_parts(oca_day day, int *year, int *month, int *day_of_month) {
    /* The year is at most one off when estimated by the mean length of a year. */
    int y = 1970 + (int)(day / 365.2425);
    while (from_parts(y + 1, 1, 1) <= day)
        y++;
    while (from_parts(y, 1, 1) > day)
        y--;
    int m = 12;
    while (from_parts(y, m, 1) > day)
        m--;
    *year = y;
    *month = m;
    *day_of_month = day - from_parts(y, m, 1) + 1;
}

static bool digits(int *out, const char *s, int n) {
    *out = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return false;
        *out = 10 * *out + (s[i] - '0');
    }
    return true;
}

bool oca_day_parse(oca_day *out, const char *s, size_t n) {
    int year, month, day;
    if (n != 10 || s[4] != '-' || s[7] != '-' || !digits(&year, s, 4) || !digits(&month, s + 5, 2) ||
        !digits(&day, s + 8, 2))
        return false;
    if (year < 1900 || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
        return false;
    *out = from_parts(year, month, day);
    return true;
}

const char *oca_day_text(oca_arena *mem, oca_day day) {
    int year, month, day_of_month;
    oca_day_parts(day, &year, &month, &day_of_month);
    return oca_format_text(mem, "%04d-%02d-%02d", year, month, day_of_month);
}

oca_day oca_day_add_months(oca_day day, int months) {
    int year, month, day_of_month;
    oca_day_parts(day, &year, &month, &day_of_month);
    int count = 12 * year + month - 1 + months;
    year = count / 12;
    month = count % 12 + 1;
    int length = month_length(year, month);
    return from_parts(year, month, day_of_month < length ? day_of_month : length);
}
