/* The rows of an export, each a submission: whether it is ours, who it is, what it answers. */
#include "../document/fields.h"
#include "parts.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

typedef struct {
    oca_submissions *out;
    oca_collected *told;
    oca_arena *mem;
    const oca_answers *answers;
    const oca_questionnaire *asked;
    const oca_export *export;
    const oca_export_column *columns;
    oca_faults *faults;
    bool has_organization, has_rubric; /* columns */
} reader;

#define FAULT(where, ...) oca_report_at(r->faults, OCA_FAULT, r->export->file, (where), __VA_ARGS__)
#define WARN(where, ...) oca_report_at(r->faults, OCA_WARNING, r->export->file, (where), __VA_ARGS__)

static oca_excerpt excerpt(const char *text) {
    return oca_excerpt_of(text, strlen(text));
}

static const char *text_at(const reader *r, const oca_export_row *row, size_t column) {
    return oca_collect_folded(r->mem, row->cells[column]);
}

/* The first column of this meaning that holds something; "" if none does. */
static const char *text_of(const reader *r, const oca_export_row *row, oca_column_meaning meaning, oca_where *where) {
    for (size_t c = 0; c < r->export->headings.n; c++)
        if (r->columns[c].meaning == meaning && *text_at(r, row, c)) {
            *where = oca_export_where(row, c);
            return text_at(r, row, c);
        }
    *where = row->where;
    return "";
}

/* Whose answers these are. */

/* "uuid:1A2B-…" → "1a2b-…". */
static const char *bare_uuid(oca_arena *mem, const char *text) {
    if (strncasecmp(text, "uuid:", 5) == 0)
        text += 5;
    size_t n = strlen(text);
    char *small = oca_alloc(mem, n + 1);
    for (size_t i = 0; i < n; i++)
        small[i] = (char)tolower((unsigned char)text[i]);
    return small;
}

static void find_uuids(reader *r, oca_submission *s) {
    for (size_t c = 0; c < r->export->headings.n; c++) {
        if (r->columns[c].meaning != OCA_COLUMN_UUID)
            continue;
        const char *uuid = bare_uuid(r->mem, text_at(r, s->row, c));
        if (*uuid && !oca_holds(&s->uuids, uuid))
            *(const char **)OCA_ADD(r->mem, &s->uuids) = uuid;
    }
}

/* "s_" and the first eight hex digits of the first uuid that has them. */
static const char *id_of_uuids(oca_arena *mem, const oca_strings *uuids) {
    enum { DIGITS = 8 };
    for (size_t i = 0; i < uuids->n; i++) {
        oca_buffer id = {.mem = mem};
        oca_buffer_print(&id, "s_");
        for (const char *c = uuids->at[i]; *c && id.n < 2 + DIGITS; c++)
            if (isxdigit((unsigned char)*c))
                oca_buffer_add(&id, c, 1);
            else if (*c != '-')
                break;
        if (id.n == 2 + DIGITS)
            return id.at;
    }
    return NULL;
}

/* The server's number of the submission if it has one, else the uuid. */
static bool find_id(reader *r, oca_submission *s) {
    oca_where where;
    const char *number = text_of(r, s->row, OCA_COLUMN_ID, &where);
    find_uuids(r, s);
    s->uuid_id = id_of_uuids(r->mem, &s->uuids);
    s->id = oca_format_text(r->mem, "s_%s", bare_uuid(r->mem, number));
    if (!*number)
        s->id = s->uuid_id;
    if (s->id && oca_is_id(s->id, strlen(s->id), false, OCA_LONGEST_ID))
        return true;
    if (*number)
        FAULT(where, "the _id \"%s\" is none; it holds letters and digits", excerpt(number).at);
    else
        FAULT(where, "this submission has neither an _id nor a uuid, so nobody could tell it from another");
    return false;
}

/* Whether they are meant for this assessment. */

