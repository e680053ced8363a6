"""Opens the workbooks of `oca score` again: their sheets, figures that are those of the JSON, and nothing telling.

    score_book.py [--forbid TEXT]… BOOK.xlsx…

Ends with a line: N passed, M failed.
"""
import sys
import xml.etree.ElementTree as ET

import compare_book
import workbook_check
from workbook_check import check_formulas, check_secrets, no_namespace


def check_sheets(b):
    if [name for name in b.book.sheetnames if name != "Radar"] != ["Scores", "Statements", "_oca"]:
        yield f"sheets {b.book.sheetnames}"
    if not b.book["Scores"].protection.sheet or b.book["Statements"].protection.sheet:
        yield "the result is to be protected, the statements are to be open for filtering"


def check_rows(b):
    ids = b.column("Statements", "id")
    if len(ids) != len(set(ids)) or not ids:
        yield f"statements: {len(ids)} ids, {len(set(ids))} different"
    for sheet, heading in (("Scores", "Points of 100"), ("Statements", "Level")):
        for value in b.column(sheet, heading):
            if not isinstance(value, (int, float)) and value != "–":
                yield f"{sheet}: {heading} holds {value!r}"


def check_record(b):
    if set(b.xml) != {"assessment"} or no_namespace(ET.fromstring(b.xml["assessment"])).tag != "assessment":
        yield f"_oca holds {sorted(b.xml)}"


CHECKS = [check_sheets, check_rows, check_formulas, check_record, check_secrets]

if __name__ == "__main__":
    sys.exit(workbook_check.main(compare_book.Book, CHECKS))
