/* oca track DIR…: the plans of a programme. */
#include "track_programme.h"

#include "../../reports/track/track.h"
#include "../document/plan_check.h"
#include "../reading/returned.h"
#include "../system/tree.h"
#include "load.h"
#include "print.h"

#include <string.h>

bool oca_track_is_programme(const oca_arguments *arguments) {
    for (size_t i = 0; i < arguments->operands.n; i++)
        if (oca_is_folder(arguments->operands.at[i]))
            return true;
    return false;
}

/* What is no plan is passed over; a plan that is faulty is listed, and its faults are warnings. */
static void add_file(oca_run *run, oca_programme *programme, const char *path) {
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
    if (plan && oca_faults_status(&faults) == OCA_OK)
        oca_programme_add(run->mem, programme, plan, path);
    else if (plan && !faults.failed) {
        *(const char **)OCA_ADD(run->mem, &programme->faulty) = path;
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

oca_status oca_track_programme(oca_run *run, const oca_arguments *arguments, const oca_output *output, oca_day date) {
    static const char *const endings[] = {".xml", ".xlsx", NULL};
    oca_programme programme = {.date = date};
    oca_strings files = {0};
    const char *bytes = NULL;
    size_t n = 0;
    if (oca_tree_find(&files, run->mem, &arguments->operands, endings, &run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    for (size_t i = 0; i < files.n; i++)
        add_file(run, &programme, files.at[i]);
    if (run->faults.failed)
        return oca_faults_end(&run->faults);
    oca_programme_order(&programme);
    oca_answer_in(run, NULL, programme.lang);
    if (output->format != OCA_AS_JSON) {
        bytes = output->format == OCA_AS_CSV ? oca_programme_csv(run->mem, &programme)
                                             : oca_programme_text(run->mem, &programme, &output->screen);
        n = strlen(bytes);
    } else if (oca_programme_json(&bytes, &n, run->mem, &programme) != OCA_OK) {
        oca_report(&run->faults, OCA_FAILURE, NULL, 0, "there is too little memory to write the plans");
        return oca_faults_end(&run->faults);
    }
    oca_status status = oca_output_write(output, bytes, n, &run->faults);
    oca_faults_print(&run->faults);
    return status;
}
