/* Copies of a plan taken into its record, row by row: what the journal then tells, what conflicts, what is refused. */
#include "../engine/document/tree.h"
#include "../engine/tracking/journal.h"
#include "../engine/tracking/merge.h"
#include "../engine/tracking/take_in.h"
#include "plans.h"

#include <string.h>

static const char *or_nothing(const char *text) {
    return text ? text : "";
}

/* The changes from number `from` on, then the conflicts, then the faults, in one line. */
static const char *told(oca_arena *mem, const oca_merged *merged, size_t from, const oca_faults *faults) {
    oca_buffer out = {.mem = mem};
    if (oca_faults_status(faults) == OCA_OK) {
        for (size_t i = from; i < oca_journal_length(&merged->plan); i++) {
            const oca_change *change = &merged->plan.journal->changes.at[i];
            oca_buffer_print(&out, "%s.%s %s>%s; ", change->action ? change->action : change->item, change->field,
                             or_nothing(change->old_value), or_nothing(change->new_value));
        }
        for (size_t i = 0; i < merged->conflicts.n; i++) {
            const oca_conflict *conflict = &merged->conflicts.at[i];
            oca_buffer_print(&out, "conflict %s.%s %s", conflict->action ? conflict->action : conflict->item,
                             conflict->field, conflict->record);
            for (size_t k = 0; k < conflict->values.n; k++)
                oca_buffer_print(&out, "|%s", conflict->values.at[k]);
            oca_buffer_print(&out, "; ");
        }
    }
    for (size_t i = 0; i < faults->all.n; i++)
        oca_buffer_print(&out, "fault: %s; ", faults->all.at[i].message);
    return or_nothing(out.at);
}

#define ACTION(more) "<action id='x' state='scheduled' weeks='2' start='2025-01-01' due='2025-01-14'" more
#define PLANNED(actions) "<weakness item='i' state='planned'>" actions "</weakness>"
#define LATER "<weakness item='i' state='later'/>"
#define TAKEN "<weakness item='i' state='planned'/>"
#define DEFERRED "<action id='d' state='deferred' weeks='2'/>"
#define ENTERED(changes) "<journal>" changes "</journal>"

