/* Reading and writing the XML documents: what is refused and how it is told, and that nothing is lost. */
#include "../engine/document/actions.h"
#include "../engine/document/assessment.h"
#include "../engine/document/plan.h"
#include "../engine/document/rubric.h"
#include "../engine/reading/library.h"
#include "../engine/writing/digest.h"
#include "../engine/writing/xml.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

static oca_status parse(oca_document *out, oca_arena *mem, const char *bytes, size_t n,
                        const oca_format *const *accepted, oca_faults *faults) {
    /* A copy of exactly n bytes, so that the sanitizer sees a read past its end. */
    char *copy = malloc(n ? n : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, n);
    oca_status status = oca_xml_read(out, mem, "doc.xml", copy, n, accepted, faults);
    free(copy);
    return status;
}

/* "3: message", a line for each fault, in order of lines. */
static const char *told(oca_arena *mem, oca_faults *faults) {
    oca_buffer text = {.mem = mem};
    oca_faults_sort(faults);
    for (size_t i = 0; i < faults->all.n; i++)
        oca_buffer_print(&text, "%s%d: %s%s", i ? "\n" : "", faults->all.at[i].where.line,
                         faults->all.at[i].severity == OCA_WARNING ? "warning: " : "", faults->all.at[i].message);
    return text.at ? text.at : "";
}

/* What is wrong with a document; `xml` is the whole file. */
typedef struct {
    const char *name, *xml, *faults;
} broken;

#define A                                                                                                              \
    "<assessment xmlns=\"urn:oca:assessment:1\" rubric=\"r\" rubric-version=\"1\" round=\"b\" "                        \
    "date=\"2025-03-14\">\n"
#define ORG "<organization id=\"o\" name=\"O\"/>\n"
#define A_END "</assessment>"
#define DOC(inside) A ORG inside A_END
#define R "<rubric xmlns=\"urn:oca:rubric:1\" id=\"r\" version=\"1\" xml:lang=\"en\">\n"
#define R_END "</rubric>"
#define P                                                                                                              \
    "<plan xmlns=\"urn:oca:plan:1\" start=\"2025-04-01\" end=\"2026-03-31\">\n"                                        \
    "<assessment organization=\"o\" round=\"baseline\" date=\"2025-03-14\" rubric=\"r\" rubric-version=\"1\"/>\n"
#define P_END "</plan>"
#define TEN(x) x x x x x x x x x x

