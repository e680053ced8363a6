/* Assessments as forms: what stands in which cell, what differs between two forms, and edits taken in. */
#include "../engine/document/assessment_form.h"
#include "../engine/reading/library.h"
#include "../engine/writing/xml.h"
#include "check.h"

#include <string.h>

#define HEAD                                                                                                           \
    "<assessment xmlns='urn:oca:assessment:1' rubric='r' rubric-version='1' round='baseline' date='2025-03-14'>"
#define BODY(inside) HEAD "<organization id='o' name='O'/>" inside "</assessment>"

static const oca_assessment *parse(oca_arena *mem, const char *xml) {
    oca_faults faults = {.mem = mem};
    oca_document document;
    assert_int_equal(oca_document_parse(&document, mem, "a.xml", xml, strlen(xml), oca_all_formats, &faults), OCA_OK);
    return document.root;
}

static const char *written(oca_arena *mem, const oca_assessment *assessment) {
    const char *bytes;
    size_t n;
    oca_assessment copy = *assessment;
    assert_int_equal(oca_xml_write(&bytes, &n, mem, &(oca_document){&oca_assessment_format, &copy}), OCA_OK);
    return bytes;
}

/* The filled cells of a form: "answers gov agreed=2", one a line. */
static const char *filled(oca_arena *mem, const oca_form *form) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < form->n; i++)
        for (size_t k = 0; k < form->at[i].rows.n; k++)
            for (size_t j = 0; j < form->at[i].columns.n; j++)
                if (form->at[i].rows.at[k].cells[j])
                    oca_buffer_print(&out, "%s %s %s=%s\n", form->at[i].name, form->at[i].rows.at[k].id,
                                     form->at[i].columns.at[j].key, form->at[i].rows.at[k].cells[j]);
    return out.at ? out.at : "";
}

#define ABOUT "about name value=O\nabout id value=o\nabout round value=baseline\nabout date value=2025-03-14\n"

static const struct cell_row {
    const char *name, *xml, *cells;
} cell_rows[] = {
    {"nothing but the head", BODY(""), ABOUT},
    {"lists are numbered, participants named",
     BODY("<facilitator from='cso'>F</facilitator><session date='2025-03-14' from='09:00' present='14'/>"
          "<consent to='association donor'/><participant id='p01' groups='women board'/>"),
     ABOUT "facilitators 1 name=F\nfacilitators 1 from=cso\nsessions 1 date=2025-03-14\nsessions 1 from=09:00\n"
           "sessions 1 present=14\nconsent 1 to=association donor\nparticipants p01 groups=women board\n"},
    {"what was agreed, checked and planned",
     BODY("<answer item='i'><agreed value='2.50' date='2025-03-14'><note>n</note></agreed>"
          "<verified answer='dk' by='V'/><then value='1'/></answer><answer item='j'><agreed answer='na' reason='R'/>"
          "</answer><target item='i' value='3'/><priority item='k' votes='7' chosen='yes'/>"),
     ABOUT "answers i agreed=2.5\nanswers i agreed-date=2025-03-14\nanswers i agreed-note=n\nanswers i verified=dk\n"
           "answers i verified-by=V\nanswers i then=1\nanswers i target=3\nanswers j agreed=na\nanswers j reason=R\n"
           "answers k votes=7\nanswers k chosen=yes\n"},
    {"evidence, the first beside its answer",
     BODY("<answer item='i'><evidence kind='photo' href='a.jpg'/><evidence by='B'>second</evidence></answer>"),
     ABOUT "answers i kind=photo\nanswers i href=a.jpg\nevidence i/2 item=i\nevidence i/2 evidence=second\n"
           "evidence i/2 by=B\n"},
    {"single scores and what members said",
     BODY("<participant id='p1'/><participant id='p2'/><answer item='i'><score by='p2' value='3'><note>N</note></score>"
          "<score by='p1' answer='dk'/></answer>"),
     ABOUT "scores i p1=dk\nscores i p2=3\nnotes i/p2/1 item=i\nnotes i/p2/1 by=p2\nnotes i/p2/1 text=N\n"},
    {"tallies, lowest first",
     BODY("<answer item='i'><tally answer='dk' n='2'/><tally value='3' n='4'/><tally value='1' n='5'/></answer>"),
     ABOUT "tallies i 1=5\ntallies i 3=4\ntallies i dk=2\n"},
    {"criteria and measures",
     BODY("<answer item='i'><agreed><met criterion='c1'/></agreed><verified><met criterion='c2'/></verified></answer>"
          "<measure id='m' value='0'/>"),
     ABOUT "measures m value=0\ncriteria i/c1 agreed=yes\ncriteria i/c2 verified=yes\n"},
};

