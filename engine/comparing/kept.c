#include "kept.h"

#include <stdint.h>
#include <string.h>

/* The packed answers: for each item that has any, in the frame's order,
 *
 *     items passed over since the last, head, [agreed value], [verified value], N/A, don't know, n, n x (value, count)
 *
 * Counts have seven bits a byte, the last byte below 128. A value that is a whole number below 255 takes one byte;
 * any other is a byte 255 and the double. */
enum { AGREED = 1, VERIFIED = 4, JUDGED = 3, EVIDENCE = 16, SCORED = 32, WHOLE_MOST = 254, DOUBLE_FOLLOWS = 255 };

/* The most bytes that a count and a value take. */
enum { COUNT_BYTES = 10, VALUE_BYTES = 1 + sizeof(double) };

/* Both return where the next goes. */
static unsigned char *put_count(unsigned char *to, size_t count) {
    for (; count >= 128; count /= 128)
        *to++ = (unsigned char)(count % 128 + 128);
    *to++ = (unsigned char)count;
    return to;
}

static unsigned char *put_value(unsigned char *to, double value) {
    if (value >= 0 && value <= WHOLE_MOST && value == (int)value) {
        *to++ = (unsigned char)(int)value;
        return to;
    }
    *to++ = DOUBLE_FOLLOWS;
    memcpy(to, &value, sizeof value);
    return to + sizeof value;
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

static unsigned char *put_answer(unsigned char *to, const oca_frame_item *item, const oca_answer *answer,
                                 const oca_item_score *score) {
    const oca_counts *counts = &score->counts;
    oca_number agreed = oca_judged(item, answer->agreed), verified = oca_judged(item, answer->verified);
    to = put_count(to, AGREED * judged_as(answer->agreed, agreed) + VERIFIED * judged_as(answer->verified, verified) +
                           (has_evidence(answer) ? EVIDENCE : 0) + (score->state == OCA_SCORED ? SCORED : 0));
    if (agreed.given)
        to = put_value(to, agreed.value);
    if (verified.given)
        to = put_value(to, verified.value);
    to = put_count(to, (size_t)counts->na);
    to = put_count(to, (size_t)counts->dk);
    to = put_count(to, counts->values.n);
    for (size_t i = 0; i < counts->values.n; i++) {
        to = put_value(to, counts->values.at[i].value);
        to = put_count(to, (size_t)counts->values.at[i].count);
    }
    return to;
}

static void pack(oca_kept_round *out, oca_arena *mem, oca_arena *scratch, const oca_scores *scores) {
    const oca_answers *answers = scores->answers;
    size_t n = answers->frame->n_items, room = 0;
    for (size_t i = 0; i < n; i++)
        room += 5 * COUNT_BYTES + 2 * VALUE_BYTES + scores->items[i].counts.values.n * (VALUE_BYTES + COUNT_BYTES);
    unsigned char *packed = oca_alloc(scratch, room), *end = packed;
    for (size_t i = 0, next = 0; i < n; i++) {
        if (!answers->answers[i])
            continue;
        end = put_count(end, i - next);
        end = put_answer(end, &answers->frame->items[i], answers->answers[i], &scores->items[i]);
        next = i + 1;
    }
    out->n_bytes = (size_t)(end - packed);
    out->answers = (const unsigned char *)oca_copy(mem, (const char *)packed, out->n_bytes);
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

/* What participants gave, the lowest first. */
static oca_counts take_counts(packed *in, oca_arena *mem) {
    oca_counts out = {.na = (long)take_count(in)};
    out.dk = (long)take_count(in);
    size_t n = take_count(in);
    oca_list_reserve(mem, &out.values, sizeof *out.values.at, n);
    for (size_t i = 0; i < n; i++) {
        double value = take_value(in);
        long count = (long)take_count(in);
        *(oca_count *)OCA_ADD(mem, &out.values) = (oca_count){value, count};
        out.n += count;
    }
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

/* The answers again, and which items are scored. */
static const oca_answers *unpack(oca_arena *mem, const oca_kept_round *kept, bool *scored) {
    static const char evidence[] = "evidence"; /* that there is some is all that is kept */
    const oca_frame *frame = kept->frame;
    oca_answers *out = oca_alloc(mem, sizeof *out);
    oca_answer *answers = oca_alloc(mem, frame->n_items * sizeof *answers);
    *out = (oca_answers){.assessment = assessment_of(mem, kept), .frame = frame};
    out->answers = oca_alloc(mem, frame->n_items * sizeof *out->answers);
    out->counts = oca_alloc(mem, frame->n_items * sizeof *out->counts);
    out->targets = oca_alloc(mem, frame->n_items * sizeof *out->targets);
    out->priorities = oca_alloc(mem, frame->n_items * sizeof *out->priorities);
    packed in = {kept->answers, kept->answers + kept->n_bytes};
    for (size_t i = 0; in.at < in.end; i++) {
        i += take_count(&in);
        unsigned head = (unsigned)take_count(&in);
        oca_answer *answer = &answers[i];
        out->answers[i] = answer;
        answer->item = frame->items[i].item->id;
        answer->agreed = take_judgement(&in, mem, head / AGREED & JUDGED);
        answer->verified = take_judgement(&in, mem, head / VERIFIED & JUDGED);
        if (head & EVIDENCE)
            *(oca_evidence *)OCA_ADD(mem, &answer->evidence) = (oca_evidence){.text = evidence};
        out->counts[i] = take_counts(&in, mem);
        scored[i] = head & SCORED;
    }
    oca_answers_find_applicable(mem, out);
    return out;
}

oca_scores oca_kept_scores(oca_arena *mem, const oca_kept_round *kept) {
    bool *scored = oca_alloc(mem, kept->frame->n_items * sizeof *scored);
    return oca_score_figures(mem, unpack(mem, kept, scored));
}

oca_scores oca_kept_basis(oca_arena *mem, const oca_kept_round *kept) {
    const oca_frame *frame = kept->frame;
    bool *scored = oca_alloc(mem, frame->n_items * sizeof *scored);
    const oca_answers *answers = unpack(mem, kept, scored);
    oca_item_score *items = oca_alloc(mem, frame->n_items * sizeof *items);
    oca_node_score *nodes = oca_alloc(mem, frame->n_nodes * sizeof *nodes);
    for (size_t i = 0; i < frame->n_items; i++) {
        items[i].state = scored[i] ? OCA_SCORED : OCA_STATE_BLANK;
        items[i].counts = answers->counts[i];
    }
    for (size_t n = 0; n < frame->n_nodes; n++) {
        nodes[n].percent = (oca_number){kept->nodes[n].scored, kept->nodes[n].percent};
        nodes[n].stage = n == 0 ? kept->stage : OCA_NOWHERE;
    }
    return (oca_scores){.answers = answers, .items = items, .nodes = nodes};
}
