"""Opens plans' workbooks again, as a stranger would, and looks whether they are what we promise.

    workbook_check.py [--forbid TEXT]… BOOK.xlsx…

Sheets, headings, ids, drop-down lists, dates, print set-up, protection; that the record in `_oca` decodes to XML whose
SHA-256 fits and agrees with the sheets; and that nothing in the workbook tells on a participant: no `<participant`, no
`<score `, none of the forbidden texts. Ends with a line: N passed, M failed.
"""
import argparse
import base64
import datetime
import hashlib
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
import zlib

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

# Name, whether it must be there, the row of the headings and some of them in their order.
SHEETS = [
    # Of a plan that is tracked.
    ("Progress", False, None, []),
    ("Burn-up", False, 4, [None, "Day", "Done, as agreed", "Done, as it stands", "Planned", "Size, as first planned",
                           "Size, as it stood"]),
    ("Visit", False, None, []),
    ("Slips", False, 3, ["action id", "Action", "Who", "First planned", "Due now", "Days later",
                         "Moved at the review of", "From", "To", "Why", "Review held by"]),
    ("Summary", True, None, []),
    ("Plan", True, 6, ["action id", "statement id", "Rank", "Weakness", "Action", "Who leads", "Person", "Start", "Due",
                       "New due", "How we see that it is done", "Cost", "in", "Status", "Done, % (0–100)", "New start",
                       "Why moved or dropped", "Begun on", "Finished on", "New note", "New proof that it is done",
                       "Notes so far", "Proof so far", "Starts, as it stands", "Due, as it stands", "Area", "Why here",
                       "Stands at", "Target", "Where we stand", "What will be true when it is done",
                       "Why is it so? (once for each weakness)", "First make sure that this is done", "Help from",
                       "Who helps (name)", "Training", "Resources", "Who pays", "What proves it"]),
    ("Calendar", True, 4, ["action id", "Start", "Due", "First planned start", "First planned due", "Begun on",
                           "Finished on, or so far", "Status", "Who leads", "Action"]),
    ("Later", False, 4, ["statement id", "Rank", "Area", "Weakness", "Where we stand", "What would be true then",
                         "Why here", "Gap, of 100", "Votes", "Take in?"]),
    ("Find out", False, 4, ["statement id", "About", "Statement", "Why", "Who finds out", "By when", "What was found"]),
    ("After this plan", False, 4, ["action id", "statement id", "Weakness", "Action", "Who leads", "Weeks",
                                   "Why after this plan", "Start", "Due"]),
    ("Reviews", True, 4, ["no.", "Review on", "Held on", "Led by", "Who was there", "What was looked at",
                          "What was agreed", "Next steps"]),
    ("Trainings", True, 4, ["no.", "Training", "For which role", "Date", "Women", "Men", "Youth among them",
                            "Is it used?", "Passed on to how many?", "Who trained", "Note"]),
    ("Scores", True, 3, ["id", "Area, statement", "Level", "Points of 100", "In words", "What that means",
                         "Whose score", "Must-have", "Agreement in the room", "Evidence"]),
    ("Lists", True, None, []),
    ("_oca", True, 1, ["document", "bytes", "sha256", "part", "parts", "data"]),
]
HIDDEN = {"Lists", "_oca"}
RESULTS = {"Progress", "Burn-up", "Visit", "Slips", "Summary", "Calendar", "Scores"}
STATUSES = ["not started", "ongoing", "blocked", "done", "dropped"]
EMPTY_ROWS = 20
CELL_MOST = 30000
A4 = "9"
TELLING = ["<participant", "<score "]


def no_namespace(root):
    for element in root.iter():
        element.tag = element.tag.rsplit("}", 1)[-1]
    return root


