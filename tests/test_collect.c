/* Exports into an assessment: what columns and cells mean, whose answers they are, and what is refused. The rubric is
 * tests/exports/gov.xml: gov_1 and gov_2 on levels 1 to 3, in English and, half of it, in French; of ticks that of
 * tests/exports/ticks.xml: book and door, reached by criteria. */
#include "../engine/collecting/collect.h"
#include "../engine/reading/export.h"
#include "../engine/reading/library.h"
#include "../engine/writing/xml.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

static oca_frame frame, frame_of_ticks;
static oca_questionnaire asked, asked_of_ticks;

/* The assessment by the rubric that answers are added to, of assoc1 at baseline, with more in it. */
static oca_assessment *assessment_with(oca_arena *mem, const char *rubric, const char *more) {
    oca_faults faults = {.mem = mem};
    oca_document document = {0};
    const char *xml =
        oca_format_text(mem,
                        "<assessment xmlns='urn:oca:assessment:1' rubric='%s' rubric-version='1.0' round='baseline' "
                        "date='2026-03-01'><organization id='assoc1' name='N'/><session present='2'/>\n%s</assessment>",
                        rubric, more);
    const oca_format *const accepted[] = {&oca_assessment_format, NULL};
    assert_int_equal(oca_document_parse(&document, mem, "a.xml", xml, strlen(xml), accepted, &faults), OCA_OK);
    return document.root;
}

static const char *score_shown(oca_arena *mem, const oca_score *score) {
    const char *value = score->value.given               ? oca_number_text(mem, score->value.value)
                        : score->answer == OCA_ANSWER_NA ? "na"
                                                         : "dk";
    return oca_format_text(mem, " %s=%s%s%s%s", score->by, value, score->notes.n ? "(" : "",
                           score->notes.n ? score->notes.at[0].text : "", score->notes.n ? ")" : "");
}

/* "s_1 s_2; gov_1: s_1=2(why) s_2=na; gov_2: s_1=3". */
static const char *shown(oca_arena *mem, const oca_assessment *assessment) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < assessment->participants.n; i++)
        oca_buffer_print(&out, "%s%s", i ? " " : "", assessment->participants.at[i].id);
    for (size_t i = 0; i < assessment->answers.n; i++) {
        const oca_answer *answer = &assessment->answers.at[i];
        oca_buffer_print(&out, "; %s:", answer->item);
        for (size_t k = 0; k < answer->scores.n; k++)
            oca_buffer_print(&out, "%s", score_shown(mem, &answer->scores.at[k]));
    }
    return out.at ? out.at : "";
}

/* All faults and warnings, "file:line: message|"; warnings of what an export lacks only where `all`. */
static const char *told(oca_arena *mem, oca_faults *faults, bool all) {
    oca_buffer out = {.mem = mem};
    for (size_t i = 0; i < faults->all.n; i++) {
        const oca_fault *fault = &faults->all.at[i];
        if (!all && fault->severity == OCA_WARNING && strstr(fault->message, "it does not say"))
            continue;
        const char *where = fault->where.cell ? fault->where.cell : oca_format_text(mem, "%d", fault->where.line);
        oca_buffer_print(&out, "%s%s:%s: %s%s", out.n ? "|" : "", fault->file, where,
                         fault->severity == OCA_WARNING ? "warning: " : "", fault->message);
    }
    return out.at ? out.at : "";
}

typedef struct {
    const char *name;
    const char *more;       /* in the assessment */
    const char *exports[2]; /* the second may be NULL */
    const char *answers;    /* NULL: refused */
    const char *told;       /* warnings of what an export lacks aside */
} row;

#define BARE "_id,i_gov_1,c_gov_1,i_gov_2\n"

