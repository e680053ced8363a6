"""Opens the workbooks of `oca compare` again, as a stranger would, and looks whether they are what we promise.

    compare_book.py [--forbid TEXT]… BOOK.xlsx…

Sheets in their order, the result protected and the statements open to be filtered, ids that are all there once, counts
that fit the rows, two charts, and the record: the assessments reduced to tallies, and the plan. Of a series all that for
each pair of rounds, and first the sheets that show all rounds, which agree with the pairs' own. Ends with a line:
N passed, M failed.
"""
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

import openpyxl

import workbook_check
from workbook_check import check_formulas, check_secrets, no_namespace

SHEETS = ["Summary", "Charts", "Areas", "Statements", "Members", "Plan"]
FRONT = ["Series", "Course", "Areas", "Statements"]
HEADING_ROW = 3


class Book(workbook_check.Book):
    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.cached = openpyxl.load_workbook(path, data_only=True)
        self.xml = self.record()
        self.rounds = [name for name in self.xml if name != "plan"]
        n = len(self.rounds)
        self.series = n > 2
        pairs = [(i, i + 1) for i in range(1, n)] + ([(1, n)] if self.series else [])
        self.marks = [f" {a}→{b}" for a, b in pairs] if self.series else [""]  # what follows the names of a pair's sheets
        self.compared = dict(zip(self.marks, [(self.rounds[a - 1], self.rounds[b - 1]) for a, b in pairs]))

    def column(self, sheet, heading, cached=False):
        """The cells below a heading, of rows that have an id."""
        worksheet = (self.cached if cached else self.book)[sheet]
        at = next(cell.column for cell in worksheet[HEADING_ROW] if cell.value == heading)
        return [worksheet.cell(row, at).value for row in range(HEADING_ROW + 1, worksheet.max_row + 1)
                if worksheet.cell(row, 1).value]


def kind(sheet):
    """What a sheet is, whichever rounds it is about."""
    return sheet.title.split(" ")[0]


def check_sheets(b):
    names, wanted = b.book.sheetnames, FRONT[:] if b.series else []
    for mark in b.marks:
        wanted += [name + mark for name in SHEETS if name != "Plan" or name + mark in names]
    if names != wanted + ["_oca"]:
        yield f"sheets {names}"
    if "plan" in b.xml and not any(name.startswith("Plan") for name in names):
        yield "no sheet shows the plan"
    for sheet in b.book.worksheets:
        if (sheet.sheet_state == "visible") == (sheet.title == "_oca"):
            yield f"sheet {sheet.title} is {sheet.sheet_state}"
    if b.book.active.title != ("Series" if b.series else "Summary"):
        yield f"{b.book.active.title} shows first"


def check_protection(b):
    for sheet in b.book.worksheets:
        if sheet.protection.sheet != (kind(sheet) not in ("Statements", "_oca")):
            yield f"{sheet.title}: protected is {sheet.protection.sheet}"
        if sheet.protection.password:
            yield f"{sheet.title}: has a password"
        if kind(sheet) == "Statements" and not sheet.auto_filter.ref:
            yield f"{sheet.title}: no filter"


def check_paper(b):
    for sheet in b.book.worksheets[:-1]:
        upright = kind(sheet) in ("Series", "Course", "Summary", "Charts")
        if str(sheet.page_setup.paperSize) != "9" or (sheet.page_setup.orientation == "portrait") != upright:
            yield f"{sheet.title}: paper {sheet.page_setup.paperSize}, {sheet.page_setup.orientation}"
        if not upright and not (sheet.print_title_rows and sheet.freeze_panes):
            yield f"{sheet.title}: headings do not stay in view"


def answered(b, names):
    """The statements that the rounds of the newest one's rubric scored: others may be called otherwise there."""
    rounds = [no_namespace(ET.fromstring(b.xml[name])) for name in names]
    return {a.get("item") for r in rounds if r.get("rubric") == rounds[-1].get("rubric") for a in r.iter("answer")}


def check_statements(b):
    for mark, names in [*b.compared.items(), *([("", b.rounds)] if b.series else [])]:
        ids = b.column("Statements" + mark, "id")
        if len(set(ids)) != len(ids):
            yield f"Statements{mark}: an id stands twice"
        missing = sorted(answered(b, names) - set(ids))
        if missing:
            yield f"Statements{mark}: without {missing}"
    for mark in b.marks:
        outcomes = b.column("Statements" + mark, "Outcome")
        summary = b.cached["Summary" + mark]
        for row in summary.iter_rows():
            for cell in row:
                if cell.value in ("improved", "same", "lower than before") and row[0].value is None:
                    counted = summary.cell(cell.row + 1, cell.column).value
                    if counted != outcomes.count(cell.value):
                        yield f"Summary{mark}: {counted} {cell.value}, {outcomes.count(cell.value)} in Statements"