class Book:
    """A workbook and what its record says. `cached` has the stored values of formulas."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.cached = openpyxl.load_workbook(path, data_only=True)
        self.xml = self.record()
        self.plan = no_namespace(ET.fromstring(self.xml["plan"]))

    def record(self):
        """{name: bytes}; raises AssertionError where a part, the length or the SHA-256 does not fit."""
        parts = {}
        for name, length, sha256, part, of, data in self.book["_oca"].iter_rows(min_row=2, values_only=True):
            assert len(data) <= CELL_MOST, f"_oca: {len(data)} characters in a cell"
            parts.setdefault((name, length, sha256, of), {})[part] = data
        found = {}
        for (name, length, sha256, of), pieces in parts.items():
            assert name not in found, f"_oca: {name} contradicts itself"
            assert sorted(pieces) == list(range(1, of + 1)), f"_oca: {name} is not whole"
            found[name] = zlib.decompress(base64.b64decode("".join(pieces[i] for i in range(1, of + 1)), validate=True))
            assert len(found[name]) == length, f"_oca: the length of {name}"
            assert hashlib.sha256(found[name]).hexdigest() == sha256, f"_oca: the SHA-256 of {name}"
        return found

    def column(self, sheet, heading, cached=False):
        """The cells below a heading."""
        row = next(row for name, _, row, _ in SHEETS if name == sheet)
        worksheet = (self.cached if cached else self.book)[sheet]
        at = next(cell.column for cell in worksheet[row] if cell.value == heading)
        return [worksheet.cell(i, at) for i in range(row + 1, worksheet.max_row + 1)]

    def texts(self, sheet, heading):
        return [cell.value for cell in self.column(sheet, heading) if cell.value]

    def weaknesses(self, *states):
        return [w for w in self.plan.iter("weakness") if w.get("state") in states]

    def actions(self, deferred):
        return [a for a in self.plan.iter("action") if (a.get("state") == "deferred") == deferred]


# Each check yields what is wrong.

def check_sheets(b):
    names = b.book.sheetnames
    if names != [name for name, _, _, _ in SHEETS if name in names]:
        yield f"sheets out of order or unknown: {names}"
    for name, needed, _, _ in SHEETS:
        if needed and name not in names:
            yield f"no sheet {name}"
        elif name in names and (b.book[name].sheet_state == "visible") == (name in HIDDEN):
            yield f"sheet {name} is {b.book[name].sheet_state}"
    for name, there in (("Later", b.weaknesses("later")), ("Find out", list(b.plan.iter("find-out"))),
                        ("After this plan", b.actions(True))):
        if bool(there) != (name in names):
            yield f"sheet {name}: {len(there)} in the plan"
    if b.book.active.title != ("Progress" if "Progress" in names else "Summary"):
        yield f"{b.book.active.title} shows first"


def check_headings(b):
    for name, _, row, headings in SHEETS:
        if name in b.book.sheetnames and headings:
            found = [cell.value for cell in b.book[name][row]][:len(headings)]
            if found != headings:
                yield f"{name}: headings {found}"


def check_ids(b):
    scored = [i for i in b.texts("Scores", "id")]
    wanted = {
        ("Plan", "action id"): [a.get("id") for a in b.actions(False)],
        ("Plan", "statement id"): [w.get("item") for w in b.plan.iter("weakness") for a in w.iter("action")
                                   if a.get("state") != "deferred"],
        ("Calendar", "action id"): [a.get("id") for a in b.actions(False)],
        ("Later", "statement id"): [w.get("item") for w in b.weaknesses("later")],
        ("Find out", "statement id"): [f.get("item") for f in b.plan.iter("find-out")],
        ("After this plan", "action id"): [a.get("id") for a in b.actions(True)],
    }
    for (sheet, heading), ids in wanted.items():
        if sheet in b.book.sheetnames and b.texts(sheet, heading) != ids:
            yield f"{sheet}: the column {heading} is not the plan's"
    if len(set(scored)) != len(scored):
        yield "Scores: an id stands twice"
    missing = [w.get("item") for w in b.plan.iter("weakness") if w.get("item") not in scored]
    if missing:
        yield f"Scores: without {missing}"


def check_dates(b):
    def day(action, name):
        text = action.get(f"revised-{name}") or action.get(name)
        return datetime.datetime.fromisoformat(text) if text else None
    for sheet, words in ("Plan", ("Starts, as it stands", "Due, as it stands")), ("Calendar", ("Start", "Due")):
        for heading, name in zip(words, ("start", "due")):
            cells = b.column(sheet, heading, cached=True)
            first = 1 if sheet == "Calendar" else 0  # the row of reviews
            for cell, action in zip(cells[first:], b.actions(False)):
                if cell.value != day(action, name):
                    yield f"{sheet}!{cell.coordinate}: {cell.value} instead of {day(action, name)}"
    reviews = [datetime.datetime.fromisoformat(r.get("date")) for r in b.plan.iter("review")]
    if b.texts("Reviews", "Review on") != reviews:
        yield "Reviews: the dates are not the plan's"


def rule_at(sheet, cell):
    """The data validation of a cell."""
    return next((rule for rule in sheet.data_validations.dataValidation if cell.coordinate in rule.sqref), None)


def named_values(b, name):
    sheet, area = next(b.book.defined_names[name].destinations)
    left, top, right, bottom = range_boundaries(area)
    cells = b.book[sheet].iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True)
    return [value for row in cells for value in row]


def check_rules(b):
    plan = b.book["Plan"]
    ids = b.column("Plan", "action id")
    if len(ids) != len(b.actions(False)) + EMPTY_ROWS:
        yield f"Plan: {len(ids)} rows for {len(b.actions(False))} actions"
    for heading, kind in (("Status", "list"), ("Done, % (0–100)", "decimal"), ("Start", "date"), ("Due", "date"),
                          ("Cost", "decimal"), ("Who pays", "list")):
        for cell in b.column("Plan", heading):
            rule = rule_at(plan, cell)
            if rule is None or rule.type != kind:
                yield f"Plan!{cell.coordinate}: {heading} takes anything"
                break
    status = rule_at(plan, b.column("Plan", "Status")[0])
    if status is not None and status.formula1 != "oca_status":
        yield f"Plan: the statuses come from {status.formula1}"
    if named_values(b, "oca_status") != STATUSES:
        yield f"Lists: statuses {named_values(b, 'oca_status')}"
    for name in ("oca_item_id", "oca_item", "oca_item_area", "oca_support"):
        if not all(named_values(b, name)):
            yield f"Lists: {name} has gaps"
    percent = rule_at(plan, b.column("Plan", "Done, % (0–100)")[0])
    if percent is not None and (percent.formula1, percent.formula2) != ("0", "100"):
        yield f"Plan: percent from {percent.formula1} to {percent.formula2}"
    if not plan.auto_filter.ref:
        yield "Plan: no filter"


def check_paper(b):
    for sheet in b.book.worksheets:
        if sheet.title in HIDDEN:
            continue
        upright = sheet.title in ("Summary", "Progress")
        setup = sheet.page_setup
        if str(setup.paperSize) != A4 or (setup.orientation == "portrait") != upright:
            yield f"{sheet.title}: paper {setup.paperSize}, {setup.orientation}"
        high = 1 if setup.fitToHeight is None else int(setup.fitToHeight)  # 1 is not written, 0 is "any number"
        if not sheet.sheet_properties.pageSetUpPr.fitToPage or high != (1 if upright else 0):
            yield f"{sheet.title}: not one page wide"
        if not upright and not sheet.print_title_rows:
            yield f"{sheet.title}: headings are not repeated"
        if not upright and not sheet.freeze_panes:
            yield f"{sheet.title}: headings do not stay in view"
        header, footer = (sheet.oddHeader.left.text or "").replace("&&", "&"), sheet.oddFooter.right.text or ""
        name = b.plan.find("assessment").get("name") or ""
        if name[:40] not in header:
            yield f"{sheet.title}: header {header!r}"
        if "&P" not in footer or "&N" not in footer:
            yield f"{sheet.title}: footer {footer!r}"


def check_protection(b):
    for sheet in b.book.worksheets:
        if sheet.protection.sheet != (sheet.title in RESULTS):
            yield f"{sheet.title}: protected is {sheet.protection.sheet}"
        if sheet.protection.password:
            yield f"{sheet.title}: has a password"


def check_formulas(b):
    """Text is never a formula, a formula never volatile or dynamic, and every one has its value stored."""
    known = {"IF", "AND", "OR", "IFERROR", "INDEX", "MATCH", "SUMPRODUCT", "SUM", "ROUND", "COUNT", "COUNTA", "COUNTIF",
             "MIN", "MAX", "ISNUMBER", "REPT", "DATE", "YEAR", "MONTH"}
    for sheet in b.book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                if not isinstance(cell.value, str):
                    yield f"{sheet.title}!{cell.coordinate}: an array formula"
                    continue
                unknown = set(re.findall(r"([A-Z.]+)\(", cell.value)) - known
                if unknown:
                    yield f"{sheet.title}!{cell.coordinate}: uses {unknown}"
                value = b.cached[sheet.title][cell.coordinate].value
                if isinstance(value, str) and value.startswith("#"):
                    yield f"{sheet.title}!{cell.coordinate}: {value}"


def check_record(b):
    if set(b.xml) != {"plan", "assessment"}:
        yield f"_oca holds {sorted(b.xml)}"
    for name, xml in b.xml.items():
        if no_namespace(ET.fromstring(xml)).tag != name:
            yield f"_oca: {name} is something else"
        if b"\r" in xml:
            yield f"_oca: {name} has carriage returns"


def check_secrets(b):
    """Everything that can be read in the file: cells, the record, and the raw members of the archive."""
    with zipfile.ZipFile(b.path) as archive:
        places = [(name, archive.read(name).decode("utf-8", "replace")) for name in archive.namelist()]
    places += [(f"_oca: {name}", xml.decode("utf-8")) for name, xml in b.xml.items()]
    for sheet in b.book.worksheets:
        text = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
        places.append((sheet.title, text))
    for place, text in places:
        for secret in TELLING + b.forbidden:
            if secret in text:
                yield f"{place} holds {secret!r}"


CHECKS = [check_sheets, check_headings, check_ids, check_dates, check_rules, check_paper, check_protection,
          check_formulas, check_record, check_secrets]


def main(kind=Book, checks=CHECKS):
    options = argparse.ArgumentParser()
    options.add_argument("--forbid", action="append", default=[], metavar="TEXT")
    options.add_argument("books", nargs="+")
    given = options.parse_args()
    passed = failed = 0
    for path in given.books:
        try:
            book = kind(path)
        except (AssertionError, KeyError, OSError, ValueError, zipfile.BadZipFile, zlib.error) as error:
            print(f"{path}: cannot be read back: {error}")
            failed += 1
            continue
        book.forbidden = given.forbid
        for check in checks:
            faults = list(check(book))
            passed, failed = passed + (not faults), failed + bool(faults)
            for fault in faults[:10]:
                print(f"{path}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
