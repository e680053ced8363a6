/* oca convert: a document read and written again, nothing lost. */
#include "../reading/library.h"
#include "../writing/xml.h"
#include "output.h"
#include "print.h"
#include "verbs.h"

#include <string.h>
#include <strings.h>

static const oca_option options[] = {
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_HELP_OPTION,
    {0},
};

static bool ends_as_workbook(const char *path) {
    size_t n = path ? strlen(path) : 0;
    return n > 5 && strcasecmp(path + n - 5, ".xlsx") == 0;
}

static oca_status run_convert(oca_run *run, const oca_arguments *arguments) {
    const char *path = arguments->operands.at[0], *bytes;
    size_t n;
    oca_output output;
    oca_document document;
    if (!arguments->output && !arguments->format)
        return oca_wrong_usage("convert", "where is it to be written? For example -o copy.xml");
    if (ends_as_workbook(arguments->output))
        return oca_wrong_usage("convert", "-o %s: this version converts to .xml only, not to workbooks yet",
                               arguments->output);
    if (oca_output_choose(&output, run->mem, "convert", arguments, OCA_AS_XML) != OCA_OK ||
        oca_output_spares(&output, "convert", path) != OCA_OK)
        return OCA_USAGE;
    oca_status status = oca_document_load(&document, run->mem, path, oca_all_formats, &run->faults);
    if (status == OCA_OK && oca_xml_write(&bytes, &n, run->mem, &document) != OCA_OK)
        oca_out_of_memory();
    if (status == OCA_OK)
        status = oca_output_write(&output, bytes, n, &run->faults);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_convert = {
    .name = "convert",
    .operands = "DOCUMENT -o FILE",
    .line = "write a document again, nothing lost",
    .more = "Reads a rubric, an assessment, an action library or a plan and writes it again, in good order, to a\n"
            "file that ends with .xml. Comments of the XML are not part of the document and stay behind.\n"
            "White space in a rubric's texts is folded and numbers are written shortest, so that the digest of a\n"
            "rubric may become another: keep the file that assessments were made with.",
    .least = 1,
    .most = 1,
    .options = options,
    .run = run_convert,
};