static void check_cells(void **state) {
    const struct cell_row *row = *state;
    oca_arena mem = {0};
    oca_form form = oca_assessment_form(&mem, parse(&mem, row->xml), NULL);
    assert_string_equal(filled(&mem, &form), row->cells);
    oca_arena_free(&mem);
}

/* What differs between the forms of two documents: "table row column: old -> new", and the second document again when
 * the edits are taken into the first. */
static const struct change_row {
    const char *name, *record, *copy, *edits;
    const char *result; /* NULL: the copy */
} change_rows[] = {
    {"nothing", BODY("<answer item='i'><agreed value='2'/></answer>"),
     BODY("<answer item='i'><agreed value='2.0'/></answer>"), "", NULL},
    {"a score changed, one cleared, one new",
     BODY("<participant id='p1'/><answer item='i'><score by='p1' value='1'/><agreed value='2'/></answer>"),
     BODY("<participant id='p1'/><answer item='i'><agreed value='3' date='2025-04-01'/></answer>"
          "<answer item='j'><score by='p1' answer='na'/></answer>"),
     "answers i agreed: 2 -> 3\nanswers i agreed-date:  -> 2025-04-01\nscores i p1: 1 -> \nscores j p1:  -> na\n",
     NULL},
    {"an answer becomes N/A and back",
     BODY("<answer item='i'><agreed value='2'/></answer><answer item='j'><agreed "
          "answer='na' reason='R'/></answer>"),
     BODY("<answer item='i'><agreed answer='na' reason='S'/></answer><answer item='j'><agreed value='1'/></answer>"),
     "answers i agreed: 2 -> na\nanswers i reason:  -> S\nanswers j agreed: na -> 1\nanswers j reason: R -> \n", NULL},
    {"a session added, a facilitator taken out",
     BODY("<facilitator>F</facilitator><facilitator>G</facilitator><facilitator>H</facilitator>"),
     BODY("<facilitator>F</facilitator><facilitator>H</facilitator><session place='Hall'/>"),
     "facilitators 2 name: G -> H\nfacilitators 3: 3 -> \nsessions 1:  -> 1\nsessions 1 place:  -> Hall\n", NULL},
    {"participants come and go", BODY("<participant id='p1'/><participant id='p2'/><participant id='p3' groups='a'/>"),
     BODY("<participant id='p1' groups='women'/><participant id='p3' groups='a'/><participant id='p4'/>"),
     "participants p1 groups:  -> women\nparticipants p4:  -> p4\nparticipants p2: p2 -> \n", NULL},
    {"facts", BODY(""),
     "<assessment xmlns='urn:oca:assessment:1' rubric='r' rubric-version='1' round='interim' date='2025-03-14' "
     "private='after'><organization id='o' name='P' profile='gold women' members='12'/></assessment>",
     "about name value: O -> P\nabout profile value:  -> gold women\nabout round value: baseline -> interim\n"
     "about private value:  -> after\nabout members value:  -> 12\n",
     NULL},
    {"evidence: first, further, and one out of the middle",
     BODY("<answer item='i'><evidence>a</evidence><evidence>b</evidence><evidence>c</evidence></answer>"),
     BODY("<answer item='i'><evidence>a</evidence><evidence>c</evidence></answer><answer item='j'><evidence "
          "kind='told'>d</evidence></answer>"),
     "answers j kind:  -> told\nanswers j evidence:  -> d\nevidence i/2 evidence: b -> c\nevidence i/3: i/3 -> \n",
     NULL},
    {"tallies", BODY("<answer item='i'><tally value='1' n='5'/><tally answer='dk' n='1'/></answer>"),
     BODY("<answer item='i'><tally value='1' n='4'/><tally value='2' n='3'/></answer>"),
     "tallies i 1: 5 -> 4\ntallies i 2:  -> 3\ntallies i dk: 1 -> \n", NULL},
    {"a column and a row that the copy lacks were not edited",
     BODY("<answer item='i'><tally value='1' n='5'/><tally value='3' n='1'/></answer><answer item='j'><agreed "
          "value='1'/></answer>"),
     BODY("<answer item='i'><tally value='1' n='4'/></answer>"), "tallies i 1: 5 -> 4\n",
     BODY("<answer item='i'><tally value='1' n='4'/><tally value='3' n='1'/></answer><answer item='j'><agreed "
          "value='1'/></answer>")},
    {"criteria ticked and not",
     BODY("<answer item='i'><agreed><met criterion='c1'/><met criterion='c2'/></agreed></answer>"),
     BODY("<answer item='i'><agreed><met criterion='c1'/></agreed><verified><met criterion='c2'/></verified></answer>"),
     "criteria i/c2 agreed: yes -> \ncriteria i/c2 verified:  -> yes\n", NULL},
    {"targets, priorities and measures go when they are emptied",
     BODY("<target item='i' value='3'/><priority item='i' votes='2' chosen='yes'/><measure id='m' value='1'/>"
          "<measure id='n' value='4'/>"),
     BODY("<priority item='i' chosen='yes'/><measure id='m'><note>none</note></measure><measure id='n' value='5'/>"),
     "answers i target: 3 -> \nanswers i votes: 2 -> \nmeasures m value: 1 -> \nmeasures m note:  -> none\n"
     "measures n value: 4 -> 5\n",
     NULL},
    {"what no cell shows stays",
     BODY("<note>whole</note><answer item='i'><agreed value='2' by='B'><note>one</note><note>two</note></agreed>"
          "<note xml:lang='sn'>x</note></answer>"),
     BODY("<answer item='i'><agreed value='3'><note>one</note></agreed><note>y</note></answer>"),
     "answers i agreed: 2 -> 3\nanswers i note: x -> y\n",
     BODY("<note>whole</note><answer item='i'><agreed value='3' by='B'><note>one</note><note>two</note></agreed>"
          "<note xml:lang='sn'>y</note></answer>")},
    {"a member's words",
     BODY("<participant id='p1'/><answer item='i'><score by='p1' value='1'><note>a</note></score>"
          "</answer>"),
     BODY("<participant id='p1'/><answer item='i'><score by='p1' value='1'><note>b</note></score></answer>"),
     "notes i/p1/1 text: a -> b\n", NULL},
};

