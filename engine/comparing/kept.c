#include "kept.h"

#include <stdint.h>
#include <string.h>

/* The packed answers: for each item that has any, in the frame's order,
 *
 *     items passed over since the last, head, [agreed value], [verified value], N/A, don't know, n, n x (value, count)
 *
 * Counts have seven bits a byte, the last byte below 128. A value that is a whole number below 255 takes one byte;
 * any other is a byte 255 and the double. */
enum { AGREED = 1, VERIFIED = 4, JUDGED = 3, EVIDENCE = 16, WHOLE_MOST = 254, DOUBLE_FOLLOWS = 255 };

static void put_count(oca_buffer *out, size_t count) {
    while (count >= 128) {
        oca_buffer_add(out, &(char){(char)(count % 128 + 128)}, 1);
        count /= 128;
    }
    oca_buffer_add(out, &(char){(char)count}, 1);
}

static void put_value(oca_buffer *out, double value) {
    if (value >= 0 && value <= WHOLE_MOST && value == (int)value) {
        oca_buffer_add(out, &(char){(char)(int)value}, 1);
        return;
    }
    char bytes[1 + sizeof value] = {(char)DOUBLE_FOLLOWS};
    memcpy(bytes + 1, &value, sizeof value);
    oca_buffer_add(out, bytes, sizeof bytes);
}

/* Two bits: 0 nothing was judged, 1 a value, 2 N/A, 3 don't know. */
static unsigned judged_as(const oca_judgement *judgement, oca_number value) {
    if (value.given)
        return 1;
    return judgement && judgement->answer ? 1 + (unsigned)judgement->answer : 0;
}

static bool has_evidence(const oca_answer *answer) {
    for (size_t i = 0; i < answer->evidence.n; i++)
        if (oca_evidence_counts(&answer->evidence.at[i]))
            return true;
    return false;
}

static void put_answer(oca_buffer *out, size_t skipped, const oca_frame_item *item, const oca_answer *answer,
                       const oca_counts *counts) {
    oca_number agreed = oca_judged(item, answer->agreed), verified = oca_judged(item, answer->verified);
    put_count(out, skipped);
    put_count(out, AGREED * judged_as(answer->agreed, agreed) + VERIFIED * judged_as(answer->verified, verified) +
                       (has_evidence(answer) ? EVIDENCE : 0));
    if (agreed.given)
        put_value(out, agreed.value);
    if (verified.given)
        put_value(out, verified.value);
    put_count(out, (size_t)counts->na);
    put_count(out, (size_t)counts->dk);
    put_count(out, counts->values.n);
    for (size_t i = 0; i < counts->values.n; i++) {
        put_value(out, counts->values.at[i].value);
        put_count(out, (size_t)counts->values.at[i].count);
    }
}

static void pack(oca_kept_round *out, oca_arena *mem, oca_arena *scratch, const oca_scores *scores) {
    const oca_answers *answers = scores->answers;
    oca_buffer packed = {.mem = scratch};
    for (size_t i = 0, next = 0; i < answers->frame->n_items; i++) {
        if (!answers->answers[i])
            continue;
        put_answer(&packed, i - next, &answers->frame->items[i], answers->answers[i], &scores->items[i].counts);
        next = i + 1;
    }
    out->n_bytes = packed.n;
    out->answers = (const unsigned char *)oca_copy(mem, packed.n ? packed.at : "", packed.n);
}

static const char *copy(oca_arena *mem, const char *text) {
    return text ? oca_copy(mem, text, strlen(text)) : NULL;
}

static oca_organization copy_organization(oca_arena *mem, const oca_organization *given) {
    oca_organization out = *given;
    out.id = copy(mem, given->id);
    out.name = copy(mem, given->name);
    out.part_of = copy(mem, given->part_of);
    out.country = copy(mem, given->country);
    out.district = copy(mem, given->district);
    out.ward = copy(mem, given->ward);
    out.profile = (oca_strings){0};
    for (size_t i = 0; i < given->profile.n; i++)
        *(const char **)OCA_ADD(mem, &out.profile) = copy(mem, given->profile.at[i]);
    return out;
}

static oca_facilitation facilitation_of(const oca_assessment *assessment) {
    oca_facilitation out = OCA_FACILITATION_UNKNOWN;
    for (size_t i = 0; i < assessment->facilitators.n; i++) {
        oca_facilitator_from from = assessment->facilitators.at[i].from;
        if (from == OCA_FROM_PROGRAMME)
            return OCA_FACILITATION_PROGRAMME;
        if (from != OCA_FROM_ABSENT)
            out = OCA_FACILITATION_LOCAL;
    }
    return out;
}

static const oca_kept_node *keep_nodes(oca_arena *mem, const oca_scores *scores) {
    const oca_answers *answers = scores->answers;
    const oca_frame *frame = answers->frame;
    oca_kept_node *out = oca_alloc(mem, frame->n_nodes * sizeof *out);
    for (size_t n = 0; n < frame->n_nodes; n++) {
        out[n] = (oca_kept_node){oca_or(scores->nodes[n].percent, 0), scores->nodes[n].percent.given, false};
        for (size_t i = frame->nodes[n].first_item; i < frame->nodes[n].end_item; i++)
            out[n].failed |= scores->items[i].gate == OCA_GATE_FAILED && oca_takes_part(frame, i, n);
    }
    return out;
}