/* A record, up to two copies, and what comes of it. `base`: what the first copy, a workbook, says that it grew from. */
static const struct merging {
    const char *name, *record, *copies[2], *base, *want;
} mergings[] = {
    {"nothing was changed", PLANNED(ACTION("/>")), {PLANNED(ACTION("/>"))}, NULL, ""},
    {"what was for later is taken in, once", LATER, {TAKEN, TAKEN}, NULL, "i.state later>planned; "},
    {"what was for later is taken in with an action",
     LATER,
     {PLANNED("<action id='n' state='added' start='2025-02-01' due='2025-02-10'/>")},
     NULL,
     "n.action >n; "},
    {"and one copy only takes it in, the other brings an action",
     LATER,
     {TAKEN, PLANNED("<action id='n' state='added' start='2025-02-01' due='2025-02-10'/>")},
     NULL,
     "i.state later>planned; n.action >n; "},
    {"what is planned is not put off",
     PLANNED(ACTION("/>")),
     {LATER},
     NULL,
     "fault: the weakness of item \"i\": its state may not change; one that comes later may be taken in; "},
    {"unless its actions say otherwise",
     PLANNED(ACTION("/>")),
     {"<weakness item='i' state='later'>" ACTION("/>") "</weakness>"},
     NULL,
     ""},
    {"nor made an ambition",
     PLANNED(ACTION("/>")),
     {"<weakness item='i' state='ambition'>" ACTION("/>") "</weakness>"},
     NULL,
     "fault: the weakness of item \"i\": its state may not change; one that comes later may be taken in; "},
    {"a copy from before it was taken in is only older",
     PLANNED(DEFERRED),
     {"<weakness item='i' state='later'/>"},
     NULL,
     ""},
    {"a statement that is in no plan comes with an action",
     PLANNED(ACTION("/>")),
     {PLANNED(ACTION("/>")) "<weakness item='j' state='later'><title>New</title>"
                            "<action id='n' state='added' start='2025-02-01' due='2025-02-10'/></weakness>"},
     NULL,
     "j.weakness >j; n.action >n; "},
    {"and once when two copies have it",
     PLANNED(ACTION("/>")),
     {PLANNED(ACTION("/>")) "<weakness item='j'><action id='n' state='added' start='2025-02-01' due='2025-02-10'/>"
                            "</weakness>",
      PLANNED(ACTION("/>")) "<weakness item='j'><action id='n' state='added' start='2025-02-01' due='2025-02-10'/>"
                            "</weakness>"},
     NULL,
     "j.weakness >j; n.action >n; "},
    {"two new actions of one id are a conflict, be it in their titles",
     PLANNED(ACTION("/>")),
     {PLANNED(
          ACTION("/>") "<action id='n' state='added' start='2025-02-01' due='2025-02-10'><title>A</title></action>"),
      PLANNED(
          ACTION("/>") "<action id='n' state='added' start='2025-02-01' due='2025-02-10'><title>B</title></action>")},
     NULL,
     "n.action >n; conflict n.action |A (2025-02-01, 2025-02-10)|B (2025-02-01, 2025-02-10); "},
    {"or in what the few words do not tell",
     PLANNED(ACTION("/>")),
     {PLANNED(ACTION("/>") "<action id='n' state='added' start='2025-02-01' due='2025-02-10' lead='a'/>"),
      PLANNED(ACTION("/>") "<action id='n' state='added' start='2025-02-01' due='2025-02-10' lead='b'/>")},
     NULL,
     "n.action >n; conflict n.action |n (2025-02-01, 2025-02-10); "},
    {"a deferred action is given dates",
     PLANNED(DEFERRED),
     {PLANNED("<action id='d' state='deferred' weeks='2' start='2025-02-01' due='2025-02-10'/>")},
     NULL,
     "d.action >d; "},
    {"be they revised ones",
     PLANNED(DEFERRED),
     {PLANNED("<action id='d' state='deferred' weeks='2' revised-start='2025-02-01' revised-due='2025-02-10' "
              "reason='r'/>")},
     NULL,
     "d.action >d; "},
    {"one date alone is no date",
     PLANNED(DEFERRED),
     {PLANNED("<action id='d' state='deferred' weeks='2' start='2025-02-01'/>")},
     NULL,
     "fault: action \"d\" comes after this plan, and yet has dates; "},
    {"nor the last alone",
     PLANNED(DEFERRED),
     {PLANNED("<action id='d' state='deferred' weeks='2' due='2025-02-01'/>")},
     NULL,
     "fault: action \"d\" comes after this plan, and yet has dates; "},
    {"different dates are a conflict, and it stays deferred",
     PLANNED(DEFERRED),
     {PLANNED("<action id='d' state='deferred' weeks='2' start='2025-02-01' due='2025-02-10'/>"),
      PLANNED("<action id='d' state='deferred' weeks='2' start='2025-02-01' due='2025-02-11'/>")},
     NULL,
     "conflict d.due |2025-02-10|2025-02-11; "},
    {"a date first planned stays",
     PLANNED(ACTION("/>")),
     {PLANNED("<action id='x' state='scheduled' weeks='2' start='2025-01-02' due='2025-01-14'/>")},
     NULL,
     "fault: action \"x\": the start date first planned, 2025-01-01, stays as it is; a new date goes into "
     "revised-start, with a reason; "},
    {"a date that was never planned is none",
     PLANNED("<action id='x' state='added' weeks='2' revised-start='2025-01-01' revised-due='2025-01-14' "
             "reason='r'/>"),
     {PLANNED("<action id='x' state='added' weeks='2' start='2025-01-02' due='2025-01-14'/>")},
     NULL,
     "fault: action \"x\": the start date first planned, no date, stays as it is; a new date goes into revised-start, "
     "with a reason; fault: action \"x\": the due date first planned, no date, stays as it is; a new date goes into "
     "revised-due, with a reason; "},
    {"a state stays",
     PLANNED(ACTION("/>")),
     {PLANNED("<action id='x' state='added' weeks='2' start='2025-01-01' due='2025-01-14'/>")},
     NULL,
     "fault: action \"x\": its state, scheduled, may not change; one that is given up is dropped, with a reason; "},
    {"who finds it out, by when, and what was found",
     "<find-out item='f' why='dk'/>",
     {"<find-out item='f' why='dk' who='Anna' due='2025-02-01'/>",
      "<find-out item='f' why='dk' who='Anna' found='Yes'/>"},
     NULL,
     "f.who >Anna; f.due >2025-02-01; f.found >Yes; "},
    {"two who find it out are a conflict",
     "<find-out item='f' why='dk'/>",
     {"<find-out item='f' why='dk' who='Anna'/>", "<find-out item='f' why='dk' who='Ben'/>"},
     NULL,
     "conflict f.who |Anna|Ben; "},
    {"what a workbook did not know was to be found out",
     "<find-out item='f' why='dk'/>",
     {"<find-out item='f' why='dk' who='Anna'/>"},
     TAKEN,
     "f.who >Anna; "},
    {"a cause is given",
     "<weakness item='i' state='planned'/>",
     {"<weakness item='i' state='planned'><cause>c</cause></weakness>"},
     NULL,
     "i.cause >c; "},
    {"changed, in the plan's own language",
     "<weakness item='i' state='planned'><cause xml:lang='pt'>p</cause><cause>c</cause></weakness>",
     {"<weakness item='i' state='planned'><cause xml:lang='pt'>p</cause><cause>d</cause></weakness>"},
     NULL,
     "i.cause c>d; "},
    {"and taken back",
     "<weakness item='i' state='planned'><cause>c</cause><result>r</result></weakness>",
     {"<weakness item='i' state='planned'><result>r</result></weakness>"},
     NULL,
     "i.cause c>; "},
    {"votes since the plan was made",
     "<weakness item='i' state='planned'/>",
     {"<weakness item='i' state='planned' votes='3'/>"},
     NULL,
     "i.votes >3; "},
    {"a weakness that the workbook did not have is held against the record",
     "<weakness item='i' state='planned'><cause>c</cause></weakness>",
     {"<weakness item='i' state='planned'><cause>d</cause></weakness>"},
     "<find-out item='f' why='dk'/>",
     "i.cause c>d; "},
    {"costs of three kinds",
     PLANNED(ACTION("/>")),
     {PLANNED(
         ACTION("><cost amount='2.5' currency='USD' funder='own'/><cost amount='7'/><cost funder='cso'/></action>"))},
     NULL,
     "x.cost >2.5 USD from own; 7 –; – – from cso; "},
    {"what an action was added with is no change, as the record went on from there",
     PLANNED("<action id='n' state='added' status='done' start='2025-02-01' due='2025-02-10' revised-due='2025-02-20' "
             "reason='r'/>")
         ENTERED("<change date='2025-01-05' action='n' field='action' new='n'/>"
                 "<change date='2025-01-06' action='n' field='status' old='ongoing' new='done'/>"
                 "<change date='2025-01-06' action='n' field='revised-due' old='2025-02-10' new='2025-02-20' "
                 "reason='r'/>"),
     {PLANNED("<action id='n' state='added' status='ongoing' start='2025-02-01' due='2025-02-10'/>")},
     TAKEN,
     ""},
    {"what was changed since in the copy is held against that",
     PLANNED("<action id='n' state='added' status='done' start='2025-02-01' due='2025-02-10'/>")
         ENTERED("<change date='2025-01-05' action='n' field='action' new='n'/>"
                 "<change date='2025-01-06' action='n' field='status' old='ongoing' new='done'/>"),
     {PLANNED("<action id='n' state='added' status='blocked' start='2025-02-01' due='2025-02-10'/>")},
     TAKEN,
     "conflict n.status done|blocked; "},
    {"a reason alone, of an action that the workbook did not have, is not taken for a change",
     PLANNED("<action id='n' state='added' start='2025-02-01' due='2025-02-10' revised-start='2025-02-02' "
             "reason='r'/>")
         ENTERED("<change date='2025-01-05' action='n' field='action' new='n'/>"
                 "<change date='2025-01-06' action='n' field='revised-start' old='2025-02-01' new='2025-02-02' "
                 "reason='r'/>"),
     {PLANNED("<action id='n' state='added' start='2025-02-01' due='2025-02-10' reason='q'/>")},
     TAKEN,
     ""},
    {"a visit, a training, a signature and a note of two copies, each once",
     PLANNED(ACTION("/>")),
     {PLANNED(ACTION("/>")) "<visit date='2025-02-01' by='M'/><trained training='t' women='3'/>"
                            "<signed role='Chair' name='A'/><note>n</note>",
      PLANNED(ACTION("/>")) "<visit date='2025-02-01' by='M'/><note>n</note>"},
     NULL,
     ""},
};