static const char *edits_text(oca_arena *mem, const oca_edits *edits) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < edits->n; i++) {
        const oca_edit *edit = &edits->at[i];
        oca_buffer_print(&out, "%s %s%s%s: %s -> %s\n", edit->table, edit->row, edit->column ? " " : "",
                         edit->column ? edit->column : "", edit->old_value ? edit->old_value : "",
                         edit->new_value ? edit->new_value : "");
    }
    return out.at ? out.at : "";
}

static void check_change(void **state) {
    const struct change_row *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    const oca_assessment *record = parse(&mem, row->record), *copy = parse(&mem, row->copy);
    const char *before = written(&mem, record);
    oca_form old = oca_assessment_form(&mem, record, NULL), new = oca_assessment_form(&mem, copy, NULL);
    oca_edits edits = oca_form_edits(&mem, &old, &new);
    assert_string_equal(edits_text(&mem, &edits), row->edits);
    const oca_assessment *result = oca_assessment_edited(&mem, record, &edits, &faults);
    assert_int_equal(faults.faulty, 0);
    assert_string_equal(written(&mem, result), written(&mem, row->result ? parse(&mem, row->result) : copy));
    assert_string_equal(written(&mem, record), before); /* the record itself is not touched */
    oca_arena_free(&mem);
}

#define RECORD                                                                                                         \
    BODY("<participant id='p1'/><answer item='i'><score by='p1' value='1'/><evidence>a</evidence>"                     \
         "<evidence>b</evidence></answer>")

