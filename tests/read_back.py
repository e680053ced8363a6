"""Filled-in workbooks come back: whatever was typed, and whatever was done to the sheets around it.

    read_back.py PROGRAM

A workbook is made from a sample (filled_book.py), changed with openpyxl or in LibreOffice, as a facilitator would, and
read by the program; its XML is held against what it must be. Ends with a line: N passed, M failed.
"""
import copy
import datetime
import os
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.comments import Comment

import filled_book
from recalculate import Office, find, uno, values_of
from com.sun.star.beans import PropertyValue

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = os.path.join(ROOT, "templates", "samples", "example-women.xml")
RUBRIC = os.path.join(ROOT, "rubrics", "asm-association.xml")
FIRST = "gov_constitution"


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = os.path.abspath(path), folder

    def xml_of(self, file):
        """(the document as XML, what was told) or a text that says what went wrong."""
        out = os.path.join(self.folder, "out.xml")
        done = subprocess.run([self.path, "convert", file, "-o", out], capture_output=True)
        told = done.stderr.decode()
        if done.returncode:
            raise AssertionError(f"exit status {done.returncode}: {told[:400]}")
        with open(out, encoding="utf-8") as made:
            return made.read(), told


def row_of(sheet, id):
    return next(row for row in range(3, sheet.max_row + 1) if sheet.cell(row, 1).value == id)


def column_of(sheet, key):
    return next(cell.column for cell in sheet[1] if cell.value == key)


def put(book, title, id, key, value):
    sheet = book[title]
    sheet.cell(row_of(sheet, id), column_of(sheet, key)).value = value


# What is typed in a column, and what the XML of the answer then holds.
TYPED = [
    ("agreed", 4, '<agreed value="4"'), ("agreed", "3", '<agreed value="3"'), ("agreed", " n/a ", '<agreed answer="na"'),
    ("agreed", "Don’t know", '<agreed answer="dk"'), ("agreed", "1,0", '<agreed value="1"'),
    ("agreed-date", datetime.date(2025, 4, 1), 'date="2025-04-01"'), ("agreed-date", "31/12/2024", 'date="2024-12-31"'),
    ("agreed-date", 45748, 'date="2025-04-01"'), ("reason", " Nobody\u00a0is paid\u00a0", 'reason="Nobody\u00a0is paid"'),
    ("agreed-note", "said <so> & more", "<note>said &lt;so&gt; &amp; more</note>"), ("verified", 2, '<verified value="2"'),
    ("then", 1, '<then value="1"'), ("target", 4, f'<target item="{FIRST}" value="4"/>'),
    ("votes", 9, f'<priority item="{FIRST}" votes="9"'), ("chosen", "Yes", 'chosen="yes"'), ("chosen", False, 'chosen="no"'),
    ("kind", "PHOTO", '<evidence kind="photo"'), ("evidence", "=not a formula", ">=not a formula</evidence>"),
    ("href", "photos/1.jpg", 'href="photos/1.jpg"'), ("evidence-date", datetime.datetime(2025, 4, 2, 13, 30), 'date="2025-04-02"'),
    ("note", "one\ntwo", "<note>one\ntwo</note>"), ("note", 7.5, "<note>7.5</note>"),
]


def write_as_text(cell, value):
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def check_typed(t):
    """Every column of the answers takes what people type there."""
    for key, value, held in TYPED:
        book = t.book()
        sheet = book["First area"]
        write_as_text(sheet.cell(row_of(sheet, FIRST), column_of(sheet, key)), value)
        xml, _ = t.read(book)
        answer = re.search(rf'<answer item="{FIRST}">.*?</answer>', xml, re.S).group() + "\n".join(
            re.findall(rf'<(?:target|priority) item="{FIRST}".*', xml))
        yield f"{key}: {value!r}", None if held in answer else f"became {answer}"


def check_like_keys(t):
    """A text that looks like the key of a table is a text, and what stands below it is read."""
    for note in "oca: one lock", "oca:answers", "oca:-", "oca:actions":
        book = t.book()
        sheet = book["First area"]
        below = sheet.cell(row_of(sheet, FIRST) + 2, 1).value
        put(book, "First area", FIRST, "agreed-note", note)
        put(book, "First area", below, "agreed-note", "below it")
        xml, told = t.read(book)
        answers = [re.search(rf'<answer item="{item}">.*?</answer>', xml, re.S).group() for item in (FIRST, below)]
        right = note in answers[0] and "below it" in answers[1] and "of the form" not in told and "of this form" not in told
        yield note, None if right else f"became {answers}; told {told}"


