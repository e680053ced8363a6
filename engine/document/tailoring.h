/* A programme's selection from a rubric (formats document, "Tailoring"): which areas and items it uses, and what it
 * weighs, aims at and insists on otherwise. Constant once read. What becomes of the rubric is in frame.h. */
#ifndef OCA_DOCUMENT_TAILORING_H
#define OCA_DOCUMENT_TAILORING_H

#include "rubric.h"

typedef struct {
    oca_element element;
    const char *ref; /* an area */
    oca_yes_no use;
} oca_tailored_area;

typedef struct {
    oca_element element;
    const char *ref; /* an item */
    oca_yes_no use;
    oca_number weight, adequate, target; /* where given, instead of the item's */
    OCA_LIST(oca_gate) gates;            /* more than one is a fault */
} oca_tailored_item;

typedef struct {
    oca_element element;
    const char *file;   /* where it was read from, for messages; no attribute */
    const char *digest; /* as a rubric's; set by the reader, no attribute */
    const char *lang, *id, *rubric, *rubric_version;
    oca_words titles;
    const oca_scoring *scoring;   /* NULL, and what they do not give: the rubric's */
    const oca_grid *grid;         /* likewise */
    const oca_planning *planning; /* likewise */
    OCA_LIST(oca_tailored_area) areas;
    OCA_LIST(oca_tailored_item) items;
} oca_tailoring;

extern const oca_format oca_tailoring_format;

#endif
