/* A year with the plan, row by row: progress at a date, what waits for what, re-scheduling, undoing. */
#include "../engine/document/plan_check.h"
#include "../engine/tracking/journal.h"
#include "../engine/tracking/merge.h"
#include "../engine/tracking/reschedule.h"
#include "../engine/tracking/slips.h"
#include "../engine/tracking/values.h"
#include "../engine/tracking/waiting.h"
#include "plans.h"

#include <string.h>

#define PLAN(actions)                                                                                                  \
    "<weakness item='i' area='a' state='planned'>" actions "</weakness><review date='2025-04-01'/>"                    \
    "<review date='2025-07-01'/>"

/* One action from 2025-01-01 to 2025-01-10 (10 days: 2 weeks) looked at on a day. */
static const struct at_date {
    const char *name, *more, *date;
    double done, planned;
    bool overdue, soon;
} dates[] = {
    {"before its start nothing is planned", "", "2024-12-31", 0, 0, false, true},
    {"on its first day a tenth", "", "2025-01-01", 0, 10, false, true},
    {"the day before its due date nine tenths", "", "2025-01-09", 0, 90, false, true},
    {"on its due date all, and it is not late", "", "2025-01-10", 0, 100, false, true},
    {"a day later it is late", "", "2025-01-11", 0, 100, true, false},
    {"due in 30 days is soon", "", "2024-12-11", 0, 0, false, true},
    {"due in 31 days is not", "", "2024-12-10", 0, 0, false, false},
    {"a moved date is the one that is late", "revised-due='2025-02-01' reason='r'", "2025-01-20", 0, 100, false, true},
    {"what is done is never late", "status='done'", "2025-03-01", 100, 100, false, false},
    {"what is dropped neither", "status='dropped' reason='r' percent='50'", "2025-03-01", 50, 100, false, false},
    {"a percent of what has not started counts nothing", "status='not-started' percent='50'", "2025-01-05", 0, 50,
     false, true},
    {"blocked keeps its percent", "status='blocked' percent='50'", "2025-01-05", 50, 50, false, true},
};

static void check_date(void **state) {
    const struct at_date *row = *state;
    oca_arena mem = {0};
    const oca_plan *plan = plan_of(
        &mem, oca_format_text(&mem, PLAN("<action id='x' state='scheduled' start='2025-01-01' due='2025-01-10' %s/>"),
                              row->more));
    oca_progress progress = oca_progress_at(&mem, plan, day(row->date), NULL);
    const oca_progress_action *at = &progress.actions.at[0];
    assert_near(at->weeks, 2);
    assert_near(at->done, row->done);
    assert_near(at->planned, row->planned);
    assert_int_equal(at->overdue, row->overdue);
    assert_int_equal(at->due_soon, row->soon);
    oca_arena_free(&mem);
}

/* Two actions of one lead, b after a, each of two weeks; re-scheduled on 2025-02-01. */
static const struct moved {
    const char *name, *first, *second, *start, *due; /* of the second, as it then stands */
} moves[] = {
    {"both late: one after the other from the review on", "", "", "2025-02-15", "2025-02-28"},
    {"the first is done: at once", "status='done'", "", "2025-02-01", "2025-02-14"},
    {"the first was dropped: at once", "status='dropped' reason='r'", "", "2025-02-01", "2025-02-14"},
    {"the first, late, is half done: it needs the rest of its weeks", "status='ongoing' percent='50'", "", "2025-02-08",
     "2025-02-21"},
    {"the first has a date to come: after it, in whole weeks", "status='ongoing' revised-due='2025-02-10' reason='r'",
     "", "2025-02-15", "2025-02-28"},
    {"what was agreed by hand stays", "", "revised-start='2025-05-01' revised-due='2025-05-14' reason='Harvest'",
     "2025-05-01", "2025-05-14"},
    {"what has begun stays", "", "status='ongoing'", "2025-01-15", "2025-01-28"},
    {"a move that was made here may be made again", "status='done'",
     "revised-start='2025-03-01' revised-due='2025-03-14' reason='Re-scheduled to 2025-03-01 – 2025-03-14: it waits'",
     "2025-02-01", "2025-02-14"},
};

