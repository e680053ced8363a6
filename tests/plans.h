/* Plans for tests: read from the part that matters. */
#ifndef OCA_TESTS_PLANS_H
#define OCA_TESTS_PLANS_H

#include "check.h"

#include "../engine/document/plan.h"
#include "../engine/reading/library.h"

#include <string.h>

/* What the document says; one with a fault fails the test. */
static inline const void *document_of(oca_arena *mem, const char *xml) {
    static const oca_format *const accepted[] = {&oca_plan_format, &oca_actions_format, NULL};
    oca_document document = {.root = NULL};
    oca_faults faults = {.mem = mem};
    oca_status status = oca_document_parse(&document, mem, "copy.xml", xml, strlen(xml), accepted, &faults);
    for (size_t i = 0; i < faults.all.n; i++)
        print_error("%s\n", faults.all.at[i].message);
    assert_int_equal(status, OCA_OK);
    return document.root;
}

/* A plan in English for 2025 with that inside. */
static inline const oca_plan *plan_of(oca_arena *mem, const char *body) {
    return document_of(mem,
                       oca_format_text(mem,
                                       "<plan xmlns='urn:oca:plan:1' start='2025-01-01' end='2025-12-31' xml:lang='en'>"
                                       "<assessment organization='o' round='baseline' date='2024-12-01' rubric='r' "
                                       "rubric-version='1'/>%s</plan>",
                                       body));
}

static inline oca_day day(const char *text) {
    oca_day out = 0;
    assert_true(oca_day_parse(&out, text, strlen(text)));
    return out;
}

#endif
