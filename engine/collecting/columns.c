/* What the columns of an export are, from their headings: names of the form, with or without the groups around them, or
 * labels in any of its languages. */
#include "../base/words.h"
#include "../document/fields.h"
#include "parts.h"

#include <ctype.h>
#include <string.h>

/* A text that heads a column. */
typedef struct {
    const char *text;
    bool whole; /* after a group's name only: "1 Governance/Rules" */
    oca_export_column column;
} label;

typedef OCA_LIST(label) labels;

typedef struct {
    oca_arena *mem;
    const oca_questionnaire *asked;
    const oca_export *export;
    oca_faults *faults;
    oca_export_column *columns;
    labels labels, justifications;
} matcher;

/* Columns with names of their own: ours, and those that servers and phones add. */
static const struct {
    const char *name;
    oca_column_meaning meaning;
} known[] = {
    {"rubric_ref", OCA_COLUMN_RUBRIC},
    {"org_code", OCA_COLUMN_ORGANIZATION},
    {"round", OCA_COLUMN_ROUND},
    {"_id", OCA_COLUMN_ID},
    {"_uuid", OCA_COLUMN_UUID},
    {"rootuuid", OCA_COLUMN_UUID},
    {"instanceid", OCA_COLUMN_UUID},
    {"deprecatedid", OCA_COLUMN_UUID},
    {"key", OCA_COLUMN_UUID},
    {"_validation_status", OCA_COLUMN_STATUS},
    {"reviewstate", OCA_COLUMN_STATUS},
    {"today", OCA_COLUMN_IGNORED},
    {"start", OCA_COLUMN_IGNORED},
    {"end", OCA_COLUMN_IGNORED},
    {"intro", OCA_COLUMN_IGNORED},
    {"profile", OCA_COLUMN_IGNORED},
    {"_submission_time", OCA_COLUMN_IGNORED},
    {"_notes", OCA_COLUMN_IGNORED},
    {"_status", OCA_COLUMN_IGNORED},
    {"_submitted_by", OCA_COLUMN_IGNORED},
    {"__version__", OCA_COLUMN_IGNORED},
    {"_version_", OCA_COLUMN_IGNORED},
    {"_tags", OCA_COLUMN_IGNORED},
    {"_index", OCA_COLUMN_IGNORED},
    {"uuid", OCA_COLUMN_IGNORED}, /* formhub/uuid: the form's, not the submission's */
    {"instancename", OCA_COLUMN_IGNORED},
    {"submissiondate", OCA_COLUMN_IGNORED},
    {"submitterid", OCA_COLUMN_IGNORED},
    {"submittername", OCA_COLUMN_IGNORED},
    {"attachmentspresent", OCA_COLUMN_IGNORED},
    {"attachmentsexpected", OCA_COLUMN_IGNORED},
    {"status", OCA_COLUMN_IGNORED},
    {"deviceid", OCA_COLUMN_IGNORED},
    {"edits", OCA_COLUMN_IGNORED},
    {"formversion", OCA_COLUMN_IGNORED},
};

static bool is_name_character(char c) {
    return c == '_' || isalnum((unsigned char)c);
}

/* The last part of a path of names, whatever stands between them; "" if the heading is no such path. */
static const char *last_name(const char *heading) {
    const char *last = heading;
    for (const char *c = heading; *c; c++) {
        if ((unsigned char)*c >= 0x80 || oca_is_space(*c))
            return "";
        if (!is_name_character(*c))
            last = c + 1;
    }
    return last;
}

static bool equals_small(const char *small, const char *text) {
    while (*small && *small == tolower((unsigned char)*text))
        small++, text++;
    return *small == *text;
}