static const broken broken_rows[] = {
    {"a document without faults", DOC(""), ""},
    {"empty file", "", "0: the file is empty"},
    {"white space only", " \n\t", "0: the file is empty"},
    {"workbook", "PK\3\4....", "0: this is a zip file, such as a workbook (.xlsx), not XML"},
    {"old workbook", "\xD0\xCF\x11\xE0....", "0: this is a workbook of an old or encrypted kind, not XML"},
    {"a letter", "Dear all,", "0: this is not an XML file: XML begins with <"},
    {"truncated", A ORG "<answer item=\"a\"><agreed va",
     "3: this is not well-formed XML: Specification mandates value for attribute va"},
    {"cut between elements", A ORG "<answer item=\"a\">",
     "3: this is not well-formed XML: Premature end of data in tag answer line 3"},
    {"tags that do not match", DOC("<answer item=\"a\"></anwser>"),
     "3: this is not well-formed XML: Opening and ending tag mismatch: answer line 3 and anwser"},
    {"bad UTF-8", DOC("<note>caf\xE9 x</note>"),
     "3: this is not well-formed XML: Input is not proper UTF-8, indicate encoding ! Bytes: 0xE9 0x20 0x78 0x3C"},
    {"an attribute twice", DOC("<answer item=\"a\" item=\"b\"/>"),
     "3: this is not well-formed XML: Attribute item redefined"},
    {"bytes outside the encoding", "<?xml version='1.0' encoding='Shift_JIS'?>\n" DOC("<note>caf\xE9<</note>"),
     "0: this is not well-formed XML: a character does not fit the encoding of the file"},
    {"unknown encoding", "<?xml version='1.0' encoding='x-odd'?>\n" DOC(""),
     "1: this is not well-formed XML: Unsupported encoding x-odd"},
    {"another encoding", "<?xml version='1.0' encoding='ISO-8859-1'?>\n" DOC("<note>caf\xE9</note>"), ""},
    {"unknown entity", DOC("<note>&nbsp;</note>"), "3: this is not well-formed XML: Entity 'nbsp' not defined"},
    {"DOCTYPE", "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]>\n" DOC("<note>&x;</note>"),
     "2: a DOCTYPE is not allowed; remove it"},
    {"DOCTYPE elsewhere", "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\">\n" DOC(""),
     "1: a DOCTYPE is not allowed; remove it"},
    {"64 levels",
     R TEN("<area id=\"a\">") TEN("<area id=\"a\">") TEN("<area id=\"a\">") TEN("<area id=\"a\">")
         TEN("<area id=\"a\">") TEN("<area id=\"a\">") "<area id=\"a\"><area id=\"a\"><area id=\"a\">" TEN("</area>")
             TEN("</area>") TEN("</area>") TEN("</area>") TEN("</area>") TEN("</area>") "</area></area></area>" R_END,
     ""},
    {"65 levels",
     R TEN("<area id=\"a\">") TEN("<area id=\"a\">") TEN("<area id=\"a\">") TEN("<area id=\"a\">")
         TEN("<area id=\"a\">") TEN("<area id=\"a\">") "<area id=\"a\"><area id=\"a\"><area id=\"a\"><title>"
                                                       "</title></area></area></area>",
     "2: elements are nested more than 64 levels deep"},
    {"65 levels inside the unknown", DOC(TEN("<b>") TEN("<b>") TEN("<b>") TEN("<b>") TEN("<b>") TEN("<b>") TEN("<b>")),
     "3: <b> does not belong in <assessment>; allowed there: organization, facilitator, session, consent, participant, "
     "answer, target, priority, measure or note\n3: elements are nested more than 64 levels deep"},

    {"later version", "<rubric xmlns=\"urn:oca:rubric:2\" id=\"r\"><new/></rubric>",
     "1: written for a later version of the format (urn:oca:rubric:2); this program reads urn:oca:rubric:1: a newer "
     "oca reads it"},
    {"no namespace", "<rubric id=\"r\"/>",
     "1: <rubric> has no namespace; a rubric begins <rubric xmlns=\"urn:oca:rubric:1\">"},
    {"another namespace", "<rubric xmlns=\"urn:x\"/>",
     "1: <rubric> stands in the namespace urn:x; a rubric begins <rubric xmlns=\"urn:oca:rubric:1\">"},
    {"wrong root of a namespace", "<rubrik xmlns=\"urn:oca:rubric:1\"/>",
     "1: <rubrik> cannot be the outermost element in the namespace urn:oca:rubric:1; a rubric begins <rubric "
     "xmlns=\"urn:oca:rubric:1\">"},
    {"something else", "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
     "1: this is <html> of the namespace http://www.w3.org/1999/xhtml; a rubric, an assessment, an action library, a "
     "plan or a tailoring is needed here"},
    {"prefix that is not declared", "<oca:rubric/>",
     "1: <rubric> has no namespace; a rubric begins <rubric xmlns=\"urn:oca:rubric:1\">"},

    {"missing element", A A_END, "1: <assessment> needs an element <organization>"},
    {"missing attributes", A "<organization name=\"\"/>\n" A_END,
     "2: <organization> needs the attribute \"id\"\n2: <organization> needs the attribute \"name\""},
    {"unknown element, its inside passed over", DOC("<anwser item=\"A\">x<score/></anwser>\n<priority item=\"a\"/>"),
     "3: <anwser> does not belong in <assessment>; allowed there: organization, facilitator, session, consent, "
     "participant, answer, target, priority, measure or note"},
    {"element of another namespace", DOC("<x:note xmlns:x=\"urn:x\"/>"),
     "3: <note> of another namespace does not belong in <assessment>; allowed there: organization, facilitator, "
     "session, consent, participant, answer, target, priority, measure or note"},
    {"element in a text", DOC("<note>a <b>c</b></note>"), "3: <b> does not belong in <note>; only text does"},
    {"element where nothing belongs", DOC("<target item=\"a\" value=\"1\"><b/></target>"),
     "3: <b> does not belong in <target>; nothing belongs there"},
    {"unknown attribute", DOC("<target item=\"a\" value=\"1\" wieght=\"2\"/>"),
     "3: <target> has no attribute \"wieght\"; it may have item or value"},
    {"attribute of another namespace", DOC("<target item=\"a\" value=\"1\" x:item=\"2\" xmlns:x=\"urn:x\"/>"),
     "3: <target> has no attribute \"x:item\"; it may have item or value"},
    {"attribute where none belongs", P "<journal x=\"1\"/>\n" P_END, "3: <journal> has no attribute \"x\""},
    {"xsi, xml:space, xml:id and xml:lang are passed over",
     DOC("<target item=\"a\" value=\"1\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"t\" "
         "xml:space=\"preserve\" xml:id=\"i\" xml:lang=\"fr\"/>"),
     ""},
    {"once, given twice", DOC(ORG), "3: <organization> stands twice in <assessment>; it may stand there once"},
    {"both of two are read for faults", DOC("<organization id=\"p\"/>\n"),
     "3: <organization> stands twice in <assessment>; it may stand there once\n"
     "3: <organization> needs the attribute \"name\""},
    {"two titles", R "<title>A</title>\n<title xml:lang=\"en\">B</title>\n<title xml:lang=\"fr\">C</title>\n" R_END,
     "3: warning: <title> stands twice in <rubric> in the same language, en; mark translations with xml:lang"},
    {"two titles without languages", P "<label>A</label>\n<label>B</label>\n" P_END,
     "4: warning: <label> stands twice in <plan> in the same language; mark translations with xml:lang"},
    {"two notes are fine", DOC("<note>A</note><note>B</note>"), ""},
    {"text where none belongs", DOC("<answer item=\"a\">\n\n  three\n <agreed value=\"3\"/> or four\n</answer>"),
     "5: \"three  \" stands in <answer>, where no text belongs"},
    {"CDATA where none belongs", DOC("<![CDATA[x]]>"), "3: \"x\" stands in <assessment>, where no text belongs"},
    {"the line is where the tag begins", DOC("<!-- \n -->\n<target\n item=\"a\"\n value=\"x\"\n/>"),
     "5: value \"x\" is not a number; write it like 2 or 0.5"},

    {"number", R "<area id=\"a\" weight=\"abc\"/>\n" R_END,
     "2: weight \"abc\" is not a number; write it like 2 or 0.5"},
    {"comma", R "<area id=\"a\" weight=\"0,5\"/>\n" R_END, "2: weight \"0,5\" is not a number; write it like 2 or 0.5"},
    {"number with a space", R "<area id=\"a\" weight=\" 1\"/>\n" R_END,
     "2: weight \" 1\" is not a number; write it like 2 or 0.5"},
    {"long number", R "<area id=\"a\" weight=\"1234567890123456\"/>\n" R_END,
     "2: weight \"1234567890123456\" is too long a number; at most 15 digits stand before the point"},
    {"below the range", R "<area id=\"a\" weight=\"-1\"/>\n" R_END, "2: weight \"-1\" must be 0 or more"},
    {"above the range", P "<weakness item=\"a\">\n<action id=\"b\" percent=\"101\"/></weakness>\n" P_END,
     "4: percent \"101\" must be from 0 to 100"},
    {"not whole", DOC("<answer item=\"a\"><tally value=\"1\" n=\"1.5\"/></answer>"),
     "3: n \"1.5\" is not a whole number; write it like 3"},
    {"not a whole number at all", DOC("<answer item=\"a\"><tally value=\"1\" n=\"x\"/></answer>"),
     "3: n \"x\" is not a whole number; write it like 3"},
    {"whole with decimals of zero", DOC("<answer item=\"a\"><tally value=\"1\" n=\"2.0\"/></answer>"), ""},
    {"id", DOC("<target item=\"Gov-1\" value=\"1\"/>"),
     "3: item \"Gov-1\" is not an id; it begins with a letter a-z and holds only a-z, 0-9 and _, at most 60"},
    {"key", A "<organization id=\"Example\" name=\"x\"/>" A_END,
     "2: id \"Example\" is not an id; it begins with a letter a-z and holds only a-z, 0-9, _ and -, at most 60"},
    {"60 characters", DOC("<target item=\"" TEN("abcdef") "\" value=\"1\"/>"), ""},
    {"61 characters", DOC("<target item=\"x" TEN("abcdef") "\" value=\"1\"/>"),
     "3: item \"x" TEN("abcdef") "\" is not an id; it "
                                 "begins with a letter a-z and holds only a-z, 0-9 and _, at most 60"},
    {"66 characters that the program made",
     P "<weakness item=\"a\">\n<action id=\"agree_" TEN("abcdef") "\"/></weakness>\n" P_END, ""},
    {"bad id in a list", P "<weakness item=\"a\">\n<action id=\"b\" requires=\"c D e\"/></weakness>\n" P_END,
     "4: requires \"D\" is not an id; it begins with a letter a-z and holds only a-z, 0-9 and _, at most 60"},
    {"date", DOC("<session date=\"14.3.2025\"/>"),
     "3: date \"14.3.2025\" is not a date; write it as YYYY-MM-DD, like 2025-03-14"},
    {"day that does not exist", DOC("<session date=\"2025-02-29\"/>"),
     "3: date \"2025-02-29\" does not exist; write a day of the calendar as YYYY-MM-DD"},
    {"day of long ago", DOC("<session date=\"1025-02-09\"/>"), "3: date \"1025-02-09\" is before the year 1900"},
    {"time", DOC("<session from=\"9:00\" to=\"24:00\"/>"),
     "3: from \"9:00\" is not a time; write it as HH:MM, like 09:30\n"
     "3: to \"24:00\" is not a time; write it as HH:MM, like 09:30"},
    {"choice", DOC("<priority item=\"a\" chosen=\"maybe\"/>"),
     "3: chosen \"maybe\" is not allowed; it may be yes or no"},
    {"choice in a list", DOC("<consent to=\"donor press\"/>"),
     "3: to \"press\" is not allowed; it may be association, programme or donor"},
    {"empty is absent",
     DOC("<priority item=\"a\" chosen=\"\" votes=\"\"/><session date=\"\" from=\"\"/>"
         "<participant id=\"p\" groups=\" \n\"/>"),
     ""},
    {"nothing is met by then", DOC("<answer item=\"a\"><then><met criterion=\"c\"/></then></answer>"),
     "3: <met> does not belong in <then>; allowed there: note"},
    {"a long value is cut", DOC("<session date=\"" TEN("éàüéàü") "\"/>"),
     "3: date \"éàüéàüéàüéàüéàüéàüéàüéàüéàüéàüéàüéàüéà…\" is not a date; write it as YYYY-MM-DD, like 2025-03-14"},
    {"a value with a line feed stays on one line", DOC("<session date=\"a&#10;b\"/>"),
     "3: date \"a b\" is not a date; write it as YYYY-MM-DD, like 2025-03-14"},
};

