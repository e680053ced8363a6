"""Workbooks that no honest program saves, made member by member: each is refused in a few words, whatever it holds.

    hostile_books.py PROGRAM

Memory is bounded by the system while the program reads (not under sanitizers, which take address space for
themselves). Ends with a line: N passed, M failed.
"""
import io
import os
import re
import resource
import struct
import subprocess
import sys
import tempfile
import warnings
import zipfile

import filled_book

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
MOST_MEMORY = 1 << 30
MOST_SECONDS = 120  # only so that an endless reading ends; nothing is measured


def good_book():
    """A filled-in workbook of two statements, as bytes."""
    xml = ('<assessment xmlns="urn:oca:assessment:1" rubric="asm-association" rubric-version="1.0" round="baseline" '
           'date="2025-03-14"><organization id="o" name="O"/><answer item="gov_constitution"><agreed value="2"/></answer>'
           '</assessment>').encode()
    out = io.BytesIO()
    filled_book.make(xml, ["gov_constitution", "gov_meetings"]).save(out)
    return out.getvalue()


def members(book):
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def rebuilt(book, changed, added=()):
    """The workbook with the content of some members changed, and others added."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, content in [*members(book), *added]:
            archive.writestr(name, changed.get(name, content))
    return out.getvalue()


def sheet(inside):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData></worksheet>'.encode()


def patched(book, name, at_local, at_central, form, value):
    """The workbook with a field of the member's two headers changed."""
    book = bytearray(book)
    for signature, at, name_at in ((b"PK\3\4", at_local, 30), (b"PK\1\2", at_central, 46)):
        for found in re.finditer(re.escape(signature), bytes(book)):
            start = found.start()
            if book[start + name_at:start + name_at + len(name)] == name.encode():
                struct.pack_into(form, book, start + at, value)
    return bytes(book)


def claiming(book, name, size):
    """The workbook with a member of so many bytes, as zip64 says it in the list at the end."""
    end = book.rindex(b"PK\5\6")
    length, at = struct.unpack_from("<II", book, end + 12)
    place = book.index(name.encode(), at) - 46
    n_name, n_extra = struct.unpack_from("<HH", book, place + 28)
    entry = bytearray(book[place:place + 46 + n_name + n_extra])
    struct.pack_into("<I", entry, 24, 0xFFFFFFFF)
    struct.pack_into("<H", entry, 30, n_extra + 12)
    tail = bytearray(book[end:])
    struct.pack_into("<I", tail, 12, length + 12)
    return book[:place] + bytes(entry) + struct.pack("<HHQ", 1, 8, size) + book[place + len(entry):end] + bytes(tail)


def text_cell(text):
    return f"<c t='str'><v>{text}</v></c>"


def many_strings(n):
    return b'<sst xmlns="%s">' % MAIN.encode() + b"<si><t>a</t></si>" * n + b"</sst>"