/* True if `heading` is the label, or ends with it after something that separates: "1 Governance/1.1 Rules". */
static bool ends_with(const char *heading, const char *text, bool whole) {
    size_t n = strlen(heading), m = strlen(text);
    if (m == 0 || n < m || strcmp(heading + n - m, text) != 0)
        return false;
    size_t before = n - m;
    while (before && oca_is_space(heading[before - 1]))
        before--;
    if (!before)
        return true;
    char last = heading[before - 1];
    if (whole || last == ',' || last == '\'')
        return last == '/';
    if (last == '.' && isdigit((unsigned char)text[0]) && before > 1 && isdigit((unsigned char)heading[before - 2]))
        return false; /* "2.1.1 Rules" is not "1.1 Rules" */
    return (unsigned char)last < 0x80 && ispunct((unsigned char)last);
}

static void add_label(matcher *m, labels *out, const char *text, bool whole, oca_column_meaning meaning, size_t item) {
    *(label *)OCA_ADD(m->mem, out) = (label){oca_collect_folded(m->mem, text), whole, {meaning, item, 0}};
}

static void add_words(matcher *m, labels *out, oca_form_word word, oca_column_meaning meaning) {
    for (const char *const *code = oca_form_languages; *code; code++) {
        const char *text;
        for (size_t k = 0; (text = oca_form_word_in(word, *code, k)); k++)
            add_label(m, out, text, false, meaning, 0);
    }
}

/* "1.1 Books: tick all that is so today", all in one column; "…/Two people sign", a column for each. */
static void add_ticks(matcher *m, size_t item, size_t lang) {
    const oca_question *question = &m->asked->questions[item];
    if (!question->ticks_name)
        return;
    add_label(m, &m->labels, question->ticks_labels[lang], false, OCA_COLUMN_TICKS, item);
    for (size_t k = 0; k < question->criteria.n; k++) {
        const char *text =
            oca_format_text(m->mem, "%s/%s", question->ticks_labels[lang], question->criteria.at[k].labels[lang]);
        add_label(m, &m->labels, text, false, OCA_COLUMN_TICK, item);
        m->labels.at[m->labels.n - 1].column.criterion = k;
    }
}

static void find_labels(matcher *m) {
    for (size_t lang = 0; lang < m->asked->languages.n; lang++)
        for (size_t i = 0; i < m->asked->frame->n_items; i++) {
            const oca_question *question = &m->asked->questions[i];
            add_label(m, &m->labels, question->labels[lang], false, OCA_COLUMN_ANSWER, i);
            add_label(m, &m->labels, question->titles[lang], true, OCA_COLUMN_ANSWER, i);
            add_label(m, &m->labels, question->note_labels[lang], false, OCA_COLUMN_NOTE, i);
            add_ticks(m, i, lang);
        }
    add_words(m, &m->labels, OCA_FORM_ORGANIZATION, OCA_COLUMN_ORGANIZATION);
    add_words(m, &m->labels, OCA_FORM_ROUND, OCA_COLUMN_ROUND);
    add_words(m, &m->labels, OCA_FORM_PROFILE, OCA_COLUMN_IGNORED);
    add_words(m, &m->labels, OCA_FORM_INTRODUCTION, OCA_COLUMN_IGNORED);
    add_words(m, &m->justifications, OCA_FORM_JUSTIFICATION, OCA_COLUMN_NOTE);
}

static bool is_same(const oca_export_column *a, const oca_export_column *b) {
    return a->meaning == b->meaning && a->item == b->item && a->criterion == b->criterion;
}

/* How many meanings the longest label has that the heading ends with: 0 for none, 1 is clear, more are not. */
static size_t by_labels(const matcher *m, const char *heading, oca_export_column *out) {
    size_t longest = 0, n = 0;
    for (size_t i = 0; i < m->labels.n; i++) {
        const label *l = &m->labels.at[i];
        size_t length = strlen(l->text);
        if (length < longest || !ends_with(heading, l->text, l->whole))
            continue;
        if (length > longest)
            n = 0;
        longest = length;
        if (n == 0)
            *out = l->column;
        n += n == 0 || !is_same(out, &l->column);
    }
    return n;
}