static const row rows[] = {
    {"names", "", {BARE "7,2,why,na\n8,3,,dk\n"}, "s_7 s_8; gov_1: s_7=2(why) s_8=3; gov_2: s_7=na s_8=dk", ""},
    {"names in groups", "", {"_id,a_gov/i_gov_1,a_gov/c_gov_1\n7,2,why\n"}, "s_7; gov_1: s_7=2(why)", ""},
    {"names in groups, another separator",
     "",
     {"_id;a_gov.i_gov_1;a_gov::c_gov_1;a-i_gov_2\n7;2;why;3\n"},
     "s_7; gov_1: s_7=2(why); gov_2: s_7=3",
     ""},
    {"tabs", "", {"_id\ti_gov_1\tc_gov_1\n7\t2\ta, b; c\n"}, "s_7; gov_1: s_7=2(a, b; c)", ""},
    {"a byte order mark and CRLF", "", {"\xEF\xBB\xBF_id;i_gov_1\r\n7;2\r\n"}, "s_7; gov_1: s_7=2", ""},
    {"separators inside quotation marks",
     "",
     {"\"_id\";\"i_gov_1\";\"a,b,c,d,e\"\n\"7\";\"2\";\"\"\n"},
     "s_7; gov_1: s_7=2",
     "0.csv:1: warning: a column is not understood and not carried: \"a,b,c,d,e\""},
    {"line feeds in a field", "", {BARE "7,2,\"a\nb\r\nc\",1\n"}, "s_7; gov_1: s_7=2(a\nb\nc); gov_2: s_7=1", ""},
    {"rows are counted by lines",
     "",
     {BARE "\n7,2,\"a\nb\",1\n8,9,,\n"},
     NULL,
     "0.csv:5: column \"i_gov_1\": \"9\" is no answer to it; allowed are 1, 2 or 3, na or dk"},
    {"control characters are no text",
     "",
     {BARE "7,2,\"a\x01"
           "b\",\n"},
     "s_7; gov_1: s_7=2(ab)",
     ""},
    {"labels",
     "",
     {"_id,1.1 Vision and mission,1.1 Justification,1.2 Board\n7,2 - Draft; not shared,why,Not applicable\n"},
     "s_7; gov_1: s_7=2(why); gov_2: s_7=na",
     ""},
    {"labels in groups",
     "",
     {"_id,1 Governance/1.1 Vision and mission,1 Governance/1.2 Board\n7,3 - Shared by all,\n"},
     "s_7; gov_1: s_7=3",
     ""},
    {"labels in French",
     "",
     {"_id,1.1 Vision et mission,1.2 Comité\n7,1 - Aucune déclaration,Je ne sais pas\n"},
     "s_7; gov_1: s_7=1; gov_2: s_7=dk",
     ""},
    {"a label that was not translated", "", {"_id,1.2 Comité\n7,3 - Elected\n"}, "s_7; gov_2: s_7=3", ""},
    {"labels without number",
     "",
     {"_id,Vision and mission,Board\n7,Draft; not shared,Emerging\n"},
     "s_7; gov_1: s_7=2; gov_2: s_7=2",
     ""},
    {"justifications by position",
     "",
     {"_id,1.1 Vision and mission,Justification,1.2 Board,Justification\n7,2 - Draft; not shared,a,3 - Elected,b\n"},
     "s_7; gov_1: s_7=2(a); gov_2: s_7=3(b)",
     ""},
    {"a justification of nothing",
     "",
     {"_id,Justification,1.2 Board\n7,a,3 - Elected\n"},
     NULL,
     "0.csv:1: the heading \"Justification\" does not stand just after the question that it is of; export with XML "
     "values and headers"},
    {"one question, two columns",
     "",
     {"_id,a/i_gov_1,b/i_gov_1\n7,2,2\n"},
     NULL,
     "0.csv:1: the columns \"a/i_gov_1\" and \"b/i_gov_1\" are of the same question; keep the right one"},
    {"one question, one column that is empty", "", {"_id,a/i_gov_1,b/i_gov_1\n7,,2\n"}, "s_7; gov_1: s_7=2", ""},
    {"numbers of a workbook", "", {"_id,i_gov_1\n7,2.0\n"}, "s_7; gov_1: s_7=2", ""},
    {"capitals", "", {"_id,i_gov_1,i_gov_2\n7,NA,Dk\n"}, "s_7; gov_1: s_7=na; gov_2: s_7=dk", ""},
    {"an unknown value",
     "",
     {BARE "7,2,,\n8,maybe,,1.5\n"},
     NULL,
     "0.csv:3: column \"i_gov_1\": \"maybe\" is no answer to it; allowed are 1, 2 or 3, na or dk|"
     "0.csv:3: column \"i_gov_2\": \"1.5\" is no answer to it; allowed are 1, 2 or 3, na or dk"},
    {"unknown columns",
     "",
     {"_id,i_gov_1,i_gov_9,Phone\n7,2,1,077\n"},
     "s_7; gov_1: s_7=2",
     "0.csv:1: warning: columns are not understood and not carried: \"i_gov_9\", \"Phone\""},
    {"columns of the server and the phone",
     "",
     {"start,today,_id,i_gov_1,_submission_time,_validation_status,_notes,_status,_submitted_by,__version__,_tags,"
      "_index,meta/instanceName,profile,profile/women\n,,7,2,,,,,,,,,,,\n"},
     "s_7; gov_1: s_7=2",
     ""},
    {"no question at all",
     "",
     {"a,b\n1,2\n"},
     NULL,
     "0.csv:1: none of its columns is a question of the rubric \"gov\"|"
     "0.csv:1: warning: columns are not understood and not carried: \"a\", \"b\""},
    {"a justification without an answer",
     "",
     {BARE "7,,why,1\n"},
     "s_7; gov_2: s_7=1",
     "0.csv:2: warning: item \"gov_1\": a justification without an answer is not carried"},
    {"a submission without any answer", "", {BARE "7,,,\n"}, "s_7", ""},

    {"a uuid where there is no _id",
     "",
     {"KEY,i_gov_1\nuuid:1A2B3C4D-5e6f,2\n"},
     "s_1a2b3c4d; gov_1: s_1a2b3c4d=2",
     ""},
    {"neither _id nor uuid",
     "",
     {"i_gov_1\n2\n"},
     NULL,
     "0.csv:2: this submission has neither an _id nor a uuid, so nobody could tell it from another"},
    {"an _id that is none",
     "",
     {"_id,i_gov_1\nx y,2\n"},
     NULL,
     "0.csv:2: the _id \"x y\" is none; it holds letters and digits"},
    {"the same row twice", "", {"_id,_uuid,i_gov_1\n7,u-1,2\n7,u-1,2\n"}, "s_7; gov_1: s_7=2", ""},
    {"the same submission in two exports",
     "",
     {"_id,_uuid,i_gov_1\n7,1a2b3c4d-1,2\n", "meta/instanceID,i_gov_1\nuuid:1A2B3C4D-1,2\n"},
     "s_7; gov_1: s_7=2",
     ""},
    {"an edited submission keeps its root",
     "",
     {"_id,_uuid,meta/rootUuid,i_gov_1\n7,u-2,uuid:u-1,2\n", "_id,_uuid,i_gov_1\n7,u-1,3\n"},
     NULL,
     "1.csv:2: this submission stands in 0.csv in line 2 too, with other answers: give only the newer file"},
    {"two submissions, one participant",
     "",
     {"_id,_uuid,i_gov_1\n7,u-1,2\n", "_id,_uuid,i_gov_1\n7,u-2,2\n"},
     NULL,
     "1.csv:2: this submission would be participant \"s_7\", as another one of 0.csv in line 2"},

    {"another organization",
     "",
     {"_id,org_code,i_gov_1\n7,assoc2,2\n"},
     NULL,
     "0.csv:2: this submission is of the organization \"assoc2\", the assessment of \"assoc1\""},
    {"the organization in capitals", "", {"_id,org_code,i_gov_1\n7,ASSOC1,2\n"}, "s_7; gov_1: s_7=2", ""},
    {"the organization by its label",
     "",
     {"_id,Organisation code,i_gov_1\n7,other,2\n"},
     NULL,
     "0.csv:2: this submission is of the organization \"other\", the assessment of \"assoc1\""},
    {"no organization in one row",
     "",
     {"_id,org_code,i_gov_1\n7,,2\n"},
     "s_7; gov_1: s_7=2",
     "0.csv:2: warning: this submission does not say of which organization it is; it is taken for \"assoc1\""},
    {"another digest",
     "",
     {"_id,rubric_ref,i_gov_1\n7,gov@1.0#0123456789,2\n"},
     NULL,
     "0.csv:2: this submission answers to the rubric gov@1.0#01234567…, the assessment to gov@1.0#DIGEST…"},
    {"another rubric",
     "",
     {"_id,rubric_ref,i_gov_1\n7,other@1.0,2\n"},
     NULL,
     "0.csv:2: this submission answers to the rubric other@1.0, the assessment to gov@1.0#DIGEST…"},
    {"another round",
     "",
     {"_id,round,i_gov_1\n7,Reassessment,2\n"},
     NULL,
     "0.csv:2: this submission is of the round \"Reassessment\", the assessment of \"baseline\""},
    {"the round by its label", "", {"_id,Round,i_gov_1\n7,Évaluation initiale,2\n"}, "s_7; gov_1: s_7=2", ""},
    {"not approved",
     "",
     {"_id,_validation_status,i_gov_1\n7,validation_status_not_approved,2\n8,Approved,3\n9,{},1\n"},
     "s_8 s_9; gov_1: s_8=3 s_9=1",
     "0.csv:2: warning: this submission was not approved on the server, and is left out"},
    {"on hold",
     "",
     {"_id,_validation_status,i_gov_1\n7,On Hold,2\n"},
     "",
     "0.csv:2: warning: this submission is on hold on the server, and is left out; collect again once it is approved"},
    {"rejected by a reviewer",
     "",
     {"KEY,ReviewState,i_gov_1\nuuid:12345678,rejected,2\n"},
     "",
     "0.csv:2: warning: this submission was not approved on the server, and is left out"},
    {"more than were present",
     "",
     {BARE "7,2,,\n8,2,,\n9,3,,\n"},
     "s_7 s_8 s_9; gov_1: s_7=2 s_8=2 s_9=3",
     "a.xml:1: warning: there are now 3 participants, but at most 2 were present in a session: did somebody answer "
     "twice?"},

    {"beside others' answers",
     "<participant id='p1'/><answer item='gov_2'><score by='p1' value='1'/></answer>",
     {BARE "7,2,,3\n"},
     "p1 s_7; gov_2: p1=1 s_7=3; gov_1: s_7=2",
     ""},
    {"collected before",
     "<participant id='s_7'/><answer item='gov_1'><score by='s_7' value='2'><note>why</note></score></answer>",
     {BARE "7,2,why,\n"},
     "s_7; gov_1: s_7=2(why)",
     ""},
    {"collected before, answered more",
     "<participant id='s_7'/><answer item='gov_1'><score by='s_7' value='2'/></answer>",
     {BARE "7,2,,3\n"},
     "s_7; gov_1: s_7=2; gov_2: s_7=3",
     ""},
    {"collected before from the phone",
     "<participant id='s_1a2b3c4d'/><answer item='gov_1'><score by='s_1a2b3c4d' value='2'/></answer>",
     {"_id,_uuid,i_gov_1\n7,1a2b3c4d-0000,2\n"},
     "s_1a2b3c4d; gov_1: s_1a2b3c4d=2",
     ""},
    {"collected before, another answer",
     "<participant id='s_7'/><answer item='gov_1'><score by='s_7' value='2'/></answer>",
     {BARE "7,3,why,\n"},
     NULL,
     "0.csv:2: item \"gov_1\": participant \"s_7\" answered 3 with a justification here, and is recorded in line 2 "
     "with 2"},
    {"an item with tallies",
     "<answer item='gov_1'><tally value='2' n='5'/></answer>",
     {BARE "7,3,,\n"},
     NULL,
     "a.xml:2: item \"gov_1\" has tallies already; single answers from 0.csv cannot stand beside them: were they "
     "counted "
     "there? Take out the tallies, or the column"},
    {"tallies of an item that nobody answers here",
     "<answer item='gov_2'><tally value='2' n='5'/></answer>",
     {BARE "7,3,,\n"},
     "s_7; gov_2:; gov_1: s_7=3",
     ""},

    {"a phone's file",
     "",
     {"<gov xmlns:orx='http://openrosa.org/xforms' id='gov' version='1'><org_code>assoc1</org_code><a_gov>"
      "<i_gov_1>2</i_gov_1><c_gov_1>a &amp; b</c_gov_1><i_gov_2/></a_gov><orx:meta>"
      "<orx:instanceID>uuid:1A2B3C4D-5e6f-7000-8000-000000000000</orx:instanceID></orx:meta></gov>"},
     "s_1a2b3c4d; gov_1: s_1a2b3c4d=2(a & b)",
     ""},
    {"a phone's file and the export of its server",
     "",
     {"_id,_uuid,i_gov_1\n7,1a2b3c4d-5e6f,2\n",
      "<data><i_gov_1>2</i_gov_1><meta><instanceID>uuid:1a2b3c4d-5e6f</instanceID></meta></data>"},
     "s_1a2b3c4d; gov_1: s_1a2b3c4d=2",
     ""},
    {"a phone's file of something else",
     "",
     {"<data>\n<i_gov_1>9</i_gov_1>\n<meta><instanceID>uuid:12345678</instanceID></meta></data>"},
     NULL,
     "0.csv:2: column \"i_gov_1\": \"9\" is no answer to it; allowed are 1, 2 or 3, na or dk"},
};

