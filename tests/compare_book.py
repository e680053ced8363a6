"""Opens the workbooks of `oca compare` again, as a stranger would, and looks whether they are what we promise.

    compare_book.py [--forbid TEXT]… BOOK.xlsx…

Sheets in their order, the result protected and the statements open to be filtered, ids that are all there once, counts
that fit the rows, two charts, and the record: both assessments reduced to tallies, and the plan. Ends with a line:
N passed, M failed.
"""
import sys
import xml.etree.ElementTree as ET
import zipfile

import openpyxl

import workbook_check
from workbook_check import check_formulas, check_secrets, no_namespace

SHEETS = ["Summary", "Charts", "Areas", "Statements", "Members", "Plan", "_oca"]
HEADING_ROW = 3


class Book(workbook_check.Book):
    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.cached = openpyxl.load_workbook(path, data_only=True)
        self.xml = self.record()

    def column(self, sheet, heading):
        """The texts below a heading, of rows that have an id."""
        worksheet = self.book[sheet]
        at = next(cell.column for cell in worksheet[HEADING_ROW] if cell.value == heading)
        return [worksheet.cell(row, at).value for row in range(HEADING_ROW + 1, worksheet.max_row + 1)
                if worksheet.cell(row, 1).value]


def check_sheets(b):
    wanted = [name for name in SHEETS if name != "Plan" or "plan" in b.xml]
    if b.book.sheetnames != wanted:
        yield f"sheets {b.book.sheetnames}"
    for sheet in b.book.worksheets:
        if (sheet.sheet_state == "visible") == (sheet.title == "_oca"):
            yield f"sheet {sheet.title} is {sheet.sheet_state}"
    if b.book.active.title != "Summary":
        yield f"{b.book.active.title} shows first"


def check_protection(b):
    for sheet in b.book.worksheets:
        if sheet.protection.sheet != (sheet.title not in ("Statements", "_oca")):
            yield f"{sheet.title}: protected is {sheet.protection.sheet}"
        if sheet.protection.password:
            yield f"{sheet.title}: has a password"
    if not b.book["Statements"].auto_filter.ref:
        yield "Statements: no filter"


def check_paper(b):
    for sheet in b.book.worksheets[:-1]:
        upright = sheet.title in ("Summary", "Charts")
        if str(sheet.page_setup.paperSize) != "9" or (sheet.page_setup.orientation == "portrait") != upright:
            yield f"{sheet.title}: paper {sheet.page_setup.paperSize}, {sheet.page_setup.orientation}"
        if not upright and not (sheet.print_title_rows and sheet.freeze_panes):
            yield f"{sheet.title}: headings do not stay in view"


def check_statements(b):
    ids = b.column("Statements", "id")
    if len(set(ids)) != len(ids):
        yield "Statements: an id stands twice"
    answered = {a.get("item") for name in ("baseline", "reassessment")
                for a in no_namespace(ET.fromstring(b.xml[name])).iter("answer")}
    missing = sorted(answered - set(ids))
    if missing:
        yield f"Statements: without {missing}"
    outcomes = b.column("Statements", "Outcome")
    summary = b.cached["Summary"]
    for row in summary.iter_rows():
        for cell in row:
            if cell.value in ("improved", "same", "lower than before") and row[0].value is None:
                counted = summary.cell(cell.row + 1, cell.column).value
                if counted != outcomes.count(cell.value):
                    yield f"Summary: {counted} {cell.value}, {outcomes.count(cell.value)} in Statements"


def check_reasons_first(b):
    """What is to be known before stands above every figure."""
    labels = [cell.value for cell in b.book["Summary"]["A"] if cell.value]
    if labels.index("Verdict") > labels.index("Like for like"):
        yield "Summary: the verdict comes after the change"
    if "To know first" in labels and labels.index("To know first") > labels.index("Like for like"):
        yield "Summary: the reasons come after the change"


def check_charts(b):
    with zipfile.ZipFile(b.path) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    compared = sum(isinstance(name, str) and isinstance(before, (int, float))
                   for name, before in b.book["Charts"].iter_rows(min_col=2, max_col=3, values_only=True))
    wanted = (["radarChart"] if 3 <= compared <= 20 else []) + (["scatterChart"] if compared else [])
    for kind in ("radarChart", "scatterChart"):
        if sum(f"<c:{kind}>" in chart for chart in charts) != (kind in wanted):
            yield f"Charts: {kind} for {compared} areas"


def check_record(b):
    if set(b.xml) not in ({"baseline", "reassessment"}, {"baseline", "reassessment", "plan"}):
        yield f"_oca holds {sorted(b.xml)}"
    for name, xml in b.xml.items():
        tag = no_namespace(ET.fromstring(xml)).tag
        if tag != ("plan" if name == "plan" else "assessment"):
            yield f"_oca: {name} is a {tag}"


CHECKS = [check_sheets, check_protection, check_paper, check_statements, check_reasons_first, check_charts,
          check_formulas, check_record, check_secrets]

if __name__ == "__main__":
    sys.exit(workbook_check.main(Book, CHECKS))
