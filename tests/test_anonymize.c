/* What --anonymize takes out of an assessment and of a plan: every place where a person may be named or quoted. */
#include "../engine/document/anonymize.h"
#include "../engine/reading/library.h"
#include "../engine/writing/xml.h"
#include "check.h"

#include <string.h>

/* "Zebra" wherever a person, a place or what somebody wrote may stand. */
static const char assessment_xml[] =
    "<assessment xmlns='urn:oca:assessment:1' rubric='r' rubric-version='1' round='baseline' date='2025-03-14'>"
    "<organization id='zebra-miners' name='Zebra Miners' part-of='zebra-federation' country='ZW' district='Zebra' "
    "ward='Zebra 7' profile='women' members='12'/><facilitator from='cso'>Zebra Moyo</facilitator>"
    "<session date='2025-03-14' from='09:00' place='Zebra hall' minutes='Zebra.pdf' present='14'/>"
    "<consent to='donor' by='Zebra'/><participant id='zebra1' groups='women'/>"
    "<answer item='a'><score by='zebra1' value='2'><note>Zebra said</note></score>"
    "<agreed answer='na' by='Zebra' reason='Zebra left'><note>Zebra</note></agreed>"
    "<verified value='2' by='Zebra' reason='Zebra'><note>Zebra</note></verified>"
    "<then value='1' by='Zebra'><note>Zebra</note></then>"
    "<evidence kind='photo' href='Zebra.jpg' by='Zebra' date='2025-03-14'>Zebra</evidence><note>Zebra</note></answer>"
    "<measure id='m' value='3'><note>Zebra</note></measure><note>Zebra</note></assessment>";

static const char plan_xml[] =
    "<plan xmlns='urn:oca:plan:1' start='2025-04-01' end='2026-03-31'>"
    "<assessment organization='zebra-miners' name='Zebra Miners' round='baseline' date='2025-03-14' rubric='r' "
    "rubric-version='1'/><weakness item='a' area='b' state='planned'><title>T</title><cause>Zebra</cause>"
    "<note>Zebra</note><action id='act' state='scheduled' training='t' weeks='2' start='2025-04-01' due='2025-04-14' "
    "status='ongoing' "
    "person='Zebra' supporter='Zebra' revised-due='2025-06-09' reason='Zebra was ill'><title>T</title>"
    "<note>Zebra</note><evidence kind='document' href='Zebra' by='Zebra'>Zebra</evidence></action>"
    "<action id='ask_zebra_1f2e3d' state='added' weeks='2' training='talk_with_zebra' start='2025-06-01' "
    "due='2025-06-14'><title>Ask Zebra</title>"
    "<indicator>Zebra</indicator><verification>Zebra</verification><resources>Zebra</resources>"
    "<cost currency='Zebra dollars' amount='5' funder='Zebra fund'/><cost currency='USD' amount='5' funder='members'/>"
    "</action><action id='after' state='added' requires='act ask_zebra_1f2e3d' unmet='ask_zebra_1f2e3d' weeks='2' "
    "start='2025-06-15' due='2025-06-28'/></weakness>"
    "<weakness item='c' area='b' state='planned'><result>Zebra agrees</result>"
    "<action id='other' state='added' weeks='2' start='2025-06-01' due='2025-06-14'><title>Ask Zebra</title></action>"
    "</weakness>"
    "<visit date='2025-05-20' by='Zebra' present='Zebra'><topics>Zebra</topics><agreed>Zebra</agreed><next>Zebra</next>"
    "</visit><trained training='talk_with_zebra' role='Zebra Moyo' date='2025-06-01'/><trained training='t' "
    "date='2025-06-03' women='8' by='Zebra'><note>Zebra</note></trained>"
    "<signed role='Chairperson' name='Zebra' date='2025-03-15'/>"
    "<signed role='Facilitator: Zebra' name='Zebra' date='2025-03-16'/><journal>"
    "<change date='2025-05-01' action='ask_zebra_1f2e3d' field='action' new='ask_zebra_1f2e3d'/>"
    "<change date='2025-05-02' action='gone_zebra_1f2e3d' field='action' new='gone_zebra_1f2e3d'/>"
    "<change date='2025-07-01' by='Zebra' action='act' field='revised-due' old='2025-05-12' new='2025-06-09' "
    "reason='Zebra was ill'/><change date='2025-07-01' by='Zebra' action='act' field='person' old='Zebra' "
    "new='Zebra two'/><change date='2025-07-01' by='Zebra' item='c' field='result' old='R' new='Zebra "
    "agrees'/></journal><note>Zebra</note></plan>";