def with_strings(book):
    """The workbook's relationships, with one to shared strings: openpyxl may write its texts into the cells."""
    rels = dict(members(book))["xl/_rels/workbook.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    return rels.replace("</Relationships>", f'<Relationship Type="{kind}" Target="sharedStrings.xml" Id="strings"/></Relationships>')


def in_cell(place, cell):
    """The good workbook with a cell of its first sheet replaced."""
    book = good_book()
    content = dict(members(book))[SHEET].decode()
    content = re.sub(rf'<c r="{place}"[^>]*(/>|>.*?</c>)', "", content)
    row = re.search(r"\d+", place).group()
    return rebuilt(book, {SHEET: re.sub(rf'(<row r="{row}"[^>]*>)(.*?)(</row>)', rf"\1\2{cell}\3", content).encode()})


def cases():
    """(name, file name, bytes, what standard error holds)."""
    book = good_book()
    spaces = b" " * (140 << 20)
    yield ("a member that swells up", "a.xlsx", rebuilt(book, {SHEET: sheet("").replace(b"<sheetData>", b"<sheetData>" + spaces)}),
           "holds more than 128 MiB")
    del spaces
    yield ("a member longer than it declares", "a.xlsx", patched(rebuilt(book, {SHEET: sheet("<row/>" * 1000)}), SHEET, 22, 24, "<I", 100),
           "is longer than the zip file says|is not whole")
    yield ("a member shorter than it declares", "a.xlsx", patched(book, SHEET, 22, 24, "<I", 1 << 20),
           "is shorter than the zip file says|is not whole")
    yield ("a zip64 member of an exabyte", "a.xlsx", claiming(book, SHEET, 1 << 60), "is shorter than the zip file says")
    yield ("an encrypted member", "a.xlsx", patched(book, SHEET, 6, 8, "<H", 1), "is encrypted")
    yield ("a checksum that does not fit", "a.xlsx", patched(book, SHEET, 14, 16, "<I", 1), "its checksum does not fit")
    yield ("half of it", "a.xlsx", book[:len(book) // 2], "its end is missing")
    yield ("all but the end", "a.xlsx", book[:-30], "its end is missing")
    yield ("an absolute name", "a.xlsx", rebuilt(book, {}, [("/etc/passwd", b"x")]), "a name that leads out of it")
    yield ("a name that climbs", "a.xlsx", rebuilt(book, {}, [("xl/../../x", b"x")]), "a name that leads out of it")
    yield ("a member twice", "a.xlsx", rebuilt(book, {}, [(SHEET, b"<worksheet/>")]), "holds xl/worksheets/sheet1.xml twice")
    yield ("deep nesting", "a.xlsx", rebuilt(book, {SHEET: sheet("<a>" * 100000)}), "nested more than 64 levels deep")
    yield ("a flood of attributes", "a.xlsx", rebuilt(book, {SHEET: sheet("<row " + " ".join(f"a{i}='1'" for i in range(200000)) + "/>")}),
           "more than 100 attributes")
    yield ("a flood of namespaces", "a.xlsx", rebuilt(book, {SHEET: sheet("".join(f"<a xmlns:n{i}a='u' xmlns:n{i}b='u' xmlns:n{i}c='u' xmlns:n{i}d='u'>" for i in range(60)))}),
           "more than 200 namespaces")
    yield ("entities that swell up", "a.xlsx", rebuilt(book, {SHEET: b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>" + sheet("&b;")}),
           "there is a DOCTYPE")
    yield ("a million shared strings", "a.xlsx",
           rebuilt(book, {"xl/_rels/workbook.xml.rels": with_strings(book)}, [("xl/sharedStrings.xml", many_strings(1000000))]),
           "more than 500,000 different texts")
    yield ("1,048,576 empty rows", "a.xlsx", rebuilt(book, {SHEET: sheet("<row/>" * 1048576)}), "more than 1,000,000 rows")
    yield ("1,048,576 rows of numbers", "a.xlsx", rebuilt(book, {SHEET: sheet("<row><c><v>1</v></c></row>" * 1048576)}),
           "more than 1,000,000 (rows|cells)")
    yield ("more rows than there are", "a.xlsx", rebuilt(book, {SHEET: sheet('<row r="1048576"/><row/>')}), "too many rows")
    yield ("450,000 new rows", "a.xlsx", rebuilt(book, {SHEET: sheet(
        "<row>" + text_cell("oca:sessions") + text_cell("place") + "</row>"
        + "".join(f"<row><c/>{text_cell(i)}</row>" for i in range(450000)))}), "more than 20,000 rows")
    yield ("30,000 tables", "a.xlsx", rebuilt(book, {SHEET: sheet(f"<row>{text_cell('oca:scores') * 15000}</row>" * 2)}),
           "500 tables or more")
    yield ("a text longer than a cell can hold", "a.xlsx",
           rebuilt(book, {SHEET: sheet(f"<row><c t='inlineStr'><is><t>{'a' * 200000}</t></is></c></row>")}), "longer than a cell can hold")
    yield ("not XML", "a.xlsx", rebuilt(book, {SHEET: b"\0" * 1000}), "is not well-formed XML")
    yield ("a formula where something is typed", "a.xlsx", in_cell("B3", '<c r="B3"><f>1+1</f><v>2</v></c>'),
           r"First area!?'?!B3: a formula stands here")
    yield ("an error where something is typed", "a.xlsx", in_cell("B3", '<c r="B3" t="e"><v>#REF!</v></c>'),
           "!B3: the error #REF! stands here")
    yield ("a text where a number belongs", "a.xlsx", in_cell("B3", '<c r="B3" t="inlineStr"><is><t>often</t></is></c>'),
           "!B3: \"often\" is not allowed here; it may be a number, N/A or don't know")
    yield ("an id erased", "a.xlsx", in_cell("A3", ""), "!A3: this row has no id here")
    yield ("an .ods", "a.xlsx", zipped([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), r"such as \.ods")
    yield ("an .xls", "a.xls", b"\xD0\xCF\x11\xE0" + b"\0" * 600 + "Workbook".encode("utf-16-le"), r"of the old kind \(\.xls\)")
    yield ("a password", "a.xlsx", b"\xD0\xCF\x11\xE0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "has a password")
    yield ("another zip", "a.zip", zipped([("photo.jpg", b"x")]), "a zip file, but no workbook")
    yield ("no record", "a.xlsx", without_record(), "has no record of what it was made from")
    yield ("a record that was changed", "a.xlsx", changed_record(book), "the record of the assessment")


def zipped(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in content:
            archive.writestr(name, text)
    return out.getvalue()


def without_record():
    import openpyxl
    book = openpyxl.load_workbook(io.BytesIO(good_book()))
    del book["_oca"]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed_record(book):
    import openpyxl
    opened = openpyxl.load_workbook(io.BytesIO(book))
    cell = opened["_oca"]["F2"]
    cell.value = ("A" if cell.value[10] != "A" else "B").join([cell.value[:10], cell.value[11:]])
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def refused(program, path, said):
    """What is wrong with how the program takes the file; None if it refuses it as it should."""
    limit = None if "/san/" in program else limited
    try:
        done = subprocess.run([program, "convert", path, "-o", path + ".xml"], capture_output=True, preexec_fn=limit,
                              timeout=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return "does not end"
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode != 1:
        if os.path.exists(path + ".xml"):
            os.remove(path + ".xml")
        return f"exit status {done.returncode}: {told[:300]}"
    if os.path.exists(path + ".xml"):
        os.remove(path + ".xml")
        return "something was written"
    return None if re.search(said, told) else f"is told: {told[:300]}"


def main(program):
    program = os.path.abspath(program)
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="oca-hostile-") as folder:
        for name, file, content, said in cases():
            path = os.path.join(folder, file)
            with open(path, "wb") as out:
                out.write(content)
            wrong = refused(program, path, said)
            passed, failed = passed + (not wrong), failed + bool(wrong)
            if wrong:
                print(f"{name}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
