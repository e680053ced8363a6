"""Makes the seeds that fuzzing begins with, from what ships and from the tests' own documents, and the dictionary.

    seeds.py FOLDER [PROGRAM]

FOLDER/TARGET/… holds the seeds of each target, also what fuzzing discovered so far (corpus/TARGET.zip), and, made by
PROGRAM, workbooks of its own; FOLDER/words.dict the words of all documents.
"""
import base64
import datetime
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib

import openpyxl
from openpyxl.comments import Comment

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests"))
import filled_book  # noqa: E402 the path must be set before
import hostile_books  # noqa: E402
import read_back  # noqa: E402

CORPUS = os.path.join(ROOT, "tests", "fuzz", "corpus")
KINDS = {"rubric", "assessment", "plan", "actions", "tailoring"}
SEPARATOR = b"\n<!--next-->\n"
MOST = 200_000  # larger seeds only slow the fuzzer down


def xml_below(*folders):
    for folder in folders:
        for path, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
            for name in sorted(names):
                full = os.path.join(path, name)
                if name.endswith(".xml") and os.path.getsize(full) < MOST:
                    yield full


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(folder, name, data):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def documents(folder):
    """Each document among the seeds of its own kind, and what is none among those of assessments."""
    for path in xml_below("rubrics", "templates", "tests/schema", "tests/vectors", "tests/golden"):
        content = read(path)
        found = re.search(rb'xmlns="urn:oca:([a-z]+):1"', content)
        kind = found[1].decode() if found else ""
        write(os.path.join(folder, kind if kind in KINDS else "assessment"), os.path.relpath(path, ROOT).replace(os.sep, "_"), content)


def whole(folder, library=False):
    """The cases of the method; with `library` only those that have one."""
    vectors = os.path.join(ROOT, "tests", "vectors")
    for case in sorted(os.listdir(vectors)):
        paths = [os.path.join(vectors, case, name) for name in ("rubric.xml", "assessment.xml", "actions.xml")]
        if os.path.exists(paths[0]) and (os.path.exists(paths[2]) or not library):
            write(folder, case, SEPARATOR.join(read(path) for path in paths if os.path.exists(path)))


