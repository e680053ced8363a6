/* A rubric as a text to read: its areas, statements, levels, criteria and must-haves. */
#ifndef OCA_REPORTS_RUBRIC_TEXT_H
#define OCA_REPORTS_RUBRIC_TEXT_H

#include "../engine/base/screen.h"
#include "../engine/document/frame.h"

/* In `lang` (NULL: the rubric's own language). */
const char *oca_rubric_text(oca_arena *mem, const oca_frame *frame, const char *lang, const oca_screen *screen);

#endif
