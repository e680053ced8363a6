/* oca track: a year with the plan. Edits are taken in, the review is logged, and progress is shown. */
#include "../../reports/isp/isp.h"
#include "../../reports/result/result.h"
#include "../../reports/track/track.h"
#include "../base/words.h"
#include "../document/anonymize.h"
#include "../document/plan_check.h"
#include "../reading/returned.h"
#include "../system/clock.h"
#include "../tracking/journal.h"
#include "../tracking/reschedule.h"
#include "../tracking/take_in.h"
#include "calendar.h"
#include "load.h"
#include "output.h"
#include "page.h"
#include "print.h"
#include "track_programme.h"

#include <string.h>

static const oca_option options[] = {
    {"date", 0, "DATE", OCA_OPTION_TEXT, offsetof(oca_arguments, date), N_("the day of the review; without it, today")},
    {"by", 0, "NAME", OCA_OPTION_TEXT, offsetof(oca_arguments, by), N_("who holds the review, for the journal")},
    {"tasks", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, tasks), N_("only this month's tasks, by person")},
    {"reschedule", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, reschedule),
     N_("what has not begun moves to the earliest date from the review on")},
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_RUBRIC_OPTION,
    OCA_ACTIONS_OPTION,
    OCA_LANG_OPTION,
    OCA_ANONYMIZE_OPTION,
    OCA_TEMPLATE_OPTION,
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
    const oca_assessment *assessment; /* that a workbook bears, reduced to tallies; NULL: none does */
    oca_loaded loaded;                /* its scores, if it has some */
    oca_frame frame;
    const oca_frame *rubric; /* NULL: the rubric was not found */
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

/* The assessment that a plan's workbook was made with goes on into the next one. */
static void find_assessment(track_run *t, const char *path) {
    oca_faults missing = {.mem = t->run->mem}; /* a workbook may well bear none */
    const oca_assessment *found = NULL;
    oca_status status = t->assessment ? OCA_OK : oca_assessment_load(&found, t->run->mem, path, &missing);
    if (status == OCA_OK && found)
        t->assessment = found;
    else if (status == OCA_SYSTEM)
        oca_load_pass_on(&t->run->faults, &missing);
}

/* The first file is the record; what was typed in it, if it is a workbook, is a copy like the others. */
static oca_status load_plan(track_run *t, const char *path) {
    static const oca_format *const accepted[] = {&oca_plan_format, NULL};
    oca_arena *mem = t->run->mem;
    oca_returned *returned = oca_alloc(mem, sizeof *returned);
    oca_status status = oca_returned_read(returned, mem, path, accepted, &t->run->faults);
    if (!returned->document.root)
        return status;
    const oca_plan *plan = returned->document.root;
    oca_plan_copy copy = {.file = plan->file, .plan = plan};
    if (returned->workbook) {
        find_assessment(t, path);
        copy.base = plan;
        copy.edits = &returned->edits;
        copy.plan = oca_document_edited(mem, returned->document, &returned->edits, &t->run->faults).root;
        if (oca_faults_status(&t->run->faults) != OCA_OK) /* the merge, which checks it too, will not be reached */
            oca_plan_check(mem, copy.plan, &t->run->faults);
    }
    bool is_record = !t->record;
    if (is_record)
        t->record = plan;
    if (is_record && !returned->workbook)
        oca_plan_check(mem, plan, &t->run->faults);
    if (!is_record || (returned->workbook && returned->edits.n))
        *(oca_plan_copy *)OCA_ADD(mem, &t->copies) = copy;
    return status;
}

