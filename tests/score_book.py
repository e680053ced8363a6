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
    optional = ("Radar", "Agreed and checked")
    if [name for name in b.book.sheetnames if name not in optional] != ["Scores", "Statements", "_oca"]:
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


def check_differences(b):
    """Each item that was agreed and checked otherwise stands on its sheet, with the difference of its two levels."""
    answers = {answer.get("item"): answer for answer in no_namespace(ET.fromstring(b.xml["assessment"])).iter("answer")}
    both = [item for item, answer in answers.items() if answer.find("agreed") is not None
            and answer.find("verified") is not None]
    if "Agreed and checked" not in b.book.sheetnames:
        if both:
            yield f"agreed and checked, and no sheet of it: {both[:5]}"
        return
    rows = zip(*(b.column("Agreed and checked", name)
                 for name in ("id", "Agreed", "Checked", "Difference in levels", "Where they differ")))
    shown = {row[0]: row[1:] for row in rows}
    for item, (agreed, checked, difference, what) in shown.items():
        if item not in both:
            yield f"{item} was not agreed and checked"
        if checked != "–" and difference != checked - agreed:
            yield f"{item}: {checked} - {agreed} is not {difference}"
        if checked != "–" and not difference and not what:
            yield f"{item} is alike, and yet listed"
    for item in both:
        ticks = [sorted(met.get("criterion") for met in answers[item].find(layer).iter("met"))
                 for layer in ("agreed", "verified")]
        if answers[item].find("verified").get("answer") != "dk" and ticks[0] != ticks[1] and item not in shown:
            yield f"{item} has other ticks, and is not listed"


def check_record(b):
    if set(b.xml) != {"assessment"} or no_namespace(ET.fromstring(b.xml["assessment"])).tag != "assessment":
        yield f"_oca holds {sorted(b.xml)}"


CHECKS = [check_sheets, check_rows, check_differences, check_formulas, check_record, check_secrets]

if __name__ == "__main__":
    sys.exit(workbook_check.main(compare_book.Book, CHECKS))