static void check_broken(void **state) {
    const broken *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document = {0};
    oca_status status = parse(&document, &mem, row->xml, strlen(row->xml), oca_all_formats, &faults);
    assert_string_equal(told(&mem, &faults), row->faults);
    assert_int_equal(status, faults.faulty ? OCA_FAULTY : OCA_OK);
    oca_arena_free(&mem);
}

/* What is written for what was read; NULL: the same bytes. */
typedef struct {
    const char *name, *xml, *written;
} trip;

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const trip trips[] = {
    {"rubric, order kept, prose folded",
     "<rubric id='r' xmlns='urn:oca:rubric:1' version='1.0' xml:lang='en'><area id='a' weight='0.50'>"
     "<area id='b'/><item id='i' scale='s' tags=' x  y '><level value='1'> One\n  by <![CDATA[<one>]]> &amp;c. "
     "<criterion id='c'>A</criterion></level></item><area id='d'/><title>T</title></area></rubric>",
     XML "<rubric xmlns=\"urn:oca:rubric:1\" id=\"r\" version=\"1.0\" xml:lang=\"en\">\n"
         "  <area id=\"a\" weight=\"0.5\">\n"
         "    <area id=\"b\"/>\n"
         "    <item id=\"i\" scale=\"s\" tags=\"x y\">\n"
         "      <level value=\"1\">One by &lt;one&gt; &amp;c.<criterion id=\"c\">A</criterion></level>\n"
         "    </item>\n"
         "    <area id=\"d\"/>\n"
         "    <title>T</title>\n"
         "  </area>\n"
         "</rubric>\n"},
    {"assessment, typed text and every kind of attribute",
     XML "<assessment xmlns=\"urn:oca:assessment:1\" rubric=\"r\" rubric-version=\"1\" tailoring=\"t-1\" "
         "round=\"baseline\" date=\"2025-03-14\" as-of=\"2024-01-01\" private=\"after\" xml:lang=\"en\">\n"
         "  <organization id=\"o-1\" name=\"&quot;A&quot; &lt; B &amp; Ü\" profile=\"women gold\" women=\"12\"/>\n"
         "  <facilitator from=\"cso\">N. Ü</facilitator>\n"
         "  <session date=\"2025-03-14\" from=\"09:00\" to=\"16:00\" minutes=\"a&#10;b&#9;c&#13;\"/>\n"
         "  <participant id=\"p\"/>\n"
         "  <answer item=\"a\">\n"
         "    <score by=\"p\" value=\"2\">\n"
         "      <note>two  lines,\n"
         "      as&#13; typed</note>\n"
         "      <note/>\n"
         "    </score>\n"
         "    <agreed answer=\"na\" reason=\"No paid staff\"/>\n"
         "    <evidence kind=\"photo\" href=\"a.jpg\" date=\"2025-03-14\" by=\"x\" xml:lang=\"fr\">vu</evidence>\n"
         "  </answer>\n"
         "  <note>z</note>\n"
         "  <answer item=\"b\">\n"
         "    <tally answer=\"dk\" n=\"2\"/>\n"
         "    <verified>\n"
         "      <met criterion=\"c\"/>\n"
         "    </verified>\n"
         "  </answer>\n"
         "</assessment>\n",
     NULL},
    {"actions",
     XML "<actions xmlns=\"urn:oca:actions:1\" id=\"x-actions\" rubric=\"x\" version=\"1.0\">\n"
         "  <role id=\"chair\" capacity=\"2\"/>\n"
         "  <training id=\"t\" for=\"chair\">\n"
         "    <title>T</title>\n"
         "  </training>\n"
         "  <action id=\"a\" item=\"i\" to=\"2\" weeks=\"6\" lead=\"chair\" requires=\"b c\" "
         "support=\"training-centre\" training=\"t\">\n"
         "    <cost currency=\"USD\" amount=\"150.25\" funder=\"own\"/>\n"
         "  </action>\n"
         "</actions>\n",
     NULL},
    {"plan",
     XML "<plan xmlns=\"urn:oca:plan:1\" start=\"2025-04-01\" end=\"2026-03-31\" xml:lang=\"en\">\n"
         "  <label>ISP</label>\n"
         "  <assessment organization=\"o\" name=\"O\" round=\"baseline\" date=\"2025-03-14\" rubric=\"r\" "
         "rubric-version=\"1\" digest=\"d\" tailoring=\"t\" tailoring-digest=\"e\"/>\n"
         "  <weakness item=\"i\" area=\"a\" rank=\"1\" tier=\"1\" state=\"planned\" index=\"66.66666666666667\" "
         "standing=\"1\" target=\"2\">\n"
         "    <cause>c</cause>\n"
         "    <action id=\"x\" state=\"scheduled\" weeks=\"6\" requires=\"y\" unmet=\"y\" start=\"2025-04-01\" "
         "due=\"2025-05-12\" status=\"not-started\" percent=\"0\" revised-due=\"2025-06-09\" reason=\"Rains\"/>\n"
         "  </weakness>\n"
         "  <find-out item=\"j\" why=\"gate\"/>\n"
         "  <visit date=\"2025-05-20\" present=\"all\">\n"
         "    <topics>t</topics>\n"
         "  </visit>\n"
         "  <trained training=\"t\" women=\"8\" passed-on=\"14\"/>\n"
         "  <signed role=\"Chair\"/>\n"
         "  <journal>\n"
         "    <change date=\"2025-07-01\" action=\"x\" field=\"revised-due\" old=\"2025-05-12\" new=\"2025-06-09\"/>\n"
         "  </journal>\n"
         "</plan>\n",
     NULL},
    {"byte order mark",
     "\xEF\xBB\xBF"
     "<plan xmlns='urn:oca:plan:1' start='2025-04-01' end='2026-03-31'><assessment "
     "organization='o' round='b' date='2025-03-14' rubric='r' rubric-version='1'/></plan>",
     XML "<plan xmlns=\"urn:oca:plan:1\" start=\"2025-04-01\" end=\"2026-03-31\">\n"
         "  <assessment organization=\"o\" round=\"b\" date=\"2025-03-14\" rubric=\"r\" rubric-version=\"1\"/>\n"
         "</plan>\n"},
};

