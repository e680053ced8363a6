"""Makes LibreOffice compute every formula of the given workbooks anew and holds its values against the stored ones.

    recalculate.py BOOK.xlsx…

Each formula cell is one test. A plan's workbook is edited, too: its calendar and its costs must follow. One office
process serves all workbooks. Ends with a line: N passed, M failed.
"""
import datetime
import os
import signal
import subprocess
import sys
import tempfile
import time

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import IllegalArgumentException
from com.sun.star.sheet.FormulaResult import ERROR

TOLERANCE = 1e-9
SHOWN = 20  # faults of one workbook


class Office:
    """A LibreOffice without a window, spoken to through a pipe of its own."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="oca-office-")
        pipe = f"oca{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;",
             f"-env:UserInstallation=file://{self.folder.name}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.desktop = self.connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        return self

    def connect(self, address):
        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        for _ in range(300):
            try:
                there = resolver.resolve(address)
                return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
            except NoConnectException:
                time.sleep(0.1)
        self.stop()
        raise SystemExit("recalculate.py: LibreOffice does not answer")

    def open(self, path):
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        try:
            address = uno.systemPathToFileUrl(os.path.abspath(path))
            return self.desktop.loadComponentFromURL(address, "_blank", 0, (hidden,))
        except IllegalArgumentException:  # there is no such file, or it is nothing that it knows
            return None

    def stop(self):
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.folder.cleanup()

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:  # the bridge goes down with the office
            pass
        self.stop()


def as_stored(value):
    """A cached value as LibreOffice gives it: days as serial numbers, nothing as an empty text."""
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return float(to_excel(value))
    if isinstance(value, (int, float)):
        return float(value)
    return value or ""


def same(stored, computed):
    if isinstance(stored, float) and isinstance(computed, float):
        return abs(stored - computed) <= TOLERANCE * max(1, abs(stored))
    return stored == computed


def formulas(path):
    """(sheet, row, column, formula, stored value) of every formula cell; rows and columns from 0."""
    written, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for sheet in written.worksheets:
        values = cached[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    stored = as_stored(values.cell(cell.row, cell.column).value)
                    yield sheet.title, cell.row - 1, cell.column - 1, cell.value, stored


def values_of(sheet):
    """All values of a sheet in one call, which is a hundred times as fast as cell by cell."""
    cursor = sheet.createCursor()
    cursor.gotoStartOfUsedArea(False)
    cursor.gotoEndOfUsedArea(True)
    area = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow).getDataArray()


def errors_of(sheet):
    """Places of the cells whose formula gives an error."""
    places = set()
    for area in sheet.queryFormulaCells(ERROR).RangeAddresses:
        places |= {(row, column) for row in range(area.StartRow, area.EndRow + 1)
                   for column in range(area.StartColumn, area.EndColumn + 1)}
    return places


def compare(path, document):
    """(passed, faults) over all formula cells."""
    document.calculateAll()
    values = {sheet.Name: values_of(sheet) for sheet in document.Sheets}
    errors = {sheet.Name: errors_of(sheet) for sheet in document.Sheets}
    passed, faults = 0, []
    for sheet, row, column, formula, stored in formulas(path):
        computed = values[sheet][row][column]
        if (row, column) in errors[sheet]:
            computed = "an error"
        meant = stored == "#N/A" and "NA()" in formula  # what a chart leaves out
        if meant and computed == "an error" or same(stored, computed) and computed != "an error":
            passed += 1
        else:
            faults.append(f"{sheet}!{get_column_letter(column + 1)}{row + 1}: stored {stored!r}, computed {computed!r}: {formula}")
    return passed, faults


def find(rows, heading):
    """(row, column) of the first cell that holds this text."""
    return next(((r, c) for r, row in enumerate(rows) for c, value in enumerate(row) if value == heading), None)


class PlanBook:
    """A plan's workbook, open in LibreOffice, as the tests of edits see it."""

    def __init__(self, document):
        self.document = document
        self.plan, self.calendar = document.Sheets["Plan"], document.Sheets["Calendar"]
        rows = values_of(self.plan)
        self.heading, self.id = find(rows, "action id")
        names = rows[self.heading]
        self.columns = {name: names.index(name) for name in ("Start", "Due", "New due", "Cost", "in", "Status")}
        self.first = self.heading + 1
        self.n = next(i for i, row in enumerate(rows[self.first:]) if not row[self.id])

    def cell(self, row, name):
        return self.plan.getCellByPosition(self.columns[name], row)

    def bar(self, action):
        """The days of the columns in which the action's bar stands."""
        rows = values_of(self.calendar)
        heading, id_column = find(rows, "action id")
        row = next(row for row in rows[heading + 1:] if row[id_column] == action)
        return [day for day, sign in zip(rows[heading], row) if sign == "■"]

    def together(self):
        rows = values_of(self.document.Sheets["Summary"])
        place = find(rows, "Together")
        return rows[place[0]][2] if place else None


def move_bar(book):
    """A due date that is moved moves the bar, also after the rows were turned round."""
    action = book.plan.getCellByPosition(book.id, book.first).String
    due, new_due = book.cell(book.first, "Due"), book.cell(book.first, "New due")
    before = book.bar(action)
    new_due.Value = (new_due.Value or due.Value) + 28
    book.document.calculateAll()
    if len(book.bar(action)) <= len(before):
        return "the bar does not follow its due date"
    moved = book.bar(action)
    last = book.first + book.n - 1
    area = book.plan.getCellRangeByPosition(0, book.first, 40, last)
    key = uno.createUnoStruct("com.sun.star.table.TableSortField")
    key.Field, key.IsAscending = book.columns["Start"], False
    descriptor = PropertyValue()
    descriptor.Name, descriptor.Value = "SortFields", uno.Any("[]com.sun.star.table.TableSortField", (key,))
    area.sort((descriptor,))
    book.document.calculateAll()
    return None if book.bar(action) == moved else "the bar is lost when the plan is sorted"


def enter_cost(book):
    """A cost entered in an empty row counts, a dropped action's does not."""
    before = book.together()
    if before is None:
        return None
    row = book.first + book.n
    currency = next((book.cell(r, "in").String for r in range(book.first, row) if book.cell(r, "in").String), "")
    book.cell(row, "Cost").Value = 1000
    book.cell(row, "in").String = currency
    book.document.calculateAll()
    if abs(book.together() - before - 1000) > 1e-6:
        return "a cost entered in an empty row is not counted"
    book.cell(row, "Status").String = "dropped"
    book.document.calculateAll()
    return None if abs(book.together() - before) <= 1e-6 else "the cost of a dropped action is counted"


def check_edits(document):
    """(passed, faults) of the edits to a plan with at least one action."""
    names = document.Sheets.ElementNames
    if "Plan" not in names or "Calendar" not in names:
        return 0, []
    book = PlanBook(document)
    found = [test(book) for test in (move_bar, enter_cost)] if book.n else []
    faults = [fault for fault in found if fault]
    return len(found) - len(faults), faults


def main(paths):
    passed = failed = 0
    with Office() as office:
        for path in paths:
            document = office.open(path)
            if document is None:
                print(f"{path}: LibreOffice cannot open it")
                failed += 1
                continue
            for test in (lambda: compare(path, document), lambda: check_edits(document)):
                good, faults = test()
                passed, failed = passed + good, failed + len(faults)
                for fault in faults[:SHOWN]:
                    print(f"{path}: {fault}")
            document.close(True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
