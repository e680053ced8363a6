/* A plan. */
#define FORMAT oca_plan_format
#include "document.c"
