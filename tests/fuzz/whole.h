/* What fuzz targets that go all the way begin with: a rubric, an assessment and a library, with a mark between. */
#ifndef OCA_TESTS_FUZZ_WHOLE_H
#define OCA_TESTS_FUZZ_WHOLE_H

#include "../../engine/planning/planning.h"
#include "../../engine/reading/library.h"
#include "members.h"

typedef struct {
    oca_frame frame;
    oca_answers answers;
    oca_assessment *assessment;
    oca_scores scores;
    const oca_actions *library; /* NULL: there is none that can be used */
} fuzz_whole;

static inline void *whole_part(oca_arena *mem, const oca_format *format, const char *bytes, size_t n,
                               oca_faults *faults) {
    const oca_format *const accepted[] = {format, NULL};
    oca_document document = {0};
    oca_status status = oca_document_parse(&document, mem, format->root, bytes, n, accepted, faults);
    must_fit(status, faults);
    return status == OCA_OK ? document.root : NULL;
}

/* False if the program would refuse it. */
static inline bool whole_read(fuzz_whole *out, oca_arena *mem, const uint8_t *data, size_t n) {
    const char *at = (const char *)data;
    const oca_format *const formats[] = {&oca_rubric_format, &oca_assessment_format, &oca_actions_format};
    void *parts[OCA_COUNT(formats)] = {0};
    oca_faults faults = {.mem = mem}, of_library = {.mem = mem};
    for (size_t i = 0; i < OCA_COUNT(formats) && n && (i != 1 || parts[0]); i++) {
        size_t end = i + 1 < OCA_COUNT(formats) ? members_mark_from(at, 0, n) : n;
        parts[i] = whole_part(mem, formats[i], at, end, i == 2 ? &of_library : &faults);
        size_t taken = end < n ? end + sizeof members_mark - 1 : n;
        at += taken;
        n -= taken;
    }
    if (!parts[0] || !parts[1] || oca_frame_build(&out->frame, mem, parts[0], &faults) != OCA_OK)
        return false;
    out->assessment = parts[1];
    if (oca_answers_build(&out->answers, mem, out->assessment, &out->frame, &faults) != OCA_OK || faults.faulty)
        return false;
    out->scores = oca_score_all(mem, &out->answers);
    out->library = NULL;
    if (parts[2] && oca_library_check(mem, parts[2], &out->frame, &of_library) == OCA_OK)
        out->library = parts[2];
    return true;
}

#endif
