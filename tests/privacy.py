"""Nothing that is handed on tells what one member answered: every output of every verb, made from assessments with telling
codes, notes and groups, is searched byte for byte, workbooks unzipped and their hidden record decoded, as is all that is
printed.

    privacy.py PROGRAM

What a verb can write is asked of the program and held against the formats document, so that no ending is forgotten.
"""
import base64
import os
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(HERE, "..", "templates", "samples", "savings-group.xml")
CODE, NOTE = "zebra77", "Flamingo told me so"
SECRETS = [CODE, CODE.title(), NOTE]
# What --anonymize takes out too: names, places, what people wrote, and what the organization is called.
NAMES = ["Giraffe", "giraffe", "Savers", "savers"]
# Of twelve people five are herons. An ibis more or less, an okapi or the one that is no wombat could be told on.
TOO_SMALL = ["ibis", "okapi", "wombat"]
NOT_SHOWN = rb"Not shown, since fewer than five people would be told on, by themselves or by subtracting: [a-z, ]*"
# Single scores, and who gave them, are elements of an assessment; only tallies are handed on.
SINGLE = [b"<score by=", b"<participant ", b"<score "]

# The formats document's table, of the verbs that hand on.
RESULT = {".txt", ".json", ".html", ".xlsx", ".csv", ".xml"}
AGREED = {"score": RESULT, "compare": RESULT, "plan": RESULT | {".ics"}, "track": RESULT | {".ics"},
          "portfolio": RESULT | {".jsonl"}}
# These write the record itself, which only a scoring workbook and its XML carry whole; but not what they begin from.
RECORD = {".xml", ".xlsx"}

START, LATER = ["--start", "2025-04-01"], ["--date", "2025-09-01"]
# Arguments; @NAME stands for a file of the folder.
ASKED = [
    ("score", ["@one.xml"]),
    ("score", ["@one.xlsx"]),
    ("score", ["@groups.xml"]),
    ("score", ["@one.xml", "--wall"]),
    ("score", ["@one.xml", "--leaflet"]),
    ("plan", ["@one.xml", *START]),
    ("plan", ["@one.xlsx", *START]),
    ("plan", ["@groups.xml", *START]),
    ("plan", ["@one.xml", *START, "--only", "meet_rules"]),
    ("track", ["@isp.xlsx", *LATER]),
    ("track", ["@isp.xlsx", *LATER, "--reschedule"]),
    ("track", ["@isp.xml", "@edited.xml", *LATER]),
    ("track", ["@isp.xlsx", *LATER, "--tasks"]),
    ("track", ["@life.xml", *LATER]),
    ("track", ["@plans", *LATER]),
    ("compare", ["@one.xml", "@two.xml", "--plan", "@life.xml"]),
    ("portfolio", ["@lives"]),
    ("compare", ["@one.xml", "@two.xml"]),
    ("compare", ["@one.xlsx", "@two.xml", "--plan", "@isp.xlsx"]),
    ("compare", ["@one.xml", "@two.xml", "@three.xml"]),
    ("portfolio", ["@one.xml"]),
    ("portfolio", ["@all"]),
    ("portfolio", ["@all", "--by", "profile"]),
    ("convert", ["@isp.xml"]),
    ("convert", ["@isp.xlsx"]),
    ("start", ["savings-group", "--org", "Example", "--date", "2026-03-01", "--from", "@one.xml", "--prefill"]),
]
# Printed, not written.
PRINTED = [("score", ["@one.xml", "--explain", name]) for name in ("overall", "meetings", "meet_rules", "meet_linked")] \
    + [("compare", ["@one.xml", "@two.xml", "--explain", name]) for name in ("overall", "meet_rules")] \
    + [("check", ["@one.xml", "@one.xlsx", "@isp.xlsx"]), ("check", ["@broken.xml"])]
FAULTY = ["broken.xml", "code.xml", "note.xml", "typed.xlsx", "kept.xml"]
ANONYMIZED = ("score", "plan", "track", "compare", "portfolio")
CHECKERS = {"compare": "compare_book.py", "score": "score_book.py", "plan": "workbook_check.py"}


