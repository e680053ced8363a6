/* The only clock: what day it is where the program runs. */
#ifndef OCA_SYSTEM_CLOCK_H
#define OCA_SYSTEM_CLOCK_H

#include "../base/date.h"

/* Today, for an absent --date and nothing else; false if the system does not know. */
bool oca_today(oca_day *out);

#endif
