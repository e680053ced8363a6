"""A year with a plan: four reviews with slips, drops, additions, conflicts, visits and a re-schedule.

    year.py PROGRAM

The plan is that of tests/golden/track-text: four actions of 2, 6, 4 and 8 weeks, 20 in all. At every review people fill
in workbooks, one of them saved again by LibreOffice; what the program makes of them is checked in JSON, XML and in the
workbook of the next period. The figures were worked out by hand; each says how. Ends with: N passed, M failed.
"""
import datetime
import difflib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import icalendar
import openpyxl

from filling import Filled

HERE = os.path.dirname(os.path.abspath(__file__))
PLAN = os.path.join(HERE, "golden", "track-text", "plan.xml")
passed = failed = 0


def check(name, found, wanted):
    global passed, failed
    if found == wanted:
        passed += 1
    else:
        failed += 1
        if isinstance(found, bytes) and isinstance(wanted, bytes):
            found, wanted = found.decode(errors="replace").splitlines(), wanted.decode(errors="replace").splitlines()
            print(name, *difflib.unified_diff(wanted, found, "wanted", "found", lineterm="", n=1), sep="\n")
        else:
            print(f"{name}: {found!r} instead of {wanted!r}")


def day(text):
    return datetime.datetime.fromisoformat(text)


def read(path):
    with open(path, "rb") as file:
        return file.read()


class Year:
    def __init__(self, program):
        self.program = program

    def oca(self, *words, status=0):
        done = subprocess.run([self.program, *words], capture_output=True, text=True)
        check(f"{' '.join(words)}: status\n{done.stderr}", done.returncode, status)
        return done

    def track(self, *words, status=0):
        return self.oca("track", *words, status=status)

    def figures(self, path, date):
        return json.loads(self.track(path, "--date", date, "--format", "json").stdout)

    def plan(self, path):
        root = ET.fromstring(read(path))
        for element in root.iter():
            element.tag = element.tag.rsplit("}", 1)[-1]
        return root

    def review(self, number, record, copies, date, more=(), by="Mentor (invented)"):
        """Takes the copies in; returns the next workbook, after looking whether all that is written says the same."""
        xml, book = f"plan{number}.xml", f"next{number}.xlsx"
        common = ["--date", date, "--by", by, *more]
        self.track(record, *copies, *common, "-o", xml)
        self.track(record, *reversed(copies), *common, "-o", book)
        self.oca("convert", book, "-o", "back.xml")
        check(f"review {number}: the workbook, read back, is the plan", read("back.xml"), read(xml))
        again = self.track(xml, *copies, *common, "-o", "again.xml")
        check(f"review {number}: copies read twice change nothing", read("again.xml"), read(xml))
        check(f"review {number}: warnings", again.stderr, "")
        check(f"review {number}: JSON of both", self.figures(xml, date), self.figures(book, date))
        return book

    def sheet(self, book, name):
        return openpyxl.load_workbook(book, data_only=True)[name]


def by_libreoffice(path):
    """Saved again by another program, which rewrites every part of the file."""
    folder = tempfile.mkdtemp(prefix="oca-resave-")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                    "--outdir", folder, path], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.move(os.path.join(folder, os.path.basename(path)), path)
    shutil.rmtree(folder)
    return path