def telling(text):
    """The sample, with what must not be told."""
    text = text.replace('id="p01"', f'id="{CODE}"')
    text = text.replace('by="p01" value="2"/>', f'by="{CODE}" value="2"><note>{NOTE}</note></score>')
    text = text.replace('<agreed value="1"/>', f'<agreed value="1" by="{CODE}"/><evidence kind="seen" by="p02-{CODE.title()}">A book</evidence>')
    text = text.replace('<answer item="money_box">', f'<consent to="donor" by="{CODE}"/><answer item="money_box">', 1)
    text = text.replace('profile="women"', 'profile="women linked" ward="Giraffe"')
    text = text.replace('<facilitator from="cso">', '<facilitator from="cso">Giraffe ')
    text = text.replace('<answer item="money_box">', """<note>Giraffe</note>
      <session date="2025-03-01" place="Giraffe hall" minutes="giraffe.pdf" present="4"/>
      <answer item="money_box"><note>Giraffe</note>
        <evidence kind="photo" href="giraffe.jpg" by="Giraffe">Giraffe</evidence>""", 1)
    text = text.replace('<answer item="meet_rules">', """<answer item="meet_linked">
        <agreed answer="na" by="Giraffe" reason="Giraffe left"><note>Giraffe</note></agreed></answer>
      <answer item="meet_rules">""", 1)
    assert text.count(CODE) == 4 and CODE.title() in text and NOTE in text and text.lower().count("giraffe") == 12
    return text


def grouped(text):
    """The sample with twelve people in groups that are too small, or too much alike, to be told of."""
    people = range(1, 13)
    among = {"heron": range(1, 6), "ibis": range(2, 7), "okapi": range(10, 13), "wombat": range(2, 13)}
    text = re.sub(r' *<participant.*\n', "", text)
    text = re.sub(r' *<score.*\n', "", text)
    declared = "".join(f'<participant id="q{n}" groups="{" ".join(g for g in among if n in among[g])}"/>' for n in people)
    scores = "".join(f'<score by="q{n}" value="{n % 3 + 1}"/>' for n in people)
    text = text.replace("  <answer ", f"  {declared}\n  <answer ", 1)
    return re.sub(r"(<answer [^>]*>)", rf"\1{scores}", text)


def lived(plan):
    """The plan with all that people write into it in the course of a year."""
    plan = re.sub(r" *<find-out .*\n", "", plan)
    plan = plan.replace("    </action>\n", """    </action>
    <action id="ask_giraffe_1f2e3d" state="added" start="2025-06-01" due="2025-06-14" training="giraffe_talks">
      <title>Ask Giraffe</title><cost currency="Giraffe" amount="5" funder="Giraffe fund"/></action>
    <action id="own_title" state="added" start="2025-06-15" due="2025-06-28" requires="ask_giraffe_1f2e3d"><title>Giraffe</title></action>
""", 1)
    plan = plan.replace("  <review ", """  <find-out item="meet_linked" why="dk" who="Giraffe" due="2025-05-01" found="Giraffe said no"/>
  <review """, 1)
    return plan.replace("</plan>", """  <visit date="2025-05-20" by="Giraffe" present="Giraffe"><topics>Giraffe</topics><agreed>Giraffe</agreed><next>Giraffe</next></visit>
  <trained training="t_saving_together" role="chair" date="2025-05-21" women="8" by="Giraffe"><note>Giraffe</note></trained>
  <trained training="giraffe_talks" role="Giraffe" date="2025-05-21"/>
  <signed role="chair" name="Giraffe" date="2025-05-15"/>
  <signed role="Facilitator: Giraffe" name="Giraffe" date="2025-05-15"/>
  <journal>
    <change date="2025-05-01" action="ask_giraffe_1f2e3d" field="action" new="ask_giraffe_1f2e3d"/>
    <change date="2025-05-01" by="Giraffe" item="meet_linked" field="who" old="Giraffe" new="Giraffe"/>
    <change date="2025-05-01" item="meet_linked" field="found" old="" new="Giraffe said no"/>
    <change date="2025-05-01" action="add_locks" field="cost" old="10 USD" new="20 USD giraffe"/>
    <change date="2025-05-01" action="add_locks" field="indicator" old="Giraffe" new="Giraffe"/>
    <change date="2025-05-01" action="add_locks" field="supporter" old="Giraffe" new="Giraffe"/>
    <change date="2025-05-01" action="add_locks" field="revised-due" old="2025-04-14" new="2025-05-30" reason="Giraffe fell ill"/>
  </journal>
</plan>""")