static void check_trip(void **state) {
    const trip *row = *state;
    const char *wanted = row->written ? row->written : row->xml;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document, again;
    const char *once, *twice;
    size_t n, m;
    oca_status status = parse(&document, &mem, row->xml, strlen(row->xml), oca_all_formats, &faults);
    assert_string_equal(told(&mem, &faults), "");
    assert_int_equal(status, OCA_OK);
    assert_int_equal(oca_xml_write(&once, &n, &mem, &document), OCA_OK);
    assert_string_equal(once, wanted);
    assert_int_equal(n, strlen(wanted));
    assert_int_equal(parse(&again, &mem, once, n, oca_all_formats, &faults), OCA_OK);
    assert_int_equal(oca_xml_write(&twice, &m, &mem, &again), OCA_OK);
    assert_string_equal(once, twice);
    oca_arena_free(&mem);
}

/* Every beginning of a document is refused or read, without a crash. */
static void check_truncated(void **state) {
    (void)state;
    for (size_t i = 0; i < OCA_COUNT(trips); i++) {
        size_t n = strlen(trips[i].xml);
        while (n > 0 && trips[i].xml[n - 1] != '>')
            n--;
        for (size_t length = 0; length < n; length++) {
            oca_arena mem = {0};
            oca_faults faults = {.mem = &mem};
            oca_document document;
            assert_int_equal(parse(&document, &mem, trips[i].xml, length, oca_all_formats, &faults), OCA_FAULTY);
            assert_true(faults.all.n > 0);
            oca_arena_free(&mem);
        }
    }
}