/* Edits as people type them, up to four of one row; what becomes of the record, or what is said. */
static const struct edit_row {
    const char *name, *table, *row;
    struct {
        const char *column, *value;
    } cells[4];
    const char *result; /* NULL: faults */
    const char *said;
} edit_rows[] = {
    {"a first score declares its participant",
     "scores",
     "i",
     {{"p2", "2"}},
     BODY("<participant id='p1'/><participant id='p2'/><answer item='i'><score by='p1' value='1'/><score by='p2' "
          "value='2'/><evidence>a</evidence><evidence>b</evidence></answer>"),
     NULL},
    {"a new row of evidence",
     "evidence",
     "+1",
     {{"item", "j"}, {"kind", "seen"}, {"evidence", "c"}},
     BODY("<participant id='p1'/><answer item='i'><score by='p1' value='1'/><evidence>a</evidence>"
          "<evidence>b</evidence></answer><answer item='j'><evidence kind='seen'>c</evidence></answer>"),
     NULL},
    {"a new note of a member",
     "notes",
     "+1",
     {{"item", "i"}, {"by", "p1"}, {"text", "x"}},
     BODY("<participant id='p1'/><answer item='i'><score by='p1' value='1'><note>x</note></score><evidence>a</evidence>"
          "<evidence>b</evidence></answer>"),
     NULL},
    {"a score is cleared",
     "scores",
     "i",
     {{"p1", NULL}},
     BODY("<participant id='p1'/><answer item='i'><evidence>a</evidence><evidence>b</evidence></answer>"),
     NULL},
    {"tallies stand lowest first, in whatever order they are typed",
     "tallies",
     "j",
     {{"dk", "1"}, {"2", "3"}, {"na", "4"}, {"1", "5"}},
     BODY("<participant id='p1'/><answer item='i'><score by='p1' value='1'/><evidence>a</evidence>"
          "<evidence>b</evidence></answer><answer item='j'><tally value='1' n='5'/><tally value='2' n='3'/><tally "
          "answer='na' n='4'/><tally answer='dk' n='1'/></answer>"),
     NULL},
    {"an edit of what nobody shows", "answers", "i", {{"unknown", "1"}}, RECORD, NULL},
    {"no answer",
     "answers",
     "i",
     {{"agreed", "two"}},
     NULL,
     "S!A1: \"two\" is no answer; write a level of the scale, N/A or don't know\n"},
    {"no code",
     "scores",
     "i",
     {{"Mrs M", "1"}},
     NULL,
     "S!A1: id \"Mrs M\" is not an id; it begins with a letter a-z and holds only a-z, 0-9 and _, at most 60\n"},
    {"no day and no number",
     "answers",
     "i",
     {{"agreed-date", "soon"}, {"votes", "1.5"}},
     NULL,
     "S!A1: date \"soon\" is not a date; write it as YYYY-MM-DD, like 2025-03-14\n"
     "S!A2: votes \"1.5\" is not a whole number; write it like 3\n"},
    {"no word of the list",
     "answers",
     "i",
     {{"kind", "film"}},
     NULL,
     "S!A1: kind \"film\" is not allowed; it may be document, photo, seen or told\n"},
    {"the name may not be empty", "about", "name", {{"value", NULL}}, NULL, "S!A1: name may not be empty\n"},
    {"a fact that is none", "about", "colour", {{"value", "red"}}, NULL, "S!A1: there is no such fact as \"colour\"\n"},
    {"evidence of nothing",
     "evidence",
     "+1",
     {{"evidence", "c"}},
     NULL,
     "S!A1: evidence needs the id of its statement\n"},
    {"evidence of another statement",
     "evidence",
     "i/2",
     {{"item", "j"}},
     NULL,
     "S!A1: what evidence is about cannot be changed; take the row out and write a new one\n"},
    {"nobody's note",
     "notes",
     "+1",
     {{"item", "i"}, {"text", "x"}},
     NULL,
     "S!A2: a note needs the code of who said it\n"},
    {"no tick",
     "criteria",
     "i/c",
     {{"agreed", "maybe"}},
     NULL,
     "S!A1: \"maybe\" is no tick; leave the cell empty where the criterion is not met\n"},
};

static void check_edit(void **state) {
    const struct edit_row *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    const oca_assessment *record = parse(&mem, RECORD);
    oca_edits edits = {0};
    for (size_t i = 0; i < OCA_COUNT(row->cells) && row->cells[i].column; i++)
        *(oca_edit *)OCA_ADD(&mem, &edits) = (oca_edit){row->table,           row->row,
                                                        row->cells[i].column, NULL,
                                                        row->cells[i].value,  oca_format_text(&mem, "S!A%zu", i + 1)};
    const oca_assessment *result = oca_assessment_edited(&mem, record, &edits, &faults);
    oca_buffer said = {.mem = &mem};
    for (size_t i = 0; i < faults.all.n; i++)
        oca_buffer_print(&said, "%s: %s\n", faults.all.at[i].where.cell, faults.all.at[i].message);
    if (row->result) {
        assert_int_equal(faults.faulty, 0);
        assert_string_equal(written(&mem, result), written(&mem, parse(&mem, row->result)));
    } else
        assert_string_equal(said.at ? said.at : "", row->said);
    oca_arena_free(&mem);
}

int main(void) {
    return CHECK_ROWS("cells of an assessment", cell_rows, check_cells) +
           CHECK_ROWS("edits between two assessments", change_rows, check_change) +
           CHECK_ROWS("edits as they are typed", edit_rows, check_edit);
}
