/* An assessment. */
#define FORMAT oca_assessment_format
#include "document.c"
