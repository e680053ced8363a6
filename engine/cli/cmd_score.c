/* oca score: what an assessment says. */
#include "../../reports/explain.h"
#include "../../reports/groups_text.h"
#include "../../reports/result/result.h"
#include "../../reports/score_book.h"
#include "../../reports/score_csv.h"
#include "../../reports/score_json.h"
#include "../../reports/score_text.h"
#include "../base/words.h"
#include "../system/terminal.h"
#include "load.h"
#include "output.h"
#include "page.h"
#include "print.h"

#include <string.h>
#include <unistd.h>

static const oca_option options[] = {
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    {"explain", 0, "ID", OCA_OPTION_TEXT, offsetof(oca_arguments, explain),
     N_("how the score of an item or area, or \"overall\", came about")},
    {"in-the-room", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, in_the_room),
     N_("groups beside everybody else, for the facilitator's own screen; never to a file")},
    OCA_RUBRIC_OPTION,
    OCA_TAILORING_OPTION,
    OCA_LANG_OPTION,
    OCA_ANONYMIZE_OPTION,
    OCA_TEMPLATE_OPTION,
    {"wall", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, wall),
     N_("a page in large letters to show the room (.html)")},
    {"leaflet", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, leaflet),
     N_("the same on one page to take home (.html)")},
    OCA_STRICT_OPTION,
    OCA_HELP_OPTION,
    {0},
};

static oca_status explain(oca_run *run, const oca_loaded *loaded, const oca_arguments *arguments,
                          const oca_output *output) {
    const char *text = oca_explain(run->mem, &loaded->scores, arguments->explain, run->lang, &output->screen);
    if (!text)
        return oca_wrong_usage("score", "--explain %s: the rubric has no item or area of this id; \"overall\" is all",
                               arguments->explain);
    return oca_output_write(output, text, strlen(text), &run->faults);
}

