/* oca form: the questions of a rubric as a form for phones. */
#include "../../reports/forms/xlsform.h"
#include "../base/words.h"
#include "load.h"
#include "output.h"
#include "print.h"

#include <string.h>

static const oca_option options[] = {
    {"org-code", 0, "ID", OCA_OPTION_TEXT, offsetof(oca_arguments, org_code),
     N_("the organization's id; without it the form asks for it")},
    {"profile", 0, "WORDS", OCA_OPTION_TEXT, offsetof(oca_arguments, profile),
     N_("leave out what does not apply to this profile; without it the form asks")},
    {"round", 0, "ROUND", OCA_OPTION_TEXT, offsetof(oca_arguments, round),
     N_("baseline, reassessment …; without it the form asks")},
    {"date", 0, "DATE", OCA_OPTION_TEXT, offsetof(oca_arguments, date),
     N_("the day that is the form's version; without it today")},
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_RUBRIC_OPTION,
    OCA_TAILORING_OPTION,
    OCA_LANG_OPTION,
    OCA_HELP_OPTION,
    {0},
};

typedef struct {
    const oca_xlsform *form;
    const char *title;
    oca_day dated;
} workbook;

static oca_status make_form(const char *path, oca_arena *mem, const void *payload, oca_faults *faults) {
    const workbook *book = payload;
    return oca_xlsform_write(path, mem, book->form, book->title, book->dated, faults);
}

static oca_status read_options(oca_xlsform_options *out, oca_run *run, const oca_arguments *arguments) {
    const char *code = arguments->org_code;
    *out = (oca_xlsform_options){.org_code = code, .round = arguments->round, .lang = arguments->lang};
    if (code && !oca_is_id(code, strlen(code), true, OCA_LONGEST_ID))
        return oca_wrong_usage("form", "--org-code %s is no id: small letters, digits, - and _, a letter first", code);
    if (arguments->round && !*arguments->round)
        return oca_wrong_usage("form", "--round needs a word, for example --round baseline");
    if (arguments->profile) {
        oca_strings *profile = oca_alloc(run->mem, sizeof *profile);
        *profile = oca_split(run->mem, arguments->profile, ", \t\n");
        out->profile = profile;
    }
    return oca_options_day(&out->date, "form", "--date", arguments->date);
}

static oca_status find_frame(oca_frame *out, oca_run *run, const oca_arguments *arguments) {
    oca_frame *whole = oca_alloc(run->mem, sizeof *whole);
    oca_status status = oca_load_rubric_called(whole, run, arguments->operands.at[0], &run->faults);
    return status == OCA_OK ? oca_load_tailored(out, run, whole, NULL, NULL, 0, &run->faults) : status;
}

static oca_status run_form(oca_run *run, const oca_arguments *arguments) {
    oca_output output;
    oca_xlsform_options wanted;
    oca_frame frame;
    if (!arguments->output && !arguments->format)
        return oca_wrong_usage("form", "where is it to be written? For example -o form.xlsx");
    if (oca_output_choose(&output, run->mem, "form", arguments, OCA_AS_XLSX) != OCA_OK ||
        read_options(&wanted, run, arguments) != OCA_OK)
        return OCA_USAGE;
    if (find_frame(&frame, run, arguments) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (oca_output_spares_given(&output, "form", arguments) != OCA_OK ||
        oca_output_spares_found(&output, "form", &run->shelf) != OCA_OK)
        return OCA_USAGE;
    oca_answer_in(run, frame.rubric, NULL);
    oca_questionnaire questionnaire = oca_questionnaire_build(run->mem, &frame);
    oca_xlsform form = oca_xlsform_build(run->mem, &questionnaire, wanted);
    workbook book = {.form = &form, .title = questionnaire.areas[0][0], .dated = wanted.date};
    oca_status status = oca_output_workbook(&output, run->mem, make_form, &book, &run->faults);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_form = {
    .name = "form",
    .operands = "RUBRIC -o FILE.xlsx",
    .line = N_("make the form for phones, for KoboToolbox and ODK"),
    .more = N_("Makes an XLSForm of a rubric, an id or a file: a page for each area, each item with its levels, \"not\n"
               "applicable\" and \"don't know\", in all languages of the rubric. It asks nobody's name and records no\n"
               "phone. oca collect takes the answers in."),
    .least = 1,
    .most = 1,
    .options = options,
    .run = run_form,
};