/* "Justification" alone, as forms made by hand have it: of the statement whose column stands just before. */
static bool is_bare_justification(const matcher *m, const char *heading) {
    for (size_t i = 0; i < m->justifications.n; i++)
        if (ends_with(heading, m->justifications.at[i].text, false))
            return true;
    return false;
}

/* Names of our questions are so unlike labels that they are taken after anything that separates. */
static bool by_question_name(const matcher *m, const char *name, oca_export_column *out) {
    oca_column_meaning meaning = name[0] == 'i'   ? OCA_COLUMN_ANSWER
                                 : name[0] == 'c' ? OCA_COLUMN_NOTE
                                 : name[0] == 't' ? OCA_COLUMN_TICKS
                                                  : OCA_COLUMN_UNKNOWN;
    if (!meaning || name[1] != '_')
        return false;
    long item = oca_frame_find_item(m->asked->frame, name + 2);
    if (item == OCA_NOWHERE || (meaning == OCA_COLUMN_TICKS && !m->asked->questions[item].ticks_name))
        return false;
    *out = (oca_export_column){meaning, (size_t)item, 0};
    return true;
}

/* A criterion after the name of its question: "t_books/signed_by_two". */
static bool by_criterion(const matcher *m, const char *heading, const char *name, oca_export_column *out) {
    if (name == heading)
        return false;
    const char *end = name - 1, *before = end;
    while (before > heading && is_name_character(before[-1]))
        before--;
    oca_export_column of;
    if (!by_question_name(m, oca_copy(m->mem, before, (size_t)(end - before)), &of) || of.meaning != OCA_COLUMN_TICKS)
        return false;
    const oca_question *question = &m->asked->questions[of.item];
    for (size_t k = 0; k < question->criteria.n; k++)
        if (oca_equal(question->criteria.at[k].name, name)) {
            *out = (oca_export_column){OCA_COLUMN_TICK, of.item, k};
            return true;
        }
    return false;
}

/* A column of a select_multiple's single choice: "profile/women". */
static bool is_of_profile(const char *heading) {
    const char *found = strstr(heading, "profile");
    return found && (found == heading || !is_name_character(found[-1])) && !is_name_character(found[strlen("profile")]);
}

static bool by_question(const matcher *m, const char *heading, oca_export_column *out) {
    const char *name = heading + strlen(heading);
    while (name > heading && is_name_character(name[-1]))
        name--;
    return by_criterion(m, heading, name, out) || by_question_name(m, name, out);
}

static bool by_known_name(const char *heading, oca_export_column *out) {
    const char *name = last_name(heading);
    for (size_t i = 0; *name && i < OCA_COUNT(known); i++)
        if (equals_small(known[i].name, name)) {
            *out = (oca_export_column){.meaning = known[i].meaning};
            return true;
        }
    if (!*name || !is_of_profile(heading))
        return false;
    *out = (oca_export_column){.meaning = OCA_COLUMN_IGNORED};
    return true;
}

static void match(matcher *m, size_t column) {
    const char *heading = oca_collect_folded(m->mem, m->export->headings.at[column]);
    oca_export_column *out = &m->columns[column];
    if (by_question(m, heading, out))
        return;
    size_t meanings = by_labels(m, heading, out);
    if (meanings > 1)
        oca_report_at(m->faults, OCA_FAULT, m->export->file, m->export->heading_where,
                      "the heading \"%s\" may be of more than one question; export with XML values and headers",
                      oca_excerpt_of(heading, strlen(heading)).at);
    if (meanings || by_known_name(heading, out) || !is_bare_justification(m, heading))
        return;
    if (column && m->columns[column - 1].meaning == OCA_COLUMN_ANSWER) {
        *out = (oca_export_column){OCA_COLUMN_NOTE, m->columns[column - 1].item, 0};
    } else {
        out->meaning = OCA_COLUMN_IGNORED; /* told as a fault, not once more as unknown */
        oca_report_at(m->faults, OCA_FAULT, m->export->file, m->export->heading_where,
                      "the heading \"%s\" does not stand just after the question that it is of; export with XML values "
                      "and headers",
                      oca_excerpt_of(heading, strlen(heading)).at);
    }
}

