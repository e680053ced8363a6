/* Days of the proleptic Gregorian calendar, without clock, zone or locale. */
#ifndef OCA_BASE_DATE_H
#define OCA_BASE_DATE_H

#include "arena.h"

#include <limits.h>
#include <stdbool.h>

/* Days since 1970-01-01. A zeroed date would be that day, so what may be absent is an oca_date. */
typedef int oca_day;

typedef struct {
    bool given;
    oca_day day;
} oca_date;

/* Day 0 of a spreadsheet's calendar, from which its serial numbers count: serial = day - OCA_SERIAL_EPOCH. Excel counts
 * the days before March 1900 otherwise. */
enum { OCA_SERIAL_EPOCH = -25569 };

/* Reads YYYY-MM-DD, years 1900 to 9999, days that exist; false with *out untouched otherwise. */
bool oca_day_parse(oca_day *out, const char *s, size_t n);

/* YYYY-MM-DD. */
const char *oca_day_text(oca_arena *mem, oca_day day);

/* Year, month 1–12 and day of the month 1–31. */
void oca_day_parts(oca_day day, int *year, int *month, int *day_of_month);

/* `months` calendar months later; the day of the month is clamped to the month's length:
 * 31 January + 1 = 28 or 29 February (scoring document, "Actions and the timeline"). */
oca_day oca_day_add_months(oca_day day, int months);

#endif
