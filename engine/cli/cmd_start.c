/* oca start: an empty assessment, as XML or as the scoring workbook. */
#include "../../reports/phrases.h"
#include "../base/text.h"
#include "../base/words.h"
#include "../comparing/matching.h"
#include "../writing/xml.h"
#include "print.h"
#include "workbook.h"

#include <string.h>

static const oca_option options[] = {
    {"org", 0, "NAME", OCA_OPTION_TEXT, offsetof(oca_arguments, org), N_("name of the organization")},
    {"id", 0, "ID", OCA_OPTION_TEXT, offsetof(oca_arguments, id), N_("its short id; made from the name if absent")},
    {"profile", 0, "WORDS", OCA_OPTION_TEXT, offsetof(oca_arguments, profile),
     N_("what kind of organization it is, words with spaces between")},
    {"round", 0, "ROUND", OCA_OPTION_TEXT, offsetof(oca_arguments, round),
     N_("baseline (the default), interim, reassessment, or a word of your own")},
    {"date", 0, "DATE", OCA_OPTION_TEXT, offsetof(oca_arguments, date), N_("day of the assessment; today if absent")},
    {"participants", 0, "N", OCA_OPTION_TEXT, offsetof(oca_arguments, participants), N_("declare p01 to pN")},
    {"from", 0, "FILE", OCA_OPTION_TEXT, offsetof(oca_arguments, from),
     N_("a reassessment: the organization's earlier one, whose scores are shown beside")},
    {"prefill", 0, NULL, OCA_OPTION_FLAG, offsetof(oca_arguments, prefill),
     N_("with --from: begin with the levels agreed then, to be changed where it changed")},
    OCA_OUTPUT_OPTION,
    OCA_FORMAT_OPTION,
    OCA_RUBRIC_OPTION,
    OCA_TAILORING_OPTION,
    OCA_ACTIONS_OPTION,
    OCA_LANG_OPTION,
    OCA_HELP_OPTION,
    {0},
};

typedef struct {
    oca_run *run;
    const oca_arguments *arguments;
    oca_output output;
    oca_frame frame; /* of the rubric, whole */
    oca_loaded from; /* the earlier round, with --from */
    oca_assessment made;
    oca_loaded loaded;
} start_run;

enum { MOST_PARTICIPANTS = 500 };

/* True if it is more than white space. */
static bool is_given(const char *text) {
    return text && text[strspn(text, " \t\r\n")];
}

/* "Example Women in Mining" becomes example-women-in-mining. */
static const char *id_from(oca_arena *mem, const char *name) {
    enum { LONGEST = 60 };
    oca_buffer id = {.mem = mem};
    oca_buffer_add(&id, "", 0);
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): asked for before */
    for (; *name && id.n < LONGEST; name++) {
        char c = *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name;
        bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
        if (letter || (digit && id.n))
            oca_buffer_add(&id, &c, 1);
        else if (id.n && id.at[id.n - 1] != '-')
            oca_buffer_add(&id, "-", 1);
    }
    while (id.n && id.at[id.n - 1] == '-')
        id.at[--id.n] = '\0';
    return id.n ? id.at : "organization";
}

static void add_words(oca_arena *mem, oca_strings *words, const char *text) {
    while (*text) {
        size_t n = strcspn(text, ", ;\t\n");
        if (n)
            *(const char **)OCA_ADD(mem, words) = oca_copy(mem, text, n);
        text += n + (text[n] != '\0');
    }
}