static void check_bytes(void **state) {
    (void)state;
    static const char zero[] = DOC("<note>a\0b</note>"), after[] = DOC("") "\0<x/>";
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document;
    assert_int_equal(parse(&document, &mem, zero, sizeof zero - 1, oca_all_formats, &faults), OCA_FAULTY);
    assert_int_equal(parse(&document, &mem, after, sizeof after - 1, oca_all_formats, &faults), OCA_FAULTY);
    assert_string_equal(told(&mem, &faults), "0: the file is damaged: it holds zero bytes\n"
                                             "0: the file is damaged: it holds zero bytes");
    oca_arena_free(&mem);
}

/* `head`, then `n` times `piece`, then `tail`; to be freed. */
static char *repeated(const char *head, const char *piece, size_t n, const char *tail, size_t *length) {
    size_t h = strlen(head), p = strlen(piece), t = strlen(tail);
    char *text = malloc(h + n * p + t + 1);
    assert_non_null(text);
    memcpy(text, head, h);
    for (size_t i = 0; i < n; i++)
        memcpy(text + h + i * p, piece, p);
    memcpy(text + h + n * p, tail, t + 1);
    *length = h + n * p + t;
    return text;
}

typedef struct {
    const char *name, *head, *piece, *tail;
    size_t n;
    const char *first; /* fault; "" for none */
} large;