static void check_move(void **state) {
    const struct moved *row = *state;
    oca_arena mem = {0};
    const char *xml = oca_format_text(
        &mem,
        PLAN("<action id='a' state='scheduled' weeks='2' lead='l' start='2025-01-01' due='2025-01-14' %s/>"
             "<action id='b' state='scheduled' weeks='2' lead='l' requires='a' start='2025-01-15' due='2025-01-28' "
             "%s/>"),
        row->first, row->second);
    oca_plan_copies none = {0};
    oca_faults faults = {.mem = &mem};
    oca_merged merged;
    assert_int_equal(oca_plan_merge(&merged, &mem, plan_of(&mem, xml), &none, day("2025-02-01"), NULL, &faults),
                     OCA_OK);
    (void)oca_plan_reschedule(&mem, &merged.plan, day("2025-02-01"), NULL, NULL);
    const oca_plan_action *b = oca_plan_find_action(&merged.plan, "b");
    assert_string_equal(oca_day_text(&mem, oca_current_start(b).day), row->start);
    assert_string_equal(oca_day_text(&mem, oca_current_due(b).day), row->due);
    assert_int_equal(oca_plan_reschedule(&mem, &merged.plan, day("2025-02-01"), NULL, NULL), 0); /* nothing is left */
    oca_arena_free(&mem);
}

#define LIBRARY(more)                                                                                                  \
    "<actions xmlns='urn:oca:actions:1' id='l' rubric='r' version='1'><role id='l' capacity='2'/>" more "</actions>"
#define TWO_WEEKS " state='scheduled' weeks='2' start='2025-01-01' due='2025-01-14' "

/* Where action b stands after re-scheduling on 2025-02-01, a Saturday like all starts. */
static const struct placed {
    const char *name, *actions, *library, *start, *due;
} places[] = {
    {"two at once where the library's role can",
     "<action id='a' lead='l'" TWO_WEEKS "/><action id='b' lead='l'" TWO_WEEKS "/>", LIBRARY(""), "2025-02-01",
     "2025-02-14"},
    {"one at a time where the library does not know the lead",
     "<action id='a' lead='m'" TWO_WEEKS "/><action id='b' lead='m'" TWO_WEEKS "/>", LIBRARY(""), "2025-02-15",
     "2025-02-28"},
    {"without a lead nobody is busy", "<action id='a'" TWO_WEEKS "/><action id='b'" TWO_WEEKS "/>", NULL, "2025-02-01",
     "2025-02-14"},
    {"what the library has later for the same item waits", "<action id='b'" TWO_WEEKS "/><action id='a'" TWO_WEEKS "/>",
     LIBRARY("<action id='a' item='i' to='2' weeks='2'/><action id='b' item='i' to='3' weeks='2'/>"), "2025-02-15",
     "2025-02-28"},
    {"those that wait for each other stay",
     "<action id='a' requires='b'" TWO_WEEKS "/><action id='b' requires='a'" TWO_WEEKS "/>", NULL, "2025-01-01",
     "2025-01-14"},
    {"what finds no room in 2,000 weeks stays",
     "<action id='a' lead='l' state='scheduled' weeks='1500' start='2025-01-01' due='2025-01-14'/>"
     "<action id='b' lead='l' state='scheduled' weeks='1500' start='2025-01-01' due='2025-01-14'/>",
     NULL, "2025-01-01", "2025-01-14"},
    {"what takes 2,000 weeks stays",
     "<action id='b' state='scheduled' weeks='2000' start='2025-01-01' due='2025-01-14'/>", NULL, "2025-01-01",
     "2025-01-14"},
    {"what stands where it is best is not moved",
     "<action id='b' state='scheduled' weeks='2' start='2025-02-01' due='2025-02-14'/>", NULL, "2025-02-01",
     "2025-02-14"},
    {"it goes before what its lead has to do later by hand",
     "<action id='a' lead='l' state='added' start='2025-02-15' due='2025-03-14'/><action id='b' lead='l'" TWO_WEEKS
     "/>",
     NULL, "2025-02-01", "2025-02-14"},
    {"and after it where there is no room before",
     "<action id='a' lead='l' state='added' start='2025-02-08' due='2025-03-14'/><action id='b' lead='l'" TWO_WEEKS
     "/>",
     NULL, "2025-03-15", "2025-03-28"},
    {"a start alone that was moved by hand stays",
     "<action id='b' revised-start='2025-01-08' reason='Rains'" TWO_WEEKS "/>", NULL, "2025-01-08", "2025-01-14"},
    {"a due date alone, too", "<action id='b' revised-due='2025-01-20' reason='Rains'" TWO_WEEKS "/>", NULL,
     "2025-01-01", "2025-01-20"},
    {"what was started stays", "<action id='b' started='2025-01-02'" TWO_WEEKS "/>", NULL, "2025-01-01", "2025-01-14"},
};

static void check_place(void **state) {
    const struct placed *row = *state;
    oca_arena mem = {0};
    const oca_actions *library = row->library ? document_of(&mem, row->library) : NULL;
    const oca_plan *record = plan_of(&mem, oca_format_text(&mem, PLAN("%s"), row->actions));
    oca_plan plan = oca_plan_rewound(&mem, record, 0); /* a copy of its own */
    size_t moved = oca_plan_reschedule(&mem, &plan, day("2025-02-01"), library, NULL);
    const oca_plan_action *was = oca_plan_find_action(record, "b"), *b = oca_plan_find_action(&plan, "b");
    assert_string_equal(oca_day_text(&mem, oca_current_start(b).day), row->start);
    assert_string_equal(oca_day_text(&mem, oca_current_due(b).day), row->due);
    assert_int_equal(b->start.day, was->start.day); /* the date first planned */
    assert_int_equal(moved > 0, oca_journal_length(&plan) > 0);
    oca_arena_free(&mem);
}