def members_of(path):
    """A workbook as its members, without those that nothing is read from; its record as what it says."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()
                   if not re.search("theme|docProps|drawing|chart|printerSettings", name)]
    book = openpyxl.load_workbook(path, read_only=True)
    if "_oca" in book.sheetnames:
        rows = list(book["_oca"].iter_rows(values_only=True))
        name = rows[1][0]
        content = zlib.decompress(base64.b64decode("".join(row[5] for row in rows[1:] if row[0] == name)))
        record = f"xl/worksheets/sheet{book.sheetnames.index('_oca') + 1}.xml"
        members = [(member, b"#record " + name.encode() + b"\n" + content if member == record else body)
                   for member, body in members]
    return SEPARATOR.join(name.encode() + b"\n" + body for name, body in members)


# What people type, and how cells are shown that they typed into.
TYPED = [2, 2.5, -1, "2,5", "1.234,5", "1,234.5", "1,234", "50 %", "31/12/2024", "2.1.2025", "3/4/2025", "2025-02-30", 45748, 0.4, 1e12,
         datetime.date(2025, 4, 2), datetime.datetime(2025, 4, 2, 13, 30), datetime.time(9, 30), "9h30", "16.00", True, False, "=1+1",
         "#REF!", " N/A ", "don't know", "women, youth;other", "_x0041__xD83D__xDE00_", "_x000G_", "a\u0301 \u00a0", "often"]
RICH = "a text in several letters"  # openpyxl cannot write one
LETTERS = b"<r><t>a </t></r><r><rPr><b/></rPr><t>b</t></r><rPh><t>c</t></rPh>"
SHOWN = ["General", "0%", "[h]:mm", "d\\ mmm yyyy", "dd/mm/yyyy", "h:mm AM/PM", '"a"0', "[Red]0.0", "_-0_-", "mm:ss"]


def edited(xml, items):
    """(name, workbook): all that people type, in every column, and what they do to rows and columns."""
    xml = xml.replace(b"  <answer ", b'  <session date="2025-03-14" from="09:00" place="The hall (invented)" present="9"/>\n  <answer ', 1)
    for k in range(6):
        book = filled_book.make(xml, items)
        book.iso_dates = k % 2 == 1
        book["Sessions"].append([None, "date", "from", "to", "place", "present", "women"])
        book["People"].append([f"p{70 + k}", "groups"])
        for sheet in book.worksheets[:-2]:  # neither words nor record
            for row in sheet.iter_rows(min_row=3, min_col=2):
                for cell in row[k % 2::2]:
                    n = 7 * cell.row + 3 * cell.column + 5 * k
                    cell.value, cell.number_format = TYPED[n % len(TYPED)], SHOWN[n % len(SHOWN)]
        yield f"typed-{k}", book
    for change in [*read_back.UNCHANGED, twice, erased, gone]:
        book = filled_book.make(xml, items)
        change(book)
        yield change.__name__, book


def twice(book):
    """A row, a column and a table stand twice, and a sheet and cells that nobody asked for."""
    for title in "First area", "Private scores":
        sheet = book[title]
        sheet.append([cell.value for cell in sheet[3]])
        for row in 1, 2, 3:
            sheet.cell(row, sheet.max_column + (row == 1)).value = sheet.cell(row, 2).value
        sheet.cell(2, sheet.max_column + 2).value = "My remarks"
        sheet.cell(3, sheet.max_column).value = "see below"
    book.create_sheet("Mine").append(["mine"])
    book["First area"]["C3"].comment = Comment("to be asked", "Somebody")
    book["First area"]["D4"] = RICH


def erased(book):
    """Ids and keys are lost."""
    for title in "First area", "People", "Sessions":
        book[title]["A3"] = None
    book["Second area"]["B1"], book["About"]["A3"] = "elsewhere", "nothing"


def gone(book):
    """Rows, columns, and the list of words."""
    book["First area"].delete_rows(4)
    book["First area"].delete_cols(3, 2)
    del book["Lists"]
    del book["People"]


def hostile(folder):
    """Workbooks of the tests that no honest program saves, but for those that swell up."""
    for name, _, content, _ in hostile_books.cases():
        try:
            swollen = sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(content)).infolist())
        except zipfile.BadZipFile:
            swollen = 0
        if max(len(content), swollen) < MOST:
            for target in "workbook", "xlsx":
                write(os.path.join(folder, target), "hostile-" + re.sub(r"\W", "-", name), content)


def workbooks(folder, program):
    """Small filled-in workbooks, as files and as members, and those that the program makes."""
    xml = read(os.path.join(ROOT, "templates", "samples", "savings-group.xml"))
    items = re.findall(rb'<item id="([^"]+)"', read(os.path.join(ROOT, "rubrics", "savings-group.xml")))
    with tempfile.TemporaryDirectory() as made:
        path = os.path.join(made, "book.xlsx")
        filled_book.make(xml, [item.decode() for item in items]).save(path)
        write(folder, "file", read(path))
        write(folder, "members", members_of(path))
        for name, book in edited(xml, [item.decode() for item in items]):
            book.save(path)
            write(folder, name, members_of(path).replace(b"<t>" + RICH.encode() + b"</t>", LETTERS))
        if not program:
            return
        for name, arguments in (("scoring", ["convert", "templates/samples/savings-group.xml"]),
                                ("plan", ["plan", "templates/samples/savings-group.xml", "--start", "2025-04-01"]),
                                ("tracked", ["track", "tests/golden/track-text/plan.xml", "--date", "2025-06-01"])):
            subprocess.run([program, *arguments, "-o", path], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            write(folder, name, members_of(path))


def table(*columns, n=3, between=","):
    """A CSV file: (heading, what each of n people gave) for each column; a text stands for all of them."""
    rows = [[heading for heading, _ in columns]]
    rows += [[given if isinstance(given, str) else given[k % len(given)] for _, given in columns] for k in range(n)]
    return "\r\n".join(between.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows).encode()


def exports(folder):
    """Answers to the savings group and to the tests' own rubrics, as a server and as a phone give them, and faulty ones."""
    rubric = read(os.path.join(ROOT, "rubrics", "savings-group.xml"))
    items = [item.decode() for item in re.findall(rb'<item id="([^"]+)"', rubric)]
    about = [("org_code", "example-savers"), ("round", "baseline"), ("_id", "012"), ("_uuid", ["uuid-0", "uuid-1", "uuid-2"])]
    given = [("i_" + item, "123") for item in items] + [("c_" + item, "why") for item in items]
    status = [("_validation_status", ["validation_status_on_hold", "validation_status_not_approved", ""])]
    ticks = [("org_code", ["assoc1", "assoc2"]), ("rubric_ref", ["ticks@1.0", "ticks@1.0#0123456789abcdef", ""]), ("_uuid", ["a", "b", "a"]),
             ("i_book", ["", "3", "dk"])]
    made = {"comma": table(*about, *given), "semicolon": table(*about, *given, between=";"), "tab": table(*about, *given, between="\t"),
            "status": b"\xEF\xBB\xBF" + table(*about, *given, *status), "unknown": table(*about[:1], *given[1:], ("mine", "1"), ("i_none", "2")),
            "ticks": table(*ticks, ("t_book", ["kept two_sign", "kept", "none"]), ("t_door", "")),
            "ticks-apart": table(*ticks, ("t_book/kept", ["1", "0", "true"]), ("t_book/two_sign", ["0", "1", "yes"]), ("profile/women", "1")),
            "ticks-labels": table(("Organisation code", "assoc1"), ("_uuid", ["a", "b"]), ("1.1 Book", ["2 - Middle", "High", "Not applicable"]),
                                  ("Justification", "why"), ("1.2 Door", ["Low", "low", "Do not know"]), ("Justification", ""), ("Justification", "")),
            "more-fields": b"org_code,_id\na,1,2,3\n", "open": b'org_code,"_id\n', "empty": b"", "zero": b"a,b\n\0\0", "other-letters": b"a,caf\xe9\n1,2\n",
            "columns": b"," * 6000, "long": b"org_code\n" + b"a" * 110_000, "an-instance": b"<f/>"}
    for name, content in made.items():
        write(os.path.join(folder, "csv"), name, content)
    answers = "".join(f"<i_{item}>2</i_{item}><c_{item}>why</c_{item}>" for item in items)
    phone = f"<f id='x'><org_code>example-savers</org_code>{answers}<meta><instanceID>uuid:1b</instanceID></meta></f>"
    for name, content in (("phone", phone), ("ticks", "<f><org_code>assoc1</org_code><t_book>kept two_sign</t_book><t_door>shut</t_door></f>"),
                          ("encrypted", '<data encrypted="yes" xmlns="http://opendatakit.org/submissions"><encryptedXmlFile/></data>'),
                          ("deep", "<a>" * 70), ("doctype", "<!DOCTYPE a><a/>"), ("names", "<a>" * 60 + "<b" + "b" * 2000 + "/>"),
                          ("long", "<a>" + "a" * 110_000 + "</a>"), ("none", "no XML"), ("fields", "<f>" + "<a>1</a>" * 6000 + "</f>")):
        write(os.path.join(folder, "instance"), name, content.encode())
    for name in sorted(os.listdir(os.path.join(ROOT, "tests", "exports"))):
        path, kind = os.path.join(ROOT, "tests", "exports", name), name.rsplit(".", 1)[1]
        write(os.path.join(folder, {"xml": "instance"}.get(kind, kind)), name, members_of(path) if kind == "xlsx" else read(path))
    write(os.path.join(folder, "csv"), "kobo_xml.xlsx", read(os.path.join(ROOT, "tests", "exports", "kobo_xml.xlsx")))