/* It may tell on people, so it is written where somebody looks and nothing is kept. */
static oca_status show_room(oca_run *run, const oca_arguments *arguments) {
    oca_loaded loaded;
    if (arguments->output || arguments->format || arguments->explain || arguments->anonymize || arguments->wall ||
        arguments->leaflet)
        return oca_wrong_usage("score",
                               "--in-the-room shows the facilitator's own screen and nothing else: without -o, "
                               "--format, --explain, --anonymize, --wall and --leaflet");
    if (!isatty(STDOUT_FILENO))
        return oca_wrong_usage("score", "--in-the-room goes to a screen only, not into a file or another program");
    if (oca_load(&loaded, run, arguments->operands.at[0], arguments->strict, &run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    oca_answer_in(run, loaded.frame.rubric, loaded.assessment->lang);
    oca_group_views groups = oca_groups(run->mem, &loaded.answers);
    oca_screen screen = oca_screen_at(STDOUT_FILENO);
    const char *text = oca_room_text(run->mem, &loaded.scores, &groups, run->lang, &screen);
    oca_print_bytes(text, strlen(text));
    oca_faults_print(&run->faults);
    return OCA_OK;
}

static oca_status too_little_memory(oca_run *run) {
    oca_report(&run->faults, OCA_FAILURE, NULL, 0, "there is too little memory to write the scores");
    return OCA_SYSTEM;
}

/* What the room is shown besides: strengths and what comes first, as a plan of that day would have them. */
static oca_status write_page(oca_run *run, const oca_loaded *loaded, const oca_arguments *arguments,
                             const oca_output *output) {
    const char *bytes, *kind = arguments->wall ? "wall" : arguments->leaflet ? "leaflet" : "score";
    size_t n;
    bool room = arguments->wall || arguments->leaflet;
    oca_planning_options options_of_plan = {.start = loaded->assessment->date.day};
    oca_planned planned = {0};
    if (room)
        planned = oca_plan_make(run->mem, &loaded->scores, NULL, options_of_plan);
    if (oca_score_result(&bytes, &n, run->mem, &loaded->scores, room ? &planned : NULL, run->lang) != OCA_OK)
        return too_little_memory(run);
    return output->format == OCA_AS_XML ? oca_output_write(output, bytes, n, &run->faults)
                                        : oca_page_write(run, arguments, output, kind, bytes, n);
}

static oca_status write_workbook(oca_run *run, const oca_loaded *loaded, const oca_output *output) {
    oca_assessment reduced = oca_assessment_reduced(run->mem, loaded->assessment);
    oca_score_workbook workbook = {.scores = &loaded->scores, .lang = run->lang};
    *(oca_record_document *)OCA_ADD(run->mem, &workbook.record) =
        oca_output_document(run->mem, "assessment", &oca_assessment_format, &reduced);
    return oca_output_workbook(output, run->mem, oca_score_book_write, &workbook, &run->faults);
}

/* `groups` were found before the members' own scores went. */
static oca_status write_scores(oca_run *run, const oca_loaded *loaded, const oca_group_views *groups,
                               const oca_arguments *arguments, const oca_output *output) {
    const char *bytes;
    size_t n;
    if (output->format == OCA_AS_HTML || output->format == OCA_AS_XML)
        return write_page(run, loaded, arguments, output);
    if (output->format == OCA_AS_XLSX)
        return write_workbook(run, loaded, output);
    if (output->format == OCA_AS_JSON) {
        if (oca_score_json(&bytes, &n, run->mem, &loaded->scores) != OCA_OK)
            return too_little_memory(run);
    } else if (output->format == OCA_AS_CSV) {
        oca_buffer out = {.mem = run->mem};
        oca_score_csv(&out, &loaded->scores, run->lang);
        bytes = out.at;
        n = out.n;
    } else {
        bytes = oca_score_text(run->mem, &loaded->scores, groups, run->lang, &output->screen);
        n = strlen(bytes);
    }
    return oca_output_write(output, bytes, n, &run->faults);
}

static oca_status run_score(oca_run *run, const oca_arguments *arguments) {
    const char *path = arguments->operands.at[0];
    oca_output output;
    oca_loaded loaded;
    if (arguments->in_the_room)
        return show_room(run, arguments);
    unsigned allowed = arguments->explain
                           ? OCA_AS_TEXT
                           : OCA_AS_TEXT | OCA_AS_JSON | OCA_AS_XML | OCA_AS_HTML | OCA_AS_XLSX | OCA_AS_CSV;
    if (arguments->wall || arguments->leaflet)
        allowed = OCA_AS_HTML | OCA_AS_XML;
    if (oca_output_choose(&output, run->mem, "score", arguments, allowed) != OCA_OK)
        return OCA_USAGE;
    if (oca_load(&loaded, run, path, arguments->strict, &run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (oca_output_spares_given(&output, "score", arguments) != OCA_OK ||
        oca_output_spares_found(&output, "score", &run->shelf) != OCA_OK)
        return OCA_USAGE;
    oca_answer_in(run, loaded.frame.rubric, loaded.assessment->lang);
    oca_group_views groups = oca_groups(run->mem, &loaded.answers);
    if (arguments->anonymize)
        oca_load_anonymize(&loaded, run);
    oca_status status = arguments->explain ? explain(run, &loaded, arguments, &output)
                                           : write_scores(run, &loaded, &groups, arguments, &output);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_score = {
    .name = "score",
    .operands = "ASSESSMENT [-o FILE]",
    .line = N_("score an assessment"),
    .more =
        N_("Scores an assessment: all areas and items, must-haves, agreement in the room, what is to complete.\n"
           "A summary goes to standard output, or with -o to a file that ends with .txt, .json, .csv, .xlsx, .html (a\n"
           "page to forward or print) or .xml (the result that the page is made from)."),
    .least = 1,
    .most = 1,
    .options = options,
    .run = run_score,
};