def type_into(path, into, text):
    """A copy of the workbook in which the first private score is that text."""
    book = openpyxl.load_workbook(path)
    sheet = book["Private scores"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 2 and cell.column > 2)
    cell.value = text
    book.save(into)


def make_inputs(program, folder):
    """Assessments, a plan and an edited copy, a folder of all, and an assessment with a fault beside what is private."""
    def put(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def oca(*arguments):
        subprocess.run([program, *arguments], cwd=folder, capture_output=True, check=True)

    with open(SAMPLE, encoding="utf-8") as file:
        sample = file.read()
    one = telling(sample)
    put("one.xml", one)
    put("two.xml", one.replace('round="baseline" date="2025', 'round="interim" date="2026').replace('agreed value="1"', 'agreed value="2"'))
    put("three.xml", one.replace('round="baseline" date="2025', 'round="reassessment" date="2027').replace('agreed value="1"', 'agreed value="3"'))
    put("groups.xml", grouped(sample))
    put("broken.xml", one.replace('agreed value="2"', 'agreed value="7"'))
    # What a fault of each kind would quote: a code, a note, a score.
    put("code.xml", re.sub(f'(<score by="{CODE}"[^>]*>.*?</score>)', r"\1\1", one, count=1))
    put("note.xml", one.replace("</score>", f"{NOTE}</score>", 1))
    put("kept.xml", one.replace(f'<consent to="donor" by="{CODE}"/>', f'<consent to="association" by="{CODE}"/>')
        .replace('agreed value="2"', 'agreed value="7"'))
    oca("convert", "one.xml", "-o", "one.xlsx")
    type_into(os.path.join(folder, "one.xlsx"), os.path.join(folder, "typed.xlsx"), NOTE)
    oca("plan", "one.xml", *START, "-o", "isp.xlsx")
    oca("plan", "one.xml", *START, "-o", "isp.xml")
    with open(os.path.join(folder, "isp.xml"), encoding="utf-8") as file:
        plan = file.read()
    put("life.xml", lived(plan))
    put("edited.xml", plan.replace('state="scheduled"', 'state="scheduled" percent="10" status="ongoing" person="Giraffe"', 1))
    for into, names in ("all", ["one.xlsx", "two.xml", "three.xml", "isp.xlsx", *FAULTY]), ("plans", ["isp.xlsx"]), ("lives", ["one.xml", "life.xml"]):
        os.mkdir(os.path.join(folder, into))
        for name in names:
            os.link(os.path.join(folder, name), os.path.join(folder, into, name))


def contents(path):
    """All that a file holds."""
    if not zipfile.is_zipfile(path):
        with open(path, "rb") as file:
            return [file.read()]
    with zipfile.ZipFile(path) as book:
        return [book.read(name) for name in book.namelist()] + [name.encode() for name in book.namelist()] + records(path)


def records(path):
    """The documents in the hidden sheet of a workbook, which are deflated there."""
    book, parts = openpyxl.load_workbook(path, read_only=True), {}
    for name, _, _, part, _, data in book["_oca"].iter_rows(min_row=2, values_only=True) if "_oca" in book.sheetnames else []:
        parts.setdefault(name, {})[part] = data
    return [zlib.decompress(base64.b64decode("".join(pieces[part] for part in sorted(pieces)))) for pieces in parts.values()]


def found(pieces, anonymized):
    """What may not be told and yet is, or None."""
    for piece in pieces:
        for secret in SECRETS + (NAMES if anonymized else []):
            if secret.encode() in piece:
                return f"holds {secret!r}"
        for single in SINGLE:
            if single in piece:
                return f"holds single scores or participants: {single.decode()!r}"
        told = re.sub(NOT_SHOWN, b"", re.sub(rb"\s+", b" ", piece))
        for group in TOO_SMALL:
            if group.encode() in told:
                return f"tells of the group {group!r}"
    return None


class Search:
    """Runs the program and counts what tells."""

    def __init__(self, program, folder):
        self.program, self.folder, self.passed, self.failed, self.number = program, folder, 0, 0, 0

    def run(self, verb, arguments, *more):
        given = [os.path.join(self.folder, a[1:]) if a.startswith("@") else a for a in arguments]
        return subprocess.run([self.program, verb, *given, *more], capture_output=True, cwd=self.folder)

    def note(self, verb, arguments, wrong):
        self.passed, self.failed = self.passed + (not wrong), self.failed + bool(wrong)
        if wrong:
            print(f"oca {verb} {' '.join(arguments)}: {wrong}")

    def endings(self, verb, arguments):
        """What the verb can write, as it says itself."""
        said = self.run(verb, arguments, "-o", "x.nothing").stderr.decode()
        return set(re.findall(r"\.[a-z]+", said.split("files that end with: ")[1].split("(see")[0]))

    def written(self, verb, arguments, ending):
        path = os.path.join(self.folder, f"out{self.number}{ending}")
        self.number += 1
        done = self.run(verb, arguments, "-o", path)
        if done.returncode:
            return f"exit status {done.returncode}: {done.stderr.decode()}"
        anonymized = "--anonymize" in arguments
        # What is wrong with a file is told in full on standard error alone, to whoever runs the program.
        printed = [done.stdout.replace(path.encode(), b"")] + ([] if "@all" in arguments else [done.stderr])
        wrong = found([*printed, *contents(path)], anonymized)
        if not wrong and ending == ".xlsx" and verb in CHECKERS and "--only" not in arguments:
            forbid = [word for secret in SECRETS + (NAMES if anonymized else []) for word in ("--forbid", secret)]
            check = subprocess.run([sys.executable, os.path.join(HERE, CHECKERS[verb]), *forbid, path], capture_output=True, text=True)
            wrong = check.stdout if check.returncode else None
        return wrong

    def printed(self, verb, arguments):
        done = self.run(verb, arguments)
        if done.returncode != (1 if "@broken.xml" in arguments else 0):
            return f"exit status {done.returncode}: {done.stderr.decode()}"
        return found([done.stdout, done.stderr], "--anonymize" in arguments)


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.abspath(sys.argv[1])
        make_inputs(program, folder)
        search = Search(program, folder)
        # The search finds what is there to be found, and the groups are such that one is shown.
        for name in "one.xml", "one.xlsx", "groups.xml":
            search.note("found in", [name], not found(contents(os.path.join(folder, name)), False) and "nothing")
        shown = search.run("score", ["@groups.xml"]).stdout
        search.note("score", ["@groups.xml"], not re.search(rb"heron +5 ", shown) and "the herons are not shown")
        told = search.run("check", [f"@{name}" for name in FAULTY]).stderr
        for name in FAULTY:
            search.note("check", [name], name.encode() not in told and "is not faulty")
        search.note("portfolio", ["@all"], b"4 faulty; 1 not shared" not in search.run("portfolio", ["@all"]).stdout and "counts otherwise")
        for verb, endings in AGREED.items():
            plain = next(arguments for name, arguments in ASKED if name == verb)
            says = search.endings(verb, plain)
            search.note(verb, ["-o"], says != endings and f"writes {sorted(says)}, agreed are {sorted(endings)}")
        for verb, arguments in ASKED:
            for more in [[], ["--anonymize"]] if verb in ANONYMIZED and "@plans" not in arguments else [[]]:
                asked = arguments + more
                for ending in sorted(search.endings(verb, asked)):
                    search.note(verb, [*asked, ending], search.written(verb, asked, ending))
                if verb in AGREED:
                    search.note(verb, asked, search.printed(verb, asked))
        for verb, arguments in PRINTED:
            for more in [[], ["--anonymize"]] if verb in ANONYMIZED else [[]]:
                search.note(verb, arguments + more, search.printed(verb, arguments + more))
    print(f"{search.passed} passed, {search.failed} failed")
    return search.failed > 0


if __name__ == "__main__":
    sys.exit(main())
