/* What contradicts itself: small documents, each wrong in one way, and the words a facilitator reads. */
#include "../engine/document/answers.h"
#include "../engine/document/plan_check.h"
#include "../engine/document/review.h"
#include "../engine/planning/planning.h"
#include "../engine/reading/library.h"
#include "check.h"

#include <string.h>

#define SCALE "<scale id='s'><level value='1'/><level value='2'/><level value='3'/></scale>\n"
#define STAGES "<stages><stage id='low' from='0'/><stage id='high' from='50'/></stages>\n"
#define PLANNING "<planning adequate='2'/>\n"
#define LEVELS "<level value='1'>a</level><level value='2'>b</level><level value='3'>c</level>"
#define RUBRIC(inside) "<rubric xmlns='urn:oca:rubric:1' id='r' version='1'>\n" inside "</rubric>"
#define AREA(items) "<area id='a'>\n" items "</area>\n"
#define ITEM(attributes, inside) "<item id='i' scale='s'" attributes ">" LEVELS inside "</item>\n"
#define USUAL SCALE STAGES PLANNING

/* Twenty-one areas around each other, each as heavy as can be written. */
#define W(id) "<area id='" id "' weight='999999999999999'>"
#define E "</area>"
/* clang-format off */
#define HEAVY_AREAS W("b") W("c") W("d") W("e") W("f") W("g") W("h") W("j") W("k") W("l") \
    W("m") W("n") W("o") W("p") W("q") W("r") W("t") W("u") W("v") W("w") W("x")
/* clang-format on */
#define HEAVY_ENDS E E E E E E E E E E E E E E E E E E E E E

