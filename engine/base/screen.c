#include "screen.h"

const oca_screen oca_no_screen = {.width = 100};