/* The plan without what the journal does not tell; two plans that say the same say it in the same words. */
static const char *said(oca_arena *mem, const oca_plan *plan) {
    oca_plan copy = *plan;
    if (copy.journal && copy.journal->changes.n == 0)
        copy.journal = NULL;
    return oca_element_said(mem, oca_plan_format.shape, &copy);
}

static void check_merging(void **state) {
    const struct merging *row = *state;
    oca_arena mem = {0};
    const oca_plan *record = plan_of(&mem, row->record);
    oca_plan_copies copies = {0};
    for (size_t i = 0; i < 2 && row->copies[i]; i++)
        *(oca_plan_copy *)OCA_ADD(&mem, &copies) =
            (oca_plan_copy){.file = "copy.xml",
                            .plan = plan_of(&mem, row->copies[i]),
                            .base = i == 0 && row->base ? plan_of(&mem, row->base) : NULL};
    oca_faults faults = {.mem = &mem};
    oca_merged merged, again;
    oca_status status = oca_plan_merge(&merged, &mem, record, &copies, day("2025-03-01"), "M", &faults);
    assert_string_equal(told(&mem, &merged, oca_journal_length(record), &faults), row->want);
    assert_int_equal(status, oca_faults_status(&faults));
    if (status == OCA_OK && merged.conflicts.n == 0) {
        /* Taken in again, the copies bring nothing that is new. */
        assert_int_equal(oca_plan_merge(&again, &mem, &merged.plan, &copies, day("2025-04-01"), "M", &faults), OCA_OK);
        assert_string_equal(told(&mem, &again, oca_journal_length(&merged.plan), &faults), "");
        assert_int_equal(again.changes, 0);
        assert_int_equal(again.joined, 0);
        /* Undone, the plan is what it was: but for what is only ever added, which stays, and counts nowhere. */
        if (!strstr(row->want, ".action") && merged.joined == 0) {
            oca_plan back = oca_plan_rewound(&mem, &merged.plan, oca_journal_length(record));
            assert_string_equal(said(&mem, &back), said(&mem, record));
        }
    }
    if (status == OCA_OK) {
        /* In the other order, two copies make the same plan. */
        oca_plan_copies turned = {0};
        for (size_t i = copies.n; i-- > 0;)
            *(oca_plan_copy *)OCA_ADD(&mem, &turned) = copies.at[i];
        assert_int_equal(oca_plan_merge(&again, &mem, record, &turned, day("2025-03-01"), "M", &faults), OCA_OK);
        assert_string_equal(said(&mem, &again.plan), said(&mem, &merged.plan));
    }
    oca_arena_free(&mem);
}