static const large large_rows[] = {
    {"too large", A, "          \n", A_END, 7000000, "0: the file is larger than 64 MiB"},
    {"a text of 20 MB", A ORG "<note>", "words and words, \n", "</note>" A_END, 1200000, ""},
    {"a value of 5 MB", A ORG "<measure id=\"a\" value=\"", "1111111111", "\"/>" A_END, 500000,
     "3: value \"1111111111111111111111111111111111111111111111111111111111111111111111111111…\" is too long a "
     "number; at most 15 digits stand before the point"},
    {"attributes without end", A ORG "<measure ", "a=\"\" ", "/>" A_END, 100000,
     "0: an element has more than 1,000 attributes"},
    {"a million faults", A ORG, "<x/>", A_END, 1000000,
     "3: <x> does not belong in <assessment>; allowed there: organization, facilitator, session, consent, participant, "
     "answer, target, priority, measure or note"},
    {"a million titles", R "<title/>", "<title xml:lang=\"fr\"/>", R_END, 300000,
     "2: warning: <title> stands twice in <rubric> in the same language, fr; mark translations with xml:lang"},
};

static void check_large(void **state) {
    const large *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document;
    size_t n;
    char *text = repeated(row->head, row->piece, row->n, row->tail, &n);
    oca_status status = oca_xml_read(&document, &mem, "doc.xml", text, n, oca_all_formats, &faults);
    assert_int_equal(status, faults.faulty ? OCA_FAULTY : OCA_OK);
    assert_int_equal(faults.all.n > 0, *row->first != '\0');
    if (faults.all.n) {
        faults.all.n = 1; /* the rest is alike */
        assert_string_equal(told(&mem, &faults), row->first);
    }
    free(text);
    oca_arena_free(&mem);
}