static oca_status describe(start_run *s) {
    const oca_arguments *given = s->arguments;
    oca_arena *mem = s->run->mem;
    const oca_organization *before = given->from ? s->from.assessment->organization : NULL;
    oca_organization *organization = oca_alloc(mem, sizeof *organization);
    if (before)
        *organization = *before;
    if (given->org)
        organization->name = given->org;
    if (given->id)
        organization->id = given->id;
    else if (!before)
        organization->id = id_from(mem, given->org);
    if (!oca_is_id(organization->id, strlen(organization->id), true, 60))
        return oca_wrong_usage("start",
                               "--id %s is no id; it begins with a letter a-z and holds only a-z, 0-9, _ and -",
                               organization->id);
    if (given->profile) {
        organization->profile = (oca_strings){0};
        add_words(mem, &organization->profile, given->profile);
    }
    s->made.organization = organization;
    return OCA_OK;
}

static oca_status declare(start_run *s) {
    double n = 0;
    const char *given = s->arguments->participants;
    if (given && (!oca_number_parse(&n, given, strlen(given)) || n < 0 || n > MOST_PARTICIPANTS || n != (int)n))
        return oca_wrong_usage("start", "--participants %s: a whole number up to %d is needed", given,
                               MOST_PARTICIPANTS);
    for (int i = 1; i <= (int)n; i++) {
        oca_participant *participant = OCA_ADD(s->run->mem, &s->made.participants);
        participant->id = oca_format_text(s->run->mem, "p%02d", i);
    }
    return OCA_OK;
}

static oca_status begin(start_run *s) {
    const oca_arguments *given = s->arguments;
    const oca_rubric *rubric = s->frame.rubric;
    oca_day today;
    if (oca_options_day(&today, "start", "--date", given->date) != OCA_OK)
        return OCA_USAGE;
    s->made = (oca_assessment){
        .file = s->output.path ? s->output.path : "the assessment",
        .lang = given->lang                               ? given->lang
                : given->from && s->from.assessment->lang ? s->from.assessment->lang
                                                          : rubric->lang,
        .rubric = rubric->id,
        .rubric_version = rubric->version,
        .round = given->round  ? given->round
                 : given->from ? "reassessment"
                               : "baseline",
        .date = {true, today},
    };
    if (describe(s) != OCA_OK || declare(s) != OCA_OK)
        return OCA_USAGE;
    return OCA_OK;
}

/* The tailoring that --tailoring gives is named in the assessment, so that it is found again. */
static void name_tailoring(start_run *s) {
    if (s->loaded.frame.tailoring)
        s->made.tailoring = s->loaded.frame.tailoring->id;
}

/* By item of the new frame: what the earlier round came to. */
static oca_previous previous_of(const start_run *s) {
    oca_arena *mem = s->run->mem;
    const oca_frame *frame = &s->loaded.frame;
    oca_matching matching = oca_matching_build(mem, &s->from.frame, frame);
    oca_number *item = oca_alloc(mem, (frame->n_items + 1) * sizeof *item);
    for (size_t i = 0; i < frame->n_items; i++) {
        long before = matching.baseline_item[i];
        if (before != OCA_NOWHERE && matching.same[i] && s->from.scores.items[before].state == OCA_SCORED)
            item[i] = oca_given(s->from.scores.items[before].score_uncapped);
    }
    return (oca_previous){oca_format_text(mem, "%s, %s", oca_round_word(s->from.assessment->round),
                                          oca_day_text(mem, s->from.assessment->date.day)),
                          item};
}

/* What was agreed then and asks the same now, as a first proposal. */
static void prefill(start_run *s) {
    oca_arena *mem = s->run->mem;
    const oca_frame *frame = &s->loaded.frame;
    oca_matching matching = oca_matching_build(mem, &s->from.frame, frame);
    for (size_t i = 0; i < frame->n_items; i++) {
        long before = matching.baseline_item[i];
        const oca_answer *answer = before == OCA_NOWHERE || !matching.same[i] ? NULL : s->from.answers.answers[before];
        if (!answer || !answer->agreed)
            continue;
        oca_judgement *agreed = oca_alloc(mem, sizeof *agreed);
        agreed->value = oca_judged(&s->from.frame.items[before], answer->agreed);
        agreed->answer = agreed->value.given ? OCA_ANSWER_ABSENT : answer->agreed->answer;
        agreed->reason = answer->agreed->reason;
        oca_answer *own = OCA_ADD(mem, &s->made.answers);
        *own = (oca_answer){.item = frame->items[i].item->id, .agreed = agreed};
    }
}