def check_longer_than_a_cell(t):
    """What a cell cuts comes back whole, unless somebody types there; then that is told."""
    long = os.path.join(t.folder, "long.xml")
    with open(long, "w", encoding="utf-8") as file:
        file.write(re.sub(r"(<agreed [^>]*)/?>(\s*<note>[^<]*</note>)?", rf"\1><note>{'word ' * 8000}end</note>", t.sample, count=1))
    path = os.path.join(t.folder, "long.xlsx")
    subprocess.run([t.program.path, "convert", long, "-o", path], check=True, capture_output=True)
    xml, told = t.program.xml_of(path)
    yield "as it was written", None if "word end</note>" in xml and not told else f"told {told}"
    book = openpyxl.load_workbook(path)
    cell = next(cell for sheet in book for row in sheet for cell in row if str(cell.value).startswith("word word"))
    for typed in "only this", cell.value[:-4] + "abc…":
        cell.value = typed
        xml, told = t.read(book)
        right = f"{typed[-9:]}</note>" in xml and "more here than a cell can hold" in told
        yield typed[-9:], None if right else f"told {told}"


def check_other_tables(t):
    def scores(book):
        put(book, "Private scores", FIRST, "p01", "N/A")
        put(book, "Private scores", FIRST, "p02", 1)
    def about(book):
        put(book, "About", "date", "value", datetime.date(2025, 3, 15))
        put(book, "About", "name", "value", "Another name")
    def people(book):
        book["People"].append(["p77", "women, youth"])
    def session(book):
        book["Sessions"].append([None, "2025-03-16", datetime.time(9, 30), "16.00", "Hall", "12 ", 1.0])
    for name, change, held in (
            ("scores", scores, ['<score by="p01" answer="na"', '<score by="p02" value="1"']),
            ("facts", about, ['date="2025-03-15"', 'name="Another name"']),
            ("a new participant", people, ['<participant id="p77" groups="women youth"/>']),
            ("a new session", session,
             ['<session date="2025-03-16" from="09:30" to="16:00" place="Hall" present="12" women="1"/>'])):
        book = t.book()
        change(book)
        xml, _ = t.read(book)
        missing = [text for text in held if text not in xml]
        yield name, f"lacks {missing}" if missing else None


def swap_rows(sheet, a, b):
    for column in range(1, sheet.max_column + 1):
        one, other = sheet.cell(a, column), sheet.cell(b, column)
        one.value, other.value = other.value, one.value
        one.number_format, other.number_format = other.number_format, one.number_format


def reverse_rows(book):
    for sheet in (book["First area"], book["Private scores"]):
        low, high = 3, sheet.max_row
        while low < high:
            swap_rows(sheet, low, high)
            low, high = low + 1, high - 1


def reverse_columns(book):
    sheet = book["First area"]
    rows = [[copy.copy(cell) for cell in row] for row in sheet.iter_rows()]
    last = sheet.max_column
    for r, row in enumerate(rows, 1):
        for c, cell in enumerate(row):
            new = sheet.cell(r, last - c)
            new.value, new.number_format = cell.value, cell.number_format


def insert_rows_and_columns(book):
    for title in ("First area", "Private scores", "People", "About"):
        book[title].insert_rows(1, 3)
        book[title].insert_cols(3, 2)
        book[title].insert_rows(8)


def rename_tabs(book):
    for i, sheet in enumerate(book.worksheets):
        sheet.title = f"It's {i}"


def hide_and_filter(book):
    sheet = book["First area"]
    sheet.auto_filter.ref = sheet.dimensions
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book["Private scores"].sheet_state = "hidden"
    book["_oca"].sheet_state = "visible"


def merge_beside(book):
    sheet = book["First area"]
    last = sheet.max_column
    sheet.merge_cells(start_row=3, end_row=3, start_column=last, end_column=last + 2)
    sheet.merge_cells(start_row=2, end_row=2, start_column=2, end_column=3)


def type_numbers_as_text(book):
    for sheet in (book["First area"], book["Second area"], book["Private scores"]):
        for row in sheet.iter_rows(min_row=3, min_col=2):
            for cell in row:
                if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                    write_as_text(cell, f" {cell.value} \u00a0".replace(".", ","))
                elif isinstance(cell.value, datetime.date):
                    write_as_text(cell, cell.value.strftime("%Y-%m-%d "))


def change_calendar(book):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904


UNCHANGED = [reverse_rows, reverse_columns, insert_rows_and_columns, rename_tabs, hide_and_filter, merge_beside,
             type_numbers_as_text, change_calendar]