static bool is_taken(reader *r, const oca_export_row *row) {
    static const char *const refused[] = {"not_approved", "not approved", "rejected"};
    static const char *const waiting[] = {"on_hold", "on hold", "hasissues", "has issues"};
    oca_where where;
    const char *status = bare_uuid(r->mem, text_of(r, row, OCA_COLUMN_STATUS, &where));
    for (size_t i = 0; i < OCA_COUNT(refused); i++)
        if (strstr(status, refused[i])) {
            WARN(where, "this submission was not approved on the server, and is left out");
            return false;
        }
    for (size_t i = 0; i < OCA_COUNT(waiting); i++)
        if (strstr(status, waiting[i])) {
            WARN(where, "this submission is on hold on the server, and is left out; collect again once it is approved");
            return false;
        }
    return true;
}

static void check_organization(reader *r, const oca_export_row *row) {
    const oca_organization *organization = r->answers->assessment->organization;
    oca_where where;
    const char *code = text_of(r, row, OCA_COLUMN_ORGANIZATION, &where);
    if (!*code && r->has_organization)
        WARN(where, "this submission does not say of which organization it is; it is taken for \"%s\"",
             organization->id);
    else if (*code && strcasecmp(code, organization->id) != 0)
        FAULT(where, "this submission is of the organization \"%s\", the assessment of \"%s\"", excerpt(code).at,
              organization->id);
}

/* "asm-association@1.0#1a2b3c4d…": as much of the digest as people compare. */
static const char *shortened(oca_arena *mem, const char *reference) {
    enum { DIGITS = 8 };
    const char *digest = strchr(reference, '#');
    if (!digest || strlen(digest) <= 1 + DIGITS)
        return excerpt(reference).at[0] ? oca_copy(mem, excerpt(reference).at, strlen(excerpt(reference).at)) : "";
    return oca_format_text(mem, "%.*s…", (int)(digest - reference) + 1 + DIGITS, reference);
}

static void check_rubric(reader *r, const oca_export_row *row) {
    const char *wanted = oca_rubric_reference(r->mem, r->asked->frame->rubric);
    oca_where where;
    const char *given = text_of(r, row, OCA_COLUMN_RUBRIC, &where);
    if (!*given && r->has_rubric)
        WARN(where, "this submission does not say to which rubric it answers; it is taken for %s",
             shortened(r->mem, wanted));
    else if (*given && !oca_equal(given, wanted))
        FAULT(where, "this submission answers to the rubric %s, the assessment to %s", shortened(r->mem, given),
              shortened(r->mem, wanted));
}

static void check_round(reader *r, const oca_export_row *row) {
    const char *wanted = r->answers->assessment->round;
    oca_where where;
    const char *given = text_of(r, row, OCA_COLUMN_ROUND, &where);
    if (*given && !oca_collect_is_round(given, wanted))
        FAULT(where, "this submission is of the round \"%s\", the assessment of \"%s\"", excerpt(given).at, wanted);
}

/* What they are. */

/* As an assessment holds what somebody typed: ends trimmed, lines ended by line feeds, nothing that XML cannot hold. */
static const char *note_text(oca_arena *mem, const char *text) {
    oca_buffer out = {.mem = mem};
    for (const char *c = text; *c; c++) {
        if (*c == '\r') {
            if (c[1] != '\n')
                oca_buffer_add(&out, "\n", 1);
        } else if ((unsigned char)*c >= 0x20 || *c == '\t' || *c == '\n') {
            oca_buffer_add(&out, c, 1);
        }
    }
    const char *trimmed = out.n ? oca_trim(mem, out.at, out.n, false) : "";
    return *trimmed ? trimmed : NULL;
}

/* The level that the ticks reach, where there are any, is the answer; another one beside them contradicts it, as it
 * would in an assessment (formats document, "Assessment"). */
