/* All the way: what is accepted becomes scores, a plan, a comparison and a review, and every report of them that needs
 * no library of others. All of it must come through. */
#include "../../engine/comparing/comparing.h"
#include "../../engine/tracking/tracked.h"
#include "../../engine/writing/xml.h"
#include "../../reports/explain.h"
#include "../../reports/plan_json.h"
#include "../../reports/plan_text.h"
#include "../../reports/result/result.h"
#include "../../reports/score_csv.h"
#include "../../reports/score_json.h"
#include "../../reports/score_text.h"
#include "../../reports/track/track.h"
#include "whole.h"

#include <math.h>

static const oca_day start = 20000;

static void report_scores(oca_arena *mem, const fuzz_whole *whole, const oca_planned *planned) {
    const char *text;
    size_t n;
    oca_buffer rows = {.mem = mem};
    MUST(oca_score_json(&text, &n, mem, &whole->scores) == OCA_OK);
    MUST(oca_score_text(mem, &whole->scores, NULL, NULL, &oca_no_screen));
    MUST(oca_score_result(&text, &n, mem, &whole->scores, planned, NULL) == OCA_OK);
    oca_score_csv(&rows, &whole->scores, NULL);
    MUST(oca_explain(mem, &whole->scores, "overall", NULL, &oca_no_screen));
    for (size_t i = 0; i < whole->frame.n_items; i++)
        MUST(oca_explain(mem, &whole->scores, whole->frame.items[i].item->id, NULL, &oca_no_screen));
}

/* What is handed on is accepted too, and scores alike. */
static void hand_on(oca_arena *mem, const fuzz_whole *whole) {
    oca_faults faults = {.mem = mem};
    oca_answers answers;
    const oca_node_score *before = &whole->scores.nodes[0];
    oca_assessment reduced = oca_assessment_reduced(mem, whole->assessment);
    MUST(oca_answers_build(&answers, mem, &reduced, &whole->frame, &faults) == OCA_OK && !faults.faulty);
    oca_scores scores = oca_score_all(mem, &answers);
    MUST(scores.nodes[0].percent.given == before->percent.given);
    MUST(!before->percent.given || fabs(scores.nodes[0].percent.value - before->percent.value) < 1e-9);
}

/* The same round twice: nothing changed. */
static void report_comparison(oca_arena *mem, const fuzz_whole *whole) {
    const char *text;
    size_t n;
    oca_matching matching = oca_matching_build(mem, &whole->frame, &whole->frame);
    oca_comparison comparison = oca_compare_rounds(mem, &matching, &whole->scores, &whole->scores);
    oca_compare_participants(mem, &comparison);
    for (size_t i = 0; i < whole->frame.n_items; i++)
        MUST(comparison.items[i].basis == OCA_LAYER_NONE || comparison.items[i].delta == 0);
    oca_compared_list pairs = {0};
    *(oca_compared *)OCA_ADD(mem, &pairs) = (oca_compared){&comparison, NULL};
    MUST(oca_compare_json(&text, &n, mem, &pairs) == OCA_OK);
    MUST(oca_compare_text(mem, &pairs, NULL, &oca_no_screen));
    MUST(oca_compare_result(&text, &n, mem, &pairs, NULL) == OCA_OK);
}

/* The plan reads back as it was written, and can be looked at half a year on. */
static void report_plan(oca_arena *mem, const fuzz_whole *whole, const oca_planned *planned) {
    const char *text;
    size_t n;
    MUST(oca_plan_json(&text, &n, mem, planned) == OCA_OK);
    MUST(oca_plan_text(mem, planned, NULL, &oca_no_screen));
    MUST(oca_plan_result(&text, &n, mem, planned, NULL) == OCA_OK);
    oca_plan plan = oca_plan_document(mem, planned, NULL);
    MUST(oca_xml_write(&text, &n, mem, &(oca_document){&oca_plan_format, &plan}) == OCA_OK);
    oca_faults faults = {.mem = mem};
    oca_document again = {0};
    MUST(oca_document_parse(&again, mem, "plan.xml", text, n, oca_all_formats, &faults) == OCA_OK);
    oca_tracked tracked = oca_track(mem, again.root, start + 180, &whole->frame, whole->library, NULL);
    MUST(oca_track_json(&text, &n, mem, &tracked) == OCA_OK);
    MUST(oca_track_text(mem, &tracked, &oca_no_screen) && oca_track_csv(mem, &tracked) &&
         oca_track_tasks(mem, &tracked));
    MUST(oca_track_result(&text, &n, mem, &tracked) == OCA_OK);
    MUST(oca_track_calendar(&text, &n, mem, &tracked) == OCA_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    oca_arena mem = {0};
    fuzz_whole whole;
    if (whole_read(&whole, &mem, data, size)) {
        oca_planned planned = oca_plan_make(&mem, &whole.scores, whole.library, (oca_planning_options){.start = start});
        report_scores(&mem, &whole, &planned);
        hand_on(&mem, &whole);
        report_comparison(&mem, &whole);
        report_plan(&mem, &whole, &planned);
    }
    oca_arena_free(&mem);
    return 0;
}