/* What is ticked becomes the level that it reaches. */
static const row ticks[] = {
    {"ticks and their level",
     "",
     {"_id,t_book,i_book\n7,kept,2\n8,kept two_sign,3\n"},
     "s_7 s_8; book: s_7=2 s_8=3",
     ""},
    {"ticks alone", "", {"_id,t_book\n7,two_sign kept\n8,\n"}, "s_7 s_8; book: s_7=3", ""},
    {"a level alone", "", {"_id,t_book,i_book\n7,,3\n8,,na\n"}, "s_7 s_8; book: s_7=3 s_8=na", ""},
    {"a level without the one below", "", {"_id,t_book\n7,two_sign\n"}, "s_7; book: s_7=1", ""},
    {"a column for each",
     "",
     {"_id;a/t_book;a/t_book/kept;a/t_book/two_sign\n7;kept two_sign;1;1\n8;kept;1;0\n"},
     "s_7 s_8; book: s_7=3 s_8=2",
     ""},
    {"a column for each alone",
     "",
     {"_id,a.t_book/kept,a.t_book/two_sign\n7,TRUE,false\n8,,\n"},
     "s_7 s_8; book: s_7=2",
     ""},
    {"labels",
     "",
     {"_id,\"A/1.1 Book: tick all that is so today\",1.1 Book\n7,\"A book, is kept Two people sign\",3 - Safe\n"},
     "s_7; book: s_7=3",
     ""},
    {"labels in French, a column for each",
     "",
     {"_id,\"1.1 Livre: cochez tout ce qui est vrai aujourd'hui/Un livre est tenu\"\n7,1\n"},
     "s_7; book: s_7=2",
     ""},
    {"what begins alike", "", {"_id,t_door\n7,Shut and locked\n8,Shut\n"}, "s_7 s_8; door: s_7=1 s_8=2", ""},
    {"a phone's file",
     "",
     {"<ticks><a_a><t_book>kept two_sign</t_book><i_book>3</i_book></a_a><meta><instanceID>uuid:12345678-9</instanceID>"
      "</meta></ticks>"},
     "s_12345678; book: s_12345678=3",
     ""},
    {"a level that the ticks do not reach",
     "",
     {"_id,t_book,i_book\n7,kept,3\n"},
     NULL,
     "0.csv:2: item \"book\": the answer is 3, but the criteria that are ticked reach level 2"},
    {"ticks of something not known",
     "",
     {"_id,t_book,i_book\n7,kept,dk\n"},
     NULL,
     "0.csv:2: item \"book\": the answer is dk, but the criteria that are ticked reach level 2"},
    {"no criterion",
     "",
     {"_id,t_book\n7,kept new\n"},
     NULL,
     "0.csv:2: column \"t_book\": \"kept new\" names something that is no criterion of it; export with XML values and "
     "headers"},
    {"no tick",
     "",
     {"_id,t_book/kept\n7,x\n"},
     NULL,
     "0.csv:2: column \"t_book/kept\": \"x\" is no tick; allowed are 1 and 0"},
    {"one of them in two columns",
     "",
     {"_id,a/t_book/kept,b/t_book/kept\n7,1,0\n"},
     NULL,
     "0.csv:1: the columns \"a/t_book/kept\" and \"b/t_book/kept\" are of the same question; keep the right one"},
};