/* All faults of all files in one run. */
static oca_status load_plans(track_run *t) {
    const oca_strings *paths = &t->arguments->operands;
    oca_status worst = load_plan(t, paths->at[0]);
    if (!t->record) /* what the others are copies of is not there */
        return worst;
    for (size_t i = 1; i < paths->n; i++) {
        oca_status status = load_plan(t, paths->at[i]);
        worst = status > worst ? status : worst;
    }
    return worst != OCA_OK ? worst : oca_faults_status(&t->run->faults);
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

/* They give words, an order of the areas and, where the assessment is at hand, its scores. */
static void find_instruments(track_run *t) {
    oca_run *run = t->run;
    const oca_plan_origin *origin = t->record->origin;
    oca_faults all = {.mem = run->mem}, of_library = {.mem = run->mem};
    if (t->assessment && oca_load_scores(&t->loaded, run, t->assessment, false, &all) == OCA_OK)
        t->rubric = &t->loaded.frame;
    else if (!t->assessment && oca_load_rubric(&t->frame, run, origin->rubric, origin->rubric_version, t->record->file,
                                               origin->element.line, &all) == OCA_OK)
        t->rubric = &t->frame;
    oca_load_warn(&run->faults, &all, _("areas are told by their ids"));
    t->library = oca_shelf_actions(&run->shelf, origin->rubric, t->record->file, origin->element.line, &of_library);
    if (!t->library && (t->arguments->actions.n || run->shelf.broken || of_library.failed))
        oca_load_warn(&run->faults, &of_library, _("roles are told by their ids"));
}

/* An action that was typed for a statement outside the plan: the rubric knows its area and title. */
static void name_weaknesses(track_run *t) {
    oca_plan *plan = &t->merged.plan;
    for (size_t i = 0; t->rubric && i < plan->weaknesses.n; i++) {
        oca_plan_weakness *weakness = &plan->weaknesses.at[i];
        long at = oca_frame_find_item(t->rubric, weakness->item);
        if (weakness->area || weakness->titles.n || at == OCA_NOWHERE)
            continue;
        const oca_frame_item *item = &t->rubric->items[at];
        weakness->area = item->outermost ? t->rubric->nodes[item->outermost].area->id : NULL;
        *(oca_text *)OCA_ADD(t->run->mem, &weakness->titles) =
            (oca_text){.text = oca_words_in(&item->item->titles, plan->lang, t->rubric->rubric->lang)};
    }
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
                          conflict->values.n > 1 ? oca_message(", and other copies have another value") : "");
        }
    }
}

/* For a donor: the plan, and the assessment that its workbook bears, without names, notes and evidence. */
static void anonymize(track_run *t) {
    oca_arena *mem = t->run->mem;
    const oca_conflicts *conflicts = t->tracked.conflicts;
    size_t changes = t->tracked.changes, moved = t->tracked.moved;
    t->merged.plan = oca_plan_anonymized(mem, &t->merged.plan, t->library);
    if (t->assessment && t->rubric) {
        oca_load_anonymize(&t->loaded, t->run);
        t->assessment = t->loaded.assessment;
    } else if (t->assessment) {
        oca_assessment *anonymized = oca_alloc(mem, sizeof *anonymized);
        *anonymized = oca_assessment_anonymized(mem, t->assessment);
        t->assessment = anonymized;
    }
    t->tracked = oca_track(mem, &t->merged.plan, t->date, t->rubric, t->library, t->run->lang);
    t->tracked.conflicts = conflicts;
    t->tracked.changes = changes;
    t->tracked.moved = moved;
}

static oca_status take_edits_in(track_run *t) {
    oca_arena *mem = t->run->mem;
    oca_status status =
        oca_plan_merge(&t->merged, mem, t->record, &t->copies, t->date, t->arguments->by, &t->run->faults);
    if (status != OCA_OK)
        return status;
    /* What copies disagree about may be a name. */
    if ((t->output.path || t->arguments->anonymize) && t->merged.conflicts.n) {
        tell_conflicts(t);
        return OCA_FAULTY;
    }
    size_t before = oca_journal_length(t->record), moved = 0;
    name_weaknesses(t);
    oca_plan_take_in(mem, &t->merged.plan, before, t->date, t->library, t->arguments->by);
    if (t->arguments->reschedule)
        moved = oca_plan_reschedule(mem, &t->merged.plan, t->date, t->library, t->arguments->by);
    t->tracked = oca_track(mem, &t->merged.plan, t->date, t->rubric, t->library, t->run->lang);
    t->tracked.conflicts = &t->merged.conflicts;
    t->tracked.changes = oca_journal_length(&t->merged.plan) - before;
    t->tracked.moved = moved;
    return OCA_OK;
}

static oca_status make_isp(const char *path, oca_arena *mem, const void *isp, oca_faults *faults) {
    return oca_isp_write(path, mem, isp, faults);
}

static oca_status write_workbook(track_run *t) {
    oca_arena *mem = t->run->mem;
    oca_isp isp = {.plan = &t->merged.plan,
                   .scores = t->assessment && t->rubric ? &t->loaded.scores : NULL,
                   .frame = t->rubric,
                   .library = t->library,
                   .tracked = &t->tracked,
                   .lang = t->run->lang,
                   .dated = oca_journal_newest_day(&t->merged.plan)};
    *(oca_record_document *)OCA_ADD(mem, &isp.record) =
        oca_output_document(mem, "plan", &oca_plan_format, &t->merged.plan);
    if (t->assessment) {
        oca_assessment *reduced = oca_alloc(mem, sizeof *reduced);
        *reduced = oca_assessment_reduced(mem, t->assessment);
        *(oca_record_document *)OCA_ADD(mem, &isp.record) =
            oca_output_document(mem, "assessment", &oca_assessment_format, reduced);
    }
    return oca_output_filled(&t->output, mem, make_isp, &isp, &t->run->faults);
}