#define LIBRARY(actions)                                                                                               \
    "<actions xmlns='urn:oca:actions:1' id='l' rubric='r' version='1' xml:lang='en'>"                                  \
    "<role id='one'><label>One</label></role><role id='two' capacity='2'><label>Two</label></role>" actions            \
    "</actions>"
#define STEP(id, to, more) "<action id='" id "' item='i' to='" to "' weeks='2' " more "><title>T</title></action>"

/* A weakness that stands at 1 of 3 and was for later is taken in on 2025-03-01: the actions that it is given. */
static const struct taking {
    const char *name, *record, *library, *want;
} takings[] = {
    {"without a library one is to be agreed on", "", NULL, "agree_i 2025-03-01 2025-03-28 Agree on an action: Rules"},
    {"with one that has nothing for it, too", "", LIBRARY(""),
     "agree_i 2025-03-01 2025-03-28 Agree on an action: Rules"},
    {"what leads no further, or too far, is left out", "",
     LIBRARY(STEP("same", "1", "")
                 STEP("far", "4", "") "<action id='other' item='k' to='2' weeks='2'><title>T</title></action>"),
     "agree_i 2025-03-01 2025-03-28 Agree on an action: Rules"},
    {"one level after the other, and of one level as the library has them", "",
     LIBRARY(STEP("c", "3", "") STEP("b", "2", "") STEP("a", "2", "")),
     "b 2025-03-01 2025-03-14 T; a 2025-03-01 2025-03-14 T; c 2025-03-15 2025-03-28 T"},
    {"whoever leads them does one at a time", "", LIBRARY(STEP("b", "2", "lead='one'") STEP("a", "2", "lead='one'")),
     "b 2025-03-01 2025-03-14 T; a 2025-03-15 2025-03-28 T"},
    {"or two, as the library says", "", LIBRARY(STEP("b", "2", "lead='two'") STEP("a", "2", "lead='two'")),
     "b 2025-03-01 2025-03-14 T; a 2025-03-01 2025-03-14 T"},
    {"what the lead is busy with comes first",
     "<weakness item='k' state='planned'><action id='x' state='scheduled' weeks='3' lead='one' start='2025-02-22' "
     "due='2025-03-14'/></weakness>",
     LIBRARY(STEP("a", "2", "lead='one'")), "a 2025-03-15 2025-03-28 T"},
    {"what is to come does not push it away, if there is room before",
     "<weakness item='k' state='planned'><action id='x' state='scheduled' weeks='3' lead='one' start='2025-03-15' "
     "due='2025-04-04'/></weakness>",
     LIBRARY(STEP("a", "2", "lead='one'")), "a 2025-03-01 2025-03-14 T"},
    {"what is required and under way comes first",
     "<weakness item='k' state='planned'><action id='x' state='scheduled' weeks='3' start='2025-02-22' "
     "due='2025-03-14'/></weakness>",
     LIBRARY(STEP("a", "2", "requires='x'") "<action id='x' item='k' to='2' weeks='3'><title>T</title></action>"),
     "a 2025-03-15 2025-03-28 T"},
    {"an action that the plan has already is not given twice",
     "<weakness item='k' state='planned'><action id='a' state='scheduled' weeks='2' start='2025-03-01' "
     "due='2025-03-14'/></weakness>",
     LIBRARY(STEP("a", "2", "") STEP("b", "2", "")), "b 2025-03-01 2025-03-14 T"},
};