static void check(const row *r, const oca_frame *of, const oca_questionnaire *questionnaire) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_assessment *assessment = assessment_with(&mem, of->rubric->id, r->more), out;
    oca_answers answers;
    oca_collected counts;
    oca_exports exports = {0};
    assert_int_equal(oca_answers_build(&answers, &mem, assessment, of, &faults), OCA_OK);
    for (int i = 0; i < 2 && r->exports[i]; i++)
        assert_int_equal(oca_export_read(OCA_ADD(&mem, &exports), &mem, i ? "1.csv" : "0.csv", r->exports[i],
                                         strlen(r->exports[i]), &faults),
                         OCA_OK);
    oca_status status = oca_collect(&out, &counts, &mem, &answers, questionnaire, &exports, &faults);
    const char *wanted = r->told, *digest = strstr(wanted, "DIGEST");
    if (digest)
        wanted = oca_format_text(&mem, "%.*s%.8s%s", (int)(digest - wanted), wanted, of->rubric->digest, digest + 6);
    assert_string_equal(told(&mem, &faults, false), wanted);
    assert_int_equal(status, r->answers ? OCA_OK : OCA_FAULTY);
    if (r->answers) {
        assert_string_equal(shown(&mem, &out), r->answers);
        assert_int_equal(counts.submissions, counts.added + counts.known + counts.duplicates + counts.left_out);
        /* Once more: nothing changes. */
        oca_assessment again;
        assert_int_equal(oca_answers_build(&answers, &mem, &out, of, &faults), OCA_OK);
        assert_int_equal(oca_collect(&again, &counts, &mem, &answers, questionnaire, &exports, &faults), OCA_OK);
        assert_string_equal(shown(&mem, &again), r->answers);
        assert_int_equal(counts.added + counts.answers, 0);
    }
    oca_arena_free(&mem);
}

