/* A tailoring. */
#define FORMAT oca_tailoring_format
#include "document.c"
