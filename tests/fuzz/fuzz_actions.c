/* A library of actions. */
#define FORMAT oca_actions_format
#include "document.c"