/* Faults of a rubric: all of them, as line: message. */
static const struct row {
    const char *name, *text, *said;
} rubrics[] = {
    {"a good rubric", RUBRIC(USUAL AREA(ITEM("", ""))), ""},
    {"levels that do not rise",
     RUBRIC("<scale id='s'><level value='2'/>\n<level value='1'/></scale>\n" STAGES PLANNING),
     "3: scale \"s\": level 1 does not rise above level 2\n"},
    {"one level", RUBRIC("<scale id='s'><level value='2'/></scale>\n" STAGES PLANNING),
     "2: scale \"s\" has 1 level: at least two are needed\n"},
    {"stages not from 0", RUBRIC(SCALE "<stages><stage id='low' from='5'/></stages>\n" PLANNING),
     "3: the first stage must be from 0, not from 5\n"},
    {"stages out of order",
     RUBRIC(SCALE
            "<stages><stage id='a' from='0'/><stage id='b' from='50'/>\n<stage id='c' from='50'/></stages>\n" PLANNING),
     "4: stage \"c\" must begin above stage \"b\", which is from 50\n"},
    {"no stage", RUBRIC(SCALE "<stages/>\n" PLANNING), "3: the rubric has no stages: at least one, from 0\n"},
    {"a ceiling that is none", RUBRIC(USUAL AREA(ITEM("", "<gate at-least='2' ceiling='top'/>"))),
     "6: item \"i\": the gate's ceiling \"top\" is not a stage of this rubric\n"},
    {"a gate off the scale", RUBRIC(USUAL AREA(ITEM("", "<gate at-least='2.5' ceiling='low'/>"))),
     "6: item \"i\": at-least of its gate is 2.5, which its scale does not permit: 1, 2 or 3\n"},
    {"a unit that is no translation",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL
     "<measure id='m' unit='members'><unit>people</unit></measure></rubric>",
     "5: measure \"m\": in the rubric's own language its unit is an attribute, unit=\"people\"; a <unit> is for "
     "another "
     "xml:lang\n"},
    {"two gates",
     RUBRIC(USUAL AREA(ITEM("", "<gate at-least='2' ceiling='low'/>\n<gate at-least='3' ceiling='low'/>"))),
     "7: item \"i\" has a second gate; one is allowed\n"},
    {"a gate of weight 0", RUBRIC(USUAL AREA(ITEM(" weight='0'", "<gate at-least='2' ceiling='low'/>"))),
     "6: item \"i\" has a gate but weight 0: what is never scored cannot hold a stage\n"},
    {"an adequate off the scale", RUBRIC(USUAL AREA(ITEM(" adequate='9'", ""))),
     "6: item \"i\": adequate is 9, which its scale does not permit: 1, 2 or 3\n"},
    {"the rubric's adequate does not serve", RUBRIC(SCALE STAGES "<planning adequate='7'/>\n" AREA(ITEM("", ""))),
     "6: item \"i\" needs its own adequate: the rubric's, 7, is not on scale \"s\" (1, 2 or 3)\n"},
    {"evidence off the scale", RUBRIC(USUAL AREA(ITEM(" evidence='required' evidence-from='4' evidence-cap='0'", ""))),
     "6: item \"i\": evidence-from is 4, which its scale does not permit: 1, 2 or 3\n"
     "6: item \"i\": evidence-cap is 0, which its scale does not permit: 1, 2 or 3\n"},
    {"levels that are not the scale's",
     RUBRIC(USUAL AREA("<item id='i' scale='s'><level value='1'>a</level><level value='2'>b</level>\n"
                       "<level value='4'>c</level></item>\n")),
     "6: item \"i\" does not describe level 3 of scale \"s\"\n"
     "7: item \"i\" describes level 4, which scale \"s\" does not have\n"},
    {"a scale that is not there", RUBRIC(USUAL AREA("<item id='i' scale='t'/>\n")),
     "6: item \"i\": scale \"t\" is not declared in this rubric\n"},
    {"ids used twice", RUBRIC(USUAL AREA(ITEM("", "") "<area id='i'/>\n")),
     "7: area \"i\" has an id that is used already, by the item in line 6\n"},
    {"a translation of what is scored",
     RUBRIC(SCALE STAGES "<planning adequate='2' xml:lang='fr'/>\n" AREA(ITEM("", ""))),
     "4: <planning> cannot have a language of its own; only texts have one\n"},
    {"a level described in another language only",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL AREA(
         "<item id='i' scale='s'><level value='1'>a</level><level value='2'>b</level>"
         "<level value='3' xml:lang='fr'>c</level></item>\n") "</rubric>",
     "6: item \"i\" does not describe level 3 of scale \"s\"\n"},
    {"a step so fine that nobody can count",
     RUBRIC("<scale id='s' step='0.000000001'><level value='1'/><level value='2'/></scale>\n" STAGES PLANNING),
     "2: scale \"s\": the step is so fine that the scale has more than 1000 values\n"},
    {"weights that no number holds", RUBRIC(USUAL HEAVY_AREAS ITEM("", "") HEAVY_ENDS),
     "1: the weights of an item and of the areas around it multiply to more than can be computed\n"},
    {"a step that leads nowhere",
     RUBRIC("<scale id='s' step='0'><level value='1'/><level value='2'/></scale>\n" STAGES PLANNING),
     "2: scale \"s\": the step must be above 0\n"},
    {"a scale twice", RUBRIC(SCALE SCALE STAGES PLANNING), "3: scale \"s\" is declared twice; first in line 2\n"},
    {"a stage twice",
     RUBRIC(SCALE
            "<stages><stage id='a' from='0'/>\n<stage id='b' from='50'/><stage id='a' from='75'/></stages>\n" PLANNING),
     "4: stage \"a\" is declared twice; first in line 3\n"},
    {"a level described twice",
     RUBRIC(USUAL AREA("<item id='i' scale='s'>" LEVELS "\n<level value='2'>other</level></item>\n")),
     "7: item \"i\" describes level 2 twice; first in line 6\n"},
    {"a layer twice", RUBRIC(USUAL "<scoring layers='agreed verified agreed'/>"), "5: layers names \"agreed\" twice\n"},
    {"a crosswalk that is not one to one",
     RUBRIC(USUAL "<crosswalk rubric='q' version='1'><map from='a' to='i' relation='same'/>\n"
                  "<map from='a' to='k' relation='same'/>\n<map from='b' to='i' relation='same'/>"
                  "<map from='c' to='j' relation='same'/></crosswalk>"),
     "6: the crosswalk maps \"a\" to \"k\", but line 5 has one of them already: it is one to one\n"
     "7: the crosswalk maps \"b\" to \"i\", but line 5 has one of them already: it is one to one\n"},
    {"several faults in one run", RUBRIC(SCALE AREA(ITEM(" weight='-1'", ""))),
     "1: the rubric has no stages: at least one, from 0\n"
     "1: the rubric has no <planning adequate=\"…\"/>: which level is enough?\n"
     "4: weight \"-1\" must be 0 or more\n"},
};

