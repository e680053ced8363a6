/* oca rubrics: the instruments that there are, and one of them to read. */
#include "../../reports/phrases.h"
#include "../../reports/table.h"
#include "../base/text.h"
#include "../system/program.h"
#include "load.h"
#include "output.h"
#include "print.h"

#include <stdint.h>
#include <string.h>

static const oca_option options[] = {
    OCA_OUTPUT_OPTION, OCA_FORMAT_OPTION, OCA_RUBRIC_OPTION, OCA_LANG_OPTION, OCA_HELP_OPTION, {0},
};

enum { INDENT = 2, HANGING = 5 };

static void add_titles(oca_buffer *out, const oca_frame *frame, size_t node, const char *lang) {
    const oca_frame_node *n = &frame->nodes[node];
    const char *title = oca_node_title(frame, node, lang);
    if (n->depth == 1)
        oca_text_heading(out, title);
    else
        oca_buffer_print(out, "\n%s\n", title);
}

static void add_item(oca_buffer *out, const oca_frame *frame, size_t item, const char *lang) {
    const oca_frame_item *i = &frame->items[item];
    const char *root = frame->rubric->lang;
    oca_buffer_print(out, "\n%s (%s)\n", oca_item_title(frame, item, lang), i->item->id);
    if (i->item->statements.n)
        oca_text_wrap(out, oca_words_in(&i->item->statements, lang, root), INDENT, INDENT, OCA_TEXT_WIDTH);
    for (size_t k = 0; k < i->n_rungs; k++) {
        double value = i->rungs[k].value;
        const char *line = oca_format_text(out->mem, "%s  %s", oca_level_number(out->mem, value),
                                           oca_level_descriptor(frame, item, value, lang));
        oca_text_wrap(out, line, INDENT, HANGING, OCA_TEXT_WIDTH);
    }
    if (i->gate) {
        const char *why = oca_words_in(&i->gate->why, lang, root);
        const char *line = oca_format_text(out->mem, OCA_WORD_GATE ": at least %s, else it " OCA_WORD_CEILING " %s%s%s",
                                           oca_level_number(out->mem, i->gate->at_least.value),
                                           oca_stage_title(frame, (long)i->ceiling, lang), *why ? ". " : "", why);
        oca_text_wrap(out, line, INDENT, INDENT, OCA_TEXT_WIDTH);
    }
}

static void add_line(oca_buffer *out, const char *what, const char *text) {
    if (text && *text)
        oca_text_wrap(out, oca_format_text(out->mem, "%s: %s", what, text), 0, INDENT, OCA_TEXT_WIDTH);
}

/* The whole instrument as a text to read. */
static const char *rubric_text(oca_arena *mem, const oca_frame *frame, const char *lang) {
    const oca_rubric *rubric = frame->rubric;
    oca_buffer out = {.mem = mem};
    oca_buffer_print(&out, "%s\n%s %s, %s in %s\n", oca_words_in(&rubric->titles, lang, rubric->lang), rubric->id,
                     rubric->version, oca_plural(mem, frame->n_items, "item", "items"),
                     oca_plural(mem, frame->n_nodes - 1, "area", "areas"));
    add_line(&out, "Source", oca_words_in(&rubric->sources, lang, rubric->lang));
    add_line(&out, "Licence", oca_words_in(&rubric->licences, lang, rubric->lang));
    add_line(&out, "Digest", rubric->digest);
    for (size_t node = 1; node < frame->n_nodes; node++) {
        const oca_frame_node *n = &frame->nodes[node];
        add_titles(&out, frame, node, lang);
        /* All of an area's own items under its title, those that follow a sub-area in the rubric too. */
        for (size_t item = n->first_item; item < n->end_item; item++)
            if (frame->items[item].area == node)
                add_item(&out, frame, item, lang);
    }
    return out.at;
}