static void check_not_accepted(void **state) {
    (void)state;
    static const oca_format *const assessments[] = {&oca_assessment_format, NULL};
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document;
    assert_int_equal(parse(&document, &mem, R R_END, strlen(R R_END), assessments, &faults), OCA_FAULTY);
    assert_string_equal(told(&mem, &faults), "1: this is a rubric; an assessment is needed here");
    oca_arena_free(&mem);
}

static void check_structs(void **state) {
    (void)state;
    static const char xml[] = DOC("<answer item=\"a\">\n<score by=\"p\" value=\"2.5\"/>"
                                  "<score by=\"q\" answer=\"dk\"/>\n"
                                  "<agreed/><evidence/></answer><note> a \n b </note>");
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document;
    assert_int_equal(parse(&document, &mem, xml, strlen(xml), oca_all_formats, &faults), OCA_OK);
    assert_ptr_equal(document.format, &oca_assessment_format);
    const oca_assessment *assessment = document.root;
    assert_string_equal(assessment->organization->name, "O");
    assert_int_equal(assessment->organization->element.line, 2);
    assert_true(assessment->date.given);
    assert_false(assessment->as_of.given);
    assert_null(assessment->lang);
    assert_int_equal(assessment->answers.n, 1);
    const oca_answer *answer = &assessment->answers.at[0];
    assert_int_equal(answer->scores.n, 2);
    assert_true(answer->scores.at[0].value.given && answer->scores.at[0].value.value == 2.5);
    assert_int_equal(answer->scores.at[1].answer, OCA_ANSWER_DK);
    assert_int_equal(answer->scores.at[1].element.line, 4);
    assert_int_equal(answer->scores.at[1].element.place, 2);
    assert_non_null(answer->agreed);
    assert_null(answer->verified);
    assert_string_equal(answer->evidence.at[0].text, "");
    assert_string_equal(assessment->notes.at[0].text, "a \n b");
    oca_arena_free(&mem);
}

/* Elements that the program adds follow those of their list; characters that XML cannot hold are replaced. */
static void check_added(void **state) {
    (void)state;
    static const char xml[] = P "<review date=\"2025-07-01\"/><note>n</note><review date=\"2025-10-01\"/>\n" P_END;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_document document;
    const char *text;
    size_t n;
    assert_int_equal(parse(&document, &mem, xml, strlen(xml), oca_all_formats, &faults), OCA_OK);
    oca_plan *plan = document.root;
    oca_review *review = OCA_ADD(&mem, &plan->reviews);
    review->date = plan->start;
    oca_signed *signature = OCA_ADD(&mem, &plan->signatures);
    signature->name = "a\x01"
                      "b\xFF\xED\xA0\x80 \xF0\x9F\x98\x80";
    assert_int_equal(oca_xml_write(&text, &n, &mem, &document), OCA_OK);
    assert_non_null(strstr(text, "  <review date=\"2025-07-01\"/>\n  <note>n</note>\n  <review date=\"2025-10-01\"/>\n"
                                 "  <review date=\"2025-04-01\"/>\n  <signed name=\"a\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD "
                                 "\U0001F600\"/>\n</plan>\n"));
    assert_int_equal(parse(&document, &mem, text, n, oca_all_formats, &faults), OCA_OK);
    oca_arena_free(&mem);
}

