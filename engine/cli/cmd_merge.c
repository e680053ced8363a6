/* oca merge: copies that grew from the same record become one. */
#include "../../reports/lines.h"
#include "../base/words.h"
#include "copies.h"
#include "load.h"
#include "print.h"
#include "workbook.h"

#include <string.h>

static const oca_option options[] = {
    OCA_OUTPUT_OPTION,  OCA_FORMAT_OPTION, OCA_RUBRIC_OPTION, OCA_TAILORING_OPTION,
    OCA_ACTIONS_OPTION, OCA_LANG_OPTION,   OCA_HELP_OPTION,   {0},
};

typedef struct {
    oca_run *run;
    oca_output output;
    oca_copies copies;
    oca_joined joined;
} merge_run;

static const char *shown(oca_arena *mem, const char *value) {
    return value ? oca_format_text(mem, "\"%s\"", value) : _("nothing");
}

/* "agreed of \"gov_constitution\"", "a new row of sessions". */
static const char *called(oca_arena *mem, const oca_cell_conflict *conflict) {
    if (!conflict->column)
        return oca_format_text(mem, _("the row \"%s\" of %s"), conflict->row, conflict->table);
    return oca_format_text(mem, _("%s of \"%s\" (%s)"), conflict->column, conflict->row, conflict->table);
}

/* "\"3\" in a.xlsx:Answers!C5"; of a row that some took out, what each did. */
static const char *claimed(merge_run *m, const oca_cell_conflict *conflict, const oca_cell_claim *claim) {
    oca_arena *mem = m->run->mem;
    const char *value = shown(mem, claim->value);
    if (!conflict->column)
        value = claim->value ? _("changed") : _("taken out");
    return oca_format_text(mem, _("%s in %s%s%s"), value, m->copies.at.at[claim->copy].file, claim->place ? ":" : "",
                           claim->place ? claim->place : "");
}

/* Where something is to be written, conflicts are faults: nothing is chosen silently. */
static void tell_conflicts(merge_run *m) {
    oca_arena *mem = m->run->mem;
    for (size_t i = 0; i < m->joined.conflicts.n; i++) {
        const oca_cell_conflict *conflict = &m->joined.conflicts.at[i];
        oca_strings others = {0};
        for (size_t k = 1; k < conflict->claims.n; k++)
            *(const char **)OCA_ADD(mem, &others) = claimed(m, conflict, &conflict->claims.at[k]);
        const oca_cell_claim *first = &conflict->claims.at[0];
        const char *here = conflict->column ? shown(mem, first->value) : first->value ? _("changed") : _("taken out");
        const char *before =
            conflict->before ? oca_format_text(mem, _("; the record has \"%s\""), conflict->before) : "";
        oca_report_at(&m->run->faults, OCA_FAULT, m->copies.at.at[first->copy].file, (oca_where){.cell = first->place},
                      "copies disagree on %s: %s here, %s%s", called(mem, conflict), here, oca_join(mem, &others, ", "),
                      before);
    }
}

static const char *summary(merge_run *m) {
    oca_arena *mem = m->run->mem;
    oca_lines text = {.written = {.mem = mem}, .screen = &m->output.screen};
    size_t n = m->joined.conflicts.n;
    oca_lines_say(&text, "%s: %s, %s", oca_plural(mem, m->copies.at.n, "copy", "copies"),
                  oca_plural(mem, m->joined.edits.n, "value joined", "values joined"),
                  n ? oca_plural(mem, n, "conflict", "conflicts") : _("no conflicts"));
    for (size_t i = 0; i < n; i++) {
        const oca_cell_conflict *conflict = &m->joined.conflicts.at[i];
        oca_lines_gap(&text);
        oca_lines_say(&text, _("%s: %s in the record"), called(mem, conflict), shown(mem, conflict->before));
        for (size_t k = 0; k < conflict->claims.n; k++)
            oca_lines_wrap(&text, claimed(m, conflict, &conflict->claims.at[k]), 2, 4);
    }
    return text.written.at;
}

/* The joined values name no cells: they come from several files, and each copy's own faults were told. */
static oca_document outcome(merge_run *m) {
    for (size_t i = 0; i < m->joined.edits.n; i++)
        m->joined.edits.at[i].place = NULL;
    return oca_document_edited(m->run->mem, m->copies.document, &m->joined.edits, &m->run->faults);
}

static oca_status write_outcome(merge_run *m) {
    oca_document document = outcome(m);
    if (oca_faults_status(&m->run->faults) != OCA_OK)
        return oca_faults_status(&m->run->faults);
    return oca_write_document(&m->output, m->run, &document);
}

static const char *language_of(const oca_document *document) {
    return document->format == &oca_assessment_format ? ((const oca_assessment *)document->root)->lang
                                                      : ((const oca_plan *)document->root)->lang;
}

static oca_status run_merge(oca_run *run, const oca_arguments *arguments) {
    merge_run merging = {.run = run}, *m = &merging;
    if (oca_output_choose(&m->output, run->mem, "merge", arguments, OCA_AS_TEXT | OCA_AS_XML | OCA_AS_XLSX) != OCA_OK ||
        oca_output_spares_given(&m->output, "merge", arguments) != OCA_OK)
        return OCA_USAGE;
    oca_status status = oca_copies_read(&m->copies, run->mem, &arguments->operands, &run->faults);
    if (status == OCA_OK) {
        m->joined = oca_edits_join(run->mem, m->copies.edits, m->copies.at.n, m->copies.base);
        oca_answer_in(run, NULL, language_of(&m->copies.document));
        const char *text = summary(m);
        if (m->output.format == OCA_AS_TEXT)
            status = oca_output_write(&m->output, text, strlen(text), &run->faults);
        else if (m->joined.conflicts.n)
            tell_conflicts(m), status = OCA_FAULTY;
        else
            status = write_outcome(m);
    }
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_merge = {
    .name = "merge",
    .operands = "COPY… [-o FILE]",
    .line = N_("join copies of an assessment that two people filled in"),
    .more = N_("Joins copies that grew from the same record, value by value: what only one changed is taken, what\n"
               "both changed differently is listed with both values and whose copy says it. Copies may be workbooks\n"
               "or XML; without a workbook there is no record, and what only one says is taken.\n"
               "With -o to a file that ends with .xml or .xlsx; then a conflict is a fault, and nothing is written."),
    .least = 2,
    .options = options,
    .run = run_merge,
};
