/* oca rubrics: the instruments that there are, and one of them to read. */
#include "../../reports/forms/booklet.h"
#include "../../reports/result/result.h"
#include "../../reports/rubric_text.h"
#include "../../reports/table.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../reading/returned.h"
#include "../system/program.h"
#include "load.h"
#include "output.h"
#include "page.h"
#include "print.h"

#include <stdint.h>
#include <string.h>
#include <unistd.h>

static const oca_option options[] = {
    OCA_OUTPUT_OPTION, OCA_FORMAT_OPTION, OCA_RUBRIC_OPTION, OCA_LANG_OPTION, OCA_TEMPLATE_OPTION, OCA_HELP_OPTION, {0},
};

static oca_status make_workbook(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    return oca_booklet_write(path, mem, payload, faults);
}

/* The workbook bears the rubric as its file has it: written anew it might get another digest. */
static oca_status write_workbook(oca_run *run, const oca_arguments *arguments, const oca_output *output,
                                 const oca_frame *frame) {
    oca_booklet_book book = {.frame = frame, .lang = arguments->lang};
    oca_record_document *rubric = OCA_ADD(run->mem, &book.record);
    rubric->name = oca_rubric_format.root;
    oca_status status =
        oca_returned_xml(&rubric->bytes, &rubric->n, run->mem, frame->rubric->file, &oca_rubric_format, &run->faults);
    return status == OCA_OK ? oca_output_workbook(output, run->mem, make_workbook, &book, &run->faults) : status;
}

static oca_status write_booklet(oca_run *run, const oca_arguments *arguments, const oca_output *output,
                                const oca_frame *frame) {
    const char *bytes;
    size_t n;
    if (oca_rubric_result(&bytes, &n, run->mem, frame, run->lang) != OCA_OK) {
        oca_report(&run->faults, OCA_FAILURE, NULL, 0, "there is too little memory to write the booklet");
        return OCA_SYSTEM;
    }
    return oca_page_write(run, arguments, output, "rubric", bytes, n);
}

static oca_status show_one(oca_run *run, const oca_arguments *arguments, const oca_output *output) {
    oca_frame frame;
    if (oca_load_rubric(&frame, run, arguments->operands.at[0], NULL, NULL, 0, &run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (oca_output_spares_found(output, "rubrics", &run->shelf) != OCA_OK)
        return OCA_USAGE;
    oca_answer_in(run, frame.rubric, NULL);
    oca_status status;
    if (output->format == OCA_AS_HTML) {
        status = write_booklet(run, arguments, output, &frame);
    } else if (output->format == OCA_AS_XLSX) {
        status = write_workbook(run, arguments, output, &frame);
    } else {
        const char *text = oca_rubric_text(run->mem, &frame, run->lang, &output->screen);
        status = oca_output_write(output, text, strlen(text), &run->faults);
    }
    oca_faults_print(&run->faults);
    return status;
}

enum { DIGEST_SHOWN = 12 }; /* characters: enough to tell instruments apart; the whole stands in the text of one */

/* Other XML files lie in these folders too: what is no rubric is passed over, what is a faulty one is not. A file that
 * cannot be read may be one: the others are listed, and it is told. */
static void add_row(oca_run *run, oca_table *table, const char *path, const char *lang) {
    oca_document document;
    oca_faults faults = {.mem = run->mem};
    oca_status status = oca_document_load(&document, run->mem, path, oca_all_formats, &faults);
    if (faults.failed)
        oca_load_pass_on(&run->faults, &faults);
    if (status != OCA_OK || document.format != &oca_rubric_format)
        return;
    const oca_rubric *rubric = document.root;
    oca_frame frame;
    bool usable = oca_frame_build(&frame, run->mem, rubric, &faults) == OCA_OK;
    oca_table_text(run->mem, table, rubric->id);
    oca_table_text(run->mem, table, rubric->version);
    for (int areas = 1; areas >= 0; areas--)
        if (usable)
            oca_table_number(run->mem, table, (double)(areas ? frame.n_nodes - 1 : frame.n_items), 0);
        else
            oca_table_undefined(run->mem, table, _("faulty: oca check tells why"));
    oca_strings languages = oca_rubric_languages(run->mem, rubric);
    oca_table_text(run->mem, table, oca_join(run->mem, &languages, " "));
    oca_table_text(run->mem, table, rubric->digest ? oca_copy(run->mem, rubric->digest, DIGEST_SHOWN) : "");
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
    oca_answer_in(run, NULL, NULL);
    oca_table table = {0};
    static const char *const headings[] = {N_("Rubric"),    N_("Version"), N_("Areas"), N_("Items"),
                                           N_("Languages"), N_("Digest"),  N_("Title"), N_("File")};
    for (size_t i = 0; i < OCA_COUNT(headings); i++)
        oca_table_column(run->mem, &table, _(headings[i]), NULL, i == 2 || i == 3 ? OCA_RIGHT : OCA_LEFT);
    for (size_t i = 0; i < arguments->rubrics.n; i++)
        add_row(run, &table, arguments->rubrics.at[i], arguments->lang);
    oca_strings folders = folders_of(run);
    for (size_t i = 0; i < folders.n; i++) {
        oca_strings names = oca_folder_entries(run->mem, folders.at[i], ".xml");
        for (size_t k = 0; k < names.n; k++)
            add_row(run, &table, oca_format_text(run->mem, "%s/%s", folders.at[i], names.at[k]), arguments->lang);
    }
    oca_screen screen = output->screen;
    if (output->path || !isatty(STDOUT_FILENO))
        screen.width = SIZE_MAX / 2; /* a line for each, for other programs */
    oca_lines out = {.written = {.mem = run->mem}, .screen = &screen};
    if (oca_table_rows(&table))
        oca_table_write(&out, &table);
    else
        oca_lines_say(&out, "%s", _("No rubrics were found."));
    oca_status status = oca_output_write(output, out.written.at, out.written.n, &run->faults);
    oca_faults_print(&run->faults);
    return status == OCA_OK ? oca_faults_status(&run->faults) : status;
}

static oca_status run_rubrics(oca_run *run, const oca_arguments *arguments) {
    oca_output output;
    if (oca_output_choose(&output, run->mem, "rubrics", arguments,
                          arguments->operands.n ? OCA_AS_TEXT | OCA_AS_HTML | OCA_AS_XLSX : OCA_AS_TEXT) != OCA_OK)
        return OCA_USAGE;
    return arguments->operands.n ? show_one(run, arguments, &output) : list_all(run, arguments, &output);
}

const oca_verb oca_verb_rubrics = {
    .name = "rubrics",
    .operands = "[ID [-o FILE]]",
    .line = N_("list the rubrics that there are, or show one"),
    .more = N_("Lists the rubrics that ship with the program or lie in the folders of OCA_PATH; with an ID shows that\n"
               "rubric: its areas, items, levels and must-haves. With -o to a file that ends with .html or .xlsx, a\n"
               "booklet for participants to print, with boxes to tick; with .txt the same text."),
    .least = 0,
    .most = 1,
    .options = options,
    .run = run_rubrics,
};