#define DESCRIBED(one, two, three)                                                                                     \
    "<item id='i' scale='s'><level value='1'>" one "</level><level value='2'>" two "</level><level value='3'>" three   \
    "</level></item>\n"

/* What is worth a look in a rubric without faults. */
static const struct row reviews[] = {
    {"nothing to say", RUBRIC(USUAL AREA(ITEM("", ""))), ""},
    {"two levels in the same words",
     RUBRIC(USUAL AREA(DESCRIBED("Nobody meets.", "We meet, and write it down.", "we meet and\nWRITE it down"))),
     "6: item \"i\": levels 2 and 3 are described in the same words; what would a visitor see that is different?\n"},
    /* 4 of 5 and 4 of 5 words: 8/10, just enough. */
    {"two levels that differ by an adverb",
     RUBRIC(USUAL AREA(DESCRIBED("We sometimes keep our books", "We always keep our books", "c"))),
     "6: item \"i\": levels 1 and 2 are described in nearly the same words; what would a visitor see that is "
     "different?\n"},
    /* 3 of 4 and 3 of 4 words: 6/8; and levels that are no neighbours may be as alike as they wish. */
    {"two levels that differ by a quarter",
     RUBRIC(USUAL AREA(DESCRIBED("We keep our books", "We burn our books", "We keep our books"))), ""},
    /* Shared once, though the longer one has it four times: 2/5. */
    {"a word said again and again", RUBRIC(USUAL AREA(DESCRIBED("meet meet meet meet", "meet", "c"))), ""},
    {"levels told apart by their criteria",
     RUBRIC(
         USUAL AREA("<item id='i' scale='s'><level value='1'>a</level><level value='2'>Done<criterion id='c1'>a "
                    "book</criterion></level><level value='3'>Done<criterion id='c2'>two checkers</criterion></level>"
                    "</item>\n")),
     ""},
    {"levels without a word", RUBRIC(USUAL AREA(DESCRIBED("", "", ""))), ""},
    {"an id of the program's own", RUBRIC(USUAL AREA("<item id='agree_i' scale='s'>" LEVELS "</item>\n")),
     "6: item \"agree_i\": ids that begin with agree_ are the program's own\n"},
    {"a must-have without its reason", RUBRIC(USUAL AREA(ITEM("", "<gate at-least='2' ceiling='low'/>"))),
     "6: item \"i\": its must-have has no <why>: members should read why nothing makes up for it\n"},
    {"a must-have with its reason",
     RUBRIC(USUAL AREA(ITEM("", "<gate at-least='2' ceiling='low'><why>Air.</why></gate>"))), ""},
    {"a language that is incomplete",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL "<licence>X</licence>"
     "<area id='a'><title>A</title><title xml:lang='fr'>A</title>\n"
     "<item id='i' scale='s'>\n" LEVELS "<level value='1' xml:lang='fr'>a</level></item></area></rubric>",
     "7: language \"fr\" is incomplete: 2 of 4 texts are missing; the first is this <level>\n"},
    {"the document's own language incomplete",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL
     "<area id='a'><title xml:lang='fr'>A</title></area></rubric>",
     "5: language \"en\" is incomplete: 1 of 1 texts are missing; the first is this <title>\n"},
    {"a region served by its language",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL
     "<area id='a'><title>A</title><title xml:lang='pt'>A</title><title xml:lang='pt-BR'>A</title></area>"
     "<area id='b'><title>B</title><title xml:lang='pt'>B</title></area></rubric>",
     ""},
    {"criteria in two languages, in either place",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL
     "<area id='a'><item id='i' scale='s'><level value='1'>a</level>"
     "<level value='2'>b<criterion id='c1'>x</criterion><criterion id='c1' xml:lang='fr'>x</criterion></level>"
     "<level value='3'>c<criterion id='c2'>y</criterion></level>"
     "<level value='1' xml:lang='fr'>a</level><level value='2' xml:lang='fr'>b</level>"
     "<level value='3' xml:lang='fr'>c<criterion id='c2'>y</criterion></level></item></area></rubric>",
     ""},
    {"a unit in two languages",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL
     "<measure id='m' unit='members'><title>M</title><title xml:lang='fr'>M</title><unit xml:lang='fr'>membres</unit>"
     "</measure></rubric>",
     ""},
    {"a unit without its translation",
     "<rubric xmlns='urn:oca:rubric:1' id='r' version='1' xml:lang='en'>\n" USUAL
     "<measure id='m' unit='members'><title>M</title><title xml:lang='fr'>M</title></measure></rubric>",
     "5: language \"fr\" is incomplete: 1 of 2 texts are missing; the first is this <unit>\n"},
    {"texts of no language", RUBRIC(USUAL AREA("<title>A</title><title xml:lang='fr'>A</title><note>N</note>")), ""},
};