static oca_status write_tracked(track_run *t) {
    oca_arena *mem = t->run->mem;
    oca_record_document made = {0};
    oca_status status = OCA_OK;
    switch (t->output.format) {
    case OCA_AS_XLSX:
        return write_workbook(t);
    case OCA_AS_XML:
        made = oca_output_document(mem, "plan", &oca_plan_format, &t->merged.plan);
        return oca_output_xml(&t->output, &made, &t->run->faults);
    case OCA_AS_HTML:
        status = oca_track_result(&made.bytes, &made.n, mem, &t->tracked);
        if (status == OCA_OK)
            return oca_page_write(t->run, t->arguments, &t->output, "track", made.bytes, made.n);
        break;
    case OCA_AS_JSON:
        status = oca_track_json(&made.bytes, &made.n, mem, &t->tracked);
        break;
    case OCA_AS_ICS:
        return oca_calendar_write(&t->output, mem, &t->tracked, &t->run->faults);
    default:
        made.bytes = t->output.format == OCA_AS_CSV ? oca_track_csv(mem, &t->tracked)
                     : t->arguments->tasks          ? oca_track_tasks(mem, &t->tracked)
                                                    : oca_track_text(mem, &t->tracked, &t->output.screen);
        made.n = strlen(made.bytes);
    }
    if (status != OCA_OK) {
        oca_report(&t->run->faults, OCA_FAILURE, NULL, 0, "there is too little memory to write the plan");
        return status;
    }
    return oca_output_write(&t->output, made.bytes, made.n, &t->run->faults);
}

static oca_status run_track(oca_run *run, const oca_arguments *arguments) {
    track_run tracking = {.run = run, .arguments = arguments}, *t = &tracking;
    bool programme = oca_track_is_programme(arguments);
    unsigned whole = OCA_AS_TEXT | OCA_AS_JSON | OCA_AS_CSV | OCA_AS_XML | OCA_AS_XLSX | OCA_AS_HTML;
    unsigned allowed = arguments->tasks ? OCA_AS_TEXT : programme ? whole : whole | OCA_AS_ICS;
    if (programme && (arguments->tasks || arguments->reschedule))
        return oca_wrong_usage("track", "--tasks and --reschedule are for one plan; a folder was given");
    if (read_date(t) != OCA_OK || oca_output_choose(&t->output, run->mem, "track", arguments, allowed) != OCA_OK ||
        oca_output_spares_given(&t->output, "track", arguments) != OCA_OK)
        return OCA_USAGE;
    if (programme)
        return oca_track_programme(run, arguments, &t->output, t->date);
    if (load_plans(t) != OCA_OK)
        return oca_faults_end(&run->faults);
    check_origins(t);
    if (oca_faults_status(&run->faults) != OCA_OK)
        return oca_faults_end(&run->faults);
    find_instruments(t);
    oca_answer_in(run, t->rubric ? t->rubric->rubric : NULL, t->record->lang);
    if (oca_output_spares_found(&t->output, "track", &run->shelf) != OCA_OK)
        return OCA_USAGE;
    if (oca_faults_status(&run->faults) != OCA_OK || take_edits_in(t) != OCA_OK)
        return oca_faults_end(&run->faults);
    if (arguments->anonymize)
        anonymize(t);
    oca_status status = write_tracked(t);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_track = {
    .name = "track",
    .operands = "PLAN [EDITED…] [--date DATE] [--by NAME] [-o FILE]\n       oca track DIR… [--date DATE] [-o FILE]",
    .line = N_("take a plan's edits in and show its progress"),
    .more =
        N_("Shows where a plan stands: done as it stands and as agreed, beside what was planned by now; what is\n"
           "overdue, what the next visit should unblock, how due dates moved. Edited copies are held against the\n"
           "plan field by field; what changed is entered in its journal, and what copies have differently is\n"
           "listed. With -o to a file that ends with .xlsx (the workbook of the next period), .xml (the plan with its\n"
           "journal), .ics (due dates and reviews, for a calendar), .html (a page), .txt, .json or .csv.\n"
           "Of a folder, all plans below it are told in one line each, who needs a visit first on top; .html, .xlsx\n"
           "(with charts) and .xml (the result) are made of these lines."),
    .least = 1,
    .options = options,
    .run = run_track,
};