static oca_status load_all(start_run *s) {
    oca_run *run = s->run;
    const oca_arguments *given = s->arguments;
    oca_status rubric = oca_load_rubric(&s->frame, run, given->operands.at[0], NULL, NULL, 0, &run->faults);
    if (given->from && oca_load(&s->from, run, given->from, false, &run->faults) != OCA_OK)
        return oca_faults_status(&run->faults);
    if (rubric != OCA_OK)
        return rubric;
    oca_status status = begin(s);
    if (status == OCA_OK)
        status = oca_load_scores(&s->loaded, run, &s->made, false, &run->faults);
    if (status != OCA_OK)
        return status;
    name_tailoring(s);
    if (given->prefill) {
        prefill(s);
        status = oca_load_scores(&s->loaded, run, &s->made, false, &run->faults);
    }
    return status;
}

static oca_status spares_inputs(const start_run *s) {
    if (oca_output_spares_given(&s->output, "start", s->arguments) != OCA_OK ||
        oca_output_spares_found(&s->output, "start", &s->run->shelf) != OCA_OK)
        return OCA_USAGE;
    return oca_output_spares(&s->output, "start", s->arguments->from);
}

static oca_status write_started(start_run *s) {
    oca_run *run = s->run;
    oca_previous previous = {0};
    if (s->output.format == OCA_AS_XLSX) {
        oca_answer_in(run, s->frame.rubric, s->made.lang);
        if (s->arguments->from)
            previous = previous_of(s);
        return oca_write_scoring(&s->output, run, &s->loaded, s->arguments->from ? &previous : NULL);
    }
    oca_answer_in(run, s->loaded.frame.rubric, s->made.lang);
    oca_record_document xml = oca_output_document(run->mem, "assessment", &oca_assessment_format, &s->made);
    return oca_output_write(&s->output, xml.bytes, xml.n, &run->faults);
}

static oca_status run_start(oca_run *run, const oca_arguments *arguments) {
    start_run start = {.run = run, .arguments = arguments}, *s = &start;
    if (!arguments->output && !arguments->format)
        return oca_wrong_usage("start", "where is it to be written? For example -o baseline.xlsx");
    if (!is_given(arguments->org) && !(arguments->from && !arguments->org))
        return oca_wrong_usage("start", "which organization? For example --org \"Example Women in Mining\"");
    if (arguments->round && !is_given(arguments->round))
        return oca_wrong_usage("start", "--round needs a word, for example --round baseline");
    if (arguments->prefill && !arguments->from)
        return oca_wrong_usage("start", "--prefill needs --from, the round to begin with");
    if (oca_output_choose(&s->output, run->mem, "start", arguments, OCA_AS_XML | OCA_AS_XLSX) != OCA_OK)
        return OCA_USAGE;
    oca_status status = load_all(s);
    if (status == OCA_USAGE)
        return status;
    if (status != OCA_OK)
        return oca_faults_end(&run->faults);
    if (spares_inputs(s) != OCA_OK)
        return OCA_USAGE;
    status = write_started(s);
    oca_faults_print(&run->faults);
    return status;
}

const oca_verb oca_verb_start = {
    .name = "start",
    .operands = "RUBRIC --org NAME -o FILE",
    .line = N_("begin an assessment: an empty scoring workbook"),
    .more = N_(
        "Makes an empty assessment with the rubric of that id, to a file that ends with .xlsx (the workbook to fill\n"
        "in: statements, private scores, results and a draft plan that follow what is typed) or .xml. With --from\n"
        "it is a reassessment: the organization is that of the earlier round, whose scores stand beside."),
    .least = 1,
    .most = 1,
    .options = options,
    .run = run_start,
};
