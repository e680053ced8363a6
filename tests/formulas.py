"""What begins with = + - @, a tab or a carriage return stays a text: every text of a rubric, its actions and an assessment
gets such a beginning, and every workbook and CSV file of every verb is searched for one that became a formula.

    formulas.py PROGRAM

Ends with: N passed, N failed.
"""
import csv
import itertools
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MARK = "zq"
SIGNS = ["=", "+", "-", "@", "&#9;=", "&#13;@"]
FORMULA = re.compile(rf"[=+\-@\t\r]+{MARK}")
MADE = {"rubric.xml": "rubrics/savings-group.xml", "actions.xml": "templates/savings-group-actions.xml",
        "one.xml": "templates/samples/savings-group.xml"}

GIVEN, ACTIONS = ["--rubric", "rubric.xml"], ["--actions", "actions.xml", "--start", "2025-04-01"]
# What is called, and the endings of what may be opened as a spreadsheet.
ASKED = [
    (["score", "one.xml", *GIVEN], ".xlsx .csv"),
    (["plan", "one.xml", *GIVEN, *ACTIONS], ".xlsx .csv"),
    (["track", "isp.xlsx", "--date", "2025-09-01"], ".xlsx .csv"),
    (["track", "plans", "--date", "2025-09-01"], ".xlsx .csv"),
    (["compare", "one.xml", "two.xml", *GIVEN], ".xlsx .csv"),
    (["compare", "one.xml", "two.xml", "three.xml", *GIVEN], ".xlsx .csv"),
    (["portfolio", "one.xml", "two.xml", "other.xml", *GIVEN, "--by", "district"], ".xlsx .csv"),
    (["convert", "one.xml", *GIVEN], ".xlsx"),
    (["start", "savings-group", *GIVEN, "--from", "one.xml", "--date", "2026-03-01"], ".xlsx"),
    (["form", "rubric.xml"], ".xlsx"),
    (["rubrics", "savings-group", *GIVEN], ".xlsx"),
]


def marked(xml):
    """The document with a sign and the mark before each text, and before names."""
    signs = itertools.cycle(SIGNS)
    xml = re.sub(r"(<\w+[^>?/-]*>)(\s*)([^\s<])", lambda m: f"{m[1]}{m[2]}{next(signs)}{MARK}{m[3]}", re.sub("<!--.*?-->", "", xml, flags=re.S))
    return re.sub(r' (name|district|place)="', lambda m: f"{m[0]}{next(signs)}{MARK}", xml)


def make_inputs(program, folder):
    for name, source in MADE.items():
        with open(os.path.join(ROOT, source), encoding="utf-8") as file, open(os.path.join(folder, name), "w", encoding="utf-8") as made:
            made.write(marked(file.read().replace(' members="', ' district="Hills" members="')))
    with open(os.path.join(folder, "one.xml"), encoding="utf-8") as file:
        one = file.read()
    for name, old, new in (("two.xml", 'baseline" date="2025', 'interim" date="2026'), ("three.xml", 'baseline" date="2025', 'reassessment" date="2027'),
                           ("other.xml", 'id="example-savers"', 'id="others"')):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as made:
            made.write(one.replace(old, new).replace('agreed value="1"', 'agreed value="3"'))
    os.mkdir(os.path.join(folder, "plans"))
    for out in "isp.xlsx", "plans/isp.xlsx":
        subprocess.run([program, "plan", "one.xml", *GIVEN, *ACTIONS, "-o", out], cwd=folder, check=True, capture_output=True)


def texts_of_csv(path):
    """(where, text, whether it would be a formula)"""
    with open(path, encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.reader(file), 1):
            for cell in row:
                yield f"record {line}", cell, FORMULA.match(cell)


def texts_of_book(path):
    """The same, with what charts and lists refer to."""
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    yield f"{sheet.title}!{cell.coordinate}", cell.value, cell.data_type == "f" and FORMULA.match(cell.value)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            for formula in re.findall(rb"<(?:c:)?(?:f|formula\d)(?: [^>]*)?>([^<]*)<", archive.read(name)):
                yield name, formula.decode(), re.match(rf"[=+\-@]*{MARK}", formula.decode())


def wrong_in(path):
    found = list((texts_of_book if path.endswith(".xlsx") else texts_of_csv)(path))
    formulas = [f"{where}: {text[:60]!r}" for where, text, is_formula in found if is_formula]
    if formulas:
        return f"{len(formulas)} texts became formulas, first {formulas[0]}"
    return None if any(MARK in text for _, text, _ in found) else "holds none of the texts"


def main():
    program, passed, failed = os.path.abspath(sys.argv[1]), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        make_inputs(program, folder)
        for arguments, endings in ASKED:
            for ending in endings.split():
                out = os.path.join(folder, "out" + ending)
                done = subprocess.run([program, *arguments, "-o", out], cwd=folder, capture_output=True, text=True)
                wrong = f"exit status {done.returncode}: {done.stderr[:400]}" if done.returncode else wrong_in(out)
                passed, failed = passed + (not wrong), failed + bool(wrong)
                if wrong:
                    print(f"oca {' '.join(arguments)} -o {ending}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
