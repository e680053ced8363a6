/* oca track: a year with the plan. Edits are taken in, the review is logged, and progress is shown. */
#include "../../reports/track/track.h"
#include "../document/plan_check.h"
#include "../system/clock.h"
#include "../tracking/journal.h"
#include "../tracking/reschedule.h"
#include "../writing/xml.h"
#include "load.h"
#include "output.h"
#include "print.h"

#include <string.h>

static const oca_option options[] = {
    {"date", 0, "DATE", OCA_OPTION_TEXT, offsetof(oca_arguments, date), "the day of the review; without it, today"},
    {"by", 0, "NAME", OCA_OPTION_TEXT, offsetof(oca_arguments, by), "who holds the review, for the journal"},
    {"tasks", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, tasks), "only this month's tasks, by person"},
    {"reschedule", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, reschedule),
     "what has not begun moves to the earliest date from the review on"},
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_RUBRIC_OPTION,
    OCA_ACTIONS_OPTION,
    OCA_LANG_OPTION,
    OCA_HELP_OPTION,
    {0},
};

typedef struct {
    oca_run *run;
    const oca_arguments *arguments;
    oca_output output;
    oca_day date;
    const oca_plan *record;
    oca_plan_copies copies;
    oca_frame frame;
    const oca_frame *rubric; /* &frame; NULL: the rubric was not found */
    const oca_actions *library;
    oca_merged merged;
    oca_tracked tracked;
} track_run;

static oca_status read_date(track_run *t) {
    const char *given = t->arguments->date;
    if (given && !oca_day_parse(&t->date, given, strlen(given)))
        return oca_wrong_usage("track", "--date %s is no day of the calendar; for example --date 2025-07-01", given);
    if (!given && !oca_today(&t->date))
        return oca_wrong_usage("track", "this computer's clock tells no day; for example --date 2025-07-01");
    return OCA_OK;
}

/* All faults of all files in one run. */
static oca_status load_plans(track_run *t) {
    const oca_strings *paths = &t->arguments->operands;
    oca_arena *mem = t->run->mem;
    oca_faults *faults = &t->run->faults;
    oca_status worst = oca_plan_load(&t->record, mem, paths->at[0], faults);
    if (t->record)
        oca_plan_check(mem, t->record, faults);
    for (size_t i = 1; i < paths->n; i++) {
        const oca_plan *copy = NULL;
        oca_status status = oca_plan_load(&copy, mem, paths->at[i], faults);
        worst = status > worst ? status : worst;
        if (copy)
            *(oca_plan_copy *)OCA_ADD(mem, &t->copies) = (oca_plan_copy){.file = copy->file, .plan = copy};
    }
    return worst != OCA_OK ? worst : oca_faults_status(faults);
}

/* A copy of another association's plan, or of another round's, is no copy. */
static void check_origins(track_run *t) {
    const oca_plan_origin *own = t->record->origin;
    for (size_t i = 0; i < t->copies.n; i++) {
        const oca_plan_origin *origin = t->copies.at[i].plan->origin;
        if (!oca_equal(own->organization, origin->organization) || !oca_equal(own->round, origin->round) ||
            own->date.day != origin->date.day || t->record->start.day != t->copies.at[i].plan->start.day)
            oca_report_at(&t->run->faults, OCA_FAULT, t->copies.at[i].file, oca_element_where(&origin->element),
                          "this is no copy of %s: it is the plan of \"%s\", %s %s, from %s", t->record->file,
                          origin->organization, origin->round, oca_day_text(t->run->mem, origin->date.day),
                          oca_day_text(t->run->mem, t->copies.at[i].plan->start.day));
    }
}

/* Both only give words and an order: a plan can be tracked without them, with a warning. */
static void find_instruments(track_run *t) {
    oca_run *run = t->run;
    const oca_plan_origin *origin = t->record->origin;
    oca_faults all = {.mem = run->mem};
    if (oca_load_rubric(&t->frame, run, origin->rubric, origin->rubric_version, t->record->file, origin->element.line,
                        &all) == OCA_OK)
        t->rubric = &t->frame;
    for (size_t i = 0; i < all.all.n; i++)
        oca_report_at(&run->faults, OCA_WARNING, all.all.at[i].file, all.all.at[i].where,
                      "%s; areas are told by their ids", all.all.at[i].message);
    oca_faults ignored = {.mem = run->mem};
    t->library = oca_shelf_actions(&run->shelf, origin->rubric, t->record->file, origin->element.line, &ignored);
}

