/* An assessment as the tables that people fill in (form.h), and their edits taken into it.
 *
 *   about         a row for each fact, by the XML's word for it: round, date, name, profile … ; column `value`
 *   facilitators  name, from                                              numbered, grows
 *   sessions      date from to place present women … minutes              numbered, grows
 *   consent       to date by                                              numbered, grows
 *   participants  groups; the code is the row's id                        named, grows
 *   answers       a row for each item: agreed, checked, then, target, votes, chosen, the first evidence, a note
 *   evidence      further evidence: item kind evidence href date by; rows "ITEM/2"        grows
 *   scores        a row for each item, a column for each participant's code
 *   tallies       a row for each item, a column for each answer: "1", "2" …, "na", "dk"
 *   notes         members' own words: item by text; rows "ITEM/BY/1"                      grows
 *   criteria      a row for each criterion, "ITEM/CRITERION": agreed, verified, each "yes" or empty
 *   measures      a row for each measure: value note
 *
 * Numbered rows are those of the document in its order, from "1". */
#ifndef OCA_DOCUMENT_ASSESSMENT_FORM_H
#define OCA_DOCUMENT_ASSESSMENT_FORM_H

#include "assessment.h"
#include "form.h"
#include "frame.h"

/* The form of an assessment. With a frame, items, criteria, measures and answers stand as in the rubric, answered or
 * not; without one (NULL) only those that the assessment names. Texts may be those of the assessment. */
oca_form oca_assessment_form(oca_arena *mem, const oca_assessment *assessment, const oca_frame *frame);

/* A copy of the assessment with the edits taken in. What no edit names stays as it was, in its order; new elements
 * come last among their like. A participant whose first score is typed is declared. Elements that an edit left without
 * any content are gone; an element that was edited knows the cell. Values that cannot be read are faults, which name
 * `record->file` and the cell; whether ids exist and scales permit values is oca_answers_build's business. */
const oca_assessment *oca_assessment_edited(oca_arena *mem, const oca_assessment *record, const oca_edits *edits,
                                            oca_faults *faults);

#endif