static void check_row(void **state) {
    check(*state, &frame, &asked);
}

static void check_ticks(void **state) {
    check(*state, &frame_of_ticks, &asked_of_ticks);
}

/* What an export lacks. */
static void test_lacking(void **state) {
    (void)state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_answers answers;
    oca_assessment out;
    oca_collected counts;
    oca_exports exports = {0};
    const char *text = "_id,i_gov_1\n7,2\n";
    assert_int_equal(oca_answers_build(&answers, &mem, assessment_with(&mem, "gov", ""), &frame, &faults), OCA_OK);
    assert_int_equal(oca_export_read(OCA_ADD(&mem, &exports), &mem, "e", text, strlen(text), &faults), OCA_OK);
    assert_int_equal(oca_collect(&out, &counts, &mem, &answers, &asked, &exports, &faults), OCA_OK);
    assert_string_equal(
        told(&mem, &faults, true),
        "e:1: warning: it does not say of which organization its answers are; they are taken for "
        "\"assoc1\"|e:1: warning: it does not say to which rubric its answers are; they are taken for gov "
        "1.0");
    oca_arena_free(&mem);
}

/* Hostile and broken files: a message each, and no more. */
typedef struct {
    const char *name, *begin, *repeat;
    size_t times;
    const char *end, *told;
} hostile_row;