/* Where something is to be written, conflicts are faults: nothing is chosen silently. */
static void tell_conflicts(track_run *t) {
    for (size_t i = 0; i < t->merged.conflicts.n; i++) {
        const oca_conflict *conflict = &t->merged.conflicts.at[i];
        for (size_t k = 0; k < conflict->claims.n; k++) {
            const oca_claim *claim = &conflict->claims.at[k];
            oca_report_at(&t->run->faults, OCA_FAULT, claim->copy->file, claim->where,
                          "copies disagree: %s of \"%s\" is \"%s\" here and \"%s\" in the record%s", conflict->field,
                          conflict->action ? conflict->action : conflict->item, claim->value, conflict->record,
                          conflict->values.n > 1 ? ", and other copies have another value" : "");
        }
    }
}

static oca_status take_edits_in(track_run *t) {
    oca_arena *mem = t->run->mem;
    oca_status status =
        oca_plan_merge(&t->merged, mem, t->record, &t->copies, t->date, t->arguments->by, &t->run->faults);
    if (status != OCA_OK)
        return status;
    if (t->output.path && t->merged.conflicts.n) {
        tell_conflicts(t);
        return OCA_FAULTY;
    }
    size_t before = oca_journal_length(t->record), moved = 0;
    if (t->arguments->reschedule)
        moved = oca_plan_reschedule(mem, &t->merged.plan, t->date, t->library, t->arguments->by);
    t->tracked = oca_track(mem, &t->merged.plan, t->date, t->rubric, t->library, t->arguments->lang);
    t->tracked.conflicts = &t->merged.conflicts;
    t->tracked.changes = oca_journal_length(&t->merged.plan) - before;
    t->tracked.moved = moved;
    return OCA_OK;
}

static oca_status cannot_be_made(track_run *t, const char *what) {
    oca_report(&t->run->faults, OCA_FAILURE, NULL, 0, "the plan cannot be written as %s", what);
    return OCA_SYSTEM;
}

static oca_status write_tracked(track_run *t) {
    oca_arena *mem = t->run->mem;
    const char *bytes = NULL;
    size_t n = 0;
    switch (t->output.format) {
    case OCA_AS_JSON:
        if (oca_track_json(&bytes, &n, mem, &t->tracked) != OCA_OK)
            return cannot_be_made(t, "JSON");
        break;
    case OCA_AS_XML:
        if (oca_xml_write(&bytes, &n, mem, &(oca_document){&oca_plan_format, &t->merged.plan}) != OCA_OK)
            oca_out_of_memory();
        break;
    default:
        bytes = t->arguments->tasks ? oca_track_tasks(mem, &t->tracked) : oca_track_text(mem, &t->tracked);
        n = strlen(bytes);
    }
    return oca_output_write(&t->output, bytes, n, &t->run->faults);
}

static oca_status run_track(oca_run *run, const oca_arguments *arguments) {
    track_run tracking = {.run = run, .arguments = arguments}, *t = &tracking;
    unsigned allowed = arguments->tasks ? OCA_AS_TEXT : OCA_AS_TEXT | OCA_AS_JSON | OCA_AS_XML;
    if (read_date(t) != OCA_OK || oca_output_choose(&t->output, run->mem, "track", arguments, allowed) != OCA_OK ||
        oca_output_spares_given(&t->output, "track", arguments) != OCA_OK)
        return OCA_USAGE;
    if (load_plans(t) != OCA_OK)
        return oca_faults_end(&run->faults);
    check_origins(t);
    if (oca_faults_status(&run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    find_instruments(t);
    if (take_edits_in(t) != OCA_OK)
        return oca_faults_end(&run->faults);
    oca_status status = write_tracked(t);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_track = {
    .name = "track",
    .operands = "PLAN [EDITED…] [--date DATE] [--by NAME] [-o FILE]",
    .line = "take a plan's edits in and show its progress",
    .more = "Shows where a plan stands: done as it stands and as agreed, beside what was planned by now; what is\n"
            "overdue, what the next visit should unblock, how due dates moved. Edited copies are held against the\n"
            "plan field by field; what changed is entered in its journal, and what copies have differently is\n"
            "listed. With -o to a file that ends with .txt, .json or .xml (the plan with its journal).",
    .least = 1,
    .options = options,
    .run = run_track,
};