/* A copy's edit, taken in and undone: the plan is as before. */
static const struct undone {
    const char *name, *attributes, *children;
} edits[] = {
    {"a status", "status='done'", ""},
    {"a percent", "percent='12.5'", ""},
    {"moved dates", "revised-start='2025-02-01' revised-due='2025-03-01' reason='r'", ""},
    {"dropped", "status='dropped' reason='r'", ""},
    {"people", "person='A' supporter='B' lead='c'", ""},
    {"what happened", "started='2025-01-02' finished='2025-01-03'", ""},
    {"a note", "", "<note>n</note>"},
    {"an evidence", "", "<evidence>e</evidence>"},
    {"costs", "", "<cost amount='2.5' currency='USD' funder='own'/><cost currency='ZWL'/><cost amount='7'/>"},
};

static void check_undone(void **state) {
    static const char head[] = "<action id='x' state='scheduled' weeks='2' start='2025-01-01' due='2025-01-14' ";
    const struct undone *row = *state;
    oca_arena mem = {0};
    const oca_plan *record = plan_of(&mem, oca_format_text(&mem, PLAN("%s/>"), head));
    const oca_plan *copy =
        plan_of(&mem, oca_format_text(&mem, PLAN("%s %s>%s</action>"), head, row->attributes, row->children));
    oca_plan_copies copies = {0};
    *(oca_plan_copy *)OCA_ADD(&mem, &copies) = (oca_plan_copy){.file = "copy.xml", .plan = copy};
    oca_faults faults = {.mem = &mem};
    oca_merged merged;
    assert_int_equal(oca_plan_merge(&merged, &mem, record, &copies, day("2025-02-01"), "M", &faults), OCA_OK);
    assert_true(merged.changes > 0);
    oca_plan back = oca_plan_rewound(&mem, &merged.plan, 0);
    const oca_plan_action *was = oca_plan_find_action(record, "x"), *now = oca_plan_find_action(&back, "x");
    for (const char *const *name = oca_action_values; *name; name++)
        assert_string_equal(oca_action_value(&mem, now, *name), oca_action_value(&mem, was, *name));
    assert_int_equal(now->notes.n, 0);
    assert_int_equal(now->evidence.n, 0);
    /* Read again, the copy changes nothing. */
    oca_merged again;
    assert_int_equal(oca_plan_merge(&again, &mem, &merged.plan, &copies, day("2025-03-01"), "M", &faults), OCA_OK);
    assert_int_equal(again.changes, 0);
    assert_int_equal(again.conflicts.n, 0);
    oca_arena_free(&mem);
}

/* Bounds: the last that is taken, and the first that is not. */
static const struct bound {
    const char *name;
    int actions, changes;
    oca_status status;
} bounds[] = {
    {"5,000 actions", 5000, 1, OCA_OK},
    {"5,001 actions", 5001, 1, OCA_FAULTY},
    {"100,000 changes", 1, 100000, OCA_OK},
    {"100,001 changes", 1, 100001, OCA_FAULTY},
};

static void check_bound(void **state) {
    const struct bound *row = *state;
    oca_arena mem = {0};
    oca_buffer actions = {.mem = &mem}, changes = {.mem = &mem};
    for (int i = 0; i < row->actions; i++)
        oca_buffer_print(&actions, "<action id='x%d' state='deferred'/>", i);
    for (int i = 0; i < row->changes; i++)
        oca_buffer_print(&changes, "<change date='2025-02-01' action='x0' field='note' new='n'/>");
    const char *xml = oca_format_text(&mem, "<weakness item='i' state='planned'>%s</weakness><journal>%s</journal>",
                                      actions.at, changes.at);
    oca_faults faults = {.mem = &mem};
    oca_plan_check(&mem, plan_of(&mem, xml), &faults);
    assert_int_equal(oca_faults_status(&faults), row->status);
    oca_arena_free(&mem);
}

int main(void) {
    int failed = CHECK_ROWS("progress at a date", dates, check_date);
    failed += CHECK_ROWS("re-scheduling", moves, check_move);
    failed += CHECK_ROWS("re-scheduling beside others", places, check_place);
    failed += CHECK_ROWS("taken in and undone", edits, check_undone);
    failed += CHECK_ROWS("bounds", bounds, check_bound);
    return failed;
}