static const struct row assessments[] = {
    {"a good assessment", "<answer item='i'><agreed value='2'/></answer>", ""},
    {"an unknown item", "<answer item='x'/>", "3: an answer for item \"x\", which rubric \"r\" 1 does not have\n"},
    {"a value off the scale", "<answer item='i'><agreed value='2.5'/></answer>",
     "3: item \"i\": the agreed score is 2.5, which its scale does not have; allowed are 1, 2 or 3\n"},
    {"two answers for one item", "<answer item='i'/>\n<answer item='i'/>",
     "4: item \"i\" is answered twice; first in line 3\n"},
    {"an unknown participant", "<answer item='i'><score by='p9' value='1'/></answer>",
     "3: item \"i\": participant \"p9\" is not declared in this assessment\n"},
    {"two scores by one person",
     "<participant id='p1'/><answer item='i'><score by='p1' value='1'/>\n<score by='p1' value='2'/></answer>",
     "4: item \"i\": participant \"p1\" scored it twice; first in line 3\n"},
    {"a participant twice", "<participant id='p1'/>\n<participant id='p1'/>",
     "4: participant \"p1\" is declared twice; first in line 3\n"},
    {"scores and tallies",
     "<participant id='p1'/><answer item='i'><score by='p1' value='1'/><tally value='1' n='2'/></answer>",
     "3: item \"i\" has single scores and tallies; keep one kind\n"},
    {"a value and an answer", "<answer item='i'><agreed value='1' answer='na'/></answer>",
     "3: item \"i\": a value and answer=\"na\" contradict each other; keep one\n"},
    {"a value and do not know", "<answer item='i'><verified value='1' answer='dk'/></answer>",
     "3: item \"i\": a value and answer=\"dk\" contradict each other; keep one\n"},
    {"a tally off the scale", "<answer item='i'><tally value='4' n='2'/></answer>",
     "3: item \"i\": a tally's value is 4, which its scale does not have; allowed are 1, 2 or 3\n"},
    {"a tally of nothing", "<answer item='i'><tally n='2'/></answer>",
     "3: item \"i\": a tally says neither a value nor an answer\n"},
    {"a tally of two things", "<answer item='i'><tally value='1' answer='dk' n='2'/></answer>",
     "3: item \"i\": a value and answer=\"dk\" contradict each other; keep one\n"},
    {"a value tallied twice",
     "<answer item='i'><tally value='1' n='2'/><tally value='2' n='2'/>\n<tally value='1' n='3'/></answer>",
     "4: item \"i\": the same answer is tallied twice; first in line 3\n"},
    {"an answer tallied twice",
     "<answer item='i'><tally answer='na' n='2'/><tally answer='dk' n='2'/>\n"
     "<tally answer='dk' n='1'/></answer>",
     "4: item \"i\": the same answer is tallied twice; first in line 3\n"},
    {"a measure twice", "<measure id='m1' value='1'/>\n<measure id='m1' value='2'/>",
     "4: measure \"m1\" stands twice; first in line 3\n"},
    {"two targets", "<target item='i' value='2'/>\n<target item='i' value='3'/>",
     "4: item \"i\" has two targets; first in line 3\n"},
    {"a target of an unknown item", "<target item='x' value='2'/>",
     "3: a target for item \"x\", which rubric \"r\" 1 does not have\n"},
    {"two priorities", "<priority item='i' votes='2'/>\n<priority item='i' chosen='yes'/>",
     "4: item \"i\" has two priorities; first in line 3\n"},
    {"a priority of an unknown item", "<priority item='x' votes='2'/>",
     "3: a priority for item \"x\", which rubric \"r\" 1 does not have\n"},
    {"a criterion ticked twice",
     "<answer item='k'><agreed><met criterion='c1'/>\n<met criterion='c1'/></agreed></answer>",
     "4: item \"k\": criterion \"c1\" is ticked twice\n"},
    {"criteria met and not applicable", "<answer item='k'><agreed answer='na'><met criterion='c1'/></agreed></answer>",
     "3: item \"k\": criteria are met, and yet the answer is \"na\"; keep one\n"},
    {"criteria met and not known", "<answer item='k'><verified answer='dk'><met criterion='c1'/></verified></answer>",
     "3: item \"k\": criteria are met, and yet the answer is \"dk\"; keep one\n"},
    {"an unknown measure", "<measure id='m' value='1'/>", "3: measure \"m\" is not declared in rubric \"r\" 1\n"},
    {"a target off the scale", "<target item='i' value='0'/>",
     "3: item \"i\": the target is 0, which its scale does not have; allowed are 1, 2 or 3\n"},
    {"a criterion that is none", "<answer item='i'><agreed><met criterion='c9'/></agreed></answer>",
     "3: item \"i\" has no criterion \"c9\"\n"},
    {"a value that the criteria do not reach",
     "<answer item='k'><agreed value='3'><met criterion='c1'/></agreed></answer>",
     "3: item \"k\": the agreed score is 3, but the criteria that are met reach level 2\n"},
    {"criteria and a value that agree", "<answer item='k'><agreed value='2'><met criterion='c1'/></agreed></answer>",
     ""},
    {"an item that is not asked", "<answer item='f'><agreed value='2'/></answer>",
     "3: item \"f\" is answered, but does not apply to this organization's profile: not scored\n"},
    {"faults of form and of content in one run",
     "<answer item='x'/>\n<answer item='i'><agreed value='two'/></answer>\n<answer item='i'><agreed "
     "value='9'/></answer>",
     "3: an answer for item \"x\", which rubric \"r\" 1 does not have\n"
     "4: value \"two\" is not a number; write it like 2 or 0.5\n"
     "5: item \"i\" is answered twice; first in line 4\n"
     "5: item \"i\": the agreed score is 9, which its scale does not have; allowed are 1, 2 or 3\n"},
};