static const unsigned char *keep_able(oca_arena *mem, const oca_scores *scores) {
    const oca_frame *frame = scores->answers->frame;
    unsigned char *out = oca_alloc(mem, frame->n_items / 8 + 1);
    for (size_t i = 0; i < frame->n_items; i++) {
        const oca_item_score *item = &scores->items[i];
        if (item->state == OCA_SCORED && oca_compare(item->standing, frame->items[i].adequate) >= 0)
            out[i / 8] |= (unsigned char)(1U << (i % 8));
    }
    return out;
}

oca_kept_round oca_keep(oca_arena *mem, oca_arena *scratch, const oca_scores *scores) {
    const oca_assessment *assessment = scores->answers->assessment;
    oca_kept_round out = {.frame = scores->answers->frame,
                          .organization = copy_organization(mem, assessment->organization),
                          .file = copy(mem, assessment->file),
                          .round = copy(mem, assessment->round),
                          .date = assessment->date.day,
                          .facilitation = facilitation_of(assessment),
                          .stage = scores->nodes[0].stage,
                          .provisional = scores->nodes[0].provisional.n > 0,
                          .nodes = keep_nodes(mem, scores),
                          .able = keep_able(mem, scores)};
    pack(&out, mem, scratch, scores);
    return out;
}

/* The packed bytes while they are read. They are our own: nothing in them is checked. */
typedef struct {
    const unsigned char *at, *end;
} packed;

static size_t take_count(packed *in) {
    size_t count = 0, unit = 1;
    for (; *in->at >= 128; unit *= 128)
        count += unit * (*in->at++ - 128U);
    return count + unit * *in->at++;
}

static double take_value(packed *in) {
    double value = *in->at++;
    if (value == DOUBLE_FOLLOWS) {
        memcpy(&value, in->at, sizeof value);
        in->at += sizeof value;
    }
    return value;
}

static oca_judgement *take_judgement(packed *in, oca_arena *mem, unsigned judged) {
    if (judged == 0)
        return NULL;
    oca_judgement *out = oca_alloc(mem, sizeof *out);
    if (judged == 1)
        out->value = oca_given(take_value(in));
    else
        out->answer = (oca_answer_word)(judged - 1);
    return out;
}

static void add_tally(oca_arena *mem, oca_answer *out, oca_tally tally) {
    if (tally.n.value > 0)
        *(oca_tally *)OCA_ADD(mem, &out->tallies) = tally;
}

static const oca_answer *take_answer(packed *in, oca_arena *mem, const char *item) {
    static const char evidence[] = "evidence"; /* that there is some is all that is kept */
    oca_answer *out = oca_alloc(mem, sizeof *out);
    out->item = item;
    unsigned head = (unsigned)take_count(in);
    out->agreed = take_judgement(in, mem, head / AGREED & JUDGED);
    out->verified = take_judgement(in, mem, head / VERIFIED & JUDGED);
    if (head & EVIDENCE)
        *(oca_evidence *)OCA_ADD(mem, &out->evidence) = (oca_evidence){.text = evidence};
    oca_tally na = {.answer = OCA_ANSWER_NA, .n = oca_given((double)take_count(in))};
    oca_tally dk = {.answer = OCA_ANSWER_DK, .n = oca_given((double)take_count(in))};
    for (size_t n = take_count(in); n > 0; n--) {
        oca_number value = oca_given(take_value(in));
        add_tally(mem, out, (oca_tally){.value = value, .n = oca_given((double)take_count(in))});
    }
    add_tally(mem, out, na);
    add_tally(mem, out, dk);
    return out;
}

/* What was not kept is as if it were not in the assessment. */
static const oca_assessment *assessment_of(oca_arena *mem, const oca_kept_round *kept) {
    oca_assessment *out = oca_alloc(mem, sizeof *out);
    oca_organization *organization = oca_alloc(mem, sizeof *organization);
    *organization = kept->organization;
    *out = (oca_assessment){.file = kept->file,
                            .rubric = kept->frame->rubric->id,
                            .rubric_version = kept->frame->rubric->version,
                            .round = kept->round,
                            .date = {true, kept->date},
                            .organization = organization};
    return out;
}

oca_scores oca_kept_scores(oca_arena *mem, const oca_kept_round *kept) {
    const oca_frame *frame = kept->frame;
    size_t n = frame->n_items;
    oca_answers *answers = oca_alloc(mem, sizeof *answers);
    *answers = (oca_answers){.assessment = assessment_of(mem, kept), .frame = frame};
    answers->answers = oca_alloc(mem, n * sizeof *answers->answers);
    answers->targets = oca_alloc(mem, n * sizeof *answers->targets);
    answers->priorities = oca_alloc(mem, n * sizeof *answers->priorities);
    oca_answers_find_applicable(mem, answers);
    packed in = {kept->answers, kept->answers + kept->n_bytes};
    for (size_t item = 0; in.at < in.end; item++) {
        item += take_count(&in);
        answers->answers[item] = take_answer(&in, mem, frame->items[item].item->id);
    }
    return oca_score_figures(mem, answers);
}
