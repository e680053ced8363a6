/* oca track DIR…: the plans of a programme. */
#include "track_programme.h"

#include "../../reports/result/result.h"
#include "../../reports/track/programme_book.h"
#include "../../reports/track/track.h"
#include "../document/anonymize.h"
#include "../document/plan_check.h"
#include "../reading/returned.h"
#include "../system/tree.h"
#include "load.h"
#include "page.h"
#include "print.h"

#include <string.h>

bool oca_track_is_programme(const oca_arguments *arguments) {
    for (size_t i = 0; i < arguments->operands.n; i++)
        if (oca_is_folder(arguments->operands.at[i]))
            return true;
    return false;
}

/* What is no plan is passed over; a plan that is faulty is listed, and its faults are warnings. A file's name may tell
 * whose it is. */
static void add_file(oca_run *run, oca_programme *programme, const char *path, bool anonymize) {
    oca_arena mem = {0}; /* of one file: a programme may hold many */
    oca_faults faults = {.mem = &mem};
    oca_returned *returned = oca_alloc(&mem, sizeof *returned);
    oca_status status = oca_returned_read(returned, &mem, path, oca_all_formats, &faults);
    const oca_plan *plan = returned->document.format == &oca_plan_format ? returned->document.root : NULL;
    if (plan && status == OCA_OK)
        plan = oca_document_edited(&mem, returned->document, &returned->edits, &faults).root;
    if (plan)
        oca_plan_check(&mem, plan, &faults);
    for (size_t i = 0; faults.failed && i < faults.all.n; i++) /* the names in these faults go with the arena */
        oca_report(&run->faults, OCA_FAILURE, path, 0, "%s", faults.all.at[i].message);
    if (plan && oca_faults_status(&faults) == OCA_OK) {
        oca_plan shown = anonymize ? oca_plan_anonymized(&mem, plan, NULL) : *plan;
        oca_programme_add(run->mem, programme, &shown, anonymize ? OCA_WITHHELD : path);
    } else if (plan && !faults.failed) {
        *(const char **)OCA_ADD(run->mem, &programme->faulty) = anonymize ? OCA_WITHHELD : path;
        for (size_t i = 0; i < faults.all.n; i++)
            oca_report_at(&run->faults, OCA_WARNING, path,
                          (oca_where){faults.all.at[i].where.line,
                                      faults.all.at[i].where.cell
                                          ? oca_format_text(run->mem, "%s", faults.all.at[i].where.cell)
                                          : NULL},
                          "%s", faults.all.at[i].message);
    }
    oca_arena_free(&mem);
}

static oca_status make_workbook(const char *path, oca_arena *mem, const void *workbook, oca_faults *faults) {
    return oca_programme_write(path, mem, workbook, faults);
}

static oca_status not_made(oca_run *run) {
    oca_report(&run->faults, OCA_FAILURE, NULL, 0, "there is too little memory to write the plans");
    return OCA_SYSTEM;
}

/* The result, as XML or as what is made of it: the page, and the workbook that bears it. */
static oca_status write_result(oca_run *run, const oca_arguments *arguments, const oca_output *output,
                               const oca_programme *programme) {
    oca_record_document result = {.name = "result"};
    oca_programme_workbook workbook = {.programme = programme};
    if (oca_programme_result(&result.bytes, &result.n, run->mem, programme, run->lang ? run->lang : "en") != OCA_OK)
        return not_made(run);
    if (output->format == OCA_AS_HTML)
        return oca_page_write(run, arguments, output, "programme", result.bytes, result.n);
    if (output->format == OCA_AS_XML)
        return oca_output_write(output, result.bytes, result.n, &run->faults);
    *(oca_record_document *)OCA_ADD(run->mem, &workbook.record) = result;
    return oca_output_workbook(output, run->mem, make_workbook, &workbook, &run->faults);
}

static oca_status write_programme(oca_run *run, const oca_arguments *arguments, const oca_output *output,
                                  const oca_programme *programme) {
    const char *bytes = NULL;
    size_t n = 0;
    if (output->format & (OCA_AS_HTML | OCA_AS_XML | OCA_AS_XLSX))
        return write_result(run, arguments, output, programme);
    if (output->format == OCA_AS_JSON)
        return oca_programme_json(&bytes, &n, run->mem, programme) == OCA_OK
                   ? oca_output_write(output, bytes, n, &run->faults)
                   : not_made(run);
    bytes = output->format == OCA_AS_CSV ? oca_programme_csv(run->mem, programme)
                                         : oca_programme_text(run->mem, programme, &output->screen);
    return oca_output_write(output, bytes, strlen(bytes), &run->faults);
}

/* The output may be no file that was found below a folder. */
static oca_status spares_inputs(const oca_output *output, const oca_strings *files) {
    for (size_t i = 0; i < files->n; i++)
        if (oca_output_spares(output, "track", files->at[i]) != OCA_OK)
            return OCA_USAGE;
    return OCA_OK;
}

oca_status oca_track_programme(oca_run *run, const oca_arguments *arguments, const oca_output *output, oca_day date) {
    static const char *const endings[] = {".xml", ".xlsx", NULL};
    oca_programme programme = {.date = date};
    oca_strings files = {0};
    if (oca_tree_find(&files, run->mem, &arguments->operands, endings, &run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (spares_inputs(output, &files) != OCA_OK)
        return OCA_USAGE;
    for (size_t i = 0; i < files.n; i++)
        add_file(run, &programme, files.at[i], arguments->anonymize);
    if (run->faults.failed)
        return oca_faults_end(&run->faults);
    oca_programme_order(&programme);
    oca_answer_in(run, NULL, programme.lang);
    oca_status status = write_programme(run, arguments, output, &programme);
    oca_faults_print(&run->faults);
    return status;
}