#define ACTION(id, to, more) "<action id='" id "' item='i' to='" to "' weeks='1'" more "/>\n"

static const struct row libraries[] = {
    {"a good library", "<role id='chair'/>\n" ACTION("a", "2", " lead='chair'"), ""},
    {"an item that is not there", "<action id='a' item='x' to='2' weeks='1'/>",
     "2: action \"a\" is for item \"x\", which rubric \"r\" 1 does not have\n"},
    {"a level that is none", ACTION("a", "5", ""),
     "2: action \"a\" leads to 5, which is no level of item \"i\" (1, 2 or 3)\n"},
    {"a role that is not there", ACTION("a", "2", " lead='chair'"),
     "2: action \"a\" is led by role \"chair\", which is not declared\n"},
    {"a training that is not there", ACTION("a", "2", " training='t'"),
     "2: action \"a\" needs training \"t\", which is not declared\n"},
    {"a prerequisite that is not there", ACTION("a", "2", " requires='b'"),
     "2: action \"a\" requires \"b\", which is no action of this library\n"},
    {"an action twice", ACTION("a", "2", "") ACTION("a", "3", ""),
     "3: action \"a\" is declared twice; first in line 2\n"},
    {"the program's own id", ACTION("agree_i", "2", ""),
     "2: action \"agree_i\": ids that begin with agree_ are the program's own\n"},
    {"a circle",
     "<action id='a' item='i' to='2' weeks='1' requires='b'/>\n<action id='b' item='k' to='2' weeks='1' requires='a'/>",
     "2: actions wait for each other in a circle: \"a\" waits for \"b\" waits for \"a\" (an action also waits for "
     "those of "
     "the same item that lead to a lower level)\n"},
    {"a circle through the order of levels", ACTION("a", "2", " requires='b'") ACTION("b", "3", ""),
     "2: actions wait for each other in a circle: \"a\" waits for \"b\" waits for \"a\" (an action also waits for "
     "those of "
     "the same item that lead to a lower level)\n"},
};

