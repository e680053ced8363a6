/* The form that a participant fills in on a phone, as the rows of an XLSForm for KoboToolbox and ODK (formats document,
 * "Kobo / ODK names").
 *
 * One page an area; each item a question with its levels, "not applicable" and "don't know", and a justification that
 * is asked for where the answer calls for one. Nothing in it identifies a person. */
#ifndef OCA_REPORTS_FORMS_XLSFORM_H
#define OCA_REPORTS_FORMS_XLSFORM_H

#include "../../engine/document/questionnaire.h"
#include "../table.h"

typedef struct {
    const char *org_code;       /* the organization's id; NULL: asked */
    const char *round;          /* NULL: asked */
    const oca_strings *profile; /* what does not apply to it is left out; NULL: asked, where the rubric needs it */
    const char *lang;           /* the language that the form opens in; NULL or unknown: the rubric's own */
    oca_day date;               /* its version: the day on which it was made */
} oca_xlsform_options;

/* The three sheets: all cells are texts, columns are called by their headings. No column is without its language where
 * the rubric names one, and no label is blank. */
typedef struct {
    oca_table survey, choices, settings;
} oca_xlsform;

oca_xlsform oca_xlsform_build(oca_arena *mem, const oca_questionnaire *questionnaire, oca_xlsform_options options);

/* Writes it to exactly `path`, as oca_isp_write does: by a caller who chooses a temporary name, in a child process. */
oca_status oca_xlsform_write(const char *path, oca_arena *mem, const oca_xlsform *form, const char *title,
                             oca_day dated, oca_faults *faults) __attribute__((warn_unused_result));

#endif