static bool is_blank(const char *text) {
    while (oca_is_space(*text))
        text++;
    return !*text;
}

static bool is_filled(const matcher *m, size_t column) {
    for (size_t row = 0; row < m->export->rows.n; row++)
        if (!is_blank(m->export->rows.at[row].cells[column]))
            return true;
    return false;
}

/* One question, two columns that both hold something: an older version of the form, moved to another group. */
static void refuse_doubles(matcher *m) {
    size_t n = m->export->headings.n;
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++) {
            const oca_export_column *one = &m->columns[a], *other = &m->columns[b];
            if (one->meaning < OCA_COLUMN_ANSWER || one->meaning == OCA_COLUMN_UUID || !is_same(one, other))
                continue;
            if (is_filled(m, b) && !is_filled(m, a)) {
                m->columns[a].meaning = OCA_COLUMN_IGNORED;
                break;
            }
            if (is_filled(m, b))
                oca_report_at(m->faults, OCA_FAULT, m->export->file, m->export->heading_where,
                              "the columns \"%s\" and \"%s\" are of the same question; keep the right one",
                              oca_excerpt_of(m->export->headings.at[a], strlen(m->export->headings.at[a])).at,
                              oca_excerpt_of(m->export->headings.at[b], strlen(m->export->headings.at[b])).at);
            m->columns[b].meaning = OCA_COLUMN_IGNORED; /* told once, or empty */
        }
}

static void tell_unknown(const matcher *m) {
    enum { MOST_NAMED = 20 };
    oca_buffer names = {.mem = m->mem};
    size_t n = 0;
    for (size_t c = 0; c < m->export->headings.n; c++) {
        const char *heading = m->export->headings.at[c];
        if (m->columns[c].meaning != OCA_COLUMN_UNKNOWN || (!*heading && !is_filled(m, c)))
            continue;
        if (++n <= MOST_NAMED)
            oca_buffer_print(&names, "%s\"%s\"", n > 1 ? ", " : "", oca_excerpt_of(heading, strlen(heading)).at);
    }
    if (n)
        oca_report_at(m->faults, OCA_WARNING, m->export->file, m->export->heading_where,
                      n == 1 ? N_("a column is not understood and not carried: %s%s")
                             : N_("columns are not understood and not carried: %s%s"),
                      names.at,
                      n > MOST_NAMED ? oca_format_text(m->mem, oca_message(" and %zu more"), n - MOST_NAMED) : "");
}

const oca_export_column *oca_collect_columns(oca_arena *mem, const oca_questionnaire *questionnaire,
                                             const oca_export *export, oca_faults *faults) {
    size_t before = faults->faulty, answers = 0;
    matcher matching = {.mem = mem, .asked = questionnaire, .export = export, .faults = faults}, *m = &matching;
    m->columns = oca_alloc(mem, export->headings.n * sizeof *m->columns);
    find_labels(m);
    for (size_t c = 0; c < export->headings.n; c++) {
        match(m, c);
        answers += m->columns[c].meaning == OCA_COLUMN_ANSWER || m->columns[c].meaning == OCA_COLUMN_TICKS ||
                   m->columns[c].meaning == OCA_COLUMN_TICK;
    }
    refuse_doubles(m);
    if (!answers && faults->faulty == before)
        oca_report_at(faults, OCA_FAULT, export->file, export->heading_where,
                      "none of its columns is a question of the rubric \"%s\"", questionnaire->frame->rubric->id);
    tell_unknown(m);
    return faults->faulty > before ? NULL : m->columns;
}