/* What a library without faults lacks, told at the items of good_rubric: adequate is 2, the top 3. */
#define EVERY_K "<action id='k2' item='k' to='2' weeks='1'/><action id='k3' item='k' to='3' weeks='1'/>\n"
#define EVERY_F "<action id='f2' item='f' to='2' weeks='1'/><action id='f3' item='f' to='3' weeks='1'/>\n"
#define LACKS(line, item, from, to)                                                                                    \
    line ": item \"" item "\": no action of \"r-actions\" leads from level " from " to " to                            \
         "; a plan would say \"agree on an action\"\n"

static const struct row lacks[] = {
    {"an action for each level", ACTION("a", "2", "") ACTION("b", "3", "") EVERY_K EVERY_F, ""},
    {"none for the top", ACTION("a", "2", "") EVERY_K EVERY_F, LACKS("6", "i", "2", "3")},
    {"none for an item", EVERY_K EVERY_F, LACKS("6", "i", "1", "2") LACKS("6", "i", "2", "3")},
    {"nothing at all", "",
     LACKS("6", "i", "1", "2") LACKS("6", "i", "2", "3") LACKS("7", "f", "1", "2") LACKS("7", "f", "2", "3")
         LACKS("8", "k", "1", "2") LACKS("8", "k", "2", "3")},
};

/* The same, where a weakness climbs all the way: one action to what is needed serves every level below. */
static const struct row climbs[] = {
    {"one for all levels below", ACTION("a", "3", ""), ""},
    {"one that stops half way", ACTION("a", "2", ""), LACKS("6", "i", "2", "3")},
};

#define PLANNED(attributes) "<weakness item='i'><action id='a' weeks='1' " attributes "/></weakness>"

