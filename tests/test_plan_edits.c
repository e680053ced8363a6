/* What is typed in a plan's workbook, taken into the plan row by row: what the document then says, what is refused. */
#include "../engine/document/plan_form.h"
#include "../engine/writing/xml.h"
#include "plans.h"

#define ACTION                                                                                                         \
    "<weakness item='i' state='planned'><action id='x' state='scheduled' weeks='2' start='2025-01-01' "                \
    "due='2025-01-14'/><action id='y' state='deferred' weeks='2'/></weakness>"
#define NEW(column, value)                                                                                             \
    { "actions", "+1", column, value }
#define AT_X(column, value)                                                                                            \
    { "actions", "x", column, value }

/* `has`: pieces of the document that is made; `said`: its faults and warnings. */
static const struct typed {
    const char *name, *record;
    struct {
        const char *table, *row, *column, *value;
    } edits[8];
    const char *has, *said;
} rows[] = {
    {"a value", ACTION, {AT_X("percent", "40")}, "percent=\"40\"", ""},
    {"one that is none",
     ACTION,
     {AT_X("percent", "half")},
     "",
     "Plan!C5: percent \"half\" is not a number; write it like 2 or 0.5\n"},
    {"one that is emptied",
     "<weakness item='i'><action id='x' weeks='2' person='A'/></weakness>",
     {AT_X("person", NULL)},
     "<action id=\"x\" weeks=\"2\"/>",
     ""},
    {"a date first planned stays",
     ACTION,
     {AT_X("start", "2025-02-01")},
     "",
     "Plan!C5: action \"x\": the start date first planned, 2025-01-01, stays as it is; a new date goes into the column "
     "for the new start, with a reason\n"},
    {"where there was none, too",
     "<weakness item='i'><action id='x' state='added' weeks='2'/></weakness>",
     {AT_X("due", "2025-02-01")},
     "",
     "Plan!C5: action \"x\": the due date first planned, none, stays as it is; a new date goes into the column for the "
     "new due, with a reason\n"},
    {"what comes after this plan is given its first dates",
     ACTION,
     {{"actions", "y", "start", "2025-02-01"}, {"actions", "y", "due", "2025-02-14"}},
     "<action id=\"y\" state=\"added\" weeks=\"2\" start=\"2025-02-01\" due=\"2025-02-14\"/>",
     ""},
    {"a due date is the first as well",
     ACTION,
     {{"actions", "y", "due", "2025-02-14"}},
     "<action id=\"y\" state=\"added\" weeks=\"2\" due=\"2025-02-14\"/>",
     ""},
    {"an action keeps its statement",
     ACTION,
     {AT_X("item", "k")},
     "",
     "Plan!C5: action \"x\" works on the statement \"i\"; for another one use a new row\n"},
    {"and its wording",
     ACTION,
     {AT_X("title", "Other")},
     "<action id=\"x\"",
     "Plan!C5: what a planned action is (its title) stays as it was agreed; this is not carried\n"},
    {"a note and an evidence are added",
     ACTION,
     {AT_X("note", "n"), AT_X("evidence", "e")},
     "<note>n</note>\n      <evidence>e</evidence>",
     ""},
    {"costs, and one of them emptied",
     "<weakness item='i'><action id='x' weeks='2'><cost amount='5'/></action></weakness>",
     {AT_X("cost", NULL), AT_X("cost-3", "7"), AT_X("currency-3", "USD"), AT_X("funder-3", "own")},
     "<action id=\"x\" weeks=\"2\">\n      <cost currency=\"USD\" amount=\"7\" funder=\"own\"/>\n    </action>",
     ""},
    {"a cost beyond the eighth has no column", ACTION, {AT_X("cost-9", "7")}, "due=\"2025-01-14\"/>", ""},
    {"a cause", ACTION, {AT_X("cause", "c")}, "<cause>c</cause>", ""},
    {"changed in the plan's own language",
     "<weakness item='i'><cause xml:lang='pt'>p</cause><cause>c</cause><action id='x' weeks='2'/></weakness>",
     {AT_X("cause", "d")},
     "<cause xml:lang=\"pt\">p</cause>\n    <cause>d</cause>",
     ""},
    {"taken back",
     "<weakness item='i'><cause>c</cause><cause xml:lang='pt'>p</cause><action id='x' weeks='2'/></weakness>",
     {AT_X("cause", NULL)},
     "<weakness item=\"i\">\n    <cause xml:lang=\"pt\">p</cause>\n",
     ""},
    {"told in two ways on two rows",
     ACTION,
     {AT_X("cause", "c"), {"actions", "y", "cause", "d"}},
     "",
     "Plan!C6: the cause of \"i\" is told in two ways; the other in Plan!C5\n"},
    {"told alike on two rows", ACTION, {AT_X("cause", "c"), {"actions", "y", "cause", "c"}}, "<cause>c</cause>", ""},
    {"the causes of two weaknesses",
     ACTION "<weakness item='k'><action id='z' weeks='2'/></weakness>",
     {AT_X("cause", "c"), {"actions", "z", "cause", "d"}},
     "<cause>d</cause>",
     ""},
    {"a new action",
     ACTION,
     {NEW("item", "i"), NEW("title", "Open an account!"), NEW("start", "2025-02-01"), NEW("due", "2025-02-14"),
      NEW("cost", "7"), NEW("note", "n"), NEW("evidence", "e"), NEW("cause", "c")},
     "<cause>c</cause>|<action id=\"open_an_account_a4d243\" state=\"added\" start=\"2025-02-01\" due=\"2025-02-14\">|"
     "<cost amount=\"7\"/>|<note>n</note>|<evidence>e</evidence>",
     ""},
    {"of a statement that was for later",
     "<weakness item='i' state='later'/>",
     {NEW("item", "i"), NEW("title", "A"), NEW("start", "2025-02-01"), NEW("due", "2025-02-14")},
     "<weakness item=\"i\" state=\"planned\">",
     ""},
    {"of one that is in no plan",
     "",
     {NEW("item", "k"), NEW("title", "A"), NEW("start", "2025-02-01"), NEW("due", "2025-02-14")},
     "<weakness item=\"k\" state=\"planned\">",
     ""},
    {"without a letter in its title",
     ACTION,
     {NEW("item", "i"), NEW("title", "..."), NEW("start", "2025-02-01"), NEW("due", "2025-02-14")},
     "<action id=\"added_",
     ""},
    {"under an id of its own",
     ACTION,
     {{"actions", "own", "item", "i"},
      {"actions", "own", "title", "A"},
      {"actions", "own", "start", "2025-02-01"},
      {"actions", "own", "due", "2025-02-14"}},
     "<action id=\"own\" state=\"added\"",
     ""},
    {"under one that is none",
     ACTION,
     {{"actions", "Own", "item", "i"},
      {"actions", "Own", "title", "A"},
      {"actions", "Own", "start", "2025-02-01"},
      {"actions", "Own", "due", "2025-02-14"}},
     "",
     "Plan!C5: id \"Own\" is not an id; it begins with a letter a-z and holds only a-z, 0-9 and _, at most 60\n"},
    {"the same row, read a second time",
     "<weakness item='i'><action id='a_c2d88f' state='added' weeks='2' start='2025-02-01' "
     "due='2025-02-14'/></weakness>",
     {NEW("item", "i"), NEW("title", "A"), NEW("start", "2025-02-01"), NEW("due", "2025-02-14")},
     "<action id=\"a_c2d88f\" state=\"added\" weeks=\"2\" start=\"2025-02-01\" due=\"2025-02-14\"/>\n  </weakness>",
     ""},
    {"a new action that says nothing",
     ACTION,
     {NEW("person", "A")},
     "",
     "Plan!C5: a new action: which statement does it work on? Write its id in the column \"statement id\"\n"
     "Plan!C5: a new action: what is to be done? Write it in the column \"Action\"\n"
     "Plan!C5: a new action: when does it start, and when is it due? It needs both dates\n"},
    {"one without a due date",
     ACTION,
     {NEW("item", "i"), NEW("title", "A"), NEW("start", "2025-02-01")},
     "",
     "Plan!C5: a new action: when does it start, and when is it due? It needs both dates\n"},
    {"a row that was taken out is no edit", ACTION, {{"actions", "x", NULL, NULL}}, "<action id=\"x\"", ""},
    {"votes for what comes later",
     "<weakness item='i' state='later'/>",
     {{"later", "i", "votes", "3"}},
     "votes=\"3\"",
     ""},
    {"it is taken in",
     "<weakness item='i' state='later'/>",
     {{"later", "i", "take-in", "yes"}},
     "<weakness item=\"i\" state=\"planned\"/>",
     ""},
    {"or not",
     "<weakness item='i' state='later'/>",
     {{"later", "i", "take-in", "no"}},
     "<weakness item=\"i\" state=\"later\"/>",
     ""},
    {"what is not in the plan cannot be", "", {{"later", "i", "take-in", "yes"}}, "<plan", ""},
    {"who finds it out",
     "<find-out item='e' why='dk'/><find-out item='f' why='dk'/>",
     {{"find-out", "f", "who", "Anna"}, {"find-out", "f", "due", "2025-02-01"}},
     "<find-out item=\"e\" why=\"dk\"/>\n  <find-out item=\"f\" why=\"dk\" who=\"Anna\" due=\"2025-02-01\"/>",
     ""},
    {"a visit",
     "",
     {{"visits", "+1", "date", "2025-02-01"}, {"visits", "+1", "topics", "Books"}},
     "<visit date=\"2025-02-01\">\n    <topics>Books</topics>",
     ""},
    {"two visits",
     "",
     {{"visits", "+1", "date", "2025-02-01"}, {"visits", "+2", "date", "2025-03-01"}},
     "<visit date=\"2025-02-01\"/>\n  <visit date=\"2025-03-01\"/>",
     ""},
    {"one of an earlier review stays",
     "<visit date='2025-02-01'/>",
     {{"visits", "1", "date", "2025-03-01"}},
     "<visit date=\"2025-02-01\"/>",
     "Plan!C5: a visit of an earlier review stays as it was; this is not carried: write it into a new row\n"},
    {"a training of the library",
     "",
     {{"trainings", "+1", "training", "t_books"}, {"trainings", "+1", "note", "n"}},
     "<trained training=\"t_books\">\n    <note>n</note>",
     ""},
    {"another one, in words",
     "",
     {{"trainings", "+1", "training", "First aid"}},
     "<trained training=\"first_aid\">\n    <note>First aid</note>",
     ""},
    {"in letters that no id has",
     "",
     {{"trainings", "+1", "training", "–"}},
     "<trained training=\"training\">\n    <note>–</note>",
     ""},
    {"none",
     "",
     {{"trainings", "+1", "women", "3"}},
     "",
     "Plan!C5: which training was it? Write it in the column \"Training\"\n"},
    {"somebody signs",
     "<signed role='Chair' name='A'/>",
     {{"signed", "Chair", "date", "2025-02-01"},
      {"signed", "Secretary", NULL, NULL},
      {"signed", "Secretary", "name", "B"}},
     "<signed role=\"Chair\" name=\"A\" date=\"2025-02-01\"/>\n  <signed role=\"Secretary\" name=\"B\"/>",
     ""},
};

