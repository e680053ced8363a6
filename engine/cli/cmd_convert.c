/* oca convert: a document read and written again, nothing lost. */
#include "../base/words.h"
#include "../reading/library.h"
#include "print.h"
#include "workbook.h"

static const oca_option options[] = {
    OCA_OUTPUT_OPTION,  OCA_FORMAT_OPTION, OCA_RUBRIC_OPTION, OCA_TAILORING_OPTION,
    OCA_ACTIONS_OPTION, OCA_LANG_OPTION,   OCA_HELP_OPTION,   {0},
};

static oca_status run_convert(oca_run *run, const oca_arguments *arguments) {
    const char *path = arguments->operands.at[0];
    oca_output output;
    oca_document document;
    if (!arguments->output && !arguments->format)
        return oca_wrong_usage("convert", "where is it to be written? For example -o copy.xml");
    if (oca_output_choose(&output, run->mem, "convert", arguments, OCA_AS_XML | OCA_AS_XLSX) != OCA_OK ||
        oca_output_spares_given(&output, "convert", arguments) != OCA_OK)
        return OCA_USAGE;
    oca_status status = oca_document_load(&document, run->mem, path, oca_all_formats, &run->faults);
    if (status == OCA_OK)
        status = oca_write_document(&output, run, &document);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_convert = {
    .name = "convert",
    .operands = "DOCUMENT -o FILE",
    .line = N_("write a document again, nothing lost"),
    .more =
        N_("Reads a rubric, an assessment, an action library or a plan and writes it again, in good order, to a\n"
           "file that ends with .xml; an assessment or a plan also as its workbook, .xlsx, and back. Comments of the\n"
           "XML are not part of the document and stay behind. White space in a rubric's texts is folded and\n"
           "numbers are written shortest, so that the digest of a rubric may become another: keep the file that\n"
           "assessments were made with."),
    .least = 1,
    .most = 1,
    .options = options,
    .run = run_convert,
};