static void check_taking(void **state) {
    const struct taking *row = *state;
    oca_arena mem = {0};
    static const char head[] = "<weakness item='i' standing='1' target='3' state=";
    const oca_plan *record =
        plan_of(&mem, oca_format_text(&mem, "%s'later'><title>Rules</title></weakness>%s", head, row->record));
    oca_plan_copies copies = {0};
    *(oca_plan_copy *)OCA_ADD(&mem, &copies) = (oca_plan_copy){
        .file = "copy.xml",
        .plan =
            plan_of(&mem, oca_format_text(&mem, "%s'planned'><title>Rules</title></weakness>%s", head, row->record))};
    oca_faults faults = {.mem = &mem};
    oca_merged merged;
    assert_int_equal(oca_plan_merge(&merged, &mem, record, &copies, day("2025-03-01"), "M", &faults), OCA_OK);
    oca_plan_take_in(&mem, &merged.plan, 0, day("2025-03-01"), row->library ? document_of(&mem, row->library) : NULL,
                     "M");
    oca_buffer out = {.mem = &mem};
    const oca_plan_weakness *weakness = &merged.plan.weaknesses.at[0];
    for (size_t i = 0; i < weakness->actions.n; i++) {
        const oca_plan_action *action = &weakness->actions.at[i];
        assert_int_equal(action->state, OCA_ADDED);
        oca_buffer_print(&out, "%s%s %s %s %s", i ? "; " : "", action->id, oca_day_text(&mem, action->start.day),
                         oca_day_text(&mem, action->due.day), action->titles.at[0].text);
        const oca_change *change = &merged.plan.journal->changes.at[1 + i];
        assert_string_equal(change->action, action->id);
        assert_string_equal(change->field, "action");
    }
    assert_string_equal(out.at, row->want);
    assert_int_equal(oca_journal_length(&merged.plan), 1 + weakness->actions.n);
    oca_arena_free(&mem);
}

int main(void) {
    int failed = CHECK_ROWS("copies into their record", mergings, check_merging);
    failed += CHECK_ROWS("what was for later is taken in", takings, check_taking);
    return failed;
}