def check_unchanged(t):
    """What only moves things, or writes them otherwise, changes nothing."""
    for change in [lambda book: None, *UNCHANGED]:
        book = t.book()
        change(book)
        xml, told = t.read(book)
        wrong = "became another document" if xml != t.sample else f"told {told}" if "not carried" in told else None
        yield change.__name__, wrong


def check_added(t):
    """What is added outside the form is named, and nothing of it is carried."""
    book = t.book()
    sheet = book["First area"]
    sheet.cell(2, sheet.max_column + 1).value = "My remarks"
    sheet.cell(5, sheet.max_column).value = "see below"
    sheet["B3"].comment = Comment("a note", "somebody")
    book.create_sheet("Budget")["B2"] = "100"
    xml, told = t.read(book)
    for name, said in (("a column", 'the column "My remarks" is not part of the form'), ("a comment", "1 comment on this sheet"),
                       ("a sheet", "Budget!B2: warning: this sheet is not part of the form")):
        yield name, None if said in told else f"told {told}"
    yield "what was added", None if xml == t.sample else "changed the document"


def answer_cell(book, item, key):
    """The cell of an answer's value in the program's own workbook, whose key rows stand where they may."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=20):
            marker = next((cell for cell in row if cell.value == "oca:answers"), None)
            column = marker and next((cell.column for cell in row if cell.value == key), None)
            for r in range(row[0].row + 1, sheet.max_row + 1) if column else ():
                if sheet.cell(r, marker.column).value == item:
                    return sheet.cell(r, column)
    raise AssertionError(f"the workbook has no {key} of {item}")


def check_own_workbook(t):
    """The program's own scoring workbook: saved by openpyxl, and with something typed in every column."""
    path = os.path.join(t.folder, "own.xlsx")
    subprocess.run([t.program.path, "convert", SAMPLE, "-o", path], check=True, capture_output=True)
    xml, told = t.program.xml_of(path)
    yield "as it was written", None if xml == t.sample and not told else f"told {told}"
    book = openpyxl.load_workbook(path)
    typed = list(zip(t.items, [row for row in TYPED if row[0] != "then"]))  # a baseline does not ask for then
    for item, (key, value, _) in typed:
        write_as_text(answer_cell(book, item, key), value)
    xml, _ = t.read(book)
    for item, (key, value, held) in typed:
        answer = re.search(rf'<answer item="{item}">.*?</answer>', xml, re.S)
        said = (answer.group() if answer else "") + "\n".join(re.findall(rf'<(?:target|priority) item="{item}".*', xml))
        yield f"{key}: {value!r}", None if held.replace(FIRST, item) in said else f"became {said}"


def check_merge(t):
    """Two people fill in two copies of one workbook."""
    path = os.path.join(t.folder, "record.xlsx")
    subprocess.run([t.program.path, "convert", SAMPLE, "-o", path], check=True, capture_output=True)

    def copy_with(name, *typed):
        book, copy_path = openpyxl.load_workbook(path), os.path.join(t.folder, name)
        for item, key, value in typed:
            answer_cell(book, item, key).value = value
        book.save(copy_path)
        return copy_path

    def merged(*copies):
        out = os.path.join(t.folder, "all.xlsx")
        done = subprocess.run([t.program.path, "merge", *copies, "-o", out], capture_output=True)
        if done.returncode:
            return done.returncode, done.stderr.decode()
        xml, _ = t.program.xml_of(out)
        os.remove(out)
        return 0, xml
    one = copy_with("one.xlsx", (FIRST, "agreed", 4), (FIRST, "note", "ours"))
    two = copy_with("two.xlsx", (FIRST, "agreed", 4), (t.items[1], "reason", "theirs"))
    other = copy_with("other.xlsx", (FIRST, "agreed", 1))
    status, xml = merged(one, two)
    held = ['<agreed value="4"', "<note>ours</note>", 'reason="theirs"']
    yield "both took part", None if not status and all(text in xml for text in held) else f"{status}: {xml[:300]}"
    yield "in the other order", None if merged(two, one) == (status, xml) else "became another document"
    yield "with itself", None if merged(one, one)[1] == t.program.xml_of(one)[0] else "became another document"
    status, told = merged(two, other)
    said = re.search(r"two\.xlsx:.*copies disagree on agreed.*\"4\" here, \"1\" in .*other\.xlsx:.*the record has", told)
    yield "a conflict", None if status == 1 and said and not os.path.exists(os.path.join(t.folder, "all.xlsx")) else told
    stranger = os.path.join(t.folder, "stranger.xlsx")
    subprocess.run([t.program.path, "convert", SAMPLE.replace("women", "youth"), "-o", stranger], check=True, capture_output=True)
    status, told = merged(one, stranger)
    yield "another record", None if status == 1 and "they grew from different records" in told else told