def check_reasons_first(b):
    """What is to be known before stands above every figure."""
    for mark in b.marks:
        labels = [cell.value for cell in b.book["Summary" + mark]["A"] if cell.value]
        if labels.index("Verdict") > labels.index("Like for like"):
            yield f"Summary{mark}: the verdict comes after the change"
        if "To know first" in labels and labels.index("To know first") > labels.index("Like for like"):
            yield f"Summary{mark}: the reasons come after the change"


def rows_of(b, sheet, headings):
    """{id: the cells below these headings}, as they are shown."""
    return dict(zip(b.column(sheet, "id"), zip(*(b.column(sheet, heading, cached=True) for heading in headings))))


def check_side_by_side(b):
    """What the front of a series shows is what the sheets of each pair show."""
    if not b.series:
        return
    facts = [[cell.value for cell in row] for row in b.cached["Series"].iter_rows()]
    for mark in b.marks:
        alone = rows_of(b, "Areas" + mark, ["Change, points", "Outcome"])
        beside = rows_of(b, "Areas", [f"Change,{mark}", f"Outcome,{mark}"])
        for id, shown in beside.items():
            if shown != alone.get(id, ("–", "–")):
                yield f"Areas, {id}{mark}: {shown}, on their own sheet {alone.get(id)}"
        row = next(row for row in facts if row[0] == mark.strip())
        if (row[3], row[4]) != alone["overall"]:
            yield f"Series{mark}: {row}, on their own sheet {alone['overall']}"
        alone = rows_of(b, "Statements" + mark, ["Baseline", "Now", "Outcome"])
        beside = rows_of(b, "Statements", [f"Before,{mark}", f"Now,{mark}", f"Outcome,{mark}"])
        for id, shown in beside.items():
            levels, outcome = alone.get(id, ("–", "–", "–"))[:2], alone.get(id, ("–", "–", "–"))[2]
            if shown[:2] != levels or (outcome != "–" and shown[2] != outcome):
                yield f"Statements, {id}{mark}: {shown}, on their own sheet {alone.get(id)}"


def charts_of(archive, number):
    """The XML of the charts on a sheet, by its number from 1."""
    try:
        drawing = archive.read(f"xl/worksheets/_rels/sheet{number}.xml.rels").decode()
    except KeyError:
        return []
    drawing = re.search(r"drawings/(drawing\d+\.xml)", drawing).group(1)
    charts = re.findall(r"charts/(chart\d+\.xml)", archive.read(f"xl/drawings/_rels/{drawing}.rels").decode())
    return [archive.read(f"xl/charts/{name}").decode() for name in charts]


def check_charts(b):
    with zipfile.ZipFile(b.path) as archive:
        charts = {name: charts_of(archive, i) for i, name in enumerate(b.book.sheetnames, 1)}
    for mark in b.marks:
        sheet = b.book["Charts" + mark]
        compared = sum(isinstance(name, str) and isinstance(before, (int, float))
                       for name, before in sheet.iter_rows(min_col=2, max_col=3, values_only=True))
        wanted = (["radarChart"] if 3 <= compared <= 20 else []) + (["scatterChart"] if compared else [])
        for what in ("radarChart", "scatterChart"):
            if sum(f"<c:{what}>" in chart for chart in charts[sheet.title]) != (what in wanted):
                yield f"{sheet.title}: {what} for {compared} areas"
    if b.series and sum("<c:scatterChart>" in chart for chart in charts["Course"]) != 1:
        yield "Course: no slopes"
    if b.series:  # an undefined leg is an empty cell, since a text would be drawn at 0
        texts = {cell.value for row in b.book["Course"].iter_rows(min_col=3) for cell in row if isinstance(cell.value, str)}
        if texts - {"names at", "height"}:
            yield f"Course: {texts} among the figures"


def check_record(b):
    between = [f"round-{i}" for i in range(2, len(b.rounds))]
    if b.rounds != ["baseline", *between, "reassessment"]:
        yield f"_oca holds {sorted(b.xml)}"
    for name, xml in b.xml.items():
        tag = no_namespace(ET.fromstring(xml)).tag
        if tag != ("plan" if name == "plan" else "assessment"):
            yield f"_oca: {name} is a {tag}"


CHECKS = [check_sheets, check_protection, check_paper, check_statements, check_reasons_first, check_side_by_side,
          check_charts, check_formulas, check_record, check_secrets]

if __name__ == "__main__":
    sys.exit(workbook_check.main(Book, CHECKS))