static const hostile_row hostile[] = {
    {"nothing", "", "", 0, "", "0: the file is empty"},
    {"blank lines", "", "\r\n", 9, "", "0: the file is empty"},
    {"zero bytes", "_id,i_gov_1\n7,", "\0", 0, "\n", NULL},
    {"a quotation mark without end", "_id,i_gov_1\n7,2\n8,\"2\n", "9,1\n", 5, "",
     "3: a quotation mark that begins a field here has no end"},
    {"a quotation mark inside", "_id,c_gov_1\n7,2\n8,say \"yes\"\n", "", 0, "",
     "3: a quotation mark stands where none may: a field is quoted as a whole, marks inside are doubled"},
    {"a field that never ends", "_id,c_gov_1\n7,", "0123456789abcdef", 20000, "",
     "2: a field is longer than 100,000 bytes; is a quotation mark missing?"},
    {"a quoted field that never ends", "_id,c_gov_1\n7,\"", "0123456789abcde\n", 20000, "",
     "2: a field is longer than 100,000 bytes; is a quotation mark missing?"},
    {"too many columns", "_id", ",a", 5000, "\n", "1: there are more than 5,000 columns"},
    {"too many fields", "_id,i_gov_1\n", ",\n", 1000000, "", "1000001: there are more than 2,000,000 fields"},
    {"a row that is too long", "_id,i_gov_1\n7,2,", "x", 1, "\n",
     "2: this row has more fields than there are headings"},
    {"Latin-1", "_id,c_gov_1\n7,caf\xE9\n", "", 0, "",
     "2: this is not UTF-8: export it again, or save it from Excel as \"CSV UTF-8\""},
    {"XML that stops", "<data><a_gov><i_gov_1>2</i_gov_1>", "", 0, "",
     "1: this is not well-formed XML: the file is damaged or was not copied to its end"},
    {"a DOCTYPE", "<!DOCTYPE d [<!ENTITY x 'y'>]><data><i_gov_1>&x;</i_gov_1></data>", "", 0, "",
     "1: a DOCTYPE is not allowed"},
    {"deep XML", "", "<a>", 65, "", "1: more than 64 levels of elements"},
    {"a long text", "<data><c_gov_1>", "0123456789abcdef", 20000, "</c_gov_1></data>",
     "1: a text is longer than 100,000 bytes"},
    {"many elements", "<data>", "<a/>", 5001, "</data>", "1: there are more than 5,000 fields"},
    {"an encrypted form", "<data encrypted='yes'>", "<a/>", 1, "</data>",
     "1: this form was encrypted on the phone; only its server can open it: export it there"},
    {"a document of ours", "<assessment xmlns='urn:oca:assessment:1'>", "", 0, "</assessment>",
     "1: this is a document of oca, not a form that was filled in on a phone"},
    {"another encoding", "<?xml version='1.0' encoding='UTF-8'?><data><c_gov_1>\xE9</c_gov_1></data>", "", 0, "", NULL},
    {"a zip that is none", "PK\x03\x04", "x", 100, "", NULL},
};