static const struct row plans[] = {
    {"a good plan", PLANNED("state='scheduled' start='2025-04-01' due='2025-04-07'"), ""},
    {"a date moved without a reason",
     PLANNED("state='scheduled' start='2025-04-01' due='2025-04-07' revised-due='2025-05-01'"),
     "3: action \"a\": a date was moved without a reason\n"},
    {"dropped without a reason", PLANNED("state='deferred' status='dropped'"),
     "3: action \"a\" was dropped without a reason\n"},
    {"added without dates", PLANNED("state='added' start='2025-04-01'"),
     "3: action \"a\" was added without both dates: when does it start, and when is it due?\n"},
    {"scheduled without dates", PLANNED("state='scheduled'"),
     "3: action \"a\" is scheduled, but has no start or no due date\n"},
    {"due before it starts", PLANNED("state='scheduled' start='2025-04-08' due='2025-04-07'"),
     "3: action \"a\" is due before it starts\n"},
    {"moved to be due before it starts",
     PLANNED("state='deferred' revised-start='2025-05-02' revised-due='2025-05-01' reason='r'"),
     "3: action \"a\": the revised due date is before the revised start\n"},
    {"finished before it was started", PLANNED("state='deferred' started='2025-04-08' finished='2025-04-07'"),
     "3: action \"a\" was finished before it was started\n"},
    {"an action twice", PLANNED("") "\n<weakness item='k'><action id='a' weeks='1'/></weakness>",
     "4: action \"a\" stands twice in the plan; first in line 3\n"},
    {"after this plan, with dates", PLANNED("state='deferred' start='2025-04-01'"),
     "3: action \"a\" comes after this plan, and yet has dates\n"},
    {"later, with actions", "<weakness item='i' state='later'><action id='a' weeks='1'/></weakness>",
     "3: the weakness of item \"i\" comes later, and yet has actions\n"},
    {"a change of nothing", "<journal><change date='2025-07-01' field='status'/></journal>",
     "3: a change of the journal is of an action or of an item, one of them\n"},
    {"a weakness twice", "<weakness item='i'/>\n<weakness item='i'/>",
     "4: the weakness of item \"i\" stands twice in the plan; first in line 3\n"},
};

/* A rubric to hold assessments and libraries against. */
static const char good_rubric[] = RUBRIC(USUAL AREA(ITEM(
    "",
    "") "<item id='f' scale='s' applies-to='federation'>" LEVELS "</item>\n"
        "<item id='k' scale='s'><level value='1'>a</level><level value='2'>b<criterion id='c1'>x</criterion></level>"
        "<level value='3'>c<criterion id='c2'>y</criterion></level></item>\n") "<measure id='m1'/>");

static const char *said(oca_arena *mem, oca_faults *faults) {
    oca_buffer text = {.mem = mem};
    oca_faults_sort(faults);
    for (size_t i = 0; i < faults->all.n; i++)
        oca_buffer_print(&text, "%d: %s\n", faults->all.at[i].where.line, faults->all.at[i].message);
    return text.at ? text.at : "";
}

/* Reads what can be read of a document, NULL if nothing can; faults are added. */
static const void *read_what_can_be(oca_arena *mem, const char *text, const oca_format *format, oca_faults *faults) {
    oca_document document = {0};
    const oca_format *const accepted[] = {format, NULL};
    oca_status status = oca_document_parse(&document, mem, "x.xml", text, strlen(text), accepted, faults);
    (void)status;
    return document.root;
}

static void check_rubric(void **state) {
    const struct row *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_frame frame;
    const oca_rubric *rubric = read_what_can_be(&mem, row->text, &oca_rubric_format, &faults);
    assert_non_null(rubric);
    oca_status status = oca_frame_build(&frame, &mem, rubric, &faults);
    assert_string_equal(said(&mem, &faults), row->said);
    assert_int_equal(oca_faults_status(&faults), *row->said ? OCA_FAULTY : OCA_OK);
    (void)status;
    oca_arena_free(&mem);
}

static void check_review(void **state) {
    const struct row *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_frame frame;
    const oca_rubric *rubric = read_what_can_be(&mem, row->text, &oca_rubric_format, &faults);
    assert_non_null(rubric);
    assert_int_equal(oca_frame_build(&frame, &mem, rubric, &faults), OCA_OK);
    oca_rubric_review(&mem, &frame, &faults);
    oca_languages_review(&mem, &oca_rubric_format, rubric, rubric->lang, NULL, rubric->file, &faults);
    assert_string_equal(said(&mem, &faults), row->said);
    assert_int_equal(oca_faults_status(&faults), OCA_OK);
    oca_arena_free(&mem);
}

