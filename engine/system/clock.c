#include "clock.h"

#include <time.h>

bool oca_today(oca_day *out) {
    time_t now = time(NULL);
    struct tm local;
    char text[32];
    if (now == (time_t)-1 || !localtime_r(&now, &local))
        return false;
    size_t n = strftime(text, sizeof text, "%Y-%m-%d", &local);
    return oca_day_parse(out, text, n);
}