static void check_hostile(void **state) {
    const hostile_row *r = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_export export = {.file = "untouched"};
    oca_buffer bytes = {.mem = &mem};
    oca_buffer_add(&bytes, r->begin, strlen(r->begin));
    for (size_t i = 0; i < r->times; i++)
        oca_buffer_add(&bytes, r->repeat, strlen(r->repeat));
    if (oca_equal(r->name, "zero bytes"))
        oca_buffer_add(&bytes, "\0", 1);
    oca_buffer_add(&bytes, r->end, strlen(r->end));
    assert_int_equal(oca_export_read(&export, &mem, "e", bytes.at ? bytes.at : "", bytes.n, &faults), OCA_FAULTY);
    assert_int_equal(faults.all.n, 1);
    if (r->told)
        assert_string_equal(told(&mem, &faults, true), oca_format_text(&mem, "e:%s", r->told));
    assert_string_equal(export.file, "untouched");
    oca_arena_free(&mem);
}

int main(void) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    const oca_rubric *rubric = NULL, *of_ticks = NULL;
    if (oca_rubric_load(&rubric, &mem, "tests/exports/gov.xml", &faults) != OCA_OK ||
        oca_frame_build(&frame, &mem, rubric, &faults) != OCA_OK ||
        oca_rubric_load(&of_ticks, &mem, "tests/exports/ticks.xml", &faults) != OCA_OK ||
        oca_frame_build(&frame_of_ticks, &mem, of_ticks, &faults) != OCA_OK)
        return EXIT_FAILURE;
    asked = oca_questionnaire_build(&mem, &frame);
    asked_of_ticks = oca_questionnaire_build(&mem, &frame_of_ticks);
    const struct CMUnitTest others[] = {cmocka_unit_test(test_lacking)};
    int failed = CHECK_ROWS("collecting", rows, check_row) + CHECK_ROWS("ticks", ticks, check_ticks) +
                 CHECK_ROWS("hostile exports", hostile, check_hostile) +
                 cmocka_run_group_tests_name("what an export lacks", others, NULL, NULL);
    oca_arena_free(&mem);
    return failed;
}
