/* A rubric. */
#define FORMAT oca_rubric_format
#include "document.c"
