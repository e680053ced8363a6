"""Makes the seeds that fuzzing begins with, from what ships and from the tests' own documents, and the dictionary.

    seeds.py FOLDER [PROGRAM]

FOLDER/TARGET/… holds the seeds of each target, also what fuzzing discovered so far (corpus/TARGET.zip), and, made by
PROGRAM, workbooks of its own; FOLDER/words.dict the words of all documents.
"""
import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib

import openpyxl

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests"))
import filled_book  # noqa: E402 the path must be set before

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
    """Each document among the seeds of its own kind."""
    for path in xml_below("rubrics", "templates", "tests/schema", "tests/vectors", "tests/golden"):
        content = read(path)
        kind = re.search(rb'xmlns="urn:oca:([a-z]+):1"', content)
        if kind and kind[1].decode() in KINDS:
            write(os.path.join(folder, kind[1].decode()), os.path.relpath(path, ROOT).replace(os.sep, "_"), content)


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
                   if not re.search("theme|docProps|drawing|chart|comments|printerSettings", name)]
    book = openpyxl.load_workbook(path, read_only=True)
    if "_oca" in book.sheetnames:
        rows = list(book["_oca"].iter_rows(values_only=True))
        name = rows[1][0]
        content = zlib.decompress(base64.b64decode("".join(row[5] for row in rows[1:] if row[0] == name)))
        record = f"xl/worksheets/sheet{book.sheetnames.index('_oca') + 1}.xml"
        members = [(member, b"#record " + name.encode() + b"\n" + content if member == record else body)
                   for member, body in members]
    return SEPARATOR.join(name.encode() + b"\n" + body for name, body in members)


def workbooks(folder, program):
    """Small filled-in workbooks, as files and as members, and those that the program makes."""
    xml = read(os.path.join(ROOT, "templates", "samples", "savings-group.xml"))
    items = re.findall(rb'<item id="([^"]+)"', read(os.path.join(ROOT, "rubrics", "savings-group.xml")))
    with tempfile.TemporaryDirectory() as made:
        path = os.path.join(made, "book.xlsx")
        filled_book.make(xml, [item.decode() for item in items]).save(path)
        write(folder, "file", read(path))
        write(folder, "members", members_of(path))
        if not program:
            return
        for name, arguments in (("scoring", ["convert", "templates/samples/savings-group.xml"]),
                                ("plan", ["plan", "templates/samples/savings-group.xml", "--start", "2025-04-01"]),
                                ("tracked", ["track", "tests/golden/track-text/plan.xml", "--date", "2025-06-01"])):
            subprocess.run([program, *arguments, "-o", path], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            write(folder, name, members_of(path))


def exports(folder):
    """Answers to the savings group, as a server and as a phone give them, and the tests' own exports."""
    rubric = read(os.path.join(ROOT, "rubrics", "savings-group.xml"))
    items = [item.decode() for item in re.findall(rb'<item id="([^"]+)"', rubric)]
    columns = ["org_code", "round", *(f"i_{item}" for item in items), *(f"c_{item}" for item in items), "_id", "_uuid"]
    for name, between in (("comma", ","), ("semicolon", ";"), ("tab", "\t")):
        rows = [columns] + [["example-savers", "baseline", *[str(1 + (k + i) % 3) for i in range(len(items))],
                             *["why" for _ in items], str(k), f"uuid-{k}"] for k in range(5)]
        write(os.path.join(folder, "csv"), name, "\r\n".join(between.join(f'"{cell}"' for cell in row) for row in rows).encode())
    answers = "".join(f"<i_{item}>2</i_{item}><c_{item}>why</c_{item}>" for item in items)
    write(os.path.join(folder, "instance"), "phone", f"<f id='x'><org_code>example-savers</org_code>{answers}<meta><instanceID>uuid:1b"
                           "</instanceID></meta></f>".encode())
    for name in sorted(os.listdir(os.path.join(ROOT, "tests", "exports"))):
        path, kind = os.path.join(ROOT, "tests", "exports", name), name.rsplit(".", 1)[1]
        write(os.path.join(folder, {"xml": "instance"}.get(kind, kind)), name,
              members_of(path) if kind == "xlsx" else read(path))


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


def main():
    folder = sys.argv[1]
    shutil.rmtree(folder, ignore_errors=True)
    documents(folder)
    whole(os.path.join(folder, "whole"))
    whole(os.path.join(folder, "books"), library=True)  # workbooks take long
    workbooks(os.path.join(folder, "workbook"), sys.argv[2] if len(sys.argv) > 2 else None)
    exports(folder)
    dictionary(os.path.join(folder, "words.dict"))
    unpack(folder)


if __name__ == "__main__":
    main()
