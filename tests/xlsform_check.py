"""The forms of all shipped rubrics as the workbooks that the program writes: sheets, headings and cells as KoboToolbox
and ODK read them. What stands in the cells is held to the rules by test_xlsform.c.

    xlsform_check.py PROGRAM
"""
import glob
import os
import subprocess
import sys
import tempfile

import openpyxl

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def make(program, rubric, path, *options):
    subprocess.run([program, "form", rubric, "--date", "2025-03-14", *options, "-o", path], check=True,
                   stdout=subprocess.DEVNULL)
    with open(path, "rb") as file:
        return file.read()


def wrong_with(path):
    book = openpyxl.load_workbook(path)
    if book.sheetnames != ["survey", "choices", "settings"]:
        yield f"sheets are {book.sheetnames}"
    for sheet in book:
        if sheet.max_column > 100 or sheet.merged_cells.ranges:
            yield f"{sheet.title} is no plain table"
        for row in sheet.iter_rows():
            if row[0].value is None:
                yield f"{sheet.title}!{row[0].coordinate} is empty"
            for cell in row:
                if cell.value is not None and cell.data_type != "s":
                    yield f"{sheet.title}!{cell.coordinate} holds no text but {cell.value!r}"
    names = [cell.value for cell in book["choices"]["B"]]
    if not {"1", "na", "dk"} <= set(names):
        yield f"there are no levels among the choices: {names[:9]}"


def main():
    program, passed, failed = sys.argv[1], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for rubric in sorted(glob.glob(os.path.join(ROOT, "rubrics", "*.xml"))):
            path = os.path.join(folder, "form.xlsx")
            first, again = make(program, rubric, path), make(program, rubric, path)
            wrong = list(wrong_with(path)) + (["two runs differ"] if first != again else [])
            make(program, rubric, path, "--org-code", "example-women", "--round", "baseline", "--profile", "women")
            wrong += list(wrong_with(path))
            print(*(f"{os.path.basename(rubric)}: {line}" for line in wrong[:20]), sep="\n", end="\n" if wrong else "")
            passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
