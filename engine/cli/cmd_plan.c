/* oca plan: from an assessment to an Institutional Strengthening Plan. */
#include "../../reports/isp/isp.h"
#include "../../reports/plan_json.h"
#include "../../reports/plan_text.h"
#include "../../reports/result/result.h"
#include "../../reports/table.h"
#include "../base/words.h"
#include "../planning/planning.h"
#include "calendar.h"
#include "load.h"
#include "output.h"
#include "page.h"
#include "print.h"

#include <string.h>

static const oca_option options[] = {
    {"start", 0, "DATE", OCA_OPTION_TEXT, offsetof(oca_arguments, start), N_("first day of the plan, as 2025-04-01")},
    {"only", 0, "ITEMS", OCA_OPTION_TEXT, offsetof(oca_arguments, only),
     N_("plan these items alone, the others come later; ids with commas or spaces between")},
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_RUBRIC_OPTION,
    OCA_TAILORING_OPTION,
    OCA_ACTIONS_OPTION,
    OCA_LANG_OPTION,
    OCA_TEMPLATE_OPTION,
    OCA_ANONYMIZE_OPTION,
    OCA_STRICT_OPTION,
    OCA_HELP_OPTION,
    {0},
};

/* What a plan is made from and into. */
typedef struct {
    oca_run *run;
    const oca_arguments *arguments;
    oca_output output;
    oca_loaded loaded;
    const oca_actions *library; /* NULL: none was found */
    oca_planning_options wanted;
    oca_planned planned;
} plan_run;

#define LAST_START "9900-12-31"

static oca_status read_start(plan_run *p) {
    static const char example[] = "--start 2025-04-01";
    const char *given = p->arguments->start;
    if (!given)
        return oca_wrong_usage("plan", "when does the plan start? For example %s", example);
    if (!oca_day_parse(&p->wanted.start, given, strlen(given)))
        return oca_wrong_usage("plan", "--start %s is no day of the calendar; for example %s", given, example);
    if (strcmp(given, LAST_START) > 0) /* fifty years on, the calendar of YYYY-MM-DD would end */
        return oca_wrong_usage("plan", "--start %s is too late; the last is %s", given, LAST_START);
    return OCA_OK;
}

/* The ids of --only as marks by item. */
static oca_status read_only(plan_run *p) {
    const oca_frame *frame = &p->loaded.frame;
    if (!p->arguments->only)
        return OCA_OK;
    bool *only = oca_alloc(p->run->mem, frame->n_items * sizeof *only);
    oca_strings unknown = {0};
    size_t found = 0;
    for (const char *at = p->arguments->only; *at;) {
        size_t n = strcspn(at, ", \t\n");
        const char *id = oca_copy(p->run->mem, at, n);
        long item = n ? oca_frame_find_item(frame, id) : OCA_NOWHERE;
        if (item != OCA_NOWHERE)
            only[item] = true;
        else if (n)
            *(const char **)OCA_ADD(p->run->mem, &unknown) = id;
        found += item != OCA_NOWHERE;
        at += n + (at[n] != '\0');
    }
    if (unknown.n)
        return oca_wrong_usage("plan", "--only: the rubric has no item %s", oca_join(p->run->mem, &unknown, ", "));
    if (!found)
        return oca_wrong_usage("plan", "--only needs ids of items, with commas between");
    p->wanted.only = only;
    return OCA_OK;
}

static oca_status spares_inputs(const plan_run *p) {
    if (oca_output_spares_given(&p->output, "plan", p->arguments) != OCA_OK)
        return OCA_USAGE;
    return oca_output_spares_found(&p->output, "plan", &p->run->shelf);
}

/* The plan's XML. */
static oca_record_document plan_xml(const plan_run *p, oca_plan *plan) {
    *plan = oca_plan_document(p->run->mem, &p->planned, p->run->lang);
    return oca_output_document(p->run->mem, "plan", &oca_plan_format, plan);
}

static oca_status make_isp(const char *path, oca_arena *mem, const void *isp, oca_faults *faults) {
    return oca_isp_write(path, mem, isp, faults);
}

static oca_status write_isp(plan_run *p) {
    oca_arena *mem = p->run->mem;
    oca_plan plan;
    oca_assessment reduced = oca_assessment_reduced(mem, p->loaded.assessment);
    oca_isp isp = {
        .plan = &plan,
        .scores = &p->loaded.scores,
        .library = p->library,
        .lang = p->run->lang,
        .dated = p->loaded.assessment->date.day,
    };
    *(oca_record_document *)OCA_ADD(mem, &isp.record) = plan_xml(p, &plan);
    *(oca_record_document *)OCA_ADD(mem, &isp.record) =
        oca_output_document(mem, "assessment", &oca_assessment_format, &reduced);
    return oca_output_filled(&p->output, mem, make_isp, &isp, &p->run->faults);
}