def check_other_kinds(t):
    """A plan's workbook serves the reduced assessment of its record; a scoring workbook is no plan."""
    scoring, plan = (os.path.join(t.folder, name) for name in ("scoring.xlsx", "isp.xlsx"))
    oca = [t.program.path]
    subprocess.run([*oca, "convert", SAMPLE, "-o", scoring], check=True, capture_output=True)
    subprocess.run([*oca, "plan", scoring, "--start", "2025-04-01", "-o", plan], check=True, capture_output=True)
    figures = [subprocess.run([*oca, "score", file, "--format", "json"], capture_output=True).stdout for file in (SAMPLE, plan)]
    yield "a plan where an assessment is wanted", None if figures[0] and figures[0] == figures[1] else "other figures"
    done = subprocess.run([*oca, "track", scoring], capture_output=True)
    said = b"this workbook was made from an assessment; a plan is needed here" in done.stderr
    yield "an assessment where a plan is wanted", None if done.returncode == 1 and said else done.stderr.decode()


def property_of(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def save_from_office(document, path):
    document.storeToURL(uno.systemPathToFileUrl(path), (property_of("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)


def type_in_office(document):
    sheet = document.Sheets["First area"]
    rows = values_of(sheet)
    row = next(r for r, values in enumerate(rows) if values[0] == FIRST)
    keys = rows[0]
    sheet.getCellByPosition(keys.index("agreed"), row).Value = 4
    sheet.getCellByPosition(keys.index("reason"), row).String = "typed there"
    sheet.getCellByPosition(keys.index("evidence-date"), row).setFormula("2025-04-01")


def sort_in_office(document):
    sheet = document.Sheets["First area"]
    rows = values_of(sheet)
    area = sheet.getCellRangeByPosition(0, 2, len(rows[0]) - 1, len(rows) - 1)
    key = uno.createUnoStruct("com.sun.star.table.TableSortField")
    key.Field, key.IsAscending = find(rows, "agreed")[1], False
    area.sort((property_of("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (key,))),))
    sheet.Rows.insertByIndex(0, 2)
    sheet.Columns.insertByIndex(2, 1)
    sheet.Name = "Trié"


def check_office(t):
    """LibreOffice saves the workbook again, as it was, sorted, and typed in."""
    path, saved = os.path.join(t.folder, "office.xlsx"), os.path.join(t.folder, "saved.xlsx")
    t.book().save(path)
    with Office() as office:
        for change in (lambda document: None, sort_in_office):
            document = office.open(path)
            change(document)
            save_from_office(document, saved)
            xml, told = t.program.xml_of(saved)
            yield f"saved by LibreOffice, {change.__name__}", None if xml == t.sample else "became another document"
        document = office.open(path)
        type_in_office(document)
        save_from_office(document, saved)
        xml, _ = t.program.xml_of(saved)
        missing = [text for text in ('<agreed value="4" date="2025-03-14" reason="typed there"', 'date="2025-04-01"')
                   if text not in xml]
        yield "typed in LibreOffice", f"lacks {missing}" if missing else None


class Test:
    def __init__(self, program, folder):
        self.folder, self.program = folder, Program(program, folder)
        with open(SAMPLE, "rb") as file:
            self.content = file.read()
        with open(RUBRIC, encoding="utf-8") as file:
            self.items = re.findall(r'<item id="([^"]+)"', file.read())
        self.sample, _ = self.program.xml_of(SAMPLE)

    def book(self):
        return filled_book.make(self.content, self.items)

    def read(self, book):
        path = os.path.join(self.folder, "book.xlsx")
        book.save(path)
        return self.program.xml_of(path)


def main(program):
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="oca-read-") as folder:
        t = Test(program, folder)
        for check in (check_typed, check_like_keys, check_longer_than_a_cell, check_other_tables, check_unchanged, check_added, check_own_workbook, check_merge, check_other_kinds, check_office):
            try:
                for name, wrong in check(t):
                    passed, failed = passed + (not wrong), failed + bool(wrong)
                    if wrong:
                        print(f"{check.__name__}, {name}: {wrong}")
            except AssertionError as wrong:
                failed += 1
                print(f"{check.__name__}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