static const char *said(oca_arena *mem, const oca_faults *faults) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < faults->all.n; i++)
        oca_buffer_print(&out, "%s: %s\n", faults->all.at[i].where.cell, faults->all.at[i].message);
    return out.at ? out.at : "";
}

static void check_row(void **state) {
    const struct typed *row = *state;
    oca_arena mem = {0};
    oca_edits edits = {0};
    for (size_t i = 0; i < 8 && row->edits[i].table; i++) {
        const char *of = row->edits[i].row;
        *(oca_edit *)OCA_ADD(&mem, &edits) = (oca_edit){.table = row->edits[i].table,
                                                        .row = of,
                                                        .column = row->edits[i].column,
                                                        .new_value = row->edits[i].value,
                                                        .place = strcmp(of, "y") == 0 ? "Plan!C6" : "Plan!C5"};
    }
    oca_faults faults = {.mem = &mem};
    const oca_plan *record = plan_of(&mem, row->record), *plan = oca_plan_edited(&mem, record, &edits, &faults);
    assert_string_equal(said(&mem, &faults), row->said);
    oca_document document = {&oca_plan_format, (void *)(uintptr_t)plan};
    const char *xml;
    size_t n;
    assert_int_equal(oca_xml_write(&xml, &n, &mem, &document), OCA_OK);
    oca_strings pieces = oca_split(&mem, row->has, "|");
    for (size_t i = 0; i < pieces.n; i++)
        if (!strstr(xml, pieces.at[i])) {
            print_error("not in it: %s\n%s\n", pieces.at[i], xml);
            fail();
        }
    oca_arena_free(&mem);
}

int main(void) {
    return CHECK_ROWS("typed in a plan's workbook", rows, check_row);
}