/* A rubric, and whether its digest is that of the first row. */
typedef struct {
    const char *name, *xml;
    bool same;
} fingerprint;

static const fingerprint fingerprints[] = {
    {"itself", R "<title>T</title><area id=\"a\"><title>A</title></area>" R_END, true},
    {"re-indented, other quotes and order of attributes",
     "<?xml version='1.0'?>\n<rubric id='r'   version='1' xml:lang='en' xmlns='urn:oca:rubric:1'>\n\n"
     "  <title>T</title>\r\n\t<area id='a'>\n<title>A</title>\n</area></rubric>\n",
     true},
    {"a language added",
     R "<title>T</title> <title xml:lang=\"fr\">U<!-- x --></title><area id=\"a\"><title>A</title>"
       "<title xml:lang=\"sn\">B</title></area>" R_END,
     true},
    {"comments added",
     "<!-- a -->" R "<!-- b --> <title>T<!-- c --></title> <!-- d --><area id=\"a\"><title>A</title>"
     "<!-- e -->\n</area>" R_END,
     true},
    {"CDATA is text", R "<title><![CDATA[T]]></title><area id=\"a\"><title>A</title></area>" R_END, true},
    {"a comment ends a text", R "<title>T<!-- x --> <!-- y --></title><area id=\"a\"><title>A</title></area>" R_END,
     true},
    {"a space after the text", R "<title>T </title><area id=\"a\"><title>A</title></area>" R_END, false},
    {"another text", R "<title>t</title><area id=\"a\"><title>A</title></area>" R_END, false},
    {"another weight", R "<title>T</title><area id=\"a\" weight=\"1\"><title>A</title></area>" R_END, false},
    {"the language itself marked", R "<title xml:lang=\"en\">T</title><area id=\"a\"><title>A</title></area>" R_END,
     false},
};

static const char *digest_of(oca_arena *mem, const char *xml) {
    const char *digest = NULL;
    assert_int_equal(oca_document_digest(&digest, mem, xml, strlen(xml)), OCA_OK);
    return digest;
}

static void check_fingerprint(void **state) {
    const fingerprint *row = *state;
    oca_arena mem = {0};
    const char *first = digest_of(&mem, fingerprints[0].xml), *own = digest_of(&mem, row->xml);
    assert_int_equal(strlen(own), 64);
    assert_int_equal(strcmp(first, own) == 0, row->same);
    oca_arena_free(&mem);
}

/* The canonical form is written out here, so that the digest is pinned. */
static void check_canonical(void **state) {
    (void)state;
    static const char xml[] = "<rubric version=\"1\" xmlns=\"urn:oca:rubric:1\" id=\"r\">\n"
                              "<title xml:lang=\"en\">T</title>\n<title xml:lang=\"\">U &amp; &#233;</title></rubric>";
    static const char form[] = "<rubric xmlns=\"urn:oca:rubric:1\" id=\"r\" version=\"1\"><title xml:lang=\"\">U &amp; "
                               "é</title></rubric>";
    oca_arena mem = {0};
    assert_string_equal(digest_of(&mem, xml), oca_sha256(&mem, form, strlen(form)));
    assert_string_equal(oca_sha256(&mem, "abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    oca_arena_free(&mem);
}

int main(void) {
    int failed = CHECK_ROWS("xml: faults", broken_rows, check_broken);
    failed += CHECK_ROWS("xml: round trips", trips, check_trip);
    failed += CHECK_ROWS("xml: large files", large_rows, check_large);
    failed += CHECK_ROWS("xml: the rubric's digest", fingerprints, check_fingerprint);
    const struct CMUnitTest others[] = {
        cmocka_unit_test(check_truncated), cmocka_unit_test(check_bytes), cmocka_unit_test(check_not_accepted),
        cmocka_unit_test(check_structs),   cmocka_unit_test(check_added), cmocka_unit_test(check_canonical),
    };
    return failed + cmocka_run_group_tests_name("xml", others, NULL, NULL);
}
