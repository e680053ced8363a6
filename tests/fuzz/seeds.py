"""Makes the seeds that fuzzing begins with, from what ships and from the tests' own documents, and the dictionary.

    seeds.py FOLDER

FOLDER/TARGET/… holds the seeds of each target, FOLDER/xml.dict the names of all elements and attributes.
"""
import io
import os
import random
import re
import shutil
import sys
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests"))
import filled_book  # noqa: E402 the path must be set before

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
    for path in xml_below("rubrics", "templates", "tests/schema", "tests/vectors"):
        write(folder, os.path.relpath(path, ROOT).replace(os.sep, "_"), read(path))


def whole(folder):
    vectors = os.path.join(ROOT, "tests", "vectors")
    for case in sorted(os.listdir(vectors)):
        paths = [os.path.join(vectors, case, name) for name in ("rubric.xml", "assessment.xml", "actions.xml")]
        if os.path.exists(paths[0]):
            write(folder, case, SEPARATOR.join(read(path) for path in paths if os.path.exists(path)))


def mutated(random, data):
    """The bytes with one to four pieces changed, doubled, moved or taken out."""
    data = bytearray(data)
    for _ in range(random.randint(1, 4)):
        at, n = random.randrange(len(data)), random.choice((1, 1, 2, 4, 40, 400))
        piece = data[at:at + n]
        to = random.randrange(len(data))
        data[at:at + n] = random.choice((b"", piece * 2, random.randbytes(n), b"0", b"9" * 20, b"<", b'"', b"oca:scores",
                                         data[to:to + n]))
        if not data:
            return b"0"
    return bytes(data)


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def workbooks(folder):
    """A small filled-in workbook as a file and as members, and both with mistakes at random, always the same ones."""
    dice = random.Random(20250314)
    xml = read(os.path.join(ROOT, "templates", "samples", "savings-group.xml"))
    items = re.findall(rb'<item id="([^"]+)"', read(os.path.join(ROOT, "rubrics", "savings-group.xml")))
    made = io.BytesIO()
    filled_book.make(xml, [item.decode() for item in items]).save(made)
    with zipfile.ZipFile(made) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist() if "theme" not in name and "docProps" not in name]
    write(folder, "file", zipped(members))
    write(folder, "members", SEPARATOR.join(name.encode() + b"\n" + content for name, content in members))
    for i in range(300):
        write(folder, f"file-{i}", mutated(dice, zipped(members)))
    for i in range(600):
        which = dice.randrange(len(members))
        changed = [(name, mutated(dice, content) if k == which else content) for k, (name, content) in enumerate(members)]
        write(folder, f"members-{i}", SEPARATOR.join(name.encode() + b"\n" + content for name, content in changed))


def exports(folder):
    """Answers to the savings group, as a server and as a phone give them, and the tests' own exports."""
    rubric = read(os.path.join(ROOT, "rubrics", "savings-group.xml"))
    items = [item.decode() for item in re.findall(rb'<item id="([^"]+)"', rubric)]
    columns = ["org_code", "round", *(f"i_{item}" for item in items), *(f"c_{item}" for item in items), "_id", "_uuid"]
    for name, between in (("comma", ","), ("semicolon", ";"), ("tab", "\t")):
        rows = [columns] + [["example-savers", "baseline", *[str(1 + (k + i) % 3) for i in range(len(items))],
                             *["why" for _ in items], str(k), f"uuid-{k}"] for k in range(5)]
        write(folder, name, "\r\n".join(between.join(f'"{cell}"' for cell in row) for row in rows).encode())
    answers = "".join(f"<i_{item}>2</i_{item}><c_{item}>why</c_{item}>" for item in items)
    write(folder, "phone", f"<f id='x'><org_code>example-savers</org_code>{answers}<meta><instanceID>uuid:1b"
                           "</instanceID></meta></f>".encode())
    for name in sorted(os.listdir(os.path.join(ROOT, "tests", "exports"))):
        write(folder, name, read(os.path.join(ROOT, "tests", "exports", name)))


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


def main():
    folder = sys.argv[1]
    shutil.rmtree(folder, ignore_errors=True)
    documents(os.path.join(folder, "document"))
    whole(os.path.join(folder, "whole"))
    workbooks(os.path.join(folder, "workbook"))
    exports(os.path.join(folder, "export"))
    dictionary(os.path.join(folder, "xml.dict"))


if __name__ == "__main__":
    main()