static void check_assessment(void **state) {
    const struct row *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_frame frame;
    oca_answers answers;
    const oca_rubric *rubric = read_what_can_be(&mem, good_rubric, &oca_rubric_format, &faults);
    assert_int_equal(oca_frame_build(&frame, &mem, rubric, &faults), OCA_OK);
    const char *text = oca_format_text(
        &mem,
        "<assessment xmlns='urn:oca:assessment:1' rubric='r' rubric-version='1' round='baseline' date='2025-01-01'>\n"
        "<organization id='o' name='O'/>\n%s</assessment>",
        row->text);
    const oca_assessment *assessment = read_what_can_be(&mem, text, &oca_assessment_format, &faults);
    assert_non_null(assessment);
    oca_status status = oca_answers_build(&answers, &mem, assessment, &frame, &faults);
    assert_string_equal(said(&mem, &faults), row->said);
    (void)status;
    oca_arena_free(&mem);
}

/* The library's check, and its review too if `review`, against the rubric. */
static void check_library_of(const struct row *row, const char *rubric_text, bool review) {
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    oca_frame frame;
    const oca_rubric *rubric = read_what_can_be(&mem, rubric_text, &oca_rubric_format, &faults);
    assert_int_equal(oca_frame_build(&frame, &mem, rubric, &faults), OCA_OK);
    const char *text = oca_format_text(
        &mem, "<actions xmlns='urn:oca:actions:1' id='r-actions' rubric='r' version='1'>\n%s</actions>", row->text);
    const oca_actions *library = read_what_can_be(&mem, text, &oca_actions_format, &faults);
    assert_non_null(library);
    oca_status status = oca_library_check(&mem, library, &frame, &faults);
    if (review)
        oca_library_review(library, &frame, &faults);
    assert_string_equal(said(&mem, &faults), row->said);
    assert_int_equal(status, *row->said && !review ? OCA_FAULTY : OCA_OK);
    oca_arena_free(&mem);
}

static void check_library(void **state) {
    check_library_of(*state, good_rubric, false);
}

static void check_lack(void **state) {
    check_library_of(*state, good_rubric, true);
}

static void check_climb(void **state) {
    static const char climbs_all_the_way[] = RUBRIC(SCALE STAGES "<planning adequate='3' climb='adequate'/>\n" AREA(
        ITEM("", "") "<item id='w' scale='s' weight='0'>" LEVELS "</item>"));
    check_library_of(*state, climbs_all_the_way, true);
}

static void check_plan(void **state) {
    const struct row *row = *state;
    oca_arena mem = {0};
    oca_faults faults = {.mem = &mem};
    const char *text = oca_format_text(
        &mem,
        "<plan xmlns='urn:oca:plan:1' start='2025-04-01' end='2026-03-31'>\n"
        "<assessment organization='o' round='baseline' date='2025-01-01' rubric='r' rubric-version='1'/>\n%s</plan>",
        row->text);
    const oca_plan *plan = read_what_can_be(&mem, text, &oca_plan_format, &faults);
    assert_non_null(plan);
    oca_plan_check(&mem, plan, &faults);
    assert_string_equal(said(&mem, &faults), row->said);
    oca_arena_free(&mem);
}

int main(void) {
    int failed = CHECK_ROWS("faults of a rubric", rubrics, check_rubric);
    failed += CHECK_ROWS("a rubric worth a look", reviews, check_review);
    failed += CHECK_ROWS("faults of an assessment", assessments, check_assessment);
    failed += CHECK_ROWS("faults of a library", libraries, check_library);
    failed += CHECK_ROWS("a library that lacks actions", lacks, check_lack);
    failed += CHECK_ROWS("a library that climbs", climbs, check_climb);
    failed += CHECK_ROWS("faults of a plan", plans, check_plan);
    return failed != 0;
}