def faulty(folder):
    """What is no document, or not the one that is wanted, in few bytes."""
    for name, content in (("empty", b""), ("spaces", b" \n "), ("deep", b"<a>" * 70), ("doctype", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
                          ("attributes", b"<a" + b' a=""' * 1001 + b"/>"), ("pdf", b"%PDF-1.4"), ("old-workbook", b"\xD0\xCF\x11\xE0"),
                          ("another", b'<plan xmlns="urn:oca:plan:1"/>'), ("later", b'<assessment xmlns="urn:oca:assessment:2"/>'),
                          ("UTF-16", '<assessment xmlns="urn:oca:assessment:1"/>'.encode("utf-16")), ("zip", b"PK\3\4"), ("levels", b'<assessment xmlns="urn:oca:assessment:1">' + b"<a>" * 70)):
        write(os.path.join(folder, "assessment"), "faulty-" + name, content)


def dictionary(path):
    words = set()
    for folder, _, names in os.walk(os.path.join(ROOT, "rubrics", "schema")):
        for name in names:
            if name.endswith(".xsd"):
                text = read(os.path.join(folder, name)).decode()
                words |= set(re.findall(r'(?:name|value|targetNamespace)="([^"]{1,60})"', text))
    with open(path, "w", encoding="utf-8") as file:
        for word in sorted(words):
            if re.fullmatch(r"[A-Za-z0-9:._ -]+", word):
                file.write(f'"{word}"\n')


def unpack(folder):
    """What fuzzing discovered so far."""
    for name in sorted(os.listdir(CORPUS)) if os.path.isdir(CORPUS) else []:
        if name.endswith(".zip"):
            with zipfile.ZipFile(os.path.join(CORPUS, name)) as archive:
                archive.extractall(os.path.join(folder, name[:-len(".zip")]))


def make(folder, program=None):
    """All but what fuzzing discovered."""
    documents(folder)
    whole(os.path.join(folder, "whole"))
    whole(os.path.join(folder, "books"), library=True)  # workbooks take long
    workbooks(os.path.join(folder, "workbook"), program)
    exports(folder)
    faulty(folder)
    hostile(folder)


def main():
    folder = sys.argv[1]
    shutil.rmtree(folder, ignore_errors=True)
    make(folder, sys.argv[2] if len(sys.argv) > 2 else None)
    dictionary(os.path.join(folder, "words.dict"))
    unpack(folder)


if __name__ == "__main__":
    main()