def shown(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def first_review(year):
    """(2 * 100 + 6 * 50) / (2 + 6 + 8 + 9 + 2) = 500 / 27; as agreed 500 / 20; planned: 2, 6 and 4 weeks were to be done,
    and 35 of the 56 days of the 8 weeks: (200 + 600 + 400 + 8 * 62.5) / 20 = 85."""
    anna, ben = Filled("isp.xlsx"), Filled("isp.xlsx")
    anna.put("actions", "call_meeting", status="done", started=day("2025-01-03"), finished=day("2025-01-20"))
    anna.put("actions", "draft", status="ongoing", percent=50, person="T. Moyo (invented)", revised_due=day("2025-05-06"),
             reason="Rains", note="The lawyer comes in April", cost=175)
    anna.add("visits", date=day("2025-03-20"), by="Mentor (invented)", topics="The draft", agreed="Call the lawyer")
    ben.put("actions", "cash_book", status="dropped", reason="Done by the bank", cause="Nobody was trained")
    ben.put("actions", "visit_mine", start=day("2025-06-01"), due=day("2025-08-02"))
    ben.add("actions", item="adv_voice", title="Speak at the ward meeting", start=day("2025-04-10"), due=day("2025-04-20"))
    ben.add("trainings", training="Book-keeping", role="Treasurer", date=day("2025-03-01"), women=3, men=1, youth=2,
            used="yes", passed_on=4, by="Trainer (invented)")
    anna.put("signed", "Chairperson", name="Chair (invented)", date=day("2025-01-02"))
    copies = [anna.save("anna.xlsx"), by_libreoffice(ben.save("ben.xlsx"))]
    book = year.review(1, "isp.xlsx", copies, "2025-04-01")
    figures = year.figures(book, "2025-04-01")
    check("review 1: completion", round(figures["completion"], 9), round(500 / 27, 9))
    check("review 1: as agreed, planned", [figures["completion_agreed"], figures["planned_completion"]], [25, 85])
    check("review 1: counts", [figures[k] for k in ("done", "ongoing", "not_started", "dropped", "added")], [1, 1, 3, 1, 2])
    plan = year.plan("plan1.xml")
    check("review 1: the weakness is taken in", plan.find("weakness[@item='adv_voice']").get("state"), "planned")
    check("review 1: cost", plan.find(".//action[@id='draft']/cost").get("amount"), "175")
    check("review 1: trained", [plan.find("trained").get(k) for k in ("role", "women", "used", "passed-on")],
          ["treasurer", "3", "yes", "4"])
    check("review 1: signed", plan.find("signed").get("name"), "Chair (invented)")
    check("review 1: visit", plan.find("visit/agreed").text, "Call the lawyer")
    progress = shown(year.sheet(book, "Progress"))
    check("review 1: the board's page", [text in progress for text in ("18.5 %", "25.0 %", "85.0 %")], [True] * 3)
    return book


def second_review(year, book):
    """Copies disagree first. Then 2, 6 and 2 weeks are done: 1000 / 27; as agreed 800 / 20; all was to be done by now.
    The 8 weeks of `register`, not begun, begin on the review's day: 2025-07-01 + 56 - 1 days = 2025-08-25."""
    one, other, third = Filled(book), Filled(book), Filled(book)
    one.put("actions", "draft", status="done", finished=day("2025-06-20"))
    place = other.put("actions", "draft", status="blocked")
    speak = next(i for i, _ in third.rows("actions") if i and i.startswith("speak"))
    third.put("actions", speak, status="done")
    for name, copy in ("one", one), ("other", other), ("third", third):
        copy.save(f"{name}.xlsx")
    before = sorted(os.listdir("."))
    told = year.track(book, "one.xlsx", "other.xlsx", "--date", "2025-07-01", "-o", "no.xlsx", status=1).stderr
    check("review 2: the conflict names the cell", f"other.xlsx:{place}: copies disagree" in told, True)
    check("review 2: nothing is written", sorted(os.listdir(".")), before)
    listed = json.loads(year.track(book, "one.xlsx", "other.xlsx", "--date", "2025-07-01", "--format", "json").stdout)
    check("review 2: conflicts", listed["conflicts"],
          [{"action": "draft", "field": "status", "record": "ongoing", "values": ["blocked", "done"]}])
    by_libreoffice("third.xlsx")
    book = year.review(2, book, ["one.xlsx", "third.xlsx"], "2025-07-01", ["--reschedule"])
    figures = year.figures(book, "2025-07-01")
    check("review 2: completion", round(figures["completion"], 9), round(1000 / 27, 9))
    check("review 2: as agreed, planned", [figures["completion_agreed"], figures["planned_completion"]], [40, 100])
    register = next(a for a in figures["actions"] if a["id"] == "register")
    check("review 2: re-scheduled", [register["due"], register["revised_start"], register["revised_due"]],
          ["2025-04-22", "2025-07-01", "2025-08-25"])
    return book


def third_review(year, book):
    """2, 6, 9 and 2 weeks are done and 30 % of 8: 2140 / 27; as agreed (200 + 600 + 240) / 20 = 52."""
    copy = Filled(book)
    copy.put("actions", "register", status="ongoing", percent=30, started=day("2025-08-20"), revised_due=day("2025-11-30"),
             reason="The office was closed")
    copy.put("actions", "visit_mine", status="done", evidence="Photo of their books")
    book = year.review(3, book, [copy.save("year.xlsx")], "2025-10-01")
    figures = year.figures(book, "2025-10-01")
    check("review 3: completion", [round(figures["completion"], 9), figures["completion_agreed"]], [round(2140 / 27, 9), 52])
    slips = [row for row in year.sheet(book, "Slips").iter_rows(min_row=4, values_only=True) if row[0]]
    check("review 3: slips", [(row[0], row[5], row[9].split(":")[0]) for row in slips],
          [("draft", 70, "Rains"), ("register", 222, "Re-scheduled to 2025-07-01 – 2025-08-25"),
           ("register", 222, "The office was closed")])
    burn_up = [row[2:7] for row in year.sheet(book, "Burn-up").iter_rows(min_row=5, values_only=True)
               if row[1] in (day("2025-04-01"), day("2025-07-01"), day("2025-10-01"))]
    # done as agreed, as it stands, planned, first size, size: weeks
    check("review 3: burn-up", burn_up, [(5, 5, 17, 20, 27), (8, 10, 20, 20, 27), (10.4, 21.4, 20, 20, 27)])
    return book


def fourth_review(year, book):
    """All that is left is done: 100; as agreed 16 of 20 weeks, for 4 were dropped."""
    copy = Filled(book)
    copy.put("actions", "register", status="done", finished=day("2025-12-01"))
    book = year.review(4, book, [copy.save("last.xlsx")], "2026-01-01")
    figures = year.figures(book, "2026-01-01")
    check("review 4", [figures["completion"], figures["completion_agreed"], figures["overdue"]], [100, 80, []])
    year.track(book, "anna.xlsx", "ben.xlsx", "one.xlsx", "third.xlsx", "year.xlsx", "--date", "2026-02-01", "-o", "old.xml")
    check("old copies change nothing", read("old.xml"), read("plan4.xml"))
    year.track("isp.xlsx", "next4.xlsx", "--date", "2026-02-01", "-o", "whole.xml")
    check("a copy that went through all reviews brings them with their dates",
          sorted(read("whole.xml").splitlines()), sorted(read("plan4.xml").splitlines()))
    journal = year.plan("plan4.xml").find("journal")
    check("every change has its review", sorted({c.get("date") for c in journal}),
          ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"])
    replay(year, journal)


def replay(year, journal):
    """The journal replayed over the first plan gives the last, as far as the first has the actions."""
    first, last = year.plan(PLAN), year.plan("plan4.xml")
    for change in journal:
        if change.get("action") and change.get("field") not in ("action", "note", "evidence", "cost"):
            action = first.find(f".//action[@id='{change.get('action')}']")
            if action is not None:
                action.set(change.get("field"), change.get("new") or "")
    for action in first.iter("action"):
        now = last.find(f".//action[@id='{action.get('id')}']")
        for field in ("status", "percent", "person", "revised-start", "revised-due", "started", "finished"):
            check(f"replayed {action.get('id')} {field}", action.get(field) or "", now.get(field) or "")


INPUTS = {"lead": ("Treasurer", "treasurer"), "person": ("A. Person", "A. Person"), "status": ("blocked", "blocked"),
          "percent": ("12,5", "12.5"), "revised-start": (day("2025-05-01"), "2025-05-01"),
          "revised-due": ("30/06/2025", "2025-06-30"), "reason": ("=1+1 is no formula", "=1+1 is no formula"),
          "started": (day("2025-05-02"), "2025-05-02"), "finished": (day("2025-05-03"), "2025-05-03"),
          "supporter": ("Helper", "Helper")}


def every_input(year):
    """What is typed in any column that is to be filled in comes back."""
    copy = Filled("isp.xlsx")
    for key, (typed, _) in INPUTS.items():
        copy.put("actions", "register", **{key.replace("-", "_"): typed})
    for _, cells in copy.rows("actions"):  # openpyxl takes it for a formula otherwise
        if "reason" in cells and cells["reason"].value == INPUTS["reason"][0]:
            cells["reason"].data_type = "s"
    copy.put("actions", "register", cause="Why", result="Then", note="N", evidence="E", cost=12, currency="USD", funder="donor")
    copy.put("later", "adv_voice", votes=6)
    copy.save("all.xlsx")
    year.oca("convert", "all.xlsx", "-o", "all.xml")
    plan = year.plan("all.xml")
    register = plan.find(".//action[@id='register']")
    check("every attribute", {k: register.get(k) for k in INPUTS}, {k: wanted for k, (_, wanted) in INPUTS.items()})
    weakness = plan.find("weakness[@item='gov_constitution']")
    check("every element", [weakness.find("cause").text, weakness.find("result").text, register.find("note").text,
                            register.find("evidence").text], ["Why", "Then", "N", "E"])
    check("cost", dict(register.find("cost").attrib), {"amount": "12", "currency": "USD", "funder": "donor"})
    check("votes", plan.find("weakness[@item='adv_voice']").get("votes"), "6")


def faults(year):
    """A moved date without a reason, a first planned one that was changed, a new row without dates: each names its cell."""
    copy = Filled("isp.xlsx")
    places = [copy.put("actions", "draft", revised_due=day("2025-05-06")), copy.put("actions", "register", due=day("2025-09-01"))]
    copy.add("actions", item="fin_books", title="Undated")
    title = copy.put("actions", "call_meeting", title="Another wording")
    copy.save("wrong.xlsx")
    told = year.track("wrong.xlsx", "--date", "2025-04-01", "-o", "no.xlsx", status=1).stderr.splitlines()
    for place, what in zip(places, ("without a reason", "stays as it is")):
        check(f"{place}: {what}", any(place in line and what in line for line in told), True)
    check("a new action without dates", any("It needs both dates" in line for line in told), True)
    check("what is not carried is named", any(f"{title}: warning:" in line and "not carried" in line for line in told), True)


def events(path):
    """The events as python3-icalendar reads them, each {property: text}; and what it lets pass: lines of at most 75
    bytes ended by CR LF (RFC 5545, 3.1)."""
    raw = read(path)
    lines = raw.split(b"\r\n")
    check("calendar: line ends", (lines[-1], b"\n" in raw.replace(b"\r\n", b"")), (b"", False))
    check("calendar: folded", all(len(line) <= 75 for line in lines), True)
    read_back = icalendar.Calendar.from_ical(raw)
    check("calendar: version", (str(read_back["VERSION"]), read_back.errors), ("2.0", []))
    found = []
    for event in read_back.walk("VEVENT"):
        check("calendar: read without errors", event.errors, [])
        found.append({name: value.to_ical().decode() for name, value in event.items()})
    return found


def calendar(year):
    """Due dates and reviews; the same things after a review, moved: taken in again, they update."""
    year.track(PLAN, "--date", "2025-04-01", "-o", "a.ics")
    year.track("plan3.xml", "--date", "2025-10-01", "-o", "b.ics")
    first, later = events("a.ics"), events("b.ics")
    for event in first + later:
        check("calendar: required", [k for k in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if k not in event], [])
    check("calendar: four actions and four reviews", len(first), 8)
    check("calendar: UIDs", len({e["UID"] for e in later}), len(later))
    due = {e["UID"]: e["DTSTART"] for e in first if "draft" in e["UID"]}, {e["UID"]: e["DTSTART"] for e in later if "draft" in e["UID"]}
    check("calendar: the same UID, another day", (due[0].keys() == due[1].keys(), list(due[0].values()), list(due[1].values())),
          (True, ["20250225"], ["20250506"]))
    check("calendar: stamps come from the data", {e["DTSTAMP"] for e in later}, {"20251001T000000Z"})


def main():
    year = Year(os.path.abspath(sys.argv[1]))
    with tempfile.TemporaryDirectory(prefix="oca-year-") as folder:
        os.chdir(folder)
        year.track(PLAN, "--date", "2025-01-01", "-o", "isp.xlsx")
        check("a workbook as it was written has no edits",
              "What this review changed" in year.track("isp.xlsx", "--date", "2025-04-01").stdout, False)
        every_input(year)
        faults(year)
        book = first_review(year)
        for review in second_review, third_review:
            book = review(year, book)
        fourth_review(year, book)
        calendar(year)
        os.chdir("/")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