/* The document anonymized `times` times and written again. */
static const char *anonymized(oca_arena *mem, const char *xml, int times) {
    oca_faults faults = {.mem = mem};
    oca_document document;
    const char *bytes;
    size_t n;
    assert_int_equal(oca_document_parse(&document, mem, "a.xml", xml, strlen(xml), oca_all_formats, &faults), OCA_OK);
    for (int i = 0; i < times; i++)
        if (document.format == &oca_plan_format) {
            oca_plan *copy = oca_alloc(mem, sizeof *copy);
            *copy = oca_plan_anonymized(mem, document.root, NULL);
            document.root = copy;
        } else {
            oca_assessment *copy = oca_alloc(mem, sizeof *copy);
            *copy = oca_assessment_anonymized(mem, document.root);
            document.root = copy;
        }
    assert_int_equal(oca_xml_write(&bytes, &n, mem, &document), OCA_OK);
    return bytes;
}

typedef struct {
    const char *name, *xml;
    const char *kept[16]; /* what a donor still sees */
} row;

static const row rows[] = {
    {"an assessment",
     assessment_xml,
     {"country=\"ZW\"", "profile=\"women\"", "members=\"12\"", "present=\"14\"", "<tally value=\"2\" n=\"1\"/>",
      "<verified value=\"2\"", "kind=\"photo\"", "reason=\"withheld\""}},
    {"a plan",
     plan_xml,
     {"status=\"ongoing\"", "revised-due=\"2025-06-09\"", "role=\"Chairperson\"", "women=\"8\"",
      "<visit date=", "field=\"person\" old=\"withheld\"", "old=\"2025-05-12\" new=\"2025-06-09\"",
      "reason=\"withheld\"", "<trained training=\"t\"", "<trained training=\"training_", "funder=\"members\"",
      "currency=\"withheld\" amount=\"5\" funder=\"withheld\"", "<signed date=\"2025-03-16\"/>",
      "requires=\"act added_", "field=\"action\" new=\"added_"}},
};

static void check_row(void **state) {
    const row *r = *state;
    oca_arena mem = {0};
    const char *once = anonymized(&mem, r->xml, 1);
    assert_null(strstr(once, "ebra"));
    for (size_t i = 0; i < OCA_COUNT(r->kept) && r->kept[i]; i++)
        if (!strstr(once, r->kept[i]))
            fail_msg("%s is gone:\n%s", r->kept[i], once);
    assert_string_equal(anonymized(&mem, r->xml, 2), once); /* and a second time changes nothing */
    oca_arena_free(&mem);
}

typedef struct {
    const char *name, *id, *code;
} code_row;

/* FNV-1a of 64 bits of "a" is af63dc4c8601ec8c and of "foobar" 85944171f73967e8 (the authors' own vectors); their first
 * 24 bits are folded onto the last 40. */
static const code_row codes[] = {
    {"the code of \"a\"", "a", "org-4c86ae8f50"},
    {"the code of \"foobar\"", "foobar", "org-71f7bcf3a9"},
    {"a code is its own", "org-71f7bcf3a9", "org-71f7bcf3a9"},
    {"a code with a letter more is none", "org-71f7bcf3a9b", "org-"},
};

static void check_code(void **state) {
    const code_row *r = *state;
    oca_arena mem = {0};
    const char *code = oca_anonymous_code(&mem, r->id);
    assert_int_equal(strncmp(code, r->code, strlen(r->code)), 0);
    assert_int_equal(strlen(code), 14);
    oca_arena_free(&mem);
}

int main(void) {
    return CHECK_ROWS("anonymized", rows, check_row) + CHECK_ROWS("codes", codes, check_code);
}
