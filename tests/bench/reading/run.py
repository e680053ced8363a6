"""Reading a filled-in workbook, against openpyxl in read-only mode; see ../README.md.

    run.py BUILD
"""
import os
import re
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path.insert(0, os.path.join(ROOT, "tests"))
import filled_book  # noqa: E402 the path must be set before

TURNS = 11


def make_book(path):
    """The sample of 66 statements and 12 participants, as it is filled in; how many cells it has."""
    with open(os.path.join(ROOT, "templates", "samples", "example-women.xml"), "rb") as file:
        xml = file.read()
    with open(os.path.join(ROOT, "rubrics", "asm-association.xml"), encoding="utf-8") as file:
        items = re.findall(r'<item id="([^"]+)"', file.read())
    book = filled_book.make(xml, items)
    book.save(path)
    return sum(cell.value is not None for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def took(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


def printed(command):
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def show(what, ours, theirs, goal):
    print(f"reading a filled-in workbook, {what}: {theirs / ours:.1f} × as fast as openpyxl "
          f"({ours:.2f} ms against {theirs:.2f} ms; goal {goal} ×)")


def main(build):
    folder, here = os.path.join(build, "bench"), os.path.dirname(os.path.abspath(__file__))
    os.makedirs(folder, exist_ok=True)
    book = os.path.join(folder, "filled.xlsx")
    cells = make_book(book)
    ours = [os.path.join(build, "oca"), "convert", book, "-o", "-", "--format", "xml"]
    theirs = [sys.executable, os.path.join(here, "openpyxl_read.py"), book]
    turns = [(took(ours), took(theirs)) for _ in range(TURNS)]
    print(f"{os.path.relpath(book, ROOT)}: {cells} cells, {os.path.getsize(book)} bytes")
    show("whole process (ours puts out the XML, too)", min(t[0] for t in turns), min(t[1] for t in turns), 20)
    inside = [os.path.join(build, "tests", "bench", "reading", "in_process"), book, "200"]
    show("in process", printed(inside), printed([*theirs, "20"]), 5)


if __name__ == "__main__":
    main(sys.argv[1])