static oca_status show_one(oca_run *run, const oca_arguments *arguments, const oca_output *output) {
    oca_frame frame;
    if (oca_load_rubric(&frame, run, arguments->operands.at[0], NULL, NULL, 0, &run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (oca_output_spares(output, "rubrics", frame.rubric->file) != OCA_OK)
        return OCA_USAGE;
    const char *text = rubric_text(run->mem, &frame, arguments->lang);
    oca_status status = oca_output_write(output, text, strlen(text), &run->faults);
    oca_faults_print(&run->faults);
    return status;
}

/* Other XML files lie in these folders too: what is no rubric is passed over, what is a faulty one is not. */
static void add_row(oca_run *run, oca_table *table, const char *path, const char *lang) {
    oca_document document;
    oca_faults faults = {.mem = run->mem};
    if (oca_document_load(&document, run->mem, path, oca_all_formats, &faults) != OCA_OK ||
        document.format != &oca_rubric_format)
        return;
    const oca_rubric *rubric = document.root;
    oca_frame frame;
    bool usable = oca_frame_build(&frame, run->mem, rubric, &faults) == OCA_OK;
    oca_table_text(run->mem, table, rubric->id);
    oca_table_text(run->mem, table, rubric->version);
    if (usable)
        oca_table_number(run->mem, table, (double)frame.n_items, 0);
    else
        oca_table_undefined(run->mem, table, "faulty: oca check tells why");
    oca_table_text(run->mem, table, oca_words_in(&rubric->titles, lang, rubric->lang));
    oca_table_text(run->mem, table, path);
}

/* The folders of OCA_PATH, then the shipped ones. */
static oca_strings folders_of(oca_run *run) {
    oca_strings folders = {0};
    for (const char *at = run->shelf.path; at && *at;) {
        size_t n = strcspn(at, ":");
        if (n)
            *(const char **)OCA_ADD(run->mem, &folders) = oca_copy(run->mem, at, n);
        at += n + (at[n] != '\0');
    }
    for (size_t i = 0; i < run->shelf.shipped_rubrics.n; i++)
        *(const char **)OCA_ADD(run->mem, &folders) = run->shelf.shipped_rubrics.at[i];
    return folders;
}

static oca_status list_all(oca_run *run, const oca_arguments *arguments, const oca_output *output) {
    oca_table table = {0};
    static const char *const headings[] = {"Rubric", "Version", "Items", "Title", "File"};
    for (size_t i = 0; i < OCA_COUNT(headings); i++)
        oca_table_column(run->mem, &table, headings[i], NULL, i == 2 ? OCA_RIGHT : OCA_LEFT);
    for (size_t i = 0; i < arguments->rubrics.n; i++)
        add_row(run, &table, arguments->rubrics.at[i], arguments->lang);
    oca_strings folders = folders_of(run);
    for (size_t i = 0; i < folders.n; i++) {
        oca_strings names = oca_folder_entries(run->mem, folders.at[i], ".xml");
        for (size_t k = 0; k < names.n; k++)
            add_row(run, &table, oca_format_text(run->mem, "%s/%s", folders.at[i], names.at[k]), arguments->lang);
    }
    oca_buffer out = {.mem = run->mem};
    if (oca_table_rows(&table))
        oca_table_write(&out, &table, SIZE_MAX / 2);
    else
        oca_buffer_print(&out, "No rubrics were found.\n");
    return oca_output_write(output, out.at, out.n, &run->faults);
}

static oca_status run_rubrics(oca_run *run, const oca_arguments *arguments) {
    oca_output output;
    if (oca_output_choose(&output, run->mem, "rubrics", arguments, OCA_AS_TEXT) != OCA_OK)
        return OCA_USAGE;
    return arguments->operands.n ? show_one(run, arguments, &output) : list_all(run, arguments, &output);
}

const oca_verb oca_verb_rubrics = {
    .name = "rubrics",
    .operands = "[ID]",
    .line = "list the rubrics that there are, or show one",
    .more = "Lists the rubrics that ship with the program or lie in the folders of OCA_PATH; with an ID shows that\n"
            "rubric: its areas, items, levels and must-haves.",
    .least = 0,
    .most = 1,
    .options = options,
    .run = run_rubrics,
};