static void read_ticks(reader *r, const oca_export_row *row, oca_given_answer *given) {
    size_t n = r->asked->frame->n_items;
    oca_judgement *ticked = oca_alloc(r->mem, n * sizeof *ticked);
    for (size_t c = 0; c < r->export->headings.n; c++) {
        const oca_export_column *column = &r->columns[c];
        const char *why;
        if ((column->meaning == OCA_COLUMN_TICKS || column->meaning == OCA_COLUMN_TICK) &&
            !oca_collect_ticks(&ticked[column->item], &why, r->mem, r->asked, column, row->cells[c]))
            FAULT(oca_export_where(row, c), "column \"%s\": \"%s\" %s", excerpt(r->export->headings.at[c]).at,
                  excerpt(row->cells[c]).at, why);
    }
    for (size_t i = 0; i < n; i++) {
        const oca_frame_item *item = &r->asked->frame->items[i];
        if (!ticked[i].met.n)
            continue;
        double reached = oca_level_by_criteria(item, &ticked[i]);
        if (given[i].answer || (given[i].value.given && oca_compare(given[i].value.value, reached) != 0))
            FAULT(row->where, "item \"%s\": the answer is %s, but the criteria that are ticked reach level %s",
                  item->item->id, oca_collect_answer_shown(r->mem, &given[i]), oca_number_text(r->mem, reached));
        given[i].value = oca_given(reached);
    }
}

static void read_answers(reader *r, const oca_export_row *row, oca_given_answer *given) {
    for (size_t c = 0; c < r->export->headings.n; c++) {
        const oca_export_column *column = &r->columns[c];
        if (column->meaning == OCA_COLUMN_NOTE)
            given[column->item].note = note_text(r->mem, row->cells[c]);
        if (column->meaning != OCA_COLUMN_ANSWER)
            continue;
        const char *why;
        oca_given_answer answer;
        if (!oca_collect_answer(&answer, &why, r->mem, r->asked, column->item, row->cells[c])) {
            FAULT(oca_export_where(row, c), "column \"%s\": \"%s\" %s", excerpt(r->export->headings.at[c]).at,
                  excerpt(row->cells[c]).at, why);
            continue;
        }
        given[column->item].value = answer.value;
        given[column->item].answer = answer.answer;
    }
    read_ticks(r, row, given);
    for (size_t i = 0; i < r->asked->frame->n_items; i++)
        if (given[i].note && !given[i].value.given && !given[i].answer) {
            WARN(row->where, "item \"%s\": a justification without an answer is not carried",
                 r->asked->frame->items[i].item->id);
            given[i].note = NULL;
        }
}

static void read_row(reader *r, const oca_export_row *row) {
    r->told->submissions++;
    if (!is_taken(r, row)) {
        r->told->left_out++;
        return;
    }
    oca_submission submission = {.export = r->export, .row = row};
    oca_given_answer *given = oca_alloc(r->mem, r->asked->frame->n_items * sizeof *given);
    submission.given = given;
    check_organization(r, row);
    check_rubric(r, row);
    check_round(r, row);
    read_answers(r, row, given);
    if (find_id(r, &submission))
        *(oca_submission *)OCA_ADD(r->mem, r->out) = submission;
}

static bool has_column(const reader *r, oca_column_meaning meaning) {
    for (size_t c = 0; c < r->export->headings.n; c++)
        if (r->columns[c].meaning == meaning)
            return true;
    return false;
}

void oca_collect_rows(oca_submissions *out, oca_collected *told, oca_arena *mem, const oca_answers *answers,
                      const oca_questionnaire *questionnaire, const oca_export *export, oca_faults *faults) {
    reader reading = {.out = out,
                      .told = told,
                      .mem = mem,
                      .answers = answers,
                      .asked = questionnaire,
                      .export = export,
                      .columns = oca_collect_columns(mem, questionnaire, export, faults),
                      .faults = faults},
           *r = &reading;
    if (!r->columns)
        return;
    r->has_organization = has_column(r, OCA_COLUMN_ORGANIZATION);
    r->has_rubric = has_column(r, OCA_COLUMN_RUBRIC);
    if (!r->has_organization)
        WARN(export->heading_where, "it does not say of which organization its answers are; they are taken for \"%s\"",
             answers->assessment->organization->id);
    if (!r->has_rubric)
        WARN(export->heading_where, "it does not say to which rubric its answers are; they are taken for %s %s",
             questionnaire->frame->rubric->id, questionnaire->frame->rubric->version);
    for (size_t i = 0; i < export->rows.n; i++)
        read_row(r, &export->rows.at[i]);
}