static oca_status write_text(plan_run *p) {
    oca_arena *mem = p->run->mem;
    const char *lang = p->run->lang;
    oca_lines out = {.written = {.mem = mem}, .screen = &p->output.screen};
    oca_buffer_print(&out.written, "%s", oca_plan_text(mem, &p->planned, lang, out.screen));
    if (p->loaded.scores.to_complete.n)
        oca_lines_heading(&out, _("To complete"));
    oca_load_to_complete(&out, &p->loaded, lang);
    return oca_output_write(&p->output, out.written.at, out.written.n, &p->run->faults);
}

/* Rows of actions and calendars are those of a plan that is looked at on its first day. */
static oca_status write_tracked(plan_run *p) {
    oca_arena *mem = p->run->mem;
    oca_plan plan = oca_plan_document(mem, &p->planned, p->run->lang);
    oca_tracked tracked = oca_track(mem, &plan, p->planned.start, &p->loaded.frame, p->library, p->run->lang);
    if (p->output.format == OCA_AS_ICS)
        return oca_calendar_write(&p->output, mem, &tracked, &p->run->faults);
    const char *rows = oca_track_csv(mem, &tracked);
    return oca_output_write(&p->output, rows, strlen(rows), &p->run->faults);
}

/* What has bytes of its own: the plan's XML, its JSON, or what its page is made from. */
static oca_status plan_bytes(plan_run *p, oca_record_document *out) {
    oca_arena *mem = p->run->mem;
    oca_status made = OCA_OK;
    oca_plan plan;
    if (p->output.format == OCA_AS_XML)
        *out = plan_xml(p, &plan);
    else if (p->output.format == OCA_AS_JSON)
        made = oca_plan_json(&out->bytes, &out->n, mem, &p->planned);
    else
        made = oca_plan_result(&out->bytes, &out->n, mem, &p->planned, p->run->lang);
    if (made != OCA_OK)
        oca_report(&p->run->faults, OCA_FAILURE, NULL, 0, "there is too little memory to write the plan");
    return made;
}

static oca_status write_plan(plan_run *p) {
    oca_record_document made = {0};
    if (p->output.format == OCA_AS_XLSX)
        return write_isp(p);
    if (p->output.format == OCA_AS_TEXT)
        return write_text(p);
    if (p->output.format == OCA_AS_CSV || p->output.format == OCA_AS_ICS)
        return write_tracked(p);
    oca_status status = plan_bytes(p, &made);
    if (status != OCA_OK)
        return status;
    if (p->output.format == OCA_AS_HTML)
        return oca_page_write(p->run, p->arguments, &p->output, "plan", made.bytes, made.n);
    return oca_output_write(&p->output, made.bytes, made.n, &p->run->faults);
}

static oca_status run_plan(oca_run *run, const oca_arguments *arguments) {
    plan_run plan = {.run = run, .arguments = arguments}, *p = &plan;
    unsigned allowed = OCA_AS_TEXT | OCA_AS_JSON | OCA_AS_XML | OCA_AS_XLSX | OCA_AS_HTML | OCA_AS_CSV | OCA_AS_ICS;
    if (read_start(p) != OCA_OK || oca_output_choose(&p->output, run->mem, "plan", arguments, allowed) != OCA_OK)
        return OCA_USAGE;
    oca_status loaded = oca_load(&p->loaded, run, arguments->operands.at[0], arguments->strict, &run->faults);
    oca_status found = p->loaded.frame.rubric ? oca_load_library(&p->library, run, &p->loaded, true)
                                              : OCA_OK; /* all faults in one run */
    if (loaded != OCA_OK || found != OCA_OK)
        return oca_faults_end(&run->faults);
    if (read_only(p) != OCA_OK || spares_inputs(p) != OCA_OK)
        return OCA_USAGE;
    if (arguments->anonymize)
        oca_load_anonymize(&p->loaded, run);
    oca_answer_in(run, p->loaded.frame.rubric, p->loaded.assessment->lang);
    p->planned = oca_plan_make(run->mem, &p->loaded.scores, p->library, p->wanted);
    oca_status status = write_plan(p);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_plan = {
    .name = "plan",
    .operands = "ASSESSMENT --start DATE [-o FILE]",
    .line = N_("make the strengthening plan from an assessment"),
    .more =
        N_("Makes the Institutional Strengthening Plan: weaknesses in order, actions with dates, strengths, what to\n"
           "find out first. A summary goes to standard output, or with -o to a file that ends with .txt, .json,\n"
           ".csv (a row an action), .ics (due dates and reviews, for a calendar), .html (a page to forward or print),\n"
           ".xml (the plan as the association's record) or .xlsx (the workbook to print, sign and fill in)."),
    .least = 1,
    .most = 1,
    .options = options,
    .run = run_plan,
};
